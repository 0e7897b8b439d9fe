// Training of a layer of the tagger: an averaged perceptron that sees its own predictions as history.
//
// Weights are int16 and start at what the layer has; `totals` (f64, exact below 2^53) hold what each weight was
// changed by, times the step, so that the average over all steps is weights - totals / steps.
// Sources: Freund & Schapire 1999 (averaging), Daume 2006 (the lazy average), Krauth & Mezard 1987 (a margin below
// which correct answers are still learned), Hinton et al. 2012 (features dropped at random).
import { entryAt, fillParts, fixedRow, jointRow, Layer, listOf, scoreOf } from './tagger-layer'

const MOST = 16000 // a weight beyond this does not grow

/** What one call of training needs beside the layer. */
@unmanaged
export class Training {
  totals: usize // f64 a weight
  gold: usize // u16 a token: the right label; 0xffff: none is known
  rows: usize // u32: scratch for the rows of a token's features
  dropout: u32 // a feature is dropped when a random number of 32 bits is below this
  random: u32 // state of xorshift32, not 0
  margin: i32
  delta: i32 // by how much a weight changes
  step: f64 // tokens seen before this call
}

function drops(t: Training): bool {
  if (t.dropout === 0) return false
  let state = t.random
  state ^= state << 13
  state ^= state >> 17
  state ^= state << 5
  t.random = state
  return state < t.dropout
}

/** Sums the rows of token `i` into the scores and writes their addresses down; gives how many. */
function gather(x: Layer, t: Training, entries: usize, i: i32, from: i32, to: i32): i32 {
  const lanes = <usize>x.lanes
  const scores = x.scores
  const values = x.values
  memory.copy(scores, x.floor, lanes << 1)
  let count = 0
  const fixed = x.fixedCount
  const all = fixed + x.jointCount
  for (let f = 0; f < all; f++) {
    let row: usize
    if (f < fixed) {
      const feature = x.fixed + <usize>f * 12
      const entry = entryAt(entries, i + load<i32>(x.offsets + ((<usize>load<u32>(feature)) << 2)), from, to)
      const attribute = entry * <usize>x.attributeCount + <usize>load<u32>(feature, 4)
      const value = load<u32>(x.attributes + (attribute << 2))
      if (value === 0) continue
      row = fixedRow(x, value, load<u32>(feature, 8), lanes << 1)
    } else {
      const feature = x.joint + ((<usize>(f - fixed)) << 4)
      const first = load<u32>(values + ((<usize>load<u32>(feature, 4)) << 2))
      const second = load<u32>(values + ((<usize>load<u32>(feature, 8)) << 2))
      const third = load<u32>(values + ((<usize>load<u32>(feature, 12)) << 2))
      if (first === 0 || second === 0 || third === 0) continue
      row = jointRow(x, load<u32>(feature), first, second, third, lanes << 1)
    }
    if (drops(t)) continue
    store<u32>(t.rows + ((<usize>count) << 2), <u32>row)
    count++
    for (let c: usize = 0; c < lanes << 1; c += 16) {
      v128.store(scores + c, i16x8.add_sat_s(v128.load(scores + c), v128.load(row + c)))
    }
  }
  return count
}

function change(x: Layer, t: Training, count: i32, label: usize, delta: i32, step: f64): void {
  const at = x.labelStarts + (label << 2)
  const end = x.labelValues + ((<usize>load<u32>(at, 4)) << 1)
  for (let value = x.labelValues + ((<usize>load<u32>(at)) << 1); value < end; value += 2) {
    const lane = (<usize>load<u16>(value)) << 1
    for (let f = 0; f < count; f++) {
      const weight = <usize>load<u32>(t.rows + ((<usize>f) << 2)) + lane
      const next = <i32>load<i16>(weight) + delta
      if (next > MOST || next < -MOST) continue
      store<i16>(weight, <i16>next)
      const total = t.totals + ((weight - x.rows) << 2)
      store<f64>(total, load<f64>(total) + <f64>delta * step)
    }
  }
}

/**
 * Trains on the sentences that `order` (u32 numbers, `count` of them) names; writes what is predicted to `labels`.
 * Gives the number of tokens that were predicted wrong.
 */
export function taggerTrain(
  x: Layer,
  t: Training,
  entries: usize,
  starts: usize,
  order: usize,
  count: i32,
  given: usize,
  labels: usize,
): i32 {
  let wrong = 0
  let step = t.step
  for (let s = 0; s < count; s++) {
    const sentence = starts + ((<usize>load<u32>(order + ((<usize>s) << 2))) << 2)
    const from = load<i32>(sentence)
    const to = load<i32>(sentence, 4)
    for (let i = from; i < to; i++) {
      step += 1
      const gold = <usize>load<u16>(t.gold + ((<usize>i) << 1))
      const list = x.listStarts + (listOf(x, entries, given, i) << 2)
      const begin = x.listLabels + ((<usize>load<u32>(list)) << 1)
      const end = x.listLabels + ((<usize>load<u32>(list, 4)) << 1)
      let label = <usize>load<u16>(begin)
      if (end - begin > 2) {
        fillParts(x, entries, given, labels, i, from, to)
        const features = gather(x, t, entries, i, from, to)
        let most = i32.MIN_VALUE // the best score, and the best of all labels but the right one
        let rivalMost = i32.MIN_VALUE
        let goldScore = i32.MIN_VALUE
        let rival: usize = 0
        for (let at = begin; at < end; at += 2) {
          const other = <usize>load<u16>(at)
          const score = scoreOf(x, other)
          if (score > most) {
            most = score
            label = other
          }
          if (other === gold) goldScore = score
          else if (score > rivalMost) {
            rivalMost = score
            rival = other
          }
        }
        if (goldScore !== i32.MIN_VALUE && goldScore - rivalMost <= t.margin) {
          change(x, t, features, gold, t.delta, step)
          change(x, t, features, rival, -t.delta, step)
        }
      }
      if (label !== gold && gold !== 0xffff) wrong++
      store<u16>(labels + ((<usize>i) << 1), <u16>label)
    }
  }
  t.step = step
  return wrong
}
