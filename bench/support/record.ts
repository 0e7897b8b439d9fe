/** Results of measurements as they are kept in bench/record: one JSON file each, whoever measured. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './inputs.js'
import type { Outcome } from './outcome.js'

/** A result as it is kept. */
export interface BenchRecord extends Outcome {
  readonly name: string
  readonly title: string
  readonly about: string
  readonly date: string
  readonly commit: string
  readonly machine: string
  /** What measures it again; `npm run bench -- NAME` where it is left out. */
  readonly command?: string
}

/** The folder of the records. */
export const RECORD = join(ROOT, 'bench/record')

/** The command that measures `record` again. */
export function commandOf(record: BenchRecord): string {
  return record.command ?? `npm run bench -- ${record.name}`
}

/** Day, build and machine of a measurement that is made now. */
export function circumstances(): Pick<BenchRecord, 'date' | 'commit' | 'machine'> {
  return { date: new Date().toISOString().slice(0, 10), commit: commit(), machine: machine() }
}

/** All records of a folder by name. */
export function readRecords(folder: string): BenchRecord[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const record = JSON.parse(readFileSync(join(folder, file), 'utf8')) as BenchRecord | PlainRecord
      return 'columns' in record ? record : tabulated(file.replace(/\.json$/, ''), record)
    })
}

/** A record that a script wrote as it came: what it is, and rows of named figures, however deep. */
interface PlainRecord {
  readonly about: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** A plain record as a table: names of rows from their texts, a column for every figure in them. */
function tabulated(name: string, { about, rows }: PlainRecord): BenchRecord {
  const labels = new Set<string>()
  const made = rows.map((row) => {
    const values: Record<string, number> = {}
    const texts: string[] = []
    const visit = (value: unknown, path: string) => {
      if (typeof value === 'number') values[path] = value
      else if (typeof value === 'string') texts.push(value)
      else if (typeof value === 'object' && value !== null) {
        const counted = Array.isArray(value)
        for (const [key, part] of Object.entries(value)) {
          const label = counted ? String(Number(key) + 1) : key
          visit(part, path === '' ? label : `${path}, ${label}`)
        }
      }
    }
    visit(row, '')
    for (const label of Object.keys(values)) labels.add(label)
    return { engine: texts.join(', '), ours: true, values }
  })
  const digits = (label: string) => (made.every(({ values }) => Number.isInteger(values[label] ?? 0)) ? 0 : 2)
  return {
    name,
    title: `${name[0]!.toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`,
    about,
    date: 'not recorded',
    commit: 'not recorded',
    machine: 'not recorded',
    command: /npx tsx \S+(?: --?\S+(?: [\w.]+)?)*/.exec(about)?.[0] ?? `see bench/record/${name}.json`,
    columns: [...labels].map((label) => ({ key: label, label, digits: digits(label) })),
    rows: made,
    targets: [],
    wrong: [],
    notes: [],
  }
}

/** Targets, wrong answers and notes as lines of a list. */
export function verdicts({ targets, wrong, notes }: Outcome): string[] {
  return [
    ...targets.map(({ what, got, met }) => `- ${met ? 'met' : '**missed**'}: ${what} (${got})`),
    ...wrong.map((line) => `- **wrong answer**: ${line}`),
    ...notes.map((line) => `- ${line}`),
  ]
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { cwd: ROOT, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

function machine(): string {
  const processors = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return `${processors[0]?.model ?? 'unknown'}, ${processors.length} cores, ${memory} GB, Node ${process.versions.node}`
}
