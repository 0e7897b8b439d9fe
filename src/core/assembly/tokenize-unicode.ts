// The tokenizer of all languages but English: UAX #29 words, joined and split by a few rules and word lists.
//
// The window is walked run by run (what stands between white space). URLs and e-mail addresses are taken out of a
// run; what is left is cut into the segments of UAX #29, and rules look at the segments from left to right. A
// window stops at the last run whose end is certain, and says so in `consumed`. Every step is linear.
// Sources: Unicode Standard Annex #29; Universal Dependencies treebanks (src/tokenize/lang).
import { wordBoundaries } from './boundaries'
import { findAddress } from './segment-address'
import {
  BRACKETS,
  DECADES,
  DIGIT_GROUPS,
  ELLIPSES,
  EMOJI,
  EMOJIS,
  EMOTICON,
  HASHTAG,
  hasHabit,
  isApostrophe,
  isAttached,
  isDigit,
  isWordlike,
  kindOf,
  LONGEST,
  MENTION,
  NO_MARK,
  NUMBER,
  PUNCTUATION,
  pointOf,
  push,
  Segments,
  SYMBOL,
  segmentKind,
  segmentMark,
  segmentStart,
  TILDES,
  unitAt,
  WORD,
} from './segment-context'
import { chainEnd, isShort, takeWord } from './segment-word'
import { factsOf, flags, WHITE_SPACE } from './unicode'

// A run of more units is cut, so that memory stays flat on any input.
const LONGEST_RUN: u32 = 32768

// Letters that make a word with any neighbours of their sort: Latin, Cyrillic, Hangul syllables.
function isPlain(unit: u32): bool {
  if (unit < 0x80) return (unit | 32) - 0x61 < 26
  if (unit < 0x250) return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7
  return (unit >= 0x400 && unit < 0x482) || (unit >= 0xac00 && unit < 0xd7a4)
}

function isSpace(unit: u32): bool {
  if (unit < 0x80) return unit === 0x20 || unit - 9 < 5
  return unit < 0x3001 && (flags(factsOf(unit)) & WHITE_SPACE) !== 0
}

// Marks that stand in a row as one token: - * = _ ` + ^ # ' and both dashes.
function isRun(mark: u32): bool {
  return (
    mark === 0x2d ||
    mark === 0x2a ||
    mark === 0x3d ||
    mark === 0x5f ||
    mark === 0x60 ||
    mark === 0x2b ||
    mark === 0x5e ||
    mark === 0x23 ||
    mark === 0x27 ||
    mark === 0x2014 ||
    mark === 0x2013
  )
}

function isEnd(mark: u32): bool {
  return mark === 0x21 || mark === 0x3f || mark === 0x2026
}

// Marks that join nothing when they end a run: . , ; : ! ? ) "
function isTail(mark: u32): bool {
  return (
    mark === 0x2e ||
    mark === 0x2c ||
    mark === 0x3b ||
    mark === 0x3a ||
    mark === 0x21 ||
    mark === 0x3f ||
    mark === 0x29 ||
    mark === 0x22
  )
}

// Where an emoticon ends that begins with segment i; 0 where none does.
function emoticonEnd(c: Segments, i: u32): u32 {
  const eyes = segmentMark(c, i)
  if (eyes !== 0x3a && eyes !== 0x3b && eyes !== 0x3d) return 0
  let j = i + 1
  const nose = segmentMark(c, j)
  if (nose === 0x27 || nose === 0x5e || nose === 0x2d) j++
  const mouth = segmentMark(c, j)
  if (
    mouth === 0x28 ||
    mouth === 0x29 ||
    mouth === 0x5b ||
    mouth === 0x5d ||
    mouth === 0x7c ||
    mouth === 0x2a
  ) {
    while (segmentMark(c, j) === mouth) j++
  } else if (
    i === 0 &&
    (mouth === 0x44 ||
      (mouth | 32) === 0x70 ||
      (mouth | 32) === 0x6f ||
      mouth === 0x33 ||
      mouth === 0x2f ||
      mouth === 0x5c)
  ) {
    j++
  } else return 0
  const behind = segmentMark(c, j)
  if (j < c.segments && behind !== 0x2e && behind !== 0x2c && !isEnd(behind) && segmentKind(c, j) !== EMOJI)
    return 0
  return i > 0 && segmentKind(c, i - 1) === NUMBER ? 0 : j
}

function take(c: Segments, i: u32, j: u32, kind: u32): u32 {
  push(c, segmentStart(c, i), segmentStart(c, j), kind)
  return j
}

