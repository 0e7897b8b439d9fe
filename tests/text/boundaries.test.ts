/** Word and grapheme boundaries: the cases of UAX #29, the slow twin, and any pieces that a text comes in. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundariesInPieces,
  graphemeBoundaries,
  graphemes,
  wordBoundaries,
} from '../../src/text/boundaries.js'
import { oracleGraphemeBoundaries, oracleWordBoundaries } from '../oracle/boundaries.js'
import { anyText } from '../support/arbitraries.js'
import { describeWith } from '../support/resources.js'

// A line such as "÷ 0061 × 0308 ÷ 0062 ÷": ÷ is a boundary, × is none.
function parseCase(line: string): { text: string; expected: number[] } {
  let text = ''
  const expected: number[] = []
  for (const part of line.trim().split(/\s+/)) {
    if (part === '÷') expected.push(text.length)
    else if (part !== '×') text += String.fromCodePoint(Number.parseInt(part, 16))
  }
  return { text, expected }
}

function casesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('#')[0]!)
    .filter((line) => line.trim() !== '')
}

const ALGORITHMS = [
  ['WordBreakTest', wordBoundaries, oracleWordBoundaries, 'wordBoundaries'],
  ['GraphemeBreakTest', graphemeBoundaries, oracleGraphemeBoundaries, 'graphemeBoundaries'],
] as const

describeWith('unicode-data', 'UAX #29 in full', () => {
  it.each(ALGORITHMS)('passes every case of %s.txt', (file, boundaries, oracle) => {
    const cases = casesOf(`/usr/share/unicode/auxiliary/${file}.txt`)
    expect(cases.length).toBeGreaterThan(500)
    for (const line of cases) {
      const { text, expected } = parseCase(line)
      expect(String(boundaries(text)), line).toBe(String(expected))
      expect(String(oracle(text)), line).toBe(String(expected))
    }
  })

  it('keeps every emoji of emoji-test.txt one cluster', () => {
    for (const line of casesOf('/usr/share/unicode/emoji/emoji-test.txt')) {
      const points = line.split(';')[0]!.trim().split(' ')
      const text = String.fromCodePoint(...points.map((hex) => Number.parseInt(hex, 16)))
      expect([...graphemeBoundaries(text)], line).toEqual([0, text.length])
    }
  })
})

describe('the golden cases of UAX #29', () => {
  const golden = casesOf('tests/golden/boundaries.txt').map((line) => line.split('\t'))
  it.each(golden)('%s %s', (kind, line) => {
    const { text, expected } = parseCase(line!)
    expect([...(kind === 'word' ? wordBoundaries : graphemeBoundaries)(text)]).toEqual(expected)
  })
})

describe.each(ALGORITHMS)('boundaries of %s', (_file, boundaries, oracle, kernel) => {
  it('are those of the slow twin', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect([...boundaries(text)]).toEqual(oracle(text))
      }),
      { numRuns: 1_000 },
    )
  })

  it('do not depend on the pieces that the text comes in', () => {
    fc.assert(
      fc.property(anyText(), fc.integer({ min: 2, max: 9 }), (text, piece) => {
        expect(boundariesInPieces(kernel, text, piece)).toEqual(boundaries(text))
      }),
      { numRuns: 1_000 },
    )
  })

  it('take in texts longer than one piece', () => {
    const text = "can't 👩‍🚀 ".repeat(7_000)
    expect(boundaries(text).at(-1)).toBe(text.length)
    expect(String(boundaries(text))).toBe(String(boundariesInPieces(kernel, text, 1_000_000)))
  })

  it('are none in the empty text', () => {
    expect(boundaries('')).toEqual(new Uint32Array(0))
  })

  it('refuse what is not a string', () => {
    expect(() => boundaries(null as unknown as string)).toThrow(/takes a string; got null/)
  })
})

describe('graphemes', () => {
  it.each([
    ['e\u0301🇫🇷🇯🇵', ['e\u0301', '🇫🇷', '🇯🇵']],
    ['👩‍👩‍👧‍👦👍🏽', ['👩‍👩‍👧‍👦', '👍🏽']],
    ['क्षि', ['क्षि']],
    ['\r\n\0', ['\r\n', '\0']],
    ['\ud83d!', ['\ud83d', '!']],
    ['\u1112\u1161\u11ab가', ['\u1112\u1161\u11ab', '가']],
  ])('of %j are %j', (text, clusters) => {
    expect(graphemes(text)).toEqual(clusters)
  })

  it('joined give the text', () => {
    fc.assert(fc.property(anyText(), (text) => graphemes(text).join('') === text))
  })

  it('refuse what is not a string', () => {
    expect(() => graphemes(7 as unknown as string)).toThrow(/got a value of type number/)
  })
})
