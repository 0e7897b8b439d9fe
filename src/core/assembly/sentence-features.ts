// Features of one gap between tokens: hashes of what stands around it, of the sentence so far and of the paragraph.
//
// The first EARLY of them say enough of most gaps: where their score is below the model's floor, the rest is not
// looked at. In training (no weights) all FEATURES are written.
import { perceptronScore } from './perceptron'
import { finalClass, isCloser, isUpper, PUNCTUATION } from './shape'

export const FEATURES: i32 = 45
export const LOOKAHEAD: i32 = 25
const EARLY: i32 = 7

// Kinds of gaps
export const JOINED: i32 = 0
export const LINE: i32 = 2
export const BREAK: i32 = 3

// The state between chunks, i32 each
export const POSITION: usize = 0 // tokens of the paragraph up to now
export const LENGTH: usize = 4 // tokens of the sentence up to now
export const FINALS: usize = 8 // full stops and the like in the sentence
export const QUOTED: usize = 12
export const BRACKETS: usize = 16
export const FIRST_HASH: usize = 20
export const FIRST_SHAPE: usize = 24
export const SECOND_SHAPE: usize = 28
export const LINE_LENGTH: usize = 32 // units of the line up to now
export const LONGEST: usize = 36 // units of the paragraph's longest line before this one
export const WRAPPED: usize = 40 // line breaks of the paragraph inside sentences
export const BROKEN: usize = 44 // line breaks of the paragraph between sentences

/** Numbers 0 to 10 for counts, coarser as they grow. */
function bucket(n: i32): u32 {
  return n < 6 ? n : n < 8 ? 6 : n < 12 ? 7 : n < 18 ? 8 : n < 30 ? 9 : 10
}

function mix(h: u32, x: u32): u32 {
  h = (h ^ x) * 0x85ebca6b
  return h ^ (h >>> 15)
}

/** Writes the hash of one number in template `id`. */
export function put1(out: usize, id: i32, x: u32): void {
  const h = mix(<u32>id * 0x7feb352d, x)
  store<u32>(out + ((<usize>id) << 2), h ^ (h >>> 16))
}

/** Writes the hash of two numbers in template `id`. */
export function put2(out: usize, id: i32, x: u32, y: u32): void {
  const h = mix(mix(<u32>id * 0x7feb352d, x), y)
  store<u32>(out + ((<usize>id) << 2), h ^ (h >>> 16))
}

/** Writes the hash of three numbers in template `id`. */
export function put3(out: usize, id: i32, x: u32, y: u32, z: u32): void {
  const h = mix(mix(mix(<u32>id * 0x7feb352d, x), y), z)
  store<u32>(out + ((<usize>id) << 2), h ^ (h >>> 16))
}

/**
 * Says of a line break whether the next word would have stood on the line too, going by the longest line so far
 * and the next one (0 no: a wrapped line; 1 to 3 yes, with more and more room), and how long the line is.
 */
function lineOf(state: usize, starts: usize, ends: usize, gaps: usize, i: i32, limit: i32): u32 {
  const begin = load<i32>(starts + ((<usize>i) << 2), 4)
  let word = i + 1
  while (word < limit - 1 && load<u8>(gaps + <usize>word) === JOINED) word++
  let last = word
  while (last < limit - 1 && load<u8>(gaps + <usize>last) !== LINE) last++
  const line = load<i32>(state, LINE_LENGTH)
  const longest = max(load<i32>(state, LONGEST), max(line, load<i32>(ends + ((<usize>last) << 2)) - begin))
  const room = longest - line - 1 - (load<i32>(ends + ((<usize>word) << 2)) - begin)
  const fits: u32 = room < 0 ? 0 : room < 8 ? 1 : room < 20 ? 2 : 3
  return fits * 8 + <u32>min(line >> 4, 7)
}

/**
 * Writes the features of the gap after token `i` to `out` and gives their score, or -1 where the first ones are
 * below `floor`. `limit` is the end of what may be seen: of the paragraph, or LOOKAHEAD tokens on.
 */
