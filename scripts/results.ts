// Writes docs/results.md: every figure of bench/record on one page.
//   npx tsx scripts/results.ts [--check]
// --check writes nothing and ends with 1 when the page is not that of the records; a test does the same.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../bench/support/inputs.js'
import { type BenchRecord, commandOf, RECORD, readRecords, verdicts } from '../bench/support/record.js'
import { markdownTable } from '../bench/support/table.js'

const PAGE = join(ROOT, 'docs/results.md')

/** The page of all records of a folder. */
export function resultsPage(folder: string): string {
  const records = readRecords(folder)
  const asked = records.flatMap((record) =>
    record.targets.map(({ what, got, met }) => [
      `[${record.title}](#${anchor(record.title)})`,
      what,
      got,
      met ? 'yes' : '**no**',
    ]),
  )
  return [
    '# Results',
    'Written by `npx tsx scripts/results.ts` from [bench/record](../bench/record): what was measured, what was asked for, how\nto measure it again. [Benchmarks](guide/benchmarks.md) says how to read and run them.',
    '## What was asked for',
    table(['', 'figure asked for', 'measured', 'met'], asked),
    ...records.flatMap(section),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

function section(record: BenchRecord): string[] {
  const more = verdicts({ ...record, targets: [] })
  return [
    `## ${record.title}`,
    record.about,
    markdownTable(record),
    ...(more.length > 0 ? [more.join('\n')] : []),
    `\`${commandOf(record)}\`, ${record.date}, build ${record.commit}, ${record.machine}`,
  ]
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The id of a heading as GitHub makes it. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = resultsPage(RECORD)
  if (process.argv.includes('--help'))
    console.log('npx tsx scripts/results.ts [--check]\nWrites docs/results.md from bench/record.')
  else if (!process.argv.includes('--check')) writeFileSync(PAGE, page)
  else if (readFileSync(PAGE, 'utf8') !== page) {
    console.error('docs/results.md is not that of bench/record: npx tsx scripts/results.ts')
    process.exitCode = 1
  }
}
