/**
 * Lines and columns of offsets in a text, for errors: lines are counted once where offsets grow.
 */

/** Where an offset is. */
export interface LineColumn {
  /** From 1. */
  readonly line: number
  /** UTF-16 unit in the line, from 1. */
  readonly column: number
}

/** Gives lines and columns of offsets of one text. */
export class TextPosition {
  readonly #text: string
  #line = 1
  #begin = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Line and column of `offset`. */
  of(offset: number): LineColumn {
    if (offset < this.#begin) {
      this.#line = 1
      this.#begin = 0
    }
    for (;;) {
      const newline = this.#text.indexOf('\n', this.#begin)
      if (newline < 0 || newline >= offset) break
      this.#begin = newline + 1
      this.#line++
    }
    return { line: this.#line, column: offset - this.#begin + 1 }
  }
}
