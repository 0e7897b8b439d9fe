/** The bundled corpus `reviews`: what its card promises. */
import { readFileSync } from 'node:fs'
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
import {
  naiveBayesAccuracy,
  realReviews,
  reviewLines,
  reviews,
  SENTIMENTS,
  SPLITS,
} from '../../support/reviews.js'

const corpus = reviews()
const texts = corpus.map(({ text }) => text)
const domains = [...new Set(corpus.map(({ domain }) => domain))].sort()

function share<T>(items: readonly T[], keep: (item: T) => boolean): number {
  return items.filter(keep).length / items.length
}

describe('reviews', () => {
  it('has one object a line with the promised fields, numbered from r0001', () => {
    for (const [i, line] of reviewLines().entries()) {
      const review = JSON.parse(line) as Record<string, unknown>
      expect(Object.keys(review)).toEqual(['id', 'text', 'sentiment', 'ironic', 'domain', 'split'])
      expect(review.id).toBe(`r${String(i + 1).padStart(4, '0')}`)
      expect(SENTIMENTS).toContain(review.sentiment)
      expect(SPLITS).toContain(review.split)
      expect(typeof review.ironic).toBe('boolean')
      expect(JSON.stringify(review)).toBe(line)
    }
  })

  it('is clean text: one line, no doubled or outer white space, composed, straight quotes', () => {
    for (const text of texts) {
      expect(text).toBe(text.trim().replaceAll(/\s+/g, ' ').normalize('NFC'))
      expect(text).not.toMatch(/[\p{Cc}\u{fffd}‘’“”—]/u)
    }
  })

  it('has at least 1,000 texts of 8 to 70 words', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(1000)
    for (const text of texts) {
      const { length } = wordsOf(text)
      expect(length, text).toBeGreaterThanOrEqual(8)
      expect(length, text).toBeLessThanOrEqual(70)
    }
  })

  it.each([
    ['positive', 0.36],
    ['negative', 0.34],
    ['mixed', 0.14],
    ['neutral', 0.16],
  ])('is %s to a share of about %d', (sentiment, expected) => {
    expect(share(corpus, (review) => review.sentiment === sentiment)).toBeCloseTo(expected, 1.8)
  })

  it('has 16 domains with at least 75 texts each, all sentiments and both signs of irony in each', () => {
    expect(domains).toHaveLength(16)
    for (const domain of domains) {
      const of = corpus.filter((review) => review.domain === domain)
      expect(of.length, domain).toBeGreaterThanOrEqual(75)
      for (const sentiment of SENTIMENTS) {
        expect(of.filter((review) => review.sentiment === sentiment).length, domain).toBeGreaterThanOrEqual(
          10,
        )
      }
      const ironic = of.filter((review) => review.ironic).map((review) => review.sentiment)
      expect(ironic, domain).toContain('positive')
      expect(ironic, domain).toContain('negative')
    }
  })

  it('has at least 90 ironic texts, a quarter of them positive, none neutral', () => {
    const ironic = corpus.filter((review) => review.ironic)
    expect(ironic.length).toBeGreaterThanOrEqual(90)
    expect(share(ironic, ({ sentiment }) => sentiment === 'positive')).toBeGreaterThanOrEqual(0.25)
    expect(share(ironic, ({ sentiment }) => sentiment === 'neutral')).toBe(0)
  })

  it('splits 70/10/20, alike over sentiment, irony and domain', () => {
    const parts = [
      ['train', 0.7],
      ['dev', 0.1],
      ['test', 0.2],
    ] as const
    for (const [split, expected] of parts) {
      const of = corpus.filter((review) => review.split === split)
      expect(of.length / corpus.length).toBeCloseTo(expected, 2)
      for (const sentiment of SENTIMENTS) {
        const overall = share(corpus, (review) => review.sentiment === sentiment)
        expect(share(of, (review) => review.sentiment === sentiment)).toBeCloseTo(overall, 1.5)
      }
      expect(share(of, ({ ironic }) => ironic)).toBeCloseTo(
        share(corpus, ({ ironic }) => ironic),
        1.5,
      )
      for (const domain of domains) {
        expect(
          share(of, (review) => review.domain === domain),
          `${split} ${domain}`,
        ).toBeCloseTo(1 / 16, 1.3)
      }
    }
  })

  it('repeats itself nowhere: no near-duplicates, no opening of three words more than four times', () => {
    expect(nearDuplicates(texts, 0.6)).toEqual([])
    const openings = new Map<string, number>()
    for (const text of texts) {
      const opening = wordsOf(text).slice(0, 3).join(' ')
      openings.set(opening, (openings.get(opening) ?? 0) + 1)
    }
    expect([...openings].filter(([, times]) => times > 4)).toEqual([])
    // Nor does any run of six words come three times.
    const runs = new Map<string, number>()
    for (const text of texts) {
      const words = wordsOf(text)
      const own = new Set(words.map((_, i) => words.slice(i, i + 6).join(' ')).slice(0, -5))
      for (const run of own) runs.set(run, (runs.get(run) ?? 0) + 1)
    }
    expect([...runs].filter(([, times]) => times > 2)).toEqual([])
  })

  it('is written in several hands: some texts without capitals, with emoji, with capitals for emphasis', () => {
    expect(share(texts, (text) => /\p{L}/u.test(text) && text === text.toLowerCase())).toBeGreaterThan(0.05)
    expect(texts.filter((text) => /\p{Extended_Pictographic}/u.test(text)).length).toBeGreaterThan(10)
    expect(texts.filter((text) => /\b[A-Z]{4,}\b/.test(text)).length).toBeGreaterThan(5)
  })

  it('can be learned, but not from words alone', () => {
    const part = (split: string) =>
      corpus
        .filter((review) => review.split === split && ['positive', 'negative'].includes(review.sentiment))
        .map(({ text, sentiment }) => ({ text, label: sentiment }))
    const accuracy = naiveBayesAccuracy(part('train'), part('test'))
    expect(accuracy).toBeGreaterThan(0.6)
    expect(accuracy).toBeLessThan(0.85)
  })
})

describeWith('corpora', 'reviews beside real corpora', () => {
  it('is spelt as the word list has it, or as spelling.txt allows', () => {
    const allowed = wordList(readFileSync('corpora/reviews/spelling.txt', 'utf8'))
    const words = texts.flatMap(wordsOf).filter((word) => /[\p{L}\p{N}]/u.test(word))
    expect(unknownWords(words, englishLexicon(), allowed)).toEqual([])
    const used = new Set(words)
    expect([...allowed].filter((word) => !used.has(word))).toEqual([])
    expect([...allowed].filter((word) => englishLexicon().has(word))).toEqual([])
  })

  it('has lengths and a richness of words between those of real corpora, or close by', () => {
    const real = [...realReviews().values()].map((units) => units.map(({ text }) => text))
    const ratio = (units: readonly string[]) => typeTokenRatio(mixed(units).flatMap(wordsOf))
    const ratios = real.map(ratio)
    expect(ratio(texts)).toBeGreaterThan(Math.min(...ratios))
    expect(ratio(texts)).toBeLessThan(Math.max(...ratios))
    const lengths = real.map(lengthStatistics)
    const own = lengthStatistics(texts)
    expect(own.mean).toBeGreaterThan(Math.min(...lengths.map(({ mean }) => mean)))
    // Theirs are sentences, ours are texts of one to five.
    expect(own.mean).toBeLessThan(1.3 * Math.max(...lengths.map(({ mean }) => mean)))
    expect(own.p95).toBeLessThan(1.3 * Math.max(...lengths.map(({ p95 }) => p95)))
  })
})
