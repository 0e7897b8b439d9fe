/**
 * Lists of relations, sorted by source and type, with the inverse of each where its source lists one way only.
 */
import type { RelationColumns } from './columns.js'
import { INVERSES } from './relations.js'
import type { Report, SourceText } from './source-text.js'
import type { SourceRelation } from './source-wordnet.js'

/** Relations of one synset or sense, and the file that has them. */
export interface RelationList {
  readonly relations: readonly SourceRelation[]
  readonly text: SourceText
}

/** Columns of `lists`; a target that `numbers` has not is reported and left out. */
export function buildRelations(
  lists: readonly RelationList[],
  numbers: ReadonlyMap<string, number>,
  expected: string,
  report: Report,
): RelationColumns {
  const nodes = lists.length
  const rows: number[][] = Array.from({ length: nodes }, () => [])
  const seen = new Set<number>()
  let total = 0
  // A row has type * nodes + target; `seen` has the source on top of that: below 2^53 up to 10^7 nodes.
  const add = (from: number, type: number, to: number) => {
    const edge = type * nodes + to
    const id = edge * nodes + from
    if (seen.has(id)) return
    seen.add(id)
    rows[from]!.push(edge)
    total++
  }
  const missing: [from: number, relation: SourceRelation][] = []
  lists.forEach(({ relations }, from) => {
    for (const relation of relations) {
      const to = numbers.get(relation.target)
      if (to === undefined) missing.push([from, relation])
      else add(from, relation.type, to)
    }
  })
  for (const [from, { at, target }] of missing) {
    report(lists[from]!.text.fault(at, `${expected} that is there`, target))
  }
  lists.forEach(({ relations }, from) => {
    for (const { type, target } of relations) {
      const to = numbers.get(target)
      if (to !== undefined && INVERSES[type]! >= 0) add(to, INVERSES[type]!, from)
    }
  })
  const columns = {
    rows: new Uint32Array(nodes + 1),
    types: new Uint8Array(total),
    targets: new Uint32Array(total),
  }
  let at = 0
  rows.forEach((edges, from) => {
    // Sorting is stable: targets of one type stay in the order of the source.
    edges.sort((a, b) => Math.floor(a / nodes) - Math.floor(b / nodes))
    for (const edge of edges) {
      columns.types[at] = Math.floor(edge / nodes)
      columns.targets[at++] = edge % nodes
    }
    columns.rows[from + 1] = at
  })
  return columns
}
