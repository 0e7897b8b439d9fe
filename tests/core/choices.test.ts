import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Region } from '../../src/core/region.js'
import { type Choice, scores, train } from '../oracle/choices.js'
import { caught } from '../support/caught.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 20 : 100
const MASK = 63
const hash = fc.nat(0xffffffff)

/** Decisions whose candidates have `ownCount` features of their own. */
const choicesOf = (ownCount: number) =>
  fc.array(
    fc.record({
      features: fc.array(hash, { maxLength: 6 }),
      candidates: fc.array(
        fc.record({
          mark: hash,
          own: fc.array(hash, { minLength: ownCount, maxLength: ownCount }),
          right: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
    { maxLength: 20 },
  )

const drawn = fc
  .nat(3)
  .chain((ownCount) => fc.record({ ownCount: fc.constant(ownCount), choices: choicesOf(ownCount) }))

/** The decisions in a Region, as the kernels take them. */
function lay(region: Region, choices: readonly Choice[]) {
  const starts = (counts: readonly number[]) => {
    const sums = [0]
    for (const count of counts) sums.push(sums.at(-1)! + count)
    return region.copyIn(Uint32Array.from(sums))
  }
  const candidates = choices.flatMap((choice) => choice.candidates)
  return {
    shared: region.copyIn(Uint32Array.from(choices.flatMap(({ features }) => features))),
    sharedStarts: starts(choices.map(({ features }) => features.length)),
    classes: region.copyIn(Uint32Array.from(candidates, ({ mark }) => mark)),
    own: region.copyIn(Uint32Array.from(candidates.flatMap(({ own }) => own))),
    starts: starts(choices.map((choice) => choice.candidates.length)),
    right: region.copyIn(Uint8Array.from(candidates, ({ right }) => (right ? 1 : 0))),
  }
}

describe('kernels of choices', () => {
  it('choose as the plain twin does, the first of the best', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.array(fc.integer({ min: -32768, max: 32767 }), { minLength: MASK + 1, maxLength: MASK + 1 }),
        ({ ownCount, choices }, weights) => {
          const region = new Region()
          const rows = region.copyIn(Int16Array.from(weights))
          const { shared, sharedStarts, classes, own, starts } = lay(region, choices)
          const best = region.reserve(choices.length * 4)
          const done = region.run(
            'choicesBest',
            rows,
            MASK,
            shared,
            sharedStarts,
            classes,
            own,
            ownCount,
            starts,
            choices.length,
            best,
          )
          expect(done).toBe(choices.length)
          const expected = choices.map((choice) => {
            const all = scores(weights, choice, MASK)
            return all.indexOf(Math.max(...all))
          })
          expect([...region.u32(best, choices.length)]).toEqual(expected)
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('learn what the plain twin learns, in one call or several', () => {
    fc.assert(
      fc.property(drawn, fc.nat(5), fc.nat(20), ({ ownCount, choices }, margin, cut) => {
        const region = new Region()
        const weights = region.copyIn(new Int32Array(MASK + 1))
        const totals = region.copyIn(new Float64Array(MASK + 1))
        const { shared, sharedStarts, classes, own, starts, right } = lay(region, choices)
        const order = region.copyIn(Uint32Array.from(choices, (_, i) => i))
        const part = Math.min(cut, choices.length)
        const run = (from: number, length: number) =>
          region.run(
            'choicesTrain',
            weights,
            totals,
            MASK,
            shared,
            sharedStarts,
            classes,
            own,
            ownCount,
            starts,
            right,
            order + from * 4,
            length,
            margin,
            1 + from,
          )
        const changed = run(0, part) + run(part, choices.length - part)
        const expected = {
          weights: new Array<number>(MASK + 1).fill(0),
          totals: new Array<number>(MASK + 1).fill(0),
        }
        expect(changed).toBe(train(expected.weights, expected.totals, choices, MASK, margin, 1))
        expect([...region.i32(weights, MASK + 1)]).toEqual(expected.weights)
        expect([...region.f64(totals, MASK + 1)]).toEqual(expected.totals)
      }),
      { numRuns: RUNS },
    )
  })

  it('refuse a decision without candidates', () => {
    const region = new Region()
    const weights = region.copyIn(new Int16Array(MASK + 1))
    const zeros = region.copyIn(new Uint32Array(2))
    const best = region.reserve(4)
    const error = caught(() =>
      region.run('choicesBest', weights, MASK, zeros, zeros, zeros, zeros, 0, zeros, 1, best),
    )
    expect(error).toMatchObject({ code: 'CORE_MALFORMED' })
  })
})
