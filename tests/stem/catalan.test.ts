import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('ca')

it.each([
  ['NACIO\u0301', 'nac', 'a decomposed accent on a capital'],
  ['CANÇÓ', 'canç', 'a cedilla stays'],
  ['pingüí', 'pingu', 'a diaeresis goes'],
  ['COL·LEGI', 'col.leg', 'the raised dot becomes a full stop'],
  ["agafa'l", 'agaf', 'a pronoun behind an apostrophe goes'],
  ['agafa’l', 'agaf', 'a printed apostrophe'],
  ["l'home", "l'hom", 'an elided article stays'],
])('%s gives %s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it.each([
  [['antic', 'antiquíssim'], 'antic'],
  [['lògica', 'lògics'], 'logic'],
])('%j have the stem %s', (words, expected) => {
  expect(words.map(stem)).toEqual(words.map(() => expected))
})

it('may change a stem that is stemmed again', () => {
  expect([stem('abadia'), stem(stem('abadia'))]).toEqual(['abad', 'ab'])
})
