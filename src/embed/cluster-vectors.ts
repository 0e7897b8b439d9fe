/**
 * Clusters of words: k-means over their vectors, in several granularities that nest.
 *
 * The finest granularity is k-means (Lloyd's iterations from k-means++ seeds) over the words' unit vectors, all in the
 * core; each coarser one is k-means over the centroids of the one before, weighted by how many words they have. So a
 * coarse cluster is a union of fine ones, as the prefixes of Brown clusters are.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { Random } from '../core/rng.js'
import { makePause, type Pause } from '../text/pause.js'
import { KMeans } from './k-means.js'
import { unitVector } from './row-search.js'
import type { Vectors } from './vectors.js'

/** Options of {@link clusterVectors}. */
export interface ClusterOptions {
  /** Numbers of clusters, one a granularity. */
  readonly clusters?: readonly number[]
  /** The most iterations; it stops earlier where fewer than one word in 500 changes its cluster. */
  readonly iterations?: number
  readonly seed?: number
  /** Called with the share of the work that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Stops the work: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Defaults of {@link ClusterOptions}. */
export const DEFAULT_CLUSTER_OPTIONS = {
  clusters: [64, 256, 1024],
  iterations: 20,
  seed: 1,
} as const satisfies Omit<ClusterOptions, 'onProgress' | 'signal'>

/** Words with the number of their cluster in each granularity. */
export interface WordClusters {
  /** Numbers of clusters, as asked for. */
  readonly clusters: readonly number[]
  /** One array a granularity, shape (nWords,): the cluster of each word, below its number of clusters. */
  readonly assignments: readonly Uint32Array<ArrayBuffer>[]
}

const WHERE = 'clusterVectors(vectors, options)'

/**
 * Clusters of the words of `vectors`, by k-means over their directions.
 *
 * Deterministic, on one thread; the time grows as words x clusters x dimensions. Where there are fewer words than
 * clusters, some clusters are empty.
 *
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @throws the reason of `signal` when that aborts
 * @example
 * ```ts
 * import { clusterVectors, Vectors } from 'wordloom/embed'
 * const values = Float32Array.of(1, 0, 0.9, 0.1, 0, 1, 0.1, 0.9)
 * const vectors = Vectors.create({ words: ['cat', 'dog', 'red', 'blue'], values })
 * const { assignments } = await clusterVectors(vectors, { clusters: [2] })
 * const [cat, dog, red, blue] = assignments[0] ?? []
 * console.log(cat === dog, red === blue, cat === red) // true true false
 * ```
 * @see Lloyd 1982, doi:10.1109/TIT.1982.1056489; Arthur & Vassilvitskii 2007 (k-means++)
 */
export async function clusterVectors(vectors: Vectors, options: ClusterOptions = {}): Promise<WordClusters> {
  requireOptions(
    options,
    { clusters: null, iterations: null, seed: null, onProgress: null, signal: null },
    WHERE,
  )
  const { onProgress, signal } = options
  const clusters = options.clusters ?? DEFAULT_CLUSTER_OPTIONS.clusters
  const iterations = options.iterations ?? DEFAULT_CLUSTER_OPTIONS.iterations
  const seed = options.seed ?? DEFAULT_CLUSTER_OPTIONS.seed
  if (!Array.isArray(clusters) || clusters.length === 0) throw outOfRange('clusters', clusters, 1)
  for (const count of clusters as readonly number[]) check('clusters', count, 1)
  check('iterations', iterations, 1)
  check('seed', seed, 0)
  signal?.throwIfAborted()
  const pause: Pause = makePause(onProgress, signal)
  const random = new Random(seed)
  const finestFirst = [...(clusters as readonly number[]).keys()].sort((a, b) => clusters[b]! - clusters[a]!)
  const assignments = new Array<Uint32Array<ArrayBuffer>>(clusters.length)
  const { length, dimensions } = vectors
  let points = new Float32Array(length * dimensions)
  for (let i = 0; i < length; i++) points.set(unitVector(vectors.row(i)), i * dimensions)
  let weights = new Float64Array(length).fill(1)
  let finer: Uint32Array<ArrayBuffer> | undefined
  for (const which of finestFirst) {
    const means = new KMeans(
      points,
      weights,
      dimensions,
      Math.max(1, Math.min(clusters[which]!, weights.length)),
    )
    const found = await means.run(iterations, random, pause)
    const before: Uint32Array<ArrayBuffer> | undefined = finer
    finer = before === undefined ? found.nearest : before.map((cluster) => found.nearest[cluster]!)
    assignments[which] = finer
    points = found.centroids
    weights = found.weights
  }
  onProgress?.(1)
  return { clusters: [...clusters], assignments }
}

function check(name: string, value: unknown, least: number): void {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) < 2 ** 31) return
  throw outOfRange(name, value, least)
}

function outOfRange(name: string, value: unknown, least: number): WordloomError {
  return new WordloomError('OPTION_INVALID', {
    message: `${WHERE}: option ${name} is ${String(value)}, expected whole numbers from ${least}.`,
    hint: `Leave it out for the default, ${String(DEFAULT_CLUSTER_OPTIONS[name as 'seed'])}.`,
    details: { option: name, value },
  })
}
