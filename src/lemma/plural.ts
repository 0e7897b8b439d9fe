/**
 * Plurals of English nouns: tables first, then parts of compounds, then the rules of spelling.
 *
 * Conway (1998, "An algorithmic approach to English pluralization") has the order of the steps and the difference
 * between modern and classical plurals; the tables are Wordloom's own.
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import { compoundHead } from './compound-noun.js'
import { SINGULARS_IN_S } from './lang/en-singular.js'
import { isAbbreviation, withCaseOf } from './letter-case.js'
import { namePlural } from './name-rules.js'
import { hasOneForm, pluralOfWord } from './noun-rules.js'
import { nounTables, type PluralStyle } from './noun-tables.js'
import { isPluralWord, ownerOf, possessiveOf, singularPhrase, TITLES } from './singular.js'
import { once, wordsOf } from './word-list.js'

/** Options of {@link pluralize}. */
export interface PluralOptions {
  /**
   * How many there are: with 1 and -1 the singular is given, with any other number the plural.
   * Without a count, the plural.
   */
  readonly count?: bigint | number
  /** `modern` says octopuses and formulas where `classical` says octopi and formulae; both say criteria. */
  readonly style?: PluralStyle
}

/** What {@link pluralize} does when nothing is said: today's plurals. */
export const DEFAULT_PLURAL_OPTIONS = { style: 'modern' } as const satisfies PluralOptions

/**
 * Plural of an English noun or noun phrase, in its own case.
 *
 * A noun that is plural already stays as it is, as do nouns of one form (sheep, trousers, furniture). In compounds
 * the head takes the ending: mothers-in-law, attorneys general. Linear in the length of the noun; the same for the
 * same input everywhere.
 *
 * @throws INPUT_NOT_STRING when `noun` is no string
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { pluralize } from 'wordloom/lemma'
 * console.log(['Child', 'mother-in-law', 'CD', 'Kennedy'].map((noun) => pluralize(noun)).join(', '))
 * // Children, mothers-in-law, CDs, Kennedys
 * console.log(pluralize('octopus'), pluralize('octopus', { style: 'classical' })) // octopuses octopi
 * console.log(`1 ${pluralize('box', { count: 1 })}, 3 ${pluralize('box', { count: 3 })}`) // 1 box, 3 boxes
 * ```
 */
export function pluralize(noun: string, options: PluralOptions = {}): string {
  requireString(noun, 'pluralize(noun)')
  requireOptions(options, { count: null, style: ['modern', 'classical'] }, 'pluralize')
  const { count, style = DEFAULT_PLURAL_OPTIONS.style } = options
  if (count !== undefined && typeof count !== 'number' && typeof count !== 'bigint')
    throw new WordloomError('OPTION_INVALID', {
      message: `pluralize: option count is of type ${typeof count}, expected a number or a bigint.`,
      hint: 'Pass count: 2.',
      details: { option: 'count', value: count },
    })
  return count !== undefined && Number(count) ** 2 === 1 ? singularPhrase(noun) : pluralPhrase(noun, style)
}

/**
 * Whether `noun` can be a plural: dogs, children, sheep, trousers; of a compound, whether its head can.
 *
 * @throws INPUT_NOT_STRING when `noun` is no string
 * @example
 * ```ts
 * import { isPlural } from 'wordloom/lemma'
 * console.log(['dogs', 'bus', 'sheep', 'mothers-in-law'].map(isPlural)) // [ true, false, true, true ]
 * ```
 */
export function isPlural(noun: string): boolean {
  requireString(noun, 'isPlural(noun)')
  return nounParts(noun).some((word) => isPluralWord(word) || hasPluralSense(word))
}

/**
 * Whether `noun` can be a singular: dog, bus, sheep, furniture; of a compound, whether its head can.
 *
 * @throws INPUT_NOT_STRING when `noun` is no string
 * @example
 * ```ts
 * import { isSingular } from 'wordloom/lemma'
 * console.log(['dog', 'bus', 'sheep', 'children'].map(isSingular)) // [ true, true, true, false ]
 * ```
 */
