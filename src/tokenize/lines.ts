/**
 * Line tokenizer: one token a line, without its line break. Tokens are never empty, so where blank lines are
 * kept, a line without a character is the token of its own line break.
 *
 * Line breaks are those of Unicode (UAX #14, mandatory breaks): LF, CR, CRLF (one break), VT, FF, NEL, LS, PS.
 */
import { requireOptions, requireString } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { TokenBuffer } from '../text/token-buffer.js'
import { isWhitespace } from '../text/unicode.js'

/** What {@link tokenizeLines} takes. */
export interface LineOptions {
  /**
   * What to do with lines that hold white space only: 'drop' them, 'keep' them all, or keep those 'inside' the
   * text, where more text follows.
   */
  readonly blankLines?: 'drop' | 'keep' | 'inside'
}

/** The options of {@link tokenizeLines} that are not given. */
export const DEFAULT_LINE_OPTIONS = { blankLines: 'drop' } as const satisfies LineOptions

/**
 * Lines, without their line breaks; an empty line, where kept, is the token of its line break. Linear time.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @throws OPTION_INVALID when an option is unknown
 * @example
 * ```ts
 * import { tokenizeLines } from 'wordloom'
 * const poem = 'Nature’s first green is gold,\n\nHer hardest hue to hold.\n'
 * console.log(tokenizeLines(poem).length) // 2
 * console.log(tokenizeLines(poem, { blankLines: 'keep' }).length) // 3
 * ```
 */
export function tokenizeLines(text: string, options: LineOptions = {}): Doc {
  requireString(text, 'tokenizeLines(text)')
  requireOptions(options, { blankLines: ['drop', 'keep', 'inside'] }, 'tokenizeLines')
  const blankLines = options.blankLines ?? DEFAULT_LINE_OPTIONS.blankLines
  const last = blankLines === 'inside' ? lastLetter(text) : text.length
  const tokens = new TokenBuffer(text.length >> 5)
  let start = 0
  let blank = true
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x0a
    if (!isLineBreak(unit)) {
      if (blank && !isWhitespace(unit)) blank = false
      continue
    }
    const end = i
    if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++
    if (!blank) tokens.push(start, end)
    else if (blankLines !== 'drop' && start < text.length && start <= last) {
      tokens.push(start, start < end ? end : Math.min(i + 1, text.length))
    }
    start = i + 1
    blank = true
  }
  return tokens.doc(text)
}

/** Whether the UTF-16 unit ends a line. */
export function isLineBreak(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029
}

function lastLetter(text: string): number {
  let i = text.length - 1
  while (i >= 0 && isWhitespace(text.charCodeAt(i))) i--
  return i
}
