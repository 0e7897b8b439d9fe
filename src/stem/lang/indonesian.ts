/**
 * Indonesian: particles, possessives, prefixes and suffixes go, but never from a word with two vowels or less.
 *
 * The number "vowels" stands for syllables: it counts the vowels of the word and goes down with each part removed.
 * Which suffixes may go depends on the prefix that was removed, kept as the number "prefix". A prefix of the second
 * order (per-, ber-, ...) goes last after one of the first order, and only if a suffix went too.
 *
 * Source: F. Z. Tala (2003), "A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia", MSc thesis,
 * University of Amsterdam; read as in https://snowballstem.org/algorithms/indonesian/stemmer.html
 */
import {
  add,
  ahead,
  always,
  backward,
  close,
  either,
  letter,
  longest,
  many,
  maybe,
  not,
  notLetter,
  number,
  past,
  type Rule,
  remove,
  replace,
  sequence,
  set,
} from '../rules.js'

const VOWELS = 'aeiou'

// Values of the number "prefix".
const MENG = 1 // di-, meng-, ter- and what they become before other letters
const PER = 2
const KE = 3 // ke-, peng-
const BER = 4

/** Rules of the Indonesian stemmer. */
export function indonesian(): Rule {
  const vowel = letter(VOWELS)
  const countVowels = many(sequence(past(vowel), add('vowels', 1)))
  const longEnough = number('vowels', '>', 2)
  const removeOne = sequence(remove, add('vowels', -1))

  const particle = longest({ 'kah lah pun': removeOne })
  const possessive = longest({ 'ku mu nya': removeOne })

  const kan = sequence(number('prefix', '!=', KE), number('prefix', '!=', PER), 'k', close)
  const suffix = longest({
    an: sequence(either(kan, number('prefix', '!=', MENG)), removeOne),
    i: sequence(number('prefix', '<=', PER), not('s'), removeOne), // televisi, organisasi keep -si
  })
  const removeSuffix = sequence(longEnough, backward(suffix))

  // A stem that begins with s or p may lose that letter after the prefix (menyapu: sapu): it comes back.
  const removeBeforeS = either(sequence('y', ahead(vowel), close, replace('s')), remove)
  const removeBeforeP = either(sequence(ahead(vowel), replace('p')), remove)
  const prefixed = (prefix: number, rule: Rule) => sequence(set('prefix', prefix), rule)
  const firstOrder = longest(
    {
      'di me meng ter': prefixed(MENG, remove),
      men: prefixed(MENG, removeBeforeS),
      mem: prefixed(MENG, removeBeforeP),
      'ke peng': prefixed(KE, remove),
      pen: prefixed(KE, removeBeforeS),
      pem: prefixed(KE, removeBeforeP),
    },
    { where: add('vowels', -1) },
  )

  const r = sequence('r', close)
  const l = sequence('l', ahead('ajar'), close) // belajar, pelajar
  const secondOrder = longest({
    pe: sequence(either(l, prefixed(PER, maybe(r))), removeOne),
    be: sequence(either(r, l, sequence(notLetter(VOWELS), 'er')), set('prefix', BER), removeOne), // bekerja
  })

  const withFirstOrder = sequence(firstOrder, always(sequence(ahead(removeSuffix), longEnough, secondOrder)))
  const withoutFirstOrder = sequence(always(secondOrder), removeSuffix)
  return sequence(
    always(countVowels),
    longEnough,
    backward(sequence(always(particle), longEnough, always(possessive))),
    longEnough,
    either(withFirstOrder, withoutFirstOrder),
  )
}
