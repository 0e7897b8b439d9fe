// Learning BPE merges: counts of all pairs of neighbouring symbols, kept up to date as pairs are merged in place.
// Words lie end to end in `symbols`; a merged symbol stands at its first position and covers as many as its token
// has first symbols (`lengths`), `previous` leads back. Each pair lists where it occurred; entries that a later merge
// made stale are skipped. Pairs wait in a binary heap, most frequent first, equal counts by their ids; counts that
// fell are put right when they come to the top.
// Pair (48 bytes): u32 left · right · f64 count · u32 first and last occurrence · heap place + 1 · next touched + 1 ·
// f64 count in the heap · u32 occurrences · disordered. Occurrence (8 bytes): u32 position · next + 1.
// Source: Sennrich, Haddow & Birch 2016, algorithm 1, with the counts updated instead of taken anew.
import { MIX } from './subword-trie'

const PAIR: usize = 48
const RIGHT: usize = 4
const COUNT: usize = 8
const FIRST: usize = 16
const LAST: usize = 20
const PLACE: usize = 24
const TOUCHED: usize = 28
const WAITING: usize = 32
const OCCURRENCES: usize = 40
const DISORDERED: usize = 44

// Fields of the state, u32 each; src/tokenize/subword/train-bpe.ts fills them.
const SYMBOLS: usize = 0
const PREVIOUS: usize = 4
const WORDS: usize = 8 // number of the word at each position
const COUNTS: usize = 12 // f64 by word
const LENGTHS: usize = 16 // positions that a symbol covers, by id
const LENGTH: usize = 20 // positions
const PAIRS: usize = 24
const PAIR_COUNT: usize = 28
const PAIR_CAPACITY: usize = 32
const SLOTS: usize = 36
const MASK: usize = 40
const HEAP: usize = 44
const HEAP_SIZE: usize = 48
const PLACES: usize = 52 // occurrences
const PLACE_COUNT: usize = 56
const SCRATCH: usize = 60 // u32 a position

function u32At(array: usize, i: u32): u32 {
  return load<u32>(array + ((<usize>i) << 2))
}

function pairAt(state: usize, i: u32): usize {
  return load<u32>(state, PAIRS) + <usize>i * PAIR
}

function slotFor(state: usize, left: u32, right: u32): usize {
  const key = ((<u64>left) << 32) | right
  let slot = <u32>((key * MIX) >> 32) & load<u32>(state, MASK)
  while (true) {
    const at = load<u32>(state, SLOTS) + ((<usize>slot) << 2)
    const index = load<u32>(at)
    if (index === 0) return at
    const pair = pairAt(state, index - 1)
    if (load<u32>(pair) === left && load<u32>(pair, RIGHT) === right) return at
    slot = (slot + 1) & load<u32>(state, MASK)
  }
}

// Index of the pair, made with no occurrence if it is new.
function pairFor(state: usize, left: u32, right: u32): u32 {
  const slot = slotFor(state, left, right)
  const index = load<u32>(slot)
  if (index !== 0) return index - 1
  const fresh = load<u32>(state, PAIR_COUNT)
  store<u32>(state, fresh + 1, PAIR_COUNT)
  store<u32>(slot, fresh + 1)
  const pair = pairAt(state, fresh)
  memory.fill(pair, 0, PAIR)
  store<u32>(pair, left)
  store<u32>(pair, right, RIGHT)
  return fresh
}

function occur(state: usize, index: u32, position: u32, count: f64): void {
  const pair = pairAt(state, index)
  const place = load<u32>(state, PLACE_COUNT)
  store<u32>(state, place + 1, PLACE_COUNT)
  const places = <usize>load<u32>(state, PLACES)
  store<u32>(places + ((<usize>place) << 3), position)
  store<u32>(places + ((<usize>place) << 3), 0, 4)
  if (load<u32>(pair, OCCURRENCES) === 0) store<u32>(pair, place + 1, FIRST)
  else {
    const last = places + ((<usize>(load<u32>(pair, LAST) - 1)) << 3)
    store<u32>(last, place + 1, 4)
    if (load<u32>(last) > position) store<u32>(pair, 1, DISORDERED)
  }
  store<u32>(pair, place + 1, LAST)
  store<u32>(pair, load<u32>(pair, OCCURRENCES) + 1, OCCURRENCES)
  store<f64>(pair, load<f64>(pair, COUNT) + count, COUNT)
}

