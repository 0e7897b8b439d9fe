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
  Context,
  classIn,
  DIGIT,
  EMOJI,
  emit,
  IDEOGRAPH,
  K_OTHER,
  K_PUNCTUATION,
  K_WORD,
  MARK,
  OTHER,
  REGIONAL,
  SPACE,
  skipMarks,
  widthAt,
} from './english-context'
import { number } from './english-number'
import { emoji, keycap, mark } from './english-symbol'
import { emitWord, word } from './english-word'

const LOOKAHEAD: usize = 64 // bytes: 32 units
const LONGEST: usize = 65536 // bytes: a chunk is cut after 32,768 units, so that memory stays flat on any input

// Tokens of the window; gives their number. `consumed` and `quote` say where and how to go on.
export function tokenizeEnglish(x: Context): i32 {
  const classes = x.classes
  const cuts = x.cuts
  const text = x.text
  const limit = text + ((x.units as usize) << 1)
  const safe = x.final !== 0 ? limit : limit - min(limit - text, LOOKAHEAD)
  x.limit = limit
  x.count = 0
  x.noMail = text
  x.noDomain = text
  let p = text
  while (true) {
    while (p < limit && load<u8>(classes + load<u16>(p)) === SPACE) p += 2
    const from = p
    const reach = min(limit, from + LONGEST)
    let c: u32 = 0
    while (p < reach && load<u8>(classes + (c = load<u16>(p))) < DIGIT) p += 2
    // [from, p) is letters; c is what follows.
    let stop = p
    while (stop < reach && load<u8>(classes + load<u16>(stop)) !== SPACE) stop += 2
    if (stop === reach && reach < limit && cutsPair(stop)) stop -= 2
    if (stop > safe || from === limit) {
      x.consumed = ((from - text) >> 1) as i32
      return x.count
    }
    if (x.quote > 0) x.quote = x.quote - 1
    x.chunk = from
    x.stop = stop
    const behind = stop - p
    if (
      p > from &&
      (behind === 0 || (behind === 2 && c === 0x2c)) &&
      load<u8>(classes + load<u16>(from)) !== MARK
    ) {
      if (mayBeCut(cuts, from, p)) {
        // The lexicon asks whether the word ends the chunk.
        emitWord(x, from, p)
      } else emit(x, from, p, K_WORD)
      if (behind !== 0) emit(x, p, stop, K_PUNCTUATION)
    } else chunk(x, from, stop)
    p = stop
  }
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
  x.noMail = max(x.noMail, p)
  x.noDomain = max(x.noDomain, p)
  while (p < stop) {
    const k = classIn(x, p, stop)
    if (k < DIGIT && k !== MARK) p = word(x, p, p)
    else if (k === DIGIT) {
      const end = keycap(x, p)
      p = end !== 0 ? end : number(x, p)
    } else if (k === EMOJI || k === REGIONAL) p = emoji(x, p, k)
    else if (k === IDEOGRAPH || k === OTHER || k === MARK) {
      const end = skipMarks(x, p + widthAt(x, p))
      emit(x, p, end, k === IDEOGRAPH ? K_WORD : K_OTHER)
      p = end
    } else p = mark(x, p)
  }
}
