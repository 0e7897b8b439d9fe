/**
 * N-gram tagger: the tag that a word had most often behind the n - 1 tags before it; n = 1 looks at the word alone.
 *
 * Contexts that training has not seen have no tag, so n-gram taggers stand in a chain: trigrams, then bigrams, then
 * unigrams, then a default. A context is kept only where the chain behind is wrong about it.
 *
 * @see Bird, Klein and Loper 2009, chapter 5.5
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import { ContextTable } from './context-table.js'
import { trainContexts } from './context-training.js'
import {
  type DocTagger,
  SequentialTagger,
  type SimpleTaggerType,
  type TaggerContent,
  type TaggerFrame,
} from './simple-tagger.js'
import { requireColumn, requireNumber, requireTagger } from './tagger-options.js'
import { type TaggerLoadOptions, type TaggerPack, unpackTagger } from './tagger-pack.js'
import type { Chooser, TaggingRun } from './tagging-run.js'

/** Options of {@link NgramTagger.train}. */
export interface NgramTaggerOptions {
  /** Length of the context, the word counted: 1 for unigrams, 2 for bigrams; 1 to 16, default 1. */
  readonly n?: number
  /** A context is kept if its best tag came more often than this; default 0. */
  readonly cutoff?: number
  /** The tagger that is asked about contexts that are not kept. */
  readonly backoff?: DocTagger
  /** The column that is learned from and added; default `tag`. */
  readonly column?: string
  /** What the saved tagger says of itself. */
  readonly meta?: PackMeta
}

/** Defaults of {@link NgramTagger.train}. */
export const DEFAULT_NGRAM_TAGGER_OPTIONS = { n: 1, cutoff: 0, column: 'tag' } as const

const WHERE = 'NgramTagger.train(docs, options)'
const N_RANGE = [1, 16] as const

/** Gives a word the tag that it had most often behind the same tags. */
export class NgramTagger extends SequentialTagger {
  readonly type: SimpleTaggerType = 'ngram'
  /** Length of the context, the word counted. */
  readonly n: number
  readonly #table: ContextTable

  private constructor(n: number, table: ContextTable, frame: TaggerFrame) {
    super(frame)
    this.n = n
    this.#table = table
  }

  /**
   * Trains on Docs with a column of tags; some 2 million tokens/s; deterministic.
   *
   * @throws COLUMN_MISSING when a Doc has no such column
   * @throws OPTION_INVALID when an option is unknown or out of range
   * @throws TRAINING_EMPTY when no token has a tag
   * @example
   * ```ts
   * import { Corpus, taggedReader } from 'wordloom/corpora'
   * import { DefaultTagger, NgramTagger } from 'wordloom/tag'
   * const bytes = new TextEncoder().encode('The/DT permit/NN expired/VBD\nThey/PRP permit/VBP it/PRP\n')
   * const corpus = new Corpus({ files: [{ name: 'a', chunks: () => [bytes] }], reader: taggedReader() })
   * const docs = [...corpus.documents()]
   * const unigram = NgramTagger.train(docs, { backoff: new DefaultTagger('NN') })
   * const bigram = NgramTagger.train(docs, { n: 2, backoff: unigram })
   * console.log([...bigram.tag(docs[0])].map((token) => token.get('tag')).join(' ')) // DT NN VBD PRP VBP PRP
   * console.log(unigram.size, bigram.size) // 5 1
   * ```
   */
  static train(docs: Iterable<Doc>, options: NgramTaggerOptions = {}): NgramTagger {
    requireOptions(options, { n: null, cutoff: null, backoff: null, column: null, meta: null }, WHERE)
    const { n, cutoff, column, backoff, meta } = { ...DEFAULT_NGRAM_TAGGER_OPTIONS, ...options }
    requireNumber(WHERE, 'n', n, N_RANGE)
    requireNumber(WHERE, 'cutoff', cutoff, [0, 1e9])
    requireColumn(WHERE, column)
    requireTagger(WHERE, 'backoff', backoff)
    const table = trainContexts(docs, { where: WHERE, column, backoff, cutoff, history: n - 1 })
    return new NgramTagger(n, table, { column, backoff, meta: { ...meta, options: { n, cutoff } } })
  }

  /** A tagger from the bytes of `save`. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION, OPTION_INVALID */
  static load(bytes: Uint8Array, options: TaggerLoadOptions = {}): NgramTagger {
    return unpackTagger(bytes, 'ngram', options, NgramTagger.read)
  }

  /** From an opened Pack. @internal */
  static read(pack: TaggerPack): NgramTagger {
    const n = pack.number('n', N_RANGE)
    return new NgramTagger(n, ContextTable.read(pack, n), pack.frame)
  }

  /** How many contexts it holds. */
  get size(): number {
    return this.#table.size
  }

  /** @internal */
  chooser(run: TaggingRun): Chooser {
    return this.#table.chooser(run)
  }

  /** @internal */
  content(): TaggerContent {
    return { meta: { n: this.n }, columns: this.#table.columns() }
  }
}
