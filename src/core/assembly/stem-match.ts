// What the stemming machine (stem.ts) matches with: classes of letters, texts and tries, in both directions.
// A function gives the cursor after the match, or 0 where there is none. Units are 2 bytes, read from `cursor`
// up to `end`, or in the functions called ...Back from `cursor` down to `floor`.

/** Whether the unit is in the class `bit`; `masks` has the classes of each unit below `limit` as bits (u32). */
function isIn(masks: usize, limit: u32, bit: u32, unit: u32): u32 {
  return unit < limit ? (load<u32>(masks + ((<usize>unit) << 2)) >> bit) & 1 : 0
}

/** Passes one letter that is in the class (`wanted` 1) or not in it (0). */
export function passClass(cursor: usize, end: usize, masks: usize, limit: u32, bit: u32, wanted: u32): usize {
  if (cursor >= end) return 0
  return isIn(masks, limit, bit, load<u16>(cursor)) === wanted ? cursor + 2 : 0
}

export function passClassBack(
  cursor: usize,
  floor: usize,
  masks: usize,
  limit: u32,
  bit: u32,
  wanted: u32,
): usize {
  if (cursor <= floor) return 0
  return isIn(masks, limit, bit, load<u16>(cursor - 2)) === wanted ? cursor - 2 : 0
}

/** Passes letters up to the first that is in the class (or not in it), and that one too if `past` is 2. */
export function findClass(
  cursor: usize,
  end: usize,
  masks: usize,
  limit: u32,
  bit: u32,
  wanted: u32,
  past: u32,
): usize {
  for (; cursor < end; cursor += 2) {
    if (isIn(masks, limit, bit, load<u16>(cursor)) === wanted) return cursor + past
  }
  return 0
}

export function findClassBack(
  cursor: usize,
  floor: usize,
  masks: usize,
  limit: u32,
  bit: u32,
  wanted: u32,
  past: u32,
): usize {
  for (; cursor > floor; cursor -= 2) {
    if (isIn(masks, limit, bit, load<u16>(cursor - 2)) === wanted) return cursor - past
  }
  return 0
}

/** Passes the `bytes` of the text at `text`. */
export function passText(cursor: usize, end: usize, text: usize, bytes: usize): usize {
  if (cursor + bytes > end) return 0
  for (let i: usize = 0; i < bytes; i += 2) {
    if (load<u16>(cursor + i) !== load<u16>(text + i)) return 0
  }
  return cursor + bytes
}

export function passTextBack(cursor: usize, floor: usize, text: usize, bytes: usize): usize {
  if (floor + bytes > cursor) return 0
  const start = cursor - bytes
  for (let i: usize = 0; i < bytes; i += 2) {
    if (load<u16>(start + i) !== load<u16>(text + i)) return 0
  }
  return start
}

/**
 * The longest text of the trie at `rows`: the cursor after it in the lower half, in the upper half the address of
 * what is to be done, 0 where there is none. `letters` numbers the units below `limit` (u8, 0: in no text).
 */
export function longestText(cursor: usize, end: usize, rows: usize, letters: usize, limit: u32): u64 {
  let address = <u32>load<u16>(rows)
  let best = cursor
  let row = rows
  while (cursor < end) {
    const unit = <u32>load<u16>(cursor)
    const letter = unit < limit ? <usize>load<u8>(letters + <usize>unit) : 0
    const next = letter ? <usize>load<u16>(row + (letter << 1)) : 0
    if (next === 0) break
    cursor += 2
    row = rows + (next << 3)
    const accepted = <u32>load<u16>(row)
    if (accepted) {
      address = accepted
      best = cursor
    }
  }
  return ((<u64>address) << 32) | <u64>best
}

export function longestTextBack(cursor: usize, floor: usize, rows: usize, letters: usize, limit: u32): u64 {
  let address = <u32>load<u16>(rows)
  let best = cursor
  let row = rows
  while (cursor > floor) {
    const unit = <u32>load<u16>(cursor - 2)
    const letter = unit < limit ? <usize>load<u8>(letters + <usize>unit) : 0
    const next = letter ? <usize>load<u16>(row + (letter << 1)) : 0
    if (next === 0) break
    cursor -= 2
    row = rows + (next << 3)
    const accepted = <u32>load<u16>(row)
    if (accepted) {
      address = accepted
      best = cursor
    }
  }
  return ((<u64>address) << 32) | <u64>best
}

/** Replaces from..to by the `bytes` at `source`; gives the new end of the word. */
export function splice(from: usize, to: usize, end: usize, source: usize, bytes: usize): usize {
  const tail = end - to
  if (tail !== 0 && from + bytes !== to) memory.copy(from + bytes, to, tail)
  for (let i: usize = 0; i < bytes; i += 2) store<u16>(from + i, load<u16>(source + i))
  return from + bytes + tail
}

/** The place that a mark holds, 0 where it is not in the word. */
export function markedPlace(number: usize, word: usize, end: usize): usize {
  const offset = load<i32>(number)
  return offset < 0 || (<usize>offset) << 1 > end - word ? 0 : word + ((<usize>offset) << 1)
}

/** a < b, a <= b, a = b, a != b, a >= b or a > b for `comparison` 0 to 5. */
export function holds(a: i32, comparison: u32, b: i32): bool {
  if (comparison === 0) return a < b
  if (comparison === 1) return a <= b
  if (comparison === 2) return a === b
  if (comparison === 3) return a !== b
  if (comparison === 4) return a >= b
  return a > b
}
