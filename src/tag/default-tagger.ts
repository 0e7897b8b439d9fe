/**
 * The tagger at the end of every chain: one tag for every token.
 *
 * @see Bird, Klein and Loper 2009, chapter 5.4
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import type { PackMeta } from '../text/pack.js'
import { SequentialTagger, type SimpleTaggerType, type TaggerContent } from './simple-tagger.js'
import { requireColumn } from './tagger-options.js'
import { type TaggerPack, unpackTagger } from './tagger-pack.js'
import type { Chooser, TaggingRun } from './tagging-run.js'

/** Options of {@link DefaultTagger}. */
export interface DefaultTaggerOptions {
  /** The column that is added; default `tag`. */
  readonly column?: string
  /** What the saved tagger says of itself. */
  readonly meta?: PackMeta
}

/** Defaults of {@link DefaultTagger}. */
export const DEFAULT_DEFAULT_TAGGER_OPTIONS = { column: 'tag' } as const

/** Gives every token the same tag. */
export class DefaultTagger extends SequentialTagger {
  readonly type: SimpleTaggerType = 'default'
  /** The tag. */
  readonly value: string

  /**
   * @throws INPUT_NOT_STRING when `value` is no string; OPTION_INVALID when it is empty, or an option is unknown
   * @example
   * ```ts
   * import { tokenize } from 'wordloom'
   * import { DefaultTagger } from 'wordloom/tag'
   * const doc = new DefaultTagger('NN').tag(tokenize('looms weave'))
   * console.log([...doc].map((token) => token.get('tag'))) // [ 'NN', 'NN' ]
   * ```
   */
  constructor(value: string, options: DefaultTaggerOptions = {}) {
    requireOptions(options, { column: null, meta: null }, 'DefaultTagger')
    const { column, meta = {} } = { ...DEFAULT_DEFAULT_TAGGER_OPTIONS, ...options }
    requireColumn('DefaultTagger', column)
    super({ column, meta })
    requireString(value, 'new DefaultTagger(value)')
    if (value === '') {
      throw new WordloomError('OPTION_INVALID', {
        message: 'new DefaultTagger(value) got an empty tag, which means that there is none.',
        hint: "Give the most frequent tag: new DefaultTagger('NN').",
      })
    }
    this.value = value
  }

  /** A tagger from the bytes of `save`. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION */
  static load(bytes: Uint8Array): DefaultTagger {
    return unpackTagger(bytes, 'default', {}, DefaultTagger.read)
  }

  /** From an opened Pack. @internal */
  static read({ meta, frame }: TaggerPack): DefaultTagger {
    const { value } = meta
    if (typeof value !== 'string' || value === '') throw new RangeError('it names no tag')
    return new DefaultTagger(value, { column: frame.column, meta: frame.meta ?? {} })
  }

  /** @internal */
  chooser(run: TaggingRun): Chooser {
    const tag = run.tags.intern(this.value)
    return () => tag
  }

  /** @internal */
  content(): TaggerContent {
    return { meta: { value: this.value }, columns: {} }
  }
}
