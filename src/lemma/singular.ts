/**
 * Singulars of English nouns: tables first, then parts of compounds, then rules by the end of the word.
 *
 * Whether -s is an ending at all (dogs, but not bus), and what stood before it (houses, buses, analyses), cannot be
 * told by spelling alone: rules learned from the nouns of Open English WordNet decide (lang/en-noun-endings.ts).
 */
import { requireString } from '../core/errors.js'
import { compoundHead } from './compound-noun.js'
import { NOUN_ENDINGS } from './lang/en-noun-endings.js'
import { ABBREVIATIONS_IN_S, NOT_PLURALS, PLURALS_OF_TWO } from './lang/en-singular.js'
import { isCapitalised, isUpper, isVowelless, withCaseOf } from './letter-case.js'
import { isNameInS } from './name-rules.js'
import { hasOneForm } from './noun-rules.js'
import { nounTables } from './noun-tables.js'
import { SuffixRules } from './suffix-rules.js'
import { once, rowsOf, wordsOf } from './word-list.js'

const tables = once(() => ({
  endings: new SuffixRules(NOUN_ENDINGS),
  abbreviations: new Set(wordsOf(ABBREVIATIONS_IN_S)),
  notPlurals: new Set(wordsOf(NOT_PLURALS)),
  ofTwo: new Map(rowsOf(PLURALS_OF_TWO).map(([plural, singular]) => [plural![0]!, singular![0]!])),
}))

/**
 * Singular of an English noun or noun phrase, in its own case.
 *
 * A singular stays as it is (bus, news), as do nouns of one form (sheep) and those that have no singular (trousers).
 * In compounds the head changes: mothers-in-law, attorneys general. Linear in the length of the noun; the same for
 * the same input everywhere.
 *
 * @throws INPUT_NOT_STRING when `noun` is no string
 * @example
 * ```ts
 * import { singularize } from 'wordloom/lemma'
 * console.log(['Children', 'buses', 'houses', 'analyses', 'passers-by'].map(singularize).join(', '))
 * // Child, bus, house, analysis, passer-by
 * ```
 */
export function singularize(noun: string): string {
  requireString(noun, 'singularize(noun)')
  return singularPhrase(noun)
}

/** The noun of a possessive: dog of dog's and dogs of dogs'; null where `noun` is none. */
export function ownerOf(noun: string): string | null {
  const last = noun.at(-1)
  if (last === "'" || last === '’')
    return /[sS]$/.test(noun.slice(-2, -1)) && noun.length > 2 ? noun.slice(0, -1) : null
  const mark = noun.at(-2)
  if ((last !== 's' && last !== 'S') || (mark !== "'" && mark !== '’') || noun.length < 4) return null
  const word = noun.slice(Math.max(noun.lastIndexOf(' '), noun.lastIndexOf('-')) + 1)
  return word.length <= 8 && SHORT_PLURAL.test(word) ? null : noun.slice(0, -2)
}

/** The possessive of a noun that was changed. */
export function possessiveOf(noun: string): string {
  return isPluralWord(noun) && /[sS]$/.test(noun) ? `${noun}'` : `${noun}'${isUpper(noun) ? 'S' : 's'}`
}

/** Singular of `noun`, which is known to be a string. */
export function singularPhrase(noun: string): string {
  const owner = ownerOf(noun)
  return owner === null ? singularNoun(noun) : possessiveOf(singularNoun(owner))
}

function singularNoun(noun: string): string {
  const lower = noun.toLowerCase()
  const phrase = lower.includes(' ') || lower.includes('-') ? nounTables().singulars.get(lower) : undefined
  if (phrase !== undefined) return withCaseOf(noun, phrase)
  if (hasOneForm(lower)) return noun
  const head = compoundHead(noun)
  if (!head) return singularWord(noun)
  const word = noun.slice(head.start, head.end)
  // Vitamin As; As alone is more often another word.
  const singular = /^[A-Z]s$/.test(word) && head.start > 0 ? word.charAt(0) : singularWord(word)
  const before = noun.slice(0, head.start)
  return (singular === word ? before : withSingularPerson(before)) + singular + noun.slice(head.end)
}