export function isSingular(noun: string): boolean {
  requireString(noun, 'isSingular(noun)')
  return nounParts(noun).some(
    (word) => !isPluralWord(word) && !nounTables().pluralOnly.has(word.toLowerCase()),
  )
}

function nounParts(noun: string): string[] {
  const head = compoundHead(noun)
  const word = head ? noun.slice(head.start, head.end) : noun
  return word === '' ? [] : [word]
}

function hasPluralSense(word: string): boolean {
  const { counted, pluralOnly } = nounTables()
  const lower = word.toLowerCase()
  return counted.has(lower) || pluralOnly.has(lower)
}

function pluralPhrase(noun: string, style: PluralStyle): string {
  const owner = ownerOf(noun)
  return owner === null ? pluralNoun(noun, style) : possessiveOf(pluralNoun(owner, style))
}

function pluralNoun(noun: string, style: PluralStyle): string {
  const lower = noun.toLowerCase()
  if (hasOneForm(lower)) return noun
  const head = compoundHead(noun)
  if (!head) return pluralWord(noun, style)
  const { plurals, singulars } = nounTables()
  const phrase =
    (style === 'classical' ? plurals.classical.get(lower) : undefined) ?? plurals.modern.get(lower)
  if (phrase !== undefined) return withCaseOf(noun, phrase)
  if (singulars.has(lower)) return noun
  const word = noun.slice(head.start, head.end)
  const plural = /^[A-Z]s$/.test(word) ? word : pluralWord(word, style)
  // Men and women doctors: the first noun of these compounds changes with the second.
  const before = noun.slice(0, head.start)
  return (plural === word ? before : withPluralPerson(before)) + plural + noun.slice(head.end)
}

function withPluralPerson(before: string): string {
  const lower = before.toLowerCase()
  return lower === 'woman ' || lower === 'gentleman '
    ? `${before.slice(0, -3)}${before.at(-3) === 'A' ? 'EN' : 'en'} `
    : before
}

function pluralWord(word: string, style: PluralStyle): string {
  const last = word.at(-1)
  if (last === undefined) return word
  if (last === '.') return pluralAbbreviation(word)
  if (last >= '0' && last <= '9') return `${word}s`
  if (!/[\p{L}\p{M}]/u.test(last)) return word
  const lower = word.toLowerCase()
  if (lower.length !== word.length) return `${word}s`
  if (word.length === 1) return word === lower ? `${word}'s` : `${word}s`
  if (isAbbreviation(word) && !nounTables().oneForm.has(lower)) return last === 'S' ? `${word}es` : `${word}s`
  const name = namePlural(word)
  if (name !== null) return name
  if (isPluralWord(word) || isPluralOnly(lower)) return word
  return withCaseOf(word, pluralOfWord(lower, style))
}

/**
 * Whether `word`, which ends in -s and is no plural of another noun, has no plural either: suds, backwoods, herpes.
 * Singulars in -s end in ss, us, is, as or os, but for a few.
 */
function isPluralOnly(word: string): boolean {
  return (
    word.endsWith('s') &&
    !nounTables().plurals.modern.has(word) &&
    !SINGULAR_IN_S.test(word) &&
    !singularsInS().has(word)
  )
}

const SINGULAR_IN_S = /(?:[aiosu]s|^.?.s)$/
const singularsInS = once(() => new Set(wordsOf(SINGULARS_IN_S)))

function pluralAbbreviation(word: string): string {
  const bare = word.slice(0, -1)
  const lower = bare.toLowerCase()
  if (bare.includes('.')) return `${word}s`
  const title = TITLES.find(([singular]) => singular === lower)
  if (title) return withCaseOf(word, `${title[1]}.`)
  return bare === '' || lower === 'etc' || lower.endsWith('s') ? word : `${bare}s.`
}
