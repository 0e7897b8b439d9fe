/**
 * How long until the first result in a fresh process? Wall time of `node SCRIPT` from spawn to exit, less that
 * of an empty script of the same module kind in the same round.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'
import { peerVersion } from '../support/peers.js'
import { interleave, summarize } from '../support/statistics.js'

const WORDS = '["The","cat","ca","n\'t","sit",",","can","it","?"]'

interface Script {
  readonly engine: string
  readonly file: string
  /** Peers are found from bench/, the package by its own name from the repository's root. */
  readonly peer?: string
  readonly expected: string
}

const SCRIPTS: readonly Script[] = [
  { engine: 'wordloom, import', file: 'wordloom.mjs', expected: WORDS },
  { engine: 'wordloom, require', file: 'wordloom.cjs', expected: WORDS },
  {
    engine: 'wordloom, import, with sentences',
    file: 'wordloom-sentences.mjs',
    expected: '["The cat can\'t sit.","Can it?"]',
  },
  { engine: 'wink-nlp, require', file: 'wink.cjs', peer: 'wink-nlp', expected: WORDS },
  {
    engine: 'compromise/tokenize, import',
    file: 'compromise.mjs',
    peer: 'compromise',
    expected: '["The","cat","can\'t","","sit","can","it"]',
  },
  {
    engine: 'compromise, require',
    file: 'compromise.cjs',
    peer: 'compromise',
    expected: '["The","cat","can\'t","","sit","can","it"]',
  },
  { engine: 'natural, require', file: 'natural.cjs', peer: 'natural', expected: WORDS },
]

interface Start {
  readonly ms: number
  readonly output: string
}

function start(file: string): Start {
  const began = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
  const ms = performance.now() - began
  if (status !== 0) throw new Error(`${file} failed\n${stderr}`)
  return { ms, output: stdout.split('\n').at(-1) ?? '' }
}

async function run(context: BenchContext): Promise<Outcome> {
  // Node finds the package by its own name only below its own package.json, which bench/ hides by its own.
  const scripts = join(ROOT, 'bench/cold-start')
  const own = join(ROOT, 'build/bench/cold-start')
  mkdirSync(own, { recursive: true })
  cpSync(scripts, own, { recursive: true })
  const path = ({ file, peer }: Script) => join(peer === undefined ? own : scripts, file)
  const tasks = new Map<string, () => Start>([
    ['empty .mjs', () => start(join(own, 'empty.mjs'))],
    ['empty .cjs', () => start(join(own, 'empty.cjs'))],
    ...SCRIPTS.map((script) => [script.engine, () => start(path(script))] as const),
  ])
  for (const task of tasks.values()) task()
  const samples = await interleave(tasks, context.smoke ? 3 : 25)
  const wrong: string[] = []
  const rows: FigureRow[] = SCRIPTS.map(({ engine, file, peer, expected }) => {
    const runs = samples.get(engine)!
    const empty = samples.get(`empty ${file.slice(-4)}`)!
    const above = summarize(runs.map(({ ms }, i) => ms - empty[i]!.ms))
    const total = summarize(runs.map(({ ms }) => ms))
    const [{ output }] = runs as [Start]
    if (output !== expected) wrong.push(`${engine}: ${output}, expected ${expected}`)
    return {
      engine,
      ours: peer === undefined,
      ...(peer === undefined ? {} : { version: peerVersion(peer) }),
      values: { above: above.median, total: total.median },
      spread: { above: above.spread },
    }
  })
  const slowest = rows.filter((row) => row.ours).reduce((a, b) => (b.values.above! > a.values.above! ? b : a))
  const words = rows.find((row) => row.engine === 'wordloom, import')!.values.above!
  return {
    columns: [
      { key: 'above', label: 'above an empty script, ms', digits: 1 },
      { key: 'total', label: 'whole process, ms', digits: 1 },
    ],
    rows,
    wrong,
    notes: [],
    targets: [
      target(
        'import and first result at most 25 ms above an empty script',
        `${words.toFixed(1)} ms; ${slowest.engine} ${slowest.values.above!.toFixed(1)} ms`,
        slowest.values.above! <= 25,
      ),
    ],
    chart: {
      column: 'above',
      title: 'Import and first result, fresh process',
      subtitle: 'milliseconds above an empty script, median of 25 interleaved starts; less is better',
    },
  }
}

/** See the head of this file. */
export const coldStart: Definition = {
  name: 'cold-start',
  title: 'Cold start',
  about:
    'A script that imports the package and makes the words of one sentence, in a fresh process: wall time less that of an empty script of the same kind (.mjs or .cjs) in the same round, rounds interleaved.',
  smoke: true,
  run,
}
