// Counting distinct pieces: an open-addressing table of entries over an arena of their units. The caller grows what
// is full and calls again from where the kernel stopped.
// Entry (24 bytes): u32 start in the arena, in units · u32 units · u32 hash · u32 unused · f64 count. Slot: entry + 1.
import { MIX } from './subword-trie'

const ENTRY: usize = 24

function hashOf(text: usize, start: u32, units: u32): u32 {
  let hash: u64 = units
  for (let i: u32 = 0; i < units; i++) {
    hash = (hash ^ load<u16>(text + ((<usize>(start + i)) << 1))) * MIX
    hash ^= hash >> 29
  }
  return <u32>(hash >> 32)
}

function same(a: usize, b: usize, units: u32): bool {
  for (let i: u32 = 0; i < units; i++) {
    if (load<u16>(a + (i << 1)) !== load<u16>(b + (i << 1))) return false
  }
  return true
}

// Kernel: counts pieces `from` to `count`. `state`: u32 entries in use, u32 arena units in use. Gives the number of
// the piece that found no room, or `count`.
export function subwordCount(
  text: usize,
  pieces: usize,
  from: u32,
  count: u32,
  slots: usize,
  mask: u32,
  entries: usize,
  entryCapacity: u32,
  arena: usize,
  arenaCapacity: u32,
  state: usize,
): i32 {
  let used = load<u32>(state)
  let filled = load<u32>(state, 4)
  let i = from
  for (; i < count; i++) {
    const start = load<u32>(pieces + (i << 3))
    const units = load<u32>(pieces + (i << 3), 4) - start
    const at = text + ((<usize>start) << 1)
    const hash = hashOf(text, start, units)
    let slot = hash & mask
    let found: usize = 0
    while (true) {
      const index = load<u32>(slots + ((<usize>slot) << 2))
      if (index === 0) break
      const entry = entries + <usize>(index - 1) * ENTRY
      const there = arena + ((<usize>load<u32>(entry)) << 1)
      if (load<u32>(entry, 8) === hash && load<u32>(entry, 4) === units && same(there, at, units)) {
        found = entry
        break
      }
      slot = (slot + 1) & mask
    }
    if (found) {
      store<f64>(found, load<f64>(found, 16) + 1, 16)
      continue
    }
    if (used === entryCapacity || filled + units > arenaCapacity) break
    const entry = entries + <usize>used * ENTRY
    store<u32>(entry, filled)
    store<u32>(entry, units, 4)
    store<u32>(entry, hash, 8)
    store<f64>(entry, 1, 16)
    memory.copy(arena + ((<usize>filled) << 1), at, (<usize>units) << 1)
    filled += units
    used++
    store<u32>(slots + ((<usize>slot) << 2), used)
  }
  store<u32>(state, used)
  store<u32>(state, filled, 4)
  return <i32>i
}

// Kernel: enters `count` entries into empty slots.
export function subwordCountRehash(entries: usize, count: u32, slots: usize, mask: u32): i32 {
  for (let i: u32 = 0; i < count; i++) {
    let slot = load<u32>(entries + <usize>i * ENTRY, 8) & mask
    while (load<u32>(slots + ((<usize>slot) << 2)) !== 0) slot = (slot + 1) & mask
    store<u32>(slots + ((<usize>slot) << 2), i + 1)
  }
  return <i32>count
}
