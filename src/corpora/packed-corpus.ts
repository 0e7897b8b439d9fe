/**
 * A corpus read from its pack: the same vocabulary as from its files, without parsing.
 *
 * Opening checks the checksum and the meta. A Doc is made of its part of the columns when it is asked for: its
 * offsets are laid out (and checked on the way), other columns are widened when they are first read. What is
 * given out is copied, so that a Doc that is kept or posted does not hold the pack.
 */
import { Unpackr } from 'msgpackr/index-no-eval'
import { WordloomError } from '../core/errors.js'
import type { ArrayType } from '../text/arrays.js'
import { type Column, Doc } from '../text/doc.js'
import { LazyMap } from '../text/lazy-map.js'
import { Tree, type TreeChild } from '../text/tree.js'
import { Corpus, type CorpusReader } from './corpus.js'
import type { CorpusPart } from './pack-corpus.js'
import { decodeNumbers } from './packed-arrays.js'
import { broken, type Inflate, PackedColumns } from './packed-columns.js'
import { corpusReader } from './readers.js'

/** How a pack is opened. */
export interface OpenCorpusPackOptions {
  /** Tokens and sentences of records that are texts. */
  readonly annotate?: (text: string) => Doc
  /** Inflates a column, for packs made with `deflate`. */
  readonly inflate?: Inflate
  /** A faster CRC-32 of the platform. */
  readonly checksum?: (bytes: Uint8Array) => number
}

/**
 * The corpus in a pack, and what the pack says of itself. `raw()` is not there: a pack keeps no files.
 *
 * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION when it is none, damaged or of another version
 */
export function openCorpusPack(
  bytes: Uint8Array,
  options: OpenCorpusPackOptions = {},
): { readonly corpus: Corpus; readonly about: Readonly<Record<string, unknown>> } {
  const columns = new PackedColumns(bytes, options.inflate, options.checksum)
  const { meta } = columns
  const places = new Map(meta.files.map((name, i) => [name, i]))
  const pack = new PackedItems(columns)
  const from = corpusReader(meta.reader)
  const read = <T>(part: CorpusPart, make: (i: number) => T) =>
    function* (file: { readonly name: string }): Generator<T> {
      const sums = columns.sums(`file.${part}`)
      const place = places.get(file.name)!
      if (place + 1 >= sums.length) throw broken(`it counts no ${part} of ${file.name}`)
      for (let i = sums[place]!; i < sums[place + 1]!; i++) yield make(i)
    }
  const has = (part: CorpusPart) => meta.parts.includes(part)
  const reader: CorpusReader = {
    format: from.format,
    ...(has('documents') ? { documents: read('documents', (i) => pack.doc(i)) } : {}),
    ...(has('trees') ? { trees: read('trees', (i) => pack.tree(i)) } : {}),
    ...(has('records') ? { records: read('records', (i) => pack.record(i)) } : {}),
    ...(has('words') ? { words: read('words', (i) => columns.string('word', i)) } : {}),
    ...(from.textOf === undefined ? {} : { textOf: from.textOf.bind(from) }),
    ...(from.categoryOf === undefined ? {} : { categoryOf: from.categoryOf.bind(from) }),
    ...(from.splitOf === undefined ? {} : { splitOf: from.splitOf.bind(from) }),
  }
  const { categories, splits } = meta
  const corpus = new Corpus({
    files: meta.files.map((name) => ({ name, chunks: () => withoutRaw(name) })),
    reader,
    ...(options.annotate === undefined ? {} : { annotate: options.annotate }),
    ...(categories === undefined ? {} : { categories: (name) => categories[places.get(name)!]! }),
    ...(splits === undefined ? {} : { splits }),
  })
  return { corpus, about: meta.about }
}

function withoutRaw(file: string): never {
  throw new WordloomError('CORPUS_FORMAT', {
    message: `A pack keeps no raw files: the bytes of ${file} are in its source.`,
    hint: 'Open the source: corpora.open(id, { pack: false }).',
    details: { file, asked: 'raw' },
  })
}

class PackedItems {
  readonly #columns: PackedColumns
  readonly #unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true })
  #inLayout: Float64Array | undefined

  constructor(columns: PackedColumns) {
    this.#columns = columns
  }

