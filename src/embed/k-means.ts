/**
 * k-means over weighted points: seeds by k-means++, then Lloyd's iterations with the assignment step in the core.
 *
 * Memory of a Region: points and centroids padded to an even number and to a multiple of three with zero rows, their
 * widths to a multiple of four. A cluster that has lost all its points takes the point that lies farthest from its own
 * centroid.
 */
import type { Pointer } from '../core/kernels.js'
import { Region } from '../core/region.js'
import type { Random } from '../core/rng.js'
import type { Pause } from '../text/pause.js'

/** Numbers multiplied in a call, about ten milliseconds. */
const WORK = 2 ** 25
/** Seeds are sought among this many points a cluster. */
const SEED_SAMPLE = 16
/** Below this share of changed points the iterations stop. */
const SETTLED = 1 / 500

/** What k-means found. */
export interface FoundClusters {
  /** Shape (nPoints,): the cluster of each point. */
  readonly nearest: Uint32Array<ArrayBuffer>
  /** Shape (clusters, dimensions): means of the points of each cluster; zeros where it has none. */
  readonly centroids: Float32Array<ArrayBuffer>
  /** Shape (clusters,): weights of the points of each cluster, added up. */
  readonly weights: Float64Array<ArrayBuffer>
}

/** One clustering of points. */
export class KMeans {
  readonly #region = new Region()
  readonly #points: Float32Array
  readonly #weights: Float64Array
  readonly #count: number
  readonly #even: number
  readonly #dimensions: number
  readonly #width: number
  readonly #clusters: number
  readonly #padded: number
  readonly #at: Record<'points' | 'centroids' | 'half' | 'nearest' | 'score' | 'scratch', Pointer>
  readonly #centroids: Float32Array<ArrayBuffer>

