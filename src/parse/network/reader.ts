/**
 * Networks in use: int8 weights, exact sums (src/core/assembly/matmul-int.ts), so that what a sentence gets does not
 * depend on the sentences beside it, nor on the platform. Several networks of one layout decide together: their scores
 * are added up, which is the product of what each holds likely.
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

/** One network: what it makes of a batch, and the scores that it adds. */
class Member {
  readonly #region: Region
  readonly #layout: NetworkLayout
  readonly #products: IntProducts
  readonly #one: Pointer

  constructor(region: Region, layout: NetworkLayout, products: IntProducts) {
    this.#region = region
    this.#layout = layout
    this.#products = products
    this.#one = region.copyIn(Float32Array.of(1 / ONE))
  }

  /** Outputs of all layers, and the projections of the last. */
  encode(batch: Batch, offsets: Pointer, gates: Gates): { readonly layers: IntRows[]; readonly z: Rows } {
    const { shape, projected } = this.#layout
    const layers: IntRows[] = []
    for (let l = 0; l < shape.layers; l++) layers.push(this.#layer(l, layers.at(-1), batch, offsets, gates))
    const z = reserveRows(this.#region, batch.rows, projected)
    this.#products.linear('projection.weights', 'projection.bias', layers.at(-1)!, batch.rows, z)
    this.#region.run('leakyForward', z.at, z.stride, projected, batch.rows)
    return { layers, z }
  }

  #layer(
    number: number,
    input: IntRows | undefined,
    batch: Batch,
    offsets: Pointer,
    gatesOf: Gates,
  ): IntRows {
    const region = this.#region
    const { width } = this.#layout.shape
    const { rows, times } = batch
    const out = region.reserve(rows * width * 4)
    const stride = width * 4
    scratch(region, () => {
      const gates = reserveRows(region, rows, 4 * width)
      const cells = region.reserve(rows * width * 4)
      for (const [d, direction] of ['forward', 'backward'].entries()) {
        const name = `lstm.${number}.${direction}`
        if (input === undefined) gatesOf(d, gates)
        else this.#products.linear(`${name}.input`, `${name}.bias`, input, rows, gates)
        const { panels, scales } = this.#products.product(`${name}.recurrent`)
        const to = out + d * width * 2
        region.run(
          'lstmInt',
          gates.at,
          cells,
          to,
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

  /** Scores of all tags, shape (rows, tagWidth), to `scores`. */
  tags(from: IntRows, rows: number, scores: Rows): void {
    this.#products.linear('tags.weights', 'tags.bias', from, rows, scores)
  }

  /** What is multiplied for the scores of arcs, in the second order of rows: dependents and heads. */
  arcs(batch: Batch, z: Rows, order: Pointer): { readonly dependents: Rows; readonly heads: Rows } {
    const region = this.#region
    const { arc } = this.#layout.shape
    const { ordered, rows } = batch
    const dependents = reserveRows(region, ordered, arc)
    const heads = reserveRows(region, ordered, arc)
    const pick = (from: Rows, to: Rows) =>
      region.run('gatherRows', from.at, from.stride, arc, order, ordered, to.at, to.stride)
    pick(shifted(z, arc), heads)
    scratch(region, () => {
      const queries = reserveRows(region, rows, arc)
      this.#products.linear('arc.weights', 'arc.bias', this.#products.quantize(z, rows, arc), rows, queries)
      pick(queries, dependents)
    })
    return { dependents, heads }
  }

  /** Scores of all labels, shape (rows, four(labels)), to `scores`. */
  labels(rows: number, z: Rows, headRows: Pointer, scores: Rows): void {
    const region = this.#region
    const { arc, label, labels } = this.#layout.shape
    const from = shifted(z, 2 * arc)
    const dependents = this.#products.quantize(from, rows, label)
    const above = reserveRows(region, rows, label)
    const headColumn = shifted(from, label)
    region.run('gatherRows', headColumn.at, headColumn.stride, label, headRows, rows, above.at, above.stride)
    this.#products.linear('label.dependent', 'label.bias', dependents, rows, scores)
    this.#products.multiply('label.head', this.#products.quantize(above, rows, label), rows, scores, true)
    const products = reserveRows(region, rows, labels * label)
    this.#products.multiply('label.bilinear', dependents, rows, products, false)
    region.run('bilinearForward', products.at, above.at, label, labels, rows, scores.at, scores.stride)
  }
}

/** Writes the gates of the first layer, one direction, for all rows of a batch. */
type Gates = (direction: number, gates: Rows) => void

/** What gives the gates of the first layer for tokens by their ids. */
export interface Input {
  gates(member: number, direction: number, ids: Pointer, rows: number, gates: Rows): void
}

/** Networks that read sentences together. */
export class NetworkReader {
  readonly layout: NetworkLayout
  readonly #region: Region
  readonly #members: readonly Member[]
  readonly #input: Input

  constructor(region: Region, layout: NetworkLayout, products: readonly IntProducts[], input: Input) {
    this.layout = layout
    this.#region = region
    this.#members = products.map((one) => new Member(region, layout, one))
    this.#input = input
  }

  /** Tags, heads and labels; `root` is the label of the root, which no other token gets. */
  read(batch: Batch, root: number): Readings {
    const region = this.#region
    return scratch(region, () => {
      const { shape, tagWidth } = this.layout
      const { rows } = batch
      const offsets = region.copyIn(batch.offsets)
      const ids = region.copyIn(batch.features)
      const encoded = this.#members.map((member, m) =>
        member.encode(batch, offsets, (d, gates) => this.#input.gates(m, d, ids, rows, gates)),
      )
      const tags =
        tagWidth === 0
          ? []
          : scratch(region, () =>
              this.#tags(
                rows,
                encoded.map(({ layers }) => layers[shape.tagLayer - 1]!),
              ),
            )
      const z = encoded.map((one) => one.z)
      const heads = scratch(region, () => this.#heads(batch, z))
      const labels = scratch(region, () => this.#labels(batch, z, heads, root))
      return { tags, heads, labels }
    })
  }

  /** Adds up what `score` writes for each member. */
  #sum(rows: number, columns: number, score: (member: Member, m: number, scores: Rows) => void): Rows {
    const region = this.#region
    const sum = reserveRows(region, rows, columns)
    this.#members.forEach((member, m) => {
      scratch(region, () => {
        const scores = m === 0 ? sum : reserveRows(region, rows, columns)
        score(member, m, scores)
        if (m > 0) region.run('addFloats', scores.at, sum.at, rows * columns)
      })
    })
    return sum
  }

  #tags(rows: number, from: readonly IntRows[]): Int32Array[] {
    const { shape, tagStarts, tagWidth } = this.layout
    const scores = this.#sum(rows, tagWidth, (member, m, to) => member.tags(from[m]!, rows, to))
    return shape.tags.map((classes, k) => this.#best(shifted(scores, tagStarts[k]!), classes, rows))
  }

  #best(scores: Rows, classes: number, rows: number): Int32Array {
    const region = this.#region
    const best = region.reserve(rows * 4)
    region.run('bestColumns', scores.at, scores.stride, classes, rows, best)
    return region.i32(best, rows).slice()
  }

  #heads(batch: Batch, z: readonly Rows[]): Int32Array {
    const region = this.#region
    const { arc } = this.layout.shape
    const { ordered, starts, lengths } = batch
    const order = region.copyIn(batch.order)
    const parts = this.#members.map((member, m) => member.arcs(batch, z[m]!, order))
    const found = new Int32Array(ordered).fill(-1)
    for (let s = 0; s < batch.count; s++) {
      const n = lengths[s]!
      const padded = four(n)
      const from = ({ at, stride }: Rows): Rows => ({ at: at + stride * starts[s]!, stride })
      scratch(region, () => {
        const scores = reserveRows(region, n, padded)
        parts.forEach(({ dependents, heads }, m) => {
          const panels = transposedPanelsOf(region, from(heads), arc, padded)
          multiply(region, from(dependents), n, arc, panels, padded, scores, m > 0)
        })
        const best = region.reserve(n * 4)
        const marks = region.reserve(n * 4)
        if (region.run('bestHeads', scores.at, scores.stride, n, best, marks) === 0) {
          const work = region.reserve(14 * n * n + 33 * n + 16)
          region.run('spanningTree', scores.at, scores.stride, n, best, work)
        }
        found.set(region.i32(best, n), starts[s]!)
      })
    }
    return found
  }

  #labels(batch: Batch, z: readonly Rows[], heads: Int32Array, root: number): Int32Array {
    const region = this.#region
    const { labels } = this.layout.shape
    const { rows, offsets, starts, lengths } = batch
    const headRows = new Int32Array(rows).fill(-1)
    for (let s = 0; s < batch.count; s++) {
      for (let t = 1; t < lengths[s]!; t++) headRows[offsets[t]! + s] = offsets[heads[starts[s]! + t]!]! + s
    }
    const index = region.copyIn(headRows)
    const width = four(labels)
    const scores = this.#sum(rows, width, (member, m, to) => member.labels(rows, z[m]!, index, to))
    if (root >= 0) {
      const view = region.f32(scores.at, rows * width)
      for (let row = 0; row < rows; row++) {
        view[row * width + root] = headRows[row]! >= 0 && headRows[row]! < batch.count ? 1e9 : -1e9
      }
    }
    return this.#best(scores, labels, rows)
  }
}
