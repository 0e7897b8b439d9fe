/** Stemmers beside NLTK's of the same name, on all words of Snowball's English vocabulary. */
import { beforeAll, expect, it } from 'vitest'
import { LANCASTER_RULES, regexpStemmer, stemmer } from '../../src/stem/index.js'
import { acceptableInNltk, lancasterOracle } from '../oracle/lancaster.js'
import { nltk } from '../support/nltk.js'
import { corpusText, describeWith } from '../support/resources.js'

const PATTERNS = [
  ['ing$|s$|e$|able$', 4],
  ['(un|re)?[aeiou]+(ly|ness)?$', 0],
  ['^(un|re)|(ed|er|ly|ness)$', 5],
] as const

const STEMMERS = [
  "stem.PorterStemmer(mode='ORIGINAL_ALGORITHM')",
  'stem.LancasterStemmer()',
  ...PATTERNS.map(([pattern, min]) => `stem.RegexpStemmer(${JSON.stringify(pattern)}, ${min})`),
]

describeWith('corpora', 'on 42,649 English words', () => {
  describeWith('nltk', 'beside NLTK', () => {
    let words: string[]
    let [porter, lancaster, ...regexp]: string[][] = []
    beforeAll(() => {
      words = corpusText('snowball/english/voc.txt.gz').trimEnd().split('\n')
      const expression = `[[s.stem(word) for word in x] for s in [${STEMMERS.join(', ')}]]`
      const [[stems]] = nltk([{ expression, inputs: [words] }]) as [[string[][]]]
      ;[porter, lancaster, ...regexp] = stems
    })

    it('porter agrees on every word with the mode ORIGINAL_ALGORITHM', () => {
      expect(stemmer('porter').stemAll(words)).toEqual(porter)
    })

    it('lancaster differs on 582 words', () => {
      const stems = stemmer('lancaster').stemAll(words)
      expect(stems.filter((stem, i) => stem !== lancaster?.[i])).toHaveLength(582)
    })

    it('lancaster differs only by what counts as an acceptable stem, and at apostrophes', () => {
      const oracle = lancasterOracle(LANCASTER_RULES, acceptableInNltk)
      const plain = words.flatMap((word, i) =>
        /^[a-z]+$/.test(word) ? [{ word, stem: lancaster?.[i] }] : [],
      )
      expect(plain.map(({ word }) => oracle(word))).toEqual(plain.map(({ stem }) => stem))
    })

    it.each(PATTERNS.map(([pattern, minLength], i) => ({ pattern, minLength, i })))(
      'regexp agrees on every word with $pattern',
      ({ pattern, minLength, i }) => {
        expect(regexpStemmer(pattern, { minLength }).stemAll(words)).toEqual(regexp[i])
      },
    )
  })
})
