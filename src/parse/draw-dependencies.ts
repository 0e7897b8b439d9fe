/**
 * Dependencies drawn with the box characters of a terminal: along a line with arcs above where that fits, else down
 * the page with the tree beside the words.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import { sentencesOf, sentenceTree, wordColumns } from './arcs.js'
import type { Paint } from './canvas.js'
import { drawHorizontally } from './draw-horizontal.js'
import { drawVertically } from './draw-vertical.js'

/** How dependencies are drawn. */
export interface DrawDependenciesOptions {
  /** `horizontal`: words along a line; `vertical`: a word a line; `auto`: horizontal where it fits. */
  readonly layout?: 'auto' | 'horizontal' | 'vertical'
  /** Columns of the terminal. */
  readonly width?: number
  /** Columns of the Doc whose values stand with the words; by default `tag`, where the Doc has it. */
  readonly columns?: readonly string[]
  /** Colours each piece of a drawing. */
  readonly paint?: Paint
}

/** What `drawDependencies` does unless told otherwise. */
export const DEFAULT_DRAW_DEPENDENCIES_OPTIONS: Required<Omit<DrawDependenciesOptions, 'columns'>> = {
  layout: 'auto',
  width: 80,
  paint: (text) => text,
}

/**
 * A drawing of the dependencies of a Doc (its sentences one below the other, a blank line between) or of a Span (as
 * one sentence), as lines that end with \n.
 *
 * Characters count as many columns as terminals give them (two for 漢), and what would steer a terminal is shown as
 * U+FFFD. Time is quadratic in the length of a sentence, linear in their number.
 *
 * @throws COLUMN_MISSING without the columns head and deprel, or one that `columns` names
 * @throws COLUMN_SHAPE when a head is no token of the Doc
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { drawDependencies } from 'wordloom/parse'
 * const row = (id: number, form: string, head: number, deprel: string) =>
 *   `${id}\t${form}\t_\t_\t_\t_\t${head}\t${deprel}\t_\t_\n`
 * const [doc] = readConllu(`${row(1, 'Small', 2, 'amod')}${row(2, 'birds', 3, 'nsubj')}${row(3, 'sing', 0, 'root')}\n`)
 * console.log(drawDependencies(doc!))
 * ```
 */
export function drawDependencies(part: Doc | Span, options: DrawDependenciesOptions = {}): string {
  requireOptions(
    options,
    { layout: ['auto', 'horizontal', 'vertical'], width: null, columns: null, paint: null },
    'drawDependencies',
  )
  const { layout, width, paint } = { ...DEFAULT_DRAW_DEPENDENCIES_OPTIONS, ...options }
  if (!(width >= 20)) {
    throw new WordloomError('OPTION_INVALID', {
      message: `drawDependencies: option width is ${width}, expected columns, 20 or more.`,
      hint: 'Pass width: 80.',
      details: { option: 'width', value: width },
    })
  }
  const drawings = sentencesOf(part).map((span) => {
    const tree = sentenceTree(span)
    const columns = wordColumns(span, options.columns)
    const room = layout === 'horizontal' ? Number.POSITIVE_INFINITY : width
    const canvas = layout === 'vertical' ? undefined : drawHorizontally(tree, columns, room)
    const lines = (canvas ?? drawVertically(tree, columns, width)).lines(paint)
    return lines.map((line) => `${line.trimEnd()}\n`).join('')
  })
  return drawings.join('\n')
}
