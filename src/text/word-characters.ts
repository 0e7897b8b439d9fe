/**
 * Which characters make words: Unicode letters, marks, numbers, connector punctuation (the underscore) and the
 * joiners U+200C and U+200D, as UTS #18 defines `\w`. Marks belong to it, so that a word in NFD is one word.
 *
 * One byte a unit of the basic plane, filled where first asked: a table of all would cost 64 ms at import.
 *
 * @see Unicode Technical Standard #18, Annex C
 */
import { isWhitespace, lazyPattern } from './unicode.js'

/** Classes of characters: white space, words, all else. */
export const SPACE_CLASS = 1
export const WORD_CLASS = 2
export const OTHER_CLASS = 3

// Each tests one character: it has nothing to come back to.
const wordCharacter = lazyPattern('^[\\p{Alphabetic}\\p{M}\\p{N}\\p{Pc}\\p{Join_Control}]$')

const table = new Uint8Array(65_536)

/** The class of the character that begins at `i`; a pair of surrogates is one character. */
export function characterClass(text: string, i: number): number {
  const unit = text.charCodeAt(i)
  const known = table[unit]!
  if (known !== 0) return known
  if (unit >= 0xd800 && unit <= 0xdfff) {
    return wordCharacter().test(String.fromCodePoint(text.codePointAt(i)!)) ? WORD_CLASS : OTHER_CLASS
  }
  const made = isWhitespace(unit)
    ? SPACE_CLASS
    : wordCharacter().test(String.fromCharCode(unit))
      ? WORD_CLASS
      : OTHER_CLASS
  table[unit] = made
  return made
}

/** Number of units of the character that begins at `i`: 2 for a pair of surrogates, else 1. */
export function characterLength(text: string, i: number): number {
  const unit = text.charCodeAt(i)
  if (unit < 0xd800 || unit > 0xdbff) return 1
  const next = text.charCodeAt(i + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}
