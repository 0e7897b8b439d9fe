// Products of rows of float32, the work under word vectors: a matrix is rows end to end, each of a multiple of
// four numbers, so that a row is read in whole vectors of four.
//
// Products are made in tiles: two rows against three at once, so that five loads feed six multiplications.
import { sum4 } from './neural-math'

/** The six products of rows `a`, `b` with rows `r`, `s`, `t`: three numbers to `toA`, three to `toB`. */
export function tile(
  a: usize,
  b: usize,
  r: usize,
  s: usize,
  t: usize,
  bytes: usize,
  toA: usize,
  toB: usize,
): void {
  let ar = f32x4.splat(0)
  let as_ = f32x4.splat(0)
  let at = f32x4.splat(0)
  let br = f32x4.splat(0)
  let bs = f32x4.splat(0)
  let bt = f32x4.splat(0)
  for (let i: usize = 0; i < bytes; i += 16) {
    const va = v128.load(a + i)
    const vb = v128.load(b + i)
    const vr = v128.load(r + i)
    ar = f32x4.add(ar, f32x4.mul(va, vr))
    br = f32x4.add(br, f32x4.mul(vb, vr))
    const vs = v128.load(s + i)
    as_ = f32x4.add(as_, f32x4.mul(va, vs))
    bs = f32x4.add(bs, f32x4.mul(vb, vs))
    const vt = v128.load(t + i)
    at = f32x4.add(at, f32x4.mul(va, vt))
    bt = f32x4.add(bt, f32x4.mul(vb, vt))
  }
  store<f32>(toA, sum4(ar))
  store<f32>(toA + 4, sum4(as_))
  store<f32>(toA + 8, sum4(at))
  store<f32>(toB, sum4(br))
  store<f32>(toB + 4, sum4(bs))
  store<f32>(toB + 8, sum4(bt))
}

/** The product of `query` with each of `count` rows of `width` numbers (a multiple of four) to `out`; gives `count`. */
export function rowProducts(rows: usize, count: i32, width: i32, query: usize, out: usize): i32 {
  const bytes = (<usize>width) << 2
  const whole = count & ~3
  let row = rows
  for (let n = 0; n < whole; n += 4) {
    let a = f32x4.splat(0)
    let b = f32x4.splat(0)
    let c = f32x4.splat(0)
    let d = f32x4.splat(0)
    const second = row + bytes
    const third = second + bytes
    const fourth = third + bytes
    for (let i: usize = 0; i < bytes; i += 16) {
      const q = v128.load(query + i)
      a = f32x4.add(a, f32x4.mul(q, v128.load(row + i)))
      b = f32x4.add(b, f32x4.mul(q, v128.load(second + i)))
      c = f32x4.add(c, f32x4.mul(q, v128.load(third + i)))
      d = f32x4.add(d, f32x4.mul(q, v128.load(fourth + i)))
    }
    const to = out + ((<usize>n) << 2)
    store<f32>(to, sum4(a))
    store<f32>(to + 4, sum4(b))
    store<f32>(to + 8, sum4(c))
    store<f32>(to + 12, sum4(d))
    row = fourth + bytes
  }
  for (let n = whole; n < count; n++) {
    let sum = f32x4.splat(0)
    for (let i: usize = 0; i < bytes; i += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(query + i), v128.load(row + i)))
    }
    store<f32>(out + ((<usize>n) << 2), sum4(sum))
    row += bytes
  }
  return count
}
