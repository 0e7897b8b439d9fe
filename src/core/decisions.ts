/**
 * Decisions as the core takes them: shared features and candidates of many, end to end in growing arrays.
 *
 * A decision is begun, given its features, then its candidates, each with a class and its own features. Weights are
 * int16 in the core, 2^bits of them.
 *
 * @see src/core/assembly/choices.ts
 */
import { Region } from './region.js'

/** A list of 32-bit numbers that grows. */
export class Words {
  values = new Uint32Array(64)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) this.room(1)
    this.values[this.length++] = value
  }

  /** Makes room for `count` more, to be written to `values` from `length` on. */
  room(count: number): void {
    if (this.length + count <= this.values.length) return
    const more = new Uint32Array(this.values.length * 2 + count)
    more.set(this.values)
    this.values = more
  }

  get part(): Uint32Array {
    return this.values.subarray(0, this.length)
  }
}

/** Decisions laid end to end. */
export class Decisions {
  readonly shared = new Words()
  readonly sharedStarts = new Words()
  readonly classes = new Words()
  readonly own = new Words()
  readonly starts = new Words()
  /** 1 for each candidate that is right; for training. */
  readonly right = new Words()
  readonly ownCount: number

  constructor(ownCount: number) {
    this.ownCount = ownCount
    this.clear()
  }

  /** Number of decisions. */
  get length(): number {
    return this.starts.length - 1
  }

  /** Takes all decisions away. */
  clear(): void {
    for (const list of [this.shared, this.sharedStarts, this.classes, this.own, this.starts, this.right]) {
      list.length = 0
    }
    this.sharedStarts.push(0)
    this.starts.push(0)
  }

  /** A candidate of the present decision; its own features are pushed to `own` by the caller. */
  candidate(mark: number, right: boolean): void {
    this.classes.push(mark)
    this.right.push(right ? 1 : 0)
  }

  /** Ends the present decision. */
  end(): void {
    this.sharedStarts.push(this.shared.length)
    this.starts.push(this.classes.length)
  }

  /** Lays all but `right` into a Region: pointers in the order in which the kernels take them. */
  copyInto(region: Region) {
    return {
      shared: region.copyIn(this.shared.part),
      sharedStarts: region.copyIn(this.sharedStarts.part),
      classes: region.copyIn(this.classes.part),
      own: region.copyIn(this.own.part),
      starts: region.copyIn(this.starts.part),
    }
  }
}

const SLICE = 256 // decisions a call: far below 10 ms

/** Weights in the core, and the choices they make. */
export class Chooser {
  readonly #region = new Region()
  readonly #weights: number
  readonly #mask: number

  constructor(weights: Int16Array) {
    this.#weights = this.#region.copyIn(weights)
    this.#mask = weights.length - 1
  }

  /** The number of the best candidate of each decision. Decisions without candidates are not allowed. */
  choose(decisions: Decisions): Uint32Array {
    if (decisions.length === 0) return new Uint32Array(0)
    const region = this.#region
    const mark = region.mark()
    const { shared, sharedStarts, classes, own, starts } = decisions.copyInto(region)
    const count = decisions.length
    const best = region.reserve(count * 4)
    for (let from = 0; from < count; from += SLICE) {
      region.run(
        'choicesBest',
        this.#weights,
        this.#mask,
        shared,
        sharedStarts + from * 4,
        classes,
        own,
        decisions.ownCount,
        starts + from * 4,
        Math.min(SLICE, count - from),
        best + from * 4,
      )
    }
    const chosen = region.u32(best, count).slice()
    region.release(mark)
    return chosen
  }
}
