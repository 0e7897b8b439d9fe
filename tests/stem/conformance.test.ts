/** What every stemmer keeps to, whatever its language: its oracle, batches, normal forms, linear time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStemmer, STEMMERS, stemmer } from '../../src/stem/index.js'
import type { Rule } from '../../src/stem/rules.js'
import { runRule } from '../oracle/stem-rules.js'
import { ruleTexts } from '../support/rule-texts.js'
import { HOSTILE } from '../support/texts.js'

const WORDS = 150
const asTyped = (text: string) => text

async function rulesOf(algorithm: string): Promise<Rule> {
  const module = (await import(`../../src/stem/lang/${algorithm}.ts`)) as Record<string, unknown>
  const make = Object.values(module).find((value) => typeof value === 'function') as () => Rule
  return make()
}

describe.each(STEMMERS.map(({ algorithm }) => algorithm))('%s', (algorithm) => {
  const stem = stemmer(algorithm)

  it('gives the stems of its oracle, on random words made of what its rules look for', async () => {
    const rule = await rulesOf(algorithm)
    const part = fc.constantFrom(...ruleTexts(rule))
    const word = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
    const { stemAll } = createStemmer(algorithm, rule, asTyped)
    fc.assert(
      fc.property(fc.array(word, { minLength: WORDS, maxLength: WORDS }), (words) => {
        expect(stemAll(words)).toEqual(words.map((word) => runRule(rule, word)))
      }),
      { numRuns: 8 },
    )
  })

  it('gives one word, a batch and lines the same stems', async () => {
    const words = [
      ...ruleTexts(await rulesOf(algorithm)),
      ...HOSTILE,
      '',
      '-',
      "'",
      '’s',
      'ÅNGSTRÖM',
      'x'.repeat(999),
    ]
    const single = words.map((word) => stem(word))
    expect(stem.stemAll(words)).toEqual(single)
    const lines = words.filter((word) => !word.includes('\n'))
    expect(stem.stemLines(lines.map((line) => `${line}\n`).join(''))).toBe(
      lines.map((line) => `${stem(line)}\n`).join(''),
    )
  })

  it('takes composed and decomposed letters for the same', async () => {
    const words = ruleTexts(await rulesOf(algorithm)).map((text) => `${text}${text}`)
    expect(stem.stemAll(words.map((word) => word.normalize('NFD')))).toEqual(stem.stemAll(words))
  })

  it('takes words of 100,000 letters in linear time', async () => {
    const texts = ruleTexts(await rulesOf(algorithm))
    const every = Math.ceil(texts.length / 12)
    const began = performance.now()
    for (let i = 0; i < texts.length; i += every) {
      const text = texts[i] as string
      const long = text.repeat(Math.ceil(100_000 / text.length))
      expect(stem(long).length).toBeLessThanOrEqual(long.length * 2)
    }
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
