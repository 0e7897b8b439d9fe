// Accuracy, training time and speed of the simple taggers on EWT, beside NLTK's in the same run.
//   npx tsx scripts/simple-taggers-figures.ts [--split dev|test] [--column tag|xtag] [--nltk none|fast|all] [--rules N]
// Trained on train. Times are of the processor; speed is the best of five runs. NLTK (apt-get install python3-nltk) trains
// Brill rules for many minutes: --nltk fast leaves them out.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readConllu } from '../src/corpora/read-conllu.js'
import {
  AffixTagger,
  BrillTagger,
  DefaultTagger,
  HmmTagger,
  mapTags,
  NgramTagger,
  type SimpleTagger,
  taggingAccuracy,
} from '../src/tag/index.js'
import type { Doc } from '../src/text/doc.js'
import { nltkTaggers, taggedSentences } from '../tests/support/nltk-taggers.js'

const { values: options } = parseArgs({
  options: {
    split: { type: 'string', default: 'dev' },
    column: { type: 'string', default: 'tag' },
    nltk: { type: 'string', default: 'none' },
    rules: { type: 'string', default: '200' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (options.help) {
  console.log(
    'npx tsx scripts/simple-taggers-figures.ts [--split dev|test] [--column tag|xtag] [--nltk none|fast|all] [--rules 200]\n' +
      'Measures the simple taggers on EWT. Example: npx tsx scripts/simple-taggers-figures.ts --nltk fast',
  )
  process.exit(0)
}

const { column } = options
const maxRules = Number(options.rules)
const most = column === 'tag' ? 'NOUN' : 'NN'
const train = docsOf('train')
const gold = docsOf(options.split)
const tokens = gold.reduce((sum, doc) => sum + doc.length, 0)
const seconds = (run: NodeJS.CpuUsage) => (run.user + run.system) / 1e6

const last = new DefaultTagger(most, { column })
const affix = AffixTagger.train(train, { column, backoff: last })
const unigram = NgramTagger.train(train, { column, backoff: affix })
const bigram = NgramTagger.train(train, { column, n: 2, backoff: unigram })

/** Each row: what it is called, its name in tests/support/nltk_taggers.py, and how it is trained, all behind it counted. */
const ROWS: readonly (readonly [
  name: string,
  nltk: string,
  make: () => SimpleTagger | Promise<SimpleTagger>,
])[] = [
  [`default (${most})`, 'default', () => last],
  ['unigram < default', 'unigram', () => NgramTagger.train(train, { column, backoff: last })],
  ['affix < default', 'affix', () => AffixTagger.train(train, { column, backoff: last })],
  ['unigram < affix', 'unigram-affix', () => NgramTagger.train(train, { column, backoff: affix })],
  [
    'bigram < unigram < affix',
    'bigram-affix',
    () => NgramTagger.train(train, { column, n: 2, backoff: unigram }),
  ],
  [
    'trigram < bigram < ...',
    'trigram-affix',
    () => NgramTagger.train(train, { column, n: 3, backoff: bigram }),
  ],
  ['HMM, bigrams', '', () => HmmTagger.train(train, { column, order: 'bigram' })],
  ['HMM, trigrams', 'tnt', () => HmmTagger.train(train, { column })],
  ['Brill (brill24) over unigram', 'brill24', () => brill('brill24')],
  ['Brill (fntbl37) over unigram', 'fntbl37', () => brill('fntbl37')],
]

function brill(templates: 'brill24' | 'fntbl37'): Promise<BrillTagger> {
  return BrillTagger.train(train, { column, base: unigram, templates, maxRules })
}

function docsOf(split: string): Doc[] {
  const mirror = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')
  const name = `en_ewt-ud-${split}.conllu${split === 'train' ? '.gz' : ''}`
  const bytes = readFileSync(join(mirror, 'ud/UD_English-EWT', name))
  return [...readConllu(new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes))]
}

const per100 = (share: number) => (100 * share).toFixed(2).padStart(6)
console.log(
  `EWT ${options.split}, column ${column}, ${tokens} tokens; accuracy, of known and of unknown words; training in s; tokens/s`,
)
for (const [name, , make] of ROWS) {
  const began = process.cpuUsage()
  const tagger = await make()
  const training = seconds(process.cpuUsage(began))
  let fastest = Number.POSITIVE_INFINITY
  let system: Doc[] = []
  for (let run = 0; run < 5; run++) {
    const start = process.cpuUsage()
    system = gold.map((doc) => tagger.tag(doc))
    fastest = Math.min(fastest, seconds(process.cpuUsage(start)))
  }
  const { accuracy, known, unknown } = taggingAccuracy(gold, system, { column, known: train })
  const figures = [accuracy, known.accuracy, unknown.accuracy].map(per100).join(' ')
  const speed = Math.round(tokens / fastest).toLocaleString('en')
  console.log(`${name.padEnd(30)}${figures}${training.toFixed(2).padStart(9)}${speed.padStart(12)}`)
}
if (column === 'tag') {
  const mapped = gold.map((doc) => mapTags(doc, { map: 'ptb-upos', from: 'xtag', to: 'tag' }))
  console.log(`gold XPOS mapped to UPOS       ${per100(taggingAccuracy(gold, mapped).accuracy)}`)
}
if (options.nltk !== 'none') {
  const names = ROWS.map(([, name]) => name).filter((name) => name !== '')
  const taggers = options.nltk === 'all' ? names : names.filter((name) => !/^(?:brill|fntbl)/.test(name))
  const theirs = nltkTaggers({
    train: taggedSentences(train, column),
    test: taggedSentences(gold, column),
    taggers,
    default: most,
    maxRules,
  })
  console.log('NLTK: accuracy; training in s, all taggers behind it counted; tokens/s')
  for (const [name, { correct, tokens: all, trainSeconds, tagSeconds }] of Object.entries(theirs)) {
    const speed = Math.round(all / tagSeconds).toLocaleString('en')
    console.log(
      `${name.padEnd(30)}${per100(correct / all)}${trainSeconds.toFixed(2).padStart(23)}${speed.padStart(12)}`,
    )
  }
}
