/**
 * A sentence as a table for people to read: a word a line, and what its Doc knows about it.
 *
 * Widths are counted in columns of a terminal. Features come last and go on below one another where the line is too
 * short for them, so that no value is ever cut.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { heads } from '../text/dependencies.js'
import type { Span } from '../text/span.js'
import { displayWidth } from '../text/visible.js'
import { type DrawingPart, isPunctuation, tagLook, textsOf, wordsOf } from './arcs.js'
import type { Paint } from './canvas.js'

/** How a sentence is set as a table. */
export interface SentenceTableOptions {
  /** Columns of the terminal; features are broken to fit. */
  readonly width?: number
  /** Colours each cell. */
  readonly paint?: Paint
}

/** What `sentenceTable` does unless told otherwise. */
export const DEFAULT_SENTENCE_TABLE_OPTIONS: Required<SentenceTableOptions> = {
  width: 80,
  paint: (text) => text,
}

interface TableColumn {
  readonly title: string
  readonly texts: readonly string[]
  part(i: number): DrawingPart
}

/**
 * A table of the words of a sentence: number, form, and those of lemma, UPOS, XPOS, head, relation and features that
 * the Doc has, as lines that end with \n.
 *
 * Words are numbered from 1 within the Span and heads by these numbers, 0 for the root, as in CoNLL-U; the form of
 * the head stands beside its number. A head outside of the Span is …. Linear time.
 *
 * @throws COLUMN_SHAPE when a head is no token of the Doc
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { sentenceTable } from 'wordloom/parse'
 * const rows = '1\tBirds\tbird\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\t_\n2\tsing\tsing\tVERB\t_\t_\t0\troot\t_\t_\n\n'
 * const [doc] = readConllu(rows)
 * console.log(sentenceTable(doc!.span(0, 2)))
 * // # Form Lemma UPOS Head Deprel Features
 * // 1 Birds bird NOUN 2 sing nsubj Number=Plur
 * // 2 sing sing VERB 0 root
 * ```
 */
export function sentenceTable(span: Span, options: SentenceTableOptions = {}): string {
  requireOptions(options, { width: null, paint: null }, 'sentenceTable')
  const { width, paint } = { ...DEFAULT_SENTENCE_TABLE_OPTIONS, ...options }
  if (!(width >= 20)) {
    throw new WordloomError('OPTION_INVALID', {
      message: `sentenceTable: option width is ${width}, expected columns, 20 or more.`,
      hint: 'Pass width: 80.',
      details: { option: 'width', value: width },
    })
  }
  const columns = columnsOf(span)
  const sizes = columns.map(({ title, texts }) =>
    texts.reduce((widest, text) => Math.max(widest, displayWidth(text)), title.length),
  )
  const features = span.doc.has('features') ? textsOf(span, 'features') : undefined
  const indent = sizes.reduce((sum, size) => sum + size + 2, 0)
  // Blanks that only hold a cell open are left out at the end of a line, and are never painted.
  const line = (cells: readonly string[], last: string, part: (column: number) => DrawingPart) => {
    let text = ''
    let blanks = 0
    const write = (cell: string, look: DrawingPart) => {
      text += cell === '' ? '' : ' '.repeat(blanks) + paint(cell, look)
      blanks = (cell === '' ? blanks : 0) + 2
    }
    cells.forEach((cell, k) => {
      if (k === 0) blanks = sizes[0]! - displayWidth(cell)
      write(cell, part(k))
      blanks += k === 0 ? 0 : sizes[k]! - displayWidth(cell)
    })
    write(last, 'other')
    return `${text}\n`
  }
  const titles = columns.map(({ title }) => title)
  let table = line(titles, '', () => 'label')
  if (features)
    table = `${table.slice(0, -1)}${' '.repeat(sizes.at(-1)! - titles.at(-1)!.length + 2)}${paint('Features', 'label')}\n`
  for (let i = 0; i < span.length; i++) {
    const [first, ...more] = brokenAtBars(features?.[i] ?? '', width - indent)
    table += line(
      columns.map(({ texts }) => texts[i]!),
      first!,
      (k) => columns[k]!.part(i),
    )
    for (const rest of more) table += `${' '.repeat(indent)}${paint(rest, 'other')}\n`
  }
  return table
}

function columnsOf(span: Span): TableColumn[] {
  const { doc, from, to } = span
  const tags = doc.has('tag') ? textsOf(span, 'tag') : []
  const words = wordsOf(span)
  const head = doc.has('head') ? heads(doc).subarray(from, to) : undefined
  const isRoot = (i: number) => head?.[i] === from + i
  const column = (title: string, texts: readonly string[], part: (i: number) => DrawingPart) => ({
    title,
    texts,
    part,
  })
  const columns = [
    column(
      '#',
      words.map((_, i) => String(i + 1)),
      () => 'other',
    ),
    column('Form', words, (i) => (isRoot(i) ? 'root' : 'word')),
  ]
  const strings = (title: string, name: string, part: (i: number) => DrawingPart) => {
    if (doc.has(name)) columns.push(column(title, textsOf(span, name), part))
  }
  strings('Lemma', 'lemma', () => 'word')
  strings('UPOS', 'tag', (i) => tagLook(tags[i]!))
  strings('XPOS', 'xtag', (i) => tagLook(tags[i] ?? ''))
  if (head !== undefined) {
    const shown = Array.from(head, (h, i) => {
      if (h < 0) return ''
      if (isRoot(i)) return '0'
      return h < from || h >= to ? '…' : `${h - from + 1} ${words[h - from]}`
    })
    columns.push(column('Head', shown, (i) => (isRoot(i) ? 'root' : 'arc')))
  }
  const labels = doc.has('deprel') ? textsOf(span, 'deprel') : []
  strings('Deprel', 'deprel', (i) => (isRoot(i) ? 'root' : isPunctuation(labels[i]!) ? 'punct' : 'label'))
  return columns
}

/** Features in lines of at most `room` columns, broken before bars; one that is longer has a line of its own. */
function brokenAtBars(features: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const feature of features.split('|')) {
    const longer = line === '' ? feature : `${line}|${feature}`
    if (line !== '' && displayWidth(longer) > room) {
      lines.push(`${line}|`)
      line = feature
    } else line = longer
  }
  return [...lines, line]
}
