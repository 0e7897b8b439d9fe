/**
 * Lays a Doc's tokens out in a Region for the sentence kernels, chunk by chunk.
 *
 * A chunk is CHUNK tokens with MARGIN tokens of the past and LOOKAHEAD of the future around them; what is further
 * back lies in the 64 bytes of state that the kernel carries from chunk to chunk. So memory stays small, a call
 * takes about a millisecond, and the answers do not depend on where the chunks end.
 */
import { WordloomError } from '../core/errors.js'
import type { Pointer } from '../core/kernels.js'
import { Region } from '../core/region.js'
import type { Doc } from '../text/doc.js'
import type { Examples } from './averaged-perceptron.js'
import type { WeightText } from './sentence-text.js'

/** Features of one gap; the constant of the same name in src/core/assembly/sentence-features.ts. */
export const FEATURES = 45

const CHUNK = 4096
const MARGIN = 8
const LOOKAHEAD = 26
/** Bytes of what is carried from one part of a text to the next. */
export const STATE_BYTES = 64
const BREAK = 3

/** A Region that holds the weights of one model and the columns of one chunk. */
export class SentenceMemory {
  readonly #region = new Region()
  readonly #weights: Pointer
  readonly #mask: number
  readonly #floor: number
  readonly #caseless: boolean
  readonly #state: Pointer
  readonly #scratch: Pointer

  /**
   * `weights` are 2^bits numbers, or such in letters. Gaps whose first features score below `floor` are passed
   * by. `caseless`: letters of scripts without case are no small letters.
   */
  constructor(weights: Int16Array | WeightText, floor: number, caseless = false) {
    if (weights instanceof Int16Array) {
      this.#weights = this.#region.copyIn(weights)
      this.#mask = weights.length - 1
    } else {
      const size = 2 ** weights.bits
      this.#weights = this.#region.reserve(size * 2)
      this.#mask = size - 1
      const mark = this.#region.mark()
      const [skips, letters] = [weights.skips, weights.weights].map((text) => {
        const pointer = this.#region.reserve(text.length * 2)
        this.#region.copyText(text, 0, text.length, pointer)
        return pointer
      }) as [Pointer, Pointer]
      this.#region.run(
        'sentenceWeights',
        skips,
        weights.skips.length,
        letters,
        weights.weights.length,
        this.#weights,
        size,
      )
      this.#region.release(mark)
    }
    this.#floor = floor
    this.#caseless = caseless
    this.#state = this.#region.reserve(STATE_BYTES)
    this.#scratch = this.#region.reserve(FEATURES * 4)
  }

  /** The column `sentence` of `doc`. */
  decide(doc: Doc): Uint32Array {
    const ends = this.ends(doc, 0, doc.length, new Uint8Array(STATE_BYTES))
    const sentence = new Uint32Array(doc.length)
    for (let i = 1; i < sentence.length; i++) sentence[i] = sentence[i - 1]! + ends[i - 1]!
    return sentence
  }

  /**
   * For tokens `from` to `to` of `doc`, 1 where one ends a sentence. `state` holds what is known of the text
   * before `from` (all 0 at its start) and is brought up to `to`.
   */
  ends(doc: Doc, from: number, to: number, state: Uint8Array): Uint8Array {
    const known = new DataView(state.buffer, state.byteOffset).getInt32(0, true)
    if (Math.min(known, MARGIN) > from) {
      throw new WordloomError('OPTION_INVALID', {
        message: `The state knows ${known} tokens of the paragraph before token ${from}, but only ${from} of them are in the Doc; expected ${MARGIN}.`,
        hint: 'Begin with a state of zeros, or give more of the text before.',
        details: { from, known },
      })
    }
    const all = new Uint8Array(to - from)
    this.#region.u8(this.#state, STATE_BYTES).set(state)
    this.#chunks(doc, from, to, (layout, first, last, count, at) => {
      const marks = this.#region.reserve(count)
      this.#scan(layout, first, last, count, marks, 0, 0)
      all.set(this.#region.u8(marks, count).subarray(first, last), at + first - from)
    })
    state.set(this.#region.u8(this.#state, STATE_BYTES))
    return all
  }

  /** The examples that the gaps of `doc` make; `ends[i]` is 1 where token i ends a sentence. */
  examples(doc: Doc, ends: Uint8Array): Examples[] {
    const found: Examples[] = []
    this.#region.u8(this.#state, STATE_BYTES).fill(0)
    this.#chunks(doc, 0, doc.length, (layout, from, to, count, at) => {
      const marks = this.#region.copyIn(ends.subarray(at, at + count))
      const features = this.#region.reserve((to - from) * FEATURES * 4)
      const labels = this.#region.reserve(to - from)
      const made = this.#scan(layout, from, to, count, marks, features, labels)
      found.push({
        count: made,
        features: this.#region.u32(features, made * FEATURES).slice(),
        labels: this.#region.u8(labels, made).slice(),
      })
    })
    return found
  }

  #scan(
    layout: readonly Pointer[],
    from: number,
    to: number,
    count: number,
    marks: Pointer,
    examples: Pointer,
    labels: Pointer,
  ): number {
    const [, starts, ends, hashes, suffixes, shapes, gaps, finals] = layout as [
      Pointer,
      Pointer,
      Pointer,
      Pointer,
      Pointer,
      Pointer,
      Pointer,
      Pointer,
    ]
    return this.#region.run(
      'sentenceScan',
      this.#state,
      starts,
      ends,
      hashes,
      suffixes,
      shapes,
      gaps,
      finals,
      from,
      to,
      count,
      this.#weights,
      this.#mask,
      this.#floor,
      this.#scratch,
      marks,
      examples,
      labels,
    )
  }

  /** Calls `work` with the pointers of every chunk, its range within them and the number of its token 0. */
  #chunks(
    doc: Doc,
    from: number,
    to: number,
    work: (layout: readonly Pointer[], from: number, to: number, count: number, at: number) => void,
  ): void {
    const region = this.#region
    for (let first = from; first < to; first += CHUNK) {
      const at = Math.max(0, first - MARGIN)
      const last = Math.min(to, first + CHUNK)
      const stop = Math.min(doc.length, last + LOOKAHEAD)
      const count = stop - at
      const base = doc.start[at]!
      const limit = stop < doc.length ? doc.start[stop]! : doc.text.length
      const mark = region.mark()
      const units = region.reserve((limit - base) * 2)
      const starts = region.reserve((count + 1) * 4)
      const ends = region.reserve(count * 4)
      const hashes = region.reserve(count * 4)
      const suffixes = region.reserve(count * 4)
      const shapes = region.reserve(count)
      const gaps = region.reserve(count)
      const finals = region.reserve((count + 1) * 4)
      region.copyText(doc.text, base, limit, units)
      shift(doc.start, at, stop, base, region.u32(starts, count + 1))
      region.u32(starts, count + 1)[count] = limit - base
      shift(doc.end, at, stop, base, region.u32(ends, count))
      region.run(
        'sentenceAttributes',
        units,
        starts,
        ends,
        count,
        hashes,
        suffixes,
        shapes,
        gaps,
        finals,
        this.#caseless ? 1 : 0,
      )
      if (stop === doc.length) region.u8(gaps, count)[count - 1] = BREAK
      work([units, starts, ends, hashes, suffixes, shapes, gaps, finals], first - at, last - at, count, at)
      region.release(mark)
    }
  }
}

function shift(offsets: Uint32Array, from: number, to: number, base: number, out: Uint32Array): void {
  for (let i = from; i < to; i++) out[i - from] = offsets[i]! - base
}
