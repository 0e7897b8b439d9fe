/**
 * Dependency trees as columns: what the column `head` says, asked in arrays and without objects for nodes.
 *
 * `head` is an Int32Array of token numbers of the Doc: the root of a sentence is its own head, -1 is a token
 * without a head (not parsed). Lists of children are one array with offsets, made once for a column and kept as long
 * as it lives, so that a step down costs what it gives. Nothing here assumes a tree: columns from damaged files may
 * have circles, and every function ends on them.
 *
 * @see Nivre 2006, Inductive Dependency Parsing, section 3.1 (projectivity)
 */
import { WordloomError } from '../core/errors.js'
import type { Doc } from './doc.js'
import { Span } from './span.js'

/** Children of every token, in text order: those of token i are `tokens.subarray(offsets[i], offsets[i + 1])`. */
export interface ChildLists {
  /** Shape (nTokens + 1,). */
  readonly offsets: Uint32Array
  /** Shape (nArcs,): numbers of tokens; roots and tokens without a head are nobody's children. */
  readonly tokens: Uint32Array
}

const checkedHeads = new WeakSet<object>()
const listsOfHeads = new WeakMap<object, ChildLists>()

/**
 * The column `head`, checked once: shape (nTokens,), the number of each token's head in the Doc, its own number for
 * a root, -1 for none.
 *
 * @throws COLUMN_MISSING when the Doc is not parsed
 * @throws COLUMN_SHAPE when the column is no Int32Array, or a head is no token of the Doc
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { heads } from 'wordloom/parse'
 * const [doc] = readConllu('1\tBirds\t_\t_\t_\t_\t2\tnsubj\t_\t_\n2\tsing\t_\t_\t_\t_\t0\troot\t_\t_\n\n')
 * console.log([...heads(doc!)]) // [ 1, 1 ]
 * ```
 */
export function heads(doc: Doc): Int32Array {
  const column = doc.numbers('head')
  if (checkedHeads.has(column)) return column as Int32Array
  if (!(column instanceof Int32Array)) {
    throw new WordloomError('COLUMN_SHAPE', {
      message: `Column head is ${doc.columnType('head')}, expected i32: -1 stands for no head.`,
      hint: 'Use Int32Array.from(heads).',
      details: { column: 'head' },
    })
  }
  for (let i = 0; i < column.length; i++) {
    if (column[i]! >= -1 && column[i]! < column.length) continue
    throw new WordloomError('COLUMN_SHAPE', {
      message: `The head of token ${i} is ${column[i]}, expected -1 or a token of the Doc, 0 to ${column.length - 1}.`,
      hint: 'Heads are indexes of tokens of the Doc; the root is its own head.',
      details: { column: 'head', token: i, head: column[i] },
    })
  }
  checkedHeads.add(column)
  return column
}

/**
 * Children of all tokens. Linear time, once for a column.
 *
 * @throws COLUMN_MISSING, COLUMN_SHAPE as {@link heads}
 */
export function childLists(doc: Doc): ChildLists {
  const head = heads(doc)
  const known = listsOfHeads.get(head)
  if (known !== undefined) return known
  const n = head.length
  const offsets = new Uint32Array(n + 1)
  for (let i = 0; i < n; i++) if (head[i]! >= 0 && head[i] !== i) offsets[head[i]! + 1]!++
  for (let i = 0; i < n; i++) offsets[i + 1]! += offsets[i]!
  const tokens = new Uint32Array(offsets[n]!)
  const next = offsets.slice(0, n)
  for (let i = 0; i < n; i++) if (head[i]! >= 0 && head[i] !== i) tokens[next[head[i]!]!++] = i
  const lists = { offsets, tokens }
  listsOfHeads.set(head, lists)
  return lists
}

/**
 * Children of token `i` in text order, shape (nChildren,).
 *
 * @throws COLUMN_MISSING, COLUMN_SHAPE as {@link heads}
 * @throws OPTION_INVALID when `i` is no token of the Doc
 */
