// Character classes as the regular expressions of published subword tokenizers name them: \p{L}, \p{N}, \s, \w
// and the two letter classes of the o200k pattern, as bits. A caller's table holds the bits of every code point
// below its limit (filled once by `subwordClasses`); what lies above is asked from the Unicode tables.
// Source: UTS #18, annex C (compatibility properties) for \w and \s.
import { factsOf, flags, generalCategory, WHITE_SPACE } from './unicode'
import {
  GC_LL,
  GC_LM,
  GC_LO,
  GC_LT,
  GC_LU,
  GC_ME,
  GC_MN,
  GC_ND,
  GC_NL,
  GC_NO,
  GC_PC,
  GC_PO,
} from './unicode-tables'

export const LETTER: u32 = 1
export const NUMBER: u32 = 2
export const SPACE: u32 = 4
export const PUNCTUATION: u32 = 8 // P and the ASCII symbols, as BERT has it
export const UPPERISH: u32 = 16 // Lu Lt Lm Lo M
export const LOWERISH: u32 = 32 // Ll Lm Lo M
export const WORD: u32 = 64 // \w
export const BREAK: u32 = 128 // \r \n

// Code points that the table covers: the basic plane.
export const CLASS_TABLE: u32 = 0x10000

function asciiSymbol(point: u32): bool {
  return (
    (point >= 0x21 && point <= 0x2f) ||
    (point >= 0x3a && point <= 0x40) ||
    (point >= 0x5b && point <= 0x60) ||
    (point >= 0x7b && point <= 0x7e)
  )
}

// Alphabetic beyond L and Nl: circled and squared letters; joiners belong to \w as well.
function otherWord(point: u32): bool {
  return (
    (point >= 0x24b6 && point <= 0x24e9) ||
    (point >= 0x1f130 && point <= 0x1f149) ||
    (point >= 0x1f150 && point <= 0x1f169) ||
    (point >= 0x1f170 && point <= 0x1f189) ||
    point === 0x200c ||
    point === 0x200d
  )
}

function askClasses(point: u32): u32 {
  const facts = factsOf(point)
  const category = generalCategory(facts)
  let bits: u32 = 0
  if (category >= GC_LU && category <= GC_LO) bits |= LETTER | WORD
  if (category >= GC_ND && category <= GC_NO) bits |= NUMBER
  const mark = category >= GC_MN && category <= GC_ME
  if (mark || category === GC_ND || category === GC_NL || category === GC_PC) bits |= WORD
  if (category >= GC_PC && category <= GC_PO) bits |= PUNCTUATION
  if (mark || category === GC_LM || category === GC_LO) bits |= UPPERISH | LOWERISH
  if (category === GC_LU || category === GC_LT) bits |= UPPERISH
  if (category === GC_LL) bits |= LOWERISH
  if (flags(facts) & WHITE_SPACE) bits |= SPACE
  if (asciiSymbol(point)) bits |= PUNCTUATION
  if (otherWord(point)) bits |= WORD
  if (point === 0x0a || point === 0x0d) bits |= BREAK
  return bits
}

// The class bits of one code point.
export function classesOf(table: usize, point: u32): u32 {
  return point < CLASS_TABLE ? <u32>load<u8>(table + point) : askClasses(point)
}

// Kernel: fills `table`, one byte a code point of the basic plane.
export function subwordClasses(table: usize): i32 {
  for (let point: u32 = 0; point < CLASS_TABLE; point++) store<u8>(table + point, <u8>askClasses(point))
  return <i32>CLASS_TABLE
}
