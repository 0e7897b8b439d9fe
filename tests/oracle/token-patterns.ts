/**
 * Token patterns, slow and plain: every place that they reach, and by backtracking every way there in the order in
 * which branches are tried. A loop without an upper limit does not go round for nothing, and groups that take nothing are no captures.
 */
export type SlowPattern =
  | { readonly test: (token: string) => boolean }
  | { readonly sequence: readonly SlowPattern[] }
  | { readonly choice: readonly SlowPattern[] }
  | { readonly body: SlowPattern; readonly min: number; readonly max: number }
  | { readonly name: string; readonly group: SlowPattern }

export type SlowCaptures = Readonly<Record<string, readonly [number, number]>>

const OUT_OF_STEPS = new Error('too many ways to try')

/** Every end that `pattern` can reach from `at`, with its captures, the preferred one first. */
function* waysOf(
  pattern: SlowPattern,
  tokens: readonly string[],
  at: number,
  limit: number,
  budget: { steps: number },
  captures: SlowCaptures = {},
): Generator<readonly [end: number, captures: SlowCaptures]> {
  // Dead ends count too: there can be exponentially many before the first way.
  if (budget.steps-- <= 0) throw OUT_OF_STEPS
  if ('test' in pattern) {
    if (at < limit && pattern.test(tokens[at]!)) yield [at + 1, captures]
  } else if ('sequence' in pattern) {
    const [first, ...rest] = pattern.sequence
    if (first === undefined) yield [at, captures]
    else {
      for (const [end, found] of waysOf(first, tokens, at, limit, budget, captures)) {
        yield* waysOf({ sequence: rest }, tokens, end, limit, budget, found)
      }
    }
  } else if ('choice' in pattern) {
    for (const option of pattern.choice) yield* waysOf(option, tokens, at, limit, budget, captures)
  } else if ('group' in pattern) {
    for (const [end, found] of waysOf(pattern.group, tokens, at, limit, budget, captures)) {
      yield [end, end === at ? found : { ...found, [pattern.name]: [at, end] }]
    }
  } else {
    const { body, min, max } = pattern
    if (max > 0) {
      for (const [end, found] of waysOf(body, tokens, at, limit, budget, captures)) {
        if (min === 0 && max === Number.POSITIVE_INFINITY && end === at) continue
        yield* waysOf({ body, min: Math.max(0, min - 1), max: max - 1 }, tokens, end, limit, budget, found)
      }
    }
    if (min === 0) yield [at, captures]
  }
}

/** Every place that `pattern` can reach from one of `starts`. */
function reach(
  pattern: SlowPattern,
  tokens: readonly string[],
  starts: ReadonlySet<number>,
  limit: number,
): Set<number> {
  if ('test' in pattern) {
    return new Set([...starts].filter((at) => at < limit && pattern.test(tokens[at]!)).map((at) => at + 1))
  }
  if ('sequence' in pattern) {
    return pattern.sequence.reduce((at, part) => reach(part, tokens, at, limit), new Set(starts))
  }
  if ('choice' in pattern) {
    return new Set(pattern.choice.flatMap((option) => [...reach(option, tokens, starts, limit)]))
  }
  if ('group' in pattern) return reach(pattern.group, tokens, starts, limit)
  let at = new Set(starts)
  for (let i = 0; i < pattern.min; i++) at = reach(pattern.body, tokens, at, limit)
  for (let i = pattern.min; i < Math.min(pattern.max, pattern.min + tokens.length); i++) {
    at = new Set([...at, ...reach(pattern.body, tokens, at, limit)])
  }
  return at
}

/** For each token the end of the longest (or shortest) match that begins there; 0 where there is none. */
export function endsOf(
  pattern: SlowPattern,
  tokens: readonly string[],
  prefer: 'longest' | 'shortest',
  limitOf: (at: number) => number = () => tokens.length,
): number[] {
  return tokens.map((_, at) => {
    const ends = [...reach(pattern, tokens, new Set([at]), limitOf(at))].filter((end) => end > at)
    if (ends.length === 0) return 0
    return prefer === 'longest' ? Math.max(...ends) : Math.min(...ends)
  })
}

/** The captures of the first way from `from` to `to`; undefined where it is not found within `steps` steps. */
export function capturesOf(
  pattern: SlowPattern,
  tokens: readonly string[],
  from: number,
  to: number,
  steps: number,
): SlowCaptures | undefined {
  try {
    for (const [end, captures] of waysOf(pattern, tokens, from, tokens.length, { steps })) {
      if (end === to) return captures
    }
  } catch (error) {
    if (error !== OUT_OF_STEPS) throw error
  }
  return undefined
}
