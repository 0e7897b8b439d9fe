/**
 * A horizontal bar chart as SVG, written by hand: no script, no font file, readable on light and dark pages
 * because it brings its own background. Ours in colour, the others in grey; whiskers show the spread.
 */
import { type FigureRow, formatNumber, type Outcome } from './outcome.js'

const WIDTH = 860
const LEFT = 292
const RIGHT = 132
const TOP = 84
const ROW = 30
const BAR = 18
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif'

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

/** A round step that divides `limit` into about four. */
function step(limit: number): number {
  const rough = limit / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const unit = rough / power
  return power * (unit > 5 ? 10 : unit > 2 ? 5 : unit > 1 ? 2 : 1)
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escapeXml(content)}</text>`
}

/** The chart of an outcome; undefined when it has none. */
export function barChart(outcome: Outcome): string | undefined {
  const { chart } = outcome
  if (chart === undefined) return undefined
  const { column: key, title, subtitle } = chart
  const digits = outcome.columns.find((column) => column.key === key)?.digits ?? 0
  const rows = outcome.rows.filter((row): row is FigureRow => row.values[key] !== undefined)
  const highest = Math.max(...rows.map((row) => row.values[key]! + (row.spread?.[key] ?? 0)), 1e-9)
  const tick = step(highest)
  const limit = Math.ceil(highest / tick) * tick
  const scale = (WIDTH - LEFT - RIGHT) / limit
  const height = TOP + rows.length * ROW + 44
  const bottom = TOP + rows.length * ROW
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}" font-family='${FONT}'>`,
    `<rect width="${WIDTH}" height="${height}" rx="10" fill="#fbfbfd"/>`,
    text(28, 38, title, 'font-size="19" font-weight="600" fill="#1c1e26"'),
    text(28, 61, subtitle, 'font-size="13" fill="#646a78"'),
  ]
  for (let value = 0; value <= limit * 1.0001; value += tick) {
    const x = LEFT + value * scale
    parts.push(
      `<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${TOP - 4}" y2="${bottom}" stroke="#e3e5ec"/>`,
      text(
        x,
        bottom + 20,
        formatNumber(value, tick < 1 ? 1 : 0),
        'font-size="12" fill="#868c9a" text-anchor="middle"',
      ),
    )
  }
  rows.forEach((row, i) => {
    const value = row.values[key]!
    const middle = TOP + i * ROW + ROW / 2
    const length = Math.max(1.5, value * scale)
    const spread = (row.spread?.[key] ?? 0) * scale
    const weight = row.ours ? ' font-weight="600"' : ''
    const name = row.version === undefined || row.ours ? row.engine : `${row.engine} ${row.version}`
    parts.push(
      text(LEFT - 12, middle + 4.5, name, `font-size="13"${weight} fill="#2b2e38" text-anchor="end"`),
      `<rect x="${LEFT}" y="${middle - BAR / 2}" width="${length.toFixed(1)}" height="${BAR}" rx="3" fill="${row.ours ? '#4f46e5' : '#b4bac8'}"/>`,
    )
    if (spread > 0.8) {
      const [from, to] = [LEFT + length - spread, LEFT + length + spread]
      parts.push(
        `<path d="M${from.toFixed(1)} ${middle}H${to.toFixed(1)}M${from.toFixed(1)} ${middle - 4}v8M${to.toFixed(1)} ${middle - 4}v8" stroke="#1c1e26" stroke-opacity="0.55" fill="none"/>`,
      )
    }
    parts.push(
      text(
        LEFT + length + Math.max(spread, 0) + 8,
        middle + 4.5,
        formatNumber(value, digits),
        `font-size="13"${weight} fill="#2b2e38"`,
      ),
    )
  })
  parts.push('</svg>')
  return `${parts.join('\n')}\n`
}
