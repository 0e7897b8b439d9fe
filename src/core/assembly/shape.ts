// What a token looks like, in one of 64 codes: letters and their case, digits, abbreviations, web addresses
// (below 32), or which punctuation mark (from 32 on). Reads at most 40 units of a token.

export const LOW: i32 = 1
export const LOW1: i32 = 2
const CAP: i32 = 3
const UP1: i32 = 4
const UP: i32 = 5
const MIX: i32 = 6
const CAP_MIX: i32 = 7
const INITIAL: i32 = 8
const DOTTED_UP: i32 = 9
const DOTTED_LOW: i32 = 10
const CAP_DOT: i32 = 11
const LOW_DOT: i32 = 12
const HYPHEN: i32 = 13
const CAP_HYPHEN: i32 = 14
export const CLITIC: i32 = 15
const DIGIT1: i32 = 16
const DIGIT2: i32 = 17
const DIGIT4: i32 = 18
const DIGITS: i32 = 19
const NUMBER_DOT: i32 = 20
const TIME: i32 = 21
const DATE: i32 = 22
const NUMBER: i32 = 23
const DIGIT_LOW: i32 = 24
const DIGIT_UP: i32 = 25
const URL: i32 = 26
const MAIL: i32 = 27
const OTHER: i32 = 28
export const CASELESS: i32 = 29
export const PUNCTUATION: i32 = 32
export const STOP: i32 = 32
const STOPS: i32 = 33
const MANY_STOPS: i32 = 34
const BANG: i32 = 35
const BANGS: i32 = 36
const ASK: i32 = 37
const ASKS: i32 = 38
const COMMA: i32 = 39
const SEMICOLON: i32 = 40
const COLON: i32 = 41
const DASH: i32 = 42
const DASHES: i32 = 43
const RULE: i32 = 44
export const OPEN_BRACKET: i32 = 45
export const CLOSE_BRACKET: i32 = 46
export const QUOTE: i32 = 47
const APOSTROPHE: i32 = 48
const SLASH: i32 = 49
const STAR: i32 = 50
const STARS: i32 = 51
const LESS: i32 = 52
const GREATER: i32 = 53
export const QUOTE_OPEN: i32 = 54
export const QUOTE_CLOSE: i32 = 55
const SINGLE_OPEN: i32 = 56
const SINGLE_CLOSE: i32 = 57
const EN_DASH: i32 = 58
const EM_DASH: i32 = 59
const ELLIPSIS: i32 = 60
const BULLET: i32 = 61
const DOLLAR: i32 = 62
const MARKS: i32 = 63

function unit(at: usize, i: i32): i32 {
  return <i32>load<u16>(at + ((<usize>i) << 1))
}

function isUpperUnit(u: i32): bool {
  if (u < 0x80) return u >= 0x41 && u <= 0x5a
  if (u < 0x100) return u >= 0xc0 && u <= 0xde && u !== 0xd7
  if (u < 0x180) return (u & 1) === 0
  return (u >= 0x391 && u <= 0x3a9) || (u >= 0x400 && u <= 0x42f)
}

/** Lower case where that is one step away, all digits as 0. */
export function lowerUnit(u: i32): i32 {
  if (u < 0x80) return u >= 0x41 && u <= 0x5a ? u + 32 : u >= 0x30 && u <= 0x39 ? 0x30 : u
  if (u < 0x100) return u >= 0xc0 && u <= 0xde && u !== 0xd7 ? u + 32 : u
  return (u >= 0x391 && u <= 0x3a9) || (u >= 0x410 && u <= 0x42f) ? u + 32 : u
}

/** 1 full stop, 2 ellipsis, 3 exclamation, 4 question, 0 anything else. */
export function finalClass(shape: i32): i32 {
  if (shape === STOP) return 1
  if (shape === STOPS || shape === MANY_STOPS || shape === ELLIPSIS) return 2
  if (shape === BANG || shape === BANGS) return 3
  return shape === ASK || shape === ASKS ? 4 : 0
}

/** Closing brackets and quotes, and marks that may be. */
export function isCloser(shape: i32): bool {
  return (
    (shape >= CLOSE_BRACKET && shape <= APOSTROPHE) ||
    shape === GREATER ||
    shape === QUOTE_CLOSE ||
    shape === SINGLE_CLOSE
  )
}

/** Words that begin with a capital. */
export function isUpper(shape: i32): bool {
  return (shape >= CAP && shape <= UP) || shape === INITIAL || shape === CAP_DOT
}

function single(u: i32): i32 {
  if (u === 0x201c) return QUOTE_OPEN
  if (u === 0x201d) return QUOTE_CLOSE
  if (u === 0x2018) return SINGLE_OPEN
  if (u === 0x2019) return SINGLE_CLOSE
  if (u === 0x2013) return EN_DASH
  if (u === 0x2014) return EM_DASH
  if (u === 0x2026) return ELLIPSIS
  return u === 0x2022 || u === 0x2043 || u === 0xb7 ? BULLET : 0
}

/** A mark repeated `length` times. */
function repeated(u: i32, length: i32): i32 {
  const one = length === 1
  const few = length <= 3
  if (u === 0x2e) return one ? STOP : few ? STOPS : MANY_STOPS
  if (u === 0x21) return one ? BANG : BANGS
  if (u === 0x3f) return one ? ASK : ASKS
  if (u === 0x2c) return COMMA
  if (u === 0x3b) return SEMICOLON
  if (u === 0x3a) return COLON
  if (u === 0x2d) return one ? DASH : few ? DASHES : RULE
  if (u === 0x28 || u === 0x5b || u === 0x7b) return OPEN_BRACKET
  if (u === 0x29 || u === 0x5d || u === 0x7d) return CLOSE_BRACKET
  if (u === 0x22) return QUOTE
  if (u === 0x27) return one ? APOSTROPHE : QUOTE
  if (u === 0x60) return one ? APOSTROPHE : QUOTE_OPEN
  if (u === 0x2f) return SLASH
  if (u === 0x2a || u === 0x3d || u === 0x5f || u === 0x7e || u === 0x23 || u === 0x2b)
    return one ? STAR : STARS
  if (u === 0x3c) return LESS
  if (u === 0x3e) return GREATER
  return u === 0x24 ? DOLLAR : MARKS
}

