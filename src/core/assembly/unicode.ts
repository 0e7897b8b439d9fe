// What a code point is: its class of ./unicode-tables.ts, and through it the properties that kernels ask for.
// Below 0x600 (Latin, Greek, Cyrillic, Hebrew, Arabic) one load; above, the runs of its row of 256 code points
// are searched by halves, at most eight steps and mostly none (Han, Hangul, Kana rows hold one to a few runs).
// Source: The Unicode Standard, UAX #44 (Unicode Character Database).
import {
  CLASSES,
  FACTS,
  GB_LVT,
  HOT,
  HOT_LIMIT,
  PAGE_LIMIT,
  PAGES,
  ROW_IGNORABLE,
  ROW_PLANE_END,
  ROW_PRIVATE,
  ROW_TAGS,
  ROW_UNASSIGNED,
  ROW_VARIATIONS,
  ROWS,
  STARTS,
} from './unicode-tables'

// Bits of the flags.
export const WHITE_SPACE: u32 = 1
export const PICTOGRAPHIC: u32 = 2
export const WIDE: u32 = 4
export const CONJUNCT_SHIFT: u32 = 3
export const CONJUNCT_LINKER: u32 = 1
export const CONJUNCT_CONSONANT: u32 = 2
export const CONJUNCT_EXTEND: u32 = 3

// Grapheme_Cluster_Break of Hangul syllables without a final consonant; in the tables they are LVT.
export const GB_LV: u32 = 13

function tail(page: u32): u32 {
  if (page >= 0xf00) return (page & 0xff) === 0xff ? ROW_PLANE_END : ROW_PRIVATE
  if (page < 0xe00 || page > 0xe0f) return ROW_UNASSIGNED
  return page === 0xe00 ? ROW_TAGS : page === 0xe01 ? ROW_VARIATIONS : ROW_IGNORABLE
}

function rareClass(point: u32): u32 {
  const page = point >> 8
  const row = page < PAGE_LIMIT ? <u32>load<u8>(PAGES + page) : tail(page)
  let low = <u32>load<u16>(ROWS + (row << 1))
  let high = <u32>load<u16>(ROWS + (row << 1), 2)
  const byte = point & 0xff
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (<u32>load<u8>(STARTS + middle) <= byte) low = middle
    else high = middle
  }
  return load<u8>(CLASSES + low)
}

// Address of the four bytes that say what the code point is: Word_Break, Grapheme_Cluster_Break,
// General_Category, flags.
export function factsOf(point: u32): usize {
  return FACTS + ((point < HOT_LIMIT ? <u32>load<u8>(HOT + point) : rareClass(point)) << 2)
}

export function wordBreak(facts: usize): u32 {
  return load<u8>(facts)
}

export function graphemeBreak(facts: usize, point: u32): u32 {
  const value = <u32>load<u8>(facts, 1)
  return value === GB_LVT && (point - 0xac00) % 28 === 0 ? GB_LV : value
}

export function generalCategory(facts: usize): u32 {
  return load<u8>(facts, 2)
}

export function flags(facts: usize): u32 {
  return load<u8>(facts, 3)
}

// The code point at `at`, which lies below `end`; a lone surrogate stands for itself.
export function pointAt(at: usize, end: usize): u32 {
  const unit = <u32>load<u16>(at)
  if ((unit & 0xfc00) === 0xd800 && at + 2 < end) {
    const next = <u32>load<u16>(at, 2)
    if ((next & 0xfc00) === 0xdc00) return 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff)
  }
  return unit
}

// Kernel: the four bytes of a code point in one number, for TypeScript; see src/text/unicode.ts.
export function unicodeFacts(point: u32): i32 {
  const facts = factsOf(point)
  return (
    wordBreak(facts) |
    (graphemeBreak(facts, point) << 8) |
    (generalCategory(facts) << 16) |
    (flags(facts) << 24)
  )
}
