/** Subword tokenizers: every public name. */
export type { SubwordEncoding } from './encoding.js'
export { DEFAULT_PADDING, DEFAULT_TRUNCATION, type Padding, type Truncation } from './length-limits.js'
export { DEFAULT_SUBWORD_ENCODE_OPTIONS, Subword, type SubwordEncodeOptions } from './subword.js'
export type { TokenizerJson } from './tokenizer-json.js'
export {
  DEFAULT_SUBWORD_TRAIN_OPTIONS,
  type SubwordTrainOptions,
  type TrainingTexts,
} from './train.js'
