// Byte pair encoding of one piece: symbols are joined by the merge of lowest rank, leftmost first, until none
// applies. Short pieces look through all pairs each time; longer ones keep pairs in a binary heap over a doubly
// linked list, so a piece of n symbols costs O(n log n). Heap entries that a later merge made stale are skipped.
// Scratch: `room` entries each of ids, starts, ends, ranks (u32), previous, next (i32), and 3 room u64 for the heap.
// Source: Sennrich, Haddow & Birch 2016.
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
  MERGE_MASK,
  MERGES,
  NONE,
  PLACED,
  POINT_MASK,
  POINTS,
  pointOf,
  put,
  UNKNOWN,
  unitsAt,
  WHOLE_FIRST,
} from './subword-model'
import { childOf, edgeOf, tokenOf } from './subword-trie'

const SHORT: u32 = 40

function hash(a: u32, b: u32): u32 {
  const mixed = (a * 0x9e3779b1) ^ (b * 0x85ebca77)
  return mixed ^ (mixed >> 15)
}

// Id of the symbol for a code point at a place of its piece, NONE if there is none.
function symbolOf(points: usize, mask: u32, point: u32, place: u32): u32 {
  const key = point | (place << 21)
  let slot = hash(key, 0) & mask
  while (true) {
    const entry = points + ((<usize>slot) << 3)
    const found = load<u32>(entry)
    if (found === key) return load<u32>(entry, 4)
    if (found === NONE) return NONE
    slot = (slot + 1) & mask
  }
}

// Address of the merge of two symbols, 0 if there is none.
function mergeOf(merges: usize, mask: u32, left: u32, right: u32): usize {
  let slot = hash(left, right) & mask
  while (true) {
    const entry = merges + ((<usize>slot) << 4)
    const found = load<u32>(entry)
    if (found === NONE) return 0
    if (found === left && load<u32>(entry, 4) === right) return entry
    slot = (slot + 1) & mask
  }
}

function rankOf(merges: usize, mask: u32, left: u32, right: u32): u32 {
  const merge = mergeOf(merges, mask, left, right)
  return merge ? load<u32>(merge, 8) : NONE
}

function mergedId(merges: usize, mask: u32, left: u32, right: u32): u32 {
  return load<u32>(mergeOf(merges, mask, left, right), 12)
}

function at(array: usize, i: u32): u32 {
  return load<u32>(array + ((<usize>i) << 2))
}

function set(array: usize, i: u32, value: u32): void {
  store<u32>(array + ((<usize>i) << 2), value)
}

function symbol(ids: usize, room: u32, n: u32, id: u32, start: u32, end: u32): void {
  set(ids, n, id)
  set(ids + ((<usize>room) << 2), n, start)
  set(ids + ((<usize>room) << 3), n, end)
}

// The id of a whole piece that is a token, -1 otherwise.
function whole(model: usize, text: usize, start: u32, end: u32): i32 {
  let node: u32 = 1
  let id = -1
  for (let i = start; i < end; i++) {
    const edge = edgeOf(
      load<u32>(model, EDGES),
      load<u32>(model, EDGE_MASK),
      node,
      load<u16>(text + ((<usize>i) << 1)),
    )
    if (edge === 0) return -1
    node = childOf(edge)
    id = tokenOf(edge)
  }
  return id
}

// First symbols of a piece: its characters, their bytes where they are unknown, or the unknown token.
function symbols(model: usize, text: usize, start: u32, end: u32, ids: usize, room: u32): i32 {
  const flags = load<u32>(model, FLAGS)
  const points = load<u32>(model, POINTS)
  const mask = load<u32>(model, POINT_MASK)
  const unknown = load<u32>(model, UNKNOWN)
  const bytes = load<u32>(model, BYTES)
  let n: u32 = 0
  let fused = false
  for (let i = start; i < end; ) {
    const units = unitsAt(text, i, end)
    const point = pointOf(text, i, units)
    const place: u32 = flags & PLACED ? (i > start ? 1 : 0) | (i + units === end ? 2 : 0) : 0
    const id = symbolOf(points, mask, point, place)
    if (n + 4 > room) return CAPACITY
    if (id !== NONE) {
      symbol(ids, room, n++, id, i, i + units)
      fused = false
    } else if (flags & BYTE_FALLBACK && hasBytes(bytes, point)) {
      for (let b: u32 = 0; b < bytesOf(point); b++) {
        symbol(ids, room, n++, at(bytes, byteOf(point, b)), i, i + units)
      }
      fused = false
    } else if (unknown !== NONE) {
      if (fused && flags & FUSE_UNKNOWN) set(ids + ((<usize>room) << 3), n - 1, i + units)
      else symbol(ids, room, n++, unknown, i, i + units)
      fused = true
    }
    i += units
  }
  return <i32>n
}

