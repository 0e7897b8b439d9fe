/**
 * Regexp stemmer: what a pattern matches is taken away, wherever it stands in the word.
 *
 * The pattern runs in linear time (src/text/pattern.ts), word by word; the core has no part in it.
 *
 * Source: the RegexpStemmer of NLTK, https://www.nltk.org/api/nltk.stem.regexp.html
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import { Pattern } from '../text/pattern.js'
import { type Fold, foldCase, type Stemmer, stemmerOf } from './stemmer.js'

/** Options of {@link regexpStemmer}. */
export interface RegexpStemmerOptions {
  /** Words of fewer UTF-16 units are left as they are; default 0. */
  readonly minLength?: number
  /** What is done to words first; default lower case and NFC (`foldCase`). */
  readonly fold?: Fold
}

/** Defaults of {@link regexpStemmer}. */
export const DEFAULT_REGEXP_STEMMER_OPTIONS = {
  minLength: 0,
  fold: foldCase,
} as const satisfies Required<RegexpStemmerOptions>

/**
 * A stemmer that takes away all that `pattern` matches: write `$` after endings and `^` before prefixes.
 *
 * The pattern is a string in JavaScript's syntax or a RegExp, whose flags i, m and s count; back-references and
 * longer lookaround are refused. Linear in the text whatever the pattern, some 10^5 words/s. Unlike NLTK's it puts
 * words in lower case first; pass `fold: (text) => text` to keep them.
 *
 * @throws PATTERN_INVALID, PATTERN_UNSUPPORTED naming the offset in the pattern
 * @throws INPUT_NOT_STRING when `pattern` is neither a string nor a RegExp
 * @throws OPTION_INVALID when `minLength` is no whole number from 0 or `fold` no function
 * @example
 * ```ts
 * import { regexpStemmer } from 'wordloom/stem'
 * const stem = regexpStemmer('(ing|s|e|able)$', { minLength: 4 })
 * console.log(stem.stemAll(['looms', 'was', 'weaving', 'Advisable'])) // [ 'loom', 'was', 'weav', 'advis' ]
 * ```
 */
export function regexpStemmer(pattern: string | RegExp, options: RegexpStemmerOptions = {}): Stemmer {
  requireOptions(options, { minLength: null, fold: null }, 'regexpStemmer')
  const { minLength, fold } = { ...DEFAULT_REGEXP_STEMMER_OPTIONS, ...options }
  if (!Number.isInteger(minLength) || minLength < 0) {
    throw invalidOption('minLength', minLength, 'a whole number from 0', 'minLength: 4')
  }
  if (typeof fold !== 'function') {
    throw invalidOption('fold', fold, 'a function', 'fold: (text) => text')
  }
  const compiled = compile(pattern)
  const strip = (word: string) => (word.length < minLength ? word : withoutMatches(compiled, word))
  const stem = (word: string) => {
    requireString(word, 'regexp stemmer(word)')
    return strip(fold(word))
  }
  return stemmerOf('regexp', stem, (text) => fold(text).split('\n').map(strip).join('\n'))
}

function compile(pattern: string | RegExp): Pattern {
  if (pattern instanceof RegExp) return new Pattern(pattern.source, pattern.flags.replace('y', ''))
  requireString(pattern, 'regexpStemmer(pattern)')
  return new Pattern(pattern)
}

function withoutMatches(pattern: Pattern, word: string): string {
  let kept = ''
  let from = 0
  pattern.scan(word, (start, end) => {
    kept += word.slice(from, start)
    from = end
  })
  return kept + word.slice(from)
}

function invalidOption(option: string, value: unknown, expected: string, example: string): WordloomError {
  return new WordloomError('OPTION_INVALID', {
    message: `regexpStemmer: option ${option} is ${JSON.stringify(value) ?? typeof value}, expected ${expected}.`,
    hint: `Pass { ${example} }.`,
    details: { option, value },
  })
}
