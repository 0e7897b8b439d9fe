/**
 * The network in a Region: forward over a batch, and backward to the gradients of all weights.
 */
import type { Pointer } from '../../core/kernels.js'
import { Region } from '../../core/region.js'
import type { Batch, BatchTargets } from './batch.js'
import {
  multiply,
  panelsOf,
  type Rows,
  reserveRows,
  scratch,
  shifted,
  transposedPanelsOf,
  zeroRows,
} from './dense.js'
import type { Quantized } from './quantized.js'
import { four, type NetworkLayout } from './shape.js'
import { Weights } from './weights.js'

/** Factors for the inputs of each part of the network, one row a sentence: 0, or 1 / (1 - rate). */
export interface Masks {
  readonly input: Float32Array
  readonly layers: readonly Float32Array[]
  readonly projection: Float32Array
}

/** How much each task counts, and what came out. */
export interface Losses {
  /** Sums over tokens, in nats. */
  readonly tags: number
  readonly arcs: number
  readonly labels: number
}

interface Layer {
  readonly input: Rows
  readonly inputWidth: number
  readonly gates: readonly Pointer[]
  readonly cells: readonly Pointer[]
  readonly out: Rows
  readonly masked: Rows
  readonly mask: Pointer
}

/** A network that can be trained. */
export class Network {
  readonly layout: NetworkLayout
  readonly region = new Region()
  readonly weights: Weights
  readonly #table: Pointer
  readonly #scales: Pointer

  /** `vectors`: rows of int8 with a scale each; row 0 is not used. */
  constructor(layout: NetworkLayout, weights: Float32Array, vectors: Quantized) {
    this.layout = layout
    const { region } = this
    this.weights = new Weights(region, layout, weights)
    this.#table = region.copyIn(vectors.values)
    this.#scales = region.copyIn(vectors.scales)
  }

  /** A copy of the weights. */
  copyWeights(): Float32Array {
    return this.region.f32(this.weights.values, this.layout.size).slice()
  }

  /** Adds the gradients of a batch, and gives its losses; `tagWeight` is what tags count beside arcs and labels. */
  learn(batch: Batch, targets: BatchTargets, masks: Masks, tagWeight: number, scale: number): Losses {
    const { region } = this
    return scratch(region, () => {
      const losses = region.copyIn(new Float64Array(3))
      this.#learn(batch, targets, masks, tagWeight * scale, scale, losses)
      const [tags, arcs, labels] = region.f64(losses, 3)
      return { tags: tags!, arcs: arcs!, labels: labels! }
    })
  }

