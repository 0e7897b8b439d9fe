import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Region } from '../../src/core/region.js'
import { aliasTable, keepThresholds } from '../../src/embed/skip-gram.js'
import { SEPARATOR, skipGram, type Training } from '../oracle/skip-gram.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 15 : 150

/** Runs the kernel on the same training; gives what it kept, and its matrices, state and sums. */
function kernel(training: Training, ids: readonly number[], width: number) {
  const region = new Region()
  const { window, negative, inputs, outputs } = training
  const padded = Math.ceil((negative + 1) / 3) * 3
  const context = region.reserve(112)
  const flat = (rows: readonly (readonly number[])[]) => region.copyIn(Float32Array.from(rows.flat()))
  const [x, y] = [flat(inputs), flat(outputs)]
  const fields = [
    x,
    y,
    width,
    window,
    training.dynamic ? 1 : 0,
    negative,
    inputs.length,
    region.copyIn(Uint32Array.from(training.keep)),
    region.copyIn(Uint32Array.from(training.alias)),
    region.copyIn(Uint32Array.from(ids)),
    ids.length,
    region.reserve(training.capacity * 4),
    training.capacity,
    region.reserve(2 * window * width * 4),
    region.reserve(padded * width * 4),
    region.reserve((2 * window * padded + 3) * 4),
    region.reserve(2 * window * 4),
    region.reserve(padded * 4),
    region.copyIn(new Float32Array(width)),
  ]
  region.u8(context, 112).fill(0)
  region.u32(context, 28).set(fields)
  region.f32(context, 28)[19] = training.alpha
  region.u32(context, 28)[20] = Number(training.state & 0xffffffffn)
  region.u32(context, 28)[21] = Number(training.state >> 32n)
  const kept = region.run('skipGram', context)
  const [low, high] = region.u32(context + 80, 2)
  return {
    kept,
    inputs: [...region.f32(x, inputs.length * width)],
    outputs: [...region.f32(y, outputs.length * width)],
    state: (BigInt(high!) << 32n) | BigInt(low!),
    sums: [...region.f64(context + 88, 3)],
  }
}

function expectNear(got: readonly number[], expected: readonly number[]): void {
  expect(got.length).toBe(expected.length)
  got.forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThan(2e-4 * (1 + Math.abs(expected[i]!)))
  })
}

describe('the skip-gram kernel', () => {
  it('trains as the plain twin does, with the same draws', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true }).map(Math.fround)
    fc.assert(
      fc.property(
        fc
          .record({ width: fc.constantFrom(4, 8, 12), words: fc.integer({ min: 1, max: 6 }) })
          .chain(({ width, words }) => {
            const matrix = fc.array(fc.array(number, { minLength: width, maxLength: width }), {
              minLength: words,
              maxLength: words,
            })
            return fc.record({
              width: fc.constant(width),
              inputs: matrix,
              outputs: matrix,
              counts: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: words, maxLength: words }),
              ids: fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat(words - 1) }, fc.constant(SEPARATOR)), {
                maxLength: 30,
              }),
              window: fc.integer({ min: 1, max: 4 }),
              negative: fc.integer({ min: 1, max: 7 }),
              dynamic: fc.boolean(),
              capacity: fc.constantFrom(1, 3, 100),
              sample: fc.constantFrom(0, 0.05),
              state: fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }),
            })
          }),
        ({ width, counts, ids, sample, inputs, outputs, ...rest }) => {
          const training: Training = {
            ...rest,
            inputs: inputs.map((row) => [...row]),
            outputs: outputs.map((row) => [...row]),
            keep: keepThresholds(
              Uint32Array.from(counts),
              counts.reduce((a, b) => a + b),
              sample,
            ),
            alias: aliasTable(Uint32Array.from(counts), 0.75),
            alpha: 0.0625,
            trained: 0,
            loss: 0,
            answers: 0,
          }
          const got = kernel(training, ids, width)
          expect(got.kept).toBe(skipGram(training, ids))
          expect(got.state).toBe(training.state)
          expectNear(got.inputs, training.inputs.flat())
          expectNear(got.outputs, training.outputs.flat())
          const [trained, loss, answers] = got.sums
          expect([trained, answers]).toEqual([training.trained, training.answers])
          expect(Math.abs(loss! - training.loss)).toBeLessThan(1e-3 * (1 + training.loss))
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('stays finite where products are huge', () => {
    const training: Training = {
      inputs: [
        [1e4, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      outputs: [
        [1e4, 0, 0, 0],
        [-1e4, 0, 0, 0],
      ],
      window: 2,
      dynamic: false,
      negative: 2,
      keep: [SEPARATOR, SEPARATOR],
      alias: [SEPARATOR, 0, SEPARATOR, 1],
      capacity: 10,
      alpha: 0.5,
      state: 1n,
      trained: 0,
      loss: 0,
      answers: 0,
    }
    const { inputs, outputs, sums } = kernel(training, [0, 1, 0, 1], 4)
    expect([...inputs, ...outputs, ...sums].every(Number.isFinite)).toBe(true)
  })
})

describe('tables of draws', () => {
  it('draws each word by its count to the power of the exponent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 50 }),
        fc.constantFrom(0.75, 1, 0),
        (counts, exponent) => {
          const table = aliasTable(Uint32Array.from(counts), exponent)
          const share = new Array<number>(counts.length).fill(0)
          counts.forEach((_, i) => {
            const stays = (table[i * 2]! + 1) / 2 ** 32
            share[i]! += stays / counts.length
            share[table[i * 2 + 1]!]! += (1 - stays) / counts.length
          })
          const powers = counts.map((count) => count ** exponent)
          const sum = powers.reduce((a, b) => a + b)
          share.forEach((value, i) => {
            expect(value).toBeCloseTo(powers[i]! / sum, 6)
          })
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('keeps rare words always and frequent ones at the rate of the C tool', () => {
    const counts = Uint32Array.of(900_000, 99_990, 10)
    const [frequent, middle, rare] = keepThresholds(counts, 1_000_000, 1e-3)
    expect(rare).toBe(0xffffffff)
    expect(frequent! / 2 ** 32).toBeCloseTo((Math.sqrt(0.9 / 1e-3) + 1) * (1e-3 / 0.9), 6)
    expect(middle! / 2 ** 32).toBeCloseTo((Math.sqrt(0.09999 / 1e-3) + 1) * (1e-3 / 0.09999), 6)
    expect([...keepThresholds(counts, 1_000_000, 0)]).toEqual([0xffffffff, 0xffffffff, 0xffffffff])
  })
})
