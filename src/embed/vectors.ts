/**
 * Vectors: one row of float32 a word, most frequent words first, and what is asked of them.
 *
 * `values` holds the rows as they were trained, end to end; searches scale a copy of them to length 1 in the core at
 * the first call. A word is found as it is written, else in lower case, else with every digit as 0.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { PackMeta } from '../text/pack.js'
import { RowSearch, unitVector } from './row-search.js'
import { packVectors, unpackVectors } from './vectors-pack.js'
import { normalizeWord } from './word-stream.js'

/** What vectors are made of. */
export interface VectorTable {
  readonly words: readonly string[]
  /** Shape (nWords, dimensions). */
  readonly values: Float32Array<ArrayBuffer>
  /** Shape (nWords,): how often each word was seen, where that is known. */
  readonly counts?: Uint32Array<ArrayBuffer> | undefined
  /** Numbers of a row; `values.length / words.length` where left out. */
  readonly dimensions?: number
}

/** A word with its cosine to what was asked for. */
export interface SimilarWord {
  readonly word: string
  /** Cosine, from -1 to 1. */
  readonly similarity: number
}

/** Options of searches. */
export interface NearestOptions {
  /** How many words are given. */
  readonly count?: number
}

/** Defaults of searches. */
export const DEFAULT_NEAREST_OPTIONS = { count: 10 } as const satisfies Required<NearestOptions>

/** Options of {@link Vectors.save}. */
export interface SaveVectorsOptions {
  /** 'f32' keeps every bit; 'i8' rounds to 8 bits with a scale a row, a quarter of the size. */
  readonly type?: 'f32' | 'i8'
}

/** Defaults of {@link Vectors.save}. */
export const DEFAULT_SAVE_VECTORS_OPTIONS = { type: 'f32' } as const satisfies Required<SaveVectorsOptions>

/** Words with vectors. */
export class Vectors {
  /** Every word once, most frequent first. */
  readonly words: readonly string[]
  /** Shape (nWords, dimensions). Do not write into it. */
  readonly values: Float32Array<ArrayBuffer>
  /** Shape (nWords,): how often each word was seen, where that is known. */
  readonly counts: Uint32Array<ArrayBuffer> | undefined
  /** Numbers of a row. */
  readonly dimensions: number
  /** Where the vectors come from: data, licence, options. */
  readonly meta: PackMeta
  #index: ReadonlyMap<string, number> | undefined
  #search: RowSearch | undefined

  private constructor(table: Required<VectorTable>, meta: PackMeta) {
    this.words = table.words
    this.values = table.values
    this.counts = table.counts
    this.dimensions = table.dimensions
    this.meta = meta
  }

  /**
   * Vectors of words and rows.
   *
   * @throws VECTORS_MALFORMED when the sizes do not fit, a word comes twice, or a number is not finite
   * @example
   * ```ts
   * import { Vectors } from 'wordloom/embed'
   * const vectors = Vectors.create({ words: ['north', 'east'], values: Float32Array.of(0, 1, 1, 0) })
   * console.log(vectors.similarity('north', 'east')) // 0
   * ```
   */
  static create(table: VectorTable, meta: PackMeta = {}): Vectors {
    const { words, values, counts } = table
    const dimensions = table.dimensions ?? (words.length === 0 ? 0 : values.length / words.length)
    if (
      !Number.isInteger(dimensions) ||
      values.length !== words.length * dimensions ||
      (counts !== undefined && counts.length !== words.length)
    ) {
      throw new WordloomError('VECTORS_MALFORMED', {
        message: `${words.length} words with ${values.length} numbers and ${counts?.length ?? 'no'} counts are no vectors of ${dimensions} dimensions.`,
        hint: 'Pass values of shape (nWords, dimensions) and counts of shape (nWords,).',
      })
    }
    const made = new Vectors({ words, values, counts, dimensions }, meta)
    if (made.#indexes().size !== words.length) {
      const twice = words.findIndex((word, i) => made.indexOf(word) !== i)
      throw new WordloomError('VECTORS_MALFORMED', {
        message: `The word '${words[twice]}' comes twice, as rows ${made.indexOf(words[twice]!)} and ${twice}.`,
        hint: 'Give each word one row.',
        details: { word: words[twice], row: twice },
      })
    }
    for (let i = 0; i < values.length; i++) {
      if (values[i]! - values[i]! === 0) continue
      throw new WordloomError('VECTORS_MALFORMED', {
        message: `Number ${i % dimensions} of the word '${words[Math.floor(i / dimensions)]}' is ${values[i]}, expected a finite number.`,
        hint: 'Train with a smaller alpha, or fetch the file again.',
        details: { row: Math.floor(i / dimensions) },
      })
    }
    return made
  }

  /**
   * Vectors from the bytes of {@link Vectors.save}.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are not such bytes
   */
  static load(bytes: Uint8Array): Vectors {
    const { table, meta } = unpackVectors(bytes)
    return new Vectors(table, meta)
  }

