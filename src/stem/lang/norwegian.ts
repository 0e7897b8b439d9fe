/**
 * Norwegian, Bokmål and Nynorsk alike: endings of nouns, adjectives and verbs, then of derived adjectives.
 *
 * R1 begins after the first consonant that follows a vowel, or in a word with an apostrophe after that (pc'en), and
 * leaves three letters before it. All endings must lie in R1; the letters asked for before an ending need not.
 * Words of one or two letters stay as they are.
 *
 * Source: M. F. Porter, "Norwegian stemming algorithm", https://snowballstem.org/algorithms/norwegian/stemmer.html
 */
import {
  always,
  backward,
  either,
  length,
  letter,
  longest,
  not,
  notLetter,
  oneOf,
  past,
  type Rule,
  remove,
  replace,
  select,
  sequence,
} from '../rules.js'
import { germanicR1 } from './germanic-regions.js'

const VOWELS = 'aeêioòóôuyæåø'
const BEFORE_S = 'bcdfghjlmnoptvyz'

/** Rules of the Norwegian stemmer. */
export function norwegian(): Rule {
  // -ers stays in bunkers, kippers, asters, and goes from kvinners, selskapers, andelshavers.
  const notOfStem = either(oneOf('giv hav skap'), not(oneOf('amm ast ind kap kk lt nk omm pp v øst')))

  const inflection = longest(
    {
      'a e ede ande ende ane ene hetene en heten ar er heter': remove,
      'as es edes endes enes hetenes ens hetens ets et het ast': remove,
      ers: sequence(notOfStem, remove),
      s: sequence(
        either(letter(BEFORE_S), sequence('r', not('e')), sequence('k', notLetter(VOWELS))),
        remove,
      ),
      'erte ert': replace('er'),
    },
    { within: 'R1' },
  )
  const neuter = longest({ dt: replace('d'), vt: replace('v') }, { within: 'R1' }) // avmeldt
  const derivation = longest(
    { 'leg eleg ig eig lig elig els lov elov slov hetslov': remove },
    { within: 'R1' },
  )
  const apostrophe = sequence(select("'"), remove)

  return sequence(
    length('>=', 3),
    germanicR1(VOWELS, past("'")),
    backward(sequence(...[inflection, neuter, derivation, apostrophe].map(always))),
  )
}
