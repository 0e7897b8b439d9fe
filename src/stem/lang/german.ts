/**
 * German: umlauts and ß are written alike however they are spelt (ä, ae), then endings go in three rounds.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1; R1 leaves three letters before
 * it. u and y between vowels are consonants and written U and Y while the rules run.
 *
 * Source: M. F. Porter, "German stemming algorithm", https://snowballstem.org/algorithms/german/stemmer.html
 */
import {
  add,
  ahead,
  always,
  atEnd,
  backward,
  inside,
  letter,
  longest,
  many,
  maybe,
  not,
  number,
  oneOf,
  pass,
  past,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  skip,
  to,
} from '../rules.js'
import { keepThree } from './germanic-regions.js'
import { suffixRegions } from './regions.js'

const VOWELS = 'aeiouyäöü'
const BEFORE_S = 'bdfghklmnrt'
const BEFORE_ST = 'bdfghklmnt'
const BEFORE_ET = 'dfgklmnrstUzä'

// After these -et is part of the word: Internet, Planet, Ticket, Vertret(er), untergeordnet(er).
const KEEPS_ET = 'geordn intern plan tick tr'

/** Rules of the German stemmer. */
export function german(): Rule {
  const beforeVowel = ahead(letter(VOWELS))
  const consonants = sequence(
    ahead(past(letter('uy'))), // half of the words have neither
    many(
      sequence(
        past(letter(VOWELS)),
        maybe(longest({ u: sequence(beforeVowel, replace('U')), y: sequence(beforeVowel, replace('Y')) })),
      ),
    ),
  )
  // A change of length moves the rest of the word: 64 of them are enough for words, and keep the time linear.
  const enough = sequence(add('changes', 1), number('changes', '<', 64))
  const spellings = many(
    sequence(
      to(letter('aoquß')),
      longest({
        ß: sequence(replace('ss'), enough),
        ae: sequence(replace('ä'), enough),
        oe: sequence(replace('ö'), enough),
        ue: sequence(replace('ü'), enough),
        'qu a o q u': pass, // Quelle keeps its ue
      }),
    ),
  )
  const withoutMarks = many(
    sequence(
      to(letter('UYäöü')),
      longest({ U: replace('u'), Y: replace('y'), ä: replace('a'), ö: replace('o'), ü: replace('u') }),
    ),
  )

  const inflection = longest(
    {
      em: sequence(not('syst'), remove),
      'er ern erin erinnen': remove,
      'e en es': sequence(remove, maybe(sequence(select('s'), 'nis', remove))), // Ereignisse
      s: sequence(letter(BEFORE_S), remove),
      'ln lns': replace('l'),
    },
    { where: inside('R1') },
  )
  const comparison = longest(
    {
      'en er est': remove,
      st: sequence(letter(BEFORE_ST), skip(3), remove),
      et: sequence(ahead(letter(BEFORE_ET)), not(oneOf(KEEPS_ET)), remove),
    },
    { where: inside('R1') },
  )
  const derivation = longest(
    {
      'end ung': sequence(remove, maybe(sequence(select('ig'), not('e'), inside('R2'), remove))),
      'ig ik isch': sequence(not('e'), remove),
      'lich heit': sequence(remove, maybe(sequence(select(oneOf('er en')), inside('R1'), remove))),
      keit: sequence(remove, maybe(longest({ 'lich ig': remove }, { where: inside('R2') }))),
    },
    { where: inside('R2') },
  )
  // What is left is a name: Andrea's, Einstein'sche.
  const apostrophe = longest({ "' 's 'sch": sequence(skip(1), not(atEnd), remove) })

  return sequence(
    always(consonants),
    always(spellings),
    suffixRegions(VOWELS),
    keepThree,
    backward(sequence(...[inflection, comparison, derivation, apostrophe].map(always))),
    withoutMarks,
  )
}
