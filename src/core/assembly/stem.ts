// A small machine that runs stemmers: a word, a cursor, and code compiled from rules (src/stem/rules.ts says what
// the rules mean, src/stem/compile-rules.ts makes code of them, src/stem/stem-tables.ts lays a program out).
// Program: header of u32 (offsets of code, letters, masks and tries; slots of the first frame; limit of units).
// Code is u16: an operation, then its arguments; what can fail has the address to go on at as its first one.
// The word is changed in place at the end of the output, so that it may grow. Saved cursors are counted from the
// side that is not read, because a change on the read side moves the other one.
// Source: the operations of Snowball (Porter 2001); tries in place of binary search over sorted endings.
import { CAPACITY } from './codes'
import {
  findClass,
  findClassBack,
  holds,
  longestText,
  longestTextBack,
  markedPlace,
  passClass,
  passClassBack,
  passText,
  passTextBack,
  splice,
} from './stem-match'
import { memoHas, memoRecall, memoSlot, memoStore } from './stem-memo'
import { Op } from './stem-operations'

const NUMBERS: usize = 16 // marks and counters, u32 each, at the bottom of the stack
const MEMORY: usize = 8 // remembered units
const CALL: usize = 12 // bytes of a return address, a failure address and the caller's frame
const REMEMBERED: usize = 0xffff
const FUEL: i32 = 1024 // rounds of loops and calls that a word may take, and as many for each 4 letters

/** Argument `index` (from 1) of the operation at `pc`. */
function argument(pc: usize, index: usize): usize {
  return <usize>load<u16>(pc + (index << 1))
}

/** Argument `index` as the address of the slot or number with that index. */
function place(base: usize, pc: usize, index: usize): usize {
  return base + (argument(pc, index) << 2)
}

/**
 * Stems each word of `text` (`length` units, words ended by the unit `separator`; -1: all of it is one word) to
 * `out` (`capacity` units), each followed by the separator. `stack` has `stackBytes` for marks, saved cursors and
 * calls. `memo` (0: none) has `memoSlots` slots of stem-memo.ts, zero at first, and a u32 that gets the
 * number of words that were found in it. Gives the units written.
 */
