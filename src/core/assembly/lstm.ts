// One direction of an LSTM layer over a batch of sequences, forward and backward through time.
//
// Layout: sequences are sorted from the longest to the shortest, and rows are in order of time: `offsets` (u32, one
// more than there are times) says where the rows of each time begin, one row for each sequence that is so long. The
// first rows of a time are thus the same sequences as the first rows of its neighbours, in either direction, and a
// step is one matrix product. A row of gates is input, forget, cell, output, `width` floats each.
// Source: Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000; no peepholes.
import { matmul } from './matmul'
import { matmulInt } from './matmul-int'
import { sigmoid4, tanh4 } from './neural-math'

function rowsAt(offsets: usize, time: i32): i32 {
  return load<i32>(offsets + ((<usize>time) << 2), 4) - load<i32>(offsets + ((<usize>time) << 2))
}

/** Gates from their sums, then the cell and the output, for one row; `before` is the cell before it, or 0. */
function cellForward(gates: usize, bytes: usize, before: usize, cell: usize, out: usize): void {
  for (let u: usize = 0; u < bytes; u += 16) {
    const i = sigmoid4(v128.load(gates + u))
    const f = sigmoid4(v128.load(gates + bytes + u))
    const g = tanh4(v128.load(gates + bytes * 2 + u))
    const o = sigmoid4(v128.load(gates + bytes * 3 + u))
    let c = f32x4.mul(i, g)
    if (before !== 0) c = f32x4.add(c, f32x4.mul(f, v128.load(before + u)))
    v128.store(gates + u, i)
    v128.store(gates + bytes + u, f)
    v128.store(gates + bytes * 2 + u, g)
    v128.store(gates + bytes * 3 + u, o)
    v128.store(cell + u, c)
    v128.store(out + u, f32x4.mul(o, tanh4(c)))
  }
}

/**
 * Runs over all times, from the last if `reverse`. `gates` has the sums of inputs and biases and gets the gates;
 * `cells` gets the cells (`width` floats a row), `out` the outputs (rows `outStride` bytes apart). `recurrent`:
 * panels of the weights from output to gates. Gives the number of times.
 */
export function lstmForward(
  gates: usize,
  cells: usize,
  out: usize,
  outStride: i32,
  recurrent: usize,
  width: i32,
  offsets: usize,
  times: i32,
  reverse: i32,
): i32 {
  const bytes = (<usize>width) << 2
  const stride = <usize>outStride
  for (let step = 0; step < times; step++) {
    const time = reverse !== 0 ? times - 1 - step : step
    const rows = rowsAt(offsets, time)
    const first = <usize>load<u32>(offsets + ((<usize>time) << 2))
    const other = reverse !== 0 ? time + 1 : time - 1
    // Sequences that have a state already: in reverse, those that are longer than this time.
    const known = step === 0 ? 0 : reverse !== 0 ? rowsAt(offsets, other) : rows
    const past = step === 0 ? 0 : <usize>load<u32>(offsets + ((<usize>other) << 2))
    if (known > 0) {
      matmul(
        out + past * stride,
        outStride,
        known,
        width,
        recurrent,
        width << 2,
        gates + first * (bytes << 2),
        <i32>(bytes << 2),
        1,
      )
    }
    for (let r: usize = 0; r < <usize>rows; r++) {
      cellForward(
        gates + (first + r) * (bytes << 2),
        bytes,
        r < <usize>known ? cells + (past + r) * bytes : 0,
        cells + (first + r) * bytes,
        out + (first + r) * stride,
      )
    }
  }
  return times
}

/** Gradients of one row's sums from those of its output and of its cell; the latter becomes that of the cell before. */
function cellBackward(
  gates: usize,
  bytes: usize,
  before: usize,
  cell: usize,
  dOut: usize,
  carry: usize,
): void {
  const one = f32x4.splat(1)
  for (let u: usize = 0; u < bytes; u += 16) {
    const i = v128.load(gates + u)
    const f = v128.load(gates + bytes + u)
    const g = v128.load(gates + bytes * 2 + u)
    const o = v128.load(gates + bytes * 3 + u)
    const t = tanh4(v128.load(cell + u))
    const dh = v128.load(dOut + u)
    const dc = f32x4.add(v128.load(carry + u), f32x4.mul(f32x4.mul(dh, o), f32x4.sub(one, f32x4.mul(t, t))))
    const old = before !== 0 ? v128.load(before + u) : f32x4.splat(0)
    v128.store(gates + u, f32x4.mul(f32x4.mul(dc, g), f32x4.mul(i, f32x4.sub(one, i))))
    v128.store(gates + bytes + u, f32x4.mul(f32x4.mul(dc, old), f32x4.mul(f, f32x4.sub(one, f))))
    v128.store(gates + bytes * 2 + u, f32x4.mul(f32x4.mul(dc, i), f32x4.sub(one, f32x4.mul(g, g))))
    v128.store(gates + bytes * 3 + u, f32x4.mul(f32x4.mul(dh, t), f32x4.mul(o, f32x4.sub(one, o))))
    v128.store(carry + u, f32x4.mul(dc, f))
  }
}

