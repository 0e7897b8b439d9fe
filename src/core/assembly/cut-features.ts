// Features of one place at which a token may end: hashes of the characters around it, of the two pieces of text that
// it parts, of the tokens before and behind them, and of what the tokenizer of rules says.

import { put1, put2, put3 } from './sentence-features'
import { lowerUnit } from './shape'

export const CUT_FEATURES: i32 = 30
/** Units of a piece that are looked at. */
const REACH: i32 = 24

/** A number for a length, coarser as it grows. */
function bucket(n: i32): u32 {
  return n < 5 ? n : n < 8 ? 5 : n < 13 ? 6 : 7
}

/** The unit at `i` in lower case, digits as 0; 1 outside of the text. */
function low(units: usize, length: i32, i: i32): u32 {
  return i < 0 || i >= length ? 1 : <u32>lowerUnit(<i32>load<u16>(units + ((<usize>i) << 1)))
}

function classAt(classes: usize, length: i32, i: i32): u32 {
  return i < 0 || i >= length ? 0 : <u32>load<u8>(classes + <usize>i)
}

/** Hash of the units [from, to) in lower case: of the last REACH of them. */
export function hashBack(units: usize, from: i32, to: i32): u32 {
  let hash: u32 = 0x811c9dc5
  for (let i = to - 1, stop = max(from, to - REACH); i >= stop; i--) {
    hash = (hash ^ <u32>lowerUnit(<i32>load<u16>(units + ((<usize>i) << 1)))) * 16777619
  }
  return hash
}

/** Hash of the units [from, to) in lower case: of the first REACH of them. */
export function hashOn(units: usize, from: i32, to: i32): u32 {
  let hash: u32 = 0x811c9dc5
  for (let i = from, stop = min(to, from + REACH); i < stop; i++) {
    hash = (hash ^ <u32>lowerUnit(<i32>load<u16>(units + ((<usize>i) << 1)))) * 16777619
  }
  return hash
}

/** Hash of the classes of [from, to) read backwards, those in a row once; at most REACH units, up to white space. */
function shapeBack(classes: usize, from: i32, to: i32): u32 {
  let hash: u32 = 7
  let last: u32 = 255
  for (let i = to - 1, stop = max(from, to - REACH); i >= stop; i--) {
    const one = <u32>load<u8>(classes + <usize>i)
    if (one === 0) break
    if (one !== last && one !== 1) hash = (hash ^ one) * 16777619
    last = one === 1 ? last : one
  }
  return hash
}

function shapeOn(classes: usize, from: i32, to: i32): u32 {
  let hash: u32 = 7
  let last: u32 = 255
  for (let i = from, stop = min(to, from + REACH); i < stop; i++) {
    const one = <u32>load<u8>(classes + <usize>i)
    if (one === 0) break
    if (one !== last && one !== 1) hash = (hash ^ one) * 16777619
    last = one === 1 ? last : one
  }
  return hash
}

/**
 * Writes the features of the place between the units `left` and `right` (the last unit before it and the first one
 * behind it). It parts the pieces [xFrom, left] and [right, yTo); `said` is what the rules say and how wide the gap
 * is, `kinds` the kinds of the tokens of the rules on both sides, `before` and `behind` hashes of the tokens around.
 */
export function cutFeatures(
  units: usize,
  classes: usize,
  length: i32,
  left: i32,
  right: i32,
  xFrom: i32,
  yTo: i32,
  said: u32,
  kinds: u32,
  before: u32,
  behind: u32,
  behindClass: u32,
  out: usize,
): void {
  const l1 = low(units, length, left)
  const l2 = low(units, length, left - 1)
  const l3 = low(units, length, left - 2)
  const r1 = low(units, length, right)
  const r2 = low(units, length, right + 1)
  const r3 = low(units, length, right + 2)
  const c1 = classAt(classes, length, left)
  const d1 = classAt(classes, length, right)
  const lefts = (classAt(classes, length, left - 2) << 12) | (classAt(classes, length, left - 1) << 6) | c1
  const rights = (d1 << 12) | (classAt(classes, length, right + 1) << 6) | classAt(classes, length, right + 2)
  const l21 = (l2 << 16) | l1
  const r12 = (r1 << 16) | r2
  const l1r1 = (l1 << 16) | r1
  const x = hashBack(units, xFrom, left + 1)
  const y = hashOn(units, right, yTo)
  const xShape = shapeBack(classes, xFrom, left + 1)
  const yShape = shapeOn(classes, right, yTo)
  const wholeLeft = shapeBack(classes, 0, left + 1)
  const wholeRight = shapeOn(classes, right, length)
  const xLength = left + 1 - xFrom
  const yLength = yTo - right
  const around = (classAt(classes, length, xFrom - 1) << 6) | classAt(classes, length, yTo)
  put1(out, 0, said)
  put2(out, 1, said, l1r1)
  put3(out, 2, said, l21, r1)
  put3(out, 3, said, l1, r12)
  put3(out, 4, said, l21, r12)
  put3(out, 5, said * 64 + d1, l21, l3)
  put3(out, 6, said * 64 + c1, r12, r3)
  put3(out, 7, said, lefts, rights)
  put2(out, 8, said, x)
  put2(out, 9, said, y)
  put3(out, 10, said, x, y)
  put3(out, 11, said, x, r1)
  put3(out, 12, said, l1, y)
  put3(out, 13, said, xShape, yShape)
  put3(out, 14, said, wholeLeft, wholeRight)
  put3(out, 15, said, x, before)
  put3(out, 16, said, y, behind)
  put3(out, 17, said, before, l1r1)
  put3(out, 18, said, behind, l1r1)
  put3(out, 19, said, bucket(xLength) * 8 + bucket(yLength), c1 * 64 + d1)
  put3(out, 20, said, x, around)
  put2(out, 21, said, kinds)
  put3(out, 22, said, kinds, l1r1)
  put3(out, 23, said, xShape, y)
  put3(out, 24, said, x, yShape)
  put3(out, 25, said, around, c1 * 64 + d1)
  put3(out, 26, said, l21 ^ (l3 * 0x9e3779b1), r12 ^ (r3 * 0x9e3779b1))
  put3(out, 27, said, x, behindClass * 64 + d1)
  put3(out, 28, said, wholeLeft, y)
  put3(out, 29, said, x, wholeRight)
}
