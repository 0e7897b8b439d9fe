/**
 * Wordloom, the API that runs everywhere: Node, browsers, workers. Nothing below this file imports `node:`;
 * files, streams of files and worker pools are in `wordloom/node`.
 */
export { ERROR_CODES, type ErrorCode, type ErrorParts, WordloomError } from './core/errors.js'
export { Random } from './core/rng.js'
export { rawText } from './corpora/raw-text.js'
export {
  DEFAULT_READ_CONLLU_OPTIONS,
  type ReadConlluOptions,
  readConllu,
  readConlluStream,
} from './corpora/read-conllu.js'
export {
  CONLLU_METRICS,
  type ConlluMetric,
  type ConlluScore,
  type ConlluScores,
  type ConlluSource,
  scoreConllu,
} from './corpora/score-conllu.js'
export {
  ConlluWriter,
  DEFAULT_WRITE_CONLLU_OPTIONS,
  type WriteConlluOptions,
  writeConllu,
} from './corpora/write-conllu.js'
export { graphemeBoundaries, graphemes, wordBoundaries } from './text/boundaries.js'
export type { DecodeOptions, TextSource } from './text/decode.js'
export { type Column, Doc, type DocColumns, type DocJson } from './text/doc.js'
export { packDocs, unpackDocs } from './text/doc-pack.js'
export { type Pack, type PackColumn, type PackMeta, readPack, writePack } from './text/pack.js'
export { pipeline, type Skill } from './text/pipeline.js'
export { Span, Token } from './text/span.js'
export { InternTable, type StringColumn } from './text/strings.js'
export { KIND_CODES, TOKEN_KINDS, type TokenKind } from './text/token-kind.js'
export {
  type CharacterNgramOptions,
  type ContractionSplit,
  characterNgrams,
  DEFAULT_CHARACTER_NGRAM_OPTIONS,
  DEFAULT_DETOKENIZE_OPTIONS,
  DEFAULT_EXPRESSION_OPTIONS,
  DEFAULT_LINE_OPTIONS,
  DEFAULT_NGRAM_OPTIONS,
  DEFAULT_PADDING,
  DEFAULT_PUNKT_OPTIONS,
  DEFAULT_REGEXP_OPTIONS,
  DEFAULT_S_EXPRESSION_OPTIONS,
  DEFAULT_SENTENCE_OPTIONS,
  DEFAULT_SENTENCE_TRAINING_OPTIONS,
  DEFAULT_STREAM_OPTIONS,
  DEFAULT_SUBWORD_ENCODE_OPTIONS,
  DEFAULT_SUBWORD_TRAIN_OPTIONS,
  DEFAULT_TOKENIZE_OPTIONS,
  DEFAULT_TOKENIZER_TRAINING_OPTIONS,
  DEFAULT_TRUNCATION,
  DEFAULT_TWEET_OPTIONS,
  DEFAULT_UNICODE_OPTIONS,
  type DetokenizeOptions,
  detokenize,
  type ExpressionOptions,
  type LineOptions,
  mergeExpressions,
  type NgramOptions,
  ngramSpans,
  ngrams,
  type Padding,
  Punkt,
  type PunktOptions,
  type RegexpOptions,
  type SExpressionOptions,
  type SentenceModel,
  type SentenceOptions,
  SentenceSplitter,
  type SentenceTrainingOptions,
  type StreamOptions,
  type StreamPiece,
  type StreamProgress,
  Subword,
  type SubwordEncodeOptions,
  type SubwordEncoding,
  type SubwordTrainOptions,
  sentencesOf,
  skipgrams,
  splitSentences,
  stream,
  type TokenizeOptions,
  type TokenizerJson,
  type TokenizerTrainingOptions,
  TrainedTokenizer,
  type TrainingTexts,
  type Truncation,
  type TweetOptions,
  tokenize,
  tokenizeLines,
  tokenizeParagraphs,
  tokenizeRegexp,
  tokenizeSExpressions,
  tokenizeTweet,
  tokenizeUnicode,
  tokenizeWhitespace,
  tokenizeWordPunct,
  UNICODE_LANGUAGES,
  type UnicodeOptions,
} from './tokenize/index.js'
