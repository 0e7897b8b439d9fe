/**
 * Catalan for the Unicode tokenizer: elided words end after their apostrophe (`l'` + `home`). No treebank of it
 * was at hand to measure with.
 */
import type { LanguageRules } from './rules.js'

/** Rules of Catalan. */
export const ca: LanguageRules = { elisions: ['l', 'd', 's', 'n', 'm', 't'] }
