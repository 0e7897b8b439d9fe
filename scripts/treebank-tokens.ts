// Trains a tokenizer and a sentence splitter on each of the seven treebanks and measures tokens, words and sentences
// from raw text, beside the tokenizer of rules and what UDPipe 1.2 has published.
//   npx tsx scripts/treebank-tokens.ts [NAMES...] [--split dev|test] [--ground rules|whitespace] [--lang xx]
//                                      [--paragraphs drop] [--record] [--files FOLDER]
// Raw text is that of the CoNLL 2018 shared task: a blank line at each # newdoc and # newpar; `--paragraphs drop` leaves
// the blank lines out. Scores are those of src/corpora/score-conllu.ts. --lang gives the rules of that language to all,
// as 'und' does to languages without rules of their own. --files writes the system's CoNLL-U, to be scored by other
// programs; --record writes bench/record/treebank-tokens.json.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { rawText } from '../src/corpora/raw-text.js'
import { readConllu } from '../src/corpora/read-conllu.js'
import { scoreConllu } from '../src/corpora/score-conllu.js'
import { writeConllu } from '../src/corpora/write-conllu.js'
import type { Doc } from '../src/text/doc.js'
import { SentenceSplitter, splitSentences, TrainedTokenizer, tokenize } from '../src/tokenize/index.js'
import { sentencesOf } from '../src/tokenize/trained/sentences-of.js'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string', default: 'dev' },
    ground: { type: 'string', default: 'rules' },
    lang: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
    paragraphs: { type: 'string', default: 'keep' },
    files: { type: 'string' },
    record: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (options.help) {
  console.log(
    'npx tsx scripts/treebank-tokens.ts [UD_English-EWT ...] [--split dev|test] [--ground rules|whitespace] [--lang xx]\n' +
      '  [--set NAME=NUMBER ...] [--paragraphs keep|drop] [--record] [--files FOLDER]\n' +
      'Trains tokenizers on the treebanks of the corpora (WORDLOOM_MIRROR) and measures them on dev, or on test.\n' +
      '--set gives an option of TrainedTokenizer.train.',
  )
  process.exit(0)
}

/**
 * Language of each treebank, and F1 of UDPipe 1.2's models of UD 2.5 on test: tokens, words, sentences. English as its
 * authors published it; French and Turkish as the authors of LIMA measured those models on UD 2.6
 * (github.com/aymara/lima-models, eval.md), who got 86.92 for the English sentences.
 */
const TREEBANKS: Readonly<Record<string, readonly [lang: string, ...udpipe: number[]]>> = {
  'UD_English-EWT': ['en', 98.9, 98.9, 77.4],
  'UD_Portuguese-Bosque': ['pt'],
  'UD_French-Sequoia': ['fr', 99.79, 99.09, 87.5],
  'UD_Russian-Taiga': ['ru'],
  'UD_Korean-GSD': ['ko'],
  'UD_Turkish-IMST': ['tr', 99.92, 98.3, 96.97],
  'UD_Italian-ParTUT': ['it'],
}
const mirror = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')

function bytesOf(treebank: string, split: string): Uint8Array {
  const folder = join(mirror, 'ud', treebank)
  const file = readdirSync(folder).find((name) => name.includes(`ud-${split}.conllu`))!
  const bytes = readFileSync(join(folder, file))
  return new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}

function figures(gold: Uint8Array, system: Doc): Record<string, number> {
  const { Tokens, Words, Sentences } = scoreConllu(gold, system)
  const f1 = ({ f1: value }: { readonly f1: number }) => Number(value.toFixed(2))
  return { tokens: f1(Tokens), words: f1(Words), sentences: f1(Sentences) }
}

const record = []
for (const treebank of positionals.length > 0 ? positionals : Object.keys(TREEBANKS)) {
  const [own, ...udpipe] = TREEBANKS[treebank]!
  const lang = options.lang ?? own
  const train = [...readConllu(bytesOf(treebank, 'train'))]
  const gold = bytesOf(treebank, options.split)
  const raw = rawText(gold)
  const text = options.paragraphs === 'drop' ? raw.replaceAll('\n\n', ' ') : raw
  const began = process.cpuUsage()
  const tokenizer = await TrainedTokenizer.train(train, {
    lang,
    ground: options.ground as 'rules' | 'whitespace',
    ...Object.fromEntries(options.set.map((one) => [one.split('=')[0]!, Number(one.split('=')[1])])),
  })
  const tokenizing = process.cpuUsage(began)
  const splitter = SentenceSplitter.train(train.map((doc) => sentencesOf(doc, tokenizer.tokenize(doc.text))))
  const all = process.cpuUsage(began)
  const system = splitter.split(tokenizer.tokenize(text))
  const rules = splitSentences(tokenize(text, { lang }), { lang })
  const seconds = ({ user, system: kernel }: NodeJS.CpuUsage) => Number(((user + kernel) / 1e6).toFixed(1))
  const row = {
    treebank,
    split: options.split,
    trained: figures(gold, system),
    rules: figures(gold, rules),
    udpipe,
    packBytes: [tokenizer.save().length, splitter.save().length],
    trainingCpuSeconds: [seconds(tokenizing), Number((seconds(all) - seconds(tokenizing)).toFixed(1))],
  }
  record.push(row)
  console.log(JSON.stringify(row))
  if (options.files === undefined) continue
  mkdirSync(options.files, { recursive: true })
  const base = join(options.files, `${treebank}-${options.split}`)
  writeFileSync(`${base}.conllu`, writeConllu(system))
  writeFileSync(`${base}.gold.conllu`, gold)
}
if (options.record) {
  const about =
    'F1 in per cent from raw text with paragraph breaks, npx tsx scripts/treebank-tokens.ts --split test; trained: tokenizer and sentence splitter of the treebank, rules: tokenize and splitSentences, udpipe: UDPipe 1.2, models of UD 2.5 (191206): tokens, words, sentences; English published, French and Turkish as measured on UD 2.6 by the authors of LIMA'
  writeFileSync('bench/record/treebank-tokens.json', `${JSON.stringify({ about, rows: record }, null, 2)}\n`)
}
