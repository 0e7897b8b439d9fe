// Forms of tokens to entries: an open-addressing hash of 64 bits over UTF-16 units, so that what depends on a form
// alone is worked out once for each distinct form.
import { CAPACITY } from './codes'

const SLOT: usize = 16 // hash u64, entry + 1 u32 (0: free), unused
// Odd numbers with well mixed bits.
const FIRST: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15
const SECOND: u64 = ((<u64>0xff51afd7) << 32) | 0xed558ccd
const THIRD: u64 = ((<u64>0xc4ceb9fe) << 32) | 0x1a85ec53
const FOURTH: u64 = ((<u64>0x9fb21c65) << 32) | 0x1e98df25

function hashUnits(from: usize, to: usize): u64 {
  let hash: u64 = FIRST ^ <u64>(to - from)
  let at = from
  for (; at + 8 <= to; at += 8) {
    hash = (hash ^ load<u64>(at)) * SECOND
    hash ^= hash >> 32
  }
  if (at + 4 <= to) {
    hash = (hash ^ <u64>load<u32>(at)) * THIRD
    hash ^= hash >> 29
    at += 4
  }
  if (at < to) {
    hash = (hash ^ <u64>load<u16>(at)) * FOURTH
    hash ^= hash >> 32
  }
  hash *= SECOND
  return hash ^ (hash >> 33)
}

/**
 * Entries (u32) of `count` tokens: units [starts[i] - base, ends[i] - base) of `units`. A form that is not in `table`
 * (`mask` + 1 slots of 16 bytes) gets the next entry from `next` on, below `limit`; the token is written to `fresh`
 * (u32). Gives the number of new entries.
 */
export function taggerForms(
  units: usize,
  starts: usize,
  ends: usize,
  base: u32,
  count: i32,
  table: usize,
  mask: u32,
  next: u32,
  limit: u32,
  entries: usize,
  fresh: usize,
): i32 {
  let found = next
  for (let i: usize = 0; i < <usize>count; i++) {
    const from = units + ((<usize>(load<u32>(starts + (i << 2)) - base)) << 1)
    const to = units + ((<usize>(load<u32>(ends + (i << 2)) - base)) << 1)
    const hash = hashUnits(from, to)
    let slot = <u32>hash & mask
    while (true) {
      const at = table + <usize>slot * SLOT
      const entry = load<u32>(at, 8)
      if (entry === 0) {
        if (found >= limit) return CAPACITY
        store<u64>(at, hash)
        store<u32>(at, found + 1, 8)
        store<u32>(entries + (i << 2), found)
        store<u32>(fresh + ((<usize>(found - next)) << 2), <u32>i)
        found++
        break
      }
      if (load<u64>(at) === hash) {
        store<u32>(entries + (i << 2), entry - 1)
        break
      }
      slot = (slot + 1) & mask
    }
  }
  return <i32>(found - next)
}
