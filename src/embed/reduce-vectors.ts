/**
 * Fewer dimensions by principal component analysis: the eigenvectors of the covariance of all rows, by Jacobi's
 * rotations, which give every digit of a small symmetric matrix and the same bytes everywhere.
 */
import { WordloomError } from '../core/errors.js'
import { Vectors } from './vectors.js'

const SWEEPS = 60

/** Eigenvalues of a symmetric matrix, largest first, and its unit eigenvectors. */
export interface Eigen {
  /** Shape (n,). */
  readonly values: Float64Array
  /** Shape (n, n): one eigenvector a row; the number of largest size in each is positive. */
  readonly vectors: Float64Array
}

/**
 * Vectors of fewer dimensions: the words' projections, centred, on the directions in which they vary most.
 *
 * Deterministic; O(nWords x dimensions^2).
 *
 * @throws OPTION_INVALID when `dimensions` is no whole number from 1 to those of `vectors`
 * @example
 * ```ts
 * import { reduceVectors, Vectors } from 'wordloom/embed'
 * const values = Float32Array.of(1, 1, 2, 2, 3, 3)
 * const line = reduceVectors(Vectors.create({ words: ['a', 'b', 'c'], values }), 1)
 * console.log([...line.values].map((x) => x.toFixed(2)).join(' ')) // -1.41 0.00 1.41
 * ```
 * @see Hotelling 1933, doi:10.1037/h0071325; Golub & Van Loan, Matrix Computations, 8.5 (Jacobi)
 */
export function reduceVectors(vectors: Vectors, dimensions: number): Vectors {
  const { length, values, words, counts, meta, dimensions: from } = vectors
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > from) {
    throw new WordloomError('OPTION_INVALID', {
      message: `reduceVectors(vectors, dimensions): dimensions is ${String(dimensions)}, expected a whole number from 1 to ${from}.`,
      hint: 'Pass fewer dimensions than the vectors have.',
      details: { option: 'dimensions', value: dimensions },
    })
  }
  const mean = new Float64Array(from)
  for (let i = 0; i < length; i++) for (let j = 0; j < from; j++) mean[j]! += values[i * from + j]! / length
  const covariance = new Float64Array(from * from)
  const row = new Float64Array(from)
  for (let i = 0; i < length; i++) {
    for (let j = 0; j < from; j++) row[j] = values[i * from + j]! - mean[j]!
    for (let j = 0; j < from; j++) {
      const value = row[j]! / length
      for (let k = 0; k <= j; k++) covariance[j * from + k]! += value * row[k]!
    }
  }
  for (let j = 0; j < from; j++)
    for (let k = 0; k < j; k++) covariance[k * from + j] = covariance[j * from + k]!
  const axes = eigen(covariance, from).vectors
  const reduced = new Float32Array(length * dimensions)
  for (let i = 0; i < length; i++) {
    for (let j = 0; j < from; j++) row[j] = values[i * from + j]! - mean[j]!
    for (let axis = 0; axis < dimensions; axis++) {
      let sum = 0
      for (let j = 0; j < from; j++) sum += axes[axis * from + j]! * row[j]!
      reduced[i * dimensions + axis] = sum
    }
  }
  return Vectors.create({ words, values: reduced, counts, dimensions }, { ...meta, reducedFrom: from })
}

/** Eigenvalues and eigenvectors of a symmetric matrix of shape (n, n), by cyclic Jacobi rotations. */
export function eigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice()
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) if (rotate(a, v, n, p, q)) rotated = true
    }
    if (!rotated) break
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]! || i - j)
  const vectors = new Float64Array(n * n)
  order.forEach((which, to) => {
    const axis = v.subarray(which * n, (which + 1) * n)
    const top = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0)
    for (let j = 0; j < n; j++) vectors[to * n + j] = top < 0 ? -axis[j]! : axis[j]!
  })
  return { values: Float64Array.from(order, (i) => a[i * n + i]!), vectors }
}

// Turns rows and columns p and q so that a[p][q] becomes 0; says whether there was anything to turn.
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): boolean {
  const off = a[p * n + q]!
  const [app, aqq] = [a[p * n + p]!, a[q * n + q]!]
  if (Math.abs(off) <= 1e-15 * Math.sqrt(Math.abs(app * aqq)) || off === 0) return false
  const theta = (aqq - app) / (2 * off)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < n; k++) {
    if (k === p || k === q) continue
    const akp = a[k * n + p]!
    const akq = a[k * n + q]!
    a[k * n + p] = a[p * n + k] = c * akp - s * akq
    a[k * n + q] = a[q * n + k] = s * akp + c * akq
  }
  a[p * n + p] = app - t * off
  a[q * n + q] = aqq + t * off
  a[p * n + q] = a[q * n + p] = 0
  for (let k = 0; k < n; k++) {
    const vp = v[p * n + k]!
    const vq = v[q * n + k]!
    v[p * n + k] = c * vp - s * vq
    v[q * n + k] = s * vp + c * vq
  }
  return true
}
