/**
 * The values of the tag columns that a Doc has, as lexicon, guesser and context take them.
 */

import { mix } from '../core/hashes.js'
import type { Doc } from '../text/doc.js'
import type { StringColumn } from '../text/strings.js'
import { columnValue, tagHash, type WordContext } from './word-features.js'

const BARE: WordContext = { tag: tagHash('', 0), more: [] }

/** The values of the first columns of a Doc. */
export class DocTags {
  /** How many of the model's columns are used, from the first. */
  readonly level: number
  readonly #columns: readonly StringColumn[]
  readonly #numbers: readonly Int32Array[]
  readonly #tags: readonly number[]
  readonly #more: readonly (readonly ReturnType<typeof columnValue>[])[]

  /** `numbers`: what training called the values of each column; at most `most` columns are used. */
  constructor(
    doc: Doc,
    columns: readonly string[],
    numbers: readonly ReadonlyMap<string, number>[],
    most = columns.length,
  ) {
    let level = 0
    while (level < most && doc.columnType(columns[level]!) === 'string') level++
    this.level = level
    this.#columns = columns.slice(0, level).map((name) => doc.strings(name))
    this.#numbers = this.#columns.map(({ strings }, c) =>
      Int32Array.from(strings, (value) => numbers[c]!.get(value) ?? -1),
    )
    this.#tags = (this.#columns[0]?.strings ?? []).map((tag) => tagHash(tag, level))
    this.#more = this.#columns
      .slice(1)
      .map(({ strings }, c) => strings.map((value) => columnValue(value, c + 1)))
  }

  /** All values of token `i` as one number, or as text where there are too many. */
  key(i: number): number | string {
    let key = 0
    for (const { ids, strings } of this.#columns) key = key * strings.length + ids[i]!
    return key <= Number.MAX_SAFE_INTEGER ? key : this.#columns.map(({ ids }) => ids[i]).join(' ')
  }

  /** Numbers of the values of token `i`; none where its tag was never seen in training. */
  numbers(i: number): number[] {
    const numbers = this.#columns.map(({ ids }, c) => this.#numbers[c]![ids[i]!]!)
    return numbers.length > 0 && numbers[0]! < 0 ? [] : numbers
  }

  /** What the guesser is told of token `i`. */
  context(i: number): WordContext {
    if (this.level === 0 || this.#numbers[0]![this.#columns[0]!.ids[i]!]! < 0) return BARE
    return {
      tag: this.#tags[this.#columns[0]!.ids[i]!]!,
      more: this.#more.map((values, c) => values[this.#columns[c + 1]!.ids[i]!]!),
    }
  }

  /** All values of token `i`, hashed. */
  hash(i: number): number {
    const { tag, more } = this.context(i)
    return more.reduce((hash, { whole }) => mix(hash, whole), tag)
  }

  /** The hash of the tag of token `i`; 0 where there are no tags, or no such token. */
  tagAt(i: number): number {
    if (this.level === 0 || i < 0) return 0
    return this.#tags[this.#columns[0]!.ids[i]!] ?? 0
  }
}