/**
 * The way back of `lstmForward` with the same arguments: `gates` get the gradients of their sums. `dOut` has the
 * gradients of the outputs and is used up; `recurrentBack`: panels of the transposed recurrent weights; `carry`:
 * `width` floats for each sequence, all 0; `previous` gets each row's output before it (`width` floats a row, 0
 * where there is none), for the gradient of the recurrent weights.
 */
export function lstmBackward(
  gates: usize,
  cells: usize,
  out: usize,
  outStride: i32,
  dOut: usize,
  recurrentBack: usize,
  width: i32,
  offsets: usize,
  times: i32,
  reverse: i32,
  carry: usize,
  previous: usize,
): i32 {
  const bytes = (<usize>width) << 2
  const stride = <usize>outStride
  for (let step = times - 1; step >= 0; step--) {
    const time = reverse !== 0 ? times - 1 - step : step
    const rows = rowsAt(offsets, time)
    const first = <usize>load<u32>(offsets + ((<usize>time) << 2))
    const other = reverse !== 0 ? time + 1 : time - 1
    const known = step === 0 ? 0 : reverse !== 0 ? rowsAt(offsets, other) : rows
    const past = step === 0 ? 0 : <usize>load<u32>(offsets + ((<usize>other) << 2))
    for (let r: usize = 0; r < <usize>rows; r++) {
      const has = r < <usize>known
      cellBackward(
        gates + (first + r) * (bytes << 2),
        bytes,
        has ? cells + (past + r) * bytes : 0,
        cells + (first + r) * bytes,
        dOut + (first + r) * stride,
        carry + r * bytes,
      )
      if (has) memory.copy(previous + (first + r) * bytes, out + (past + r) * stride, bytes)
      else memory.fill(previous + (first + r) * bytes, 0, bytes)
    }
    if (known > 0) {
      matmul(
        gates + first * (bytes << 2),
        <i32>(bytes << 2),
        known,
        width << 2,
        recurrentBack,
        width,
        dOut + past * stride,
        outStride,
        1,
      )
    }
  }
  return times
}

/** Sums of gates to the cell and the output as i16 (16,383 for 1), for one row. */
function cellUse(gates: usize, bytes: usize, before: usize, cell: usize, out: usize): void {
  for (let u: usize = 0; u < bytes; u += 16) {
    let c = f32x4.mul(sigmoid4(v128.load(gates + u)), tanh4(v128.load(gates + bytes * 2 + u)))
    if (before !== 0) {
      c = f32x4.add(c, f32x4.mul(sigmoid4(v128.load(gates + bytes + u)), v128.load(before + u)))
    }
    v128.store(cell + u, c)
    const h = f32x4.mul(sigmoid4(v128.load(gates + bytes * 3 + u)), tanh4(c))
    const four = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(h, f32x4.splat(16383))))
    v128.store64_lane(out + (u >> 1), i16x8.narrow_i32x4_s(four, four), 0)
  }
}

/**
 * `lstmForward` for use: outputs are i16 (16,383 for 1; rows `outStride` bytes apart), the recurrent weights are
 * panels of `intPanels` with a scale a column, and `scale` is the f32 1 / 16,383.
 */
export function lstmInt(
  gates: usize,
  cells: usize,
  out: usize,
  outStride: i32,
  recurrent: usize,
  columnScales: usize,
  scale: usize,
  width: i32,
  offsets: usize,
  times: i32,
  reverse: i32,
): i32 {
  const bytes = (<usize>width) << 2
  const stride = <usize>outStride
  for (let step = 0; step < times; step++) {
    const time = reverse !== 0 ? times - 1 - step : step
    const rows = rowsAt(offsets, time)
    const first = <usize>load<u32>(offsets + ((<usize>time) << 2))
    const other = reverse !== 0 ? time + 1 : time - 1
    const known = step === 0 ? 0 : reverse !== 0 ? rowsAt(offsets, other) : rows
    const past = step === 0 ? 0 : <usize>load<u32>(offsets + ((<usize>other) << 2))
    if (known > 0) {
      matmulInt(
        out + past * stride,
        outStride,
        known,
        width,
        scale,
        0,
        recurrent,
        columnScales,
        width << 2,
        gates + first * (bytes << 2),
        <i32>(bytes << 2),
        1,
      )
    }
    for (let r: usize = 0; r < <usize>rows; r++) {
      cellUse(
        gates + (first + r) * (bytes << 2),
        bytes,
        r < <usize>known ? cells + (past + r) * bytes : 0,
        cells + (first + r) * bytes,
        out + (first + r) * stride,
      )
    }
  }
  return times
}
