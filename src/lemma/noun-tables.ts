/**
 * The tables of English nouns, ready to be asked: singular to plurals and back, by words and by parts of compounds.
 */
import {
  IRREGULAR_NOUNS,
  IRREGULAR_PHRASES,
  NOT_COMPOUNDS,
  NOUN_COMPOUND_ENDINGS,
} from './lang/en-irregular.js'
import {
  FOREIGN_PLURALS,
  MASS_NOUNS,
  NOUNS_IN_OES,
  NOUNS_OF_ONE_FORM,
  NOUNS_PLURAL_ONLY,
  UNITS,
  WORDS_IN_S,
} from './lang/en-plural.js'
import { once, rowsOf, wordsOf } from './word-list.js'

/** How plurals of foreign words are formed: as most people do today, or as in the language they are from. */
export type PluralStyle = 'classical' | 'modern'

/** Singular and plural of the second part of a compound. */
export type Compound = readonly [singular: string, plural: string]

/** What the tables know of nouns, in small letters. */
export interface NounTables {
  /** Plural by singular, a Map for each style. */
  readonly plurals: Readonly<Record<PluralStyle, ReadonlyMap<string, string>>>
  /** Singular by plural, of any style. */
  readonly singulars: ReadonlyMap<string, string>
  /** Nouns whose plural is their singular: sheep, trousers, furniture. */
  readonly oneForm: ReadonlySet<string>
  /** Those of them that are counted: a sheep, two sheep. */
  readonly counted: ReadonlySet<string>
  /** Those that have no singular. */
  readonly pluralOnly: ReadonlySet<string>
  /** Second parts of words written as one (man, men), by the last two letters of their singulars and plurals. */
  readonly compounds: Readonly<Record<'plural' | 'singular', ReadonlyMap<string, readonly Compound[]>>>
  readonly notCompounds: ReadonlySet<string>
}

export const nounTables = once<NounTables>(() => {
  const modern = new Map<string, string>()
  const classical = new Map<string, string>()
  const singulars = new Map<string, string>()
  const add = (singular: string, first: string, others: readonly string[]) => {
    if (!modern.has(singular)) modern.set(singular, first)
    if (others.length > 0 && !classical.has(singular)) classical.set(singular, others.at(-1)!)
    for (const plural of [first, ...others]) if (!singulars.has(plural)) singulars.set(plural, singular)
  }
  for (const [[singular], [first, ...others]] of rowsOf(IRREGULAR_NOUNS) as [
    [string],
    [string, ...string[]],
  ][])
    add(singular, first, others)
  for (const line of IRREGULAR_PHRASES.trim().split('\n')) {
    const [singular, plurals] = line.split(': ') as [string, string]
    const [first, ...others] = plurals.split(', ') as [string, ...string[]]
    add(singular, first, others)
  }
  for (const [from, to, always, formal] of FOREIGN_PLURALS) {
    const foreign = (singular: string) => singular.slice(0, -from.length) + to
    for (const singular of wordsOf(always)) add(singular, foreign(singular), [])
    for (const singular of wordsOf(formal)) {
      if (!classical.has(singular)) classical.set(singular, foreign(singular))
      if (!singulars.has(foreign(singular))) singulars.set(foreign(singular), singular)
    }
  }
  for (const singular of wordsOf(NOUNS_IN_OES)) add(singular, `${singular}es`, [])
  const byPlural = new Map<string, Compound[]>()
  const bySingular = new Map<string, Compound[]>()
  for (const [[one], [many]] of rowsOf(NOUN_COMPOUND_ENDINGS) as [[string], [string]][])
    for (const [map, form] of [
      [bySingular, one],
      [byPlural, many],
    ] as const)
      map.set(form.slice(-2), [...(map.get(form.slice(-2)) ?? []), [one, many]])
  const counted = new Set([...wordsOf(NOUNS_OF_ONE_FORM), ...wordsOf(UNITS)])
  const pluralOnly = new Set(wordsOf(NOUNS_PLURAL_ONLY))
  return {
    plurals: { modern, classical },
    singulars,
    counted,
    pluralOnly,
    oneForm: new Set([...counted, ...pluralOnly, ...wordsOf(MASS_NOUNS), ...wordsOf(WORDS_IN_S)]),
    compounds: { plural: byPlural, singular: bySingular },
    notCompounds: new Set(wordsOf(NOT_COMPOUNDS)),
  }
})
