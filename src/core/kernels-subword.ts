/**
 * The kernels of subword tokenizers with their TypeScript types: a part of src/core/kernels.ts, which says what
 * holds for all.
 */
import type { Pointer } from './kernels.js'

/** Signatures of the subword kernels; sources in src/core/assembly/subword-*.ts. */
export interface SubwordKernels {
  /** Fills a table of character classes, one byte a code point of the basic plane. */
  subwordClasses(table: Pointer): number
  /** Tokens of pieces by a subword model; see subword-encode.ts. Gives their number. */
  subwordEncode(
    model: Pointer,
    text: Pointer,
    pieces: Pointer,
    count: number,
    scratch: Pointer,
    room: number,
    output: Pointer,
    capacity: number,
    counts: Pointer,
  ): number
  /** Writes pieces in the byte alphabet, with origins; gives the units written. */
  subwordBytes(
    text: Pointer,
    inFrom: Pointer,
    inTo: Pointer,
    pieces: Pointer,
    count: number,
    alphabet: Pointer,
    output: Pointer,
    from: Pointer,
    to: Pointer,
    capacity: number,
  ): number
  /** Writes pieces with a sign for spaces, with origins; gives the units written. */
  subwordMetaspace(
    text: Pointer,
    inFrom: Pointer,
    inTo: Pointer,
    pieces: Pointer,
    count: number,
    sign: number,
    prepend: number,
    atStart: number,
    output: Pointer,
    from: Pointer,
    to: Pointer,
    capacity: number,
  ): number
  /** Turns token ranges over rewritten units into ranges of the text, in place. */
  subwordOrigins(from: Pointer, to: Pointer, starts: Pointer, ends: Pointer, count: number): number
  /** Splits pieces by a pattern; gives the number of pieces written. */
  subwordSplit(
    text: Pointer,
    pieces: Pointer,
    count: number,
    pattern: number,
    behaviour: number,
    invert: number,
    digits: number,
    contractions: number,
    needle: Pointer,
    needleEnd: Pointer,
    table: Pointer,
    output: Pointer,
    capacity: number,
  ): number
  /** Builds a trie of strings; gives the number of nodes, 0 when the table is too small. */
  subwordTrie(
    units: Pointer,
    offsets: Pointer,
    ids: Pointer,
    count: number,
    edges: Pointer,
    mask: number,
  ): number
  /** The node that a string leads to, 0 if it leads out of the trie. */
  subwordTrieNode(edges: Pointer, mask: number, units: Pointer, count: number): number
  /** Counts pieces from number `from` on; gives the number of the one that found no room, or `count`. */
  subwordCount(
    text: Pointer,
    pieces: Pointer,
    from: number,
    count: number,
    slots: Pointer,
    mask: number,
    entries: Pointer,
    entryCapacity: number,
    arena: Pointer,
    arenaCapacity: number,
    state: Pointer,
  ): number
  /** Enters counted pieces into empty slots. */
  subwordCountRehash(entries: Pointer, count: number, slots: Pointer, mask: number): number
  /** Counts the pairs that begin at positions `from` to `to`; gives where it stopped for want of room, or `to`. */
  subwordPairsCount(state: Pointer, from: number, to: number): number
  /** Puts all pairs into the heap; gives its size. */
  subwordPairsHeap(state: Pointer): number
  /** Merges a pair into a symbol everywhere; gives 1, or 0 when the pairs need more room first. */
  subwordPairsMerge(state: Pointer, pair: number, id: number): number
  /** Enters all pairs into empty slots. */
  subwordPairsRehash(state: Pointer): number
  /** Takes the most frequent pair out of the heap; gives its number + 1, or 0. */
  subwordPairsTop(state: Pointer): number
  /** The best way to write each token without itself; see subword-expect.ts. */
  subwordAlternatives(
    model: Pointer,
    units: Pointer,
    offsets: Pointer,
    from: number,
    to: number,
    lattice: Pointer,
    lengths: Pointer,
    scores: Pointer,
    ids: Pointer,
    room: number,
  ): number
  /** Adds up the tokens on the best paths of words. */
  subwordBestCounts(
    model: Pointer,
    units: Pointer,
    offsets: Pointer,
    weights: Pointer,
    from: number,
    to: number,
    lattice: Pointer,
    counts: Pointer,
  ): number
  /** Adds up the expected counts of tokens in words; gives the number of words that added nothing. */
  subwordExpect(
    model: Pointer,
    probabilities: Pointer,
    units: Pointer,
    offsets: Pointer,
    weights: Pointer,
    from: number,
    to: number,
    longest: number,
    forward: Pointer,
    backward: Pointer,
    firsts: Pointer,
    arcs: Pointer,
    expected: Pointer,
  ): number
  /** Counts substrings of one length in words; gives the numbers given so far + 1, 0 when there is no room. */
  subwordSeeds(
    units: Pointer,
    offsets: Pointer,
    weights: Pointer,
    from: number,
    to: number,
    length: number,
    numbers: Pointer,
    counts: Pointer,
    fresh: Pointer,
    sums: Pointer,
    samples: Pointer,
    used: number,
    capacity: number,
    slots: Pointer,
    mask: number,
  ): number
}
