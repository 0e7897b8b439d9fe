/** How far is a kernel of the core from the same algorithm in native C? Both in one run, answers compared. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GET_CORPORA, haveCorpora, madeText, mixedText, ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'

const COLUMNS: Outcome['columns'] = [
  { key: 'speed', label: 'million tokens/s', digits: 1 },
  { key: 'median', label: 'median, ms', digits: 1 },
  { key: 'best', label: 'best run, ms', digits: 1 },
]

async function run(_context: BenchContext): Promise<Outcome> {
  const wrong: string[] = []
  const notes: string[] = []
  if (spawnSync('gcc', ['--version']).status !== 0) {
    return {
      columns: COLUMNS,
      rows: [],
      targets: [],
      wrong,
      notes: ['skipped: no gcc; to get it: apt-get install gcc'],
    }
  }
  if (!haveCorpora()) notes.push(`made text in place of the corpora; to get them: ${GET_CORPORA}`)
  const folder = join(ROOT, 'build/bench')
  mkdirSync(folder, { recursive: true })
  const input = join(folder, 'kernel-input.txt')
  writeFileSync(input, haveCorpora() ? mixedText(10e6) : madeText(10e6))
  const script = join(ROOT, 'bench/native/tokenize-english.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, input, '9'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) wrong.push(`bench/native/tokenize-english.ts ended with ${status}: ${stderr.trim()}`)
  const rows: FigureRow[] = []
  for (const [, name, best, median, speed] of stdout.matchAll(
    /^(\w+): best ([\d.]+) ms, median ([\d.]+) ms, ([\d.]+) M tokens\/s$/gm,
  )) {
    rows.push({
      engine: name === 'core' ? 'English tokenizer, core' : 'English tokenizer, C (gcc -O3)',
      ours: name === 'core',
      values: { speed: Number(speed), median: Number(median), best: Number(best) },
    })
  }
  const ratio = Number(/native C: ([\d.]+)/.exec(stdout)?.[1] ?? 0)
  return {
    columns: COLUMNS,
    rows,
    wrong,
    notes,
    targets: [target('the kernel at least 0.8 times as fast as native C', ratio.toFixed(2), ratio >= 0.8)],
  }
}

/** See the head of this file. */
export const kernel: Definition = {
  name: 'kernel',
  title: 'Kernel against native C',
  about:
    'The kernel of the English tokenizer and the same algorithm in C, over the same windows of 10 MB of mixed text with the same tables; processor time around the kernel alone, runs in turns, all columns of all tokens compared.',
  smoke: false,
  run,
}
