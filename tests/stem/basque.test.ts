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

it('takes off endings as long as there are any', () => {
  expect(stem(`mendi${'lela'.repeat(100)}`)).toBe('mendi')
})

it('reads on before words that look like endings, in time that grows with the word', () => {
  expect(stem(`mendi${'learabera'.repeat(60)}`)).toBe(`mendi${'arabera'.repeat(60)}`)
  expect(stem(`mendi${'learabera'.repeat(30_000)}`).length).toBeGreaterThan(250_000)
})
