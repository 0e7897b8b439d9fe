// Words of the Unicode tokenizer: which segments of UAX #29 a word goes on over, what it keeps behind it, and
// where it is split.
//
// A chain is words and numbers with what joins them (hyphens, the colon of times, ...). Elided words come off its
// front (l'+homme), endings off its back (donne+-moi), and an abbreviation or initial takes the period.
// Sources: the word lists of src/tokenize/lang, and the treebanks named there.
import {
  ABBREVIATIONS,
  ELISIONS,
  ENCLITICS,
  hasHabit,
  IDEOGRAPHS,
  isApostrophe,
  isAttached,
  isDigit,
  isHyphen,
  isLetterCategory,
  isListed,
  isLoneLetter,
  isMarkCategory,
  isWordlike,
  kindOf,
  NUMBER,
  OPTIONAL_ENDINGS,
  PUNCTUATION,
  pointOf,
  push,
  QUOTES,
  Segments,
  SLASHES,
  SPLIT_HYPHENS,
  SPLIT_INITIALS,
  SPLIT_RANGES,
  segmentKind,
  segmentMark,
  segmentStart,
  TILDES,
  UNITS,
  unitAt,
  WHOLE,
  WORD,
} from './segment-context'
import { factsOf, generalCategory } from './unicode'
import { GC_LU, GC_ND, GC_NO } from './unicode-tables'

function isIdeograph(c: Segments, i: u32): bool {
  if (i >= c.segments) return false
  const from = segmentStart(c, i)
  const point = pointOf(c, from)
  if (segmentStart(c, i + 1) - from !== <u32>(point > 0xffff ? 2 : 1)) return false
  return (
    point === 0x3005 ||
    point === 0x3007 ||
    (point >= 0x3400 && point <= 0x4dbf) ||
    (point >= 0x4e00 && point <= 0x9fff) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0x20000 && point <= 0x3ffff)
  )
}

// A segment that is one number other than a digit: ½, ², ₂.
function isSmallNumber(c: Segments, i: u32): bool {
  if (i >= c.segments) return false
  const from = segmentStart(c, i)
  const point = pointOf(c, from)
  return segmentStart(c, i + 1) - from === <u32>(point > 0xffff ? 2 : 1) && categoryAt(c, from) === GC_NO
}

function categoryAt(c: Segments, at: u32): u32 {
  return generalCategory(factsOf(pointOf(c, at)))
}

// A bracket with up to four letters in it: the (e) of traité(e).
function isOptionalEnding(c: Segments, i: u32): bool {
  if (segmentMark(c, i) !== 0x28 || segmentMark(c, i + 2) !== 0x29) return false
  const to = segmentStart(c, i + 2)
  let points = 0
  for (let at = segmentStart(c, i + 1); at < to; points++) {
    const point = pointOf(c, at)
    const category = generalCategory(factsOf(point))
    if (points === 4 || (!isLetterCategory(category) && !isMarkCategory(category))) return false
    at += point > 0xffff ? 2 : 1
  }
  return true
}

// Whether the last letter of segment i stands alone: e-mail, l'e-mail.
function endsInLoneLetter(c: Segments, i: u32): bool {
  const from = segmentStart(c, i)
  let at = segmentStart(c, i + 1)
  let category: u32
  do {
    at--
    if (at > from && (unitAt(c, at) & 0xfc00) === 0xdc00 && (unitAt(c, at - 1) & 0xfc00) === 0xd800) at--
    category = categoryAt(c, at)
  } while (at > from && isMarkCategory(category))
  if (!isLetterCategory(category)) return false
  if (at === from) return true
  const before = unitAt(c, at - 1)
  return isApostrophe(before) || before === 0x2e
}

// Whether segment j joins the words on both sides of it.
function joinsWords(c: Segments, j: u32): bool {
  const mark = segmentMark(c, j)
  const left = segmentKind(c, j - 1)
  const right = segmentKind(c, j + 1)
  const words = left === WORD && right === WORD
  const numbers = left === NUMBER && right === NUMBER
  if (isHyphen(mark)) {
    if (words && hasHabit(c, SPLIT_HYPHENS)) return endsInLoneLetter(c, j - 1)
    return !(numbers && hasHabit(c, SPLIT_RANGES))
  }
  if (mark === 0x2f) {
    if (!hasHabit(c, SLASHES)) return false
    if (numbers) return true
    const first = categoryAt(c, segmentStart(c, j + 1))
    return (
      categoryAt(c, segmentStart(c, j - 1)) === GC_LU &&
      (first === GC_LU || (first >= GC_ND && first <= GC_NO))
    )
  }
  if (mark === 0x3a) return numbers
  if (mark === 0x26) return words
  if (isApostrophe(mark)) return left === NUMBER && right === WORD
  return mark === 0x7e && hasHabit(c, TILDES)
}

