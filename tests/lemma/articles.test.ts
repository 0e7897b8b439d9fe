import { describe, expect, it } from 'vitest'
import { indefiniteArticle, possessive } from '../../src/lemma/index.js'
import { caught } from '../support/caught.js'

describe('the indefinite article', () => {
  it.each([
    [
      'a',
      'dog house unit university European ewe one-off once-over ukulele usual unique UFO US UNESCO UN 7 10 100 1,800 £5 U-turn Yale habit historic useful uranium union one',
    ],
    [
      'an',
      'owl hour honest honor heir herb uninvited unimportant umbrella FBI MP3 X-ray SUV HTML 8 11 18 80 8-year-old 11th 1800 F-16 onerous urban ultimate usher éclair "apple" (apple) NBA LED',
    ],
  ] as const)('is %s before what sounds so', (article, words) => {
    const wrong = words.split(' ').filter((word) => indefiniteArticle(word) !== article)
    expect(wrong).toEqual([])
  })

  it('looks at the first word only', () => {
    expect([
      indefiniteArticle('old unit'),
      indefiniteArticle('unit of ours'),
      indefiniteArticle('FBI agent'),
    ]).toEqual(['an', 'a', 'an'])
  })

  it.each([
    '',
    ' ',
    '-',
    '__proto__',
    'constructor',
    '😀',
    '\ud800',
    "'",
    '…',
    'a'.repeat(100_000),
    '('.repeat(100_000),
  ])('takes any string (row %#)', (text) => expect(['a', 'an']).toContain(indefiniteArticle(text)))

  it('refuses what is no string', () => {
    expect(caught(() => indefiniteArticle(8 as never)).code).toBe('INPUT_NOT_STRING')
  })
})

describe('possessives', () => {
  it.each([
    ['dog', "dog's"],
    ['dogs', "dogs'"],
    ['children', "children's"],
    ['bus', "bus's"],
    ['boss', "boss's"],
    ['James', "James's"],
    ['the Joneses', "the Joneses'"],
    ['mother-in-law', "mother-in-law's"],
    ['runners-up', "runners-up's"],
    ['trousers', "trousers'"],
    ['NASA', "NASA'S"],
    ['CD', "CD's"],
    ['it', 'its'],
    ['Who', 'Whose'],
    ['', ''],
  ])('%s', (noun, expected) => {
    expect(possessive(noun)).toBe(expected)
  })

  it('are classical on request', () => {
    expect([possessive('James', { style: 'classical' }), possessive('boss', { style: 'classical' })]).toEqual(
      ["James'", "boss's"],
    )
    expect(caught(() => possessive('x', { style: 'old' as never })).code).toBe('OPTION_INVALID')
    expect(caught(() => possessive(1 as never)).code).toBe('INPUT_NOT_STRING')
  })
})
