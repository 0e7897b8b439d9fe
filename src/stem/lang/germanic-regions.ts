/**
 * R1 as the stemmers of Germanic languages have it: after the first consonant that follows a vowel, but with three
 * letters before it, so that "ute" keeps its e.
 *
 * Source: M. F. Porter, https://snowballstem.org/texts/r1r2.html, and the pages of the stemmers
 */
import {
  always,
  cursor,
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

/** Moves the mark R1 on where fewer than three letters stand before it. */
export const keepThree: Rule = always(sequence(skip(3), cursor('>', 'R1'), mark('R1')))

/** Sets the mark R1; in words that `exception` passes a part of, R1 begins after that. */
export function germanicR1(vowels: string, exception: Rule = fail): Rule {
  const syllable = sequence(past(letter(vowels)), past(notLetter(vowels)))
  return sequence(markEnd('R1'), always(sequence(either(exception, syllable), mark('R1'))), keepThree)
}
