/**
 * A WordNet's columns with what is made of them at load or at first need: the index of words, the synset of each
 * sense, and the objects that are handed out, one for each synset and sense, so that `===` compares them.
 */
import type { WordNetColumns } from './columns.js'
import type { Sense } from './sense.js'
import { makeSenseKey } from './sense-key.js'
import type { Synset } from './synset.js'
import { GROUP_OF_POS } from './tables.js'
import { Taxonomy } from './taxonomy.js'
import { WORD_RECORD, WordIndex } from './words.js'

/** Columns and what is derived of them. */
export class WordNetData {
  readonly columns: WordNetColumns
  readonly index: WordIndex
  readonly synsetCount: number
  readonly senseCount: number
  readonly taxonomy: Taxonomy
  /** The objects that were handed out, by number. */
  readonly synsets: (Synset | undefined)[]
  readonly senses: (Sense | undefined)[]
  readonly #senseSynset: Uint32Array
  readonly #records: Uint32Array
  readonly #greatestDepths = new Map<number, number>()

  constructor(columns: WordNetColumns) {
    this.columns = columns
    this.#records = wordRecords(columns)
    this.index = new WordIndex(columns.words, this.#records)
    this.synsetCount = columns.synsetNumber.length
    this.senseCount = columns.senseEntry.length
    this.taxonomy = new Taxonomy(columns.relations)
    this.synsets = new Array(this.synsetCount)
    this.senses = new Array(this.senseCount)
    this.#senseSynset = new Uint32Array(this.senseCount)
    for (let synset = 0; synset < this.synsetCount; synset++) {
      this.#senseSynset.fill(synset, columns.synsetSenses[synset], columns.synsetSenses[synset + 1])
    }
  }

  /** Synset that a sense belongs to. */
  synsetOf(sense: number): number {
    return this.#senseSynset[sense]!
  }

  /** Number of the word of a sense. */
  wordOf(sense: number): number {
    const { entryWord, senseEntry } = this.columns
    return entryWord[senseEntry[sense]!]!
  }

  /** Word of a sense, as written. */
  wordText(sense: number): string {
    return this.columns.words.get(this.wordOf(sense))
  }

  /** Group of the part of speech of a synset. */
  groupOf(synset: number): number {
    return GROUP_OF_POS[this.columns.synsetPos[synset]!]!
  }

  /** Synsets of a word number in one group of parts of speech, or in all (-1). */
  synsetsOf(word: number, group: number): number[] {
    const { wordRows, wordSynsets } = this.columns
    const synsets: number[] = []
    for (let i = wordRows[word]!; i < wordRows[word + 1]!; i++) {
      const synset = wordSynsets[i]!
      if (group < 0 || this.groupOf(synset) === group) synsets.push(synset)
    }
    return synsets
  }

  /** Whether a word number has a synset in a group of parts of speech. */
  hasGroup(word: number, group: number): boolean {
    return ((this.#records[word * WORD_RECORD + 2]! >> group) & 1) === 1
  }

  /** Groups of parts of speech in which a word number is an irregular form, a bit each. */
  exceptionGroups(word: number): number {
    return (this.#records[word * WORD_RECORD + 2]! >> 4) & 15
  }

  /** The one synset that a word number has; -1 where it has none or several. */
  onlySynset(word: number): number {
    const at = word * WORD_RECORD
    return this.#records[at + 2]! >> 8 === 1 ? this.#records[at + 3]! : -1
  }

  /** Greatest depth of the synsets of one part of speech (index in POS). */
  greatestDepth(pos: number): number {
    let greatest = this.#greatestDepths.get(pos)
    if (greatest === undefined) {
      greatest = 0
      for (let i = 0; i < this.synsetCount; i++) {
        if (this.columns.synsetPos[i] === pos) greatest = Math.max(greatest, this.taxonomy.maxDepth(i))
      }
      this.#greatestDepths.set(pos, greatest)
    }
    return greatest
  }

  /** Which sense of its word a sense is, from 1, among those of its part of speech. */
  senseNumber(sense: number): number {
    const synset = this.synsetOf(sense)
    const key = this.index.find(this.wordText(sense))
    return key < 0 ? 0 : this.synsetsOf(key, this.groupOf(synset)).indexOf(synset) + 1
  }

  /** The sense key of a sense. */
  senseKey(sense: number): string {
    const { keySenses, keys } = this.columns
    if (keySenses.length > 0) {
      const at = lowerBound(keySenses, sense)
      if (keySenses[at] === sense) return keys.get(at)
    }
    return makeSenseKey(this.columns, sense, this.synsetOf(sense))
  }

  /** Targets of one relation type of a node. */
  related(lists: 'relations' | 'senseRelations', node: number, type: number): number[] {
    const { rows, types, targets } = this.columns[lists]
    const found: number[] = []
    for (let i = rows[node]!, end = rows[node + 1]!; i < end && types[i]! <= type; i++) {
      if (types[i] === type) found.push(targets[i]!)
    }
    return found
  }
}

/**
 * Records for {@link WordIndex}. Item 2: groups of parts of speech that a word has synsets in (bits 0 to 3), in which
 * it is an exception (bits 4 to 7), and whether it has just one synset (bit 8). Item 3: its first synset.
 */
function wordRecords(columns: WordNetColumns): Uint32Array {
  const { words, wordRows, wordSynsets, synsetPos, exceptionForm, exceptionGroup } = columns
  const records = new Uint32Array(words.size * WORD_RECORD)
  for (let word = 0; word < words.size; word++) {
    const from = wordRows[word]!
    const to = wordRows[word + 1]!
    let groups = to - from === 1 ? 256 : 0
    for (let i = from; i < to; i++) groups |= 1 << GROUP_OF_POS[synsetPos[wordSynsets[i]!]!]!
    records[word * WORD_RECORD + 2] = groups
    if (to > from) records[word * WORD_RECORD + 3] = wordSynsets[from]!
  }
  for (let i = 0; i < exceptionForm.length; i++) {
    records[exceptionForm[i]! * WORD_RECORD + 2]! |= 16 << exceptionGroup[i]!
  }
  return records
}

/** First index whose value is not below `value`, in ascending `values`. */
export function lowerBound(values: Uint32Array, value: number): number {
  let low = 0
  for (let high = values.length; low < high; ) {
    const middle = (low + high) >> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
