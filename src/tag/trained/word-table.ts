/**
 * Facts about words, looked up by the 32-bit hash of the word: small in memory and in a Pack, and read in no time.
 *
 * Keys are sorted; one column of small numbers a fact. A word that is not in a table of n words is taken for one of
 * them with a probability of n / 2^32, which a tagger does not notice.
 */
import type { NumberArray } from '../../text/arrays.js'
import type { PackColumn } from '../../text/pack.js'
import { narrow } from '../../text/string-list.js'
import { hashText } from './hashes.js'
import { whole } from './pack-numbers.js'

/** The key of a word. */
export function wordKey(word: string): number {
  return hashText(0x776f7264, word)
}

/** Numbers of words. */
export class WordTable {
  /** Hashes of the words, ascending. */
  readonly keys: Uint32Array
  /** One number a word in each. */
  readonly columns: readonly NumberArray[]

  constructor(keys: Uint32Array, columns: readonly NumberArray[]) {
    this.keys = keys
    this.columns = columns
  }

  /** A table of `words` with one list of numbers each; of two words with one key, the first counts. */
  static of(words: ReadonlyMap<string, readonly number[]>, width: number): WordTable {
    const rows = new Map<number, readonly number[]>()
    for (const [word, numbers] of words) {
      const key = wordKey(word)
      if (!rows.has(key)) rows.set(key, numbers)
    }
    const keys = Uint32Array.from(rows.keys()).sort()
    const column = (c: number) => narrow(Array.from(keys, (key) => rows.get(key)![c]!))
    return new WordTable(
      keys,
      Array.from({ length: width }, (_, c) => column(c)),
    )
  }

  /** The place of a key, or -1. */
  find(key: number): number {
    return search(this.keys, key)
  }
}

/** The place of `key` among ascending `keys`, or -1. */
export function search(keys: Uint32Array, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = keys[middle]!
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

const MORE = 0xffff

/** Columns of a Pack for ascending keys: gaps of 16 bits, 65,535 meaning "65,535 and go on". */
export function packKeys(name: string, keys: Uint32Array): Record<string, PackColumn> {
  const gaps: number[] = []
  let before = -1
  for (const key of keys) {
    let gap = key - before - 1
    for (; gap >= MORE; gap -= MORE) gaps.push(MORE)
    gaps.push(gap)
    before = key
  }
  return { [`${name}.gaps`]: { values: Uint16Array.from(gaps) } }
}

/** The keys under `name`. @throws RangeError when they are not there or not ascending 32-bit numbers */
export function unpackKeys(name: string, column: (name: string) => NumberArray): Uint32Array {
  const gaps = column(`${name}.gaps`)
  if (!(gaps instanceof Uint16Array)) throw new RangeError(`${name} has no gaps`)
  let count = 0
  for (const gap of gaps) if (gap !== MORE) count++
  const keys = new Uint32Array(count)
  let at = 0
  let key = -1
  for (const gap of gaps) {
    key += gap
    if (gap === MORE) continue
    key++
    if (key > 0xffffffff) throw new RangeError(`${name} has keys beyond 32 bits`)
    keys[at++] = key
  }
  return keys
}

/** Columns of a Pack for a table. */
export function packTable(name: string, table: WordTable): Record<string, PackColumn> {
  const packed = packKeys(name, table.keys)
  table.columns.forEach((values, c) => {
    packed[`${name}.${c}`] = { values }
  })
  return packed
}

/** The table under `name`, with `width` columns of numbers below `limit`. @throws RangeError */
export function unpackTable(
  name: string,
  width: number,
  limit: number,
  column: (name: string) => NumberArray,
): WordTable {
  const keys = unpackKeys(name, column)
  const columns = Array.from({ length: width }, (_, c) => {
    const values = whole(`${name}.${c}`, column(`${name}.${c}`), limit)
    if (values.length !== keys.length) throw new RangeError(`${name} has columns of different lengths`)
    return values
  })
  return new WordTable(keys, columns)
}
