/**
 * A text that was rewritten, with the way back: for each of its UTF-16 units the range of units of the text before
 * that it stands for. Two arrays, `from` and `to`, one entry a unit; null where nothing was rewritten, so that
 * plain text costs nothing. Rewritings add up: a Rewriter starts from an AlignedText and keeps the first offsets.
 */

/** A text whose unit i stands for units [from[i], to[i]) of the original; null: [i, i + 1). */
export interface AlignedText {
  readonly text: string
  readonly from: Uint32Array | null
  readonly to: Uint32Array | null
}

/** A text as it is. */
export function plainText(text: string): AlignedText {
  return { text, from: null, to: null }
}

/** Units [start, end) of an aligned text; origins stay those of the whole. */
export function sliceAligned(source: AlignedText, start: number, end: number): AlignedText {
  if (start === 0 && end === source.text.length) return source
  const text = source.text.slice(start, end)
  if (source.from && source.to) {
    return { text, from: source.from.subarray(start, end), to: source.to.subarray(start, end) }
  }
  const from = Uint32Array.from({ length: text.length }, (_, i) => start + i)
  return { text, from, to: from.map((unit) => unit + 1) }
}

/** Builds an AlignedText from left to right: units of the source are kept, replaced, or left out. */
export class Rewriter {
  readonly #source: AlignedText
  #text = ''
  #from: Uint32Array
  #to: Uint32Array
  #length = 0
  #changed = false
  #reached = 0

  constructor(source: AlignedText) {
    this.#source = source
    this.#from = new Uint32Array(source.text.length + 16)
    this.#to = new Uint32Array(source.text.length + 16)
  }

  /** Source units [start, end) as they are; what lies between the last call and `start` is left out. */
  keep(start: number, end: number): void {
    if (start !== this.#reached) this.#changed = true
    this.#reached = end
    this.#text += this.#source.text.slice(start, end)
    this.#grow(end - start)
    const { from, to } = this.#source
    if (from && to) {
      this.#from.set(from.subarray(start, end), this.#length)
      this.#to.set(to.subarray(start, end), this.#length)
      this.#length += end - start
      return
    }
    for (let i = start; i < end; i++) {
      this.#from[this.#length] = i
      this.#to[this.#length++] = i + 1
    }
  }

  /** `text` in place of source units [start, end); every unit of it stands for that whole range. */
  put(text: string, start: number, end: number): void {
    this.#changed = true
    this.#reached = end
    this.#text += text
    this.#grow(text.length)
    const { from, to } = this.#source
    const first = from && start < from.length ? from[start]! : to && start > 0 ? to[start - 1]! : start
    const last = end > start ? (to ? to[end - 1]! : end) : first
    this.#from.fill(first, this.#length, this.#length + text.length)
    this.#to.fill(last, this.#length, this.#length + text.length)
    this.#length += text.length
  }

  /** What was built; the source itself if nothing changed. */
  finish(): AlignedText {
    if (!this.#changed && this.#reached === this.#source.text.length) return this.#source
    return {
      text: this.#text,
      from: this.#from.subarray(0, this.#length),
      to: this.#to.subarray(0, this.#length),
    }
  }

  #grow(more: number): void {
    if (this.#length + more <= this.#from.length) return
    const size = Math.max(this.#length + more, this.#from.length * 2)
    const [from, to] = [new Uint32Array(size), new Uint32Array(size)]
    from.set(this.#from.subarray(0, this.#length))
    to.set(this.#to.subarray(0, this.#length))
    this.#from = from
    this.#to = to
  }
}
