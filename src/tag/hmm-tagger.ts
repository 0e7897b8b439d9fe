/**
 * HMM tagger: the sequence of tags that is most probable, given how tags follow each other and which words they have.
 *
 * As TnT: trigrams of tags (or bigrams), smoothed by deleted interpolation; words that training has not seen go by their
 * endings; the best sequence is found by the Viterbi algorithm with a beam.
 *
 * @see Thorsten Brants: TnT, a statistical part-of-speech tagger. ANLP 2000, doi:10.3115/974147.974178
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import { HmmCounts } from './hmm-counts.js'
import { HmmModel, type HmmSettings } from './hmm-model.js'
import { Viterbi } from './hmm-viterbi.js'
import {
  requireDoc,
  SimpleTagger,
  type SimpleTaggerType,
  type TaggerContent,
  type TaggerFrame,
} from './simple-tagger.js'
import { requireColumn, requireNumber } from './tagger-options.js'
import { type TaggerPack, unpackTagger } from './tagger-pack.js'
import { compactColumn, docWords, sentenceEdges } from './tagging-run.js'

/** Options of {@link HmmTagger.train}. */
export interface HmmTaggerOptions {
  /** What a tag depends on: the two tags before it (`trigram`, the default) or the one before it (`bigram`). */
  readonly order?: 'bigram' | 'trigram'
  /** Longest ending by which unknown words go, in UTF-16 units, 0 to 32; default 10. */
  readonly suffixLength?: number
  /** Endings are learned from words that came at most so often; default 10. */
  readonly rareCount?: number
  /** Sequences less probable than the best by this factor are dropped, 1 or more; default 1000. */
  readonly beam?: number
  /** The column that is learned from and added; default `tag`. */
  readonly column?: string
  /** What the saved tagger says of itself. */
  readonly meta?: PackMeta
}

/** Defaults of {@link HmmTagger.train}. */
export const DEFAULT_HMM_TAGGER_OPTIONS = {
  order: 'trigram',
  suffixLength: 10,
  rareCount: 10,
  beam: 1000,
  column: 'tag',
} as const

const WHERE = 'HmmTagger.train(docs, options)'
const RANGES = { suffixLength: [0, 32], rareCount: [1, 1e9], beam: [1, 1e300] } as const

/** Tags sentences as a whole. */
export class HmmTagger extends SimpleTagger {
  readonly type: SimpleTaggerType = 'hmm'
  readonly #counts: HmmCounts
  readonly #settings: HmmSettings
  #model: HmmModel | undefined

  private constructor(counts: HmmCounts, settings: HmmSettings, frame: TaggerFrame) {
    super(frame)
    this.#counts = counts
    this.#settings = settings
  }

  /**
   * Trains on Docs with a column of tags; some million tokens/s; deterministic. Tokens whose tag is '' teach nothing.
   *
   * @throws COLUMN_MISSING when a Doc has no such column
   * @throws OPTION_INVALID when an option is unknown or out of range
   * @throws TRAINING_EMPTY when no token has a tag
   * @example
   * ```ts
   * import { tokenize } from 'wordloom'
   * import { Corpus, taggedReader } from 'wordloom/corpora'
   * import { HmmTagger } from 'wordloom/tag'
   * const text = 'The/DT run/NN ends/VBZ\nThey/PRP run/VBP\nA/DT run/NN ends/VBZ\nWe/PRP run/VBP\nThe/DT plan/NN ends/VBZ\n'
   * const files = [{ name: 'a', chunks: () => [new TextEncoder().encode(text)] }]
   * const tagger = HmmTagger.train(new Corpus({ files, reader: taggedReader() }).documents())
   * const doc = tagger.tag(tokenize('We run'))
   * console.log([...doc].map((token) => token.get('tag'))) // [ 'PRP', 'VBP' ]
   * ```
   */
  static train(docs: Iterable<Doc>, options: HmmTaggerOptions = {}): HmmTagger {
    requireOptions(
      options,
      {
        order: ['trigram', 'bigram'],
        suffixLength: null,
        rareCount: null,
        beam: null,
        column: null,
        meta: null,
      },
      WHERE,
    )
    const { column, meta, ...settings } = { ...DEFAULT_HMM_TAGGER_OPTIONS, ...options }
    for (const [name, range] of Object.entries(RANGES)) {
      requireNumber(WHERE, name, settings[name as keyof typeof RANGES], range, name !== 'beam')
    }
    requireColumn(WHERE, column)
    const counts = HmmCounts.of(docs, column, WHERE)
    return new HmmTagger(counts, settings, { column, meta: { ...meta, options: settings } })
  }

  /** A tagger from the bytes of `save`. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION */
  static load(bytes: Uint8Array): HmmTagger {
    return unpackTagger(bytes, 'hmm', {}, HmmTagger.read)
  }

  /** From an opened Pack. @internal */
  static read(pack: TaggerPack): HmmTagger {
    const { order } = pack.meta
    if (order !== 'trigram' && order !== 'bigram')
      throw new RangeError('it does not say what a tag depends on')
    const settings = {
      order,
      suffixLength: pack.number('suffixLength', RANGES.suffixLength),
      rareCount: pack.number('rareCount', RANGES.rareCount),
      beam: pack.number('beam', RANGES.beam),
    } as const
    return new HmmTagger(HmmCounts.read(pack), settings, pack.frame)
  }

  /** The tags that training has seen, sorted. */
  get tags(): readonly string[] {
    return this.#counts.tags
  }

  /**
   * Adds the column of tags to a Doc, in place of one that is there. Sentences are those of the column `sentence`;
   * without it the Doc is one. Linear in the tokens; deterministic.
   *
   * @throws INPUT_NOT_STRING when `doc` is no Doc
   */
  tag(doc: Doc): Doc {
    requireDoc(doc, 'HmmTagger.tag(doc)')
    this.#model ??= new HmmModel(this.#counts, this.#settings)
    const model = this.#model
    const words = docWords(doc)
    const candidates = words.strings.map((word) => model.candidates(word))
    const ids = new Uint32Array(doc.length)
    const viterbi = new Viterbi(model.transitions, Math.log(this.#settings.beam))
    const edges = sentenceEdges(doc)
    for (let s = 0; s + 1 < edges.length; s++) {
      viterbi.tag((i) => candidates[words.ids[i]!]!, edges[s]!, edges[s + 1]!, ids)
    }
    return doc.with({ [this.column]: compactColumn(ids, this.tags) })
  }

  /** @internal */
  content(): TaggerContent {
    return { meta: { ...this.#settings }, columns: this.#counts.columns() }
  }
}
