/**
 * The text of one source file, with what is wrong in it told by line and column.
 */
import type { WordloomError } from '../../core/errors.js'
import { decodeUtf8 } from '../../text/decode.js'
import { corpusError, inFile } from '../source-file.js'

/** Takes an error: throws it, or keeps it and lets the reader go on. */
export type Report = (error: WordloomError) => void

/** A file's text under its name. Line ends are single line feeds. */
export class SourceText {
  readonly name: string
  readonly text: string
  #lines: number[] | undefined

  /** @throws INPUT_ENCODING with `details.file` when the bytes are not UTF-8 */
  constructor(name: string, bytes: Uint8Array) {
    this.name = name
    try {
      const text = decodeUtf8(bytes)
      this.text = text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text
    } catch (error) {
      throw inFile(error, name)
    }
  }

  /** An error at `offset` (UTF-16 units in the text). */
  fault(offset: number, expected: string, found: string, hint?: string): WordloomError {
    this.#lines ??= lineStarts(this.text)
    let line = 0
    for (let above = this.#lines.length; above - line > 1; ) {
      const middle = (line + above) >> 1
      if (this.#lines[middle]! <= offset) line = middle
      else above = middle
    }
    const column = offset - this.#lines[line]! + 1
    const place = { file: this.name, line: line + 1, column, expected, found }
    return corpusError(hint === undefined ? place : { ...place, hint })
  }

  /** The rest of the line at `offset`, as an error shows it. */
  rest(offset: number): string {
    const end = this.text.indexOf('\n', offset)
    return this.text.slice(offset, end < 0 ? undefined : end)
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}
