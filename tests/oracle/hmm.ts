/**
 * An HMM tagger as the definitions of Brants 2000 have it, with maps of counts: how probable a sequence of tags is for
 * known words, and the best one by trying all.
 */

type Pair = readonly [word: string, tag: string]
const EDGE = ''

/** Probabilities of sequences, from tagged sentences. */
export class HmmOracle {
  readonly weights: readonly [number, number, number]
  readonly #counts = new Map<string, number>()
  readonly #order: 'bigram' | 'trigram'
  #total = 0

  constructor(sentences: readonly (readonly Pair[])[], order: 'bigram' | 'trigram') {
    this.#order = order
    const trigrams = new Map<string, readonly [string, string, string]>()
    for (const sentence of sentences) {
      let [one, two] = [EDGE, EDGE]
      for (const [word, tag] of [...sentence, [undefined, EDGE] as const]) {
        this.#add('1', tag)
        this.#add('2', two, tag)
        this.#add('2 before', two)
        this.#add('3', one, two, tag)
        this.#add('3 before', one, two)
        if (word !== undefined) {
          this.#add('word', word, tag)
          this.#add('tag', tag)
        }
        trigrams.set([one, two, tag].join('\t'), [one, two, tag])
        this.#total++
        one = two
        two = tag
      }
    }
    const votes: [number, number, number] = [0, 0, 0]
    const share = (count: number, of: number) => (of > 1 ? (count - 1) / (of - 1) : 0)
    for (const [one, two, three] of trigrams.values()) {
      const shares = [
        share(this.#of('1', three), this.#total),
        share(this.#of('2', two, three), this.#of('2 before', two)),
        order === 'bigram' ? -1 : share(this.#of('3', one, two, three), this.#of('3 before', one, two)),
      ]
      votes[shares.indexOf(Math.max(...shares))]! += this.#of('3', one, two, three)
    }
    this.weights = votes.map((vote) => vote / this.#total) as unknown as [number, number, number]
  }

  /** Tags that a word was seen with. */
  tagsOf(word: string, tags: readonly string[]): string[] {
    return tags.filter((tag) => this.#of('word', word, tag) > 0)
  }

  /** ln P(words, tags). */
  score(words: readonly string[], tags: readonly string[]): number {
    let [one, two] = [EDGE, EDGE]
    let sum = 0
    for (let i = 0; i <= words.length; i++) {
      const three = tags[i] ?? EDGE
      const [w1, w2, w3] = this.weights
      const before = this.#of('2 before', two)
      const pair = this.#of('3 before', one, two)
      const share =
        (w1 * this.#of('1', three)) / this.#total +
        (before === 0 ? 0 : (w2 * this.#of('2', two, three)) / before) +
        (this.#order === 'bigram' || pair === 0 ? 0 : (w3 * this.#of('3', one, two, three)) / pair)
      sum += Math.log(Math.max(share, 1e-10))
      if (i < words.length) sum += Math.log(this.#of('word', words[i]!, three) / this.#of('tag', three))
      one = two
      two = three
    }
    return sum
  }

  /** The score of the best sequence of tags. */
  best(words: readonly string[], tags: readonly string[]): number {
    const sequences = words.reduce<string[][]>(
      (rows, word) => rows.flatMap((row) => this.tagsOf(word, tags).map((tag) => [...row, tag])),
      [[]],
    )
    return Math.max(...sequences.map((sequence) => this.score(words, sequence)))
  }

  #add(...key: string[]): void {
    this.#counts.set(key.join('\t'), this.#of(...key) + 1)
  }

  #of(...key: string[]): number {
    return this.#counts.get(key.join('\t')) ?? 0
  }
}
