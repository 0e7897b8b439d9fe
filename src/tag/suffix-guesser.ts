/**
 * Tags of words that training has not seen, by their endings: for each tag the share of rare words with that ending
 * that had it, smoothed with the shares of the shorter endings.
 *
 * Words that begin with a capital and others are apart. Built when the first unknown word comes.
 *
 * @see Samuelsson 1993; Brants 2000, section 2.3
 */
import type { HmmCounts } from './hmm-counts.js'
import type { Candidates, HmmSettings } from './hmm-model.js'

/** Tags less probable than the best by this factor are left out. */
const FAR = 1e-4

/** Counts of tags by ending. */
interface Endings {
  readonly total: Float64Array
  /** For each ending pairs of tag and count. */
  readonly byEnding: Map<string, Map<number, number>>
}

/** Guesses tags by endings. */
export class SuffixGuesser {
  readonly #capital: Endings
  readonly #small: Endings
  readonly #length: number
  readonly #theta: number
  readonly #tagShares: Float64Array

  constructor(counts: HmmCounts, tagCounts: Float64Array, { suffixLength, rareCount }: HmmSettings) {
    const nTags = counts.tags.length
    this.#length = suffixLength
    this.#capital = { total: new Float64Array(nTags), byEnding: new Map() }
    this.#small = { total: new Float64Array(nTags), byEnding: new Map() }
    const { words, starts, rowTags, rowCounts } = counts
    for (let w = 0; w < words.length; w++) {
      let count = 0
      for (let row = starts[w]!; row < starts[w + 1]!; row++) count += rowCounts[row]!
      if (count > rareCount) continue
      const endings = this.#endings(words[w]!)
      for (let row = starts[w]!; row < starts[w + 1]!; row++) {
        this.#add(endings, words[w]!, rowTags[row]!, rowCounts[row]!)
      }
    }
    const total = tagCounts.reduce((sum, count) => sum + count, 0)
    this.#tagShares = tagCounts.map((count) => count / total)
    // The weight of the shorter ending: the standard deviation of the shares of the tags.
    const variance = this.#tagShares.reduce((sum, share) => sum + (share - 1 / nTags) ** 2, 0)
    this.#theta = Math.sqrt(variance / Math.max(1, nTags - 1))
  }

  /** The tags of a word, with ln P(ending | tag) up to a constant. */
  guess(word: string): Candidates {
    const endings = this.#endings(word)
    const sum = endings.total.reduce((a, b) => a + b, 0)
    const theta = this.#theta
    const shares =
      sum > 0
        ? endings.total.map((count, tag) => (count / sum + theta * this.#tagShares[tag]!) / (1 + theta))
        : this.#tagShares.slice()
    for (let length = 1; length <= Math.min(this.#length, word.length); length++) {
      const counts = endings.byEnding.get(word.slice(word.length - length))
      if (counts === undefined) break
      let all = 0
      for (const count of counts.values()) all += count
      for (let tag = 0; tag < shares.length; tag++) {
        shares[tag] = ((counts.get(tag) ?? 0) / all + theta * shares[tag]!) / (1 + theta)
      }
    }
    const least = Math.max(...shares) * FAR
    const tags = Int32Array.from(shares.keys()).filter((tag) => shares[tag]! > least)
    const scores = Float64Array.from(tags, (tag) => Math.log(shares[tag]! / this.#tagShares[tag]!))
    return { tags, scores }
  }

  #endings(word: string): Endings {
    const first = word.charAt(0)
    return first !== first.toLowerCase() ? this.#capital : this.#small
  }

  #add({ total, byEnding }: Endings, word: string, tag: number, count: number): void {
    total[tag]! += count
    for (let length = 1; length <= Math.min(this.#length, word.length); length++) {
      const ending = word.slice(word.length - length)
      const counts = byEnding.get(ending) ?? new Map<number, number>()
      if (counts.size === 0) byEnding.set(ending, counts)
      counts.set(tag, (counts.get(tag) ?? 0) + count)
    }
  }
}
