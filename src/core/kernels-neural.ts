/**
 * Kernels of dense neural layers with their TypeScript types, a part of the list in kernels.ts.
 */
import type { Pointer } from './kernels.js'

/** Signatures; sources in src/core/assembly: matmul, lstm, neural-layers, biaffine, spanning-tree. */
export interface NeuralKernels {
  /** Lays `steps` rows of `columns` floats out in panels; `stride` is in bytes. */
  matmulPanels(b: Pointer, stride: number, steps: number, columns: number, panels: Pointer): number
  /** Lays the transpose of `columns` rows of `steps` floats out in panels; `stride` is in bytes. */
  matmulPanelsTransposed(b: Pointer, stride: number, steps: number, columns: number, panels: Pointer): number
  /** C = A B, or C += A B with `add`: A has `rows` rows of `steps` floats (`aStride` bytes apart), B is in panels of `steps` rows, C has rows of `columns` floats (`cStride` bytes apart). */
  matmul(
    a: Pointer,
    aStride: number,
    rows: number,
    steps: number,
    panels: Pointer,
    columns: number,
    c: Pointer,
    cStride: number,
    add: number,
  ): number
  /** C += A^T B, as gradients of weights are: A has `steps` rows of `rows` floats (a multiple of 4; `aStride` bytes apart), B is in panels of `steps` rows. */
  matmulTransposed(
    a: Pointer,
    aStride: number,
    rows: number,
    steps: number,
    panels: Pointer,
    columns: number,
    c: Pointer,
    cStride: number,
  ): number
  /** Runs over all times, from the last if `reverse`. */
  lstmForward(
    gates: Pointer,
    cells: Pointer,
    out: Pointer,
    outStride: number,
    recurrent: Pointer,
    width: number,
    offsets: Pointer,
    times: number,
    reverse: number,
  ): number
  /** The way back of `lstmForward` with the same arguments: `gates` get the gradients of their sums. */
  lstmBackward(
    gates: Pointer,
    cells: Pointer,
    out: Pointer,
    outStride: number,
    dOut: Pointer,
    recurrentBack: Pointer,
    width: number,
    offsets: Pointer,
    times: number,
    reverse: number,
    carry: Pointer,
    previous: Pointer,
  ): number
  /** `lstmForward` for use: outputs are i16 (16,383 for 1; rows `outStride` bytes apart), the recurrent weights are panels of `intPanels` with a scale a column, and `scale` is the f32 1 / 16,383. */
  lstmInt(
    gates: Pointer,
    cells: Pointer,
    out: Pointer,
    outStride: number,
    recurrent: Pointer,
    columnScales: Pointer,
    scale: Pointer,
    width: number,
    offsets: Pointer,
    times: number,
    reverse: number,
  ): number
  /** Sum of the rows of `table` that each of `rows` has `count` ids for (0: none), to `out`. */
  bagForward(
    table: Pointer,
    width: number,
    ids: Pointer,
    count: number,
    rows: number,
    out: Pointer,
    stride: number,
  ): number
  /** Adds the gradient of each row's sum to the rows of `dTable` that were summed. */
  bagBackward(
    dTable: Pointer,
    width: number,
    ids: Pointer,
    count: number,
    rows: number,
    dOut: Pointer,
    stride: number,
  ): number
  /** Sum of the int8 rows of `table`, each times its f32 scale, that each of `rows` has `count` ids for (0: none). */
  int8Rows(
    table: Pointer,
    scales: Pointer,
    width: number,
    ids: Pointer,
    count: number,
    rows: number,
    out: Pointer,
    stride: number,
  ): number
  /** Writes `row` to every row of `out`: a bias before products are added. */
  biasRows(row: Pointer, width: number, rows: number, out: Pointer, stride: number): number
  /** Adds all rows up into `sums`. */
  sumRows(from: Pointer, stride: number, width: number, rows: number, sums: Pointer): number
  /** Writes each row times the row of `masks` that `owners` names to `out`, which may be `from`. */
  maskRows(
    from: Pointer,
    fromStride: number,
    width: number,
    rows: number,
    masks: Pointer,
    owners: Pointer,
    out: Pointer,
    outStride: number,
  ): number
  /** max(x, x / 10), in place. */
  leakyForward(x: Pointer, stride: number, width: number, rows: number): number
  /** Gradients through `leakyForward`, in place, by the sign of what it gave. */
  leakyBackward(x: Pointer, stride: number, width: number, rows: number, dx: Pointer, dStride: number): number
  /** Cross-entropy of the softmax over the first `classes` of each row against `targets` (below 0: none). */
  softmaxLoss(
    x: Pointer,
    stride: number,
    width: number,
    classes: number,
    rows: number,
    targets: Pointer,
    scale: number,
    loss: Pointer,
  ): number
  /** The best of the first `classes` of each row (the first of equals), i32, to `best`. */
  bestColumns(x: Pointer, stride: number, classes: number, rows: number, best: Pointer): number
  /** Copies the rows that `index` names (below 0: a row of 0) to `out`. */
  gatherRows(
    from: Pointer,
    fromStride: number,
    width: number,
    index: Pointer,
    rows: number,
    out: Pointer,
    outStride: number,
  ): number
  /** Adds each row to the row of `out` that `index` names (below 0: none). */
  scatterRows(
    from: Pointer,
    fromStride: number,
    width: number,
    index: Pointer,
    rows: number,
    out: Pointer,
    outStride: number,
  ): number
  /** Adds `count` floats (a multiple of 4) to those at `to`. */
  addFloats(from: Pointer, to: Pointer, count: number): number
  /** Sum of the squares of `count` floats (a multiple of 4). */
  sumSquares(from: Pointer, count: number): number
  /** One step of Adam over `count` weights (a multiple of 4): gradients are multiplied by `scale` first and set to 0 after; `rate` holds the correction of both means, `epsilon` that of the second. */
  adam(
    weights: Pointer,
    gradients: Pointer,
    means: Pointer,
    squares: Pointer,
    count: number,
    scale: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
  ): number
  /** Adds the dot products to `scores` (rows `stride` bytes apart). */
  bilinearForward(
    products: Pointer,
    heads: Pointer,
    width: number,
    labels: number,
    rows: number,
    scores: Pointer,
    stride: number,
  ): number
  /** Adds gradients of heads to `dHeads`; products become their own gradients. */
  bilinearBackward(
    products: Pointer,
    heads: Pointer,
    width: number,
    labels: number,
    rows: number,
    dScores: Pointer,
    stride: number,
    dHeads: Pointer,
  ): number
  /** Lays int8 weights (`steps` rows of `columns`) out in panels of i16; gives the bytes written. */
  intPanels(weights: Pointer, steps: number, columns: number, panels: Pointer): number
  /** Rows of f32 as i16, each with the scale that gives it back, to `out` and `scales`. */
  quantizeRows(
    from: Pointer,
    stride: number,
    width: number,
    rows: number,
    out: Pointer,
    outStride: number,
    scales: Pointer,
  ): number
  /** C = A B, or C += A B with `add`, in f32: A has `rows` rows of `steps` i16, row r stands for its numbers times the f32 at `scales` + r * `scaleStep` (a step of 0: one scale for all); B is in panels of i16, with an f32 scale for each column at `columnScales` (as many as the panels have columns). */
  matmulInt(
    a: Pointer,
    aStride: number,
    rows: number,
    steps: number,
    scales: Pointer,
    scaleStep: number,
    panels: Pointer,
    columnScales: Pointer,
    columns: number,
    c: Pointer,
    cStride: number,
    add: number,
  ): number
  /** Writes the best head of every node to `heads` (i32; -1 for node 0); gives 1 if these are a tree with one root. */
  bestHeads(scores: Pointer, stride: number, n: number, heads: Pointer, marks: Pointer): number
  /** Writes the heads of the best tree to `heads` (i32; -1 for node 0). */
  spanningTree(scores: Pointer, stride: number, n: number, heads: Pointer, work: Pointer): number
}

/** Their names. */
export const NEURAL_KERNELS: Readonly<Record<keyof NeuralKernels, true>> = {
  adam: true,
  addFloats: true,
  bagBackward: true,
  bagForward: true,
  bestColumns: true,
  bestHeads: true,
  biasRows: true,
  bilinearBackward: true,
  bilinearForward: true,
  gatherRows: true,
  int8Rows: true,
  intPanels: true,
  leakyBackward: true,
  leakyForward: true,
  lstmBackward: true,
  lstmForward: true,
  lstmInt: true,
  maskRows: true,
  matmul: true,
  matmulInt: true,
  matmulPanels: true,
  matmulPanelsTransposed: true,
  matmulTransposed: true,
  quantizeRows: true,
  scatterRows: true,
  softmaxLoss: true,
  spanningTree: true,
  sumRows: true,
  sumSquares: true,
}
