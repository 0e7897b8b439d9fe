/**
 * Sense: a word in one meaning, and a view of its row in the columns. What NLTK calls a Lemma.
 */
import type { WordNetData } from './data.js'
import { relationNumber, WORDNET_RELATIONS, type WordNetRelation } from './relations.js'
import { type Synset, synsetAt } from './synset.js'
import { ADJECTIVE_POSITIONS, type AdjectivePosition, POS_GROUPS, type WordNetPos } from './tables.js'

/** How a word is spoken, in the International Phonetic Alphabet. */
export interface Pronunciation {
  readonly value: string
  /** Region where it is spoken so, as in 'GB' or 'US'; '' where the source does not say. */
  readonly variety: string
}

/** A word in one of its meanings. */
export class Sense {
  readonly #data: WordNetData
  readonly #index: number

  /** Senses come from a WordNet: `wordnet.senses('dog')`. */
  constructor(data: WordNetData, index: number) {
    this.#data = data
    this.#index = index
  }

  /** The word as written: 'Canis familiaris'. */
  get word(): string {
    return this.#data.wordText(this.#index)
  }

  get synset(): Synset {
    return synsetAt(this.#data, this.#data.synsetOf(this.#index))
  }

  /** Name of the sense that stays the same from release to release, as in 'dog%1:05:00::'. */
  get key(): string {
    return this.#data.senseKey(this.#index)
  }

  /** Which sense of its word it is, from 1, among those of its part of speech. */
  get number(): number {
    return this.#data.senseNumber(this.#index)
  }

  /** How often it was tagged in the texts of the source; 0 where it was not, or the source has no counts. */
  get count(): number {
    return this.#data.columns.senseCount[this.#index]!
  }

  /** Part of speech of the word: 'a' for satellite adjectives too. */
  get pos(): WordNetPos {
    return POS_GROUPS[this.#data.columns.entryGroup[this.#entry()]!]!
  }

  /** 1, 2, ... where the source tells words apart that are written alike and spoken differently; else 0. */
  get homograph(): number {
    return this.#data.columns.entryHomograph[this.#entry()]!
  }

  /** Where an adjective must stand: 'a' before its noun, 'p' in the predicate, 'ip' after the noun; else ''. */
  get position(): AdjectivePosition {
    return ADJECTIVE_POSITIONS[this.#data.columns.sensePosition[this.#index]!]!
  }

  /** Frames in which a verb is used, `----` standing for it: 'Somebody ----s something'. */
  get frames(): string[] {
    const { senseFrameRows, senseFrames, frames } = this.#data.columns
    const numbers = senseFrames.subarray(senseFrameRows[this.#index]!, senseFrameRows[this.#index + 1]!)
    return Array.from(numbers, (number) => frames[number]!)
  }

  /** Sentences that show how a verb is used. */
  get examples(): string[] {
    const { senseExampleRows, senseExamples } = this.#data.columns
    return senseExamples.slice(senseExampleRows[this.#index]!, senseExampleRows[this.#index + 1]!)
  }

  get pronunciations(): Pronunciation[] {
    const { pronunciationRows, pronunciations, pronunciationVariety, varieties } = this.#data.columns
    const entry = this.#entry()
    const from = pronunciationRows[entry]!
    return pronunciations
      .slice(from, pronunciationRows[entry + 1]!)
      .map((value, i) => ({ value, variety: varieties[pronunciationVariety[from + i]!]! }))
  }

  /**
   * What a relation between words leads to, in the order of the source.
   *
   * @throws OPTION_INVALID when there is no relation of that name
   */
  related(relation: WordNetRelation): Sense[] {
    const type = relationNumber(relation, 'sense.related')
    return this.#data.related('senseRelations', this.#index, type).map((i) => senseAt(this.#data, i))
  }

  /** Every relation that leads anywhere, with what it leads to. */
  relations(): Map<WordNetRelation, Sense[]> {
    const { rows, types, targets } = this.#data.columns.senseRelations
    const found = new Map<WordNetRelation, Sense[]>()
    for (let i = rows[this.#index]!; i < rows[this.#index + 1]!; i++) {
      const { name } = WORDNET_RELATIONS[types[i]!]!
      const list = found.get(name) ?? []
      found.set(name, list)
      list.push(senseAt(this.#data, targets[i]!))
    }
    return found
  }

  antonyms(): Sense[] {
    return this.related('antonym')
  }

  /** Its key. */
  toString(): string {
    return this.key
  }

  /** What Node's console prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Sense('${this.key}')`
  }

  #entry(): number {
    return this.#data.columns.senseEntry[this.#index]!
  }
}

/** The one object for sense number `index`. */
export function senseAt(data: WordNetData, index: number): Sense {
  const known = data.senses[index]
  if (known !== undefined) return known
  const made = new Sense(data, index)
  data.senses[index] = made
  return made
}
