/**
 * Character n-grams of a text, as strings, over code points: half a surrogate pair is never a character.
 */
import { requireString } from '../core/errors.js'
import { lengths, type NgramOptions, ngrams } from './ngrams.js'

/**
 * Character n-grams of lengths `min` to `max` in order of their first character, shorter ones first.
 *
 * `options` as a number n stands for `{ min: n, max: n }`. Padding is given as one string a place:
 * `{ padStart: '<', padEnd: '>' }` marks the ends `max - 1` times. Memory: `max` characters.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { characterNgrams } from 'wordloom'
 * console.log([...characterNgrams('word', 3)]) // [ 'wor', 'ord' ]
 * console.log([...characterNgrams('ab', { min: 1, max: 2 })]) // [ 'a', 'ab', 'b' ]
 * ```
 */
export function* characterNgrams(
  text: string,
  options: number | NgramOptions<string> = {},
): Generator<string> {
  requireString(text, 'characterNgrams(text)')
  lengths(options, 'characterNgrams')
  for (const gram of ngrams(text, options)) yield gram.join('')
}
