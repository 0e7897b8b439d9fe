/**
 * Tokens of a corpus whose tokens are marked, one after another, to a Doc.
 *
 * The text is what such a corpus can say of it: tokens joined by a space, sentences by a line break, paragraphs by
 * a blank line. Everything comes as slices of the file's text and goes to growing typed arrays: the units of the
 * words, offsets, and ids of interned values. No object is made for a token; the text is made once.
 */
import { type Column, Doc } from '../text/doc.js'
import { SliceTable } from '../text/slice-table.js'

/** Head of a token that has none. */
const NO_HEAD = -1

/** Tokens that there is room for at first; room doubles. */
const FIRST_TOKENS = 4096

/** Takes tokens in order and gives the Doc. */
export class TokenDocBuilder {
  readonly #names: readonly string[]
  readonly #tables: SliceTable[]
  readonly #used: boolean[]
  #values: Uint32Array[]
  #start = new Uint32Array(FIRST_TOKENS)
  #end = new Uint32Array(FIRST_TOKENS)
  #sentence = new Uint32Array(FIRST_TOKENS)
  #head: Int32Array | undefined
  #units = new Uint16Array(FIRST_TOKENS * 6)
  #all = 0
  #at = 0
  #size = 0
  #first = 0
  #sentences = 0
  #paragraph = false

  /**
   * `names`: names of the columns of strings, in the order of {@link value}; `optional`: more of them, which are
   * left out where all values are ''.
   */
  constructor(names: readonly string[] = [], optional: readonly string[] = []) {
    this.#names = [...names, ...optional]
    this.#tables = this.#names.map(() => new SliceTable())
    this.#used = this.#names.map((_, k) => k < names.length)
    this.#values = this.#names.map(() => new Uint32Array(FIRST_TOKENS))
  }

  /** Number of columns of strings. */
  get columns(): number {
    return this.#names.length
  }

  /** Number of tokens so far. */
  get size(): number {
    return this.#size
  }

  /** Number of tokens in the sentence so far. */
  get sentenceSize(): number {
    return this.#size - this.#first
  }

  /** Number of sentences that have ended. */
  get sentences(): number {
    return this.#sentences
  }

  /** Adds a token: units [from, to) of `text`. Its values follow; a column without one has ''. */
  word(text: string, from = 0, to: number = text.length): void {
    const i = this.#size++
    if (i === this.#start.length) this.#growTokens()
    let at = this.#at
    if (at + to - from + 2 > this.#units.length) this.#growUnits(at + to - from + 2)
    const units = this.#units
    if (i > this.#first) units[at++] = 0x20
    else if (i > 0) {
      units[at++] = 0x0a
      if (this.#paragraph) units[at++] = 0x0a
    }
    this.#start[i] = at
    let all = this.#all
    for (let k = from; k < to; k++) {
      const unit = text.charCodeAt(k)
      all |= unit
      units[at++] = unit
    }
    this.#all = all
    this.#end[i] = at
    this.#sentence[i] = this.#sentences
    this.#at = at
  }

  /** Value of the token just added, for column number `column`: units [from, to) of `text`. Every token has one. */
  value(column: number, text: string, from = 0, to: number = text.length): void {
    if (from < to) this.#used[column] = true
    this.#values[column]![this.#size - 1] = this.#tables[column]!.intern(text, from, to)
  }

  /** Head of the token just added: 0 for the root, else the number of its head in the sentence from 1; -1 for none. */
  head(head: number): void {
    this.#head ??= new Int32Array(this.#start.length).fill(NO_HEAD)
    this.#head[this.#size - 1] = head
  }

  /** Ends the sentence, if it has tokens. */
  endSentence(): void {
    if (this.#size === this.#first) return
    if (this.#head !== undefined) {
      for (let i = this.#first; i < this.#size; i++) {
        const head = this.#head[i]!
        if (head !== NO_HEAD) this.#head[i] = head === 0 ? i : this.#first + head - 1
      }
    }
    this.#first = this.#size
    this.#sentences++
    this.#paragraph = false
  }

  /** Ends the sentence, and the paragraph. */
  endParagraph(): void {
    this.endSentence()
    this.#paragraph = true
  }

  /** Takes the tokens of the sentence back: it cannot be read. */
  dropSentence(): void {
    this.#head?.fill(NO_HEAD, this.#first, this.#size)
    this.#size = this.#first
    this.#at = this.#first === 0 ? 0 : this.#end[this.#first - 1]!
  }

  /** The Doc of all tokens so far. */
  finish(): Doc {
    this.endSentence()
    const size = this.#size
    const columns: Record<string, Column> = { sentence: this.#sentence.slice(0, size) }
    this.#names.forEach((name, k) => {
      if (this.#used[k]) columns[name] = this.#tables[k]!.column(this.#values[k]!.slice(0, size))
    })
    if (this.#head !== undefined) columns.head = this.#head.slice(0, size)
    return Doc.create(this.#text(), {
      ...columns,
      start: this.#start.slice(0, size),
      end: this.#end.slice(0, size),
    })
  }

  #text(): string {
    const units = this.#units.subarray(0, this.#at)
    if (this.#all < 0x80) return new TextDecoder().decode(Uint8Array.from(units))
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
  }

  #growUnits(least: number): void {
    const next = new Uint16Array(Math.max(least, this.#units.length * 2))
    next.set(this.#units)
    this.#units = next
  }

  #growTokens(): void {
    const length = this.#start.length * 2
    const grown = (array: Uint32Array) => {
      const next = new Uint32Array(length)
      next.set(array)
      return next
    }
    this.#start = grown(this.#start)
    this.#end = grown(this.#end)
    this.#sentence = grown(this.#sentence)
    this.#values = this.#values.map(grown)
    if (this.#head !== undefined) {
      const next = new Int32Array(length).fill(NO_HEAD)
      next.set(this.#head)
      this.#head = next
    }
  }
}
