/**
 * The network in use: int8 weights, exact sums (src/core/assembly/matmul-int.ts), so that what a sentence gets does not
 * depend on the sentences beside it, nor on the platform.
 */
import type { Pointer } from '../../core/kernels.js'
import type { Region } from '../../core/region.js'
import type { Batch } from './batch.js'
import { multiply, type Rows, reserveRows, scratch, shifted, transposedPanelsOf } from './dense.js'
import type { IntProducts, IntRows } from './int-products.js'
import { four, type NetworkLayout } from './shape.js'

const ONE = 16_383 // i16 that stands for 1 in the outputs of an LSTM

/** What the network says of a batch. */
export interface Readings {
  /** For each kind of tag, the class of each row. */
  readonly tags: readonly Int32Array[]
  /** Position of the head of each row of the second order; -1 for roots and padding. */
  readonly heads: Int32Array
  /** Label of each row. */
  readonly labels: Int32Array
}

/** What gives the gates of the first layer for tokens by their ids. */
export interface Input {
  gates(direction: number, ids: Pointer, rows: number, gates: Rows): void
}

/** A network that reads sentences. */
export class NetworkReader {
  readonly layout: NetworkLayout
  readonly #region: Region
  readonly #products: IntProducts
  readonly #input: Input
  readonly #one: Pointer

  constructor(region: Region, layout: NetworkLayout, products: IntProducts, input: Input) {
    this.layout = layout
    this.#region = region
    this.#products = products
    this.#input = input
    this.#one = region.copyIn(Float32Array.of(1 / ONE))
  }

  /** Tags, heads and labels; `root` is the label of the root, which no other token gets. */
  read(batch: Batch, root: number): Readings {
    const region = this.#region
    return scratch(region, () => {
      const { layout } = this
      const { shape, projected } = layout
      const { rows } = batch
      const offsets = region.copyIn(batch.offsets)
      const ids = region.copyIn(batch.features)
      let x: IntRows | undefined
      let tags: Int32Array[] = []
      for (let l = 0; l < shape.layers; l++) {
        x = this.#layer(l, x, ids, batch, offsets)
        if (l === shape.tagLayer - 1 && layout.tagWidth > 0) tags = this.#tags(x, rows)
      }
      const z = reserveRows(region, rows, projected)
      this.#products.linear('projection.weights', 'projection.bias', x!, rows, z)
      region.run('leakyForward', z.at, z.stride, projected, rows)
      const heads = scratch(region, () => this.#heads(batch, z))
      const labels = scratch(region, () => this.#labels(batch, shifted(z, 2 * shape.arc), heads, root))
      return { tags, heads, labels }
    })
  }

  #layer(number: number, input: IntRows | undefined, ids: Pointer, batch: Batch, offsets: Pointer): IntRows {
    const region = this.#region
    const { width } = this.layout.shape
    const { rows, times } = batch
    const out = region.reserve(rows * width * 4)
    const stride = width * 4
    scratch(region, () => {
      const gates = reserveRows(region, rows, 4 * width)
      const cells = region.reserve(rows * width * 4)
      for (const [d, direction] of ['forward', 'backward'].entries()) {
        const name = `lstm.${number}.${direction}`
        if (input === undefined) this.#input.gates(d, ids, rows, gates)
        else this.#products.linear(`${name}.input`, `${name}.bias`, input, rows, gates)
        const { panels, scales } = this.#products.product(`${name}.recurrent`)
        region.run(
          'lstmInt',
          gates.at,
          cells,
          out + d * width * 2,
          stride,
          panels,
          scales,
          this.#one,
          width,
          offsets,
          times,
          d,
        )
      }
    })
    return { at: out, stride, scales: this.#one, step: 0 }
  }

  #tags(from: IntRows, rows: number): Int32Array[] {
    const region = this.#region
    const { layout } = this
    return scratch(region, () => {
      const scores = reserveRows(region, rows, layout.tagWidth)
      this.#products.linear('tags.weights', 'tags.bias', from, rows, scores)
      return layout.shape.tags.map((classes, k) =>
        this.#best(shifted(scores, layout.tagStarts[k]!), classes, rows),
      )
    })
  }

  #best(scores: Rows, classes: number, rows: number): Int32Array {
    const region = this.#region
    const best = region.reserve(rows * 4)
    region.run('bestColumns', scores.at, scores.stride, classes, rows, best)
    return region.i32(best, rows).slice()
  }

