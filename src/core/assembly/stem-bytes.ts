// Text of words between UTF-8 and UTF-16 without a JavaScript string: the way of files through the stemmer.
// Only characters below U+0800 (one or two bytes, one unit) are done here; anything else, and what needs more than
// a table to be put in lower case, makes the kernel give 0, and the caller goes the long way over strings.
// Source: The Unicode Standard, 3.9 D92 (UTF-8); 16 ASCII bytes at a time.

const LAST: u32 = 0x800
const OTHER: u16 = 0xffff // in the table: not to be done here

/**
 * Decodes `count` bytes of UTF-8 to `out` (`count` units), each character by the table `fold` (u16, LAST of them),
 * which must put A to Z in lower case and leave other ASCII as it is, but for \r. Gives the units.
 */
export function stemDecode(bytes: usize, count: i32, fold: usize, out: usize): i32 {
  const end = bytes + <usize>count
  let put = out
  while (bytes < end) {
    while (bytes + 16 <= end) {
      const sixteen = v128.load(bytes)
      if (v128.any_true(v128.or(i8x16.lt_s(sixteen, i8x16.splat(0)), i8x16.eq(sixteen, i8x16.splat(13)))))
        break
      const capital = v128.and(i8x16.gt_s(sixteen, i8x16.splat(64)), i8x16.lt_s(sixteen, i8x16.splat(91)))
      const lower = v128.or(sixteen, v128.and(capital, i8x16.splat(32)))
      v128.store(put, i16x8.extend_low_i8x16_u(lower))
      v128.store(put, i16x8.extend_high_i8x16_u(lower), 16)
      bytes += 16
      put += 32
    }
    // Up to the next line, so that the loop above is met at its beginning.
    while (bytes < end) {
      let point = <u32>load<u8>(bytes++)
      if (point >= 0x80) {
        if (point < 0xc2 || point > 0xdf || bytes >= end) return 0
        const second = <u32>load<u8>(bytes++)
        if ((second & 0xc0) !== 0x80) return 0
        point = ((point & 0x1f) << 6) | (second & 0x3f)
      }
      const unit = load<u16>(fold + ((<usize>point) << 1))
      if (unit === OTHER) return 0
      store<u16>(put, unit)
      put += 2
      if (unit === 10) break
    }
  }
  return <i32>((put - out) >> 1)
}

/** Encodes `count` units below U+0800 to `out` (2 * `count` bytes) in UTF-8; gives the bytes. */
export function stemEncode(units: usize, count: i32, out: usize): i32 {
  const end = units + ((<usize>count) << 1)
  let put = out
  while (units < end) {
    while (units + 32 <= end) {
      const low = v128.load(units)
      const high = v128.load(units, 16)
      if (v128.any_true(v128.and(v128.or(low, high), i16x8.splat(-128)))) break
      v128.store(put, i8x16.narrow_i16x8_u(low, high))
      units += 32
      put += 16
    }
    for (let i = 0; i < 16 && units < end; i++) {
      const unit = <u32>load<u16>(units)
      units += 2
      if (unit >= LAST) return 0
      if (unit < 0x80) store<u8>(put++, <u8>unit)
      else {
        store<u8>(put, <u8>(0xc0 | (unit >> 6)))
        store<u8>(put, <u8>(0x80 | (unit & 0x3f)), 1)
        put += 2
      }
    }
  }
  return <i32>(put - out)
}
