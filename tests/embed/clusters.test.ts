import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Region } from '../../src/core/region.js'
import { Random } from '../../src/core/rng.js'
import { clusterVectors, reduceVectors, Vectors } from '../../src/embed/index.js'
import { KMeans } from '../../src/embed/k-means.js'
import { eigen } from '../../src/embed/reduce-vectors.js'
import { caught } from '../support/caught.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 15 : 80

/** `n` rows around `centres` points of a sphere, as words w0, w1, ... */
function blobs(n: number, centres: number, dimensions: number, seed: number, spread = 0.2) {
  const random = new Random(seed)
  const values = new Float32Array(n * dimensions)
  for (let i = 0; i < n; i++) {
    const centre = new Random(seed * 100 + (i % centres))
    for (let j = 0; j < dimensions; j++) {
      values[i * dimensions + j] = centre.float() - 0.5 + spread * (random.float() - 0.5)
    }
  }
  return Vectors.create({ words: Array.from({ length: n }, (_, i) => `w${i}`), values })
}

describe('products and assignments in the core', () => {
  const matrix = (rows: number, width: number) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: width, maxLength: width }), {
      minLength: rows,
      maxLength: rows,
    })

  it('multiply a row with every row', () => {
    fc.assert(
      fc.property(
        fc
          .record({ rows: fc.nat(11), width: fc.constantFrom(4, 8, 12) })
          .chain(({ rows, width }) => fc.record({ rows: matrix(rows, width), query: matrix(1, width) })),
        ({ rows, query }) => {
          const region = new Region()
          const width = query[0]!.length
          const list = region.copyIn(Float32Array.from(rows.flat()))
          const row = region.copyIn(Float32Array.from(query[0]!))
          const out = region.reserve(rows.length * 4)
          expect(region.run('rowProducts', list, rows.length, width, row, out)).toBe(rows.length)
          expect([...region.f32(out, rows.length)]).toEqual(
            rows.map((values) => values.reduce((sum, value, i) => sum + value * query[0]![i]!, 0)),
          )
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('find the nearest centroid, the first of equals', () => {
    fc.assert(
      fc.property(
        fc
          .record({ pairs: fc.nat(5), triples: fc.integer({ min: 1, max: 3 }) })
          .chain(({ pairs, triples }) =>
            fc.record({ points: matrix(pairs * 2, 8), centroids: matrix(triples * 3, 8) }),
          ),
        ({ points, centroids }) => {
          const region = new Region()
          const half = centroids.map((row) => row.reduce((sum, value) => sum + value * value, 0) / 2)
          const at = [
            region.copyIn(Float32Array.from(points.flat())),
            region.copyIn(Float32Array.from(centroids.flat())),
            region.copyIn(Float32Array.from(half)),
            region.copyIn(new Uint32Array(points.length)),
            region.reserve(points.length * 4),
            region.reserve(24),
          ] as const
          const changed = region.run(
            'kMeansAssign',
            at[0],
            points.length,
            8,
            at[1],
            at[2],
            centroids.length,
            at[3],
            at[4],
            at[5],
          )
          const expected = points.map((point) => {
            const distances = centroids.map((row) =>
              row.reduce((sum, value, i) => sum + (value - point[i]!) ** 2, 0),
            )
            return distances.indexOf(Math.min(...distances))
          })
          expect([...region.u32(at[3], points.length)]).toEqual(expected)
          expect(changed).toBe(expected.filter((cluster) => cluster !== 0).length)
        },
      ),
      { numRuns: RUNS },
    )
  })
})

describe('clusterVectors', () => {
  it('finds groups that lie apart', async () => {
    const { assignments } = await clusterVectors(blobs(300, 5, 10, 4), { clusters: [5] })
    const firsts = [...assignments[0]!.subarray(0, 5)]
    expect(new Set(firsts).size).toBe(5)
    expect([...assignments[0]!]).toEqual(Array.from({ length: 300 }, (_, i) => firsts[i % 5]))
  })

  it('nests coarse clusters over fine ones, in any order that is asked for', async () => {
    const vectors = blobs(400, 40, 7, 5, 0.6)
    const { clusters, assignments } = await clusterVectors(vectors, { clusters: [4, 64, 16] })
    expect(clusters).toEqual([4, 64, 16])
    const [coarse, fine, middle] = assignments.map((numbers) => [...numbers])
    for (const [below, above] of [
      [fine!, middle!],
      [middle!, coarse!],
    ] as const) {
      const over = new Map<number, number>()
      below.forEach((cluster, i) => {
        expect(over.get(cluster) ?? above[i]).toBe(above[i])
        over.set(cluster, above[i]!)
      })
    }
    assignments.forEach((numbers, i) => {
      expect(Math.max(...numbers)).toBeLessThan(clusters[i]!)
      expect(new Set(numbers).size).toBeGreaterThan(clusters[i]! / 3)
    })
  })

  it('leaves every point at its nearest centroid, and centroids at the means of their points', async () => {
    const vectors = blobs(120, 6, 5, 8, 0.9)
    const means = new KMeans(vectors.values, new Float64Array(120).fill(1), 5, 7)
    const { nearest, centroids, weights } = await means.run(100, new Random(2), () => {})
    const distance = (point: number, c: number) =>
      vectors.row(point).reduce((sum, value, j) => sum + (value - centroids[c * 5 + j]!) ** 2, 0)
    for (let i = 0; i < 120; i++) {
      const own = distance(i, nearest[i]!)
      for (let c = 0; c < 7; c++) expect(distance(i, c)).toBeGreaterThan(own - 1e-5)
    }
    for (let c = 0; c < 7; c++) {
      const points = [...nearest.keys()].filter((i) => nearest[i] === c)
      expect(weights[c]).toBe(points.length)
      for (let j = 0; j < 5; j++) {
        const mean = points.reduce((sum, i) => sum + vectors.row(i)[j]!, 0) / points.length
        expect(centroids[c * 5 + j]).toBeCloseTo(mean, 5)
      }
    }
  })

  it('gives the same for the same seed', async () => {
    const vectors = blobs(200, 20, 8, 1, 0.8)
    const run = (seed: number) => clusterVectors(vectors, { clusters: [16, 4], seed })
    expect(await run(1)).toEqual(await run(1))
    expect((await run(2)).assignments).not.toEqual((await run(1)).assignments)
  })

  it('does with no words, one word, equal words, and fewer words than clusters', async () => {
    const empty = Vectors.create({ words: [], values: new Float32Array(0), dimensions: 4 })
    expect((await clusterVectors(empty, { clusters: [3] })).assignments[0]!.length).toBe(0)
    const one = Vectors.create({ words: ['a'], values: Float32Array.of(1, 2, 3) })
    expect((await clusterVectors(one)).assignments.map((numbers) => numbers.length)).toEqual([1, 1, 1])
    const words = Array.from({ length: 20 }, (_, i) => `w${i}`)
    const same = Vectors.create({ words, values: new Float32Array(60).fill(1) })
    const { assignments } = await clusterVectors(same, { clusters: [4] })
    expect(new Set(assignments[0]).size).toBe(1)
  })

  it('refuses options that it does not have, and stops when told to', async () => {
    const vectors = blobs(10, 2, 4, 1)
    for (const options of [{ clusters: [] }, { clusters: [0] }, { iterations: 0 }, { k: 3 } as object]) {
      await expect(clusterVectors(vectors, options)).rejects.toHaveProperty('code', 'OPTION_INVALID')
    }
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(clusterVectors(vectors, { signal })).rejects.toThrow('enough')
  })
})

describe('reduceVectors', () => {
  it('finds eigenvalues and eigenvectors of symmetric matrices', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(1000), (n, seed) => {
        const random = new Random(seed)
        const a = new Float64Array(n * n)
        for (let i = 0; i < n; i++) {
          for (let j = 0; j <= i; j++) a[i * n + j] = a[j * n + i] = Math.round(random.float() * 10 - 5)
        }
        const { values, vectors } = eigen(a, n)
        for (let i = 0; i < n; i++) {
          expect(values[i]! - (values[i + 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(-1e-9)
          for (let j = 0; j < n; j++) {
            let [product, length] = [0, 0]
            for (let k = 0; k < n; k++) {
              product += a[j * n + k]! * vectors[i * n + k]!
              length += vectors[i * n + k]! * vectors[j * n + k]!
            }
            expect(product).toBeCloseTo(values[i]! * vectors[i * n + j]!, 8)
            expect(length).toBeCloseTo(i === j ? 1 : 0, 8)
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('keeps distances where no dimension is lost, and the largest spread where some are', () => {
    const vectors = blobs(50, 9, 6, 3, 0.7)
    const turned = reduceVectors(vectors, 6)
    const spread = (v: Vectors, axis: number) => {
      const column = Array.from({ length: v.length }, (_, i) => v.row(i)[axis]!)
      const mean = column.reduce((a, b) => a + b) / column.length
      return column.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    }
    const apart = (v: Vectors) => Math.hypot(...Array.from(v.row(3), (value, i) => value - v.row(11)[i]!))
    expect(apart(turned)).toBeCloseTo(apart(vectors), 5)
    for (let axis = 1; axis < 6; axis++) {
      expect(spread(turned, axis - 1)).toBeGreaterThanOrEqual(spread(turned, axis) - 1e-6)
    }
    expect([...reduceVectors(vectors, 2).row(7)]).toEqual([...turned.row(7).subarray(0, 2)])
    expect(caught(() => reduceVectors(vectors, 7)).code).toBe('OPTION_INVALID')
    expect(caught(() => reduceVectors(vectors, 0)).code).toBe('OPTION_INVALID')
  })
})
