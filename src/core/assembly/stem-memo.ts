// A table of words and their stems for batches: texts repeat words, and looking one up takes a tenth of stemming.
// A word has one slot of 32 bytes by its hash and takes it from the one before. A slot is u8 length of the word (0:
// empty), u8 how many of its first units the stem keeps, u8 length of what the stem has after them, u8 unused; then
// the word (up to 12 units) and that tail (up to 2). What does not fit is not remembered.

const SLOT: usize = 5 // log2 of the bytes of a slot
const WORD: usize = 4
const WORD_UNITS: usize = 12
const TAIL: usize = 28
const TAIL_UNITS: usize = 2
const MULTIPLIER: u64 = 0x9e3779b97f4a7000 // the golden ratio (Knuth 1973, 6.4), in digits that JavaScript can hold

/** The slot for a word of `units` at `word` in a table of `count` slots (a power of 2); 0 where it is too long. */
export function memoSlot(memo: usize, count: u32, word: usize, units: usize): usize {
  if (units === 0 || units > WORD_UNITS) return 0
  let hash: u64 = <u64>units
  const bytes = units << 1
  let i: usize = 0
  for (; i + 8 <= bytes; i += 8) hash = mix(hash ^ load<u64>(word + i))
  for (; i < bytes; i += 2) hash = mix(hash ^ <u64>load<u16>(word + i))
  return memo + ((<usize>hash & <usize>(count - 1)) << SLOT)
}

function mix(hash: u64): u64 {
  const product = hash * MULTIPLIER
  return product ^ (product >> 37)
}

/** Whether the slot has this word. */
export function memoHas(slot: usize, word: usize, units: usize): bool {
  if (<usize>load<u8>(slot) !== units) return false
  const bytes = units << 1
  let i: usize = 0
  for (; i + 8 <= bytes; i += 8) {
    if (load<u64>(word + i) !== load<u64>(slot + WORD + i)) return false
  }
  for (; i < bytes; i += 2) {
    if (load<u16>(word + i) !== load<u16>(slot + WORD + i)) return false
  }
  return true
}

/** Makes the word at `word` its stem; gives the end, or 0 where that is beyond `limit`. */
export function memoRecall(slot: usize, word: usize, limit: usize): usize {
  const end = word + ((<usize>load<u8>(slot, 1)) << 1)
  const bytes = (<usize>load<u8>(slot, 2)) << 1
  if (end + bytes > limit) return 0
  for (let i: usize = 0; i < bytes; i += 2) store<u16>(end + i, load<u16>(slot + TAIL + i))
  return end + bytes
}

/** Remembers that the stem of the word of `units` at `word` is what lies from `stem` to `end`. */
export function memoStore(slot: usize, word: usize, units: usize, stem: usize, end: usize): void {
  const length = (end - stem) >> 1
  const most = min(units, length)
  let keep: usize = 0
  while (keep < most && load<u16>(word + (keep << 1)) === load<u16>(stem + (keep << 1))) keep++
  if (length - keep > TAIL_UNITS) return
  store<u8>(slot, <u8>units)
  store<u8>(slot, <u8>keep, 1)
  store<u8>(slot, <u8>(length - keep), 2)
  for (let i: usize = 0; i < units << 1; i += 2) store<u16>(slot + WORD + i, load<u16>(word + i))
  for (let i = keep; i < length; i++) {
    store<u16>(slot + TAIL + ((i - keep) << 1), load<u16>(stem + (i << 1)))
  }
}
