// The splitting patterns of published subword tokenizers, written out as linear scanners: given the start of a
// segment they say where it ends and whether the pattern matched it. The regular expressions they stand for are
// listed in src/tokenize/subword/patterns.ts; alternatives are tried in the order written there.
// `at`, `end` are addresses of UTF-16 units; a result is (end of the segment << 1 | matched) in units from `text`.
import {
  BREAK,
  classesOf,
  LETTER,
  LOWERISH,
  NUMBER,
  PUNCTUATION,
  SPACE,
  UPPERISH,
  WORD,
} from './subword-classes'
import { pointAt } from './unicode'

export const GPT2: u32 = 0
export const GPT4: u32 = 1
export const GPT4O: u32 = 2
export const WORDS: u32 = 3
export const SPACES: u32 = 4
export const PUNCTUATIONS: u32 = 5
export const NUMBERS: u32 = 6
export const LITERAL: u32 = 7
export const REPEATS: u32 = 8

function width(point: u32): usize {
  return point >= 0x10000 ? 4 : 2
}

// End of the longest run of at most `limit` characters whose bits meet `wanted`.
function run(table: usize, at: usize, end: usize, wanted: u32, limit: u32): usize {
  while (at < end && limit > 0) {
    const point = pointAt(at, end)
    if ((classesOf(table, point) & wanted) === 0) break
    at += width(point)
    limit--
  }
  return at
}

// End of the longest run of characters that have none of the bits.
function runWithout(table: usize, at: usize, end: usize, unwanted: u32): usize {
  while (at < end) {
    const point = pointAt(at, end)
    if (classesOf(table, point) & unwanted) break
    at += width(point)
  }
  return at
}

function lower(unit: u32, fold: bool): u32 {
  if (!fold) return unit
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32
  return unit === 0x17f ? 0x73 : unit // long s folds to s
}

// Units of an English contraction at `at` ('s 't 're 've 'm 'll 'd), 0 if there is none.
function contraction(at: usize, end: usize, fold: bool): usize {
  if (at + 4 > end || load<u16>(at) !== 0x27) return 0
  const first = lower(load<u16>(at, 2), fold)
  if (first === 0x73 || first === 0x74 || first === 0x6d || first === 0x64) return 4
  if (at + 6 > end) return 0
  const second = lower(load<u16>(at, 4), fold)
  if ((first === 0x72 || first === 0x76) && second === 0x65) return 6
  return first === 0x6c && second === 0x6c ? 6 : 0
}

// White space at `at`: all of a run at the end of the text, otherwise all but its last unit if that leaves any.
function spaces(table: usize, at: usize, end: usize): usize {
  const reached = run(table, at, end, SPACE, u32.MAX_VALUE)
  return reached === end || reached - at === 2 ? reached : reached - 2
}

function gpt2(table: usize, at: usize, end: usize): usize {
  const short = contraction(at, end, false)
  if (short) return at + short
  const point = pointAt(at, end)
  let next = at
  let bits = classesOf(table, point)
  if (point === 0x20 && at + 2 < end) {
    const following = classesOf(table, pointAt(at + 2, end))
    if ((following & SPACE) === 0) {
      next = at + 2
      bits = following
    }
  }
  if (bits & SPACE) return spaces(table, at, end)
  if (bits & LETTER) return run(table, next, end, LETTER, u32.MAX_VALUE)
  if (bits & NUMBER) return run(table, next, end, NUMBER, u32.MAX_VALUE)
  return runWithout(table, next, end, SPACE | LETTER | NUMBER)
}

// What the GPT-4 and GPT-4o patterns share: numbers, other marks with the line breaks after them, white space
// up to its last line break. Bit 1 of `slash`: slashes belong to the line breaks.
function rest(table: usize, at: usize, end: usize, digits: u32, slash: bool): usize {
  const point = pointAt(at, end)
  const bits = classesOf(table, point)
  if (bits & NUMBER) return run(table, at, end, NUMBER, digits)
  const next = point === 0x20 ? at + 2 : at
  const other = runWithout(table, next, end, SPACE | LETTER | NUMBER)
  if (other > next) {
    let reached = other
    while (reached < end) {
      const unit = <u32>load<u16>(reached)
      if (unit !== 0x0a && unit !== 0x0d && !(slash && unit === 0x2f)) break
      reached += 2
    }
    return reached
  }
  const reached = run(table, at, end, SPACE, u32.MAX_VALUE)
  for (let last = reached; last > at; last -= 2) {
    const unit = <u32>load<u16>(last - 2)
    if (unit === 0x0a || unit === 0x0d) return last
  }
  return spaces(table, at, end)
}

