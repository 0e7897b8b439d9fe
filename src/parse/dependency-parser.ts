/**
 * A dependency parser that is trained from any treebank: a bidirectional LSTM over words, every head scored against
 * every dependent, the best tree, a label for each arc.
 *
 * Trees may be non-projective, and have one root a sentence. `fast` and `exact` are sizes of one network; the exact
 * one gives tags as well. Weights in use are int8 and sums exact: a sentence gets the same tree in any batch and on any
 * platform.
 *
 * @see ./network/ for the network, docs/decisions/0011-graph-based-parser.md for why it is no transition system
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { Region } from '../core/region.js'
import { Random } from '../core/rng.js'
import type { Column, Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import type { StringColumn } from '../text/strings.js'
import { Classes } from './classes.js'
import { FirstLayer } from './first-layer.js'
import { makeBatch } from './network/batch.js'
import { initialWeights } from './network/initial-weights.js'
import { IntProducts } from './network/int-products.js'
import { plainWeights, type QuantizedWeights } from './network/quantized.js'
import { NetworkReader } from './network/reader.js'
import { NetworkLayout } from './network/shape.js'
import { lessonsOf } from './parser-data.js'
import {
  DEFAULT_PARSE_OPTIONS,
  type ParseOptions,
  type ParserScores,
  type ParserTrainingOptions,
  type PartialParserOptions,
  parserSettings,
  partialSettings,
} from './parser-options.js'
import { MOST_MEMBERS, type ParserParts, packParser, sameVocabulary, unpackParser } from './parser-parts.js'
import { scoreParser } from './parser-scores.js'
import { TokenFeatures, wordsOf } from './token-features.js'
import { trainNetworks } from './train-networks.js'
import { WordTable } from './word-table.js'

const ROOT = 'root'
const ROWS = 512 // of a batch in use
const LONGEST = 1024 // tokens of a sentence that are parsed as one; memory grows with the square
const JOINT = 'parataxis' // of the pieces of a longer one

/** A dependency parser. */
export class DependencyParser {
  readonly #parts: ParserParts
  readonly #meta: PackMeta
  #reader: Reader | undefined

  private constructor(parts: ParserParts, meta: PackMeta) {
    this.#parts = parts
    this.#meta = meta
  }

  /** Where the model comes from: options, data, licence, scores. */
  get meta(): PackMeta {
    return this.#meta
  }

  /** Which of the two sizes it is. */
  get grade(): 'fast' | 'exact' {
    return this.#parts.grade
  }

  /** Columns that a Doc must have. */
  get inputs(): readonly string[] {
    return this.#parts.features.columns
  }

  /** Columns that it can give beside `head` and `deprel`. */
  get outputs(): readonly string[] {
    return this.#parts.outputs.map(({ column }) => column)
  }

  /**
   * Trains on Docs with the columns `sentence`, `head` and `deprel`, such as `readConllu` gives. Minutes for 200,000
   * tokens; lets other tasks run meanwhile; the same Docs, options and seed give the same bytes.
   *
   * For columns that the parser is told (`inputs`), pass Docs with predicted values, as it will meet them: gold tags
   * in training make a parser that trusts tags too much.
   *
   * @throws COLUMN_MISSING when a Doc lacks one of the columns
   * @throws COLUMN_SHAPE when a head is outside its sentence
   * @throws OPTION_INVALID when an option is unknown or out of range
   * @throws TRAINING_EMPTY when no token has a head
   */
  static async train(
    docs: Iterable<Doc> | AsyncIterable<Doc>,
    options: ParserTrainingOptions = {},
  ): Promise<DependencyParser> {
    const settings = parserSettings(options)
    const { grade = 'fast', dev, meta = {}, onPass, onProgress, predicted, signal, vectors } = options
    signal?.throwIfAborted()
    const taken: Doc[] = []
    for await (const doc of docs) if (doc.length > 0) taken.push(doc)
    const seen = predicted === undefined ? taken : taken.map(predicted)
    const devDocs = dev === undefined ? [] : [...dev]
    const devSeen = new Map(devDocs.map((doc) => [doc, predicted?.(doc) ?? doc]))
    const has = (column: string) =>
      taken.length > 0 && taken.every((doc) => doc.columnType(column) === 'string')
    const inputs = options.inputs ?? ['tag', 'xtag'].filter(has)
    const outputs = options.outputs ?? (grade === 'exact' ? ['tag', 'xtag', 'features'].filter(has) : [])
    const features = TokenFeatures.learn(seen, inputs)
    const words = vectors === undefined ? WordTable.empty() : WordTable.from(vectors, settings.words)
    const labels = Classes.learn(valuesOf(taken, 'deprel', true))
    if (labels.names.length === 0) {
      throw new WordloomError('TRAINING_EMPTY', {
        message: 'DependencyParser.train got no token with a head and a label to learn from.',
        hint: 'Pass Docs with the columns head and deprel, as readConllu gives them.',
      })
    }
    const classes = outputs.map((column) => ({
      column,
      classes: Classes.learn(valuesOf(taken, column, false)),
    }))
    const layout = new NetworkLayout({
      features: features.rows,
      bag: settings.features,
      vector: words.dimensions,
      width: settings.width,
      layers: settings.layers,
      tagLayer: 1,
      tags: classes.map(({ classes }) => classes.names.length),
      arc: settings.arc,
      label: settings.label,
      labels: labels.names.length,
    })
    const parserOf = (members: readonly QuantizedWeights[]) =>
      new DependencyParser(
        { grade, features, words, outputs: classes, labels, layout, members },
        { ...meta, options: { ...settings, grade } },
      )
    const members = await trainNetworks({
      layout,
      vectors: words.rows,
      lessons: lessonsOf(taken, seen, features, words, classes, labels),
      settings,
      perToken: features.perToken,
      starts: Array.from({ length: settings.networks }, (_, n) => () => {
        const random = new Random(settings.seed + n)
        return { weights: initialWeights(layout, random), random }
      }),
      score:
        devDocs.length === 0
          ? undefined
          : (weights) => parserOf([weights]).score(devDocs, (doc) => devSeen.get(doc)!),
      onPass,
      onProgress,
      signal,
    })
    return parserOf(members)
  }

