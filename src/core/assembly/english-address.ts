// Web addresses, e-mail addresses, host names, news groups and file names of the English tokenizer.
//
// Every scan is remembered (`noMail`, `noDomain`: nothing begins before there; `at`, `dot`), so that a chunk of
// any length is walked a fixed number of times.
import {
  Context,
  classAt,
  classIn,
  DIGIT,
  emit,
  findUnit,
  GROUP,
  IDEOGRAPH,
  K_EMAIL,
  K_URL,
  lookup,
  SPACE,
  skipAlnum,
  TOP_LEVEL,
  unitAt,
  WEAK_TOP_LEVEL,
  widthAt,
} from './english-context'

// The end of the address that begins at the word [a, j), or 0; it is emitted.
export function address(x: Context, a: usize, j: usize): usize {
  const c = unitAt(x, j)
  if (c === 0x3a) {
    if (unitAt(x, j + 2) === 0x2f && unitAt(x, j + 4) === 0x2f && classAt(x, j + 6) < SPACE)
      return webAddress(x, a)
    const mailto =
      j - a === 12 && startsWith(a, 0x6d, 0x61, 0x69, 0x6c) && ((load<u16>(a, 8) as u32) | 0x20) === 0x74
    return mailto && classAt(x, j + 2) < SPACE ? webAddress(x, a) : 0
  }
  if (c !== 0x2e && c !== 0x2d && c !== 0x5f && c !== 0x40 && c !== 0x2b && c !== 0x25) return 0
  if (x.at < j) x.at = findUnit(j, x.stop, 0x40)
  if (x.at < x.stop) {
    const end = mail(x, a)
    if (end !== 0) return end
  }
  // A host name has a period within the chunk.
  if (c === 0x40 || c === 0x2b || c === 0x25) return 0
  if (x.dot < j) x.dot = findUnit(j, x.stop, 0x2e)
  if (x.dot + 2 >= x.stop) return 0
  return hostName(x, a)
}

// Whether the four units at p are the lower-cased letters given.
function startsWith(p: usize, a: u32, b: u32, c: u32, d: u32): bool {
  return (
    ((load<u16>(p) as u32) | 0x20) === a &&
    ((load<u16>(p, 2) as u32) | 0x20) === b &&
    ((load<u16>(p, 4) as u32) | 0x20) === c &&
    ((load<u16>(p, 6) as u32) | 0x20) === d
  )
}

// Units that end a web address: < > " | and curly double quotes.
function endsAddress(c: u32): bool {
  return c === 0x3c || c === 0x3e || c === 0x22 || c === 0x7c || c === 0x201c || c === 0x201d
}

function webAddress(x: Context, a: usize): usize {
  const end = withoutTail(a, addressRun(x, a))
  emit(x, a, end, K_URL)
  return end
}

function addressRun(x: Context, p: usize): usize {
  while (p < x.stop && !endsAddress(load<u16>(p)) && classIn(x, p, x.stop) !== IDEOGRAPH) p += widthAt(x, p)
  return p
}

// Punctuation that ends a sentence rather than an address: . , ; : ! ? ' " ) ] } > and curly marks.
function isTail(c: u32): bool {
  if (c < 0x80) {
    return (
      c === 0x2e ||
      c === 0x2c ||
      c === 0x3b ||
      c === 0x3a ||
      c === 0x21 ||
      c === 0x3f ||
      c === 0x27 ||
      c === 0x29 ||
      c === 0x5d ||
      c === 0x7d
    )
  }
  return c === 0x2019 || c === 0x2026
}

// [a, b) without trailing punctuation; a closing bracket stays where it closes one of the address.
function withoutTail(a: usize, b: usize): usize {
  let open = 0
  for (let p = a; p < b; p += 2) {
    const c: u32 = load<u16>(p)
    open += c === 0x28 ? 1 : c === 0x29 ? -1 : 0
  }
  while (b > a + 2) {
    const c: u32 = load<u16>(b - 2)
    if (!isTail(c) || (c === 0x29 && open >= 0)) break
    if (c === 0x29) open++
    b -= 2
  }
  return b
}

// local@domain, also without a dot in the domain.
function mail(x: Context, a: usize): usize {
  if (a < x.noMail) return 0
  let p = a
  while (p < x.stop) {
    if (classIn(x, p, x.stop) >= SPACE) {
      const c: u32 = load<u16>(p)
      if (c !== 0x2e && c !== 0x5f && c !== 0x2b && c !== 0x25 && c !== 0x2d) break
    }
    p += widthAt(x, p)
  }
  x.noMail = p
  if (unitAt(x, p) !== 0x40 || classAt(x, p + 2) >= SPACE) return 0
  const end = withoutDots(a, labels(x, p + 2))
  emit(x, a, end, K_EMAIL)
  return end
}

// After the run of letters, digits, dots, hyphens and underscores at p.
function labels(x: Context, p: usize): usize {
  while (p < x.stop) {
    if (classIn(x, p, x.stop) >= SPACE && !joinsLabels(load<u16>(p))) break
    p += widthAt(x, p)
  }
  return p
}

function joinsLabels(c: u32): bool {
  return c === 0x2e || c === 0x2d || c === 0x5f
}

function withoutDots(a: usize, b: usize): usize {
  while (b > a + 2 && joinsLabels(load<u16>(b - 2))) b -= 2
  return b
}

// A host, file or group name: labels between single dots, known by its last label, by `www.`, by the first
// label of a news group, or by three lower-case labels.
function hostName(x: Context, a: usize): usize {
  if (a < x.noDomain) return 0
  const run = labels(x, a)
  x.noDomain = run
  let end = withoutDots(a, run)
  let dots = 0
  let first: usize = 0
  let last: usize = 0
  let lower = true // all of [a-z.-]
  let wide = true // no label shorter than two
  for (let p = a; p < end; p += 2) {
    const c: u32 = load<u16>(p)
    if (c === 0x2e) {
      if (dots++ === 0) first = p
      else if (last + 2 === p) return 0
      if (p - (last === 0 ? a - 2 : last) < 6) wide = false
      last = p
    } else if (c - 0x61 >= 26 && c !== 0x2d) lower = false
  }
  if (dots === 0) return 0
  if (end - last < 6) wide = false
  const top = lookup(x, last + 2, end)
  const world = first - a === 6 && startsWith(a, 0x77, 0x77, 0x77, 0x2e)
  let named = world || (lower && ((wide && dots >= 2) || (lookup(x, a, first) & GROUP) !== 0))
  if (!named && (top & TOP_LEVEL) !== 0 && last - a > 2) {
    const lowerTop = load<u16>(last + 2) >= 0x61 && load<u16>(end - 2) >= 0x61
    named = (lowerTop || end - last !== 6) && ((top & WEAK_TOP_LEVEL) === 0 || unitAt(x, end) === 0x2f)
  }
  if (!named) return 0
  const c = unitAt(x, end)
  const k = classAt(x, end + 2)
  if (c === 0x2f || (c === 0x3f && k < SPACE) || (c === 0x3a && k === DIGIT))
    end = withoutTail(a, addressRun(x, end))
  emit(x, a, end, K_URL)
  return end
}

// The end of the mention (@name) or hashtag whose name begins at p.
export function nameEnd(x: Context, p: usize, dots: bool): usize {
  p = skipAlnum(x, p)
  while (true) {
    const c = unitAt(x, p)
    if (c !== 0x5f && (!dots || c !== 0x2e)) return p
    if (classAt(x, p + 2) >= SPACE && unitAt(x, p + 2) !== 0x5f) return c === 0x5f ? p + 2 : p
    p = skipAlnum(x, p + 2)
  }
}