// Where letters may begin when one character that is no letter, number or line break may stand before them.
function afterPrefix(table: usize, at: usize, end: usize): usize {
  const point = pointAt(at, end)
  return classesOf(table, point) & (LETTER | NUMBER | BREAK) ? at : at + width(point)
}

function gpt4(table: usize, at: usize, end: usize, digits: u32): usize {
  const short = contraction(at, end, true)
  if (short) return at + short
  const next = afterPrefix(table, at, end)
  const letters = run(table, next, end, LETTER, u32.MAX_VALUE)
  return letters > next ? letters : rest(table, at, end, digits, false)
}

// [upperish]*[lowerish]+ from `at`, as backtracking would find it; `at` if there is none.
function capitalised(table: usize, at: usize, end: usize): usize {
  let next = at
  let both = at // after the last character of the run that is upperish and lowerish at once
  while (next < end) {
    const point = pointAt(next, end)
    const bits = classesOf(table, point)
    if ((bits & UPPERISH) === 0) break
    next += width(point)
    if (bits & LOWERISH) both = next
  }
  const lowered = run(table, next, end, LOWERISH, u32.MAX_VALUE)
  return lowered > next ? lowered : both
}

// [upperish]+[lowerish]* where the former has found nothing.
function shouted(table: usize, at: usize, end: usize): usize {
  return run(table, at, end, UPPERISH, u32.MAX_VALUE)
}

function gpt4o(table: usize, at: usize, end: usize, digits: u32, contractions: bool): usize {
  const next = afterPrefix(table, at, end)
  let reached = capitalised(table, next, end)
  let from = next
  if (reached === from && next > at) {
    from = at
    reached = capitalised(table, from, end)
  }
  if (reached === from) {
    from = next
    reached = shouted(table, from, end)
  }
  if (reached === from && next > at) {
    from = at
    reached = shouted(table, from, end)
  }
  if (reached > from) return contractions ? reached + contraction(reached, end, true) : reached
  return rest(table, at, end, digits, true)
}

function segment(text: usize, to: usize, matched: u32): u32 {
  return ((<u32>((to - text) >> 1)) << 1) | matched
}

function literal(text: usize, at: usize, end: usize, needle: usize, needleEnd: usize): u32 {
  const size = needleEnd - needle
  for (let from = at; from + size <= end; from += 2) {
    let same: usize = 0
    while (same < size && load<u16>(from + same) === load<u16>(needle + same)) same += 2
    if (same === size) return from === at ? segment(text, from + size, 1) : segment(text, from, 0)
  }
  return segment(text, end, 0)
}

// Runs of one unit, and what lies between them.
function repeats(text: usize, at: usize, end: usize, unit: u16): u32 {
  const matched: u32 = load<u16>(at) === unit ? 1 : 0
  let to = at + 2
  while (to < end && (load<u16>(to) === unit ? 1 : 0) === matched) to += 2
  return segment(text, to, matched)
}

// The segment that begins at `at`. `digits`: how many numbers a segment may hold; for LITERAL `needle` to
// `needleEnd` is what to look for.
export function segmentAt(
  pattern: u32,
  table: usize,
  text: usize,
  at: usize,
  end: usize,
  digits: u32,
  contractions: bool,
  needle: usize,
  needleEnd: usize,
): u32 {
  if (pattern === GPT2) return segment(text, gpt2(table, at, end), 1)
  if (pattern === GPT4) return segment(text, gpt4(table, at, end, digits), 1)
  if (pattern === GPT4O) return segment(text, gpt4o(table, at, end, digits, contractions), 1)
  if (pattern === LITERAL) return literal(text, at, end, needle, needleEnd)
  if (pattern === REPEATS) return repeats(text, at, end, load<u16>(needle))
  const point = pointAt(at, end)
  const bits = classesOf(table, point)
  if (pattern === WORDS) {
    if (bits & WORD) return segment(text, run(table, at, end, WORD, u32.MAX_VALUE), 1)
    if (bits & SPACE) return segment(text, run(table, at, end, SPACE, u32.MAX_VALUE), 0)
    return segment(text, runWithout(table, at, end, WORD | SPACE), 1)
  }
  const wanted = pattern === SPACES ? SPACE : pattern === NUMBERS ? NUMBER : PUNCTUATION
  if (bits & wanted) return segment(text, run(table, at, end, wanted, digits), 1)
  return segment(text, runWithout(table, at, end, wanted), 0)
}
