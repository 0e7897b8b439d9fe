/**
 * Where tokens gather while a text is encoded: typed arrays that double, one entry a token.
 */

/** No word: special tokens belong to none. */
export const NO_WORD = 0xffffffff

/** Columns of tokens, each of shape (nTokens,). */
export interface TokenColumns {
  readonly ids: Uint32Array
  readonly start: Uint32Array
  readonly end: Uint32Array
  /** Number of the piece that the token belongs to, from 0; NO_WORD for none. */
  readonly word: Uint32Array
}

/** Growing columns of tokens. */
export class TokenSink {
  #ids = new Uint32Array(64)
  #start = new Uint32Array(64)
  #end = new Uint32Array(64)
  #word = new Uint32Array(64)
  #length = 0
  #words = 0

  /** Number of tokens so far. */
  get length(): number {
    return this.#length
  }

  /** Adds one token that is a word of its own. */
  addToken(id: number, start: number, end: number): void {
    this.#grow(1)
    this.#ids[this.#length] = id
    this.#start[this.#length] = start
    this.#end[this.#length] = end
    this.#word[this.#length++] = this.#words++
  }

  /** Adds tokens of several pieces, `counts` tokens each, with `base` added to their offsets. */
  add(ids: Uint32Array, start: Uint32Array, end: Uint32Array, counts: Uint32Array, base: number): void {
    this.#grow(ids.length)
    this.#ids.set(ids, this.#length)
    this.#start.set(start, this.#length)
    this.#end.set(end, this.#length)
    if (base !== 0) {
      for (let i = this.#length; i < this.#length + ids.length; i++) {
        this.#start[i]! += base
        this.#end[i]! += base
      }
    }
    let at = this.#length
    for (let i = 0; i < counts.length; i++) {
      const to = at + counts[i]!
      while (at < to) this.#word[at++] = this.#words
      this.#words++
    }
    this.#length += ids.length
  }

  /** Copies of the columns. */
  finish(): TokenColumns {
    return {
      ids: this.#ids.slice(0, this.#length),
      start: this.#start.slice(0, this.#length),
      end: this.#end.slice(0, this.#length),
      word: this.#word.slice(0, this.#length),
    }
  }

  #grow(more: number): void {
    if (this.#length + more <= this.#ids.length) return
    const size = Math.max(this.#length + more, this.#ids.length * 2)
    const larger = (column: Uint32Array) => {
      const grown = new Uint32Array(size)
      grown.set(column.subarray(0, this.#length))
      return grown
    }
    this.#ids = larger(this.#ids)
    this.#start = larger(this.#start)
    this.#end = larger(this.#end)
    this.#word = larger(this.#word)
  }
}
