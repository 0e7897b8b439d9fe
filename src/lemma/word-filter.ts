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

/** The text of a filter of `words`. */
export function encodeWordFilter(words: readonly string[]): string {
  const sextets = new Uint8Array(Math.ceil((words.length * BITS_PER_WORD) / 6))
  for (const word of words) {
    for (const place of places(word, sextets.length * 6)) sextets[Math.floor(place / 6)]! |= 1 << (place % 6)
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
    for (const place of places(word, this.#text.length * 6)) {
      const sextet = ALPHABET.indexOf(this.#text[Math.floor(place / 6)]!)
      if ((sextet & (1 << (place % 6))) === 0) return false
    }
    return true
  }
}

function places(word: string, bits: number): Uint32Array {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x5bd1e995)
    b ^= b >>> 15
  }
  a ^= a >>> 16
  const found = new Uint32Array(PLACES)
  for (let i = 0; i < PLACES; i++) found[i] = ((a >>> 0) + i * ((b | 1) >>> 0)) % bits
  return found
}
