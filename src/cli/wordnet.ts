/**
 * `wordloom wordnet`: a look at a word. Its meanings with definitions and examples, what they are related to, and
 * the tree of what stands above them.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { nearest } from '../core/errors.js'
import { readWordNet, type Sense, type Synset, type WordNet, type WordNetPos } from '../corpora/index.js'
import { storeFolder } from '../store/index.js'
import type { Invocation } from './arguments.js'
import { Failure } from './failure.js'
import { openOutput } from './output.js'
import { type Colors, outputColors, outputWidth, safe } from './terminal.js'

const POS_NAMES: Readonly<Record<WordNetPos, string>> = {
  n: 'noun',
  v: 'verb',
  a: 'adjective',
  s: 'adjective',
  r: 'adverb',
}
const MARGIN = '      '
/** Targets that are shown of one relation. */
const TARGETS = 12

interface Page {
  readonly colors: Colors
  readonly width: number
  readonly relations: boolean
  readonly tree: boolean
}

/** Runs `wordloom wordnet`. */
export async function wordnet(invocation: Invocation): Promise<number> {
  const word = invocation.positionals.join(' ').trim()
  if (word === '') throw new Failure('usage', "'wordnet' needs a word", 'wordloom wordnet dog')
  const source = openSource(invocation.option('pack'))
  const pos = invocation.option('pos') as WordNetPos | undefined
  const synsets = find(source, word, pos)
  if (synsets.length === 0) throw unknown(source, word, pos)
  const output = openOutput(undefined)
  if (invocation.option('to') === 'json') {
    await output.write(`${JSON.stringify(synsets.map(described), null, 2)}\n`)
  } else {
    const { colors } = outputColors()
    const page = {
      colors,
      width: outputWidth(),
      relations: invocation.flag('relations'),
      tree: invocation.flag('tree'),
    }
    await output.write(`${lines(source, word, synsets, page).join('\n')}\n`)
  }
  await output.close()
  return 0
}

function openSource(given: string | undefined): WordNet {
  const path = given ?? join(storeFolder(), 'packs', 'oewn.pack')
  if (!existsSync(path)) {
    if (given !== undefined) throw new Failure('data', `there is no '${given}'`, '')
    throw new Failure(
      'data',
      `there is no WordNet at '${path}'`,
      'wordloom corpora download oewn && wordloom corpora pack oewn, or --pack FILE or FOLDER of your own',
    )
  }
  const files = new Map<string, Uint8Array>()
  const paths = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]
  for (const file of paths) {
    if (!statSync(file).isFile()) continue
    const bytes = readFileSync(file)
    files.set(basename(file), file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  }
  // A Pack may have any name.
  if (paths.length === 1 && paths[0] === path)
    return readWordNet({ 'wordnet.pack': files.values().next().value! })
  return readWordNet(files)
}

/** Synsets of a word, or the one of an id or name. */
function find(source: WordNet, word: string, pos: WordNetPos | undefined): Synset[] {
  const named = /^(?:\d{8}-[nvasr]|i\d+|.+\.[nvasr]\.\d+)$/u.test(word)
  const synsets = source.synsets(word, pos)
  return named && synsets.length === 0 ? [source.synset(word)] : synsets
}

function unknown(source: WordNet, word: string, pos: WordNetPos | undefined): Failure {
  if (pos !== undefined && source.synsets(word).length > 0) {
    return new Failure('data', `'${word}' is no ${POS_NAMES[pos]}`, `wordloom wordnet ${word}`)
  }
  const alike: string[] = []
  for (const lemma of source.lemmas(pos)) {
    if (lemma[0]?.toLowerCase() === word[0]?.toLowerCase() && Math.abs(lemma.length - word.length) < 3)
      alike.push(lemma)
  }
  // Letters in the wrong order are the commonest slip, and two changes to `nearest`.
  const letters = (text: string) => [...text.toLowerCase()].sort().join('')
  const swapped = alike.filter((lemma) => letters(lemma) === letters(word))
  const hint =
    alike.length === 0 ? '' : `did you mean '${nearest(word, swapped.length > 0 ? swapped : alike)}'?`
  return new Failure('data', `'${safe(word)}' is not in ${source.meta.title}`, hint)
}

