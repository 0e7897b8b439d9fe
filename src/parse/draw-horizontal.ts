/**
 * A sentence along a line of a terminal, arcs above it: a level a row, corners where arcs turn, ▼ at dependents.
 *
 * Columns are found as pixels are for pictures (svg-layout.ts): a word goes as far left as its own width and the
 * labels of the arcs that end at it allow.
 */
import { displayWidth } from '../text/visible.js'
import {
  type Arc,
  arcsOf,
  type Bar,
  type DrawingPart,
  isPunctuation,
  legsOf,
  levelsOf,
  type SentenceTree,
  topsOf,
  type wordColumns,
} from './arcs.js'
import { Canvas } from './canvas.js'

interface Line extends Bar {
  /** Undefined for the mark of a root. */
  readonly arc: Arc | undefined
  readonly label: string
}

/** The drawing, if it fits in `width` columns. */
export function drawHorizontally(
  tree: SentenceTree,
  below: ReturnType<typeof wordColumns>,
  width: number,
): Canvas | undefined {
  const bars: Line[] = [
    ...arcsOf(tree).map((arc) => ({ arc, label: arc.label, left: arc.left, right: arc.right })),
    ...topsOf(tree).map((i) => ({ arc: undefined, label: tree.labels[i]!, left: i, right: i })),
  ]
  // More words than fit in any case need no levels.
  if (2 * tree.words.length > width + 1 && width !== Number.POSITIVE_INFINITY) return undefined
  const levels = levelsOf(bars)
  const legs = legsOf(tree.words.length, bars, levels)
  for (const dashes of [1, 0]) {
    const columns = columnsOf(tree, below, bars, legs, dashes)
    if (columns.width <= width) return drawn(tree, below, bars, levels, legs, columns)
  }
  return undefined
}

interface Columns {
  /** Where each word begins. */
  readonly word: readonly number[]
  /** Where the first leg of each word stands. */
  readonly leg: readonly number[]
  readonly width: number
}

function columnsOf(
  tree: SentenceTree,
  below: ReturnType<typeof wordColumns>,
  bars: readonly Line[],
  legs: readonly (readonly number[])[],
  dashes: number,
): Columns {
  const word: number[] = []
  const leg: number[] = []
  let free = 0
  tree.words.forEach((text, i) => {
    const widest = Math.max(1, displayWidth(text), ...below.map(({ texts }) => displayWidth(texts[i]!)))
    // Of what stands around the first leg: how far it goes to the left and to the right.
    const first = Math.floor((widest - legs[i]!.length) / 2)
    const mark = legs[i]!.findIndex((bar) => bars[bar]!.arc === undefined)
    const label = mark < 0 ? 0 : displayWidth(bars[legs[i]![mark]!]!.label)
    const before = Math.max(first, 0, mark < 0 ? 0 : Math.floor((label - 1) / 2) - mark)
    let at = free + before
    legs[i]!.forEach((bar, k) => {
      const { left, right, label: text } = bars[bar]!
      if (right !== i || left === right) return
      const from = leg[left]! + legs[left]!.indexOf(bar)
      at = Math.max(at, from + displayWidth(text) + 2 * dashes + 1 - k)
    })
    leg.push(at)
    word.push(at - first)
    const last = Math.max(widest - first, legs[i]!.length, mark < 0 ? 0 : mark + Math.ceil((label + 1) / 2))
    free = at + last + 1
  })
  return { word, leg, width: Math.max(0, free - 1) }
}

function drawn(
  tree: SentenceTree,
  below: ReturnType<typeof wordColumns>,
  bars: readonly Line[],
  levels: Int32Array,
  legs: readonly (readonly number[])[],
  columns: Columns,
): Canvas {
  const top = Math.max(0, ...levels)
  const arrows = top > 0 ? 1 : 0
  const canvas = new Canvas(top + arrows + 1 + below.length)
  const legAt = (bar: number, word: number) => columns.leg[word]! + legs[word]!.indexOf(bar)
  const look = (bar: number): DrawingPart =>
    bars[bar]!.arc === undefined ? 'root' : isPunctuation(bars[bar]!.label) ? 'punct' : 'arc'
  bars.forEach(({ arc, left, right }, i) => {
    if (arc === undefined) return
    const row = top - levels[i]!
    const [from, to] = [legAt(i, left), legAt(i, right)]
    for (let column = from + 1; column < to; column++) canvas.set(row, column, '─', look(i))
    canvas.set(row, from, '╭', look(i))
    canvas.set(row, to, '╮', look(i))
  })
  bars.forEach(({ arc, left, right }, i) => {
    for (const word of left === right ? [left] : [left, right]) {
      const column = legAt(i, word)
      for (let row = top - levels[i]! + 1; row < top; row++) {
        canvas.set(row, column, canvas.at(row, column) === '─' ? '┼' : '│', look(i))
      }
      canvas.set(top, column, arc === undefined || arc.dependent === word ? '▼' : '│', look(i))
    }
  })
  bars.forEach(({ arc, left, right, label }, i) => {
    const row = top - levels[i]!
    const size = displayWidth(label)
    if (arc === undefined) {
      canvas.write(row, legAt(i, left) - Math.floor((size - 1) / 2), label, 'root')
      return
    }
    const [from, to] = [legAt(i, left), legAt(i, right)]
    canvas.write(row, labelColumn(canvas, row, from, to, size), label, look(i) === 'arc' ? 'label' : 'punct')
  })
  tree.words.forEach((text, i) => {
    canvas.write(top + arrows, columns.word[i]!, text, tree.head[i] === i ? 'root' : 'word')
    below.forEach(({ texts, looks }, k) => {
      canvas.write(top + arrows + 1 + k, columns.word[i]!, texts[i]!, looks[i]!)
    })
  })
  return canvas
}

/** Where a label begins: in the middle of the longest stretch that no leg goes through. */
function labelColumn(canvas: Canvas, row: number, from: number, to: number, size: number): number {
  let [begin, end] = [from + 1, from + 1]
  let last = from + 1
  for (let column = from + 1; column <= to; column++) {
    if (column < to && canvas.at(row, column) === '─') continue
    if (column - last > end - begin) [begin, end] = [last, column]
    last = column + 1
  }
  const middle = begin + Math.floor((end - begin - size) / 2)
  return Math.max(from + 1, Math.min(middle, to - size))
}
