/**
 * How fast are stemmers? English words in memory beside packages of npm; the whole command over a file beside
 * `stemwords`, Snowball's C, in every language that both have. And what do they add to a web page?
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import binaryen from 'binaryen'
import { PROBE, STEM_ENGINES } from '../stem-engines.js'
import { bundled, gzippedBytes } from '../support/bundle.js'
import { EngineProcess, type Run } from '../support/engine.js'
import { GET_CORPORA, haveCorpora, ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  type Target,
  target,
} from '../support/outcome.js'
import { GET_STEMWORDS, haveStemwords, peerVersion, STEMWORDS } from '../support/peers.js'
import { interleave, summarize } from '../support/statistics.js'
import { freshWords, repeated, runningWords, vocabulary, writeWords } from '../support/stem-inputs.js'

const LANGUAGES =
  'basque catalan danish dutch finnish french german greek hungarian indonesian irish italian norwegian porter portuguese romanian russian spanish swedish turkish'.split(
    ' ',
  )
const KB = 1000

interface Part {
  readonly rows: FigureRow[]
  readonly targets: Target[]
  readonly wrong: string[]
}

/** Strings in, strings out, in memory; each engine in a process of its own, every round with words of its own. */
async function inMemory(folder: string, smoke: boolean): Promise<Part> {
  const [warm, rounds] = smoke ? [1, 3] : [2, 9]
  const fresh = freshWords(smoke ? 20_000 : 120_000)
  const files = Array.from({ length: warm + rounds }, (_, i) => {
    const { value } = fresh.next()
    return writeWords(folder, `fresh-${i}.txt`, value ?? [])
  })
  const wrong: string[] = []
  const engines = new Map<string, EngineProcess>()
  const worker = join(ROOT, 'bench/stems-worker.ts')
  try {
    for (const { name, expected } of STEM_ENGINES) {
      const engine = new EngineProcess(process.execPath, ['--import', 'tsx', worker, name], ROOT)
      engines.set(name, engine)
      const { stems } = await engine.ask<{ stems: string[] }>('probe')
      if (stems.join() !== expected.join()) wrong.push(`${name}: ${PROBE.join()} gives ${stems.join()}`)
      for (const file of files.slice(0, warm)) await engine.ask<Run>(file)
    }
    const tasks = new Map(
      STEM_ENGINES.map(({ name }) => {
        const rest = files.slice(warm).values()
        return [name, () => engines.get(name)!.ask<Run>(rest.next().value!)]
      }),
    )
    const samples = await interleave(tasks, rounds)
    const rows = STEM_ENGINES.map(({ name, peer }): FigureRow => {
      const speed = summarize(samples.get(name)!.map(({ ms, tokens }) => tokens / ms / 1000))
      return {
        engine: name,
        ours: peer === undefined,
        ...(peer === undefined ? {} : { version: peerVersion(peer) }),
        values: { speed: speed.median },
        spread: { speed: speed.spread },
      }
    })
    const targets = STEM_ENGINES.flatMap(({ name, tenfold }, i) => {
      if (!tenfold) return []
      const ratio = rows[0]!.values.speed! / rows[i]!.values.speed!
      return [target(`at least 10 times as fast as ${name}`, ratio.toFixed(1), ratio >= 10)]
    })
    return { rows, targets, wrong }
  } finally {
    for (const engine of engines.values()) engine.close()
  }
}

interface FileCase {
  readonly title: string
  readonly language: string
  readonly words: () => readonly string[]
  /** What the ratio must be; no target where it is left out. */
  readonly least?: number
}

function fileCases(smoke: boolean): FileCase[] {
  const count = smoke ? 100_000 : 1_000_000
  const list = (language: string) => () => repeated(vocabulary(language), count)
  const languages = smoke ? LANGUAGES.slice(0, 2) : LANGUAGES
  const fresh = () => freshWords(count).next().value ?? []
  return [
    { title: 'english, news', language: 'english', words: () => runningWords(count), least: 1 },
    { title: 'english, vocabulary', language: 'english', words: list('english'), least: 1 },
    { title: 'english, no word twice', language: 'english', words: fresh },
    ...languages.map((language) => ({ title: language, language, words: list(language), least: 0.6 })),
  ]
}

