/**
 * `wordloom show`: a look at a text. Sentences with their tokens, counts by kind, frequent words, speed.
 *
 * Every token wears the colour of its kind, and a thin line stands where two tokens touch; the table of kinds is
 * the legend. Long files are read as a stream: only what is shown is kept, and the counts.
 */
import { basename, relative } from 'node:path'
import { version } from '../../package.json'
import type { IntentExample } from '../corpora/index.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import { TOKEN_KINDS, type TokenKind } from '../text/token-kind.js'
import type { Invocation } from './arguments.js'
import { parseLines } from './drawings.js'
import { encodingName, findInputs, type Input, readText, totalSize } from './input.js'
import { type AnnotateOptions, annotateStream, annotator, tokenizer } from './library.js'
import { openOutput } from './output.js'
import { showProgress } from './progress.js'
import { SAMPLE } from './sample.js'
import { parsedSentence } from './show-parse.js'
import { bar, type Colors, outputColors, outputWidth, safe } from './terminal.js'

/** Sentences that are shown; the counts are of all. */
const SENTENCES = 14
/** Examples kept for each kind. */
const EXAMPLES = 12
const WORDS = 8
/** Frequent words are of this length or longer: shorter ones are the same in every text of a language. */
const LETTERS = 4
/** Text for measuring speed: UTF-16 units, and milliseconds spent. */
const MEASURED_UNITS = 1 << 18
const MEASURED_TIME = 200

interface Counts {
  characters: number
  tokens: number
  sentences: number
  readonly kinds: Uint32Array
  readonly examples: Set<string>[]
  readonly words: Map<string, number>
  readonly shown: string[]
}

const PARSED_UNITS = 20_000 // of the text, in which a sentence to parse is looked for

interface Page {
  readonly colors: Colors
  readonly width: number
  readonly columns: (text: string) => number
}

/** Runs `wordloom show`. */
export async function show(invocation: Invocation): Promise<number> {
  const options: AnnotateOptions = { lang: invocation.option('lang')!, split: 'ud' }
  const encoding = encodingName(invocation.option('encoding')!)
  const [pattern] = invocation.positionals
  const [input] = pattern === undefined ? [] : await findInputs([pattern])
  const page: Page = {
    colors: outputColors().colors,
    width: outputWidth(),
    columns: (await import('string-width')).default,
  }
  const began = performance.now()
  const { counts, sample } = await count(input, encoding, options, page)
  const elapsed = performance.now() - began
  const lines = [
    ...heading(input, counts, page),
    ...counts.shown,
    ...more(counts, page),
    ...(await parsedSentence(sample.slice(0, PARSED_UNITS), options.lang, page.width, page.colors)),
    ...kindTable(counts, page),
    ...wordChart(counts, page),
    ...speed(counts, elapsed, sample, options, page),
    ...(input === undefined ? await bundledCorpora(page) : []),
    ...next(input, page),
  ]
  const output = openOutput(undefined)
  await output.write(`${lines.join('\n')}\n`)
  await output.close()
  return 0
}

async function* sampleText(): AsyncGenerator<string> {
  yield SAMPLE
}

async function count(
  input: Input | undefined,
  encoding: string,
  options: AnnotateOptions,
  page: Page,
): Promise<{ counts: Counts; sample: string }> {
  const progress = showProgress(input ? totalSize([input]) : undefined, false)
  const chunks = input ? readText(input, encoding, progress.add) : sampleText()
  const counts: Counts = {
    characters: 0,
    tokens: 0,
    sentences: 0,
    kinds: new Uint32Array(TOKEN_KINDS.length),
    examples: TOKEN_KINDS.map(() => new Set<string>()),
    words: new Map(),
    shown: [],
  }
  let sample = ''
  async function* watched(): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      counts.characters += chunk.length
      if (sample.length < MEASURED_UNITS) sample += chunk.slice(0, MEASURED_UNITS - sample.length)
      yield chunk
    }
  }
  try {
    for await (const { doc } of annotateStream(watched(), options)) addDoc(doc, counts, page)
  } finally {
    progress.end()
  }
  return { counts, sample }
}

function addDoc(doc: Doc, counts: Counts, page: Page): void {
  const kinds = doc.numbers('kind')
  for (let i = 0; i < doc.length; i++) {
    const kind = kinds[i]!
    counts.kinds[kind]!++
    const examples = counts.examples[kind]!
    const surface = doc.word(i)
    if (examples.size < EXAMPLES) examples.add(surface)
    if (TOKEN_KINDS[kind] !== 'word' || surface.length < LETTERS) continue
    const word = surface.toLowerCase()
    counts.words.set(word, (counts.words.get(word) ?? 0) + 1)
  }
  counts.tokens += doc.length
  for (const sentence of doc.sentences()) {
    counts.sentences++
    if (counts.sentences > SENTENCES) continue
    counts.shown.push(...sentenceLines(sentence, counts.sentences, page))
  }
}

