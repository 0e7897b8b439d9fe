/**
 * How fast are corpora read? Brown and the train file of EWT, from the files as they are published to Docs with all
 * their columns, beside NLTK's readers on unpacked files; each in a process of its own, rounds interleaved.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { disagreements } from '../corpora-agreement.js'
import { EngineProcess, type Run } from '../support/engine.js'
import { CORPORA, corpusText, GET_CORPORA, haveCorpora, ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'
import { GET_NLTK, nltkVersion, PYTHON } from '../support/peers.js'
import { interleave, summarize } from '../support/statistics.js'

const MB = 1e6
const COLUMNS: Outcome['columns'] = [
  { key: 'ms', label: 'ms', digits: 0 },
  { key: 'first', label: 'first run, ms', digits: 0 },
  { key: 'speed', label: 'million tokens/s', digits: 2 },
  { key: 'sentences', label: 'sentences', digits: 0 },
  { key: 'tokens', label: 'tokens', digits: 0 },
  { key: 'peak', label: 'peak RSS, MB', digits: 0 },
]
const DATA = {
  brown: { title: 'Brown', sentences: 57340, tokens: 1161192 },
  ewt: { title: 'EWT train', sentences: 12544, tokens: 204577 },
} as const
type DataName = keyof typeof DATA

/** Brown unpacked, and EWT without what NLTK's reader stops at. */
function unpack(): readonly [string, string] {
  const folder = join(ROOT, 'build/bench/corpora')
  mkdirSync(join(folder, 'ewt'), { recursive: true })
  const program = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])'
  execFileSync(PYTHON, ['-c', program, join(CORPORA, 'nltk/corpora/brown.zip'), folder])
  const rows = corpusText('ud/UD_English-EWT/en_ewt-ud-train.conllu.gz')
    .split('\n')
    .filter((row) => !/^(?:#|\d+[-.]\d+\t)/.test(row))
  writeFileSync(join(folder, 'ewt/train.conllu'), rows.join('\n'))
  return [join(folder, 'brown'), join(folder, 'ewt')]
}

async function run(context: BenchContext): Promise<Outcome> {
  const notes: string[] = []
  const wrong: string[] = []
  if (!haveCorpora()) {
    notes.push(`skipped: no corpora here; to get them: ${GET_CORPORA}`)
    return { columns: COLUMNS, rows: [], targets: [], wrong, notes }
  }
  const worker = join(ROOT, 'bench/corpora-worker.ts')
  const engines = new Map([
    ['wordloom', new EngineProcess(process.execPath, ['--import', 'tsx', worker, CORPORA], ROOT)],
  ])
  const version = nltkVersion()
  if (version === undefined) notes.push(`skipped: NLTK; to get it: ${GET_NLTK}`)
  else {
    const script = join(ROOT, 'bench/nltk_corpora_engine.py')
    engines.set('NLTK', new EngineProcess(PYTHON, [script, ...unpack()]))
  }
  try {
    const names = Object.keys(DATA) as DataName[]
    const tasks = new Map(
      names.flatMap((name) =>
        [...engines].map(([engine, child]) => [`${engine} ${name}`, () => child.ask<Run>(name)] as const),
      ),
    )
    const samples = await interleave(tasks, context.smoke ? 2 : 5)
    const rows = names.flatMap((name) =>
      [...engines.keys()].map((engine): FigureRow => {
        const runs = samples.get(`${engine} ${name}`)!
        const { title, sentences, tokens } = DATA[name]
        for (const one of runs) {
          if (one.tokens === tokens && one.sentences === sentences) continue
          wrong.push(`${engine}, ${title}: ${one.sentences} sentences, ${one.tokens} tokens`)
        }
        const { median, spread } = summarize(runs.map(({ ms }) => ms))
        return {
          engine: `${engine}, ${title}`,
          ours: engine === 'wordloom',
          ...(engine === 'NLTK' && version !== undefined ? { version } : {}),
          values: {
            ms: median,
            first: runs[0]!.ms,
            speed: tokens / median / 1000,
            sentences,
            tokens,
            peak: Math.max(...runs.map(({ peakBytes }) => peakBytes)) / MB,
          },
          spread: { ms: spread },
        }
      }),
    )
    const targets = names.flatMap((name) => {
      const of = (engine: string) => rows.find((row) => row.engine === `${engine}, ${DATA[name].title}`)
      const [own, peer] = [of('wordloom')!, of('NLTK')]
      if (peer === undefined) return []
      const ratio = peer.values.ms! / own.values.ms!
      return [target(`${DATA[name].title} at least 10 times as fast as NLTK`, ratio.toFixed(1), ratio >= 10)]
    })
    if (version !== undefined && !context.smoke) {
      const { wrong: different, compared } = await disagreements()
      wrong.push(...different)
      notes.push(
        `${compared - different.length} of ${compared} data sets equal to what NLTK reads, item by item`,
      )
    }
    return {
      columns: COLUMNS,
      rows,
      targets,
      wrong,
      notes,
      chart: {
        column: 'speed',
        title: 'Corpora read, from file to tokens with tags',
        subtitle: 'million tokens a second, one thread; more is better',
      },
    }
  } finally {
    for (const engine of engines.values()) engine.close()
  }
}

/** See the head of this file. */
export const corpora: Definition = {
  name: 'corpora',
  title: 'Reading corpora',
  about:
    'Ours opens the zip or gzip, checks and decodes it, and makes Docs with all columns, which are kept. NLTK reads unpacked files into lists (TaggedCorpusReader.tagged_sents) and dependency graphs (DependencyCorpusReader.parsed_sents; without comments, ranges and empty nodes, which it cannot read). Then every word, tag, tree and record of fifteen data sets is compared.',
  smoke: true,
  run,
}
