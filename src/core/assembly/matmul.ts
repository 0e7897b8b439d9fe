// Products of dense f32 matrices, in tiles of 4 rows by 8 columns that stay in registers.
// The right-hand matrix is laid out beforehand in panels: 8 columns side by side, row after row, so that the inner
// loop reads it from one place in memory; missing columns of the last panel are 0. All counts of columns and of
// steps are multiples of 4. Rows of the left-hand matrix are taken 64 at a time, so that they stay in the
// second-level cache while the panels pass.
// Source: Goto & van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34(3), 2008.

const ROWS: i32 = 64

/** Lays `steps` rows of `columns` floats out in panels; `stride` is in bytes. Gives the bytes written. */
export function matmulPanels(b: usize, stride: i32, steps: i32, columns: i32, panels: usize): i32 {
  let out = panels
  for (let j = 0; j < columns; j += 8) {
    const whole = columns - j >= 8
    let row = b + ((<usize>j) << 2)
    for (let k = 0; k < steps; k++, row += <usize>stride, out += 32) {
      v128.store(out, v128.load(row))
      v128.store(out, whole ? v128.load(row, 16) : f32x4.splat(0), 16)
    }
  }
  return <i32>(out - panels)
}

/** Lays the transpose of `columns` rows of `steps` floats out in panels; `stride` is in bytes. */
export function matmulPanelsTransposed(b: usize, stride: i32, steps: i32, columns: i32, panels: usize): i32 {
  const size = (<usize>steps) << 5
  for (let j = 0; j < ((columns + 7) & ~7); j++) {
    let out = panels + <usize>(j >> 3) * size + ((<usize>(j & 7)) << 2)
    if (j >= columns) {
      for (let k = 0; k < steps; k++, out += 32) store<f32>(out, 0)
      continue
    }
    let from = b + <usize>j * <usize>stride
    for (let k = 0; k < steps; k++, from += 4, out += 32) store<f32>(out, load<f32>(from))
  }
  return ((columns + 7) >> 3) * <i32>size
}

function put(c: usize, low: v128, high: v128, whole: bool, add: bool): void {
  v128.store(c, add ? f32x4.add(v128.load(c), low) : low)
  if (whole) v128.store(c, add ? f32x4.add(v128.load(c, 16), high) : high, 16)
}

function tile(
  a: usize,
  stride: usize,
  steps: i32,
  panel: usize,
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
  let c00 = f32x4.splat(0)
  let c01 = c00
  let c10 = c00
  let c11 = c00
  let c20 = c00
  let c21 = c00
  let c30 = c00
  let c31 = c00
  for (const end = panel + ((<usize>steps) << 5); b < end; b += 64, a0 += 8, a1 += 8, a2 += 8, a3 += 8) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    let x = v128.load32_splat(a0)
    c00 = f32x4.add(c00, f32x4.mul(x, b0))
    c01 = f32x4.add(c01, f32x4.mul(x, b1))
    x = v128.load32_splat(a1)
    c10 = f32x4.add(c10, f32x4.mul(x, b0))
    c11 = f32x4.add(c11, f32x4.mul(x, b1))
    x = v128.load32_splat(a2)
    c20 = f32x4.add(c20, f32x4.mul(x, b0))
    c21 = f32x4.add(c21, f32x4.mul(x, b1))
    x = v128.load32_splat(a3)
    c30 = f32x4.add(c30, f32x4.mul(x, b0))
    c31 = f32x4.add(c31, f32x4.mul(x, b1))
    const d0 = v128.load(b, 32)
    const d1 = v128.load(b, 48)
    x = v128.load32_splat(a0, 4)
    c00 = f32x4.add(c00, f32x4.mul(x, d0))
    c01 = f32x4.add(c01, f32x4.mul(x, d1))
    x = v128.load32_splat(a1, 4)
    c10 = f32x4.add(c10, f32x4.mul(x, d0))
    c11 = f32x4.add(c11, f32x4.mul(x, d1))
    x = v128.load32_splat(a2, 4)
    c20 = f32x4.add(c20, f32x4.mul(x, d0))
    c21 = f32x4.add(c21, f32x4.mul(x, d1))
    x = v128.load32_splat(a3, 4)
    c30 = f32x4.add(c30, f32x4.mul(x, d0))
    c31 = f32x4.add(c31, f32x4.mul(x, d1))
  }
  put(c, c00, c01, whole, add)
  put(c + cs, c10, c11, whole, add)
  put(c + cs + cs, c20, c21, whole, add)
  put(c + cs + cs + cs, c30, c31, whole, add)
}