// The first segment behind the words, numbers and joiners that go together from segment i on.
export function chainEnd(c: Segments, i: u32): u32 {
  let j = i + 1
  if (hasHabit(c, IDEOGRAPHS) && isIdeograph(c, i)) while (isIdeograph(c, j)) j++
  for (;;) {
    if (isWordlike(c, j + 1) && joinsWords(c, j)) j += 2
    else if (isSmallNumber(c, j)) j++
    else if (hasHabit(c, OPTIONAL_ENDINGS) && segmentKind(c, j - 1) === WORD && isOptionalEnding(c, j)) j += 3
    else break
  }
  if (segmentMark(c, j) !== 0xb0 || segmentKind(c, j + 1) === WORD) return j
  return segmentKind(c, j - 1) === NUMBER || (segmentMark(c, j - 1) | 32) === 0x6e ? j + 1 : j
}

// Digits, a unit, and perhaps digits again (65,40m; 10h30): writes two or three tokens.
function takeUnit(c: Segments, from: u32, to: u32): bool {
  let unit = from
  if (!isDigit(unitAt(c, unit))) return false
  while (unit < to && (isDigit(unitAt(c, unit)) || unitAt(c, unit) === 0x2e || unitAt(c, unit) === 0x2c))
    unit++
  let rest = unit
  while (rest < to) {
    const point = pointOf(c, rest)
    if (!isLetterCategory(generalCategory(factsOf(point)))) break
    rest += point > 0xffff ? 2 : 1
  }
  if (rest - unit > 8 || !isListed(c, UNITS, unit, rest)) return false
  for (let at = rest; at < to; at++) if (!isDigit(unitAt(c, at))) return false
  push(c, from, unit, NUMBER)
  push(c, unit, rest, WORD)
  if (rest < to) push(c, rest, to, NUMBER)
  return true
}

// Letters with periods between them: U.S
function isDotted(c: Segments, from: u32, to: u32): bool {
  let letters = 0
  let fresh = true
  for (let at = from; at < to; ) {
    const point = pointOf(c, at)
    const category = generalCategory(factsOf(point))
    if (fresh) {
      if (!isLetterCategory(category)) return false
      letters++
      fresh = false
    } else if (point === 0x2e) fresh = true
    else if (!isMarkCategory(category)) return false
    at += point > 0xffff ? 2 : 1
  }
  return letters > 1 && !fresh
}

// A word that takes the period behind it, by itself: an abbreviation or a capital.
export function isShort(c: Segments, from: u32, to: u32): bool {
  return isListed(c, ABBREVIATIONS, from, to) || isLoneLetter(c, from, to, true)
}

// Writes the tokens of the chain [i, j) and gives the first segment behind them.
export function takeWord(c: Segments, i: u32, j: u32): u32 {
  let from = segmentStart(c, i)
  let to = segmentStart(c, j)
  let next = j
  if (j === i + 1 && (c.lists & UNITS) !== 0 && takeUnit(c, from, to)) return next
  // Elided words and abbreviations come off the front, one by one.
  const initials = hasHabit(c, SPLIT_INITIALS)
  const quotes = hasHabit(c, QUOTES)
  if (initials || quotes || (c.lists & ELISIONS) !== 0) {
    for (let at = from; at + 1 < to; at++) {
      const unit = unitAt(c, at)
      const apostrophe = isApostrophe(unit)
      if (!apostrophe && unit !== 0x2e && unit !== 0x318d) continue
      if (isAttached(c, at + 1)) continue
      if (quotes && (apostrophe || unit === 0x318d)) {
        if (at > from) push(c, from, at, kindOf(c, from, at))
        push(c, at, at + 1, PUNCTUATION)
        from = at + 1
      } else if (
        (apostrophe && isListed(c, ELISIONS, from, at) && !isListed(c, WHOLE, from, to)) ||
        (unit === 0x2e && initials && (isShort(c, from, at) || isLoneLetter(c, from, at, false)))
      ) {
        push(c, from, at + 1, WORD)
        from = at + 1
      }
    }
  }
  const follower = segmentMark(c, j)
  if (isApostrophe(follower) && isListed(c, ELISIONS, from, to)) {
    to++
    next++
  } else if (
    follower === 0x2e &&
    segmentMark(c, j + 1) !== 0x2e &&
    (isShort(c, from, to) || isDotted(c, from, to))
  ) {
    to++
    next++
    while (
      isHyphen(segmentMark(c, next)) &&
      segmentMark(c, next + 2) === 0x2e &&
      isLoneLetter(c, segmentStart(c, next + 1), segmentStart(c, next + 2), true)
    ) {
      next += 3
      to = segmentStart(c, next)
    }
  }
  // Endings come off the back, two at most.
  let last = to
  let middle = to
  if ((c.lists & ENCLITICS) !== 0) {
    last = endingStart(c, from, to)
    middle = last < to ? endingStart(c, from, last) : to
  }
  if (last === to) push(c, from, to, kindOf(c, from, to))
  else {
    push(c, from, middle, kindOf(c, from, middle))
    if (middle < last) push(c, middle, last, WORD)
    push(c, last, to, WORD)
  }
  return next
}

// Where the ending of [from, to) begins; `to` where it has none.
function endingStart(c: Segments, from: u32, to: u32): u32 {
  let cut = to
  let whole = false
  for (let at = to - 1; at > from && to - at <= 12; at--) {
    if (!isHyphen(unitAt(c, at)) || !isListed(c, ENCLITICS, at, to)) continue
    if (cut === to) whole = isListed(c, WHOLE, from, to)
    cut = at
  }
  return whole ? to : cut
}
