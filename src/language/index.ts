/** Languages: all parts of a pipeline as one object, and their training; every public name of this skill. */
export {
  Language,
  type LanguageOptions,
  type LanguagePart,
  type LanguageStreamOptions,
  type PartialTrainOptions,
  type ReadOptions,
} from './language.js'
export { type LanguageParts, saveLanguage } from './language-pack.js'
export { type Grade, type PartModels, type PartName, STAGES, type Stage } from './parts.js'
export {
  DEFAULT_SCORE_LANGUAGE_OPTIONS,
  type ScoreLanguageOptions,
  scoreLanguage,
} from './score-language.js'
export {
  DEFAULT_TRAIN_LANGUAGE_OPTIONS,
  type PartReport,
  type TrainedLanguage,
  type TrainLanguageOptions,
  trainLanguage,
} from './train-language.js'
export type { LemmaChoice, PartChoice } from './train-text-parts.js'
export { type Scores, TRAINED_PARTS, type TrainedPart, type TrainingProgress } from './training-context.js'
export type { PartOptions } from './training-steps.js'
