/**
 * Korean for the Unicode tokenizer, with the tokens of UD Korean-GSD: what stands between spaces, without its
 * punctuation; apostrophes are quotation marks, and Chinese characters in a row are one word.
 */
import type { LanguageRules } from './rules.js'

/** Rules of Korean. */
export const ko: LanguageRules = { habits: ['ideographs', 'tildes', 'quotes'] }
