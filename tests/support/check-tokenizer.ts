/**
 * The conformance suite of tokenizers: call `checkTokenizer('name', tokenize)` in a test file, and what every
 * tokenizer must do is tested on hostile and on ordinary text of all scripts. What a tokenizer does not promise
 * (a regular expression may well drop text, bytes may well cut an emoji) is switched off by name.
 */
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Region } from '../../src/core/region.js'
import { graphemeBoundaries } from '../../src/text/boundaries.js'
import type { Doc } from '../../src/text/doc.js'
import { isWhitespace, unicodeFacts } from '../../src/text/unicode.js'
import { anyText, PIECES, roughText, textOfPieces } from './arbitraries.js'
import { caught } from './caught.js'

/** What a tokenizer promises beyond ordered, disjoint, non-empty tokens within the text; all default to true. */
export interface TokenizerPromises {
  /** Between tokens there is white space only, and no token is white space only. */
  readonly lossless?: boolean
  /** No token edge falls inside a surrogate pair. */
  readonly wholeCodePoints?: boolean
  /** No token edge falls before a combining mark, inside an emoji sequence, a flag or a Hangul syllable. */
  readonly wholeCharacters?: boolean
  /** The same text in NFC and in NFD has the same number of tokens. */
  readonly normalForms?: boolean
  /** White space is never inside a token. */
  readonly noInnerSpace?: boolean
  /** The same tokenizer with windows of `units` UTF-16 units, to be compared with the default. */
  readonly inWindows?: (text: string, units: number) => Doc
  /** Runs of fast-check for each property. */
  readonly numRuns?: number
}

// Text in many units that a careless loop meets once for each unit: pieces repeated, and pairs of pieces.
const LONG: readonly (readonly [name: string, piece: string])[] = [
  ['letters', 'a'],
  ['digits', '1'],
  ['spaces', ' '],
  ['newlines', '\n'],
  ['dots', '.'],
  ['apostrophes', "'"],
  ['hyphens', '-'],
  ['slashes', '/'],
  ['at signs', '@'],
  ['quotes', '"'],
  ['underscores', '_'],
  ['colons', ':'],
  ['combining marks', '\u0301'],
  ['joiners', '\u200d'],
  ['variation selectors', '\ufe0f'],
  ['tags', '\u{e0061}'],
  ['flags', '🇫🇷'],
  ['families', '👩\u200d'],
  ['lone surrogates', '\ud800'],
  ['NULs', '\0'],
  ['jamo', '\u1100'],
  ['Han', '中'],
  ['Thai', 'ก'],
  ['letters and apostrophes', "a'"],
  ['digits and commas', '1,'],
  ['domains', 'a.'],
  ['half addresses', 'a@'],
  ['half links', 'http://'],
  ['half e-mails', 'a.b@c.'],
  ['abbreviations', 'U.S.'],
  ['hyphenated', 'a-b'],
  ['open brackets', '(['],
]

const ORDINARY = ['words', 'numbers', 'marks', 'emoji', 'combining', 'hangul', 'scripts'].flatMap((kind) =>
  PIECES[kind]!.filter((piece) => /^\p{L}[\p{L}\p{M}]*$|^[.,?!()]$|^\p{Nd}+$/u.test(piece)),
)

