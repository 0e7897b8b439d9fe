/**
 * Training of the sentence splitter: examples from Docs, then weights by an averaged perceptron.
 */
import { WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { trainDecision } from './averaged-perceptron.js'
import { FEATURES, SentenceMemory } from './sentence-memory.js'
import type { SentenceTrainingOptions } from './sentence-splitter.js'
import { surfaceView } from './sentence-surfaces.js'

/** The floor in margins below 0: on EWT dev it changes no decision, and passes by most gaps inside sentences. */
const FLOOR = 0.75

/** Units of a Doc that are looked at for letters without case. */
const SAMPLE = 4096

/** Weights of shape (2^bits,), and the score of the first features below which no gap is looked at. */
export interface TrainedWeights {
  readonly weights: Int8Array
  readonly floor: number
  /** Whether most words are of a script without case. */
  readonly caseless: boolean
}

/** Learns from Docs with the column `sentence`. */
export function trainSentences(
  docs: Iterable<Doc>,
  options: Required<SentenceTrainingOptions>,
): TrainedWeights {
  const views = Array.from(docs, surfaces)
  const caseless = isCaseless(views)
  const reader = new SentenceMemory(new Int16Array(1), 0, caseless)
  const parts = views.flatMap((doc) => reader.examples(doc, sentenceEnds(doc)))
  if (parts.every(({ count }) => count === 0)) {
    throw new WordloomError('TRAINING_EMPTY', {
      message: 'SentenceSplitter.train got no gap between tokens to learn from.',
      hint: 'Pass Docs of at least two tokens with the column sentence.',
    })
  }
  const training = trainDecision(parts, FEATURES, options)
  let next = training.next()
  while (next.done !== true) next = training.next()
  return {
    weights: next.value,
    floor: -Math.round((FLOOR * options.margin) / options.step),
    caseless,
  }
}

/** The Doc without its empty tokens. */
function surfaces(doc: Doc): Doc {
  const { doc: view, before } = surfaceView(doc)
  if (before === undefined) return doc
  const sentence = doc.numbers('sentence')
  const kept = new Uint32Array(view.length)
  for (let i = 0; i < doc.length; i++) if (before[i + 1]! > before[i]!) kept[before[i]!] = sentence[i]!
  return view.with({ sentence: kept })
}

/** Whether letters without case (Hangul, Arabic, Han) outnumber the others; looks at the beginning of each Doc. */
function isCaseless(docs: readonly Doc[]): boolean {
  let without = 0
  let others = 0
  for (const { text } of docs) {
    for (const letter of text.slice(0, SAMPLE).match(/\p{L}/gu) ?? []) {
      if (letter.toLowerCase() === letter.toUpperCase()) without++
      else others++
    }
  }
  return without > others
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
