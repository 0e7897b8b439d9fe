/**
 * The kernels of the core with their TypeScript types: the one list that the rest of the house calls through
 * `Region.run`. A house test compares it with what the compiled core exports, in both directions.
 *
 * All pointers and counts are 32-bit integers. A result >= 0 is a count (or what the kernel's line says); a
 * negative one is a code of `KERNEL_CODES`, which `Region.run` turns into a `WordloomError`.
 */
import type { ErrorCode } from './errors.js'
import type { EmbedKernels } from './kernels-embed.js'
import { NEURAL_KERNELS, type NeuralKernels } from './kernels-neural.js'
import type { SubwordKernels } from './kernels-subword.js'

/** A byte address in the memory of one Region. */
export type Pointer = number

/** Signatures of all kernels; sources in src/core/assembly. */
export interface Kernels extends EmbedKernels, NeuralKernels, SubwordKernels {
  /** Numbers of the best candidates of `count` decisions to `best`; gives `count`. */
  choicesBest(
    weights: Pointer,
    mask: number,
    shared: Pointer,
    sharedStarts: Pointer,
    classes: Pointer,
    own: Pointer,
    ownCount: number,
    starts: Pointer,
    count: number,
    best: Pointer,
  ): number
  /** One pass of training over `length` decisions; gives how many changed the weights. */
  choicesTrain(
    weights: Pointer,
    totals: Pointer,
    mask: number,
    shared: Pointer,
    sharedStarts: Pointer,
    classes: Pointer,
    own: Pointer,
    ownCount: number,
    starts: Pointer,
    right: Pointer,
    order: Pointer,
    length: number,
    margin: number,
    step: number,
  ): number
  /** Classes of `length` units to `classes`, one byte each; gives `length`. */
  cutClasses(units: Pointer, length: number, classes: Pointer): number
  /** Ends of tokens by a model that corrects rules, or their examples for training; gives how many. */
  cutScan(
    units: Pointer,
    classes: Pointer,
    length: number,
    starts: Pointer,
    ends: Pointer,
    kinds: Pointer,
    from: number,
    to: number,
    count: number,
    first: number,
    open: Pointer,
    weights: Pointer,
    mask: number,
    trust: number,
    scratch: Pointer,
    cutEnds: Pointer,
    cutStarts: Pointer,
    gold: Pointer,
    counts: Pointer,
    examples: Pointer,
    labels: Pointer,
  ): number
  /** Boundaries of grapheme clusters to `out`; arguments and result as those of `wordBoundaries`. */
  graphemeBoundaries(
    text: Pointer,
    length: number,
    base: number,
    state: Pointer,
    out: Pointer,
    capacity: number,
  ): number
  /** First address that no static table uses. */
  heapBase(): Pointer
  /** Scores of all classes of a linear model over hashed features; gives the best class. */
  perceptronScores(
    weights: Pointer,
    width: number,
    mask: number,
    features: Pointer,
    count: number,
    scores: Pointer,
  ): number
  /** One pass of perceptron training over `length` examples; gives how many changed the weights. */
  perceptronTrain(
    weights: Pointer,
    totals: Pointer,
    width: number,
    mask: number,
    examples: Pointer,
    count: number,
    labels: Pointer,
    order: Pointer,
    length: number,
    margin: number,
    step: number,
    scores: Pointer,
  ): number
  /** Hashes, shapes, gaps and counts of `count` tokens, as sentenceScan reads them. */
  sentenceAttributes(
    units: Pointer,
    starts: Pointer,
    ends: Pointer,
    count: number,
    hashes: Pointer,
    suffixes: Pointer,
    shapes: Pointer,
    gaps: Pointer,
    finals: Pointer,
    caseless: number,
  ): number
  /** Lays sparse weights in letters (2 bytes each) out as int16; gives how many there were. */
  sentenceWeights(
    skips: Pointer,
    skipCount: number,
    letters: Pointer,
    letterCount: number,
    weights: Pointer,
    size: number,
  ): number
  /** Decides the gaps after tokens `from` to `to`, or writes down their features; gives how many. */
  sentenceScan(
    state: Pointer,
    starts: Pointer,
    ends: Pointer,
    hashes: Pointer,
    suffixes: Pointer,
    shapes: Pointer,
    gaps: Pointer,
    finals: Pointer,
    from: number,
    to: number,
    count: number,
    weights: Pointer,
    mask: number,
    floor: number,
    scratch: Pointer,
    marks: Pointer,
    examples: Pointer,
    labels: Pointer,
  ): number
  /** Decodes UTF-8 below U+0800 through the table `fold`; gives the units, 0 where that cannot be done. */
  stemDecode(bytes: Pointer, count: number, fold: Pointer, out: Pointer): number
  /** Encodes units below U+0800 in UTF-8; gives the bytes, 0 where that cannot be done. */
  stemEncode(units: Pointer, count: number, out: Pointer): number
  /** Stems the words of `text`, which `separator` ends (-1: one word), to `out`; gives the units written. */
  stemWords(
    program: Pointer,
    text: Pointer,
    length: number,
    separator: number,
    out: Pointer,
    capacity: number,
    stack: Pointer,
    stackBytes: number,
    memo: Pointer,
    memoSlots: number,
  ): number
  /** Word_Break, Grapheme_Cluster_Break, General_Category and flags of a code point, one byte each. */
  unicodeFacts(point: number): number
  /** Boundaries of UAX #29 words to `out` (uint32, `capacity` of them); a call with length 0 ends the text. */
  wordBoundaries(
    text: Pointer,
    length: number,
    base: number,
    state: Pointer,
    out: Pointer,
    capacity: number,
  ): number
  /** Entries of `count` tokens by their forms; gives how many are new, and their tokens to `fresh`. */
  taggerForms(
    units: Pointer,
    starts: Pointer,
    ends: Pointer,
    base: number,
    count: number,
    table: Pointer,
    mask: number,
    next: number,
    limit: number,
    entries: Pointer,
    fresh: Pointer,
  ): number
  /** Sums the fixed features of entries `from` to `to` of a layer; gives how many entries. */
  taggerRows(layer: Pointer, from: number, to: number): number
  /** Labels of the tokens of `count` sentences; gives the number of tokens. */
  taggerTag(
    layer: Pointer,
    entries: Pointer,
    starts: Pointer,
    count: number,
    given: Pointer,
    labels: Pointer,
  ): number
  /** Trains a layer on the sentences that `order` names; gives how many tokens were predicted wrong. */
  taggerTrain(
    layer: Pointer,
    training: Pointer,
    entries: Pointer,
    starts: Pointer,
    order: Pointer,
    count: number,
    given: Pointer,
    labels: Pointer,
  ): number
  /** Tokens of the window that the context block describes; gives their number. */
  tokenizeEnglish(context: Pointer): number
  /** Tokens of the window that the context block describes; gives their number. */
  tokenizeUnicode(context: Pointer): number
}

