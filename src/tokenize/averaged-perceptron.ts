/**
 * Training of a yes-no decision over hashed features: passes in the core, averaged over several runs.
 *
 * Each run shuffles with its own seed; the averaged weights of all runs are summed, small ones dropped and the rest
 * rounded to int8. Calls into the core are short, so that the engine can optimise them.
 *
 * @see src/core/assembly/perceptron.ts
 */
import { Region } from '../core/region.js'
import { Random } from '../core/rng.js'

const SLICE = 8192

/** `count` examples with their features, shape (count, width), and labels (1 yes, 0 no). */
export interface Examples {
  readonly count: number
  readonly features: Uint32Array
  readonly labels: Uint8Array
}

/** How weights are learned; as in `SentenceTrainingOptions`. */
export interface PerceptronOptions {
  readonly seed: number
  readonly runs: number
  readonly passes: number
  readonly margin: number
  readonly bits: number
  readonly prune: number
  readonly step: number
}

/**
 * Weights of shape (2^bits,) from examples of `width` features each; yields the share of the work that is done, from 0
 * to 1, between calls of the core.
 */
export function* trainDecision(
  parts: readonly Examples[],
  width: number,
  options: PerceptronOptions,
): Generator<number, Int8Array> {
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  const region = new Region()
  const size = 2 ** options.bits
  const weights = region.reserve(size * 4)
  const totals = region.reserve(size * 8)
  const examples = region.reserve(total * width * 4)
  const labels = region.reserve(total)
  const order = region.reserve(total * 4)
  let filled = 0
  for (const { count, features, labels: some } of parts) {
    region.u32(examples + filled * width * 4, count * width).set(features)
    region.u8(labels + filled, count).set(some)
    filled += count
  }
  const numbers = Array.from({ length: total }, (_, i) => i)
  const sum = new Float64Array(size)
  for (let run = 0; run < options.runs; run++) {
    region.i32(weights, size).fill(0)
    region.f64(totals, size).fill(0)
    const random = new Random(options.seed + run)
    let step = 1
    for (let pass = 0; pass < options.passes; pass++) {
      region.u32(order, total).set(random.shuffle(numbers))
      for (let from = 0; from < total; from += SLICE) {
        const length = Math.min(SLICE, total - from)
        region.run(
          'perceptronTrain',
          weights,
          totals,
          1,
          size - 1,
          examples,
          width,
          labels,
          order + from * 4,
          length,
          options.margin,
          step,
          0,
        )
        step += length
        yield (run * options.passes + pass) / (options.runs * options.passes)
      }
    }
    const last = region.i32(weights, size)
    const moved = region.f64(totals, size)
    for (let i = 0; i < size; i++) sum[i]! += (last[i]! - moved[i]! / step) / options.runs
  }
  return Int8Array.from(sum, (weight) =>
    Math.abs(weight) < options.prune ? 0 : Math.max(-127, Math.min(127, Math.round(weight / options.step))),
  )
}