function mergeShort(model: usize, ids: usize, room: u32, n: u32): u32 {
  const merges = load<u32>(model, MERGES)
  const mask = load<u32>(model, MERGE_MASK)
  const starts = ids + ((<usize>room) << 2)
  const ends = ids + ((<usize>room) << 3)
  const ranks = ids + <usize>room * 12
  for (let i: u32 = 0; i + 1 < n; i++) set(ranks, i, rankOf(merges, mask, at(ids, i), at(ids, i + 1)))
  while (n > 1) {
    let best = NONE
    let where: u32 = 0
    for (let i: u32 = 0; i + 1 < n; i++) {
      const rank = at(ranks, i)
      if (rank < best) {
        best = rank
        where = i
      }
    }
    if (best === NONE) break
    set(ids, where, mergedId(merges, mask, at(ids, where), at(ids, where + 1)))
    set(ends, where, at(ends, where + 1))
    n--
    for (let i = where + 1; i < n; i++) {
      set(ids, i, at(ids, i + 1))
      set(starts, i, at(starts, i + 1))
      set(ends, i, at(ends, i + 1))
      set(ranks, i - 1, at(ranks, i))
    }
    if (where + 1 < n) set(ranks, where, rankOf(merges, mask, at(ids, where), at(ids, where + 1)))
    if (where > 0) set(ranks, where - 1, rankOf(merges, mask, at(ids, where - 1), at(ids, where)))
  }
  return n
}

function push(heap: usize, size: u32, key: u64): void {
  let i = size
  while (i > 0) {
    const parent = (i - 1) >> 1
    const above = load<u64>(heap + ((<usize>parent) << 3))
    if (above <= key) break
    store<u64>(heap + ((<usize>i) << 3), above)
    i = parent
  }
  store<u64>(heap + ((<usize>i) << 3), key)
}

// Takes the smallest key away; `size` is the size afterwards.
function pop(heap: usize, size: u32): void {
  const key = load<u64>(heap + ((<usize>size) << 3))
  let i: u32 = 0
  while (true) {
    let child: u32 = 2 * i + 1
    if (child >= size) break
    if (
      child + 1 < size &&
      load<u64>(heap + ((<usize>(child + 1)) << 3)) < load<u64>(heap + ((<usize>child) << 3))
    )
      child++
    const below = load<u64>(heap + ((<usize>child) << 3))
    if (key <= below) break
    store<u64>(heap + ((<usize>i) << 3), below)
    i = child
  }
  store<u64>(heap + ((<usize>i) << 3), key)
}

function mergeLong(model: usize, ids: usize, room: u32, n: u32): u32 {
  const merges = load<u32>(model, MERGES)
  const mask = load<u32>(model, MERGE_MASK)
  const starts = ids + ((<usize>room) << 2)
  const ends = ids + ((<usize>room) << 3)
  const ranks = ids + <usize>room * 12
  const previous = ids + ((<usize>room) << 4)
  const next = ids + <usize>room * 20
  const heap = ids + <usize>room * 24
  let size: u32 = 0
  for (let i: u32 = 0; i < n; i++) {
    set(previous, i, i - 1)
    set(next, i, i + 1)
    const rank = i + 1 < n ? rankOf(merges, mask, at(ids, i), at(ids, i + 1)) : NONE
    set(ranks, i, rank)
    if (rank !== NONE) push(heap, size++, ((<u64>rank) << 32) | i)
  }
  while (size > 0) {
    const key = load<u64>(heap)
    pop(heap, --size)
    const i = <u32>key
    const rank = <u32>(key >> 32)
    if (at(ranks, i) !== rank) continue
    const gone = at(next, i)
    const after = at(next, gone)
    set(ids, i, mergedId(merges, mask, at(ids, i), at(ids, gone)))
    set(ends, i, at(ends, gone))
    set(ranks, gone, NONE)
    set(next, i, after)
    let fresh = NONE
    if (after < n) {
      set(previous, after, i)
      fresh = rankOf(merges, mask, at(ids, i), at(ids, after))
      if (fresh !== NONE) push(heap, size++, ((<u64>fresh) << 32) | i)
    }
    set(ranks, i, fresh)
    const before = at(previous, i)
    if (i > 0 && before !== NONE) {
      const joined = rankOf(merges, mask, at(ids, before), at(ids, i))
      set(ranks, before, joined)
      if (joined !== NONE) push(heap, size++, ((<u64>joined) << 32) | before)
    }
  }
  let kept: u32 = 0
  for (let i: u32 = 0; i < n; i = at(next, i)) {
    symbol(ids, room, kept++, at(ids, i), at(starts, i), at(ends, i))
  }
  return kept
}

// Tokens of the piece from `start` to `end`, written by `put`; gives their number.
export function bpePiece(
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
  if (load<u32>(model, FLAGS) & WHOLE_FIRST) {
    const id = whole(model, text, start, end)
    if (id >= 0) {
      if (capacity === 0) return CAPACITY
      put(output, stride, 0, id, start, end)
      return 1
    }
  }
  const first = symbols(model, text, start, end, scratch, room)
  if (first < 0) return first
  let n = <u32>first
  n = n <= SHORT ? mergeShort(model, scratch, room, n) : mergeLong(model, scratch, room, n)
  if (n > capacity) return CAPACITY
  for (let i: u32 = 0; i < n; i++) {
    put(output, stride, i, at(scratch, i), at(scratch, room + i), at(scratch, 2 * room + i))
  }
  return <i32>n
}