function lines(source: WordNet, word: string, synsets: readonly Synset[], page: Page): string[] {
  const { colors } = page
  const { title, version } = source.meta
  const meanings = `${synsets.length} meaning${synsets.length === 1 ? '' : 's'}`
  const all = [
    '',
    ` ${colors.bold(safe(word))}  ${colors.dim(`${meanings} in ${title} ${version}`.trimEnd())}`,
  ]
  let heading = ''
  let number = 0
  for (const synset of synsets) {
    if (POS_NAMES[synset.pos] !== heading) {
      heading = POS_NAMES[synset.pos]
      number = 0
      all.push('', ` ${colors.cyan(heading)}${spoken(source, word, synset, colors)}`)
    }
    number++
    all.push(...meaning(synset, number, page))
  }
  return [...all, '']
}

function spoken(source: WordNet, word: string, synset: Synset, colors: Colors): string {
  const sense = source.senses(word).find((each) => each.synset === synset)
  const found = (sense?.pronunciations ?? []).map(({ value, variety }) =>
    `/${safe(value)}/ ${variety}`.trimEnd(),
  )
  return found.length === 0 ? '' : `  ${colors.dim(found.join('  '))}`
}

function meaning(synset: Synset, number: number, page: Page): string[] {
  const { colors, width } = page
  const label = `${String(number).padStart(4)}  `
  const words = wrapped(synset.words.map(safe).join(', '), width - label.length)
  const found = words.map((line, i) => (i === 0 ? colors.dim(label) : MARGIN) + colors.bold(line))
  found.push(...indented(safe(synset.definition), width))
  for (const example of synset.examples) found.push(...indented(`“${safe(example)}”`, width, colors.green))
  found.push(MARGIN + colors.dim(`${synset.name}  ${synset.id}  ${synset.lexicographerFile}`))
  if (page.relations) found.push(...related(synset, page))
  if (page.tree) found.push(...tree(synset, page))
  return found
}

function related(synset: Synset, { colors, width }: Page): string[] {
  const rows: [string, string[]][] = []
  for (const [relation, targets] of synset.relations()) {
    rows.push([relation, targets.map((target) => target.words[0]!)])
  }
  for (const sense of synset.senses) {
    for (const [relation, targets] of sense.relations())
      rows.push([relation, targets.map((target) => ofWord(sense, target))])
    if (sense.frames.length > 0) rows.push([`frames of ${sense.word}`, sense.frames])
  }
  return rows.flatMap(([relation, targets]) => {
    const more = targets.length - TARGETS
    const shown = targets.slice(0, TARGETS).map(safe).join(', ')
    const text = `${relation}: ${shown}${more > 0 ? ` … ${more} more` : ''}`
    return indented(text, width).map((line) => line.replace(`${relation}:`, colors.yellow(`${relation}:`)))
  })
}

function ofWord(sense: Sense, target: Sense): string {
  return sense.synset.words.length > 1 ? `${sense.word} → ${target.word}` : target.word
}

/** What stands above, drawn as a tree; what was drawn already is only named. */
function tree(synset: Synset, { colors, width }: Page): string[] {
  const found: string[] = []
  const drawn = new Set<Synset>()
  const draw = (node: Synset, stem: string) => {
    drawn.add(node)
    const above = [...node.related('hypernym'), ...node.related('instance-hypernym')]
    above.forEach((parent, i) => {
      const last = i === above.length - 1
      const again = drawn.has(parent) ? ' …' : ''
      const branch = `${MARGIN}${stem}${last ? '└─ ' : '├─ '}`
      const text = safe(parent.words.join(', '))
      const room = Math.max(12, width - branch.length - again.length)
      const cut = text.length > room ? `${text.slice(0, room - 1)}…` : text
      found.push(`${colors.dim(branch)}${cut}${colors.dim(again)}`)
      if (again === '') draw(parent, `${stem}${last ? '   ' : '│  '}`)
    })
  }
  draw(synset, '')
  return found
}

function described(synset: Synset): unknown {
  const relations = [...synset.relations()].map(([relation, targets]) => [
    relation,
    targets.map(({ id }) => id),
  ])
  return {
    ...(synset.toJSON() as object),
    lexicographerFile: synset.lexicographerFile,
    ili: synset.ili,
    relations: Object.fromEntries(relations),
    senses: synset.senses.map((sense) => ({
      word: sense.word,
      key: sense.key,
      count: sense.count,
      frames: sense.frames,
      pronunciations: sense.pronunciations,
      relations: Object.fromEntries(
        [...sense.relations()].map(([relation, to]) => [relation, to.map(({ key }) => key)]),
      ),
    })),
  }
}

function indented(text: string, width: number, paint = (line: string) => line): string[] {
  return wrapped(text, width - MARGIN.length).map((line) => MARGIN + paint(line))
}

/** Lines of at most `room` characters, broken at blanks. */
function wrapped(text: string, room: number): string[] {
  const found: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      found.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...found, line]
}
