import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STEMMERS, stemmer } from '../../src/stem/index.js'
import { foldCase } from '../../src/stem/stemmer.js'
import { Doc } from '../../src/text/doc.js'
import { runRule } from '../oracle/stem-rules.js'
import { anyText } from '../support/arbitraries.js'
import { madeUpWords, rulesOf, textsOf } from '../support/stem-words.js'

/** Letters that a stemmer may add to a word in lower case; one that is not named here adds none. */
const ADDED: Readonly<Record<string, (word: string) => number>> = {
  cistem: sharpS, // ß is written ss
  'cistem-caseless': sharpS,
  german: sharpS,
  irish: () => 1, // nAthair is n-athair
  lovins: () => 1,
  rslp: () => 1, // ã is written ão
  turkish: () => 1, // a vowel after a last d or g
}

/** Those that lower-case on their own terms are shown only text on which all agree. */
const settled = (text: string) => text === foldCase(text) && !/[\u0307\u064b-\u0652]/.test(text)

function sharpS(word: string): number {
  return word.toLowerCase().split('ß').length - 1
}

/** A Doc whose tokens are the words that are not empty. */
function docOf(words: readonly string[]): Doc {
  const start: number[] = []
  const end: number[] = []
  let text = ''
  for (const word of words) {
    if (word === '') continue
    start.push(text.length)
    text += word
    end.push(text.length)
    text += ' '
  }
  return Doc.create(text, { start: Uint32Array.from(start), end: Uint32Array.from(end) })
}

describe.each(STEMMERS.map(({ algorithm }) => algorithm))('%s', (algorithm) => {
  const stem = stemmer(algorithm)
  const rule = rulesOf(algorithm)
  const texts = textsOf(rule)
  const words = madeUpWords(texts)

  it('gives a string that is hardly longer for any string', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(12), words), (word) => {
        const found = stem(word)
        expect(typeof found).toBe('string')
        const longest = Math.max(word.length, foldCase(word).length)
        expect(found.length).toBeLessThanOrEqual(longest + (ADDED[algorithm]?.(word) ?? 0))
      }),
      { numRuns: 150 },
    )
  })

  it('gives the same alone, in a batch and in a Doc', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText(6), words), { maxLength: 12 }).map((l) => l),
        (many) => {
          const alone = many.map((word) => stem(word))
          expect(stem.stemAll(many)).toEqual(alone)
          const { ids, strings } = stem.stemAll(docOf(many)).strings('stem')
          expect(Array.from(ids, (id) => strings[id])).toEqual(alone.filter((_, i) => many[i] !== ''))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('agrees with the plain twin of the machine', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(6).map(foldCase).filter(settled), words.filter(settled)), (word) => {
        expect(stem(word)).toBe(runRule(rule, word))
      }),
      { numRuns: 300 },
    )
  })

  it('makes no difference between cases and between composed and decomposed letters', () => {
    fc.assert(
      fc.property(words.filter(settled), (word) => {
        expect(stem(word.normalize('NFD'))).toBe(stem(word))
      }),
      { numRuns: 100 },
    )
  })

  // The time of such words, doubled again and again, is measured by scripts/stemmers-figures.ts.
  it('takes words of 100,000 letters', () => {
    const every = texts.join('')
    const long = every.repeat(Math.ceil(100_000 / every.length)).slice(0, 100_000)
    const same = (texts[0] as string).repeat(100_000).slice(0, 100_000)
    const found = [long, same].map((word) => stem(word))
    expect(stem.stemAll([long, 'a', same])).toEqual([found[0], stem('a'), found[1]])
  })
})