  /** `points` has the shape (nPoints, dimensions), `weights` (nPoints,). */
  constructor(points: Float32Array, weights: Float64Array, dimensions: number, clusters: number) {
    this.#points = points
    this.#weights = weights
    this.#count = weights.length
    this.#even = this.#count + (this.#count & 1)
    this.#dimensions = dimensions
    this.#width = Math.ceil(dimensions / 4) * 4
    this.#clusters = clusters
    this.#padded = Math.ceil(clusters / 3) * 3
    this.#centroids = new Float32Array(clusters * dimensions)
    const region = this.#region
    const row = this.#width * 4
    this.#at = {
      points: region.reserve(this.#even * row),
      centroids: region.reserve(this.#padded * row),
      half: region.reserve(this.#padded * 4),
      nearest: region.reserve(this.#even * 4),
      score: region.reserve(this.#even * 4),
      scratch: region.reserve(24),
    }
    const rows = region.f32(this.#at.points, this.#even * this.#width)
    rows.fill(0)
    for (let i = 0; i < this.#count; i++) {
      rows.set(points.subarray(i * dimensions, (i + 1) * dimensions), i * this.#width)
    }
    region.u32(this.#at.nearest, this.#even).fill(0)
  }

  /** Seeds the centroids and moves them until they settle, or `iterations` times. */
  async run(iterations: number, random: Random, pause: Pause): Promise<FoundClusters> {
    await this.#seed(random, pause)
    for (let i = 0; i < iterations; i++) {
      const changed = await this.#assign(pause, i / iterations)
      const emptied = this.#means()
      if (i > 0 && changed <= this.#count * SETTLED && !emptied) break
    }
    await this.#assign(pause, 1)
    this.#means(false)
    const weights = new Float64Array(this.#clusters)
    const nearest = this.#region.u32(this.#at.nearest, this.#count).slice()
    nearest.forEach((cluster, i) => {
      weights[cluster]! += this.#weights[i]!
    })
    return { nearest, centroids: this.#centroids, weights }
  }

  // k-means++: each seed is a point drawn by its squared distance to the nearest seed before it.
  async #seed(random: Random, pause: Pause): Promise<void> {
    const { points, centroids } = this.#at
    const most = Math.max(1, Math.min(this.#count, this.#clusters * SEED_SAMPLE))
    const sample = random.shuffle(Array.from({ length: this.#count }, (_, i) => i)).slice(0, most)
    if (sample.length === 0) return
    const region = this.#region
    const mark = region.mark()
    const row = this.#width * 4
    const rows = region.reserve(sample.length * row)
    const products = region.reserve(sample.length * 4)
    const all = region.f32(points, this.#even * this.#width)
    const chosen = region.f32(rows, sample.length * this.#width)
    const norms = new Float64Array(sample.length)
    sample.forEach((point, i) => {
      const values = all.subarray(point * this.#width, (point + 1) * this.#width)
      chosen.set(values, i * this.#width)
      norms[i] = values.reduce((sum, value) => sum + value * value, 0)
    })
    const distance = new Float64Array(sample.length).fill(Number.POSITIVE_INFINITY)
    let seed = drawn(
      Float64Array.from(sample, (point) => this.#weights[point]!),
      random,
    )
    for (let cluster = 0; cluster < this.#clusters; cluster++) {
      region.u8(centroids + cluster * row, row).set(region.u8(rows + seed * row, row))
      region.run('rowProducts', rows, sample.length, this.#width, rows + seed * row, products)
      const product = region.f32(products, sample.length)
      const odds = new Float64Array(sample.length)
      for (let i = 0; i < sample.length; i++) {
        const apart = Math.max(0, norms[i]! + norms[seed]! - 2 * product[i]!)
        if (apart < distance[i]!) distance[i] = apart
        odds[i] = distance[i]! * this.#weights[sample[i]!]!
      }
      distance[seed] = 0
      odds[seed] = 0
      seed = drawn(odds, random)
      await pause(0)
    }
    const found = region.f32(centroids, this.#clusters * this.#width)
    for (let c = 0; c < this.#clusters; c++) {
      const from = c * this.#width
      this.#centroids.set(found.subarray(from, from + this.#dimensions), c * this.#dimensions)
    }
    region.release(mark)
  }

  async #assign(pause: Pause, done: number): Promise<number> {
    const { points, centroids, half, nearest, score, scratch } = this.#at
    const region = this.#region
    const rows = region.f32(centroids, this.#padded * this.#width)
    const halves = region.f32(half, this.#padded)
    rows.fill(0)
    halves.fill(Number.POSITIVE_INFINITY)
    for (let c = 0; c < this.#clusters; c++) {
      const centroid = this.#centroids.subarray(c * this.#dimensions, (c + 1) * this.#dimensions)
      rows.set(centroid, c * this.#width)
      halves[c] = centroid.reduce((sum, value) => sum + value * value, 0) / 2
    }
    const step = Math.max(2, Math.floor(WORK / (this.#padded * this.#width) / 2) * 2)
    let changed = 0
    for (let from = 0; from < this.#even; from += step) {
      changed += region.run(
        'kMeansAssign',
        points + from * this.#width * 4,
        Math.min(step, this.#even - from),
        this.#width,
        centroids,
        half,
        this.#padded,
        nearest + from * 4,
        score + from * 4,
        scratch,
      )
      await pause(done)
    }
    return changed
  }

  // Moves the centroids to the means of their points; says whether an emptied one was given a point instead.
  #means(refill = true): boolean {
    const { nearest, score } = this.#at
    const d = this.#dimensions
    const clusters = this.#region.u32(nearest, this.#count)
    const scores = this.#region.f32(score, this.#count)
    const sums = new Float64Array(this.#clusters * d)
    const totals = new Float64Array(this.#clusters)
    for (let i = 0; i < this.#count; i++) {
      const weight = this.#weights[i]!
      const to = clusters[i]! * d
      totals[clusters[i]!]! += weight
      for (let j = 0; j < d; j++) sums[to + j]! += weight * this.#points[i * d + j]!
    }
    const empty: number[] = []
    for (let c = 0; c < this.#clusters; c++) {
      if (totals[c]! === 0) empty.push(c)
      for (let j = 0; j < d; j++) {
        this.#centroids[c * d + j] = totals[c]! === 0 ? 0 : sums[c * d + j]! / totals[c]!
      }
    }
    if (!refill || empty.length === 0 || this.#count <= this.#clusters) return false
    const far = Float64Array.from({ length: this.#count }, (_, i) => {
      const point = this.#points.subarray(i * d, (i + 1) * d)
      return point.reduce((sum, value) => sum + value * value, 0) / 2 - scores[i]!
    })
    const farthest = Array.from(far.keys()).sort((a, b) => far[b]! - far[a]! || a - b)
    empty.forEach((c, i) => {
      const point = farthest[i]!
      this.#centroids.set(this.#points.subarray(point * d, (point + 1) * d), c * d)
    })
    return true
  }
}

/** An index drawn by these odds; the first where all are 0. */
function drawn(odds: Float64Array, random: Random): number {
  let left = random.float() * odds.reduce((sum, odd) => sum + odd, 0)
  let last = 0
  for (let i = 0; i < odds.length; i++) {
    if (odds[i]! === 0) continue
    last = i
    left -= odds[i]!
    if (left < 0) return i
  }
  return last
}
