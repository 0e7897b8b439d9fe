// The default English tokenizer: the words of Universal Dependencies and the Penn Treebank.
//
// One pass over UTF-16. What stands between white space is a chunk. Most chunks are letters alone, or letters
// and one mark: they are done here, by a table of character classes and one bit test that says whether the
// lexicon may cut the word. All others are taken apart from the left by the parts of this tokenizer
// (english-*.ts). Nothing looks further ahead than LOOKAHEAD units behind a chunk, so a window is cut safely
// before the first chunk that is nearer to its end: results do not depend on windows.
//
// Segmentation follows the guidelines of UD English and the Penn Treebank (Bies et al. 2012, English Web
// Treebank, LDC2012T13).
import {
  ABBREVIATION,
  Context,
  classIn,
  DIGIT,
  EMOJI,
  emit,
  findSpace,
  IDEOGRAPH,
  K_OTHER,
  K_PUNCTUATION,
  K_WORD,
  lookup,
  MARK,
  OTHER,
  REGIONAL,
  SPACE,
  skipAsciiLetters,
  skipMarks,
  widthAt,
} from './english-context'
import { number } from './english-number'
import { emoji, keycap, mark } from './english-symbol'
import { emitWord, word } from './english-word'

const LOOKAHEAD: usize = 64 // bytes: 32 units
const LONGEST: usize = 65536 // bytes: a chunk is cut after 32,768 units, so that memory stays flat on any input

// Tokens of the window; gives their number. `consumed` and `quote` say where and how to go on. 48 bytes behind
// the window must be readable.
export function tokenizeEnglish(x: Context): i32 {
  const classes = x.classes
  const cuts = x.cuts
  const text = x.text
  const start = x.start
  const end = x.end
  const kind = x.kind
  const bias: i32 = x.base - ((text >> 1) as i32)
  const limit = text + ((x.units as usize) << 1)
  const safe = x.final !== 0 ? limit : limit - min(limit - text, LOOKAHEAD)
  x.limit = limit
  x.noMail = text
  x.noDomain = text
  let quote = x.quote
  let count: usize = 0
  let p = text
  while (true) {
    const from = p
    const reach = min(limit, from + LONGEST)
    p = skipAsciiLetters(p, reach)
    let c: u32 = load<u16>(p)
    if (p < safe && p > from && (c === 0x20 || (p + 2 < safe && isPlainTail(x, from, p, c)))) {
      // Letters and a space, or letters, a mark and a space.
      if (quote > 0) quote--
      if (mayBeCut(cuts, from, p)) {
        x.count = count as i32
        x.stop = c === 0x20 ? p : p + 2
        emitWord(x, from, p)
        count = x.count
      } else {
        store<u32>(start + (count << 2), bias + ((from >> 1) as i32))
        store<u32>(end + (count << 2), bias + ((p >> 1) as i32))
        store<u8>(kind + count, K_WORD)
        count++
      }
      p += 2
      if (c === 0x20) continue
      store<u32>(start + (count << 2), bias + ((p >> 1) as i32) - 1)
      store<u32>(end + (count << 2), bias + ((p >> 1) as i32))
      store<u8>(kind + count, K_PUNCTUATION)
      count++
      p += 2
      continue
    }
    if (p === from && p < limit && load<u8>(classes + c) === SPACE) {
      p += 2
      continue
    }
    let stop = findSpace(classes, p, reach)
    if (stop === reach && reach < limit && cutsPair(stop)) stop -= 2
    if (stop > safe || from === limit) {
      x.consumed = ((from - text) >> 1) as i32
      x.quote = quote
      return count as i32
    }
    if (quote > 0) quote--
    x.count = count as i32
    x.quote = quote
    chunk(x, from, stop)
    count = x.count
    quote = x.quote
    p = stop
  }
}

// Whether the letters [from, p) end a chunk with a mark that is a token of its own: " ) , : ; ? or the period of
// what is no abbreviation.
function isPlainTail(x: Context, from: usize, p: usize, c: u32): bool {
  if (load<u16>(p, 2) !== 0x20 || c >= 0x40) return false
  if (((0x8c00120400000000 >> (c as u64)) & 1) !== 0) return true
  return c === 0x2e && p - from > 2 && (lookup(x, from, p) & ABBREVIATION) === 0
}

// Whether p stands between the two halves of a character.
function cutsPair(p: usize): bool {
  return (load<u16>(p) & 0xfc00) === 0xdc00 && (load<u16>(p - 2) & 0xfc00) === 0xd800
}

// Whether the lexicon may hold a cut for the letters [from, to): by length, last and first letter.
function mayBeCut(cuts: usize, from: usize, to: usize): bool {
  const first: u32 = (load<u16>(from) as u32) & 31
  const last: u32 = (load<u16>(to - 2) as u32) & 31
  const length = (to - from) >> 1
  return (
    length < 16 && ((load<u16>(cuts + (((last << 5) + first) << 1)) as u32) & (1 << (length as u32))) !== 0
  )
}

// Takes the chunk apart from the left.
function chunk(x: Context, p: usize, stop: usize): void {
  x.chunk = p
  x.stop = stop
  x.noMail = max(x.noMail, p)
  x.noDomain = max(x.noDomain, p)
  x.at = 0
  x.dot = 0
  while (p < stop) {
    const k = classIn(x, p, stop)
    if (k < DIGIT && k !== MARK) p = word(x, p, p)
    else if (k === DIGIT) {
      const end = keycap(x, p)
      p = end !== 0 ? end : number(x, p)
    } else if (k === EMOJI || k === REGIONAL) p = emoji(x, p, k)
    else if (k === MARK && p > x.chunk) {
      // Marks belong to the character before them, whatever token that ended: characters are never cut.
      p = skipMarks(x, p)
      store<u32>(x.end + ((x.count - 1) << 2), x.base + (((p - x.text) >> 1) as i32))
    } else if (k === IDEOGRAPH || k === OTHER || k === MARK) {
      const end = skipMarks(x, p + widthAt(x, p))
      emit(x, p, end, k === IDEOGRAPH ? K_WORD : K_OTHER)
      p = end
    } else p = mark(x, p)
  }
}
