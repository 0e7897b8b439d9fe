import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordloomError } from '../../src/core/errors.js'
import { Doc } from '../../src/text/doc.js'
import { writePack } from '../../src/text/pack.js'
import { SentenceMemory } from '../../src/tokenize/sentence-memory.js'
import { SentenceSplitter, type SentenceTrainingOptions } from '../../src/tokenize/sentence-splitter.js'
import { weightsFromText, weightsToText } from '../../src/tokenize/sentence-text.js'
import { tokenizeWhitespace } from '../../src/tokenize/whitespace.js'
import { facts, features, sentenceEnds } from '../oracle/sentences.js'

const CHECKED = process.env.WORDLOOM_CORE === 'checked'
const RUNS = CHECKED ? 10 : 80
const PIECES = [
  ...'. .. ... .... ! !! ? ?? ?! , ; : - -- ----- ( ) [ ] " \' ` `` / * ** < > “ ” ‘ ’ – — … • $ % 😀 …… ¿ ª'.split(
    ' ',
  ),
  ..."a I Word word WORD McDonald iPhone U.S. a.m. Mr. etc. J. well-known Anglo-Saxon n't 's o'clock Über ÉCOLE Москва да Ωμέγα ōsaka 한국어 갔다 中文 שלום ไทย ქართული".split(
    ' ',
  ),
  ...'1 12 1999 12345 3. 12:30 1/2 3.14 2nd A4 http://a.b/c www.x.org me@x.org a/b constructor __proto__'.split(
    ' ',
  ),
  'x'.repeat(60),
  `.${'.'.repeat(50)}`,
]
const GAPS = [
  '',
  ' ',
  ' ',
  ' ',
  '  ',
  '\n',
  '\r\n',
  ' \n ',
  '\n\n',
  '\r\n\r\n',
  '\r\r',
  '\u2028',
  '\u2029',
  '\t',
  '\u00a0',
  '\f',
]

/** Docs of pieces and gaps: what tokenizers give, and worse. */
const doc = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GAPS)), { maxLength: 60 })
  .map((parts) => {
    let text = ''
    const start: number[] = []
    const end: number[] = []
    for (const [piece, gap] of parts) {
      start.push(text.length)
      text += piece
      end.push(text.length)
      text += gap
    }
    return Doc.create(text, { start: Uint32Array.from(start), end: Uint32Array.from(end) })
  })

/** Small random weights, the same for the same seed. */
function weightsOf(seed: number): Int16Array {
  return Int16Array.from({ length: 256 }, (_, i) => (Math.imul(i + 1, seed * 2 + 1) >>> 3) % 61).map(
    (w) => w - 30,
  )
}

function endsOf(sentence: ArrayLike<number>): number[] {
  return Array.from(sentence, (number, i) =>
    i + 1 === sentence.length || sentence[i + 1] !== number ? 1 : 0,
  )
}

function gold(text: string): Doc {
  const sentences = text.split('|')
  const all = tokenizeWhitespace(sentences.join(' '))
  const numbers = sentences.flatMap((sentence, n) =>
    sentence
      .trim()
      .split(/\s+/)
      .map(() => n),
  )
  return all.with({ sentence: Uint32Array.from(numbers) })
}

describe('sentence kernels', () => {
  it('decide as the plain twin does', () => {
    fc.assert(
      fc.property(doc, fc.nat(1000), fc.boolean(), (some, seed, caseless) => {
        const weights = weightsOf(seed)
        const got = endsOf(new SentenceMemory(weights, -20, caseless).decide(some))
        expect(got).toEqual(sentenceEnds(some.text, some.start, some.end, weights, -20, caseless))
      }),
      { numRuns: RUNS },
    )
  })

  it('give training the features that the plain twin makes', () => {
    fc.assert(
      fc.property(doc, fc.nat(1000), (some, seed) => {
        const all = facts(some.text, some.start, some.end)
        const ends = Uint8Array.from(all, (fact, i) =>
          fact.gap === 3 || Math.imul(i, seed) % 7 === 1 ? 1 : 0,
        )
        const expected: { features: readonly number[]; label: number }[] = []
        for (let from = 0; from < all.length; ) {
          const to = all.findIndex((fact, k) => k >= from && fact.gap === 3)
          const paragraph = all.slice(from, to + 1)
          let sentenceFrom = 0
          for (let i = 0; i + 1 < paragraph.length; i++) {
            const made = features(paragraph, i, sentenceFrom, [...ends.slice(from)])
            const label = ends[from + i]!
            if (made !== undefined) expected.push({ features: made, label })
            if (label === 1) sentenceFrom = i + 1
          }
          from = to + 1
        }
        const got = new SentenceMemory(new Int16Array(1), 0).examples(some, ends)
        const features_ = got.flatMap(({ features: list }) => [...list])
        expect(features_).toEqual(expected.flatMap(({ features: list }) => list))
        expect(got.flatMap(({ labels }) => [...labels])).toEqual(expected.map(({ label }) => label))
      }),
      { numRuns: RUNS },
    )
  })

  it('decide the same whatever lies beyond the paragraph', () => {
    fc.assert(
      fc.property(doc, doc, fc.nat(1000), (first, second, seed) => {
        const memory = new SentenceMemory(weightsOf(seed), -20)
        const shift = first.text.length + 2
        const both = Doc.create(`${first.text}\n\n${second.text}`, {
          start: Uint32Array.from([...first.start, ...second.start.map((at) => at + shift)]),
          end: Uint32Array.from([...first.end, ...second.end.map((at) => at + shift)]),
        })
        const apart = [...endsOf(memory.decide(first)), ...endsOf(memory.decide(second))]
        expect(endsOf(memory.decide(both))).toEqual(apart)
      }),
      { numRuns: RUNS },
    )
  })

  it('decide the same wherever chunks end, in paragraphs longer than a chunk', () => {
    const tokens = Array.from(
      { length: 9000 },
      (_, i) => PIECES[(Math.imul(i + 1, 2654435761) >>> 9) % PIECES.length]!,
    )
    const memory = new SentenceMemory(weightsOf(5), -20)
    const alone = endsOf(memory.decide(tokenizeWhitespace(tokens.join(' '))))
    expect(alone.filter((end) => end === 1).length).toBeGreaterThan(100)
    for (const before of CHECKED ? [7] : [1, 7, 500, 4090, 4095]) {
      const shifted = tokenizeWhitespace(`${'x '.repeat(before)}\n\n${tokens.join(' ')}`)
      expect(endsOf(memory.decide(shifted)).slice(before)).toEqual(alone)
    }
  })
})

