/**
 * Lines of WNDB files: fields separated by blanks, and faults that know their column.
 */
import type { Report, SourceText } from './source-text.js'

/** What stands between two blanks, and where in its line. */
export interface Field {
  readonly text: string
  readonly at: number
}

/** What is wrong in a line: at which offset of it, what was expected, what was found. */
export class LineFault extends Error {
  readonly at: number
  readonly expected: string
  readonly found: string

  constructor(at: number, expected: string, found: string) {
    super(expected)
    this.at = at
    this.expected = expected
    this.found = found
  }
}

/** Fields of a line, up to the bar before a gloss where there is one. */
export function fieldsOf(line: string): Field[] {
  const fields: Field[] = []
  for (let at = 0; at < line.length; ) {
    const blank = line.indexOf(' ', at)
    const end = blank < 0 ? line.length : blank
    if (end > at) fields.push({ text: line.slice(at, end), at })
    at = end + 1
  }
  return fields
}

/** Calls `read` with every line that is not blank; what is wrong in a line is reported, and the next line read. */
export function eachLine(
  text: SourceText,
  report: Report,
  read: (text: SourceText, at: number, line: string) => void,
): void {
  const whole = text.text
  for (let at = 0; at < whole.length; ) {
    const newline = whole.indexOf('\n', at)
    const end = newline < 0 ? whole.length : newline
    const line = whole.slice(at, end)
    if (line.trim() !== '') {
      try {
        read(text, at, line)
      } catch (fault) {
        if (!(fault instanceof LineFault)) throw fault
        report(text.fault(at + fault.at, fault.expected, fault.found))
      }
    }
    at = end + 1
  }
}
