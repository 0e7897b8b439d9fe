// Rewriting of pieces before a subword model sees them: every UTF-8 byte as one letter of GPT-2's byte alphabet,
// or spaces as the metaspace sign with one put in front. Each unit written remembers the range of units that it
// came from, so that offsets lead back to the caller's string whatever is rewritten.
// Layout: pieces are pairs of u32; `from` and `to` hold one u32 a unit written. Source: Radford et al. 2019 (byte
// level), Kudo & Richardson 2018 (metaspace).
import { CAPACITY } from './codes'

// Origin of input unit `at`: itself, or what an earlier rewriting says.
function originStart(from: usize, at: u32): u32 {
  return from ? load<u32>(from + (at << 2)) : at
}

function originEnd(to: usize, at: u32): u32 {
  return to ? load<u32>(to + (at << 2)) : at + 1
}

// Kernel: writes the pieces in the byte alphabet (`alphabet`: 256 units). A lone surrogate becomes U+FFFD.
// Gives the number of units written.
export function subwordBytes(
  text: usize,
  inFrom: usize,
  inTo: usize,
  pieces: usize,
  count: u32,
  alphabet: usize,
  output: usize,
  from: usize,
  to: usize,
  capacity: u32,
): i32 {
  let written: u32 = 0
  for (let i: u32 = 0; i < count; i++) {
    const piece = pieces + (i << 3)
    const start = load<u32>(piece)
    const end = load<u32>(piece, 4)
    store<u32>(piece, written)
    if (written + (end - start) * 3 > capacity) return CAPACITY
    for (let at = start; at < end; ) {
      let point: u32 = load<u16>(text + ((<usize>at) << 1))
      let units: u32 = 1
      if ((point & 0xf800) === 0xd800) {
        const next: u32 = at + 1 < end ? load<u16>(text + ((<usize>at) << 1), 2) : 0
        if (point < 0xdc00 && (next & 0xfc00) === 0xdc00) {
          point = 0x10000 + ((point & 0x3ff) << 10) + (next & 0x3ff)
          units = 2
        } else point = 0xfffd
      }
      const originFrom = originStart(inFrom, at)
      const originTo = originEnd(inTo, at + units - 1)
      const bytes: u32 = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
      for (let b: u32 = 0; b < bytes; b++) {
        const shift = 6 * (bytes - 1 - b)
        let byte = point >> shift
        if (b > 0) byte = 0x80 | (byte & 0x3f)
        else if (bytes > 1) byte |= (0xf00 >> bytes) & 0xff
        store<u16>(output + ((<usize>written) << 1), load<u16>(alphabet + (byte << 1)))
        store<u32>(from + ((<usize>written) << 2), originFrom)
        store<u32>(to + ((<usize>written) << 2), originTo)
        written++
      }
      at += units
    }
    store<u32>(piece, written, 4)
  }
  return <i32>written
}

// Kernel: writes the pieces with `sign` for every space. `prepend`: 0 never, 1 each piece that does not begin with
// the sign, 2 only such a piece whose first unit comes from unit 0 of the text. Gives the units written.
export function subwordMetaspace(
  text: usize,
  inFrom: usize,
  inTo: usize,
  pieces: usize,
  count: u32,
  sign: u32,
  prepend: u32,
  atStart: u32,
  output: usize,
  from: usize,
  to: usize,
  capacity: u32,
): i32 {
  let written: u32 = 0
  for (let i: u32 = 0; i < count; i++) {
    const piece = pieces + (i << 3)
    const start = load<u32>(piece)
    const end = load<u32>(piece, 4)
    store<u32>(piece, written)
    if (written + (end - start) + 1 > capacity) return CAPACITY
    const first: u32 = end > start ? load<u16>(text + ((<usize>start) << 1)) : 0x20
    const origin = originStart(inFrom, start)
    if (
      first !== 0x20 &&
      first !== sign &&
      (prepend === 1 || (prepend === 2 && atStart !== 0 && origin === 0))
    ) {
      store<u16>(output + ((<usize>written) << 1), <u16>sign)
      store<u32>(from + ((<usize>written) << 2), origin)
      store<u32>(to + ((<usize>written) << 2), origin)
      written++
    }
    for (let at = start; at < end; at++) {
      const unit = load<u16>(text + ((<usize>at) << 1))
      store<u16>(output + ((<usize>written) << 1), unit === 0x20 ? <u16>sign : unit)
      store<u32>(from + ((<usize>written) << 2), originStart(inFrom, at))
      store<u32>(to + ((<usize>written) << 2), originEnd(inTo, at))
      written++
    }
    store<u32>(piece, written, 4)
  }
  return <i32>written
}

// Kernel: turns token ranges over rewritten units into ranges of the text, in place.
export function subwordOrigins(from: usize, to: usize, starts: usize, ends: usize, count: u32): i32 {
  for (let i: u32 = 0; i < count; i++) {
    const start = starts + (i << 2)
    const end = ends + (i << 2)
    const last = load<u32>(end) - 1
    store<u32>(start, load<u32>(from + ((<usize>load<u32>(start)) << 2)))
    store<u32>(end, load<u32>(to + ((<usize>last) << 2)))
  }
  return <i32>count
}