export function children(doc: Doc, i: number): Uint32Array {
  const { offsets, tokens } = childLists(doc)
  requireToken(doc, i, 'children')
  return tokens.subarray(offsets[i], offsets[i + 1])
}

/**
 * Token `i` and all below it, in text order: what a phrase has. Time goes with what it gives.
 *
 * @throws COLUMN_MISSING, COLUMN_SHAPE as {@link heads}
 * @throws OPTION_INVALID when `i` is no token of the Doc
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { subtree } from 'wordloom/parse'
 * const row = (id: number, form: string, head: number) => `${id}\t${form}\t_\t_\t_\t_\t${head}\tdep\t_\t_\n`
 * const [doc] = readConllu(`${row(1, 'Small', 2)}${row(2, 'birds', 3)}${row(3, 'sing', 0)}\n`)
 * console.log(Array.from(subtree(doc!, 1), (i) => doc!.word(i))) // [ 'Small', 'birds' ]
 * ```
 */
export function subtree(doc: Doc, i: number): Uint32Array {
  const { offsets, tokens } = childLists(doc)
  requireToken(doc, i, 'subtree')
  const found = [i]
  for (let k = 0; k < found.length; k++) {
    const at = found[k]!
    // Every token has one head, so the only one that can be met twice is `i` itself, in a circle.
    for (let c = offsets[at]!; c < offsets[at + 1]!; c++) if (tokens[c] !== i) found.push(tokens[c]!)
  }
  return Uint32Array.from(found).sort()
}

/**
 * The heads above token `i`, from its own to the root; empty for a root, and for a token without a head.
 *
 * @throws COLUMN_MISSING, COLUMN_SHAPE as {@link heads}; COLUMN_SHAPE too when heads go in a circle
 * @throws OPTION_INVALID when `i` is no token of the Doc
 */
export function ancestors(doc: Doc, i: number): Uint32Array {
  const head = heads(doc)
  requireToken(doc, i, 'ancestors')
  const above: number[] = []
  for (let at = i; head[at]! >= 0 && head[at] !== at; at = head[at]!) {
    above.push(head[at]!)
    if (above.length < head.length) continue
    throw new WordloomError('COLUMN_SHAPE', {
      message: `The heads above token ${i} go in a circle.`,
      hint: 'A dependency tree has a root that is its own head; wordloom evaluate finds such sentences.',
      details: { column: 'head', token: i },
    })
  }
  return Uint32Array.from(above)
}

/**
 * Roots in text order: the tokens that are their own heads, and those of a Span whose heads are outside of it.
 *
 * A whole sentence has one, if it is a tree. Tokens without a head are no roots.
 *
 * @throws COLUMN_MISSING, COLUMN_SHAPE as {@link heads}
 */
export function roots(part: Doc | Span): Uint32Array {
  const { doc, from, to } = spanOf(part)
  const head = heads(doc)
  const found: number[] = []
  for (let i = from; i < to; i++) {
    const h = head[i]!
    if (h === i || (h >= 0 && (h < from || h >= to))) found.push(i)
  }
  return Uint32Array.from(found)
}

/**
 * How many arcs lie between each token and its root, shape (nTokens,): 0 for a root, -1 where heads lead to none.
 * Linear time.
 *
 * @throws COLUMN_MISSING, COLUMN_SHAPE as {@link heads}
 */
export function depths(doc: Doc): Int32Array {
  const head = heads(doc)
  const { offsets, tokens } = childLists(doc)
  const depth = new Int32Array(head.length).fill(-1)
  const queue = Array.from(roots(doc))
  for (const root of queue) depth[root] = 0
  for (let k = 0; k < queue.length; k++) {
    const at = queue[k]!
    for (let c = offsets[at]!; c < offsets[at + 1]!; c++) {
      depth[tokens[c]!] = depth[at]! + 1
      queue.push(tokens[c]!)
    }
  }
  return depth
}

/**
 * Whether all trees are projective: no two arcs cross, and no arc goes over a root. Linear time.
 *
 * @throws COLUMN_MISSING, COLUMN_SHAPE as {@link heads}
 */
