/** Lemmas: every public name of this skill. */
export {
  DEFAULT_LEMMATIZE_OPTIONS,
  type LemmatizeAllOptions,
  type LemmatizeOptions,
  lemmatize,
  lemmatizeAll,
  UPOS_TAGS,
  type Upos,
} from './lemmatize.js'
