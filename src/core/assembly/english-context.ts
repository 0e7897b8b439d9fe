// What all parts of the English tokenizer share: the context block, character classes, the lexicon, emission.
//
// TypeScript (src/tokenize/english.ts) fills the block and the tables. Positions are byte addresses of UTF-16
// units, so a walk is `p += 2`. Classes are one byte a code point below 0x20000, ordered so that comparisons
// answer the usual questions. The lexicon is an open-addressing hash of lower-cased ASCII words of at most 16
// letters, packed in two 64-bit numbers, each with 32 property bits.

@unmanaged
export class Context {
  text: usize // first unit of the window
  units: i32 // length of the window
  final: i32 // 1: the text ends with the window
  split: i32 // 1: contractions are split
  classes: usize // class of each code point below 0x20000
  lexicon: usize // slots of 24 bytes: key, key, properties
  mask: u32 // number of slots - 1
  cuts: usize // [last letter][first letter]: bit n set if a word of n letters may be cut
  start: usize // out: u32 a token
  end: usize // out: u32 a token
  kind: usize // out: u8 a token
  base: i32 // offset of the window in the document
  quote: i32 // in, out: chunks for which an opening single quote still waits for its closing one
  consumed: i32 // out: units that are done with
  count: i32 // tokens written
  chunk: usize // first unit of the chunk (what stands between white space)
  stop: usize // after the last unit of the chunk
  limit: usize // after the last unit of the window
  noMail: usize // no e-mail address begins before this
  noDomain: usize // no domain name begins before this
  at: usize // the next @ of the chunk, or its end, once looked for
  dot: usize // the next period of the chunk, or its end, once looked for
}

// Character classes: < DIGIT letters and marks, < SPACE what words are made of.
export const MARK: u32 = 0
export const LETTER: u32 = 1
export const UPPER: u32 = 2
export const DIGIT: u32 = 3
export const SPACE: u32 = 4
export const IDEOGRAPH: u32 = 5
export const PUNCTUATION: u32 = 6
export const SYMBOL: u32 = 7
export const EMOJI: u32 = 8
export const REGIONAL: u32 = 9
export const OTHER: u32 = 10

// Kinds, as in src/text/token-kind.ts.
export const K_WORD: u32 = 0
export const K_CLITIC: u32 = 1
export const K_NUMBER: u32 = 2
export const K_PUNCTUATION: u32 = 3
export const K_SYMBOL: u32 = 4
export const K_URL: u32 = 5
export const K_EMAIL: u32 = 6
export const K_MENTION: u32 = 7
export const K_HASHTAG: u32 = 8
export const K_EMOTICON: u32 = 9
export const K_EMOJI: u32 = 10
export const K_OTHER: u32 = 11

// Properties of lexicon entries; src/tokenize/english.ts has the same table.
export const ABBREVIATION: u32 = 7 // bits 0-2: how a final period is decided
export const FIRST_CUT: u32 = 3 // bits 3-6: units before the first cut of a contraction
export const SECOND_CUT: u32 = 7 // bits 7-10: units before the second cut
export const PLAIN_CUT: u32 = 1 << 11 // the second part is a word of its own ("alot")
export const PREFIX: u32 = 1 << 12
export const SUFFIX: u32 = 1 << 13
export const UNIT: u32 = 1 << 14
export const TOP_LEVEL: u32 = 1 << 15
export const WEAK_TOP_LEVEL: u32 = 1 << 16
export const GROUP: u32 = 1 << 17
export const ELISION: u32 = 1 << 18
export const AFTER_ITS: u32 = 1 << 19
export const CURRENCY: u32 = 1 << 20
export const BANG: u32 = 1 << 21
export const WHOLE: u32 = 1 << 22
export const CLITIC: u32 = 1 << 23
export const EMOTICON: u32 = 1 << 24
export const ORDINAL: u32 = 1 << 25
export const ITS: u32 = 1 << 26
export const YOUR: u32 = 1 << 27
export const PRONOUN: u32 = ITS | YOUR
export const AFTER_YOUR: u32 = 1 << 28

// The unit at p, or -1 at the end of the chunk.
export function unitAt(x: Context, p: usize): i32 {
  return p < x.stop ? load<u16>(p) : -1
}

// Class of the character at p, which must lie below `stop`; an astral one is read as a whole.
export function classIn(x: Context, p: usize, stop: usize): u32 {
  const unit: u32 = load<u16>(p)
  if ((unit & 0xfc00) === 0xd800 && p + 2 < stop) {
    const low: u32 = load<u16>(p, 2)
    if ((low & 0xfc00) === 0xdc00) return astralClass(x, ((unit - 0xd800) << 10) + low - 0xdc00 + 0x10000)
  }
  return load<u8>(x.classes + unit)
}

function astralClass(x: Context, point: u32): u32 {
  if (point < 0x20000) return load<u8>(x.classes + point)
  if (point < 0x40000) return IDEOGRAPH
  return point >= 0xe0000 && point < 0xe1000 ? MARK : OTHER
}

// Class of the character at p; SPACE at the end of the chunk.
export function classAt(x: Context, p: usize): u32 {
  return p < x.stop ? classIn(x, p, x.stop) : SPACE
}

// Bytes of the character at p: 4 for a whole surrogate pair, else 2.
export function widthAt(x: Context, p: usize): usize {
  if (((load<u16>(p) as u32) & 0xfc00) !== 0xd800 || p + 2 >= x.stop) return 2
  return (load<u16>(p, 2) & 0xfc00) === 0xdc00 ? 4 : 2
}

// Whether a letter, digit or mark stands directly before p in the chunk (the unit alone is looked at).
export function afterAlnum(x: Context, p: usize): bool {
  return p > x.chunk && load<u8>(x.classes + load<u16>(p - 2)) < SPACE
}

