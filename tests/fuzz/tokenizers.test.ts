/**
 * Seeded fuzzing of every tokenizer: pieces of hostile text, cut and glued anywhere. A tokenizer gives ordered,
 * disjoint, non-empty tokens, and most lose nothing but white space. WORDLOOM_FUZZ sets the texts for each.
 */
import { describe, expect, it } from 'vitest'
import { Random } from '../../src/core/rng.js'
import type { Doc } from '../../src/text/doc.js'
import { isWhitespace } from '../../src/text/unicode.js'
import {
  splitSentences,
  tokenize,
  tokenizeLines,
  tokenizeParagraphs,
  tokenizeRegexp,
  tokenizeUnicode,
  tokenizeWhitespace,
  tokenizeWordPunct,
  UNICODE_LANGUAGES,
} from '../../src/tokenize/index.js'
import { PIECES } from '../support/arbitraries.js'

const TEXTS = Number(process.env.WORDLOOM_FUZZ ?? 1_000)
const every = Object.values(PIECES).flat()

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
  ['lines', (text) => tokenizeLines(text), false],
  ['paragraphs', (text) => tokenizeParagraphs(text), false],
  ['a regular expression', (text) => tokenizeRegexp(text, { pattern: '\\w+|[^\\w\\s]+' }), false],
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
})
