/**
 * A tokenizer trained from a treebank of any language: tokens, and the words of multiword tokens.
 *
 * It corrects another tokenizer (the rules of the language, or white space): wherever treebank and rules have been
 * seen to disagree, an averaged perceptron decides by the characters around, the pieces of text and the tokens near.
 * A second one decides which tokens are several words (`du` = `de` + `le`), by surfaces and rules that were seen.
 *
 * @see src/core/assembly/cuts.ts and ./splitter.ts
 */
import { requireOptions, requireString, WordloomError } from '../../core/errors.js'
import { denseWeights } from '../../core/sparse-weights.js'
import type { Doc } from '../../text/doc.js'
import type { PackMeta } from '../../text/pack.js'
import { makePause } from '../../text/pause.js'
import { languageOf } from '../unicode.js'
import { COMBINATIONS, CutMemory } from './cut-memory.js'
import { layOut } from './lay-out.js'
import { KnownWords } from './split-features.js'
import { Splitter } from './splitter.js'
import { surfacesByRules } from './surfaces.js'
import { BITS_RANGE, packTokenizer, unpackTokenizer } from './tokenizer-pack.js'
import { type TokenizerParts, trainParts } from './training.js'

/** Options of {@link TrainedTokenizer.train}. */
export interface TokenizerTrainingOptions {
  /** Language whose rules are corrected, a BCP 47 tag; default 'und': the rules that all languages have. */
  readonly lang?: string
  /**
   * What is corrected: the tokens that `tokenize` gives for `lang` (`rules`), or what stands between `whitespace`, so
   * that everything is learned from the treebank.
   */
  readonly ground?: 'rules' | 'whitespace'
  /** Seed of the shuffling; default 1. */
  readonly seed?: number
  /** Passes over the examples; default 8. */
  readonly passes?: number
  /** Models of token ends with different shuffles whose weights are averaged; default 3. */
  readonly runs?: number
  /** By how much right decisions must win not to be learned again; default 20. */
  readonly margin?: number
  /** By what score the rules must be outvoted, in the rounded weights' units; default 10. */
  readonly trust?: number
  /** A splitting rule serves words that were not seen if at least so many different ones need it; default 2. */
  readonly minimumUses?: number
  /** Binary logarithm of the number of weights of each of the two models, 8 to 22; default 17. */
  readonly bits?: number
  /** Averaged weights nearer to 0 than this are dropped; default 1. */
  readonly prune?: number
  /** Weights are rounded to multiples of this; default 0.5. */
  readonly step?: number
  /** What the saved model says of itself: name, data, licence. */
  readonly meta?: PackMeta
  /** Called some times a second with the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Stops the training: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Defaults of {@link TrainedTokenizer.train}. */
export const DEFAULT_TOKENIZER_TRAINING_OPTIONS = {
  lang: 'und',
  ground: 'rules',
  seed: 1,
  passes: 8,
  runs: 3,
  margin: 20,
  trust: 10,
  minimumUses: 2,
  bits: 17,
  prune: 1,
  step: 0.5,
} as const

const WHERE = 'TrainedTokenizer.train(docs, options)'
const RANGES = {
  seed: [0, 0xffffffff],
  passes: [1, 1000],
  runs: [1, 64],
  margin: [0, 10_000],
  trust: [0, 10_000],
  minimumUses: [1, 1_000_000],
  bits: BITS_RANGE,
  prune: [0, 1000],
  step: [0.001, 1000],
} as const

/** A tokenizer trained from Docs of a treebank. */
export class TrainedTokenizer {
  readonly #parts: TokenizerParts
  readonly #meta: PackMeta
  readonly #cuts: CutMemory
  readonly #splitter: Splitter

  private constructor(parts: TokenizerParts, meta: PackMeta) {
    this.#parts = parts
    this.#meta = meta
    const open = new Uint8Array(COMBINATIONS)
    for (const combination of parts.open) open[combination] = 1
    this.#cuts = new CutMemory(open, denseWeights(parts.cuts), parts.trust)
    this.#splitter = new Splitter(parts.table, new KnownWords(parts.known), denseWeights(parts.splits))
  }

  /** Where the model comes from: options, data, licence, scores. */
  get meta(): PackMeta {
    return this.#meta
  }

  /** Language whose rules are corrected. */
  get lang(): string {
    return this.#parts.lang
  }

