// A small machine that runs stemmers: a word, a cursor, and code compiled from rules (src/stem/compile-rules.ts
// lays a program out; src/stem/rules.ts says what the rules mean). One program serves all words of a batch.
// Program: header of u32 offsets (code, letters, masks, tries) and the size of the first frame; code in u16;
// `letters` gives each unit below `limit` its number in the alphabet (u8, 0: none), `masks` its classes (u32 bits);
// a trie row has in u16 the code address of what ends there (0: nothing), then a row number for each letter.
// The word is changed in place at the end of the output, so that it may grow. Saved cursors are counted from the
// side that is not read, because a change on the read side moves the other one.
// Source: the operations of Snowball (Porter 2001); tries in place of binary search over sorted endings.
import { CAPACITY } from './codes'

const NUMBERS: usize = 16 // marks and counters
const MEMORY: usize = 8 // remembered units
const CALL: usize = 12 // bytes of a return address, a failure address and the caller's frame

/** Operations; src/stem/compile-rules.ts has the same list in the same order. */
enum Op {
  End,
  Jump,
  Loop,
  Call,
  Return,
  ReturnFail,
  Save,
  Restore,
  SaveBack,
  RestoreBack,
  Text,
  TextBack,
  Class,
  ClassBack,
  NotClass,
  NotClassBack,
  PastClass,
  PastClassBack,
  PastNotClass,
  PastNotClassBack,
  Longest,
  LongestBack,
  LongestSelect,
  LongestSelectBack,
  Step,
  StepBack,
  Limit,
  Unlimit,
  Front,
  Back,
  Open,
  Close,
  Replace,
  Put,
  Remember,
  Remembered,
  RememberedBack,
  Mark,
  MarkEnd,
  GoTo,
  GoToBack,
  Cursor,
  Number,
  Set,
  Add,
  Length,
  AtEnd,
  AtEndBack,
  ToEnd,
  ToEndBack,
}

function holds(a: i32, comparison: u32, b: i32): bool {
  if (comparison === 0) return a < b
  if (comparison === 1) return a <= b
  if (comparison === 2) return a === b
  if (comparison === 3) return a !== b
  if (comparison === 4) return a >= b
  return a > b
}

function argument(pc: usize, index: usize): u32 {
  return <u32>load<u16>(pc + (index << 1))
}

/** Replaces from..to by `count` units at `source`; gives the new end of the word. */
function splice(from: usize, to: usize, end: usize, source: usize, count: usize): usize {
  const bytes = count << 1
  const tail = end - to
  if (tail !== 0 && from + bytes !== to) memory.copy(from + bytes, to, tail)
  for (let i: usize = 0; i < bytes; i += 2) store<u16>(from + i, load<u16>(source + i))
  return from + bytes + tail
}

