/**
 * Affix tagger: the tag that words with the same beginning or end had most often. It stands where words are not known.
 *
 * @see Bird, Klein and Loper 2009, chapter 5; Brill 1995, section 4.3, for what endings tell
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

/** Options of {@link AffixTagger.train}. */
export interface AffixTaggerOptions {
  /** Which end of the word counts; default `suffix`. */
  readonly affix?: 'prefix' | 'suffix'
  /** Length of the affix in characters, 1 to 64; default 3. */
  readonly length?: number
  /** Characters that must be left beside the affix; words that are too short have no tag; default 2. */
  readonly minStem?: number
  /** An affix is kept if its best tag came more often than this; default 0. */
  readonly cutoff?: number
  /** The tagger that is asked about words whose affix is not kept. */
  readonly backoff?: DocTagger
  /** The column that is learned from and added; default `tag`. */
  readonly column?: string
  /** What the saved tagger says of itself. */
  readonly meta?: PackMeta
}

/** Defaults of {@link AffixTagger.train}. */
export const DEFAULT_AFFIX_TAGGER_OPTIONS = {
  affix: 'suffix',
  length: 3,
  minStem: 2,
  cutoff: 0,
  column: 'tag',
} as const

const WHERE = 'AffixTagger.train(docs, options)'
const LENGTHS = [1, 64] as const
const STEMS = [0, 64] as const

interface Affix {
  readonly affix: 'prefix' | 'suffix'
  readonly length: number
  readonly minStem: number
}

/** Gives a word the tag that words with the same affix had most often. */
export class AffixTagger extends SequentialTagger {
  readonly type: SimpleTaggerType = 'affix'
  readonly #affix: Affix
  readonly #table: ContextTable

  private constructor(affix: Affix, table: ContextTable, frame: TaggerFrame) {
    super(frame)
    this.#affix = affix
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
   * import { tokenize } from 'wordloom'
   * import { Corpus, taggedReader } from 'wordloom/corpora'
   * import { AffixTagger } from 'wordloom/tag'
   * const bytes = new TextEncoder().encode('weaving/VBG threaded/VBD spinning/VBG\n')
   * const corpus = new Corpus({ files: [{ name: 'a', chunks: () => [bytes] }], reader: taggedReader() })
   * const tagger = AffixTagger.train(corpus.documents())
   * console.log(tagger.tag(tokenize('Unfolding')).token(0)?.get('tag')) // VBG
   * ```
   */
  static train(docs: Iterable<Doc>, options: AffixTaggerOptions = {}): AffixTagger {
    requireOptions(
      options,
      {
        affix: ['suffix', 'prefix'],
        length: null,
        minStem: null,
        cutoff: null,
        backoff: null,
        column: null,
        meta: null,
      },
      WHERE,
    )
    const { affix, length, minStem, cutoff, column, backoff, meta } = {
      ...DEFAULT_AFFIX_TAGGER_OPTIONS,
      ...options,
    }
    requireNumber(WHERE, 'length', length, LENGTHS)
    requireNumber(WHERE, 'minStem', minStem, STEMS)
    requireNumber(WHERE, 'cutoff', cutoff, [0, 1e9])
    requireColumn(WHERE, column)
    requireTagger(WHERE, 'backoff', backoff)
    const how = { affix, length, minStem }
    const part = (word: string) => affixOf(word, how)
    const table = trainContexts(docs, { where: WHERE, column, backoff, cutoff, history: 0, part })
    return new AffixTagger(how, table, { column, backoff, meta: { ...meta, options: { ...how, cutoff } } })
  }

  /** A tagger from the bytes of `save`. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION, OPTION_INVALID */
  static load(bytes: Uint8Array, options: TaggerLoadOptions = {}): AffixTagger {
    return unpackTagger(bytes, 'affix', options, AffixTagger.read)
  }

  /** From an opened Pack. @internal */
  static read(pack: TaggerPack): AffixTagger {
    const { affix } = pack.meta
    if (affix !== 'prefix' && affix !== 'suffix') throw new RangeError('it does not say which affix counts')
    const how = {
      affix,
      length: pack.number('length', LENGTHS),
      minStem: pack.number('minStem', STEMS),
    } as const
    return new AffixTagger(how, ContextTable.read(pack, 1), pack.frame)
  }

  /** How many affixes it holds. */
  get size(): number {
    return this.#table.size
  }

  /** @internal */
  chooser(run: TaggingRun): Chooser {
    return this.#table.chooser(run, (word) => affixOf(word, this.#affix))
  }

  /** @internal */
  content(): TaggerContent {
    return { meta: { ...this.#affix }, columns: this.#table.columns() }
  }
}

/** The affix of a word, in whole characters; undefined where the word is too short. */
function affixOf(word: string, { affix, length, minStem }: Affix): string | undefined {
  if (word.length < length + minStem) return undefined
  const characters = /[\ud800-\udfff]/.test(word) ? [...word] : word
  if (characters.length < length + minStem) return undefined
  const from = affix === 'prefix' ? 0 : characters.length - length
  const part = characters.slice(from, from + length)
  return typeof part === 'string' ? part : part.join('')
}
