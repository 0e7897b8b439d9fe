/** The HMM tagger against its definition: weights, best sequences, endings, edges of sentences. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HmmCounts } from '../../src/tag/hmm-counts.js'
import { HmmTransitions } from '../../src/tag/hmm-transitions.js'
import { HmmTagger, loadSimpleTagger, NgramTagger } from '../../src/tag/index.js'
import { HmmOracle } from '../oracle/hmm.js'
import { caught } from '../support/caught.js'
import { sentencesOf, tagged, tagsOf } from '../support/tagged.js'

const token = fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.constantFrom('X', 'Y', 'Z'))
const treebank = fc.array(fc.array(token, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
const TAGS = ['X', 'Y', 'Z']

describe('HmmTagger', () => {
  it.each(['bigram', 'trigram'] as const)('finds a best sequence of known words (%s)', (order) => {
    fc.assert(
      fc.property(treebank, fc.array(token, { minLength: 1, maxLength: 6 }), (sentences, other) => {
        const oracle = new HmmOracle(sentences, order)
        const tagger = HmmTagger.train([sentencesOf(sentences)], { order, beam: 1e300 })
        const known = new Set(sentences.flat().map(([word]) => word))
        for (const sentence of [...sentences, other.filter(([word]) => known.has(word))]) {
          const words = sentence.map(([word]) => word)
          const given = tagsOf(tagger.tag(sentencesOf([sentence])))
          // The table of transitions is of 32-bit floats.
          expect(oracle.score(words, given)).toBeCloseTo(oracle.best(words, TAGS), 4)
        }
      }),
      { numRuns: 100 },
    )
  })

  it.each(['bigram', 'trigram'] as const)('weighs n-grams by deleted interpolation (%s)', (order) => {
    fc.assert(
      fc.property(treebank, (sentences) => {
        const counts = HmmCounts.of([sentencesOf(sentences)], 'tag', 'test')
        const { weights } = new HmmTransitions(counts, order)
        expect(weights.map((weight) => weight.toFixed(9))).toEqual(
          new HmmOracle(sentences, order).weights.map((weight) => weight.toFixed(9)),
        )
      }),
      { numRuns: 100 },
    )
  })

  // By hand: of "a/X b/Y" twice, the trigrams are (edge edge X), (edge X Y) and (X Y edge), twice each, 6 in all. Without
  // one occurrence each is (2 - 1) / (2 - 1) = 1 as a trigram and as a bigram; the bigram is looked at first.
  it('gives the weight to bigrams where trigrams say no more', () => {
    const counts = HmmCounts.of([tagged('a/X b/Y', 'a/X b/Y')], 'tag', 'test')
    const transitions = new HmmTransitions(counts, 'trigram')
    expect(transitions.weights).toEqual([0, 1, 0])
    expect(transitions.score(2, 2, 0)).toBe(0) // a sentence begins with X
    expect(transitions.score(2, 0, 1)).toBe(0) // Y follows X
  })

  it('has the same transitions for many tags, where no table of all holds them', () => {
    const many = Array.from({ length: 200 }, (_, t) => `w${t}/T${t} v${t}/T${(t * 7) % 200} u/T${t % 5}`)
    const counts = HmmCounts.of([tagged(...many)], 'tag', 'test')
    const few = HmmCounts.of([tagged(...many.slice(0, 100))], 'tag', 'test')
    for (const [size, each] of [
      [201, counts],
      [few.tags.length + 1, few],
    ] as const) {
      const transitions = new HmmTransitions(each, 'trigram')
      expect(transitions.edge).toBe(size - 1)
      for (let t = 0; t < 40; t++) {
        const [one, two] = [t % size, (t * 3) % size]
        const sum = Array.from({ length: size }, (_, three) => Math.exp(transitions.score(one, two, three)))
        expect(sum.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1 + 1e-5)
        expect(Math.max(...sum)).toBeGreaterThan(1e-4)
      }
    }
  })

  it('tells words apart by what stands before them', () => {
    const train = tagged('the/DT run/NN', 'they/PRP run/VB', 'the/DT walk/NN', 'they/PRP walk/VB')
    const tagger = HmmTagger.train([train])
    expect(tagsOf(tagger.tag(train))).toEqual(tagsOf(train))
  })

  it('goes by endings and capitals where words are unknown', () => {
    const tagger = HmmTagger.train([
      tagged('he/PRP is/VBZ weaving/VBG cotton/NN', 'she/PRP is/VBZ spinning/VBG wool/NN in/IN Boston/NNP'),
      tagged('we/PRP were/VBD knitting/VBG socks/NNS in/IN Houston/NNP', 'dogs/NNS were/VBD eating/VBG'),
    ])
    expect(tagsOf(tagger.tag(tagged('he/x is/x unravelling/x yarns/x in/x Kingston/x')))).toEqual([
      'PRP',
      'VBZ',
      'VBG',
      'NNS',
      'IN',
      'NNP',
    ])
  })

  it('gives a tag to everything: unknown sentences, one token, five thousand', () => {
    const tagger = HmmTagger.train([tagged('a/X b/Y', 'c/Z')])
    for (const text of ['😀/x', '...../x', 'ⅧⅧ/x a/x', 'a/x '.repeat(5000).trim()]) {
      const tags = tagsOf(tagger.tag(tagged(text)))
      expect(tags.every((tag) => TAGS.includes(tag))).toBe(true)
    }
    expect(tagsOf(tagger.tag(sentencesOf([])))).toEqual([])
  })

  it('learns nothing from tokens without a tag', () => {
    const tagger = HmmTagger.train([tagged('a/X b c/Z', 'd')])
    expect(tagger.tags).toEqual(['X', 'Z'])
    expect(caught(() => HmmTagger.train([tagged('a b')])).code).toBe('TRAINING_EMPTY')
  })

  it('comes back from its Pack, alone and behind an n-gram tagger', () => {
    const train = tagged('the/DT run/NN', 'they/PRP run/VB', 'weaving/VBG')
    const tagger = HmmTagger.train([train], { order: 'bigram', beam: 50, suffixLength: 4, column: 'tag' })
    const doc = tagged('they/x run/x knitting/x', 'The/x')
    const loaded = loadSimpleTagger(tagger.save({ licence: 'CC0-1.0' }))
    expect(tagsOf(loaded.tag(doc))).toEqual(tagsOf(tagger.tag(doc)))
    expect([...loaded.save()]).toEqual([...tagger.save({ licence: 'CC0-1.0' })])
    const chain = NgramTagger.train([tagged('The/X')], { backoff: tagger })
    expect(tagsOf(NgramTagger.load(chain.save()).tag(doc))).toEqual([
      ...tagsOf(tagger.tag(doc)).slice(0, 3),
      'X',
    ])
  })

  it.each([
    ['order', { order: 'unigram' as never }],
    ['suffixLength', { suffixLength: -1 }],
    ['rareCount', { rareCount: 0 }],
    ['beam', { beam: 0.5 }],
  ])('refuses a wrong %s', (option, options) => {
    const error = caught(() => HmmTagger.train([tagged('a/X')], options))
    expect([error.code, error.details.option]).toEqual(['OPTION_INVALID', option])
  })
})
