/**
 * PhraseMatcher: any number of phrases found in a Doc in one pass, by their forms or by any other column.
 *
 * Distinct words of the phrases are numbers; the words of a Doc are looked up once for each distinct value, and the
 * automaton (./phrase-trie.ts) runs over numbers. A Pack holds the phrases; the automaton is made again when it loads,
 * which takes less time than checking one would.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { NumberArray } from '../text/arrays.js'
import { Doc } from '../text/doc.js'
import { type PackMeta, readPack, writePack } from '../text/pack.js'
import { narrow, packStrings, unpackStrings } from '../text/string-list.js'
import { InternTable } from '../text/strings.js'
import { attributeColumn } from './attributes.js'
import { Match, MatchTable, type Overlap } from './match.js'
import { PhraseTrie } from './phrase-trie.js'

/** A phrase: a string that `tokenize` cuts, its words, or a Doc (where `by` is another attribute than the form). */
export type Phrase = string | readonly string[] | Doc

/** Options of {@link PhraseMatcher}. */
export interface PhraseMatcherOptions {
  /** The attribute that is compared: `form`, `lower`, or a column such as `lemma`. Default `form`. */
  readonly by?: string
  /** What cuts phrases that are strings: the tokenizer of the Docs. Without it strings are refused. */
  readonly tokenize?: ((phrase: string) => Doc | readonly string[]) | undefined
  /**
   * Matches that share tokens: `none` (the longest from the left), `between-patterns` (those of one name do not overlap)
   * or `all`. Default `none`.
   */
  readonly overlap?: Overlap
  /** Whether a match lies in one `sentence`, where the Doc has sentences, or anywhere in the `doc`; default `sentence`. */
  readonly within?: 'sentence' | 'doc'
}

/** Defaults of {@link PhraseMatcher}. */
export const DEFAULT_PHRASE_MATCHER_OPTIONS = {
  by: 'form',
  overlap: 'none',
  within: 'sentence',
} as const satisfies PhraseMatcherOptions

const WHERE = 'new PhraseMatcher(phrases, options)'
const KIND = 'phrase-matcher'
const VERSION = 1
const OVERLAPS = ['none', 'between-patterns', 'all'] as const
const WITHIN = ['sentence', 'doc'] as const

interface PhraseTable {
  readonly by: string
  readonly overlap: Overlap
  readonly within: 'sentence' | 'doc'
  readonly names: readonly string[]
  readonly nameOf: NumberArray
  readonly vocabulary: readonly string[]
  readonly words: Uint32Array
  readonly offsets: Uint32Array
}

/** Phrases, compiled. */
export class PhraseMatcher {
  #table!: PhraseTable
  #trie!: PhraseTrie
  /** Number of each word of the phrases. */
  #numbers!: ReadonlyMap<string, number>

