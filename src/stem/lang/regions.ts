/**
 * Regions of a word in which endings are looked for, each from its mark to the end of the word.
 *
 * R1 begins after the first consonant that follows a vowel, and R2 likewise within R1. RV, of Romance languages,
 * mostly begins earlier: after the next vowel where the second letter is a consonant, after the next consonant
 * where the first two letters are vowels, else after the third letter. A region that does not begin is empty.
 *
 * Source: M. F. Porter, https://snowballstem.org/texts/r1r2.html, https://snowballstem.org/algorithms/romance.html
 */
import {
  always,
  either,
  fail,
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
export function suffixRegions(vowels: string): Rule {
  const syllable = sequence(past(letter(vowels)), past(notLetter(vowels)))
  return sequence(markEnd('R1'), markEnd('R2'), always(sequence(syllable, mark('R1'), syllable, mark('R2'))))
}

/** Sets the marks RV, R1 and R2; in words that begin with what `exception` passes, RV begins after that. */
export function romanceRegions(vowels: string, exception: Rule = fail): Rule {
  const vowel = letter(vowels)
  const consonant = notLetter(vowels)
  const beginning = either(
    exception,
    sequence(skip(1), consonant, past(vowel)),
    sequence(vowel, vowel, past(consonant)),
    sequence(consonant, vowel, skip(1)),
  )
  return sequence(markEnd('RV'), always(sequence(beginning, mark('RV'))), suffixRegions(vowels))
}
