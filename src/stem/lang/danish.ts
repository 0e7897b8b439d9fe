/**
 * Danish: endings of nouns, adjectives and verbs, then of derived adjectives, then doubled consonants.
 *
 * R1 begins after the first consonant that follows a vowel, or in a word with an apostrophe after that (pc'en), and
 * leaves three letters before it. All endings must lie in R1; the letters asked for before an ending need not.
 * Words of one or two letters stay as they are.
 *
 * Source: M. F. Porter, "Danish stemming algorithm", https://snowballstem.org/algorithms/danish/stemmer.html
 */
import {
  always,
  backward,
  length,
  letter,
  limited,
  longest,
  past,
  type Rule,
  remember,
  remembered,
  remove,
  replace,
  select,
  sequence,
} from '../rules.js'
import { germanicR1 } from './germanic-regions.js'

const VOWELS = 'aeiouyæåø'
const BEFORE_S = "abcdfghjklmnoprtvyzå'"
const DOUBLED = 'bdfgklmnprst'

/** Rules of the Danish stemmer. */
export function danish(): Rule {
  const inflection = longest(
    {
      'hed ethed ered e erede ende erende ene erne ere': remove,
      'en heden eren er heder erer et eret': remove,
      'heds es endes erendes enes ernes eres ens hedens erens ers ets erets': remove,
      s: sequence(letter(BEFORE_S), remove),
    },
    { within: 'R1' },
  )
  const consonantPair = longest(
    { dt: replace('d'), 'gd gt': replace('g'), kt: replace('k') },
    { within: 'R1' },
  )
  const superlative = sequence(select('st'), 'ig', remove)
  const derivation = longest(
    {
      'ig lig elig els': sequence(remove, always(consonantPair)),
      løst: replace('løs'),
    },
    { within: 'R1' },
  )
  // Only the second of the two letters must lie in R1: klass(en) -> klas.
  const undouble = sequence(limited('R1', select(letter(DOUBLED))), remember, remembered, remove)
  const apostrophe = sequence(select("'"), remove)

  return sequence(
    length('>=', 3),
    germanicR1(VOWELS, past("'")),
    backward(
      sequence(...[inflection, consonantPair, superlative, derivation, undouble, apostrophe].map(always)),
    ),
  )
}
