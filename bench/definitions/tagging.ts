/**
 * How right and how fast are taggers? The English Web Treebank, all engines in one run: those that take words get those
 * of the treebank, those that take text get the text.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Doc, rawText, readConllu } from 'wordloom'
import { EngineProcess, type Run } from '../support/engine.js'
import { ROOT } from '../support/inputs.js'
import type { TextSpan } from '../support/locate.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'
import { GET_NLTK, nltkVersion, PYTHON } from '../support/peers.js'
import { interleave, summarize } from '../support/statistics.js'
import {
  blindTreebank,
  goldTreebank,
  missingForEnglish,
  taggedSentences,
  treebank,
} from '../support/treebank.js'
import { TAG_ENGINES, type Tagged } from '../tag-engines.js'

const COLUMNS: Outcome['columns'] = [
  { key: 'gold', label: 'UPOS, words given, %', digits: 2 },
  { key: 'aligned', label: 'UPOS of aligned words, %', digits: 2 },
  { key: 'all', label: 'over all gold words, %', digits: 2 },
  { key: 'speed', label: 'thousand tokens/s', digits: 0 },
  { key: 'best', label: 'best run', digits: 0 },
  { key: 'peak', label: 'peak RSS, MB', digits: 0 },
]
const NLTK = 'NLTK PerceptronTagger, trained on EWT train'

interface Contender {
  readonly name: string
  readonly ours: boolean
  readonly learns: boolean
  readonly share: number
  readonly expected: readonly string[]
  start(): EngineProcess
}

/** Writes what engines read; gold tags of the measured part are not among it. */
function writeInputs(folder: string, gold: string, train: string): void {
  mkdirSync(folder, { recursive: true })
  const blind = blindTreebank(gold)
  const pairs = taggedSentences(train).map(({ words, tags }) => words.map((word, i) => [word, tags[i]]))
  const files: Readonly<Record<string, string>> = {
    'blind.conllu': blind,
    'sentences.json': JSON.stringify(taggedSentences(blind).map(({ words }) => words)),
    'text.txt': rawText(blind),
    'train.conllu': train,
    'train.json': JSON.stringify(pairs),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

function contenders(folder: string, train: string, notes: string[]): Contender[] {
  const worker = join(ROOT, 'bench/tagging-worker.ts')
  const list = TAG_ENGINES.map(
    ({ name, peer, learns = false, share, expected }): Contender => ({
      name,
      ours: peer === undefined,
      learns,
      share,
      expected,
      start: () => new EngineProcess(process.execPath, ['--import', 'tsx', worker, name, folder], ROOT),
    }),
  )
  const version = nltkVersion()
  if (version === undefined) notes.push(`skipped: NLTK; to get it: ${GET_NLTK}`)
  else {
    const mark = createHash('sha256').update(`${version}\n${train}`).digest('hex').slice(0, 12)
    const paths = ['train.json', 'sentences.json', `nltk-${mark}.json`].map((file) => join(folder, file))
    const script = join(ROOT, 'bench/nltk_tagger_engine.py')
    list.push({
      name: NLTK,
      ours: false,
      learns: true,
      share: 1,
      expected: TAG_ENGINES[0]!.expected,
      start: () => new EngineProcess(PYTHON, [script, ...paths]),
    })
  }
  return list
}

/** Where words lie, counted in characters that are not white space, so that line breaks do not matter. */
function keysOf(text: string, spans: Iterable<TextSpan>, base: number): { keys: string[]; length: number } {
  const before = new Uint32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i]! + (text[i]!.trim() === '' ? 0 : 1)
  const keys = Array.from(spans, ({ start, end }) => `${base + before[start]!}-${base + before[end]!}`)
  return { keys, length: before[text.length]! }
}

/** Gold tags by the place of their words. */
function goldTags(docs: readonly Doc[]): Map<string, string> {
  const tags = new Map<string, string>()
  let base = 0
  for (const doc of docs) {
    const { ids, strings } = doc.strings('tag')
    const spans = Array.from(doc.start, (start, i) => ({ start, end: doc.end[i]! }))
    const { keys, length } = keysOf(doc.text, spans, base)
    keys.forEach((key, i) => {
      tags.set(key, strings[ids[i]!]!)
    })
    base += length
  }
  return tags
}

/** Shares of right tags in per cent: of the words given, or of those that the engine has found. */
function scores(
  gold: {
    readonly tags: readonly string[]
    readonly byPlace: ReadonlyMap<string, string>
    readonly text: string
  },
  { tags, spans }: Tagged,
): Record<string, number> {
  if (spans === undefined) {
    if (tags.length !== gold.tags.length) throw new Error(`${tags.length} tags of ${gold.tags.length} words`)
    return { gold: (100 * tags.filter((tag, i) => tag === gold.tags[i]).length) / tags.length }
  }
  let aligned = 0
  let correct = 0
  keysOf(gold.text, spans, 0).keys.forEach((key, i) => {
    const right = gold.byPlace.get(key)
    if (right === undefined) return
    aligned++
    if (right === tags[i]) correct++
  })
  return { aligned: (100 * correct) / aligned, all: (100 * correct) / gold.tags.length }
}

async function run(context: BenchContext): Promise<Outcome> {
  const { smoke, log } = context
  const wrong: string[] = []
  const missing = missingForEnglish()
  if (missing !== undefined) return { columns: COLUMNS, rows: [], targets: [], wrong, notes: [missing] }
  const notes: string[] = []
  const conllu = goldTreebank(smoke)
  const train = smoke ? treebank('train', 300) : treebank('train')
  const folder = join(ROOT, 'build/bench', smoke ? 'tagging-smoke' : 'tagging')
  writeInputs(folder, conllu, train)
  const gold = {
    tags: taggedSentences(conllu).flatMap(({ tags }) => tags),
    byPlace: goldTags([...readConllu(conllu)]),
    text: rawText(conllu),
  }
  const list = contenders(folder, train, notes)
  const processes = new Map<string, EngineProcess>()
  const versions = new Map<string, string>()
  const accuracies = new Map<string, Record<string, number>>()
  const seconds = smoke ? 0.02 : 0.5
  try {
    for (const { name, learns, expected, start } of list) {
      log(`tagging: ${name} ...`)
      const engine = start()
      processes.set(name, engine)
      const { tags, version } = await engine.ask<Tagged & { version: string }>('probe', 3600)
      versions.set(name, version)
      // What has seen a few sentences only, in a smoke run, may well be wrong about this one.
      const right = smoke && learns ? tags.length === expected.length : tags.join() === expected.join()
      if (!right) wrong.push(`${name}: ${tags.join()}, expected ${expected.join()}`)
      accuracies.set(name, scores(gold, await engine.ask<Tagged>('answer')))
      await engine.ask<Run>(`run ${seconds}`)
    }
    const tasks = new Map(
      list.map(({ name }) => [name, () => processes.get(name)!.ask<Run>(`run ${seconds}`)]),
    )
    const samples = await interleave(tasks, smoke ? 1 : 7)
    const rows = list.map(({ name, ours, share }): FigureRow => {
      const speeds = samples.get(name)!.map(({ ms, tokens }) => tokens / ms)
      const speed = summarize(speeds)
      return {
        engine: name,
        ours,
        version: versions.get(name)!,
        values: {
          ...accuracies.get(name)!,
          speed: speed.median,
          best: Math.max(...speeds),
          peak: Math.max(...samples.get(name)!.map(({ peakBytes }) => peakBytes)) / 1e6,
        },
        spread: { speed: speed.spread },
        ...(share < 1 ? { note: `speed on the first ${share * 100}% of the text` } : {}),
      }
    })
    notes.push(
      `${gold.tags.length.toLocaleString('en-US')} words in the treebank's measured part`,
      'published, same treebank, other releases: UDPipe 1.2 gold tokens 94.4, raw text 93.3; efselab (UD 2.0) 94.8; Stanza 1.0 raw 95.4, 1.5.1 raw 96.2',
    )
    return { columns: COLUMNS, rows, wrong, notes, ...judge(rows) }
  } finally {
    for (const engine of processes.values()) engine.close()
  }
}

function judge(rows: readonly FigureRow[]): Pick<Outcome, 'targets' | 'chart'> {
  const of = (name: string) => rows.find(({ engine }) => engine.startsWith(name))?.values
  const [words, all] = [of('wordloom Tagger, UPOS alone'), of('wordloom Tagger: UPOS, XPOS')]
  const text = of('wordloom, text to sentences and UPOS')
  const [wink, nltk] = [of('wink-nlp')!, of(NLTK)]
  const ahead = (
    peer: string,
    own: FigureRow['values'],
    other: FigureRow['values'],
    accuracy: 'gold' | 'aligned',
  ) =>
    target(
      `ahead of ${peer} in this run, in accuracy and in speed`,
      `${own[accuracy]!.toFixed(2)} against ${other[accuracy]!.toFixed(2)}, ${(own.speed! / other.speed!).toFixed(1)} times as fast`,
      own[accuracy]! > other[accuracy]! && own.speed! > other.speed!,
    )
  return {
    targets: [
      target('UPOS at least 95.8 on EWT test, gold tokens', words!.gold!.toFixed(2), words!.gold! >= 95.8),
      target(
        'tagger alone, UPOS, at least 500,000 tokens/s',
        `${words!.speed!.toFixed(0)} thousand; with XPOS and features ${all!.speed!.toFixed(0)} thousand`,
        words!.speed! >= 500,
      ),
      ahead('wink-nlp, both from text,', text!, wink, 'aligned'),
      ...(nltk === undefined ? [] : [ahead('NLTK, both from words,', words!, nltk, 'gold')]),
    ],
    chart: {
      column: 'speed',
      title: 'Part-of-speech tags of English',
      subtitle: 'thousand tokens a second of processor time, one engine a process; more is better',
    },
  }
}

/** See the head of this file. */
export const tagging: Definition = {
  name: 'tagging',
  title: 'Part-of-speech tags, English',
  about:
    'UPOS on the test part of the English Web Treebank. Engines that take words get those of the treebank, without its annotation; engines that take text get the text, a paragraph at a time, and their words are aligned with those of the treebank by where they lie: the share right of the words that align, and of all words of the treebank. Tags of natural (Penn Treebank) and of compromise are mapped to UPOS in the kindest way. NLTK and the HMM were trained on EWT train, as the tagger of the English pack was; wink-nlp, natural and compromise are as shipped. Speed in tokens of its own a second of processor time, helper threads included; each engine warm in a process of its own, every pass over input that was made anew before the clock started, rounds interleaved; medians and half the distance between the quartiles.',
  smoke: true,
  run,
}
