/**
 * Alpino: dependency structures of Dutch as XML, one `<alpino_ds>` a sentence.
 *
 *   <alpino_ds version="1.2" id="0001">
 *     <node begin="0" cat="np" end="2" id="0" rel="top">
 *       <node begin="0" end="1" id="1" pos="det" rel="det" root="de" word="De"/>
 *       ...
 *     <sentence>De ...</sentence>
 *
 * A node has a relation to the node above it and either a category and nodes, or a word with root and part of
 * speech, or only the index of a node elsewhere that stands here too. Nodes are in the order of the structure;
 * `begin` is the place in the sentence, so that a phrase need not be in one piece.
 *
 * @see van der Beek, Bouma, Malouf and van Noord 2002, The Alpino Dependency Treebank
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { Tree, type TreeChild } from '../text/tree.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import type { SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'
import { type XmlElement, XmlFile, xmlChildren, xmlText } from './xml-file.js'

/** How Alpino's trees are read. */
export interface AlpinoReaderOptions {
  /** What labels of trees say: the `category` ('np'), or the `relation` with it ('su/np'). */
  readonly labels?: 'category' | 'relation'
}

/**
 * Reader of Alpino XML: trees, and a Doc a file with the columns `tag` (part of speech), `lemma` (root), `function`
 * (relation of the word in its phrase), `sentence` and `comments` (id and remarks, on the first token).
 *
 * Trees have words in the order of the structure, Docs in that of the sentence. A node that is only an index
 * becomes the empty element `(-NONE- *1)`, of which Docs have nothing.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { alpinoReader, Corpus } from 'wordloom/corpora'
 * const xml = `<alpino_ds id="1"><node cat="np" rel="top" begin="0" end="2">
 *   <node rel="det" pos="det" root="de" word="De" begin="0" end="1"/>
 *   <node rel="hd" pos="noun" root="regen" word="regen" begin="1" end="2"/>
 * </node><sentence>De regen</sentence></alpino_ds>`
 * const files = [{ name: 'a.xml', chunks: () => [new TextEncoder().encode(xml)] }]
 * const corpus = new Corpus({ files, reader: alpinoReader({ labels: 'relation' }) })
 * console.log([...corpus.trees()].map(String)) // [ '(top/np (det/det De) (hd/noun regen))' ]
 * ```
 */
export function alpinoReader(options: AlpinoReaderOptions = {}): CorpusReader<never> {
  requireOptions(options, { labels: ['category', 'relation'] }, 'alpinoReader')
  const relations = options.labels === 'relation'
  return {
    format: 'alpino',
    *trees(file, context): Generator<Tree> {
      for (const { node } of sentences(file, context)) yield treeOf(node, relations)
    },
    *documents(file, context): Generator<Doc> {
      const doc = new TokenDocBuilder(['tag', 'lemma', 'function'], ['comments'])
      for (const sentence of sentences(file, context)) addSentence(doc, sentence)
      if (doc.size > 0) yield doc.finish()
    },
  }
}

interface Sentence {
  readonly node: XmlElement
  readonly comments: string
}

function* sentences(file: SourceFile, context: ReadContext): Generator<Sentence> {
  const xml = new XmlFile(file, context)
  for (const part of xml.units(['alpino_ds'])) {
    if (part.kind !== 'unit') continue
    const { element } = part
    const [node] = xmlChildren(element, 'node')
    if (node === undefined) {
      xml.report(element.at, '<alpino_ds> with a <node>')
      continue
    }
    const id = element.attributes.get('id')
    const remarks = xmlChildren(element, 'comments').flatMap((all) =>
      xmlChildren(all, 'comment').map(xmlText),
    )
    const lines = remarks.map((remark) => `# ${remark.replace(/\s+/g, ' ').trim()}`)
    yield { node, comments: [...(id === undefined ? [] : [`# sent_id = ${id}`]), ...lines].join('\n') }
  }
}

function treeOf(node: XmlElement, relations: boolean): Tree {
  // From the leaves up, without recursion: a node is made when all below it are.
  const made = new Map<XmlElement, Tree>()
  const waiting: XmlElement[] = [node]
  for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
    const below = nodesOf(next)
    const todo = below.filter((child) => !made.has(child))
    if (todo.length > 0) {
      for (const child of todo) waiting.push(child)
      continue
    }
    waiting.pop()
    const { attributes } = next
    const word = attributes.get('word')
    const children: TreeChild[] = below.map((child) => made.get(child)!)
    let label = attributes.get('cat') ?? attributes.get('pos') ?? ''
    if (word !== undefined) children.push(word)
    else if (children.length === 0) {
      label = '-NONE-'
      children.push(`*${attributes.get('index') ?? ''}`)
    }
    made.set(next, new Tree(relations ? `${attributes.get('rel') ?? ''}/${label}` : label, children))
  }
  return made.get(node)!
}

function nodesOf(node: XmlElement): XmlElement[] {
  return xmlChildren(node, 'node')
}

function addSentence(doc: TokenDocBuilder, { node, comments }: Sentence): void {
  const words: { readonly begin: number; readonly node: XmlElement }[] = []
  const waiting: XmlElement[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.attributes.has('word')) words.push({ begin: Number(next.attributes.get('begin')), node: next })
    const below = nodesOf(next)
    for (let i = below.length - 1; i >= 0; i--) waiting.push(below[i]!)
  }
  words.sort((a, b) => a.begin - b.begin)
  words.forEach(({ node: { attributes } }, i) => {
    doc.word(attributes.get('word')!)
    doc.value(0, attributes.get('pos') ?? '')
    doc.value(1, attributes.get('root') ?? '')
    doc.value(2, attributes.get('rel') ?? '')
    doc.value(3, i === 0 ? comments : '')
  })
  doc.endSentence()
}
