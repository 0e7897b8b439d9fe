// Every kernel that the core exports, by name; src/core/kernels.ts types them and a house test compares both.
// Kernels never allocate and keep no mutable globals: TypeScript lays memory out and passes pointers, counts
// and capacities; a kernel returns a count, or a negative code of ./codes.ts.
export { graphemeBoundaries, wordBoundaries } from './boundaries'
export { heapBase } from './heap'
export { perceptronScores, perceptronTrain } from './perceptron'
export { sentenceAttributes, sentenceScan } from './sentences'
export { tokenizeEnglish } from './tokenize-english'
export { tokenizeUnicode } from './tokenize-unicode'
export { unicodeFacts } from './unicode'
