/** The Unicode tokenizer: what each language gets, the slow twin, and the promises of all tokenizers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TOKEN_KINDS } from '../../src/text/token-kind.js'
import { fr } from '../../src/tokenize/lang/fr.js'
import { it as italian } from '../../src/tokenize/lang/it.js'
import { ko } from '../../src/tokenize/lang/ko.js'
import { pt } from '../../src/tokenize/lang/pt.js'
import { ru } from '../../src/tokenize/lang/ru.js'
import type { LanguageRules } from '../../src/tokenize/lang/rules.js'
import { tr } from '../../src/tokenize/lang/tr.js'
import { tokenizeInWindows, tokenizeUnicode } from '../../src/tokenize/unicode.js'
import { oracleTokenize } from '../oracle/tokenize-unicode.js'
import { anyText, textOfPieces } from '../support/arbitraries.js'
import { caught } from '../support/caught.js'
import { checkTokenizer } from '../support/check-tokenizer.js'

const RULES: Readonly<Record<string, LanguageRules>> = { '': {}, fr, it: italian, ko, pt, ru, tr }

// Pieces that meet the rules of the languages more often than chance would.
const RULE_PIECES = [
  ...[
    "l'",
    'L’',
    "d'",
    "qu'",
    "aujourd'hui",
    "dell'",
    "po'",
    "'90",
    "'",
    '’',
    '-',
    '‐',
    '.',
    '..',
    '/',
    '(e)',
    ')',
    '(',
  ],
  ...[
    '-t-il',
    '-moi',
    '-ce',
    'rendez-vous',
    'M',
    'art',
    'т',
    'д',
    'ил',
    'A',
    'É',
    'e\u0301',
    'n',
    '°',
    'C',
    '½',
    '²',
  ],
  ...[
    '10',
    '000',
    '1',
    ',5',
    ' ',
    '\u00a0',
    '\u202f',
    '  ',
    '\n',
    '~',
    '&',
    '%',
    '$',
    'US',
    'R',
    '5km',
    '10h30',
    'h',
  ],
  ...[
    '@',
    '#',
    'abc',
    'x.y',
    '@ab',
    '#cd',
    '_',
    ':',
    ';',
    '=',
    'D',
    'p',
    '3',
    '!',
    '?',
    '…',
    '+',
    '−',
    '漢',
    '字',
    '々',
  ],
  ...[
    'http://',
    'www.',
    'a@b.co',
    'a.fr/x',
    'HTTPS://É.fr',
    '😀',
    '❤️',
    '🇫🇷',
    '한',
    '\u318d',
    '\u0301',
    '\u200d',
    'ß',
  ],
]

const ruleText = fc.array(fc.constantFrom(...RULE_PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''))

const rows = (text: string, lang: string) => {
  const doc = tokenizeUnicode(text, { lang })
  const kind = doc.numbers('kind')
  return Array.from(doc.start, (start, i) => [start, doc.end[i]!, TOKEN_KINDS[kind[i]!]!])
}

describe('tokenizeUnicode', () => {
  it.each([
    ['', 'Ein Satz, noch einer.', 'Ein|Satz|,|noch|einer|.'],
    ['', "it's x_1 3.14 1,000.5 12:30 2006-08-07", "it's|x_1|3.14|1,000.5|12:30|2006-08-07"],
    ['', 'E-Mail an ich@web.de: https://a.de/b?c=(d).', 'E-Mail|an|ich@web.de|:|https://a.de/b?c=(d)|.'],
    ['', '(siehe www.a.de) und a.de/x, aber 1.5/2', '(|siehe|www.a.de|)|und|a.de/x|,|aber|1.5|/|2'],
    ['', '@anna #köln😀👍🏽 :-) ... -- ?! US$5', '@anna|#köln|😀|👍🏽|:-)|...|--|?!|US$|5'],
    ['', 'J. R. R. T., U.S.A., J.-P. M', 'J.|R.|R.|T.|,|U.S.A.|,|J.-P.|M'],
    ['', 'שלום עולם, مرحبا!', 'שלום|עולם|,|مرحبا|!'],
    ['', '中文。カタカナ', '中|文|。|カタカナ'],
    ['', '37 °C, 20°, n°5, km², −5 %', '37|°C|,|20°|,|n°|5|,|km²|,|−5|%'],
    ['fr', "L'homme qu’il n'a aujourd'hui", "L'|homme|qu’|il|n'|a|aujourd'hui"],
    ['fr', 'A-t-il dit donne-le-moi, celui-là ?', 'A|-t-il|dit|donne|-le|-moi|,|celui-là|?'],
    ['fr', "M. Dupont, Mme Curie, cf. l'art.", "M.|Dupont|,|Mme|Curie|,|cf.|l'|art|."],
    ['fr', '10 000 euros, 1\u202f234,5 % 12 34', '10 000|euros|,|1\u202f234,5|%|12|34'],
    ['fr', 'à 15h30, rendez-vous, traité(e), 1/10', 'à|15|h|30|,|rendez-vous|,|traité(e)|,|1/10'],
    ['it', "dell'arte, un’idea, c'è, po' E' l'e-mail", "dell'|arte|,|un’|idea|,|c'|è|,|po'|E'|l'|e-mail"],
    ['it', "gli anni '90, qualità-prezzo, sig. Rossi", "gli|anni|'90|,|qualità|-|prezzo|,|sig.|Rossi"],
    ['pt', 'encontra-se a 65,40m d’Oeste, Sr. Silva', 'encontra-se|a|65,40|m|d’|Oeste|,|Sr.|Silva'],
    ['pt-BR', 'R$ 5 e CR$10', 'R$|5|e|CR$|10'],
    ['ru', 'и т.д., А.С. Пушкин, что-то :))) !..', 'и|т.|д.|,|А.|С.|Пушкин|,|что-то|:)))|!..'],
    ['ru', '2-3 раза ))) 😀👍', '2|-|3|раза|)))|😀👍'],
    ['tr', "500'ü Ankara'da, anne-baba Prof. X", "500'ü|Ankara'da|,|anne|-|baba|Prof.|X"],
    ['ko', "'영웅'같은 70~80 漢字 있다.", "'|영웅|'|같은|70~80|漢字|있다|."],
    ['de', 'Dr. Maier, z.B. usw. Ende.', 'Dr.|Maier|,|z.B.|usw.|Ende|.'],
    ['es', '¿Qué dice la Sra. Ruiz?', '¿|Qué|dice|la|Sra.|Ruiz|?'],
    ['ca', "l'home d'aigua", "l'|home|d'|aigua"],
  ])('in language %j splits %j', (lang, text, expected) => {
    expect(tokenizeUnicode(text, { lang }).words()).toEqual(expected.split('|'))
  })

  it('names the kind of each token', () => {
    const text = 'Wort 3,5 ! € http://a.de x@y.de @x #y :-) 😀 \u00ad'
    expect(rows(text, '').map((row) => row[2])).toEqual([
      'word',
      'number',
      'punctuation',
      'symbol',
      'url',
      'email',
      'mention',
      'hashtag',
      'emoticon',
      'emoji',
      'other',
    ])
  })

  it('takes the same tokens from NFD as from NFC where a list has accents', () => {
    const text = "Éd. Gallimard, l'été"
    expect(tokenizeUnicode(text.normalize('NFD'), { lang: 'fr' }).length).toBe(5)
    expect(tokenizeUnicode(text, { lang: 'fr' }).length).toBe(5)
  })

  it('knows a language by its tag, and treats others by the common rules', () => {
    for (const lang of ['fr', 'FR', 'fr-CA', 'fr_FR']) {
      expect(tokenizeUnicode("l'eau", { lang }).length).toBe(2)
    }
    for (const lang of ['', 'nl', 'xx', 'toString']) {
      expect(tokenizeUnicode("l'eau", { lang }).length).toBe(1)
    }
  })

  it.each(['f', '1', 'constructor', 'not a tag', '__proto__', 'averylonglanguage'])(
    'refuses %j as a language',
    (lang) => {
      expect(caught(() => tokenizeUnicode('a', { lang })).code).toBe('OPTION_INVALID')
    },
  )

  it.each(Object.keys(RULES))('gives the tokens of the slow twin in language %j', (lang) => {
    fc.assert(
      fc.property(fc.oneof(ruleText, ruleText, anyText()), (text) => {
        expect(rows(text, lang)).toEqual(oracleTokenize(text, RULES[lang]!))
      }),
      { numRuns: Number(process.env.WORDLOOM_RUNS ?? 400) },
    )
  })

  it.each([
    ['ab', 'fr', 65_536],
    ['中😀', '', 65_536],
    ['e\u0301', '', 65_536],
    ['\u0301', '', 65_536],
    ['5 ', 'fr', 1_000],
    ['100 ', 'fr', 1_000],
    ['🇫🇷👩\u200d', 'ru', 65_536],
  ])('cuts runs of %j that are longer than 32,768 units, as the twin does', (piece, lang, window) => {
    const text = `${piece.repeat(36_000 / piece.length)}. ${piece}`
    const expected = JSON.stringify(oracleTokenize(text, RULES[lang]!))
    expect(JSON.stringify(rows(text, lang)) === expected).toBe(true)
    const doc = tokenizeInWindows(text, lang, window)
    expect(String(doc.end) === String(tokenizeUnicode(text, { lang }).end)).toBe(true)
  })

  it.each(Object.keys(RULES))('gives the same tokens in any windows in language %j', (lang) => {
    fc.assert(
      fc.property(fc.oneof(ruleText, textOfPieces(60)), fc.integer({ min: 1, max: 40 }), (text, window) => {
        const [whole, parts] = [tokenizeUnicode(text, { lang }), tokenizeInWindows(text, lang, window)]
        expect([...parts.start, ...parts.end]).toEqual([...whole.start, ...whole.end])
      }),
      { numRuns: 200 },
    )
  })
})

checkTokenizer('tokenizeUnicode', (text) => tokenizeUnicode(text), {
  inWindows: (text, units) => tokenizeInWindows(text, '', units),
})

checkTokenizer('tokenizeUnicode in French', (text) => tokenizeUnicode(text, { lang: 'fr' }), {
  noInnerSpace: false,
  inWindows: (text, units) => tokenizeInWindows(text, 'fr', units),
  numRuns: 200,
})
