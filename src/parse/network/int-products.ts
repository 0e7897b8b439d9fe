/** Products with the int8 matrices of a network, in a Region. */
import type { Pointer } from '../../core/kernels.js'
import type { Region } from '../../core/region.js'
import { type Rows, scratch } from './dense.js'
import type { QuantizedWeights } from './quantized.js'
import type { NetworkLayout } from './shape.js'

/** i16 rows with the scales that give them back; a step of 0: one scale for all rows. */
export interface IntRows {
  readonly at: Pointer
  readonly stride: number
  readonly scales: Pointer
  readonly step: number
}

interface Product {
  readonly panels: Pointer
  readonly scales: Pointer
  readonly steps: number
  readonly columns: number
}

/** All matrices but the table of features, ready for products, and all biases. */
export class IntProducts {
  readonly #region: Region
  readonly #products = new Map<string, Product>()
  readonly #biases = new Map<string, Pointer>()

  constructor(region: Region, layout: NetworkLayout, weights: QuantizedWeights) {
    this.#region = region
    for (const [name, { rows, columns }] of layout.matrices) {
      const matrix = weights.matrices.get(name)
      if (matrix === undefined) this.#biases.set(name, region.copyIn(weights.biases.get(name)!))
      if (matrix === undefined || name === 'bag') continue
      const padded = new Float32Array((columns + 7) & ~7)
      padded.set(matrix.scales)
      const scales = region.copyIn(padded)
      const panels = region.reserve(padded.length * rows * 2)
      scratch(region, () => region.run('intPanels', region.copyIn(matrix.values), rows, columns, panels))
      this.#products.set(name, { panels, scales, steps: rows, columns })
    }
  }

  /** Panels and column scales of a matrix. */
  product(name: string): Product {
    return this.#products.get(name)!
  }

  /** The bias `name`. */
  bias(name: string): Pointer {
    return this.#biases.get(name)!
  }

  /** Rows of f32 as i16, each with a scale of its own. */
  quantize(from: Rows, rows: number, width: number): IntRows {
    const region = this.#region
    const at = region.reserve(rows * width * 2)
    const scales = region.reserve(rows * 4)
    region.run('quantizeRows', from.at, from.stride, width, rows, at, width * 2, scales)
    return { at, stride: width * 2, scales, step: 4 }
  }

  /** to = from W, or to += from W with `add`. */
  multiply(name: string, from: IntRows, rows: number, to: Rows, add: boolean): void {
    const { panels, scales, steps, columns } = this.product(name)
    this.#region.run(
      'matmulInt',
      from.at,
      from.stride,
      rows,
      steps,
      from.scales,
      from.step,
      panels,
      scales,
      columns,
      to.at,
      to.stride,
      add ? 1 : 0,
    )
  }

  /** to = bias + from W. */
  linear(name: string, bias: string, from: IntRows, rows: number, to: Rows): void {
    const { columns } = this.product(name)
    this.#region.run('biasRows', this.bias(bias), columns, rows, to.at, to.stride)
    this.multiply(name, from, rows, to, true)
  }
}
