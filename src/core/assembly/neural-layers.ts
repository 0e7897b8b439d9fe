// Small layers of neural networks over rows of f32, forward and backward: sums of embeddings, biases, masks, leaky
// rectifiers, softmax with cross-entropy, rows picked by number, Adam. Widths are multiples of 4, strides are in
// bytes, numbers of rows and ids are i32.
// Sources: Srivastava et al. 2014 (dropout), Maas et al. 2013 (leaky rectifier), Kingma & Ba 2015 (Adam).
import { exp4, sum4 } from './neural-math'

const LEAK: f32 = 0.1

/** Sum of the rows of `table` that each of `rows` has `count` ids for (0: none), to `out`. */
export function bagForward(
  table: usize,
  width: i32,
  ids: usize,
  count: i32,
  rows: i32,
  out: usize,
  stride: i32,
): i32 {
  const bytes = (<usize>width) << 2
  let to = out
  let at = ids
  for (let r = 0; r < rows; r++, to += <usize>stride) {
    memory.fill(to, 0, bytes)
    for (let k = 0; k < count; k++, at += 4) {
      const id = load<u32>(at)
      if (id === 0) continue
      const row = table + <usize>id * bytes
      for (let u: usize = 0; u < bytes; u += 16) {
        v128.store(to + u, f32x4.add(v128.load(to + u), v128.load(row + u)))
      }
    }
  }
  return rows
}

/** Adds the gradient of each row's sum to the rows of `dTable` that were summed. */
export function bagBackward(
  dTable: usize,
  width: i32,
  ids: usize,
  count: i32,
  rows: i32,
  dOut: usize,
  stride: i32,
): i32 {
  const bytes = (<usize>width) << 2
  let from = dOut
  let at = ids
  for (let r = 0; r < rows; r++, from += <usize>stride) {
    for (let k = 0; k < count; k++, at += 4) {
      const id = load<u32>(at)
      if (id === 0) continue
      const row = dTable + <usize>id * bytes
      for (let u: usize = 0; u < bytes; u += 16) {
        v128.store(row + u, f32x4.add(v128.load(row + u), v128.load(from + u)))
      }
    }
  }
  return rows
}

/** Sum of the int8 rows of `table`, each times its f32 scale, that each of `rows` has `count` ids for (0: none). */
export function int8Rows(
  table: usize,
  scales: usize,
  width: i32,
  ids: usize,
  count: i32,
  rows: i32,
  out: usize,
  stride: i32,
): i32 {
  let to = out
  let at = ids
  for (let r = 0; r < rows; r++, to += <usize>stride) {
    memory.fill(to, 0, (<usize>width) << 2)
    for (let k = 0; k < count; k++, at += 4) {
      const id = load<u32>(at)
      if (id === 0) continue
      const row = table + <usize>id * <usize>width
      const scale = v128.load32_splat(scales + ((<usize>id) << 2))
      for (let u: usize = 0; u < <usize>width; u += 4) {
        const four = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(row + u)))
        const sum = v128.load(to + (u << 2))
        v128.store(to + (u << 2), f32x4.add(sum, f32x4.mul(scale, f32x4.convert_i32x4_s(four))))
      }
    }
  }
  return rows
}

/** Writes `row` to every row of `out`: a bias before products are added. */
export function biasRows(row: usize, width: i32, rows: i32, out: usize, stride: i32): i32 {
  let to = out
  for (let r = 0; r < rows; r++, to += <usize>stride) memory.copy(to, row, (<usize>width) << 2)
  return rows
}

/** Adds all rows up into `sums`. */
export function sumRows(from: usize, stride: i32, width: i32, rows: i32, sums: usize): i32 {
  let row = from
  for (let r = 0; r < rows; r++, row += <usize>stride) {
    for (let u: usize = 0; u < (<usize>width) << 2; u += 16) {
      v128.store(sums + u, f32x4.add(v128.load(sums + u), v128.load(row + u)))
    }
  }
  return rows
}