// Whether pair a comes before pair b in the heap.
function before(a: usize, b: usize): bool {
  const left = load<f64>(a, WAITING)
  const right = load<f64>(b, WAITING)
  if (left !== right) return left > right
  if (load<u32>(a) !== load<u32>(b)) return load<u32>(a) < load<u32>(b)
  return load<u32>(a, RIGHT) < load<u32>(b, RIGHT)
}

function setPlace(state: usize, place: u32, index: u32): void {
  store<u32>(load<u32>(state, HEAP) + ((<usize>place) << 2), index)
  store<u32>(pairAt(state, index), place + 1, PLACE)
}

function rise(state: usize, place: u32, index: u32): void {
  const pair = pairAt(state, index)
  while (place > 0) {
    const parent = (place - 1) >> 1
    const above = u32At(load<u32>(state, HEAP), parent)
    if (!before(pair, pairAt(state, above))) break
    setPlace(state, place, above)
    place = parent
  }
  setPlace(state, place, index)
}

function sink(state: usize, place: u32, index: u32): void {
  const size = load<u32>(state, HEAP_SIZE)
  const heap = <usize>load<u32>(state, HEAP)
  const pair = pairAt(state, index)
  while (true) {
    let child: u32 = 2 * place + 1
    if (child >= size) break
    if (child + 1 < size && before(pairAt(state, u32At(heap, child + 1)), pairAt(state, u32At(heap, child))))
      child++
    const below = u32At(heap, child)
    if (!before(pairAt(state, below), pair)) break
    setPlace(state, place, below)
    place = child
  }
  setPlace(state, place, index)
}

// Puts a pair whose count may have grown where it belongs.
function settle(state: usize, index: u32): void {
  const pair = pairAt(state, index)
  const count = load<f64>(pair, COUNT)
  const place = load<u32>(pair, PLACE)
  if (place !== 0) {
    if (count <= load<f64>(pair, WAITING)) return
    store<f64>(pair, count, WAITING)
    rise(state, place - 1, index)
  } else if (count > 0) {
    store<f64>(pair, count, WAITING)
    const size = load<u32>(state, HEAP_SIZE)
    store<u32>(state, size + 1, HEAP_SIZE)
    rise(state, size, index)
  }
}

// Takes the pair at the top out of the heap.
function removeTop(state: usize): void {
  const heap = <usize>load<u32>(state, HEAP)
  const size = load<u32>(state, HEAP_SIZE) - 1
  store<u32>(pairAt(state, u32At(heap, 0)), 0, PLACE)
  store<u32>(state, size, HEAP_SIZE)
  if (size > 0) sink(state, 0, u32At(heap, size))
}

// Kernel: counts the pairs that begin at positions `from` to `to`, all symbols being first ones. Gives where it
// stopped: at `to`, or where the pairs need more room.
export function subwordPairsCount(state: usize, from: u32, to: u32): i32 {
  const symbols = <usize>load<u32>(state, SYMBOLS)
  const words = <usize>load<u32>(state, WORDS)
  const counts = <usize>load<u32>(state, COUNTS)
  const last = load<u32>(state, LENGTH) - 1
  for (let i = from; i < to; i++) {
    if (load<u32>(state, PAIR_COUNT) === load<u32>(state, PAIR_CAPACITY)) return <i32>i
    store<u32>(load<u32>(state, PREVIOUS) + ((<usize>i) << 2), i - 1)
    if (i === last || u32At(words, i) !== u32At(words, i + 1)) continue
    const index = pairFor(state, u32At(symbols, i), u32At(symbols, i + 1))
    occur(state, index, i, load<f64>(counts + ((<usize>u32At(words, i)) << 3)))
  }
  return <i32>to
}

// Kernel: puts all pairs into the heap.
export function subwordPairsHeap(state: usize): i32 {
  const count = load<u32>(state, PAIR_COUNT)
  for (let i: u32 = 0; i < count; i++) settle(state, i)
  return <i32>load<u32>(state, HEAP_SIZE)
}

// Kernel: the number of the most frequent pair + 1, taken out of the heap; 0 when there is none.
export function subwordPairsTop(state: usize): i32 {
  while (load<u32>(state, HEAP_SIZE) > 0) {
    const index = u32At(load<u32>(state, HEAP), 0)
    const pair = pairAt(state, index)
    const count = load<f64>(pair, COUNT)
    if (count === load<f64>(pair, WAITING)) {
      removeTop(state)
      return <i32>(index + 1)
    }
    store<f64>(pair, count, WAITING)
    if (count <= 0) removeTop(state)
    else sink(state, 0, index)
  }
  return 0
}

