/**
 * A trained lemmatizer for any language with a CoNLL-U treebank: a lexicon of the forms that were seen, and for all
 * others edit scripts chosen by an averaged perceptron.
 *
 * It learns every word at each level of what may be known of it: its form alone, with its tag, with morphological
 * features as well. So one model works on Docs with gold tags, predicted tags, or none.
 *
 * @see ./word-guesser.ts and ./letter-guesser.ts for the two ways of guessing, src/core/assembly/choices.ts for the
 *   perceptron
 */

import { Chooser } from '../core/decisions.js'
import { requireOptions, WordloomError } from '../core/errors.js'
import { denseWeights } from '../core/sparse-weights.js'
import { Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import { makePause } from '../text/pause.js'
import { makeGuesser } from './guessers.js'
import { ExampleTable } from './lemma-examples.js'
import { BITS_RANGE, type LemmaParts, packLemmatizer, unpackLemmatizer } from './lemma-parts.js'
import { type LemmaTables, runLemmatizer } from './lemma-run.js'
import { trainParts } from './lemma-training.js'

/** Options of {@link Lemmatizer.train}. */
export interface LemmatizerTrainingOptions {
  /**
   * String columns that help, the most important first; default `tag` (UPOS) and `features`, as far as the Docs have
   * them. A model works with as many of them, from the first, as a Doc has.
   */
  readonly columns?: readonly string[]
  /**
   * How lemmas of words that were never seen are made: by one edit script a `words`, or one a letter (`letters`, for
   * lemmas with boundaries inside, as the Korean treebanks have); `auto` looks at the examples.
   */
  readonly method?: 'auto' | 'words' | 'letters'
  /** Seed of the shuffling; default 1. */
  readonly seed?: number
  /** Passes over the examples; default 5. */
  readonly passes?: number
  /** By how much the right choice must win not to be learned again; default 5. */
  readonly margin?: number
  /** An edit script is used if at least so many different words need it; default 2. */
  readonly minimumUses?: number
  /** Binary logarithm of the number of weights, 10 to 24; default 20. */
  readonly bits?: number
  /** Averaged weights nearer to 0 than this are dropped; default 0.25. */
  readonly prune?: number
  /** Weights are rounded to multiples of this; default 0.25. */
  readonly step?: number
  /** What the saved model says of itself: name, language, data, licence. */
  readonly meta?: PackMeta
  /** Called some times a second with the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Stops the training: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Defaults of {@link Lemmatizer.train}. */
export const DEFAULT_LEMMATIZER_TRAINING_OPTIONS = {
  columns: ['tag', 'features'],
  method: 'auto',
  seed: 1,
  passes: 5,
  margin: 5,
  minimumUses: 2,
  bits: 20,
  prune: 0.25,
  step: 0.25,
} as const

const WHERE = 'Lemmatizer.train(docs, options)'
const FILLED = 0.05 // a column with fewer values (features in Korean GSD) teaches nothing and costs a level
const RANGES = {
  seed: [0, 0xffffffff],
  passes: [1, 1000],
  margin: [0, 10_000],
  minimumUses: [1, 1_000_000],
  bits: BITS_RANGE,
  prune: [0, 1000],
  step: [0.001, 1000],
} as const

/** A lemmatizer trained from Docs with the column `lemma`. */
export class Lemmatizer {
  readonly #parts: LemmaParts
  readonly #meta: PackMeta
  readonly #tables: LemmaTables

  private constructor(parts: LemmaParts, meta: PackMeta) {
    const { lexicon, casing, weights, context, columns, values } = parts
    const chooser = new Chooser(denseWeights(weights))
    this.#parts = parts
    this.#meta = meta
    this.#tables = {
      lexicon,
      casing,
      guesser: makeGuesser(parts, chooser),
      context: new Chooser(denseWeights(context)),
      columns,
      values: values.map((list) => new Map(list.map((value, i) => [value, i]))),
    }
  }

  /** Where the model comes from: options, data, licence, scores. */
  get meta(): PackMeta {
    return this.#meta
  }

  /** The columns that help, the most important first: a Doc should have as many of them as can be. */
  get columns(): readonly string[] {
    return this.#parts.columns
  }

  /**
   * Trains on Docs that have the column `lemma`, such as `readConllu` gives. Tokens whose lemma is empty (`_` in
   * CoNLL-U) are passed by. Seconds for 200,000 tokens; lets other tasks run meanwhile; the same Docs, options and
   * seed give the same bytes.
   *
   * @throws COLUMN_MISSING when a Doc has no column `lemma`
   * @throws OPTION_INVALID when an option is unknown or out of range, or no Doc has one of the `columns`
   * @throws TRAINING_EMPTY when the Docs hold no lemma at all
   * @example
   * ```ts
   * import { readConllu, tokenizeWhitespace } from 'wordloom'
   * import { Lemmatizer } from 'wordloom/lemma'
   * const nouns = ['libro', 'gato', 'perro', 'casa', 'mesa', 'silla']
   * const treebank = nouns.flatMap((noun) => [noun, `${noun}s`].map((form) => `1\t${form}\t${noun}\tNOUN\t_\t_\t0\troot\t_\t_\n\n`))
   * const lemmatizer = await Lemmatizer.train(readConllu(treebank.join('')))
   * console.log(lemmatizer.lemmatize(tokenizeWhitespace('plazas')).token(0)?.get('lemma')) // plaza
   * ```
   * @see Milan Straka, Jana Straková: Tokenizing, POS Tagging, Lemmatizing and Parsing UD 2.0 with UDPipe. CoNLL 2017,
   *   doi:10.18653/v1/K17-3009; here tags are given, not chosen together with lemmas
   */
  static async train(
    docs: Iterable<Doc> | AsyncIterable<Doc>,
    options: LemmatizerTrainingOptions = {},
  ): Promise<Lemmatizer> {
    const { meta, onProgress, signal, ...settings } = readOptions(options)
    const pause = makePause(onProgress, signal)
    signal?.throwIfAborted()
    const taken: Doc[] = []
    for await (const doc of docs) taken.push(doc)
    const columns = columnsOf(taken, options.columns)
    const table = new ExampleTable(columns)
    for (const doc of taken) table.add(doc)
    if (table.size === 0) {
      throw new WordloomError('TRAINING_EMPTY', {
        message: 'Lemmatizer.train got no token with a lemma to learn from.',
        hint: 'Pass Docs with the column lemma, as readConllu gives them.',
      })
    }
    const parts = await trainParts(taken, table, settings, pause)
    onProgress?.(1)
    return new Lemmatizer(parts, { ...meta, options: { ...settings, columns } })
  }

  /**
   * A lemmatizer from the bytes of {@link Lemmatizer.save}; runs no code of theirs.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are not such bytes
   */
  static load(bytes: Uint8Array): Lemmatizer {
    return unpackLemmatizer(bytes, (parts, meta) => new Lemmatizer(parts, meta))
  }

  /** The model as a Pack; `meta` adds to what it says of itself (licence, data, scores). */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    return packLemmatizer(this.#parts, { ...this.#meta, ...meta })
  }

  /**
   * Adds the string column `lemma` to a Doc, in place of one that is there.
   *
   * Of {@link Lemmatizer.columns} as many are used, from the first, as the Doc has: without tags a word gets the lemma
   * that its form most often has, and an unknown one the lemma that its letters suggest. A tag that training never
   * saw is taken as none. Words of multiword tokens are taken as the column `form` gives them. Linear time; 1 to 4
   * microseconds a token of English or French, 5 to 15 where a third of the words and more are unknown (Russian,
   * Korean); deterministic.
   *
   * @throws INPUT_NOT_STRING when `doc` is no Doc
   */
  lemmatize(doc: Doc): Doc {
    if (!(doc instanceof Doc)) {
      throw new WordloomError('INPUT_NOT_STRING', {
        message: `Lemmatizer.lemmatize(doc) takes a Doc; got ${doc === null ? 'null' : `a value of type ${typeof doc}`}.`,
        hint: 'Make one of a text with tokenize(text), or of CoNLL-U with readConllu(text).',
      })
    }
    return doc.with({ lemma: runLemmatizer(this.#tables, doc) })
  }
}

function readOptions(options: LemmatizerTrainingOptions) {
  const known = {
    method: ['auto', 'words', 'letters'],
    columns: null,
    meta: null,
    onProgress: null,
    signal: null,
  }
  requireOptions(
    options,
    { ...known, ...Object.fromEntries(Object.keys(RANGES).map((name) => [name, null])) },
    WHERE,
  )
  const { columns: _, ...defaults } = DEFAULT_LEMMATIZER_TRAINING_OPTIONS
  const given = Object.fromEntries(
    Object.entries(options).filter(([name, value]) => name !== 'columns' && value !== undefined),
  ) as Omit<LemmatizerTrainingOptions, 'columns'>
  const settings = { ...defaults, ...given }
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = settings[name as keyof typeof RANGES]
    const whole = name === 'prune' || name === 'step' || Number.isInteger(value)
    if (typeof value === 'number' && whole && value >= least && value <= most) continue
    throw new WordloomError('OPTION_INVALID', {
      message: `${WHERE}: option ${name} is ${String(value)}, expected a number from ${least} to ${most}.`,
      hint: `Leave it out for the default, ${DEFAULT_LEMMATIZER_TRAINING_OPTIONS[name as keyof typeof RANGES]}.`,
      details: { option: name, value },
    })
  }
  return settings
}

/** The columns to learn from: those that were asked for, else those that enough tokens have a value in. */
function columnsOf(docs: readonly Doc[], asked: readonly string[] | undefined): string[] {
  const has = (name: string) => docs.some((doc) => doc.columnType(name) === 'string')
  if (asked === undefined) {
    const wanted: readonly string[] = DEFAULT_LEMMATIZER_TRAINING_OPTIONS.columns
    const end = wanted.findIndex((name) => filled(docs, name) < FILLED)
    return wanted.slice(0, end < 0 ? wanted.length : end)
  }
  const sound =
    Array.isArray(asked) &&
    asked.length <= 8 &&
    new Set(asked).size === asked.length &&
    !asked.includes('lemma')
  const missing = sound ? asked.find((name) => !has(name)) : undefined
  if (sound && missing === undefined) return [...asked]
  throw new WordloomError('OPTION_INVALID', {
    message: sound
      ? `${WHERE}: option columns names '${missing}', which is a column of strings in none of the Docs.`
      : `${WHERE}: option columns is ${JSON.stringify(asked)}, expected up to 8 different names, lemma not among them.`,
    hint: "Leave it out for 'tag' and 'features', as far as the Docs have them.",
    details: { option: 'columns', value: asked },
  })
}

/** The share of tokens that have a value in the column. */
function filled(docs: readonly Doc[], name: string): number {
  let tokens = 0
  let values = 0
  for (const doc of docs) {
    tokens += doc.length
    if (doc.columnType(name) !== 'string') continue
    const { ids, strings } = doc.strings(name)
    for (const id of ids) if (strings[id] !== '') values++
  }
  return tokens === 0 ? 0 : values / tokens
}
