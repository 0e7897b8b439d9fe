/**
 * Arrays as a corpus pack stores them: numbers in the narrowest width, strings end to end.
 *
 * Integers are stored as they are, as differences from the value before, or as differences from their own place
 * in the Doc, whichever is narrowest: numbers of sentences then take a byte, and heads one or two. Strings are
 * UTF-8, or UTF-16 units where a lone surrogate stands in one, which UTF-8 cannot hold; tables of strings count
 * in UTF-16 units, so that they are decoded at once and cut, and lists in stored units, so that one can be
 * decoded alone.
 */
import { ARRAY_TYPES, type ArrayType, arrayType, type NumberArray } from '../text/arrays.js'
import { fromUtf16 } from '../text/utf16.js'

/** How integers are stored: as they are, less the one before, or less their index in the Doc. */
export type Coding = 'plain' | 'delta' | 'offset'

const CODINGS: readonly Coding[] = ['plain', 'delta', 'offset']
const INTEGERS: readonly (readonly [ArrayType, number, number])[] = [
  ['u8', 0, 0xff],
  ['i8', -0x80, 0x7f],
  ['u16', 0, 0xffff],
  ['i16', -0x8000, 0x7fff],
  ['u32', 0, 0xffffffff],
  ['i32', -0x80000000, 0x7fffffff],
]

/** A typed array that grows at its end. */
export class GrowingArray {
  #array: NumberArray
  #length = 0

  constructor(readonly type: ArrayType) {
    this.#array = new ARRAY_TYPES[type](256)
  }

  push(value: number): void {
    this.#reserve(1)
    this.#array[this.#length++] = value
  }

  append(values: ArrayLike<number>): void {
    this.#reserve(values.length)
    this.#array.set(values, this.#length)
    this.#length += values.length
  }

  /** What was put in; a view. */
  values(): NumberArray {
    return this.#array.subarray(0, this.#length)
  }

  #reserve(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#array.length) return
    const larger = new ARRAY_TYPES[this.type](Math.max(needed, this.#array.length * 2))
    larger.set(this.#array)
    this.#array = larger
  }
}

/** `values` in the narrowest type that holds them. */
export function narrowed(values: NumberArray): NumberArray {
  if (values instanceof Float32Array || values instanceof Float64Array) return values.slice()
  let least = 0
  let most = 0
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return ARRAY_TYPES[fitting(least, most)!].from(values)
}

/** Stores `values`, which belong to Docs of `lengths` tokens, in the coding that is narrowest. */
export function encodeNumbers(
  values: NumberArray,
  lengths: NumberArray,
): { readonly coding: Coding; readonly values: NumberArray } {
  if (values instanceof Float32Array || values instanceof Float64Array) {
    return { coding: 'plain', values: values.slice() }
  }
  let best: { coding: Coding; type: ArrayType; bytes: number } | undefined
  for (const coding of CODINGS) {
    let least = 0
    let most = 0
    eachCoded(values, lengths, coding, (value) => {
      if (value < least) least = value
      if (value > most) most = value
    })
    const type = fitting(least, most)
    if (type === undefined) continue
    const bytes = ARRAY_TYPES[type].BYTES_PER_ELEMENT
    if (best === undefined || bytes < best.bytes) best = { coding, type, bytes }
  }
  const { coding, type } = best!
  const stored: NumberArray = new ARRAY_TYPES[type](values.length)
  let at = 0
  eachCoded(values, lengths, coding, (value) => {
    stored[at++] = value
  })
  return { coding, values: stored }
}

/** The numbers of one Doc, as `type`: a copy, so that a Doc that is kept or cloned does not hold the pack. */
export function decodeNumbers(stored: NumberArray, coding: Coding, type: ArrayType): NumberArray {
  if (coding === 'plain' && arrayType(stored) === type) return stored.slice()
  const values: NumberArray = new ARRAY_TYPES[type](stored.length)
  if (coding === 'plain') values.set(stored)
  else if (coding === 'offset') {
    for (let i = 0; i < values.length; i++) values[i] = stored[i]! + i
  } else {
    let value = 0
    for (let i = 0; i < values.length; i++) {
      value = (value + stored[i]!) | 0
      values[i] = value
    }
  }
  return values
}

/** Strings end to end, with the length of each. */
export interface StoredStrings {
  readonly lengths: NumberArray
  readonly units: NumberArray
}

/** Stores strings; `table`: lengths in UTF-16 units rather than stored ones. */
export function encodeStrings(strings: readonly string[], table: boolean): StoredStrings {
  const wellFormed = strings.every((one) => (one as string & { isWellFormed(): boolean }).isWellFormed())
  const lengths = new Uint32Array(strings.length)
  const units = new GrowingArray(wellFormed ? 'u8' : 'u16')
  const encoder = new TextEncoder()
  strings.forEach((string, i) => {
    const stored = wellFormed ? encoder.encode(string) : utf16(string)
    units.append(stored)
    lengths[i] = table ? string.length : stored.length
  })
  return { lengths: narrowed(lengths), units: units.values() }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The string of stored units. @throws TypeError when they are not UTF-8 */
export function decodeString(units: NumberArray): string {
  if (units instanceof Uint8Array) return decoder.decode(units)
  return fromUtf16(units instanceof Uint16Array ? units : Uint16Array.from(units))
}

function utf16(string: string): Uint16Array {
  const units = new Uint16Array(string.length)
  for (let i = 0; i < units.length; i++) units[i] = string.charCodeAt(i)
  return units
}

function fitting(least: number, most: number): ArrayType | undefined {
  return INTEGERS.find(([, from, to]) => least >= from && most <= to)?.[0]
}

function eachCoded(
  values: NumberArray,
  lengths: NumberArray,
  coding: Coding,
  take: (value: number) => void,
): void {
  let at = 0
  for (const length of lengths) {
    for (let i = 0; i < length; i++, at++) {
      if (coding === 'plain') take(values[at]!)
      else if (coding === 'offset') take(values[at]! - i)
      else take(i === 0 ? values[at]! : values[at]! - values[at - 1]!)
    }
  }
}