// Kernel: enters all pairs into empty slots, after the caller has grown the tables.
export function subwordPairsRehash(state: usize): i32 {
  const count = load<u32>(state, PAIR_COUNT)
  for (let i: u32 = 0; i < count; i++) {
    const pair = pairAt(state, i)
    store<u32>(slotFor(state, load<u32>(pair), load<u32>(pair, RIGHT)), i + 1)
  }
  return <i32>count
}

// Positions of a pair in ascending order into the scratch; gives their number.
function gather(state: usize, pair: usize): u32 {
  const scratch = <usize>load<u32>(state, SCRATCH)
  const places = <usize>load<u32>(state, PLACES)
  let n: u32 = 0
  for (let next = load<u32>(pair, FIRST); next !== 0; ) {
    const place = places + ((<usize>(next - 1)) << 3)
    store<u32>(scratch + ((<usize>n) << 2), load<u32>(place))
    n++
    next = load<u32>(place, 4)
  }
  if (load<u32>(pair, DISORDERED) === 0) return n
  for (let gap = n >> 1; gap > 0; gap >>= 1) {
    for (let i = gap; i < n; i++) {
      const value = u32At(scratch, i)
      let j = i
      while (j >= gap && u32At(scratch, j - gap) > value) {
        store<u32>(scratch + ((<usize>j) << 2), u32At(scratch, j - gap))
        j -= gap
      }
      store<u32>(scratch + ((<usize>j) << 2), value)
    }
  }
  return n
}

// A pair that changes: counted at `position` if it gains, and remembered once to be settled.
function change(state: usize, left: u32, right: u32, position: u32, count: f64, touched: u32): u32 {
  const index = pairFor(state, left, right)
  const pair = pairAt(state, index)
  if (count < 0) {
    store<f64>(pair, load<f64>(pair, COUNT) + count, COUNT)
    return touched
  }
  occur(state, index, position, count)
  if (load<u32>(pair, TOUCHED) !== 0) return touched
  store<u32>(pair, touched, TOUCHED)
  return index + 1
}

// Kernel: merges pair `index` into the symbol `id` everywhere. Gives 1, or 0 when the pairs need more room first.
export function subwordPairsMerge(state: usize, index: u32, id: u32): i32 {
  const pair = pairAt(state, index)
  const room = load<u32>(state, PAIR_CAPACITY) - load<u32>(state, PAIR_COUNT)
  if (load<u32>(pair, OCCURRENCES) * 4 + 4 > room) return 0
  const symbols = <usize>load<u32>(state, SYMBOLS)
  const previous = <usize>load<u32>(state, PREVIOUS)
  const words = <usize>load<u32>(state, WORDS)
  const lengths = <usize>load<u32>(state, LENGTHS)
  const scratch = <usize>load<u32>(state, SCRATCH)
  const end = load<u32>(state, LENGTH)
  const left = load<u32>(pair)
  const right = load<u32>(pair, RIGHT)
  const n = gather(state, pair)
  store<u32>(pair, 0, OCCURRENCES)
  store<u32>(pair, 0, FIRST)
  store<u32>(pair, 0, DISORDERED)
  let touched: u32 = u32.MAX_VALUE // end of the chain of pairs to settle
  for (let i: u32 = 0; i < n; i++) {
    const at = u32At(scratch, i)
    if (u32At(symbols, at) !== left) continue
    const second = at + u32At(lengths, left)
    if (second >= end || u32At(words, second) !== u32At(words, at) || u32At(symbols, second) !== right)
      continue
    const count = load<f64>(load<u32>(state, COUNTS) + ((<usize>u32At(words, at)) << 3))
    const after = second + u32At(lengths, right)
    store<u32>(symbols + ((<usize>at) << 2), id)
    store<u32>(symbols + ((<usize>second) << 2), u32.MAX_VALUE)
    if (at > 0 && u32At(words, at - 1) === u32At(words, at)) {
      const from = u32At(previous, at)
      const beside = u32At(symbols, from)
      touched = change(state, beside, left, from, -count, touched)
      touched = change(state, beside, id, from, count, touched)
    }
    if (after < end && u32At(words, after) === u32At(words, at)) {
      const beside = u32At(symbols, after)
      store<u32>(previous + ((<usize>after) << 2), at)
      touched = change(state, right, beside, second, -count, touched)
      touched = change(state, id, beside, at, count, touched)
    }
  }
  store<f64>(pair, 0, COUNT)
  while (touched !== u32.MAX_VALUE) {
    const settled = touched - 1
    touched = load<u32>(pairAt(state, settled), TOUCHED)
    store<u32>(pairAt(state, settled), 0, TOUCHED)
    settle(state, settled)
  }
  return 1
}