/** Whole processes, from a file to a file, in turns. */
async function overFiles(folder: string, context: BenchContext): Promise<Part> {
  const timed = (command: string, args: readonly string[]) => {
    const began = performance.now()
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    return (performance.now() - began) / 1000
  }
  const [own, peer] = [join(folder, 'own.txt'), join(folder, 'stemwords.txt')]
  const rows: FigureRow[] = []
  const wrong: string[] = []
  const missed: { least: number; title: string; ratio: number }[] = []
  for (const { title, language, words, least } of fileCases(context.smoke)) {
    context.log(`stems: ${title} ...`)
    const input = writeWords(folder, 'words.txt', words())
    const cli = [join(ROOT, 'dist/cli.js'), 'stem', '--lang', language, input, '-o', own]
    const tasks = new Map([
      ['own', () => timed(process.execPath, cli)],
      ['peer', () => timed(STEMWORDS, ['-l', language, '-i', input, '-o', peer])],
    ])
    for (const task of tasks.values()) task()
    const samples = await interleave(tasks, context.smoke ? 2 : language === 'english' ? 9 : 7)
    const [ours, theirs] = [samples.get('own')!, samples.get('peer')!]
    const ratio = summarize(ours.map((seconds, i) => theirs[i]! / seconds))
    const [a, b] = [own, peer].map((path) => readFileSync(path, 'utf8').split('\n'))
    if (a!.length !== b!.length) wrong.push(`${title}: ${a!.length - 1} lines, stemwords ${b!.length - 1}`)
    const same = a!.filter((stem, i) => stem === b![i]).length / a!.length
    rows.push({
      engine: `wordloom stem, ${title}`,
      ours: true,
      values: {
        own: summarize(ours).median,
        peer: summarize(theirs).median,
        ratio: ratio.median,
        same: same * 100,
      },
      spread: { own: summarize(ours).spread, peer: summarize(theirs).spread, ratio: ratio.spread },
    })
    if (least !== undefined) missed.push({ least, title, ratio: ratio.median })
  }
  const english = missed.filter(({ least }) => least === 1)
  const others = missed.filter(({ least }) => least !== 1)
  const slowest = others.reduce((a, b) => (b.ratio < a.ratio ? b : a))
  const below = others.filter(({ ratio, least }) => ratio < least).map(({ title }) => title)
  return {
    rows,
    wrong,
    targets: [
      ...english.map(({ title, ratio }) =>
        target(`${title}: at least as fast as stemwords, whole process`, ratio.toFixed(2), ratio >= 1),
      ),
      target(
        'every other language at least 0.6 times as fast as stemwords',
        below.length > 0
          ? `below: ${below.join(', ')}; ${slowest.title} ${slowest.ratio.toFixed(2)}`
          : `slowest ${slowest.title}, ${slowest.ratio.toFixed(2)}`,
        below.length === 0,
      ),
    ],
  }
}

/** Bytes, gzipped as they are shipped, that the kernels of stemmers are of the core. */
function kernelBytes(): number {
  const whole = readFileSync(join(ROOT, 'build/core/plain.wasm'))
  const module = binaryen.readBinary(whole)
  module.setFeatures(binaryen.Features.All)
  const emit = () => gzippedBytes(Buffer.from(module.emitBinary()).toString('base64'))
  const all = emit()
  for (const name of ['stemWords', 'stemDecode', 'stemEncode']) module.removeExport(name)
  module.runPasses(['remove-unused-module-elements'])
  const rest = emit()
  module.dispose()
  return all - rest
}

