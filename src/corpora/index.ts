/** Corpora: readers and writers of corpus formats, and what is measured on them; every public name. */
export { readTrees, Tree, type TreeChild } from '../text/tree.js'
export { conlluReader } from './conllu-reader.js'
export {
  Corpus,
  type CorpusOptions,
  type CorpusReader,
  type CorpusSelection,
  type ReadContext,
  type TaggedWordsSelection,
} from './corpus.js'
export { DEFAULT_PLAIN_READER_OPTIONS, type PlainReaderOptions, plainReader } from './plain-reader.js'
export { rawText } from './raw-text.js'
export {
  DEFAULT_READ_CONLLU_OPTIONS,
  type ReadConlluOptions,
  readConllu,
  readConlluStream,
} from './read-conllu.js'
export { CORPUS_FORMATS, corpusReader, type ReaderSpec } from './readers.js'
export {
  CONLLU_METRICS,
  type ConlluMetric,
  type ConlluScore,
  type ConlluScores,
  type ConlluSource,
  scoreConllu,
} from './score-conllu.js'
export { type CorpusFault, type CorpusFile, SourceFile } from './source-file.js'
export {
  ConlluWriter,
  DEFAULT_WRITE_CONLLU_OPTIONS,
  type WriteConlluOptions,
  writeConllu,
} from './write-conllu.js'
