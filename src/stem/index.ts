/** Stemmers: every public name of this skill. */
export * as rules from './rules.js'
export { createStemmer, type Fold, foldCase, type Stemmer } from './stemmer.js'
export { DEFAULT_STEM_OPTIONS, STEMMERS, type StemOptions, stem, stemAll, stemmer } from './stemmers.js'
