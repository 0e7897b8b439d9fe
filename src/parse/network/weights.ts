/**
 * The trained weights of a network in a Region, with their gradients and the means of Adam: blocks of one layout, so that
 * a step of the optimiser is one pass over a block. Layers that are products with these weights, forward and backward.
 */
import type { Pointer } from '../../core/kernels.js'
import type { Region } from '../../core/region.js'
import { multiply, panelsOf, type Rows, scratch, transposedPanelsOf, zeroRows } from './dense.js'
import type { NetworkLayout } from './shape.js'

/** Weights and gradients. */
export class Weights {
  readonly layout: NetworkLayout
  readonly region: Region
  /** Blocks of `layout.size` floats. */
  readonly values: Pointer
  readonly gradients: Pointer
  readonly means: Pointer
  readonly squares: Pointer

  constructor(region: Region, layout: NetworkLayout, values: Float32Array) {
    this.region = region
    this.layout = layout
    this.values = region.copyIn(values)
    this.gradients = zeroRows(region, 1, layout.size).at
    this.means = zeroRows(region, 1, layout.size).at
    this.squares = zeroRows(region, 1, layout.size).at
  }

  weight(name: string): Rows {
    const { at, columns } = this.layout.matrix(name)
    return { at: this.values + 4 * at, stride: 4 * columns }
  }

  gradient(name: string): Rows {
    const { at, columns } = this.layout.matrix(name)
    return { at: this.gradients + 4 * at, stride: 4 * columns }
  }

  /** to = bias + from W, or to += from W without a bias. */
  linear(name: string, bias: string | undefined, from: Rows, rows: number, to: Rows): void {
    const { region } = this
    const { rows: steps, columns } = this.layout.matrix(name)
    if (bias !== undefined) region.run('biasRows', this.weight(bias).at, columns, rows, to.at, to.stride)
    scratch(region, () =>
      multiply(
        region,
        from,
        rows,
        steps,
        panelsOf(region, this.weight(name), steps, columns),
        columns,
        to,
        true,
      ),
    )
  }

  /** Gradients of W and of the bias, and with `dFrom` of the input (added to it, or with `fresh` written). */
  linearBack(
    name: string,
    bias: string | undefined,
    from: Rows,
    rows: number,
    dTo: Rows,
    dFrom: Rows | undefined,
    fresh = false,
  ): void {
    const { region } = this
    const { rows: steps, columns } = this.layout.matrix(name)
    scratch(region, () => {
      const gradient = this.gradient(name)
      const panels = panelsOf(region, dTo, rows, columns)
      region.run(
        'matmulTransposed',
        from.at,
        from.stride,
        steps,
        rows,
        panels,
        columns,
        gradient.at,
        gradient.stride,
      )
      if (bias !== undefined) region.run('sumRows', dTo.at, dTo.stride, columns, rows, this.gradient(bias).at)
      if (dFrom === undefined) return
      const back = transposedPanelsOf(region, this.weight(name), columns, steps)
      multiply(region, dTo, rows, columns, back, steps, dFrom, !fresh)
    })
  }
}