  doc(i: number): Doc {
    const columns = this.#columns
    const text = columns.string('text', i)
    const tokens = columns.sums('doc.tokens')
    const from = tokens[i]!
    const to = tokens[i + 1]
    const layout = columns.meta.layouts[columns.column('doc.layout')[i] ?? -1]
    if (to === undefined || layout === undefined) throw broken(`it has no columns for document ${i}`)
    const nTokens = to - from
    const lengths = columns.part('token.length', from, to)
    const gaps = columns.has('token.gap') ? columns.part('token.gap', from, to) : undefined
    const shortest = layout.columns.some(([name]) => name === 'form') ? 0 : 1
    const start = new Uint32Array(nTokens)
    const end = new Uint32Array(nTokens)
    let reached = 0
    for (let k = 0; k < nTokens; k++) {
      const gap = gaps === undefined ? Number(k > 0) : gaps[k]!
      const length = lengths[k]!
      if (!(gap >= 0 && length >= shortest)) throw broken(`token ${k} of document ${i} has no range`)
      start[k] = reached + gap
      reached += gap + length
      end[k] = reached
    }
    if (reached > text.length) throw broken(`the tokens of document ${i} do not fit its text`)
    const number = columns.column('doc.layout')[i]!
    const at = this.#placeInLayout()[i]!
    const made = new LazyMap<Column>([
      ['start', () => start],
      ['end', () => end],
      ...layout.columns.map(([name, type, coding], k): [string, () => Column] => [
        name,
        () => {
          const stored = columns.part(`column.${number}.${k}`, at, at + nTokens)
          if (type !== 'string') return decodeNumbers(stored, coding, type as ArrayType)
          const strings = columns.table(`table.${columns.meta.tables.indexOf(name)}`)
          const ids = Uint32Array.from(stored)
          for (const id of ids)
            if (id >= strings.length) throw broken(`column ${name} has an id beyond its table`)
          return { ids, strings }
        },
      ]),
    ])
    // The columns of the layout are there: a Doc that is given out does not fail later.
    layout.columns.forEach((_, k) => {
      columns.part(`column.${number}.${k}`, at, at + nTokens)
    })
    return Doc.unchecked(text, made)
  }

  // Where each Doc's entries begin in the columns of its layout.
  #placeInLayout(): Float64Array {
    if (this.#inLayout === undefined) {
      const layouts = this.#columns.column('doc.layout')
      const tokens = this.#columns.part('doc.tokens', 0, layouts.length)
      const reached = new Float64Array(this.#columns.meta.layouts.length)
      this.#inLayout = Float64Array.from(layouts, (layout, i) => {
        const at = reached[layout]!
        reached[layout] = at + tokens[i]!
        return at
      })
    }
    return this.#inLayout
  }

  tree(i: number): Tree {
    const columns = this.#columns
    const nodes = columns.sums('tree.nodes')
    const leaves = columns.sums('tree.leaves')
    if (i + 1 >= nodes.length || i + 1 >= leaves.length) throw broken(`it has no tree ${i}`)
    const items = columns.part('tree.children', nodes[i]! + leaves[i]!, nodes[i + 1]! + leaves[i + 1]!)
    const labels = columns.table('labels')
    const words = columns.table('leaves')
    const label = columns.part('tree.label', nodes[i]!, nodes[i + 1]!)
    const leaf = columns.part('tree.leaf', leaves[i]!, leaves[i + 1]!)
    const open: { readonly label: string; readonly children: TreeChild[]; left: number }[] = []
    let nextLabel = 0
    let nextLeaf = 0
    let done: TreeChild | undefined
    for (let k = 0; k < items.length; k++) {
      const children = items[k]! - 1
      const string = children < 0 ? words[leaf[nextLeaf++] ?? -1] : labels[label[nextLabel++] ?? -1]
      if (string === undefined || done !== undefined) throw broken(`tree ${i} is not sound`)
      if (children > 0) {
        open.push({ label: string, children: [], left: children })
        continue
      }
      done = children < 0 ? string : new Tree(string, [])
      for (let top = open.at(-1); top !== undefined && done !== undefined; top = open.at(-1)) {
        top.children.push(done)
        done = undefined
        if (--top.left === 0) {
          done = new Tree(top.label, top.children)
          open.pop()
        }
      }
    }
    if (!(done instanceof Tree)) throw broken(`tree ${i} is not sound`)
    return done
  }

  record(i: number): unknown {
    const sums = this.#columns.sums('record.length')
    if (i + 1 >= sums.length) throw broken(`it has no record ${i}`)
    const bytes = this.#columns.part('record.bytes', sums[i]!, sums[i + 1]!)
    try {
      return this.#unpackr.unpack(bytes as Uint8Array)
    } catch (cause) {
      throw broken(`record ${i} is not MessagePack`, cause)
    }
  }
}