function isTwoDigits(c: Segments, i: u32): bool {
  if (i >= c.segments) return false
  const from = segmentStart(c, i)
  return segmentStart(c, i + 1) - from === 2 && isDigit(unitAt(c, from)) && isDigit(unitAt(c, from + 1))
}

// Writes the token that begins with segment i, which is no word or number; gives the first segment behind it.
function takeMark(c: Segments, i: u32): u32 {
  const mark = segmentMark(c, i)
  const kind = segmentKind(c, i)
  let j = i + 1
  if (mark !== NO_MARK) {
    let afterWord = i > 0 && isWordlike(c, i - 1)
    if (afterWord) {
      const last = <u32>load<u8>(c.kind + <usize>(c.count - 1))
      afterWord = last !== MENTION && last !== HASHTAG
    }
    if ((mark === 0x40 || mark === 0x23) && segmentKind(c, j) === WORD && !afterWord) {
      j++
      while (segmentMark(c, j) === 0x2d && isWordlike(c, j + 1)) j += 2
      return take(c, i, j, mark === 0x40 ? MENTION : HASHTAG)
    }
    if (mark === 0x2b && segmentMark(c, j) === 0x2f && segmentMark(c, j + 1) === 0x2d)
      return take(c, i, j + 2, SYMBOL)
    const smile = emoticonEnd(c, i)
    if (smile !== 0) return take(c, i, smile, EMOTICON)
    if (hasHabit(c, DECADES) && isApostrophe(mark) && !afterWord && isTwoDigits(c, j))
      return take(c, i, j + 1, NUMBER)
    const degree = segmentMark(c, j)
    if (mark === 0xb0 && (degree === 0x43 || degree === 0x46)) return take(c, i, j + 1, SYMBOL)
    if (i === 0 && (mark === 0x2d || mark === 0x2b || mark === 0x2212) && segmentKind(c, j) === NUMBER)
      return takeWord(c, i, chainEnd(c, j))
  }
  if (mark === 0x2e) {
    while (segmentMark(c, j) === 0x2e) j++
  } else if (isEnd(mark)) {
    while (isEnd(segmentMark(c, j))) j++
    if (hasHabit(c, ELLIPSES) && segmentMark(c, j) === 0x2e && segmentMark(c, j + 1) === 0x2e)
      while (segmentMark(c, j) === 0x2e) j++
  } else if (hasHabit(c, EMOJIS) && kind === EMOJI) {
    while (segmentKind(c, j) === EMOJI) j++
  } else if (
    isRun(mark) ||
    (mark === 0x7e && !hasHabit(c, TILDES)) ||
    (hasHabit(c, BRACKETS) && (mark === 0x28 || mark === 0x29))
  ) {
    while (segmentMark(c, j) === mark) j++
  }
  return take(c, i, j, kind)
}

// Up to three capitals before a dollar sign: US$, R$.
function isCurrency(c: Segments, i: u32): bool {
  const from = segmentStart(c, i)
  const to = segmentStart(c, i + 1)
  if (segmentMark(c, i + 1) !== 0x24 || to - from > 3) return false
  for (let at = from; at < to; at++) if (unitAt(c, at) - 0x41 >= 26) return false
  return true
}

// Writes the tokens between two positions that hold no white space and no address.
function takePiece(c: Segments, from: u32, to: u32): void {
  if (from >= to) return
  for (let i: usize = 0; i < 32; i += 8) store<u64>(c.state + i, 0)
  const room = c.units + 2
  let n = <u32>wordBoundaries(c.text + ((<usize>from) << 1), to - from, from, c.state, c.bounds, room)
  n += <u32>wordBoundaries(c.text, 0, to, c.state, c.bounds + ((<usize>n) << 2), room)
  store<u32>(c.bounds + ((<usize>n) << 2), to)
  c.segments = n
  for (let i: u32 = 0; i < n; i++)
    store<u8>(c.kinds + i, kindOf(c, segmentStart(c, i), segmentStart(c, i + 1)))
  for (let i: u32 = 0; i < n; ) {
    if (!isWordlike(c, i)) i = takeMark(c, i)
    else if (isCurrency(c, i)) i = take(c, i, i + 2, SYMBOL)
    else i = takeWord(c, i, chainEnd(c, i))
  }
}

function isGroupSpace(unit: u32): bool {
  return unit === 0x20 || unit === 0xa0 || unit === 0x2009 || unit === 0x202f
}

function allDigits(c: Segments, from: u32, to: u32): bool {
  for (let at = from; at < to; at++) if (!isDigit(unitAt(c, at))) return false
  return true
}

