import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TOKEN_KINDS, tokenize } from '../../src/index.js'
import { tokenizeEnglish } from '../../src/tokenize/english.js'
import { oracleTokenizeEnglish } from '../oracle/tokenize-english.js'

/** Tokens as text, with a bar in front of clitics. */
function shown(text: string, split: 'ud' | 'none' = 'ud'): string {
  const doc = tokenize(text, { split })
  const kind = doc.numbers('kind')
  return doc
    .words()
    .map((word, i) => `${i === 0 ? '' : kind[i] === 1 ? '|' : ' '}${word}`)
    .join('')
}

function kinds(text: string): string[] {
  return Array.from(tokenize(text).numbers('kind'), (kind) => TOKEN_KINDS[kind]!)
}

// SOURCE: written by hand after the guidelines of UD English and the Penn Treebank.
const GOLDEN: readonly (readonly [behaviour: string, text: string, tokens: string])[] = [
  ['contractions', "I can't, won't and don't.", "I ca|n't , wo|n't and do|n't ."],
  ['contractions with curly apostrophes', 'They’re John’s; I’d’ve', 'They|’re John|’s ; I|’d|’ve'],
  ['contractions without an apostrophe', 'I dont know, im gonna', 'I do|nt know , i|m gon|na'],
  ['cannot', 'You cannot.', 'You can|not .'],
  ['its as a pronoun', 'its name', 'its name'],
  ['its as it is', 'its not', 'it|s not'],
  ['its in front of a compound', 'its so-called name', 'its so - called name'],
  ['your as you are', 'your welcome, your house', 'you|r welcome , your house'],
  ['possessives of plurals', "the parents' house", "the parents|' house"],
  ['quoted plurals', "the 'parents' here", "the ' parents ' here"],
  ['other apostrophes', "O'Brien, c'mon, d'Orleans, y'all", "O'Brien , c'm|on , d'|Orleans , y'|all"],
  [
    'abbreviations',
    'Mr. Fox met Dr. Who, Jr. at 5 p.m. today.',
    'Mr. Fox met Dr. Who , Jr. at 5 p.m. today .',
  ],
  ['acronyms', 'the U.S.-led U.N. in D.C. now', 'the U.S. - led U.N. in D.C. now'],
  [
    'abbreviations at the end',
    'in the U.S.\n\nUnits of Fox Inc. The U.S.',
    'in the U.S . Units of Fox Inc . The U.S .',
  ],
  ['years with a possessive', "1989's best of the 1980's", "1989|'s best of the 1980's"],
  ['initials', 'J. R. Tolkien and plan B.', 'J. R. Tolkien and plan B .'],
  ['abbreviations within and at the end', 'etc. and so on, etc. The', 'etc. and so on , etc . The'],
  ['number abbreviations', 'No. 5 said no. Yes', 'No. 5 said no . Yes'],
  ['decimals and thousands', '$1,234.50 is 3.5% or .5', '$ 1,234.50 is 3.5 % or .5'],
  ['ranges and telephone numbers', '5-10 of 713-853-3989, 345-9945', '5 - 10 of 713-853-3989 , 345-9945'],
  ['times, dates, parts of the day', '7:30PM on 11/28/2000', '7:30 PM on 11/28/2000'],
  ['ordinals and decades', "the 20th, 1980s, '90s and 50's", "the 20th , 1980s , '90s and 50's"],
  ['units', '5kg of 35mm at 2x4', '5 kg of 35 mm at 2 x 4'],
  ['currencies', 'US$4.5 and €5', 'US$ 4.5 and € 5'],
  [
    'web addresses',
    '(http://a.b/c_(d).) or www.x.org/y?z=1, now',
    '( http://a.b/c_(d) . ) or www.x.org/y?z=1 , now',
  ],
  ['host and file names', 'On amazon.com and notes.doc.', 'On amazon.com and notes.doc .'],
  ['e-mail', 'Mail <jo.doe+x@ex-am.ple.org>.', 'Mail < jo.doe+x@ex-am.ple.org > .'],
  ['mentions and hashtags', '@jo_doe: #good_stuff #1', '@jo_doe : #good_stuff # 1'],
  ['emoticons', 'Fine :-) and :D or ;P <3', 'Fine :-) and :D or ;P <3'],
  ['ellipses', 'Well... no.... yes…', 'Well ... no .... yes …'],
  ['runs of marks', 'What?!? No!!! -- ***', 'What ?!? No !!! -- ***'],
  ['hyphens', 'a well-known non-state co-worker e-mail', 'a well - known non-state co-worker e-mail'],
  ['slashes', 'and/or w/o w/ him/her', 'and / or w/o w/ him / her'],
  ['ampersands', 'AT&T, R&D, this&that', 'AT&T , R&D , this & that'],
  ['quotes', "“Yes,” she said ``no''.", "“ Yes , ” she said `` no '' ."],
  ['words across scripts', 'naïve Москва 東京 ไทย', 'naïve Москва 東 京 ไทย'],
]

