/** Random dependency trees, and Docs of them. */
import fc from 'fast-check'
import { Doc } from '../../src/text/doc.js'
import { InternTable } from '../../src/text/strings.js'

/** A Doc of one sentence: words with the given heads (own number: root, -1: none). */
export function parsed(
  heads: readonly number[],
  { words = heads.map((_, i) => `w${i}`), labels = heads.map((_, i) => `r${i}`) } = {},
): Doc {
  const start = new Uint32Array(words.length)
  const end = new Uint32Array(words.length)
  let at = 0
  words.forEach((word, i) => {
    start[i] = at
    end[i] = at + word.length
    at += word.length + 1
  })
  return Doc.create(words.join(' '), {
    start,
    end,
    sentence: new Uint32Array(words.length),
    head: Int32Array.from(heads),
    deprel: InternTable.column(labels),
  })
}

/** Heads at random: a tree with one root, or with `any`, anything that the column may hold. */
export function anyHeads({ least = 1, most = 30, any = false } = {}): fc.Arbitrary<number[]> {
  const numbers = fc.array(fc.nat(), { minLength: least, maxLength: most })
  if (any) return numbers.map((all) => all.map((n) => (n % (all.length + 1)) - 1))
  return numbers.map((all) => {
    // Each word joins one that is in the tree already, in an order that `all` chooses.
    const order = all.map((n, i) => [n % 7919, i] as const).sort(([a, i], [b, j]) => a - b || i - j)
    const heads: number[] = []
    order.forEach(([, i], k) => {
      heads[i] = k === 0 ? i : order[all[i]! % k]![1]
    })
    return heads
  })
}

/** Heads of a random projective tree: a root, and trees of the same kind on both sides. */
export function projectiveHeads({ least = 1, most = 30 } = {}): fc.Arbitrary<number[]> {
  return fc.array(fc.nat(), { minLength: least, maxLength: most }).map((all) => {
    const heads: number[] = []
    // A stretch under one head: cut into parts of random lengths, each with a head of its own.
    const stretches: [from: number, to: number, above: number][] = [[0, all.length, -1]]
    for (let next = stretches.pop(); next !== undefined; next = stretches.pop()) {
      const [from, to, above] = next
      if (from >= to) continue
      const size = above < 0 ? to - from : 1 + (all[from]! % (to - from))
      const root = from + (all[from + size - 1]! % size)
      heads[root] = above < 0 ? root : above
      stretches.push([from, root, root], [root + 1, from + size, root], [from + size, to, above])
    }
    return heads
  })
}

/** Whether the arcs of tokens `i` and `j` cross. */
export function cross(heads: readonly number[], i: number, j: number): boolean {
  const [a, b, c, d] = [
    Math.min(i, heads[i]!),
    Math.max(i, heads[i]!),
    Math.min(j, heads[j]!),
    Math.max(j, heads[j]!),
  ]
  return isArc(heads, i) && isArc(heads, j) && ((a < c && c < b && b < d) || (c < a && a < d && d < b))
}

/** Whether token `i` has a head other than itself. */
export function isArc(heads: readonly number[], i: number): boolean {
  return heads[i]! >= 0 && heads[i] !== i
}
