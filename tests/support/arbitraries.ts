/**
 * Generators of text for property tests: what people write, what breaks programs, and both mixed. Pieces are
 * whole on their own (a flag, an emoji with its joiners, a base with its marks); `roughText` cuts them anywhere.
 */
import fc from 'fast-check'

/** Pieces that a tokenizer must handle with care, each named by what it is. */
export const PIECES: Readonly<Record<string, readonly string[]>> = {
  words: [
    'the',
    'Chat',
    "can't",
    'l’homme',
    "dell'arte",
    'aujourd’hui',
    'straße',
    'İstanbul',
    'naïve',
    'и',
    'Ёлка',
  ],
  numbers: ['0', '3.14', '1,000,000', '1 234,5', '50%', '$4.50', '12:30', '1990-95', '٣٫١٤', '¾', 'Ⅷ', '²'],
  marks: [
    '.',
    ',',
    '...',
    '…',
    '?!',
    '"',
    '“',
    '”',
    '(',
    ')',
    '-',
    '--',
    '—',
    '/',
    '&',
    '#',
    '@',
    '*',
    '_',
    "'",
    '’',
  ],
  links: ['http://a.b/c?d=e&f', 'www.example.com', 'me@example.org', '@user', '#tag', 'a.b.c', 'C++', 'x_y'],
  emoticons: [':)', ':-(', ';P', '<3', '^_^', 'xD'],
  emoji: ['😀', '👍🏽', '❤️', '👩‍👩‍👧‍👦', '🏳️‍🌈', '🇫🇷', '🇯🇵🇰🇷', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '☎︎', '👩🏾‍🚀'],
  combining: ['e\u0301', 'a\u0308\u0323', 'नि', 'क्षि', 'กำ', 'ำ', '\u0301', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢', 'ガ'],
  hangul: ['한국어', '\u1112\u1161\u11ab', '가\u11a8', '\u1100\u1100\u1161'],
  cjk: ['中文', '日本語', 'カタカナ', 'ひらがな', '，', '。', '「', '」', '𠮷野家', 'ﾊﾝｶｸ'],
  scripts: ['שלום', 'ע"ב', 'مرحبا', 'العَرَبِيَّة', 'ภาษาไทย', 'ລາວ', 'ខ្មែរ', 'မြန်မာ', 'தமிழ்', 'ქართული', '𐐷𐐲'],
  spaces: [
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\n\n',
    '\u00a0',
    '\u2003',
    '\u3000',
    '\u2028',
    '\u0085',
    '\v',
    '\f',
  ],
  invisible: [
    '\u200b',
    '\u200d',
    '\u200c',
    '\u00ad',
    '\ufeff',
    '\u2060',
    '\u200f',
    '\u202e',
    '\ufe0f',
    '\u061c',
  ],
  broken: [
    '\ud800',
    '\udc00',
    '\ud83d',
    '\ude00\ud83d',
    '\0',
    '\ufffd',
    '\uffff',
    '\u{10ffff}',
    '\u{e0001}',
    '\x7f',
  ],
  members: ['constructor', '__proto__', 'toString', 'hasOwnProperty'],
}

const every = Object.values(PIECES).flat()

/** Text of whole pieces with spaces between some of them. */
export function textOfPieces(maxLength = 30): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...every) }, fc.constantFrom(' ', '\n', '. ')), {
      maxLength,
    })
    .map((pieces) => pieces.join(''))
}

/** Any UTF-16 units at all, mostly from ranges where something happens; lone surrogates are common. */
export function anyUnits(maxLength = 40): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0x80, max: 0x17ff }),
    fc.integer({ min: 0x2000, max: 0x32ff }),
    fc.integer({ min: 0xd7f0, max: 0xe010 }),
    fc.integer({ min: 0, max: 0xffff }),
  )
  return fc.array(unit, { maxLength }).map((units) => String.fromCharCode(...units))
}

/** Any code points of Unicode, unassigned ones too. */
export function anyCodePoints(maxLength = 30): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength })
    .map((points) => String.fromCodePoint(...points))
}

/** Pieces cut anywhere, even inside a surrogate pair, and glued to others. */
export function roughText(maxLength = 30): fc.Arbitrary<string> {
  const cut = fc
    .tuple(fc.constantFrom(...every), fc.nat(), fc.nat())
    .map(([piece, a, b]) => piece.slice(a % (piece.length + 1), (b % (piece.length + 1)) + 1))
  return fc.array(cut, { maxLength }).map((pieces) => pieces.join(''))
}

/** Everything above mixed: the default of property tests over text. */
export function anyText(maxLength = 30): fc.Arbitrary<string> {
  return fc.oneof(
    textOfPieces(maxLength),
    roughText(maxLength),
    anyUnits(maxLength),
    anyCodePoints(maxLength),
  )
}
