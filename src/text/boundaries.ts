/**
 * Where words and grapheme clusters begin and end, by the default rules of UAX #29.
 *
 * The text goes to the core in pieces of 64 Ki units; what a rule must remember lies in a small state block, so
 * the pieces never show in the result. Boundaries come back as one ascending array, its first entry 0 and its
 * last the length of the text: segment i is `text.slice(boundaries[i], boundaries[i + 1])`.
 */
import { requireString } from '../core/errors.js'
import { sharedRegion } from '../core/region.js'

const PIECE = 65_536
const STATE_BYTES = 32

/**
 * Boundaries of the default words of Unicode, white space and punctuation included, as UTF-16 offsets
 * (`(nSegments + 1,)`; empty for the empty text). Linear time, no language, no dictionary: Thai, Lao, Khmer and
 * Burmese letters, and each Chinese character, stand alone.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @example
 * ```ts
 * import { wordBoundaries } from 'wordloom'
 * console.log(wordBoundaries("can't stop")) // Uint32Array(4) [ 0, 5, 6, 10 ]
 * ```
 * @see Unicode Standard Annex #29, section 4 (every case of WordBreakTest.txt passes)
 */
export function wordBoundaries(text: string): Uint32Array {
  requireString(text, 'wordBoundaries(text)')
  return boundariesInPieces('wordBoundaries', text, PIECE)
}

/**
 * Boundaries of extended grapheme clusters ("characters" as people see them), as UTF-16 offsets
 * (`(nClusters + 1,)`; empty for the empty text). Linear time.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @example
 * ```ts
 * import { graphemeBoundaries } from 'wordloom'
 * console.log(graphemeBoundaries('e\u0301🇫🇷')) // Uint32Array(3) [ 0, 2, 6 ]
 * ```
 * @see Unicode Standard Annex #29, section 3; Indic conjuncts (rule GB9c) as since Unicode 15.1
 */
export function graphemeBoundaries(text: string): Uint32Array {
  requireString(text, 'graphemeBoundaries(text)')
  return boundariesInPieces('graphemeBoundaries', text, PIECE)
}

/**
 * The extended grapheme clusters of a text, in order; joined they are the text.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @example
 * ```ts
 * import { graphemes } from 'wordloom'
 * console.log(graphemes('👩‍🚀 नि')) // [ '👩‍🚀', ' ', 'नि' ]
 * ```
 * @see graphemeBoundaries
 */
export function graphemes(text: string): string[] {
  requireString(text, 'graphemes(text)')
  const boundaries = boundariesInPieces('graphemeBoundaries', text, PIECE)
  const clusters: string[] = []
  for (let i = 1; i < boundaries.length; i++) clusters.push(text.slice(boundaries[i - 1]!, boundaries[i]!))
  return clusters
}

/** The work of both, with the piece size (>= 2 units) as an argument so that tests can vary it. */
export function boundariesInPieces(
  kernel: 'wordBoundaries' | 'graphemeBoundaries',
  text: string,
  piece: number,
): Uint32Array {
  const region = sharedRegion()
  const mark = region.mark()
  try {
    const units = Math.min(piece, text.length)
    const state = region.reserve(STATE_BYTES)
    const input = region.reserve(units * 2)
    const capacity = units + 2
    const output = region.reserve(capacity * 4)
    region.u8(state, STATE_BYTES).fill(0)
    const parts: Uint32Array[] = []
    let total = 0
    const take = (count: number) => {
      parts.push(region.u32(output, count).slice())
      total += count
    }
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = Math.min(from + piece, text.length)
      if (to < text.length && isHighSurrogate(text.charCodeAt(to - 1))) to--
      region.copyText(text, from, to, input)
      take(region.run(kernel, input, to - from, from, state, output, capacity))
    }
    if (text.length > 0) take(region.run(kernel, input, 0, text.length, state, output, capacity))
    const boundaries = new Uint32Array(text.length > 0 ? total + 1 : 0)
    let at = 0
    for (const part of parts) {
      boundaries.set(part, at)
      at += part.length
    }
    if (text.length > 0) boundaries[total] = text.length
    return boundaries
  } finally {
    region.release(mark)
  }
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}
