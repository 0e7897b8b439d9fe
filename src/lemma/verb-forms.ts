/**
 * The forms of English verbs: irregular ones from a table, with and without prefixes, all others by spelling.
 *
 * A phrase keeps its particles (gave up); a compound is inflected at its end (ice-skated).
 */
import { requireOptions, requireString } from '../core/errors.js'
import {
  FORMS_AND_BASES,
  IRREGULAR_VERBS,
  MODAL_VERBS,
  REGULAR_VERBS,
  VERB_PREFIXES,
} from './lang/en-irregular.js'
import { VERB_PARTICLES, VERBS_HEADED_LAST } from './lang/en-verbs.js'
import { isAbbreviation, withCaseOf } from './letter-case.js'
import { type Variety, withEd, withIng, withS } from './verb-spelling.js'
import { once, rowsOf, wordsOf } from './word-list.js'

/** The five forms of an English verb. */
export interface VerbForms {
  /** go */
  readonly base: string
  /** goes */
  readonly thirdPerson: string
  /** went */
  readonly past: string
  /** gone; empty for modal verbs, which have none. */
  readonly pastParticiple: string
  /** going; empty for modal verbs, which have none. */
  readonly presentParticiple: string
}

/** Options of {@link verbForms}. */
export interface VerbFormsOptions {
  /** `american` says traveled, learned, gotten where `british` says travelled, learnt, got. */
  readonly variety?: Variety
  /** `auxiliary` takes can, will, may and must for modal verbs; `main` for verbs as others: canned, willed. */
  readonly use?: 'auxiliary' | 'main'
}

/** What {@link verbForms} does when nothing is said: American spelling, modal verbs. */
export const DEFAULT_VERB_FORMS_OPTIONS = {
  variety: 'american',
  use: 'auxiliary',
} as const satisfies VerbFormsOptions

type Principal = readonly [base: string, past: string, participle: string]

const tables = once(() => {
  const verbs = new Map<string, Readonly<Record<Variety, Principal>>>()
  const bases = new Map<string, string>()
  const rows = IRREGULAR_VERBS.trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string, string])
  for (const [base, past, participle] of rows) {
    const form = (column: string, variety: Variety) => {
      const [american, british] = column.split('|')
      return (variety === 'british' && british ? british : american!).split('/')[0]!
    }
    const principal = (variety: Variety): Principal => [base, form(past, variety), form(participle, variety)]
    verbs.set(base, { american: principal('american'), british: principal('british') })
  }
  const homographs = new Set(wordsOf(FORMS_AND_BASES))
  for (const [base, ...columns] of rows)
    for (const form of columns.join('/').split(/[/|]/))
      if (!verbs.has(form) && !bases.has(form) && !homographs.has(form)) bases.set(form, base)
  for (const [form, base] of [
    ['is', 'be'],
    ['am', 'be'],
    ['are', 'be'],
    ['has', 'have'],
    ['does', 'do'],
  ] as const)
    bases.set(form, base)
  return {
    verbs,
    bases,
    regular: new Set(wordsOf(REGULAR_VERBS)),
    prefixes: new Set(wordsOf(VERB_PREFIXES)),
    longestPrefix: Math.max(...wordsOf(VERB_PREFIXES).map((prefix) => prefix.length)),
    modals: new Map(rowsOf(MODAL_VERBS).map(([base, past]) => [base![0]!, past![0]!])),
    particles: new Set(wordsOf(VERB_PARTICLES)),
    headedLast: new Set(wordsOf(VERBS_HEADED_LAST)),
  }
})

/**
 * The five forms of an English verb, given its base, in the case of the base.
 *
 * In a phrase the verb is inflected (give up, gave up), in a compound its last part (ice-skate, ice-skated). An
 * irregular form that is no base of another verb (went, taken) stands for its base. Linear in the length of the verb;
 * the same for the same input everywhere.
 *
 * @throws INPUT_NOT_STRING when `verb` is no string
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { verbForms } from 'wordloom/lemma'
 * const { thirdPerson, past, pastParticiple, presentParticiple } = verbForms('overtake')
 * console.log(thirdPerson, past, pastParticiple, presentParticiple) // overtakes overtook overtaken overtaking
 * console.log(verbForms('commit').past, verbForms('visit').past) // committed visited
 * console.log(verbForms('travel').past, verbForms('travel', { variety: 'british' }).past) // traveled travelled
 * ```
 */
