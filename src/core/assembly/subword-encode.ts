// Pieces in, tokens out: the door to the three models, with a direct-mapped table of recent short pieces in front
// of them. The table changes speed only: an entry is used when its units are the piece's own.
// Entry (128 bytes): u32 units | tokens << 8 (0: free) · 28 u16 units · 10 u32 ids · 10 u8 starts · 10 u8 ends ·
// padding.
import { CAPACITY } from './codes'
import { bpePiece } from './subword-bpe'
import { CACHE, CACHE_MASK, KIND, put } from './subword-model'
import { MIX } from './subword-trie'
import { unigramPiece } from './subword-unigram'
import { wordPieces } from './subword-wordpiece'

const UNITS: u32 = 28
const TOKENS: u32 = 10
const IDS: usize = 60
const STARTS: usize = 100
const ENDS: usize = 110

function entryOf(cache: usize, mask: u32, text: usize, start: u32, units: u32): usize {
  let hash: u64 = units
  for (let i: u32 = 0; i < units; i++) {
    hash = (hash ^ load<u16>(text + ((<usize>(start + i)) << 1))) * MIX
    hash ^= hash >> 29
  }
  return cache + ((<usize>(<u32>(hash >> 32) & mask)) << 7)
}

function holds(entry: usize, text: usize, start: u32, units: u32): bool {
  if ((load<u32>(entry) & 0xff) !== units) return false
  for (let i: u32 = 0; i < units; i++) {
    if (load<u16>(entry + (i << 1), 4) !== load<u16>(text + ((<usize>(start + i)) << 1))) return false
  }
  return true
}

function recall(entry: usize, start: u32, output: usize, stride: u32): u32 {
  const tokens = load<u32>(entry) >> 8
  for (let i: u32 = 0; i < tokens; i++) {
    const from = start + load<u8>(entry + i, STARTS)
    put(output, stride, i, load<u32>(entry + (i << 2), IDS), from, start + load<u8>(entry + i, ENDS))
  }
  return tokens
}

function remember(
  entry: usize,
  text: usize,
  start: u32,
  units: u32,
  tokens: u32,
  output: usize,
  stride: u32,
): void {
  store<u32>(entry, units | (tokens << 8))
  for (let i: u32 = 0; i < units; i++) {
    store<u16>(entry + (i << 1), load<u16>(text + ((<usize>(start + i)) << 1)), 4)
  }
  for (let i: u32 = 0; i < tokens; i++) {
    const token = output + ((<usize>i) << 2)
    store<u32>(entry + (i << 2), load<u32>(token), IDS)
    store<u8>(entry + i, <u8>(load<u32>(token + ((<usize>stride) << 2)) - start), STARTS)
    store<u8>(entry + i, <u8>(load<u32>(token + ((<usize>stride) << 3)) - start), ENDS)
  }
}

// Kernel: tokens of `count` pieces. `output`: three arrays of `capacity` u32, ids, starts and ends in units of
// `text`; `counts`: tokens of each piece (u32). `scratch` has room for `room` symbols or positions. Gives the
// number of tokens.
export function subwordEncode(
  model: usize,
  text: usize,
  pieces: usize,
  count: u32,
  scratch: usize,
  room: u32,
  output: usize,
  capacity: u32,
  counts: usize,
): i32 {
  const kind = load<u32>(model, KIND)
  const cache = load<u32>(model, CACHE)
  const mask = load<u32>(model, CACHE_MASK)
  let written: u32 = 0
  for (let i: u32 = 0; i < count; i++) {
    const start = load<u32>(pieces + (i << 3))
    const end = load<u32>(pieces + (i << 3), 4)
    const units = end - start
    const next = output + ((<usize>written) << 2)
    let entry: usize = 0
    if (cache && units <= UNITS) {
      entry = entryOf(cache, mask, text, start, units)
      if (holds(entry, text, start, units)) {
        if (written + TOKENS > capacity) return CAPACITY
        const tokens = recall(entry, start, next, capacity)
        store<u32>(counts + (i << 2), tokens)
        written += tokens
        continue
      }
    }
    const left = capacity - written
    let found: i32 = 0
    if (kind === 0) found = bpePiece(model, text, start, end, scratch, room, next, capacity, left)
    else if (kind === 1) found = wordPieces(model, text, start, end, next, capacity, left)
    else found = unigramPiece(model, text, start, end, scratch, room, next, capacity, left)
    if (found < 0) return found
    if (entry && <u32>found <= TOKENS) remember(entry, text, start, units, found, next, capacity)
    store<u32>(counts + (i << 2), found)
    written += found
  }
  return <i32>written
}
