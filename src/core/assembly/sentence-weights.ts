// Sparse weights in letters, unpacked: the reading half of src/tokenize/sentence-text.ts, in the core because a
// bundled model is unpacked in every process before anything has been optimised.
import { MALFORMED } from './codes'

const MORE: i32 = 63 // of skips: 63 zeros and no weight yet
const WIDE: i32 = 63 // of weights: two letters follow
const CENTRE: i32 = 31
const WIDE_CENTRE: i32 = 2048

/** The number that a letter of the base64 alphabet stands for, or -1. */
function value(at: usize, i: i32): i32 {
  const u = <i32>load<u16>(at + ((<usize>i) << 1))
  if (u >= 0x41 && u <= 0x5a) return u - 0x41
  if (u >= 0x61 && u <= 0x7a) return u - 0x61 + 26
  if (u >= 0x30 && u <= 0x39) return u - 0x30 + 52
  return u === 0x2b ? 62 : u === 0x2f ? 63 : -1
}

/** Fills `size` int16 weights, all of them; gives how many are not zero, or MALFORMED. */
export function sentenceWeights(
  skips: usize,
  skipCount: i32,
  letters: usize,
  letterCount: i32,
  weights: usize,
  size: i32,
): i32 {
  memory.fill(weights, 0, (<usize>size) << 1)
  let slot: i32 = 0
  let next: i32 = 0
  let count: i32 = 0
  for (let i = 0; i < skipCount; i++) {
    const skip = value(skips, i)
    slot += skip
    if (skip === MORE) continue
    if (skip < 0 || slot >= size || next >= letterCount) return MALFORMED
    let weight = value(letters, next++) - CENTRE
    if (weight === WIDE - CENTRE) {
      if (next + 1 >= letterCount) return MALFORMED
      weight = value(letters, next) * 64 + value(letters, next + 1) - WIDE_CENTRE
      next += 2
    }
    store<i16>(weights + ((<usize>slot) << 1), <i16>weight)
    slot++
    count++
  }
  return next === letterCount ? count : MALFORMED
}
