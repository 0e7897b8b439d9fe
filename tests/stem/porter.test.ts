import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('porter')

// SOURCE: M. F. Porter, "An algorithm for suffix stripping" (1980): words that its text takes through all steps.
it.each([
  ['generalizations', 'gener'],
  ['oscillators', 'oscil'],
  ['hopping', 'hop'],
  ['filing', 'file'],
])('%s becomes %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it('stems short words too, as the paper does', () => {
  expect(stem.stemAll(['as', 'is', 's'])).toEqual(['a', 'i', ''])
})

it('takes an apostrophe for a consonant', () => {
  expect(stem.stemAll(["weaver's", 'weaver’s'])).toEqual(["weaver'", "weaver'"])
})
