/** Word vectors: every public name of this skill. */
export {
  type ClusterOptions,
  clusterVectors,
  DEFAULT_CLUSTER_OPTIONS,
  type WordClusters,
} from './cluster-vectors.js'
export { reduceVectors } from './reduce-vectors.js'
export {
  DEFAULT_NEAREST_OPTIONS,
  DEFAULT_SAVE_VECTORS_OPTIONS,
  type NearestOptions,
  type SaveVectorsOptions,
  type SimilarWord,
  Vectors,
  type VectorTable,
} from './vectors.js'
export type { SentenceSource } from './word-stream.js'
export { Word2Vec, type Word2VecReport } from './word2vec.js'
export {
  DEFAULT_READ_WORD2VEC_OPTIONS,
  DEFAULT_WRITE_WORD2VEC_OPTIONS,
  type ReadWord2VecOptions,
  readWord2Vec,
  type Word2VecEncoding,
  type WriteWord2VecOptions,
  writeWord2Vec,
} from './word2vec-format.js'
export { DEFAULT_WORD2VEC_OPTIONS, type Word2VecOptions } from './word2vec-options.js'
