/**
 * What a terminal can show: colours, the width of text in columns, and bars drawn in eighths.
 *
 * NO_COLOR turns colours off, FORCE_COLOR on (https://no-color.org, https://force-color.org), else a terminal
 * has them. Text of users is made safe first: a control character in a file must not steer the terminal.
 */
import pc from 'picocolors'

export { visibleText as safe } from '../text/visible.js'

/** Functions that colour a text, or leave it as it is. */
export type Colors = ReturnType<typeof pc.createColors>

/** Colours for standard output as the environment wants them. */
export function outputColors(): { colors: Colors; enabled: boolean } {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  const enabled = NO_COLOR
    ? false
    : FORCE_COLOR !== undefined && FORCE_COLOR !== ''
      ? FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
      : process.stdout.isTTY === true && TERM !== 'dumb'
  return { colors: pc.createColors(enabled), enabled }
}

/** Columns to draw in: those of the terminal, at least 40 and at most 120; 80 in a pipe. */
export function outputWidth(): number {
  return Math.max(40, Math.min(120, process.stdout.columns ?? 80))
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of `share` (0 to 1) of `columns`, at least a sliver. */
export function bar(share: number, columns: number): string {
  const eighths = Math.max(1, Math.round(share * columns * 8))
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!
}
