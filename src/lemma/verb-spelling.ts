/**
 * How English spells the endings -s, -ed, -ing, -er, -est: letters that double, -e that goes, -y that becomes -i-.
 *
 * A last consonant doubles after one stressed vowel letter (commit, committed; visit, visited). Stress is not to be
 * seen in writing: words of one syllable have it, longer ones are listed. British English doubles -l unstressed, too.
 */
import {
  DOUBLING_VERBS,
  NEVER_DOUBLING,
  NOT_DOUBLING_VERBS,
  VERBS_IN_OS,
  VERBS_KEEPING_E,
} from './lang/en-verbs.js'
import { endsInConsonantY, withEnding } from './noun-rules.js'
import { once, wordsOf } from './word-list.js'

/** Which English: American (traveled, gotten) or British (travelled, got). */
export type Variety = 'american' | 'british'

const tables = once(() => ({
  doubling: new Set(wordsOf(DOUBLING_VERBS)),
  notDoubling: new Set([...wordsOf(NOT_DOUBLING_VERBS), ...wordsOf(NEVER_DOUBLING)]),
  keepingE: new Set(wordsOf(VERBS_KEEPING_E)),
  inOs: new Set(wordsOf(VERBS_IN_OS)),
}))

const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiou'.includes(letter)

/** Number of groups of vowel letters; u after q is none, final -e after a consonant is none. */
export function syllables(word: string): number {
  let count = 0
  let inGroup = false
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!
    const vowel =
      (isVowel(letter) && !(letter === 'u' && word[i - 1] === 'q')) ||
      (letter === 'y' && i > 0 && !isVowel(word[i + 1]))
    if (vowel && !inGroup) count++
    inGroup = vowel
  }
  if (count > 1 && /[gq]ue$/.test(word)) return count - 1
  return count > 1 && word.endsWith('e') && !isVowel(word.at(-2)) && !/[^aeiou]le$/.test(word)
    ? count - 1
    : count
}

/** Whether `word` ends in one vowel letter and one consonant that can be doubled. */
function endsInShortSyllable(word: string): boolean {
  const last = word.at(-1)
  const vowel = word.at(-2)
  const before = word.at(-3)
  if (last === undefined || isVowel(last) || !(last >= 'a' && last <= 'z') || 'hwxy'.includes(last))
    return false
  if (vowel === 'y') return before !== undefined && !isVowel(before) && last !== 's'
  if (!isVowel(vowel)) return false
  return !isVowel(before) || (before === 'u' && word.at(-4) === 'q')
}

const PREFIXES = 're un out over under up de dis mis pre non fore counter cross back'.split(' ')

/** Whether the last consonant of `word` is doubled before -ed and -ing. */
export function doublesLast(word: string, variety: Variety): boolean {
  const { doubling, notDoubling } = tables()
  if (notDoubling.has(word)) return false
  if (doubling.has(word)) return true
  if (word.endsWith('l') && variety === 'british' && isVowel(word.at(-2)))
    return endsInShortSyllable(word) || /(?:uel|ial|ual|iel)$/.test(word)
  if (!endsInShortSyllable(word)) return false
  if (syllables(word) === 1) return true
  return PREFIXES.some((prefix) => {
    const rest = word.slice(prefix.length)
    return word.startsWith(prefix) && rest.length > 2 && syllables(rest) === 1 && ONSET.test(rest)
  })
}

/** What a word may begin with, so that re-map is a compound and ren-der is none. */
const ONSET =
  /^(?:[bcdfghjklmnprstvwyz]|[bcfgps]l|[bcdfgpt]r|s[chkmnptw]|[tdg]w|qu|ch|sh|th|wh|wr|kn|scr|str|spl|spr|thr|shr|squ)[aeiou]/

/** `verb` with -ed: walked, hoped, tried, committed. */
export function withEd(verb: string, variety: Variety): string {
  if (verb.endsWith('e')) return `${verb}d`
  if (endsInConsonantY(verb)) return `${verb.slice(0, -1)}ied`
  return `${stem(verb, variety)}ed`
}

/** `verb` with -ing: walking, hoping, lying, committing. */
export function withIng(verb: string, variety: Variety): string {
  if (verb.endsWith('ie') && verb.length > 2) return `${verb.slice(0, -2)}ying`
  const before = verb.at(-2)
  if (
    verb.endsWith('e') &&
    verb.length > 2 &&
    before !== 'e' &&
    before !== 'o' &&
    before !== 'y' &&
    !tables().keepingE.has(verb)
  )
    return `${verb.slice(0, -1)}ing`
  return `${stem(verb, variety)}ing`
}

/** The third person of `verb`: walks, tries, goes. */
export function withS(verb: string): string {
  const last = verb.at(-1)
  if (last === 'o' && verb.length > 1 && !isVowel(verb.at(-2)) && !tables().inOs.has(verb)) return `${verb}es`
  if ((last === 's' || last === 'z') && isVowel(verb.at(-2)) && doublesLast(verb, 'american'))
    return `${verb}${last}es`
  return withEnding(verb)
}

function stem(verb: string, variety: Variety): string {
  if (/(?:[aeiou]ic|ivouac|hellac)$/.test(verb) || (verb.endsWith('ic') && syllables(verb) > 1))
    return `${verb}k`
  return doublesLast(verb, variety) ? verb + verb.at(-1)! : verb
}
