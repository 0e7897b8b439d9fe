import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('es')

it.each([
  ['CANCIÓN', 'cancion', 'capitals with accents'],
  ['cancio\u0301n', 'cancion', 'a decomposed accent'],
  ['pin\u0303as', 'piñ', 'a decomposed tilde, which stays'],
  ['pingüino', 'pingüin', 'a diaeresis, which stays'],
  ["d'ors", "d'ors", 'an apostrophe is a letter like any other'],
  ['ya', 'ya', 'a word too short for endings'],
])('%s gives %s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it.each([
  [['comprar', 'comprarle', 'comprándole', 'comprándoselas'], 'compr'],
  [['construyen', 'construyó', 'construyendo', 'construyendola'], 'constru'],
  [['pagamos', 'paguemos', 'pague'], 'pag'],
])('%j have the stem %s', (words, expected) => {
  expect(words.map(stem)).toEqual(words.map(() => expected))
})

it('may change a stem that is stemmed again', () => {
  expect([stem('abrirán'), stem(stem('abrirán'))]).toEqual(['abriran', 'abrir'])
})
