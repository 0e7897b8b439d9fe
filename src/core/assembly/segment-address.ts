// URLs and e-mail addresses within a run of what is not white space, for the Unicode tokenizer.
//
// They are looked for where a word begins. Each unit is walked once as the body of a URL, once as the part before
// an @ (`mailFrom` remembers how far that was tried in vain) and once as a domain, so the work is linear.
// Source: the shapes of RFC 3986 and RFC 5321 as people write them in running text.
import { continuesWord, EMAIL, isDigit, isWordPoint, pointOf, Segments, URL, unitAt } from './segment-context'

function isLatin(unit: u32): bool {
  return (unit | 32) - 0x61 < 26
}

function lowerAt(c: Segments, at: u32): u32 {
  const unit = unitAt(c, at)
  return unit - 0x41 < 26 ? unit | 32 : unit
}

// Whether the unit before `at` ends a letter, mark or number.
function isInside(c: Segments, at: u32, low: u32): bool {
  if (at <= low) return false
  const unit = unitAt(c, at - 1)
  if (unit < 0x80) return isLatin(unit) || isDigit(unit)
  const pair = at - 1 > low && (unit & 0xfc00) === 0xdc00 && (unitAt(c, at - 2) & 0xfc00) === 0xd800
  return isWordPoint(pointOf(c, pair ? at - 2 : at - 1))
}

// Length of http://, https://, ftp:// or www. at `at`; 0 where none is.
function prefixLength(c: Segments, at: u32, to: u32): u32 {
  const first = lowerAt(c, at)
  if (first === 0x77) {
    return at + 4 <= to &&
      lowerAt(c, at + 1) === 0x77 &&
      lowerAt(c, at + 2) === 0x77 &&
      unitAt(c, at + 3) === 0x2e
      ? 4
      : 0
  }
  let scheme: u32 = 0
  if (first === 0x68) {
    if (
      at + 7 > to ||
      lowerAt(c, at + 1) !== 0x74 ||
      lowerAt(c, at + 2) !== 0x74 ||
      lowerAt(c, at + 3) !== 0x70
    )
      return 0
    scheme = lowerAt(c, at + 4) === 0x73 ? 5 : 4
  } else if (first === 0x66) {
    if (at + 6 > to || lowerAt(c, at + 1) !== 0x74 || lowerAt(c, at + 2) !== 0x70) return 0
    scheme = 3
  } else return 0
  const body = at + scheme
  if (body + 3 > to) return 0
  return unitAt(c, body) === 0x3a && unitAt(c, body + 1) === 0x2f && unitAt(c, body + 2) === 0x2f
    ? scheme + 3
    : 0
}

// Units of ASCII that a URL does not hold: controls, < > " ` { } | \ ^
function isOutside(unit: u32): bool {
  return (
    unit <= 0x20 ||
    unit === 0x7f ||
    unit === 0x3c ||
    unit === 0x3e ||
    unit === 0x22 ||
    unit === 0x60 ||
    (unit >= 0x7b && unit <= 0x7d) ||
    unit === 0x5c ||
    unit === 0x5e
  )
}

// Marks that end a sentence rather than a URL: . , ; : ! ? ' * _
function isTrailing(unit: u32): bool {
  return (
    unit === 0x2e ||
    unit === 0x2c ||
    unit === 0x3b ||
    unit === 0x3a ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x27 ||
    unit === 0x2a ||
    unit === 0x5f
  )
}

// Where a URL from `from` ends that goes to `body` at least; a bracket closes it unless it is open inside.
function urlEnd(c: Segments, from: u32, body: u32, to: u32): u32 {
  let open = 0
  for (let at = from; at < body; at++) if (unitAt(c, at) === 0x28) open++
  let end = body
  while (end < to) {
    const point = pointOf(c, end)
    if (point === 0x28) open++
    if (point === 0x29 && open-- === 0) break
    if (point < 0x80 ? isOutside(point) : !continuesWord(point)) break
    end += point > 0xffff ? 2 : 1
  }
  while (end > body && isTrailing(unitAt(c, end - 1))) end--
  return end
}

function isDomain(unit: u32): bool {
  return isLatin(unit) || isDigit(unit) || unit === 0x2e || unit === 0x2d
}

// Where the domain name from `from` ends; 0 where none is.
function domainEnd(c: Segments, from: u32, to: u32): u32 {
  let end = from
  while (end < to && isDomain(unitAt(c, end))) end++
  while (end > from && (unitAt(c, end - 1) === 0x2e || unitAt(c, end - 1) === 0x2d)) end--
  if (end === from || (end < to && continuesWord(pointOf(c, end)))) return 0
  const first = unitAt(c, from)
  if (!isLatin(first) && !isDigit(first)) return 0
  for (let at = from; at < end; at++) if (unitAt(c, at) === 0x2e) return end
  return 0
}

// Whether [from, to) is a domain name whose last part is 2 to 6 small letters.
function isSite(c: Segments, from: u32, to: u32): bool {
  let at = to
  while (at > from && unitAt(c, at - 1) - 0x61 < 26) at--
  if (to - at < 2 || to - at > 6 || at === from || unitAt(c, at - 1) !== 0x2e) return false
  while (at > from) if (!isDomain(unitAt(c, --at))) return false
  return true
}

function found(c: Segments, from: u32, to: u32, kind: u32): bool {
  c.addressStart = from
  c.addressEnd = to
  c.addressKind = kind
  if (to > c.mailFrom) c.mailFrom = to
  return true
}

// Finds the next address in [from, to), a part of the run that begins at `low`; notes it in the context.
export function findAddress(c: Segments, low: u32, from: u32, to: u32): bool {
  for (let at = from; at < to; at++) {
    const unit = unitAt(c, at)
    if ((!isLatin(unit) && !isDigit(unit)) || isInside(c, at, low)) continue
    const prefix = prefixLength(c, at, to)
    if (prefix !== 0) {
      const end = urlEnd(c, at, at + prefix, to)
      if (end > at + prefix) return found(c, at, end, URL)
    }
    if (at < c.mailFrom) continue
    let stop = at
    while (stop < to && isLocal(unitAt(c, stop))) stop++
    c.mailFrom = stop
    if (stop + 1 >= to) continue
    if (unitAt(c, stop) === 0x40) {
      const end = domainEnd(c, stop + 1, to)
      if (end !== 0) return found(c, at, end, EMAIL)
    } else if (unitAt(c, stop) === 0x2f && isSite(c, at, stop)) {
      return found(c, at, urlEnd(c, at, stop + 1, to), URL)
    }
  }
  return false
}

// What stands before the @: letters, digits and . _ % + -
function isLocal(unit: u32): bool {
  return isDomain(unit) || unit === 0x5f || unit === 0x25 || unit === 0x2b
}