describe('SentenceSplitter', () => {
  const texts = 'one day . | two days . | see Mr. Smith . | Mr. Brown is here ! | hello there | He said so .'
  const train = (options: SentenceTrainingOptions = {}) =>
    SentenceSplitter.train([gold(texts)], { bits: 12, prune: 0, ...options })

  it('learns what it is shown', () => {
    const some = gold(texts)
    expect([...train().split(some).numbers('sentence')]).toEqual([...some.numbers('sentence')])
  })

  it('gives the same bytes for the same data, options and seed', () => {
    expect(train().save()).toEqual(train().save())
    expect(train().save()).not.toEqual(train({ seed: 2 }).save())
  })

  it('is the same after saving and loading, with what was said of it', () => {
    const saved = train().save({ licence: 'CC0-1.0' })
    const loaded = SentenceSplitter.load(saved)
    expect(loaded.meta.licence).toBe('CC0-1.0')
    expect(loaded.save()).toEqual(saved)
    const other = tokenizeWhitespace('see Mr. Brown . two days ! he said so')
    expect(loaded.split(other).numbers('sentence')).toEqual(train().split(other).numbers('sentence'))
  })

  it('goes through letters and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ max: 63 }), fc.int8Array({ min: -127, max: 127 }), (skips, weights) => {
        const there = weightsToText({ bits: 9, floor: -3, skips, weights })
        expect(weightsFromText(there)).toEqual({ bits: 9, floor: -3, skips, weights })
      }),
      { numRuns: RUNS },
    )
  })

  it('takes an empty Doc', () => {
    expect(train().split(tokenizeWhitespace('')).numbers('sentence')).toEqual(new Uint32Array(0))
  })

  it.each<[string, object, string]>([
    ['an unknown option', { passses: 3 }, 'OPTION_INVALID'],
    ['a number of bits out of range', { bits: 40 }, 'OPTION_INVALID'],
    ['half a run', { runs: 1.5 }, 'OPTION_INVALID'],
    ['a seed that is no number', { seed: 'one' }, 'OPTION_INVALID'],
  ])('refuses %s', (_, options, code) => {
    expect(thrown(() => train(options as SentenceTrainingOptions))).toBe(code)
  })

  it('refuses Docs without sentences, and no Docs', () => {
    expect(thrown(() => SentenceSplitter.train([tokenizeWhitespace('a b')]))).toBe('COLUMN_MISSING')
    expect(thrown(() => SentenceSplitter.train([]))).toBe('TRAINING_EMPTY')
  })

  it.each<[string, () => Uint8Array, string]>([
    ['a cut file', () => train().save().slice(0, -9), 'PACK_CHECKSUM'],
    ['another kind', () => writePack({ kind: 'docs', version: 1, meta: {}, columns: {} }), 'PACK_KIND'],
    ['no weights', () => pack({ bits: 9, floor: 0 }, {}), 'PACK_MALFORMED'],
    [
      'too many weights',
      () =>
        pack(
          { bits: 8, floor: 0 },
          { skips: Uint8Array.of(62, 62, 62, 62, 62), weights: Int8Array.of(1, 1, 1, 1, 1) },
        ),
      'PACK_MALFORMED',
    ],
    [
      'skips without weights',
      () => pack({ bits: 8, floor: 0 }, { skips: Uint8Array.of(1), weights: new Int8Array(0) }),
      'PACK_MALFORMED',
    ],
    [
      'bits that are no number',
      () => pack({ bits: '9', floor: 0 }, { skips: new Uint8Array(0), weights: new Int8Array(0) }),
      'PACK_MALFORMED',
    ],
  ])('refuses %s', (_, bytes, code) => {
    expect(thrown(() => SentenceSplitter.load(bytes()))).toBe(code)
  })
})

function pack(meta: Record<string, unknown>, columns: Record<string, Uint8Array | Int8Array>): Uint8Array {
  const values = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, { values: column }]),
  )
  return writePack({ kind: 'sentence-splitter', version: 1, meta, columns: values })
}

function thrown(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof WordloomError) return error.code
    throw error
  }
  return 'nothing'
}
