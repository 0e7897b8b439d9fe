/**
 * A corpus compiled to one file of columns (a Pack of kind 'corpus').
 *
 * Layout: counts a file (`file.documents`, `file.trees`, `file.records`, `file.words`); texts of all Docs end to
 * end with their lengths; tokens as their lengths and the gaps before them, left out where every gap is one
 * space; every other column of the Docs in the narrowest width. Docs with the same columns make a layout; string
 * columns of one name share a table over all layouts. Trees are nodes before their children, with the number of
 * children, and leaves. Records are MessagePack, one by one. What no column holds is in the meta.
 */
import { Packr } from 'msgpackr/index-no-eval'
import type { WordloomError } from '../core/errors.js'
import { type ArrayType, arrayType, type NumberArray } from '../text/arrays.js'
import type { Doc } from '../text/doc.js'
import { writePack } from '../text/pack.js'
import { InternTable } from '../text/strings.js'
import type { Tree, TreeChild } from '../text/tree.js'
import { Corpus, type CorpusOptions } from './corpus.js'
import { type Coding, encodeNumbers, encodeStrings, GrowingArray, narrowed } from './packed-arrays.js'
import type { ReaderSpec } from './readers.js'

/** Kind of the Pack. */
export const CORPUS_PACK_KIND = 'corpus'
/** Version of its layout. */
export const CORPUS_PACK_VERSION = 1

/** Columns of Docs that are alike in all their names and types. */
export interface DocLayout {
  /** Name, type ('string' or that of the array) and coding of each column but `start` and `end`. */
  readonly columns: readonly (readonly [name: string, type: string, coding: Coding])[]
}

/** What a pack of a corpus says of itself besides what its maker adds. */
export interface CorpusPackMeta {
  readonly reader: ReaderSpec
  readonly files: readonly string[]
  /** What the format has. */
  readonly parts: readonly CorpusPart[]
  /** Categories of each file; left out where files have none. */
  readonly categories?: readonly (readonly string[])[]
  readonly splits?: Readonly<Record<string, readonly string[]>>
  readonly layouts: readonly DocLayout[]
  /** Names of string columns. */
  readonly tables: readonly string[]
  /** Columns that are stored deflated: name, type, length. */
  readonly deflated: readonly (readonly [name: string, type: ArrayType, length: number])[]
  /** Files, documents, tokens, trees, records and words. */
  readonly counts: Readonly<Record<string, number>>
  /** Where it came from: id, licence, sums of the sources. Plain data. */
  readonly about: Readonly<Record<string, unknown>>
}

/** What a format can have in a pack. */
export type CorpusPart = 'documents' | 'trees' | 'records' | 'words'

/** Every part, in the order they are packed. */
export const CORPUS_PARTS: readonly CorpusPart[] = ['documents', 'trees', 'records', 'words']

/** How a corpus is packed. */
export interface PackCorpusOptions {
  /** The format, with what its reader takes; it must be that of the corpus. */
  readonly reader: ReaderSpec
  /** Plain data about it: licence, source, sums. */
  readonly about?: Readonly<Record<string, unknown>>
  /** What happens where the data breaks its format: `throw`, or `collect` and leave that part out. */
  readonly onError?: 'throw' | 'collect'
  /** Called before each file. */
  readonly onProgress?: (progress: {
    readonly file: string
    readonly done: number
    readonly total: number
  }) => void
  /** Stops the work between two files. */
  readonly signal?: AbortSignal
  /** Deflates a column (raw deflate); columns are then stored so where it makes them smaller. */
  readonly deflate?: (bytes: Uint8Array) => Uint8Array
}

/** A pack and what was left out of it. */
export interface PackedCorpusBytes {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What could not be read, where `onError: 'collect'` was asked for. */
  readonly errors: readonly WordloomError[]
  readonly counts: Readonly<Record<string, number>>
}

/**
 * Compiles a corpus to one file, in the memory of that file.
 *
 * @throws CORPUS_SYNTAX and what else reading throws, unless `onError` is 'collect'
 */
