/**
 * Matrices of weights as Packs hold them: int8, with a scale for each column (for tables that are looked up: each row).
 */
import type { NetworkLayout } from './shape.js'

/** int8 numbers; each stands for itself times the scale of its column or row. */
export interface Quantized {
  readonly values: Int8Array
  readonly scales: Float32Array
}

/** Rows of f32 as int8 with a scale a row. */
export function quantizeByRow(values: Float32Array, rows: number, columns: number): Quantized {
  const made = { values: new Int8Array(rows * columns), scales: new Float32Array(rows) }
  for (let r = 0; r < rows; r++) {
    let most = 0
    for (let c = 0; c < columns; c++) most = Math.max(most, Math.abs(values[r * columns + c]!))
    if (most === 0) continue
    const scale = Math.fround(most / 127)
    made.scales[r] = scale
    for (let c = 0; c < columns; c++)
      made.values[r * columns + c] = Math.round(values[r * columns + c]! / scale)
  }
  return made
}

/** Rows of f32 as int8 with a scale a column. */
export function quantizeByColumn(values: Float32Array, rows: number, columns: number): Quantized {
  const made = { values: new Int8Array(rows * columns), scales: new Float32Array(columns) }
  for (let c = 0; c < columns; c++) {
    let most = 0
    for (let r = 0; r < rows; r++) most = Math.max(most, Math.abs(values[r * columns + c]!))
    if (most === 0) continue
    const scale = Math.fround(most / 127)
    made.scales[c] = scale
    for (let r = 0; r < rows; r++) made.values[r * columns + c] = Math.round(values[r * columns + c]! / scale)
  }
  return made
}

/** The weights of a network for use: matrices as int8, biases as f32. */
export interface QuantizedWeights {
  readonly matrices: ReadonlyMap<string, Quantized>
  readonly biases: ReadonlyMap<string, Float32Array>
}

/** Weights that training gave, for use. */
export function quantizeWeights(layout: NetworkLayout, weights: Float32Array): QuantizedWeights {
  const matrices = new Map<string, Quantized>()
  const biases = new Map<string, Float32Array>()
  for (const [name, { at, rows, columns }] of layout.matrices) {
    const values = weights.subarray(at, at + rows * columns)
    if (name.endsWith('.bias')) biases.set(name, values.slice())
    else if (name === 'bag') matrices.set(name, quantizeByRow(values, rows, columns))
    else matrices.set(name, quantizeByColumn(values, rows, columns))
  }
  return { matrices, biases }
}

/** The block of f32 that quantised weights stand for, to train on from them. */
export function plainWeights(layout: NetworkLayout, { matrices, biases }: QuantizedWeights): Float32Array {
  const weights = new Float32Array(layout.size)
  for (const [name, { at, rows, columns }] of layout.matrices) {
    const matrix = matrices.get(name)
    if (matrix === undefined) {
      weights.set(biases.get(name)!, at)
      continue
    }
    const { values, scales } = matrix
    for (let i = 0; i < rows * columns; i++) {
      weights[at + i] = values[i]! * scales[name === 'bag' ? Math.floor(i / columns) : i % columns]!
    }
  }
  return weights
}
