/**
 * Sinica Treebank: a tree a line, roles and categories before colons, sisters between bars.
 *
 *   #1:1.[39029] S(theme:NP(Head:Nab:雨)|Head:VA:停)#。(PERIODCATEGORY)
 *
 * After the number stands the tree: `role:category(...)` is a phrase, `role:category:word` a word; after its last
 * bracket and a #, the mark that follows it with the mark's category.
 *
 * @see Huang, Chen, Chen, Gao and Chen 2000, Sinica Treebank: Design Criteria, Annotation Guidelines, and On-line
 *   Interface
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { Tree, type TreeChild } from '../text/tree.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'

/** How the Sinica Treebank is read. */
export interface SinicaReaderOptions {
  /** What labels of trees say: the `category` ('NP'), or the `relation` with it ('theme:NP'). */
  readonly labels?: 'category' | 'relation'
  /** Whether Docs have the punctuation mark after a tree, as a token of the sentence. Trees have none. */
  readonly marks?: 'keep' | 'drop'
}

/** What `sinicaReader` does unless told otherwise. */
export const DEFAULT_SINICA_READER_OPTIONS: Required<SinicaReaderOptions> = {
  labels: 'category',
  marks: 'keep',
}

/**
 * Reader of the Sinica Treebank: trees, and a Doc a file with the columns `tag` (category), `function` (role) and
 * `sentence`. A line that cannot be read is reported and left out.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, sinicaReader } from 'wordloom/corpora'
 * const line = '#1:1.[7] S(theme:NP(Head:Nab:雨)|Head:VA:停)#。(PERIODCATEGORY)\n'
 * const files = [{ name: 'parsed', chunks: () => [new TextEncoder().encode(line)] }]
 * const corpus = new Corpus({ files, reader: sinicaReader() })
 * console.log([...corpus.trees()].map(String)) // [ '(S (NP (Nab 雨)) (VA 停))' ]
 * ```
 */
export function sinicaReader(options: SinicaReaderOptions = {}): CorpusReader<never> {
  requireOptions(options, { labels: ['category', 'relation'], marks: ['keep', 'drop'] }, 'sinicaReader')
  const { labels, marks } = { ...DEFAULT_SINICA_READER_OPTIONS, ...options }
  return {
    format: 'sinica',
    *trees(file, context): Generator<Tree> {
      for (const { root } of lines(file, context)) yield treeOf(root, labels === 'relation')
    },
    *documents(file, context): Generator<Doc> {
      const doc = new TokenDocBuilder(['tag', 'function'])
      for (const { leaves, mark, category } of lines(file, context)) {
        for (const leaf of leaves) {
          doc.word(leaf.word)
          doc.value(0, leaf.category)
          doc.value(1, leaf.role)
        }
        if (mark !== '' && marks === 'keep') {
          doc.word(mark)
          doc.value(0, category)
          doc.value(1, '')
        }
        doc.endSentence()
      }
      if (doc.size > 0) yield doc.finish()
    },
  }
}

interface Node {
  readonly role: string
  readonly category: string
  /** The word of a leaf; '' of a phrase. */
  readonly word: string
  readonly children: Node[]
}

interface Line {
  readonly root: Node
  readonly leaves: readonly Node[]
  readonly mark: string
  readonly category: string
}

function* lines(file: SourceFile, context: ReadContext): Generator<Line> {
  let number = 0
  for (const text of file.lines()) {
    number++
    if (text.trim() === '') continue
    const parsed = parse(text)
    if ('root' in parsed) yield parsed
    else {
      const { at, expected } = parsed
      const found = at < text.length ? text.slice(at) : 'the end of the line'
      context.report(corpusError({ file: file.name, line: number, column: at + 1, expected, found }))
    }
  }
}

interface Fault {
  readonly at: number
  readonly expected: string
}

function parse(line: string): Line | Fault {
  const space = line.indexOf(' ')
  if (!line.startsWith('#') || space < 0) return { at: 0, expected: 'a line like #1:1.[7] NP(...)#。(...)' }
  const leaves: Node[] = []
  const open: Node[] = []
  let root: Node | undefined
  let at = space + 1
  while (root === undefined) {
    const begin = at
    while (at < line.length && !'()|'.includes(line[at]!)) at++
    const fields = line.slice(begin, at).split(':')
    const isPhrase = line[at] === '('
    // A tree that is one word has no brackets: category:word, with or without its role.
    const node: Node = {
      role: fields.slice(0, isPhrase ? -1 : -2).join(':'),
      category: (isPhrase ? fields.at(-1) : fields.at(-2)) ?? '',
      word: isPhrase ? '' : fields.at(-1)!,
      children: [],
    }
    if (node.category === '' || (!isPhrase && (node.word === '' || open.length === 0))) {
      return { at: begin, expected: 'role:category:word, or role:category(' }
    }
    open.at(-1)?.children.push(node)
    if (isPhrase) {
      open.push(node)
      at++
      continue
    }
    leaves.push(node)
    while (line[at] === ')') {
      at++
      root = open.pop()
      if (open.length > 0) root = undefined
      else break
    }
    if (root !== undefined) break
    if (line[at] !== '|') return { at, expected: "'|' or ')'" }
    at++
  }
  const rest = line.slice(at).trimEnd()
  if (rest === '' || rest === '#') return { root, leaves, mark: '', category: '' }
  const bracket = rest.lastIndexOf('(')
  if (!rest.startsWith('#') || bracket < 2 || !rest.endsWith(')')) {
    return { at, expected: 'the mark after the tree, as in #。(PERIODCATEGORY)' }
  }
  return { root, leaves, mark: rest.slice(1, bracket), category: rest.slice(bracket + 1, -1) }
}

function treeOf(root: Node, relations: boolean): Tree {
  const open: { readonly node: Node; readonly children: TreeChild[] }[] = [{ node: root, children: [] }]
  for (;;) {
    const { node, children } = open.at(-1)!
    const next = node.children[children.length]
    if (next !== undefined) {
      open.push({ node: next, children: [] })
      continue
    }
    const label = relations && node.role !== '' ? `${node.role}:${node.category}` : node.category
    const tree = new Tree(label, node.word === '' ? children : [node.word])
    open.pop()
    const above = open.at(-1)
    if (above === undefined) return tree
    above.children.push(tree)
  }
}
