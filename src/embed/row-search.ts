/**
 * Exact search among rows: unit rows lie in a Region of their own, a query is multiplied with all of them in the core,
 * and the largest products are picked in one pass.
 */
import { Region } from '../core/region.js'

/** Rows of a call; about two milliseconds at 100 numbers. */
const BATCH = 16_384

/** A row with its cosine to the query. */
export interface RowHit {
  readonly row: number
  readonly similarity: number
}

/** The rows of a matrix, scaled to length 1, ready to be searched. */
export class RowSearch {
  readonly #region = new Region()
  readonly #rows: number
  readonly #query: number
  readonly #products: number
  readonly #width: number
  readonly #count: number

  /** `values` has the shape (count, dimensions). */
  constructor(values: Float32Array, count: number, dimensions: number) {
    this.#count = count
    this.#width = Math.ceil(dimensions / 4) * 4
    const size = count * this.#width
    this.#rows = this.#region.reserve(size * 4)
    this.#query = this.#region.reserve(this.#width * 4)
    this.#products = this.#region.reserve(Math.min(count, BATCH) * 4)
    const rows = this.#region.f32(this.#rows, size)
    rows.fill(0)
    for (let row = 0; row < count; row++) {
      rows.set(unitVector(values.subarray(row * dimensions, (row + 1) * dimensions)), row * this.#width)
    }
  }

  /** The `most` rows with the largest cosine to `query`, largest first, equal ones by their number. */
  top(query: ArrayLike<number>, most: number, without: ReadonlySet<number>): RowHit[] {
    this.#region.f32(this.#query, this.#width).fill(0)
    this.#region.f32(this.#query, this.#width).set(unitVector(query))
    const hits: RowHit[] = []
    for (let from = 0; from < this.#count && most > 0; from += BATCH) {
      const count = Math.min(BATCH, this.#count - from)
      const rows = this.#rows + from * this.#width * 4
      this.#region.run('rowProducts', rows, count, this.#width, this.#query, this.#products)
      const products = this.#region.f32(this.#products, count)
      for (let i = 0; i < count; i++) {
        const similarity = products[i]!
        if (hits.length === most && similarity <= hits[most - 1]!.similarity) continue
        if (without.has(from + i)) continue
        let at = Math.min(hits.length, most - 1)
        while (at > 0 && hits[at - 1]!.similarity < similarity) {
          hits[at] = hits[at - 1]!
          at--
        }
        hits[at] = { row: from + i, similarity }
      }
    }
    return hits
  }
}

/** A vector scaled to length 1; zeros stay zeros. */
export function unitVector(vector: ArrayLike<number>): Float32Array<ArrayBuffer> {
  let sum = 0
  for (let i = 0; i < vector.length; i++) sum += vector[i]! * vector[i]!
  const unit = Float32Array.from(vector)
  if (sum === 0) return unit
  const scale = 1 / Math.sqrt(sum)
  for (let i = 0; i < unit.length; i++) unit[i] = unit[i]! * scale
  return unit
}