export function stemWords(
  program: usize,
  text: usize,
  length: i32,
  separator: i32,
  out: usize,
  capacity: i32,
  stack: usize,
  stackBytes: i32,
  memo: usize,
  memoSlots: u32,
): i32 {
  const code = program + <usize>load<u32>(program)
  const letters = program + <usize>load<u32>(program, 4)
  const masks = program + <usize>load<u32>(program, 8)
  const tries = program + <usize>load<u32>(program, 12)
  const slots = (<usize>load<u32>(program, 16)) << 2
  const limit = load<u32>(program, 20)
  const memoryAt = stack + (NUMBERS << 2)
  const base = memoryAt + (MEMORY << 1)
  const stackEnd = stack + <usize>stackBytes
  const textEnd = text + ((<usize>length) << 1)
  const outEnd = out + ((<usize>capacity) << 1)
  if (base + slots > stackEnd) return CAPACITY
  let put = out
  let read = text
  let hits: u32 = 0
  while (read < textEnd || (separator < 0 && put === out)) {
    const word = put
    const start = read
    let end = word
    while (read < textEnd) {
      const unit = <i32>load<u16>(read)
      read += 2
      if (unit === separator) break
      if (end >= outEnd) return CAPACITY
      store<u16>(end, <u16>unit)
      end += 2
    }
    const units = (end - word) >> 1
    const slot = memo ? memoSlot(memo, memoSlots, word, units) : 0
    if (slot && memoHas(slot, word, units)) {
      end = memoRecall(slot, word, outEnd - 2)
      hits++
      if (end === 0) return CAPACITY
      store<u16>(end, <u16>separator)
      put = end + 2
      continue
    }
    v128.store(stack, i32x4.splat(0)) // four stores: memory.fill is a call out of the core
    v128.store(stack, i32x4.splat(0), 16)
    v128.store(stack, i32x4.splat(0), 32)
    v128.store(stack, i32x4.splat(0), 48)
    let memoryBytes: usize = 0
    let cursor = word
    let floor = word
    let from = word
    let to = word
    let frame = base
    let top = base + slots
    let pc = code + 2
    let found: usize = 0 // the cursor after a match, 0 where there is none
    let size: usize = 0 // bytes of the operation
    let running = true
    let fuel = FUEL + <i32>units * (FUEL >> 2)
    while (running) {
      switch (<i32>load<u16>(pc)) {
        case Op.End: {
          running = false
          continue
        }
        case Op.Jump: {
          pc = code + (argument(pc, 1) << 1)
          continue
        }
        // Once more, unless as much is ahead as the slot says (argument 2: whether it is read backward).
        case Op.Loop: {
          if (--fuel < 0) return CAPACITY
          const now = argument(pc, 2) ? cursor - word : end - cursor
          pc = <usize>load<u32>(place(frame, pc, 1)) === now ? pc + 8 : code + (argument(pc, 3) << 1)
          continue
        }
        case Op.Call: {
          const bytes = CALL + (argument(pc, 3) << 2)
          if (--fuel < 0 || top + bytes > stackEnd) return CAPACITY
          store<u32>(top, <u32>(pc + 8))
          store<u32>(top, <u32>(code + (argument(pc, 1) << 1)), 4)
          store<u32>(top, <u32>frame, 8)
          frame = top + CALL
          top += bytes
          pc = code + (argument(pc, 2) << 1)
          continue
        }
        case Op.Return: {
          top = frame - CALL
          pc = <usize>load<u32>(top)
          frame = <usize>load<u32>(top, 8)
          continue
        }
        case Op.ReturnFail: {
          top = frame - CALL
          pc = <usize>load<u32>(top, 4)
          frame = <usize>load<u32>(top, 8)
          continue
        }
        case Op.Save: {
          store<u32>(place(frame, pc, 1), <u32>(cursor - word))
          pc += 4
          continue
        }
        case Op.SaveBack: {
          store<u32>(place(frame, pc, 1), <u32>(end - cursor))
          pc += 4
          continue
        }
        case Op.Restore: {
          cursor = min(word + <usize>load<u32>(place(frame, pc, 1)), end)
          pc += 4
          continue
        }
        case Op.RestoreBack: {
          cursor = end - min(<usize>load<u32>(place(frame, pc, 1)), end - word)
          pc += 4
          continue
        }
        case Op.Text: {
          size = argument(pc, 2) << 1
          found = passText(cursor, end, pc + 6, size)
          size += 6
          break
        }
        case Op.TextBack: {
          size = argument(pc, 2) << 1
          found = passTextBack(cursor, floor, pc + 6, size)
          size += 6
          break
        }
        case Op.Class: {
          found = passClass(cursor, end, masks, limit, <u32>argument(pc, 2), <u32>argument(pc, 3))
          size = 8
          break
        }
        case Op.ClassBack: {
          found = passClassBack(cursor, floor, masks, limit, <u32>argument(pc, 2), <u32>argument(pc, 3))
          size = 8
          break
        }
        case Op.FindClass: {
          const wanted = <u32>argument(pc, 3)
          found = findClass(cursor, end, masks, limit, <u32>argument(pc, 2), wanted, <u32>argument(pc, 4))
          size = 10
          break
        }
        case Op.FindClassBack: {
          const wanted = <u32>argument(pc, 3)
          found = findClassBack(
            cursor,
            floor,
            masks,
            limit,
            <u32>argument(pc, 2),
            wanted,
            <u32>argument(pc, 4),
          )
          size = 10
          break
        }
        // Arguments of both: failure, trie, whether the text is selected, the mark where matching ends (backward).
        case Op.Longest: {
          const longest = longestText(cursor, end, tries + (argument(pc, 2) << 3), letters, limit)
          const address = <usize>(longest >> 32)
          found = 0
          if (address === 0) break
          if (argument(pc, 3)) {
            from = cursor
            to = <usize>longest
          }
          cursor = <usize>longest
          pc = code + (address << 1)
          continue
        }
        case Op.LongestBack: {
          const mark = argument(pc, 4)
          const least = mark < NUMBERS ? markedPlace(stack + (mark << 2), word, end) : floor
          found = 0
          if (least === 0 || cursor < least) break
          const longest = longestTextBack(cursor, least, tries + (argument(pc, 2) << 3), letters, limit)
          const address = <usize>(longest >> 32)
          if (address === 0) break
          if (argument(pc, 3)) {
            to = cursor
            from = <usize>longest
          }
          cursor = <usize>longest
          pc = code + (address << 1)
          continue
        }
        case Op.Step: {
          const bytes = argument(pc, 2) << 1
          found = cursor + bytes > end ? 0 : cursor + bytes
          size = 6
          break
        }
        case Op.StepBack: {
          const bytes = argument(pc, 2) << 1
          found = floor + bytes > cursor ? 0 : cursor - bytes
          size = 6
          break
        }
        case Op.Limit: {
          const least = markedPlace(place(stack, pc, 2), word, end)
          found = least === 0 || cursor < least ? 0 : cursor
          size = 8
          if (found === 0) break
          store<u32>(place(frame, pc, 3), <u32>(floor - word))
          floor = least
          break
        }
        case Op.Unlimit: {
          floor = min(word + <usize>load<u32>(place(frame, pc, 1)), end)
          pc += 4
          continue
        }
        case Op.Front: {
          cursor = word
          pc += 2
          continue
        }
        case Op.Back: {
          cursor = end
          floor = word
          pc += 2
          continue
        }
        case Op.SelectFrom: {
          from = cursor
          pc += 2
          continue
        }
        case Op.SelectTo: {
          to = cursor
          pc += 2
          continue
        }
        case Op.Replace: {
          const bytes = argument(pc, 1) << 1
          to = min(to, end) // a selection may be older than a change of the word
          from = min(from, to)
          if (end + bytes > outEnd + (to - from)) return CAPACITY
          end = splice(from, to, end, pc + 4, bytes)
          if (cursor >= to) cursor = cursor + bytes - (to - from)
          else if (cursor > from) cursor = from
          to = from + bytes
          floor = min(floor, end)
          pc += 4 + bytes
          continue
        }
        // Arguments: whether the cursor is to stand to the right of what is put in; its length, or REMEMBERED.
        case Op.Put: {
          const memorized = argument(pc, 2) === REMEMBERED
          const bytes = memorized ? memoryBytes : argument(pc, 2) << 1
          if (end + bytes > outEnd) return CAPACITY
          end = splice(cursor, cursor, end, memorized ? memoryAt : pc + 6, bytes)
          if (cursor <= from) from += bytes
          if (cursor <= to) to += bytes
          if (argument(pc, 1)) cursor += bytes
          pc += memorized ? 6 : 6 + bytes
          continue
        }
        case Op.Remember: {
          to = min(to, end)
          from = min(from, to)
          memoryBytes = min(to - from, MEMORY << 1)
          for (let i: usize = 0; i < memoryBytes; i += 2) store<u16>(memoryAt + i, load<u16>(from + i))
          pc += 2
          continue
        }
        case Op.Remembered: {
          found = passText(cursor, end, memoryAt, memoryBytes)
          size = 4
          break
        }
        case Op.RememberedBack: {
          found = passTextBack(cursor, floor, memoryAt, memoryBytes)
          size = 4
          break
        }
        case Op.Mark: {
          store<u32>(place(stack, pc, 1), <u32>((cursor - word) >> 1))
          pc += 4
          continue
        }
        case Op.MarkEnd: {
          store<u32>(place(stack, pc, 1), <u32>((end - word) >> 1))
          pc += 4
          continue
        }
        case Op.GoTo: {
          const target = markedPlace(place(stack, pc, 2), word, end)
          found = cursor > target ? 0 : target
          size = 6
          break
        }
        case Op.GoToBack: {
          const target = markedPlace(place(stack, pc, 2), word, end)
          found = cursor < target ? 0 : target
          size = 6
          break
        }
        case Op.Cursor: {
          const other = load<i32>(place(stack, pc, 2))
          found = holds(<i32>((cursor - word) >> 1), <u32>argument(pc, 3), other) ? cursor : 0
          size = 8
          break
        }
        case Op.Number: {
          const other = <i32>(<i16>argument(pc, 4))
          found = holds(load<i32>(place(stack, pc, 2)), <u32>argument(pc, 3), other) ? cursor : 0
          size = 10
          break
        }
        case Op.Set: {
          store<i32>(place(stack, pc, 1), <i32>(<i16>argument(pc, 2)))
          pc += 6
          continue
        }
        case Op.Add: {
          const number = place(stack, pc, 1)
          store<i32>(number, load<i32>(number) + <i32>(<i16>argument(pc, 2)))
          pc += 6
          continue
        }
        case Op.Length: {
          found = holds(<i32>((end - word) >> 1), <u32>argument(pc, 2), <i32>argument(pc, 3)) ? cursor : 0
          size = 8
          break
        }
        case Op.AtEnd: {
          found = cursor >= end ? cursor : 0
          size = 4
          break
        }
        case Op.AtEndBack: {
          found = cursor <= floor ? cursor : 0
          size = 4
          break
        }
        case Op.ToEnd: {
          cursor = end
          pc += 2
          continue
        }
        default: {
          cursor = floor
          pc += 2
          continue
        }
      }
      if (found) {
        cursor = found
        pc += size
      } else {
        pc = code + (argument(pc, 1) << 1)
      }
    }
    if (end >= outEnd) return CAPACITY
    if (slot) memoStore(slot, start, units, word, end)
    store<u16>(end, <u16>separator)
    put = end + 2
  }
  if (memo) store<u32>(memo + ((<usize>memoSlots) << 5), hits)
  return <i32>((put - out) >> 1)
}
