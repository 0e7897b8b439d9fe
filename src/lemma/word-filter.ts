/**
 * A set of words in little more than a byte a word: it never denies one that is in it, and takes one in a hundred of
 * the others for one of them (Bloom filter). A word sets seven of ten bits a word, at places that two hashes give. As text:
 * six bits a letter of the base64 alphabet.
 *
 * @see Bloom 1970, https://doi.org/10.1145/362686.362692; Kirsch and Mitzenmacher 2006 on two hashes for all places
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BITS_PER_WORD = 10
const PLACES = 7

const VALUES = new Uint8Array(128)
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i

/** The text of a filter of `words`. */
export function encodeWordFilter(words: readonly string[]): string {
  const sextets = new Uint8Array(Math.ceil((words.length * BITS_PER_WORD) / 6))
  for (const word of words) {
    const start = startOf(word)
    const step = stepOf(word)
    for (let i = 0; i < PLACES; i++) {
      const place = (start + i * step) % (sextets.length * 6)
      sextets[Math.floor(place / 6)]! |= 1 << (place % 6)
    }
  }
  return Array.from(sextets, (sextet) => ALPHABET[sextet]!).join('')
}

/** The filter that a text describes. It reads the letters as they are asked for, so there is nothing to unpack. */
export class WordFilter {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** Whether `word` is in the set, or looks as if it were. Time: linear in the word. */
  has(word: string): boolean {
    const bits = this.#text.length * 6
    const start = startOf(word)
    const step = stepOf(word)
    for (let i = 0; i < PLACES; i++) {
      const place = (start + i * step) % bits
      const sextet = VALUES[this.#text.charCodeAt(Math.floor(place / 6))]!
      if ((sextet & (1 << (place % 6))) === 0) return false
    }
    return true
  }
}

/** First place of a word: FNV-1a, mixed. */
function startOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Distance of its places, odd. */
function stepOf(word: string): number {
  let hash = 0x9747b28c
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x5bd1e995)
    hash ^= hash >>> 15
  }
  return (hash | 1) >>> 0
}
