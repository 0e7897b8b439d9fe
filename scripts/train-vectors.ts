// Trains English word vectors on open text, and writes them as a Pack.
//   npx tsx scripts/train-vectors.ts [--out FILE] [--corpora IDS] [--window N] [--size N] [--epochs N] [--min-count N]
//     [--casing lower|keep] [--digits zero|keep] [--seed N] [--words FILE] [--floats FILE] [--no-evaluation]
// The text is what the store (or WORDLOOM_MIRROR) has: the `text` corpora and the sentences of UD EWT train. Every option
// has a default; the same options give the same bytes. --words and --floats also write plain files: a word a line, and
// the rows as float32, little-endian.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Word2Vec } from '../src/embed/word2vec.js'
import { corpora } from '../src/node.js'
import type { Doc } from '../src/text/doc.js'
import { analogyScore, similarityScore } from './vector-evaluation.js'

const TEXTS = [
  'text-wikipedia-en-2015',
  'text-wikinews-en-2022',
  'text-factbook',
  'text-whitehouse-remarks',
  'text-gutenberg-books',
]

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: 'build/vectors-en.pack' },
    corpora: { type: 'string', default: [...TEXTS, 'ud-english-ewt'].join(',') },
    window: { type: 'string', default: '2' },
    size: { type: 'string', default: '100' },
    epochs: { type: 'string', default: '5' },
    'min-count': { type: 'string', default: '5' },
    casing: { type: 'string', default: 'lower' },
    digits: { type: 'string', default: 'zero' },
    seed: { type: 'string', default: '1' },
    words: { type: 'string' },
    floats: { type: 'string' },
    'no-evaluation': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (options.help) {
  console.log(
    'npx tsx scripts/train-vectors.ts [--out build/vectors-en.pack] [--corpora ID,ID] [--window 2] [--size 100] [--epochs 5]\n' +
      '  [--min-count 5] [--casing lower|keep] [--digits zero|keep] [--seed 1] [--words FILE] [--floats FILE] [--no-evaluation]\n' +
      'Trains word vectors. Example: npx tsx scripts/train-vectors.ts --window 5 --casing keep --digits keep --out build/wide.pack',
  )
  process.exit(0)
}

// A mirror has the paths of a store, so it is read in place.
const dir = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')
const ids = options.corpora.split(',')
const began = performance.now()
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`

async function* docs(): AsyncGenerator<Doc> {
  for (const id of ids) {
    const corpus = await corpora.open(id, { dir })
    const treebank = corpus.splits().includes('train')
    yield* corpus.documents(treebank ? { split: 'train' } : {})
    console.log(`${seconds()}: read ${id}`)
  }
}

let shown = 0
const { vectors, report } = await Word2Vec.train(docs(), {
  vectorSize: Number(options.size),
  window: Number(options.window),
  epochs: Number(options.epochs),
  minCount: Number(options['min-count']),
  casing: options.casing as 'lower',
  digits: options.digits as 'zero',
  seed: Number(options.seed),
  meta: { name: 'vectors-en', lang: 'en', data: ids, licence: 'CC-BY-SA-4.0' },
  onProgress(done) {
    if (done < shown) return
    if (done > 0) console.log(`${seconds()}: ${(100 * done).toFixed(0)}%`)
    shown = done + 0.05
  },
})
console.log(
  `${seconds()}: ${vectors.length} words, ${report.corpusWords} in the corpus, ${report.trainedWords} trained, losses ${report.losses.map((loss) => loss.toFixed(4)).join(' ')}`,
)
const bytes = vectors.save()
writeFileSync(options.out, bytes)
console.log(`${options.out}: ${bytes.length} bytes`)
if (options.words !== undefined) writeFileSync(options.words, `${vectors.words.join('\n')}\n`)
if (options.floats !== undefined) writeFileSync(options.floats, new Uint8Array(vectors.values.buffer))
if (options['no-evaluation'] !== true) {
  const shownWords = ['france', 'walked', 'quickly', 'monday'].filter((word) => vectors.find(word) >= 0)
  for (const word of shownWords) {
    console.log(
      `nearest('${word}'): ${vectors
        .nearest(word, { count: 8 })
        .map((hit) => hit.word)
        .join(' ')}`,
    )
  }
  const queen = vectors.analogy('man', 'king', 'woman', { count: 4 })
  console.log(`analogy('man', 'king', 'woman'): ${queen.map((hit) => hit.word).join(' ')}`)
  for (const [name, file] of [
    ['MEN', 'EN-MEN-TR-3k.txt'],
    ['WordSim-353', 'EN-WS-353-ALL.txt'],
    ['SimLex-999', 'EN-SIMLEX-999.txt'],
  ] as const) {
    console.log(`${name}: Spearman ${await similarityScore(vectors, file, dir)}`)
  }
  console.log(`analogies: ${await analogyScore(vectors, dir)}`)
}
console.log(seconds())
