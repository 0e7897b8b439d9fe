// Numbers of the English tokenizer: decimals, thousands, times, dates, telephone numbers, ordinals, decades,
// and the units that UD writes as tokens of their own ("5pm" is two tokens, "20th" and "1980s" are one).

import { address } from './english-address'
import {
  CLITIC,
  Context,
  classAt,
  DIGIT,
  emit,
  isApostrophe,
  K_NUMBER,
  K_SYMBOL,
  lookup,
  ORDINAL,
  SPACE,
  skipDigits,
  skipLetters,
  UNIT,
  unitAt,
} from './english-context'
import { word } from './english-word'

export function number(x: Context, a: usize): usize {
  let j = skipDigits(x, a)
  if (j === x.stop) {
    emit(x, a, j, K_NUMBER)
    return j
  }
  const found = address(x, a, j)
  if (found !== 0) return found
  j = groups(x, a, j)
  if (unitAt(x, j) === 0x5f && classAt(x, j + 2) < SPACE) return word(x, a, j)
  if (classAt(x, j) < DIGIT) return withLetters(x, a, j)
  if (isApostrophe(unitAt(x, j))) {
    // "the 50's" is one token, "1989's" are two; feet and inches ("5'11") are numbers with a mark between.
    const r = skipLetters(x, j + 2)
    if (r === j + 4 && j - a > 4 && load<u16>(j - 2) !== 0x30) return word(x, a, j)
    if (r === j + 4 && (load<u16>(j, 2) | 0x20) === 0x73 && classAt(x, r) >= SPACE) j = r
    else if (classAt(x, j + 2) === DIGIT) {
      emit(x, a, j, K_NUMBER)
      emit(x, j, j + 2, K_SYMBOL)
      return j + 2
    }
  }
  emit(x, a, j, K_NUMBER)
  return j
}

// After the groups of digits that belong to the number whose first group is [a, j).
function groups(x: Context, a: usize, j: usize): usize {
  const first = j
  while (true) {
    const c = unitAt(x, j)
    if (classAt(x, j + 2) !== DIGIT) return j
    if (c === 0x2c) {
      const r = skipDigits(x, j + 2)
      if (r - j !== 8) return j
      j = r
    } else if (c === 0x2e || c === 0x3a || c === 0x2f) j = skipDigits(x, j + 2)
    else if (c === 0x2d) return hyphened(x, a, first, j)
    else return j
  }
}

// Telephone numbers, dates and codes with hyphens are one token; ranges and scores are not. [a, first) is the
// first group of digits, the first hyphen stands at j.
function hyphened(x: Context, a: usize, first: usize, j: usize): usize {
  const second = skipDigits(x, j + 2)
  let p = second
  let count = 2
  let scores = first - a === 2 && second - j === 4 // every group is one digit
  while (count < 8 && unitAt(x, p) === 0x2d && classAt(x, p + 2) === DIGIT) {
    const r = skipDigits(x, p + 2)
    scores = scores && r - p === 4
    p = r
    count++
  }
  const c = unitAt(x, p)
  if ((c === 0x3a || c === 0x2e || c === 0x2c) && classAt(x, p + 2) === DIGIT) return j
  const left = (first - a) >> 1
  const right = (second - j - 2) >> 1
  if (first !== j) return left === 3 && j - first === 8 && count === 2 && right === 4 ? p : j // 713/345-7942
  if (count > 2) return scores || count === 8 ? j : p
  if (right === 4 && (left === 3 || left === 5 || left === 1)) return p
  return left === 3 && right === 3 && after(a, j + 2) ? p : j
}

// Whether the three units at p come after the three at q.
function after(p: usize, q: usize): bool {
  for (let i: usize = 0; i < 6; i += 2) {
    const c = load<u16>(p + i)
    const d = load<u16>(q + i)
    if (c !== d) return c > d
  }
  return false
}

// Letters follow the digits [a, j).
function withLetters(x: Context, a: usize, j: usize): usize {
  const r = skipLetters(x, j)
  const properties = lookup(x, j, r)
  if (classAt(x, r) === DIGIT) {
    if (r - j !== 2 || load<u16>(j) !== 0x78) return word(x, a, j)
    emit(x, a, j, K_NUMBER) // 2x4
    emit(x, j, r, K_SYMBOL)
    return r
  }
  if ((properties & ORDINAL) !== 0) {
    if (isApostrophe(unitAt(x, r)) && (lookup(x, r + 2, skipLetters(x, r + 2)) & CLITIC) !== 0)
      return word(x, a, j)
    emit(x, a, r, K_NUMBER)
    return r
  }
  const c: u32 = (load<u16>(j) as u32) | 0x20
  const half =
    r - j === 2 && (c === 0x61 || c === 0x70) && unitAt(x, r) === 0x2e && (unitAt(x, r + 2) | 0x20) === 0x6d
  if (half || ((properties & UNIT) !== 0 && (r - j !== 2 || load<u16>(j) !== 0x47))) {
    emit(x, a, j, K_NUMBER)
    return j
  }
  return word(x, a, j)
}