/** Writes each row times the row of `masks` that `owners` names to `out`, which may be `from`. */
export function maskRows(
  from: usize,
  fromStride: i32,
  width: i32,
  rows: i32,
  masks: usize,
  owners: usize,
  out: usize,
  outStride: i32,
): i32 {
  const bytes = (<usize>width) << 2
  let row = from
  let to = out
  for (let r = 0; r < rows; r++, row += <usize>fromStride, to += <usize>outStride) {
    const mask = masks + <usize>load<u32>(owners + ((<usize>r) << 2)) * bytes
    for (let u: usize = 0; u < bytes; u += 16) {
      v128.store(to + u, f32x4.mul(v128.load(row + u), v128.load(mask + u)))
    }
  }
  return rows
}

/** max(x, x / 10), in place. */
export function leakyForward(x: usize, stride: i32, width: i32, rows: i32): i32 {
  let row = x
  for (let r = 0; r < rows; r++, row += <usize>stride) {
    for (let u: usize = 0; u < (<usize>width) << 2; u += 16) {
      const v = v128.load(row + u)
      v128.store(row + u, f32x4.max(v, f32x4.mul(v, f32x4.splat(LEAK))))
    }
  }
  return rows
}

/** Gradients through `leakyForward`, in place, by the sign of what it gave. */
export function leakyBackward(x: usize, stride: i32, width: i32, rows: i32, dx: usize, dStride: i32): i32 {
  let row = x
  let to = dx
  for (let r = 0; r < rows; r++, row += <usize>stride, to += <usize>dStride) {
    for (let u: usize = 0; u < (<usize>width) << 2; u += 16) {
      const d = v128.load(to + u)
      const positive = f32x4.gt(v128.load(row + u), f32x4.splat(0))
      v128.store(to + u, v128.bitselect(d, f32x4.mul(d, f32x4.splat(LEAK)), positive))
    }
  }
  return rows
}

/**
 * Cross-entropy of the softmax over the first `classes` of each row against `targets` (below 0: none). Rows become
 * gradients times `scale`, and 0 past the classes (up to `width`) and without a target. Adds the loss in nats to
 * the f64 at `loss`; gives how many rows had their target as the best class.
 */
export function softmaxLoss(
  x: usize,
  stride: i32,
  width: i32,
  classes: i32,
  rows: i32,
  targets: usize,
  scale: f32,
  loss: usize,
): i32 {
  let row = x
  let right = 0
  let total: f64 = 0
  for (let r = 0; r < rows; r++, row += <usize>stride) {
    const target = load<i32>(targets + ((<usize>r) << 2))
    if (target < 0) {
      memory.fill(row, 0, (<usize>width) << 2)
      continue
    }
    let best = load<f32>(row)
    for (let c: usize = 1; c < <usize>classes; c++) best = max(best, load<f32>(row + (c << 2)))
    const wanted = load<f32>(row + ((<usize>target) << 2))
    if (wanted >= best) right++
    for (let c: usize = <usize>classes; c < <usize>width; c++) store<f32>(row + (c << 2), -1e30)
    let sum = f32x4.splat(0)
    for (let c: usize = 0; c < <usize>width; c += 4) {
      const e = exp4(f32x4.sub(v128.load(row + (c << 2)), f32x4.splat(best)))
      v128.store(row + (c << 2), e)
      sum = f32x4.add(sum, e)
    }
    // Lanes past the classes count e^-87 each, which is nothing in f32.
    const all = sum4(sum)
    total += Math.log(<f64>all) - <f64>(wanted - best)
    const factor = f32x4.splat(scale / all)
    for (let c: usize = 0; c < <usize>width; c += 4) {
      v128.store(row + (c << 2), f32x4.mul(v128.load(row + (c << 2)), factor))
    }
    for (let c: usize = <usize>classes; c < <usize>width; c++) store<f32>(row + (c << 2), 0)
    const at = row + ((<usize>target) << 2)
    store<f32>(at, load<f32>(at) - scale)
  }
  store<f64>(loss, load<f64>(loss) + total)
  return right
}

