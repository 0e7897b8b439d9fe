// Skip-gram with negative sampling, in the form that shares the negatives of a position.
//
// For each position of a sentence the words around it are the inputs, the word itself and its negatives the
// outputs. All products are computed from the old values, then all changes are applied once. So a position is
// three small matrix products over rows that are in the first cache, where the classic loop reads and writes
// every output row once a pair. Inputs are padded to an even number and outputs to a multiple of three by rows of
// zeros, which change nothing.
//
// Sources: Mikolov et al. 2013 (arXiv 1310.4546: negative sampling, subsampling), Goldberg & Levy 2014 (arXiv
// 1402.3722: the formulas), Ji et al. 2016 (arXiv 1611.06172: sharing), Walker 1977 and Vose 1991 (alias tables).
import { CAPACITY } from './codes'
import { sigmoid4 } from './neural-math'
import { tile } from './rows'

export const SEPARATOR: u32 = 0xffffffff // stands between sentences

@unmanaged
export class SkipGram {
  inputs: usize // one row a word: the vectors
  outputs: usize // one row a word
  width: i32 // numbers of a row, a multiple of four
  window: i32 // words to each side
  dynamic: i32 // 1: the window of a position is drawn from 1 to `window`
  negative: i32 // negatives a position
  vocabulary: i32 // number of words
  keep: usize // u32 a word: kept where a draw of 32 bits is not above it
  alias: usize // u32, u32 a word: threshold and other word of the alias table
  ids: usize // words and separators
  count: i32 // of ids
  sentence: usize // scratch: u32, `capacity` of them
  capacity: i32 // words of a sentence that are trained together; longer ones are cut
  rows: usize // scratch: 2 window rows, the old values of the inputs
  changes: usize // scratch: rows of the outputs' changes, padded
  gradients: usize // scratch: f32, inputs x outputs, padded, and up to three more
  inputRows: usize // scratch: addresses, 2 window
  outputRows: usize // scratch: addresses, outputs padded
  zero: usize // a row of zeros
  alpha: f32 // learning rate
  random: u64 // state of the random numbers
  trained: f64 // out: words that were trained, added up
  loss: f64 // out: -log of the probabilities of all answers, added up
  answers: f64 // out: number of those
}

// 6364136223846793005 and 1442695040888963407
const MULTIPLIER: u64 = ((<u64>0x5851f42d) << 32) | 0x4c957f2d
const INCREMENT: u64 = ((<u64>0x14057b7e) << 32) | 0xf767814f

/** The next 32 random bits: the upper half of a linear congruential generator of 64 bits (Knuth's MMIX). */
function draw(context: SkipGram): u32 {
  const state = context.random * MULTIPLIER + INCREMENT
  context.random = state
  return <u32>(state >> 32)
}

/** A whole number below `limit`. */
function below(context: SkipGram, limit: i32): i32 {
  return <i32>((<u64>draw(context) * <u64>limit) >> 32)
}

/** A word drawn by the alias table. */
function sampled(context: SkipGram): u32 {
  const word = <u32>below(context, context.vocabulary)
  const entry = context.alias + ((<usize>word) << 3)
  return draw(context) <= load<u32>(entry) ? word : load<u32>(entry, 4)
}

/** Turns products into what each pair adds: alpha x (1 - p) for the word itself, alpha x -p for negatives. */
function gradients(at: usize, inputs: i32, outputs: i32, padded: i32, alpha: f32): void {
  const cells = ((inputs + 1) & ~1) * padded
  const rate = f32x4.splat(-alpha)
  for (let i = 0; i < cells; i += 4) {
    const cell = at + ((<usize>i) << 2)
    v128.store(cell, f32x4.mul(rate, sigmoid4(v128.load(cell))))
  }
  const stride = (<usize>padded) << 2
  for (let j = 0; j < inputs; j++) {
    const row = at + <usize>j * stride
    store<f32>(row, load<f32>(row) + alpha)
    for (let k = outputs; k < padded; k++) store<f32>(row + ((<usize>k) << 2), 0)
  }
  if ((inputs & 1) !== 0) memory.fill(at + <usize>inputs * stride, 0, stride)
}

/** Adds up the losses of a position, from its gradients. */
function addLoss(context: SkipGram, inputs: i32, outputs: i32, padded: i32): void {
  let product: f64 = 1
  for (let j = 0; j < inputs; j++) {
    const row = context.gradients + ((<usize>(j * padded)) << 2)
    for (let k = 0; k < outputs; k++) {
      // |gradient| / alpha is one minus the probability of the right answer, to seven digits.
      const wrong = Math.abs(<f64>load<f32>(row + ((<usize>k) << 2))) / <f64>context.alpha
      product *= Math.max(1 - wrong, 1e-7)
      if (product < 1e-200) {
        context.loss -= Math.log(product)
        product = 1
      }
    }
  }
  context.loss -= Math.log(product)
  context.answers += <f64>(inputs * outputs)
}

