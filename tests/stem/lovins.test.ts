import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('lovins')

// SOURCE: J. B. Lovins, "Development of a stemming algorithm" (1968): relatives that its respelling brings together.
it.each([
  [['absorb', 'absorption'], 'absorb'],
  [['admit', 'admission'], 'admis'],
  [['matrix', 'matrices'], 'matric'],
  [['sit', 'sitting'], 'sit'],
])('%j become %s', (words, expected) => {
  expect(stem.stemAll(words)).toEqual(words.map(() => expected))
})

it("takes 's and s' off, typed or printed", () => {
  expect(stem.stemAll(["weaver's", "weavers'", 'weaver’s'])).toEqual(['weaver', 'weaver', 'weaver'])
})

it('adds one letter at most', () => {
  expect(stem.stemAll(['metr', 'symmetry'])).toEqual(['meter', 'symmeter'])
})
