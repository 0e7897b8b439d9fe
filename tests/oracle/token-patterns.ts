/**
 * Token patterns by backtracking: every way in which a pattern can match, in the order in which branches are tried.
 * Slow and plain; loops never take nothing.
 */
export type SlowPattern =
  | { readonly test: (token: string) => boolean }
  | { readonly sequence: readonly SlowPattern[] }
  | { readonly choice: readonly SlowPattern[] }
  | { readonly body: SlowPattern; readonly min: number; readonly max: number }
  | { readonly name: string; readonly group: SlowPattern }

export type SlowCaptures = Readonly<Record<string, readonly [number, number]>>

/** Every end that `pattern` can reach from `at`, with its captures, the preferred one first. */
export function* waysOf(
  pattern: SlowPattern,
  tokens: readonly string[],
  at: number,
  limit: number,
  captures: SlowCaptures = {},
): Generator<readonly [end: number, captures: SlowCaptures]> {
  if ('test' in pattern) {
    if (at < limit && pattern.test(tokens[at]!)) yield [at + 1, captures]
  } else if ('sequence' in pattern) {
    const [first, ...rest] = pattern.sequence
    if (first === undefined) yield [at, captures]
    else {
      for (const [end, found] of waysOf(first, tokens, at, limit, captures)) {
        yield* waysOf({ sequence: rest }, tokens, end, limit, found)
      }
    }
  } else if ('choice' in pattern) {
    for (const option of pattern.choice) yield* waysOf(option, tokens, at, limit, captures)
  } else if ('group' in pattern) {
    for (const [end, found] of waysOf(pattern.group, tokens, at, limit, captures)) {
      yield [end, { ...found, [pattern.name]: [at, end] }]
    }
  } else {
    const { body, min, max } = pattern
    if (max > 0) {
      for (const [end, found] of waysOf(body, tokens, at, limit, captures)) {
        if (min === 0 && end === at) continue
        yield* waysOf({ body, min: Math.max(0, min - 1), max: max - 1 }, tokens, end, limit, found)
      }
    }
    if (min === 0) yield [at, captures]
  }
}

/** For each token the end of the longest (or shortest) match that begins there; 0 where there is none. */
export function endsOf(
  pattern: SlowPattern,
  tokens: readonly string[],
  prefer: 'longest' | 'shortest',
  limitOf: (at: number) => number = () => tokens.length,
): number[] {
  return tokens.map((_, at) => {
    const ends = [...waysOf(pattern, tokens, at, limitOf(at))].map(([end]) => end).filter((end) => end > at)
    if (ends.length === 0) return 0
    return prefer === 'longest' ? Math.max(...ends) : Math.min(...ends)
  })
}
