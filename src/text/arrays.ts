/**
 * The element types that columns may have, with the short names that Packs and JSON write.
 */
import { WordloomError } from '../core/errors.js'
import type { NumberArray } from '../core/region.js'

export type { NumberArray } from '../core/region.js'

/** Typed arrays by the short name of their element type. */
export const ARRAY_TYPES = {
  i8: Int8Array,
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const

/** Short name of an element type. */
export type ArrayType = keyof typeof ARRAY_TYPES

/**
 * The short name of a typed array's element type.
 *
 * @throws COLUMN_SHAPE for what no column can be
 */
export function arrayType(array: NumberArray): ArrayType {
  for (const [type, Typed] of Object.entries(ARRAY_TYPES)) {
    if (array instanceof Typed) return type as ArrayType
  }
  throw new WordloomError('COLUMN_SHAPE', {
    message: `A column is ${Object.prototype.toString.call(array)}, expected a typed array of up to 32-bit integers or floats.`,
    hint: 'Use Uint32Array.from(values).',
  })
}
