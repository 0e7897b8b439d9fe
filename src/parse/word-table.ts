/**
 * Fixed word vectors of a parser: rows of int8 for the most frequent words, which are looked up in lower case with
 * digits as 0, as the vectors were trained.
 */
import { type Quantized, quantizeByRow } from './network/quantized.js'

/** Words with a vector each, the most frequent first. */
export interface WordVectors {
  readonly words: readonly string[]
  /** Shape (words, dimensions). */
  readonly rows: Float32Array
  readonly dimensions: number
}

/** What is looked up for a form. */
export function vectorKey(form: string): string {
  return form.toLowerCase().replace(/\p{Nd}/gu, '0')
}

/** Rows of word vectors by word; row 0 is for words without one. */
export class WordTable {
  readonly words: readonly string[]
  readonly dimensions: number
  readonly rows: Quantized
  readonly #rows = new Map<string, number>()

  constructor(words: readonly string[], dimensions: number, rows: Quantized) {
    this.words = words
    this.dimensions = dimensions
    this.rows = rows
    words.forEach((word, i) => {
      this.#rows.set(word, i + 1)
    })
  }

  /** No words. */
  static empty(): WordTable {
    return new WordTable([], 0, { values: new Int8Array(0), scales: new Float32Array(1) })
  }

  /** The first `most` words of `vectors`, each scaled so that its numbers have a deviation of 0.3. */
  static from({ words, rows, dimensions }: WordVectors, most: number): WordTable {
    const count = Math.min(most, words.length)
    const scaled = new Float32Array((count + 1) * dimensions)
    for (let r = 0; r < count; r++) {
      let squares = 0
      for (let c = 0; c < dimensions; c++) squares += rows[r * dimensions + c]! ** 2
      const factor = squares === 0 ? 0 : 0.3 * Math.sqrt(dimensions / squares)
      for (let c = 0; c < dimensions; c++)
        scaled[(r + 1) * dimensions + c] = factor * rows[r * dimensions + c]!
    }
    return new WordTable(words.slice(0, count), dimensions, quantizeByRow(scaled, count + 1, dimensions))
  }

  /** Row of a form, 0 if it has none. */
  row(form: string): number {
    return this.#rows.get(form) ?? this.#rows.get(vectorKey(form)) ?? 0
  }
}
