import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberWords, ordinal, ordinalWords, parseNumberWords } from '../../src/lemma/index.js'
import { caught } from '../support/caught.js'

describe('numbers in words', () => {
  it.each([
    [0, 'zero', 'zero'],
    [13, 'thirteen', 'thirteen'],
    [21, 'twenty-one', 'twenty-one'],
    [100, 'one hundred', 'one hundred'],
    [205, 'two hundred five', 'two hundred and five'],
    [1001, 'one thousand one', 'one thousand and one'],
    [1_000_000, 'one million', 'one million'],
    [
      1_234_567,
      'one million two hundred thirty-four thousand five hundred sixty-seven',
      'one million two hundred and thirty-four thousand five hundred and sixty-seven',
    ],
    [-3.14, 'minus three point one four', 'minus three point one four'],
    [1e21, 'one sextillion', 'one sextillion'],
    [1e-7, 'zero point zero zero zero zero zero zero one', 'zero point zero zero zero zero zero zero one'],
    [-0, 'zero', 'zero'],
    [10n ** 63n, 'one vigintillion', 'one vigintillion'],
    [
      '1,234.50',
      'one thousand two hundred thirty-four point five zero',
      'one thousand two hundred and thirty-four point five zero',
    ],
    ['.5', 'zero point five', 'zero point five'],
    ['+007', 'seven', 'seven'],
  ] as const)('%s', (value, american, british) => {
    expect([numberWords(value), numberWords(value, { variety: 'british' })]).toEqual([american, british])
  })

  it.each([
    [0, '0th', 'zeroth'],
    [1, '1st', 'first'],
    [2, '2nd', 'second'],
    [3, '3rd', 'third'],
    [4, '4th', 'fourth'],
    [5, '5th', 'fifth'],
    [8, '8th', 'eighth'],
    [9, '9th', 'ninth'],
    [11, '11th', 'eleventh'],
    [12, '12th', 'twelfth'],
    [13, '13th', 'thirteenth'],
    [20, '20th', 'twentieth'],
    [21, '21st', 'twenty-first'],
    [100, '100th', 'one hundredth'],
    [111, '111th', 'one hundred eleventh'],
    [1_000_000n, '1000000th', 'one millionth'],
    [-2, '-2nd', 'minus second'],
    ['1,003', '1003rd', 'one thousand third'],
  ] as const)('ordinal of %s', (value, figures, words) => {
    expect([ordinal(value), ordinalWords(value)]).toEqual([figures, words])
  })

  it('refuses what is no number', () => {
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      'abc',
      '',
      '1e5',
      '1,23',
      {} as never,
      null as never,
      10n ** 66n,
    ])
      expect(caught(() => numberWords(value)).code).toBe('NUMBER_INVALID')
    expect(caught(() => ordinal(1.5)).code).toBe('NUMBER_INVALID')
    expect(caught(() => ordinalWords('2.5')).code).toBe('NUMBER_INVALID')
    expect(caught(() => numberWords(1, { variety: 'french' as never })).code).toBe('OPTION_INVALID')
  })
})

