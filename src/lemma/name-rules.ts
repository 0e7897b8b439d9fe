/**
 * Proper names in the plural: the Kennedys, both Germanys, the Joneses.
 *
 * Known names only, and only capitalised: City and Company begin sentences as well.
 */
import { NAMES_IN_S, NAMES_IN_S_PLURAL, NAMES_IN_Y } from './lang/en-names.js'
import { isCapitalised, isUpper } from './letter-case.js'
import { once, wordsOf } from './word-list.js'

const tables = once(() => {
  const lower = (list: string) => new Set(wordsOf(list.toLowerCase()))
  return { keep: new Set([...lower(NAMES_IN_Y), ...lower(NAMES_IN_S_PLURAL)]), inS: lower(NAMES_IN_S) }
})

/** Whether `word` is a known name that ends in -s and is no plural: James, Wales. */
export function isNameInS(word: string): boolean {
  return isCapitalised(word) && tables().inS.has(word.toLowerCase())
}

/** Plural of a known name that does not follow the rules of common nouns; null for any other word. */
export function namePlural(word: string): string | null {
  if (!isCapitalised(word)) return null
  const lower = word.toLowerCase()
  const { keep, inS } = tables()
  if (inS.has(lower)) return NO_PLURAL.has(lower) ? word : word + (isUpper(word) ? 'ES' : 'es')
  const irish =
    lower.endsWith('y') && (lower.startsWith("o'") || lower.startsWith('mc')) && !/[aeiou]y$/.test(lower)
  return keep.has(lower) || irish ? word + (isUpper(word) ? 'S' : 's') : null
}

/** Places that are plurals themselves. */
const NO_PLURAL = new Set(
  'aires alps andes angeles bahamas flanders galapagos maldives marseilles moines netherlands philippines seychelles sox mercedes'.split(
    ' ',
  ),
)
