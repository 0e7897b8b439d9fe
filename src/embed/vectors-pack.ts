/**
 * Vectors as a Pack (kind 'vectors'): words as a list of strings, `counts` where they are known, and `values`, either
 * float32 of shape (nWords, dimensions), or int8 of that shape with a `scale` a row.
 */
import { WordloomError } from '../core/errors.js'
import type { NumberArray } from '../text/arrays.js'
import { type PackColumn, type PackMeta, readPack, writePack } from '../text/pack.js'
import { packStrings, unpackStrings } from '../text/string-list.js'
import type { VectorTable } from './vectors.js'

const KIND = 'vectors'
const VERSION = 1

/** The bytes of a Pack. */
export function packVectors(
  table: Required<VectorTable>,
  meta: PackMeta,
  type: 'f32' | 'i8',
): Uint8Array<ArrayBuffer> {
  const { words, values, counts, dimensions } = table
  const shape = [words.length, dimensions]
  const columns: Record<string, PackColumn> = { ...packStrings('words', words) }
  if (counts !== undefined) columns.counts = { values: counts }
  if (type === 'f32') columns.values = { values, shape }
  else {
    const { rounded, scale } = roundRows(values, words.length, dimensions)
    columns.values = { values: rounded, shape }
    columns.scale = { values: scale }
  }
  return writePack({ kind: KIND, version: VERSION, meta, columns })
}

/** What a Pack holds. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION */
export function unpackVectors(bytes: Uint8Array): { table: Required<VectorTable>; meta: PackMeta } {
  const { columns, meta } = readPack(bytes, KIND, VERSION)
  const column = (name: string): NumberArray => {
    const found = columns.get(name)?.values
    if (found === undefined) throw new RangeError(`it lacks the column ${name}`)
    return found
  }
  try {
    const words = unpackStrings('words', column)
    const shape = columns.get('values')?.shape ?? []
    const [rows = 0, dimensions = 0] = shape
    if (shape.length !== 2 || rows !== words.length) {
      throw new RangeError(`its values have the shape [${shape.join(', ')}] for ${words.length} words`)
    }
    const counts = columns.has('counts') ? column('counts') : undefined
    if (counts !== undefined && !(counts instanceof Uint32Array && counts.length === rows)) {
      throw new RangeError('its counts are not one number a word')
    }
    const values = restored(column('values'), () => column('scale'), rows, dimensions)
    return { table: { words, values, counts: counts as Uint32Array<ArrayBuffer>, dimensions }, meta }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new WordloomError('PACK_MALFORMED', {
      message: `The Pack cannot be read as vectors: ${cause.message}.`,
      hint: 'Give the bytes of a file that Vectors.save wrote.',
      cause,
    })
  }
}

function restored(
  values: NumberArray,
  scale: () => NumberArray,
  rows: number,
  dimensions: number,
): Float32Array<ArrayBuffer> {
  let full: Float32Array<ArrayBuffer>
  if (values instanceof Float32Array) full = values as Float32Array<ArrayBuffer>
  else if (values instanceof Int8Array) {
    const scales = scale()
    if (!(scales instanceof Float32Array) || scales.length !== rows) {
      throw new RangeError('its scales are not one number a word')
    }
    full = new Float32Array(values.length)
    for (let row = 0, i = 0; row < rows; row++) {
      const by = scales[row]!
      for (const end = i + dimensions; i < end; i++) full[i] = values[i]! * by
    }
  } else throw new RangeError('its values are neither float32 nor int8')
  // 0 x (infinity or NaN) is NaN: one pass without a branch finds out whether all are finite.
  let odd = 0
  for (let i = 0; i < full.length; i++) odd += full[i]! * 0
  if (odd !== 0) throw new RangeError('its values are not all finite')
  return full
}

function roundRows(
  values: Float32Array,
  rows: number,
  dimensions: number,
): { rounded: Int8Array; scale: Float32Array } {
  const rounded = new Int8Array(values.length)
  const scale = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    let most = 0
    const from = row * dimensions
    const to = from + dimensions
    for (let i = from; i < to; i++) most = Math.max(most, Math.abs(values[i]!))
    if (most === 0) continue
    scale[row] = most / 127
    for (let i = from; i < to; i++) rounded[i] = Math.round((values[i]! / most) * 127)
  }
  return { rounded, scale }
}
