/**
 * A trained sentence splitter: an averaged perceptron over hashed features of the gaps between tokens.
 *
 * In use the weights are int16 in the core, 2^bits of them; most are 0, so a Pack holds only the others: `skips`
 * (u8: how many zeros before the next weight, 63 meaning "63 and go on") and `weights` (i8).
 *
 * @see src/core/assembly/sentences.ts for the features and src/core/assembly/perceptron.ts for the training
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { denseWeights, fitsWeights, type SparseWeights, sparseWeights } from '../core/sparse-weights.js'
import type { Doc } from '../text/doc.js'
import { type PackMeta, readPack, writePack } from '../text/pack.js'
import { SentenceMemory } from './sentence-memory.js'
import { spread, surfaceView } from './sentence-surfaces.js'
import { type WeightText, weightsFromText } from './sentence-text.js'
import { trainSentences } from './sentence-training.js'

const KIND = 'sentence-splitter'
const VERSION = 1

/** Options of {@link SentenceSplitter.train}. */
export interface SentenceTrainingOptions {
  /** Seed of the shuffling; default 1. */
  readonly seed?: number
  /** Models with different shuffles whose weights are averaged; default 4. */
  readonly runs?: number
  /** Passes over the examples in each run; default 8. */
  readonly passes?: number
  /** By how much right decisions must win not to be learned again; default 20. */
  readonly margin?: number
  /** Binary logarithm of the number of weights, 8 to 22; default 17. */
  readonly bits?: number
  /** Averaged weights nearer to 0 than this are dropped; default 1.5. */
  readonly prune?: number
  /** Weights are rounded to multiples of this; default 0.5. */
  readonly step?: number
}

/** Defaults of {@link SentenceSplitter.train}. */
export const DEFAULT_SENTENCE_TRAINING_OPTIONS: Readonly<Required<SentenceTrainingOptions>> = {
  seed: 1,
  runs: 4,
  passes: 8,
  margin: 20,
  bits: 17,
  prune: 1.5,
  step: 0.5,
}

const RANGES: Readonly<Record<keyof SentenceTrainingOptions, readonly [number, number]>> = {
  seed: [0, 0xffffffff],
  runs: [1, 64],
  passes: [1, 1000],
  margin: [0, 10_000],
  bits: [8, 22],
  prune: [0, 1000],
  step: [0.001, 1000],
}

/** Weights of which few are not 0, as Packs and the bundled model hold them. */
export interface SentenceWeights extends SparseWeights {
  /** Score of the first features below which a gap is no sentence end. */
  readonly floor: number
  /** Whether the language is written without case: then a sentence may end after any word. */
  readonly caseless?: boolean
}

/** A sentence splitter trained from Docs with the column `sentence`. */
export class SentenceSplitter {
  readonly #memory: SentenceMemory
  readonly #weights: SentenceWeights | WeightText
  readonly #meta: PackMeta

  private constructor(memory: SentenceMemory, weights: SentenceWeights | WeightText, meta: PackMeta) {
    this.#memory = memory
    this.#weights = weights
    this.#meta = meta
  }