// After the run of ASCII letters at p, eight units a step, not beyond `reach`; reads up to 14 bytes further.
export function skipAsciiLetters(p: usize, reach: usize): usize {
  while (p < reach) {
    const lower = v128.or(v128.load(p), i16x8.splat(0x20))
    // Unsigned "< 26" as a signed comparison: both sides are moved by 0x8000.
    const letters = i16x8.lt_s(i16x8.sub(lower, i16x8.splat(-0x7f9f)), i16x8.splat(-0x7fe6))
    const length: usize = ctz(~i16x8.bitmask(letters))
    p += length << 1
    if (length < 8) break
  }
  return min(p, reach)
}

// Where `unit` stands in [p, stop), or a place at or behind stop; eight units a step, as above.
export function findUnit(p: usize, stop: usize, unit: i32): usize {
  const wanted = i16x8.splat(unit as i16)
  while (p < stop) {
    const found: u32 = i16x8.bitmask(i16x8.eq(v128.load(p), wanted))
    if (found !== 0) return p + ((ctz(found) as usize) << 1)
    p += 16
  }
  return p
}

// Where the white space behind p begins, not beyond `reach`; eight units a step, as above.
export function findSpace(classes: usize, p: usize, reach: usize): usize {
  while (p < reach) {
    const units = v128.load(p)
    const low = i16x8.lt_s(units, i16x8.splat(0x21))
    const high = i16x8.gt_s(units, i16x8.splat(0x7f))
    // Candidates: controls, the space and all that is not ASCII (from 0x8000 on: negative).
    let found: u32 = i16x8.bitmask(v128.or(low, high))
    while (found !== 0) {
      const at = p + ((ctz(found) as usize) << 1)
      if (at >= reach) return reach
      if (load<u8>(classes + load<u16>(at)) === SPACE) return at
      found &= found - 1
    }
    p += 16
  }
  return reach
}

export function skipAlnum(x: Context, p: usize): usize {
  const stop = x.stop
  p = skipAsciiLetters(p, stop)
  while (p < stop && classIn(x, p, stop) < SPACE) p += widthAt(x, p)
  return p
}

export function skipLetters(x: Context, p: usize): usize {
  const stop = x.stop
  p = skipAsciiLetters(p, stop)
  while (p < stop && classIn(x, p, stop) < DIGIT) p += widthAt(x, p)
  return p
}

// After the digits at p, with marks that follow the first one.
export function skipDigits(x: Context, p: usize): usize {
  const from = p
  while (p < x.stop && (load<u16>(p) as u32) - 0x30 < 10) p += 2
  while (p < x.stop) {
    const k = classIn(x, p, x.stop)
    if (k !== DIGIT && (k !== MARK || p === from)) break
    p += widthAt(x, p)
  }
  return p
}

export function skipMarks(x: Context, p: usize): usize {
  while (p < x.stop && classIn(x, p, x.stop) === MARK) p += widthAt(x, p)
  return p
}

// After the run of `unit` at p.
export function skipUnit(x: Context, p: usize, unit: i32): usize {
  while (p < x.stop && load<u16>(p) === unit) p += 2
  return p
}

// ' ` and their curly and other forms
export function isApostrophe(c: i32): bool {
  if (c < 0x80) return c === 0x27 || c === 0x60
  return c === 0x2019 || c === 0x2018 || c === 0xb4 || c === 0x2bc
}

export function emit(x: Context, from: usize, to: usize, kind: u32): void {
  const i: usize = x.count
  store<u32>(x.start + (i << 2), x.base + (((from - x.text) >> 1) as i32))
  store<u32>(x.end + (i << 2), x.base + (((to - x.text) >> 1) as i32))
  store<u8>(x.kind + i, kind)
  x.count = (i as i32) + 1
}

// Properties of the lower-cased units [from, to); 0 for what the lexicon lacks. Reads 32 bytes from `from`.
export function lookup(x: Context, from: usize, to: usize): u32 {
  const length = (to - from) >> 1
  if (length === 0 || length > 16) return 0
  const first = v128.load(from)
  const second = v128.load(from, 16)
  const inside = i8x16.lt_u(
    i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    i8x16.splat(length as i8),
  )
  const foreign = i8x16.narrow_i16x8_s(isForeign(first), isForeign(second))
  if (v128.any_true(v128.and(foreign, inside))) return 0
  const letters = v128.and(i8x16.narrow_i16x8_u(first, second), inside)
  const upper = i8x16.lt_u(i8x16.sub(letters, i8x16.splat(0x41)), i8x16.splat(26))
  const key = v128.or(letters, v128.and(upper, i8x16.splat(0x20)))
  const low: u64 = i64x2.extract_lane(key, 0)
  const high: u64 = i64x2.extract_lane(key, 1)
  let hash: u32 = (low as u32) ^ (((low >> 32) as u32) * 0x9e3779b1)
  hash ^= ((high as u32) * 0x85ebca77) ^ (((high >> 32) as u32) * 0xc2b2ae3d)
  hash *= 0x27d4eb2f
  let i = (hash ^ (hash >> 15)) & x.mask
  while (true) {
    const slot = x.lexicon + (i as usize) * 24
    const properties = load<u32>(slot, 16)
    if (properties === 0) return 0
    if (load<u64>(slot) === low && load<u64>(slot, 8) === high) return properties
    i = (i + 1) & x.mask
  }
}

// All ones in the lanes whose unit is not ASCII, or is 0: keys are padded with zeros, so ":)" and a NUL would be ":)".
function isForeign(units: v128): v128 {
  const zero = i16x8.splat(0)
  return v128.or(i16x8.ne(v128.and(units, i16x8.splat(-128)), zero), i16x8.eq(units, zero))
}
