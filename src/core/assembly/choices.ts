// Choice among candidates by a linear model over hashed features, trained as an averaged perceptron: what is chosen
// from has a different number of candidates every time, and far too many classes for a row of weights each.
// A decision has features of its own (shared by its candidates) and candidates; a candidate has a class (a hash)
// and `ownCount` features that are its alone. Its score is the sum of the weights at spread(feature ^ class) for
// the shared features and at the own ones as they are. Decision i has the shared features sharedStarts[i] to
// sharedStarts[i + 1] and the candidates starts[i] to starts[i + 1]; everything is u32. In use weights are int16; in
// training int32 beside `totals` (f64), from which the average over all steps is weights - totals / steps.
// Sources: as ./perceptron.ts; ranking by perceptron: Collins & Duffy 2002.
import { MALFORMED } from './codes'

/** The slot of a shared feature for a class: a mix of both, so that classes do not fall on each other. */
function spread(feature: u32, mark: u32): u32 {
  let hash = feature ^ mark
  hash = (hash ^ (hash >>> 15)) * 0x2c1b3c6d
  return hash ^ (hash >>> 13)
}

/** Writes to `best` (u32) the number of the best candidate of each of `count` decisions, the first of equals. */
export function choicesBest(
  weights: usize,
  mask: u32,
  shared: usize,
  sharedStarts: usize,
  classes: usize,
  own: usize,
  ownCount: i32,
  starts: usize,
  count: i32,
  best: usize,
): i32 {
  for (let d = 0; d < count; d++) {
    const at = (<usize>d) << 2
    const from = load<u32>(sharedStarts + at)
    const to = load<u32>(sharedStarts + at, 4)
    const first = load<u32>(starts + at)
    const last = load<u32>(starts + at, 4)
    if (last <= first || to < from) return MALFORMED
    let winner = first
    let high = i32.MIN_VALUE
    for (let c = first; c < last; c++) {
      const mark = load<u32>(classes + ((<usize>c) << 2))
      let sum = 0
      for (let i = from; i < to; i++) {
        const slot = spread(load<u32>(shared + ((<usize>i) << 2)), mark) & mask
        sum += <i32>load<i16>(weights + ((<usize>slot) << 1))
      }
      let at2 = own + ((<usize>c * <usize>ownCount) << 2)
      for (let i = 0; i < ownCount; i++, at2 += 4) {
        sum += <i32>load<i16>(weights + ((<usize>(load<u32>(at2) & mask)) << 1))
      }
      if (sum > high) {
        high = sum
        winner = c
      }
    }
    store<u32>(best + at, winner - first)
  }
  return count
}

function move(
  weights: usize,
  totals: usize,
  mask: u32,
  shared: usize,
  from: u32,
  to: u32,
  mark: u32,
  own: usize,
  ownCount: i32,
  delta: i32,
  step: f64,
): void {
  for (let i = from; i < to; i++) {
    add(weights, totals, spread(load<u32>(shared + ((<usize>i) << 2)), mark) & mask, delta, step)
  }
  for (let i = 0; i < ownCount; i++)
    add(weights, totals, load<u32>(own + ((<usize>i) << 2)) & mask, delta, step)
}

function add(weights: usize, totals: usize, slot: u32, delta: i32, step: f64): void {
  const weight = weights + ((<usize>slot) << 2)
  store<i32>(weight, load<i32>(weight) + delta)
  const total = totals + ((<usize>slot) << 3)
  store<f64>(total, load<f64>(total) + <f64>delta * step)
}

/**
 * One pass of training over `order` (u32 numbers of decisions); `right` has 1 for each candidate that is right (u8).
 * Weights move towards the best of the right candidates and away from the best of the others when it does not win by
 * more than `margin`; a decision without one of both teaches nothing. `step` counts decisions from 1 over all
 * passes. Gives how many decisions changed the weights.
 */
export function choicesTrain(
  weights: usize,
  totals: usize,
  mask: u32,
  shared: usize,
  sharedStarts: usize,
  classes: usize,
  own: usize,
  ownCount: i32,
  starts: usize,
  right: usize,
  order: usize,
  length: i32,
  margin: i32,
  step: f64,
): i32 {
  let changed = 0
  for (let n = 0; n < length; n++) {
    const at = (<usize>load<u32>(order + ((<usize>n) << 2))) << 2
    const from = load<u32>(sharedStarts + at)
    const to = load<u32>(sharedStarts + at, 4)
    const first = load<u32>(starts + at)
    const last = load<u32>(starts + at, 4)
    if (last < first || to < from) return MALFORMED
    let good = last
    let rival = last
    let goodSum = i32.MIN_VALUE
    let rivalSum = i32.MIN_VALUE
    for (let c = first; c < last; c++) {
      const mark = load<u32>(classes + ((<usize>c) << 2))
      let sum = 0
      for (let i = from; i < to; i++) {
        const slot = spread(load<u32>(shared + ((<usize>i) << 2)), mark) & mask
        sum += load<i32>(weights + ((<usize>slot) << 2))
      }
      const mine = own + ((<usize>c * <usize>ownCount) << 2)
      for (let i = 0; i < ownCount; i++) {
        sum += load<i32>(weights + ((<usize>(load<u32>(mine + ((<usize>i) << 2)) & mask)) << 2))
      }
      if (load<u8>(right + <usize>c) !== 0) {
        if (sum > goodSum) {
          goodSum = sum
          good = c
        }
      } else if (sum > rivalSum) {
        rivalSum = sum
        rival = c
      }
    }
    if (good === last || rival === last || goodSum - rivalSum > margin) continue
    const now = step + <f64>n
    const goodMark = load<u32>(classes + ((<usize>good) << 2))
    const rivalMark = load<u32>(classes + ((<usize>rival) << 2))
    const goodOwn = own + ((<usize>good * <usize>ownCount) << 2)
    const rivalOwn = own + ((<usize>rival * <usize>ownCount) << 2)
    move(weights, totals, mask, shared, from, to, goodMark, goodOwn, ownCount, 1, now)
    move(weights, totals, mask, shared, from, to, rivalMark, rivalOwn, ownCount, -1, now)
    changed++
  }
  return changed
}
