// The trained tagger at work: greedy, left to right, each token with the labels before it as features.
//
// Weights are int8 and sums int16: a feature adds at most 127, so some 250 features cannot overflow. A layer of 24
// lanes and plain labels (the seventeen universal tags) keeps its sums in three registers.
import { entryAt, fillParts, fixedRow, jointRow, Layer, listOf, scoreOf } from './tagger-layer'

/** Sums the fixed features of entries `from` to `to` into the cache; gives how many entries. */
export function taggerRows(x: Layer, from: i32, to: i32): i32 {
  const lanes = <usize>x.lanes
  const bytes = lanes << 1
  const end = x.fixed + <usize>x.fixedCount * 12
  for (let entry = <usize>from; entry < <usize>to; entry++) {
    const cache = x.cache + entry * <usize>x.slots * bytes
    const attributes = x.attributes + ((entry * <usize>x.attributeCount) << 2)
    memory.fill(cache, 0, <usize>x.slots * bytes)
    for (let feature = x.fixed; feature < end; feature += 12) {
      const value = load<u32>(attributes + ((<usize>load<u32>(feature, 4)) << 2))
      if (value === 0) continue
      const row = fixedRow(x, value, load<u32>(feature, 8), lanes)
      const sums = cache + <usize>load<u32>(feature) * bytes
      for (let c: usize = 0; c < lanes; c += 8) {
        const at = sums + (c << 1)
        v128.store(at, i16x8.add(v128.load(at), v128.load8x8_s(row + c)))
      }
    }
  }
  return to - from
}

/** The first of the largest of 24 sums. */
function largest(a: v128, b: v128, c: v128): i32 {
  let most = i16x8.max_s(a, i16x8.max_s(b, c))
  most = i16x8.max_s(most, v128.shuffle<i16>(most, most, 4, 5, 6, 7, 0, 1, 2, 3))
  most = i16x8.max_s(most, v128.shuffle<i16>(most, most, 2, 3, 0, 1, 6, 7, 4, 5))
  most = i16x8.max_s(most, v128.shuffle<i16>(most, most, 1, 0, 3, 2, 5, 4, 7, 6))
  const first = i16x8.bitmask(i16x8.eq(a, most))
  const second = i16x8.bitmask(i16x8.eq(b, most))
  const third = i16x8.bitmask(i16x8.eq(c, most))
  return <i32>ctz<u32>(<u32>first | ((<u32>second) << 8) | ((<u32>third) << 16))
}

function best24(x: Layer, entries: usize, i: i32, from: i32, to: i32): i32 {
  let a = v128.load(x.floor)
  let b = v128.load(x.floor, 16)
  let c = v128.load(x.floor, 32)
  const slots = <usize>x.slots
  for (let slot: usize = 0; slot < slots; slot++) {
    const entry = entryAt(entries, i + load<i32>(x.offsets + (slot << 2)), from, to)
    const at = x.cache + (entry * slots + slot) * 48
    a = i16x8.add(a, v128.load(at))
    b = i16x8.add(b, v128.load(at, 16))
    c = i16x8.add(c, v128.load(at, 32))
  }
  const end = x.joint + ((<usize>x.jointCount) << 4)
  const values = x.values
  for (let feature = x.joint; feature < end; feature += 16) {
    const first = load<u32>(values + ((<usize>load<u32>(feature, 4)) << 2))
    const second = load<u32>(values + ((<usize>load<u32>(feature, 8)) << 2))
    const third = load<u32>(values + ((<usize>load<u32>(feature, 12)) << 2))
    if (first === 0 || second === 0 || third === 0) continue
    const row = jointRow(x, load<u32>(feature), first, second, third, 24)
    a = i16x8.add(a, v128.load8x8_s(row))
    b = i16x8.add(b, v128.load8x8_s(row, 8))
    c = i16x8.add(c, v128.load8x8_s(row, 16))
  }
  return largest(a, b, c)
}

function sum(x: Layer, entries: usize, i: i32, from: i32, to: i32): void {
  const lanes = <usize>x.lanes
  const slots = <usize>x.slots
  const scores = x.scores
  memory.copy(scores, x.floor, lanes << 1)
  for (let slot: usize = 0; slot < slots; slot++) {
    const entry = entryAt(entries, i + load<i32>(x.offsets + (slot << 2)), from, to)
    const cache = x.cache + (((entry * slots + slot) * lanes) << 1)
    for (let c: usize = 0; c < lanes << 1; c += 16) {
      v128.store(scores + c, i16x8.add(v128.load(scores + c), v128.load(cache + c)))
    }
  }
  const end = x.joint + ((<usize>x.jointCount) << 4)
  const values = x.values
  for (let feature = x.joint; feature < end; feature += 16) {
    const first = load<u32>(values + ((<usize>load<u32>(feature, 4)) << 2))
    const second = load<u32>(values + ((<usize>load<u32>(feature, 8)) << 2))
    const third = load<u32>(values + ((<usize>load<u32>(feature, 12)) << 2))
    if (first === 0 || second === 0 || third === 0) continue
    const row = jointRow(x, load<u32>(feature), first, second, third, lanes)
    for (let c: usize = 0; c < lanes; c += 8) {
      const at = scores + (c << 1)
      v128.store(at, i16x8.add(v128.load(at), v128.load8x8_s(row + c)))
    }
  }
}

/**
 * Labels (u16) of the tokens of `count` sentences, whose first tokens `starts` (u32, count + 1) has; `given` (u16)
 * are the tags that choose among each entry's lists. Gives the number of tokens.
 */
export function taggerTag(
  x: Layer,
  entries: usize,
  starts: usize,
  count: i32,
  given: usize,
  labels: usize,
): i32 {
  const fast = x.plain !== 0 && x.lanes === 24
  const first = load<i32>(starts)
  let to = first
  for (let s = 0; s < count; s++) {
    const from = to
    to = load<i32>(starts + ((<usize>(s + 1)) << 2))
    for (let i = from; i < to; i++) {
      const list = x.listStarts + (listOf(x, entries, given, i) << 2)
      let at = x.listLabels + ((<usize>load<u32>(list)) << 1)
      const end = x.listLabels + ((<usize>load<u32>(list, 4)) << 1)
      let label = <usize>load<u16>(at)
      if (end - at > 2) {
        fillParts(x, entries, given, labels, i, from, to)
        if (fast) label = <usize>best24(x, entries, i, from, to)
        else {
          sum(x, entries, i, from, to)
          let most = scoreOf(x, label)
          for (at += 2; at < end; at += 2) {
            const other = <usize>load<u16>(at)
            const score = scoreOf(x, other)
            if (score > most) {
              most = score
              label = other
            }
          }
        }
      }
      store<u16>(labels + ((<usize>i) << 1), <u16>label)
    }
  }
  return to - first
}
