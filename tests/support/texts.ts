/** Strings on which tokenizers are tried: everyday ones, hostile ones, and a generator of random ones. */
import fc from 'fast-check'

/** Everyday English, with what tokenizers trip over. */
export const PLAIN = [
  'Good muffins cost $3.88\nin New York.  Please buy me\ntwo of them.\n\nThanks.',
  'Dr. Smith (the elder) said: "Don\'t!" -- and left at 5:30 p.m.',
  'A line\n\nthen another\r\n \r\nand\tone more\n',
  '\n\n  leading and trailing \n\n\n',
  'snake_case and kebab-case, 1,000.50% of e-mails: a@b.example',
  '',
  ' ',
  '\n',
  'x',
]

/** What breaks tokenizers: lone surrogates, joiners, marks, directions, names of Object's own properties. */
export const HOSTILE = [
  '\ud800',
  'a\udc00b',
  '\udc00\ud800',
  'nai\u0308ve cafe\u0301',
  '👩‍👩‍👧‍👦 🇩🇪🇫🇷 👍🏽',
  'שלום עולם مرحبا بالعالم',
  '東京 タワー 한국어 ไทย',
  '\0nul\0',
  '\u200b\u200d\ufeff',
  'constructor __proto__ hasOwnProperty',
  'a\u2028b\u2029c\u0085d\u000be\u000cf',
  '((((',
  '))))',
  '\'\'\'\'""""',
  '-'.repeat(300),
  '<'.repeat(50) + '3'.repeat(50),
]

/** Random strings over an alphabet in which tokenizers find something to decide. */
export const randomText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'abcXYZ019 \n\t.,:;\'"()<>-_@#/&$%!?*=~'),
      fc.constantFrom(
        '\r\n',
        '\n\n',
        "n't",
        '...',
        'http://',
        '.com',
        '@user',
        ':)',
        '😀',
        'é',
        'e\u0301',
        '\ud83d',
        '\ude00',
        '漢',
        '\u2028',
        '\u00a0',
        '‘',
        '“',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))
