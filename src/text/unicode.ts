/**
 * Facts about characters that several skills need; UTF-16 units in, answers out.
 *
 * @see The Unicode Standard, PropList.txt
 */

/** Whether the UTF-16 unit is Unicode White_Space; all such characters lie in the basic plane. */
export function isWhitespace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0x85 &&
      (unit === 0x85 ||
        unit === 0xa0 ||
        unit === 0x1680 ||
        (unit >= 0x2000 && unit <= 0x200a) ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000))
  )
}
