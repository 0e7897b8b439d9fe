import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('pt-BR')

it.each([
  ['NAC\u0327A\u0303O', 'naçã', 'decomposed capitals'],
  ['ã', 'ã', 'a nasal vowel alone'],
  ['a~b', 'a~b', 'a tilde that was typed as a letter'],
  ["d'água", "d'águ", 'an apostrophe is a letter like any other'],
  ['guarda-chuva', 'guarda-chuv', 'so is a hyphen'],
  ['consegue', 'conseg', 'the u of -gue goes with its e'],
])('%s gives %s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it.each([
  [['polícia', 'polícias'], 'políc'],
  [['rápido', 'rápida', 'rápidos'], 'ráp'],
  [['cantamos', 'cantaríamos', 'cantássemos', 'cantará'], 'cant'],
])('%j have the stem %s', (words, expected) => {
  expect(words.map(stem)).toEqual(words.map(() => expected))
})

it('may change a stem that is stemmed again', () => {
  expect([stem('transferido'), stem(stem('transferido'))]).toEqual(['transfer', 'transf'])
})

it('reads nasal vowels in time that grows with the word', () => {
  const word = `${'põã'.repeat(100_000)}ções`
  expect(stem(word)).toBe(word.slice(0, -2))
})
