/** Does memory stay flat however long the text? The command line over 62 MB, its resident memory sampled. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusText, GET_CORPORA, haveCorpora, ROOT, WIKIPEDIA_SHARDS } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'

const MB = 1e6
const COLUMNS: Outcome['columns'] = [
  { key: 'input', label: 'input, MB', digits: 1 },
  { key: 'peak', label: 'peak RSS, MB', digits: 0 },
  { key: 'first', label: 'after a tenth, MB', digits: 0 },
  { key: 'half', label: 'half-way, MB', digits: 0 },
  { key: 'end', label: 'at the end, MB', digits: 0 },
  { key: 'seconds', label: 'seconds', digits: 1 },
  { key: 'speed', label: 'MB/s', digits: 1 },
  { key: 'output', label: 'CoNLL-U, MB', digits: 0 },
]

/** Resident bytes of a process: now, and at most so far; undefined when it has ended. */
function resident(pid: number): { now: number; peak: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) * 1024
    const now = field('VmRSS')
    return Number.isNaN(now) ? undefined : { now, peak: field('VmHWM') }
  } catch {
    return undefined
  }
}

async function annotate(
  engine: string,
  files: readonly string[],
  input: number,
  wrong: string[],
): Promise<FigureRow> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'annotate', ...files, '--to', 'conllu'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = 0
  let sentences = 0
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.length
    for (let at = chunk.indexOf('\n\n'); at >= 0; at = chunk.indexOf('\n\n', at + 2)) sentences++
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const course: number[] = []
  let peak = 0
  const timer = setInterval(() => {
    const memory = resident(child.pid!)
    if (memory === undefined) return
    course.push(memory.now)
    peak = Math.max(peak, memory.peak)
  }, 50)
  const status = await new Promise<number | null>((done) => child.on('close', done))
  clearInterval(timer)
  if (status !== 0 || sentences === 0)
    wrong.push(`${engine}: ended with ${status}, ${sentences} sentences ${errors}`)
  const seconds = (performance.now() - began) / 1000
  const at = (share: number) =>
    (course[Math.min(course.length - 1, Math.floor(course.length * share))] ?? 0) / MB
  return {
    engine,
    ours: true,
    values: {
      input: input / MB,
      peak: peak / MB,
      first: at(0.1),
      half: at(0.5),
      end: at(0.98),
      seconds,
      speed: input / MB / seconds,
      output: output / MB,
    },
  }
}

async function run(_context: BenchContext): Promise<Outcome> {
  const wrong: string[] = []
  if (!haveCorpora() || !existsSync('/proc/self/status')) {
    const notes = [`skipped: wants Linux and the corpora; to get them: ${GET_CORPORA}`]
    return { columns: COLUMNS, rows: [], targets: [], wrong, notes }
  }
  const folder = join(ROOT, 'build/bench')
  mkdirSync(folder, { recursive: true })
  const text = WIKIPEDIA_SHARDS.map(corpusText).join('')
  const tenth = text.slice(0, text.indexOf('\n', text.length / 10) + 1)
  const rows: FigureRow[] = []
  for (const [engine, part] of [
    ['annotate, a tenth of Wikipedia', tenth],
    ['annotate, all of Wikipedia', text],
  ] as const) {
    const file = join(folder, 'wikipedia.txt')
    writeFileSync(file, part)
    rows.push(await annotate(engine, [file], Buffer.byteLength(part), wrong))
  }
  const [small, large] = rows.map((row) => row.values.peak!) as [number, number]
  return {
    columns: COLUMNS,
    rows,
    wrong,
    notes: [],
    targets: [
      target('62 MB of text at most 150 MB resident', `${large.toFixed(0)} MB`, large <= 150),
      target(
        'flat: ten times the text, at most 1.2 times the memory',
        `${(large / small).toFixed(2)} times`,
        large <= 1.2 * small,
      ),
    ],
  }
}

/** See the head of this file. */
export const memory: Definition = {
  name: 'memory',
  title: 'Memory: text streamed to CoNLL-U',
  about:
    '`wordloom annotate FILE --to conllu` over 62 MB of Wikipedia and over a tenth of it, into a pipe; resident memory of the process sampled every 50 ms, Node itself included (about 45 MB).',
  smoke: false,
  run,
}
