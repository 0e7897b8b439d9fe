// Frequent substrings of words, found length by length: a substring is looked at only if it is frequent without its
// last unit and without its first one. Each length has its own table from (substring without its last unit, last
// unit) to a new number; numbers begin at 1 within a length.
// Slot (16 bytes): u64 number of the shorter << 16 | unit, + 1 (0: free) · u32 number · unused.
// Source: Agrawal & Srikant 1994 (the a-priori idea), in place of the suffix array of Kudo 2018.
import { MIX } from './subword-trie'

const LEAST: f64 = 2

function frequent(numbers: usize, counts: usize, at: u32): bool {
  const number = load<u32>(numbers + ((<usize>at) << 2))
  return number !== 0 && load<f64>(counts + ((<usize>(number - 1)) << 3)) >= LEAST
}

// Kernel: counts the substrings of `length` units in words `from` to `to`. `numbers`, `counts`: those of the length
// before, by position and by number; `fresh`, `sums`, `samples`: those of this length, to write (`samples`: where one
// stands). `used`: numbers given so far. Gives the numbers given so far + 1, or 0 when there is no room
// for more.
export function subwordSeeds(
  units: usize,
  offsets: usize,
  weights: usize,
  from: u32,
  to: u32,
  length: u32,
  numbers: usize,
  counts: usize,
  fresh: usize,
  sums: usize,
  samples: usize,
  used: u32,
  capacity: u32,
  slots: usize,
  mask: u32,
): i32 {
  for (let word = from; word < to; word++) {
    const weight = load<f64>(weights + ((<usize>word) << 3))
    const end = load<u32>(offsets + ((<usize>word) << 2), 4)
    for (let i = load<u32>(offsets + ((<usize>word) << 2)); i < end; i++) {
      store<u32>(fresh + ((<usize>i) << 2), 0)
      if (i + length > end) continue
      if (length > 1 && !(frequent(numbers, counts, i) && frequent(numbers, counts, i + 1))) continue
      const shorter: u64 = length > 1 ? load<u32>(numbers + ((<usize>i) << 2)) : 0
      const key = ((shorter << 16) | load<u16>(units + ((<usize>(i + length - 1)) << 1))) + 1
      let slot = <u32>((key * MIX) >> 32) & mask
      let at = slots + ((<usize>slot) << 4)
      while (load<u64>(at) !== 0 && load<u64>(at) !== key) {
        slot = (slot + 1) & mask
        at = slots + ((<usize>slot) << 4)
      }
      if (load<u64>(at) === 0) {
        if (used === capacity) return 0
        store<u64>(at, key)
        store<u32>(at, ++used, 8)
        store<f64>(sums + ((<usize>(used - 1)) << 3), 0)
        store<u32>(samples + ((<usize>(used - 1)) << 2), i)
      }
      const number = load<u32>(at, 8)
      const sum = sums + ((<usize>(number - 1)) << 3)
      store<f64>(sum, load<f64>(sum) + weight)
      store<u32>(fresh + ((<usize>i) << 2), number)
    }
  }
  return <i32>(used + 1)
}
