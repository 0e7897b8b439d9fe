import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Doc } from '../../src/text/doc.js'
import { Punkt } from '../../src/tokenize/punkt.js'
import { sentencesAt } from '../../src/tokenize/sentence-offsets.js'
import { ruleBoundaries } from '../../src/tokenize/sentence-rules.js'
import { type SentenceOptions, splitSentences } from '../../src/tokenize/sentences.js'
import { tokenizeWhitespace } from '../../src/tokenize/whitespace.js'
import { tokenizeWordPunct } from '../../src/tokenize/word-punct.js'
import { caught } from '../support/caught.js'
import { corpusText, describeWith } from '../support/resources.js'

interface GoldenRule {
  readonly language: string
  readonly number: number
  readonly text: string
  readonly sentences: readonly string[]
}

/** Rules that are not kept on purpose, with the reason. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  'ar 1': 'a colon ends no sentence',
  'ar 4': 'a colon ends no sentence',
  'ar 5': 'a comma ends no sentence',
  'el 1': 'a small letter after a full stop continues the sentence more often than not',
}

function split(text: string, options: SentenceOptions): string[] {
  return [...splitSentences(tokenizeWordPunct(text), options).sentences()].map(String)
}

const spaceless = (text: string) => text.replace(/\s+/g, '')

describe('splitSentences by rules', () => {
  it.each<[string, string, string[]]>([
    [
      'de',
      'Er kam am 3. Mai. Sie blieb bis 12. Dann ging sie.',
      ['Er kam am 3. Mai.', 'Sie blieb bis 12.', 'Dann ging sie.'],
    ],
    ['de', 'Das ist z. B. Dr. Braun. Ja!', ['Das ist z. B. Dr. Braun.', 'Ja!']],
    ['fr', 'M. Dupont arrive… Où ? Ici !', ['M. Dupont arrive…', 'Où ?', 'Ici !']],
    ['ru', 'Он жил в 19 в. и умер. Это было давно.', ['Он жил в 19 в. и умер.', 'Это было давно.']],
    ['zh', '你好。你叫什么名字？他说「很好。」了。', ['你好。', '你叫什么名字？', '他说「很好。」了。']],
    ['ja', '値は３．２です。はい。', ['値は３．２です。', 'はい。']],
    ['hi', 'यह एक है। यह दो है।', ['यह एक है।', 'यह दो है।']],
    ['pt-BR', 'O Sr. Silva veio. A dra. Ana saiu.', ['O Sr. Silva veio.', 'A dra. Ana saiu.']],
    ['xx', 'A B. Smith. Cd ef. Gh', ['A B. Smith.', 'Cd ef.', 'Gh']],
    ['es', 'un título\n\nUna línea\nde texto', ['un título', 'Una línea\nde texto']],
    ['es', 'uno\r\n\r\ndos\u2029tres', ['uno', 'dos', 'tres']],
  ])('%s: %j', (lang, text, sentences) => {
    expect(split(text, { lang })).toEqual(sentences)
  })

  it('gives boundaries in order and inside any text', () => {
    const part = fc.constantFrom(
      'a',
      'Dr',
      '.',
      '...',
      '!',
      '。',
      '」',
      '"',
      ')',
      ' ',
      '\n',
      '\r\n',
      '\n\n',
      '12',
      'É',
      '😀',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const ends = ruleBoundaries(text, 'de')
        expect(ends.every((end, i) => end > (ends[i - 1] ?? 0) && end < text.length)).toBe(true)
      }),
    )
  })

  it('numbers sentences from 0 without holes', () => {
    const doc = tokenizeWhitespace('a b c d')
    expect([...sentencesAt(doc, [1, 2, 3, 5])]).toEqual([0, 1, 2, 3])
    expect([...sentencesAt(doc, [0, 3, 3])]).toEqual([0, 0, 1, 1])
    expect([...sentencesAt(doc, [])]).toEqual([0, 0, 0, 0])
  })
})

describe('splitSentences', () => {
  it('takes a model of the caller', () => {
    const doc = splitSentences(tokenizeWhitespace('One. Two.'), { model: Punkt.train([]) })
    expect([...doc.numbers('sentence')]).toEqual([0, 1])
  })

  it('takes Docs that come with their tokens, and empty ones', () => {
    const doc = splitSentences(tokenizeWhitespace('It rained all day . We stayed at home .'))
    expect([...doc.sentences()].map(String)).toEqual(['It rained all day .', 'We stayed at home .'])
    expect(splitSentences(tokenizeWhitespace(' ')).has('sentence')).toBe(true)
  })

  it('always ends sentences at blank lines', () => {
    const doc = Doc.create('a\n \nb', { start: Uint32Array.of(0, 4), end: Uint32Array.of(1, 5) })
    expect([...splitSentences(doc).numbers('sentence')]).toEqual([0, 1])
  })

  it.each<[string, object]>([
    ['an unknown option', { language: 'en' }],
    ['a language that is no string', { lang: 7 }],
    ['a language that is no code', { lang: 'deutsch, bitte' }],
  ])('refuses %s', (_, options) => {
    expect(caught(() => splitSentences(tokenizeWhitespace('a'), options as SentenceOptions)).code).toBe(
      'OPTION_INVALID',
    )
  })
})

describeWith('corpora', 'golden rules of languages without a model', () => {
  const rules = (JSON.parse(corpusText('sentences/golden_rules.json')) as GoldenRule[]).filter(
    ({ language }) => language !== 'en',
  )
  it.each(rules.map((rule) => [`${rule.language} ${rule.number}`, rule] as const))('%s', (name, rule) => {
    const kept = split(rule.text, { lang: rule.language }).map(spaceless)
    if (name in NOT_KEPT) expect(kept).not.toEqual(rule.sentences.map(spaceless))
    else expect(kept).toEqual(rule.sentences.map(spaceless))
  })
})