function sentenceLines(sentence: Span, number: number, { colors, width, columns }: Page): string[] {
  const margin = 5
  const room = width - margin
  const lines: string[] = []
  let line = ''
  let used = 0
  const end = () => {
    lines.push(line)
    line = ''
    used = 0
  }
  for (const token of sentence) {
    const paint = PAINT[token.kind](colors)
    const touching = !token.spaceAfter && token.index + 1 < sentence.to
    for (const piece of pieces(safe(token.text), room - 1, columns)) {
      const size = columns(piece)
      if (used > 0 && used + size + 1 > room) end()
      line += paint(piece)
      used += size
    }
    line += touching ? colors.dim('│') : ' '
    used++
  }
  end()
  return lines.map((text, i) =>
    `${i === 0 ? colors.dim(String(number).padStart(margin - 2)) : ' '.repeat(margin - 2)}  ${text}`.trimEnd(),
  )
}

/** `text` cut into pieces of at most `room` columns; one piece, nearly always. */
function pieces(text: string, room: number, columns: Page['columns']): string[] {
  if (columns(text) <= room) return [text]
  const result: string[] = []
  let piece = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (columns(piece + segment) > room) {
      result.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...result, piece]
}

const PAINT: Readonly<Record<TokenKind, (colors: Colors) => (text: string) => string>> = {
  word: () => (text) => text,
  clitic: (colors) => colors.magentaBright,
  number: (colors) => colors.cyan,
  punctuation: (colors) => colors.yellow,
  symbol: (colors) => colors.redBright,
  url: (colors) => colors.blueBright,
  email: (colors) => colors.blue,
  mention: (colors) => colors.green,
  hashtag: (colors) => colors.greenBright,
  emoticon: (colors) => colors.yellowBright,
  emoji: () => (text) => text,
  other: (colors) => colors.inverse,
}

function heading(input: Input | undefined, counts: Counts, { colors, width, columns }: Page): string[] {
  const name = input === undefined ? 'its own sample' : safe(input.path ? basename(input.path) : input.name)
  const facts = `${plural(counts.characters, 'character')}, ${plural(counts.tokens, 'token')}, ${plural(counts.sentences, 'sentence')}`
  const fits = columns(` Wordloom ${version} reads ${name}: ${facts}`) <= width
  const what = ` ${colors.bold(`Wordloom ${version}`)} reads ${colors.bold(name)}:`
  return ['', ...(fits ? [`${what} ${facts}`] : [what, `   ${facts}`]), '']
}

function more(counts: Counts, { colors }: Page): string[] {
  const hidden = counts.sentences - SENTENCES
  return hidden > 0 ? [colors.dim(`     … and ${plural(hidden, 'more sentence')}`)] : []
}

function kindTable(counts: Counts, page: Page): string[] {
  const { colors } = page
  const most = Math.max(...counts.kinds)
  if (most === 0) return []
  const digits = number(most).length
  const lines = ['', ` ${colors.bold('Kinds of tokens')}`]
  TOKEN_KINDS.forEach((kind, code) => {
    const n = counts.kinds[code]!
    if (n === 0) return
    const paint = PAINT[kind](colors)
    const left = `   ${kind.padEnd(12)} ${number(n).padStart(digits)}  `
    const drawn = bar(n / most, 12)
    const rest = page.width - left.length - 14
    lines.push(
      `   ${paint(kind)}${left.slice(3 + kind.length)}${paint(drawn)}${' '.repeat(Math.max(1, 14 - drawn.length))}${examples(counts.examples[code]!, rest, page, paint)}`,
    )
  })
  return lines
}

function examples(
  words: ReadonlySet<string>,
  room: number,
  { columns }: Page,
  paint: (text: string) => string,
): string {
  const shown: string[] = []
  let used = 0
  for (const word of words) {
    const text = safe(word)
    const size = columns(text) + 1
    if (used + size > room) continue
    used += size
    shown.push(paint(text))
  }
  return shown.join(' ')
}

function wordChart(counts: Counts, { colors, width, columns }: Page): string[] {
  const frequent = [...counts.words]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, WORDS)
    .filter(([, n]) => n > 1)
  if (frequent.length === 0) return []
  const most = frequent[0]![1]
  const words = frequent.map(([word]) => pieces(safe(word), 24, columns)[0]!)
  const longest = Math.max(...words.map(columns), 12)
  const digits = number(most).length
  const room = Math.min(40, width - longest - digits - 8)
  const lines = frequent.map(([, n], i) => {
    const word = words[i]!
    return `   ${word}${' '.repeat(longest - columns(word))} ${number(n).padStart(digits)}  ${colors.cyan(bar(n / most, room))}`
  })
  return [
    '',
    ` ${colors.bold('Most frequent words')} ${colors.dim(`of ${LETTERS} letters or more`)}`,
    ...lines,
  ]
}

