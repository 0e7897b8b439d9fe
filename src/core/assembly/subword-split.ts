// Pre-tokenizers: pieces of a text in, smaller pieces out. A piece is a pair of u32, start and end in UTF-16
// units. Matches of a pattern (./subword-patterns.ts) are dropped, kept apart, or joined with a neighbour.
// Source: the split behaviours of the tokenizer.json format.
import { CAPACITY } from './codes'
import { segmentAt } from './subword-patterns'

const REMOVED: u32 = 0 // 1 keeps every segment apart
const MERGED_WITH_PREVIOUS: u32 = 2
const MERGED_WITH_NEXT: u32 = 3
const CONTIGUOUS: u32 = 4

// Kernel: splits `count` pieces; gives the number of pieces written. An output of text units + 1 is enough.
// A literal pattern looks for the units from `needle` to `needleEnd`.
export function subwordSplit(
  text: usize,
  pieces: usize,
  count: u32,
  pattern: u32,
  behaviour: u32,
  invert: u32,
  digits: u32,
  contractions: u32,
  needle: usize,
  needleEnd: usize,
  table: usize,
  output: usize,
  capacity: u32,
): i32 {
  let written: u32 = 0
  for (let i: u32 = 0; i < count; i++) {
    const start = load<u32>(pieces + (i << 3))
    const end = text + ((<usize>load<u32>(pieces + (i << 3), 4)) << 1)
    const first = written // pieces of this piece begin here; merging does not cross it
    let before: u32 = 2 // whether the segment before matched; 2: there is none
    for (let from = start; text + ((<usize>from) << 1) < end; ) {
      const at = text + ((<usize>from) << 1)
      const found = segmentAt(pattern, table, text, at, end, digits, contractions !== 0, needle, needleEnd)
      const to = found >> 1
      const matched = (found & 1) ^ invert
      let joined = false
      let dropped = false
      if (behaviour === REMOVED) dropped = matched !== 0
      else if (behaviour === MERGED_WITH_PREVIOUS) joined = matched !== 0 && before === 0
      else if (behaviour === MERGED_WITH_NEXT) joined = matched === 0 && before === 1
      else if (behaviour === CONTIGUOUS) joined = matched === before
      if (joined && written > first) store<u32>(output + ((written - 1) << 3), to, 4)
      else if (!dropped) {
        if (written === capacity) return CAPACITY
        store<u32>(output + (written << 3), from)
        store<u32>(output + (written << 3), to, 4)
        written++
      }
      before = matched
      from = to
    }
  }
  return <i32>written
}
