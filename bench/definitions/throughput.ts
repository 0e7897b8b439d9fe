/**
 * How fast are words made of a text? One thread, everything in memory, each engine in a process of its own that
 * has read the text and is warm; rounds are interleaved over the engines.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EngineProcess, type Run } from '../support/engine.js'
import { GET_CORPORA, haveCorpora, madeText, mixedText, ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'
import { GET_NLTK, nltkVersion, PYTHON } from '../support/peers.js'
import { interleave, summarize } from '../support/statistics.js'
import { nodeEngines } from '../tokenizer-engines.js'

const MB = 1e6

interface Contender {
  readonly name: string
  readonly ours: boolean
  readonly share: number
  readonly expected: readonly string[]
  start(): EngineProcess
}

interface Probe {
  readonly words: readonly string[]
  readonly bytes: number
  readonly version: string
}

interface Held {
  readonly bytes: number
  readonly tokens: number
}

const NLTK_ENGINES = [
  {
    name: 'NLTK WordPunct',
    share: 0.5,
    words: ['The', 'cat', 'can', "'", 't', 'sit', ',', 'can', 'it', '?'],
  },
  {
    name: 'NLTK NLTKWordTokenizer',
    share: 0.2,
    words: ['The', 'cat', 'ca', "n't", 'sit', ',', 'can', 'it', '?'],
  },
  {
    name: 'NLTK word_tokenize',
    share: 0.1,
    words: ['The', 'cat', 'ca', "n't", 'sit', ',', 'can', 'it', '?'],
  },
]

function contenders(input: string, context: BenchContext, notes: string[]): Contender[] {
  const worker = join(ROOT, 'bench/worker.ts')
  const previous = context.previous === undefined ? [] : [context.previous]
  const list: Contender[] = nodeEngines(context.previous).map((engine) => ({
    name: engine.name,
    ours: engine.ours === true,
    share: engine.share,
    expected: engine.expected,
    start: () =>
      new EngineProcess(
        process.execPath,
        ['--expose-gc', '--import', 'tsx', worker, engine.name, input, ...previous],
        ROOT,
      ),
  }))
  if (nltkVersion() === undefined) notes.push(`skipped: NLTK; to get it: ${GET_NLTK}`)
  else {
    const script = join(ROOT, 'bench/nltk_engine.py')
    for (const { name, share, words } of NLTK_ENGINES) {
      list.push({
        name,
        ours: false,
        share,
        expected: words,
        start: () => new EngineProcess(PYTHON, [script, name, input, String(share)]),
      })
    }
  }
  return list
}

async function run(context: BenchContext): Promise<Outcome> {
  const notes: string[] = []
  const wrong: string[] = []
  const bytes = context.smoke ? 1 * MB : 10 * MB
  const mixed = haveCorpora()
  if (!mixed) notes.push(`made text in place of the corpora; to get them: ${GET_CORPORA}`)
  const folder = join(ROOT, 'build/bench')
  mkdirSync(folder, { recursive: true })
  const input = join(folder, 'input.txt')
  writeFileSync(input, mixed ? mixedText(bytes) : madeText(bytes))

  const list = contenders(input, context, notes)
  const processes = new Map<string, EngineProcess>()
  const probes = new Map<string, Probe>()
  const held = new Map<string, Held>()
  try {
    for (const { name, expected, start } of list) {
      const engine = start()
      processes.set(name, engine)
      const probe = await engine.ask<Probe>('probe')
      probes.set(name, probe)
      if (JSON.stringify(probe.words) !== JSON.stringify(expected)) {
        wrong.push(`${name}: ${JSON.stringify(probe.words)}, expected ${JSON.stringify(expected)}`)
      }
      // Warm: the machine code that the compiler settles on comes after one or two runs.
      for (let i = 0; i < (context.smoke ? 1 : 2); i++) await engine.ask<Run>('run')
    }
    const tasks = new Map(list.map(({ name }) => [name, () => processes.get(name)!.ask<Run>('run')]))
    const samples = await interleave(tasks, context.smoke ? 3 : 5)
    if (!context.smoke) {
      for (const { name } of list.filter(({ name }) => !name.startsWith('NLTK'))) {
        held.set(name, await processes.get(name)!.ask<Held>('hold'))
      }
    }
    const rows = list.map(({ name, ours, share }): FigureRow => {
      const runs = samples.get(name)!
      const probe = probes.get(name)!
      const tokens = runs[0]!.tokens
      if (runs.some((run) => run.tokens !== tokens || run.sentences !== runs[0]!.sentences)) {
        wrong.push(`${name}: runs over one text differ`)
      }
      const speed = summarize(runs.map(({ ms }) => tokens / ms / 1000))
      const weighed = held.get(name)
      return {
        engine: name,
        ours,
        version: probe.version,
        values: {
          speed: speed.median,
          throughput: (speed.median * probe.bytes) / tokens,
          best: Math.max(...runs.map(({ ms }) => tokens / ms / 1000)),
          tokens,
          peak: Math.max(...runs.map((run) => run.peakBytes)) / MB,
          ...(weighed === undefined ? {} : { held: weighed.bytes / weighed.tokens }),
        },
        spread: { speed: speed.spread },
        ...(share < 1 ? { note: `first ${share * 100}% of the text` } : {}),
      }
    })
    return { ...judge(rows), rows, wrong, notes }
  } finally {
    for (const engine of processes.values()) engine.close()
  }
}

function judge(rows: readonly FigureRow[]): Pick<Outcome, 'columns' | 'targets' | 'chart'> {
  const speed = (row: FigureRow) => row.values.speed!
  const own = speed(rows.find((row) => row.engine === 'wordloom tokenize')!)
  const peers = rows.filter((row) => !row.ours && !row.engine.startsWith('wordloom'))
  const fastest = peers.reduce((a, b) => (speed(b) > speed(a) ? b : a))
  return {
    columns: [
      { key: 'speed', label: 'million tokens/s', digits: 2 },
      { key: 'best', label: 'best run', digits: 2 },
      { key: 'throughput', label: 'MB/s', digits: 1 },
      { key: 'tokens', label: 'tokens', digits: 0 },
      { key: 'peak', label: 'peak RSS, MB', digits: 0 },
      { key: 'held', label: 'bytes held a token', digits: 1 },
    ],
    targets: [
      target('at least 12 million tokens/s, string to Doc', `${own.toFixed(2)}`, own >= 12),
      target(
        'ahead of every peer in this run',
        `${(own / speed(fastest)).toFixed(2)} times ${fastest.engine}`,
        own > speed(fastest),
      ),
    ],
    chart: {
      column: 'speed',
      title: 'Words out of English text',
      subtitle: 'million tokens a second, one thread, 10 MB of mixed text; more is better',
    },
  }
}

/** See the head of this file. */
export const throughput: Definition = {
  name: 'throughput',
  title: 'Tokenizer speed, English',
  about:
    'A string in memory to tokens, 10 MB of mixed text (encyclopedia, news, books, speeches, factbook), one thread. Each engine has its own process, is warm, counts its own tokens and gets the form of input that suits it; rounds are interleaved, medians and half the distance between the quartiles shown. "Bytes held a token" is what stays on the heap and in buffers while the result is kept.',
  smoke: true,
  run,
}
