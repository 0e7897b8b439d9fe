/** The linear-time engine beside JavaScript's own backtracking one, and its limits. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pattern } from '../../src/text/pattern.js'
import { caught } from '../support/caught.js'

const matches = (pattern: string, text: string, flags = '') => {
  const found: [number, number][] = []
  new Pattern(pattern, flags).scan(text, (start, end) => found.push([start, end]))
  return found
}

const native = (pattern: string, text: string, flags = '') =>
  Array.from(text.matchAll(new RegExp(pattern, `gu${flags}`)), ({ index, 0: match }) => [
    index,
    index + match.length,
  ]).filter(([index]) => !insidePair(text, index!))

/** V8 reports empty matches of lookbehind within a pair of surrogates: no character begins there. */
const insidePair = (text: string, at: number) =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')

describe('Pattern', () => {
  it.each([
    ['a|ab', 'abab', ''],
    ['ab|a', 'abab', ''],
    ['(?:a|ab)(?:c|bcd)', 'abcd', ''],
    ['a*?b', 'aaab', ''],
    ['a{2,3}', 'aaaaaaa', ''],
    ['a{2,3}?', 'aaaaaaa', ''],
    ['(?:ab){2}', 'ababab', ''],
    ['[^a]+', 'aäb😀a', ''],
    ['.', 'a\n😀\u2028', ''],
    ['.', 'a\n😀\u2028', 's'],
    ['^a|b$', 'a\na b\nb', ''],
    ['^a|b$', 'a\na b\nb', 'm'],
    ['ÄÖ', 'äöÄÖ', 'i'],
    ['[a-z]+', 'aBſK', 'i'],
    ['x*', 'axxb', ''],
    ['', 'ab', ''],
    ['(?<!@)b', 'b@b ab', ''],
    ['a(?!b)', 'ab a', ''],
    ['a(?=b|$)', 'ab ac a', ''],
    ['(?<=^|,)\\d', '1,2 3', ''],
    ['\\x41\\u0042\\u{1F600}\\t', 'AB😀\t', ''],
    ['[\\]\\-\\\\^]+', 'a-]\\^', ''],
    ['[a-]+', 'a-b', ''],
    ['\\p{Lu}\\P{Lu}', 'aBcD', ''],
    ['[\\p{Lu}\\d_]+', 'aB1_', ''],
    ['\\ud83d', '\ud83d 😀', ''],
    ['(?<word>a)(?:b)(c)', 'abc', ''],
    ['(?:(?:a*)*)*b', 'aaab', ''],
    ['(?:|a)+', 'aa', ''],
    ['\\b\\w+\\B', 'word a', ''],
  ])('finds what a backtracking engine finds: /%s/ in %j %s', (pattern, text, flags) => {
    expect(matches(pattern, text, flags)).toEqual(native(pattern, text, flags))
  })

  const atom = fc.constantFrom('a', 'b', '-', ' ', '[ab]', '[^a]', '[^ -]', '.', '😀', '\\u{1f600}', '\\.')
  const look = fc.constantFrom('^', '$', '(?=a)', '(?!b|$)', '(?<=a|^)', '(?<![ab])', '\\b', '\\B')
  const { pattern } = fc.letrec<{
    pattern: string
    sequence: string
    item: string
    group: string
    solid: string
  }>((tie) => ({
    pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((options) => options.join('|')),
    sequence: fc.array(tie('item'), { maxLength: 4 }).map((items) => items.join('')),
    group: tie('pattern').map((inner) => `(?:${inner})`),
    solid: fc
      .array(fc.tuple(atom, tie('sequence')), { minLength: 1, maxLength: 2 })
      .map((options) => `(?:${options.map((parts) => parts.join('')).join('|')})`),
    // Repetition of what may be empty is left out: engines differ on empty turns within turns.
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      atom,
      fc
        .tuple(atom, fc.constantFrom('', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,3}', '{2,}?'))
        .map((parts) => parts.join('')),
      look,
      tie('group'),
      fc.tuple(tie('solid'), fc.constantFrom('*', '*?', '+', '?', '{0,2}')).map((parts) => parts.join('')),
    ),
  }))
  const text = fc
    .array(fc.constantFrom('a', 'b', '-', ' ', '\n', '😀', '\ud83d', '\ude00'), { maxLength: 14 })
    .map((parts) => parts.join(''))

  it('finds what a backtracking engine finds, whatever the pattern', () => {
    fc.assert(
      fc.property(pattern, text, fc.constantFrom('', 'm', 's', 'ims'), (source, input, flags) => {
        expect(matches(source, input, flags)).toEqual(native(source, input, flags))
      }),
      { numRuns: 1000 },
    )
  })

  it('finds the same across blocks', () => {
    const input = 'ab 😀 '.repeat(3000) + 'a'.repeat(9000) + '😀'.repeat(5000)
    for (const source of ['a+|.', '(?:😀 ?)+', '\\b[ab]+(?! )', '[^b]+b']) {
      expect(matches(source, input)).toEqual(native(source, input))
    }
  })

  it('finds the same when the automaton is begun anew over and over', () => {
    let state = 1
    const input = Array.from({ length: 60_000 }, () => {
      state = (state * 48_271) % 2_147_483_647
      return 'abc'[state % 3]
    }).join('')
    expect(matches('a[ab]{3,18}c', input)).toEqual(native('a[ab]{3,18}c', input))
  })

  it('says which rule matched', () => {
    const rules: number[] = []
    new Pattern(['\\d+', '\\w+', '[^\\s]']).scan('a 1 ? b2', (_start, _end, rule) => rules.push(rule))
    expect(rules).toEqual([1, 0, 2, 1])
  })

  it('has Unicode words, digits and white space', () => {
    expect(matches('\\w+', 'naïve cafe\u0301 東京')).toEqual([
      [0, 5],
      [6, 11],
      [12, 14],
    ])
    expect(matches('\\b', 'é')).toEqual([
      [0, 0],
      [1, 1],
    ])
    expect(matches('\\d|\\s', '٣\u0085')).toEqual([
      [0, 1],
      [1, 2],
    ])
  })

  it.each([
    ['(a', 0],
    ['a)', 1],
    ['a]', 1],
    ['[a', 0],
    ['*a', 0],
    ['a**', 2],
    ['a{,2}', 1],
    ['a{3,2}', 1],
    ['}', 0],
    ['[b-a]', 1],
    ['[a-\\d]', 1],
    ['[\\d-a]', 1],
    ['\\q', 0],
    ['ab\\', 2],
    ['\\p{Nonsense}', 0],
    ['\\u{110000}', 0],
    ['\\01', 0],
    ['(?i)a', 0],
    ['^*', 0],
  ])('refuses %j at %d', (source, offset) => {
    const error = caught(() => new Pattern(source))
    expect([error.code, error.details.offset]).toEqual(['PATTERN_INVALID', offset])
  })

  it.each([
    ['(a)\\1', 3],
    ['(?<x>a)\\k<x>', 7],
    ['a(?=bc)', 1],
    ['a(?!b*)', 1],
    ['(?<=ab)c', 0],
    ['(?=(?<=a)b)', 0],
    ['a{1001}', 1],
    ['x(?:[ab]{80}){80}', 0],
    [`${'('.repeat(300)}${')'.repeat(300)}`, 250],
  ])('cannot do %j, from %d on', (source, offset) => {
    const error = caught(() => new Pattern(source))
    expect([error.code, error.details.offset]).toEqual(['PATTERN_UNSUPPORTED', offset])
  })

  it('refuses flags that it does not have', () => {
    expect(caught(() => new Pattern('a', 'y')).code).toBe('OPTION_INVALID')
  })

  it('takes the same steps for every character, however often it matches', () => {
    // Backtracking, or an automaton begun anew at each match, needs 10^10 steps for these.
    for (const source of ['a*b|a', '(?:a*)*b', '(?:a|aa)+$|a', 'a{0,500}b|a']) {
      matches(source, 'a'.repeat(100_000))
    }
  })
})
