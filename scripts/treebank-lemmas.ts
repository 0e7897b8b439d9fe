// Trains a lemmatizer on each of the seven treebanks and measures its lemmas, beside what UDPipe 1.2 has published.
//   npx tsx scripts/treebank-lemmas.ts [NAMES...] [--split dev|test] [--record] [--files FOLDER]
// Gold tokens; with the form alone, with gold UPOS, and with gold UPOS and features. A lemma that a treebank leaves open
// (_) counts as right, as in the CoNLL 2018 shared task. --files writes the system's CoNLL-U, to be scored by other
// programs; --record writes bench/record/treebank-lemmas.json.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { FigureRow } from '../bench/support/outcome.js'
import { type BenchRecord, circumstances, RECORD } from '../bench/support/record.js'
import { readConllu } from '../src/corpora/read-conllu.js'
import { scoreConllu } from '../src/corpora/score-conllu.js'
import { writeConllu } from '../src/corpora/write-conllu.js'
import { Lemmatizer } from '../src/lemma/lemmatizer.js'
import type { Column } from '../src/text/doc.js'
import { Doc } from '../src/text/doc.js'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string', default: 'dev' },
    files: { type: 'string' },
    record: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (options.help) {
  console.log(
    'npx tsx scripts/treebank-lemmas.ts [UD_English-EWT ...] [--split dev|test] [--record] [--files FOLDER]\n' +
      'Trains lemmas on the treebanks of the corpora (WORDLOOM_MIRROR) and measures them on dev, or on test.',
  )
  process.exit(0)
}

/** Lemmas of UDPipe 1.2's models of UD 2.5, test, in per cent: gold tokens, and raw text (tags are its own in both). */
const UDPIPE: Readonly<Record<string, readonly [goldTokens: number, raw: number]>> = {
  'UD_English-EWT': [96.4, 95.5],
  'UD_Portuguese-Bosque': [97.2, 96.7],
  'UD_French-Sequoia': [97.8, 96.9],
  'UD_Russian-Taiga': [87.0, 84.9],
  'UD_Korean-GSD': [87.2, 87.1],
  'UD_Turkish-IMST': [91.4, 90.0],
  'UD_Italian-ParTUT': [96.7, 96.5],
}
const LEVELS = { form: [], 'form, tag': ['tag'], 'form, tag, features': ['tag', 'features'] }
const mirror = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')

function docsOf(treebank: string, split: string): Doc[] {
  const folder = join(mirror, 'ud', treebank)
  const file = readdirSync(folder).find((name) => name.includes(`ud-${split}.conllu`))!
  const bytes = readFileSync(join(folder, file))
  return [...readConllu(new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes))]
}

/** What a system is given: the tokens, and these columns. */
function input(doc: Doc, names: readonly string[]): Doc {
  const columns: Record<string, Column> = { sentence: doc.numbers('sentence') }
  if (doc.has('kind')) columns.kind = doc.numbers('kind')
  for (const name of ['form', 'multiword', 'misc', ...names])
    if (doc.has(name)) columns[name] = doc.strings(name)
  return Doc.create(doc.text, { start: doc.start, end: doc.end, ...columns })
}

const record: FigureRow[] = []
for (const treebank of positionals.length > 0 ? positionals : Object.keys(UDPIPE)) {
  const train = docsOf(treebank, 'train')
  const gold = docsOf(treebank, options.split)
  const began = process.cpuUsage()
  const model = await Lemmatizer.train(train)
  const spent = process.cpuUsage(began)
  const lemmas: Record<string, number> = {}
  for (const [name, columns] of Object.entries(LEVELS)) {
    const system = gold.map((doc) => model.lemmatize(input(doc, columns)))
    lemmas[name] = Number(scoreConllu(gold, system).Lemmas.f1.toFixed(2))
    if (options.files === undefined) continue
    mkdirSync(options.files, { recursive: true })
    const base = join(options.files, `${treebank}-${options.split}`)
    writeFileSync(`${base}.${['form', ...columns].join('+')}.conllu`, writeConllu(system))
    writeFileSync(`${base}.gold.conllu`, writeConllu(gold))
  }
  const tokens = gold.reduce((sum, doc) => sum + doc.length, 0)
  const [udpipe, udpipeRaw] = UDPIPE[treebank] ?? []
  const row = {
    engine: treebank,
    ours: true,
    values: {
      form: lemmas.form!,
      tag: lemmas['form, tag']!,
      features: lemmas['form, tag, features']!,
      ...(udpipe === undefined || udpipeRaw === undefined ? {} : { udpipe, udpipeRaw }),
      seconds: Number(((spent.user + spent.system) / 1e6).toFixed(1)),
      kilobytes: model.save().length / 1000,
    },
  }
  record.push(row)
  console.log(
    JSON.stringify({
      ...row,
      split: options.split,
      tokens,
      method: Lemmatizer.load(model.save()).meta.method,
    }),
  )
}
if (options.record) {
  const columns = [
    ['form', 'form alone', 2],
    ['tag', 'with gold UPOS', 2],
    ['features', 'with gold UPOS and features', 2],
    ['udpipe', 'UDPipe 1.2, gold tokens', 1],
    ['udpipeRaw', 'UDPipe 1.2, raw text', 1],
    ['seconds', 'training, CPU s', 1],
    ['kilobytes', 'pack, kB', 0],
  ] as const
  const kept: BenchRecord = {
    name: 'treebank-lemmas',
    title: 'Lemmas, seven treebanks',
    about: `${options.split === 'test' ? 'Test' : 'Dev'} splits, gold tokens, lemmas in per cent as in the CoNLL 2018 shared task, with nothing but the form, with gold UPOS, with gold UPOS and features. UDPipe 1.2: models of UD 2.5 (191206), published; its tags are its own.`,
    ...circumstances(),
    command: `npx tsx scripts/treebank-lemmas.ts --split ${options.split} --record`,
    columns: columns.map(([key, label, digits]) => ({ key, label, digits })),
    rows: record,
    targets: [],
    wrong: [],
    notes: [],
  }
  writeFileSync(join(RECORD, 'treebank-lemmas.json'), `${JSON.stringify(kept, null, 1)}\n`)
}
