/** Lemmas and English inflection: every public name of this skill. */
export { comparative, superlative } from './comparison.js'
export { type ConjugateOptions, conjugate, DEFAULT_CONJUGATE_OPTIONS } from './conjugate.js'
export { indefiniteArticle } from './indefinite-article.js'
export {
  DEFAULT_LEMMATIZE_OPTIONS,
  type LemmatizeAllOptions,
  type LemmatizeOptions,
  lemmatize,
  lemmatizeAll,
  UPOS_TAGS,
  type Upos,
} from './lemmatize.js'
export {
  DEFAULT_LEMMATIZER_TRAINING_OPTIONS,
  Lemmatizer,
  type LemmatizerTrainingOptions,
} from './lemmatizer.js'
export type { PluralStyle } from './noun-tables.js'
export {
  DEFAULT_NUMBER_WORDS_OPTIONS,
  type NumberWordsOptions,
  numberWords,
  ordinal,
  ordinalWords,
} from './number-words.js'
export {
  DEFAULT_PARSE_NUMBER_OPTIONS,
  type ParseNumberOptions,
  parseNumberWords,
} from './parse-number-words.js'
export { DEFAULT_PLURAL_OPTIONS, isPlural, isSingular, type PluralOptions, pluralize } from './plural.js'
export { DEFAULT_POSSESSIVE_OPTIONS, type PossessiveOptions, possessive } from './possessive.js'
export { singularize } from './singular.js'
export { DEFAULT_VERB_FORMS_OPTIONS, type VerbForms, type VerbFormsOptions, verbForms } from './verb-forms.js'
export type { Variety } from './verb-spelling.js'
