/**
 * Word-and-punctuation tokenizer: runs of word characters and runs of all else that is no white space, as the
 * regular expression `\w+|[^\w\s]+` gives them, with the word characters of Unicode (UTS #18) and not ASCII's.
 */
import { requireString } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { TokenBuffer } from '../text/token-buffer.js'
import { characterClass, characterLength, SPACE_CLASS } from '../text/word-characters.js'

/**
 * Runs of word characters and runs of punctuation; no kinds. Linear time.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @example
 * ```ts
 * import { tokenizeWordPunct } from 'wordloom'
 * console.log(tokenizeWordPunct("Can't pay $3.88?").words()) // [ 'Can', "'", 't', 'pay', '$', '3', '.', '88', '?' ]
 * ```
 */
export function tokenizeWordPunct(text: string): Doc {
  requireString(text, 'tokenizeWordPunct(text)')
  const tokens = new TokenBuffer(text.length >> 2)
  let start = 0
  let inside = SPACE_CLASS
  for (let i = 0; i < text.length; ) {
    const now = characterClass(text, i)
    if (now !== inside) {
      if (inside !== SPACE_CLASS) tokens.push(start, i)
      start = i
      inside = now
    }
    i += characterLength(text, i)
  }
  if (inside !== SPACE_CLASS) tokens.push(start, text.length)
  return tokens.doc(text)
}
