// What the parts of the Unicode tokenizer share: the context block, the word lists of a language, its habits,
// kinds, and the writing of tokens.
//
// TypeScript (src/tokenize/unicode.ts) fills the block. Positions are UTF-16 units from the start of the window.
// Word lists are one open-addressing hash: slots of 8 bytes (FNV-1a hash of the folded word; offset << 16 |
// length << 8 | lists) into a pool of units. A word is folded by a table of two units for each below 0x600:
// lower case, decomposed. Longer stretches than LONGEST are in no list, which keeps the work linear.
import {
  factsOf,
  flags,
  generalCategory,
  graphemeBreak,
  PICTOGRAPHIC,
  pointAt,
  WIDE,
  wordBreak,
} from './unicode'
import {
  GB_REGIONALINDICATOR,
  GC_LO,
  GC_LU,
  GC_MC,
  GC_ME,
  GC_MN,
  GC_ND,
  GC_NO,
  GC_PC,
  GC_PO,
  GC_SM,
  GC_SO,
  WB_EXTEND,
  WB_ZWJ,
} from './unicode-tables'

@unmanaged
export class Segments {
  text: usize // units of the window
  units: u32 // length of the window
  final: u32 // 1: the text ends with the window
  base: u32 // offset of the window in the text
  fold: usize // u16 pairs for each unit below 0x600
  slots: usize // word lists
  mask: u32 // number of slots - 1
  pool: usize // units of the words
  lists: u32 // which lists have words
  habits: u32 // one bit each, in the order of HABITS in src/tokenize/lang/rules.ts
  state: usize // 32 bytes for wordBoundaries
  bounds: usize // u32, units + 2 of them: where the segments of a piece begin, and its end
  kinds: usize // u8 a segment
  start: usize // out: u32 a token
  end: usize // out: u32 a token
  kind: usize // out: u8 a token
  consumed: u32 // out: units that are done with
  count: u32 // tokens written
  segments: u32 // segments of the piece
  group: u32 // number + 1 of the token that is digits in groups
  buffer: usize // u16, 2 * LONGEST of them
  mailFrom: u32 // no e-mail address begins before this
  addressStart: u32 // the address that was found
  addressEnd: u32
  addressKind: u32
}

export const LONGEST: u32 = 48
export const NO_MARK: u32 = 0xffffffff

export const ABBREVIATIONS: u32 = 1
export const ELISIONS: u32 = 2
export const ENCLITICS: u32 = 4
export const WHOLE: u32 = 8
export const UNITS: u32 = 16

export const DIGIT_GROUPS: u32 = 1
export const DECADES: u32 = 2
export const SLASHES: u32 = 4
export const OPTIONAL_ENDINGS: u32 = 8
export const SPLIT_HYPHENS: u32 = 16
export const SPLIT_RANGES: u32 = 32
export const SPLIT_INITIALS: u32 = 64
export const IDEOGRAPHS: u32 = 128
export const TILDES: u32 = 256
export const QUOTES: u32 = 512
export const BRACKETS: u32 = 1024
export const EMOJIS: u32 = 2048
export const ELLIPSES: u32 = 4096

// Kinds, as in src/text/token-kind.ts.
export const WORD: u32 = 0
export const NUMBER: u32 = 2
export const PUNCTUATION: u32 = 3
export const SYMBOL: u32 = 4
export const URL: u32 = 5
export const EMAIL: u32 = 6
export const MENTION: u32 = 7
export const HASHTAG: u32 = 8
export const EMOTICON: u32 = 9
export const EMOJI: u32 = 10
export const OTHER: u32 = 11

export function unitAt(c: Segments, at: u32): u32 {
  return load<u16>(c.text + ((<usize>at) << 1))
}

export function pointOf(c: Segments, at: u32): u32 {
  return pointAt(c.text + ((<usize>at) << 1), c.text + ((<usize>c.units) << 1))
}

export function isLetterCategory(category: u32): bool {
  return category >= GC_LU && category <= GC_LO
}

export function isMarkCategory(category: u32): bool {
  return category === GC_MN || category === GC_MC || category === GC_ME
}

// Letters, marks and numbers: their categories lie in a row.
export function isWordPoint(point: u32): bool {
  const category = generalCategory(factsOf(point))
  return category >= GC_LU && category <= GC_NO
}

// The same and joiners: nothing that ends before them ends a word.
export function continuesWord(point: u32): bool {
  if (isWordPoint(point)) return true
  const facts = factsOf(point)
  const c = wordBreak(facts)
  return c === WB_EXTEND || c === WB_ZWJ
}

// Whether what stands at `at` belongs to the character before it.
export function isAttached(c: Segments, at: u32): bool {
  const facts = factsOf(pointOf(c, at))
  if (isMarkCategory(generalCategory(facts))) return true
  const value = wordBreak(facts)
  return value === WB_EXTEND || value === WB_ZWJ
}

