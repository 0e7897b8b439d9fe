/**
 * The Porter stemmer as published in 1980, for comparison with older work; `english` is its successor.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1: the paper's m > 0 and m > 1
 * of what stands before an ending. A consonant y is written Y while the rules run. As in the paper no word is
 * too short to be stemmed, so a lone s leaves nothing.
 *
 * Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), 130-137,
 * https://snowballstem.org/algorithms/porter/stemmer.html
 */
import {
  ahead,
  always,
  backward,
  cursor,
  either,
  insert,
  inside,
  letter,
  longest,
  many,
  mark,
  markEnd,
  not,
  notLetter,
  number,
  oneOf,
  pass,
  past,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  set,
  skip,
} from '../rules.js'

const VOWELS = 'aeiouy'

/** Rules of the Porter stemmer. */
export function porter(): Rule {
  const syllable = sequence(past(letter(VOWELS)), past(notLetter(VOWELS)))
  // The paper's *o: consonant, vowel, and a consonant other than w, x, y (hop, fil; not snow, box, tray).
  const shortSyllable = sequence(notLetter(`${VOWELS}wxY`), letter(VOWELS), notLetter(VOWELS))

  const consonantY = sequence(replace('Y'), set('consonant y', 1))
  const prepare = sequence(
    always(sequence(select('y'), consonantY)),
    always(
      sequence(
        ahead(sequence(skip(1), past('y'))),
        many(sequence(past(sequence(letter(VOWELS), select('y'))), consonantY)),
      ),
    ),
  )
  const restoreY = sequence(number('consonant y', '=', 1), many(sequence(past(select('Y')), replace('y'))))
  const regions = sequence(syllable, mark('R1'), syllable, mark('R2'))

  const step1a = longest({ sses: replace('ss'), ies: replace('i'), ss: pass, s: remove })

  // After -ed or -ing an e comes back (conflated, filing) or a double letter goes (hopping).
  const strip = sequence(
    ahead(past(letter(VOWELS))),
    remove,
    either(
      sequence(ahead(oneOf('at bl iz')), insert('e')),
      sequence(ahead(oneOf('bb dd ff gg mm nn pp rr tt')), select(skip(1)), remove),
      sequence(cursor('=', 'R1'), ahead(shortSyllable), insert('e')),
    ),
  )
  const step1b = longest({ eed: sequence(inside('R1'), replace('ee')), 'ed ing': strip })
  const step1c = sequence(select(letter('yY')), past(letter(VOWELS)), replace('i'))

  const step2 = longest(
    {
      tional: replace('tion'),
      enci: replace('ence'),
      anci: replace('ance'),
      abli: replace('able'),
      entli: replace('ent'),
      eli: replace('e'),
      'izer ization': replace('ize'),
      'ational ation ator': replace('ate'),
      'alism aliti alli': replace('al'),
      fulness: replace('ful'),
      'ousli ousness': replace('ous'),
      'iveness iviti': replace('ive'),
      biliti: replace('ble'),
    },
    { where: inside('R1') },
  )
  const step3 = longest(
    {
      alize: replace('al'),
      'icate iciti ical': replace('ic'),
      'ative ful ness': remove,
    },
    { where: inside('R1') },
  )
  const step4 = longest(
    {
      'al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize': remove,
      ion: sequence(letter('st'), remove),
    },
    { where: inside('R2') },
  )
  const step5a = sequence(
    select('e'),
    either(inside('R2'), sequence(inside('R1'), not(shortSyllable))),
    remove,
  )
  const step5b = sequence(select('l'), inside('R2'), 'l', remove)

  const steps = [step1a, step1b, step1c, step2, step3, step4, step5a, step5b]
  return sequence(
    prepare,
    markEnd('R1'),
    markEnd('R2'),
    always(regions),
    backward(sequence(...steps.map(always))),
    restoreY,
  )
}
