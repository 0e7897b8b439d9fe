import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenizeSExpressions } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { expectLossless } from '../support/check-tokens.js'
import { HOSTILE, PLAIN, randomText } from '../support/texts.js'

describe('tokenizeSExpressions', () => {
  it.each([
    ['(a b (c d)) e f (g)', ['(a b (c d))', 'e', 'f', '(g)']],
    ['a(b)c', ['a', '(b)', 'c']],
    ['(a) b c', ['(a)', 'b', 'c']],
    ['', []],
  ])('groups %j', (text, words) => {
    expect(tokenizeSExpressions(text).words()).toEqual(words)
  })

  it.each([
    ['c) d) e (f (g', ['c', ')', 'd', ')', 'e', '(f (g']],
    ['((a) b', ['((a) b']],
  ])('keeps what does not match: %j', (text, words) => {
    expect(tokenizeSExpressions(text, { unmatched: 'token' }).words()).toEqual(words)
  })

  it.each([
    ['(a) b)', 5],
    ['x (a (b)', 2],
    ['(', 0],
    [')', 0],
  ])('says where a parenthesis has no other half: %j', (text, offset) => {
    const error = caught(() => tokenizeSExpressions(text))
    expect(error.code).toBe('PARENTHESIS_UNMATCHED')
    expect(error.details).toEqual({ offset })
  })

  it('takes other marks', () => {
    expect(tokenizeSExpressions('[a (] b', { parentheses: '[]' }).words()).toEqual(['[a (]', 'b'])
  })

  it.each(['(', '((', '', 'abc', 7])('refuses the marks %j', (parentheses) => {
    expect(caught(() => tokenizeSExpressions('a', { parentheses: parentheses as string })).code).toBe(
      'OPTION_INVALID',
    )
  })

  it.each([...PLAIN, ...HOSTILE])('leaves out white space only: %j', (text) => {
    expectLossless(text, tokenizeSExpressions(text, { unmatched: 'token' }))
  })

  it('leaves out white space only, whatever the text', () => {
    fc.assert(
      fc.property(randomText, (text) =>
        expectLossless(text, tokenizeSExpressions(text, { unmatched: 'token' })),
      ),
    )
  })
})
