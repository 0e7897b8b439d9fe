/** Stemmers: every public name of this skill. */
export { DEFAULT_LANCASTER_OPTIONS, type LancasterOptions, lancasterRules } from './lancaster-rules.js'
export { LANCASTER_RULES } from './lang/lancaster.js'
export {
  DEFAULT_REGEXP_STEMMER_OPTIONS,
  type RegexpStemmerOptions,
  regexpStemmer,
} from './regexp-stemmer.js'
export * as rules from './rules.js'
export { createStemmer, type Fold, foldCase, type Stemmer } from './stemmer.js'
export { DEFAULT_STEM_OPTIONS, STEMMERS, type StemOptions, stem, stemAll, stemmer } from './stemmers.js'
