/**
 * The bundled corpus `reviews`, real corpora of the same kind to hold it against, and the simplest classifier there
 * is (multinomial naive Bayes over words, add-one smoothing), for its tests and for scripts/reviews-figures.ts.
 */
import { readFileSync } from 'node:fs'
import { wordsOf, zipMember } from './corpus-checks.js'

export const SENTIMENTS = ['positive', 'negative', 'mixed', 'neutral'] as const
export const SPLITS = ['train', 'dev', 'test'] as const

/** One line of corpora/reviews/reviews.jsonl. */
export interface Review {
  readonly id: string
  readonly text: string
  readonly sentiment: (typeof SENTIMENTS)[number]
  readonly ironic: boolean
  readonly domain: string
  readonly split: (typeof SPLITS)[number]
}

/** The lines of the bundled corpus, as they are. */
export function reviewLines(): string[] {
  return readFileSync('corpora/reviews/reviews.jsonl', 'utf8').trimEnd().split('\n')
}

/** The bundled corpus. */
export function reviews(): Review[] {
  return reviewLines().map((line) => JSON.parse(line) as Review)
}

const PRODUCTS = {
  product_reviews_1: [
    'Apex_AD2600_Progressive_scan_DVD player',
    'Canon_G3',
    'Creative_Labs_Nomad_Jukebox_Zen_Xtra_40GB',
    'Nikon_coolpix_4300',
    'Nokia_6610',
  ],
  product_reviews_2: [
    'Canon_PowerShot_SD500',
    'Canon_S100',
    'Diaper_Champ',
    'Hitachi_router',
    'ipod',
    'Linksys_Router',
    'MicroMP3',
    'Nokia_6600',
    'norton',
  ],
} as const

/** Units of real corpora with a label each where they have one: sentences or, of pros and cons, entries. */
export function realReviews(): Map<string, { text: string; label: string }[]> {
  const found = new Map<string, { text: string; label: string }[]>()
  const member = (zip: string, name: string) =>
    new TextDecoder('latin1').decode(zipMember(`nltk/corpora/${zip}.zip`, `${zip}/${name}`)).split('\n')
  const keep = (name: string, texts: readonly string[], label: string) => {
    const units = texts.map((text) => text.trim()).filter((text) => text !== '')
    found.set(name, [...(found.get(name) ?? []), ...units.map((text) => ({ text, label }))])
  }
  for (const [file, label] of [
    ['rt-polarity.pos', 'positive'],
    ['rt-polarity.neg', 'negative'],
  ] as const) {
    keep('sentence_polarity', member('sentence_polarity', file), label)
  }
  for (const [zip, products] of Object.entries(PRODUCTS)) {
    for (const product of products) {
      const lines = member(zip, `${product}.txt`).filter((line) => line.includes('##'))
      keep(
        zip,
        lines.map((line) => line.slice(line.indexOf('##') + 2)),
        '',
      )
    }
  }
  for (const [file, label] of [
    ['IntegratedPros.txt', 'positive'],
    ['IntegratedCons.txt', 'negative'],
  ] as const) {
    keep(
      'pros_cons',
      member('pros_cons', file).map((line) => line.replaceAll(/<[^<>]*>/g, '')),
      label,
    )
  }
  return found
}

/** The share of `test` to which naive Bayes, trained on `train`, gives the right label. */
export function naiveBayesAccuracy(
  train: readonly { text: string; label: string }[],
  test: readonly { text: string; label: string }[],
): number {
  const classes = new Map<string, { texts: number; words: number; counts: Map<string, number> }>()
  const vocabulary = new Set<string>()
  for (const { text, label } of train) {
    const known = classes.get(label) ?? { texts: 0, words: 0, counts: new Map<string, number>() }
    classes.set(label, known)
    known.texts++
    for (const word of wordsOf(text)) {
      known.words++
      known.counts.set(word, (known.counts.get(word) ?? 0) + 1)
      vocabulary.add(word)
    }
  }
  let right = 0
  for (const { text, label } of test) {
    const words = wordsOf(text).filter((word) => vocabulary.has(word))
    let best = ''
    let bestScore = -Infinity
    for (const [name, { texts, words: total, counts }] of classes) {
      let score = Math.log(texts / train.length)
      for (const word of words) score += Math.log(((counts.get(word) ?? 0) + 1) / (total + vocabulary.size))
      if (score > bestScore) {
        best = name
        bestScore = score
      }
    }
    if (best === label) right++
  }
  return right / test.length
}
