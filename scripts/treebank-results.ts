// Trains the whole pipeline on each of the seven treebanks and measures it, beside what UDPipe 1.2 has published.
//   npx tsx scripts/treebank-results.ts [--split dev|test] [--treebank NAME] [--grade fast|exact|both] [--packs FOLDER] [--record]
// All metrics of the CoNLL 2018 shared task, from raw text and from gold tokens. NAME is a part of a treebank's name (EWT,
// French) or its language (fr). --packs keeps the packs and goes on from those that are there; --record writes
// bench/record/treebanks.json, with the rows of treebanks that are measured now in place of theirs.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { FigureRow } from '../bench/support/outcome.js'
import { type BenchRecord, circumstances, RECORD } from '../bench/support/record.js'
import { markdownTable } from '../bench/support/table.js'
import { CONLLU_METRICS } from '../src/corpora/index.js'
import { readConllu } from '../src/corpora/read-conllu.js'
import { type Grade, Language, scoreLanguage, trainLanguage } from '../src/language/index.js'
import type { Doc } from '../src/text/doc.js'
import { udpipeFigures } from './udpipe-figures.js'

const { values: options } = parseArgs({
  options: {
    split: { type: 'string', default: 'dev' },
    treebank: { type: 'string' },
    grade: { type: 'string', default: 'fast' },
    seed: { type: 'string', default: '1' },
    packs: { type: 'string' },
    record: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (options.help) {
  console.log(
    'npx tsx scripts/treebank-results.ts [--split dev|test] [--treebank fr] [--grade fast|exact|both] [--packs FOLDER] [--record]\n' +
      'Trains and measures the pipeline on the treebanks of the corpora (WORDLOOM_MIRROR).',
  )
  process.exit(0)
}

const folder = join(resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora'), 'ud')
const NONE: ReadonlySet<string> = new Set(['CLAS'])
const METRICS = CONLLU_METRICS.filter((name) => !NONE.has(name))

interface Treebank {
  readonly name: string
  readonly lang: string
  docs(split: string): Doc[]
}

function treebanks(): Treebank[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const files = readdirSync(join(folder, name))
      const lang = files.find((file) => file.includes('-ud-'))!.split('_')[0]!
      const docs = (split: string) => {
        const file = files.find((one) => one.includes(`-ud-${split}.conllu`))!
        const bytes = readFileSync(join(folder, name, file))
        return [...readConllu(new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes))]
      }
      return { name, lang, docs }
    })
    .filter(({ name, lang }) => {
      const wanted = options.treebank
      return wanted === undefined || lang === wanted || name.toLowerCase().includes(wanted.toLowerCase())
    })
}

async function trained({
  name,
  lang,
  docs,
}: Treebank): Promise<{ language: Language; seconds: number; megabytes: number }> {
  const path = options.packs === undefined ? undefined : join(options.packs, `${name}.pack`)
  if (options.packs !== undefined) mkdirSync(options.packs, { recursive: true })
  const earlier =
    path !== undefined && existsSync(path) ? Language.load(new Uint8Array(readFileSync(path))) : undefined
  const before = process.cpuUsage()
  const { language } = await trainLanguage(docs('train'), {
    dev: docs('dev'),
    lang,
    seed: Number(options.seed),
    grade: options.grade as Grade | 'both',
    ...(earlier === undefined ? {} : { resume: earlier }),
    onPart(report, soFar) {
      console.log(`${name} ${JSON.stringify(report)}`)
      if (path !== undefined) writeFileSync(path, soFar.save())
    },
  })
  const { user, system } = process.cpuUsage(before)
  const bytes = language.save()
  if (path !== undefined) writeFileSync(path, bytes)
  return { language, seconds: (user + system) / 1e6, megabytes: bytes.length / 1e6 }
}

const rows: FigureRow[] = []
for (const treebank of treebanks()) {
  const { language, seconds, megabytes } = await trained(treebank)
  const gold = treebank.docs(options.split)
  const grades = (['fast', 'exact'] as const).filter((grade) => language.has(`${grade}Parser`))
  for (const from of ['raw', 'tokens'] as const) {
    const way = from === 'raw' ? 'raw text' : 'gold tokens'
    for (const grade of grades.length > 0 ? grades : [undefined]) {
      const scores = scoreLanguage(grade === undefined ? language : language.withGrade(grade), gold, { from })
      const values = Object.fromEntries(METRICS.map((name) => [name, Number(scores[name].f1.toFixed(2))]))
      rows.push({
        engine: `${treebank.name}, ${way}${grade === undefined ? '' : `, ${grade}`}`,
        ours: true,
        values: { ...values, seconds, megabytes },
      })
    }
    const values = options.split === 'test' ? udpipeFigures(treebank.name, from) : {}
    if (Object.keys(values).length > 0) {
      rows.push({ engine: `UDPipe 1.2, ${treebank.name}, ${way}`, values, note: 'published, UD 2.5' })
    }
  }
}
const columns = [
  ...METRICS.map((name) => ({ key: name, label: name, digits: 2 })),
  { key: 'seconds', label: 'training, CPU s', digits: 0 },
  { key: 'megabytes', label: 'pack, MB', digits: 1 },
]
const outcome = { columns, rows, targets: [], wrong: [], notes: [] }
console.log(markdownTable(outcome))

if (options.record) {
  const path = join(RECORD, 'treebanks.json')
  const measured = new Set(rows.map(({ engine }) => treebankOf(engine)))
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as BenchRecord).rows : []
  const kept = before.filter(({ engine }) => !measured.has(treebankOf(engine)))
  const all = [...kept, ...rows].sort((a, b) => (treebankOf(a.engine) < treebankOf(b.engine) ? -1 : 1))
  const record: BenchRecord = {
    name: 'treebanks',
    title: 'The whole pipeline, seven treebanks',
    about: `${options.split === 'test' ? 'Test' : 'Dev'} splits: F1 in per cent by the scorer of the CoNLL 2018 shared task, from raw text and from gold tokens. Trained on train, choices made on dev, nothing but the treebank. UDPipe 1.2: models of UD 2.5 (191206), published.`,
    ...circumstances(),
    command: `npx tsx scripts/treebank-results.ts --split ${options.split} --grade ${options.grade} --record`,
    ...outcome,
    rows: all,
  }
  writeFileSync(path, `${JSON.stringify(record, null, 1)}\n`)
}

function treebankOf(engine: string): string {
  return /UD_[\w-]+/.exec(engine)?.[0] ?? engine
}
