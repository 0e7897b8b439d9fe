// Products of quantised matrices for use, not training: rows of i16 by weights of i8, summed exactly in i32, so that
// results do not depend on what else is in a batch. Twice as fast as f32: one instruction multiplies eight pairs.
// Panels: 8 columns side by side, two steps at a time: (step, step + 1) of column 0, of column 1, ... as i16. Rows
// hold at most 16,383 in size, so up to 1,032 steps fit an i32. Counts of columns and steps are multiples of 4.
// Source: Jacob et al., Quantization and Training of Neural Networks for Efficient Integer-Arithmetic-Only Inference,
// CVPR 2018 (symmetric, a scale a column).

const MOST: f32 = 16383

/** Lays int8 weights (`steps` rows of `columns`) out in panels of i16; gives the bytes written. */
export function intPanels(weights: usize, steps: i32, columns: i32, panels: usize): i32 {
  let out = panels
  for (let j = 0; j < columns; j += 8) {
    for (let k = 0; k < steps; k += 2) {
      const row = weights + <usize>k * <usize>columns
      for (let c = j; c < j + 8; c++, out += 4) {
        const inside = c < columns
        store<i16>(out, inside ? <i16>load<i8>(row + <usize>c) : 0)
        store<i16>(out, inside ? <i16>load<i8>(row + <usize>columns + <usize>c) : 0, 2)
      }
    }
  }
  return <i32>(out - panels)
}

/** Rows of f32 as i16, each with the scale that gives it back, to `out` and `scales`. */
export function quantizeRows(
  from: usize,
  stride: i32,
  width: i32,
  rows: i32,
  out: usize,
  outStride: i32,
  scales: usize,
): i32 {
  let row = from
  let to = out
  for (let r = 0; r < rows; r++, row += <usize>stride, to += <usize>outStride) {
    let most = f32x4.splat(1e-12)
    for (let u: usize = 0; u < (<usize>width) << 2; u += 16) {
      most = f32x4.max(most, f32x4.abs(v128.load(row + u)))
    }
    const high = max(
      max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
    )
    store<f32>(scales + ((<usize>r) << 2), high / MOST)
    const factor = f32x4.splat(MOST / high)
    for (let u: usize = 0; u < (<usize>width) << 2; u += 16) {
      const four = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(row + u), factor)))
      v128.store64_lane(to + (u >> 1), i16x8.narrow_i32x4_s(four, four), 0)
    }
  }
  return rows
}

function put(c: usize, low: v128, high: v128, scale: v128, columns: usize, whole: bool, add: bool): void {
  let x = f32x4.mul(f32x4.convert_i32x4_s(low), f32x4.mul(scale, v128.load(columns)))
  v128.store(c, add ? f32x4.add(v128.load(c), x) : x)
  if (!whole) return
  x = f32x4.mul(f32x4.convert_i32x4_s(high), f32x4.mul(scale, v128.load(columns, 16)))
  v128.store(c, add ? f32x4.add(v128.load(c, 16), x) : x, 16)
}

