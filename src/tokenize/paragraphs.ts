/**
 * Paragraph tokenizer: what stands between blank lines. White space that holds two or more line breaks, or one
 * PARAGRAPH SEPARATOR (U+2029), ends a paragraph; tokens neither begin nor end with white space.
 */
import { requireString } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { TokenBuffer } from '../text/token-buffer.js'
import { isWhitespace } from '../text/unicode.js'
import { isLineBreak } from './lines.js'

/**
 * Paragraphs: runs of lines without a blank line between them, trimmed of white space. Linear time.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @example
 * ```ts
 * import { tokenizeParagraphs } from 'wordloom'
 * console.log(tokenizeParagraphs('One\nline.\n \nTwo.\n').words()) // [ 'One\nline.', 'Two.' ]
 * ```
 */
export function tokenizeParagraphs(text: string): Doc {
  requireString(text, 'tokenizeParagraphs(text)')
  const tokens = new TokenBuffer(text.length >> 7)
  let start = -1
  let end = 0
  let breaks = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x20 && unit < 0x85) {
      // The common case first: no white space.
    } else if (isWhitespace(unit)) {
      if (unit === 0x2029) breaks += 2
      else if (isLineBreak(unit) && !(unit === 0x0a && i > 0 && text.charCodeAt(i - 1) === 0x0d)) breaks++
      continue
    }
    if (breaks > 1 && start >= 0) {
      tokens.push(start, end)
      start = -1
    }
    breaks = 0
    if (start < 0) start = i
    end = i + 1
  }
  if (start >= 0) tokens.push(start, end)
  return tokens.doc(text)
}
