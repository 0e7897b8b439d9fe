/**
 * Russian: takes one ending off a word, of a gerund, adjective, participle, verb or noun, then what is left of
 * a derivation (-ость), a superlative (-ейш), a doubled н or a soft sign.
 *
 * All happens in RV, the letters after the first vowel; R2 begins after the second consonant that follows a
 * vowel. The letter ё counts as е.
 *
 * Source: M. F. Porter, "Russian stemming algorithm" (2002), https://snowballstem.org/algorithms/russian/stemmer.html
 */
import {
  always,
  backward,
  either,
  inside,
  letter,
  limited,
  longest,
  many,
  mark,
  markEnd,
  maybe,
  notLetter,
  past,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  skip,
  to,
} from '../rules.js'

const VOWELS = 'аеиоуыэюя'

/** Rules of the Russian stemmer. */
export function russian(): Rule {
  const plainE = many(sequence(to('ё'), select(skip(1)), replace('е')))
  const regions = sequence(
    past(letter(VOWELS)),
    mark('RV'),
    past(notLetter(VOWELS)),
    past(letter(VOWELS)),
    past(notLetter(VOWELS)),
    mark('R2'),
  )

  // Endings that begin with a consonant belong to a verb only after the vowel of its class: чита-л, not ви-л.
  const afterVowel = sequence(letter('ая'), remove)

  const gerund = longest({
    'в вши вшись': afterVowel,
    'ив ивши ившись ыв ывши ывшись': remove,
  })
  const reflexive = longest({ 'ся сь': remove })
  const adjective = longest({
    'ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею': remove,
  })
  const participle = longest({ 'ем нн вш ющ щ': afterVowel, 'ивш ывш ующ': remove })
  const verb = longest({
    'ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно': afterVowel,
    'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю':
      remove,
  })
  const noun = longest({
    'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я':
      remove,
  })
  const ending = either(
    gerund,
    sequence(maybe(reflexive), either(sequence(adjective, maybe(participle)), verb, noun)),
  )

  // What -ию leaves, whose ю counts as the ending of a verb (станцию).
  const leftI = sequence(select('и'), remove)
  const derivation = longest({ 'ост ость': remove }, { where: inside('R2') })
  const doubleN = sequence('н', remove)
  const tidy = longest({
    'ейш ейше': sequence(remove, select('н'), doubleN),
    н: doubleN,
    ь: remove,
  })

  return sequence(
    always(plainE),
    markEnd('RV'),
    markEnd('R2'),
    always(regions),
    backward(limited('RV', sequence(always(ending), maybe(leftI), always(derivation), always(tidy)))),
  )
}
