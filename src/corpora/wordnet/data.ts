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
import { WordIndex } from './words.js'

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

  constructor(columns: WordNetColumns) {
    this.columns = columns
    this.index = new WordIndex(columns.words)
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
    const { wordRows, wordSynsets } = this.columns
    for (let i = wordRows[word]!; i < wordRows[word + 1]!; i++) {
      if (this.groupOf(wordSynsets[i]!) === group) return true
    }
    return false
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
