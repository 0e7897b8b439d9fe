// Prints the figures of the card corpora/reviews/README.md: counts, lengths and type-token ratios beside real
// corpora, what naive Bayes learns from it, and what VADER (NLTK's) makes of it with and without irony.
//   npx tsx scripts/reviews-figures.ts      (wants ../shared/corpora or WORDLOOM_MIRROR, and python3-nltk for VADER)
import { spawnSync } from 'node:child_process'
import { splitSentences } from '../src/tokenize/sentences.js'
import { tokenize } from '../src/tokenize/tokenize.js'
import { lengthStatistics, mixed, typeTokenRatio, wordsOf } from '../tests/support/corpus-checks.js'
import { mirror } from '../tests/support/resources.js'
import {
  naiveBayesAccuracy,
  type Review,
  realReviews,
  reviews,
  SENTIMENTS,
  SPLITS,
} from '../tests/support/reviews.js'

if (process.argv.includes('--help')) {
  console.log(
    'npx tsx scripts/reviews-figures.ts: the figures of corpora/reviews/README.md, as Markdown tables',
  )
  process.exit(0)
}

const corpus = reviews()
const percent = (share: number) => `${(100 * share).toFixed(1)}%`
const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const head = (...cells: string[]) => {
  console.log()
  row(...cells)
  row(...cells.map(() => '---'))
}
const count = (keep: (review: Review) => boolean) => corpus.filter(keep).length

head('sentiment', 'texts', 'share', 'ironic', ...SPLITS)
for (const sentiment of SENTIMENTS) {
  const of = corpus.filter((review) => review.sentiment === sentiment)
  const splits = SPLITS.map((split) => of.filter((review) => review.split === split).length)
  row(
    sentiment,
    of.length,
    percent(of.length / corpus.length),
    of.filter(({ ironic }) => ironic).length,
    ...splits,
  )
}
row(
  'all',
  corpus.length,
  '',
  count(({ ironic }) => ironic),
  ...SPLITS.map((split) => count((r) => r.split === split)),
)

head('domain', ...SENTIMENTS, 'ironic', 'all')
for (const domain of [...new Set(corpus.map((review) => review.domain))].sort()) {
  const of = corpus.filter((review) => review.domain === domain)
  const counts = SENTIMENTS.map((sentiment) => of.filter((review) => review.sentiment === sentiment).length)
  row(domain, ...counts, of.filter(({ ironic }) => ironic).length, of.length)
}

const texts = corpus.map(({ text }) => text)
const sentences = texts.flatMap((text) => {
  const doc = splitSentences(tokenize(text))
  return [...doc.sentences()].map(({ start, end }) => text.slice(start, end))
})
const real = realReviews()
head('corpus', 'units', 'mean words', 'median', '95%', 'max', 'type-token ratio (5,000 words)')
const distribution = (name: string, units: readonly string[]) => {
  const { count, mean, median, p95, max } = lengthStatistics(units)
  const ratio = typeTokenRatio(mixed(units).flatMap(wordsOf))
  row(name, count, mean.toFixed(1), median, p95, max, ratio.toFixed(3))
}
distribution('reviews (texts)', texts)
distribution('reviews (sentences)', sentences)
for (const [name, units] of real)
  distribution(
    name,
    units.map(({ text }) => text),
  )

const labelled = (split: string, keep: (review: Review) => boolean) =>
  corpus
    .filter((review) => review.split === split && keep(review))
    .map(({ text, sentiment }) => ({ text, label: sentiment }))
const polar = ({ sentiment }: Review) => sentiment === 'positive' || sentiment === 'negative'
head('naive Bayes', 'train', 'test', 'accuracy', 'largest class')
const learn = (
  name: string,
  train: { text: string; label: string }[],
  test: { text: string; label: string }[],
) => {
  const largest = Math.max(...new Set(test.map((a) => test.filter((b) => a.label === b.label).length)))
  const accuracy = naiveBayesAccuracy(train, test)
  row(name, train.length, test.length, percent(accuracy), percent(largest / test.length))
}
learn(
  'reviews, four classes',
  labelled('train', () => true),
  labelled('test', () => true),
)
learn('reviews, positive and negative', labelled('train', polar), labelled('test', polar))
learn(
  'the same without ironic texts',
  labelled('train', (r) => polar(r) && !r.ironic),
  labelled('test', (r) => polar(r) && !r.ironic),
)
const everything = corpus.filter(polar).map(({ text, sentiment }) => ({ text, label: sentiment }))
const folds = [...Array(10).keys()].map((fold) =>
  naiveBayesAccuracy(
    everything.filter((_, i) => i % 10 !== fold),
    everything.filter((_, i) => i % 10 === fold),
  ),
)
const mean = folds.reduce((sum, accuracy) => sum + accuracy, 0) / folds.length
row('all positive and negative, ten folds', '', everything.length, percent(mean), '')
const movies = real.get('sentence_polarity')!
const shuffled = mixed(movies.map(({ text, label }) => `${label}\t${text}`)).map((line) => {
  const [label, text] = line.split('\t') as [string, string]
  return { label, text }
})
const size = labelled('train', polar).length
learn('sentence_polarity, as many to train', shuffled.slice(0, size), shuffled.slice(size, size + 2000))

const program = `
import json, sys, zipfile
from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants
analyzer = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
with zipfile.ZipFile(sys.argv[1]) as archive:
    analyzer.lexicon_file = archive.read('vader_lexicon/vader_lexicon.txt').decode('utf-8')
analyzer.lexicon = analyzer.make_lex_dict()
analyzer.constants = VaderConstants()
json.dump([analyzer.polarity_scores(text)['compound'] for text in json.load(sys.stdin)], sys.stdout)
`
const { status, stdout, stderr } = spawnSync(
  '/usr/bin/python3',
  ['-c', program, `${mirror()}/nltk/sentiment/vader_lexicon.zip`],
  { input: JSON.stringify(texts), encoding: 'utf8' },
)
if (status !== 0) {
  console.error(`VADER left out (apt-get install python3-nltk): ${stderr || 'no /usr/bin/python3'}`)
  process.exit(1)
}
const compound = JSON.parse(stdout) as number[]
head('VADER (positive where compound >= 0)', 'texts', 'accuracy')
const vader = (name: string, keep: (review: Review) => boolean) => {
  const places = [...corpus.keys()].filter((i) => polar(corpus[i]!) && keep(corpus[i]!))
  const right = places.filter((i) => compound[i]! >= 0 === (corpus[i]!.sentiment === 'positive')).length
  row(name, places.length, percent(right / places.length))
}
vader('test, positive and negative', ({ split }) => split === 'test')
vader('test, without ironic texts', ({ split, ironic }) => split === 'test' && !ironic)
vader('test, ironic texts', ({ split, ironic }) => split === 'test' && ironic)
vader('all splits', () => true)
vader('all splits, without ironic texts', ({ ironic }) => !ironic)
vader('all splits, ironic texts', ({ ironic }) => ironic)
