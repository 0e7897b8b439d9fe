/**
 * What encoding a text gives: columns over its tokens, and what a network wants beside the ids. Columns that are
 * all zeros or ones are made when they are asked for.
 */
import type { TokenColumns } from './token-sink.js'
import { NO_WORD } from './token-sink.js'

/** Columns of an encoding; those left out follow from the ids. */
export interface EncodingColumns extends TokenColumns {
  /** Shape (nTokens,): 0 for the first sequence of a pair, 1 for the second, as the template says. */
  readonly typeIds?: Uint8Array
  /** Shape (nTokens,): 1 for tokens that a template added and for padding. */
  readonly special?: Uint8Array
  /** Shape (nTokens,): 0 for padding. */
  readonly attention?: Uint8Array
  /** Shape (nTokens,): 0 or 1, the sequence of a pair; NO_SEQUENCE for what a template or padding added. */
  readonly sequence?: Uint8Array
}

/** Sequence of tokens that belong to none. */
export const NO_SEQUENCE = 255

/** Tokens of a text, with their places in it. */
export class SubwordEncoding {
  /** Shape (nTokens,): ids in the vocabulary. */
  readonly ids: Uint32Array
  /** Shape (nTokens,): UTF-16 offset of each token's first unit in the caller's string; 0 for added tokens. */
  readonly start: Uint32Array
  /**
   * Shape (nTokens,): UTF-16 offset after each token's last unit. Tokens that are bytes of one character all
   * have the range of that character.
   */
  readonly end: Uint32Array
  /** Shape (nTokens,): number of the pre-tokenized piece within its sequence; 2^32 - 1 for added tokens. */
  readonly word: Uint32Array
  /** What truncation left over, in windows that overlap by the stride. */
  readonly overflow: readonly SubwordEncoding[]
  readonly #columns: EncodingColumns
  readonly #tokenOf: (id: number) => string

  /** Made by `Subword.encode`. */
  constructor(
    columns: EncodingColumns,
    tokenOf: (id: number) => string,
    overflow: readonly SubwordEncoding[] = [],
  ) {
    this.ids = columns.ids
    this.start = columns.start
    this.end = columns.end
    this.word = columns.word
    this.overflow = overflow
    this.#columns = columns
    this.#tokenOf = tokenOf
  }

  /** Number of tokens. */
  get length(): number {
    return this.ids.length
  }

  /** The tokens as the vocabulary writes them. */
  tokens(): string[] {
    return Array.from(this.ids, this.#tokenOf)
  }

  /** Shape (nTokens,): 0 for the first sequence of a pair, 1 for the second, as the template says. */
  get typeIds(): Uint8Array {
    return this.#columns.typeIds ?? new Uint8Array(this.length)
  }

  /** Shape (nTokens,): 1 for tokens that a template added and for padding, 0 for the text's own. */
  get special(): Uint8Array {
    return this.#columns.special ?? new Uint8Array(this.length)
  }

  /** Shape (nTokens,): 0 for padding, 1 for all else: the attention mask. */
  get attention(): Uint8Array {
    return this.#columns.attention ?? new Uint8Array(this.length).fill(1)
  }

  /** Shape (nTokens,): 0 or 1, the sequence of a pair; 255 for what a template or padding added. */
  get sequence(): Uint8Array {
    return this.#columns.sequence ?? new Uint8Array(this.length)
  }

  /** The columns, for a copy with some of them changed. */
  columns(): Required<EncodingColumns> {
    const { ids, start, end, word, typeIds, special, attention, sequence } = this
    return { ids, start, end, word, typeIds, special, attention, sequence }
  }
}

/** Columns of tokens that no text has: what templates add and padding. */
export function addedColumns(
  ids: readonly number[],
  typeId: number,
  attention: 0 | 1,
): Required<EncodingColumns> {
  const { length } = ids
  return {
    ids: Uint32Array.from(ids),
    start: new Uint32Array(length),
    end: new Uint32Array(length),
    word: new Uint32Array(length).fill(NO_WORD),
    typeIds: new Uint8Array(length).fill(typeId),
    special: new Uint8Array(length).fill(1),
    attention: new Uint8Array(length).fill(attention),
    sequence: new Uint8Array(length).fill(NO_SEQUENCE),
  }
}

/** Tokens [from, to) of some columns. */
export function sliceColumns(columns: TokenColumns, from: number, to: number): TokenColumns {
  const { ids, start, end, word } = columns
  return {
    ids: ids.slice(from, to),
    start: start.slice(from, to),
    end: end.slice(from, to),
    word: word.slice(from, to),
  }
}

/** Columns one after the other. */
export function joinColumns(parts: readonly Required<EncodingColumns>[]): Required<EncodingColumns> {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const length = parts.reduce((sum, part) => sum + part.ids.length, 0)
  const u32 = (pick: (part: Required<EncodingColumns>) => Uint32Array) =>
    fill(new Uint32Array(length), parts.map(pick))
  const u8 = (pick: (part: Required<EncodingColumns>) => Uint8Array) =>
    fill(new Uint8Array(length), parts.map(pick))
  return {
    ids: u32((part) => part.ids),
    start: u32((part) => part.start),
    end: u32((part) => part.end),
    word: u32((part) => part.word),
    typeIds: u8((part) => part.typeIds),
    special: u8((part) => part.special),
    attention: u8((part) => part.attention),
    sequence: u8((part) => part.sequence),
  }
}

function fill<Column extends Uint32Array | Uint8Array>(whole: Column, parts: readonly Column[]): Column {
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
