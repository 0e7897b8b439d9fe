/**
 * Phrase-structure trees in brackets, as a corpus format: trees, and their leaves as Docs.
 *
 *   ( (S (NP-SBJ (NNP Rain)) (VP (VBD fell)) (. .)) )
 *
 * The form of the Penn Treebank and of all that follow it. A first scan finds where each tree begins and ends, so
 * that a tree with a bracket too many or too few spoils itself only; the trees are then read one by one.
 *
 * @see Marcus, Santorini and Marcinkiewicz 1993, https://aclanthology.org/J93-2004
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { readTrees, type Tree, type TreeChild } from '../text/tree.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { TextPosition } from './text-position.js'
import { TokenDocBuilder } from './token-doc-builder.js'

/** How bracketed trees are read. */
export interface BracketsReaderOptions {
  /** Lines between trees that begin with this are not read, and end a tree; '' if there are none. */
  readonly comment?: string
  /** What a tree without its last brackets is, before a comment or at the end: an error, or a tree all the same. */
  readonly unclosed?: 'error' | 'close'
  /** Whether Docs have the leaves of empty elements (labelled -NONE-): traces, things left out. Trees keep them. */
  readonly empty?: 'drop' | 'keep'
  /**
   * What divides the label of a leaf in function and tag, as in `SUBJ+n`: then the Doc has the column `function`
   * besides `tag`. '' if nothing does.
   */
  readonly functionSeparator?: string
}

/** What `bracketsReader` does unless told otherwise. */
export const DEFAULT_BRACKETS_READER_OPTIONS: Required<BracketsReaderOptions> = {
  comment: '',
  unclosed: 'error',
  empty: 'drop',
  functionSeparator: '',
}

/** Label of the empty elements of the Penn Treebank. */
const EMPTY = '-NONE-'

/**
 * Reader of bracketed trees: `trees`, and a Doc a file whose tokens are the leaves, with the columns `sentence` (a
 * tree is a sentence) and `tag` (the label right above a leaf that stands alone, else '').
 *
 * Labels and words are given as written: -LRB- stays -LRB-. A tree that cannot be read is reported and left out.
 * Header lines of tgrep files (`*x*`, `%%`) are no trees.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { bracketsReader, Corpus } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('( (S (NP-SBJ (NNP Rain)) (VP (VBD fell)) (. .)) )\n')
 * const corpus = new Corpus({ files: [{ name: 'a', chunks: () => [bytes] }], reader: bracketsReader() })
 * console.log([...corpus.taggedWords()]) // [ [ 'Rain', 'NNP' ], [ 'fell', 'VBD' ], [ '.', '.' ] ]
 * ```
 */
export function bracketsReader(options: BracketsReaderOptions = {}): CorpusReader<never> {
  requireOptions(
    options,
    { comment: null, unclosed: ['error', 'close'], empty: ['drop', 'keep'], functionSeparator: null },
    'bracketsReader',
  )
  const all = { ...DEFAULT_BRACKETS_READER_OPTIONS, ...options }
  for (const name of ['comment', 'functionSeparator'] as const) {
    if (typeof all[name] === 'string') continue
    throw new WordloomError('OPTION_INVALID', {
      message: `bracketsReader: option ${name} is ${JSON.stringify(all[name])}, expected a string.`,
      hint: `Pass ${name}: '${name === 'comment' ? '#' : '+'}'.`,
      details: { option: name, value: all[name] },
    })
  }
  return {
    format: 'brackets',
    trees: (file, context) => bracketTrees(file, context, all),
    *documents(file, context): Generator<Doc> {
      const doc = new TokenDocBuilder(['tag'], all.functionSeparator === '' ? [] : ['function'])
      for (const tree of bracketTrees(file, context, all)) addLeaves(doc, tree, all)
      if (doc.size > 0) yield doc.finish()
    },
  }
}

/** Adds the leaves of a tree as a sentence. */
export function addLeaves(
  doc: TokenDocBuilder,
  tree: Tree,
  { empty, functionSeparator }: Pick<Required<BracketsReaderOptions>, 'empty' | 'functionSeparator'>,
): void {
  const waiting: { readonly item: TreeChild; readonly label: string }[] = [{ item: tree, label: '' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { item, label } = next
    if (typeof item !== 'string') {
      const { children } = item
      const above = children.length === 1 ? item.label : ''
      for (let i = children.length - 1; i >= 0; i--) waiting.push({ item: children[i]!, label: above })
      continue
    }
    if (label === EMPTY && empty === 'drop') continue
    doc.word(item)
    if (doc.columns === 0) continue
    const cut = functionSeparator === '' ? -1 : label.indexOf(functionSeparator)
    doc.value(0, label, cut < 0 ? 0 : cut + functionSeparator.length)
    if (doc.columns > 1) doc.value(1, label, 0, Math.max(cut, 0))
  }
  doc.endSentence()
}

/** The trees of a file; what is none is reported. */
export function* bracketTrees(
  file: SourceFile,
  context: ReadContext,
  { comment, unclosed }: Pick<Required<BracketsReaderOptions>, 'comment' | 'unclosed'>,
): Generator<Tree> {
  const text = file.text()
  const at = new TextPosition(text)
  const report = (where: number, expected: string, found: string) => {
    context.report(corpusError({ file: file.name, ...at.of(where), expected, found }))
  }
  // After a tree without an end, a bracket at the beginning of a line begins a tree: no text is scanned twice.
  let byLine = false
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    if (isSpace(unit)) {
      i++
    } else if (beginsLine(text, i) && isComment(text, i, comment)) {
      i = lineEnd(text, i)
    } else if (unit !== 0x28) {
      const end = lineEnd(text, i)
      report(i, "'(' of a tree", text.slice(i, end).trimEnd())
      i = nextTree(text, end, comment)
    } else {
      const { end, open } = treeExtent(text, i, byLine, comment)
      if (end === text.length && open > 0 && !byLine) {
        byLine = true
        continue
      }
      if (open === 0) yield* readTrees(text.slice(i, end))
      else if (unclosed === 'close') yield* readTrees(text.slice(i, end) + ')'.repeat(open))
      else report(i, "')' for this '('", end < text.length ? firstLine(text, end) : 'the end of the text')
      i = end
    }
  }
}

interface TreeExtent {
  /** Index after the tree, or of what ends it before its last bracket. */
  readonly end: number
  /** Brackets that are still open there. */
  readonly open: number
}

/** How far the tree that begins at `from` goes. */
function treeExtent(text: string, from: number, byLine: boolean, comment: string): TreeExtent {
  let open = 0
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x28) {
      if (byLine && i > from && beginsLine(text, i)) return { end: i, open }
      open++
    } else if (unit === 0x29) {
      if (--open === 0) return { end: i + 1, open }
    } else if (unit === 0x0a && comment !== '' && text.startsWith(comment, i + 1)) {
      return { end: i + 1, open }
    }
  }
  return { end: text.length, open }
}

/** Where, from `from`, a line begins with a bracket or a comment; the end of the text if none does. */
function nextTree(text: string, from: number, comment: string): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at + 1) === 0x28 || isComment(text, at + 1, comment)) return at + 1
  }
  return text.length
}

function beginsLine(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 0x0a
}

function firstLine(text: string, from: number): string {
  return text.slice(from, lineEnd(text, from)).trimEnd()
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function isComment(text: string, at: number, comment: string): boolean {
  if (comment !== '' && text.startsWith(comment, at)) return true
  return text.startsWith('%%', at) || text.startsWith('*x*', at)
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 && (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d))
}
