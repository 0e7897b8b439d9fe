/**
 * How right and how fast is the English pipeline, up to trees? Both grades of the parser, from words of the treebank and
 * from its text; and how long does it take until a part is there?
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ConlluScores, rawText, scoreConllu } from 'wordloom'
import { EngineProcess, type Run } from '../support/engine.js'
import { ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  type Target,
  target,
} from '../support/outcome.js'
import { interleave, summarize } from '../support/statistics.js'
import { blindTreebank, goldTreebank, missingForEnglish } from '../support/treebank.js'

const COLUMNS: Outcome['columns'] = [
  { key: 'upos', label: 'UPOS', digits: 2 },
  { key: 'uas', label: 'UAS', digits: 2 },
  { key: 'las', label: 'LAS', digits: 2 },
  { key: 'speed', label: 'thousand tokens/s', digits: 1 },
  { key: 'best', label: 'best run', digits: 1 },
  { key: 'peak', label: 'peak RSS, MB', digits: 0 },
  { key: 'size', label: 'size, MB', digits: 1 },
  { key: 'load', label: 'load, ms', digits: 0 },
  { key: 'wall', label: 'by the clock', digits: 0 },
  { key: 'first', label: 'and first sentence, ms', digits: 0 },
]
const GRADES = ['fast', 'exact'] as const
type Grade = (typeof GRADES)[number]

/** What is asked for: UAS, LAS, thousand tokens/s from tagged words. */
const ASKED = { fast: [86.5, 84, 60], exact: [89.5, 87, 8] } as const
const PUBLISHED = [
  'published, UAS / LAS from gold tokens, other releases of the treebank: UDPipe 1.2 84.4 / 81.1; Parsey\u2019s Cousin (UD 1.3) 84.8 / 80.4; DRAGNN (dev) 87.6 / 84.2',
  'published, from raw text: UDPipe 1.2 80.2 / 77.0; Stanza 1.0 86.2 / 83.6, 1.5.1 88.9 / 86.8 (about 900 tokens/s); UDPipe 2 with a pretrained encoder 90.7 / 88.8',
  'npm en-parse, the one package of npm that gives dependencies, was measured earlier: 48.5 UAS with gold tags, 188 sentences/s',
]

interface Part {
  readonly name: string
  readonly bytes: number
}
interface Loading {
  readonly loaded: number
  readonly wall: number
  readonly first: number
}

function start(grade: Grade, folder: string): EngineProcess {
  const worker = join(ROOT, 'bench/parsing-worker.ts')
  return new EngineProcess(process.execPath, ['--import', 'tsx', worker, grade, folder], ROOT)
}

/** Files of system annotation, scored. */
async function scored(
  engine: EngineProcess,
  from: 'words' | 'text',
  folder: string,
  gold: string,
): Promise<ConlluScores> {
  const path = join(folder, `${from}.conllu`)
  await engine.ask(`${from} ${path}`)
  return scoreConllu(gold, readFileSync(path, 'utf8'))
}

/** Loads every part in fresh processes, in turns. */
async function loadings(parts: readonly Part[], folder: string, rounds: number): Promise<FigureRow[]> {
  const tasks = new Map(
    parts.map(({ name }) => [
      name,
      async () => {
        const engine = start(name === 'fastParser' ? 'fast' : 'exact', folder)
        try {
          return await engine.ask<Loading>(`load ${name}`)
        } finally {
          engine.close()
        }
      },
    ]),
  )
  const samples = await interleave(tasks, rounds)
  return parts.map(({ name, bytes }): FigureRow => {
    const of = (key: keyof Loading) => summarize(samples.get(name)!.map((sample) => sample[key]))
    const [load, wall, first] = [of('loaded'), of('wall'), of('first')]
    return {
      engine: `the pack, checked, and of it ${name}`,
      ours: true,
      values: { size: bytes / 1e6, load: load.median, wall: wall.median, first: first.median },
      spread: { load: load.spread, wall: wall.spread, first: first.spread },
    }
  })
}

