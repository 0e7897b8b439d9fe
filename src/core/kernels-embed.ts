/**
 * The kernels of word vectors with their TypeScript types: a part of src/core/kernels.ts, which says what holds for
 * all. Rows are float32, of a multiple of four numbers.
 */
import type { Pointer } from './kernels.js'

/** Signatures of the kernels of word vectors; sources in src/core/assembly/skip-gram.ts, rows.ts, k-means.ts. */
export interface EmbedKernels {
  /** The nearest centroid of each point; gives how many assignments changed. */
  kMeansAssign(
    points: Pointer,
    count: number,
    width: number,
    centroids: Pointer,
    half: Pointer,
    clusters: number,
    nearest: Pointer,
    score: Pointer,
    scratch: Pointer,
  ): number
  /** The product of a row with each of `count` rows; gives `count`. */
  rowProducts(rows: Pointer, count: number, width: number, query: Pointer, out: Pointer): number
  /** Trains vectors on the ids that the context block describes; gives the words that were kept. */
  skipGram(context: Pointer): number
}
