import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writePack } from '../../src/text/pack.js'
import { Punkt } from '../../src/tokenize/punkt.js'
import { abbreviationScore, dunning, type PunktOptions } from '../../src/tokenize/punkt-train.js'
import { punktWords } from '../../src/tokenize/punkt-words.js'
import { tokenizeWhitespace } from '../../src/tokenize/whitespace.js'
import { caught } from '../support/caught.js'
import { corpusText, describeWith } from '../support/resources.js'

const TEXT = [
  'Prof. Ada met Prof. Bell in spring. Then Prof. Cole came, and the three went to Acme Corp. in the town.',
  'They talked. The talk was long, and then Prof. Dunn left. They stayed. He said that Acme Corp. was large.',
  'It was late. They went home. He saw them leave. Prof. Ada slept. The night was short. They met again at noon.',
].join(' ')
const punkt = Punkt.train([TEXT, TEXT, TEXT, TEXT])

function split(model: Punkt, text: string): string[] {
  const ends = [...model.boundaries(text), text.length]
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end).trim())
}

describe('Punkt', () => {
  it('learns abbreviations and sentence starters from plain text', () => {
    expect(punkt.abbreviations).toEqual(new Set(['prof', 'corp']))
    expect([...punkt.starters]).toContain('they')
  })

  it.each<[string, string[]]>([
    ['Here is Prof. Ada. She is well.', ['Here is Prof. Ada.', 'She is well.']],
    ['He works for Acme Corp. They pay well.', ['He works for Acme Corp.', 'They pay well.']],
    ['He works for Acme Corp. and sleeps.', ['He works for Acme Corp. and sleeps.']],
    ['Is it so? Yes! It is.', ['Is it so?', 'Yes!', 'It is.']],
    ['He said: "It is so." Then he left.', ['He said: "It is so."', 'Then he left.']],
    ['(It is so.) Then he left.', ['(It is so.)', 'Then he left.']],
    ['See J. Bell. He knows.', ['See J. Bell.', 'He knows.']],
    ['It cost 3.50 in all. He paid.', ['It cost 3.50 in all.', 'He paid.']],
    ['Well... they went home', ['Well... they went home']],
    ['a heading\n\nThe text', ['a heading', 'The text']],
    ['a line\nof text', ['a line\nof text']],
    ['これはペンです。それはマーカーです。', ['これはペンです。', 'それはマーカーです。']],
    ['', ['']],
    [' \n\n ', ['']],
  ])('splits %j', (text, sentences) => {
    expect(split(punkt, text)).toEqual(sentences)
  })

  it('numbers the sentences of a Doc, however it is tokenised', () => {
    const doc = punkt.split(tokenizeWhitespace('Prof. Ada sat. She read.'))
    expect([...doc.numbers('sentence')]).toEqual([0, 0, 0, 1, 1])
  })

  it('is the same after saving and loading', () => {
    const saved = punkt.save({ licence: 'CC0-1.0' })
    const loaded = Punkt.load(saved)
    expect(loaded.meta.licence).toBe('CC0-1.0')
    expect(loaded.save()).toEqual(saved)
    expect(loaded.abbreviations).toEqual(punkt.abbreviations)
    expect(split(loaded, TEXT)).toEqual(split(punkt, TEXT))
  })

  it('takes words such as constructor and __proto__ for words', () => {
    const odd = Punkt.train(['The constructor. A __proto__. The constructor ran. Then __proto__ ran.'])
    expect(split(odd, 'It is a constructor. It ran.')).toEqual(['It is a constructor.', 'It ran.'])
  })

  it('gives boundaries in order and inside any text', () => {
    const part = fc.constantFrom(
      'a',
      'Prof',
      '.',
      '..',
      '!',
      '?',
      '…',
      '"',
      ')',
      '(',
      ' ',
      '\n',
      '\n\n',
      '1',
      'É',
      '。',
      '😀',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const ends = punkt.boundaries(text)
        expect(ends.every((end, i) => end > (ends[i - 1] ?? 0) && end < text.length)).toBe(true)
        const words = [...punktWords(text)]
        expect(words.every((word, i) => word.end > (words[i - 1]?.end ?? 0))).toBe(true)
      }),
    )
  })

  it('scores as the paper does', () => {
    // SOURCE: computed by hand from the formulas of Kiss & Strunk 2006, section 4.1, and Dunning 1993.
    expect(abbreviationScore('mr', 9, 1, 50, 1000)).toBeCloseTo(
      2 * (9 * Math.log(0.99 / 0.05) + Math.log(0.01 / 0.95)) * Math.exp(-2) * 0.5,
      9,
    )
    expect(dunning(10, 20, 10, 1000)).toBeCloseTo(
      2 * (10 * Math.log(1 / 0.02) + 10 * Math.log(10 / 990 / 0.02) + 980 * Math.log(980 / 990 / 0.98)),
      9,
    )
    expect(dunning(10, 20, 0, 1000)).toBe(0)
  })

  it.each<[string, () => unknown, string]>([
    ['a text that is no string', () => Punkt.train([42 as unknown as string]), 'INPUT_NOT_STRING'],
    ['an unknown option', () => Punkt.train([], { starters: 3 } as PunktOptions), 'OPTION_INVALID'],
    ['a threshold below zero', () => Punkt.train([], { starter: -1 }), 'OPTION_INVALID'],
    ['boundaries of no string', () => punkt.boundaries(undefined as unknown as string), 'INPUT_NOT_STRING'],
    ['a cut file', () => Punkt.load(punkt.save().slice(0, -9)), 'PACK_CHECKSUM'],
    [
      'an empty Pack',
      () => Punkt.load(writePack({ kind: 'punkt', version: 1, meta: {}, columns: {} })),
      'PACK_MALFORMED',
    ],
  ])('refuses %s', (_, action, code) => {
    expect(caught(action).code).toBe(code)
  })
})

describeWith('corpora', 'Punkt on Wikinews', () => {
  it('finds the abbreviations of the news', () => {
    const news = Punkt.train([corpusText('text/wikinews-en-2022-00.txt.gz').slice(0, 400_000)])
    expect([...news.abbreviations]).toEqual(expect.arrayContaining(['u.s', 'corp']))
    expect(split(news, 'He met the head of the U.S. army. It was late.')).toEqual([
      'He met the head of the U.S. army.',
      'It was late.',
    ])
  })
})
