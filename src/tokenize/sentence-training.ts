/**
 * Training of the sentence splitter: examples from Docs, passes in the core, averaging and rounding.
 *
 * Each run shuffles with its own seed; the averaged weights of all runs are summed, small ones dropped and the
 * rest rounded to int8. Calls into the core are short, so that the engine can optimise them.
 */
import { WordloomError } from '../core/errors.js'
import { Region } from '../core/region.js'
import { Random } from '../core/rng.js'
import type { Doc } from '../text/doc.js'
import { FEATURES, SentenceMemory } from './sentence-memory.js'
import type { SentenceTrainingOptions } from './sentence-splitter.js'

const SLICE = 8192

/** The floor in margins below 0: on EWT dev it changes no decision, and passes by most gaps inside sentences. */
const FLOOR = 0.75

/** Weights of shape (2^bits,), and the score of the first features below which no gap is looked at. */
export interface TrainedWeights {
  readonly weights: Int8Array
  readonly floor: number
}

/** Learns from Docs with the column `sentence`. */
export function trainSentences(
  docs: Iterable<Doc>,
  options: Required<SentenceTrainingOptions>,
): TrainedWeights {
  const reader = new SentenceMemory(new Int16Array(1), 0)
  const parts = []
  for (const doc of docs) parts.push(...reader.examples(doc, sentenceEnds(doc)))
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) {
    throw new WordloomError('TRAINING_EMPTY', {
      message: 'SentenceSplitter.train got no gap between tokens to learn from.',
      hint: 'Pass Docs of at least two tokens with the column sentence.',
    })
  }
  const region = new Region()
  const size = 2 ** options.bits
  const weights = region.reserve(size * 4)
  const totals = region.reserve(size * 8)
  const examples = region.reserve(total * FEATURES * 4)
  const labels = region.reserve(total)
  const order = region.reserve(total * 4)
  let filled = 0
  for (const { count, features, labels: some } of parts) {
    region.u32(examples + filled * FEATURES * 4, count * FEATURES).set(features)
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
          FEATURES,
          labels,
          order + from * 4,
          length,
          options.margin,
          step,
          0,
        )
        step += length
      }
    }
    const last = region.i32(weights, size)
    const moved = region.f64(totals, size)
    for (let i = 0; i < size; i++) sum[i]! += (last[i]! - moved[i]! / step) / options.runs
  }
  return {
    weights: Int8Array.from(sum, (weight) =>
      Math.abs(weight) < options.prune ? 0 : Math.max(-127, Math.min(127, Math.round(weight / options.step))),
    ),
    floor: -Math.round((FLOOR * options.margin) / options.step),
  }
}

/** 1 for every token that ends a sentence. */
function sentenceEnds(doc: Doc): Uint8Array {
  const sentence = doc.numbers('sentence')
  const ends = new Uint8Array(doc.length)
  for (let i = 0; i < ends.length; i++) {
    ends[i] = i + 1 === ends.length || sentence[i + 1] !== sentence[i] ? 1 : 0
  }
  return ends
}
