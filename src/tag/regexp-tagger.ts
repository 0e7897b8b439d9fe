/**
 * Regexp tagger: patterns in their order, the first that matches at the beginning of the word gives the tag.
 *
 * The patterns run in linear time (src/text/pattern.ts), once for each distinct word of a Doc.
 *
 * @see Bird, Klein and Loper 2009, chapter 5.4
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import type { PackMeta } from '../text/pack.js'
import { Pattern } from '../text/pattern.js'
import { packStrings } from '../text/string-list.js'
import {
  type DocTagger,
  SequentialTagger,
  type SimpleTaggerType,
  type TaggerContent,
} from './simple-tagger.js'
import { requireColumn, requireTagger } from './tagger-options.js'
import { type TaggerLoadOptions, type TaggerPack, unpackTagger } from './tagger-pack.js'
import { type Chooser, NO_TAG, type TaggingRun } from './tagging-run.js'

/** A pattern and the tag of the words that it matches. */
export type RegexpTaggerRule = readonly [pattern: string | RegExp, tag: string]

/** Options of {@link RegexpTagger}. */
export interface RegexpTaggerOptions {
  /** The column that is added; default `tag`. */
  readonly column?: string
  /** The tagger that is asked where no pattern matches. */
  readonly backoff?: DocTagger
  /** What the saved tagger says of itself. */
  readonly meta?: PackMeta
}

/** Defaults of {@link RegexpTagger}. */
export const DEFAULT_REGEXP_TAGGER_OPTIONS = { column: 'tag' } as const

interface Rule {
  readonly source: string
  readonly flags: string
  readonly tag: string
}

/** Gives words the tag of the first pattern that matches them. */
export class RegexpTagger extends SequentialTagger {
  readonly type: SimpleTaggerType = 'regexp'
  readonly #rules: readonly Rule[]
  readonly #patterns: readonly { readonly pattern: Pattern; readonly first: number }[]

  /**
   * A pattern is a string in JavaScript's syntax or a RegExp, whose flags i, m and s count; it must match at the
   * beginning of the word, and write `$` where it must reach to the end. Back-references are refused.
   *
   * @throws PATTERN_INVALID, PATTERN_UNSUPPORTED naming the offset in the pattern
   * @throws INPUT_NOT_STRING when a pattern is neither a string nor a RegExp, or a tag no string
   * @throws OPTION_INVALID when an option is unknown or no tagger
   * @example
   * ```ts
   * import { tokenize } from 'wordloom'
   * import { DefaultTagger, RegexpTagger } from 'wordloom/tag'
   * const tagger = new RegexpTagger([['.*ing$', 'VBG'], ['[0-9]+$', 'CD']], { backoff: new DefaultTagger('NN') })
   * const doc = tagger.tag(tokenize('weaving 12 metres'))
   * console.log([...doc].map((token) => token.get('tag'))) // [ 'VBG', 'CD', 'NN' ]
   * ```
   */
  constructor(rules: readonly RegexpTaggerRule[], options: RegexpTaggerOptions = {}) {
    const where = 'RegexpTagger'
    requireOptions(options, { column: null, backoff: null, meta: null }, where)
    const { column, backoff, meta } = { ...DEFAULT_REGEXP_TAGGER_OPTIONS, ...options }
    requireColumn(where, column)
    requireTagger(where, 'backoff', backoff)
    super({ column, backoff, meta: meta ?? {} })
    this.#rules = rules.map(([pattern, tag]) => {
      requireString(tag, 'new RegexpTagger([[pattern, tag]])')
      return { ...sourceOf(pattern), tag }
    })
    this.#patterns = compile(this.#rules)
  }

  /** The patterns with their flags and tags, in their order. */
  get rules(): readonly { readonly source: string; readonly flags: string; readonly tag: string }[] {
    return this.#rules
  }

  /** A tagger from the bytes of `save`. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION, OPTION_INVALID */
  static load(bytes: Uint8Array, options: TaggerLoadOptions = {}): RegexpTagger {
    return unpackTagger(bytes, 'regexp', options, RegexpTagger.read)
  }

  /** From an opened Pack. @internal */
  static read(pack: TaggerPack): RegexpTagger {
    const [sources, flags, tags] = ['sources', 'flags', 'tags'].map((name) => pack.strings(name))
    if (sources!.length !== flags!.length || sources!.length !== tags!.length) {
      throw new RangeError('its patterns, flags and tags are not of one number')
    }
    const { column, backoff, meta } = pack.frame
    try {
      const rules = sources!.map((source, i) => [new RegExp(source, flags![i]), tags![i]!] as const)
      return new RegexpTagger(rules, {
        column,
        ...(meta && { meta }),
        ...(backoff && { backoff }),
      })
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof WordloomError) throw new RangeError(error.message)
      throw error
    }
  }

  /** @internal */
  chooser({ words, tags }: TaggingRun): Chooser {
    const numbers = this.#rules.map(({ tag }) => tags.intern(tag))
    const known = new Int32Array(words.strings.length).fill(-1)
    return (i) => {
      const word = words.ids[i]!
      if (known[word]! < 0) {
        const rule = this.#match(words.strings[word]!)
        known[word] = rule < 0 ? NO_TAG : numbers[rule]!
      }
      return known[word]!
    }
  }

  /** @internal */
  content(): TaggerContent {
    return {
      meta: {},
      columns: {
        ...packStrings(
          'sources',
          this.#rules.map(({ source }) => source),
        ),
        ...packStrings(
          'flags',
          this.#rules.map(({ flags }) => flags),
        ),
        ...packStrings(
          'tags',
          this.#rules.map(({ tag }) => tag),
        ),
      },
    }
  }

  /** The first rule that matches at the beginning of the word, -1 where none does. */
  #match(word: string): number {
    for (const { pattern, first } of this.#patterns) {
      let matched = -1
      pattern.scan(word, (start, _end, rule) => {
        if (start === 0 && matched < 0) matched = rule
      })
      if (matched >= 0) return first + matched
    }
    return -1
  }
}

function sourceOf(pattern: string | RegExp): { source: string; flags: string } {
  if (pattern instanceof RegExp) {
    return { source: pattern.source, flags: pattern.flags.replace(/[^ims]/g, '') }
  }
  requireString(pattern, 'new RegexpTagger([[pattern, tag]])')
  return { source: pattern, flags: '' }
}

/** Neighbours with the same flags become one program, which tries them in their order. */
function compile(rules: readonly Rule[]): { pattern: Pattern; first: number }[] {
  const compiled: { pattern: Pattern; first: number }[] = []
  for (let first = 0; first < rules.length; ) {
    const { flags } = rules[first]!
    let end = first
    while (end < rules.length && rules[end]!.flags === flags) {
      new Pattern(rules[end]!.source, flags) // alone, so that an error names the offset in it
      end++
    }
    const sources = rules.slice(first, end).map(({ source }) => `^(?:${source})`)
    compiled.push({ pattern: new Pattern(sources, flags.replace('m', '')), first })
    first = end
  }
  return compiled
}
