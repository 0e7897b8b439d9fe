/**
 * The counts that unigram training takes over its words, in a Region that holds the words at its bottom and the
 * pieces of the present round above them.
 */
import type { Pointer } from '../../core/kernels.js'
import { Region } from '../../core/region.js'
import type { Pause } from '../../text/pause.js'
import { layModel } from './model-tables.js'
import type { WordCounts } from './word-counter.js'

const STEP = 1 << 14 // words, or tokens, a call
const NATS_A_UNIT = 2 // what text costs about; see subword-expect.ts
const LONGEST_WORD = 4096 // longer ones are left out of the expected counts

/** A token with its log probability. */
export interface ScoredPiece {
  readonly token: string
  readonly score: number
}

/** Counts of pieces in words. */
export class UnigramCounts {
  readonly #region = new Region()
  readonly #words: number
  readonly #units: Pointer
  readonly #offsets: Pointer
  readonly #weights: Pointer
  readonly #longest: number
  readonly #bottom: Pointer
  #pieces: readonly ScoredPiece[] = []
  #model: Pointer = 0

  constructor({ units, offsets, counts }: WordCounts) {
    const region = this.#region
    this.#words = counts.length
    this.#units = region.copyIn(units)
    this.#offsets = region.copyIn(offsets)
    this.#weights = region.copyIn(counts)
    let longest = 1
    for (let i = 0; i < counts.length; i++) longest = Math.max(longest, offsets[i + 1]! - offsets[i]!)
    this.#longest = longest
    this.#bottom = region.mark()
  }

  /** The pieces that the next counts are of; ids are their indexes. */
  setPieces(pieces: readonly ScoredPiece[]): void {
    this.#region.release(this.#bottom)
    this.#pieces = pieces
    this.#model = layModel(this.#region, {
      type: 'Unigram',
      vocabulary: new Map(pieces.map(({ token }, id) => [token, id])),
      pieces: pieces.map(({ token, score }) => [token, score]),
      unknownToken: '',
      byteFallback: false,
      fuseUnknown: false,
    })
  }

  /** Shape (nPieces,): expected counts over all segmentations. */
  async expected(pause: Pause, done: number): Promise<Float64Array> {
    const region = this.#region
    const mark = region.mark()
    const probabilities = region.copyIn(
      Float64Array.from(this.#pieces, ({ token, score }) => Math.exp(score + NATS_A_UNIT * token.length)),
    )
    const longest = Math.min(this.#longest, LONGEST_WORD)
    const forward = region.reserve(longest * 8 + 8)
    const backward = region.reserve(longest * 8 + 8)
    const firsts = region.reserve(longest * 4 + 4)
    const most = this.#pieces.reduce((length, { token }) => Math.max(length, token.length), 1)
    const arcs = region.reserve(longest * most * 8)
    const sums = region.copyIn(new Float64Array(this.#pieces.length))
    for (let from = 0; from < this.#words; from += STEP) {
      const to = Math.min(this.#words, from + STEP)
      region.run(
        'subwordExpect',
        this.#model,
        probabilities,
        this.#units,
        this.#offsets,
        this.#weights,
        from,
        to,
        longest,
        forward,
        backward,
        firsts,
        arcs,
        sums,
      )
      await pause(done)
    }
    const result = region.f64(sums, this.#pieces.length).slice()
    region.release(mark)
    return result
  }

  /** Shape (nPieces,): counts on the best segmentations. */
  async best(pause: Pause, done: number): Promise<Float64Array> {
    const region = this.#region
    const mark = region.mark()
    const lattice = region.reserve((this.#longest + 1) * 16)
    const sums = region.copyIn(new Float64Array(this.#pieces.length))
    for (let from = 0; from < this.#words; from += STEP) {
      const to = Math.min(this.#words, from + STEP)
      region.run(
        'subwordBestCounts',
        this.#model,
        this.#units,
        this.#offsets,
        this.#weights,
        from,
        to,
        lattice,
        sums,
      )
      await pause(done)
    }
    const result = region.f64(sums, this.#pieces.length).slice()
    region.release(mark)
    return result
  }

  /** Visits every piece with the best way to write it without itself: its score and ids, none where there is none. */
  async alternatives(
    pause: Pause,
    done: number,
    visit: (id: number, score: number, ids: Uint32Array) => void,
  ): Promise<void> {
    const region = this.#region
    const mark = region.mark()
    const text = this.#pieces.map(({ token }) => token).join('')
    const starts = new Uint32Array(this.#pieces.length + 1)
    this.#pieces.forEach(({ token }, i) => {
      starts[i + 1] = starts[i]! + token.length
    })
    const longest = this.#pieces.reduce((most, { token }) => Math.max(most, token.length), 1)
    const units = region.reserve(text.length * 2)
    region.copyText(text, 0, text.length, units)
    const offsets = region.copyIn(starts)
    const lattice = region.reserve((longest + 1) * 16)
    const lengths = region.reserve(STEP * 4)
    const scores = region.reserve(STEP * 8)
    const ids = region.reserve(STEP * longest * 4)
    for (let from = 0; from < this.#pieces.length; from += STEP) {
      const to = Math.min(this.#pieces.length, from + STEP)
      region.run(
        'subwordAlternatives',
        this.#model,
        units,
        offsets,
        from,
        to,
        lattice,
        lengths,
        scores,
        ids,
        longest,
      )
      const count = to - from
      const [lengthOf, scoreOf] = [region.u32(lengths, count).slice(), region.f64(scores, count).slice()]
      const all = region.u32(ids, count * longest).slice()
      for (let i = 0; i < count; i++) {
        visit(from + i, scoreOf[i]!, all.subarray(i * longest, i * longest + lengthOf[i]!))
      }
      await pause(done)
    }
    region.release(mark)
  }
}
