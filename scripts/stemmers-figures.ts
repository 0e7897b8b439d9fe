// Prints what is measured of the stemmers, as Markdown: agreement with the published vocabularies, how many of their
// stems stay as they are when stemmed again, letters added, words/s, and time per letter of very long words.
//   npx tsx scripts/stemmers-figures.ts [--only spanish,french] [--stemwords PATH] [--words 100000] [--seed 1]
// Vocabularies are read from the folder of WORDLOOM_MIRROR (../shared/corpora where that is not set). With --stemwords
// (the program that Snowball's makefile builds) made-up words are compared as well; ends with 1 when any differs.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { corpora } from '../src/node.js'
import { STEMMERS, type Stemmer, stemmer } from '../src/stem/index.js'
import { foldCase } from '../src/stem/stemmer.js'
import { mirror } from '../tests/support/resources.js'
import { madeUpWords, rulesOf, textsOf } from '../tests/support/stem-words.js'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    stemwords: { type: 'string' },
    words: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
})
const only = options.only?.split(',')
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)}%`

/** Best of some runs, in milliseconds. */
function milliseconds(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

async function vocabulary(name: string): Promise<Array<{ word: string; stem: string }>> {
  if (!corpora.list().some(({ id }) => id === `snowball-${name}`)) return []
  const corpus = await corpora.open(`snowball-${name}`, { dir: mirror(), pack: false })
  return [...corpus.records()] as Array<{ word: string; stem: string }>
}

/** Agreement, words that change when stemmed again, most letters added, million words/s in a batch. */
function ofVocabulary(stem: Stemmer, records: ReadonlyArray<{ word: string; stem: string }>): string[] {
  const words = records.map(({ word }) => word)
  const stems = stem.stemAll(words)
  const again = stem.stemAll(stems)
  const right = records.filter(({ stem }, i) => stems[i] === stem.toLowerCase()).length
  const changed = stems.findIndex((found, i) => again[i] !== found)
  const same = stems.filter((found, i) => again[i] === found).length
  const added = stems.reduce(
    (most, found, i) => Math.max(most, found.length - (words[i] as string).length),
    0,
  )
  const witness = changed < 0 ? '' : ` (${words[changed]}, ${stems[changed]}, ${again[changed]})`
  const time = milliseconds(9, () => stem.stemAll(words))
  return [
    `${right} of ${words.length}`,
    `${percent(same, words.length)}${witness}`,
    String(added),
    (words.length / time / 1000).toFixed(2),
  ]
}

/**
 * Nanoseconds a letter for 100,000 letters of the worst text to repeat, and how much longer 200,000 take than 100,000:
 * about 2 is linear, 4 quadratic.
 */
function longWords(stem: Stemmer, texts: readonly string[]): string[] {
  const repeated = (text: string, length: number) => text.repeat(length / text.length + 1).slice(0, length)
  let worst = ''
  let most = 0
  for (const text of new Set(['a', 'b', ...texts.filter(({ length }) => length < 3)])) {
    const word = repeated(text, 100_000)
    const time = milliseconds(3, () => stem(word))
    if (time > most) {
      most = time
      worst = text
    }
  }
  const [once, twice] = [100_000, 200_000].map((length) => {
    const word = repeated(worst, length)
    return milliseconds(5, () => stem(word))
  }) as [number, number]
  return [`${(once * 10).toFixed(0)} (${worst})`, (twice / once).toFixed(1)]
}

/** How many of the made-up words have the stem that the program gives; nothing where it has no such stemmer. */
function compared(program: string, algorithm: string, stem: Stemmer, texts: readonly string[]): string {
  const settings = { numRuns: Number(options.words), seed: Number(options.seed) }
  const words = fc.sample(madeUpWords(texts), settings)
  const plain = words.filter((word) => /^\S+$/.test(word) && word === foldCase(word))
  const run = spawnSync(program, ['-l', algorithm], { input: `${plain.join('\n')}\n`, maxBuffer: 2 ** 30 })
  if (run.status !== 0) return ''
  const wanted = run.stdout.toString().split('\n')
  const differing = plain.flatMap((word, i) =>
    stem(word) === wanted[i] ? [] : [`${algorithm}: ${word} gives ${stem(word)}, not ${wanted[i]}`],
  )
  if (differing.length > 0) process.exitCode = 1
  for (const line of differing.slice(0, 5)) console.error(line)
  return `${plain.length - differing.length} of ${plain.length}`
}

const columns = [
  'algorithm',
  'agree',
  'unchanged again',
  'added',
  'M words/s',
  'ns/letter of 10^5',
  'of twice',
]
if (options.stemwords !== undefined) columns.push('made-up words agree')
console.log(`| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |`)
for (const { algorithm } of STEMMERS) {
  if (only && !only.includes(algorithm)) continue
  const stem = stemmer(algorithm)
  const texts = textsOf(rulesOf(algorithm))
  const records = await vocabulary(algorithm)
  const row = [algorithm, ...(records.length > 0 ? ofVocabulary(stem, records) : ['', '', '', ''])]
  row.push(...longWords(stem, texts))
  if (options.stemwords !== undefined) row.push(compared(options.stemwords, algorithm, stem, texts))
  console.log(`| ${row.join(' | ')} |`)
}
