/**
 * Where words and arcs stand in a picture: rows, places along them, heights above them.
 *
 * Words stand as close as their own widths and the labels of the arcs between them allow: places are the longest
 * paths over these distances, from left to right. A sentence wider than the page is broken into as few rows as it
 * needs, where few arcs are cut and rows are of like length; a cut arc leaves its row at the edge and comes in again
 * at the edge of the next.
 */
import { type Arc, arcsOf, type Bar, legsOf, levelsOf, type SentenceTree, topsOf } from './arcs.js'

/** Measures of a picture in pixels. */
export const MEASURES = {
  /** Between the words of a row. */
  gap: 12,
  /** Between the legs of a word, at most. */
  legs: 7,
  /** From level to level. */
  level: 15,
  /** Of an arc's corners. */
  radius: 7,
  /** On each side of a label, to the line that it interrupts. */
  pad: 3,
  /** Of a line, at least, between a corner and a label. */
  stub: 2,
} as const

/** What a picture of one row is made of: a bar of this row, with its ends along the row. */
export interface Piece {
  /** Undefined for the mark of a root. */
  readonly arc: Arc | undefined
  readonly label: string
  readonly level: number
  /** Pixels from the row's beginning. */
  readonly from: number
  readonly to: number
  /** Whether the ends are words of this row; else the arc goes on in another. */
  readonly beginsHere: boolean
  readonly endsHere: boolean
  /** Where along the row the label is centred, clear of the legs that go through. */
  readonly middle: number
}

/** Words `first` to `end` (half-open) of a sentence in one row. */
export interface Row {
  readonly first: number
  readonly end: number
  /** Centre of each word, pixels from the row's beginning. */
  readonly x: readonly number[]
  readonly width: number
  readonly levels: number
  readonly pieces: readonly Piece[]
}

/** Width of the texts of a sentence. */
export interface Widths {
  /** Shape (nWords,): of the widest text at each word. */
  readonly words: readonly number[]
  readonly label: (label: string) => number
}

/** Rows of a sentence, of at most `limit` pixels where words allow it. */
export function rowsOf(tree: SentenceTree, widths: Widths, limit: number): Row[] {
  const whole = rowOf(tree, widths, 0, tree.words.length)
  if (whole.width <= limit) return [whole]
  return breaksOf(tree, widths, whole, limit).map(([first, end]) => rowOf(tree, widths, first, end))
}

interface Clipped extends Bar {
  readonly arc: Arc | undefined
  readonly label: string
}

function barsOf(tree: SentenceTree, first: number, end: number): Clipped[] {
  const n = end - first
  const arcs = arcsOf(tree)
    .filter(({ left, right }) => left < end && right >= first)
    .sort((a, b) => a.right - a.left - (b.right - b.left) || a.dependent - b.dependent)
    .map((arc) => ({
      arc,
      label: arc.label,
      left: Math.max(arc.left - first, -1),
      right: Math.min(arc.right - first, n),
    }))
  const marks = topsOf(tree)
    .filter((i) => i >= first && i < end)
    .map((i) => ({ arc: undefined, label: tree.labels[i]!, left: i - first, right: i - first }))
  return [...arcs, ...marks]
}

