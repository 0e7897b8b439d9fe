/**
 * Tree: a phrase-structure tree, immutable, from and to labelled brackets.
 *
 * A node has a label and children; a child is a node or a word. Brackets are those of the Penn Treebank: an outer
 * pair without a label is a node with the label ''. Reading and writing keep their own stack, so that depth is
 * bounded by memory and not by the call stack.
 *
 * @see Marcus, Santorini and Marcinkiewicz 1993, Building a large annotated corpus of English: the Penn Treebank
 */
import { requireString, WordloomError } from '../core/errors.js'

/** What a node has below it: nodes, and words as strings. */
export type TreeChild = Tree | string

/** A node of a phrase-structure tree with all that is below it. */
export class Tree {
  /** Label as written, with functional tags: 'NP-SBJ'; '' for an outer pair of brackets without one. */
  readonly label: string
  readonly children: readonly TreeChild[]

  constructor(label: string, children: readonly TreeChild[]) {
    this.label = label
    this.children = children
  }

  /** Words from left to right. */
  leaves(): string[] {
    const words: string[] = []
    for (const item of this.#walk()) if (typeof item === 'string') words.push(item)
    return words
  }

  /** Each word that stands alone below a node, with the node's label: the tagged words of a treebank. */
  taggedLeaves(): [word: string, tag: string][] {
    const tagged: [string, string][] = []
    for (const item of this.#walk()) {
      if (typeof item === 'string' || item.children.length !== 1) continue
      const [word] = item.children
      if (typeof word === 'string') tagged.push([word, item.label])
    }
    return tagged
  }

  /** This node and all below it, each before its children. */
  *nodes(): Generator<Tree> {
    for (const item of this.#walk()) if (typeof item !== 'string') yield item
  }

  /**
   * The tree as brackets on one line, as {@link readTrees} reads them. Round brackets in words and labels are
   * written -LRB- and -RRB-, as the Penn Treebank has them.
   *
   * @example
   * ```ts
   * import { Tree } from 'wordloom/corpora'
   * console.log(String(new Tree('NP', [new Tree('DT', ['the']), new Tree('NN', ['cat'])]))) // (NP (DT the) (NN cat))
   * ```
   */
  toString(): string {
    const parts: string[] = []
    const open: { readonly children: readonly TreeChild[]; next: number }[] = []
    const begin = (node: Tree) => {
      parts.push(parts.length === 0 ? '(' : ' (', escaped(node.label))
      open.push({ children: node.children, next: 0 })
    }
    begin(this)
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.next === top.children.length) {
        parts.push(')')
        open.pop()
        continue
      }
      const child = top.children[top.next++]!
      if (typeof child === 'string') parts.push(' ', escaped(child))
      else begin(child)
    }
    return parts.join('')
  }

  /** The plain form for JSON: a label and its children. */
  toJSON(): { readonly label: string; readonly children: readonly TreeChild[] } {
    return { label: this.label, children: this.children }
  }

  *#walk(): Generator<TreeChild> {
    const waiting: TreeChild[] = [this]
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      yield item
      if (typeof item === 'string') continue
      for (let i = item.children.length - 1; i >= 0; i--) waiting.push(item.children[i]!)
    }
  }
}

/** Where a bracket is wrong, with what was expected there. */
export interface BracketFault {
  /** Line, from 1. */
  readonly line: number
  /** UTF-16 unit in the line, from 1. */
  readonly column: number
  readonly expected: string
  readonly found: string
}

/**
 * The trees of a bracketed text, one after another, in one pass.
 *
 * White space separates; everything but white space and round brackets belongs to labels and words. A comment
 * line that begins with `*x*` or `%%`, as tgrep's files have, is no tree and is not read here.
 *
 * @throws BRACKETS_UNBALANCED with line, column, expected and found in `details`
 * @throws INPUT_NOT_STRING
 * @example
 * ```ts
 * import { readTrees } from 'wordloom/corpora'
 * const [tree] = readTrees('( (S (NP (PRP I)) (VP (VBP see))))')
 * console.log(tree?.leaves()) // [ 'I', 'see' ]
 * ```
 */
export function* readTrees(text: string): Generator<Tree> {
  requireString(text, 'readTrees(text)')
  const open: { label: string; children: TreeChild[]; labelled: boolean; at: number }[] = []
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    if (isSpace(unit)) {
      i++
    } else if (unit === 0x28) {
      open.push({ label: '', children: [], labelled: false, at: i })
      i++
    } else if (unit === 0x29) {
      const node = open.pop()
      if (node === undefined) throw unbalanced(text, i, "'(' before it", "')'")
      const tree = new Tree(node.label, node.children)
      const parent = open.at(-1)
      if (parent === undefined) yield tree
      else {
        parent.labelled = true // a node without a label before its first child has none
        parent.children.push(tree)
      }
      i++
    } else {
      const begin = i
      while (i < text.length && !isDelimiter(text.charCodeAt(i))) i++
      const word = text.slice(begin, i)
      const node = open.at(-1)
      if (node === undefined) throw unbalanced(text, begin, "'('", word)
      if (node.labelled) node.children.push(word)
      else {
        node.label = word
        node.labelled = true
      }
    }
  }
  const left = open.at(-1)
  if (left !== undefined) {
    throw unbalanced(text, left.at, "')' for this '('", 'the end of the text')
  }
}

function unbalanced(text: string, at: number, expected: string, found: string): WordloomError {
  let line = 1
  let begin = 0
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) {
    line++
    begin = end + 1
  }
  const fault: BracketFault = { line, column: at - begin + 1, expected, found }
  return new WordloomError('BRACKETS_UNBALANCED', {
    message: `Line ${line}, column ${fault.column}: expected ${expected}, got ${found}.`,
    hint: 'Every ( of a tree has its ). Round brackets in a word are written -LRB- and -RRB-.',
    details: { ...fault },
  })
}

function escaped(word: string): string {
  return word.includes('(') || word.includes(')')
    ? word.replaceAll('(', '-LRB-').replaceAll(')', '-RRB-')
    : word
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
}

function isDelimiter(unit: number): boolean {
  return unit === 0x28 || unit === 0x29 || isSpace(unit)
}
