/** Lemmas and English inflection: every public name of this skill. */
export { comparative, superlative } from './comparison.js'
export { type ConjugateOptions, conjugate, DEFAULT_CONJUGATE_OPTIONS } from './conjugate.js'
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
export { DEFAULT_PLURAL_OPTIONS, isPlural, isSingular, type PluralOptions, pluralize } from './plural.js'
export { singularize } from './singular.js'
export { DEFAULT_VERB_FORMS_OPTIONS, type VerbForms, type VerbFormsOptions, verbForms } from './verb-forms.js'
export type { Variety } from './verb-spelling.js'
