/**
 * The plural of one English word in small letters, by its tables and the rules of spelling.
 *
 * A word that is plural already is not noticed here: `pluralize` asks first.
 */
import { NOUNS_IN_HARD_CH, NOUNS_IN_SOFT_ARCH } from './lang/en-plural.js'
import { nounTables, type PluralStyle } from './noun-tables.js'
import { once, wordsOf } from './word-list.js'

const spoken = once(() => ({
  hardCh: new Set(wordsOf(NOUNS_IN_HARD_CH)),
  softArch: new Set(wordsOf(NOUNS_IN_SOFT_ARCH)),
}))

/** Ends of nouns that have one form: people of a place, fishes, wares. */
const ONE_FORM_ENDINGS = ['nese', 'mese', 'guese', 'oese', 'ltese', 'alese', 'fish', 'ware', 'wear', 'fowl']

/** Whether `word` is written alike in both numbers. */
export function hasOneForm(word: string): boolean {
  if (nounTables().oneForm.has(word)) return true
  if (!'ehrl'.includes(word.at(-1) ?? ' ')) return false
  return ONE_FORM_ENDINGS.some((ending) => word.length >= ending.length + 2 && word.endsWith(ending))
}

/** Plural of `word`, which is a singular in small letters without spaces. */
export function pluralOfWord(word: string, style: PluralStyle = 'modern'): string {
  const { plurals, compounds, notCompounds } = nounTables()
  const known = (style === 'classical' ? plurals.classical.get(word) : undefined) ?? plurals.modern.get(word)
  if (known !== undefined) return known
  if (hasOneForm(word)) return word
  if (!notCompounds.has(word))
    for (const [singular, plural] of compounds.singular.get(word.slice(-2)) ?? [])
      if (word.length >= singular.length + 2 && word.endsWith(singular))
        return word.slice(0, -singular.length) + plural
  if (word.endsWith('coccus')) return `${word.slice(0, -2)}i`
  if (word.endsWith('zoon')) return `${word.slice(0, -2)}a`
  if (word.endsWith('sis') && word.length > 4) return `${word.slice(0, -2)}es`
  return withEnding(word)
}

/** `word` and -s or -es, as spelling has it. */
export function withEnding(word: string): string {
  const last = word.at(-1)
  const before = word.at(-2)
  if (last === 's' || last === 'x' || last === 'z') return `${word}es`
  if (last === 'h' && (before === 's' || (before === 'c' && !isHardCh(word)))) return `${word}es`
  if (last === 'y' && before !== undefined && endsInConsonantY(word)) return `${word.slice(0, -1)}ies`
  return `${word}s`
}

/** Whether -y changes to -i- before endings: city and soliloquy, but not day. */
export function endsInConsonantY(word: string): boolean {
  const before = word.at(-2)
  return word.endsWith('y') && before !== undefined && (!'aeiou'.includes(before) || word.endsWith('quy'))
}

function isHardCh(word: string): boolean {
  const { hardCh, softArch } = spoken()
  return hardCh.has(word) || (word.endsWith('arch') && !softArch.has(word) && !word.endsWith('search'))
}
