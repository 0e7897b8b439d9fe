// Punctuation, symbols, emoticons and emoji of the English tokenizer. Runs of one mark are one token.
import { nameEnd } from './english-address'
import {
  afterAlnum,
  CLITIC,
  Context,
  classAt,
  DIGIT,
  ELISION,
  EMOJI,
  EMOTICON,
  emit,
  isApostrophe,
  K_CLITIC,
  K_EMOJI,
  K_EMOTICON,
  K_HASHTAG,
  K_MENTION,
  K_NUMBER,
  K_PUNCTUATION,
  K_SYMBOL,
  K_WORD,
  LETTER,
  lookup,
  MARK,
  REGIONAL,
  SPACE,
  SYMBOL,
  skipAlnum,
  skipDigits,
  skipLetters,
  skipMarks,
  skipUnit,
  TOP_LEVEL,
  UPPER,
  unitAt,
  widthAt,
} from './english-context'

// The token that begins with the mark at p; gives its end.
export function mark(x: Context, p: usize): usize {
  const c: i32 = load<u16>(p)
  // The last of the chunk, not one that changes the state: a token whatever it is.
  if (p + 2 === x.stop && c < 0x80 && c !== 0x27 && c !== 0x60) {
    return put(x, p, x.stop, load<u8>(x.classes + c) === SYMBOL || c === 0x23 ? K_SYMBOL : K_PUNCTUATION)
  }
  const next = classAt(x, p + 2)
  if (
    next !== SPACE &&
    startsEmoticon(c) &&
    (next > DIGIT || c === 0x3a || c === 0x3b || c === 0x3d || c === 0x3c)
  ) {
    const end = emoticon(x, p)
    if (end !== 0) return end
  }
  if (c === 0x2e) return dots(x, p)
  if (c === 0x21 || c === 0x3f) return exclamation(x, p, p)
  if (isApostrophe(c)) return quote(x, p, c)
  if (c === 0x23 || c === 0x40) return tag(x, p, c)
  if (c === 0x26) return entity(x, p)
  if (c === 0x2b && next === DIGIT && !afterAlnum(x, p)) {
    const end = skipDigits(x, p + 2) // +44
    if (end - p <= 8) return put(x, p, end, K_NUMBER)
  }
  const kind = classAt(x, p) === SYMBOL ? K_SYMBOL : K_PUNCTUATION
  if (!runs(c)) return marked(x, p, p + widthAt(x, p), kind)
  return put(x, p, run(x, p, c), kind)
}

function put(x: Context, p: usize, end: usize, kind: u32): usize {
  emit(x, p, end, kind)
  return end
}

// A single mark with the combining marks that follow; a variation selector or keycap makes it an emoji.
function marked(x: Context, p: usize, end: usize, kind: u32): usize {
  const c = unitAt(x, end)
  return put(x, p, skipMarks(x, end), c === 0xfe0f || c === 0x20e3 ? K_EMOJI : kind)
}

// $ , - = * _ ~ + # < > ^ | \ and dashes, ellipses: marks whose runs are one token.
function runs(c: i32): bool {
  if (c >= 0x80) return c === 0x2014 || c === 0x2013 || c === 0x2026
  const set: u64 = c < 0x40 ? 0x70003c1000000000 : 0x50000000d0000000
  return ((set >> ((c & 63) as u64)) & 1) !== 0
}

function run(x: Context, p: usize, c: i32): usize {
  let end = skipUnit(x, p, c)
  const next = unitAt(x, end)
  if (c === 0x2d || c === 0x3d) {
    // Rules drawn with both: --== or =--=
    if (next === 0x2d || next === 0x3d) while (unitAt(x, end) === 0x2d || unitAt(x, end) === 0x3d) end += 2
    if (unitAt(x, end) === 0x3e) return end + 2 // -> =>
    return skipMarks(x, end)
  }
  if ((c === 0x3c || c === 0x3e) && end === p + 2 && (next === 0x3d || (next === 0x2d && c === 0x3c)))
    return end + 2 // <= <-
  if (c === 0x2a && next === 0x7e) while (unitAt(x, end) === 0x2a || unitAt(x, end) === 0x7e) end += 2
  if (c === 0x2026) while (unitAt(x, end) === 0x2026 || unitAt(x, end) === 0x2e) end += 2
  return skipMarks(x, end)
}

// Periods: an ellipsis, ".5", a file extension, ".?" or the end of a sentence.
function dots(x: Context, p: usize): usize {
  let end = skipUnit(x, p, 0x2e)
  if (end === p + 2) {
    const next = classAt(x, end)
    if (next === DIGIT && !afterAlnum(x, p)) return put(x, p, skipDigits(x, end), K_NUMBER)
    if (next < DIGIT && p === x.chunk) {
      const r = skipAlnum(x, end)
      if ((lookup(x, end, r) & TOP_LEVEL) !== 0) return put(x, p, r, K_WORD)
    }
    const c = unitAt(x, end)
    if (c === 0x21 || c === 0x3f) return exclamation(x, p, end)
  }
  while (unitAt(x, end) === 0x2026 || (unitAt(x, end) === 0x2e && end > p + 2)) end += 2
  return put(x, p, end, K_PUNCTUATION)
}

