/**
 * Weights of which few are not 0, as Packs hold them: `skips` (u8: how many zeros before the next weight, 63 meaning
 * "63 and go on") and `weights` (i8).
 */

const MORE = 63

/** Weights that are not 0, of 2^bits. */
export interface SparseWeights {
  readonly bits: number
  /** Zeros before each weight; 63 means 63 zeros and no weight yet. */
  readonly skips: Uint8Array
  readonly weights: Int8Array
}

/** The weights of `weights` that are not 0; its length is a power of 2. */
export function sparseWeights(weights: Int8Array): SparseWeights {
  const skips: number[] = []
  const kept: number[] = []
  let zeros = 0
  for (const weight of weights) {
    if (weight === 0) {
      zeros++
      continue
    }
    for (; zeros >= MORE; zeros -= MORE) skips.push(MORE)
    skips.push(zeros)
    kept.push(weight)
    zeros = 0
  }
  return { bits: Math.log2(weights.length), skips: Uint8Array.from(skips), weights: Int8Array.from(kept) }
}

/** Whether `skips` leads to every one of the weights and to no place beyond 2^bits. */
export function fitsWeights({ bits, skips, weights }: SparseWeights): boolean {
  let slots = 0
  let count = 0
  for (const skip of skips) {
    slots += skip
    if (skip === MORE) continue
    slots++
    count++
  }
  return slots <= 2 ** bits && count === weights.length
}

/** All 2^bits weights. */
export function denseWeights({ bits, skips, weights }: SparseWeights): Int16Array {
  const all = new Int16Array(2 ** bits)
  let slot = 0
  let next = 0
  for (const skip of skips) {
    slot += skip
    if (skip !== MORE) all[slot++] = weights[next++]!
  }
  return all
}