export function verbForms(verb: string, options: VerbFormsOptions = {}): VerbForms {
  requireString(verb, 'verbForms(verb)')
  requireOptions(options, { variety: ['american', 'british'], use: ['auxiliary', 'main'] }, 'verbForms')
  const { variety, use } = { ...DEFAULT_VERB_FORMS_OPTIONS, ...options }
  const { start, end } = headOf(verb)
  const head = verb.slice(start, end)
  const lower = head.toLowerCase()
  const forms = lower.length === head.length ? formsOf(lower, variety, use) : formsOf(head, variety, use)
  // DM, DMed; but GO, WENT.
  const spelt = isAbbreviation(head) && !tables().verbs.has(lower)
  const cased = (form: string) =>
    spelt && form.startsWith(lower) ? head + form.slice(lower.length) : withCaseOf(head, form)
  const whole = (form: string) => (form === '' ? '' : verb.slice(0, start) + cased(form) + verb.slice(end))
  return {
    base: whole(forms.base),
    thirdPerson: whole(forms.thirdPerson),
    past: whole(forms.past),
    pastParticiple: whole(forms.pastParticiple),
    presentParticiple: whole(forms.presentParticiple),
  }
}

/** Past of a modal verb, undefined for other verbs; `verb` in small letters. */
export function modalPast(verb: string): string | undefined {
  return tables().modals.get(verb)
}

function formsOf(word: string, variety: Variety, use: 'auxiliary' | 'main'): VerbForms {
  const modal = use === 'auxiliary' ? modalPast(word) : undefined
  if (modal !== undefined)
    return { base: word, thirdPerson: word, past: modal, pastParticiple: '', presentParticiple: '' }
  const base =
    word === 'was' || word === 'were' || word === 'been' || word === 'being'
      ? 'be'
      : (tables().bases.get(word) ?? word)
  if (base === 'be')
    return { base, thirdPerson: 'is', past: 'was', pastParticiple: 'been', presentParticiple: 'being' }
  const irregular = irregularForms(base, variety)
  const regular = () => withEd(base, variety)
  return {
    base,
    thirdPerson: base === 'have' ? 'has' : withS(base),
    past: irregular?.[1] ?? regular(),
    pastParticiple: irregular?.[2] ?? regular(),
    presentParticiple: irregular
      ? irregularIng(irregular[0], base, variety)
      : base === ''
        ? ''
        : withIng(base, variety),
  }
}

// Overrun doubles its last letter because run does.
function irregularIng(irregular: string, base: string, variety: Variety): string {
  return base.slice(0, base.length - irregular.length) + withIng(irregular, variety)
}

/** Base without its prefix, past and participle with it; undefined for regular verbs. */
function irregularForms(word: string, variety: Variety): Principal | undefined {
  const { verbs, regular, prefixes, longestPrefix } = tables()
  const whole = verbs.get(word)?.[variety]
  if (whole || regular.has(word)) return whole
  for (let length = Math.min(longestPrefix, word.length - 2); length >= 2; length--) {
    const rest = verbs.get(word.slice(length))?.[variety]
    const prefix = word.slice(0, length)
    if (rest && prefixes.has(prefix)) return [rest[0], prefix + rest[1], prefix + rest[2]]
  }
  return undefined
}

/** Where the part of `verb` stands that takes the endings. */
function headOf(verb: string): { start: number; end: number } {
  const { particles, headedLast } = tables()
  const length = verb.length
  let start = 0
  while (start < length && verb[start] === ' ') start++
  const space = verb.indexOf(' ', start)
  const end = space < 0 ? length : space
  const first = verb.slice(start, end).toLowerCase()
  const rest = verb.slice(end).trim()
  if (rest !== '' && !rest.includes(' ') && headedLast.has(first) && !particles.has(rest.toLowerCase())) {
    const at = verb.indexOf(rest, end)
    return { start: at, end: at + rest.length }
  }
  const hyphen = verb.lastIndexOf('-', end - 1)
  if (hyphen <= start || hyphen === end - 1) return { start, end }
  const last = verb.slice(hyphen + 1, end).toLowerCase()
  return particles.has(last) ? { start, end: verb.indexOf('-', start) } : { start: hyphen + 1, end }
}
