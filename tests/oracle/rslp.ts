/**
 * The plain twin of RSLP: walks the tables word by word, as the paper tells it.
 */
import {
  RSLP_ADVERB,
  RSLP_AUGMENTATIVE,
  RSLP_FEMININE,
  RSLP_NOUN,
  RSLP_PLURAL,
  RSLP_VERB,
  RSLP_VOWEL,
  type RslpStep,
} from '../../src/stem/lang/rslp-rules.js'

/** A step as one list of endings, the longest first. */
function sorted({ rules, exceptions: kind }: RslpStep) {
  return rules
    .flatMap(([endings, least, replacement = '', exceptions = '']) =>
      endings.split(' ').map((ending) => ({
        ending,
        least,
        replacement,
        kind,
        exceptions: exceptions === '' ? [] : exceptions.split(' '),
      })),
    )
    .sort((a, b) => b.ending.length - a.ending.length)
}

type Step = ReturnType<typeof sorted>

const PLURAL = sorted(RSLP_PLURAL)
const FEMININE = sorted(RSLP_FEMININE)
const AUGMENTATIVE = sorted(RSLP_AUGMENTATIVE)
const ADVERB = sorted(RSLP_ADVERB)
const NOUN = sorted(RSLP_NOUN)
const VERB = sorted(RSLP_VERB)
const VOWEL = sorted(RSLP_VOWEL)

function reduce(word: string, step: Step): string {
  const found = step.find(
    ({ ending, least, kind, exceptions }) =>
      word.endsWith(ending) &&
      word.length - ending.length >= least &&
      !exceptions.some((text) => (kind === 'words' ? text === word : word.endsWith(text))),
  )
  return found ? word.slice(0, word.length - found.ending.length) + found.replacement : word
}

/** The stem of `word`, which is in lower case. */
export function rslpStem(word: string): string {
  const singular = word.endsWith('s') ? reduce(word, PLURAL) : word
  const masculine = /[aã]$/.test(singular) ? reduce(singular, FEMININE) : singular
  const plain = reduce(reduce(masculine, AUGMENTATIVE), ADVERB)
  let stem = reduce(plain, NOUN)
  if (stem === plain) stem = reduce(plain, VERB)
  if (stem === plain) stem = reduce(plain, VOWEL)
  return stem.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
}
