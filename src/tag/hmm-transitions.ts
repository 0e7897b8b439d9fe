/**
 * How probable a tag is behind two others: relative frequencies of trigrams, bigrams and single tags, interpolated.
 *
 * The weights are those of deleted interpolation: each trigram of the corpus votes for the frequency that predicts it
 * best when it is left out itself.
 *
 * Layout: where there are few tags a table of ln P over all triples, [one][two][three]; otherwise sums and a search.
 *
 * @see Brants 2000, section 2.2 and figure 1
 */
import type { HmmCounts } from './hmm-counts.js'

/** Cells of the table of all triples at its largest: 16 MB. */
const MOST_CELLS = 1 << 22
/** What a transition that was never seen is at least. */
const LEAST = 1e-10

/** ln P(three | one, two) for tags by their numbers. */
export class HmmTransitions {
  /** The number of the edge of a sentence. */
  readonly edge: number
  /** Weights of single tags, bigrams and trigrams; their sum is 1. */
  readonly weights: readonly [unigram: number, bigram: number, trigram: number]
  readonly #counts: HmmCounts
  readonly #size: number
  readonly #table: Float32Array | undefined
  /** P by the last tag, and by the last two, weighed. */
  readonly #unigrams: Float64Array
  readonly #bigrams: Float64Array
  /** How often a pair had a tag behind it. */
  readonly #pairs: Float64Array
  readonly #triple = new Int32Array(3)

  constructor(counts: HmmCounts, order: 'bigram' | 'trigram') {
    const size = counts.tags.length + 1
    this.edge = size - 1
    this.#size = size
    this.#counts = counts
    const { trigrams, trigramCounts } = counts
    const singles = new Float64Array(size) // as the tag that follows
    const befores = new Float64Array(size) // as the tag before it
    const follows = new Float64Array(size * size)
    const pairs = new Float64Array(size * size)
    let total = 0
    for (let t = 0; t < trigrams.size; t++) {
      const [one, two, three] = [trigrams.at(t, 0), trigrams.at(t, 1), trigrams.at(t, 2)]
      const count = trigramCounts[t]!
      total += count
      singles[three]! += count
      befores[two]! += count
      follows[two * size + three]! += count
      pairs[one * size + two]! += count
    }
    this.#pairs = pairs
    // Votes of the trigrams; a bigram tagger counts each bigram's votes by the same trigrams.
    const votes: [number, number, number] = [0, 0, 0]
    const without = (count: number, of: number) => (of > 1 ? (count - 1) / (of - 1) : 0)
    for (let t = 0; t < trigrams.size; t++) {
      const [one, two, three] = [trigrams.at(t, 0), trigrams.at(t, 1), trigrams.at(t, 2)]
      const shares = [
        without(singles[three]!, total),
        without(follows[two * size + three]!, befores[two]!),
        order === 'bigram' ? -1 : without(trigramCounts[t]!, pairs[one * size + two]!),
      ]
      votes[shares.indexOf(Math.max(...shares))]! += trigramCounts[t]!
    }
    this.weights = votes.map((vote) => vote / total) as unknown as [number, number, number]
    const [unigram, bigram] = this.weights
    this.#unigrams = singles.map((count) => (unigram * count) / total)
    this.#bigrams = follows.map((count, cell) => {
      const before = befores[Math.floor(cell / size)]!
      return count === 0 ? 0 : (bigram * count) / before
    })
    if (size ** 3 <= MOST_CELLS) this.#table = this.#fill()
  }

  /** ln P(three | one, two). */
  score(one: number, two: number, three: number): number {
    const size = this.#size
    if (this.#table !== undefined) return this.#table[(one * size + two) * size + three]!
    const triple = this.#triple
    triple[0] = one
    triple[1] = two
    triple[2] = three
    const trigram = this.weights[2] === 0 ? -1 : this.#counts.trigrams.find(triple)
    let share = this.#unigrams[three]! + this.#bigrams[two * size + three]!
    if (trigram >= 0) share += this.#trigramShare(trigram, one * size + two)
    return Math.log(Math.max(share, LEAST))
  }

  #trigramShare(trigram: number, pair: number): number {
    return (this.weights[2] * this.#counts.trigramCounts[trigram]!) / this.#pairs[pair]!
  }

  #fill(): Float32Array {
    const size = this.#size
    const { trigrams } = this.#counts
    const shares = new Float64Array(size ** 3)
    if (this.weights[2] > 0) {
      for (let t = 0; t < trigrams.size; t++) {
        const pair = trigrams.at(t, 0) * size + trigrams.at(t, 1)
        shares[pair * size + trigrams.at(t, 2)] = this.#trigramShare(t, pair)
      }
    }
    const table = new Float32Array(size ** 3)
    for (let cell = 0; cell < table.length; cell++) {
      const share = shares[cell]! + this.#unigrams[cell % size]! + this.#bigrams[cell % (size * size)]!
      table[cell] = Math.log(Math.max(share, LEAST))
    }
    return table
  }
}
