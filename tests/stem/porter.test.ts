import { beforeAll, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'
import { nltk } from '../support/nltk.js'
import { corpusText, describeWith } from '../support/resources.js'

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

it('knows no apostrophes', () => {
  expect(stem.stemAll(["weaver's", 'weaver’s'])).toEqual(["weaver'", 'weaver’'])
})

describeWith('corpora', 'on the 42,649 words of the English vocabulary', () => {
  describeWith('nltk', 'beside NLTK', () => {
    let words: string[]
    let theirs: unknown
    beforeAll(() => {
      words = corpusText('snowball/english/voc.txt.gz').trimEnd().split('\n')
      const expression =
        "[s.stem(word) for s in [stem.PorterStemmer(mode='ORIGINAL_ALGORITHM')] for word in x]"
      theirs = nltk([{ expression, inputs: [words] }])[0]?.[0]
    })

    it('agrees on every word with the mode ORIGINAL_ALGORITHM', () => {
      expect(stem.stemAll(words)).toEqual(theirs)
    })
  })
})