  #mask(rows: number, columns: number, from: Rows, mask: Pointer, owners: Pointer, to: Rows): void {
    this.region.run('maskRows', from.at, from.stride, columns, rows, mask, owners, to.at, to.stride)
  }

  #layer(
    number: number,
    input: Rows,
    inputWidth: number,
    batch: Batch,
    offsets: Pointer,
    owners: Pointer,
    mask: Pointer,
  ): Layer {
    const { region } = this
    const { width } = this.layout.shape
    const { rows, times } = batch
    const out = reserveRows(region, rows, 2 * width)
    const gates: Pointer[] = []
    const cells: Pointer[] = []
    for (const [d, direction] of ['forward', 'backward'].entries()) {
      const name = `lstm.${number}.${direction}`
      const gate = reserveRows(region, rows, 4 * width)
      const cell = region.reserve(rows * width * 4)
      this.weights.linear(`${name}.input`, `${name}.bias`, input, rows, gate)
      scratch(region, () => {
        const recurrent = panelsOf(region, this.weights.weight(`${name}.recurrent`), width, 4 * width)
        const { at, stride } = shifted(out, d * width)
        region.run('lstmForward', gate.at, cell, at, stride, recurrent, width, offsets, times, d)
      })
      gates.push(gate.at)
      cells.push(cell)
    }
    const masked = reserveRows(region, rows, 2 * width)
    this.#mask(rows, 2 * width, out, mask, owners, masked)
    return { input, inputWidth, gates, cells, out, masked, mask }
  }

  /** `dOut`: gradients of what the layer gave, before the mask; they are used up. */
  #layerBack(number: number, layer: Layer, batch: Batch, offsets: Pointer, dOut: Rows, dInput: Rows): void {
    const { region } = this
    const { width } = this.layout.shape
    const { rows, times } = batch
    for (const [d, direction] of ['forward', 'backward'].entries()) {
      const name = `lstm.${number}.${direction}`
      const gates: Rows = { at: layer.gates[d]!, stride: 16 * width }
      scratch(region, () => {
        const back = transposedPanelsOf(region, this.weights.weight(`${name}.recurrent`), 4 * width, width)
        const carry = zeroRows(region, batch.count, width).at
        const previous = reserveRows(region, rows, width)
        const out = shifted(layer.out, d * width)
        region.run(
          'lstmBackward',
          gates.at,
          layer.cells[d]!,
          out.at,
          out.stride,
          shifted(dOut, d * width).at,
          back,
          width,
          offsets,
          times,
          d,
          carry,
          previous.at,
        )
        this.weights.linearBack(`${name}.recurrent`, undefined, previous, rows, gates, undefined)
      })
      this.weights.linearBack(`${name}.input`, `${name}.bias`, layer.input, rows, gates, dInput, d === 0)
    }
  }

  #learn(
    batch: Batch,
    targets: BatchTargets,
    masks: Masks,
    tagScale: number,
    scale: number,
    losses: Pointer,
  ): void {
    const { region, layout } = this
    const { shape, projected } = layout
    const { width, arc } = shape
    const { rows } = batch
    const perToken = batch.features.length / rows
    const offsets = region.copyIn(batch.offsets)
    const owners = region.copyIn(batch.owners)
    const features = region.copyIn(batch.features)
    const vectors = region.copyIn(batch.vectors)
    const inputMask = region.copyIn(masks.input)

    const input = reserveRows(region, rows, layout.input)
    const bag = shifted(input, shape.vector)
    if (shape.vector > 0) {
      region.run(
        'int8Rows',
        this.#table,
        this.#scales,
        shape.vector,
        vectors,
        1,
        rows,
        input.at,
        input.stride,
      )
    }
    region.run(
      'bagForward',
      this.weights.weight('bag').at,
      shape.bag,
      features,
      perToken,
      rows,
      bag.at,
      bag.stride,
    )
    this.#mask(rows, layout.input, input, inputMask, owners, input)
    const layers: Layer[] = []
    for (let l = 0; l < shape.layers; l++) {
      const below = layers.at(-1)
      const mask = region.copyIn(masks.layers[l]!)
      layers.push(
        this.#layer(
          l,
          below?.masked ?? input,
          below ? 2 * width : layout.input,
          batch,
          offsets,
          owners,
          mask,
        ),
      )
    }

    // The four projections, and their gradients.
    const top = layers.at(-1)!
    const z = reserveRows(region, rows, projected)
    const projectionMask = region.copyIn(masks.projection)
    this.weights.linear('projection.weights', 'projection.bias', top.masked, rows, z)
    region.run('leakyForward', z.at, z.stride, projected, rows)
    this.#mask(rows, projected, z, projectionMask, owners, z)
    const dz = zeroRows(region, rows, projected)
    scratch(region, () => this.#arcs(batch, targets, z, dz, scale, losses + 8))
    scratch(region, () =>
      this.#labels(batch, targets, shifted(z, 2 * arc), shifted(dz, 2 * arc), scale, losses + 16),
    )
    this.#mask(rows, projected, dz, projectionMask, owners, dz)
    region.run('leakyBackward', z.at, z.stride, projected, rows, dz.at, dz.stride)
    let dOut = reserveRows(region, rows, 2 * width)
    this.weights.linearBack('projection.weights', 'projection.bias', top.masked, rows, dz, dOut, true)

    for (let l = shape.layers - 1; l >= 0; l--) {
      const layer = layers[l]!
      if (l === shape.tagLayer - 1 && layout.tagWidth > 0) {
        this.#tags(batch, targets, layer.masked, dOut, tagScale, losses)
      }
      this.#mask(rows, 2 * width, dOut, layer.mask, owners, dOut)
      const dInput = reserveRows(region, rows, layer.inputWidth)
      this.#layerBack(l, layer, batch, offsets, dOut, dInput)
      dOut = dInput
    }
    this.#mask(rows, layout.input, dOut, inputMask, owners, dOut)
    const dBag = shifted(dOut, shape.vector)
    region.run(
      'bagBackward',
      this.weights.gradient('bag').at,
      shape.bag,
      features,
      perToken,
      rows,
      dBag.at,
      dBag.stride,
    )
  }

  #tags(batch: Batch, targets: BatchTargets, from: Rows, dFrom: Rows, scale: number, loss: Pointer): void {
    const { region, layout } = this
    const { rows } = batch
    scratch(region, () => {
      const scores = reserveRows(region, rows, layout.tagWidth)
      this.weights.linear('tags.weights', 'tags.bias', from, rows, scores)
      for (const [k, classes] of layout.shape.tags.entries()) {
        const part = shifted(scores, layout.tagStarts[k]!)
        const wanted = region.copyIn(targets.tags[k]!)
        region.run('softmaxLoss', part.at, part.stride, four(classes), classes, rows, wanted, scale, loss)
      }
      this.weights.linearBack('tags.weights', 'tags.bias', from, rows, scores, dFrom)
    })
  }

  #arcs(batch: Batch, targets: BatchTargets, z: Rows, dz: Rows, scale: number, loss: Pointer): void {
    const { region } = this
    const { arc } = this.layout.shape
    const { ordered, starts, lengths } = batch
    const order = region.copyIn(batch.order)
    const wanted = region.copyIn(targets.heads)
    const dependents = reserveRows(region, ordered, arc)
    const heads = reserveRows(region, ordered, arc)
    const headColumn = shifted(z, arc)
    region.run('gatherRows', z.at, z.stride, arc, order, ordered, dependents.at, dependents.stride)
    region.run('gatherRows', headColumn.at, headColumn.stride, arc, order, ordered, heads.at, heads.stride)
    const queries = reserveRows(region, ordered, arc)
    this.weights.linear('arc.weights', 'arc.bias', dependents, ordered, queries)
    const dQueries = zeroRows(region, ordered, arc)
    const dHeads = zeroRows(region, ordered, arc)
    for (let s = 0; s < batch.count; s++) {
      const n = lengths[s]!
      const padded = four(n)
      const from = 4 * arc * starts[s]!
      const query: Rows = { at: queries.at + from, stride: queries.stride }
      const head: Rows = { at: heads.at + from, stride: heads.stride }
      scratch(region, () => {
        const scores = reserveRows(region, padded, padded)
        multiply(region, query, n, arc, transposedPanelsOf(region, head, arc, padded), padded, scores, false)
        const view = region.f32(scores.at, n * padded)
        for (let i = 0; i < n; i++) view[i * padded + i] = -1e9
        region.run(
          'softmaxLoss',
          scores.at,
          scores.stride,
          padded,
          n,
          n,
          wanted + 4 * starts[s]!,
          scale,
          loss,
        )
        const dQuery: Rows = { at: dQueries.at + from, stride: dQueries.stride }
        multiply(region, scores, n, padded, panelsOf(region, head, padded, arc), arc, dQuery, false)
        const panels = panelsOf(region, query, n, arc)
        region.run(
          'matmulTransposed',
          scores.at,
          scores.stride,
          padded,
          n,
          panels,
          arc,
          dHeads.at + from,
          dHeads.stride,
        )
      })
    }
    const dDependents = reserveRows(region, ordered, arc)
    this.weights.linearBack('arc.weights', 'arc.bias', dependents, ordered, dQueries, dDependents, true)
    const dHeadColumn = shifted(dz, arc)
    region.run('scatterRows', dDependents.at, dDependents.stride, arc, order, ordered, dz.at, dz.stride)
    region.run(
      'scatterRows',
      dHeads.at,
      dHeads.stride,
      arc,
      order,
      ordered,
      dHeadColumn.at,
      dHeadColumn.stride,
    )
  }

  #labels(batch: Batch, targets: BatchTargets, z: Rows, dz: Rows, scale: number, loss: Pointer): void {
    const { region } = this
    const { label, labels } = this.layout.shape
    const { rows } = batch
    const headRows = region.copyIn(targets.headRows)
    const wanted = region.copyIn(targets.labels)
    const heads = reserveRows(region, rows, label)
    const headColumn = shifted(z, label)
    region.run('gatherRows', headColumn.at, headColumn.stride, label, headRows, rows, heads.at, heads.stride)
    const scores = reserveRows(region, rows, four(labels))
    this.weights.linear('label.dependent', 'label.bias', z, rows, scores)
    this.weights.linear('label.head', undefined, heads, rows, scores)
    const products = zeroRows(region, rows, labels * label)
    this.weights.linear('label.bilinear', undefined, z, rows, products)
    region.run('bilinearForward', products.at, heads.at, label, labels, rows, scores.at, scores.stride)
    region.run('softmaxLoss', scores.at, scores.stride, four(labels), labels, rows, wanted, scale, loss)
    const dHeads = zeroRows(region, rows, label)
    region.run(
      'bilinearBackward',
      products.at,
      heads.at,
      label,
      labels,
      rows,
      scores.at,
      scores.stride,
      dHeads.at,
    )
    this.weights.linearBack('label.bilinear', undefined, z, rows, products, dz)
    this.weights.linearBack('label.dependent', 'label.bias', z, rows, scores, dz)
    this.weights.linearBack('label.head', undefined, heads, rows, scores, dHeads)
    const dHeadColumn = shifted(dz, label)
    region.run(
      'scatterRows',
      dHeads.at,
      dHeads.stride,
      label,
      headRows,
      rows,
      dHeadColumn.at,
      dHeadColumn.stride,
    )
  }
}
