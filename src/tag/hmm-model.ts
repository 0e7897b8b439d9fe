/**
 * The probabilities of an HMM tagger, as logarithms: which tags a word can have, and how tags follow each other.
 *
 * @see Brants 2000, section 2.2 for the interpolation and 2.3 for endings
 */
import type { HmmCounts } from './hmm-counts.js'
import { HmmTransitions } from './hmm-transitions.js'
import { SuffixGuesser } from './suffix-guesser.js'

/** Unknown words that are kept at most. */
const MOST_GUESSED = 10_000

/** What an HMM tagger is trained with. */
export interface HmmSettings {
  readonly order: 'bigram' | 'trigram'
  readonly suffixLength: number
  readonly rareCount: number
  readonly beam: number
}

/** The tags that a word can have, with ln P(word | tag), for unknown words up to a constant. */
export interface Candidates {
  readonly tags: Int32Array
  readonly scores: Float64Array
}

/** Probabilities of words and tags. */
export class HmmModel {
  readonly transitions: HmmTransitions
  readonly #counts: HmmCounts
  readonly #numbers: ReadonlyMap<string, number>
  readonly #tagCounts: Float64Array
  readonly #settings: HmmSettings
  #guesser: SuffixGuesser | undefined
  // Words come again: what was found for them is kept.
  readonly #known: Candidates[] = []
  readonly #guessed = new Map<string, Candidates>()

  constructor(counts: HmmCounts, settings: HmmSettings) {
    this.#counts = counts
    this.#settings = settings
    this.#numbers = new Map(counts.words.map((word, i) => [word, i]))
    this.#tagCounts = new Float64Array(counts.tags.length)
    for (let row = 0; row < counts.rowTags.length; row++) {
      this.#tagCounts[counts.rowTags[row]!]! += counts.rowCounts[row]!
    }
    this.transitions = new HmmTransitions(counts, settings.order)
  }

  /** The tags that a word can have: those it was seen with, else those that its ending suggests. */
  candidates(word: string): Candidates {
    const number = this.#numbers.get(word)
    if (number === undefined) return this.#guess(word)
    const kept = this.#known[number]
    if (kept !== undefined) return kept
    const { starts, rowTags, rowCounts } = this.#counts
    const [from, to] = [starts[number]!, starts[number + 1]!]
    const tags = new Int32Array(to - from)
    const scores = new Float64Array(to - from)
    for (let row = from; row < to; row++) {
      tags[row - from] = rowTags[row]!
      scores[row - from] = Math.log(rowCounts[row]! / this.#tagCounts[rowTags[row]!]!)
    }
    const candidates = { tags, scores }
    this.#known[number] = candidates
    return candidates
  }

  #guess(word: string): Candidates {
    const kept = this.#guessed.get(word)
    if (kept !== undefined) return kept
    this.#guesser ??= new SuffixGuesser(this.#counts, this.#tagCounts, this.#settings)
    const candidates = this.#guesser.guess(word)
    if (this.#guessed.size >= MOST_GUESSED) this.#guessed.clear()
    this.#guessed.set(word, candidates)
    return candidates
  }
}
