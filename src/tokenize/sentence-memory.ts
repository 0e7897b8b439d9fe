/**
 * Lays a Doc's tokens out in a Region for the sentence kernels, chunk by chunk.
 *
 * A chunk is CHUNK tokens with MARGIN tokens of the past and LOOKAHEAD of the future around them; what is further
 * back lies in the 64 bytes of state that the kernel carries from chunk to chunk. So memory stays small, a call
 * takes about a millisecond, and the answers do not depend on where the chunks end.
 */
import type { Pointer } from '../core/kernels.js'
import { Region } from '../core/region.js'
import type { Doc } from '../text/doc.js'

/** Features of one gap; the constant of the same name in src/core/assembly/sentences.ts. */
export const FEATURES = 45

const CHUNK = 4096
const MARGIN = 8
const LOOKAHEAD = 26
const STATE_BYTES = 64
const BREAK = 3

/** What training reads from the kernel: `count` gaps with FEATURES hashes and a label each. */
export interface Examples {
  readonly count: number
  readonly features: Uint32Array
  readonly labels: Uint8Array
}

/** A Region that holds the weights of one model and the columns of one chunk. */
export class SentenceMemory {
  readonly #region = new Region()
  readonly #weights: Pointer
  readonly #mask: number
  readonly #state: Pointer
  readonly #scratch: Pointer

  /** `weights` has a power of two of entries. */
  constructor(weights: Int16Array) {
    this.#weights = this.#region.copyIn(weights)
    this.#mask = weights.length - 1
    this.#state = this.#region.reserve(STATE_BYTES)
    this.#scratch = this.#region.reserve(FEATURES * 4)
  }

  /** The column `sentence` of `doc`. */
  decide(doc: Doc): Uint32Array {
    const sentence = new Uint32Array(doc.length)
    let number = 0
    this.#chunks(doc, (layout, from, to, count, at) => {
      const marks = this.#region.reserve(count)
      this.#scan(layout, from, to, count, marks, 0, 0)
      const ends = this.#region.u8(marks, count)
      for (let i = from; i < to; i++) {
        sentence[at + i] = number
        number += ends[i]!
      }
    })
    return sentence
  }

  /** The examples that the gaps of `doc` make; `ends[i]` is 1 where token i ends a sentence. */
  examples(doc: Doc, ends: Uint8Array): Examples[] {
    const found: Examples[] = []
    this.#chunks(doc, (layout, from, to, count, at) => {
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
      this.#scratch,
      marks,
      examples,
      labels,
    )
  }

  /** Calls `work` with the pointers of every chunk, its range within them and the number of its token 0. */
  #chunks(
    doc: Doc,
    work: (layout: readonly Pointer[], from: number, to: number, count: number, at: number) => void,
  ): void {
    const region = this.#region
    region.u8(this.#state, STATE_BYTES).fill(0)
    for (let first = 0; first < doc.length; first += CHUNK) {
      const at = Math.max(0, first - MARGIN)
      const last = Math.min(doc.length, first + CHUNK)
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
      region.run('sentenceAttributes', units, starts, ends, count, hashes, suffixes, shapes, gaps, finals)
      if (stop === doc.length) region.u8(gaps, count)[count - 1] = BREAK
      work([units, starts, ends, hashes, suffixes, shapes, gaps, finals], first - at, last - at, count, at)
      region.release(mark)
    }
  }
}

function shift(offsets: Uint32Array, from: number, to: number, base: number, out: Uint32Array): void {
  for (let i = from; i < to; i++) out[i - from] = offsets[i]! - base
}
