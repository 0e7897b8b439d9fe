/**
 * Finnish: takes off particles, possessives, one case ending, endings of comparison and the plural, each where it
 * begins in R1 or R2; at last the stem is tidied (long vowels and double consonants become single).
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1. This is the form of Snowball
 * 3.0: the illative -hun and apostrophes before endings (show'hun), which 3.1 added, are not in the vocabulary.
 *
 * Source: M. F. Porter, "Finnish stemming algorithm" (2001), after F. Karlsson, "Finnish: An Essential Grammar"
 * (1999), whose sections the brackets name, https://snowballstem.org/algorithms/finnish/stemmer.html
 */
import {
  ahead,
  always,
  backward,
  close,
  either,
  inside,
  letter,
  limited,
  longest,
  mark,
  markEnd,
  maybe,
  not,
  notLetter,
  number,
  oneOf,
  past,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  set,
  skip,
  to,
  when,
} from '../rules.js'

const VOWELS = 'aeiouyäö'
const CONSONANTS = 'bcdfghjklmnpqrstvwxz'
const DOUBLE_CONSONANTS = [...CONSONANTS].map((one) => one + one).join(' ')
const LONG_VOWELS = 'aa ee ii oo uu ää öö'

/** Rules of the Finnish stemmer. */
export function finnish(): Rule {
  const syllable = sequence(past(letter(VOWELS)), past(notLetter(VOWELS)))
  const regions = sequence(syllable, mark('R1'), syllable, mark('R2'))
  const behind = (rule: Rule) => sequence(rule, remove)

  const particle = longest(
    {
      'kin kaan kään ko kö han hän pa pä': behind(letter(`${VOWELS}nt`)), // [91]
      sti: sequence(inside('R2'), remove), // [87]
    },
    { within: 'R1' },
  )

  // [36]; -ksi is a case ending (taloksi), which -kseni hides.
  const possessive = longest(
    {
      si: behind(not('k')),
      ni: sequence(remove, select('kse'), replace('ksi')),
      'nsa nsä mme nne': remove,
      an: behind(oneOf('ta ssa sta lla lta na')),
      än: behind(oneOf('tä ssä stä llä ltä nä')),
      en: behind(oneOf('lle ine')),
    },
    { within: 'R1' },
  )

  const found = sequence(remove, set('ending', 1))
  const pluralStem = when(oneOf('ai ei ii oi ui äi öi'), found)
  const caseEnding = longest(
    {
      // Illative [43]: the vowel of the stem comes back in the ending (taloon, maahan, huoneeseen).
      han: sequence('a', found),
      hen: sequence('e', found),
      hin: sequence('i', found),
      hon: sequence('o', found),
      hän: sequence('ä', found),
      hön: sequence('ö', found),
      siin: pluralStem,
      seen: when(oneOf(LONG_VOWELS), found),
      n: sequence(maybe(sequence(ahead(oneOf(`${LONG_VOWELS} ie`)), skip(1), close)), found),
      'den tten': pluralStem, // genitive of the plural [34]
      'a ä': sequence(letter(VOWELS), letter(CONSONANTS), found), // partitive [32]
      'tta ttä': sequence('e', found),
      'ta tä': found,
      'ssa ssä sta stä lla llä lta ltä lle': found, // inner and outer local cases [41, 42, 44-46]
      'na nä ksi ine': found, // essive [49], translative [50], comitative [51]
    },
    { within: 'R1' },
  )

  const notPo = behind(not('po'))
  const comparison = longest(
    {
      'mpi mpa mpä mmi mma mmä': notPo, // [85]
      'impi impa impä immi imma immä eja ejä': remove, // [86, 93.1B]
    },
    { within: 'R2' },
  )

  // [26]: oblique forms have i or j, the nominative has t.
  const obliquePlural = longest({ 'i j': remove }, { within: 'R1' })
  const plural = sequence(
    limited('R1', sequence(select('t'), ahead(letter(VOWELS)), remove)),
    longest({ mma: notPo, imma: remove }, { within: 'R2' }),
  )

  const tidyEnd = [
    sequence(ahead(oneOf(LONG_VOWELS)), select(skip(1)), remove),
    sequence(select(letter('aäei')), behind(letter(CONSONANTS))),
    sequence(select('j'), behind(letter('ou'))),
    sequence(select('o'), behind('j')),
  ]
  const singleConsonant = sequence(
    to(notLetter(VOWELS)),
    ahead(oneOf(DOUBLE_CONSONANTS)),
    select(skip(1)),
    remove,
  )
  const tidy = sequence(limited('R1', sequence(...tidyEnd.map(always))), singleConsonant)

  return sequence(
    markEnd('R1'),
    markEnd('R2'),
    always(regions),
    backward(
      sequence(
        always(particle),
        always(possessive),
        always(caseEnding),
        always(comparison),
        either(sequence(number('ending', '=', 1), always(obliquePlural)), always(plural)),
        always(tidy),
      ),
    ),
  )
}
