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
  /** Rows of int8 with a scale each, picked by number (0: a row of 0), as f32 to `out`. */
  int8Rows(
    table: Pointer,
    scales: Pointer,
    width: number,
    ids: Pointer,
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
  /** Moves `averages` towards the weights: average * keep + weight * (1 - keep). */
  averageFloats(averages: Pointer, weights: Pointer, count: number, keep: number): number
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
  /** Writes the best head of every node to `heads` (i32; -1 for node 0); gives 1 if these are a tree with one root. */
  bestHeads(scores: Pointer, stride: number, n: number, heads: Pointer, marks: Pointer): number
  /** Writes the heads of the best tree to `heads` (i32; -1 for node 0). */
  spanningTree(scores: Pointer, stride: number, n: number, heads: Pointer, work: Pointer): number
}

/** Their names. */
export const NEURAL_KERNELS: Readonly<Record<keyof NeuralKernels, true>> = {
  adam: true,
  addFloats: true,
  averageFloats: true,
  bagBackward: true,
  bagForward: true,
  bestHeads: true,
  biasRows: true,
  bilinearBackward: true,
  bilinearForward: true,
  gatherRows: true,
  int8Rows: true,
  leakyBackward: true,
  leakyForward: true,
  lstmBackward: true,
  lstmForward: true,
  maskRows: true,
  matmul: true,
  matmulPanels: true,
  matmulPanelsTransposed: true,
  matmulTransposed: true,
  scatterRows: true,
  softmaxLoss: true,
  spanningTree: true,
  sumRows: true,
  sumSquares: true,
}
