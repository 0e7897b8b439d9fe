import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('ro')

it.each([
  ['S\u0326TIINT\u0326E', 'științ', 'decomposed letters with a comma'],
  ['ştiinţe', 'științ', 'the old letters with a cedilla'],
  ['IAIAIA', 'iaiai', 'an i between vowels is a consonant'],
  ['într-un', 'într-un', 'a hyphen is a letter like any other'],
  ['competitivitate', 'compet', 'an ending in an ending'],
])('%s gives %s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it('gives the same stem with cedillas and with commas', () => {
  const modern = ['țară', 'școală', 'națiune', 'muștrări', 'înțelegeți']
  const old = modern.map((word) => word.replaceAll('ț', 'ţ').replaceAll('ș', 'ş'))
  expect(stem.stemAll(old)).toEqual(stem.stemAll(modern))
})

it('may change a stem that is stemmed again', () => {
  expect([stem('programatică'), stem(stem('programatică'))]).toEqual(['programat', 'program'])
})
