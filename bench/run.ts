/**
 * npm run bench: measures Wordloom beside its peers.
 *   npm run bench -- [NAMES] [--smoke] [--record] [--previous CHECKOUT] [--list]
 * Tables go to standard output; JSON, charts and a page of all tables to build/bench, or, with --record, to
 * bench/record, which is committed (then: npx tsx scripts/results.ts). Ends with 1 when an answer is wrong or, without --smoke, a target is missed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DEFINITIONS } from './definitions/index.js'
import { ROOT } from './support/inputs.js'
import type { BenchContext, Definition } from './support/outcome.js'
import { ensurePeers } from './support/peers.js'
import { type BenchRecord, circumstances, RECORD, verdicts } from './support/record.js'
import { barChart } from './support/svg.js'
import { markdownTable } from './support/table.js'

function readRecord(folder: string, name: string): BenchRecord | undefined {
  const path = join(folder, `${name}.json`)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as BenchRecord) : undefined
}

/** The page of all records in a folder. */
function page(folder: string): string {
  const names = new Set(readdirSync(folder).filter((file) => file.endsWith('.json')))
  const records = DEFINITIONS.filter(({ name }) => names.has(`${name}.json`)).map(
    ({ name }) => readRecord(folder, name)!,
  )
  const sections = records.map((record) =>
    [
      `## ${record.title}`,
      '',
      record.about,
      '',
      ...(record.chart === undefined ? [] : [`![${record.chart.title}](${record.name}.svg)`, '']),
      markdownTable(record),
      '',
      ...verdicts(record),
      '',
      `\`npm run bench -- ${record.name}\`, ${record.date}, build ${record.commit}, ${record.machine}`,
    ].join('\n'),
  )
  return `# Measured\n\nWritten by \`npm run bench -- --record\`; docs/guide/benchmarks.md says how to read it.\n\n${sections.join('\n\n')}\n`
}

async function measure(definition: Definition, context: BenchContext, folder: string): Promise<boolean> {
  const began = performance.now()
  context.log(`${definition.name}: ${definition.title} ...`)
  const outcome = await definition.run(context)
  const { name, title, about } = definition
  const before = context.smoke ? undefined : readRecord(RECORD, name)
  process.stdout.write(`\n## ${title}\n\n${markdownTable(outcome, before?.rows)}\n\n`)
  for (const line of verdicts(outcome)) process.stdout.write(`${line}\n`)
  context.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (!context.smoke) {
    const record: BenchRecord = { name, title, about, ...circumstances(), ...outcome }
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(record, null, 1)}\n`)
    const chart = barChart(outcome)
    if (chart !== undefined) writeFileSync(join(folder, `${name}.svg`), chart)
    writeFileSync(join(folder, 'README.md'), page(folder))
  }
  return outcome.wrong.length === 0 && (context.smoke || outcome.targets.every(({ met }) => met))
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    smoke: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    previous: { type: 'string' },
  },
})

const unknown = positionals.filter((name) => !DEFINITIONS.some((definition) => definition.name === name))
if (values.list || unknown.length > 0) {
  if (unknown.length > 0) process.stdout.write(`no benchmark is called ${unknown.join(', ')}; there are:\n`)
  for (const { name, title } of DEFINITIONS) process.stdout.write(`${name.padEnd(12)} ${title}\n`)
  process.exit(unknown.length > 0 ? 1 : 0)
}

ensurePeers()
const folder = values.record ? RECORD : join(ROOT, 'build/bench')
mkdirSync(folder, { recursive: true })
const context: BenchContext = {
  smoke: values.smoke,
  ...(values.previous === undefined ? {} : { previous: resolve(values.previous) }),
  log: (line) => process.stderr.write(`${line}\n`),
}
let right = true
for (const definition of DEFINITIONS) {
  const named = positionals.includes(definition.name)
  if (positionals.length > 0 ? !named : values.smoke && !definition.smoke) continue
  right = (await measure(definition, context, folder)) && right
}
process.exitCode = right ? 0 : 1
