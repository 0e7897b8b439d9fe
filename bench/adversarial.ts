/**
 * Texts made to be hard: sixty patterns that make a tokenizer look back, look ahead, or carry one token over
 * the whole text. Each is a pattern of any length, so the time for doubled input can be measured on megabytes
 * and behaviour be tested on a few hundred units.
 */

/** A hard text of any length. */
export interface AdversarialText {
  readonly name: string
  /** The text, exactly `length` UTF-16 units. */
  make(length: number): string
}

/** `unit` again and again, cut to `length`; a surrogate pair may be cut too, which is part of the test. */
function repeat(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
}

/** `first` once, then `unit` again and again. */
function after(first: string, unit: string): (length: number) => string {
  return (length) => (first + repeat(unit, Math.max(0, length - first.length))).slice(0, length)
}

/** `unit` again and again, then `last` once. */
function before(unit: string, last: string): (length: number) => string {
  return (length) => (repeat(unit, Math.max(0, length - last.length)) + last).slice(0, length)
}

/** Units drawn from a seed by `draw`, which maps a number in [0, 2^24) to a UTF-16 unit. */
function drawn(draw: (random: number) => number): (length: number) => string {
  return (length) => {
    const parts: string[] = []
    const chunk = new Uint16Array(8192)
    let state = 12345
    for (let from = 0; from < length; from += chunk.length) {
      const count = Math.min(chunk.length, length - from)
      for (let i = 0; i < count; i++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0
        chunk[i] = draw(state >>> 8)
      }
      parts.push(String.fromCharCode(...chunk.subarray(0, count)))
    }
    return parts.join('')
  }
}

const PUNCTUATION = `.,;:!?'"()[]{}<>-_/\\@#$%&*+=|~^\``
const FAMILY = '\u{1F469}\u200D'

function repeated(name: string, unit: string): AdversarialText {
  return { name, make: (length) => repeat(unit, length) }
}

/** The sixty texts. */
export const ADVERSARIAL: readonly AdversarialText[] = [
  // One token, or none, as long as the text.
  repeated('one word', 'a'),
  repeated('one capital word', 'A'),
  repeated('one number', '1'),
  repeated('spaces', ' '),
  repeated('line ends', '\n'),
  repeated('CRLF', '\r\n'),
  repeated('no-break spaces', '\u00a0'),
  repeated('NUL', '\0'),
  { name: 'a word after spaces', make: before(' ', 'word') },
  // Words and sentence ends.
  repeated('one-letter words', 'a '),
  repeated('one-word sentences', 'A. '),
  repeated('one-word paragraphs', 'a\n\n'),
  repeated('full stops', '.'),
  repeated('full stops and spaces', '. '),
  repeated('question and exclamation marks', '?!'),
  repeated('ellipsis characters', '\u2026'),
  repeated('initials without spaces', 'A.'),
  repeated('abbreviations without spaces', 'e.g.etc.Mr.'),
  repeated('abbreviations', 'etc. Mr. U.S. '),
  { name: 'an abbreviation that never ends', make: after('U.S', '.A') },
  // Contractions and apostrophes.
  repeated('apostrophes', "'"),
  repeated('glued contractions', "n't"),
  repeated('glued clitics', "a's'd'll"),
  repeated('words that split', 'cannotgonna'),
  repeated('right quotes in a word', 'a\u2019'),
  repeated('quotes', '"'),
  { name: 'a quote that never closes', make: after('"', 'said he, ') },
  // Hyphens, slashes, brackets.
  repeated('hyphens', '-'),
  repeated('hyphenated word', 'a-'),
  repeated('slashed word', 'a/'),
  repeated('underscores', 'a_'),
  repeated('opening brackets', '('),
  repeated('closing brackets', ')'),
  { name: 'nested brackets', make: (n) => '('.repeat(n >> 1) + ')'.repeat(n - (n >> 1)) },
  repeated('brackets in a word', 'a(b)[c]'),
  // Numbers.
  repeated('number with commas', '1,'),
  repeated('number with points', '1.'),
  repeated('times and ranges', '1:2-3'),
  repeated('currency and percent', '$1%'),
  repeated('number with a long tail', '1e'),
  // Addresses.
  repeated('schemes', 'http://'),
  { name: 'one long address', make: after('http://example.org/', 'a/b.c?d=e&f#g,') },
  repeated('www', 'www.'),
  repeated('domain with labels', 'a.b-'),
  { name: 'an address that never gets its @', make: before('a.b+', '@') },
  repeated('at signs', '@'),
  repeated('addresses glued by @', 'a@b.co'),
  repeated('mentions and tags', '@a#b'),
  repeated('open tags', '<a '),
  // Emoticons, emoji, other scripts.
  repeated('emoticons', ':-)'),
  repeated('beginnings of emoticons', ':-'),
  repeated('hearts', '<3'),
  repeated('a family that never ends', FAMILY),
  repeated('flags', '\u{1F1E9}\u{1F1EA}'),
  { name: 'combining marks on one letter', make: after('a', '\u0301') },
  repeated('lone surrogates', '\ud83d'),
  repeated('Han', '\u6f22\u5b57'),
  repeated('Hebrew with quotes', '\u05d0"\u05d1\''),
  // No pattern at all.
  {
    name: 'random punctuation',
    make: drawn((random) => PUNCTUATION.charCodeAt(random % PUNCTUATION.length)),
  },
  { name: 'random UTF-16 units', make: drawn((random) => random & 0xffff) },
]
