// Sentence boundaries with a linear model: what is said about every token, and the walk over the gaps.
//
// sentenceAttributes: a hash of the lower-cased form (digits as 0) and of its last three units, a shape code, the
// kind of gap after it, and running counts of full stops.
// sentenceScan: walks the gaps that pass a cheap gate, makes FEATURES hashed features of the five tokens around
// a gap, the sentence so far and the next LOOKAHEAD tokens, and decides (or, in training, writes the features
// down). What is known about the past lies in `state`, what is known about the future ends LOOKAHEAD tokens on
// or with the paragraph: so a text cut anywhere into chunks gives the same answers as the whole.
import { perceptronScore } from './perceptron'
import {
  CLITIC,
  CLOSE_BRACKET,
  finalClass,
  isCloser,
  isUpper,
  LOW,
  LOW1,
  lowerUnit,
  OPEN_BRACKET,
  PUNCTUATION,
  QUOTE,
  QUOTE_CLOSE,
  QUOTE_OPEN,
  STOP,
  shapeOf,
} from './shape'

const FEATURES: i32 = 45
const LOOKAHEAD: i32 = 25
const READ: i32 = 40 // units of a token that are looked at: longer ones are no words

// Kinds of gaps
const JOINED: i32 = 0
const LINE: i32 = 2
const BREAK: i32 = 3

// The state between chunks, i32 each
const POSITION: usize = 0 // tokens of the paragraph up to now
const LENGTH: usize = 4 // tokens of the sentence up to now
const FINALS: usize = 8 // full stops and the like in the sentence
const QUOTED: usize = 12
const BRACKETS: usize = 16
const FIRST_HASH: usize = 20
const FIRST_SHAPE: usize = 24
const SECOND_SHAPE: usize = 28
const LINE_LENGTH: usize = 32 // units of the line up to now
const LONGEST: usize = 36 // units of the paragraph's longest line before this one
const WRAPPED: usize = 40 // line breaks of the paragraph inside sentences
const BROKEN: usize = 44 // line breaks of the paragraph between sentences

function unit(at: usize, i: i32): i32 {
  return <i32>load<u16>(at + ((<usize>i) << 1))
}

function gapOf(units: usize, from: i32, to: i32): i32 {
  if (from >= to) return JOINED
  let lines = 0
  for (let i = from; i < to; i++) {
    const u = unit(units, i)
    if (u === 0x20) continue
    if (u === 0x2029) return BREAK
    if (
      (u >= 0x0a && u <= 0x0d && !(u === 0x0a && i > from && unit(units, i - 1) === 0x0d)) ||
      u === 0x85 ||
      u === 0x2028
    ) {
      if (++lines > 1) return BREAK
    }
  }
  return 1 + lines
}

/** Numbers 0 to 10 for counts, coarser as they grow. */
function bucket(n: i32): u32 {
  return n < 6 ? n : n < 8 ? 6 : n < 12 ? 7 : n < 18 ? 8 : n < 30 ? 9 : 10
}

/** Fills the columns of `count` tokens; `starts` has one entry more, where the text after the last one ends. */
export function sentenceAttributes(
  units: usize,
  starts: usize,
  ends: usize,
  count: i32,
  hashes: usize,
  suffixes: usize,
  shapes: usize,
  gaps: usize,
  finals: usize,
): i32 {
  let stops = 0
  store<i32>(finals, 0)
  for (let t = 0; t < count; t++) {
    const four = (<usize>t) << 2
    const start = load<i32>(starts + four)
    const end = load<i32>(ends + four)
    const at = units + ((<usize>start) << 1)
    const length = end - start
    const read = min(length, READ)
    let hash: u32 = 0x811c9dc5
    for (let i = 0; i < read; i++) hash = (hash ^ <u32>lowerUnit(unit(at, i))) * 16777619
    let suffix = hash
    if (length > 4) {
      suffix = 9
      for (let i = length - 3; i < length; i++) suffix = (suffix ^ <u32>lowerUnit(unit(at, i))) * 16777619
    }
    const shape = shapeOf(at, length, read)
    store<u32>(hashes + four, hash)
    store<u32>(suffixes + four, suffix)
    store<u8>(shapes + <usize>t, shape)
    store<u8>(gaps + <usize>t, gapOf(units, end, load<i32>(starts + four, 4)))
    if (finalClass(shape) !== 0) stops++
    store<i32>(finals + four, stops, 4)
  }
  return count
}

function mix(h: u32, x: u32): u32 {
  h = (h ^ x) * 0x85ebca6b
  return h ^ (h >>> 15)
}

