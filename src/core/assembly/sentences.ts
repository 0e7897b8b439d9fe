// Sentence boundaries with a linear model: what is said about every token, and the walk over the gaps.
//
// sentenceAttributes: a hash of the lower-cased form (digits as 0) and of its last three units, a shape code, the
// kind of gap after it, and running counts of full stops.
// sentenceScan: walks the gaps that pass a cheap gate, makes FEATURES hashed features of the five tokens around
// a gap, the sentence so far and the next LOOKAHEAD tokens, and decides (or, in training, writes the features
// down). What is known about the past lies in `state`, what is known about the future ends LOOKAHEAD tokens on
// or with the paragraph: so a text cut anywhere into chunks gives the same answers as the whole.
import {
  BRACKETS,
  BREAK,
  BROKEN,
  FEATURES,
  FINALS,
  FIRST_HASH,
  FIRST_SHAPE,
  JOINED,
  LENGTH,
  LINE,
  LINE_LENGTH,
  LONGEST,
  LOOKAHEAD,
  POSITION,
  QUOTED,
  SECOND_SHAPE,
  sentenceFeatures,
  WRAPPED,
} from './sentence-features'
import {
  CASELESS,
  CLITIC,
  CLOSE_BRACKET,
  finalClass,
  isCaseless,
  isCloser,
  isUpper,
  kindOf,
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

const READ: i32 = 40 // units of a token that are looked at: longer ones are no words

function unit(at: usize, i: i32): i32 {
  return <i32>load<u16>(at + ((<usize>i) << 1))
}

function gapOf(units: usize, from: i32, to: i32): i32 {
  if (from >= to) return JOINED
  if (to === from + 1 && unit(units, from) === 0x20) return 1
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

/**
 * Fills the columns of `count` tokens; `starts` has one entry more, where the text after the last one ends. With
 * `caseless` words of scripts without case have a shape of their own, and their last letter as suffix.
 */
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
  caseless: i32,
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
    let kinds: u32 = 0
    for (let i = 0; i < read; i++) {
      const u = unit(at, i)
      kinds += kindOf(u)
      hash = (hash ^ <u32>lowerUnit(u)) * 16777619
    }
    let suffix = hash
    if (length > 4) {
      suffix = 9
      for (let i = length - 3; i < length; i++) suffix = (suffix ^ <u32>lowerUnit(unit(at, i))) * 16777619
    }
    let shape = shapeOf(at, length, read, kinds)
    if (caseless !== 0 && (shape === LOW || shape === LOW1) && isCaseless(unit(at, 0))) {
      shape = <u8>CASELESS
      suffix = (9 ^ <u32>unit(at, length - 1)) * 16777619
    }
    store<u32>(hashes + four, hash)
    store<u32>(suffixes + four, suffix)
    store<u8>(shapes + <usize>t, shape)
    store<u8>(gaps + <usize>t, gapOf(units, end, load<i32>(starts + four, 4)))
    if (finalClass(shape) !== 0) stops++
    store<i32>(finals + four, stops, 4)
  }
  return count
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
  floor: i32,
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
        const score = sentenceFeatures(
          state,
          starts,
          ends,
          hashes,
          suffixes,
          shapes,
          gaps,
          finals,
          i,
          limit,
          gap,
          examples === 0 ? weights : 0,
          mask,
          floor,
          out,
        )
        if (examples !== 0) {
          ends_ = load<u8>(marks + one) !== 0
          store<u8>(labels + <usize>found, ends_ ? 1 : 0)
          found++
        } else if (score > 0) {
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