function withSingularPerson(before: string): string {
  const lower = before.toLowerCase()
  return lower === 'women ' || lower === 'gentlemen '
    ? `${before.slice(0, -3)}${before.at(-3) === 'E' ? 'AN' : 'an'} `
    : before
}

/** Whether `word`, one word, is a plural whose singular is another. */
export function isPluralWord(word: string): boolean {
  return singularWord(word) !== word
}

/** What is written with an apostrophe in the plural: NGO's, AK47's, 1990's, p's. */
const SHORT_PLURAL = /^(?:[A-Z0-9]{1,6}|[a-z])['’]s$/

/** Singular of one word without spaces. */
export function singularWord(word: string): string {
  if (word.length <= 8 && SHORT_PLURAL.test(word)) return word.slice(0, -2)
  const lower = word.toLowerCase()
  if (lower.length !== word.length) return word
  if (word.endsWith('s') && /[0-9]/.test(word.at(-2) ?? '')) return word.slice(0, -1)
  if (/^[A-Z]s$/.test(word)) return word === 'As' || word === 'Is' || word === 'Us' ? word : word.charAt(0)
  if (lower.length < 3) return word
  if (lower.endsWith('.')) return singularAbbreviation(word, lower.slice(0, -1))
  if (isNameInS(word)) return word
  if (lower.endsWith('es') && isNameInS(word.slice(0, -2))) return word.slice(0, -2)
  if (isCapitalised(word) && /[^aeiou]ys$/.test(lower)) return word.slice(0, -1)
  if (/[A-Z]S$/.test(word) && (word.length < 4 || !isUpper(word))) return word
  if (lower.endsWith('s') && isUpper(word) && (tables().abbreviations.has(lower) || isVowelless(lower)))
    return word
  if (word.endsWith('s') && isUpper(word.slice(0, -1)) && word.length < 7) return abbreviationSingular(word)
  return withCaseOf(word, singularOfWord(lower))
}

/** Titles that are written with a full stop. */
export const TITLES = [
  ['mr', 'messrs'],
  ['mrs', 'mmes'],
] as const

function singularAbbreviation(word: string, lower: string): string {
  const title = TITLES.find(([, plural]) => plural === lower)
  if (title) return withCaseOf(word, `${title[0]}.`)
  return lower.length > 2 && lower.endsWith('s') && lower !== 'mrs' ? `${word.slice(0, -2)}.` : word
}

function abbreviationSingular(word: string): string {
  return word.endsWith('Ses') ? word.slice(0, -2) : word.slice(0, -1)
}

/** Singular of `word`, which is one word in small letters. */
export function singularOfWord(word: string): string {
  const { plurals, singulars } = nounTables()
  const { endings, notPlurals, ofTwo } = tables()
  if (notPlurals.has(word) || hasOneForm(word)) return word
  const known = ofTwo.get(word) ?? singulars.get(word)
  if (known !== undefined) return known
  if (plurals.modern.has(word)) return word
  const foreign = singularByPart(word)
  if (foreign !== null) return foreign
  if (!word.endsWith('s')) return word
  switch (endings.classOf(word)) {
    case 'S':
      return word.slice(0, -1)
    case 'E':
      return word.slice(0, -2)
    case 'Y':
      return `${word.slice(0, -3)}y`
    case 'I':
      return `${word.slice(0, -2)}is`
    case 'F':
      return `${word.slice(0, -3)}f`
    default:
      return word
  }
}

/** Parts of compounds and foreign endings that no list of words holds. */
function singularByPart(word: string): string | null {
  for (const [singular, plural] of nounTables().compounds.plural.get(word.slice(-2)) ?? [])
    if (word.length >= plural.length + 2 && word.endsWith(plural))
      return word.slice(0, -plural.length) + singular
  if (word.endsWith('cocci')) return `${word.slice(0, -1)}us`
  if (word.endsWith('zoa')) return `${word.slice(0, -1)}on`
  if (word.endsWith('eaux')) return word.slice(0, -1)
  if (word.endsWith('ae') && word.length > 4) return word.slice(0, -1)
  return null
}