  #heads(batch: Batch, z: Rows): Int32Array {
    const region = this.#region
    const { arc } = this.layout.shape
    const { ordered, starts, lengths, rows } = batch
    const order = region.copyIn(batch.order)
    const queries = reserveRows(region, rows, arc)
    this.#products.linear('arc.weights', 'arc.bias', this.#products.quantize(z, rows, arc), rows, queries)
    const dependents = reserveRows(region, ordered, arc)
    const heads = reserveRows(region, ordered, arc)
    const headColumn = shifted(z, arc)
    region.run(
      'gatherRows',
      queries.at,
      queries.stride,
      arc,
      order,
      ordered,
      dependents.at,
      dependents.stride,
    )
    region.run('gatherRows', headColumn.at, headColumn.stride, arc, order, ordered, heads.at, heads.stride)
    const found = new Int32Array(ordered).fill(-1)
    for (let s = 0; s < batch.count; s++) {
      const n = lengths[s]!
      const padded = four(n)
      const from = 4 * arc * starts[s]!
      scratch(region, () => {
        const scores = reserveRows(region, n, padded)
        const panels = transposedPanelsOf(region, { at: heads.at + from, stride: heads.stride }, arc, padded)
        multiply(
          region,
          { at: dependents.at + from, stride: dependents.stride },
          n,
          arc,
          panels,
          padded,
          scores,
          false,
        )
        const best = region.reserve(n * 4)
        const marks = region.reserve(n * 4)
        if (region.run('bestHeads', scores.at, scores.stride, n, best, marks) === 0) {
          const work = region.reserve(10 * n * n + 33 * n + 16)
          region.run('spanningTree', scores.at, scores.stride, n, best, work)
        }
        found.set(region.i32(best, n), starts[s]!)
      })
    }
    return found
  }

  #labels(batch: Batch, z: Rows, heads: Int32Array, root: number): Int32Array {
    const region = this.#region
    const { label, labels } = this.layout.shape
    const { rows, offsets, starts, lengths } = batch
    const headRows = new Int32Array(rows).fill(-1)
    for (let s = 0; s < batch.count; s++) {
      for (let t = 1; t < lengths[s]!; t++) headRows[offsets[t]! + s] = offsets[heads[starts[s]! + t]!]! + s
    }
    const scores = reserveRows(region, rows, four(labels))
    const dependents = this.#products.quantize(z, rows, label)
    const above = reserveRows(region, rows, label)
    const headColumn = shifted(z, label)
    const index = region.copyIn(headRows)
    region.run('gatherRows', headColumn.at, headColumn.stride, label, index, rows, above.at, above.stride)
    this.#products.linear('label.dependent', 'label.bias', dependents, rows, scores)
    this.#products.multiply('label.head', this.#products.quantize(above, rows, label), rows, scores, true)
    const products = reserveRows(region, rows, labels * label)
    this.#products.multiply('label.bilinear', dependents, rows, products, false)
    region.run('bilinearForward', products.at, above.at, label, labels, rows, scores.at, scores.stride)
    if (root >= 0) {
      const view = region.f32(scores.at, rows * four(labels))
      for (let row = 0; row < rows; row++) {
        view[row * four(labels) + root] = headRows[row]! >= 0 && headRows[row]! < batch.count ? 1e9 : -1e9
      }
    }
    return this.#best(scores, labels, rows)
  }
}
