/**
 * WordNet: words, their meanings and the relations between them, in columns that load without parsing.
 */
import { requireOptions, requireString, WordloomError } from '../../core/errors.js'
import { readColumns, type WordNetColumns, writeColumns } from './columns.js'
import { WordNetData } from './data.js'
import { groupsWithEndings, morphy } from './morphy.js'
import { type Sense, senseAt } from './sense.js'
import type { WordNetMeta } from './source-wordnet.js'
import { type Synset, synsetAt } from './synset.js'
import { GROUP_OF_POS, POS, POS_GROUPS, posNumber, type WordNetPos } from './tables.js'
import { wordKey } from './words.js'

/** How words are looked up. */
export interface WordNetLookupOptions {
  /**
   * Which forms of a word are found: `morphy` finds 'dogs' and 'ran' as forms of dog and run, as NLTK does;
   * `exact` finds only words as they stand in the WordNet, whatever their case.
   */
  readonly forms?: 'morphy' | 'exact'
}

/** What look-ups do unless told otherwise. */
export const DEFAULT_WORDNET_LOOKUP_OPTIONS: Required<WordNetLookupOptions> = { forms: 'morphy' }

const SATELLITE = POS.indexOf('s')

let reveal: (wordnet: WordNet) => WordNetData

/**
 * A lexical database: look up a word, a synset or a sense, and walk from there.
 *
 * It comes from `readOewn` (Open English WordNet) or `readWndb` (Princeton's files), or from the Pack that
 * `save()` makes of either, which loads in about a tenth of a second. Look-ups take no notice of case, and
 * underscores are as good as blanks.
 *
 * @example
 * ```ts
 * import { WordNet } from 'wordloom/corpora'
 * const inPack = (pack: Uint8Array) => WordNet.load(pack).synsets('dog', 'n').map(String)
 * console.log(typeof inPack) // function
 * ```
 * @see Miller 1995, WordNet: A Lexical Database for English, https://doi.org/10.1145/219717.219748
 */
export class WordNet {
  /** What could not be read, where `onError: 'collect'` was asked for. */
  readonly errors: readonly WordloomError[]
  readonly #data: WordNetData
  #interlingual: Map<string, number> | undefined

  static {
    reveal = (wordnet) => wordnet.#data
  }

  private constructor(columns: WordNetColumns, errors: readonly WordloomError[]) {
    this.#data = new WordNetData(columns)
    this.errors = errors
  }

  /** A WordNet over columns that are sound; for the readers. */
  static of(columns: WordNetColumns, errors: readonly WordloomError[]): WordNet {
    return new WordNet(columns, errors)
  }

  /**
   * A WordNet from the bytes that `save()` gave.
   *
   * @throws PACK_MALFORMED when the bytes are none, or a number in them leads to what is not there
   * @throws PACK_CHECKSUM, PACK_KIND, PACK_VERSION
   */
  static load(bytes: Uint8Array): WordNet {
    return new WordNet(readColumns(bytes), [])
  }