export function sentenceFeatures(
  state: usize,
  starts: usize,
  ends: usize,
  hashes: usize,
  suffixes: usize,
  shapes: usize,
  gaps: usize,
  finals: usize,
  i: i32,
  limit: i32,
  gap: i32,
  weights: usize,
  mask: u32,
  floor: i32,
  out: usize,
): i32 {
  const position = load<i32>(state, POSITION)
  const length = load<i32>(state, LENGTH)
  const a = <usize>i
  const b = a + 1
  const aHash = load<u32>(hashes + (a << 2))
  const bHash = load<u32>(hashes + (b << 2))
  const aSuffix = load<u32>(suffixes + (a << 2))
  const bSuffix = load<u32>(suffixes + (b << 2))
  const aShape = <u32>load<u8>(shapes + a)
  const bShape = <u32>load<u8>(shapes + b)
  // Before the paragraph and after it all hashes are 1 and all shapes 0.
  const a1Hash: u32 = position > 1 ? load<u32>(hashes + ((a - 1) << 2)) : 1
  const a2Hash: u32 = position > 2 ? load<u32>(hashes + ((a - 2) << 2)) : 1
  const a1Shape: u32 = position > 1 ? <u32>load<u8>(shapes + a - 1) : 0
  const a2Shape: u32 = position > 2 ? <u32>load<u8>(shapes + a - 2) : 0
  const b1Hash: u32 = i + 2 < limit ? load<u32>(hashes + (b << 2), 4) : 1
  const b1Shape: u32 = i + 2 < limit ? <u32>load<u8>(shapes + b, 1) : 0
  const firstHash = load<u32>(state, FIRST_HASH)
  const firstShape = load<u32>(state, FIRST_SHAPE)
  const secondShape: u32 = length > 1 ? load<u32>(state, SECOND_SHAPE) : bShape

  // The mark that would end the sentence, under up to three closing quotes and brackets, and the word before it.
  const first = i - length + 1
  let mark = i
  while (mark > first && i - mark < 3 && isCloser(<i32>load<u8>(shapes + <usize>mark))) mark--
  const final = <u32>finalClass(<i32>load<u8>(shapes + <usize>mark)) * 4 + <u32>(i - mark)
  let last = mark
  while (last > first && mark - last < 3 && finalClass(<i32>load<u8>(shapes + <usize>last)) !== 0) last--
  const w = <usize>last
  const wHash = load<u32>(hashes + (w << 2))
  const wShape = <u32>load<u8>(shapes + w)
  const wLength = bucket(load<i32>(ends + (w << 2)) - load<i32>(starts + (w << 2)))
  // The first word after the gap, past up to four marks.
  let v = b
  while (<i32>v < limit - 1 && <i32>(v - a) < 5 && <i32>load<u8>(shapes + v) >= PUNCTUATION) v++
  const skipped = <u32>(v - b)
  const vHash = load<u32>(hashes + (v << 2))
  const vShape = <u32>load<u8>(shapes + v)

  const left = bucket(length)
  const right = bucket(min(limit - 1 - i, LOOKAHEAD))
  const brackets = <u32>min(load<i32>(state, BRACKETS), 2)
  const pair = aShape * 64 + bShape
  const stop = final * 64 + bShape
  put2(out, 0, <u32>gap, stop)
  put2(out, 1, final, wShape * 64 + vShape)
  put1(out, 2, pair)
  put2(out, 3, brackets, stop)
  put2(out, 4, b1Shape, pair)
  put2(out, 5, left * 16 + right, final)
  put2(out, 6, a2Shape * 64 + a1Shape, pair)
  if (weights !== 0) {
    const early = perceptronScore(weights, mask, out, EARLY)
    if (early < floor) return -1
  }

  const before = bucket(position)
  const stopsLeft = <u32>min(load<i32>(state, FINALS), 2)
  const stopsRight = <u32>min(load<i32>(finals + ((<usize>limit) << 2)) - load<i32>(finals + (b << 2)), 2)
  const quoted = load<u32>(state, QUOTED)
  let run: i32 = 0
  while (run < 6 && run < length && isUpper(<i32>load<u8>(shapes + (a - <usize>run)))) run++
  let runRight: i32 = 0
  while (runRight < 6 && i + 1 + runRight < limit && isUpper(<i32>load<u8>(shapes + b + <usize>runRight)))
    runRight++
  put1(out, 7, 0)
  put1(out, 8, aHash)
  put1(out, 9, a1Hash)
  put1(out, 10, b1Hash)
  put1(out, 11, a2Hash)
  put2(out, 12, a1Hash, aHash)
  put2(out, 13, bHash, b1Hash)
  put3(out, 14, aHash, bHash, b1Hash)
  put2(out, 15, a1Shape, pair)
  put2(out, 16, final, bHash)
  put2(out, 17, final, wHash)
  put2(out, 18, final * 8 + skipped, vShape)
  put2(out, 19, stop, wLength)
  put2(out, 20, aSuffix, bSuffix)
  put2(out, 21, aSuffix, bShape)
  put2(out, 22, aShape, bSuffix)
  put2(out, 23, aSuffix, bHash)
  put2(out, 24, right, stop)
  put2(out, 25, before, stop)
  put3(out, 26, quoted, final, bHash)
  put2(out, 27, firstHash, stop)
  put3(out, 28, firstShape * 64 + secondShape, bShape * 64 + b1Shape, left)
  put2(out, 29, <u32>run * 8 + <u32>runRight, final)
  put2(out, 30, <u32>(run === length) * 8 + <u32>runRight, left)
  put2(out, 31, left, aHash)
  put2(out, 32, right, bHash)
  put2(out, 33, left * 16 + right, bShape)
  put2(out, 34, a1Hash, bHash)
  put2(out, 35, aHash, b1Hash)
  put3(out, 36, wHash, final, vHash)
  put3(out, 37, load<u32>(suffixes + (v << 2)), final, aShape)
  put3(out, 38, stopsLeft * 4 + stopsRight, left, stop)
  put2(out, 39, <u32>gap, gap === LINE ? left * 4 + stopsRight : 0)
  put2(out, 40, aShape, bHash)
  put3(out, 41, firstHash, bHash, length > 1 ? 1 : 0)
  // Line breaks: hard-wrapped text, one sentence a line, lists.
  const broken = gap === LINE
  const line: u32 = broken ? lineOf(state, starts, ends, gaps, i, limit) + 1 : 0
  const habit: u32 = broken
    ? <u32>min(load<i32>(state, WRAPPED), 3) * 4 + <u32>min(load<i32>(state, BROKEN), 3) + 1
    : 0
  put2(out, 42, line, broken ? stop : 0)
  put2(out, 43, habit, broken ? stop : 0)
  put3(out, 44, line, habit, broken ? final : 0)
  return weights === 0 ? 0 : perceptronScore(weights, mask, out, FEATURES)
}
