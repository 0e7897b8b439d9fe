/**
 * The English pipeline in a process of its own.
 *   parsing-worker.ts GRADE FOLDER     then lines on standard input:
 *     probe | words FILE | text FILE         annotate the treebank from its words, or from its text, into a CoNLL-U file
 *     tagged SECONDS | raw SECONDS           passes over Docs that are tagged, or over the text, for so many seconds
 *     load PART                              the time until the part is there, and until it has done a first sentence
 * FOLDER holds blind.conllu and text.txt. Times are of the processor, what Node does beside the main thread included;
 * `load` is asked once of a fresh process.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { ROOT } from './support/inputs.js'
import { ENGLISH_PACK } from './support/treebank.js'

/** A Doc of the built package, as far as it is used here. */
interface BuiltDoc {
  readonly length: number
  numbers(name: string): ArrayLike<number>
  with(columns: object): BuiltDoc
}
interface Model {
  tag(doc: BuiltDoc): BuiltDoc
  parse(doc: BuiltDoc): BuiltDoc
}
interface BuiltLanguage extends Model {
  readonly parts: readonly { readonly name: string; readonly bytes: number | undefined }[]
  part(name: string): Model
  read(input: string | BuiltDoc): BuiltDoc
}
interface Built {
  readConllu(conllu: string): Iterable<BuiltDoc>
  splitSentences(doc: BuiltDoc): BuiltDoc
  tokenize(text: string): BuiltDoc
  writeConllu(docs: Iterable<BuiltDoc>): string
}

const [grade, folder] = process.argv.slice(2) as ['fast' | 'exact', string]
const built = async <T>(entry: string) =>
  (await import(pathToFileURL(join(ROOT, `dist/${entry}.js`)).href)) as T
const { load } = await built<{ load(pack: URL, options: object): Promise<BuiltLanguage> }>('node')
const { readConllu, splitSentences, tokenize, writeConllu } = await built<Built>('index')
const open = () => load(pathToFileURL(ENGLISH_PACK), { grade })
const blind = readFileSync(join(folder, 'blind.conllu'), 'utf8')
const text = readFileSync(join(folder, 'text.txt'), 'utf8')
let language: BuiltLanguage | undefined

async function opened(): Promise<BuiltLanguage> {
  language ??= await open()
  return language
}

function sinceMs(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

/** Passes until they have taken so many seconds; what `prepare` does is not counted. */
function timed<T>(seconds: number, prepare: () => T, pass: (input: T) => number): object {
  let tokens = 0
  let ms = 0
  while (ms < seconds * 1000) {
    const input = prepare()
    const began = process.cpuUsage()
    tokens += pass(input)
    ms += sinceMs(began)
  }
  return { ms, tokens, peakBytes: process.resourceUsage().maxRSS * 1024 }
}

const commands: Readonly<Record<string, (rest: string) => Promise<object>>> = {
  async probe() {
    const { parts, read } = await opened()
    const doc = read.call(language, 'The old cat sat on the mat. It slept.')
    const heads = Array.from(doc.numbers('head'))
    return { parts, roots: heads.filter((head, i) => head === i).length, tokens: doc.length }
  },
  async words(path) {
    const own = await opened()
    writeFileSync(path, writeConllu(Array.from(readConllu(blind), (doc) => own.read(doc))))
    return {}
  },
  async text(path) {
    writeFileSync(path, writeConllu([(await opened()).read(text)]))
    return {}
  },
  async tagged(seconds) {
    const own = await opened()
    const tagged = Array.from(readConllu(blind), (doc) => own.tag(doc))
    const parser = own.part(`${grade}Parser`)
    return timed(
      Number(seconds),
      () => tagged.map((doc) => doc.with({})),
      (docs) => docs.reduce((sum, doc) => sum + parser.parse(doc).length, 0),
    )
  },
  async raw(seconds) {
    const own = await opened()
    return timed(
      Number(seconds),
      () => text,
      (all) => own.read(all).length,
    )
  },
  async load(name) {
    const doc = splitSentences(tokenize('The old cat sat on the mat.'))
    const tagged = doc.with({
      tag: { ids: new Uint32Array(doc.length), strings: ['NOUN'] },
      xtag: { ids: new Uint32Array(doc.length), strings: ['NN'] },
    })
    const began = process.cpuUsage()
    const clock = performance.now()
    const part = (await open()).part(name)
    const wall = performance.now() - clock
    const loaded = sinceMs(began)
    if (name === 'tagger') part.tag(doc)
    else part.parse(tagged)
    return { loaded, wall, first: sinceMs(began) }
  },
}

for await (const line of createInterface(process.stdin)) {
  const at = `${line} `.indexOf(' ')
  const result = await commands[line.slice(0, at)]!(line.slice(at + 1))
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
