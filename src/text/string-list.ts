/**
 * Lists of strings as columns of a Pack: how many units each shares with the one before (at most 255), how many follow,
 * and those end to end, in UTF-8, or UTF-16 where a lone surrogate stands among them. Sorted lists become small.
 */
import type { NumberArray } from './arrays.js'
import type { PackColumn } from './pack.js'
import { fromUtf16 } from './utf16.js'

/** The columns of a list, under `name`. */
export function packStrings(name: string, strings: readonly string[]): Record<string, PackColumn> {
  const shared = new Uint8Array(strings.length)
  const rest: string[] = []
  let before = ''
  strings.forEach((string, i) => {
    let same = 0
    while (same < 255 && same < string.length && before.charCodeAt(same) === string.charCodeAt(same)) same++
    // A cut between the halves of a character would leave a lone surrogate in the rest.
    const unit = same > 0 ? string.charCodeAt(same) : 0
    if (unit >= 0xdc00 && unit <= 0xdfff) same--
    shared[i] = same
    rest.push(string.slice(same))
    before = string
  })
  const text = rest.join('')
  const encoded = new TextEncoder().encode(text)
  const sound = new TextDecoder().decode(encoded) === text && !text.startsWith('\ufeff')
  return {
    [`${name}.shared`]: { values: shared },
    [`${name}.length`]: { values: narrow(rest.map((part) => part.length)) },
    [`${name}.text`]: { values: sound ? encoded : units(text) },
  }
}

/** The list under `name`. @throws RangeError when its columns are not there or do not fit */
export function unpackStrings(name: string, column: (name: string) => NumberArray): string[] {
  const shared = column(`${name}.shared`)
  const lengths = column(`${name}.length`)
  if (shared.length !== lengths.length) throw new RangeError(`${name} has columns of different lengths`)
  const text = decode(name, column(`${name}.text`))
  const strings = new Array<string>(shared.length)
  let before = ''
  let at = 0
  for (let i = 0; i < strings.length; i++) {
    const same = shared[i]!
    const length = lengths[i]!
    if (
      !(same >= 0 && same <= before.length && same <= 255) ||
      !(length >= 0 && at + length <= text.length)
    ) {
      throw new RangeError(`string ${i} of ${name} reaches beyond its text`)
    }
    before = before.slice(0, same) + text.slice(at, at + length)
    at += length
    strings[i] = before
  }
  if (at !== text.length) throw new RangeError(`the text of ${name} is too long`)
  return strings
}

/** Numbers from 0 as the smallest unsigned array that holds them. */
export function narrow(numbers: ArrayLike<number>): Uint8Array | Uint16Array | Uint32Array {
  let most = 0
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i]!)
  const Typed = most < 0x100 ? Uint8Array : most < 0x10000 ? Uint16Array : Uint32Array
  return Typed.from(numbers)
}

function units(text: string): Uint16Array {
  const array = new Uint16Array(text.length)
  for (let i = 0; i < array.length; i++) array[i] = text.charCodeAt(i)
  return array
}

function decode(name: string, values: NumberArray): string {
  if (values instanceof Uint8Array) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(values)
    } catch {
      throw new RangeError(`the text of ${name} is not UTF-8`)
    }
  }
  if (!(values instanceof Uint16Array)) throw new RangeError(`the text of ${name} is not text`)
  return fromUtf16(values)
}
