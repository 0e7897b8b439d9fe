import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Region } from '../../src/core/region.js'
import { Random } from '../../src/core/rng.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 10 : 60
const sizes = fc.record({
  rows: fc.integer({ min: 1, max: 70 }),
  steps: fc.integer({ min: 1, max: 9 }).map((n) => 4 * n),
  columns: fc.integer({ min: 1, max: 7 }).map((n) => 4 * n),
  seed: fc.nat(),
})

function product(a: ArrayLike<number>, b: ArrayLike<number>, rows: number, steps: number, columns: number) {
  return Array.from({ length: rows * columns }, (_, i) => {
    let sum = 0
    for (let k = 0; k < steps; k++)
      sum += a[Math.floor(i / columns) * steps + k]! * b[k * columns + (i % columns)]!
    return sum
  })
}

function transpose(a: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(a, (_, i) => a[(i % rows) * columns + Math.floor(i / rows)]!)
}

/** Numbers with few bits, so that sums in f32 are exact in any order. */
function numbers(random: Random, length: number): Float32Array {
  return Float32Array.from({ length }, () => random.below(64) - 32)
}

describe('products of matrices', () => {
  it('are those of the plain sums, written or added, from panels of the matrix or of its transpose', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ rows, steps, columns, seed }, add) => {
        const random = new Random(seed)
        const a = numbers(random, rows * steps)
        const b = numbers(random, steps * columns)
        const before = numbers(random, rows * columns)
        const expected = product(a, b, rows, steps, columns).map((x, i) => (add ? x + before[i]! : x))
        for (const way of ['matmulPanels', 'matmulPanelsTransposed'] as const) {
          const region = new Region()
          const left = region.copyIn(a)
          const right = region.copyIn(way === 'matmulPanels' ? b : transpose(b, steps, columns))
          const bytes = Math.ceil(columns / 8) * steps * 32
          const panels = region.reserve(bytes)
          const to = region.copyIn(before)
          const stride = way === 'matmulPanels' ? columns * 4 : steps * 4
          expect(region.run(way, right, stride, steps, columns, panels)).toBe(bytes)
          region.run('matmul', left, steps * 4, rows, steps, panels, columns, to, columns * 4, add ? 1 : 0)
          expect([...region.f32(to, rows * columns)]).toEqual(expected)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('of a transpose add up over any number of rows', () => {
    fc.assert(
      fc.property(sizes, ({ rows: steps, steps: rows, columns, seed }) => {
        const random = new Random(seed)
        const a = numbers(random, steps * rows)
        const b = numbers(random, steps * columns)
        const before = numbers(random, rows * columns)
        const region = new Region()
        const left = region.copyIn(a)
        const right = region.copyIn(b)
        const panels = region.reserve(Math.ceil(columns / 8) * steps * 32)
        region.run('matmulPanels', right, columns * 4, steps, columns, panels)
        const to = region.copyIn(before)
        region.run('matmulTransposed', left, rows * 4, rows, steps, panels, columns, to, columns * 4)
        const expected = product(transpose(a, steps, rows), b, rows, steps, columns).map(
          (x, i) => x + before[i]!,
        )
        expect([...region.f32(to, rows * columns)]).toEqual(expected)
      }),
      { numRuns: RUNS },
    )
  })

  it('of quantised rows are exact sums times both scales', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), ({ rows, steps, columns, seed }, each) => {
        const random = new Random(seed)
        const a = Int16Array.from({ length: rows * steps }, () => random.below(32767) - 16383)
        const b = Int8Array.from({ length: steps * columns }, () => random.below(255) - 127)
        const padded = (columns + 7) & ~7
        const scales = Float32Array.from({ length: rows }, () => 2 ** -random.below(10))
        const columnScales = Float32Array.from({ length: padded }, () => 2 ** -random.below(10))
        const region = new Region()
        const left = region.copyIn(a)
        const weights = region.copyIn(b)
        const panels = region.reserve(padded * steps * 2)
        expect(region.run('intPanels', weights, steps, columns, panels)).toBe(padded * steps * 2)
        const s = region.copyIn(scales)
        const c = region.copyIn(columnScales)
        const to = region.reserve(rows * columns * 4)
        const step = each ? 4 : 0
        region.run('matmulInt', left, steps * 2, rows, steps, s, step, panels, c, columns, to, columns * 4, 0)
        const expected = product(a, b, rows, steps, columns).map((x, i) =>
          Math.fround(
            Math.fround(x) * scales[each ? Math.floor(i / columns) : 0]! * columnScales[i % columns]!,
          ),
        )
        expect([...region.f32(to, rows * columns)]).toEqual(expected)
      }),
      { numRuns: RUNS },
    )
  })

  it('have rows that are quantised to within half a step of their own scale', () => {
    const random = new Random(5)
    const rows = Float32Array.from({ length: 5 * 12 }, () => 10 * random.float() - 5)
    rows.fill(0, 48)
    const region = new Region()
    const from = region.copyIn(rows)
    const to = region.reserve(5 * 12 * 2)
    const scales = region.reserve(5 * 4)
    region.run('quantizeRows', from, 48, 12, 5, to, 24, scales)
    const found = region.i16(to, 60)
    const scale = region.f32(scales, 5)
    found.forEach((x, i) => {
      const step = scale[Math.floor(i / 12)]!
      expect(Math.abs(x * step - rows[i]!)).toBeLessThanOrEqual(0.501 * step)
      expect(Math.abs(x)).toBeLessThanOrEqual(16383)
    })
  })
})
