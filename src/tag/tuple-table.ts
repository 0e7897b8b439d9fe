/**
 * Tuples of whole numbers, each numbered once, from 0, in the order in which they came.
 *
 * Layout: tuple t is `cells[t * width .. (t + 1) * width]`; `slots` is an open-addressed table of 1 + number, at most
 * half full, probed one by one. Exact: no two tuples share a number.
 */

/** Numbers tuples of `width` whole numbers of 32 bits. */
export class TupleTable {
  /** Numbers in a tuple. */
  readonly width: number
  #cells: Int32Array
  #slots: Int32Array
  #size = 0

  /** `expected`: how many tuples there is room for at first; room doubles. */
  constructor(width: number, expected = 64) {
    this.width = width
    let capacity = 64
    while (capacity < expected) capacity *= 2
    this.#cells = new Int32Array(capacity * width)
    this.#slots = new Int32Array(capacity * 2)
  }

  /** The tuples of `cells`, one behind the other, in their order. @throws RangeError when one comes twice */
  static of(width: number, cells: ArrayLike<number>): TupleTable {
    const count = cells.length / width
    const table = new TupleTable(width, count)
    const tuple = new Int32Array(width)
    for (let t = 0; t < count; t++) {
      for (let k = 0; k < width; k++) tuple[k] = cells[t * width + k]!
      if (table.add(tuple) !== t) throw new RangeError(`entry ${t} is there twice`)
    }
    return table
  }

  /** How many tuples there are. */
  get size(): number {
    return this.#size
  }

  /** All numbers, tuple by tuple: a view, which dies with the next `add`. */
  get cells(): Int32Array {
    return this.#cells.subarray(0, this.#size * this.width)
  }

  /** Number `k` of tuple `id`. */
  at(id: number, k: number): number {
    return this.#cells[id * this.width + k]!
  }

  /** The number of the tuple, -1 where it is not there. */
  find(tuple: ArrayLike<number>): number {
    return this.#slots[this.#slot(tuple)]! - 1
  }

  /** The number of the tuple, which is added where it is not there. */
  add(tuple: ArrayLike<number>): number {
    const slot = this.#slot(tuple)
    const known = this.#slots[slot]! - 1
    if (known >= 0) return known
    const id = this.#size++
    const { width } = this
    for (let k = 0; k < width; k++) this.#cells[id * width + k] = tuple[k]!
    this.#slots[slot] = id + 1
    if (this.#size * 2 === this.#slots.length) this.#grow()
    return id
  }

  /** The slot that holds the tuple, or the free one where it belongs. */
  #slot(tuple: ArrayLike<number>): number {
    const { width } = this
    const slots = this.#slots
    const cells = this.#cells
    const mask = slots.length - 1
    let hash = 0
    for (let k = 0; k < width; k++) {
      hash = Math.imul(hash ^ tuple[k]!, 0x85ebca6b)
      hash ^= hash >>> 13
    }
    hash = Math.imul(hash, 0xc2b2ae35)
    for (let slot = (hash ^ (hash >>> 16)) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]! - 1
      if (id < 0) return slot
      let k = 0
      while (k < width && cells[id * width + k] === tuple[k]) k++
      if (k === width) return slot
    }
  }

  #grow(): void {
    const { width } = this
    const cells = new Int32Array(this.#cells.length * 2)
    cells.set(this.#cells)
    this.#cells = cells
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let id = 0; id < this.#size; id++) {
      this.#slots[this.#slot(cells.subarray(id * width, (id + 1) * width))] = id + 1
    }
  }
}
