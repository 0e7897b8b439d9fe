import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphemes } from '../../src/text/boundaries.js'
import { graphemesInWindows } from '../../src/tokenize/character-ngrams.js'
import {
  characterNgrams,
  ngramSpans,
  ngrams,
  skipgrams,
  tokenizeWhitespace,
} from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'

const joined = (grams: Iterable<Iterable<unknown>>) => Array.from(grams, (gram) => [...gram].join(' '))

describe('ngrams', () => {
  it.each([
    [3, ['1 2 3', '2 3 4']],
    [4, ['1 2 3 4']],
    [5, []],
    [{ max: 2 }, ['1', '1 2', '2', '2 3', '3', '3 4', '4']],
    [{ min: 3 }, ['1 2 3', '2 3 4']],
    [{}, ['1 2', '2 3', '3 4']],
    [{ min: 2, max: 2, padStart: 0, padEnd: 9 }, ['0 1', '1 2', '2 3', '3 4', '4 9']],
  ])('with %j', (options, expected) => {
    expect(joined(ngrams([1, 2, 3, 4], options))).toEqual(expected)
  })

  it('are as many as arithmetic says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat()),
        fc.integer({ min: 1, max: 6 }),
        fc.nat({ max: 4 }),
        (items, min, more) => {
          let expected = 0
          for (let n = min; n <= min + more; n++) expected += Math.max(0, items.length - n + 1)
          const grams = [...ngrams(items, { min, max: min + more })]
          expect(grams.length).toBe(expected)
        },
      ),
    )
  })

  it('take an endless sequence', () => {
    function* naturals() {
      for (let i = 0; ; i++) yield i
    }
    const grams = ngrams(naturals(), 2)
    expect([grams.next().value, grams.next().value]).toEqual([
      [0, 1],
      [1, 2],
    ])
  })

  it.each([0, -1, 1.5, Number.NaN, '2', null, { min: 3, max: 2 }, { min: 0 }, { size: 2 }])(
    'refuse %j',
    (options) => {
      expect(caught(() => [...ngrams([1], options as number)]).code).toBe('OPTION_INVALID')
    },
  )
})

describe('skipgrams', () => {
  it.each([
    [2, 0, ['a b', 'b c', 'c d']],
    [2, 1, ['a b', 'a c', 'b c', 'b d', 'c d']],
    [3, 1, ['a b c', 'a b d', 'a c d', 'b c d']],
    [1, 2, ['a', 'b', 'c', 'd']],
    [5, 3, []],
  ])('of %d with %d skipped', (n, skip, expected) => {
    expect(joined(skipgrams('abcd', n, skip))).toEqual(expected)
  })

  it.each([
    [0, 1],
    [2, -1],
    [2, 0.5],
  ])('refuse n %d, skip %d', (n, skip) => {
    expect(caught(() => [...skipgrams('ab', n, skip)]).code).toBe('OPTION_INVALID')
  })
})

describe('ngramSpans', () => {
  it('never cross the end of a sentence', () => {
    const doc = tokenizeWhitespace('a b c d').with({ sentence: Uint32Array.of(0, 0, 1, 1) })
    expect(Array.from(ngramSpans(doc, { max: 3 }), String)).toEqual(['a', 'a b', 'b', 'c', 'c d', 'd'])
  })

  it('refuse padding, which a Span cannot have', () => {
    const options = { padStart: 'x' } as object
    expect(caught(() => [...ngramSpans(tokenizeWhitespace('a'), options)]).code).toBe('OPTION_INVALID')
  })
})

describe('characterNgrams', () => {
  it('are of characters as people see them, or of code points', () => {
    expect([...characterNgrams('e\u0301🇫🇷👍🏽', 2)]).toEqual(['e\u0301🇫🇷', '🇫🇷👍🏽'])
    expect([...characterNgrams('e\u0301a', { min: 2, unit: 'codePoint' })]).toEqual(['e\u0301', '\u0301a'])
  })

  it('find the same characters in any windows', () => {
    const part = fc.constantFrom(
      'a',
      '\u0301',
      '\u{1d165}',
      '🇫',
      '👩',
      '\u200d',
      '\ud83d',
      '\r',
      '\n',
      '각',
      '\u11a8',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: 2, max: 9 }), (parts, window) => {
        const text = parts.join('')
        expect([...graphemesInWindows(text, window)]).toEqual(graphemes(text))
      }),
    )
  })

  it.each([{ unit: 'word' }, { size: 2 }, 0])('refuse %j', (options) => {
    expect(caught(() => [...characterNgrams('ab', options as number)]).code).toBe('OPTION_INVALID')
  })

  it('never cut a pair of surrogates', () => {
    expect([...characterNgrams('a😀b', 2)]).toEqual(['a😀', '😀b'])
  })

  it('pad', () => {
    expect([...characterNgrams('ab', { min: 3, max: 3, padStart: '<', padEnd: '>' })]).toEqual([
      '<<a',
      '<ab',
      'ab>',
      'b>>',
    ])
  })

  it('refuse what is no string', () => {
    expect(caught(() => [...characterNgrams(7 as unknown as string, 2)]).code).toBe('INPUT_NOT_STRING')
  })
})
