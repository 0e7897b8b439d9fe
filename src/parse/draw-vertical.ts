/**
 * A sentence down a page of a terminal, a word a line, its tree to the left: for sentences of any length.
 *
 * Each head has a line of its own down the page, from its first word to its last; its children hang on it, and its
 * own row goes through it, on to the line of its head. A line stands right of that of its head, as near to the words
 * as what hangs on it allows. So the lines of a projective tree never cross, and they take as many columns as the
 * tree is deep. Where a tree is not projective, a row goes behind a line that is not its own: ─│─.
 */
import { displayWidth } from '../text/visible.js'
import { type DrawingPart, isPunctuation, type SentenceTree, type wordColumns } from './arcs.js'
import { Canvas } from './canvas.js'

/** Columns from line to line: the most, where they fit. */
const STEPS = [3, 2, 1]
/** Longer words push what is behind them to the right. */
const LONGEST = 24

/** The drawing, `width` columns wide where the tree is not too deep for that. */
export function drawVertically(
  tree: SentenceTree,
  columns: ReturnType<typeof wordColumns>,
  width: number,
): Canvas {
  const { words, labels } = tree
  const { parent, levels, first, last } = linesOf(tree)
  const most = Math.max(0, ...levels)
  const sizes = [words, labels, ...columns.map(({ texts }) => texts)].map((texts) =>
    Math.min(
      LONGEST,
      texts.reduce((longest, text) => Math.max(longest, displayWidth(text)), 0),
    ),
  )
  const room = width - sizes.reduce((sum, size) => sum + size + 2, 1)
  const step = STEPS.find((columns) => most * columns <= room) ?? 1
  const lineAt = (word: number) => 1 + (most - levels[word]!) * step
  const begin = 2 + most * step
  const canvas = new Canvas(words.length)
  for (let word = 0; word < words.length; word++) {
    const above = parent[word]!
    const look: DrawingPart = isPunctuation(labels[word]!) ? 'punct' : above < 0 ? 'root' : 'arc'
    if (tree.head[word] === -1 && levels[word] === 0) continue
    for (let at = above < 0 ? lineAt(word) - 1 : lineAt(above); at < begin - 1; at++) {
      canvas.set(word, at, '─', look)
    }
    if (above >= 0) canvas.set(word, lineAt(above), hanging(word, first[above]!, last[above]!), 'arc')
    if (levels[word] === 0) continue
    canvas.set(word, lineAt(word), through(word, first[word]!, last[word]!), above < 0 ? 'root' : 'arc')
  }
  for (let word = 0; word < words.length; word++) {
    for (let row = first[word]! + 1; row < last[word]!; row++) {
      if (row !== word && parent[row] !== word) canvas.set(row, lineAt(word), '│', 'arc')
    }
  }
  words.forEach((text, word) => {
    let at = begin
    const column = (shown: string, size: number, part: DrawingPart) => {
      canvas.write(word, at, shown, part)
      at += Math.max(size, displayWidth(shown)) + 2
    }
    column(text, sizes[0]!, parent[word]! < 0 ? 'root' : 'word')
    const unlike = tree.head[word]! >= 0 && tree.head[word] !== word && parent[word]! < 0
    const label = unlike ? `${labels[word]} → ${words[tree.head[word]!]}` : labels[word]!
    column(label, sizes[1]!, isPunctuation(label) ? 'punct' : 'label')
    columns.forEach(({ texts, looks }, k) => {
      column(texts[word]!, sizes[k + 2]!, looks[word]!)
    })
  })
  return canvas
}

interface Lines {
  /** Shape (nWords,): on whose line each word hangs; -1 for none. */
  readonly parent: Int32Array
  /** Of each word's line, from the right; 0 for words that need none. */
  readonly levels: Int32Array
  /** First and last row of each word's line. */
  readonly first: Int32Array
  readonly last: Int32Array
}

function linesOf({ head }: SentenceTree): Lines {
  const n = head.length
  const parent = head.map((h, i) => (h === i ? -1 : h))
  const order = fromTheTop(parent)
  const levels = new Int32Array(n)
  const first = Int32Array.from(head, (_, i) => i)
  const last = first.slice()
  const least = new Int32Array(n)
  const lines: number[][] = []
  for (const word of order.reverse()) {
    if (least[word]! > 0) {
      let level = least[word]!
      while (lines[level]?.some((other) => first[other]! <= last[word]! && first[word]! <= last[other]!)) {
        level++
      }
      levels[word] = level
      lines[level] = [...(lines[level] ?? []), word]
    }
    const above = parent[word]!
    if (above < 0) continue
    least[above] = Math.max(least[above]!, levels[word]! + 1)
    first[above] = Math.min(first[above]!, word)
    last[above] = Math.max(last[above]!, word)
  }
  return { parent, levels, first, last }
}

/** Words so that each comes after its head; heads in a circle are cut off at the first of them. */
function fromTheTop(parent: Int32Array): number[] {
  const below: number[][] = Array.from(parent, () => [])
  parent.forEach((above, word) => {
    if (above >= 0) below[above]!.push(word)
  })
  const order: number[] = []
  const reached = new Uint8Array(parent.length)
  const reach = (top: number) => {
    reached[top] = 1
    let k = order.push(top) - 1
    for (; k < order.length; k++) {
      for (const word of below[order[k]!]!) {
        if (reached[word]) continue
        reached[word] = 1
        order.push(word)
      }
    }
  }
  parent.forEach((above, word) => {
    if (above < 0) reach(word)
  })
  parent.forEach((_, word) => {
    if (reached[word]) return
    const top = onCircle(parent, word)
    parent[top] = -1
    reach(top)
  })
  return order
}

/** The first word of the circle that the heads above `word` lead into. */
function onCircle(parent: Int32Array, word: number): number {
  const seen = new Set<number>()
  let at = word
  for (; !seen.has(at); at = parent[at]!) seen.add(at)
  let least = at
  for (let next = parent[at]!; next !== at; next = parent[next]!) least = Math.min(least, next)
  return least
}

/** Where a word hangs on a line: at its beginning, its end or between. */
function hanging(word: number, first: number, last: number): string {
  return word === first ? '╭' : word === last ? '╰' : '├'
}

/** Where a head's own row goes through its line. */
function through(word: number, first: number, last: number): string {
  return word === first ? '┬' : word === last ? '┴' : '┼'
}