/** Measures once more, warm: what the first pass of a short text takes is start-up. */
function speed(
  counts: Counts,
  elapsed: number,
  sample: string,
  options: AnnotateOptions,
  { colors }: Page,
): string[] {
  if (counts.tokens === 0) return ['', ' There is no token in it.']
  const repeats = Math.max(1, Math.floor(MEASURED_UNITS / (sample.length + 2)))
  const text = `${sample}\n\n`.repeat(repeats)
  const [tokens, sentences] = ratesOf([tokenizer(options), annotator(options)], text).map((rate) =>
    colors.green(`${rate.toFixed(1).padStart(5)} million tokens/s`),
  )
  const cold =
    elapsed < 1000 ? `${elapsed.toFixed(0).padStart(5)} ms` : `${(elapsed / 1000).toFixed(1).padStart(5)} s`
  const what = repeats > 1 ? 'the text repeated' : 'its beginning'
  return [
    '',
    ` ${colors.bold('Speed')} ${colors.dim(`one thread, warm, ${what}`)}`,
    `   ${tokens} into tokens`,
    `   ${sentences} into tokens and sentences`,
    `   ${cold} for the page above, from a cold start`,
  ]
}

/** Million tokens/s of each of `runs`, in turns so that all are measured under the same conditions: medians. */
function ratesOf(runs: readonly ((text: string) => Doc)[], text: string): number[] {
  const rates = runs.map(() => [] as number[])
  for (const end = performance.now() + MEASURED_TIME; rates[0]!.length < 3 || performance.now() < end; ) {
    runs.forEach((run, i) => {
      const began = performance.now()
      const { length } = run(text)
      rates[i]!.push(length / (performance.now() - began) / 1000)
    })
  }
  return rates.map((all) => all.sort((a, b) => a - b)[all.length >> 1]!)
}

/** Begins the sentence of the bundled treebank that is shown: a short one with a clause in it. */
const TREE = 'He whistled'

/** What comes with the package: each bundled corpus in a line, then a parse and an utterance out of them. */
async function bundledCorpora({ colors, width }: Page): Promise<string[]> {
  const { list, open } = await import('../store/index.js')
  const { catalogueEntry } = await import('../store/catalogue.js')
  const bundled = list({ collection: 'bundled' }).map(({ id }) => catalogueEntry(id))
  const longest = Math.max(...bundled.map(({ id }) => id.length))
  const cut = (text: string, room: number) => (text.length > room ? `${text.slice(0, room - 1)}…` : text)
  let parse: string[] = []
  for (const sentence of (await open('trees')).sentences()) {
    if (!sentence.text.startsWith(TREE)) continue
    parse = parseLines(sentence.span(0, sentence.length), width - 3, colors)
    break
  }
  const assistant = await open<IntentExample>('assistant')
  let example: IntentExample | undefined
  for (example of assistant.records({ split: 'train' })) if (example.slots.length > 1) break
  return [
    '',
    ` ${colors.bold('Corpora that come with it')}`,
    ...bundled.map(
      ({ id, title }) => `   ${colors.cyan(id.padEnd(longest))}  ${cut(title, width - longest - 5)}`,
    ),
    '',
    ...parse.map((line) => `   ${line}`),
    '',
    `   ${markedSlots(example!, colors)} ${colors.dim(`→ ${example!.intent}`)}`,
  ]
}

function markedSlots({ text, slots }: IntentExample, colors: Colors): string {
  let marked = ''
  let at = 0
  for (const { type, start, end } of slots) {
    marked += `${text.slice(at, start)}${colors.green(text.slice(start, end))}${colors.dim(`(${type})`)}`
    at = end
  }
  return marked + text.slice(at)
}

function next(input: Input | undefined, { colors, width }: Page): string[] {
  const command = invokedAs()
  const file = input?.path === undefined ? undefined : quoted(nearer(input.path))
  const lines = [
    file === undefined
      ? [`${command} show FILE`, 'a text of your own']
      : [`${command} annotate ${file}`, 'the same as CoNLL-U'],
    [`echo "I can't wait." | ${command} annotate --to text`, "I ca n't wait ."],
    [`${command} corpora list`, 'corpora to read and to download'],
    [`${command} doctor`, 'what runs here'],
  ] as const
  const longest = Math.max(...lines.map(([line]) => line.length))
  return [
    '',
    ` ${colors.bold('Try next')}`,
    ...lines.map(([line, what]) => {
      const room = width - longest - 5
      return `   ${colors.cyan(what.length > room ? line : line.padEnd(longest))}${what.length > room ? '' : `  ${colors.dim(what)}`}`
    }),
    '',
  ]
}

/** How this command was called, so that the next one can be typed as it stands. */
function invokedAs(): string {
  const script = process.argv[1] ?? ''
  if (script.includes('node_modules')) return 'npx wordloom'
  return script.endsWith('cli.js') ? `node ${quoted(nearer(script))}` : 'wordloom'
}

/** A path as one would type it here. */
function nearer(path: string): string {
  const fromHere = relative('.', path)
  return fromHere.startsWith('..') ? path : fromHere
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

function number(n: number): string {
  return n.toLocaleString('en-US')
}

function plural(n: number, what: string): string {
  return `${number(n)} ${what}${n === 1 ? '' : 's'}`
}
