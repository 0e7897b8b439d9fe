/** Ending rules against a plain reading of them, lists of spellings, and the filter of common words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EndingRule, EndingRules, encodeEndingRules } from '../../src/lemma/ending-rules.js'
import { decodeSpellings, encodeSpellings } from '../../src/lemma/spellings.js'
import { encodeWordFilter, WordFilter } from '../../src/lemma/word-filter.js'

const rule = (ending: string, cut: number, append = ''): EndingRule => ({
  ending: [...ending].reverse().join(''),
  cut,
  append,
})

/** The same by looking through all rules. */
function plainly(rules: readonly EndingRule[], word: string): string {
  const key = `^${word.toLowerCase().replace(/\d/gu, '#')}`
  const spelled = rules.map(({ ending, ...edit }) => ({ ending: [...ending].reverse().join(''), ...edit }))
  const [found] = spelled
    .filter(({ ending }) => key.endsWith(ending))
    .sort((a, b) => b.ending.length - a.ending.length)
  if (found === undefined) return word
  const stem = word.slice(0, Math.max(0, word.length - found.cut))
  const whole = found.ending.startsWith('^')
  const bare = found.cut > 1 && found.append === '' && word[stem.length] !== "'" && !/[aeiouy]/u.test(stem)
  return bare && !whole ? word : stem + found.append
}

describe('ending rules', () => {
  const rules = [
    rule('s', 1),
    rule('ss', 0),
    rule('ies', 3, 'y'),
    rule('^went', 4, 'go'),
    rule('ing', 3),
    rule('##s', 2, 'X'),
  ]
  it.each([
    ['cats', 'cat'],
    ['glass', 'glass'],
    ['cities', 'city'],
    ['went', 'go'],
    ['underwent', 'underwent'],
    ['falling', 'fall'],
    ['thing', 'thing'],
    ['90s', '9X'],
    ['70s', '7X'],
    ['', ''],
    ['s', ''],
  ])('the longest one decides: %s -> %s', (word, lemma) => {
    expect(new EndingRules(encodeEndingRules(rules)).apply(word, word)).toBe(lemma)
  })

  it('are read from text as they were written', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 's', "'"), maxLength: 5 })
    const edit = fc.record({ cut: fc.nat({ max: 3 }), append: fc.constantFrom('', 'e', 'y', 'Xa', 'é') })
    fc.assert(
      fc.property(fc.dictionary(letters, edit), fc.boolean(), letters, (edits, whole, word) => {
        const made = Object.entries(edits).map(([ending, { cut, append }], i) =>
          rule(whole && i === 0 ? `^${ending}` : ending, cut, append),
        )
        expect(new EndingRules(encodeEndingRules(made)).apply(word, word)).toBe(plainly(made, word))
      }),
    )
  })
})

describe('a list of spellings', () => {
  it('comes back from its text, by lower case', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[A-Za-zé'.-]{1,14}$/), {
      selector: (word) => word.toLowerCase(),
    })
    fc.assert(
      fc.property(words, (list) => {
        const expected = new Map(list.map((word) => [word.toLowerCase(), word]))
        expect(decodeSpellings(encodeSpellings(list))).toEqual(expected)
      }),
    )
  })
})

describe('a word filter', () => {
  const words = Array.from({ length: 2000 }, (_, i) => `word${i * 7919}`)
  const filter = new WordFilter(encodeWordFilter(words))

  it('has all of its words', () => {
    expect(words.filter((word) => !filter.has(word))).toEqual([])
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (some) => {
        const made = new WordFilter(encodeWordFilter(some))
        expect(some.every((word) => made.has(word))).toBe(true)
      }),
    )
  })

  it('takes about one in a hundred others for one of them', () => {
    const others = Array.from({ length: 10_000 }, (_, i) => `other${i}`).filter((word) => filter.has(word))
    expect(others.length).toBeLessThan(200)
  })
})