  /**
   * Trains on the Docs of a treebank, as `readConllu` gives them. Only their text, tokens and multiword tokens count.
   * A few seconds for 200,000 tokens; lets other tasks run meanwhile; the same Docs, options and seed give the same
   * bytes.
   *
   * @throws OPTION_INVALID when an option is unknown or out of range
   * @throws TRAINING_EMPTY when the Docs hold no token
   * @example
   * ```ts
   * import { readConllu, TrainedTokenizer } from 'wordloom'
   * const words = (rows: string) => rows.split(' ').map((row) => `${row.replace(':', '\t')}\t_\t_\t_\t_\t_\t_\t_\t_`)
   * const treebank = `${words('1:voy 2-3:al 2:a 3:el 4:mar').join('\n')}\n\n`.repeat(4)
   * const tokenizer = await TrainedTokenizer.train(readConllu(treebank), { lang: 'es' })
   * const doc = tokenizer.tokenize('Al mar')
   * console.log([...doc].map((token) => token.get('form'))) // [ 'A', 'el', 'mar' ]
   * ```
   * @see Milan Straka, Jana Straková: Tokenizing, POS Tagging, Lemmatizing and Parsing UD 2.0 with UDPipe. CoNLL 2017,
   *   doi:10.18653/v1/K17-3009; here rules are corrected, and there is no network
   */
  static async train(
    docs: Iterable<Doc> | AsyncIterable<Doc>,
    options: TokenizerTrainingOptions = {},
  ): Promise<TrainedTokenizer> {
    const { meta, onProgress, signal, ...settings } = readOptions(options)
    const pause = makePause(onProgress, signal)
    signal?.throwIfAborted()
    const taken: Doc[] = []
    for await (const doc of docs) taken.push(doc)
    const { lang, ground, trust, minimumUses, runs, ...pass } = settings
    const parts = await trainParts(taken, { lang, ground, trust, minimumUses, runs, pass }, pause)
    onProgress?.(1)
    return new TrainedTokenizer(parts, { ...meta, options: settings })
  }

  /**
   * A tokenizer from the bytes of {@link TrainedTokenizer.save}; runs no code of theirs.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are not such bytes
   */
  static load(bytes: Uint8Array): TrainedTokenizer {
    return unpackTokenizer(bytes, (parts, meta) => new TrainedTokenizer(parts, meta))
  }

  /** The model as a Pack; `meta` adds to what it says of itself (licence, data, scores). */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    return packTokenizer(this.#parts, { ...this.#meta, ...meta })
  }

  /**
   * Tokens of a text: a Doc with `start`, `end` and `kind`, one entry a syntactic word.
   *
   * The words of a multiword token are slices of it where they can be (do|n't); where they are not (du = de + le), the
   * first word has the surface, the others empty ranges behind it, and a column `form` has the words of all tokens.
   * Words after the first have kind `clitic`. White space is part of a token only where the treebank taught so, and
   * everything else is part of one. Looks no further than some tokens around each place, so that
   * `stream(source, { tokenizer })` gives the same. Linear time; deterministic.
   *
   * @throws INPUT_NOT_STRING when `text` is not a string
   */
  tokenize(text: string): Doc {
    requireString(text, 'TrainedTokenizer.tokenize(text)')
    const { ground, lang } = this.#parts
    const surfaces = surfacesByRules(text, ground, lang)
    const { start, end } = this.#cuts.cut(text, surfaces)
    const forms = this.#splitter.split({ text, start, end, inner: surfaces.inner })
    return layOut(text, { start, end }, ground === 'rules' ? surfaces : undefined, forms)
  }
}

function readOptions(options: TokenizerTrainingOptions) {
  const known = {
    ...Object.fromEntries(Object.keys(RANGES).map((name) => [name, null])),
    lang: null,
    ground: ['rules', 'whitespace'],
    meta: null,
    onProgress: null,
    signal: null,
  }
  requireOptions(options, known, WHERE)
  const given = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as TokenizerTrainingOptions
  const settings = { ...DEFAULT_TOKENIZER_TRAINING_OPTIONS, ...given }
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = settings[name as keyof typeof RANGES]
    const whole = name === 'prune' || name === 'step' || Number.isInteger(value)
    if (typeof value === 'number' && whole && value >= least && value <= most) continue
    throw new WordloomError('OPTION_INVALID', {
      message: `${WHERE}: option ${name} is ${String(value)}, expected a number from ${least} to ${most}.`,
      hint: `Leave it out for the default, ${DEFAULT_TOKENIZER_TRAINING_OPTIONS[name as keyof typeof RANGES]}.`,
      details: { option: name, value },
    })
  }
  return { ...settings, lang: languageOf(settings.lang) }
}
