import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Doc } from '../../src/text/doc.js'
import { InternTable } from '../../src/text/strings.js'
import { type ExpressionOptions, mergeExpressions, tokenizeWhitespace } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'

const merge = (text: string, expressions: (string | string[])[], rest = {}) =>
  mergeExpressions(tokenizeWhitespace(text), { expressions, ...rest }).words()

describe('mergeExpressions', () => {
  it.each([
    ['a b c d', ['b c'], ['a', 'b c', 'd']],
    ['a b c d', ['a b', 'a b c'], ['a b c', 'd']],
    ['a b x', ['a b c', 'a b'], ['a b', 'x']],
    ['a b x', ['a b c'], ['a', 'b', 'x']],
    ['a a a', ['a a'], ['a a', 'a']],
    ['constructor __proto__', ['constructor __proto__'], ['constructor __proto__']],
    ['constructor x', ['a b'], ['constructor', 'x']],
    ['', ['a b'], []],
  ])('of %j with %j', (text, expressions, words) => {
    expect(merge(text, expressions)).toEqual(words)
  })

  it('takes the text as it stands, white space and all', () => {
    expect(merge('New\n  York', [['New', 'York']])).toEqual(['New\n  York'])
  })

  it('can ignore case', () => {
    expect(merge('new YORK', ['New York'])).toEqual(['new', 'YORK'])
    expect(merge('new YORK', ['New York'], { case: 'ignore' })).toEqual(['new YORK'])
  })

  it('never crosses the end of a sentence', () => {
    const doc = tokenizeWhitespace('a b a b').with({ sentence: Uint32Array.of(0, 1, 1, 1) })
    const merged = mergeExpressions(doc, { expressions: ['a b'] })
    expect(merged.words()).toEqual(['a', 'b', 'a b'])
    expect([...merged.numbers('sentence')]).toEqual([0, 1, 1])
  })

  it('joins norms and lemmas, drops heads, keeps the first of all else', () => {
    const doc = tokenizeWhitespace('in spite of it').with({
      lemma: InternTable.column(['in', 'spite', 'of', 'it']),
      tag: InternTable.column(['IN', 'NN', 'IN', 'PRP']),
      kind: Uint8Array.of(0, 1, 2, 3),
      head: Int32Array.of(0, 0, 0, 0),
    })
    const merged = mergeExpressions(doc, { expressions: ['x', 'in spite of'], separator: '_' })
    expect(Array.from(merged, (token) => token.get('lemma'))).toEqual(['in_spite_of', 'it'])
    expect(Array.from(merged, (token) => token.get('tag'))).toEqual(['IN', 'PRP'])
    expect([...merged.numbers('kind')]).toEqual([0, 3])
    expect([...merged.numbers('expression')]).toEqual([1, -1])
    expect(merged.has('head')).toBe(false)
  })

  it('reads and joins the forms of words that share a surface', () => {
    const columns = { start: Uint32Array.of(0, 2, 3), end: Uint32Array.of(2, 2, 6) }
    const doc = Doc.create('du vin', { ...columns, form: InternTable.column(['de', 'le', '']) })
    const merged = mergeExpressions(doc, { expressions: ['le vin'] })
    expect(Array.from(merged, (token) => [token.text, token.get('form')])).toEqual([
      ['du', 'de'],
      ['vin', 'le vin'],
    ])
  })

  it('leaves a Doc as it was when nothing is found', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (words) => {
        const doc = tokenizeWhitespace(words.join(' '))
        expect(mergeExpressions(doc, { expressions: ['x y'] }).words()).toEqual(words)
        expect(
          mergeExpressions(Doc.create('', { start: new Uint32Array(0), end: new Uint32Array(0) }), {
            expressions: [],
          }).length,
        ).toBe(0)
      }),
    )
  })

  it.each([
    { expressions: [''] },
    { expressions: [[]] },
    { expressions: ['a  b'] },
    { expressions: 'a' },
    {},
  ])('refuses %j', (options) => {
    const doc = tokenizeWhitespace('a')
    expect(caught(() => mergeExpressions(doc, options as ExpressionOptions)).code).toBe('OPTION_INVALID')
  })
})
