/** Compiled token patterns against a slow backtracking matcher, on random patterns and Docs; hostile patterns. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChoiceElement, type TokenElement, TokenMatcher } from '../../src/match/index.js'
import { Doc } from '../../src/text/doc.js'
import { capturesOf, endsOf, type SlowPattern } from '../oracle/token-patterns.js'

function docOf(words: readonly string[], sentence?: readonly number[]): Doc {
  const start: number[] = []
  const end: number[] = []
  let at = 0
  for (const word of words) {
    start.push(at)
    end.push(at + word.length)
    at += word.length + 1
  }
  return Doc.create(words.join(' '), {
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    ...(sentence === undefined ? {} : { sentence: Uint32Array.from(sentence) }),
  })
}

interface Both {
  readonly text: string
  readonly data: TokenElement | ChoiceElement
  readonly slow: SlowPattern
}

const leaf: fc.Arbitrary<Both> = fc.oneof(
  fc.constantFrom('a', 'b', 'c').map((word) => ({
    text: word,
    data: { token: { form: word } },
    slow: { test: (token: string) => token === word },
  })),
  fc.constant({ text: '[]', data: { token: {} }, slow: { test: () => true } }),
  fc.constant({
    text: '[form!=a]',
    data: { token: { form: { notIn: ['a'] } } },
    slow: { test: (token: string) => token !== 'a' },
  }),
  fc.constant({
    text: '![form=a|b]',
    data: { token: { form: ['a', 'b'] }, not: true },
    slow: { test: (token: string) => token !== 'a' && token !== 'b' },
  }),
)

const repeats = [
  ['?', 0, 1],
  ['*', 0, Number.POSITIVE_INFINITY],
  ['+', 1, Number.POSITIVE_INFINITY],
  ['{2}', 2, 2],
  ['{1,3}', 1, 3],
  ['{0,2}', 0, 2],
] as const

const { pattern } = fc.letrec<{ pattern: Both; part: Both }>((tie) => ({
  pattern: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => ({
    text: parts.map(({ text }) => text).join(' '),
    data: { choice: [parts.map(({ data }) => data)] },
    slow: { sequence: parts.map(({ slow }) => slow) },
  })),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(tie('part'), fc.constantFrom(...repeats)).map(([part, [sign, min, max]]) => ({
      text: `(${part.text})${sign}`,
      data: { choice: [[part.data]], repeat: [min, max] as const },
      slow: { body: part.slow, min, max },
    })),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((options) => ({
      text: `(${options.map(({ text }) => text).join(' | ')})`,
      data: { choice: options.map(({ data }) => [data]) },
      slow: { choice: options.map(({ slow }) => slow) },
    })),
    fc.tuple(tie('pattern'), fc.constantFrom('x', 'y')).map(([part, name]) =>
      part.text.includes(`<${name}>`) // no group stands within one of its name
        ? part
        : {
            text: `(?<${name}>${part.text})`,
            data: { choice: [[part.data]], as: name },
            slow: { name, group: part.slow },
          },
    ),
  ),
}))
const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 })
const prefer = fc.constantFrom('longest', 'shortest')

describe('TokenMatcher', () => {
  it('finds at each token the match that slow search finds', () => {
    fc.assert(
      fc.property(pattern, words, prefer, ({ text, data, slow }, tokens, wanted) => {
        const expected = endsOf(slow, tokens, wanted)
        for (const form of [text, [data]]) {
          const found = new Array<number>(tokens.length).fill(0)
          const matcher = new TokenMatcher(form, { prefer: wanted, overlap: 'all' })
          for (const { from, to } of matcher.find(docOf(tokens))) found[from] = to
          expect(found).toEqual(expected)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('takes from left to right what does not overlap', () => {
    fc.assert(
      fc.property(pattern, words, prefer, ({ text, slow }, tokens, wanted) => {
        const ends = endsOf(slow, tokens, wanted)
        const expected: [number, number][] = []
        for (let at = 0; at < tokens.length; at++) {
          if (ends[at] === 0) continue
          expected.push([at, ends[at]!])
          at = ends[at]! - 1
        }
        const found = new TokenMatcher(text, { prefer: wanted }).find(docOf(tokens))
        expect(found.map(({ from, to }) => [from, to])).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('captures what the first way to the same end captures', () => {
    fc.assert(
      fc.property(pattern, words, prefer, ({ text, slow }, tokens, wanted) => {
        for (const match of new TokenMatcher(text, { prefer: wanted, overlap: 'all' }).find(docOf(tokens))) {
          const way = capturesOf(slow, tokens, match.from, match.to, 20_000)
          if (way === undefined) continue
          const captures = [...match.captures].map(([name, span]) => [name, [span.from, span.to]])
          expect(Object.fromEntries(captures)).toEqual(way)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('stays within sentences, and does not when told so', () => {
    const sentences = fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(pattern, sentences, prefer, ({ text, slow }, parts, wanted) => {
        const tokens = parts.flat()
        const sentence = parts.flatMap((part, i) => part.map(() => i))
        const limit = (at: number) => sentence.lastIndexOf(sentence[at]!) + 1
        for (const within of ['sentence', 'doc'] as const) {
          const expected = endsOf(slow, tokens, wanted, within === 'doc' ? undefined : limit)
          const found = new Array<number>(tokens.length).fill(0)
          const matcher = new TokenMatcher(text, { prefer: wanted, overlap: 'all', within })
          for (const { from, to } of matcher.find(docOf(tokens, sentence))) found[from] = to
          expect(found).toEqual(expected)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('gives several patterns what each finds alone', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 4 }),
        words,
        prefer,
        (patterns, tokens, wanted) => {
          const named = Object.fromEntries(patterns.map(({ text }, i) => [`p${i}`, text]))
          for (const overlap of ['all', 'between-patterns'] as const) {
            const together = new TokenMatcher(named, { prefer: wanted, overlap }).find(docOf(tokens))
            for (const [name, text] of Object.entries(named)) {
              const alone = new TokenMatcher(text, {
                prefer: wanted,
                overlap: overlap === 'all' ? 'all' : 'none',
              })
              expect(
                together.filter((match) => match.name === name).map(({ from, to }) => [from, to]),
              ).toEqual(alone.find(docOf(tokens)).map(({ from, to }) => [from, to]))
            }
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([
    ['nested loops', '((a*)*)* z'],
    ['loops that overlap', 'a* a* a* a* a* a* a* a* z'],
    ['choices that are one', '(a|a)* (a|[form=a])* z'],
    ['optional parts', `${'a? '.repeat(60)} ${'a '.repeat(60)} z`],
    ['a far end that never comes', '[]* z'],
    ['counts', '(a|b){1,50} z'],
    ['a token long ago, which a deterministic automaton must remember', 'b (a|b){14} z'],
  ])('keeps its time with %s', (_what, text) => {
    // What backtracks, or begins anew at each token, does not end in a lifetime or takes minutes here.
    let seed = 1
    const tokens = Array.from({ length: 20_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % 2 === 0 ? 'a' : 'b'
    })
    const hostile = docOf([...tokens, ...new Array<string>(20_000).fill('a')])
    for (const wanted of ['longest', 'shortest'] as const) {
      expect(new TokenMatcher(text, { overlap: 'all', prefer: wanted }).find(hostile)).toEqual([])
    }
    const [match] = new TokenMatcher(`(?<x>${text})`).find(docOf([...new Array<string>(100).fill('a'), 'z']))
    if (!text.startsWith('b')) expect(match?.captures.get('x')?.to).toBe(101)
  })
})
