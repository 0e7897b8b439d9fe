// Linear model over hashed features, trained as an averaged perceptron; tagger and sentence splitter share it.
// Weights are rows of `width` numbers (one a class; a yes-no decision has rows of one), row f & mask belongs to
// the feature hash f. In use the rows are int16; in training they are int32 beside `totals` (f64, exact below
// 2^53), from which the average over all steps is weights - totals / steps.
// Sources: Freund & Schapire 1999 (averaging), Collins 2002, Daume 2006 (the lazy average), Weinberger et al.
// 2009 (hashing), Krauth & Mezard 1987 (a margin below which correct answers are still learned).
import { CAPACITY } from './codes'

/** Score of a yes-no decision: the sum of the features' weights. */
export function perceptronScore(weights: usize, mask: u32, features: usize, count: i32): i32 {
  let sum = 0
  for (let i = 0; i < count; i++) {
    sum += <i32>load<i16>(weights + ((<usize>(load<u32>(features + ((<usize>i) << 2)) & mask)) << 1))
  }
  return sum
}

/** Scores of all classes, i32 each, into `scores`; gives the best class, the first of equals. */
export function perceptronScores(
  weights: usize,
  width: i32,
  mask: u32,
  features: usize,
  count: i32,
  scores: usize,
): i32 {
  const whole = width & ~7
  memory.fill(scores, 0, (<usize>width) << 2)
  for (let i = 0; i < count; i++) {
    const row = weights + <usize>(load<u32>(features + ((<usize>i) << 2)) & mask) * ((<usize>width) << 1)
    for (let c = 0; c < whole; c += 8) {
      const at = scores + ((<usize>c) << 2)
      const eight = v128.load(row + ((<usize>c) << 1))
      v128.store(at, i32x4.add(v128.load(at), i32x4.extend_low_i16x8_s(eight)))
      v128.store(at, i32x4.add(v128.load(at, 16), i32x4.extend_high_i16x8_s(eight)), 16)
    }
    for (let c = whole; c < width; c++) {
      const at = scores + ((<usize>c) << 2)
      store<i32>(at, load<i32>(at) + <i32>load<i16>(row + ((<usize>c) << 1)))
    }
  }
  let best = 0
  for (let c = 1; c < width; c++) {
    if (load<i32>(scores + ((<usize>c) << 2)) > load<i32>(scores + ((<usize>best) << 2))) best = c
  }
  return best
}

function add(weights: usize, totals: usize, slot: usize, delta: i32, step: f64): void {
  const weight = weights + (slot << 2)
  store<i32>(weight, load<i32>(weight) + delta)
  const total = totals + (slot << 3)
  store<f64>(total, load<f64>(total) + <f64>delta * step)
}

/**
 * One pass of training over `order` (u32 numbers of examples), each with `count` features (u32) and a label:
 * its class, or for width 1 yes (1) or no (0). Rows are changed when the right class does not win by more than
 * `margin`; `step` counts examples from 1 over all passes. Gives how many examples changed the weights.
 */
export function perceptronTrain(
  weights: usize,
  totals: usize,
  width: i32,
  mask: u32,
  examples: usize,
  count: i32,
  labels: usize,
  order: usize,
  length: i32,
  margin: i32,
  step: f64,
  scores: usize,
): i32 {
  if (width < 1 || count < 1) return CAPACITY
  let changed = 0
  for (let n = 0; n < length; n++) {
    const example = <usize>load<u32>(order + ((<usize>n) << 2))
    const features = examples + ((example * <usize>count) << 2)
    const label = <i32>load<u8>(labels + example)
    const now = step + <f64>n
    if (width === 1) {
      let sum = 0
      for (let i = 0; i < count; i++) {
        sum += load<i32>(weights + ((<usize>(load<u32>(features + ((<usize>i) << 2)) & mask)) << 2))
      }
      const sign = label !== 0 ? 1 : -1
      if (sum * sign > margin) continue
      for (let i = 0; i < count; i++) {
        add(weights, totals, <usize>(load<u32>(features + ((<usize>i) << 2)) & mask), sign, now)
      }
      changed++
      continue
    }
    memory.fill(scores, 0, (<usize>width) << 2)
    for (let i = 0; i < count; i++) {
      const row = weights + ((<usize>(load<u32>(features + ((<usize>i) << 2)) & mask) * <usize>width) << 2)
      for (let c = 0; c < width; c++) {
        const at = scores + ((<usize>c) << 2)
        store<i32>(at, load<i32>(at) + load<i32>(row + ((<usize>c) << 2)))
      }
    }
    let rival = label === 0 ? 1 : 0
    for (let c = 0; c < width; c++) {
      if (c === label) continue
      if (load<i32>(scores + ((<usize>c) << 2)) > load<i32>(scores + ((<usize>rival) << 2))) rival = c
    }
    if (load<i32>(scores + ((<usize>label) << 2)) - load<i32>(scores + ((<usize>rival) << 2)) > margin)
      continue
    for (let i = 0; i < count; i++) {
      const row = <usize>(load<u32>(features + ((<usize>i) << 2)) & mask) * <usize>width
      add(weights, totals, row + <usize>label, 1, now)
      add(weights, totals, row + <usize>rival, -1, now)
    }
    changed++
  }
  return changed
}