/** The best of the first `classes` of each row (the first of equals), i32, to `best`. */
export function bestColumns(x: usize, stride: i32, classes: i32, rows: i32, best: usize): i32 {
  let row = x
  for (let r = 0; r < rows; r++, row += <usize>stride) {
    let winner: usize = 0
    let high = load<f32>(row)
    for (let c: usize = 1; c < <usize>classes; c++) {
      const score = load<f32>(row + (c << 2))
      if (score > high) {
        high = score
        winner = c
      }
    }
    store<i32>(best + ((<usize>r) << 2), <i32>winner)
  }
  return rows
}

/** Copies the rows that `index` names (below 0: a row of 0) to `out`. */
export function gatherRows(
  from: usize,
  fromStride: i32,
  width: i32,
  index: usize,
  rows: i32,
  out: usize,
  outStride: i32,
): i32 {
  let to = out
  for (let r = 0; r < rows; r++, to += <usize>outStride) {
    const row = load<i32>(index + ((<usize>r) << 2))
    if (row < 0) memory.fill(to, 0, (<usize>width) << 2)
    else memory.copy(to, from + <usize>row * <usize>fromStride, (<usize>width) << 2)
  }
  return rows
}

/** Adds each row to the row of `out` that `index` names (below 0: none). */
export function scatterRows(
  from: usize,
  fromStride: i32,
  width: i32,
  index: usize,
  rows: i32,
  out: usize,
  outStride: i32,
): i32 {
  let row = from
  for (let r = 0; r < rows; r++, row += <usize>fromStride) {
    const target = load<i32>(index + ((<usize>r) << 2))
    if (target < 0) continue
    const to = out + <usize>target * <usize>outStride
    for (let u: usize = 0; u < (<usize>width) << 2; u += 16) {
      v128.store(to + u, f32x4.add(v128.load(to + u), v128.load(row + u)))
    }
  }
  return rows
}

/** Adds `count` floats (a multiple of 4) to those at `to`. */
export function addFloats(from: usize, to: usize, count: i32): i32 {
  for (let u: usize = 0; u < (<usize>count) << 2; u += 16) {
    v128.store(to + u, f32x4.add(v128.load(to + u), v128.load(from + u)))
  }
  return count
}

/** Sum of the squares of `count` floats (a multiple of 4). */
export function sumSquares(from: usize, count: i32): f64 {
  let total: f64 = 0
  for (let i = 0; i < count; i += 1024) {
    let sum = f32x4.splat(0)
    const end = <usize>min(i + 1024, count)
    for (let u: usize = <usize>i; u < end; u += 4) {
      const x = v128.load(from + (u << 2))
      sum = f32x4.add(sum, f32x4.mul(x, x))
    }
    total += <f64>sum4(sum)
  }
  return total
}

/**
 * One step of Adam over `count` weights (a multiple of 4): gradients are multiplied by `scale` first and set to 0
 * after; `rate` holds the correction of both means, `epsilon` that of the second.
 */
export function adam(
  weights: usize,
  gradients: usize,
  means: usize,
  squares: usize,
  count: i32,
  scale: f32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
): i32 {
  const s = f32x4.splat(scale)
  const b1 = f32x4.splat(beta1)
  const n1 = f32x4.splat(1 - beta1)
  const b2 = f32x4.splat(beta2)
  const n2 = f32x4.splat(1 - beta2)
  const e = f32x4.splat(epsilon)
  const lr = f32x4.splat(rate)
  for (let u: usize = 0; u < (<usize>count) << 2; u += 16) {
    const g = f32x4.mul(v128.load(gradients + u), s)
    const m = f32x4.add(f32x4.mul(b1, v128.load(means + u)), f32x4.mul(n1, g))
    const v = f32x4.add(f32x4.mul(b2, v128.load(squares + u)), f32x4.mul(n2, f32x4.mul(g, g)))
    v128.store(means + u, m)
    v128.store(squares + u, v)
    v128.store(gradients + u, f32x4.splat(0))
    const change = f32x4.div(f32x4.mul(lr, m), f32x4.add(f32x4.sqrt(v), e))
    v128.store(weights + u, f32x4.sub(v128.load(weights + u), change))
  }
  return count
}
