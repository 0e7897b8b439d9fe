/** Character properties: against the engine's own Unicode, and in full against the database. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isWhitespace, UNICODE_VERSION, unicodeFacts } from '../../src/text/unicode.js'
import { describeWith } from '../support/resources.js'

const DATABASE = '/usr/share/unicode'

function* ranges(file: string): Iterable<[from: number, to: number, value: string]> {
  for (const line of readFileSync(`${DATABASE}/${file}`, 'utf8').split('\n')) {
    const [range, value] = line
      .split('#')[0]!
      .split(';')
      .map((field) => field.trim())
    if (!range) continue
    const [from, to = from] = range.split('..').map((hex) => Number.parseInt(hex, 16))
    yield [from!, to!, value!]
  }
}

describe('unicodeFacts', () => {
  it.each([
    ['A', 'Lu', 'ALetter'],
    ['ж', 'Ll', 'ALetter'],
    ['\u05d0', 'Lo', 'Hebrew_Letter'],
    ['中', 'Lo', 'Other'],
    ['カ', 'Lo', 'Katakana'],
    ['7', 'Nd', 'Numeric'],
    ['\u0301', 'Mn', 'Extend'],
    ["'", 'Po', 'Single_Quote'],
    ['€', 'Sc', 'Other'],
    ['\ud800', 'Cs', 'Other'],
    ['\u{e0061}', 'Cf', 'Extend'],
    ['\u{10ffff}', 'Cn', 'Other'],
    ['\u{f0000}', 'Co', 'Other'],
  ])('of %j are %s and %s', (character, category, wordBreak) => {
    expect(unicodeFacts(character.codePointAt(0)!)).toMatchObject({ category, wordBreak })
  })

  it('tell a Hangul syllable with a final consonant from one without', () => {
    expect(unicodeFacts(0xac00).graphemeBreak).toBe('LV')
    expect(unicodeFacts(0xac01).graphemeBreak).toBe('LVT')
  })

  it('know the emoji, wide and white characters', () => {
    expect(unicodeFacts(0x1f600)).toMatchObject({ pictographic: true, wide: true, whiteSpace: false })
    expect(unicodeFacts(0x3000)).toMatchObject({ pictographic: false, wide: true, whiteSpace: true })
    expect(unicodeFacts(0x41)).toMatchObject({ pictographic: false, wide: false, whiteSpace: false })
  })

  it('agree with isWhitespace on every unit', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      if (unicodeFacts(unit).whiteSpace !== isWhitespace(unit)) expect.fail(`U+${unit.toString(16)}`)
    }
  })
})

describeWith('unicode-data', 'the property tables', () => {
  it('are of the version of the database', () => {
    expect(readFileSync(`${DATABASE}/PropList.txt`, 'utf8')).toContain(`PropList-${UNICODE_VERSION}.txt`)
  })

  it('hold every value of every property', () => {
    const expected = Array.from({ length: 0x110000 }, () => ['Cn', 'Other', 'Other', false, false])
    const files = [
      'extracted/DerivedGeneralCategory.txt',
      'auxiliary/WordBreakProperty.txt',
      'auxiliary/GraphemeBreakProperty.txt',
    ]
    files.forEach((file, column) => {
      for (const [from, to, value] of ranges(file)) {
        for (let point = from; point <= to; point++) expected[point]![column] = value
      }
    })
    for (const file of ['emoji/emoji-data.txt', 'PropList.txt']) {
      for (const [from, to, value] of ranges(file)) {
        const column = ['Extended_Pictographic', 'White_Space'].indexOf(value) + 3
        for (let point = from; column > 2 && point <= to; point++) expected[point]![column] = true
      }
    }
    expected.forEach((values, point) => {
      const got = unicodeFacts(point)
      const columns = [got.category, got.wordBreak, got.graphemeBreak, got.pictographic, got.whiteSpace]
      if (columns.some((value, i) => value !== values[i])) expect.fail(`U+${point.toString(16)}: ${columns}`)
    })
  })
})
