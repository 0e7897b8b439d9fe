// Unigram segmentation of one piece: the path of highest total log probability through the lattice of vocabulary
// tokens (Viterbi), a character that begins no path of its own costing the unknown score. Of equal paths the one
// found first stays, as tokens are tried from left to right and short to long.
// Scratch, 16 bytes for each position 0 .. units: f64 best score · u32 start of the last token · u32 its id.
// Source: Kudo 2018, section 3.
import { CAPACITY } from './codes'
import {
  BYTE_FALLBACK,
  BYTES,
  byteOf,
  bytesOf,
  EDGE_MASK,
  EDGES,
  FLAGS,
  FUSE_UNKNOWN,
  hasBytes,
  NONE,
  pointOf,
  put,
  SCORES,
  UNKNOWN,
  UNKNOWN_SCORE,
  unitsAt,
} from './subword-model'
import { childOf, edgeOf, tokenOf } from './subword-trie'

function offer(position: usize, score: f64, start: u32, id: u32): void {
  if (load<u32>(position, 8) !== NONE && score <= load<f64>(position)) return
  store<f64>(position, score)
  store<u32>(position, start, 8)
  store<u32>(position, id, 12)
}

// Whether every character from `start` to `end` is there as bytes.
function allBytes(model: usize, text: usize, start: u32, end: u32): bool {
  for (let at = start; at < end; ) {
    const units = unitsAt(text, at, end)
    if (!hasBytes(load<u32>(model, BYTES), pointOf(text, at, units))) return false
    at += units
  }
  return true
}

// Fills the lattice of the piece; positions are relative to `start`. The token `except` (or NONE) is left out.
export function unigramLattice(
  model: usize,
  text: usize,
  start: u32,
  end: u32,
  lattice: usize,
  except: u32,
): void {
  const edges = load<u32>(model, EDGES)
  const mask = load<u32>(model, EDGE_MASK)
  const scores = load<u32>(model, SCORES)
  const unknown = load<f64>(model, UNKNOWN_SCORE)
  for (let i: u32 = 0; i <= end - start; i++) store<u32>(lattice + ((<usize>i) << 4), NONE, 8)
  store<f64>(lattice, 0)
  for (let at = start; at < end; ) {
    const here = load<f64>(lattice + ((<usize>(at - start)) << 4))
    const units = unitsAt(text, at, end)
    let single = false
    let node: u32 = 1
    for (let to = at; to < end; to++) {
      const edge = edgeOf(edges, mask, node, load<u16>(text + ((<usize>to) << 1)))
      if (edge === 0) break
      node = childOf(edge)
      const id = tokenOf(edge)
      if (id < 0 || <u32>id === except) continue
      const score = load<f64>(scores + ((<usize>id) << 3))
      offer(lattice + ((<usize>(to + 1 - start)) << 4), here + score, at - start, id)
      if (to + 1 === at + units) single = true
    }
    if (!single) offer(lattice + ((<usize>(at + units - start)) << 4), here + unknown, at - start, NONE)
    at += units
  }
}

// Tokens of the piece from `start` to `end`, written by `put`; gives their number.
export function unigramPiece(
  model: usize,
  text: usize,
  start: u32,
  end: u32,
  scratch: usize,
  room: u32,
  output: usize,
  stride: u32,
  capacity: u32,
): i32 {
  if (end - start >= room) return CAPACITY
  unigramLattice(model, text, start, end, scratch, NONE)
  const flags = load<u32>(model, FLAGS)
  const unknown = load<u32>(model, UNKNOWN)
  const bytes = load<u32>(model, BYTES)
  let n: u32 = 0 // written from last to first, then turned round
  for (let to = end - start; to > 0; ) {
    const node = scratch + ((<usize>to) << 4)
    let from = load<u32>(node, 8)
    const id = load<u32>(node, 12)
    if (id !== NONE && id !== unknown) {
      if (n === capacity) return CAPACITY
      put(output, stride, n++, id, start + from, start + to)
      to = from
      continue
    }
    while (flags & FUSE_UNKNOWN && from > 0) {
      const before = load<u32>(scratch + ((<usize>from) << 4), 12)
      if (before !== NONE && before !== unknown) break
      from = load<u32>(scratch + ((<usize>from) << 4), 8)
    }
    if (flags & BYTE_FALLBACK && allBytes(model, text, start + from, start + to)) {
      for (let at = to; at > from; ) {
        // A low surrogate belongs to the high one before it if the character there has two units.
        const units: u32 = at - from >= 2 && unitsAt(text, start + at - 2, start + at) === 2 ? 2 : 1
        const point = pointOf(text, start + at - units, units)
        for (let b = <i32>bytesOf(point) - 1; b >= 0; b--) {
          if (n === capacity) return CAPACITY
          put(
            output,
            stride,
            n++,
            load<u32>(bytes + ((<usize>byteOf(point, b)) << 2)),
            start + at - units,
            start + at,
          )
        }
        at -= units
      }
    } else {
      if (n === capacity) return CAPACITY
      put(output, stride, n++, unknown, start + from, start + to)
    }
    to = from
  }
  for (let array: u32 = 0; array < 3; array++) {
    const base = output + ((<usize>stride) << 2) * array
    for (let i: u32 = 0, j: u32 = n; i + 1 < j; i++) {
      j--
      const low = load<u32>(base + ((<usize>i) << 2))
      store<u32>(base + ((<usize>i) << 2), load<u32>(base + ((<usize>j) << 2)))
      store<u32>(base + ((<usize>j) << 2), low)
    }
  }
  return <i32>n
}
