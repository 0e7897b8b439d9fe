/**
 * Lemmas that depend on the words around: `her` (she, or the possessive), `'s` and `'d` as auxiliaries, and adjectives
 * that begin a name (New York). Only for words whose parts of speech are known.
 */

/** How a lemmatizer sees the words of a text. */
export interface Context {
  readonly length: number
  /** The form of word `i`. */
  form(i: number): string
  /** UPOS of word `i`; something else where it is not known. */
  upos(i: number): string
}

const TITLE = /^\p{Lu}\p{Ll}+$/u
const AFTER_POSSESSIVE: ReadonlySet<string> = new Set(['NOUN', 'ADJ', 'NUM', 'PROPN'])
const BETWEEN: ReadonlySet<string> = new Set(['ADV', 'PART', 'INTJ'])
const PERFECT: ReadonlySet<string> = new Set(['been', 'got', 'had', 'gone', 'become'])

/** Adjectives that stand before names without being part of them. */
const BEFORE_NAMES: ReadonlySet<string> = new Set('dear fellow former late many more most'.split(' '))

/** Whether an adjective keeps its capital because it begins a name: the word after it is one. */
export function keepsCapital(form: string, upos: string, nextForm: string, nextUpos: string): boolean {
  return (
    upos === 'ADJ' &&
    nextUpos === 'PROPN' &&
    startsWithCapital(nextForm) &&
    TITLE.test(form) &&
    !BEFORE_NAMES.has(form.toLowerCase())
  )
}

/** Whether the lemma of a form and tag may depend on its context. */
export function dependsOnContext(form: string, upos: string): boolean {
  if (upos === 'ADJ') return startsWithCapital(form)
  if (upos === 'PRON') return form.length === 3 && form.toLowerCase() === 'her'
  return upos === 'AUX' && /^['’]?[sd]$/iu.test(form)
}

/**
 * The lemma of word `i` where its context decides, else undefined. `lemma` gives that of a word alone.
 */
export function lemmaInContext(
  context: Context,
  i: number,
  lemma: (form: string, upos: string) => string,
): string | undefined {
  const form = context.form(i)
  const upos = context.upos(i)
  if (upos === 'ADJ') {
    const next = i + 1
    return next < context.length && keepsCapital(form, upos, context.form(next), context.upos(next))
      ? form
      : undefined
  }
  if (upos === 'PRON') {
    return i + 1 < context.length && AFTER_POSSESSIVE.has(context.upos(i + 1)) ? 'her' : 'she'
  }
  let next = i + 1
  while (next < context.length && next < i + 4 && BETWEEN.has(context.upos(next))) next++
  if (next >= context.length) return undefined
  const verb = context.form(next).toLowerCase()
  const isVerb = context.upos(next) === 'VERB' || context.upos(next) === 'AUX'
  if (form.toLowerCase().endsWith('s')) return isVerb && PERFECT.has(verb) ? 'have' : undefined
  return isVerb && lemma(verb, context.upos(next)) !== verb ? 'have' : undefined
}

function startsWithCapital(form: string): boolean {
  return /^\p{Lu}/u.test(form)
}
