import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Region } from '../../src/core/region.js'
import { Random } from '../../src/core/rng.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 60 : 500

function best(scores: Float32Array, n: number, always: boolean): number[] {
  const region = new Region()
  const at = region.copyIn(scores)
  const heads = region.reserve(n * 4)
  const work = region.reserve(14 * n * n + 33 * n + 16)
  if (always || region.run('bestHeads', at, n * 4, n, heads, work) === 0) {
    region.run('spanningTree', at, n * 4, n, heads, work)
  }
  return [...region.i32(heads, n)]
}

/** Whether all nodes lead to node 0, through one child of it. */
function isTree(heads: readonly number[]): boolean {
  if (heads.length > 1 && heads.filter((head) => head === 0).length !== 1) return false
  return heads.every((_, i) => {
    let node = i
    for (let steps = 0; node > 0; node = heads[node]!) if (steps++ > heads.length) return false
    return node === 0
  })
}

const total = (scores: Float32Array, heads: readonly number[]) =>
  heads.reduce((sum, head, i) => (i === 0 ? sum : sum + scores[i * heads.length + head]!), 0)

/** The score of the best tree, by trying all. */
function bruteForce(scores: Float32Array, n: number): number {
  let most = Number.NEGATIVE_INFINITY
  const heads = new Array<number>(n).fill(-1)
  const fill = (i: number): void => {
    if (i === n) {
      if (isTree(heads)) most = Math.max(most, total(scores, heads))
      return
    }
    for (let head = 0; head < n; head++) {
      if (head === i) continue
      heads[i] = head
      fill(i + 1)
    }
  }
  fill(1)
  return most
}

describe('the best spanning tree', () => {
  it('scores as much as the best of all trees', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), fc.boolean(), (n, seed, always) => {
        const random = new Random(seed)
        // Whole numbers, so that sums are exact and ties are common.
        const scores = Float32Array.from({ length: n * n }, () => random.below(20))
        const heads = best(scores, n, always)
        expect(heads[0]).toBe(-1)
        expect(isTree(heads)).toBe(true)
        expect(total(scores, heads)).toBe(bruteForce(scores, n))
      }),
      { numRuns: RUNS },
    )
  })

  it('is a tree where every node would rather be in a cycle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 60 }), fc.nat(), (n, seed) => {
        const random = new Random(seed)
        const scores = Float32Array.from({ length: n * n }, () => 5 * random.float())
        // Pairs, and pairs of pairs, like each other best; nothing likes the root.
        for (let i = 1; i < n; i++) {
          scores[i * n] = -50
          const partner = ((i - 1) ^ 1) + 1
          const other = ((i - 1) ^ 2) + 1
          if (other < n) scores[i * n + other] = 20
          if (partner < n) scores[i * n + partner] = 30
        }
        const heads = best(scores, n, false)
        expect(isTree(heads)).toBe(true)
        const roots = heads.filter((head) => head === 0)
        expect(roots).toHaveLength(1)
      }),
      { numRuns: RUNS / 5 },
    )
  })
})
