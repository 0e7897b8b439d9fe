/**
 * Regions of a word in which the stemmers of Germanic languages look for endings; each is empty at first.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise behind that consonant. R1 then moves
 * back where needed to leave at least three letters before it: nothing is cut from "ute", "a" and "r" from "uteblivar".
 *
 * Source: M. F. Porter, "Regions", https://snowballstem.org/texts/r1r2.html, and the pages of the stemmers
 */
import {
  always,
  cursor,
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

const keepThree = always(sequence(skip(3), cursor('>', 'R1'), mark('R1')))

/** Sets the marks R1 and R2. */
export function markR1R2(vowels: string): Rule {
  const syllable = sequence(past(letter(vowels)), past(notLetter(vowels)))
  return sequence(
    markEnd('R1'),
    markEnd('R2'),
    always(sequence(syllable, mark('R1'), syllable, mark('R2'))),
    keepThree,
  )
}

/** Sets the mark R1; in a word in which `exception` succeeds it begins where that leaves the cursor. */
export function markR1(vowels: string, exception?: Rule): Rule {
  const syllable = sequence(past(letter(vowels)), past(notLetter(vowels)))
  const begin = exception === undefined ? syllable : either(exception, syllable)
  return sequence(markEnd('R1'), always(sequence(begin, mark('R1'))), keepThree)
}