function rowOf(tree: SentenceTree, widths: Widths, first: number, end: number): Row {
  const n = end - first
  const bars = barsOf(tree, first, end)
  const levels = levelsOf(bars)
  const legs = legsOf(n, bars, levels)
  // Of each end of a bar: how far from the centre of its word it stands.
  const offset = (bar: number, word: number) => {
    const all = legs[word]!
    const step = Math.min(MEASURES.legs, 44 / Math.max(1, all.length - 1))
    return (all.indexOf(bar) - (all.length - 1) / 2) * step
  }
  const half = (word: number) => {
    const all = legs[word]!
    return Math.max(widths.words[first + word]! / 2, all.length > 0 ? offset(all.at(-1)!, word) + 2 : 0)
  }
  const room = (label: string) =>
    widths.label(label) + 2 * (MEASURES.pad + MEASURES.stub) + 2 * MEASURES.radius
  const edge = MEASURES.radius
  const ending: number[][] = Array.from({ length: n + 1 }, () => [])
  bars.forEach(({ left, right }, i) => {
    if (left !== right) ending[right]!.push(i)
  })
  const x: number[] = []
  for (let word = 0; word < n; word++) {
    let at = word === 0 ? half(0) : x[word - 1]! + half(word - 1) + half(word) + MEASURES.gap
    for (const i of ending[word]!) {
      const { left, label } = bars[i]!
      const from = left < 0 ? -edge : x[left]! + offset(i, left)
      at = Math.max(at, from + room(label) - offset(i, word))
    }
    x.push(at)
  }
  let width = x[n - 1]! + half(n - 1)
  for (const i of ending[n]!) {
    const { left, label } = bars[i]!
    width = Math.max(width, (left < 0 ? 0 : x[left]! + offset(i, left)) + room(label) - edge)
  }
  const placed = bars.map(({ arc, label, left, right }, i) => ({
    arc,
    label,
    level: levels[i]!,
    from: left < 0 ? 0 : x[left]! + offset(i, left),
    to: right >= n ? width : x[right]! + offset(i, right),
    beginsHere: left >= 0,
    endsHere: right < n,
  }))
  const pieces = placed.map((piece) => ({ ...piece, middle: middleOf(piece, placed) }))
  return { first, end, x, width, levels: Math.max(0, ...levels), pieces }
}

/** The middle of the longest stretch of a bar that no leg of a higher bar goes through. */
function middleOf(piece: Omit<Piece, 'middle'>, all: readonly Omit<Piece, 'middle'>[]): number {
  const { from, to, level } = piece
  const through: number[] = []
  for (const other of all) {
    if (other.level <= level) continue
    for (const leg of [other.beginsHere ? other.from : from, other.endsHere ? other.to : to]) {
      if (leg > from && leg < to) through.push(leg)
    }
  }
  through.sort((a, b) => a - b)
  let [begin, end] = [from, from]
  let last = from
  for (const leg of [...through, to]) {
    if (leg - last > end - begin) [begin, end] = [last, leg]
    last = leg
  }
  return (begin + end) / 2
}

/** What it costs to cut an arc, beside rows of unequal length: see `breaksOf`. */
const CUT = 0.02

/**
 * Where to break a sentence: the fewest rows, then the least sum of squared shares of a row that stay empty and of
 * what cut arcs cost. The best breaks before each word, row by row (Bellman): O(nWords^2) for a row.
 */
function breaksOf(
  tree: SentenceTree,
  widths: Widths,
  whole: Row,
  limit: number,
): [first: number, end: number][] {
  const n = tree.words.length
  const cuts = new Float64Array(n + 1)
  for (const { left, right } of arcsOf(tree)) for (let k = left + 1; k <= right; k++) cuts[k]!++
  const right = whole.x.map((x, i) => x + widths.words[i]! / 2)
  const left = whole.x.map((x, i) => x - widths.words[i]! / 2)
  let cost = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  cost[0] = 0
  const from: Int32Array[] = []
  while (cost[n] === Number.POSITIVE_INFINITY) {
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const begins = new Int32Array(n + 1)
    for (let end = 1; end <= n; end++) {
      for (let first = end - 1; first >= 0; first--) {
        const width = right[end - 1]! - left[first]!
        if (width > limit && first < end - 1) break
        const empty = Math.max(0, 1 - width / limit)
        const total = cost[first]! + empty * empty + (end < n ? CUT * cuts[end]! : 0)
        if (total >= next[end]!) continue
        next[end] = total
        begins[end] = first
      }
    }
    from.push(begins)
    cost = next
  }
  const rows: [number, number][] = []
  for (let end = n, row = from.length - 1; row >= 0; end = from[row]![end]!, row--) {
    rows.unshift([from[row]![end]!, end])
  }
  return rows
}
