/** Figures as a Markdown table, whose columns are aligned so that it reads in a terminal too. */
import { type FigureColumn, type FigureRow, formatNumber, type Outcome } from './outcome.js'

/** Cells of one row. */
function cells(
  row: FigureRow,
  columns: readonly FigureColumn[],
  before: ReadonlyMap<string, FigureRow>,
): string[] {
  const old = before.get(row.engine)
  return columns.map(({ key, digits }) => {
    const value = row.values[key]
    if (value === undefined) return ''
    const spread = row.spread?.[key]
    const then = old?.values[key]
    return [
      formatNumber(value, digits),
      spread === undefined ? '' : ` \u00b1 ${formatNumber(spread, digits)}`,
      then === undefined || value === 0 ? '' : ` (was ${formatNumber(then, digits)})`,
    ].join('')
  })
}

/** The table of an outcome; `before` are the rows of the previous record, shown beside our own. */
export function markdownTable(outcome: Outcome, before: readonly FigureRow[] = []): string {
  const columns = outcome.columns.filter(({ key }) =>
    outcome.rows.some((row) => row.values[key] !== undefined),
  )
  const previous = new Map(before.filter((row) => row.ours).map((row) => [row.engine, row]))
  const heading = ['', ...columns.map((column) => column.label)]
  const body = outcome.rows.map((row) => {
    const version = row.version === undefined || row.ours ? '' : ` ${row.version}`
    const name = row.ours ? `**${row.engine}**` : `${row.engine}${version}`
    return [row.note === undefined ? name : `${name} (${row.note})`, ...cells(row, columns, previous)]
  })
  const widths = heading.map((cell, i) => Math.max(3, cell.length, ...body.map((row) => row[i]!.length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(heading), rule, ...body.map(line)].join('\n')
}
