/**
 * Regions of a word in which the stemmers of Romance languages look for endings; each is empty at first.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1. RV begins a little earlier, and
 * leaves of every word so much that its root can be told.
 *
 * Source: M. F. Porter, "Romance language stemmers" and "Regions", https://snowballstem.org/algorithms/romance.html
 */
import {
  always,
  either,
  letter,
  mark,
  markEnd,
  notLetter,
  past,
  type Rule,
  sequence,
  skip,
} from '../rules.js'

/** Sets the marks R1 and R2. */
export function markR1R2(vowels: string): Rule {
  const syllable = sequence(past(letter(vowels)), past(notLetter(vowels)))
  return sequence(markEnd('R1'), markEnd('R2'), always(sequence(syllable, mark('R1'), syllable, mark('R2'))))
}

/**
 * Sets the mark RV: where the second letter is a consonant, after the next vowel; where the first two are vowels,
 * after the next consonant; else after the third letter. Words that `exception` passes have RV after it.
 */
export function markRV(vowels: string, exception?: Rule): Rule {
  const vowel = letter(vowels)
  const consonant = notLetter(vowels)
  return sequence(
    markEnd('RV'),
    always(
      sequence(
        either(
          ...(exception === undefined ? [] : [exception]),
          sequence(skip(1), consonant, past(vowel)),
          sequence(vowel, vowel, past(consonant)),
          sequence(consonant, vowel, skip(1)),
        ),
        mark('RV'),
      ),
    ),
  )
}
