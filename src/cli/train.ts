/**
 * `wordloom train`: a language from a treebank: tokens, sentences, tags, lemmas, trees in one pack, measured on dev.
 *
 * After each part the pack so far is written to OUT.partial; `--resume` goes on from there. Ctrl-C stops after the step
 * that is running, with the pack so far in OUT.partial; a second one stops at once.
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { readConllu } from '../corpora/index.js'
import {
  type Language,
  type PartReport,
  TRAINED_PARTS,
  type TrainedLanguage,
  type TrainedPart,
  type TrainLanguageOptions,
  trainLanguage,
} from '../language/index.js'
import type { Doc } from '../text/doc.js'
import type { Invocation } from './arguments.js'
import { fromConllu } from './conllu-file.js'
import { Failure } from './failure.js'
import { findInputs } from './input.js'
import { loadLanguage } from './language-model.js'
import { saveFile } from './save-file.js'
import { readNumber, sizeText, timeText } from './sizes.js'
import { safe } from './terminal.js'
import { showTraining } from './training-progress.js'
import { readVectors } from './vectors-file.js'

const EXAMPLE = 'wordloom train --train T.conllu --dev D.conllu --out M.pack'
/** 128 and the number of SIGINT. */
const INTERRUPTED = 130

/** Runs `wordloom train`. */
export async function train(invocation: Invocation): Promise<number> {
  const source = invocation.option('train')
  const target = invocation.option('out')
  if (source === undefined) throw new Failure('usage', "'train' needs --train FILE", EXAMPLE)
  if (target === undefined) throw new Failure('usage', "'train' needs --out FILE", EXAMPLE)
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure('data', `--out '${target}' is a folder`, `name a file in it: ${target}/model.pack`)
  }
  const partial = `${target}.partial`
  const options = optionsOf(invocation, source)
  const resume = invocation.flag('resume') ? await earlier(partial, target) : undefined
  const docs = await docsOf(source)
  const devFile = invocation.option('dev')
  const dev = devFile === undefined ? [] : await docsOf(devFile)
  const meta = {
    ...options.meta,
    data: basename(source),
    ...(devFile === undefined ? {} : { dev: basename(devFile) }),
  }
  const tokens = docs.reduce((sum, doc) => sum + doc.length, 0)
  process.stderr.write(
    `${safe(source)}: ${tokens.toLocaleString('en')} tokens${dev.length > 0 ? `; measured on ${safe(devFile!)}` : ''}\n`,
  )
  const began = performance.now()
  const interrupt = onInterrupt()
  const progress = showTraining()
  let trained: TrainedLanguage
  try {
    trained = await trainLanguage(docs, {
      ...options,
      dev,
      meta,
      ...(resume === undefined ? {} : { resume }),
      signal: interrupt.signal,
      onProgress: progress.show,
      onPart: (report, language) => {
        progress.line(partLine(report))
        saveFile(partial, language.save())
      },
    })
  } finally {
    progress.end()
    interrupt.end()
  }
  if (!trained.complete) {
    if (trained.reports.length > 0) saveFile(partial, trained.language.save())
    process.stderr.write(
      trained.reports.length > 0
        ? `stopped; what is done is in ${safe(partial)}, a pack that works; go on with: wordloom train ... --resume\n`
        : 'stopped before the first part was done\n',
    )
    return INTERRUPTED
  }
  const bytes = trained.language.save()
  saveFile(target, bytes)
  rmSync(partial, { force: true })
  process.stdout.write(
    `${safe(target)}: ${sizeText(bytes.length)}, in ${timeText((performance.now() - began) / 1000)}\n`,
  )
  process.stdout.write(scoreTable(trained.language.meta.scores))
  return 0
}