/** Defines the tests of one tokenizer. */
export function checkTokenizer(
  name: string,
  tokenize: (text: string) => Doc,
  promises: TokenizerPromises = {},
): void {
  const { lossless = true, wholeCodePoints = true, wholeCharacters = true, normalForms = true } = promises
  const { noInnerSpace = true, inWindows, numRuns = 500 } = promises

  describe(`${name} as a tokenizer`, () => {
    afterEach(() => {
      vi.restoreAllMocks()
    })

    it('gives ordered, disjoint, non-empty tokens within the text, each the slice it stands for', () => {
      fc.assert(
        fc.property(anyText(), (text) => checkTokens(text, tokenize(text))),
        { numRuns },
      )
    })

    it('gives the same tokens every time', () => {
      fc.assert(
        fc.property(textOfPieces(), (text) => {
          expect(spans(tokenize(text))).toEqual(spans(tokenize(text)))
        }),
        { numRuns: 50 },
      )
    })

    if (lossless) {
      it('leaves nothing but white space between tokens', () => {
        fc.assert(
          fc.property(anyText(), (text) => checkGaps(text, tokenize(text))),
          { numRuns },
        )
      })
    }

    if (noInnerSpace) {
      it('has no white space inside tokens', () => {
        fc.assert(
          fc.property(anyText(), (text) => {
            for (const word of tokenize(text).words()) {
              for (let i = 0; i < word.length; i++) {
                if (isWhitespace(word.charCodeAt(i))) expect.fail(`white space in ${JSON.stringify(word)}`)
              }
            }
          }),
          { numRuns },
        )
      })
    }

    if (wholeCodePoints) {
      it('never cuts a surrogate pair', () => {
        fc.assert(
          fc.property(fc.oneof(roughText(), anyText()), (text) => {
            for (const edge of edges(tokenize(text))) {
              const pair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(edge - 1, edge + 1))
              if (pair) expect.fail(`edge ${edge} cuts a pair of ${JSON.stringify(text)}`)
            }
          }),
          { numRuns },
        )
      })
    }

    if (wholeCharacters) {
      it('never cuts a character from its marks, an emoji sequence, a flag or a Hangul syllable', () => {
        fc.assert(
          fc.property(fc.oneof(textOfPieces(), anyText()), (text) => {
            checkCharacters(text, tokenize(text))
          }),
          { numRuns },
        )
      })

      it.each([...PIECES.emoji!, ...PIECES.combining!.slice(0, 4), ...PIECES.hangul!])(
        'keeps the characters of %j whole among letters and marks',
        (piece) => {
          for (const text of [piece, `a${piece}`, `${piece}b`, `(${piece})`, `x ${piece} y`, piece + piece]) {
            checkCharacters(text, tokenize(text))
          }
        },
      )
    }

    if (normalForms) {
      it('gives as many tokens for NFC as for NFD', () => {
        const separator = fc.constantFrom(' ', ' ', '\n', '')
        const pieces = fc.array(fc.tuple(fc.constantFrom(...ORDINARY), separator), { maxLength: 20 })
        fc.assert(
          fc.property(pieces, (list) => {
            const text = list.flat().join('')
            expect(tokenize(text.normalize('NFD')).length).toBe(tokenize(text.normalize('NFC')).length)
          }),
          { numRuns },
        )
      })
    }

    if (inWindows) {
      it('gives the same tokens in any windows', () => {
        fc.assert(
          fc.property(textOfPieces(60), fc.integer({ min: 2, max: 64 }), (text, units) => {
            expect(spans(inWindows(text, units))).toEqual(spans(tokenize(text)))
          }),
          { numRuns },
        )
      })
    }

    it('takes the empty text, and white space alone', () => {
      expect(tokenize('').length).toBe(0)
      checkTokens(' \t\r\n\u00a0\u3000', tokenize(' \t\r\n\u00a0\u3000'))
    })

    it('treats the names of object members as ordinary words', () => {
      const words = PIECES.members!
      const doc = tokenize(words.join(' '))
      checkTokens(words.join(' '), doc)
      expect(doc.length).toBeGreaterThan(0)
    })

    it.each([undefined, null, 42, true, {}, ['text'], new Uint8Array(2), Symbol('s')])(
      'refuses a value that is not a string (row %#)',
      (value) => {
        const error = caught(() => tokenize(value as unknown as string))
        expect(error.code).toBe('INPUT_NOT_STRING')
        expect(error.hint).not.toBe('')
      },
    )

    it.each(LONG)('takes 100,000 units of %s, and its work grows with the text only', (_what, piece) => {
      const work = (units: number) => {
        let crossings = 0
        let copied = 0
        const { run, copyText } = Region.prototype
        vi.spyOn(Region.prototype, 'run').mockImplementation(function (this: Region, ...call) {
          crossings++
          return run.apply(this, call)
        })
        vi.spyOn(Region.prototype, 'copyText').mockImplementation(function (this: Region, ...call) {
          copied += call[2] - call[1]
          copyText.apply(this, call)
        })
        const text = piece.repeat(units / piece.length)
        const doc = tokenize(text)
        vi.restoreAllMocks()
        checkTokens(text, doc)
        if (lossless) checkGaps(text, doc)
        return { crossings, copied }
      }
      const [half, whole] = [work(50_000), work(100_000)]
      expect(whole.copied).toBeLessThanOrEqual(2.5 * half.copied + 200_000)
      expect(whole.crossings).toBeLessThanOrEqual(2.5 * half.crossings + 8)
    })
  })
}

function spans(doc: Doc): [number, number][] {
  return Array.from(doc.start, (start, i) => [start, doc.end[i]!])
}

function edges(doc: Doc): Set<number> {
  return new Set([...doc.start, ...doc.end])
}

function checkTokens(text: string, doc: Doc): void {
  if (doc.text !== text) expect.fail('the Doc holds another text')
  const words = doc.words()
  let last = 0
  for (let i = 0; i < doc.length; i++) {
    const [start, end] = [doc.start[i]!, doc.end[i]!]
    if (start < last || end <= start || end > text.length) {
      expect.fail(`token ${i} is [${start}, ${end}) after ${last} in ${text.length} units`)
    }
    if (words[i] !== text.slice(start, end)) expect.fail(`token ${i} is not its slice`)
    last = end
  }
}

function checkGaps(text: string, doc: Doc): void {
  const onlySpace = (from: number, to: number) => {
    for (let i = from; i < to; i++) if (!isWhitespace(text.charCodeAt(i))) return false
    return true
  }
  let last = 0
  for (let i = 0; i <= doc.length; i++) {
    const start = i < doc.length ? doc.start[i]! : text.length
    if (!onlySpace(last, start))
      expect.fail(`lost ${JSON.stringify(text.slice(last, start))} before token ${i}`)
    if (i === doc.length) break
    last = doc.end[i]!
    if (onlySpace(start, last)) expect.fail(`token ${i} is white space`)
  }
}

// An edge inside a grapheme cluster is a fault where a mark, a joiner, a jamo, an emoji or half a flag follows it.
// Not so after white space or a control (a mark there stands alone), nor where word and character rules of
// Unicode differ by design (prepended signs, the Thai and Lao vowel AM).
function checkCharacters(text: string, doc: Doc): void {
  const boundaries = graphemeBoundaries(text)
  const known = new Set(boundaries)
  for (const edge of edges(doc)) {
    if (known.has(edge)) continue
    let i = 0
    while (boundaries[i + 1]! < edge) i++
    const head = unicodeFacts(text.codePointAt(boundaries[i]!)!)
    const next = unicodeFacts(text.codePointAt(edge)!)
    if (head.whiteSpace || head.graphemeBreak === 'Prepend' || head.category === 'Cc') continue
    const follows =
      next.category.startsWith('M') ||
      next.pictographic ||
      ['Extend', 'ZWJ', 'Regional_Indicator', 'V', 'T', 'LV', 'LVT', 'L'].includes(next.graphemeBreak)
    if (follows) expect.fail(`edge ${edge} cuts a character of ${JSON.stringify(text)}`)
  }
}
