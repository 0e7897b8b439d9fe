import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('eu')

it.each([
  ['ESPAN\u0303OL', 'español', 'a decomposed capital'],
  ['etxeetara', 'etxe', 'several endings'],
  ['ARABERA', 'arabera', 'a word that looks like an ending'],
  ['minutuko', 'minutu', 'an ending of which a part stays'],
  ['xalela', 'xale', 'an x of the word'],
])('%s gives %s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it('takes off at most 64 endings, and one of adjectives', () => {
  expect(stem(`mendi${'lela'.repeat(30)}`)).toBe('mendi')
  expect(stem(`mendi${'lela'.repeat(40)}`)).toBe(`mendi${'lela'.repeat(8).slice(0, -2)}`)
})
