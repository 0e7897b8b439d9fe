/**
 * Training of choices among candidates: passes of the averaged perceptron in the core, in calls of a few milliseconds.
 *
 * @see src/core/assembly/choices.ts
 */
import type { Decisions } from './decisions.js'
import { Region } from './region.js'
import { Random } from './rng.js'

const SLICE = 512 // decisions a call: a few milliseconds

/** How weights are learned and kept. */
export interface PassOptions {
  readonly seed: number
  readonly passes: number
  readonly margin: number
  readonly bits: number
  readonly prune: number
  readonly step: number
}

/** Weights of shape (2^bits,); yields the share of the work that is done, from 0 to 1, between calls of the core. */
export function* trainChoices(decisions: Decisions, options: PassOptions): Generator<number, Int8Array> {
  const region = new Region()
  const size = 2 ** options.bits
  const total = decisions.length
  const weights = region.copyIn(new Int32Array(size))
  const totals = region.copyIn(new Float64Array(size))
  const { shared, sharedStarts, classes, own, starts } = decisions.copyInto(region)
  const right = region.copyIn(Uint8Array.from(decisions.right.part))
  const order = region.reserve(total * 4)
  const numbers = Array.from({ length: total }, (_, i) => i)
  const random = new Random(options.seed)
  let step = 1
  for (let n = 0; n < options.passes; n++) {
    region.u32(order, total).set(random.shuffle(numbers))
    for (let from = 0; from < total; from += SLICE) {
      const length = Math.min(SLICE, total - from)
      region.run(
        'choicesTrain',
        weights,
        totals,
        size - 1,
        shared,
        sharedStarts,
        classes,
        own,
        decisions.ownCount,
        starts,
        right,
        order + from * 4,
        length,
        options.margin,
        step,
      )
      step += length
      yield (n * total + from) / (options.passes * total)
    }
  }
  const last = region.i32(weights, size)
  const moved = region.f64(totals, size)
  const rounded = new Int8Array(size)
  for (let i = 0; i < size; i++) {
    const average = last[i]! - moved[i]! / step
    if (Math.abs(average) < options.prune) continue
    rounded[i] = Math.max(-127, Math.min(127, Math.round(average / options.step)))
  }
  return rounded
}
