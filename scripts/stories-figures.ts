// Prints the figures of the card corpora/stories/README.md: counts by category, lengths and shares beside real texts,
// the most frequent words, and the words that mark each category (log-likelihood).
//   npx tsx scripts/stories-figures.ts      (wants ../shared/corpora or WORDLOOM_MIRROR)
import { wordsOf } from '../tests/support/corpus-checks.js'
import {
  brown,
  CATEGORIES,
  COMMON,
  LIKE,
  measure,
  paragraphsOf,
  realLike,
  type Story,
  stories,
} from '../tests/support/stories.js'

if (process.argv.includes('--help')) {
  console.log(
    'npx tsx scripts/stories-figures.ts: the figures of corpora/stories/README.md, as Markdown tables',
  )
  process.exit(0)
}

const corpus = stories()
const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const head = (...cells: string[]) => {
  console.log()
  row(...cells)
  row(...cells.map(() => '---'))
}
const of = (category: string) => corpus.filter((story) => story.category === category)
const spaced = (text: string) => text.split(/\s+/).filter((word) => word !== '').length
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

head('category', 'files', 'paragraphs', 'sentences', 'words (`wc -w`)', 'words', 'distinct words')
for (const category of [...CATEGORIES, 'all']) {
  const files = category === 'all' ? corpus : of(category)
  const words = files.flatMap(({ text }) => wordsOf(text))
  row(
    category,
    files.length,
    sum(files.map(({ text }) => paragraphsOf(text).length)),
    sum(files.map(({ sentences }) => sentences.length)),
    sum(files.map(({ text }) => spaced(text))),
    words.length,
    new Set(words).size,
  )
}

head(
  'texts',
  'files',
  'words a sentence: mean',
  'median',
  '95%',
  'letters a word',
  'distinct in 500 words',
  'commonest 50',
  '`the`',
  '`I`, `we`...',
  '`you`...',
)
const measured = (name: string, files: readonly Story[]) => {
  const m = measure(files)
  row(
    name,
    files.length,
    m.sentenceMean.toFixed(1),
    m.sentenceMedian,
    m.sentenceP95,
    m.letters.toFixed(2),
    Math.round(500 * m.ratio),
    Math.round(m.common),
    Math.round(m.the),
    Math.round(m.firstPerson),
    Math.round(m.secondPerson),
  )
}
for (const category of CATEGORIES) {
  measured(`**${category}**`, of(category))
  const real = realLike(category)
  for (const name of LIKE[category])
    measured(
      name,
      real.filter((file) => file.category === name),
    )
}
measured('**all**', corpus)
measured('all of Brown', brown())

const counted = (words: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
const top = (counts: Map<string, number>, n: number) =>
  [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, n)
    .map(([word, times]) => `${word} ${times}`)
    .join(', ')
const all = counted(corpus.flatMap(({ text }) => wordsOf(text)))
console.log(`\nMost frequent: ${top(all, 40)}`)
console.log(
  `\nWithout the commonest of English: ${top(new Map([...all].filter(([word]) => !small(word))), 60)}`,
)

function small(word: string): boolean {
  return COMMON.has(word) || word.length < 4 || word.includes("'")
}

head('category', 'words that mark it')
const total = sum([...all.values()])
for (const category of CATEGORIES) {
  const own = counted(of(category).flatMap(({ text }) => wordsOf(text)))
  const size = sum([...own.values()])
  const scored = [...own].map(([word, a]) => {
    const b = all.get(word)! - a
    const expected = (size * (a + b)) / total
    const other = a + b - expected
    const likelihood = 2 * (a * Math.log(a / expected) + (b > 0 ? b * Math.log(b / other) : 0))
    return { word, likelihood: a > expected ? likelihood : 0 }
  })
  scored.sort((a, b) => b.likelihood - a.likelihood)
  const words = scored.slice(0, 15).map(({ word }) => word)
  row(category, words.join(', '))
}
