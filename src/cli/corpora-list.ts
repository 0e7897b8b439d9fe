/**
 * `wordloom corpora list`: the corpora of the catalogue as a table that fits the terminal, as ids or as JSON.
 */
import { type ListedCorpus, list } from '../store/index.js'
import type { Invocation } from './arguments.js'
import { readSize, sizeText } from './sizes.js'
import { type Colors, outputColors, outputWidth, safe } from './terminal.js'

const MARKS = { yes: '✓', partly: '◐', no: ' ', bundled: '•' } as const
const USES = { yes: 'yes', no: 'no', unclear: '?' } as const

/** Runs `wordloom corpora list`. */
export async function corporaList(invocation: Invocation): Promise<number> {
  const size = invocation.option('max-size')
  const found = list({
    dir: invocation.option('dir'),
    language: invocation.option('language'),
    kind: invocation.option('kind'),
    licence: invocation.option('licence'),
    collection: invocation.option('collection'),
    ...(size !== undefined && { maxBytes: readSize('max-size', size) }),
    ...(invocation.flag('commercial') && { commercial: true }),
    ...(invocation.flag('downloaded') && { downloaded: true }),
  })
  process.stdout.write(shown(found, invocation.option('to')!))
  if (found.length === 0)
    process.stderr.write('wordloom: no corpus is like that; wordloom corpora list has all\n')
  return 0
}

function shown(found: readonly ListedCorpus[], format: string): string {
  if (format === 'json') return `${JSON.stringify(found, null, 2)}\n`
  if (format === 'ids') return found.map(({ id }) => `${id}\n`).join('')
  return found.length === 0 ? '' : table(found, outputWidth(), outputColors().colors)
}

/** The table, no line longer than `columns`. */
export function table(found: readonly ListedCorpus[], columns: number, colors: Colors): string {
  const widest = (text: (one: ListedCorpus) => string, heading: string) =>
    found.reduce((most, one) => Math.max(most, text(one).length), heading.length)
  const id = widest((one) => one.id, 'ID')
  const language = widest((one) => one.language, 'Lang')
  const besides = 2 + id + 1 + language + 1 + 1 + 8 + 1 + 3 + 1
  // Where there is no room for all, the kind gives way first.
  const kind = Math.max(
    4,
    Math.min(
      widest((one) => one.kind, 'Kind'),
      columns - besides - 7,
    ),
  )
  const licence = Math.max(7, columns - besides - kind)
  const row = (cells: readonly string[]) =>
    `${cells[0]!.padEnd(id)} ${cells[1]!.padEnd(language)} ${cut(cells[2]!, kind).padEnd(kind)} ${cells[3]!.padStart(8)} ${cells[4]!.padEnd(3)} ${cut(cells[5]!, licence)}`.trimEnd()
  const heading = colors.bold(`  ${row(['ID', 'Lang', 'Kind', 'Size', 'Com', 'Licence'])}`)
  const rows = found.map((one) => {
    const cells = [
      one.id,
      one.language,
      one.kind,
      sizeText(one.bytes),
      USES[one.commercial],
      safe(one.license),
    ]
    return `${colors.green(MARKS[one.downloaded])} ${row(cells)}`
  })
  const bytes = found.reduce((sum, one) => sum + one.bytes, 0)
  const here = found.filter(({ downloaded }) => downloaded === 'yes').length
  const sum = `${found.length} ${found.length === 1 ? 'corpus' : 'corpora'}, ${sizeText(bytes)}; ${here} in the store (✓). Com: may be used commercially.`
  const next = 'wordloom corpora info ID says more; wordloom corpora download ID fetches it.'
  return `${[heading, ...rows, '', colors.dim(sum), colors.dim(next)].join('\n')}\n`
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`
}
