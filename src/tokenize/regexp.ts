/**
 * Regexp tokenizer: the user's pattern says what the tokens are, or what lies between them. Patterns run on the
 * house's linear-time engine (src/text/pattern.ts), so that no pattern and no text can make it hang.
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { Pattern } from '../text/pattern.js'
import { TokenBuffer } from '../text/token-buffer.js'

/** What {@link tokenizeRegexp} takes. */
export interface RegexpOptions {
  /** The pattern in JavaScript's syntax; of a RegExp its source and flags are taken. */
  readonly pattern: string | RegExp
  /** The flags of a pattern given as a string: `i` ignore case, `m` ^ and $ at lines, `s` dot matches all. */
  readonly flags?: string
  /** Whether the pattern matches the 'tokens' or the 'gaps' between them. */
  readonly matches?: 'tokens' | 'gaps'
}

/** The options of {@link tokenizeRegexp} that are not given. */
export const DEFAULT_REGEXP_OPTIONS = { flags: '', matches: 'tokens' } as const

/**
 * Tokens as a regular expression matches them, or what lies between its matches. Empty tokens are left out.
 *
 * Linear time whatever the pattern. `\w`, `\d`, `\s` and `\b` are Unicode's; groups only group. Back-references
 * and lookaround of more than one character are refused. The last 32 patterns stay compiled.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @throws OPTION_INVALID when an option is unknown, or `pattern` is missing
 * @throws PATTERN_INVALID when the pattern is not written as regular expressions are (details.offset)
 * @throws PATTERN_UNSUPPORTED when no linear-time engine can run it (details.offset)
 * @example
 * ```ts
 * import { tokenizeRegexp } from 'wordloom'
 * const text = 'Muffins cost $3.88, tea $1'
 * console.log(tokenizeRegexp(text, { pattern: '\\$[\\d.]+|\\w+' }).words()) // [ 'Muffins', 'cost', '$3.88', 'tea', '$1' ]
 * console.log(tokenizeRegexp(text, { pattern: /,\s+/, matches: 'gaps' }).words()) // [ 'Muffins cost $3.88', 'tea $1' ]
 * ```
 */
export function tokenizeRegexp(text: string, options: RegexpOptions): Doc {
  requireString(text, 'tokenizeRegexp(text, options)')
  requireOptions(options ?? {}, { pattern: null, flags: null, matches: ['tokens', 'gaps'] }, 'tokenizeRegexp')
  const { pattern, flags, matches } = { ...DEFAULT_REGEXP_OPTIONS, ...options }
  const tokens = new TokenBuffer(text.length >> 3)
  if (matches === 'tokens') {
    compiled(pattern, flags).scan(text, (start, end) => {
      if (start < end) tokens.push(start, end)
    })
  } else {
    let reached = 0
    compiled(pattern, flags).scan(text, (start, end) => {
      if (start === end) return // as in Python, an empty gap separates nothing
      if (reached < start) tokens.push(reached, start)
      reached = end
    })
    if (reached < text.length) tokens.push(reached, text.length)
  }
  return tokens.doc(text)
}

const KEPT = 32
const patterns = new Map<string, Pattern>()

function compiled(pattern: unknown, flags: string): Pattern {
  const [source, letters] =
    pattern instanceof RegExp ? [pattern.source, pattern.flags.replace('y', '')] : [pattern, flags]
  if (typeof source !== 'string') {
    throw new WordloomError('OPTION_INVALID', {
      message: `tokenizeRegexp: option pattern is ${source === undefined ? 'missing' : JSON.stringify(source)}, expected a string or a RegExp.`,
      hint: "Pass pattern: '\\\\w+'.",
      details: { option: 'pattern', value: pattern },
    })
  }
  const key = `${letters}/${source}`
  let made = patterns.get(key)
  if (made === undefined) {
    made = new Pattern(source, letters)
    if (patterns.size >= KEPT) patterns.delete(patterns.keys().next().value!)
    patterns.set(key, made)
  }
  return made
}
