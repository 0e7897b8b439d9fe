/**
 * A sheet of terminal cells to draw on, and what colours it: each cell has a character and the part it belongs to.
 */
import { graphemes } from '../text/boundaries.js'
import { displayWidth } from '../text/visible.js'
import type { DrawingPart } from './arcs.js'

/** Colours a piece of a drawing, or leaves it as it is; it must not change what is shown. */
export type Paint = (text: string, part: DrawingPart) => string

/** Cells of a drawing; those that nothing is written to are blank. */
export class Canvas {
  readonly #rows: (string | undefined)[][]
  readonly #parts: (DrawingPart | undefined)[][]

  constructor(rows: number) {
    this.#rows = Array.from({ length: rows }, () => [])
    this.#parts = Array.from({ length: rows }, () => [])
  }

  /** What stands in a cell. */
  at(row: number, column: number): string | undefined {
    return this.#rows[row]![column]
  }

  /** Writes one narrow character. */
  set(row: number, column: number, character: string, part: DrawingPart): void {
    this.#rows[row]![column] = character
    this.#parts[row]![column] = part
  }

  /** Writes a text from `column` on; a wide character takes two cells. */
  write(row: number, column: number, text: string, part: DrawingPart): void {
    let at = column
    for (const cluster of graphemes(text)) {
      const width = displayWidth(cluster)
      // A mark that has no column of its own goes with the cell before it.
      if (width === 0 && at > column) this.#rows[row]![at - 1] += cluster
      else this.set(row, at, cluster, part)
      for (let k = 1; k < width; k++) this.set(row, at + k, '', part)
      at += width
    }
  }

  /** The lines, painted piece by piece, without blanks at their ends. */
  lines(paint: Paint): string[] {
    return this.#rows.map((row, k) => {
      let line = ''
      for (let from = 0; from < row.length; ) {
        const part = this.#parts[k]![from]
        let to = from
        let piece = ''
        while (to < row.length && this.#parts[k]![to] === part) piece += row[to++] ?? ' '
        line += part === undefined ? piece : paint(piece, part)
        from = to
      }
      return line
    })
  }
}
