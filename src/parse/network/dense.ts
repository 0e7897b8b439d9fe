/**
 * Dense layers over a Region: products with matrices of weights, forward and backward.
 *
 * `Rows` is a view of rows of f32 in the Region: an address, and the bytes from one row to the next.
 */
import type { Pointer } from '../../core/kernels.js'
import type { Region } from '../../core/region.js'

/** Rows of f32. */
export interface Rows {
  readonly at: Pointer
  /** Bytes from a row to the next. */
  readonly stride: number
}

/** Rows that begin `columns` floats further on. */
export function shifted({ at, stride }: Rows, columns: number): Rows {
  return { at: at + 4 * columns, stride }
}

/** Reserves `rows` rows of `columns` floats; their content is undefined. */
export function reserveRows(region: Region, rows: number, columns: number): Rows {
  return { at: region.reserve(rows * columns * 4), stride: columns * 4 }
}

/** The same, all 0. */
export function zeroRows(region: Region, rows: number, columns: number): Rows {
  const made = reserveRows(region, rows, columns)
  region.u8(made.at, rows * columns * 4).fill(0)
  return made
}

/** Lays `steps` rows of `columns` out in panels. */
export function panelsOf(region: Region, from: Rows, steps: number, columns: number): Pointer {
  const panels = region.reserve(Math.ceil(columns / 8) * steps * 32)
  region.run('matmulPanels', from.at, from.stride, steps, columns, panels)
  return panels
}

/** Lays the transpose of `columns` rows of `steps` out in panels. */
export function transposedPanelsOf(region: Region, from: Rows, steps: number, columns: number): Pointer {
  const panels = region.reserve(Math.ceil(columns / 8) * steps * 32)
  region.run('matmulPanelsTransposed', from.at, from.stride, steps, columns, panels)
  return panels
}

/** to = (or +=, with `add`) from times a matrix in panels. */
export function multiply(
  region: Region,
  from: Rows,
  rows: number,
  steps: number,
  panels: Pointer,
  columns: number,
  to: Rows,
  add: boolean,
): void {
  region.run('matmul', from.at, from.stride, rows, steps, panels, columns, to.at, to.stride, add ? 1 : 0)
}

/** Runs `work` and gives back all that it has reserved. */
export function scratch<Result>(region: Region, work: () => Result): Result {
  const mark = region.mark()
  try {
    return work()
  } finally {
    region.release(mark)
  }
}