/** Hash of up to three numbers in template `id`. */
function put(out: usize, id: i32, x: u32, y: u32, z: u32): void {
  let h = mix(<u32>id * 0x9e3779b1, x)
  h = mix(h, y)
  h = mix(h, z)
  store<u32>(out + ((<usize>id) << 2), h ^ (h >>> 16))
}

/**
 * Walks the gaps after tokens `from` to `to` of `count` in memory. Without `examples`: writes 1 into `marks` for
 * each token that ends a sentence (0 for the others) and gives their number. With it: reads the true ends from
 * `marks`, writes FEATURES hashes for each gap that passes the gate and its label, and gives their number.
 */
export function sentenceScan(
  state: usize,
  starts: usize,
  ends: usize,
  hashes: usize,
  suffixes: usize,
  shapes: usize,
  gaps: usize,
  finals: usize,
  from: i32,
  to: i32,
  count: i32,
  weights: usize,
  mask: u32,
  scratch: usize,
  marks: usize,
  examples: usize,
  labels: usize,
): i32 {
  let found = 0
  let limit = from + 1
  for (let i = from; i < to; i++) {
    const one = <usize>i
    const shape = <i32>load<u8>(shapes + one)
    const gap = <i32>load<u8>(gaps + one)
    const position = load<i32>(state, POSITION) + 1
    const length = load<i32>(state, LENGTH) + 1
    let stops = load<i32>(state, FINALS)
    let quoted = load<i32>(state, QUOTED)
    let brackets = load<i32>(state, BRACKETS)
    if (length === 1) {
      store<u32>(state, load<u32>(hashes + (one << 2)), FIRST_HASH)
      store<i32>(state, shape, FIRST_SHAPE)
    } else if (length === 2) store<i32>(state, shape, SECOND_SHAPE)
    if (shape >= PUNCTUATION) {
      if (finalClass(shape) !== 0) stops++
      if (shape === QUOTE) quoted ^= 1
      else if (shape === QUOTE_OPEN) quoted = 1
      else if (shape === QUOTE_CLOSE) quoted = 0
      else if (shape === OPEN_BRACKET) brackets++
      else if (shape === CLOSE_BRACKET && brackets > 0) brackets--
    }
    const start = load<i32>(starts + (one << 2))
    let line = load<i32>(ends + (one << 2)) - start
    if (load<i32>(state, LINE_LENGTH) > 0) {
      line += load<i32>(state, LINE_LENGTH) + start - load<i32>(ends + (one << 2) - 4)
    }
    store<i32>(state, line, LINE_LENGTH)
    store<i32>(state, position, POSITION)
    store<i32>(state, length, LENGTH)
    store<i32>(state, stops, FINALS)
    store<i32>(state, quoted, QUOTED)
    store<i32>(state, brackets, BRACKETS)
    let ends_ = false
    if (gap === BREAK) {
      if (examples === 0) found++
      memory.fill(state, 0, 64)
      ends_ = true
    } else {
      const next = <i32>load<u8>(shapes + one, 1)
      let asks = true
      if (gap === JOINED) asks = (finalClass(shape) !== 0 || isCloser(shape)) && isUpper(next)
      else if (gap === 1) {
        asks =
          !(isSmall(shape) && isSmall(next)) || (next === LOW1 && isMarker(shapes + one + 2, gaps + one + 1))
      }
      if (asks) {
        if (limit <= i) limit = i + 1
        while (limit < count && limit < i + 1 + LOOKAHEAD && load<u8>(gaps + <usize>(limit - 1)) !== BREAK)
          limit++
        const out = examples === 0 ? scratch : examples + ((<usize>(found * FEATURES)) << 2)
        features(state, starts, ends, hashes, suffixes, shapes, gaps, finals, i, limit, gap, out)
        if (examples !== 0) {
          ends_ = load<u8>(marks + one) !== 0
          store<u8>(labels + <usize>found, ends_ ? 1 : 0)
          found++
        } else if (perceptronScore(weights, mask, scratch, FEATURES) > 0) {
          ends_ = true
          found++
        }
      }
    }
    if (examples !== 0) {
      if (load<u8>(marks + one) !== 0) ends_ = true
    } else store<u8>(marks + one, ends_ ? 1 : 0)
    if (gap === LINE) {
      const kind = ends_ ? BROKEN : WRAPPED
      store<i32>(state + kind, load<i32>(state + kind) + 1)
      store<i32>(state, max(line, load<i32>(state, LONGEST)), LONGEST)
      store<i32>(state, 0, LINE_LENGTH)
    }
    if (ends_) {
      store<i32>(state, 0, LENGTH)
      store<i32>(state, 0, FINALS)
    }
  }
  return found
}