/** What a web page loads. */
function onAPage(): Part {
  const folder = join(ROOT, 'build/bench')
  const [index, stem] = ['index', 'stem/index'].map((name) => JSON.stringify(join(ROOT, `dist/${name}.js`)))
  const words = `import { splitSentences, tokenize } from ${index}\nconsole.log(splitSentences, tokenize)\n`
  const stems = `import * as stem from ${stem}\nconsole.log(stem)\n`
  const [alone, without, both] = [stems, words, words + stems].map((source) => bundled(source, folder)!)
  const peer = bundled("import stemmers from 'snowball-stemmers'\nconsole.log(stemmers)", join(ROOT, 'bench'))
  const kernel = kernelBytes()
  const added = (both!.gzipped - without!.gzipped + kernel) / KB
  const row = (engine: string, raw: number, gzipped: number): FigureRow => ({
    engine,
    ours: true,
    values: { raw: raw / KB, gzipped: gzipped / KB },
  })
  return {
    rows: [
      row('wordloom/stem, with the core', alone!.raw, alone!.gzipped),
      {
        engine: 'what stemmers add to words and sentences',
        ours: true,
        values: { gzipped: added },
        note: `rules, compiler, and ${(kernel / KB).toFixed(1)} kB of the core`,
      },
      ...(peer === undefined
        ? []
        : [
            {
              ...row('snowball-stemmers', peer.raw, peer.gzipped),
              ours: false,
              version: peerVersion('snowball-stemmers'),
            },
          ]),
    ],
    targets: [target('stemmers add at most 80 kB gzipped', `${added.toFixed(1)} kB`, added <= 80)],
    wrong: [],
  }
}

async function run(context: BenchContext): Promise<Outcome> {
  const notes: string[] = []
  const parts: Part[] = []
  const folder = join(ROOT, 'build/bench/stems')
  mkdirSync(folder, { recursive: true })
  if (!haveCorpora()) notes.push(`skipped: all speeds, which want the corpora; to get them: ${GET_CORPORA}`)
  else {
    parts.push(await inMemory(folder, context.smoke))
    if (haveStemwords()) parts.push(await overFiles(folder, context))
    else notes.push(`skipped: stemwords; to get it: ${GET_STEMWORDS}`)
  }
  parts.push(onAPage())
  return {
    columns: [
      { key: 'speed', label: 'million words/s', digits: 2 },
      { key: 'own', label: 'seconds', digits: 2 },
      { key: 'peer', label: 'stemwords, seconds', digits: 2 },
      { key: 'ratio', label: 'times as fast as stemwords', digits: 2 },
      { key: 'same', label: 'same stems, %', digits: 2 },
      { key: 'raw', label: 'bundle, kB', digits: 0 },
      { key: 'gzipped', label: 'bundle, gzip -9, kB', digits: 1 },
    ],
    rows: parts.flatMap(({ rows }) => rows),
    targets: parts.flatMap(({ targets }) => targets),
    wrong: parts.flatMap(({ wrong }) => wrong),
    notes,
    chart: {
      column: 'speed',
      title: 'English words to stems',
      subtitle: 'million words a second, one thread, no word twice; more is better',
    },
  }
}

/** See the head of this file. */
export const stems: Definition = {
  name: 'stems',
  title: 'Stemmers',
  about:
    "In memory: JavaScript strings in and out, one thread, 120,000 words a round, each engine warm in a process of its own; no word comes twice in a process (Snowball's English vocabulary behind one syllable after another), so that nobody's table of words helps. Over files: the whole process, `wordloom stem --lang L FILE -o OUT` and `stemwords -l L -i FILE -o OUT`, a million lines, in turns; news as it runs, vocabularies shuffled and repeated to a million (wordloom remembers short words within a run, which running text and repetition reward), and a million words of which none comes twice; the ratio is the median over rounds. Medians and half the distance between the quartiles. Stems may differ from those of stemwords where its algorithms are older than the present ones. Bundle: esbuild, minified, for the browser.",
  smoke: true,
  run,
}
