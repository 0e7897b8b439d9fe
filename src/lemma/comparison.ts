/**
 * Comparison of English adjectives and adverbs: -er and -est, more and most.
 *
 * Words of one syllable take endings, and so do words of two in consonant and -y, -le or -ow; all others stand after
 * more and most. Tables hold what goes otherwise.
 */
import { requireString } from '../core/errors.js'
import { COMPARED_WITH_ER, COMPARED_WITH_MORE } from './lang/en-comparison.js'
import { IRREGULAR_COMPARISONS } from './lang/en-irregular.js'
import { isUpper, withCaseOf } from './letter-case.js'
import { endsInConsonantY } from './noun-rules.js'
import { doublesLast, syllables } from './verb-spelling.js'
import { once, rowsOf, wordsOf } from './word-list.js'

const tables = once(() => ({
  irregular: new Map(
    rowsOf(IRREGULAR_COMPARISONS).map(([positive, comparative, superlative]) => [
      positive![0]!,
      [comparative![0]!, superlative![0]!] as const,
    ]),
  ),
  withMore: new Set(wordsOf(COMPARED_WITH_MORE)),
  withEr: new Set(wordsOf(COMPARED_WITH_ER)),
}))

/**
 * The comparative of an English adjective or adverb, in its case: bigger, better, more careful.
 *
 * @throws INPUT_NOT_STRING when `word` is no string
 * @example
 * ```ts
 * import { comparative } from 'wordloom/lemma'
 * console.log(['big', 'happy', 'good', 'careful', 'quickly', 'well-known'].map(comparative).join(', '))
 * // bigger, happier, better, more careful, more quickly, better-known
 * ```
 */
export function comparative(word: string): string {
  requireString(word, 'comparative(word)')
  return compare(word, 0)
}

/**
 * The superlative of an English adjective or adverb, in its case: biggest, best, most careful.
 *
 * @throws INPUT_NOT_STRING when `word` is no string
 * @example
 * ```ts
 * import { superlative } from 'wordloom/lemma'
 * console.log(['big', 'happy', 'good', 'careful', 'soon'].map(superlative).join(', '))
 * // biggest, happiest, best, most careful, soonest
 * ```
 */
export function superlative(word: string): string {
  requireString(word, 'superlative(word)')
  return compare(word, 1)
}

function compare(word: string, degree: 0 | 1): string {
  const lower = word.toLowerCase()
  if (lower.trim() === '' || lower.length !== word.length) return word
  const irregular = tables().irregular.get(lower)
  if (irregular) return withCaseOf(word, irregular[degree])
  const hyphen = lower.indexOf('-')
  const first = hyphen < 0 ? undefined : tables().irregular.get(lower.slice(0, hyphen))
  if (first && FIRST_PARTS.has(lower.slice(0, hyphen)))
    return withCaseOf(word.slice(0, hyphen), first[degree]) + word.slice(hyphen)
  if (takesEnding(lower)) return withCaseOf(word, withErOrEst(lower, degree === 0 ? 'er' : 'est'))
  const more = degree === 0 ? 'more' : 'most'
  return `${isUpper(word) ? more.toUpperCase() : more} ${word}`
}

/** Well-known and far-reaching: the adverb before the hyphen is compared. */
const FIRST_PARTS = new Set(['well', 'good', 'far', 'bad', 'ill'])

function takesEnding(word: string): boolean {
  const { withMore, withEr } = tables()
  if (withMore.has(word)) return false
  if (withEr.has(word)) return true
  if (!/^[a-z']+$/.test(word)) return false
  const count = syllables(word)
  if (count === 1) return !isParticiple(word)
  const bare = word.startsWith('un') ? word.slice(2) : word
  if (bare !== word && withEr.has(bare)) return true
  const short = syllables(bare) === 2
  if (short && (endsInConsonantY(word) || /[^r]ey$/.test(word))) return !word.endsWith('ly')
  if (!short || word.endsWith('able') || word.endsWith('ible')) return false
  return /[bcdfgkptsz]le$/.test(word)
}

// Bored and tired are participles, red and sad are none.
function isParticiple(word: string): boolean {
  return word.endsWith('ed') && word.length > 4 && !'aeiou'.includes(word.at(-3)!)
}

function withErOrEst(word: string, ending: 'er' | 'est'): string {
  if (word.endsWith('e')) return word + ending.slice(1)
  if (endsInConsonantY(word) && (word.length > 3 || !VOWELLESS_IN_Y.has(word)))
    return `${word.slice(0, -1)}i${ending}`
  if (/[^r]ey$/.test(word) && word.length > 4) return `${word.slice(0, -2)}i${ending}`
  return (doublesLast(word, 'american') ? word + word.at(-1)! : word) + ending
}

const VOWELLESS_IN_Y = new Set(['shy', 'sly', 'wry', 'spy', 'coy'])