  /**
   * Compiles phrases, or lists of them with names.
   *
   * @throws OPTION_INVALID, also when strings come without a `tokenize`
   * @throws QUERY_SYNTAX when a phrase has no tokens
   * @throws COLUMN_MISSING when a phrase is a Doc without the attribute `by`
   * @example
   * ```ts
   * import { tokenize } from 'wordloom'
   * import { PhraseMatcher } from 'wordloom/match'
   * const matcher = new PhraseMatcher({ city: ['new york', 'york'], fruit: ['apple'] }, { by: 'lower', tokenize })
   * for (const { name, text } of matcher.find(tokenize('A New York apple'))) console.log(name, text) // city New York
   * // fruit apple
   * ```
   */
  constructor(
    phrases: Iterable<Phrase> | Readonly<Record<string, Iterable<Phrase>>>,
    options: PhraseMatcherOptions = {},
  ) {
    requireOptions(options, { by: null, tokenize: null, overlap: OVERLAPS, within: WITHIN }, WHERE)
    const { by = 'form', tokenize, overlap = 'none', within = 'sentence' } = options
    if (typeof by !== 'string') throw wrongOption(`option by is ${JSON.stringify(by)}, expected a name`)
    const lists: readonly (readonly [string, Iterable<Phrase>])[] = isIterable(phrases)
      ? [['', phrases]]
      : Object.entries(phrases)
    const table = new InternTable()
    const words: number[] = []
    const offsets = [0]
    const nameOf: number[] = []
    lists.forEach(([, list], name) => {
      for (const phrase of list) {
        const cut = wordsOf(phrase, by, tokenize)
        if (cut.length === 0) {
          throw new WordloomError('QUERY_SYNTAX', {
            message: `Phrase ${nameOf.length} (${JSON.stringify(String(phrase))}) has no tokens.`,
            hint: 'Leave empty phrases out.',
            details: { phrase: nameOf.length },
          })
        }
        for (const word of cut) words.push(table.intern(word))
        offsets.push(words.length)
        nameOf.push(name)
      }
    })
    this.#compile({
      by,
      overlap,
      within,
      names: lists.map(([name]) => name),
      nameOf: narrow(nameOf),
      vocabulary: table.strings,
      words: Uint32Array.from(words),
      offsets: Uint32Array.from(offsets),
    })
  }

  #compile(table: PhraseTable): void {
    this.#table = table
    this.#trie = new PhraseTrie(table.words, table.offsets, table.vocabulary.length)
    this.#numbers = new Map(table.vocabulary.map((word, number) => [word, number]))
  }

  /** Number of phrases. */
  get size(): number {
    return this.#table.nameOf.length
  }

  /** Names of the lists of phrases, in their order; '' for a list without a name. */
  get names(): readonly string[] {
    return this.#table.names
  }

  /**
   * The matches in `doc`, from left to right. Linear in the tokens and what is found, however many phrases there are.
   *
   * @throws COLUMN_MISSING when the Doc does not have the attribute `by`
   */
  find(doc: Doc): Match[] {
    const { by, overlap, within, names, nameOf } = this.#table
    const { ids, values } = attributeColumn(doc, by)
    const known = new Int32Array(values.length).fill(-2)
    const words = new Int32Array(ids.length)
    for (let i = 0; i < words.length; i++) {
      const id = ids[i]!
      if (known[id] === -2) known[id] = this.#numbers.get(String(values[id])) ?? -1
      words[i] = known[id]!
    }
    const sentence = within === 'sentence' && doc.has('sentence') ? doc.numbers('sentence') : undefined
    const table = new MatchTable()
    this.#trie.scan(words, sentence, overlap !== 'none', table.add)
    const matches: Match[] = []
    table.select(overlap, 'longest', nameOf, names.length, (from, to, phrase) => {
      matches.push(new Match(doc, from, to, names[nameOf[phrase]!]!, phrase))
    })
    return matches
  }

  /** The words of phrase `pattern`, as `Match.pattern` numbers them; undefined where there is none. */
  phrase(pattern: number): readonly string[] | undefined {
    const { offsets, words, vocabulary } = this.#table
    if (!(pattern >= 0 && pattern + 1 < offsets.length)) return undefined
    return Array.from(words.subarray(offsets[pattern], offsets[pattern + 1]), (word) => vocabulary[word]!)
  }

  /**
   * The phrases as a Pack (kind 'phrase-matcher'); `meta` says where they come from.
   *
   * @example
   * ```ts
   * import { tokenizeWhitespace } from 'wordloom'
   * import { PhraseMatcher } from 'wordloom/match'
   * const bytes = new PhraseMatcher([['to', 'be']]).save({ licence: 'CC0-1.0' })
   * console.log(PhraseMatcher.load(bytes).find(tokenizeWhitespace('how to be')).length) // 1
   * ```
   */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    const { by, overlap, within, names, nameOf, vocabulary, words, offsets } = this.#table
    const lengths = Uint32Array.from(nameOf, (_, p) => offsets[p + 1]! - offsets[p]!)
    return writePack({
      kind: KIND,
      version: VERSION,
      meta: { ...meta, by, overlap, within, names: [...names] },
      columns: {
        ...packStrings('vocabulary', vocabulary),
        name: { values: narrow(nameOf) },
        length: { values: narrow(lengths) },
        words: { values: narrow(words) },
      },
    })
  }

  /**
   * The matcher that `save` wrote.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION as `readPack`
   */
  static load(bytes: Uint8Array): PhraseMatcher {
    const { meta, columns } = readPack(bytes, KIND, VERSION)
    const column = (name: string): NumberArray => {
      const values = columns.get(name)?.values
      if (values === undefined) throw new RangeError(`it has no column ${name}`)
      return values
    }
    try {
      const matcher = new PhraseMatcher([])
      matcher.#compile(readTable(meta, column))
      return matcher
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause
      throw new WordloomError('PACK_MALFORMED', {
        message: `The phrase matcher in the Pack cannot be read: ${cause.message}.`,
        hint: 'Give the bytes that PhraseMatcher.save wrote.',
        cause,
      })
    }
  }
}