function optionsOf(invocation: Invocation, source: string): TrainLanguageOptions {
  const parts = invocation.option('parts')
  // Treebanks of Universal Dependencies say it in their names: fr_sequoia-ud-train.conllu.
  const lang = invocation.option('lang') ?? /^([a-z]{2,3})_[a-z]+-ud-/.exec(basename(source))?.[1]
  const licence = invocation.option('licence')
  const vectors = invocation.option('vectors')
  const names: readonly string[] = TRAINED_PARTS
  const asked = parts?.split(',').map((part) => part.trim())
  const unknown = asked?.find((part) => !names.includes(part))
  if (unknown !== undefined) {
    throw new Failure('usage', `there is no part '${unknown}'`, `--parts takes: ${names.join(', ')}`)
  }
  return {
    seed: readNumber('seed', invocation.option('seed')!, 0),
    grade: invocation.option('grade') as 'fast' | 'exact' | 'both',
    tokenizer: invocation.option('tokenizer') as 'auto' | 'package' | 'trained',
    splitter: invocation.option('splitter') as 'auto' | 'package' | 'trained',
    lemmas: invocation.option('lemmas') as 'auto' | 'package' | 'gold' | 'predicted',
    ...(asked === undefined ? {} : { parts: asked as TrainedPart[] }),
    ...(lang === undefined ? {} : { lang }),
    ...(vectors === undefined ? {} : { vectors: readVectors(vectors) }),
    meta: licence === undefined ? {} : { licence },
  }
}

/** Docs of a CoNLL-U file, or of several that a quoted glob names. */
async function docsOf(file: string): Promise<Doc[]> {
  const docs: Doc[] = []
  for (const input of await findInputs([file])) {
    docs.push(...(await fromConllu(input, (conllu) => [...readConllu(conllu)])))
  }
  return docs
}

/** The pack to go on from: the partial one, or a finished one to train again with other parts or options. */
async function earlier(partial: string, target: string): Promise<Language> {
  const path = existsSync(partial) ? partial : target
  if (existsSync(path)) return loadLanguage(path.includes('/') ? path : `./${path}`)
  throw new Failure(
    'data',
    `--resume: there is no '${partial}' to go on from`,
    'leave --resume out to begin anew',
  )
}

/** A signal that Ctrl-C gives; the second Ctrl-C ends the process. */
function onInterrupt(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  const others = process.listeners('SIGINT')
  const stop = () => {
    process.stderr.write('\nstopping; again to stop at once\n')
    controller.abort()
    for (const other of others) process.on('SIGINT', other)
  }
  process.removeAllListeners('SIGINT')
  process.once('SIGINT', stop)
  return {
    signal: controller.signal,
    end() {
      process.removeListener('SIGINT', stop)
      if (!controller.signal.aborted) for (const other of others) process.on('SIGINT', other)
    },
  }
}

/** 'tagger      UPOS 95.80  XPOS 95.10      1.2 MB  34.0 s'. */
function partLine({ part, grade, choice, resumed, scores, bytes, seconds }: PartReport): string {
  const name = `${part}${grade === undefined ? '' : `, ${grade}`}`
  const figures = Object.entries(scores).map(([metric, score]) => `${metric} ${score.toFixed(2)}`)
  const origin = resumed ? 'from before' : choice
  const size = bytes === 0 ? '' : sizeText(bytes)
  return `${name.padEnd(16)}${origin.padEnd(12)}${size.padStart(8)} ${timeText(seconds).padStart(9)}  ${figures.join('  ')}`.trimEnd()
}

/** Metrics by rows: from raw text and from gold tokens, for each grade. */
function scoreTable(scores: unknown): string {
  if (scores === undefined) return ''
  const grades = Object.entries(scores as Record<string, Record<string, Record<string, number>>>)
  const columns = grades.flatMap(([grade, ways]) =>
    Object.entries(ways).map(([from, metrics]) => ({
      title: [grade === 'tags' ? '' : grade, from === 'raw' ? 'raw text' : 'gold tokens'],
      metrics,
    })),
  )
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(12)}${cells.map((cell) => cell.padStart(13)).join('')}`.trimEnd()
  const lines = [0, 1].map((line) =>
    row(
      '',
      columns.map(({ title }) => title[line]!),
    ),
  )
  const metrics = Object.keys(columns[0]!.metrics)
  for (const name of metrics) {
    lines.push(
      row(
        name,
        columns.map((column) => column.metrics[name]!.toFixed(2)),
      ),
    )
  }
  return `\nOn dev, F1 in per cent:\n${lines.filter((line) => line !== '').join('\n')}\n`
}
