/**
 * Sparse weights as text, for models that are bundled in source code: one letter of the base64 alphabet a skip,
 * one a weight from -31 to 31, three a larger weight. Unlike base64 of bytes, this leaves equal values equal, so
 * gzip packs it as well as it packs the values themselves.
 */
import type { SentenceWeights } from './sentence-splitter.js'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const LARGE = 63
const CENTRE = 31
const WIDE_CENTRE = 2048

/** Sparse weights in letters. */
export interface WeightText {
  readonly bits: number
  readonly floor: number
  readonly skips: string
  readonly weights: string
}

/** Letters for sparse weights. */
export function weightsToText({ bits, floor, skips, weights }: SentenceWeights): WeightText {
  const letter = (value: number) => ALPHABET[value]!
  let text = ''
  for (const weight of weights) {
    if (Math.abs(weight) <= CENTRE) text += letter(weight + CENTRE)
    else {
      const wide = weight + WIDE_CENTRE
      text += letter(LARGE) + letter(wide >> 6) + letter(wide & 63)
    }
  }
  return { bits, floor, skips: Array.from(skips, letter).join(''), weights: text }
}

/** Sparse weights from what {@link weightsToText} gave. In use the core reads the letters itself. */
export function weightsFromText({ bits, floor, skips, weights }: WeightText): SentenceWeights {
  const values = new Uint8Array(128)
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i
  const value = (text: string, i: number) => values[text.charCodeAt(i)]!
  const skipped = new Uint8Array(skips.length)
  for (let i = 0; i < skips.length; i++) skipped[i] = value(skips, i)
  const read = new Int8Array(weights.length)
  let count = 0
  for (let i = 0; i < weights.length; i++) {
    const first = value(weights, i)
    if (first === LARGE) {
      read[count++] = value(weights, i + 1) * 64 + value(weights, i + 2) - WIDE_CENTRE
      i += 2
    } else read[count++] = first - CENTRE
  }
  return { bits, floor, skips: skipped, weights: read.slice(0, count) }
}
