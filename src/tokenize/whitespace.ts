/**
 * Whitespace tokenizer: maximal runs of what is not Unicode white space, as the simplest of all tokenizers.
 */
import { requireString } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { TokenBuffer } from '../text/token-buffer.js'
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
  const tokens = new TokenBuffer(text.length >> 2)
  let start = -1
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // Everything above the space and below U+0085 is no white space: most characters end here.
    if ((unit <= 0x20 || unit >= 0x85) && isWhitespace(unit)) {
      if (start >= 0) tokens.push(start, i)
      start = -1
    } else if (start < 0) start = i
  }
  if (start >= 0) tokens.push(start, text.length)
  return tokens.doc(text)
}