  /** The vectors as a Pack; `meta` adds to what it says of itself. @throws OPTION_INVALID */
  save(meta: PackMeta = {}, options: SaveVectorsOptions = {}): Uint8Array<ArrayBuffer> {
    requireOptions(options, { type: ['f32', 'i8'] }, 'Vectors.save(meta, options)')
    return packVectors(this, { ...this.meta, ...meta }, options.type ?? DEFAULT_SAVE_VECTORS_OPTIONS.type)
  }

  /** Number of words. */
  get length(): number {
    return this.words.length
  }

  /** Row of exactly this word; -1 if there is none. */
  indexOf(word: string): number {
    return this.#indexes().get(word) ?? -1
  }

  /** Whether exactly this word is there. */
  has(word: string): boolean {
    return this.#indexes().has(word)
  }

  /** Row of a word as it is written, else in lower case, else with digits as 0; -1 if there is none. */
  find(word: string): number {
    const index = this.#indexes()
    const found =
      index.get(word) ?? index.get(word.toLowerCase()) ?? index.get(normalizeWord(word, 'keep', 'zero'))
    return found ?? index.get(normalizeWord(word, 'lower', 'zero')) ?? -1
  }

  /** Row `index`, shape (dimensions,), as a view: do not write into it. */
  row(index: number): Float32Array<ArrayBuffer> {
    return this.values.subarray(index * this.dimensions, (index + 1) * this.dimensions)
  }

  /** The vector of a word ({@link Vectors.find}), shape (dimensions,), as a view. @throws WORD_UNKNOWN */
  vector(word: string): Float32Array<ArrayBuffer> {
    return this.row(this.#known(word))
  }

  /** Cosine of two words, from -1 to 1. @throws WORD_UNKNOWN */
  similarity(first: string, second: string): number {
    const a = unitVector(this.vector(first))
    const b = unitVector(this.vector(second))
    return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  }

  /**
   * The words nearest to a word (itself left out) or to a vector of shape (dimensions,), nearest first.
   *
   * Exact: all rows are looked at, 100,000 of 100 numbers in a few milliseconds.
   *
   * @throws WORD_UNKNOWN when there is no such word
   * @throws OPTION_INVALID when `count` is no whole number from 0, or the vector has another length
   */
  nearest(query: string | ArrayLike<number>, options: NearestOptions = {}): SimilarWord[] {
    const count = readCount(options, 'Vectors.nearest(query, options)')
    if (typeof query === 'string') {
      const row = this.#known(query)
      return this.#top(this.row(row), count, [row])
    }
    if (query.length !== this.dimensions) {
      throw new WordloomError('OPTION_INVALID', {
        message: `Vectors.nearest got a vector of ${query.length} numbers, expected ${this.dimensions}.`,
        hint: 'Pass a word, or a vector of the same dimensions.',
      })
    }
    return this.#top(query, count, [])
  }

  /**
   * Words that are to `third` as `second` is to `first`: `analogy('man', 'king', 'woman')`. The three are left out.
   *
   * @throws WORD_UNKNOWN when there is no such word
   * @throws OPTION_INVALID when `count` is no whole number from 0
   * @see Mikolov, Yih & Zweig 2013 (N13-1090): 3CosAdd, unit vectors second - first + third
   */
  analogy(first: string, second: string, third: string, options: NearestOptions = {}): SimilarWord[] {
    const count = readCount(options, 'Vectors.analogy(first, second, third, options)')
    const rows = [first, second, third].map((word) => this.#known(word))
    const [a, b, c] = rows.map((row) => unitVector(this.row(row)))
    return this.#top(
      a!.map((value, i) => b![i]! - value + c![i]!),
      count,
      rows,
    )
  }

  #top(query: ArrayLike<number>, count: number, without: readonly number[]): SimilarWord[] {
    this.#search ??= new RowSearch(this.values, this.length, this.dimensions)
    const most = Math.min(count, this.length)
    return this.#search
      .top(query, most, new Set(without))
      .map(({ row, similarity }) => ({ word: this.words[row]!, similarity }))
  }

  #indexes(): ReadonlyMap<string, number> {
    if (this.#index === undefined) {
      const index = new Map<string, number>()
      for (let i = this.words.length - 1; i >= 0; i--) index.set(this.words[i]!, i)
      this.#index = index
    }
    return this.#index
  }

  #known(word: string): number {
    const row = this.find(word)
    if (row >= 0) return row
    throw new WordloomError('WORD_UNKNOWN', {
      message: `There is no vector of '${word}' among ${this.length} words.`,
      hint: 'Ask has(word) or find(word) first.',
      details: { word },
    })
  }
}

function readCount(options: NearestOptions, where: string): number {
  requireOptions(options, { count: null }, where)
  const count = options.count ?? DEFAULT_NEAREST_OPTIONS.count
  if (Number.isInteger(count) && count >= 0) return count
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: option count is ${String(count)}, expected a whole number from 0.`,
    hint: 'Leave it out for the default, 10.',
    details: { option: 'count', value: count },
  })
}
