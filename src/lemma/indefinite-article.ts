/**
 * The indefinite article before an English word or phrase: a or an, by the first sound of its first word.
 *
 * Numerals are read as numbers (an 8-year-old, a 100), abbreviations letter by letter (an FBI agent, a UFO), all else
 * by the beginnings of words.
 */
import { requireString } from '../core/errors.js'
import { BEGINNINGS_WITH_A, BEGINNINGS_WITH_AN, LETTERS_WITH_AN, SPELT_OUT } from './lang/en-articles.js'
import { isAbbreviation, isUpper } from './letter-case.js'
import { once, wordsOf } from './word-list.js'

const tables = once(() => {
  const beginnings = new Map<string, 'a' | 'an'>()
  for (const beginning of wordsOf(BEGINNINGS_WITH_A)) beginnings.set(beginning, 'a')
  for (const beginning of wordsOf(BEGINNINGS_WITH_AN)) beginnings.set(beginning, 'an')
  const longest = Math.max(...[...beginnings.keys()].map((beginning) => beginning.length))
  return { beginnings, longest, spelt: new Set(wordsOf(SPELT_OUT)) }
})

/**
 * The indefinite article before `phrase`: `indefiniteArticle('hour')` is an.
 *
 * Only the first word counts; quotes and brackets before it do not. American speech where the two differ (an herb).
 * The time does not depend on the length of the phrase.
 *
 * @throws INPUT_NOT_STRING when `phrase` is no string
 * @example
 * ```ts
 * import { indefiniteArticle } from 'wordloom/lemma'
 * const phrases = ['dog', 'owl', 'hour', 'unit', 'uninvited guest', 'FBI agent', 'UFO', '8-year-old', '100']
 * console.log(phrases.map((phrase) => `${indefiniteArticle(phrase)} ${phrase}`).join(', '))
 * // a dog, an owl, an hour, a unit, an uninvited guest, an FBI agent, a UFO, an 8-year-old, a 100
 * ```
 */
export function indefiniteArticle(phrase: string): 'a' | 'an' {
  requireString(phrase, 'indefiniteArticle(phrase)')
  const found = /[\p{L}\p{N}][\p{L}\p{N}.,']{0,30}/u.exec(phrase.slice(0, 200))
  if (!found) return 'a'
  const word = found[0]
  const next = phrase[found.index + word.length]
  if (/^[0-9]/.test(word)) return beforeNumeral(word)
  if (isSpelt(word, next)) return LETTERS_WITH_AN.includes(word[0]!.toLowerCase()) ? 'an' : 'a'
  return beforeWord(
    word
      .normalize('NFD')
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase(),
  )
}

function isSpelt(word: string, next: string | undefined): boolean {
  const letters = word.replace(/'s$/, '').replaceAll('.', '')
  const single = letters.length === 1 && (next === undefined || /[\s-]/.test(next) || word.endsWith('.'))
  if (single || /^[A-Z]\d/.test(word) || /^(?:[A-Z]\.){2}/.test(word)) return true
  // CDs and MP3s are as CD and MP3.
  const capitals = /^[A-Z]{2,}/.exec(letters)?.[0] ?? ''
  const rest = letters.slice(capitals.length)
  if (capitals === '' || !/^(?:s|\d.*)?$/.test(rest)) return false
  return isAbbreviation(capitals) || (isUpper(capitals) && tables().spelt.has(capitals.toLowerCase()))
}

function beforeNumeral(word: string): 'a' | 'an' {
  const digits = /^[0-9,]+/.exec(word)![0].replaceAll(',', '')
  if (digits.startsWith('8')) return 'an'
  if (!digits.startsWith('11') && !digits.startsWith('18')) return 'a'
  // Eleven, eleven thousand; and years, in which eighteen hundred is said.
  return digits.length % 3 === 2 || (digits.length === 4 && !word.includes(',')) ? 'an' : 'a'
}

function beforeWord(word: string): 'a' | 'an' {
  const { beginnings, longest } = tables()
  const marked = word.length < longest ? `${word}$` : word
  for (let length = Math.min(longest, marked.length); length > 0; length--) {
    const found = beginnings.get(marked.slice(0, length))
    if (found) return found
  }
  return 'a'
}
