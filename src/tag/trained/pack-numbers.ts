/** Whole numbers as columns of a Pack, and back with every check. */
import type { NumberArray } from '../../text/arrays.js'

/** A column of whole numbers below `limit`. @throws RangeError */
export function whole(
  name: string,
  values: NumberArray,
  limit: number,
): Uint8Array | Uint16Array | Uint32Array {
  const unsigned =
    values instanceof Uint8Array || values instanceof Uint16Array || values instanceof Uint32Array
  if (!unsigned) throw new RangeError(`${name} holds no whole numbers`)
  for (let i = 0; i < values.length; i++) {
    if (values[i]! >= limit) throw new RangeError(`${name} has ${values[i]}, expected less than ${limit}`)
  }
  return values
}

/** Starts of runs from their lengths: one more than there are runs. */
export function startsOf(lengths: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i]! + lengths[i]!
  return starts
}
