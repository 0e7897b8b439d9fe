/**
 * S-expression tokenizer: each outermost parenthesised group is one token, and what stands between groups is
 * split at white space. Parentheses have no quoting: each one counts.
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { TokenBuffer } from '../text/token-buffer.js'
import { isWhitespace } from '../text/unicode.js'

/** What {@link tokenizeSExpressions} takes. */
export interface SExpressionOptions {
  /** The opening and the closing mark, one UTF-16 unit each and not the same. */
  readonly parentheses?: string
  /**
   * A parenthesis without its other half is an 'error', or is kept as a 'token': a closing one by itself, an
   * opening one with all text after it.
   */
  readonly unmatched?: 'error' | 'token'
}

/** The options of {@link tokenizeSExpressions} that are not given. */
export const DEFAULT_S_EXPRESSION_OPTIONS = {
  parentheses: '()',
  unmatched: 'error',
} as const satisfies SExpressionOptions

/**
 * Outermost parenthesised groups, and words between them. Linear time.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @throws OPTION_INVALID when an option is unknown, or `parentheses` is not two different units
 * @throws PARENTHESIS_UNMATCHED when a parenthesis has no other half (details.offset; of nested ones the
 *   outermost), unless they are tokens
 * @example
 * ```ts
 * import { tokenizeSExpressions } from 'wordloom'
 * console.log(tokenizeSExpressions('(S (NP I) (VP run)) and (S)').words()) // [ '(S (NP I) (VP run))', 'and', '(S)' ]
 * ```
 */
export function tokenizeSExpressions(text: string, options: SExpressionOptions = {}): Doc {
  requireString(text, 'tokenizeSExpressions(text)')
  requireOptions(options, { parentheses: null, unmatched: ['error', 'token'] }, 'tokenizeSExpressions')
  const { parentheses, unmatched } = { ...DEFAULT_S_EXPRESSION_OPTIONS, ...options }
  requireParentheses(parentheses)
  const open = parentheses.charCodeAt(0)
  const close = parentheses.charCodeAt(1)
  const tokens = new TokenBuffer(text.length >> 4)
  let start = -1 // of the present word, or of the outermost group
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit !== open && unit !== close) {
      if (depth > 0) continue
      if (isWhitespace(unit)) {
        if (start >= 0) tokens.push(start, i)
        start = -1
      } else if (start < 0) start = i
      continue
    }
    if (depth === 0) {
      if (start >= 0) tokens.push(start, i)
      start = i
    }
    if (unit === open) {
      depth++
      continue
    }
    if (depth === 0 && unmatched === 'error') throw unmatchedAt(text, i)
    depth = Math.max(0, depth - 1)
    if (depth === 0) {
      tokens.push(start, i + 1)
      start = -1
    }
  }
  if (depth > 0 && unmatched === 'error') throw unmatchedAt(text, start)
  if (start >= 0) tokens.push(start, text.length)
  return tokens.doc(text)
}

function requireParentheses(parentheses: unknown): asserts parentheses is string {
  if (typeof parentheses === 'string' && parentheses.length === 2 && parentheses[0] !== parentheses[1]) return
  throw new WordloomError('OPTION_INVALID', {
    message: `tokenizeSExpressions: option parentheses is ${JSON.stringify(parentheses) ?? String(parentheses)}, expected two different characters of the basic plane.`,
    hint: "Pass parentheses: '()' or '[]'.",
    details: { option: 'parentheses', value: parentheses },
  })
}

function unmatchedAt(text: string, offset: number): WordloomError {
  return new WordloomError('PARENTHESIS_UNMATCHED', {
    message: `The '${text[offset]}' at offset ${offset} has no other half.`,
    hint: "Pass unmatched: 'token' to keep what does not match.",
    details: { offset },
  })
}
