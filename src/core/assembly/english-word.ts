// Words of the English tokenizer: contractions, possessives, hyphens, abbreviations, acronyms.
//
// `word` walks a word piece by piece. Each step looks at what stands behind the piece and gives an even address
// (the word goes on, up to there), 0 (the word ends before it), or an odd one (all up to there, less the odd
// bit, is emitted).
import { address } from './english-address'
import {
  ABBREVIATION,
  AFTER_ITS,
  AFTER_YOUR,
  afterAlnum,
  BANG,
  CLITIC,
  Context,
  CURRENCY,
  classAt,
  classIn,
  DIGIT,
  emit,
  FIRST_CUT,
  ITS,
  isApostrophe,
  K_CLITIC,
  K_SYMBOL,
  K_WORD,
  LETTER,
  lookup,
  PLAIN_CUT,
  PREFIX,
  PRONOUN,
  SECOND_CUT,
  SPACE,
  SUFFIX,
  skipAlnum,
  skipLetters,
  skipUnit,
  UPPER,
  unitAt,
  WHOLE,
} from './english-context'

// The word that begins at a and whose letters and digits are known up to `from`; gives its end.
export function word(x: Context, a: usize, from: usize): usize {
  let j = skipAlnum(x, from)
  if (from === a && j < x.stop) {
    const end = address(x, a, j)
    if (end !== 0) return end
  }
  let piece = a // where the part after the last joint begins
  while (j < x.stop) {
    const next = step(x, a, piece, j)
    if (next === 0) break
    if ((next & 1) !== 0) return next - 1
    // After a joint of one unit the next piece begins behind it.
    piece = j + 2
    j = next
  }
  emitWord(x, a, j)
  return j
}

function step(x: Context, a: usize, piece: usize, j: usize): usize {
  const c = unitAt(x, j)
  if (c === 0x2e) return period(x, a, piece, j)
  if (c === 0x2d || c === 0x2011) return hyphen(x, a, piece, j)
  if (isApostrophe(c)) return apostrophe(x, a, j, c)
  if (c === 0x2f) return slash(x, a, j)
  if (c === 0x26) return ampersand(x, piece, j)
  if (c === 0x5f || c === 0x2a) {
    const p = skipUnit(x, j, c)
    return classAt(x, p) < (c === 0x5f ? SPACE : DIGIT) ? skipAlnum(x, p) : 0
  }
  if (c === 0x24) {
    // US$, A$
    if ((lookup(x, a, j) & CURRENCY) === 0 || classIn(x, j - 2, j) !== UPPER) return 0
    emit(x, a, j + 2, K_SYMBOL)
    return j + 3
  }
  if (c === 0x21) {
    if ((lookup(x, a, j) & BANG) === 0 || classIn(x, a, j) !== UPPER || unitAt(x, j + 2) === 0x21) return 0
    emit(x, a, j + 2, K_WORD)
    return j + 3
  }
  if (j - a === 2) {
    // C++, C#
    const letter: u32 = (load<u16>(a) as u32) | 0x20
    if (letter === 0x63 && c === 0x2b && unitAt(x, j + 2) === 0x2b && unitAt(x, j + 4) !== 0x2b) {
      emit(x, a, j + 4, K_WORD)
      return j + 5
    }
    if ((letter === 0x63 || letter === 0x66) && c === 0x23 && classAt(x, j + 2) >= SPACE) {
      emit(x, a, j + 2, K_WORD)
      return j + 3
    }
  }
  return 0
}

