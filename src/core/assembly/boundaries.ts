// Default boundaries of UAX #29: words (rules WB1 to WB999) and grapheme clusters (GB1 to GB999), in one pass
// and without looking ahead. A boundary that waits for the next letter (before the apostrophe of "can't" or the
// comma of "1,5") is remembered in the state, and written when it is known. The state lies in memory (8 words of
// 32 bits, zero at the start of a text), so a text can come in any pieces that do not cut a surrogate pair.
// Source: Unicode Standard Annex #29, revision 41 and (for rule GB9c) revision 43.
import { CAPACITY } from './codes'
import {
  CONJUNCT_CONSONANT,
  CONJUNCT_LINKER,
  CONJUNCT_SHIFT,
  factsOf,
  flags,
  GB_LV,
  graphemeBreak,
  PICTOGRAPHIC,
  pointAt,
  wordBreak,
} from './unicode'
import {
  GB_CONTROL,
  GB_CR,
  GB_EXTEND,
  GB_L,
  GB_LF,
  GB_LVT,
  GB_PREPEND,
  GB_REGIONALINDICATOR,
  GB_SPACINGMARK,
  GB_T,
  GB_V,
  GB_ZWJ,
  WB_ALETTER,
  WB_CR,
  WB_DOUBLEQUOTE,
  WB_EXTEND,
  WB_EXTENDNUMLET,
  WB_FORMAT,
  WB_HEBREWLETTER,
  WB_KATAKANA,
  WB_LF,
  WB_MIDLETTER,
  WB_MIDNUM,
  WB_MIDNUMLET,
  WB_NEWLINE,
  WB_NUMERIC,
  WB_REGIONALINDICATOR,
  WB_SINGLEQUOTE,
  WB_WSEGSPACE,
  WB_ZWJ,
} from './unicode-tables'

// Words of the state: class + 1 of the character before, class + 1 of the last one that WB4 does not skip, what
// waits, where it waits, and whether an odd number of regional indicators lies behind.
const BEFORE: usize = 0
const LAST: usize = 4
const WAITS: usize = 8
const WAITS_AT: usize = 12
const ODD: usize = 16

// What waits for the next character: nothing; a mid-word mark after a letter, a double quote after a Hebrew
// letter, a mid-number mark after a digit, and an apostrophe after a Hebrew letter (no boundary before it in
// any case, none behind it if a letter follows).
const NOTHING: u32 = 0
const LETTER: u32 = 1
const HEBREW: u32 = 2
const DIGIT: u32 = 3
const APOSTROPHE: u32 = 4

function isLetter(c: u32): bool {
  return c === WB_ALETTER || c === WB_HEBREWLETTER
}

function isNewline(c: u32): bool {
  return c === WB_CR || c === WB_LF || c === WB_NEWLINE
}

function isSkipped(c: u32): bool {
  return c === WB_EXTEND || c === WB_FORMAT || c === WB_ZWJ
}

// What a character starts waiting for after `last`, the character that it follows.
export function waitsFor(last: u32, c: u32): u32 {
  if (isLetter(last)) {
    if (c === WB_SINGLEQUOTE) return last === WB_HEBREWLETTER ? APOSTROPHE : LETTER
    if (c === WB_MIDLETTER || c === WB_MIDNUMLET) return LETTER
    if (c === WB_DOUBLEQUOTE && last === WB_HEBREWLETTER) return HEBREW
  } else if (last === WB_NUMERIC && (c === WB_MIDNUM || c === WB_MIDNUMLET || c === WB_SINGLEQUOTE))
    return DIGIT
  return NOTHING
}

// Whether `c` is what was waited for.
export function satisfies(waits: u32, c: u32): bool {
  if (waits === LETTER || waits === APOSTROPHE) return isLetter(c)
  if (waits === HEBREW) return c === WB_HEBREWLETTER
  return waits === DIGIT && c === WB_NUMERIC
}

// Rules WB5 to WB13b for two neighbours: whether they hold together.
export function joins(last: u32, c: u32): bool {
  if (isLetter(last)) return isLetter(c) || c === WB_NUMERIC || c === WB_EXTENDNUMLET
  if (last === WB_NUMERIC) return c === WB_NUMERIC || isLetter(c) || c === WB_EXTENDNUMLET
  if (last === WB_KATAKANA) return c === WB_KATAKANA || c === WB_EXTENDNUMLET
  if (last === WB_EXTENDNUMLET)
    return isLetter(c) || c === WB_NUMERIC || c === WB_KATAKANA || c === WB_EXTENDNUMLET
  return false
}

