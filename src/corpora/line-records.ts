/**
 * The frame of formats with one record a line: comments and blank lines passed over, faults reported with their
 * place, everything else up to the format.
 */
import type { ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'

/** A line that is not as its format has it. */
export class LineFault {
  readonly expected: string
  readonly found: string | undefined
  readonly column: number | undefined

  /** What was expected; what stands there, if not the whole line; UTF-16 unit in the line, from 1. */
  constructor(expected: string, found?: string, column?: number) {
    this.expected = expected
    this.found = found
    this.column = column
  }
}

/** Makes a record of a line, says what is wrong with it, or gives nothing where it holds none; `line` from 1. */
export type LineParser<R extends object> = (text: string, line: number) => R | LineFault | undefined

/** Records of `file`, one a line that is neither blank nor begins with `comment`. */
export function* lineRecords<R extends object>(
  file: SourceFile,
  context: ReadContext,
  comment: string | undefined,
  parse: LineParser<R>,
): Generator<R> {
  let line = 0
  for (const text of file.lines()) {
    line++
    if (text.trim() === '' || (comment !== undefined && text.startsWith(comment))) continue
    const record = parse(text, line)
    if (record === undefined) continue
    if (!(record instanceof LineFault)) yield record
    else {
      const { expected, column, found = text } = record
      context.report(
        corpusError({ file: file.name, line, ...(column === undefined ? {} : { column }), expected, found }),
      )
    }
  }
}