// Emits [a, b), cut where the lexicon says so ("can|not", "do|nt").
export function emitWord(x: Context, a: usize, b: usize): void {
  if (x.split !== 0) {
    const properties = lookup(x, a, b)
    let cut = (properties >> FIRST_CUT) & 15
    if ((properties & PRONOUN) !== 0 && b === x.stop) {
      // "its not", "your welcome": a verb without its apostrophe.
      const next = followingWord(x)
      if ((properties & PRONOUN) === ITS) cut = (next & AFTER_ITS) !== 0 ? 2 : 0
      else cut = (next & AFTER_YOUR) !== 0 ? 3 : 0
    }
    if (cut !== 0) {
      const second = (properties >> SECOND_CUT) & 15
      const kind = (properties & PLAIN_CUT) !== 0 ? K_WORD : K_CLITIC
      emit(x, a, a + (cut << 1), K_WORD)
      if (second !== 0) emit(x, a + (cut << 1), a + (second << 1), kind)
      emit(x, a + ((second !== 0 ? second : cut) << 1), b, kind)
      return
    }
  }
  emit(x, a, b, K_WORD)
}

// Properties of the word that begins the next chunk; looks at most 24 units ahead.
function followingWord(x: Context): u32 {
  let p = afterSpace(x)
  const from = p
  const limit = min(x.limit, x.stop + 48)
  while (p < limit && classIn(x, p, limit) < DIGIT) p += 2
  return p < limit && load<u16>(p) === 0x2d ? 0 : lookup(x, from, p) // not the "so" of "so-called"
}

// After the white space behind the chunk, of which at most 8 units are walked.
function afterSpace(x: Context): usize {
  let p = x.stop
  const limit = min(x.limit, p + 16)
  while (p < limit && classIn(x, p, limit) === SPACE) p += 2
  return p
}

const NEXT_END: u32 = 0 // the text, or a paragraph, ends
const NEXT_UPPER: u32 = 1
const NEXT_LOWER: u32 = 2
const NEXT_NUMBER: u32 = 3
const NEXT_OTHER: u32 = 4

// What follows the chunk; looks at most 14 units ahead.
function following(x: Context): u32 {
  let p = afterSpace(x)
  if (p >= x.limit || p - x.stop === 16) return NEXT_END
  let breaks = 0
  for (let q = x.stop; q < p; q += 2) {
    const c = load<u16>(q)
    breaks += c === 0x0a ? 1 : c === 0x2029 ? 2 : 0
  }
  if (breaks > 1) return NEXT_END
  const limit = min(x.limit, x.stop + 24)
  while (p < limit && isOpening(load<u16>(p))) p += 2
  if (p >= x.limit) return NEXT_OTHER
  const k = classIn(x, p, x.limit)
  if (k === UPPER) return NEXT_UPPER
  if (k === LETTER) return NEXT_LOWER
  const c = load<u16>(p)
  return k === DIGIT || c === 0x23 || c === 0x24 ? NEXT_NUMBER : NEXT_OTHER
}

// " ' ( [ and curly opening quotes
function isOpening(c: u32): bool {
  return c === 0x22 || c === 0x27 || c === 0x28 || c === 0x5b || c === 0x201c || c === 0x2018
}

// A contraction ("n't", "'ll", "'s", also stacked: "I'd've") whose apostrophe stands at j; its end, or 0.
function contraction(x: Context, a: usize, j: usize): usize {
  let r = skipLetters(x, j + 2)
  if (r === j + 2 || classAt(x, r) === DIGIT) return 0
  let cut = j
  const before: u32 = load<u16>(j - 2)
  if (r === j + 4 && ((load<u16>(j, 2) as u32) | 0x20) === 0x74 && (before | 0x20) === 0x6e && j - 2 > a)
    cut = j - 2
  else if ((lookup(x, j + 2, r) & CLITIC) === 0) return 0
  if (x.split !== 0) emit(x, a, cut, K_WORD)
  while (true) {
    if (x.split !== 0) emit(x, cut, r, K_CLITIC)
    cut = r
    if (!isApostrophe(unitAt(x, r))) break
    const s = skipLetters(x, r + 2)
    if ((lookup(x, r + 2, s) & CLITIC) === 0 || classAt(x, s) === DIGIT) break
    r = s
  }
  if (x.split === 0) emit(x, a, r, K_WORD)
  return r
}