export function packCorpus(corpus: CorpusOptions<unknown>, options: PackCorpusOptions): PackedCorpusBytes {
  const { reader, about = {}, onError = 'throw', onProgress, signal, deflate } = options
  const source = new Corpus(corpus)
  const parts = CORPUS_PARTS.filter((part) => corpus.reader[part] !== undefined)
  const files = source.files()
  const made = new CorpusColumns()
  const take: Record<CorpusPart, (file: string) => number> = {
    documents: (file) => counted(source.documents({ files: file, onError }), (doc) => made.addDoc(doc)),
    trees: (file) => counted(source.trees({ files: file, onError }), (tree) => made.addTree(tree)),
    records: (file) => counted(source.records({ files: file, onError }), (record) => made.addRecord(record)),
    words: (file) => counted(source.words({ files: file, onError }), (word) => made.addWord(word)),
  }
  const counts = new Map(parts.map((part) => [part, new Uint32Array(files.length)]))
  files.forEach((file, i) => {
    signal?.throwIfAborted()
    onProgress?.({ file, done: i, total: files.length })
    for (const part of parts) counts.get(part)![i] = take[part](file)
  })
  const categories = corpus.categories && fileCategories(source, files)
  const { columns, layouts, tables } = made.finish()
  for (const [part, values] of counts) columns.set(`file.${part}`, narrowed(values))
  const deflated: [string, ArrayType, number][] = []
  if (deflate !== undefined) {
    for (const [name, values] of columns) {
      const bytes = deflate(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
      if (bytes.length >= values.byteLength) continue
      deflated.push([name, arrayType(values), values.length])
      columns.set(name, bytes)
    }
  }
  const total = { files: files.length, ...made.counts() }
  const meta: CorpusPackMeta = {
    reader,
    files,
    parts,
    ...(categories === undefined ? {} : { categories }),
    ...(corpus.splits === undefined ? {} : { splits: corpus.splits }),
    layouts,
    tables,
    deflated,
    counts: total,
    about,
  }
  const bytes = writePack({
    kind: CORPUS_PACK_KIND,
    version: CORPUS_PACK_VERSION,
    meta: { ...meta },
    columns: Object.fromEntries([...columns].map(([name, values]) => [name, { values }])),
  })
  return { bytes, errors: source.errors, counts: total }
}

function counted<T>(items: Iterable<T>, take: (item: T) => void): number {
  let count = 0
  for (const item of items) {
    take(item)
    count++
  }
  return count
}

function fileCategories(source: Corpus, files: readonly string[]): string[][] {
  const of = new Map<string, string[]>(files.map((file) => [file, []]))
  for (const category of source.categories()) {
    for (const file of source.files({ categories: category })) of.get(file)!.push(category)
  }
  return [...of.values()]
}

class Layout {
  readonly lengths = new GrowingArray('u32')
  readonly columns: readonly { readonly name: string; readonly type: string; readonly values: GrowingArray }[]

  constructor(doc: Doc) {
    this.columns = otherColumns(doc).map(([name, type]) => ({
      name,
      type,
      values: new GrowingArray(type === 'string' ? 'u32' : (type as ArrayType)),
    }))
  }
}

function otherColumns(doc: Doc): [string, string][] {
  return doc.columnNames
    .filter((name) => name !== 'start' && name !== 'end')
    .map((name) => [name, doc.columnType(name)!])
}

class CorpusColumns {
  readonly #texts: string[] = []
  readonly #tokens = new GrowingArray('u32')
  readonly #layoutOf = new GrowingArray('u32')
  readonly #length = new GrowingArray('u32')
  readonly #gap = new GrowingArray('u32')
  readonly #layouts = new Map<string, [number, Layout]>()
  readonly #tables = new Map<string, InternTable>()
  readonly #treeNodes = new GrowingArray('u32')
  readonly #treeLeaves = new GrowingArray('u32')
  readonly #children = new GrowingArray('u32')
  readonly #labels = new InternTable()
  readonly #label = new GrowingArray('u32')
  readonly #leaves = new InternTable()
  readonly #leaf = new GrowingArray('u32')
  readonly #recordLength = new GrowingArray('u32')
  readonly #record = new GrowingArray('u8')
  readonly #words: string[] = []
  readonly #packr = new Packr({ useRecords: false, mapsAsObjects: true })
  #singleSpaces = true

  addDoc(doc: Doc): void {
    this.#texts.push(doc.text)
    this.#tokens.push(doc.length)
    const key = JSON.stringify(otherColumns(doc))
    let known = this.#layouts.get(key)
    if (known === undefined) {
      known = [this.#layouts.size, new Layout(doc)]
      this.#layouts.set(key, known)
    }
    const [number, layout] = known
    this.#layoutOf.push(number)
    layout.lengths.push(doc.length)
    let reached = 0
    for (let i = 0; i < doc.length; i++) {
      const gap = doc.start[i]! - reached
      if (gap !== (i === 0 ? 0 : 1)) this.#singleSpaces = false
      this.#gap.push(gap)
      this.#length.push(doc.end[i]! - doc.start[i]!)
      reached = doc.end[i]!
    }
    for (const { name, type, values } of layout.columns) {
      if (type === 'string') this.#addStrings(name, doc, values)
      else values.append(doc.numbers(name))
    }
  }

  #addStrings(name: string, doc: Doc, values: GrowingArray): void {
    let table = this.#tables.get(name)
    if (table === undefined) {
      table = new InternTable()
      this.#tables.set(name, table)
    }
    // Parts of a Doc share the strings of the whole: only those that stand in it are taken.
    const { ids, strings } = doc.strings(name)
    const numbers = new Map<number, number>()
    for (const id of ids) {
      let number = numbers.get(id)
      if (number === undefined) {
        number = table.intern(strings[id]!)
        numbers.set(id, number)
      }
      values.push(number)
    }
  }

  addTree(tree: Tree): void {
    let nodes = 0
    let leaves = 0
    const waiting: TreeChild[] = [tree]
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      if (typeof item === 'string') {
        this.#children.push(0)
        this.#leaf.push(this.#leaves.intern(item))
        leaves++
        continue
      }
      this.#children.push(item.children.length + 1)
      this.#label.push(this.#labels.intern(item.label))
      nodes++
      for (let i = item.children.length - 1; i >= 0; i--) waiting.push(item.children[i]!)
    }
    this.#treeNodes.push(nodes)
    this.#treeLeaves.push(leaves)
  }

  addRecord(record: unknown): void {
    const bytes = this.#packr.pack(record)
    this.#recordLength.push(bytes.length)
    this.#record.append(bytes)
  }

  addWord(word: string): void {
    this.#words.push(word)
  }

  counts(): Record<string, number> {
    return {
      documents: this.#texts.length,
      tokens: this.#length.values().length,
      trees: this.#treeNodes.values().length,
      records: this.#recordLength.values().length,
      words: this.#words.length,
    }
  }

  finish(): { columns: Map<string, NumberArray>; layouts: DocLayout[]; tables: string[] } {
    const columns = new Map<string, NumberArray>()
    const add = (name: string, list: GrowingArray) => columns.set(name, narrowed(list.values()))
    const strings = (name: string, values: readonly string[], table: boolean) => {
      const { lengths, units } = encodeStrings(values, table)
      columns.set(`${name}.length`, lengths)
      columns.set(`${name}.units`, units)
    }
    strings('text', this.#texts, false)
    add('doc.tokens', this.#tokens)
    add('doc.layout', this.#layoutOf)
    add('token.length', this.#length)
    if (!this.#singleSpaces) add('token.gap', this.#gap)
    const layouts: DocLayout[] = []
    for (const [number, layout] of this.#layouts.values()) {
      const described: [string, string, Coding][] = []
      layout.columns.forEach(({ name, type, values }, k) => {
        // Ids are random access into a table: nothing is won by differences.
        const { coding, values: stored } =
          type === 'string'
            ? { coding: 'plain' as const, values: narrowed(values.values()) }
            : encodeNumbers(values.values(), layout.lengths.values())
        columns.set(`column.${number}.${k}`, stored)
        described.push([name, type, coding])
      })
      layouts.push({ columns: described })
    }
    const tables = [...this.#tables.keys()]
    for (const [k, name] of tables.entries()) strings(`table.${k}`, this.#tables.get(name)!.strings, true)
    add('tree.nodes', this.#treeNodes)
    add('tree.leaves', this.#treeLeaves)
    add('tree.children', this.#children)
    add('tree.label', this.#label)
    add('tree.leaf', this.#leaf)
    strings('labels', this.#labels.strings, true)
    strings('leaves', this.#leaves.strings, true)
    add('record.length', this.#recordLength)
    columns.set('record.bytes', this.#record.values())
    strings('word', this.#words, false)
    return { columns, layouts, tables }
  }
}
