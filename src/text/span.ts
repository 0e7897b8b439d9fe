/**
 * Token and Span: views of a Doc, for reading. They hold a Doc and one or two numbers, never text.
 */
import type { Doc } from './doc.js'
import { TOKEN_KINDS, type TokenKind } from './token-kind.js'

/** One token of a Doc. */
export class Token {
  readonly doc: Doc
  /** Number of the token in its Doc, from 0. */
  readonly index: number

  constructor(doc: Doc, index: number) {
    this.doc = doc
    this.index = index
  }

  /** The token's surface. */
  get text(): string {
    return this.doc.word(this.index)
  }

  /** UTF-16 offset of the first unit. */
  get start(): number {
    return this.doc.start[this.index]!
  }

  /** UTF-16 offset after the last unit. */
  get end(): number {
    return this.doc.end[this.index]!
  }

  /** What the tokenizer took it for. @throws COLUMN_MISSING when the Doc has no kinds */
  get kind(): TokenKind {
    return TOKEN_KINDS[this.doc.numbers('kind')[this.index]!] ?? 'other'
  }

  /** Whether anything stands between this token and the next one, or the end of the text. */
  get spaceAfter(): boolean {
    return this.doc.spaceAfter(this.index)
  }

  /** Its value in the column `name`. @throws COLUMN_MISSING when the Doc has no such column */
  get(name: string): number | string {
    if (this.doc.columnType(name) === 'string') {
      const { ids, strings } = this.doc.strings(name)
      return strings[ids[this.index]!]!
    }
    return this.doc.numbers(name)[this.index]!
  }

  toString(): string {
    return this.text
  }
}

/** Tokens `from` to `to` (half-open) of a Doc: a sentence, a chunk, an entity. */
export class Span {
  readonly doc: Doc
  /** Number of the first token. */
  readonly from: number
  /** Number after the last token. */
  readonly to: number

  constructor(doc: Doc, from: number, to: number) {
    this.doc = doc
    this.from = Math.max(0, Math.min(from, doc.length))
    this.to = Math.max(this.from, Math.min(to, doc.length))
  }

  /** Number of tokens. */
  get length(): number {
    return this.to - this.from
  }

  /** UTF-16 offset of the first token's first unit. */
  get start(): number {
    return this.from < this.doc.length ? this.doc.start[this.from]! : this.doc.text.length
  }

  /** UTF-16 offset after the last token's last unit. */
  get end(): number {
    return this.to > this.from ? this.doc.end[this.to - 1]! : this.start
  }

  /** The text from the first token to the last, white space between them included. */
  get text(): string {
    return this.doc.text.slice(this.start, this.end)
  }

  /** Surfaces of its tokens. */
  words(): string[] {
    return Array.from({ length: this.length }, (_, i) => this.doc.word(this.from + i))
  }

  /** Its tokens in order, as views. */
  *[Symbol.iterator](): Generator<Token> {
    for (let i = this.from; i < this.to; i++) yield new Token(this.doc, i)
  }

  toString(): string {
    return this.text
  }
}