function apostrophe(x: Context, a: usize, j: usize, c: i32): usize {
  const end = contraction(x, a, j)
  if (end !== 0) return end | 1
  const curlyOpen = c === 0x60 || c === 0x2018
  const r = skipLetters(x, j + 2)
  if (r > j + 2) {
    if (j - a === 2 && !curlyOpen && x.split !== 0) {
      const letter: u32 = (load<u16>(a) as u32) | 0x20
      let cut: usize = 0
      if (letter === 0x64)
        cut = j + 2 // d'|Orleans
      else if (letter === 0x79 && isAll(j + 2, r))
        cut = j + 2 // y'|all
      else if (letter === 0x63 && isMon(j + 2, r)) cut = j + 4 // c'm|on
      if (cut !== 0) {
        emit(x, a, cut, K_WORD)
        emit(x, cut, r, K_CLITIC)
        return r | 1
      }
    }
    return curlyOpen ? 0 : skipAlnum(x, j + 2)
  }
  if (x.quote > 0 || curlyOpen) return 0
  const next = unitAt(x, j + 2)
  const before: u32 = (load<u16>(j - 2) as u32) | 0x20
  if (c === 0x27 && j - a > 8 && before === 0x6e && ((load<u16>(j - 4) as u32) | 0x20) === 0x69) {
    if (classAt(x, j + 2) < SPACE || isApostrophe(next)) return 0
    emit(x, a, j + 2, K_WORD) // cookin'
    return j + 3
  }
  if (before !== 0x73 && before !== 0x78 && before !== 0x7a) return 0
  if (next !== -1 && !followsPossessive(next)) return 0
  if (x.split !== 0) {
    emit(x, a, j, K_WORD)
    emit(x, j, j + 2, K_CLITIC)
  } else emit(x, a, j + 2, K_WORD)
  return j + 3
}

// - , ; : ) " . ? !
function followsPossessive(c: i32): bool {
  return (
    c === 0x2d ||
    c === 0x2c ||
    c === 0x3b ||
    c === 0x3a ||
    c === 0x29 ||
    c === 0x22 ||
    c === 0x2e ||
    c === 0x3f ||
    c === 0x21
  )
}

function isAll(p: usize, end: usize): bool {
  return end - p === 6 && isLetter(p, 0x61) && isLetter(p + 2, 0x6c) && isLetter(p + 4, 0x6c)
}

function isMon(p: usize, end: usize): bool {
  return end - p === 6 && isLetter(p, 0x6d) && isLetter(p + 2, 0x6f) && isLetter(p + 4, 0x6e)
}

function isLetter(p: usize, lower: u32): bool {
  return ((load<u16>(p) as u32) | 0x20) === lower
}

// UD splits at hyphens except behind prefixes ("non-state", "e-mail") and before suffixes ("Kafka-esque").
function hyphen(x: Context, a: usize, piece: usize, j: usize): usize {
  if (classAt(x, j + 2) >= SPACE) return 0
  const r = skipAlnum(x, j + 2)
  if (piece === a && (lookup(x, a, j) & PREFIX) !== 0) {
    // Of the single letters only e ("e-mail"), and E in front of three letters or more.
    if (j - a > 2 || load<u16>(a) === 0x65 || r - j > 6) return r
  }
  if (unitAt(x, r) !== 0x2d && (lookup(x, j + 2, r) & SUFFIX) !== 0) return r
  return (lookup(x, a, r) & WHOLE) !== 0 ? r : 0
}

// w/o and its like stay whole; "w/" is a word; all others are cut.
function slash(x: Context, a: usize, j: usize): usize {
  const r = skipAlnum(x, j + 2)
  if ((lookup(x, a, r) & WHOLE) !== 0 && unitAt(x, r) !== 0x2f) return r
  if (j - a !== 2 || !isLetter(a, 0x77) || classAt(x, j + 2) === DIGIT) return 0
  emit(x, a, j + 2, K_WORD)
  return j + 3
}

// AT&T, R&D, B&B: short or upper-case on both sides.
function ampersand(x: Context, piece: usize, j: usize): usize {
  if (classAt(x, j + 2) >= DIGIT) return 0
  const r = skipAlnum(x, j + 2)
  if (unitAt(x, r) === 0x3b) return 0
  if (j - piece <= 6 && r - j <= 8) return r
  return isUpper(x, piece, j) && isUpper(x, j + 2, r) ? r : 0
}