// The kind of what stands between two positions.
export function kindOf(c: Segments, from: u32, to: u32): u32 {
  let number = false
  let emoji = false
  let letter = false
  let first: u32 = 0
  let at = from
  while (at < to) {
    const point = pointOf(c, at)
    const facts = factsOf(point)
    const category = generalCategory(facts)
    const size: u32 = point > 0xffff ? 2 : 1
    if (at === from) {
      first = category
      if (at + size < to && graphemeBreak(facts, point) === GB_REGIONALINDICATOR) return EMOJI
    }
    at += size
    if (point === 0x20e3) return EMOJI
    if (isLetterCategory(category)) letter = true
    else if (category >= GC_ND && category <= GC_NO) number = true
    const flag = flags(facts)
    if ((flag & PICTOGRAPHIC) !== 0 && ((flag & WIDE) !== 0 || (at < to && unitAt(c, at) === 0xfe0f)))
      emoji = true
  }
  if (letter) return WORD
  if (number) return NUMBER
  if (emoji) return EMOJI
  if (first >= GC_PC && first <= GC_PO) return PUNCTUATION
  return first >= GC_SM && first <= GC_SO ? SYMBOL : OTHER
}

export function push(c: Segments, from: u32, to: u32, kind: u32): void {
  const i = <usize>c.count
  store<u32>(c.start + (i << 2), c.base + from)
  store<u32>(c.end + (i << 2), c.base + to)
  store<u8>(c.kind + i, kind)
  c.count++
}

// Segment i of the piece: where it begins; its only unit, or NO_MARK; its kind.
export function segmentStart(c: Segments, i: u32): u32 {
  return load<u32>(c.bounds + ((<usize>i) << 2))
}

export function segmentMark(c: Segments, i: u32): u32 {
  if (i >= c.segments) return NO_MARK
  const from = segmentStart(c, i)
  return segmentStart(c, i + 1) - from === 1 ? unitAt(c, from) : NO_MARK
}

export function segmentKind(c: Segments, i: u32): u32 {
  return i < c.segments ? <u32>load<u8>(c.kinds + i) : NO_MARK
}

export function isWordlike(c: Segments, i: u32): bool {
  const kind = segmentKind(c, i)
  return kind === WORD || kind === NUMBER
}

export function isHyphen(unit: u32): bool {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

export function isApostrophe(unit: u32): bool {
  return unit === 0x27 || unit === 0x2019
}

export function isDigit(unit: u32): bool {
  return unit - 0x30 < 10
}

// Whether the folded stretch is in one of the lists.
export function isListed(c: Segments, lists: u32, from: u32, to: u32): bool {
  if ((c.lists & lists) === 0 || to - from > LONGEST || from === to) return false
  let length: u32 = 0
  let hash: u32 = 0x811c9dc5
  for (let at = from; at < to; at++) {
    let unit = unitAt(c, at)
    let more: u32 = 0
    if (unit === 0x2019) unit = 0x27
    else if (unit < 0x600) {
      const pair = load<u32>(c.fold + ((<usize>unit) << 2))
      unit = pair & 0xffff
      more = pair >> 16
    }
    store<u16>(c.buffer + ((<usize>length) << 1), unit)
    hash = (hash ^ unit) * 0x01000193
    length++
    if (more !== 0) {
      store<u16>(c.buffer + ((<usize>length) << 1), more)
      hash = (hash ^ more) * 0x01000193
      length++
    }
  }
  let slot = (hash ^ (hash >> 15)) & c.mask
  let entry = load<u32>(c.slots + ((<usize>slot) << 3), 4)
  while (entry !== 0) {
    if (load<u32>(c.slots + ((<usize>slot) << 3)) === hash && ((entry >> 8) & 0xff) === length) {
      if (memory.compare(c.pool + ((<usize>(entry >> 16)) << 1), c.buffer, (<usize>length) << 1) === 0)
        return (entry & lists) !== 0
    }
    slot = (slot + 1) & c.mask
    entry = load<u32>(c.slots + ((<usize>slot) << 3), 4)
  }
  return false
}

export function hasHabit(c: Segments, habit: u32): bool {
  return (c.habits & habit) !== 0
}

// One letter with its marks and nothing else; `upper`: a capital.
export function isLoneLetter(c: Segments, from: u32, to: u32, upper: bool): bool {
  if (from >= to || to - from > LONGEST) return false
  let point = pointOf(c, from)
  const category = generalCategory(factsOf(point))
  if (upper ? category !== GC_LU : !isLetterCategory(category)) return false
  for (let at = from + (point > 0xffff ? 2 : 1); at < to; at += point > 0xffff ? 2 : 1) {
    point = pointOf(c, at)
    if (!isMarkCategory(generalCategory(factsOf(point)))) return false
  }
  return true
}
