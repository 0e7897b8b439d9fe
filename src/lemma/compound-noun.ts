/**
 * Which part of a compound noun takes the ending: mother-in-law, attorney general, passer-by, court of law.
 *
 * A compound is parts between hyphens and spaces. The head is the part before a small word (of, in, up), the part
 * before a postposed adjective (general, elect), and the last part in all other compounds.
 */
import {
  COMPOUND_LINKS,
  COMPOUNDS_COUNTED_LAST,
  OFFICES_BEFORE_GENERAL,
  POSTPOSED_ADJECTIVES,
} from './lang/en-plural.js'
import { once, wordsOf } from './word-list.js'

const tables = once(() => ({
  links: new Set(wordsOf(COMPOUND_LINKS)),
  countedLast: new Set(wordsOf(COMPOUNDS_COUNTED_LAST)),
  postposed: new Set(wordsOf(POSTPOSED_ADJECTIVES)),
  offices: new Set(wordsOf(OFFICES_BEFORE_GENERAL)),
}))

/** Where the head of a compound stands: half-open, in UTF-16 units. */
export interface CompoundHead {
  readonly start: number
  readonly end: number
}

/** The head of `noun`; `isPlural` says whether heads are plural already. Null where the noun is one part. */
export function compoundHead(noun: string): CompoundHead | null {
  if (!noun.includes(' ') && !noun.includes('-')) return null
  const { links, postposed, offices } = tables()
  const lower = noun.toLowerCase()
  const parts: CompoundHead[] = []
  let start = 0
  for (let i = 0; i <= noun.length; i++) {
    if (i < noun.length && noun[i] !== ' ' && noun[i] !== '-') continue
    if (i > start) parts.push({ start, end: i })
    start = i + 1
  }
  const first = parts[0]
  const last = parts.at(-1)
  if (!first || !last || (parts.length === 1 && first.start === 0 && first.end === noun.length)) return null
  const word = (part: CompoundHead) => lower.slice(part.start, part.end)
  if (parts.length === 1 || isCountedLast(lower.replaceAll(' ', '-'))) return last
  const link = parts.findIndex((part, i) => i > 0 && links.has(word(part)))
  // "runner-up" counts runners; "sit-in" and "close-up" are made of no noun that could.
  if (link === parts.length - 1 && link > 0) return isDoer(word(parts[link - 1]!)) ? parts[link - 1]! : last
  if (link > 0) return parts[link - 1]!
  const before = parts[parts.length - 2]!
  if (postposed.has(word(last))) return before
  if (word(last) === 'general' && offices.has(singularOffice(word(before)))) return before
  return last
}

function isCountedLast(lower: string): boolean {
  const { countedLast } = tables()
  return countedLast.has(lower) || (lower.endsWith('s') && countedLast.has(lower.slice(0, -1)))
}

function singularOffice(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Days off and evenings out. */
const TIMES = new Set([
  'day',
  'night',
  'evening',
  'afternoon',
  'morning',
  'week',
  'weekend',
  'month',
  'year',
  'way',
])

const NOT_DOERS = new Set(['higher', 'over', 'under', 'former', 'upper', 'lower', 'layer'])

function isDoer(word: string): boolean {
  const singular = word.endsWith('s') ? word.slice(0, -1) : word
  if (TIMES.has(singular)) return true
  return singular.length > 4 && singular.endsWith('er') && !NOT_DOERS.has(singular)
}
