/** Corpora: readers and writers of corpus formats, and what is measured on them; every public name. */
export { rawText } from './raw-text.js'
export {
  DEFAULT_READ_CONLLU_OPTIONS,
  type ReadConlluOptions,
  readConllu,
  readConlluStream,
} from './read-conllu.js'
export {
  CONLLU_METRICS,
  type ConlluMetric,
  type ConlluScore,
  type ConlluScores,
  type ConlluSource,
  scoreConllu,
} from './score-conllu.js'
export {
  ConlluWriter,
  DEFAULT_WRITE_CONLLU_OPTIONS,
  type WriteConlluOptions,
  writeConllu,
} from './write-conllu.js'
