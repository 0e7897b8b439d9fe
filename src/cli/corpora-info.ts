/**
 * `wordloom corpora info`: all that the catalogue says of a corpus, and where its files are.
 */
import { type CorpusInfo, info, storeFolder } from '../store/index.js'
import { type Invocation, wrapped } from './arguments.js'
import { Failure } from './failure.js'
import { sizeText } from './sizes.js'
import { outputColors, outputWidth, safe } from './terminal.js'

const LABEL = 15

const USE = {
  yes: 'yes',
  no: 'no: the licence does not allow it',
  unclear: 'unclear: ask the publisher, or treat it as no',
} as const

/** Runs `wordloom corpora info`. */
export async function corporaInfo(invocation: Invocation): Promise<number> {
  const [id] = invocation.positionals
  if (id === undefined) {
    throw new Failure('usage', "'corpora info' needs the id of a corpus", 'wordloom corpora list has all')
  }
  const dir = invocation.option('dir')
  const corpus = info(id, { dir })
  process.stdout.write(
    invocation.option('to') === 'json'
      ? `${JSON.stringify(corpus, null, 2)}\n`
      : page(corpus, storeFolder(dir)),
  )
  return 0
}

function page(corpus: CorpusInfo, store: string): string {
  const { colors } = outputColors()
  const width = outputWidth() - LABEL - 1
  const lines = [colors.bold(safe(corpus.title)), '']
  const fact = (label: string, text: string | undefined) => {
    if (!text) return
    const [first, ...more] = wrapped(safe(text), width)
    lines.push(`${colors.cyan(label.padEnd(LABEL))} ${first}`)
    for (const line of more) lines.push(`${' '.repeat(LABEL)} ${line}`)
  }
  fact('Id', corpus.id)
  fact('Language', corpus.language)
  fact('Kind', corpus.kind)
  fact('Licence', corpus.license)
  fact('Commercial use', USE[corpus.commercial])
  fact('Redistribution', corpus.redistribution)
  fact('Attribution', corpus.attribution)
  fact('Citation', corpus.citation)
  fact('Source', corpus.source)
  fact('Notes', corpus.notes)
  fact('Collections', corpus.collections.join(', '))
  fact('Reader', corpus.reader.format)
  for (const [split, files] of Object.entries(corpus.splits ?? {})) {
    fact(`Split ${split}`, files.length > 4 ? `${files.length} files` : files.join(', '))
  }
  lines.push('', colors.bold('Counts'))
  for (const [name, value] of flattened(corpus.counts)) lines.push(`  ${name.padEnd(LABEL + 12)} ${value}`)
  const many = `${corpus.files.length} file${corpus.files.length === 1 ? '' : 's'}, ${sizeText(corpus.bytes)}`
  lines.push('', colors.bold(`Files (${many})`))
  for (const { path, bytes, present, sha256, url } of corpus.files) {
    lines.push(`${colors.green(present ? '✓' : ' ')} ${path}  ${sizeText(bytes)}`)
    lines.push(colors.dim(`    sha256 ${sha256}`), colors.dim(`    ${url ?? 'only mirrors have it'}`))
  }
  lines.push('', state(corpus, store))
  return `${lines.join('\n')}\n`
}

function state({ id, downloaded }: CorpusInfo, store: string): string {
  if (downloaded === 'bundled') return 'It comes with the package.'
  if (downloaded === 'yes') return `It is in ${store}.`
  return `It is ${downloaded === 'partly' ? 'only partly' : 'not'} in ${store}: wordloom corpora download ${id}`
}

/** Counts of nested objects by their path: 'train sentences', 12,544. */
function flattened(counts: object, prefix = ''): [name: string, value: string][] {
  return Object.entries(counts).flatMap(([name, value]): [string, string][] => {
    const full = safe(prefix === '' ? name : `${prefix} ${name}`)
    if (typeof value === 'number') return [[full, value.toLocaleString('en')]]
    if (typeof value !== 'object' || value === null) return [[full, safe(String(value))]]
    if (Array.isArray(value)) return [[full, safe(value.map(String).join(', '))]]
    return flattened(value, full)
  })
}
