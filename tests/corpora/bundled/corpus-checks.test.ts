/** The measures of the bundled corpora, held against plain counting. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  englishLexicon,
  lengthStatistics,
  mixed,
  nearDuplicates,
  typeTokenRatio,
  unknownWords,
  wordList,
  wordsOf,
} from '../../support/corpus-checks.js'
import { describeWith } from '../../support/resources.js'

describe('measures of bundled corpora', () => {
  it('takes words with their apostrophes, lower-cased, without marks', () => {
    expect(wordsOf('Don’t WAKE me at 7:30am... ok? 🙂 café-bar')).toEqual([
      "don't",
      'wake',
      'me',
      'at',
      '7',
      '30am',
      'ok',
      'café',
      'bar',
    ])
  })

  it('finds the same near-duplicates as comparing every pair', () => {
    const text = fc.array(fc.constantFrom(...'abcdefg'), { maxLength: 7 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 25 }),
        fc.constantFrom(0, 0.3, 0.5, 2 / 3, 0.8, 0.99),
        (texts, threshold) => {
          const expected: string[] = []
          for (let j = 0; j < texts.length; j++) {
            for (let i = 0; i < j; i++) {
              const a = new Set(wordsOf(texts[i]!))
              const b = new Set(wordsOf(texts[j]!))
              const union = new Set([...a, ...b]).size
              const similarity = union === 0 ? 1 : (a.size + b.size - union) / union
              if (similarity > threshold) expected.push(`${i} ${j}`)
            }
          }
          const found = nearDuplicates(texts, threshold).map(({ first, second }) => `${first} ${second}`)
          expect(found.sort()).toEqual(expected.sort())
        },
      ),
    )
  })

  it('counts types over tokens and lengths by nearest rank', () => {
    expect(typeTokenRatio(['a', 'b', 'a', 'c'], 3)).toBeCloseTo(2 / 3)
    expect(typeTokenRatio([])).toBe(0)
    expect(lengthStatistics(['one', 'one two', 'one two three', ''])).toEqual({
      count: 4,
      mean: 1.5,
      median: 1,
      p95: 3,
      max: 3,
    })
  })

  it('mixes texts in an order of their own', () => {
    const texts = ['a b', 'c', 'd e f', 'g']
    expect(mixed(texts)).toEqual(mixed([...texts].reverse()))
    expect(mixed(texts).sort()).toEqual(texts)
  })
})

describeWith('corpora', 'spelling', () => {
  it('knows inflections, contractions and numbers, and no slips', () => {
    const text =
      "The stopped runner's dogs weren't carrying 3 boxes o'clock, happily baking; the wives' leaves, 7pm 21st, couldn't"
    expect(unknownWords(wordsOf(text), englishLexicon())).toEqual([])
    expect(
      unknownWords(wordsOf('teh recieve tmrw x seperate'), englishLexicon(), wordList('tmrw # tomorrow')),
    ).toEqual(['recieve', 'seperate', 'teh', 'x'])
  })
})
