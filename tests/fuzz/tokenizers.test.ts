/**
 * Seeded fuzzing of every tokenizer: pieces of hostile text, cut and glued anywhere. A tokenizer gives ordered,
 * disjoint, non-empty tokens, and most lose nothing but white space. WORDLOOM_FUZZ sets the texts for each.
 */
import { describe, expect, it } from 'vitest'
import { WordloomError } from '../../src/core/errors.js'
import { Random } from '../../src/core/rng.js'
import type { Doc } from '../../src/text/doc.js'
import { isWhitespace } from '../../src/text/unicode.js'
import {
  detokenize,
  mergeExpressions,
  splitSentences,
  tokenize,
  tokenizeLines,
  tokenizeParagraphs,
  tokenizeRegexp,
  tokenizeSExpressions,
  tokenizeTweet,
  tokenizeUnicode,
  tokenizeWhitespace,
  tokenizeWordPunct,
  UNICODE_LANGUAGES,
} from '../../src/tokenize/index.js'
import { PIECES } from '../support/arbitraries.js'

const TEXTS = Number(process.env.WORDLOOM_FUZZ ?? 1_000)
const every = Object.values(PIECES).flat()

const EXPRESSIONS = ['the Chat', ['1', ',', '000'], ['(', ')'], ['.', '.'], "can ' t"]

const TOKENIZERS: readonly (readonly [name: string, tokenize: (text: string) => Doc, lossless: boolean])[] = [
  ['English', (text) => tokenize(text), true],
  ['English, contractions whole', (text) => tokenize(text, { split: 'none' }), true],
  ['English sentences', (text) => splitSentences(tokenize(text)), true],
  ['no language', (text) => tokenizeUnicode(text), true],
  ...UNICODE_LANGUAGES.map(
    (lang) => [`language ${lang}`, (text: string) => tokenizeUnicode(text, { lang }), true] as const,
  ),
  ['white space', (text) => tokenizeWhitespace(text), true],
  ['words and punctuation', (text) => tokenizeWordPunct(text), true],
  ['lines', (text) => tokenizeLines(text), true],
  ['lines, blank ones too', (text) => tokenizeLines(text, { blankLines: 'keep' }), true],
  ['paragraphs', (text) => tokenizeParagraphs(text), true],
  ['a regular expression', (text) => tokenizeRegexp(text, { pattern: '\\w+|[^\\w\\s]+' }), true],
  ['gaps', (text) => tokenizeRegexp(text, { pattern: '(?<![,.])\\s+', matches: 'gaps' }), true],
  ['tweets', (text) => tokenizeTweet(text), true],
  ['tweets, normalised', (text) => tokenizeTweet(text, { case: 'lower', lengthening: 'reduce' }), true],
  ['tweets without handles', (text) => tokenizeTweet(text, { handles: 'strip' }), false],
  ['S-expressions', (text) => tokenizeSExpressions(text, { unmatched: 'token' }), true],
  ['expressions', (text) => mergeExpressions(tokenizeWordPunct(text), { expressions: EXPRESSIONS }), true],
]

/** Up to 24 pieces: whole, cut anywhere, or any unit at all. */
function roughText(random: Random): string {
  let text = ''
  for (let n = random.below(24); n > 0; n--) {
    const piece = every[random.below(every.length)]!
    const how = random.below(8)
    if (how < 5) text += piece
    else if (how < 7) text += piece.slice(random.below(piece.length), 1 + random.below(piece.length))
    else text += String.fromCharCode(random.below(0x10000))
    if (random.below(3) === 0) text += ' '
  }
  return text
}

function fault(text: string, doc: Doc, lossless: boolean): string {
  const inSpace = (from: number, to: number) => {
    for (let i = from; i < to; i++) if (!isWhitespace(text.charCodeAt(i))) return false
    return true
  }
  let last = 0
  for (let i = 0; i < doc.length; i++) {
    const [start, end] = [doc.start[i]!, doc.end[i]!]
    if (start < last || end <= start || end > text.length)
      return `token ${i} is [${start}, ${end}) after ${last}`
    if (lossless && !inSpace(last, start)) return `text lost before token ${i}`
    last = end
  }
  return lossless && !inSpace(last, text.length) ? 'text lost at the end' : ''
}

describe('tokenizers on hostile text', () => {
  it.each(TOKENIZERS)(`%s: ${TEXTS} texts`, { timeout: 3_600_000 }, (_name, split, lossless) => {
    const random = new Random(7)
    for (let n = 0; n < TEXTS; n++) {
      const text = roughText(random)
      const found = fault(text, split(text), lossless)
      if (found !== '') expect.fail(`text ${n}, ${JSON.stringify(text)}: ${found}`)
    }
  })

  it(`any pattern: ${TEXTS} texts`, { timeout: 3_600_000 }, () => {
    const random = new Random(7)
    const parts = [
      '(',
      ')',
      '(?:',
      '[',
      ']',
      '^',
      '$',
      '*',
      '+',
      '?',
      '{2}',
      '|',
      '\\w',
      '\\b',
      '\\',
      '(?=',
      '(?<!',
      'a',
      '.',
    ]
    let refused = 0
    for (let n = 0; n < TEXTS; n++) {
      let pattern = ''
      for (let length = random.below(8); length > 0; length--) {
        pattern += random.below(6) > 0 ? parts[random.below(parts.length)]! : roughText(random).slice(0, 3)
      }
      const text = roughText(random)
      try {
        const found = fault(text, tokenizeRegexp(text, { pattern }), false)
        if (found !== '') expect.fail(`${JSON.stringify(pattern)} on ${JSON.stringify(text)}: ${found}`)
      } catch (error) {
        if (!(error instanceof WordloomError) || !error.code.startsWith('PATTERN_')) throw error
        refused++
      }
    }
    expect(refused).toBeLessThan(TEXTS)
  })

  it(`the detokenizer, on ${TEXTS} texts`, { timeout: 3_600_000 }, () => {
    const random = new Random(7)
    for (let n = 0; n < TEXTS; n++) {
      const words = tokenizeTweet(roughText(random)).words()
      const text = detokenize(words, { treebankMarks: 'keep' })
      if (text.replaceAll(' ', '') !== words.join('').replaceAll(' ', '')) expect.fail(JSON.stringify(words))
    }
  })
})
