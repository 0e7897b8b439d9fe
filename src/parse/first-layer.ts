/**
 * The inputs of the first layer's gates, computed once a form: they are sums over what is known of a token (bias, form,
 * value of each column), and most tokens of a text are forms that came before.
 *
 * A table holds a row of gates for the bias, for every value of a column, and for the forms that were met; when it is
 * full, forms are met anew. Rows do not depend on what else the table holds.
 *
 * @see Chen & Manning, A Fast and Accurate Dependency Parser using Neural Networks, EMNLP 2014, sec. 3.2, for tables of
 *   precomputed products
 */
import type { Pointer } from '../core/kernels.js'
import type { Region } from '../core/region.js'
import type { Doc } from '../text/doc.js'
import type { Sentence } from './network/batch.js'
import { type Rows, reserveRows, scratch, shifted } from './network/dense.js'
import type { IntProducts } from './network/int-products.js'
import type { Quantized } from './network/quantized.js'
import type { NetworkLayout } from './network/shape.js'
import { ROOT_FEATURE, type TokenFeatures } from './token-features.js'
import type { WordTable } from './word-table.js'

const FORMS = 6000 // rows kept, at 2.5 kB (fast) or 5 kB (exact)
const BIAS = 1
const DIRECTIONS = ['forward', 'backward'] as const

/** A table of int8 in the Region. */
interface Table {
  readonly table: Pointer
  readonly scales: Pointer
}

/** A network: its products, its features, and a table of gates for each direction. */
interface Member {
  readonly products: IntProducts
  readonly bag: Table
  readonly gates: readonly Pointer[]
}

/** Gates by form. */
export class FirstLayer {
  /** Ids of a token: bias, form, one for each column. */
  readonly perToken: number
  readonly #region: Region
  readonly #members: readonly Member[]
  readonly #layout: NetworkLayout
  readonly #features: TokenFeatures
  readonly #words: WordTable
  readonly #vectors: Table
  readonly #columnRows: readonly ReadonlyMap<string, number>[]
  readonly #firstForm: number
  readonly #slots = new Map<string, number>()
  #fresh: { readonly form: string | undefined; readonly slot: number }[] = []
  #root = 0

  constructor(
    region: Region,
    layout: NetworkLayout,
    members: readonly { readonly products: IntProducts; readonly bag: Quantized }[],
    features: TokenFeatures,
    words: WordTable,
  ) {
    this.#region = region
    this.#layout = layout
    this.#features = features
    this.#words = words
    this.perToken = 2 + features.columns.length
    const copied = ({ values, scales }: Quantized) => ({
      table: region.copyIn(values),
      scales: region.copyIn(scales),
    })
    this.#vectors = copied(words.rows)
    let row = BIAS + 1
    const ids: number[] = []
    this.#columnRows = features.columnValues().map((values) => {
      const rows = new Map<string, number>()
      for (const [value, id] of values) {
        rows.set(value, row++)
        ids.push(id)
      }
      return rows
    })
    this.#firstForm = row
    const { width } = layout.shape
    this.#members = members.map(({ products, bag }) => ({
      products,
      bag: copied(bag),
      gates: DIRECTIONS.map((direction) => {
        const gates = region.reserve((row + FORMS) * 16 * width)
        region.run(
          'biasRows',
          products.bias(`lstm.0.${direction}.bias`),
          4 * width,
          1,
          gates + 16 * width * BIAS,
          0,
        )
        return gates
      }),
    }))
    this.#compute(BIAS + 1, Uint32Array.from(ids), 1, new Uint32Array(ids.length))
  }

  /** Makes room for the tokens of a batch; forms that were met may be forgotten. */
  begin(tokens: number): void {
    if (this.#slots.size + tokens <= FORMS) return
    this.#slots.clear()
    this.#root = 0
  }

  /** Tokens `from` to `to` of a Doc, after the root; `flush` before they are used. */
  sentence(doc: Doc, from: number, to: number, word: (i: number) => string): Sentence {
    const { perToken } = this
    const features = new Uint32Array((1 + to - from) * perToken)
    if (this.#root === 0) this.#root = this.#add(undefined, '')
    features[0] = BIAS
    features[1] = this.#root
    let at = perToken
    for (let i = from; i < to; i++, at += perToken) {
      features[at] = BIAS
      const form = word(i)
      features[at + 1] = this.#slots.get(form) ?? this.#add(form, form)
    }
    this.#features.columns.forEach((name, c) => {
      const { ids, strings } = doc.strings(name)
      const rows = strings.map((value) => this.#columnRows[c]!.get(value) ?? 0)
      let at = perToken + 2 + c
      for (let i = from; i < to; i++, at += perToken) features[at] = rows[ids[i]!]!
    })
    return { length: 1 + to - from, features }
  }

  /** Computes the rows of forms that are new. */
  flush(): void {
    const fresh = this.#fresh
    if (fresh.length === 0) return
    this.#fresh = []
    const { perForm } = this.#features
    const ids = new Uint32Array(fresh.length * perForm)
    const vectors = new Uint32Array(fresh.length)
    fresh.forEach(({ form }, i) => {
      if (form === undefined) ids[i * perForm] = ROOT_FEATURE
      else {
        ids.set(this.#features.formIds(form), i * perForm)
        vectors[i] = this.#words.row(form)
      }
    })
    this.#compute(fresh[0]!.slot, ids, perForm, vectors)
  }

  /** Writes the gates of a batch's tokens to `gates`: of one network, one direction. */
  gates(member: number, direction: number, ids: Pointer, rows: number, gates: Rows): void {
    const table = this.#members[member]!.gates[direction]!
    const { width } = this.#layout.shape
    this.#region.run('bagForward', table, 4 * width, ids, this.perToken, rows, gates.at, gates.stride)
  }

  #add(form: string | undefined, key: string): number {
    // Slots are given in order, so that those of one batch lie side by side.
    const slot = this.#firstForm + this.#slots.size
    this.#slots.set(form === undefined ? '\u0000root' : key, slot)
    this.#fresh.push({ form, slot })
    return slot
  }

  /** Rows from `slot` on, for tokens that have `count` ids of features and a vector each. */
  #compute(slot: number, ids: Uint32Array, count: number, vectors: Uint32Array): void {
    const region = this.#region
    const rows = vectors.length
    if (rows === 0) return
    const { input, shape } = this.#layout
    const stride = 16 * shape.width
    scratch(region, () => {
      const from = reserveRows(region, rows, input)
      const bag = shifted(from, shape.vector)
      const idsAt = region.copyIn(ids)
      if (shape.vector > 0) {
        const { table, scales } = this.#vectors
        const at = region.copyIn(vectors)
        region.run('int8Rows', table, scales, shape.vector, at, 1, rows, from.at, from.stride)
      }
      for (const { products, bag: rowsOfFeatures, gates } of this.#members) {
        const { table, scales } = rowsOfFeatures
        region.run('int8Rows', table, scales, shape.bag, idsAt, count, rows, bag.at, bag.stride)
        const quantized = products.quantize(from, rows, input)
        DIRECTIONS.forEach((direction, d) => {
          const to: Rows = { at: gates[d]! + slot * stride, stride }
          products.multiply(`lstm.0.${direction}.input`, quantized, rows, to, false)
        })
      }
    })
  }
}
