/**
 * TokenBuffer: where a tokenizer written in TypeScript collects its offsets. Two typed arrays that double when
 * full, so that a text of 10 MB costs eight bytes a token and no array of boxed numbers; `doc` copies them to
 * their exact length.
 */
import { type Column, Doc } from './doc.js'

/** A growing list of tokens (start and end, UTF-16 units). */
export class TokenBuffer {
  #start: Uint32Array
  #end: Uint32Array
  #length = 0

  /** `capacity`: how many tokens are expected; any number works. */
  constructor(capacity = 64) {
    this.#start = new Uint32Array(Math.max(4, capacity))
    this.#end = new Uint32Array(this.#start.length)
  }

  /** Number of tokens so far. */
  get length(): number {
    return this.#length
  }

  /** Adds the token [start, end); the caller keeps them ordered, disjoint and not empty. */
  push(start: number, end: number): void {
    if (this.#length === this.#start.length) {
      this.#start = grown(this.#start)
      this.#end = grown(this.#end)
    }
    this.#start[this.#length] = start
    this.#end[this.#length++] = end
  }

  /** The tokens as a Doc of `text`, with further columns. */
  doc(text: string, columns: Readonly<Record<string, Column>> = {}): Doc {
    const start = this.#start.slice(0, this.#length)
    const end = this.#end.slice(0, this.#length)
    return Doc.create(text, { start, end, ...columns })
  }
}

function grown(array: Uint32Array): Uint32Array {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