// Joins token `first`, the first of its run, to the digits before it if it goes on with three of them.
function joinGroups(c: Segments, first: u32): bool {
  if (first === 0 || first >= c.count) return false
  const last = first - 1
  if (load<u8>(c.kind + last) !== <u8>NUMBER || load<u8>(c.kind + first) !== <u8>NUMBER) return false
  const from = load<u32>(c.start + ((<usize>last) << 2)) - c.base
  const to = load<u32>(c.end + ((<usize>last) << 2)) - c.base
  const start = load<u32>(c.start + ((<usize>first) << 2)) - c.base
  const end = load<u32>(c.end + ((<usize>first) << 2)) - c.base
  if (start !== to + 1 || to - from > LONGEST || !isGroupSpace(unitAt(c, to))) return false
  if (c.group !== first && (to - from > 3 || !allDigits(c, from, to))) return false
  if (end - start < 3 || !allDigits(c, start, start + 3)) return false
  const whole = end - start === 3
  if (!whole && (unitAt(c, start + 3) !== 0x2c || end - start === 4 || !allDigits(c, start + 4, end)))
    return false
  store<u32>(c.end + ((<usize>last) << 2), c.base + end)
  for (let i: usize = first; i + 1 < <usize>c.count; i++) {
    store<u32>(c.start + (i << 2), load<u32>(c.start + (i << 2), 4))
    store<u32>(c.end + (i << 2), load<u32>(c.end + (i << 2), 4))
    store<u8>(c.kind + i, load<u8>(c.kind + i, 1))
  }
  c.count--
  // `group` is a number + 1: the token before the next run, if that run comes at once.
  c.group = whole ? first : 0
  return true
}

// Where a run is cut that is too long: at `at`, or behind what belongs to the character before it.
function cutFrom(c: Segments, at: u32): u32 {
  const stop = at + LONGEST
  if (at < c.units && (unitAt(c, at) & 0xfc00) === 0xdc00 && (unitAt(c, at - 1) & 0xfc00) === 0xd800) at++
  while (at < c.units && at < stop && isAttached(c, at)) at += pointOf(c, at) > 0xffff ? 2 : 1
  return at
}

// Kernel: tokens of the window that the context block describes; gives their number.
export function tokenizeUnicode(context: usize): i32 {
  const c = changetype<Segments>(context)
  c.count = 0
  c.group = 0
  const groups = hasHabit(c, DIGIT_GROUPS)
  let safe: u32 = 0
  let consumed: u32 = 0
  let at: u32 = 0
  for (;;) {
    while (at < c.units && isSpace(unitAt(c, at))) at++
    // What a number before it may take is only known when the run is.
    const waits =
      groups &&
      c.count > 0 &&
      load<u8>(c.kind + <usize>(c.count - 1)) === <u8>NUMBER &&
      (at === c.units || isDigit(unitAt(c, at)))
    if (!waits || (c.final !== 0 && at === c.units)) {
      safe = c.count
      consumed = at
    }
    if (at === c.units) break
    const from = at
    const reach = min(c.units, from + LONGEST_RUN)
    while (at < reach && isPlain(unitAt(c, at))) at++
    const head = at
    let address = false
    while (at < reach) {
      const unit = unitAt(c, at)
      if (isSpace(unit)) break
      if (unit === 0x40 || unit === 0x2f) address = true
      else if (unit === 0x2e && at > from && (unitAt(c, at - 1) | 32) === 0x77) address = true
      at++
    }
    if (at === from + LONGEST_RUN) {
      at = cutFrom(c, at)
      if (at + 1 >= c.units && c.final === 0) break
    }
    if (at === c.units && c.final === 0) break
    // Most runs are letters, or letters and one mark: the general way gives the same.
    if (head === at) {
      push(c, from, at, WORD)
      continue
    }
    if (head + 1 === at && head > from) {
      const mark = unitAt(c, head)
      if (mark === 0x2e && isShort(c, from, head)) {
        push(c, from, at, WORD)
        continue
      }
      if (isTail(mark)) {
        push(c, from, head, WORD)
        push(c, head, at, PUNCTUATION)
        continue
      }
    }
    const first = c.count
    let rest = from
    c.mailFrom = from
    while (address && findAddress(c, from, rest, at)) {
      takePiece(c, rest, c.addressStart)
      push(c, c.addressStart, c.addressEnd, c.addressKind)
      rest = c.addressEnd
    }
    takePiece(c, rest, at)
    if (groups && !joinGroups(c, first)) {
      safe = first
      consumed = from
    }
  }
  c.consumed = consumed
  return <i32>safe
}