async function run({ smoke, log }: BenchContext): Promise<Outcome> {
  const wrong: string[] = []
  const missing = missingForEnglish()
  if (missing !== undefined) return { columns: COLUMNS, rows: [], targets: [], wrong, notes: [missing] }
  const gold = goldTreebank(smoke)
  const folder = join(ROOT, 'build/bench', smoke ? 'parsing-smoke' : 'parsing')
  mkdirSync(folder, { recursive: true })
  const blind = blindTreebank(gold)
  writeFileSync(join(folder, 'blind.conllu'), blind)
  writeFileSync(join(folder, 'text.txt'), rawText(blind))

  const seconds = smoke ? 0.02 : 1
  const accuracies = new Map<string, Record<string, number>>()
  const tasks = new Map<string, () => Promise<Run>>()
  const engines: EngineProcess[] = []
  let parts: readonly Part[] = []
  try {
    for (const grade of GRADES) {
      log(`parsing: ${grade} ...`)
      const engine = start(grade, folder)
      engines.push(engine)
      if (parts.length > 0 && !parts.some(({ name }) => name === `${grade}Parser`)) continue
      const probe = await engine.ask<{ parts: Part[]; roots: number; tokens: number }>('probe')
      parts = probe.parts
      if (probe.roots !== 2 || probe.tokens !== 11) {
        wrong.push(`${grade}: ${probe.roots} roots and ${probe.tokens} tokens of two sentences of 11 tokens`)
      }
      for (const [from, way, command] of [
        ['words', 'words given', 'tagged'],
        ['text', 'from text', 'raw'],
      ] as const) {
        const { UPOS, UAS, LAS } = await scored(engine, from, folder, gold)
        const name = `wordloom, ${grade}, ${way}`
        accuracies.set(name, { upos: UPOS.f1, uas: UAS.f1, las: LAS.f1 })
        const task = () => engine.ask<Run>(`${command} ${seconds}`)
        await task()
        tasks.set(name, task)
      }
    }
    const samples = await interleave(tasks, smoke ? 1 : 5)
    const rows = Array.from(samples, ([engine, runs]): FigureRow => {
      const speeds = runs.map(({ ms, tokens }) => tokens / ms)
      const speed = summarize(speeds)
      return {
        engine,
        ours: true,
        values: {
          ...accuracies.get(engine)!,
          speed: speed.median,
          best: Math.max(...speeds),
          peak: Math.max(...runs.map(({ peakBytes }) => peakBytes)) / 1e6,
        },
        spread: { speed: speed.spread },
      }
    })
    log('parsing: loading ...')
    const models = parts.filter(({ name }) => name === 'tagger' || name.endsWith('Parser'))
    const loads = await loadings(models, folder, smoke ? 1 : 7)
    return {
      columns: COLUMNS,
      rows: [...rows, ...loads],
      wrong,
      notes: PUBLISHED,
      targets: [...judge(rows), ...loadTargets(loads)],
    }
  } finally {
    for (const engine of engines) engine.close()
  }
}

function judge(rows: readonly FigureRow[]): Target[] {
  const of = (grade: Grade, way: string) =>
    rows.find(({ engine }) => engine === `wordloom, ${grade}, ${way}`)?.values
  const trees = (what: string, got: FigureRow['values'], uas: number, las: number) =>
    target(
      `${what}: UAS at least ${uas}, LAS at least ${las}`,
      `${got.uas!.toFixed(2)} / ${got.las!.toFixed(2)}`,
      got.uas! >= uas && got.las! >= las,
    )
  const targets = GRADES.flatMap((grade) => {
    const words = of(grade, 'words given')
    if (words === undefined)
      return [target(`the pack has a parser of the grade ${grade}`, 'it has none', false)]
    const [uas, las, speed] = ASKED[grade]
    return [
      trees(`${grade}, gold tokens, predicted tags`, words, uas, las),
      target(
        `${grade}: at least ${speed},000 tokens/s, tagged already`,
        `${words.speed!.toFixed(1)} thousand`,
        words.speed! >= speed,
      ),
    ]
  })
  const [words, text] = [of('exact', 'words given'), of('exact', 'from text')]
  if (words === undefined || text === undefined) return targets
  return [
    ...targets,
    trees('exact, raw text', text, 86.3, 83.7),
    target('exact, gold tokens: UPOS at least 96.2', words.upos!.toFixed(2), words.upos! >= 96.2),
    target('exact, raw text: UPOS at least 95.5', text.upos!.toFixed(2), text.upos! >= 95.5),
  ]
}

function loadTargets(rows: readonly FigureRow[]): Target[] {
  const slowest = rows.reduce((a, b) => (b.values.load! > a.values.load! ? b : a))
  const ms = slowest.values.load!
  return [
    target(
      'each part alone loaded in at most 100 ms',
      `slowest ${ms.toFixed(0)} ms, ${slowest.engine}`,
      ms <= 100,
    ),
  ]
}

/** See the head of this file. */
export const parsing: Definition = {
  name: 'parsing',
  title: 'Dependency trees, English',
  about:
    'The English language pack on the test part of the English Web Treebank, F1 in per cent by the scorer of the CoNLL 2018 shared task (relations without subtypes). "Words given": words and sentences of the treebank, tags predicted; speed of the parser alone, on Docs that have tags. "From text": the raw text, everything predicted; speed from a string to trees: tokens, sentences, tags, lemmas, heads and relations. Tokens a second of processor time, helper threads included, one process a grade, warm, rounds interleaved; medians and half the distance between the quartiles. Loading: a fresh process with the package imported, from the file of the whole pack to one part ready for use, and on to the first sentence; processor time, and the clock beside it.',
  smoke: true,
  run,
}
