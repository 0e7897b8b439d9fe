/** Choice among candidates by hashed features in plain TypeScript: src/core/assembly/choices.ts, slowly. */

/** A decision: features that its candidates share, and the candidates. */
export interface Choice {
  readonly features: readonly number[]
  readonly candidates: readonly {
    readonly mark: number
    readonly own: readonly number[]
    readonly right: boolean
  }[]
}

/** Slots of the weights of a candidate. */
export function slots({ features, candidates }: Choice, candidate: number, mask: number): number[] {
  const { mark, own } = candidates[candidate]!
  const spread = (feature: number) => {
    let hash = BigInt((feature ^ mark) >>> 0)
    hash = ((hash ^ (hash >> 15n)) * 0x2c1b3c6dn) & 0xffffffffn
    return Number(hash ^ (hash >> 13n))
  }
  return [...features.map(spread), ...own].map((slot) => (slot & mask) >>> 0)
}

/** Scores of all candidates. */
export function scores(weights: ArrayLike<number>, choice: Choice, mask: number): number[] {
  return choice.candidates.map((_, c) =>
    slots(choice, c, mask).reduce((sum, slot) => sum + weights[slot]!, 0),
  )
}

/** One pass over the decisions in their order; changes `weights` and `totals`, gives the number of changes. */
export function train(
  weights: number[],
  totals: number[],
  choices: readonly Choice[],
  mask: number,
  margin: number,
  firstStep: number,
): number {
  let changed = 0
  choices.forEach((choice, n) => {
    const all = scores(weights, choice, mask).map((score, c) => ({ score, c }))
    const best = (right: boolean) =>
      all
        .filter(({ c }) => choice.candidates[c]!.right === right)
        .reduce<{ score: number; c: number } | undefined>(
          (high, one) => (high === undefined || one.score > high.score ? one : high),
          undefined,
        )
    const good = best(true)
    const rival = best(false)
    if (good === undefined || rival === undefined || good.score - rival.score > margin) return
    changed++
    for (const [c, delta] of [
      [good.c, 1],
      [rival.c, -1],
    ] as const) {
      for (const slot of slots(choice, c, mask)) {
        weights[slot]! += delta
        totals[slot]! += delta * (firstStep + n)
      }
    }
  })
  return changed
}
