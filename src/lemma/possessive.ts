/** The possessive of English nouns and names: 's, or an apostrophe alone after plurals in -s. */
import { requireOptions, requireString } from '../core/errors.js'
import { isAbbreviation, isCapitalised, isUpper, withCaseOf } from './letter-case.js'
import { nounTables, type PluralStyle } from './noun-tables.js'
import { isPluralWord } from './singular.js'

/** Options of {@link possessive}. */
export interface PossessiveOptions {
  /** `modern` writes James's, `classical` James'. */
  readonly style?: PluralStyle
}

/** What {@link possessive} does when nothing is said: James's. */
export const DEFAULT_POSSESSIVE_OPTIONS = { style: 'modern' } as const satisfies PossessiveOptions

/** Pronouns that have their own. */
const PRONOUNS = new Map([
  ['it', 'its'],
  ['who', 'whose'],
])

/**
 * The possessive of an English noun, name or phrase: dog's, dogs', children's, James's.
 *
 * @throws INPUT_NOT_STRING when `noun` is no string
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { possessive } from 'wordloom/lemma'
 * console.log(['dog', 'dogs', 'children', 'boss', 'James', 'mother-in-law'].map((noun) => possessive(noun)).join(', '))
 * // dog's, dogs', children's, boss's, James's, mother-in-law's
 * ```
 */
export function possessive(noun: string, options: PossessiveOptions = {}): string {
  requireString(noun, 'possessive(noun)')
  requireOptions(options, { style: ['modern', 'classical'] }, 'possessive')
  const { style = DEFAULT_POSSESSIVE_OPTIONS.style } = options
  const pronoun = PRONOUNS.get(noun.toLowerCase())
  if (pronoun !== undefined) return withCaseOf(noun, pronoun)
  const word = noun.slice(Math.max(noun.lastIndexOf(' '), noun.lastIndexOf('-')) + 1)
  if (word === '') return noun
  const lower = word.toLowerCase()
  const plural = isPluralWord(word) || nounTables().pluralOnly.has(lower)
  const bare = lower.endsWith('s') && (plural || (style === 'classical' && isCapitalised(word)))
  return `${noun}'${bare ? '' : isUpper(word) && !isAbbreviation(word) ? 'S' : 's'}`
}
