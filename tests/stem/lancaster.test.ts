import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStemmer, LANCASTER_RULES, lancasterRules, stemmer } from '../../src/stem/index.js'
import { lancasterOracle } from '../oracle/lancaster.js'
import { caught } from '../support/caught.js'

const stem = stemmer('lancaster')

it('has the 115 rules of the paper', () => {
  expect(LANCASTER_RULES).toHaveLength(115)
})

// SOURCE: the examples of C. D. Paice, "Another stemmer" (1990).
it.each([
  ['owed', 'ow'],
  ['owing', 'ow'],
  ['ear', 'ear'],
  ['saying', 'say'],
  ['crying', 'cry'],
  ['string', 'string'],
  ['meant', 'meant'],
  ['maximum', 'maxim'],
  ['presumably', 'presum'],
  ['multiply', 'multiply'],
  ['provision', 'provid'],
])('%s becomes %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it('gives the stems that are on record', () => {
  const rows = readFileSync('tests/golden/lancaster.tsv', 'utf8').trimEnd().split('\n').slice(3)
  const pairs = rows.map((row) => row.split('\t') as [string, string])
  expect(pairs.length).toBeGreaterThan(300)
  expect(pairs.map(([word]) => [word, stem(word)])).toEqual(pairs.map(([word, ours]) => [word, ours]))
})

it('does as the paper says on random words', () => {
  const endings = LANCASTER_RULES.map((rule) => [...(/^[a-z]+/.exec(rule)?.[0] ?? '')].reverse().join(''))
  const part = fc.constantFrom(...endings, ...'abcdefghijklmnopqrstuvwxyz')
  const word = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(word, { minLength: 100, maxLength: 100 }), (words) => {
      expect(stem.stemAll(words)).toEqual(words.map(lancasterOracle(LANCASTER_RULES)))
    }),
    { numRuns: 10 },
  )
})

describe('lists of rules', () => {
  it('does as the paper says, whatever the list', () => {
    const letters = (min: number, max: number) =>
      fc.array(fc.constantFrom(...'aby'), { minLength: min, maxLength: max }).map((all) => all.join(''))
    const rule = fc
      .tuple(letters(1, 3), fc.constantFrom('', '*'), fc.nat(4), letters(0, 3), fc.constantFrom('.', '>'))
      .filter(([, , removed, appended, end]) => end === '.' || appended.length <= removed)
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 6 }),
        fc.array(letters(1, 9), { minLength: 20, maxLength: 20 }),
        (list, words) => {
          const { stemAll } = createStemmer('random', lancasterRules(list))
          expect(stemAll(words)).toEqual(words.map(lancasterOracle(list)))
        },
      ),
    )
  })

  it('takes comments, blanks, capitals, an end mark and a list without rules', () => {
    const { stemAll } = createStemmer('own', lancasterRules(['S1.   { -s > - }', ' gni3>', 'end0.']))
    expect(stemAll(['cats', 'walking'])).toEqual(['cat', 'walk'])
    expect(createStemmer('none', lancasterRules([]))('cats')).toBe('cats')
  })

  it('takes the vowels of other languages', () => {
    const list = ['ne2.']
    expect(createStemmer('plain', lancasterRules(list))('sköten')).toBe('sköten')
    expect(createStemmer('own', lancasterRules(list, { vowels: 'aeiouö' }))('sköten')).toBe('sköt')
  })

  it('takes lists of a thousand rules', () => {
    const list = Array.from(
      { length: 1000 },
      (_, i) => `${'abcdefghij'[i % 10]}${'klmnopqrst'[((i / 10) % 10) | 0]}${'uvwxyz'[i % 6]}2.`,
    )
    expect(createStemmer('long', lancasterRules(list))('hallowka')).toBe('hallowka'.slice(0, -2))
  })

  it('ends where rules turn letters into each other', () => {
    expect(createStemmer('circle', lancasterRules(['a1o>', 'o1a>']))('banana')).toBe('banana')
  })

  it('takes 100,000 letters', () => {
    const own = createStemmer('own', lancasterRules(['b1>', 'c1>', 'a1o>', 'o1a>']))
    expect(own(`ca${'bc'.repeat(50_000)}`)).toBe(`cab`)
  })

  it.each([
    ['sei', 'Rule 2 of the list, "sei", is no Lancaster rule.'],
    ['*2.', 'Rule 2 of the list, "*2.", is no Lancaster rule.'],
    ['sei12.', 'Rule 2 of the list, "sei12.", is no Lancaster rule.'],
    ['sei3y', 'Rule 2 of the list, "sei3y", is no Lancaster rule.'],
    [undefined, 'Rule 2 of the list, undefined, is no Lancaster rule.'],
    ['a1bb>', 'Rule 2 of the list, "a1bb>", goes on after making the word longer, which might never end.'],
  ])('refuses %s', (rule, message) => {
    const error = caught(() => lancasterRules(['s1.', rule as string]))
    expect(error).toMatchObject({ code: 'RULE_INVALID', details: { index: 1 } })
    expect(error.message).toContain(message)
  })

  it('refuses what is no list, and unknown options', () => {
    expect(caught(() => lancasterRules('s1.' as never))).toMatchObject({ code: 'RULE_INVALID' })
    expect(caught(() => lancasterRules([], { vowels: 3 as never }))).toMatchObject({ code: 'OPTION_INVALID' })
    expect(caught(() => lancasterRules([], { vowel: 'a' } as never))).toMatchObject({
      code: 'OPTION_INVALID',
    })
  })
})
