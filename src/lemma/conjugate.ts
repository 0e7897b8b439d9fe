/**
 * English verb phrases: tense, aspect, voice, person, number and negation of one verb.
 *
 * The chain of auxiliaries is will, have, be (progressive), be (passive), verb; each decides the form of the next,
 * and the first carries tense, agreement and negation, for which `do` stands in where there is none.
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import { withCaseOf } from './letter-case.js'
import { modalPast, type VerbForms, verbForms } from './verb-forms.js'
import type { Variety } from './verb-spelling.js'

/** Options of {@link conjugate}. */
export interface ConjugateOptions {
  readonly tense?: 'future' | 'past' | 'present'
  /** Who speaks (first), who is spoken to (second), or anyone else. */
  readonly person?: 'first' | 'second' | 'third'
  readonly number?: 'plural' | 'singular'
  /** goes, is going, has gone, has been going. */
  readonly aspect?: 'perfect' | 'perfect-progressive' | 'progressive' | 'simple'
  /** writes, is written. */
  readonly voice?: 'active' | 'passive'
  /** goes, does not go. */
  readonly polarity?: 'affirmative' | 'negative'
  /** American or British spelling and participles. */
  readonly variety?: Variety
}

/** What {@link conjugate} does when nothing is said: the third person singular of the present. */
export const DEFAULT_CONJUGATE_OPTIONS = {
  tense: 'present',
  person: 'third',
  number: 'singular',
  aspect: 'simple',
  voice: 'active',
  polarity: 'affirmative',
  variety: 'american',
} as const satisfies ConjugateOptions

const ALLOWED = {
  tense: ['present', 'past', 'future'],
  person: ['first', 'second', 'third'],
  number: ['singular', 'plural'],
  aspect: ['simple', 'progressive', 'perfect', 'perfect-progressive'],
  voice: ['active', 'passive'],
  polarity: ['affirmative', 'negative'],
  variety: ['american', 'british'],
} as const

const BE = verbForms('be')
const HAVE = verbForms('have')

/**
 * An English verb in the tense, aspect, voice, person, number and polarity asked for, given its base.
 *
 * @throws INPUT_NOT_STRING when `verb` is no string
 * @throws OPTION_INVALID when an option is unknown or out of range, or asks a modal verb for a form it has not
 * @example
 * ```ts
 * import { conjugate } from 'wordloom/lemma'
 * console.log(conjugate('be', { person: 'first' }), conjugate('be', { tense: 'past', number: 'plural' })) // am were
 * console.log(conjugate('write', { tense: 'past', polarity: 'negative' })) // did not write
 * console.log(conjugate('write', { aspect: 'perfect', voice: 'passive', number: 'plural' })) // have been written
 * ```
 */
export function conjugate(verb: string, options: ConjugateOptions = {}): string {
  requireString(verb, 'conjugate(verb)')
  requireOptions(options, ALLOWED, 'conjugate')
  const settings = { ...DEFAULT_CONJUGATE_OPTIONS, ...options }
  const { tense, aspect, voice, polarity, variety } = settings
  const forms = verbForms(verb, { variety })
  const not = polarity === 'negative'
  if (modalPast(forms.base.toLowerCase()) !== undefined) return modal(verb, forms, settings)
  const chain: VerbForms[] = []
  if (aspect === 'perfect' || aspect === 'perfect-progressive') chain.push(HAVE)
  if (aspect === 'progressive' || aspect === 'perfect-progressive') chain.push(BE)
  if (voice === 'passive') chain.push(BE)
  chain.push(forms)
  // What each auxiliary asks of the word after it.
  const words = chain.map((word, i) => {
    const before = chain[i - 1]
    if (before === undefined) return ''
    if (before === HAVE) return word.pastParticiple
    const progressive = aspect.endsWith('progressive') && i === (chain[0] === HAVE ? 2 : 1)
    return progressive ? word.presentParticiple : word.pastParticiple
  })
  const first = chain[0]!
  const lead: string[] = []
  if (tense === 'future') lead.push('will', ...(not ? ['not'] : []), first.base)
  else {
    const support = not && chain.length === 1 && first.base.toLowerCase() !== 'be'
    const finite = support ? agree(verbForms('do'), settings) : agree(first, settings)
    lead.push(finite, ...(not ? ['not'] : []), ...(support ? [first.base] : []))
  }
  return [...lead, ...words.slice(1)].join(' ')
}

type Settings = { readonly [K in keyof ConjugateOptions]-?: NonNullable<ConjugateOptions[K]> }

/** The finite form of a verb that agrees with person and number. */
function agree(forms: VerbForms, { tense, person, number }: Settings): string {
  const singular = number === 'singular'
  if (forms.base.toLowerCase() === 'be') {
    const first = person === 'first' && singular
    const third = person === 'third' && singular
    const form = tense === 'past' ? (first || third ? 'was' : 'were') : first ? 'am' : third ? 'is' : 'are'
    return withCaseOf(forms.base, form)
  }
  if (tense === 'past') return forms.past
  return person === 'third' && singular ? forms.thirdPerson : forms.base
}

function modal(verb: string, forms: VerbForms, { tense, aspect, voice, polarity }: Settings): string {
  if (tense === 'future' || aspect !== 'simple' || voice !== 'active')
    throw new WordloomError('OPTION_INVALID', {
      message: `conjugate: the modal verb '${verb}' has present and past only, got tense ${tense}, aspect ${aspect}, voice ${voice}.`,
      hint: "Ask for the form of the verb that it stands before: conjugate('go', { tense: 'future' }).",
      details: { option: tense === 'future' ? 'tense' : aspect === 'simple' ? 'voice' : 'aspect', verb },
    })
  const form = tense === 'past' ? forms.past : forms.base
  if (polarity === 'affirmative') return form
  return form.toLowerCase() === 'can' ? `${form}not` : `${form} not`
}