// One byte of each kind of ASCII unit, in four counters of a byte each: small letters, capitals, digits, others.
const SMALL: u32 = 1
const CAPITAL: u32 = 1 << 8
const FIGURE: u32 = 1 << 16
const MARK: u32 = 1 << 24

/** One in the counter of the unit's kind; the kinds of up to 255 units add up in one number. */
export function kindOf(u: i32): u32 {
  if (u < 0x80) {
    if (u >= 0x61 && u <= 0x7a) return SMALL
    if (u >= 0x41 && u <= 0x5a) return CAPITAL
    return u >= 0x30 && u <= 0x39 ? FIGURE : MARK
  }
  if (isUpperUnit(u)) return CAPITAL
  return (u >= 0x2000 && u < 0x2c00) || (u >= 0xd800 && u < 0xf900) || (u < 0xc0 && u >= 0xa0) ? MARK : SMALL
}

/** The shape of a token of `length` units, of which the first `read` are looked at and were of `kinds`. */
export function shapeOf(at: usize, length: i32, read: i32, kinds: u32): u8 {
  const lowers = kinds & 255
  const uppers = (kinds >> 8) & 255
  const digits = (kinds >> 16) & 255
  const others = kinds >> 24
  const first = unit(at, 0)
  // Most tokens are plain words: small letters, perhaps after a capital.
  if (digits === 0 && others === 0 && lowers > 0 && uppers <= 1) {
    if (uppers === 0) return <u8>(length === 1 ? LOW1 : LOW)
    return <u8>(isUpperUnit(first) ? CAP : MIX)
  }
  if (length === 1 && first >= 0x80) {
    const code = single(first)
    if (code !== 0) return <u8>code
  }
  let dots = 0
  let ends: i32 = 0
  let same = true
  let seen: i32 = 0 // 1 '@', 2 ':', 4 '/', 8 apostrophe
  if (others > 0) {
    for (let i = 0; i < read; i++) {
      const u = unit(at, i)
      if (u !== first) same = false
      if (u === 0x2e) {
        dots++
        ends++
      } else if (u === 0x21 || u === 0x3f) ends++
      else if (u === 0x40) seen |= 1
      else if (u === 0x3a) seen |= 2
      else if (u === 0x2f) seen |= 4
      else if (u === 0x27 || u === 0x2019) seen |= 8
    }
  }
  if (uppers + lowers + digits === 0) {
    if (same && first < 0x80) return <u8>repeated(first, length)
    return <u8>(ends === read ? ASKS : OTHER)
  }
  if (
    others > 0 &&
    first === 0x68 &&
    length > 7 &&
    unit(at, 1) === 0x74 &&
    unit(at, 2) === 0x74 &&
    unit(at, 3) === 0x70
  ) {
    return <u8>URL
  }
  if (first === 0x77 && length > 4 && unit(at, 1) === 0x77 && unit(at, 2) === 0x77 && unit(at, 3) === 0x2e) {
    return <u8>URL
  }
  if ((seen & 1) !== 0 && length > 3) return <u8>MAIL
  const lastDot = unit(at, length - 1) === 0x2e
  if (digits > 0) {
    if (uppers + lowers > 0) return <u8>(uppers > 0 && lowers === 0 ? DIGIT_UP : DIGIT_LOW)
    if (others === 0)
      return <u8>(length === 1 ? DIGIT1 : length === 2 ? DIGIT2 : length === 4 ? DIGIT4 : DIGITS)
    return <u8>(lastDot ? NUMBER_DOT : (seen & 2) !== 0 ? TIME : (seen & 4) !== 0 ? DATE : NUMBER)
  }
  const capital = isUpperUnit(first)
  if (others > 0) {
    if (first === 0x27 || first === 0x2019) return <u8>CLITIC
    if (lastDot) {
      if (length === 2 && uppers === 1) return <u8>INITIAL
      if (dots > 1) return <u8>(uppers > 0 ? DOTTED_UP : DOTTED_LOW)
      return <u8>(capital ? CAP_DOT : LOW_DOT)
    }
    if ((seen & 8) !== 0 && length <= 3) return <u8>CLITIC
    if (dots > 0 || (seen & 4) !== 0) return <u8>OTHER
    return <u8>(capital ? CAP_HYPHEN : HYPHEN)
  }
  if (uppers > 0 && lowers === 0) return <u8>(length === 1 ? UP1 : UP)
  if (capital) return <u8>(uppers === 1 ? CAP : CAP_MIX)
  if (uppers > 0) return <u8>MIX
  return <u8>(length === 1 ? LOW1 : LOW)
}

/** Whether a letter is of a script without case: Hebrew, Arabic, the scripts of India, Thai, Hangul, Han and others. */
export function isCaseless(u: i32): bool {
  if (u < 0x590) return false
  if (u < 0x1d00) return !(u >= 0x10a0 && u < 0x1100) && !(u >= 0x13a0 && u < 0x1400) && u < 0x1c80
  if (u < 0x2e80) return u >= 0x2d30 && u < 0x2de0 // Tifinagh, Ethiopic
  return (u < 0xa640 && u > 0x3004) || (u >= 0xa800 && u < 0xab30) || (u >= 0xabc0 && u < 0xd800)
}
