/**
 * Annotates a text that comes in pieces, a block at a time, with the tokens and sentences of the whole.
 *
 * A tokenizer sees each block with CONTEXT tokens of the past before it and as many of the future behind it, cut
 * at white space, and only the tokens between are taken: so a tokenizer that looks no further gives what it
 * gives for the whole text. What a sentence model must know of the past beyond that lies in `state`, which it
 * carries from block to block itself. The window grows only over a run without white space.
 */

import type { Doc } from '../text/doc.js'
import { sliceDoc } from '../text/doc-slice.js'
import { STATE_BYTES } from './sentence-memory.js'
import type { SentenceModel } from './sentences.js'

/** Tokens that a block is given of the text on either side. */
const CONTEXT = 256
/** Units that the past may take; beyond them it is cut between any two tokens. */
const LARGEST_CONTEXT = 65_536

/** Sizes in UTF-16 units; tests make them small. */
export interface BlockSizes {
  /** Text annotated at a time. */
  readonly block: number
  /** How far a run without white space may make it grow. */
  readonly largest: number
}

/** Takes text, gives Docs that follow each other, with sentences numbered through in the column `sentence`. */
export class StreamAnnotator {
  readonly #tokenizer: (text: string) => Doc
  readonly #model: SentenceModel
  readonly #sizes: BlockSizes
  #input: string[] = []
  #waiting = 0
  #buffer = ''
  /** Units at the start of the buffer that are past, kept as context. */
  #done = 0
  #wanted: number
  #state = new Uint8Array(STATE_BYTES)
  #sentences = 0

  constructor(tokenizer: (text: string) => Doc, model: SentenceModel, sizes: BlockSizes) {
    this.#tokenizer = tokenizer
    this.#model = model
    this.#sizes = sizes
    this.#wanted = sizes.block
  }

  /** Docs that are certain once `text` has come. */
  *push(text: string): Generator<Doc> {
    this.#input.push(text)
    this.#waiting += text.length
    while (this.#buffer.length - this.#done + this.#waiting >= this.#wanted) {
      this.#fill(this.#wanted)
      const doc = this.#annotate(false)
      if (doc !== undefined) yield doc
    }
  }

  /** The rest, when no more text comes. */
  *finish(): Generator<Doc> {
    this.#fill(Number.POSITIVE_INFINITY)
    const doc = this.#annotate(true)
    if (doc !== undefined) yield doc
  }

  /** Moves input to the buffer until it holds `units` that are not annotated. */
  #fill(units: number): void {
    const parts = [this.#buffer]
    let missing = Math.max(0, Math.min(units - (this.#buffer.length - this.#done), this.#waiting))
    this.#waiting -= missing
    let used = 0
    for (; missing > 0; used++) {
      const part = this.#input[used]!
      if (part.length > missing) {
        parts.push(part.slice(0, missing))
        this.#input[used] = part.slice(missing)
        break
      }
      parts.push(part)
      missing -= part.length
    }
    this.#input.splice(0, used)
    this.#buffer = parts.join('')
  }

  #annotate(final: boolean): Doc | undefined {
    const doc = this.#tokenizer(this.#buffer)
    const from = firstFrom(doc.start, this.#done)
    const to = final ? doc.length : this.#cut(doc, from)
    if (to === undefined) {
      this.#wanted *= 2
      return undefined
    }
    this.#wanted = this.#sizes.block
    const until = to < doc.length ? doc.start[to]! : doc.text.length
    const sentence = this.#number(doc, from, to)
    const taken = sliceDoc(doc, from, to, this.#done, until).with({ sentence })
    const past = to < doc.length ? this.#contextFrom(doc, to) : until
    this.#buffer = this.#buffer.slice(past)
    this.#done = until - past
    return taken
  }

  /** The last token that may begin the next block: with white space before it and CONTEXT tokens behind it. */
  #cut(doc: Doc, from: number): number | undefined {
    const last = doc.length - CONTEXT
    for (let i = last; i > from; i--) {
      if (doc.start[i]! > doc.end[i - 1]!) return i
    }
    return last > from && this.#buffer.length - this.#done >= this.#sizes.largest ? last : undefined
  }

  #contextFrom(doc: Doc, to: number): number {
    const farthest = doc.start[to]! - LARGEST_CONTEXT
    let i = Math.max(0, to - CONTEXT)
    while (i > 0 && doc.start[i]! > farthest && doc.start[i] === doc.end[i - 1]) i--
    return doc.start[i]!
  }

  /** Numbers of the sentences of tokens `from` to `to`. */
  #number(doc: Doc, from: number, to: number): Uint32Array {
    const numbers = new Uint32Array(to - from)
    const ends = this.#model.decide?.(doc, from, to, this.#state) ?? endsOf(this.#model.split(doc), from, to)
    for (let i = 0; i < numbers.length; i++) {
      numbers[i] = this.#sentences
      if (ends[i] === 1) this.#sentences++
    }
    return numbers
  }
}

function endsOf(doc: Doc, from: number, to: number): Uint8Array {
  const sentence = doc.numbers('sentence')
  const ends = new Uint8Array(to - from)
  for (let i = from; i < to; i++) ends[i - from] = sentence[i] === sentence[i + 1] ? 0 : 1
  return ends
}

/** Number of the first token that begins at `unit` or later. */
function firstFrom(start: Uint32Array, unit: number): number {
  let low = 0
  let high = start.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (start[middle]! < unit) low = middle + 1
    else high = middle
  }
  return low
}