/** Applies the changes of two inputs and three outputs; those of outputs are gathered in `changes`. */
function apply(
  a: usize,
  b: usize,
  oldA: usize,
  oldB: usize,
  r: usize,
  s: usize,
  t: usize,
  changes: usize,
  bytes: usize,
  g: usize,
  h: usize,
): void {
  const gr = v128.load_splat<f32>(g)
  const gs = v128.load_splat<f32>(g, 4)
  const gt = v128.load_splat<f32>(g, 8)
  const hr = v128.load_splat<f32>(h)
  const hs = v128.load_splat<f32>(h, 4)
  const ht = v128.load_splat<f32>(h, 8)
  const second = changes + bytes
  const third = second + bytes
  for (let i: usize = 0; i < bytes; i += 16) {
    const vr = v128.load(r + i)
    const vs = v128.load(s + i)
    const vt = v128.load(t + i)
    // One after the other: both may be the same word.
    const moveA = f32x4.add(f32x4.add(f32x4.mul(gr, vr), f32x4.mul(gs, vs)), f32x4.mul(gt, vt))
    v128.store(a + i, f32x4.add(v128.load(a + i), moveA))
    const moveB = f32x4.add(f32x4.add(f32x4.mul(hr, vr), f32x4.mul(hs, vs)), f32x4.mul(ht, vt))
    v128.store(b + i, f32x4.add(v128.load(b + i), moveB))
    const va = v128.load(oldA + i)
    const vb = v128.load(oldB + i)
    const moveR = f32x4.add(f32x4.mul(gr, va), f32x4.mul(hr, vb))
    v128.store(changes + i, f32x4.add(v128.load(changes + i), moveR))
    const moveS = f32x4.add(f32x4.mul(gs, va), f32x4.mul(hs, vb))
    v128.store(second + i, f32x4.add(v128.load(second + i), moveS))
    const moveT = f32x4.add(f32x4.mul(gt, va), f32x4.mul(ht, vb))
    v128.store(third + i, f32x4.add(v128.load(third + i), moveT))
  }
}

/** Trains one position: `inputs` addresses of rows and the word at it. */
function position(context: SkipGram, inputs: i32, word: u32): void {
  const bytes = (<usize>context.width) << 2
  const inputRows = context.inputRows
  const outputRows = context.outputRows
  const rows = context.rows
  const changes = context.changes
  const zero = context.zero
  let outputs = 1
  store<usize>(outputRows, context.outputs + <usize>word * bytes)
  for (let i = 0; i < context.negative; i++) {
    const other = sampled(context)
    if (other === word) continue
    store<usize>(outputRows + ((<usize>outputs) << 2), context.outputs + <usize>other * bytes)
    outputs++
  }
  let padded = outputs
  while (padded % 3 !== 0) {
    store<usize>(outputRows + ((<usize>padded) << 2), zero)
    padded++
  }
  for (let j = 0; j < inputs; j++) {
    memory.copy(rows + <usize>j * bytes, load<usize>(inputRows + ((<usize>j) << 2)), bytes)
  }
  const even = (inputs + 1) & ~1
  if (even !== inputs) {
    memory.fill(rows + <usize>inputs * bytes, 0, bytes)
    store<usize>(inputRows + ((<usize>inputs) << 2), zero)
  }
  memory.fill(changes, 0, <usize>padded * bytes)
  for (let j = 0; j < even; j += 2) {
    const row = rows + <usize>j * bytes
    for (let k = 0; k < padded; k += 3) {
      const list = outputRows + ((<usize>k) << 2)
      const to = context.gradients + ((<usize>(j * padded + k)) << 2)
      tile(
        row,
        row + bytes,
        load<usize>(list),
        load<usize>(list, 4),
        load<usize>(list, 8),
        bytes,
        to,
        to + ((<usize>padded) << 2),
      )
    }
  }
  gradients(context.gradients, inputs, outputs, padded, context.alpha)
  addLoss(context, inputs, outputs, padded)
  for (let j = 0; j < even; j += 2) {
    const pair = inputRows + ((<usize>j) << 2)
    const row = rows + <usize>j * bytes
    for (let k = 0; k < padded; k += 3) {
      const list = outputRows + ((<usize>k) << 2)
      const from = context.gradients + ((<usize>(j * padded + k)) << 2)
      apply(
        load<usize>(pair),
        load<usize>(pair, 4),
        row,
        row + bytes,
        load<usize>(list),
        load<usize>(list, 4),
        load<usize>(list, 8),
        changes + <usize>k * bytes,
        bytes,
        from,
        from + ((<usize>padded) << 2),
      )
    }
  }
  for (let k = 0; k < outputs; k++) {
    const row = load<usize>(outputRows + ((<usize>k) << 2))
    const change = changes + <usize>k * bytes
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(row + i, f32x4.add(v128.load(row + i), v128.load(change + i)))
    }
  }
}

/** Trains the words of `sentence`, `length` of them. */
function train(context: SkipGram, length: i32): void {
  const bytes = (<usize>context.width) << 2
  for (let i = 0; i < length; i++) {
    const reach = context.dynamic !== 0 ? below(context, context.window) + 1 : context.window
    const from = i > reach ? i - reach : 0
    const to = i + reach < length ? i + reach : length - 1
    let inputs = 0
    for (let j = from; j <= to; j++) {
      if (j === i) continue
      const word = load<u32>(context.sentence + ((<usize>j) << 2))
      store<usize>(context.inputRows + ((<usize>inputs) << 2), context.inputs + <usize>word * bytes)
      inputs++
    }
    if (inputs > 0) position(context, inputs, load<u32>(context.sentence + ((<usize>i) << 2)))
  }
  context.trained += <f64>length
}

/** Trains all of `ids`; gives the number of words that were kept by subsampling. */
export function skipGram(context: SkipGram): i32 {
  if (context.capacity < 1 || context.window < 1 || context.vocabulary < 1) return CAPACITY
  let length = 0
  let kept = 0
  for (let n = 0; n < context.count; n++) {
    const word = load<u32>(context.ids + ((<usize>n) << 2))
    if (word !== SEPARATOR) {
      if (draw(context) > load<u32>(context.keep + ((<usize>word) << 2))) continue
      store<u32>(context.sentence + ((<usize>length) << 2), word)
      length++
      kept++
      if (length < context.capacity) continue
    }
    train(context, length)
    length = 0
  }
  train(context, length)
  return kept
}
