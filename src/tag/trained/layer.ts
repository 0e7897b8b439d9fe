/**
 * One layer of a tagger in a Region: the block that the core reads, and the tables it points to.
 *
 * @see src/core/assembly/tagger-layer.ts for the meaning of each field
 */
import type { Pointer } from '../../core/kernels.js'
import type { Region } from '../../core/region.js'
import { ATTRIBUTES } from './attributes.js'
import type { LabelLists, LabelValues } from './labels.js'
import { compileTemplates, type Templates } from './templates.js'

const FIELDS = 25

/** What a layer is, weights aside. */
export interface LayerPlan {
  readonly templates: Templates
  readonly values: LabelValues
  /** Number of tags that are given to it; 1 where none are. */
  readonly given: number
  /** Whether label i is value i. */
  readonly plain: boolean
}

/** Weights of a layer: rows of one number a value, hashed. */
export interface LayerRows {
  /** Binary logarithm of the number of rows. */
  readonly bits: number
  /** Shape (2^bits, nValues). */
  readonly weights: Int8Array | Int16Array
}

/** Numbers a row in memory: a multiple of 8, and at least 24, for which the core has its fastest code. */
export function lanesOf(values: number): number {
  return Math.max(24, Math.ceil(values / 8) * 8)
}

/** Lays a layer out in `region` for `capacity` entries whose attributes are at `attributes`. */
export class Layer {
  /** The block. */
  readonly pointer: Pointer
  /** Rows as they lie in memory, `lanes` numbers each. */
  readonly rows: Pointer
  readonly lanes: number
  readonly plan: LayerPlan
  readonly #region: Region
  readonly #lists: Pointer
  #listTables: readonly [Pointer, Pointer] = [0, 0]

  constructor(
    region: Region,
    plan: LayerPlan,
    rows: LayerRows,
    attributes: Pointer,
    capacity: number,
    cached: boolean,
  ) {
    const { values, given, plain } = plan
    this.#region = region
    this.plan = plan
    const lanes = lanesOf(values.count)
    this.lanes = lanes
    const count = 2 ** rows.bits
    const width = rows.weights.BYTES_PER_ELEMENT
    const tables = compileTemplates(plan.templates)
    const floor = new Int16Array(lanes).fill(plain ? -16384 : 0)
    floor.fill(0, 0, values.count)
    this.rows = region.reserve(count * lanes * width)
    this.#lists = region.reserve(capacity * given * 4)
    const slots = tables.offsets.length
    const fields = [
      this.rows,
      count - 1,
      lanes,
      attributes,
      ATTRIBUTES.length,
      region.copyIn(tables.fixed),
      tables.fixed.length / 3,
      region.copyIn(tables.offsets),
      slots,
      region.copyIn(tables.parts),
      tables.parts.length / 3,
      region.copyIn(tables.joint),
      tables.joint.length / 4,
      cached ? region.reserve(capacity * slots * lanes * 2) : 0,
      this.#lists,
      given,
      0,
      0,
      region.copyIn(values.starts),
      region.copyIn(values.values),
      values.starts.length - 1,
      plain ? 1 : 0,
      region.copyIn(floor),
      region.reserve((tables.parts.length / 3) * 4),
      region.reserve(lanes * 2),
    ]
    this.pointer = region.reserve(FIELDS * 4)
    region.u32(this.pointer, FIELDS).set(fields)
    region.u8(this.rows, count * lanes * width).fill(0)
    const memory = width === 1 ? region.i8(this.rows, count * lanes) : region.i16(this.rows, count * lanes)
    copyRows(rows.weights, values.count, memory, lanes)
  }

  /** Says which lists of labels there are; they must be in place before entries name them. */
  setLists(lists: LabelLists): void {
    const { starts, labels } = lists.tables()
    this.#listTables = [this.#region.copyIn(starts), this.#region.copyIn(labels)]
    this.#region.u32(this.pointer, FIELDS).set(this.#listTables, 16)
  }

  /** The lists of `count` entries from `entry` on, one a given tag. */
  listsOf(entry: number, count: number): Uint32Array {
    const { given } = this.plan
    return this.#region.u32(this.#lists + entry * given * 4, count * given)
  }
}

/** Copies rows of `columns` numbers to rows of `lanes`; most numbers are 0, and four bytes of zeros are passed at once. */
function copyRows(
  weights: Int8Array | Int16Array,
  columns: number,
  memory: Int8Array | Int16Array,
  lanes: number,
): void {
  const perWord = 4 / weights.BYTES_PER_ELEMENT
  const words = new Int32Array(weights.buffer, weights.byteOffset, Math.floor(weights.byteLength / 4))
  for (let word = 0; word < words.length; word++) {
    if (words[word] === 0) continue
    for (let cell = word * perWord; cell < (word + 1) * perWord; cell++) {
      const row = Math.floor(cell / columns)
      memory[row * lanes + (cell - row * columns)] = weights[cell]!
    }
  }
  for (let cell = words.length * perWord; cell < weights.length; cell++) {
    const row = Math.floor(cell / columns)
    memory[row * lanes + (cell - row * columns)] = weights[cell]!
  }
}
