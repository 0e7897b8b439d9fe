/** Accuracies of parses of gold tokens: the shares of tokens whose head, head and label, and tags are right. */
import type { Doc } from '../text/doc.js'
import type { ParserScores } from './parser-options.js'

/** Scores of what `parse` gives against the columns that `docs` have; tokens without a gold head do not count. */
export function scoreParser(
  docs: Iterable<Doc>,
  tags: readonly string[],
  parse: (doc: Doc) => Doc,
): ParserScores {
  let tokens = 0
  let attached = 0
  let labelled = 0
  const right = new Map<string, number>(tags.map((column) => [column, 0]))
  for (const gold of docs) {
    const system = parse(gold)
    const heads = gold.numbers('head')
    const found = system.numbers('head')
    const same = equalStrings(gold, system, 'deprel')
    for (let i = 0; i < gold.length; i++) {
      if (heads[i]! < 0) continue
      tokens++
      if (heads[i] !== found[i]) continue
      attached++
      if (same(i)) labelled++
    }
    for (const column of tags) {
      const equal = equalStrings(gold, system, column)
      let count = right.get(column)!
      for (let i = 0; i < gold.length; i++) if (heads[i]! >= 0 && equal(i)) count++
      right.set(column, count)
    }
  }
  const share = (count: number) => (tokens === 0 ? 0 : (100 * count) / tokens)
  return {
    uas: share(attached),
    las: share(labelled),
    tags: Object.fromEntries([...right].map(([column, count]) => [column, share(count)])),
  }
}

function equalStrings(a: Doc, b: Doc, column: string): (i: number) => boolean {
  if (!a.has(column)) return () => false
  const one = a.strings(column)
  const two = b.strings(column)
  return (i) => one.strings[one.ids[i]!] === two.strings[two.ids[i]!]
}
