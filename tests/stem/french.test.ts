import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'
import { runRule } from '../oracle/stem-rules.js'
import { rulesOf } from '../support/stem-words.js'

const stem = stemmer('fr')

it.each([
  ["L'HOMME", 'homm', 'an elided article goes'],
  ["qu'", "qu'", 'an elided word stays where nothing follows'],
  ["jusqu'ici", "jusqu'ic", 'longer elided words stay'],
  ['l’homme', 'homm', 'a printed apostrophe'],
  ['NAI\u0308VE', 'naïv', 'a decomposed diaeresis on a capital'],
  ['canoë', 'cano', 'an ending with a diaeresis'],
  ['ë', 'ë', 'a diaeresis that stays'],
  ['œuvre', 'œuvr', 'a ligature stays'],
  ['paris', 'paris', 'an -is that is no ending'],
])('%s gives %s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it.each([
  [['constant', 'constamment'], 'const'],
  [['aigu', 'aiguë', 'aiguës'], 'aigu'],
  [['ennui', 'ennuyer', 'ennuyait'], 'ennui'],
  [['glacer', 'glaçait'], 'glac'],
  [['journal', 'journaux'], 'journal'],
])('%j have the stem %s', (words, expected) => {
  expect(words.map(stem)).toEqual(words.map(() => expected))
})

it('may change a stem that is stemmed again', () => {
  expect([stem('accès'), stem(stem('accès'))]).toEqual(['acces', 'acce'])
})

it('gives back every diaeresis of a word of hundreds', () => {
  const word = `${'cëï'.repeat(200)}s`
  expect(stem(word)).toBe(runRule(rulesOf('french'), word))
  expect(stem(word)).toBe(word.slice(0, -1))
})