describe('numbers read from words', () => {
  it.each([
    ['two hundred and five', 205],
    ['two hundred, five', 205],
    ['a hundred', 100],
    ['hundred', 100],
    ['ONE HUNDRED AND ONE', 101],
    ['Twenty-First', 21],
    ['two hundredth', 200],
    ['one hundredth', 100],
    ['a hundredth', 0.01],
    ['two hundredths', 0.02],
    ['third', 3],
    ['one third', 1 / 3],
    ['two thirds', 2 / 3],
    ['three-quarters', 0.75],
    ['two twenty-fifths', 0.08],
    ['half', 0.5],
    ['half a million', 500_000],
    ['half a dozen', 6],
    ['three quarters of a million', 750_000],
    ['two and a half', 2.5],
    ['two and a half million', 2_500_000],
    ['a million and a half', 1_500_000],
    ['one hundred and two thirds', 100 + 2 / 3],
    ['minus three point one four', -3.14],
    ['negative five', -5],
    ['-5', -5],
    ['point five', 0.5],
    ['nought point oh five', 0.05],
    ['two point five million', 2_500_000],
    ['2.5 million', 2_500_000],
    ['1,500', 1500],
    ['3 thousand and 5', 3005],
    ['21st', 21],
    ['two dozen', 24],
    ['four score and seven', 87],
    ['nineteen eighty-four', 1984],
    ['twenty oh one', 2001],
    ['twenty twenty', 2020],
    ['nineteen hundred', 1900],
    ['thousand million', 1_000_000_000],
    ['three lakh', 300_000],
    ['zero', 0],
    ['  ten  ', 10],
  ])('%s', (text, value) => {
    expect(parseNumberWords(text)).toBe(value)
  })

  it('gives bigints on request', () => {
    expect(parseNumberWords('nine hundred vigintillion and one', { as: 'bigint' })).toBe(
      900n * 10n ** 63n + 1n,
    )
    expect(parseNumberWords('minus two million', { as: 'bigint' })).toBe(-2_000_000n)
  })

  it.each([
    ['', 0],
    ['   ', 3],
    ['foo', 0],
    ['two hundred foo', 12],
    ['two two', 4],
    ['thirty forty', 7],
    ['two third', 4],
    ['five and', 5],
    ['one thousand five million', 13],
    ['minus minus five', 6],
    ['three point', 11],
    ['half of two', 5],
    ['a', 0],
    ['the fifth', 0],
    ['twenty-one!', 10],
    ['fourty', 0],
    ['constructor', 0],
    ['__proto__', 0],
    ['\ud800', 0],
    ['İ five', 0],
  ])('says where %j stops being a number', (text, position) => {
    const error = caught(() => parseNumberWords(text))
    expect([error.code, error.details.position]).toEqual(['NUMBER_WORDS_SYNTAX', position])
  })

  it('refuses values that do not fit', () => {
    expect(caught(() => parseNumberWords('nine quintillion')).code).toBe('NUMBER_INVALID')
    expect(caught(() => parseNumberWords('one half', { as: 'bigint' })).code).toBe('NUMBER_INVALID')
    expect(caught(() => parseNumberWords('million '.repeat(30))).code).toBe('NUMBER_INVALID')
    expect(caught(() => parseNumberWords(5 as never)).code).toBe('INPUT_NOT_STRING')
    expect(caught(() => parseNumberWords('five', { as: 'float' as never })).code).toBe('OPTION_INVALID')
  })

  it.each([
    'five ',
    'and ',
    'a ',
    'hundred ',
    'one hundred and ',
    'half ',
    'point ',
    'point five ',
    '-',
    '1',
    ',',
    'thousandths ',
    'first ',
    'of ',
  ])('is linear on many of %j', (piece) => {
    const text = piece.repeat(100_000)
    const start = performance.now()
    const { code } = caught(() => parseNumberWords(text))
    expect(['NUMBER_WORDS_SYNTAX', 'NUMBER_INVALID']).toContain(code)
    expect(performance.now() - start).toBeLessThan(1000)
  })

  const variety = fc.constantFrom('american' as const, 'british' as const)

  it('gives back every safe integer that was written in words', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), variety, (n, which) => {
        expect(parseNumberWords(numberWords(n, { variety: which }))).toBe(n)
        expect(parseNumberWords(ordinalWords(n, { variety: which }))).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives back every bigint and decimal, too', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 66n) + 1n, max: 10n ** 66n - 1n }), variety, (n, which) => {
        expect(parseNumberWords(numberWords(n, { variety: which }), { as: 'bigint' })).toBe(n)
      }),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (n) => {
        expect(parseNumberWords(numberWords(n))).toBe(n === 0 ? 0 : n)
      }),
      { numRuns: 1000 },
    )
  })

  it('throws nothing but typed errors, whatever the words', () => {
    const words =
      'zero one two eleven twenty thirty hundred thousand million and a half quarter third thirds first point minus of dozen score oh 5 2.5 21st foo'
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 12 }), (picked) => {
        try {
          expect(Number.isFinite(parseNumberWords(picked.join(' ')))).toBe(true)
        } catch (error) {
          expect(['NUMBER_WORDS_SYNTAX', 'NUMBER_INVALID']).toContain((error as { code?: string }).code)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
