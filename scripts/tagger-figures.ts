// Trains the tagger on a treebank and measures it: accuracy of each column, on unknown words too, speed, time, size.
//   npx tsx scripts/tagger-figures.ts [TREEBANK...] [--split dev|test] [--lexicon] [--clusters FILE] [--columns tag,xtag]
// Gold tokens and sentences; dev is scored after each pass and the best pass kept. --lexicon (English): Open English
// WordNet, given names, capitals in text (scripts/tag-lexicon.ts). --clusters: lines of a word and three numbers, tabs
// between. Speed: tokens of the split a second of processor time, warm, the best of several runs.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readConllu } from '../src/corpora/read-conllu.js'
import { type TagColumn, Tagger } from '../src/tag/index.js'
import type { Doc } from '../src/text/doc.js'
import { englishLexicon } from './tag-lexicon.js'

const RUNS = 7

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string', default: 'dev' },
    lexicon: { type: 'boolean' },
    clusters: { type: 'string' },
    columns: { type: 'string' },
    passes: { type: 'string' },
    prune: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (options.help || !['dev', 'test'].includes(options.split)) {
  console.log(
    'npx tsx scripts/tagger-figures.ts [UD_English-EWT ...] [--split dev|test] [--lexicon] [--clusters FILE]\n' +
      '  [--columns tag,xtag,features] [--passes N] [--prune N] [--seed N]\n' +
      'Trains a tagger on each treebank of the corpora (WORDLOOM_MIRROR) and prints its figures, one JSON a line.',
  )
  process.exit(options.help ? 0 : 2)
}
const mirror = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')

function docsOf(treebank: string, split: string): Doc[] {
  const folder = join(mirror, 'ud', treebank)
  const file = readdirSync(folder).find((name) => name.includes(`ud-${split}.conllu`))!
  const bytes = readFileSync(join(folder, file))
  return [...readConllu(new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes))]
}

function wordsOf(doc: Doc): string[] {
  const form = doc.has('form') ? doc.strings('form') : undefined
  return doc.words().map((word, i) => form?.strings[form.ids[i]!] || word)
}

function clustersOf(file: string): Map<string, number[]> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return new Map(
    lines.map((line) => {
      const [word, ...numbers] = line.split('\t')
      return [word!, numbers.map(Number)]
    }),
  )
}

/** Shares of right values in each column, over all tokens and over words that training has not. */
function score(tagger: Tagger, gold: readonly Doc[], known: ReadonlySet<string>) {
  const percent = (right: number, all: number) => Number(((100 * right) / Math.max(1, all)).toFixed(2))
  return Object.fromEntries(
    tagger.columns.map((column) => {
      const right = [0, 0]
      const all = [0, 0]
      for (const doc of gold) {
        const made = tagger.tag(doc).strings(column)
        const truth = doc.columnType(column) === 'string' ? doc.strings(column) : undefined
        wordsOf(doc).forEach((word, i) => {
          const is = made.strings[made.ids[i]!] === (truth === undefined ? '' : truth.strings[truth.ids[i]!])
          for (const k of known.has(word) ? [0] : [0, 1]) {
            all[k]!++
            if (is) right[k]!++
          }
        })
      }
      return [column, { all: percent(right[0]!, all[0]!), unknown: percent(right[1]!, all[1]!) }]
    }),
  )
}

/** Processor seconds of `action`. */
function seconds(action: () => void): number {
  const began = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

for (const treebank of positionals.length > 0 ? positionals : ['UD_English-EWT']) {
  const train = docsOf(treebank, 'train')
  const dev = docsOf(treebank, 'dev')
  const gold = options.split === 'dev' ? dev : docsOf(treebank, options.split)
  const tokens = gold.reduce((sum, doc) => sum + doc.length, 0)
  const lexicon = options.lexicon ? await englishLexicon(mirror) : undefined
  const began = process.cpuUsage()
  const tagger = await Tagger.train(train, {
    dev,
    ...(options.columns === undefined ? {} : { columns: options.columns.split(',') as TagColumn[] }),
    ...(options.passes === undefined ? {} : { passes: Number(options.passes) }),
    ...(options.prune === undefined ? {} : { prune: Number(options.prune) }),
    ...(options.seed === undefined ? {} : { seed: Number(options.seed) }),
    ...(lexicon === undefined ? {} : { lexicon }),
    ...(options.clusters === undefined ? {} : { clusters: clustersOf(options.clusters) }),
  })
  const training = process.cpuUsage(began)
  const bytes = tagger.save()
  const loaded = Tagger.load(bytes)
  const run = () => {
    for (const doc of gold) loaded.tag(doc)
  }
  const cold = seconds(run)
  const tags = tagger.columns.slice(0, 1)
  const runTags = () => {
    for (const doc of gold) loaded.tag(doc, { columns: tags })
  }
  const warmTags = Math.min(...Array.from({ length: RUNS }, () => seconds(runTags)))
  const warm = Math.min(...Array.from({ length: RUNS }, () => seconds(run)))
  const known = new Set(train.flatMap(wordsOf))
  console.log(
    JSON.stringify({
      treebank,
      split: options.split,
      tokens,
      accuracy: score(loaded, gold, known),
      tokensPerSecond: Math.round(tokens / warm),
      tokensPerSecondOfTags: Math.round(tokens / warmTags),
      tokensPerSecondCold: Math.round(tokens / cold),
      packBytes: bytes.length,
      trainingCpuSeconds: Number(((training.user + training.system) / 1e6).toFixed(1)),
    }),
  )
}