// A run of ! and ? at q, with one period behind, as one token from p.
function exclamation(x: Context, p: usize, q: usize): usize {
  while (unitAt(x, q) === 0x21 || unitAt(x, q) === 0x3f) q += 2
  if (unitAt(x, q) === 0x2e && unitAt(x, q + 2) !== 0x2e) q += 2
  return put(x, p, skipMarks(x, q), K_PUNCTUATION)
}

// Apostrophes and single quotes: '' and `` as one token, 'em and '90s, a clitic alone, or a quote.
function quote(x: Context, p: usize, c: i32): usize {
  const next = unitAt(x, p + 2)
  if (isApostrophe(next) && (next === c || c === 0x2018)) return put(x, p, p + 4, K_PUNCTUATION)
  const after = afterAlnum(x, p)
  const r = skipLetters(x, p + 2)
  const behind = unitAt(x, r)
  if (r > p + 2 && !isApostrophe(behind) && classAt(x, r) !== DIGIT) {
    const properties = lookup(x, p + 2, r)
    if ((properties & ELISION) !== 0) return put(x, p, r, K_WORD)
    if ((properties & CLITIC) !== 0 && p === x.chunk) return put(x, p, r, K_CLITIC)
  }
  if (classAt(x, p + 2) === DIGIT) {
    const q = skipDigits(x, p + 2)
    if (q === p + 6) {
      const end = unitAt(x, q) === 0x73 ? q + 2 : q // '90s
      if (classAt(x, end) >= SPACE) return put(x, p, end, K_NUMBER)
    }
  }
  // An opening quote makes a following s' the end of a quotation rather than a possessive.
  x.quote = !after && classAt(x, p + 2) < SPACE ? 30 : 0
  return marked(x, p, p + 2, K_PUNCTUATION)
}

// #hashtag, @mention, or the mark alone.
function tag(x: Context, p: usize, c: i32): usize {
  const k = classAt(x, p + 2)
  if (c === 0x40) {
    if (k === LETTER || k === UPPER || unitAt(x, p + 2) === 0x5f)
      return put(x, p, nameEnd(x, p + 2, true), K_MENTION)
    return marked(x, p, p + 2, K_PUNCTUATION)
  }
  if (k === LETTER || k === UPPER) return put(x, p, nameEnd(x, p + 2, false), K_HASHTAG)
  const end = skipUnit(x, p, c)
  return end === p + 2 ? marked(x, p, end, K_SYMBOL) : put(x, p, skipMarks(x, end), K_SYMBOL)
}

// &amp; and its like, of at most 8 letters or digits; else the ampersand alone.
function entity(x: Context, p: usize): usize {
  let q = p + 2
  if (unitAt(x, q) === 0x23) q += 2
  const from = q
  while (q < p + 20) {
    const c: u32 = unitAt(x, q)
    if (c - 0x30 >= 10 && (c | 0x20) - 0x61 >= 26) break
    q += 2
  }
  if (q > from && unitAt(x, q) === 0x3b) return put(x, p, q + 2, K_SYMBOL)
  return marked(x, p, p + 2, K_PUNCTUATION)
}

// : ; = < ( > ^ - . \ _
function startsEmoticon(c: i32): bool {
  if (c >= 0x80) return false
  const set: u64 = c < 0x40 ? 0x7c00610000000000 : 0x00000000d0000000
  return ((set >> ((c & 63) as u64)) & 1) !== 0
}

// The end of the longest emoticon at p, or 0.
function emoticon(x: Context, p: usize): usize {
  for (let end = p + 8; end > p + 2; end -= 2) {
    if (end > x.stop || (lookup(x, p, end) & EMOTICON) === 0 || !standsFree(x, p, end)) continue
    emit(x, p, end, K_EMOTICON)
    return end
  }
  return 0
}

// Whether the neighbours leave [p, end) an emoticon: ":D" in "D:Drive" is none, nor is ":(" in "note:(see".
function standsFree(x: Context, p: usize, end: usize): bool {
  const last = unitAt(x, end - 2)
  const next = classAt(x, end)
  const k = classAt(x, end - 2)
  if (last === 0x28) return next >= SPACE
  if (last === 0x2f) return unitAt(x, end) !== 0x2f && next >= SPACE
  if (last === 0x33) return next >= SPACE && (unitAt(x, p) === 0x3c || (p === x.chunk && next === SPACE))
  if (k < SPACE) return next >= SPACE && !afterAlnum(x, p)
  if (last === 0x29 && unitAt(x, p) !== 0x28) return true
  if (last === 0x3a || last === 0x3b || k === SYMBOL) return next === SPACE
  return next === SPACE && !afterAlnum(x, p)
}

// Emoji with variation selectors, skin tones, tags and joined emoji; flags are pairs of regional indicators.
export function emoji(x: Context, p: usize, k: u32): usize {
  let end = p + widthAt(x, p)
  if (k === REGIONAL && classAt(x, end) === REGIONAL) end += 4
  while (classAt(x, end) === MARK) {
    const joiner = unitAt(x, end) === 0x200d
    end += widthAt(x, end)
    if (joiner && classAt(x, end) === EMOJI) end += widthAt(x, end)
  }
  emit(x, p, end, K_EMOJI)
  return end
}

// The keycap (digit, # or *, variation selector, U+20E3) at p, or 0.
export function keycap(x: Context, p: usize): usize {
  const q = unitAt(x, p + 2) === 0xfe0f ? p + 4 : p + 2
  return unitAt(x, q) === 0x20e3 ? put(x, p, skipMarks(x, q + 2), K_EMOJI) : 0
}
