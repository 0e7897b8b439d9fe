/**
 * RSLP (removedor de sufixos da língua portuguesa): eight steps, each with a table of endings (rslp-rules.ts).
 *
 * A step takes the longest ending of its table that leaves enough letters and is not an exception. A noun ending
 * that goes saves the word from the step for verbs, and either of them from losing its last vowel. At last all
 * accents go, so that psicólogo and psicologia meet.
 *
 * Source: V. M. Orengo, C. Huyck (2001), "A Stemming Algorithm for the Portuguese Language", SPIRE 2001, 186-193,
 * figure 1
 */
import {
  ahead,
  always,
  atEnd,
  backward,
  either,
  letter,
  longest,
  many,
  not,
  oneOf,
  pass,
  type Rule,
  replace,
  sequence,
  skip,
  to,
  when,
} from '../rules.js'
import {
  RSLP_ADVERB,
  RSLP_AUGMENTATIVE,
  RSLP_FEMININE,
  RSLP_NOUN,
  RSLP_PLURAL,
  RSLP_VERB,
  RSLP_VOWEL,
  type RslpStep,
} from './rslp-rules.js'

const ACCENTS = {
  a: 'áàâãäå',
  c: 'ç',
  e: 'éèêë',
  i: 'íìîï',
  n: 'ñ',
  o: 'óòôõö',
  u: 'úùûü',
  y: 'ýÿ',
}

/** Rules of the RSLP stemmer. */
export function rslp(): Rule {
  const plural = sequence(ahead('s'), reduce(RSLP_PLURAL))
  const feminine = sequence(ahead(letter('aã')), reduce(RSLP_FEMININE))
  const removeAccents = many(
    sequence(
      to(letter(Object.values(ACCENTS).join(''))),
      longest(
        Object.fromEntries(
          Object.entries(ACCENTS).map(([plain, accented]) => [[...accented].join(' '), replace(plain)]),
        ),
      ),
    ),
  )
  return sequence(
    backward(
      sequence(
        always(plural),
        always(feminine),
        always(reduce(RSLP_AUGMENTATIVE)),
        always(reduce(RSLP_ADVERB)),
        always(either(reduce(RSLP_NOUN), reduce(RSLP_VERB), reduce(RSLP_VOWEL))),
      ),
    ),
    removeAccents,
  )
}

/** The rule of one step; fails when no ending of its table may go. */
function reduce({ rules, exceptions }: RslpStep): Rule {
  const table: Record<string, Rule> = {}
  for (const [endings, least, replacement = '', excepted = ''] of rules) {
    for (const ending of endings.split(' ')) {
      const beginnings = excepted
        .split(' ')
        .filter((word) => word.endsWith(ending) && word !== ending)
        .map((word) => word.slice(0, word.length - ending.length))
        .join(' ')
      const exception = sequence(oneOf(beginnings), exceptions === 'words' ? atEnd : pass)
      const enough = ahead(skip(least))
      const condition = beginnings === '' ? enough : sequence(enough, not(exception))
      table[ending] = when(condition, replace(replacement))
    }
  }
  return longest(table)
}