/** Every kernel by name, one a line, for the house test that compares them with the compiled core. */
export const KERNELS: Readonly<Record<keyof Kernels, true>> = {
  ...NEURAL_KERNELS,
  choicesBest: true,
  choicesTrain: true,
  cutClasses: true,
  cutScan: true,
  graphemeBoundaries: true,
  heapBase: true,
  kMeansAssign: true,
  perceptronScores: true,
  perceptronTrain: true,
  rowProducts: true,
  sentenceAttributes: true,
  sentenceScan: true,
  sentenceWeights: true,
  skipGram: true,
  stemDecode: true,
  stemEncode: true,
  stemWords: true,
  subwordAlternatives: true,
  subwordBestCounts: true,
  subwordBytes: true,
  subwordClasses: true,
  subwordCount: true,
  subwordCountRehash: true,
  subwordEncode: true,
  subwordExpect: true,
  subwordMetaspace: true,
  subwordOrigins: true,
  subwordPairsCount: true,
  subwordPairsHeap: true,
  subwordPairsMerge: true,
  subwordPairsRehash: true,
  subwordPairsTop: true,
  subwordSeeds: true,
  subwordSplit: true,
  subwordTrie: true,
  subwordTrieNode: true,
  unicodeFacts: true,
  wordBoundaries: true,
  taggerForms: true,
  taggerRows: true,
  taggerTag: true,
  taggerTrain: true,
  tokenizeEnglish: true,
  tokenizeUnicode: true,
}

/** Error codes of negative kernel results; the numbers are those of src/core/assembly/codes.ts. */
export const KERNEL_CODES: Readonly<Record<number, ErrorCode>> = {
  [-1]: 'CORE_CAPACITY',
  [-2]: 'CORE_MALFORMED',
}
