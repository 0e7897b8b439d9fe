/**
 * Lays a text and its tokens by rules out in a Region for the kernel that decides where tokens end, window by window.
 *
 * A window is CHUNK tokens with MARGIN tokens and UNITS units around them, as far as the kernel looks: so memory stays
 * small and the answers do not depend on where windows end.
 */
import type { Pointer } from '../../core/kernels.js'
import { Region } from '../../core/region.js'
import type { Examples } from '../averaged-perceptron.js'
import type { Surfaces } from './surfaces.js'

/** Features of one place; the constant of the same name in src/core/assembly/cut-features.ts. */
export const CUT_FEATURES = 30
/** Kinds of places; the constant of the same name in src/core/assembly/cuts.ts. */
export const COMBINATIONS = 65_536

const CHUNK = 4096
const MARGIN = 3
const UNITS = 64

/** Starts and ends of tokens. */
export interface Offsets {
  readonly start: Uint32Array
  readonly end: Uint32Array
}

/** Pointers of a window. */
interface Window {
  readonly units: Pointer
  readonly classes: Pointer
  readonly length: number
  readonly starts: Pointer
  readonly ends: Pointer
  readonly kinds: Pointer
  readonly from: number
  readonly to: number
  readonly count: number
  readonly first: number
  /** Offset of the window in the text. */
  readonly base: number
  /** Units of the tokens that are decided. */
  readonly inside: number
}

/** A Region with the weights of one model. */
export class CutMemory {
  readonly #region = new Region()
  readonly #open: Pointer
  readonly #weights: Pointer
  readonly #mask: number
  readonly #scratch: Pointer
  readonly #trust: number
  readonly #chunk: number

  /** `open` says for each combination whether its places are scored; `weights` are 2^bits numbers. */
  constructor(open: Uint8Array, weights: Int16Array, trust = 0, chunk = CHUNK) {
    this.#trust = trust
    this.#open = this.#region.copyIn(open)
    this.#weights = this.#region.copyIn(weights)
    this.#mask = weights.length - 1
    this.#scratch = this.#region.reserve(CUT_FEATURES * 4)
    this.#chunk = chunk
  }

  /** Tokens of `text`, of which `surfaces` are those by rules. */
  cut(text: string, surfaces: Surfaces): Offsets {
    const count = surfaces.start.length
    if (count === 0) return { start: new Uint32Array(0), end: new Uint32Array(0) }
    let start = new Uint32Array(count + 64)
    let end = new Uint32Array(count + 64)
    start[0] = surfaces.start[0]!
    let tokens = 0 // whose ends are known
    this.#windows(text, surfaces, (window) => {
      const { base, inside } = window
      const cutEnds = this.#region.reserve(inside * 4)
      const cutStarts = this.#region.reserve(inside * 4)
      const found = this.#scan(window, { cutEnds, cutStarts })
      if (tokens + found + 2 > start.length) {
        start = grown(start, tokens + found + 2)
        end = grown(end, tokens + found + 2)
      }
      const ends = this.#region.u32(cutEnds, found)
      const starts = this.#region.u32(cutStarts, found)
      for (let i = 0; i < found; i++) {
        end[tokens++] = ends[i]! + base
        start[tokens] = starts[i]! + base
      }
    })
    end[tokens++] = surfaces.end[count - 1]!
    return { start: start.slice(0, tokens), end: end.slice(0, tokens) }
  }

  /**
   * Adds to `counts`, shape (COMBINATIONS, 2), how many places each combination has and at how many of them the rules
   * are wrong; `gold` has 1 for every unit at which a token begins.
   */
  count(text: string, surfaces: Surfaces, gold: Uint8Array, counts: Uint32Array): void {
    this.#windows(text, surfaces, (window) => {
      const region = this.#region
      const marks = region.copyIn(gold.subarray(window.base, window.base + window.length))
      const table = region.copyIn(counts)
      this.#scan(window, { gold: marks, counts: table })
      counts.set(region.u32(table, counts.length))
    })
  }

  /** What the open places of `text` teach. */
  examples(text: string, surfaces: Surfaces, gold: Uint8Array): Examples[] {
    const all: Examples[] = []
    this.#windows(text, surfaces, (window) => {
      const region = this.#region
      const marks = region.copyIn(gold.subarray(window.base, window.base + window.length))
      const features = region.reserve(window.inside * CUT_FEATURES * 4)
      const labels = region.reserve(window.inside)
      const count = this.#scan(window, { gold: marks, examples: features, labels })
      all.push({
        count,
        features: region.u32(features, count * CUT_FEATURES).slice(),
        labels: region.u8(labels, count).slice(),
      })
    })
    return all
  }

  #scan(
    window: Window,
    out: Partial<Record<'cutEnds' | 'cutStarts' | 'gold' | 'counts' | 'examples' | 'labels', Pointer>>,
  ): number {
    return this.#region.run(
      'cutScan',
      window.units,
      window.classes,
      window.length,
      window.starts,
      window.ends,
      window.kinds,
      window.from,
      window.to,
      window.count,
      window.first,
      this.#open,
      this.#weights,
      this.#mask,
      this.#trust,
      this.#scratch,
      out.cutEnds ?? 0,
      out.cutStarts ?? 0,
      out.gold ?? 0,
      out.counts ?? 0,
      out.examples ?? 0,
      out.labels ?? 0,
    )
  }

  #windows(text: string, { start, end, kind }: Surfaces, work: (window: Window) => void): void {
    const region = this.#region
    const total = start.length
    for (let token = 0; token < total; token += this.#chunk) {
      const last = Math.min(total, token + this.#chunk)
      const low = Math.max(0, token - MARGIN)
      const high = Math.min(total, last + MARGIN)
      const base = Math.max(0, Math.min(start[low]!, start[token]! - UNITS))
      const limit = Math.min(text.length, Math.max(end[high - 1]!, end[last - 1]! + UNITS))
      const count = high - low
      const length = limit - base
      const mark = region.mark()
      const units = region.reserve(length * 2)
      const classes = region.reserve(length)
      const starts = region.reserve(count * 4)
      const ends = region.reserve(count * 4)
      const kinds = region.copyIn(kind.subarray(low, high))
      region.copyText(text, base, limit, units)
      const startView = region.u32(starts, count)
      const endView = region.u32(ends, count)
      for (let i = 0; i < count; i++) {
        startView[i] = start[low + i]! - base
        endView[i] = end[low + i]! - base
      }
      region.run('cutClasses', units, length, classes)
      work({
        units,
        classes,
        length,
        starts,
        ends,
        kinds,
        from: token - low,
        to: last - low,
        count,
        first: low === 0 ? 0 : -1,
        base,
        inside: end[last - 1]! - start[token]! + 1,
      })
      region.release(mark)
    }
  }
}

function grown(array: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}
