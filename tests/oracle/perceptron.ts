/** The averaged perceptron over hashed features in plain TypeScript: src/core/assembly/perceptron.ts, slowly. */

/** Sums of the features' rows. */
export function scores(
  weights: ArrayLike<number>,
  width: number,
  mask: number,
  features: readonly number[],
): number[] {
  const sums = new Array<number>(width).fill(0)
  for (const feature of features) {
    const row = ((feature & mask) >>> 0) * width
    for (let c = 0; c < width; c++) sums[c]! += weights[row + c]!
  }
  return sums
}

/** One pass over the examples in their order; changes `weights` and `totals`, gives the number of changes. */
export function train(
  weights: number[],
  totals: number[],
  width: number,
  mask: number,
  examples: readonly { readonly features: readonly number[]; readonly label: number }[],
  margin: number,
  firstStep: number,
): number {
  let changed = 0
  examples.forEach(({ features, label }, n) => {
    const sums = scores(weights, width, mask, features)
    const moves: [number, number][] = []
    if (width === 1) {
      const sign = label === 1 ? 1 : -1
      if (sums[0]! * sign <= margin) moves.push([0, sign])
    } else {
      const rivals = sums.map((score, c) => ({ score, c })).filter(({ c }) => c !== label)
      const rival = rivals.reduce((best, other) => (other.score > best.score ? other : best))
      if (sums[label]! - rival.score <= margin) moves.push([label, 1], [rival.c, -1])
    }
    if (moves.length === 0) return
    changed++
    for (const feature of features) {
      for (const [c, delta] of moves) {
        const slot = ((feature & mask) >>> 0) * width + c
        weights[slot]! += delta
        totals[slot]! += delta * (firstStep + n)
      }
    }
  })
  return changed
}
