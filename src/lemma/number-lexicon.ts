/**
 * Words of English numbers for reading: what each may do in a number, and the tokens of a text.
 *
 * Cardinals, ordinals (third) and denominators (thirds) of every word are made from the tables that numbers are
 * written with, so that both ways agree.
 */
import { SCALES, SMALL_NUMBERS, TENS } from './lang/en-numbers.js'
import { ordinalOf } from './number-words.js'
import { once, wordsOf } from './word-list.js'

/** What a word is in a number. */
export type NumberKind =
  | 'and'
  | 'article'
  | 'half'
  | 'hundred'
  | 'negative'
  | 'numeral'
  | 'of'
  | 'oh'
  | 'point'
  | 'positive'
  | 'quarter'
  | 'scale'
  | 'score'
  | 'small'
  | 'teen'
  | 'tens'
  | 'unknown'

/** How a word of a number ends: five, fifth, fifths. */
export type NumberForm = 'cardinal' | 'denominator' | 'ordinal'

/** A word of a number. */
export interface NumberWord {
  readonly kind: NumberKind
  readonly form: NumberForm
  /** Of numerals, the digits before the point. */
  readonly value: bigint
  /** Of numerals, the digits after the point. */
  readonly fraction: string
}

/** A word of a number in its text. */
export interface NumberToken extends NumberWord {
  readonly text: string
  /** In UTF-16 units. */
  readonly start: number
}

const word = (kind: NumberKind, value = 0n, form: NumberForm = 'cardinal'): NumberWord => ({
  kind,
  form,
  value,
  fraction: '',
})

const lexicon = once(() => {
  const words = new Map<string, NumberWord>()
  const add = (text: string, kind: NumberKind, value: bigint) => {
    words.set(text, word(kind, value))
    const ordinal = ordinalOf(text)
    words.set(ordinal, word(kind, value, 'ordinal'))
    words.set(`${ordinal}s`, word(kind, value, 'denominator'))
  }
  for (const [i, text] of wordsOf(SMALL_NUMBERS).entries()) add(text, i < 10 ? 'small' : 'teen', BigInt(i))
  for (const [i, text] of wordsOf(TENS).entries()) add(text, 'tens', BigInt(20 + 10 * i))
  for (const [i, text] of wordsOf(SCALES).entries()) add(text, 'scale', 1000n ** BigInt(i + 1))
  add('hundred', 'hundred', 100n)
  for (const [text, value] of [
    ['lakh', 100_000n],
    ['crore', 10_000_000n],
  ] as const)
    words.set(text, word('scale', value))
  for (const text of ['nought', 'naught', 'nil']) words.set(text, word('small'))
  for (const text of ['oh', 'o']) words.set(text, word('oh'))
  words.set('dozen', word('score', 12n))
  words.set('score', word('score', 20n))
  for (const text of ['half', 'halve']) words.set(text, word('half', 2n, 'ordinal'))
  words.set('halves', word('half', 2n, 'denominator'))
  words.set('quarter', word('quarter', 4n, 'ordinal'))
  words.set('quarters', word('quarter', 4n, 'denominator'))
  for (const text of ['a', 'an']) words.set(text, word('article', 1n))
  for (const [text, kind] of [
    ['and', 'and'],
    ['of', 'of'],
    ['point', 'point'],
    ['minus', 'negative'],
    ['negative', 'negative'],
    ['plus', 'positive'],
    ['positive', 'positive'],
  ] as const)
    words.set(text, word(kind))
  return words
})

const UNKNOWN = word('unknown')

/** More words than any number has: 66 digits and 1000 after the point. */
const MAX_TOKENS = 4000

/** The words of `text`, as many as a number may have; white space, hyphens and commas part them. */
export function numberTokens(text: string): NumberToken[] {
  const tokens: NumberToken[] = []
  const lower = text.toLowerCase()
  // Where small letters are longer than capitals, offsets are those of the text only without them.
  const source = lower.length === text.length ? lower : text
  for (let i = 0; i < source.length && tokens.length < MAX_TOKENS; ) {
    const letter = source[i]!
    const sign = (letter === '-' || letter === '\u2212') && tokens.length === 0 && isDigit(source[i + 1])
    if (!sign && SEPARATORS.test(letter)) {
      i++
      continue
    }
    let end = i + 1
    const inWord = isDigit(letter) || (letter === '.' && isDigit(source[end])) ? NUMERAL_LETTER : WORD_LETTER
    if (!sign && inWord.test(letter)) while (end < source.length && inWord.test(source[end]!)) end++
    const found = source.slice(i, end)
    tokens.push({
      ...(sign ? word('negative') : (lexicon().get(found) ?? numeral(found) ?? UNKNOWN)),
      text: text.slice(i, end),
      start: i,
    })
    i = end
  }
  return tokens
}

const SEPARATORS = /[\s,\u2010\u2011-]/
const WORD_LETTER = /[a-z]/
const NUMERAL_LETTER = /[0-9.,a-z]/

const isDigit = (letter: string | undefined) => letter !== undefined && letter >= '0' && letter <= '9'

/** 1,234 and 2.5 and 21st; the comma after a numeral is none of it. */
function numeral(text: string): NumberWord | undefined {
  const parts = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?(st|nd|rd|th)?,?$/.exec(text)
  if (!parts || text.length > 200) return undefined
  const ordinal = parts[3] !== undefined && parts[2] === undefined
  if (parts[3] !== undefined && !ordinal) return undefined
  const value = BigInt((parts[1] ?? '0').replaceAll(',', ''))
  return { kind: 'numeral', form: ordinal ? 'ordinal' : 'cardinal', value, fraction: parts[2] ?? '' }
}
