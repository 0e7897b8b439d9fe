// The layout of a subword model in memory: a block of u32 fields, and the tables that they point at. TypeScript
// fills it (src/tokenize/subword/model-tables.ts names the same fields in the same order).
//   points  open addressing; 8 bytes a slot: u32 code point | place << 21 (u32.MAX: free) · u32 id
//   merges  open addressing; 16 bytes a slot: u32 left (u32.MAX: free) · u32 right · u32 rank · u32 merged id
//   bytes   256 ids of the tokens <0x00> to <0xFF>, NONE where missing
//   scores  f64 by id
export const NONE: u32 = u32.MAX_VALUE

export const KIND: usize = 0 // 0 BPE, 1 WordPiece, 2 unigram
export const FLAGS: usize = 4
export const UNKNOWN: usize = 8 // id or NONE
export const EDGES: usize = 12
export const EDGE_MASK: usize = 16
export const CONTINUATION: usize = 20 // node of the trie after the prefix of continuing subwords, 0: none
export const LONGEST: usize = 24 // characters of the longest word that WordPiece looks at
export const POINTS: usize = 28
export const POINT_MASK: usize = 32
export const MERGES: usize = 36
export const MERGE_MASK: usize = 40
export const BYTES: usize = 44
export const SCORES: usize = 48
export const CACHE: usize = 52
export const CACHE_MASK: usize = 56
export const UNKNOWN_SCORE: usize = 64 // f64

export const BYTE_FALLBACK: u32 = 1
export const FUSE_UNKNOWN: u32 = 2
export const WHOLE_FIRST: u32 = 4 // BPE takes a whole piece that is a token as it is
export const PLACED: u32 = 8 // BPE symbols differ by place: 1 continues a piece, 2 ends one

// Units of the code point at `at`.
export function unitsAt(text: usize, at: u32, end: u32): u32 {
  if ((load<u16>(text + ((<usize>at) << 1)) & 0xfc00) !== 0xd800 || at + 1 >= end) return 1
  return (load<u16>(text + ((<usize>at) << 1), 2) & 0xfc00) === 0xdc00 ? 2 : 1
}

// The code point of `units` units at `at`; a lone surrogate stands for itself.
export function pointOf(text: usize, at: u32, units: u32): u32 {
  const high = <u32>load<u16>(text + ((<usize>at) << 1))
  if (units === 1) return high
  return 0x10000 + ((high & 0x3ff) << 10) + (<u32>load<u16>(text + ((<usize>at) << 1), 2) & 0x3ff)
}

// UTF-8 bytes of a code point; a lone surrogate counts as U+FFFD.
export function bytesOf(point: u32): u32 {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

// Byte `b` of the UTF-8 form of `point`.
export function byteOf(point: u32, b: u32): u32 {
  if ((point & 0xfffff800) === 0xd800) point = 0xfffd
  const bytes = bytesOf(point)
  const byte = point >> (6 * (bytes - 1 - b))
  if (b > 0) return 0x80 | (byte & 0x3f)
  return bytes > 1 ? (byte | ((0xf00 >> bytes) & 0xff)) & 0xff : byte
}

// Whether all bytes of `point` are tokens.
export function hasBytes(bytes: usize, point: u32): bool {
  const count = bytesOf(point)
  for (let b: u32 = 0; b < count; b++) {
    if (load<u32>(bytes + ((<usize>byteOf(point, b)) << 2)) === NONE) return false
  }
  return true
}

// Output: three parallel u32 arrays, ids, starts and ends, `stride` entries each.
export function put(output: usize, stride: u32, at: u32, id: u32, start: u32, end: u32): void {
  const entry = output + ((<usize>at) << 2)
  store<u32>(entry, id)
  store<u32>(entry + ((<usize>stride) << 2), start)
  store<u32>(entry + ((<usize>stride) << 3), end)
}