function readTable(meta: PackMeta, column: (name: string) => NumberArray): PhraseTable {
  const { by, overlap, within, names } = meta
  if (typeof by !== 'string') throw new RangeError('it does not say what is compared')
  const isOverlap = (value: unknown): value is Overlap => (OVERLAPS as readonly unknown[]).includes(value)
  if (!isOverlap(overlap)) throw new RangeError('its overlap is unknown')
  if (within !== 'sentence' && within !== 'doc') throw new RangeError('its within is unknown')
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw new RangeError('its names are not a list of names')
  }
  const vocabulary = unpackStrings('vocabulary', column)
  const words = whole('words', column('words'), 0, vocabulary.length)
  const nameOf = whole('name', column('name'), 0, names.length)
  const lengths = whole('length', column('length'), 1, words.length + 1)
  if (lengths.length !== nameOf.length) throw new RangeError('it has not one length for each phrase')
  const offsets = new Uint32Array(lengths.length + 1)
  let reached = 0
  for (let p = 0; p < lengths.length; p++) {
    reached += lengths[p]!
    offsets[p + 1] = reached
  }
  if (reached !== words.length) {
    throw new RangeError(`its phrases have ${reached} words and it holds ${words.length}`)
  }
  return { by, overlap, within, names: names as string[], nameOf, vocabulary, words, offsets }
}

function whole(name: string, values: NumberArray, least: number, limit: number): Uint32Array {
  for (const value of values) {
    if (!(Number.isInteger(value) && value >= least && value < limit)) {
      throw new RangeError(`${name} has a number that is out of range`)
    }
  }
  return Uint32Array.from(values)
}

function wordsOf(phrase: Phrase, by: string, tokenize: PhraseMatcherOptions['tokenize']): readonly string[] {
  let cut: Doc | readonly string[]
  if (typeof phrase === 'string') {
    if (typeof tokenize !== 'function') {
      throw wrongOption(
        `phrase ${JSON.stringify(phrase)} is a string, and no tokenize was given`,
        'Pass { tokenize } with the tokenizer of your Docs, or phrases as lists of words.',
      )
    }
    cut = tokenize(phrase)
  } else cut = phrase
  if (cut instanceof Doc) {
    if ((by === 'form' || by === 'lower') && !cut.has('form')) cut = cut.words()
    else {
      const { ids, values } = attributeColumn(cut, by)
      return Array.from(ids, (id) => String(values[id]))
    }
  }
  if (!Array.isArray(cut) || !cut.every((word) => typeof word === 'string')) {
    throw wrongOption('a phrase is neither a string, a Doc nor a list of words')
  }
  return by === 'lower' ? cut.map((word) => word.toLowerCase()) : cut
}

function isIterable(value: object): value is Iterable<Phrase> {
  return Symbol.iterator in value
}

function wrongOption(what: string, hint = ''): WordloomError {
  return new WordloomError('OPTION_INVALID', { message: `${WHERE}: ${what}.`, hint })
}