  static #fromSparse(weights: SentenceWeights, meta: PackMeta): SentenceSplitter {
    return new SentenceSplitter(
      new SentenceMemory(denseWeights(weights), weights.floor, weights.caseless),
      weights,
      meta,
    )
  }

  /** Where the model comes from: options, data, licence, scores. */
  get meta(): PackMeta {
    return this.#meta
  }

  /**
   * Trains on Docs that have the column `sentence`; tokenise raw text with the tokenizer that will be used, so
   * that its habits are learned too. About 1 s for 200,000 tokens; deterministic.
   *
   * @throws COLUMN_MISSING when a Doc has no column `sentence`
   * @throws OPTION_INVALID when an option is unknown or out of range
   * @throws TRAINING_EMPTY when the Docs hold no gap between tokens at all
   * @example
   * ```ts
   * import { SentenceSplitter, tokenize } from 'wordloom'
   * const doc = tokenize('one day . two days .')
   * const gold = doc.with({ sentence: Uint32Array.of(0, 0, 0, 1, 1, 1) })
   * const splitter = SentenceSplitter.train([gold], { prune: 0 }) // so little data has small weights only
   * console.log([...splitter.split(doc).sentences()].map(String)) // [ 'one day .', 'two days .' ]
   * ```
   * @see Michael Collins: Discriminative Training Methods for Hidden Markov Models. EMNLP 2002.
   */
  static train(docs: Iterable<Doc>, options: SentenceTrainingOptions = {}): SentenceSplitter {
    requireOptions(
      options,
      Object.fromEntries(Object.keys(RANGES).map((name) => [name, null])),
      'SentenceSplitter.train(docs, options)',
    )
    const full = { ...DEFAULT_SENTENCE_TRAINING_OPTIONS, ...options }
    for (const [name, [least, most]] of Object.entries(RANGES)) {
      const value = full[name as keyof SentenceTrainingOptions]
      const whole = name === 'prune' || name === 'step' || Number.isInteger(value)
      if (typeof value === 'number' && whole && value >= least && value <= most) continue
      throw new WordloomError('OPTION_INVALID', {
        message: `SentenceSplitter.train: option ${name} is ${String(value)}, expected a number from ${least} to ${most}.`,
        hint: `Leave it out for the default, ${DEFAULT_SENTENCE_TRAINING_OPTIONS[name as keyof SentenceTrainingOptions]}.`,
        details: { option: name, value },
      })
    }
    const { weights, ...rest } = trainSentences(docs, full)
    return SentenceSplitter.#fromSparse({ ...sparseWeights(weights), ...rest }, { options: full })
  }

  /**
   * A splitter from the bytes of {@link SentenceSplitter.save}.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are not such bytes
   */
  static load(bytes: Uint8Array): SentenceSplitter {
    const { meta, columns } = readPack(bytes, KIND, VERSION)
    const skips = columns.get('skips')?.values
    const weights = columns.get('weights')?.values
    const { bits, floor, caseless = false } = meta
    if (
      skips instanceof Uint8Array &&
      weights instanceof Int8Array &&
      isBits(bits) &&
      Number.isInteger(floor) &&
      typeof caseless === 'boolean'
    ) {
      const loaded = { bits, floor: floor as number, caseless, skips, weights }
      if (fitsWeights(loaded)) return SentenceSplitter.#fromSparse(loaded, meta)
    }
    throw new WordloomError('PACK_MALFORMED', {
      message: 'The sentence splitter in the Pack lacks weights, or they do not fit its number of bits.',
      hint: 'Give the bytes of a file that SentenceSplitter.save wrote.',
    })
  }

  /** A splitter from weights in letters: the bundled model. @internal */
  static fromText(text: WeightText, meta: PackMeta): SentenceSplitter {
    return new SentenceSplitter(new SentenceMemory(text, text.floor), text, meta)
  }

  /** The model as a Pack; `meta` adds to what it says of itself (licence, data, scores). */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    const { bits, floor, caseless, skips, weights } = this.sparse
    return writePack({
      kind: KIND,
      version: VERSION,
      meta: { ...this.#meta, ...meta, bits, floor, ...(caseless === true ? { caseless } : {}) },
      columns: { skips: { values: skips }, weights: { values: weights } },
    })
  }

  /** Adds the column `sentence` to a Doc. Linear time, about 0.1 microseconds a token; deterministic. */
  split(doc: Doc): Doc {
    const view = surfaceView(doc)
    return doc.with({ sentence: spread(this.#memory.decide(view.doc), view.before) })
  }

  /**
   * Decides for a part of a text that comes in pieces: for tokens `from` to `to` of `doc` 1 where one ends a
   * sentence. 8 tokens before them and 26 behind, where the text has so many, must be in `doc`; `state` carries
   * the rest: all 0 at the start of a text, then as the call before left it.
   */
  decide(doc: Doc, from: number, to: number, state: Uint8Array): Uint8Array {
    const view = surfaceView(doc)
    if (view.before === undefined) return this.#memory.ends(doc, from, to, state)
    const first = view.before[from]!
    const ends = this.#memory.ends(view.doc, first, view.before[to]!, state)
    // The last word of a multiword token ends the sentence.
    return Uint8Array.from({ length: to - from }, (_, i) => {
      const number = view.before![from + i + 1]!
      const last = from + i + 1 === to || view.before![from + i + 2]! > number
      return last && number > first ? ends[number - 1 - first]! : 0
    })
  }

  /** The weights that are not 0. @internal */
  get sparse(): SentenceWeights {
    const weights = this.#weights
    return typeof weights.skips === 'string'
      ? weightsFromText(weights as WeightText)
      : (weights as SentenceWeights)
  }
}

function isBits(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= RANGES.bits[0] && (value as number) <= RANGES.bits[1]
}
