/**
 * Whitespace tokenizer: maximal runs of what is not Unicode white space, as the simplest of all tokenizers.
 */
import { requireString } from '../core/errors.js'
import { Doc } from '../text/doc.js'
import { isWhitespace } from '../text/unicode.js'

/**
 * Tokens between white space; no kinds. Linear time.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @example
 * ```ts
 * import { tokenizeWhitespace } from 'wordloom'
 * console.log(tokenizeWhitespace("I can't.").words()) // [ 'I', "can't." ]
 * ```
 */
export function tokenizeWhitespace(text: string): Doc {
  requireString(text, 'tokenizeWhitespace(text)')
  const start: number[] = []
  const end: number[] = []
  let inside = false
  for (let i = 0; i < text.length; i++) {
    if (isWhitespace(text.charCodeAt(i)) === inside) {
      ;(inside ? end : start).push(i)
      inside = !inside
    }
  }
  if (inside) end.push(text.length)
  return Doc.create(text, { start: Uint32Array.from(start), end: Uint32Array.from(end) })
}
