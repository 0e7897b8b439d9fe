import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Region } from '../../src/core/region.js'
import { scores, train } from '../oracle/perceptron.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 20 : 100
const MASK = 31

describe('perceptron kernels', () => {
  it('score all classes as the plain twin does, and give the first of the best', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 21 }).chain((width) =>
          fc.record({
            width: fc.constant(width),
            weights: fc.array(fc.integer({ min: -32768, max: 32767 }), {
              minLength: (MASK + 1) * width,
              maxLength: (MASK + 1) * width,
            }),
            features: fc.array(fc.nat(0xffffffff), { maxLength: 12 }),
          }),
        ),
        ({ width, weights, features }) => {
          const region = new Region()
          const rows = region.copyIn(Int16Array.from(weights))
          const list = region.copyIn(Uint32Array.from(features))
          const out = region.reserve(width * 4)
          const best = region.run('perceptronScores', rows, width, MASK, list, features.length, out)
          const expected = scores(weights, width, MASK, features)
          expect([...region.i32(out, width)]).toEqual(expected)
          expect(best).toBe(expected.indexOf(Math.max(...expected)))
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('learn what the plain twin learns, in one call or several', () => {
    const example = fc.record({
      features: fc.array(fc.nat(0xffffffff), { minLength: 3, maxLength: 3 }),
      label: fc.nat(4),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2, 5),
        fc.array(example, { minLength: 1, maxLength: 40 }),
        fc.nat(5),
        fc.nat(40),
        (width, drawn, margin, cut) => {
          const examples = drawn.map(({ features, label }) => ({
            features,
            label: label % Math.max(2, width),
          }))
          const size = (MASK + 1) * width
          const region = new Region()
          const weights = region.copyIn(new Int32Array(size))
          const totals = region.copyIn(new Float64Array(size))
          const list = region.copyIn(Uint32Array.from(examples.flatMap(({ features }) => features)))
          const labels = region.copyIn(Uint8Array.from(examples, ({ label }) => label))
          const order = region.copyIn(Uint32Array.from(examples, (_, i) => i))
          const sums = region.reserve(width * 4)
          const part = Math.min(cut, examples.length)
          const run = (from: number, length: number) =>
            region.run(
              'perceptronTrain',
              weights,
              totals,
              width,
              MASK,
              list,
              3,
              labels,
              order + from * 4,
              length,
              margin,
              1 + from,
              sums,
            )
          const changed = run(0, part) + run(part, examples.length - part)
          const expected = {
            weights: new Array<number>(size).fill(0),
            totals: new Array<number>(size).fill(0),
          }
          expect(changed).toBe(train(expected.weights, expected.totals, width, MASK, examples, margin, 1))
          expect([...region.i32(weights, size)]).toEqual(expected.weights)
          expect([...region.f64(totals, size)]).toEqual(expected.totals)
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('separate what can be separated', () => {
    const region = new Region()
    const examples = Array.from({ length: 200 }, (_, i) => ({
      features: [i % 8, 8 + (i % 3)],
      label: i % 8 < 4 ? 1 : 0,
    }))
    const weights = region.copyIn(new Int32Array(MASK + 1))
    const totals = region.copyIn(new Float64Array(MASK + 1))
    const list = region.copyIn(Uint32Array.from(examples.flatMap(({ features }) => features)))
    const labels = region.copyIn(Uint8Array.from(examples, ({ label }) => label))
    const order = region.copyIn(Uint32Array.from(examples, (_, i) => i))
    let changed = 1
    for (let pass = 0; pass < 20 && changed > 0; pass++) {
      changed = region.run('perceptronTrain', weights, totals, 1, MASK, list, 2, labels, order, 200, 1, 1, 0)
    }
    expect(changed).toBe(0)
  })
})