function line(a: usize, step: usize, steps: i32, panel: usize, c: usize, whole: bool, add: bool): void {
  let from = a
  let b = panel
  let low = f32x4.splat(0)
  let high = low
  for (const end = panel + ((<usize>steps) << 5); b < end; b += 32, from += step) {
    const x = v128.load32_splat(from)
    low = f32x4.add(low, f32x4.mul(x, v128.load(b)))
    high = f32x4.add(high, f32x4.mul(x, v128.load(b, 16)))
  }
  put(c, low, high, whole, add)
}

/**
 * C = A B, or C += A B with `add`: A has `rows` rows of `steps` floats (`aStride` bytes apart), B is in panels of
 * `steps` rows, C has rows of `columns` floats (`cStride` bytes apart). Gives the rows.
 */
export function matmul(
  a: usize,
  aStride: i32,
  rows: i32,
  steps: i32,
  panels: usize,
  columns: i32,
  c: usize,
  cStride: i32,
  add: i32,
): i32 {
  const size = (<usize>steps) << 5
  const as = <usize>aStride
  const cs = <usize>cStride
  for (let block = 0; block < rows; block += ROWS) {
    const last = min(block + ROWS, rows)
    let panel = panels
    for (let j = 0; j < columns; j += 8, panel += size) {
      const whole = columns - j >= 8
      let i = block
      for (; i + 4 <= last; i += 4) {
        tile(a + <usize>i * as, as, steps, panel, c + <usize>i * cs + ((<usize>j) << 2), cs, whole, add !== 0)
      }
      for (; i < last; i++) {
        line(a + <usize>i * as, 4, steps, panel, c + <usize>i * cs + ((<usize>j) << 2), whole, add !== 0)
      }
    }
  }
  return rows
}

function tileTransposed(
  a: usize,
  stride: usize,
  steps: i32,
  panel: usize,
  c: usize,
  cs: usize,
  whole: bool,
): void {
  let from = a
  let b = panel
  let c00 = f32x4.splat(0)
  let c01 = c00
  let c10 = c00
  let c11 = c00
  let c20 = c00
  let c21 = c00
  let c30 = c00
  let c31 = c00
  for (const end = panel + ((<usize>steps) << 5); b < end; b += 32, from += stride) {
    const b0 = v128.load(b)
    const b1 = v128.load(b, 16)
    let x = v128.load32_splat(from)
    c00 = f32x4.add(c00, f32x4.mul(x, b0))
    c01 = f32x4.add(c01, f32x4.mul(x, b1))
    x = v128.load32_splat(from, 4)
    c10 = f32x4.add(c10, f32x4.mul(x, b0))
    c11 = f32x4.add(c11, f32x4.mul(x, b1))
    x = v128.load32_splat(from, 8)
    c20 = f32x4.add(c20, f32x4.mul(x, b0))
    c21 = f32x4.add(c21, f32x4.mul(x, b1))
    x = v128.load32_splat(from, 12)
    c30 = f32x4.add(c30, f32x4.mul(x, b0))
    c31 = f32x4.add(c31, f32x4.mul(x, b1))
  }
  put(c, c00, c01, whole, true)
  put(c + cs, c10, c11, whole, true)
  put(c + cs + cs, c20, c21, whole, true)
  put(c + cs + cs + cs, c30, c31, whole, true)
}

/**
 * C += A^T B, as gradients of weights are: A has `steps` rows of `rows` floats (a multiple of 4; `aStride` bytes
 * apart), B is in panels of `steps` rows. Gives the rows of C.
 */
export function matmulTransposed(
  a: usize,
  aStride: i32,
  rows: i32,
  steps: i32,
  panels: usize,
  columns: i32,
  c: usize,
  cStride: i32,
): i32 {
  const size = (<usize>steps) << 5
  const cs = <usize>cStride
  for (let i = 0; i < rows; i += 4) {
    let panel = panels
    for (let j = 0; j < columns; j += 8, panel += size) {
      tileTransposed(
        a + ((<usize>i) << 2),
        <usize>aStride,
        steps,
        panel,
        c + <usize>i * cs + ((<usize>j) << 2),
        cs,
        columns - j >= 8,
      )
    }
  }
  return rows
}
