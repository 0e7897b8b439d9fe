/**
 * `tokenize`: the one door to the tokenizers of all languages: English has its own, all others share one.
 */
import { requireOptions, requireString } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { tokenizeEnglish } from './english.js'
import { languageOf, tokenizeUnicode } from './unicode.js'

/** How contractions are treated: 'ud' splits them as Universal Dependencies do, 'none' leaves them whole. */
export type ContractionSplit = 'ud' | 'none'

/** Options of {@link tokenize}. */
export interface TokenizeOptions {
  /** Language of the text, a BCP 47 tag such as 'en', 'fr' or 'pt-BR'; 'und' where it is not known. */
  readonly lang?: string
  /** Whether contractions are split, in English; default 'ud'. */
  readonly split?: ContractionSplit
}

/** Defaults of {@link tokenize}. */
export const DEFAULT_TOKENIZE_OPTIONS = {
  lang: 'en',
  split: 'ud',
} as const satisfies Required<TokenizeOptions>

const KNOWN_OPTIONS = { lang: null, split: ['ud', 'none'] }

/**
 * Tokens of a text: a Doc with `start`, `end` (UTF-16 units) and `kind` (indexes into TOKEN_KINDS).
 *
 * English gives the words of Universal Dependencies and the Penn Treebank: with split 'ud' contractions are
 * split ("ca|n't"), the second and later parts having the kind `clitic`. All other languages get the words of
 * Unicode with the elisions, abbreviations and numbers of their treebanks ({@link tokenizeUnicode}). White space is never part of a token
 * and everything else is, so tokens and gaps rebuild the text. Linear time, more than ten million tokens/s on
 * one thread for long texts; deterministic.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @throws OPTION_INVALID when an option is unknown or has an unknown value
 * @example
 * ```ts
 * import { tokenize } from 'wordloom'
 * console.log(tokenize("I can't go to the U.S. today.").words())
 * // [ 'I', 'ca', "n't", 'go', 'to', 'the', 'U.S.', 'today', '.' ]
 * ```
 * @see Universal Dependencies, English tokenization: https://universaldependencies.org/en/
 */
export function tokenize(text: string, options: TokenizeOptions = {}): Doc {
  requireString(text, 'tokenize(text)')
  requireOptions(options, KNOWN_OPTIONS, 'tokenize')
  const lang = languageOf(options.lang ?? DEFAULT_TOKENIZE_OPTIONS.lang)
  if (lang !== 'en') return tokenizeUnicode(text, { lang })
  return tokenizeEnglish(text, options.split ?? DEFAULT_TOKENIZE_OPTIONS.split)
}
