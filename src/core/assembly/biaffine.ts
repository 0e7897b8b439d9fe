// The bilinear half of biaffine scores of labels: each of `rows` has a product T of its dependent with the weights of
// every label (`labels` x `width` floats) and a head (`width` floats); the score of a label is their dot product.
// Source: Dozat & Manning, Deep Biaffine Attention for Neural Dependency Parsing, ICLR 2017.
import { sum4 } from './neural-math'

/** Adds the dot products to `scores` (rows `stride` bytes apart). */
export function bilinearForward(
  products: usize,
  heads: usize,
  width: i32,
  labels: i32,
  rows: i32,
  scores: usize,
  stride: i32,
): i32 {
  const bytes = (<usize>width) << 2
  let t = products
  let head = heads
  let score = scores
  for (let r = 0; r < rows; r++, head += bytes, score += <usize>stride) {
    for (let l: usize = 0; l < <usize>labels; l++, t += bytes) {
      let sum = f32x4.splat(0)
      for (let u: usize = 0; u < bytes; u += 16) {
        sum = f32x4.add(sum, f32x4.mul(v128.load(t + u), v128.load(head + u)))
      }
      store<f32>(score + (l << 2), load<f32>(score + (l << 2)) + sum4(sum))
    }
  }
  return rows
}

/** Adds gradients of heads to `dHeads`; products become their own gradients. */
export function bilinearBackward(
  products: usize,
  heads: usize,
  width: i32,
  labels: i32,
  rows: i32,
  dScores: usize,
  stride: i32,
  dHeads: usize,
): i32 {
  const bytes = (<usize>width) << 2
  let t = products
  let head = heads
  let dHead = dHeads
  let score = dScores
  for (let r = 0; r < rows; r++, head += bytes, dHead += bytes, score += <usize>stride) {
    for (let l: usize = 0; l < <usize>labels; l++, t += bytes) {
      const d = v128.load32_splat(score + (l << 2))
      for (let u: usize = 0; u < bytes; u += 16) {
        v128.store(dHead + u, f32x4.add(v128.load(dHead + u), f32x4.mul(d, v128.load(t + u))))
        v128.store(t + u, f32x4.mul(d, v128.load(head + u)))
      }
    }
  }
  return rows
}