describe('the English tokenizer', () => {
  it.each(GOLDEN)('splits %s', (_behaviour, text, tokens) => {
    expect(shown(text)).toBe(tokens)
  })

  it('leaves contractions whole with split none', () => {
    const text = "I can't cannot John's dont I'd've parents' d'Or"
    expect(shown(text, 'none')).toBe(text)
  })

  it('gives every token a kind', () => {
    expect(kinds("It's 5 , $ http://a.b x@y.z @me #tag :) 👍 \0")).toEqual([...TOKEN_KINDS])
  })

  it.each([
    ['ZWJ sequences', '👩‍👩‍👧‍👦'],
    ['flags', '🇫🇷'],
    ['skin tones', '👍🏽'],
    ['keycaps', '1️⃣'],
    ['variation selectors', '❤️'],
    ['letters with combining marks', 'e\u0301te\u0301'],
    ['lone surrogates', '\ud83d'],
  ])('keeps %s together', (_what, text) => {
    expect(tokenize(text).words()).toEqual([text])
  })

  it('keeps flags apart', () => {
    expect(tokenize('🇫🇷🇩🇪').words()).toEqual(['🇫🇷', '🇩🇪'])
  })

  it('knows CRLF and blank lines', () => {
    expect(tokenize('etc.\r\n\r\nand').words()).toEqual(['etc', '.', 'and'])
    expect(tokenize('etc.\r\nand').words()).toEqual(['etc.', 'and'])
  })

  it('treats constructor and __proto__ as words', () => {
    expect(shown('constructor __proto__ toString')).toBe('constructor __ proto __ toString')
  })

  it('gives no tokens for an empty text', () => {
    expect(tokenize('').length).toBe(0)
    expect(tokenize(' \n\t').length).toBe(0)
  })
})

const PIECES = [
  ...[
    "'",
    '’',
    '‘',
    '`',
    '.',
    '..',
    '...',
    ',',
    '-',
    '--',
    '/',
    '://',
    '@',
    '#',
    '&',
    '&amp;',
    '*',
    '_',
    '$',
    '!',
  ],
  ...[
    '?',
    ':',
    ')',
    '(',
    ';',
    '<',
    '>',
    '=',
    '~',
    '…',
    '%',
    '+',
    '|',
    '\\',
    '"',
    '^',
    ']',
    '3',
    '5',
    '12',
    '345',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\u2029',
    '         ',
    'a',
    'I',
    's',
    't',
    'n',
    'x',
    'e',
    'E',
  ],
  ...[
    'd',
    'D',
    'm',
    'p',
    'c',
    'w',
    'P',
    '6789',
    'the',
    'Mr',
    'etc',
    'No',
    'Sat',
    'Tex',
    'its',
    'alot',
    'cannot',
  ],
  ...[
    'dunno',
    'im',
    'parents',
    'cookin',
    'all',
    'mon',
    'US',
    'Yahoo',
    'non',
    'co',
    'esque',
    'http',
    'mailto',
    'www',
  ],
  ...[
    'com',
    'in',
    'alt',
    'doc',
    'th',
    'pm',
    'km',
    'not',
    'name',
    'é',
    'e\u0301',
    '\u0301',
    '東',
    'か',
    'Ж',
    'ж',
    '🙂',
  ],
  ...[
    '👍🏽',
    '\u200d',
    '\ufe0f',
    '\u20e3',
    '🇫',
    '🇷',
    '\ud83d',
    '\ude00',
    '\0',
    '\u200b',
    '\ufeff',
    '²',
    '½',
    '𝒜',
  ],
  ...['\u{20000}', '\u{e0101}', 'constructor', 'verylongwordindeed', '\u2011', '\u2013', '€', '™', '\u02bc'],
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc
    .array(
      fc.constantFrom(...'0123456789', '11', '345', '6789', '-', '-', '-', '/', ':', '.', ',', ' ', 's', "'"),
    )
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const split = fc.constantFrom('ud' as const, 'none' as const)
const runs = (usual: number) => ({ numRuns: Number(process.env.WORDLOOM_FUZZ ?? usual) })

describe('the English tokenizer, for any text', () => {
  it('takes no NUL for a part of a word that it knows', () => {
    expect(tokenizeEnglish(':)\0', 'ud').words()).toEqual([':)', '\0'])
    expect(tokenizeEnglish("can't\0", 'ud').words()).toEqual(tokenizeEnglish("can't \0", 'ud').words())
  })

  it('gives what its plain twin gives', () => {
    fc.assert(
      fc.property(text, split, (text, split) => {
        const doc = tokenizeEnglish(text, split)
        const kind = doc.numbers('kind')
        const got = Array.from(doc.start, (start, i) => [start, doc.end[i], TOKEN_KINDS[kind[i]!]])
        expect(got).toEqual(oracleTokenizeEnglish(text, split))
      }),
      runs(1000),
    )
  })

  it('gives the same whatever the window', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.integer({ min: 33, max: 120 }), (texts, window) => {
        const text = texts.join(' ')
        expect(tokenizeEnglish(text, 'ud', window).toJSON()).toEqual(tokenizeEnglish(text, 'ud').toJSON())
      }),
      runs(300),
    )
  })

  it.each(['a', '-', 'a-', "a's", '👍', '1,', 'http://', '東'])(
    'gives what its twin gives for a long run of %s',
    (piece) => {
      const text = `x${piece.repeat(50_000)} y`
      const doc = tokenizeEnglish(text, 'ud')
      const twin = oracleTokenizeEnglish(text, 'ud')
      expect(Array.from(doc.start)).toEqual(twin.map(([start]) => start))
      expect(doc.end.at(-1)).toBe(text.length)
    },
  )

  it('covers all but white space', () => {
    fc.assert(
      fc.property(text, split, (text, split) => {
        const doc = tokenizeEnglish(text, split)
        let gaps = ''
        let at = 0
        for (let i = 0; i < doc.length; i++) {
          gaps += text.slice(at, doc.start[i])
          at = doc.end[i]!
        }
        gaps += text.slice(at)
        expect(gaps.replace(/\p{White_Space}/gu, '')).toBe('')
      }),
      runs(300),
    )
  })
})