  /** The WordNet as a Pack of the kind 'wordnet'; the same WordNet gives the same bytes. */
  save(): Uint8Array<ArrayBuffer> {
    return writeColumns(this.#data.columns)
  }

  /** Title, licence, language and version of the source. */
  get meta(): WordNetMeta {
    return this.#data.columns.meta
  }

  /** How many synsets, senses (words in synsets) and words (with their part of speech) there are. */
  get counts(): { readonly synsets: number; readonly senses: number; readonly words: number } {
    const { synsetCount, senseCount, columns } = this.#data
    return { synsets: synsetCount, senses: senseCount, words: columns.entryWord.length }
  }

  /**
   * Meanings of a word: nouns, verbs, adjectives, adverbs, each from the first sense on; none for a word that is
   * not there.
   *
   * @param pos only these; 'a' has satellites too, 's' satellites alone
   * @throws INPUT_NOT_STRING
   * @throws OPTION_INVALID
   */
  synsets(
    word: string,
    pos?: WordNetPos,
    options: WordNetLookupOptions = DEFAULT_WORDNET_LOOKUP_OPTIONS,
  ): Synset[] {
    const data = this.#data
    const { wordRows, wordSynsets, synsetPos } = data.columns
    const found: Synset[] = []
    const looked = this.#look(word, pos, options, 'wordnet.synsets')
    if (looked.length === 2 && pos === undefined) {
      const only = data.onlySynset(looked[0]!)
      if (only >= 0) return [synsetAt(data, only)]
    }
    for (let k = 0; k < looked.length; k += 2) {
      const number = looked[k]!
      const group = looked[k + 1]!
      for (let i = wordRows[number]!, end = wordRows[number + 1]!; i < end; i++) {
        const synset = wordSynsets[i]!
        if (group >= 0 && data.groupOf(synset) !== group) continue
        if (pos !== 's' || synsetPos[synset] === SATELLITE) found.push(synsetAt(data, synset))
      }
    }
    return found
  }

  /**
   * The senses of a word, in the order of {@link synsets}: the word in each of its meanings. What NLTK gives as
   * `wn.lemmas(word)`.
   *
   * @throws INPUT_NOT_STRING
   * @throws OPTION_INVALID
   */
  senses(
    word: string,
    pos?: WordNetPos,
    options: WordNetLookupOptions = DEFAULT_WORDNET_LOOKUP_OPTIONS,
  ): Sense[] {
    const data = this.#data
    const { synsetSenses, synsetPos } = data.columns
    const found: Sense[] = []
    const looked = this.#look(word, pos, options, 'wordnet.senses')
    for (let k = 0; k < looked.length; k += 2) {
      const [number, group] = [looked[k]!, looked[k + 1]!]
      for (const synset of data.synsetsOf(number, group)) {
        if (pos === 's' && synsetPos[synset] !== SATELLITE) continue
        for (let sense = synsetSenses[synset]!; sense < synsetSenses[synset + 1]!; sense++) {
          if (data.index.find(data.wordText(sense)) === number) found.push(senseAt(data, sense))
        }
      }
    }
    return found
  }

  /**
   * The synset of an id ('02086723-n'), a name ('dog.n.01') or a number of the Interlingual Index ('i46360').
   *
   * @throws SYNSET_UNKNOWN when there is none
   * @throws INPUT_NOT_STRING
   */
  synset(id: string): Synset {
    requireString(id, 'wordnet.synset(id)')
    const index = /^\d{8}-[nvasr]$/u.test(id)
      ? this.#byId(id)
      : /^i\d+$/u.test(id)
        ? this.#byIli(id)
        : this.#byName(id)
    return synsetAt(this.#data, index)
  }

  /**
   * The sense of a key, as in 'dog%1:05:00::'.
   *
   * @throws SYNSET_UNKNOWN when there is none
   * @throws INPUT_NOT_STRING
   */
  sense(key: string): Sense {
    requireString(key, 'wordnet.sense(key)')
    const data = this.#data
    const { keys, keySenses, synsetSenses } = data.columns
    const word = data.index.find(key.slice(0, Math.max(0, key.lastIndexOf('%'))))
    for (const synset of word < 0 ? [] : data.synsetsOf(word, -1)) {
      for (let sense = synsetSenses[synset]!; sense < synsetSenses[synset + 1]!; sense++) {
        if (data.senseKey(sense) === key) return senseAt(data, sense)
      }
    }
    for (let i = 0; i < keys.size; i++) if (keys.get(i) === key) return senseAt(data, keySenses[i]!)
    throw new WordloomError('SYNSET_UNKNOWN', {
      message: `There is no sense '${key}'.`,
      hint:
        word < 0
          ? 'A sense key looks like dog%1:05:00::.'
          : `wordnet.senses('${data.columns.words.get(word)}').map(String) lists the keys of the word.`,
      details: { key },
    })
  }

  /** Whether a word is there, as it stands (`exact`). @throws INPUT_NOT_STRING */
  has(word: string, pos?: WordNetPos): boolean {
    return this.synsets(word, pos, { forms: 'exact' }).length > 0
  }

  /** Every word as written, in order of characters, each once; those of one part of speech where it is given. */
  *lemmas(pos?: WordNetPos): Generator<string> {
    const { columns } = this.#data
    const group = pos === undefined ? -1 : GROUP_OF_POS[posNumber(pos, 'wordnet.lemmas')]!
    const there = new Uint8Array(columns.words.size)
    columns.entryWord.forEach((word, entry) => {
      if (group < 0 || columns.entryGroup[entry] === group) there[word] = 1
    })
    for (let word = 0; word < there.length; word++) if (there[word] === 1) yield columns.words.get(word)
  }

  /** Every synset in order of ids; those of one part of speech where it is given. */
  *allSynsets(pos?: WordNetPos): Generator<Synset> {
    const number = pos === undefined ? -1 : posNumber(pos, 'wordnet.allSynsets')
    const { columns, synsetCount } = this.#data
    for (let i = 0; i < synsetCount; i++) {
      const own = columns.synsetPos[i]!
      if (number < 0 || own === number || (pos === 'a' && own === SATELLITE)) yield synsetAt(this.#data, i)
    }
  }

  /**
   * The words, as look-ups know them (lower case), that a form in a text may be a form of: all of them, each once.
   *
   * @throws INPUT_NOT_STRING
   * @throws OPTION_INVALID
   * @see Princeton WordNet, morphy(7WN)
   */
  morphy(form: string, pos?: WordNetPos): string[] {
    requireString(form, 'wordnet.morphy(form)')
    const groups = pos === undefined ? [0, 1, 2, 3] : [GROUP_OF_POS[posNumber(pos, 'wordnet.morphy')]!]
    const itself = this.#data.index.find(form)
    const found: number[] = []
    for (const group of groups) morphy(this.#data, form, itself, group, found)
    const words = new Set(found.filter((_, i) => i % 2 === 0))
    return Array.from(words, (word) => this.#data.columns.words.get(word))
  }

  /** Numbers of words, each followed by the group of parts of speech in which it is meant; -1 for all. */
  #look(word: string, pos: WordNetPos | undefined, options: WordNetLookupOptions, where: string): number[] {
    requireString(word, `${where}(word)`)
    for (const name in options) {
      // The whole check costs as much as a look-up.
      const known = name === 'forms' && (options.forms === 'exact' || options.forms === 'morphy')
      if (!known) requireOptions(options, LOOKUP_OPTIONS, where)
    }
    const data = this.#data
    const only = pos === undefined ? -1 : GROUP_OF_POS[posNumber(pos, where)]!
    const itself = data.index.find(word)
    // Most words are no forms of others: then all of their synsets are meant.
    const others = groupsWithEndings(word) | (itself < 0 ? 0 : data.exceptionGroups(itself))
    if (options.forms === 'exact' || (others & (only < 0 ? 15 : 1 << only)) === 0) {
      return itself < 0 ? [] : [itself, only]
    }
    const found: number[] = []
    for (let group = 0; group < POS_GROUPS.length; group++) {
      if (only < 0 || only === group) morphy(data, word, itself, group, found)
    }
    return found
  }

  #byId(id: string): number {
    const { columns, synsetCount } = this.#data
    const number = Number.parseInt(id, 10)
    const pos = POS.indexOf(id.slice(-1) as WordNetPos)
    const group = GROUP_OF_POS[pos]!
    let low = 0
    for (let high = synsetCount; low < high; ) {
      const middle = (low + high) >> 1
      const below =
        this.#data.groupOf(middle) - group ||
        columns.synsetNumber[middle]! - number ||
        columns.synsetPos[middle]! - pos
      if (below < 0) low = middle + 1
      else high = middle
    }
    if (low < synsetCount && columns.synsetNumber[low] === number && columns.synsetPos[low] === pos)
      return low
    // Some write satellites as adjectives: a is taken for s where that is what is there.
    if (pos === POS.indexOf('a')) {
      const found = columns.synsetNumber[low] === number && columns.synsetPos[low] === SATELLITE
      if (found) return low
    }
    throw unknown(
      id,
      `There is no synset with the id '${id}'.`,
      "Ids are those of the source; wordnet.synsets('dog') finds synsets by word.",
    )
  }

  #byIli(id: string): number {
    if (this.#interlingual === undefined) {
      this.#interlingual = new Map()
      const { synsetIli } = this.#data.columns
      for (let i = 0; i < synsetIli.length; i++) {
        if (synsetIli[i] !== 0) this.#interlingual.set(`i${synsetIli[i]}`, i)
      }
    }
    const index = this.#interlingual.get(id)
    if (index !== undefined) return index
    throw unknown(id, `No synset has the number '${id}' of the Interlingual Index.`, '')
  }

  #byName(name: string): number {
    const parts = /^(.+)\.([nvasr])\.(\d{1,4})$/su.exec(name)
    if (parts === null) {
      throw unknown(name, `'${name}' is no id and no name of a synset.`, "Write '02086723-n' or 'dog.n.01'.")
    }
    const [, word, pos, digits] = parts as unknown as [string, string, WordNetPos, string]
    const data = this.#data
    const number = data.index.find(word)
    const synsets = number < 0 ? [] : data.synsetsOf(number, GROUP_OF_POS[posNumber(pos, 'wordnet.synset')]!)
    const synset = synsets[Number(digits) - 1]
    if (synset !== undefined && (pos !== 's' || data.columns.synsetPos[synset] === SATELLITE)) return synset
    const first = `${wordKey(word).replaceAll(' ', '_')}.${pos}.01`
    const hint =
      synsets.length === 0
        ? `wordnet.synsets('${word}') lists what there is of the word.`
        : `The word has ${synsets.length} of that part of speech, from ${first} on.`
    throw unknown(name, `There is no synset '${name}'.`, hint)
  }
}

const LOOKUP_OPTIONS = { forms: ['morphy', 'exact'] }

function unknown(id: string, message: string, hint: string): WordloomError {
  return new WordloomError('SYNSET_UNKNOWN', { message, hint, details: { id } })
}

/** The columns behind a WordNet. */
export function dataOfWordNet(wordnet: WordNet): WordNetData {
  return reveal(wordnet)
}