  /**
   * A parser that has learned from more Docs as well; this one stays as it is. Features, labels and tags that it does not
   * know are passed by. What the new sentences contradict is forgotten a little: mix old ones in where they matter.
   *
   * @throws COLUMN_MISSING, COLUMN_SHAPE, OPTION_INVALID as {@link DependencyParser.train}
   * @throws TRAINING_EMPTY when there is no sentence
   */
  async partialTrain(
    docs: Iterable<Doc> | AsyncIterable<Doc>,
    options: PartialParserOptions = {},
  ): Promise<DependencyParser> {
    const settings = partialSettings(options)
    const { onProgress, predicted = (doc: Doc) => doc, signal } = options
    const { features, words, outputs, labels, layout } = this.#parts
    const taken: Doc[] = []
    for await (const doc of docs) if (doc.length > 0) taken.push(doc)
    if (taken.length === 0) {
      throw new WordloomError('TRAINING_EMPTY', {
        message: 'partialTrain got no token to learn from.',
        hint: 'Pass Docs with the columns head and deprel, as readConllu gives them.',
      })
    }
    const members = await trainNetworks({
      layout,
      vectors: words.rows,
      lessons: lessonsOf(taken, taken.map(predicted), features, words, outputs, labels),
      settings,
      perToken: features.perToken,
      starts: this.#parts.members.map((weights, n) => () => ({
        weights: plainWeights(layout, weights),
        random: new Random(settings.seed + n),
      })),
      score: undefined,
      onPass: undefined,
      onProgress,
      signal,
    })
    return new DependencyParser({ ...this.#parts, members }, this.#meta)
  }

  /**
   * One parser of several that were trained on the same Docs with the same options but for the seed: their networks decide
   * together. Better than each by about half a point, and as slow as all of them.
   *
   * @throws OPTION_INVALID when their vocabularies or sizes differ, or there are more than 8 networks
   */
  static combine(parsers: readonly DependencyParser[], meta: PackMeta = {}): DependencyParser {
    const [first, ...others] = parsers.map((parser) => parser.#parts)
    const members = parsers.flatMap((parser) => parser.#parts.members)
    const same = first !== undefined && others.every((parts) => sameVocabulary(first, parts))
    if (!same || members.length > MOST_MEMBERS) {
      throw new WordloomError('OPTION_INVALID', {
        message: `DependencyParser.combine takes 1 to ${MOST_MEMBERS} networks of the same vocabulary and sizes; got ${members.length}${same ? '' : ' that differ'}.`,
        hint: 'Train them on the same Docs with the same options, each with another seed.',
      })
    }
    return new DependencyParser({ ...first, members }, { ...parsers[0]!.meta, ...meta })
  }

  /**
   * A parser from the bytes of {@link DependencyParser.save}. The bytes are kept, not copied.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are not such bytes
   */
  static load(bytes: Uint8Array): DependencyParser {
    const { parts, meta } = unpackParser(bytes)
    return new DependencyParser(parts, meta)
  }

  /** The model as a Pack; `meta` adds to what it says of itself (licence, data, scores). */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    return packParser(this.#parts, { ...this.#meta, ...meta })
  }

  /**
   * Adds the columns `head` (Int32: index of the head's token in the Doc, the root's own) and `deprel`, and those of
   * `outputs`; tags that are there are left as they are, or replaced with `tags: 'replace'`. Deterministic; sentences of
   * more than 1,024 tokens are parsed in pieces, the later ones attached to the root of the first as `parataxis`.
   *
   * @throws COLUMN_MISSING when the Doc has no column `sentence`, or lacks one of the `inputs`
   * @throws OPTION_INVALID
   */
  parse(doc: Doc, options: ParseOptions = {}): Doc {
    requireOptions(options, { tags: ['keep', 'replace'] }, 'parse(doc, options)')
    const { tags = DEFAULT_PARSE_OPTIONS.tags } = options
    const columns = Object.entries(this.#read(doc)).filter(
      ([name]) => tags === 'replace' || name === 'head' || name === 'deprel' || !doc.has(name),
    )
    return doc.with(Object.fromEntries(columns))
  }

  /** Accuracies on Docs with gold columns; `predicted` gives each as the parser meets it, with predicted inputs. */
  score(docs: Iterable<Doc>, predicted: (doc: Doc) => Doc = (doc) => doc): ParserScores {
    return scoreParser(docs, this.outputs, (doc) => this.parse(predicted(doc), { tags: 'replace' }))
  }

  #read(doc: Doc): Record<string, Column> {
    const { outputs, labels } = this.#parts
    this.#reader ??= makeReader(this.#parts)
    const { input, network } = this.#reader
    const word = wordsOf(doc)
    const pieces = piecesOf(doc)
    const heads = new Int32Array(doc.length).fill(-1)
    const deprel: StringColumn = { ids: new Uint32Array(doc.length), strings: labels.names }
    const tags = outputs.map(
      ({ classes }): StringColumn => ({
        ids: new Uint32Array(doc.length),
        strings: classes.names,
      }),
    )
    const root = labels.number(ROOT)
    for (const part of batchesOf(pieces)) {
      input.begin(part.reduce((sum, { from, to }) => sum + to - from + 1, 0))
      const sentences = part.map(({ from, to }) => input.sentence(doc, from, to, word))
      input.flush()
      const batch = makeBatch(sentences, input.perToken)
      const read = network.read(batch, root)
      for (let s = 0; s < batch.count; s++) {
        const { from } = part[batch.numbers[s]!]!
        const first = batch.starts[s]!
        for (let t = 1; t < batch.lengths[s]!; t++) {
          const i = from + t - 1
          const row = batch.offsets[t]! + s
          const head = read.heads[first + t]!
          heads[i] = head === 0 ? i : from + head - 1
          deprel.ids[i] = read.labels[row]!
          for (let k = 0; k < tags.length; k++) tags[k]!.ids[i] = read.tags[k]![row]!
        }
      }
    }
    joinPieces(pieces, heads, deprel, labels)
    return { head: heads, deprel, ...Object.fromEntries(outputs.map(({ column }, k) => [column, tags[k]!])) }
  }
}

interface Reader {
  readonly input: FirstLayer
  readonly network: NetworkReader
}

function makeReader({ features, words, layout, members }: ParserParts): Reader {
  const region = new Region()
  const made = members.map((weights) => ({
    products: new IntProducts(region, layout, weights),
    bag: weights.matrices.get('bag')!,
  }))
  const input = new FirstLayer(region, layout, made, features, words)
  const products = made.map((member) => member.products)
  return { input, network: new NetworkReader(region, layout, products, input) }
}

interface Piece {
  readonly from: number
  readonly to: number
  /** Whether the sentence has begun in the piece before. */
  readonly later: boolean
}

/** Sentences, long ones cut into pieces of like length. */
function piecesOf(doc: Doc): Piece[] {
  const pieces: Piece[] = []
  for (const { from, to } of doc.sentences()) {
    const count = Math.ceil((to - from) / LONGEST)
    for (let k = 0; k < count; k++) {
      const at = (share: number) => from + Math.floor(((to - from) * share) / count)
      pieces.push({ from: at(k), to: at(k + 1), later: k > 0 })
    }
  }
  return pieces
}

/** Pieces of like length together, about `ROWS` rows a batch. */
function batchesOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  const batches: Piece[][] = []
  let rows = ROWS
  for (const piece of sorted) {
    const length = 1 + piece.to - piece.from
    if (rows + length > ROWS) {
      batches.push([])
      rows = 0
    }
    batches.at(-1)!.push(piece)
    rows += length
  }
  return batches
}

/** The roots of later pieces hang from the root of the sentence's first. */
function joinPieces(
  pieces: readonly Piece[],
  heads: Int32Array,
  deprel: StringColumn,
  labels: Classes,
): void {
  let root = 0
  for (const { from, to, later } of pieces) {
    for (let i = from; i < to; i++) {
      if (heads[i] !== i) continue
      if (!later) root = i
      else {
        heads[i] = root
        deprel.ids[i] = Math.max(0, labels.number(JOINT))
      }
    }
  }
}

function* valuesOf(docs: readonly Doc[], column: string, headed: boolean): Generator<string> {
  for (const doc of docs) {
    const { ids, strings } = doc.strings(column)
    const heads = headed ? doc.numbers('head') : undefined
    for (let i = 0; i < ids.length; i++) if (heads === undefined || heads[i]! >= 0) yield strings[ids[i]!]!
  }
}
