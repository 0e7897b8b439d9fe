/** Tokenizers and sentence splitters: every public name of this skill. */
export {
  type CharacterNgramOptions,
  characterNgrams,
  DEFAULT_CHARACTER_NGRAM_OPTIONS,
} from './character-ngrams.js'
export { DEFAULT_DETOKENIZE_OPTIONS, type DetokenizeOptions, detokenize } from './detokenize.js'
export { DEFAULT_LINE_OPTIONS, type LineOptions, tokenizeLines } from './lines.js'
export { DEFAULT_EXPRESSION_OPTIONS, type ExpressionOptions, mergeExpressions } from './merge-expressions.js'
export { DEFAULT_NGRAM_OPTIONS, type NgramOptions, ngramSpans, ngrams, skipgrams } from './ngrams.js'
export { tokenizeParagraphs } from './paragraphs.js'
export { Punkt } from './punkt.js'
export { DEFAULT_PUNKT_OPTIONS, type PunktOptions } from './punkt-train.js'
export { DEFAULT_REGEXP_OPTIONS, type RegexpOptions, tokenizeRegexp } from './regexp.js'
export {
  DEFAULT_S_EXPRESSION_OPTIONS,
  type SExpressionOptions,
  tokenizeSExpressions,
} from './s-expressions.js'
export {
  DEFAULT_SENTENCE_TRAINING_OPTIONS,
  SentenceSplitter,
  type SentenceTrainingOptions,
} from './sentence-splitter.js'
export {
  DEFAULT_SENTENCE_OPTIONS,
  type SentenceModel,
  type SentenceOptions,
  splitSentences,
} from './sentences.js'
export {
  DEFAULT_STREAM_OPTIONS,
  type StreamOptions,
  type StreamPiece,
  type StreamProgress,
  stream,
} from './stream.js'
export {
  DEFAULT_PADDING,
  DEFAULT_SUBWORD_ENCODE_OPTIONS,
  DEFAULT_SUBWORD_TRAIN_OPTIONS,
  DEFAULT_TRUNCATION,
  type Padding,
  Subword,
  type SubwordEncodeOptions,
  type SubwordEncoding,
  type SubwordTrainOptions,
  type TokenizerJson,
  type TrainingTexts,
  type Truncation,
} from './subword/index.js'
export {
  type ContractionSplit,
  DEFAULT_TOKENIZE_OPTIONS,
  type TokenizeOptions,
  tokenize,
} from './tokenize.js'
export { sentencesOf } from './trained/sentences-of.js'
export {
  DEFAULT_TOKENIZER_TRAINING_OPTIONS,
  type TokenizerTrainingOptions,
  TrainedTokenizer,
} from './trained/trained-tokenizer.js'
export { DEFAULT_TWEET_OPTIONS, type TweetOptions, tokenizeTweet } from './tweet.js'
export {
  DEFAULT_UNICODE_OPTIONS,
  tokenizeUnicode,
  UNICODE_LANGUAGES,
  type UnicodeOptions,
} from './unicode.js'
export { tokenizeWhitespace } from './whitespace.js'
export { tokenizeWordPunct } from './word-punct.js'
