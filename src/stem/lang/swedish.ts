/**
 * Swedish: endings of nouns, adjectives and verbs, then what they leave of neuter and adverb forms.
 *
 * R1 begins after the first consonant that follows a vowel, and leaves three letters before it. All endings must
 * lie in R1; the letters asked for before an ending need not.
 *
 * Source: M. F. Porter, "Swedish stemming algorithm", https://snowballstem.org/algorithms/swedish/stemmer.html
 */
import {
  ahead,
  always,
  atEnd,
  backward,
  close,
  either,
  letter,
  longest,
  not,
  notLetter,
  oneOf,
  type Rule,
  remove,
  replace,
  sequence,
} from '../rules.js'
import { germanicR1 } from './germanic-regions.js'

const VOWELS = 'aeiouyäåö'
const BEFORE_S = 'bcdfghjklmnoprtvy'
const BEFORE_OST = 'iklnprtuv'

// After these -et is no article: nyhet, varietet, kapacitet, komet, paket.
const KEEPS_ET = 'h iet uit fab cit dit alit ilit mit nit pit rit sit tit ivit kvit xit kom rak pak stak'

/** Rules of the Swedish stemmer. */
export function swedish(): Rule {
  // -et is the article in huset; what it leaves must end with some letter, a vowel and a consonant.
  const beforeArticle = sequence(
    ahead(sequence(notLetter(VOWELS), letter(VOWELS), not(atEnd))),
    not(oneOf(KEEPS_ET)),
  )

  const inflection = longest(
    {
      'a arna erna heterna orna ad e ade ande arne are aste': remove,
      'en anden aren heten ern ar er heter or': remove,
      'as arnas ernas ornas es ades andes ens arens hetens erns at andet het ast': remove,
      et: sequence(beforeArticle, remove),
      s: sequence(either(sequence('et', beforeArticle, close), letter(BEFORE_S)), remove),
    },
    { within: 'R1' },
  )

  // friskt -> frisk, inrätt -> inrät
  const doubled = longest(
    { 'dd dt': replace('d'), 'gd gt': replace('g'), kt: replace('k'), nn: replace('n'), tt: replace('t') },
    { within: 'R1' },
  )

  const derivation = longest(
    {
      'lig ig els': remove,
      öst: sequence(letter(BEFORE_OST), replace('ös')),
      fullt: replace('full'),
    },
    { within: 'R1' },
  )

  return sequence(germanicR1(VOWELS), backward(sequence(...[inflection, doubled, derivation].map(always))))
}