function tile(
  a: usize,
  stride: usize,
  steps: i32,
  panel: usize,
  scales: usize,
  scaleStep: usize,
  columns: usize,
  c: usize,
  cs: usize,
  whole: bool,
  add: bool,
): void {
  let a0 = a
  let a1 = a + stride
  let a2 = a1 + stride
  let a3 = a2 + stride
  let b = panel
  let c00 = i32x4.splat(0)
  let c01 = c00
  let c10 = c00
  let c11 = c00
  let c20 = c00
  let c21 = c00
  let c30 = c00
  let c31 = c00
  for (const end = panel + ((<usize>steps) << 4); b < end; b += 64, a0 += 8, a1 += 8, a2 += 8, a3 += 8) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    let x = v128.load32_splat(a0)
    c00 = i32x4.add(c00, i32x4.dot_i16x8_s(x, b0))
    c01 = i32x4.add(c01, i32x4.dot_i16x8_s(x, b1))
    x = v128.load32_splat(a1)
    c10 = i32x4.add(c10, i32x4.dot_i16x8_s(x, b0))
    c11 = i32x4.add(c11, i32x4.dot_i16x8_s(x, b1))
    x = v128.load32_splat(a2)
    c20 = i32x4.add(c20, i32x4.dot_i16x8_s(x, b0))
    c21 = i32x4.add(c21, i32x4.dot_i16x8_s(x, b1))
    x = v128.load32_splat(a3)
    c30 = i32x4.add(c30, i32x4.dot_i16x8_s(x, b0))
    c31 = i32x4.add(c31, i32x4.dot_i16x8_s(x, b1))
    const d0 = v128.load(b, 32)
    const d1 = v128.load(b, 48)
    x = v128.load32_splat(a0, 4)
    c00 = i32x4.add(c00, i32x4.dot_i16x8_s(x, d0))
    c01 = i32x4.add(c01, i32x4.dot_i16x8_s(x, d1))
    x = v128.load32_splat(a1, 4)
    c10 = i32x4.add(c10, i32x4.dot_i16x8_s(x, d0))
    c11 = i32x4.add(c11, i32x4.dot_i16x8_s(x, d1))
    x = v128.load32_splat(a2, 4)
    c20 = i32x4.add(c20, i32x4.dot_i16x8_s(x, d0))
    c21 = i32x4.add(c21, i32x4.dot_i16x8_s(x, d1))
    x = v128.load32_splat(a3, 4)
    c30 = i32x4.add(c30, i32x4.dot_i16x8_s(x, d0))
    c31 = i32x4.add(c31, i32x4.dot_i16x8_s(x, d1))
  }
  let s = scales
  put(c, c00, c01, v128.load32_splat(s), columns, whole, add)
  s += scaleStep
  put(c + cs, c10, c11, v128.load32_splat(s), columns, whole, add)
  s += scaleStep
  put(c + cs + cs, c20, c21, v128.load32_splat(s), columns, whole, add)
  s += scaleStep
  put(c + cs + cs + cs, c30, c31, v128.load32_splat(s), columns, whole, add)
}

function line(
  a: usize,
  steps: i32,
  panel: usize,
  scale: usize,
  columns: usize,
  c: usize,
  whole: bool,
  add: bool,
): void {
  let from = a
  let b = panel
  let low = i32x4.splat(0)
  let high = low
  for (const end = panel + ((<usize>steps) << 4); b < end; b += 64, from += 8) {
    const x = v128.load32_splat(from)
    low = i32x4.add(low, i32x4.dot_i16x8_s(x, v128.load(b)))
    high = i32x4.add(high, i32x4.dot_i16x8_s(x, v128.load(b, 16)))
    const y = v128.load32_splat(from, 4)
    low = i32x4.add(low, i32x4.dot_i16x8_s(y, v128.load(b, 32)))
    high = i32x4.add(high, i32x4.dot_i16x8_s(y, v128.load(b, 48)))
  }
  put(c, low, high, v128.load32_splat(scale), columns, whole, add)
}

/**
 * C = A B, or C += A B with `add`, in f32: A has `rows` rows of `steps` i16, row r stands for its numbers times the f32
 * at `scales` + r * `scaleStep` (a step of 0: one scale for all); B is in panels of i16, with an f32 scale for each
 * column at `columnScales` (as many as the panels have columns).
 */
export function matmulInt(
  a: usize,
  aStride: i32,
  rows: i32,
  steps: i32,
  scales: usize,
  scaleStep: i32,
  panels: usize,
  columnScales: usize,
  columns: i32,
  c: usize,
  cStride: i32,
  add: i32,
): i32 {
  const size = (<usize>steps) << 4
  const as = <usize>aStride
  const cs = <usize>cStride
  for (let block = 0; block < rows; block += 64) {
    const last = min(block + 64, rows)
    let panel = panels
    for (let j = 0; j < columns; j += 8, panel += size) {
      const whole = columns - j >= 8
      const columnScale = columnScales + ((<usize>j) << 2)
      const to = c + ((<usize>j) << 2)
      let i = block
      for (; i + 4 <= last; i += 4) {
        const scale = scales + <usize>i * <usize>scaleStep
        tile(
          a + <usize>i * as,
          as,
          steps,
          panel,
          scale,
          <usize>scaleStep,
          columnScale,
          to + <usize>i * cs,
          cs,
          whole,
          add !== 0,
        )
      }
      for (; i < last; i++) {
        line(
          a + <usize>i * as,
          steps,
          panel,
          scales + <usize>i * <usize>scaleStep,
          columnScale,
          to + <usize>i * cs,
          whole,
          add !== 0,
        )
      }
    }
  }
  return rows
}