export function isProjective(part: Doc | Span): boolean {
  const { doc, from, to } = spanOf(part)
  const head = heads(doc)
  const { offsets, tokens } = childLists(doc)
  const outside = (i: number) => i < from || i >= to
  // Right ends of the arcs that are open at a token, the innermost last.
  const open: number[] = []
  for (let i = from; i < to; i++) {
    while (open.length > 0 && open[open.length - 1] === i) open.pop()
    if (head[i] === i && open.length > 0) return false
    // What begins at i, the longest first: arcs to children on the right, and one to a head on the right.
    const h = head[i]!
    let toHead = h > i && !outside(h)
    for (let c = offsets[i + 1]!; c > offsets[i]! && tokens[c - 1]! > i; c--) {
      const child = tokens[c - 1]!
      if (outside(child)) continue
      if (toHead && h > child) {
        if (!opened(open, h)) return false
        toHead = false
      }
      if (!opened(open, child)) return false
    }
    if (toHead && !opened(open, h)) return false
  }
  return true
}

/** Opens an arc that ends at `right`; false if one that is open ends before it. */
function opened(open: number[], right: number): boolean {
  if (open.length > 0 && open[open.length - 1]! < right) return false
  open.push(right)
  return true
}

/**
 * The tokens whose arcs (to their heads) cross another arc, in text order. O(n log n).
 *
 * Arcs that only go over a root are not among them, though they make a tree non-projective.
 *
 * @throws COLUMN_MISSING, COLUMN_SHAPE as {@link heads}
 */
export function crossingArcs(part: Doc | Span): Uint32Array {
  const { doc, from, to } = spanOf(part)
  const head = heads(doc)
  const n = to - from
  // The farthest ends of arcs at each token, to the left and to the right.
  const leftmost = Int32Array.from({ length: n }, (_, i) => i)
  const rightmost = leftmost.slice()
  const arc = (i: number): [left: number, right: number] | undefined => {
    const h = head[from + i]! - from
    return h < 0 || h >= n || h === i ? undefined : h < i ? [h, i] : [i, h]
  }
  const endingAt: number[][] = Array.from({ length: n }, () => [])
  for (let i = 0; i < n; i++) {
    const ends = arc(i)
    if (ends === undefined) continue
    const [left, right] = ends
    leftmost[right] = Math.min(leftmost[right]!, left)
    rightmost[left] = Math.max(rightmost[left]!, right)
    endingAt[right]!.push(i)
  }
  // An arc is crossed if an arc at a token below it ends beyond it: a least and a greatest value over the tokens
  // below, from stacks of positions whose values no later one beats.
  const crossing: number[] = []
  const low: number[] = []
  const high: number[] = []
  for (let right = 0; right < n; right++) {
    for (const i of endingAt[right]!) {
      const left = arc(i)![0]
      const least = low[firstAfter(low, left)]
      const greatest = high[firstAfter(high, left)]
      if (least === undefined || greatest === undefined) continue
      if (leftmost[least]! < left || rightmost[greatest]! > right) crossing.push(from + i)
    }
    while (low.length > 0 && leftmost[low[low.length - 1]!]! >= leftmost[right]!) low.pop()
    while (high.length > 0 && rightmost[high[high.length - 1]!]! <= rightmost[right]!) high.pop()
    low.push(right)
    high.push(right)
  }
  return Uint32Array.from(crossing).sort()
}

/** Where in the ascending `positions` the first one after `position` stands. */
function firstAfter(positions: readonly number[], position: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (positions[middle]! > position) high = middle
    else low = middle + 1
  }
  return low
}

function spanOf(part: Doc | Span): Span {
  return part instanceof Span ? part : part.span(0, part.length)
}

function requireToken(doc: Doc, i: number, where: string): void {
  if (Number.isInteger(i) && i >= 0 && i < doc.length) return
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: there is no token ${i}; the Doc has ${doc.length}.`,
    hint: 'Tokens are numbered from 0.',
    details: { token: i, tokens: doc.length },
  })
}
