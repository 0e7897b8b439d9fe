/**
 * Character n-grams of a text, as strings. A character is what people see as one (an extended grapheme cluster
 * of UAX #29) or a code point; half a surrogate pair is never one. The text is read in windows, so that neither
 * its characters nor its n-grams are ever held as a whole.
 */
import { requireOptions, requireString } from '../core/errors.js'
import { graphemeBoundaries } from '../text/boundaries.js'
import { DEFAULT_NGRAM_OPTIONS, type NgramOptions, ngrams } from './ngrams.js'

/** Which n-grams of which characters are wanted. */
export interface CharacterNgramOptions extends NgramOptions<string> {
  /** What counts as a character: a 'grapheme' (é, 👍🏽 or 🇫🇷 is one, however it is written) or a 'codePoint'. */
  readonly unit?: 'grapheme' | 'codePoint'
}

/** The options of {@link characterNgrams} that are not given: bigrams of graphemes, without padding. */
export const DEFAULT_CHARACTER_NGRAM_OPTIONS = {
  ...DEFAULT_NGRAM_OPTIONS,
  unit: 'grapheme',
} as const satisfies CharacterNgramOptions

const WINDOW = 1 << 14

/**
 * Character n-grams of lengths `min` to `max` in order of their first character, shorter ones first.
 *
 * `options` as a number n stands for `{ min: n, max: n }`. Padding is put `max - 1` times before and after the
 * text: `{ padStart: '<', padEnd: '>' }`. Time: characters × lengths; memory: one window and `max` characters.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { characterNgrams } from 'wordloom'
 * console.log([...characterNgrams('word', 3)]) // [ 'wor', 'ord' ]
 * console.log([...characterNgrams('ab', { max: 2 })]) // [ 'a', 'ab', 'b' ]
 * ```
 */
export function* characterNgrams(
  text: string,
  options: number | CharacterNgramOptions = {},
): Generator<string> {
  requireString(text, 'characterNgrams(text)')
  if (typeof options !== 'object' || options === null) {
    for (const gram of ngrams(graphemesInWindows(text), options)) yield gram.join('')
    return
  }
  const { unit, ...rest } = options
  requireOptions({ unit }, { unit: ['grapheme', 'codePoint'] }, 'characterNgrams')
  const characters = unit === 'codePoint' ? text : graphemesInWindows(text)
  for (const gram of ngrams(characters, rest)) yield gram.join('')
}

/** The grapheme clusters of `text`, found in windows of at least `window` UTF-16 units. */
export function* graphemesInWindows(text: string, window = WINDOW): Generator<string> {
  let size = window
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + size, text.length)
    if (to < text.length && (text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to-- // cuts no pair
    const boundaries = graphemeBoundaries(text.slice(from, to))
    // The last cluster may go on in the next window, which therefore begins with it.
    const complete = boundaries.length - (to < text.length ? 2 : 1)
    for (let i = 0; i < complete; i++) yield text.slice(from + boundaries[i]!, from + boundaries[i + 1]!)
    size = complete > 0 ? window : size * 2
    if (complete > 0) from += boundaries[complete]!
  }
}