function isUpper(x: Context, p: usize, end: usize): bool {
  if (end - p > 24) return false
  for (; p < end; p += 2) if (classIn(x, p, end) === LETTER) return false
  return true
}

function period(x: Context, a: usize, piece: usize, j: usize): usize {
  const k = classAt(x, j + 2)
  if (k < DIGIT) return innerPeriod(x, a, piece, j)
  const abbreviation = lookup(x, a, j) & ABBREVIATION
  let ends = true
  if (k === DIGIT) ends = abbreviation === 1 || abbreviation === 3
  else if (unitAt(x, j + 2) === 0x2e) ends = abbreviation !== 0 && unitAt(x, j + 4) !== 0x2e
  else ends = finalPeriod(x, a, j, abbreviation)
  return ends ? closed(x, a, j + 2) : 0
}

// The word [a, j) ends with a period that is its own; a possessive may follow.
function closed(x: Context, a: usize, j: usize): usize {
  if (isApostrophe(unitAt(x, j))) {
    const end = contraction(x, a, j)
    if (end !== 0) return end | 1
  }
  emitWord(x, a, j)
  return j | 1
}

// A letter follows the period at j.
function innerPeriod(x: Context, a: usize, piece: usize, j: usize): usize {
  if (j - piece === 2) {
    // Letters and periods in turn: U.S., i.e., a.k.a
    let p = j
    while (unitAt(x, p) === 0x2e && classAt(x, p + 2) < DIGIT && classAt(x, p + 4) >= SPACE) p += 4
    if (p > j) {
      return closed(x, a, acronymPeriod(x, a, p) ? p + 2 : p)
    }
    if (classIn(x, piece, j) === UPPER) return closed(x, a, j + 2) // J.Smith
  }
  if (j - a === 4 && isLetter(a, 0x70) && isLetter(a + 2, 0x68) && isLetter(j + 2, 0x64)) {
    if (classAt(x, j + 4) >= SPACE) return closed(x, a, unitAt(x, j + 4) === 0x2e ? j + 6 : j + 4) // Ph.D.
  }
  return (lookup(x, a, j) & ABBREVIATION) === 1 ? closed(x, a, j + 2) : 0
}

// Whether the acronym [a, j) ("U.S") has a last period of its own: there is one, it begins no ellipsis, and no
// paragraph ends with it; for some ("p.m") no capital may follow either.
function acronymPeriod(x: Context, a: usize, j: usize): bool {
  if (unitAt(x, j) !== 0x2e || (unitAt(x, j + 2) === 0x2e && unitAt(x, j + 4) === 0x2e)) return false
  if (unitAt(x, j + 2) !== -1) return true
  const next = following(x)
  return next !== NEXT_END && (next !== NEXT_UPPER || (lookup(x, a, j) & ABBREVIATION) !== 2)
}

// Whether the period at j belongs to the word [a, j).
function finalPeriod(x: Context, a: usize, j: usize, abbreviation: u32): bool {
  const behind = unitAt(x, j + 2)
  const capital = classIn(x, a, j) === UPPER
  if (j - a === 2 && capital && load<u16>(a) !== 0x49 && !afterAlnum(x, a)) {
    // Initials: J. Smith
    if (behind === -1 ? following(x) === NEXT_UPPER : behind === 0x2c || behind === 0x3a) return true
  }
  if (abbreviation === 0) return false
  if (behind === 0x3f || behind === 0x21) return abbreviation === 1
  const next = behind === -1 ? following(x) : NEXT_OTHER
  if (abbreviation === 1) return next !== NEXT_END
  if (abbreviation === 3) return next === NEXT_NUMBER
  if (abbreviation === 4) return capital && next === NEXT_UPPER
  if (next === NEXT_END || next === NEXT_UPPER) return false
  return abbreviation === 2 || (capital && j - a > 2 && classIn(x, a + 2, j) !== UPPER)
}
