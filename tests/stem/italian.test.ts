import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('it')

it.each([
  ["DELL'ANNO", 'anno', 'an article before an apostrophe goes'],
  ["l'", "l'", 'an article stays where nothing follows'],
  ["c'è", "c'è", 'ci stays'],
  ['dell’anno', 'anno', 'a printed apostrophe'],
  ['perche\u0301', 'perc', 'a decomposed accent'],
  ['FELICITA\u0300', 'felic', 'a decomposed accent on a capital'],
  ['divano', 'divan', 'a sofa is not a diva'],
  ['acqua', 'acqua', 'the u of qu is no vowel'],
])('%s gives %s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it.each([
  [['parlare', 'parlargli', 'parlandone', 'parlarono'], 'parl'],
  [['perchè', 'perché'], 'perc'],
  [['amica', 'amiche'], 'amic'],
  [['studio', 'studi'], 'stud'],
])('%j have the stem %s', (words, expected) => {
  expect(words.map(stem)).toEqual(words.map(() => expected))
})

it('may change a stem that is stemmed again', () => {
  expect([stem('abbaia'), stem(stem('abbaia'))]).toEqual(['abbai', 'abba'])
})
