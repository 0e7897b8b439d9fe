/**
 * Turkish for the Unicode tokenizer, with the tokens of UD Turkish-IMST: endings stay on numbers and names
 * (`500'ü`), hyphens between words are tokens.
 */
import type { LanguageRules } from './rules.js'

const list = (words: string) => words.split(' ')

/** Rules of Turkish. */
export const tr: LanguageRules = {
  abbreviations: list('prof dr doç yrd vb vs bkz av sn hz st cad sok mah apt ltd şti'),
  habits: ['splitHyphens'],
}
