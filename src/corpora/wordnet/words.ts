/**
 * Tables of strings as bytes: one UTF-8 blob, the end of each string, and for words a hash table over the bytes.
 *
 * Nothing is decoded until it is asked for, so that loading 150,000 words makes no strings. Words are found by
 * FNV-1a over their lower-cased bytes, open addressing, linear probing, at most half full; the table is made at
 * load, which takes less time than reading it from a file would.
 *
 * @see Fowler, Noll and Vo, FNV hash, RFC 9923
 */

const decoder = new TextDecoder()
const encoder = new TextEncoder()
const BASIS = 0x811c9dc5
const PRIME = 0x01000193

/** Strings by number, decoded when asked for. */
export class StringTable {
  readonly bytes: Uint8Array
  /** Shape (n + 1,): string i lies at bytes[starts[i]] up to bytes[starts[i + 1]]. */
  readonly starts: Uint32Array

  constructor(bytes: Uint8Array, starts: Uint32Array) {
    this.bytes = bytes
    this.starts = starts
  }

  get size(): number {
    return this.starts.length - 1
  }

  get(i: number): string {
    return decoder.decode(this.bytes.subarray(this.starts[i]!, this.starts[i + 1]!))
  }

  /** Strings `from` up to `to`. */
  slice(from: number, to: number): string[] {
    const strings: string[] = []
    for (let i = from; i < to; i++) strings.push(this.get(i))
    return strings
  }

  /** The table of `strings`. */
  static of(strings: readonly string[]): StringTable {
    const parts = strings.map((string) => encoder.encode(string))
    const starts = new Uint32Array(strings.length + 1)
    parts.forEach((part, i) => {
      starts[i + 1] = starts[i]! + part.length
    })
    const bytes = new Uint8Array(starts[strings.length]!)
    parts.forEach((part, i) => {
      bytes.set(part, starts[i]!)
    })
    return new StringTable(bytes, starts)
  }
}

/** A word as look-ups know it: lower case, composed characters, blanks for underscores. */
export function wordKey(word: string): string {
  return isKey(word) ? word : word.normalize('NFC').toLowerCase().replaceAll('_', ' ')
}

/** Whether an ASCII word is its own key, as most are. */
function isKey(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code >= 0x80 || (code >= 0x41 && code <= 0x5a) || code === 0x5f) return false
  }
  return true
}

/** Items of a record that {@link WordIndex} keeps for each word. */
export const WORD_RECORD = 4

/** Finds words of a {@link StringTable} by {@link wordKey}. */
export class WordIndex {
  readonly #bytes: Uint8Array
  readonly #records: Uint32Array
  /** Number of a word plus one in the low bits, the high bits of its hash above: 0 is free. */
  readonly #slots: Uint32Array
  readonly #numberMask: number
  readonly #scratch: Uint8Array
  readonly longest: number

  /**
   * `records` has {@link WORD_RECORD} items for each word, of which the first two become where it begins and how
   * long it is; the rest is the caller's. What a look-up needs lies side by side: cache misses are its cost.
   */
  constructor(table: StringTable, records: Uint32Array) {
    const { bytes, starts, size } = table
    this.#bytes = bytes
    this.#records = records
    const slots = 2 << (32 - Math.clz32(size))
    const numbers = 2 ** (32 - Math.clz32(size)) - 1
    this.#numberMask = numbers
    this.#slots = new Uint32Array(slots)
    let longest = 0
    for (let word = 0; word < size; word++) {
      const end = starts[word + 1]!
      records[word * WORD_RECORD] = starts[word]!
      records[word * WORD_RECORD + 1] = end - starts[word]!
      longest = Math.max(longest, end - starts[word]!)
      let hash = BASIS
      for (let i = starts[word]!; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, PRIME)
      hash = spread(hash)
      let slot = hash & (slots - 1)
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (slots - 1)
      this.#slots[slot] = (hash & ~numbers) | (word + 1)
    }
    this.longest = longest
    this.#scratch = new Uint8Array(longest + 4)
  }

  /**
   * Number of the word whose key is that of `word`; -1 when there is none. `cut` units at the end of the word are
   * taken for `instead`, which is lower-case ASCII.
   */
  find(word: string, cut = 0, instead = ''): number {
    const scratch = this.#scratch
    const length = word.length - cut
    const whole = length + instead.length
    if (whole > this.longest) return -1
    let hash = BASIS
    for (let i = 0; i < length; i++) {
      let code = word.charCodeAt(i)
      if (code >= 0x80) return this.#findOther(word.slice(0, length) + instead)
      if (code >= 0x41 && code <= 0x5a) code += 0x20
      else if (code === 0x5f) code = 0x20
      scratch[i] = code
      hash = Math.imul(hash ^ code, PRIME)
    }
    for (let i = length; i < whole; i++) {
      const code = instead.charCodeAt(i - length)
      scratch[i] = code
      hash = Math.imul(hash ^ code, PRIME)
    }
    return this.#probe(hash, whole)
  }

  #findOther(word: string): number {
    const key = wordKey(word)
    const { read, written } = encoder.encodeInto(key, this.#scratch)
    if (read < key.length) return -1
    let hash = BASIS
    for (let i = 0; i < written; i++) hash = Math.imul(hash ^ this.#scratch[i]!, PRIME)
    return this.#probe(hash, written)
  }

  #probe(fnv: number, length: number): number {
    const bytes = this.#bytes
    const records = this.#records
    const slots = this.#slots
    const mask = slots.length - 1
    const numbers = this.#numberMask
    const scratch = this.#scratch
    const hash = spread(fnv)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const value = slots[slot]!
      if (value === 0) return -1
      // Most other words differ here, without a look at their bytes.
      if (((value ^ hash) & ~numbers) !== 0) continue
      const word = (value & numbers) - 1
      const start = records[word * WORD_RECORD]!
      if (records[word * WORD_RECORD + 1] !== length) continue
      let i = 0
      while (i < length && bytes[start + i] === scratch[i]) i++
      if (i === length) return word
    }
  }
}

// The low bits of FNV-1a depend on few bytes; the table is indexed by low bits.
function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}
