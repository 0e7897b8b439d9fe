// Every kernel that the core exports, by name; src/core/kernels.ts types them and a house test compares both.
// Kernels never allocate and keep no mutable globals: TypeScript lays memory out and passes pointers, counts
// and capacities; a kernel returns a count, or a negative code of ./codes.ts.
export { bilinearBackward, bilinearForward } from './biaffine'
export { graphemeBoundaries, wordBoundaries } from './boundaries'
export { choicesBest, choicesTrain } from './choices'
export { cutClasses } from './cut-classes'
export { cutScan } from './cuts'
export { heapBase } from './heap'
export { kMeansAssign } from './k-means'
export { lstmBackward, lstmForward, lstmInt } from './lstm'
export { matmul, matmulPanels, matmulPanelsTransposed, matmulTransposed } from './matmul'
export { intPanels, matmulInt, quantizeRows } from './matmul-int'
export {
  adam,
  addFloats,
  bagBackward,
  bagForward,
  bestColumns,
  biasRows,
  gatherRows,
  int8Rows,
  leakyBackward,
  leakyForward,
  maskRows,
  scatterRows,
  softmaxLoss,
  sumRows,
  sumSquares,
} from './neural-layers'
export { perceptronScores, perceptronTrain } from './perceptron'
export { rowProducts } from './rows'
export { sentenceWeights } from './sentence-weights'
export { sentenceAttributes, sentenceScan } from './sentences'
export { skipGram } from './skip-gram'
export { bestHeads, spanningTree } from './spanning-tree'
export { stemWords } from './stem'
export { stemDecode, stemEncode } from './stem-bytes'
export { subwordClasses } from './subword-classes'
export { subwordCount, subwordCountRehash } from './subword-count'
export { subwordEncode } from './subword-encode'
export { subwordAlternatives, subwordBestCounts, subwordExpect } from './subword-expect'
export {
  subwordPairsCount,
  subwordPairsHeap,
  subwordPairsMerge,
  subwordPairsRehash,
  subwordPairsTop,
} from './subword-pairs'
export { subwordBytes, subwordMetaspace, subwordOrigins } from './subword-rewrite'
export { subwordSeeds } from './subword-seeds'
export { subwordSplit } from './subword-split'
export { subwordTrie, subwordTrieNode } from './subword-trie'
export { taggerRows, taggerTag } from './tagger'
export { taggerForms } from './tagger-forms'
export { taggerTrain } from './tagger-train'
export { tokenizeEnglish } from './tokenize-english'
export { tokenizeUnicode } from './tokenize-unicode'
export { unicodeFacts } from './unicode'
