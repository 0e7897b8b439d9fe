/** The tokenizers without options worth a file of their own: white space, lines, paragraphs, word-punct. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  tokenizeLines,
  tokenizeParagraphs,
  tokenizeWhitespace,
  tokenizeWordPunct,
} from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { expectLossless, expectOrdered } from '../support/check-tokens.js'
import { HOSTILE, PLAIN, randomText } from '../support/texts.js'

const TOKENIZERS = { tokenizeWhitespace, tokenizeLines, tokenizeParagraphs, tokenizeWordPunct }

describe.each(Object.entries(TOKENIZERS))('%s', (_, tokenize) => {
  it.each([...PLAIN, ...HOSTILE])('leaves out white space only: %j', (text) => {
    expectLossless(text, tokenize(text))
  })

  it('leaves out white space only, whatever the text', () => {
    fc.assert(fc.property(randomText, (text) => expectLossless(text, tokenize(text))))
  })

  it('refuses what is no string', () => {
    expect(caught(() => tokenize(undefined as unknown as string)).code).toBe('INPUT_NOT_STRING')
  })
})

describe('tokenizeWhitespace', () => {
  it.each([
    ["I can't.", ['I', "can't."]],
    ['\u00a0a\u3000b\u2028c', ['a', 'b', 'c']],
    ['a\u200bb', ['a\u200bb']],
  ])('splits %j', (text, words) => {
    expect(tokenizeWhitespace(text).words()).toEqual(words)
  })
})

describe('tokenizeLines', () => {
  it.each([
    ['drop', 'a\n\nb\n \n', ['a', 'b']],
    ['keep', 'a\n\nb\n \n', ['a', '\n', 'b', ' ']],
    ['inside', 'a\n\nb\n \n\n', ['a', '\n', 'b']],
    ['keep', '\r\na\r\n', ['\r\n', 'a']],
    ['keep', 'a\r\rb', ['a', '\r', 'b']],
    ['drop', 'a\u2028b\u0085c\u2029d\ve\ff', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['keep', '', []],
    ['inside', '\n\n', []],
    ['drop', ' indented \n', [' indented ']],
  ] as const)('with blank lines %s: %j', (blankLines, text, words) => {
    expect(tokenizeLines(text, { blankLines }).words()).toEqual(words)
  })

  it('keeps order and pairs in every mode', () => {
    fc.assert(
      fc.property(randomText, fc.constantFrom('drop', 'keep', 'inside'), (text, blankLines) =>
        expectOrdered(text, tokenizeLines(text, { blankLines })),
      ),
    )
  })

  it('refuses an unknown way with blank lines', () => {
    expect(caught(() => tokenizeLines('a', { blankLines: 'discard' as 'drop' })).code).toBe('OPTION_INVALID')
  })
})

describe('tokenizeParagraphs', () => {
  it.each([
    ['One\nline.\n \nTwo.\n', ['One\nline.', 'Two.']],
    ['a\r\nb\r\n\r\nc', ['a\r\nb', 'c']],
    ['a\n', ['a']],
    ['a\u2029b', ['a', 'b']],
    ['\n\n', []],
  ])('splits %j', (text, words) => {
    expect(tokenizeParagraphs(text).words()).toEqual(words)
  })
})

describe('tokenizeWordPunct', () => {
  it.each([
    ["Can't pay $3.88?", ['Can', "'", 't', 'pay', '$', '3', '.', '88', '?']],
    ['snake_case...', ['snake_case', '...']],
    ['cafe\u0301!', ['cafe\u0301', '!']],
    ['𝒳𝒴 😀😀', ['𝒳𝒴', '😀😀']],
    ['\ud800a', ['\ud800', 'a']],
  ])('splits %j', (text, words) => {
    expect(tokenizeWordPunct(text).words()).toEqual(words)
  })

  it('gives what the regular expression gives', () => {
    const pattern =
      /[\p{Alphabetic}\p{M}\p{N}\p{Pc}\p{Join_Control}]+|[^\p{Alphabetic}\p{M}\p{N}\p{Pc}\p{Join_Control}\p{White_Space}]+/gu
    fc.assert(
      fc.property(randomText, (text) => {
        expect(tokenizeWordPunct(text).words()).toEqual(text.match(pattern) ?? [])
      }),
    )
  })
})
