import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RegexpOptions, tokenizeRegexp } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { expectOrdered } from '../support/check-tokens.js'
import { HOSTILE, PLAIN, randomText } from '../support/texts.js'

describe('tokenizeRegexp', () => {
  it.each<[string, RegexpOptions, string[]]>([
    ['costs $3.88, tea', { pattern: '\\$[\\d.]+|\\w+' }, ['costs', '$3.88', 'tea']],
    ['a, b,c', { pattern: ',\\s*', matches: 'gaps' }, ['a', 'b', 'c']],
    [',a,,b,', { pattern: ',', matches: 'gaps' }, ['a', 'b']],
    ['ab', { pattern: 'x*', matches: 'gaps' }, ['ab']],
    ['ab', { pattern: 'x*' }, []],
    ['Aa', { pattern: /a/i }, ['A', 'a']],
    ['Aa', { pattern: 'a', flags: 'i' }, ['A', 'a']],
    ['a\nb', { pattern: /^./gm }, ['a', 'b']],
  ])('on %j with %o', (text, options, words) => {
    expect(tokenizeRegexp(text, options).words()).toEqual(words)
  })

  it.each([
    {},
    { pattern: 7 },
    { pattern: null },
    { pattern: 'a', gaps: true },
    { pattern: 'a', matches: 'all' },
  ])('refuses %j', (options) => {
    expect(caught(() => tokenizeRegexp('a', options as RegexpOptions)).code).toBe('OPTION_INVALID')
  })

  it('refuses no options at all', () => {
    expect(caught(() => tokenizeRegexp('a', undefined as unknown as RegexpOptions)).code).toBe(
      'OPTION_INVALID',
    )
  })

  it('gives tokens in order, whatever the text', () => {
    const patterns = ['\\w+|[^\\w\\s]', '.', '[\\s\\S]', '\\s*\\n\\s*']
    const check = (text: string) => {
      for (const pattern of patterns) {
        for (const matches of ['tokens', 'gaps'] as const) {
          expectOrdered(text, tokenizeRegexp(text, { pattern, matches }))
        }
      }
    }
    for (const text of [...PLAIN, ...HOSTILE]) check(text)
    fc.assert(fc.property(randomText, check))
  })

  it('keeps more patterns than it remembers apart', () => {
    for (let i = 0; i < 100; i++)
      expect(tokenizeRegexp('n42n', { pattern: `${i}|n` }).length).toBe(
        i === 42 ? 3 : i === 4 || i === 2 ? 3 : 2,
      )
  })
})