/**
 * Stems each word of `text` (`length` units, words ended by the unit `separator`; -1: all of it is one word) to
 * `out` (`capacity` units), each followed by the separator. `stack` has `stackBytes` for marks, saved cursors and
 * calls. Gives the units written.
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
  while (read < textEnd) {
    const word = put
    let end = word
    while (read < textEnd) {
      const unit = <i32>load<u16>(read)
      read += 2
      if (unit === separator) break
      if (end >= outEnd) return CAPACITY
      store<u16>(end, <u16>unit)
      end += 2
    }
    for (let i: usize = 0; i < NUMBERS; i++) store<i32>(stack + (i << 2), 0)
    let memoryCount: usize = 0
    let cursor = word
    let floor = word
    let from = word
    let to = word
    let frame = base
    let top = base + slots
    let pc = code + 2
    let failed: u32 = 0 // address to go on at when the operation fails
    for (;;) {
      const op = <i32>load<u16>(pc)
      failed = 0
      switch (op) {
        case Op.End: {
          pc = 0
          break
        }
        case Op.Jump: {
          pc = code + ((<usize>argument(pc, 1)) << 1)
          continue
        }
        // Once more, unless nothing was passed since the cursor was saved.
        case Op.Loop: {
          const saved = <usize>load<u32>(frame + ((<usize>argument(pc, 1)) << 2))
          const now = argument(pc, 2) ? end - cursor : cursor - word
          pc = saved === now ? pc + 8 : code + ((<usize>argument(pc, 3)) << 1)
          continue
        }
        case Op.Call: {
          const size = CALL + ((<usize>argument(pc, 3)) << 2)
          if (top + size > stackEnd) return CAPACITY
          store<u32>(top, <u32>(pc + 8))
          store<u32>(top, <u32>(code + ((<usize>argument(pc, 2)) << 1)), 4)
          store<u32>(top, <u32>frame, 8)
          frame = top + CALL
          top += size
          pc = code + ((<usize>argument(pc, 1)) << 1)
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
          store<u32>(frame + ((<usize>argument(pc, 1)) << 2), <u32>(cursor - word))
          pc += 4
          continue
        }
        case Op.Restore: {
          cursor = word + <usize>load<u32>(frame + ((<usize>argument(pc, 1)) << 2))
          pc += 4
          continue
        }
        case Op.SaveBack: {
          store<u32>(frame + ((<usize>argument(pc, 1)) << 2), <u32>(end - cursor))
          pc += 4
          continue
        }
        case Op.RestoreBack: {
          cursor = end - <usize>load<u32>(frame + ((<usize>argument(pc, 1)) << 2))
          pc += 4
          continue
        }
        case Op.Text: {
          const bytes = (<usize>argument(pc, 2)) << 1
          if (end - cursor < bytes) {
            failed = argument(pc, 1)
            break
          }
          let i: usize = 0
          while (i < bytes && load<u16>(cursor + i) === load<u16>(pc + i, 6)) i += 2
          if (i < bytes) {
            failed = argument(pc, 1)
            break
          }
          cursor += bytes
          pc += 6 + bytes
          continue
        }
        case Op.TextBack: {
          const bytes = (<usize>argument(pc, 2)) << 1
          if (cursor - floor < bytes) {
            failed = argument(pc, 1)
            break
          }
          const start = cursor - bytes
          let i: usize = 0
          while (i < bytes && load<u16>(start + i) === load<u16>(pc + i, 6)) i += 2
          if (i < bytes) {
            failed = argument(pc, 1)
            break
          }
          cursor = start
          pc += 6 + bytes
          continue
        }
        case Op.Class:
        case Op.NotClass: {
          if (cursor < end) {
            const unit = <u32>load<u16>(cursor)
            const inClass =
              unit < limit ? (load<u32>(masks + ((<usize>unit) << 2)) >> argument(pc, 2)) & 1 : 0
            if (inClass === <u32>(op === Op.Class)) {
              cursor += 2
              pc += 6
              continue
            }
          }
          failed = argument(pc, 1)
          break
        }
        case Op.ClassBack:
        case Op.NotClassBack: {
          if (cursor > floor) {
            const unit = <u32>load<u16>(cursor - 2)
            const inClass =
              unit < limit ? (load<u32>(masks + ((<usize>unit) << 2)) >> argument(pc, 2)) & 1 : 0
            if (inClass === <u32>(op === Op.ClassBack)) {
              cursor -= 2
              pc += 6
              continue
            }
          }
          failed = argument(pc, 1)
          break
        }
        case Op.PastClass:
        case Op.PastNotClass: {
          const wanted = <u32>(op === Op.PastClass)
          const shift = argument(pc, 2)
          let found = false
          while (cursor < end && !found) {
            const unit = <u32>load<u16>(cursor)
            const inClass = unit < limit ? (load<u32>(masks + ((<usize>unit) << 2)) >> shift) & 1 : 0
            found = inClass === wanted
            cursor += 2
          }
          if (found) {
            if (!argument(pc, 3)) cursor -= 2
            pc += 8
            continue
          }
          failed = argument(pc, 1)
          break
        }
        case Op.PastClassBack:
        case Op.PastNotClassBack: {
          const wanted = <u32>(op === Op.PastClassBack)
          const shift = argument(pc, 2)
          let found = false
          while (cursor > floor && !found) {
            const unit = <u32>load<u16>(cursor - 2)
            const inClass = unit < limit ? (load<u32>(masks + ((<usize>unit) << 2)) >> shift) & 1 : 0
            found = inClass === wanted
            cursor -= 2
          }
          if (found) {
            if (!argument(pc, 3)) cursor += 2
            pc += 8
            continue
          }
          failed = argument(pc, 1)
          break
        }
        case Op.Longest:
        case Op.LongestSelect: {
          const rows = tries + ((<usize>argument(pc, 2)) << 3)
          let row = rows
          let address = <u32>load<u16>(row)
          let at = cursor
          let best = cursor
          while (at < end) {
            const unit = <u32>load<u16>(at)
            if (unit >= limit) break
            const number = <usize>load<u8>(letters + <usize>unit)
            if (number === 0) break
            const next = <usize>load<u16>(row + (number << 1))
            if (next === 0) break
            at += 2
            row = rows + (next << 3)
            const accepted = <u32>load<u16>(row)
            if (accepted) {
              address = accepted
              best = at
            }
          }
          if (!address) {
            failed = argument(pc, 1)
            break
          }
          if (op === Op.LongestSelect) {
            from = cursor
            to = best
          }
          cursor = best
          pc = code + ((<usize>address) << 1)
          continue
        }
        case Op.LongestBack:
        case Op.LongestSelectBack: {
          const rows = tries + ((<usize>argument(pc, 2)) << 3)
          let row = rows
          let address = <u32>load<u16>(row)
          let at = cursor
          let best = cursor
          // The limit is in a mark of its own, so that the rules of the table can look beyond it.
          const mark = argument(pc, 3)
          const least =
            mark < <u32>NUMBERS ? word + ((<usize>load<u32>(stack + ((<usize>mark) << 2))) << 1) : floor
          if (cursor < least) {
            failed = argument(pc, 1)
            break
          }
          while (at > least) {
            const unit = <u32>load<u16>(at - 2)
            if (unit >= limit) break
            const number = <usize>load<u8>(letters + <usize>unit)
            if (number === 0) break
            const next = <usize>load<u16>(row + (number << 1))
            if (next === 0) break
            at -= 2
            row = rows + (next << 3)
            const accepted = <u32>load<u16>(row)
            if (accepted) {
              address = accepted
              best = at
            }
          }
          if (!address) {
            failed = argument(pc, 1)
            break
          }
          if (op === Op.LongestSelectBack) {
            to = cursor
            from = best
          }
          cursor = best
          pc = code + ((<usize>address) << 1)
          continue
        }
        case Op.Step: {
          const bytes = (<usize>argument(pc, 2)) << 1
          if (end - cursor < bytes) {
            failed = argument(pc, 1)
            break
          }
          cursor += bytes
          pc += 6
          continue
        }
        case Op.StepBack: {
          const bytes = (<usize>argument(pc, 2)) << 1
          if (cursor - floor < bytes) {
            failed = argument(pc, 1)
            break
          }
          cursor -= bytes
          pc += 6
          continue
        }
        case Op.Limit: {
          const place = word + ((<usize>load<u32>(stack + ((<usize>argument(pc, 2)) << 2))) << 1)
          if (cursor < place) {
            failed = argument(pc, 1)
            break
          }
          store<u32>(frame + ((<usize>argument(pc, 3)) << 2), <u32>(floor - word))
          floor = place
          pc += 8
          continue
        }
        case Op.Unlimit: {
          floor = word + <usize>load<u32>(frame + ((<usize>argument(pc, 1)) << 2))
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
        case Op.Open: {
          from = cursor
          pc += 2
          continue
        }
        case Op.Close: {
          to = cursor
          pc += 2
          continue
        }
        case Op.Replace: {
          const count = <usize>argument(pc, 1)
          const bytes = count << 1
          if (end + bytes > outEnd + (to - from)) return CAPACITY
          end = splice(from, to, end, pc + 4, count)
          if (cursor >= to) cursor = cursor + bytes - (to - from)
          else if (cursor > from) cursor = from
          to = from + bytes
          pc += 4 + bytes
          continue
        }
        // 1: is the cursor to stand behind (to the right of) what is put in? 2: how many units; 0xffff: the remembered ones
        case Op.Put: {
          let count = <usize>argument(pc, 2)
          let source = pc + 6
          let next = source + (count << 1)
          if (count === 0xffff) {
            count = memoryCount
            source = memoryAt
            next = pc + 6
          }
          const bytes = count << 1
          if (end + bytes > outEnd) return CAPACITY
          end = splice(cursor, cursor, end, source, count)
          if (cursor <= from) from += bytes
          if (cursor <= to) to += bytes
          if (argument(pc, 1)) cursor += bytes
          pc = next
          continue
        }
        case Op.Remember: {
          memoryCount = (to - from) >> 1
          if (memoryCount > MEMORY) memoryCount = MEMORY
          for (let i: usize = 0; i < memoryCount << 1; i += 2) store<u16>(memoryAt + i, load<u16>(from + i))
          pc += 2
          continue
        }
        case Op.Remembered: {
          const bytes = memoryCount << 1
          let same = end - cursor >= bytes
          for (let i: usize = 0; same && i < bytes; i += 2)
            same = load<u16>(cursor + i) === load<u16>(memoryAt + i)
          if (same) {
            cursor += bytes
            pc += 4
            continue
          }
          failed = argument(pc, 1)
          break
        }
        case Op.RememberedBack: {
          const bytes = memoryCount << 1
          let same = cursor - floor >= bytes
          for (let i: usize = 0; same && i < bytes; i += 2) {
            same = load<u16>(cursor - bytes + i) === load<u16>(memoryAt + i)
          }
          if (same) {
            cursor -= bytes
            pc += 4
            continue
          }
          failed = argument(pc, 1)
          break
        }
        case Op.Mark: {
          store<u32>(stack + ((<usize>argument(pc, 1)) << 2), <u32>((cursor - word) >> 1))
          pc += 4
          continue
        }
        case Op.MarkEnd: {
          store<u32>(stack + ((<usize>argument(pc, 1)) << 2), <u32>((end - word) >> 1))
          pc += 4
          continue
        }
        case Op.GoTo:
        case Op.GoToBack: {
          const place = word + ((<usize>load<u32>(stack + ((<usize>argument(pc, 2)) << 2))) << 1)
          if (op === Op.GoTo ? cursor > place : cursor < place) {
            failed = argument(pc, 1)
            break
          }
          cursor = place
          pc += 6
          continue
        }
        case Op.Cursor: {
          const place = <i32>load<u32>(stack + ((<usize>argument(pc, 3)) << 2))
          if (holds(<i32>((cursor - word) >> 1), argument(pc, 2), place)) {
            pc += 8
            continue
          }
          failed = argument(pc, 1)
          break
        }
        case Op.Number: {
          const value = load<i32>(stack + ((<usize>argument(pc, 3)) << 2))
          if (holds(value, argument(pc, 2), <i32>(<i16>argument(pc, 4)))) {
            pc += 10
            continue
          }
          failed = argument(pc, 1)
          break
        }
        case Op.Set: {
          store<i32>(stack + ((<usize>argument(pc, 1)) << 2), <i32>(<i16>argument(pc, 2)))
          pc += 6
          continue
        }
        case Op.Add: {
          const at = stack + ((<usize>argument(pc, 1)) << 2)
          store<i32>(at, load<i32>(at) + <i32>(<i16>argument(pc, 2)))
          pc += 6
          continue
        }
        case Op.Length: {
          if (holds(<i32>((end - word) >> 1), argument(pc, 2), <i32>argument(pc, 3))) {
            pc += 8
            continue
          }
          failed = argument(pc, 1)
          break
        }
        case Op.AtEnd:
        case Op.AtEndBack: {
          if (op === Op.AtEnd ? cursor === end : cursor === floor) {
            pc += 4
            continue
          }
          failed = argument(pc, 1)
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
      if (!failed) break
      pc = code + ((<usize>failed) << 1)
    }
    if (end >= outEnd) return CAPACITY
    store<u16>(end, <u16>separator)
    put = end + 2
  }
  return <i32>((put - out) >> 1)
}
