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
}
