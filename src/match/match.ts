/**
 * What matchers give: a Span with the name of its pattern, and the Spans that were captured in it.
 */
import type { Doc } from '../text/doc.js'
import { Span } from '../text/span.js'

/** A match: tokens `from` to `to` of a Doc, and which pattern they match. */
export class Match extends Span {
  /** Name of the pattern; '' where it has none. */
  readonly name: string
  /** Number of the pattern, from 0, in the order in which patterns (or phrases) were given. */
  readonly pattern: number
  readonly #capture: () => ReadonlyMap<string, Span>
  #captures: ReadonlyMap<string, Span> | undefined

  constructor(
    doc: Doc,
    from: number,
    to: number,
    name: string,
    pattern: number,
    capture: () => ReadonlyMap<string, Span> = nothing,
  ) {
    super(doc, from, to)
    this.name = name
    this.pattern = pattern
    this.#capture = capture
  }

  /**
   * Captured parts by name; those that took no token are not there, and of a part that was repeated it is the last
   * that took one. Found when first asked for, in time linear in the match.
   */
  get captures(): ReadonlyMap<string, Span> {
    this.#captures ??= this.#capture()
    return this.#captures
  }
}

function nothing(): ReadonlyMap<string, Span> {
  return new Map()
}

/** How matches may overlap. */
export type Overlap = 'none' | 'between-patterns' | 'all'

/** Matches as they were found, from the last token to the first; the one that wins at a token is added first. */
export class MatchTable {
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly patterns: number[] = []

  /** Notes a match. */
  readonly add = (start: number, end: number, pattern: number): void => {
    this.starts.push(start)
    this.ends.push(end)
    this.patterns.push(pattern)
  }

  /**
   * Calls `take` for the matches that `overlap` lets stand, from left to right. `names`: the name of each pattern as a
   * number below `count`; patterns of one name do not overlap themselves where `between-patterns` may.
   */
  select(
    overlap: Overlap,
    prefer: 'longest' | 'shortest',
    names: ArrayLike<number>,
    count: number,
    take: (start: number, end: number, pattern: number) => void,
  ): void {
    const { starts, ends, patterns } = this
    // Up to where the tokens are taken: by patterns of each name, or by all of them.
    const taken = new Int32Array(overlap === 'between-patterns' ? count : 1)
    for (let last = starts.length - 1; last >= 0; ) {
      let first = last
      while (first > 0 && starts[first - 1] === starts[last]) first--
      if (overlap === 'none') {
        if (starts[first]! >= taken[0]!) {
          let best = first
          for (let i = first + 1; i <= last; i++) {
            if (prefer === 'longest' ? ends[i]! > ends[best]! : ends[i]! < ends[best]!) best = i
          }
          taken[0] = ends[best]!
          take(starts[best]!, ends[best]!, patterns[best]!)
        }
      } else {
        for (let i = first; i <= last; i++) {
          if (overlap === 'between-patterns') {
            const name = names[patterns[i]!]!
            if (starts[i]! < taken[name]!) continue
            taken[name] = ends[i]!
          }
          take(starts[i]!, ends[i]!, patterns[i]!)
        }
      }
      last = first - 1
    }
  }
}