// Kernel: boundaries of words in the `length` units at `text`, which lie `base` units into the whole text, to
// `out`. Written boundaries may lie before `base`, never out of order. Gives their number. After the last piece
// one call with length 0 writes what still waits.
export function wordBoundaries(
  text: usize,
  length: u32,
  base: u32,
  state: usize,
  out: usize,
  capacity: u32,
): i32 {
  if (capacity < length + 2) return CAPACITY
  let before = load<u32>(state, BEFORE)
  let last = load<u32>(state, LAST)
  let waits = load<u32>(state, WAITS)
  let waitsAt = load<u32>(state, WAITS_AT)
  let odd = load<u32>(state, ODD)
  const end = text + ((<usize>length) << 1)
  let written = out
  if (length === 0 && waits !== NOTHING && waits !== APOSTROPHE) {
    store<u32>(written, waitsAt)
    written += 4
    waits = NOTHING
  }
  for (let at = text; at < end; ) {
    const point = pointAt(at, end)
    const facts = factsOf(point)
    const c = wordBreak(facts)
    const position = base + <u32>((at - text) >> 1)
    at += point > 0xffff ? 4 : 2
    let divides = true
    if (before === 0) {
      last = c + 1
    } else {
      const previous = before - 1
      if (isNewline(previous) || !isSkipped(c)) {
        let satisfied = false
        if (waits !== NOTHING) {
          satisfied = satisfies(waits, c)
          if (!satisfied && waits !== APOSTROPHE) {
            store<u32>(written, waitsAt)
            written += 4
          }
          waits = NOTHING
        }
        if (isNewline(previous)) {
          divides = !(previous === WB_CR && c === WB_LF)
          odd = 0
        } else if (satisfied) {
          divides = false
        } else if (isNewline(c)) {
          divides = true
        } else if (
          (previous === WB_ZWJ && (flags(facts) & PICTOGRAPHIC) !== 0) ||
          (previous === WB_WSEGSPACE && c === WB_WSEGSPACE)
        ) {
          divides = false
        } else if (c === WB_REGIONALINDICATOR && last - 1 === WB_REGIONALINDICATOR) {
          divides = odd === 0
        } else {
          waits = waitsFor(last - 1, c)
          waitsAt = position
          divides = waits === NOTHING && !joins(last - 1, c)
        }
        last = c + 1
      } else {
        divides = false
      }
    }
    if (c === WB_REGIONALINDICATOR) odd ^= 1
    else if (last - 1 !== WB_REGIONALINDICATOR) odd = 0
    before = c + 1
    if (divides) {
      store<u32>(written, position)
      written += 4
    }
  }
  store<u32>(state, before, BEFORE)
  store<u32>(state, last, LAST)
  store<u32>(state, waits, WAITS)
  store<u32>(state, waitsAt, WAITS_AT)
  store<u32>(state, odd, ODD)
  return <i32>((written - out) >> 2)
}

// What a grapheme cluster may go on with, in the word LAST: an emoji that a ZWJ may extend, that emoji and its
// ZWJ, a consonant of an Indic conjunct, and that consonant with a linker.
const EMOJI: u32 = 1
const EMOJI_ZWJ: u32 = 2
const CONSONANT: u32 = 3
const LINKED: u32 = 4

// Rules GB6 to GB9b for two neighbours neither of which is a control: whether they hold together.
function clusters(previous: u32, c: u32): bool {
  if (c === GB_EXTEND || c === GB_ZWJ || c === GB_SPACINGMARK || previous === GB_PREPEND) return true
  if (previous === GB_L) return c === GB_L || c === GB_V || c === GB_LV || c === GB_LVT
  if (previous === GB_V || previous === GB_LV) return c === GB_V || c === GB_T
  return (previous === GB_T || previous === GB_LVT) && c === GB_T
}

function isControl(c: u32): bool {
  return c === GB_CR || c === GB_LF || c === GB_CONTROL
}

// Kernel: boundaries of grapheme clusters; arguments as those of wordBoundaries.
export function graphemeBoundaries(
  text: usize,
  length: u32,
  base: u32,
  state: usize,
  out: usize,
  capacity: u32,
): i32 {
  if (capacity < length + 2) return CAPACITY
  let before = load<u32>(state, BEFORE)
  let may = load<u32>(state, LAST)
  let odd = load<u32>(state, ODD)
  const end = text + ((<usize>length) << 1)
  let written = out
  for (let at = text; at < end; ) {
    const point = pointAt(at, end)
    const facts = factsOf(point)
    const c = graphemeBreak(facts, point)
    const flag = flags(facts)
    const conjunct = flag >> CONJUNCT_SHIFT
    let divides = true
    if (before !== 0) {
      const previous = before - 1
      if (previous === GB_CR && c === GB_LF) divides = false
      else if (isControl(previous) || isControl(c)) divides = true
      else if (clusters(previous, c)) divides = false
      else if (may === EMOJI_ZWJ && (flag & PICTOGRAPHIC) !== 0) divides = false
      else if (may === LINKED && conjunct === CONJUNCT_CONSONANT) divides = false
      else if (previous === GB_REGIONALINDICATOR && c === GB_REGIONALINDICATOR) divides = odd === 0
    }
    if ((flag & PICTOGRAPHIC) !== 0) may = EMOJI
    else if (conjunct === CONJUNCT_CONSONANT) may = CONSONANT
    else if (may === EMOJI || may === EMOJI_ZWJ) {
      may = may === EMOJI && c === GB_ZWJ ? EMOJI_ZWJ : may === EMOJI && c === GB_EXTEND ? EMOJI : NOTHING
    } else if (may !== NOTHING) {
      if (conjunct === CONJUNCT_LINKER) may = LINKED
      else if (conjunct === 0) may = NOTHING
    }
    odd = c === GB_REGIONALINDICATOR ? odd ^ 1 : 0
    before = c + 1
    if (divides) {
      store<u32>(written, base + <u32>((at - text) >> 1))
      written += 4
    }
    at += point > 0xffff ? 4 : 2
  }
  store<u32>(state, before, BEFORE)
  store<u32>(state, may, LAST)
  store<u32>(state, odd, ODD)
  return <i32>((written - out) >> 2)
}
