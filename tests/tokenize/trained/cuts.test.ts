/** The kernels that decide where tokens end, beside their plain twin; windows; counts and examples for training. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Region } from '../../../src/core/region.js'
import { COMBINATIONS, CUT_FEATURES, CutMemory } from '../../../src/tokenize/trained/cut-memory.js'
import { surfacesByRules } from '../../../src/tokenize/trained/surfaces.js'
import { classesOf, cutTokens, placesOf } from '../../oracle/cuts.js'
import { anyText, roughText } from '../../support/arbitraries.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 8 : 40

const PIECES = [
  ..."word Word WORD can't don't l'homme 10 000 3.14 1990-95 e-mail me@x.org http://a.b/c #tag @me :-) 😍😍 👩‍👩‍👧 Привет 中文 日本語 カナ 한국어 ไทย ﷺ ² ½ … – — ‘ ’ « » ( ) [ ] ! ? . , ; : - / \\ ' \" % $ € & * + = _ ~ ` ^ | < > { } é e\u0301 constructor".split(
    ' ',
  ),
  '\ud800',
  '\udc00',
  '\u200d',
  `x${'y'.repeat(90)}`,
]
const GAPS = ['', '', ' ', ' ', '  ', '\n', '\r\n', '\n\n', '\u00a0', '\t', '\u2028']
const mixedText = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GAPS)), { maxLength: 40 })
  .map((parts) => parts.flat().join(''))
const text = fc.oneof(mixedText, roughText(), anyText())
const ground = fc.constantFrom(['rules', 'en'], ['rules', 'fr'], ['rules', 'und'], [
  'whitespace',
  'und',
] as const)

/** Small random weights, the same for the same seed. */
function weightsOf(seed: number): Int16Array {
  return Int16Array.from({ length: 512 }, (_, i) => ((Math.imul(i + 1, seed * 2 + 1) >>> 3) % 61) - 30)
}

/** Combinations of which some are open. */
function openOf(seed: number): Uint8Array {
  return Uint8Array.from({ length: COMBINATIONS }, (_, i) => Number(Math.imul(i + 1, seed * 2 + 1) >>> 31))
}

function surfacesOf(some: string, [which, lang]: readonly string[]) {
  return surfacesByRules(some, which as 'rules' | 'whitespace', lang!)
}

function pairs({ start, end }: { readonly start: ArrayLike<number>; readonly end: ArrayLike<number> }) {
  return Array.from(start, (from, i) => [from, end[i]!])
}

describe('cut kernels', () => {
  it('give every unit the class of the plain twin', () => {
    const region = new Region()
    const check = (some: string) => {
      const mark = region.mark()
      const units = region.reserve(some.length * 2)
      const classes = region.reserve(some.length)
      region.copyText(some, 0, some.length, units)
      region.run('cutClasses', units, some.length, classes)
      expect([...region.u8(classes, some.length)]).toEqual(classesOf(some))
      region.release(mark)
    }
    fc.assert(fc.property(text, check), { numRuns: RUNS })
    check(Array.from({ length: 0x300 }, (_, i) => String.fromCharCode(i)).join(''))
    check(
      '\u2019\u2018\u2026\u2013\u2014\u00ab\u00bb\u203f\ufe4f\u20ac\u0e01\u1000\u1780\u3042\u30a2\uac00\u4e00𠀀😀',
    )
  })

  it('cut as the plain twin does', () => {
    fc.assert(
      fc.property(text, ground, fc.nat(1000), fc.nat(60), (some, where, seed, trust) => {
        const surfaces = surfacesOf(some, where)
        const got = new CutMemory(openOf(seed), weightsOf(seed), trust).cut(some, surfaces)
        expect(pairs(got)).toEqual(cutTokens(some, surfaces, openOf(seed), weightsOf(seed), trust))
      }),
      { numRuns: RUNS },
    )
  })

  it('cut the same wherever windows end', () => {
    fc.assert(
      fc.property(text, ground, fc.nat(1000), fc.integer({ min: 1, max: 9 }), (some, where, seed, chunk) => {
        const surfaces = surfacesOf(some, where)
        const whole = new CutMemory(openOf(seed), weightsOf(seed)).cut(some, surfaces)
        const parts = new CutMemory(openOf(seed), weightsOf(seed), 0, chunk).cut(some, surfaces)
        expect(parts).toEqual(whole)
      }),
      { numRuns: RUNS },
    )
  })

  it('count places and errors of the rules, and write examples, as the plain twin does', () => {
    fc.assert(
      fc.property(
        text,
        ground,
        fc.nat(1000),
        fc.integer({ min: 1, max: 5000 }),
        (some, where, seed, chunk) => {
          const surfaces = surfacesOf(some, where)
          const gold = Uint8Array.from({ length: some.length }, (_, i) =>
            Number(Math.imul(i + 7, seed) % 3 === 0),
          )
          const places = placesOf(some, surfaces)
          const expected = new Uint32Array(COMBINATIONS * 2)
          for (const { combination, rule, right, line } of places) {
            if (line) continue
            expected[combination * 2]!++
            if (rule !== (gold[right] === 1)) expected[combination * 2 + 1]!++
          }
          const counts = new Uint32Array(COMBINATIONS * 2)
          const memory = new CutMemory(openOf(seed), new Int16Array(1), 0, chunk)
          memory.count(some, surfaces, gold, counts)
          expect(counts.findIndex((count, i) => count !== expected[i])).toBe(-1)
          const open = openOf(seed)
          const asked = places.filter(({ combination, line }) => !line && open[combination] === 1)
          const examples = memory.examples(some, surfaces, gold)
          expect(examples.flatMap(({ labels }) => [...labels])).toEqual(asked.map(({ right }) => gold[right]))
          expect(examples.flatMap(({ features }) => [...features])).toEqual(
            asked.flatMap(({ features }) => features),
          )
          for (const { count, features } of examples) expect(features.length).toBe(count * CUT_FEATURES)
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('leave the tokens of rules where no place is open', () => {
    const some = "Don't go, it's 3.14 :-) https://a.b\n\nl'homme"
    const surfaces = surfacesByRules(some, 'rules', 'en')
    const got = new CutMemory(new Uint8Array(COMBINATIONS), weightsOf(3)).cut(some, surfaces)
    expect(pairs(got)).toEqual(pairs(surfaces))
  })
})
