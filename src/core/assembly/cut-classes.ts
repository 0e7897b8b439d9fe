// Classes of characters for the trained tokenizer: what a place between two characters looks like at first sight.
//
// 0 white space, 1 the second half of a surrogate pair, 2 to 11 letters by case and by scripts that are written
// without spaces, then marks, numbers, punctuation and symbols by General_Category, a few marks of their own, and from
// 32 on each of the 32 marks of ASCII.
import { factsOf, flags, generalCategory, PICTOGRAPHIC, WHITE_SPACE } from './unicode'

export const SPACE: u32 = 0
export const HALF: u32 = 1
const UPPER: u32 = 2
const LOWER: u32 = 3
const LETTER: u32 = 4
const HAN: u32 = 5
const HIRAGANA: u32 = 6
const KATAKANA: u32 = 7
const HANGUL: u32 = 8
const SOUTHEAST: u32 = 9 // Thai, Lao, Burmese, Khmer
const MARK: u32 = 10
const DIGIT: u32 = 11
const NUMBER: u32 = 12
const PUNCTUATION: u32 = 13 // to 19: Pd Ps Pe Pi Pf Po Pc
const SYMBOL: u32 = 20 // to 23: Sm Sc Sk So
const EMOJI: u32 = 24
const OTHER: u32 = 25
const RIGHT_SINGLE: u32 = 26
const LEFT_SINGLE: u32 = 27
const ELLIPSIS: u32 = 28
const EN_DASH: u32 = 29
const EM_DASH: u32 = 30
const ASCII: u32 = 32

function letterClass(point: u32): u32 {
  if (point >= 0x0e00 && point < 0x0f00) return SOUTHEAST
  if ((point >= 0x1000 && point < 0x10a0) || (point >= 0x1780 && point < 0x1800)) return SOUTHEAST
  if (point < 0x3040) return LETTER
  if (point < 0x30a0) return HIRAGANA
  if (point < 0x3100) return KATAKANA
  if (point >= 0x3400 && point < 0xa000) return HAN
  if (point >= 0xac00 && point < 0xd7b0) return HANGUL
  return (point >= 0xf900 && point < 0xfb00) || (point >= 0x20000 && point < 0x32000) ? HAN : LETTER
}

function punctuationClass(point: u32, category: u32): u32 {
  if (point === 0x2019) return RIGHT_SINGLE
  if (point === 0x2018) return LEFT_SINGLE
  if (point === 0x2026) return ELLIPSIS
  if (point === 0x2013) return EN_DASH
  if (point === 0x2014) return EM_DASH
  return category === 16 ? PUNCTUATION + 6 : PUNCTUATION + category - 17 // Pc is the first of them in the tables
}

/** The class of a code point that is no white space of ASCII. */
function classOf(point: u32): u32 {
  if (point < 0x80) {
    if (point >= 0x61 && point <= 0x7a) return LOWER
    if (point >= 0x41 && point <= 0x5a) return UPPER
    if (point >= 0x30 && point <= 0x39) return DIGIT
    if (point >= 0x21 && point <= 0x2f) return ASCII + point - 0x21
    if (point >= 0x3a && point <= 0x40) return ASCII + 15 + point - 0x3a
    if (point >= 0x5b && point <= 0x60) return ASCII + 22 + point - 0x5b
    if (point >= 0x7b && point <= 0x7e) return ASCII + 28 + point - 0x7b
  }
  const facts = factsOf(point)
  if ((flags(facts) & WHITE_SPACE) !== 0) return SPACE
  if ((flags(facts) & PICTOGRAPHIC) !== 0) return EMOJI
  const category = generalCategory(facts)
  if (category >= 23) return category <= 26 ? SYMBOL + category - 23 : OTHER // Sm Sc Sk So
  if (category >= 16) return punctuationClass(point, category)
  if (category >= 14) return NUMBER // Nl No
  if (category === 13) return DIGIT
  if (category >= 10) return MARK // Mn Mc Me
  if (category === 5 || category === 6) return UPPER
  if (category === 7) return LOWER
  if (category === 8 || category === 9) return letterClass(point)
  return point === 0x200d ? MARK : OTHER
}

/** Writes the class of every unit; a surrogate pair has its class in the first unit and HALF in the second. */
export function cutClasses(units: usize, length: i32, classes: usize): i32 {
  for (let i = 0; i < length; i++) {
    const unit = <u32>load<u16>(units + ((<usize>i) << 1))
    if ((unit & 0xfc00) === 0xd800 && i + 1 < length) {
      const next = <u32>load<u16>(units + ((<usize>i) << 1), 2)
      if ((next & 0xfc00) === 0xdc00) {
        const point = 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff)
        store<u8>(classes + <usize>i, <u8>classOf(point))
        store<u8>(classes + <usize>i, <u8>HALF, 1)
        i++
        continue
      }
    }
    store<u8>(classes + <usize>i, <u8>classOf(unit))
  }
  return length
}