function isSmall(shape: i32): bool {
  return shape === LOW || shape === LOW1 || shape === CLITIC
}

/** Whether a full stop or bracket is glued to the single letter before `shape`, as in "b. " and "b) ". */
function isMarker(shape: usize, gap: usize): bool {
  return load<u8>(gap) === JOINED && (load<u8>(shape) === STOP || load<u8>(shape) === CLOSE_BRACKET)
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

function features(
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
  out: usize,
): void {
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
  const before = bucket(position)
  const stopsLeft = <u32>min(load<i32>(state, FINALS), 2)
  const stopsRight = <u32>min(load<i32>(finals + ((<usize>limit) << 2)) - load<i32>(finals + (b << 2)), 2)
  const quoted = load<u32>(state, QUOTED)
  const brackets = <u32>min(load<i32>(state, BRACKETS), 2)
  let run: i32 = 0
  while (run < 6 && run < length && isUpper(<i32>load<u8>(shapes + (a - <usize>run)))) run++
  let runRight: i32 = 0
  while (runRight < 6 && i + 1 + runRight < limit && isUpper(<i32>load<u8>(shapes + b + <usize>runRight)))
    runRight++

  const pair = aShape * 64 + bShape
  const stop = final * 64 + bShape
  put(out, 0, 0, 0, 0)
  put(out, 1, aHash, 0, 0)
  put(out, 2, a1Hash, 0, 0)
  put(out, 3, b1Hash, 0, 0)
  put(out, 4, a2Hash, 0, 0)
  put(out, 5, a1Hash, aHash, 0)
  put(out, 6, bHash, b1Hash, 0)
  put(out, 7, aHash, bHash, b1Hash)
  put(out, 8, pair, 0, 0)
  put(out, 9, a1Shape, pair, 0)
  put(out, 10, b1Shape, pair, 0)
  put(out, 11, a2Shape * 64 + a1Shape, pair, 0)
  put(out, 12, final, bHash, 0)
  put(out, 13, final, wHash, 0)
  put(out, 14, final, wShape * 64 + vShape, 0)
  put(out, 15, final * 8 + skipped, vShape, 0)
  put(out, 16, stop, wLength, 0)
  put(out, 17, aSuffix, bSuffix, 0)
  put(out, 18, aSuffix, bShape, 0)
  put(out, 19, aShape, bSuffix, 0)
  put(out, 20, aSuffix, bHash, 0)
  put(out, 21, right, stop, 0)
  put(out, 22, left * 16 + right, final, 0)
  put(out, 23, before, stop, 0)
  put(out, 24, brackets, stop, 0)
  put(out, 25, quoted, final, bHash)
  put(out, 26, firstHash, stop, 0)
  put(out, 27, firstShape * 64 + secondShape, bShape * 64 + b1Shape, left)
  put(out, 28, <u32>run * 8 + <u32>runRight, final, 0)
  put(out, 29, <u32>(run === length) * 8 + <u32>runRight, left, 0)
  put(out, 30, left, aHash, 0)
  put(out, 31, right, bHash, 0)
  put(out, 32, left * 16 + right, bShape, 0)
  put(out, 33, a1Hash, bHash, 0)
  put(out, 34, aHash, b1Hash, 0)
  put(out, 35, wHash, final, vHash)
  put(out, 36, load<u32>(suffixes + (v << 2)), final, aShape)
  put(out, 37, stopsLeft * 4 + stopsRight, left, stop)
  put(out, 38, <u32>gap, stop, 0)
  put(out, 39, <u32>gap, gap === LINE ? left * 4 + stopsRight : 0, 0)
  put(out, 40, aShape, bHash, 0)
  put(out, 41, firstHash, bHash, length > 1 ? 1 : 0)
  // Line breaks: hard-wrapped text, one sentence a line, lists.
  const broken = gap === LINE
  const line: u32 = broken ? lineOf(state, starts, ends, gaps, i, limit) + 1 : 0
  const habit: u32 = broken
    ? <u32>min(load<i32>(state, WRAPPED), 3) * 4 + <u32>min(load<i32>(state, BROKEN), 3) + 1
    : 0
  put(out, 42, line, broken ? stop : 0, 0)
  put(out, 43, habit, broken ? stop : 0, 0)
  put(out, 44, line, habit, broken ? final : 0)
}
