import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWord2Vec, Vectors, writeWord2Vec } from '../../src/embed/index.js'
import { writePack } from '../../src/text/pack.js'
import { packStrings } from '../../src/text/string-list.js'
import { caught } from '../support/caught.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 20 : 100

const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.constantFrom('constructor', '__proto__', 'a'),
)
const table = (letters: fc.Arbitrary<string>) =>
  fc
    .record({
      words: fc.uniqueArray(letters, { maxLength: 12 }),
      dimensions: fc.integer({ min: 1, max: 9 }),
    })
    .chain(({ words, dimensions }) =>
      fc.record({
        words: fc.constant(words),
        dimensions: fc.constant(dimensions),
        values: fc
          .array(fc.float({ min: -8, max: 8, noNaN: true }), {
            minLength: words.length * dimensions,
            maxLength: words.length * dimensions,
          })
          .map((values) => Float32Array.from(values)),
        counts: fc.option(fc.constant(Uint32Array.from(words, (_, i) => 99 - i)), { nil: undefined }),
      }),
    )

/** Cosines by the definition. */
function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!
    aa += a[i]! * a[i]!
    bb += b[i]! * b[i]!
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa) / Math.sqrt(bb)
}

const plane = Vectors.create({
  words: ['man', 'king', 'woman', 'queen', 'apple'],
  values: Float32Array.of(1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, -1, 0),
})

describe('Vectors', () => {
  it('come back from a Pack as they were', () => {
    fc.assert(
      fc.property(table(word), (parts) => {
        const vectors = Vectors.create(parts, { licence: 'CC0-1.0' })
        const bytes = vectors.save({ data: 'none' })
        const loaded = Vectors.load(bytes)
        expect(loaded.words).toEqual(parts.words)
        expect(loaded.values).toEqual(parts.values)
        expect(loaded.counts).toEqual(parts.counts)
        expect(loaded.dimensions).toBe(parts.dimensions)
        expect(loaded.meta).toEqual({ licence: 'CC0-1.0', data: 'none' })
        expect(loaded.save()).toEqual(bytes)
      }),
      { numRuns: RUNS },
    )
  })

  it('come back from int8 within half a step of each row', () => {
    fc.assert(
      fc.property(table(word), (parts) => {
        const loaded = Vectors.load(Vectors.create(parts).save({}, { type: 'i8' }))
        parts.words.forEach((_, i) => {
          const row = parts.values.subarray(i * parts.dimensions, (i + 1) * parts.dimensions)
          const step = Math.max(...row.map(Math.abs)) / 127
          loaded.row(i).forEach((value, j) => {
            expect(Math.abs(value - row[j]!)).toBeLessThanOrEqual(step * 0.5001 + 1e-30)
          })
        })
      }),
      { numRuns: RUNS },
    )
  })

  it('finds the nearest as sorting all cosines does', () => {
    fc.assert(
      fc.property(table(word), fc.nat(12), fc.nat(), (parts, count, which) => {
        fc.pre(parts.words.length > 0)
        const vectors = Vectors.create(parts)
        const row = which % parts.words.length
        const cosines = parts.words.map((_, i) => cosine(vectors.row(row), vectors.row(i)))
        const expected = cosines.filter((_, i) => i !== row).sort((a, b) => b - a)
        const hits = vectors.nearest(parts.words[row]!, { count })
        expect(hits.length).toBe(Math.min(count, parts.words.length - 1))
        hits.forEach(({ word, similarity }, i) => {
          expect(similarity).toBeCloseTo(expected[i]!, 5)
          expect(similarity).toBeCloseTo(cosines[vectors.indexOf(word)]!, 5)
        })
        expect(new Set(hits.map((hit) => hit.word)).size).toBe(hits.length)
      }),
      { numRuns: RUNS },
    )
  })

  it('searches more rows than one call takes', () => {
    const words = Array.from({ length: 40_000 }, (_, i) => `w${i}`)
    const values = Float32Array.from({ length: words.length * 4 }, (_, i) => Math.sin(i))
    const vectors = Vectors.create({ words, values })
    const hits = vectors.nearest(vectors.row(33_333), { count: 3 })
    const best = words
      .map((word, i) => ({ word, similarity: cosine(vectors.row(33_333), vectors.row(i)) }))
      .sort((a, b) => b.similarity - a.similarity)
    expect(hits[0]!.similarity).toBeCloseTo(best[0]!.similarity, 5)
    expect(hits[2]!.similarity).toBeCloseTo(best[2]!.similarity, 5)
  })

  it('answers analogies without the words of the question', () => {
    expect(plane.analogy('man', 'king', 'woman', { count: 1 })[0]!.word).toBe('queen')
    expect(plane.analogy('man', 'man', 'man').map((hit) => hit.word)).not.toContain('man')
  })

  it('finds words in lower case and with digits as 0', () => {
    const vectors = Vectors.create({ words: ['the', '0000', '0th', 'NATO'], values: new Float32Array(4) })
    expect(['The', '1999', '4TH', 'NATO', 'nato', 'constructor'].map((w) => vectors.find(w))).toEqual([
      0, 1, 2, 3, -1, -1,
    ])
    expect(vectors.has('The')).toBe(false)
  })

  it('holds no word, or zeros, without harm', () => {
    const empty = Vectors.create({ words: [], values: new Float32Array(0), dimensions: 3 })
    expect(Vectors.load(empty.save()).nearest([1, 0, 0])).toEqual([])
    const zero = Vectors.create({ words: ['a', 'b'], values: new Float32Array(8) })
    expect(zero.nearest('a')).toEqual([{ word: 'b', similarity: 0 }])
    expect(zero.similarity('a', 'b')).toBe(0)
  })

  it.each([
    ['too few numbers', { words: ['a', 'b'], values: new Float32Array(3) }],
    ['too few counts', { words: ['a'], values: new Float32Array(3), counts: new Uint32Array(2) }],
    ['a word twice', { words: ['a', 'a'], values: new Float32Array(8) }],
    ['a number that is none', { words: ['a'], values: Float32Array.of(0, Number.NaN) }],
    ['infinity', { words: ['a'], values: Float32Array.of(Number.POSITIVE_INFINITY, 0) }],
  ])('refuses %s', (_what, parts) => {
    expect(caught(() => Vectors.create(parts)).code).toBe('VECTORS_MALFORMED')
  })

  it('refuses words it does not have, and vectors of other dimensions', () => {
    expect(caught(() => plane.nearest('pear')).code).toBe('WORD_UNKNOWN')
    expect(caught(() => plane.similarity('pear', 'man')).code).toBe('WORD_UNKNOWN')
    expect(caught(() => plane.nearest([1, 2])).code).toBe('OPTION_INVALID')
    expect(caught(() => plane.nearest('man', { count: -1 })).code).toBe('OPTION_INVALID')
  })

  const packed = (columns: Parameters<typeof writePack>[0]['columns']) =>
    writePack({
      kind: 'vectors',
      version: 1,
      meta: {},
      columns: { ...packStrings('words', ['a', 'b']), ...columns },
    })

  it.each([
    ['no values', packed({})],
    ['rows for other words', packed({ values: { values: new Float32Array(9), shape: [3, 3] } })],
    ['one dimension', packed({ values: { values: new Float32Array(2) } })],
    ['other types', packed({ values: { values: new Float64Array(2), shape: [2, 1] } })],
    ['int8 without scales', packed({ values: { values: new Int8Array(2), shape: [2, 1] } })],
    ['NaN', packed({ values: { values: Float32Array.of(1, Number.NaN), shape: [2, 1] } })],
    [
      'too few counts',
      packed({
        values: { values: new Float32Array(2), shape: [2, 1] },
        counts: { values: new Uint32Array(1) },
      }),
    ],
  ])('refuses a Pack with %s', (_what, bytes) => {
    expect(caught(() => Vectors.load(bytes)).code).toBe('PACK_MALFORMED')
  })
})

describe('files of word2vec', () => {
  const letters = fc.stringMatching(/^[a-zé0-9.,☃😀-]{1,6}$/u)

  it.each(['text', 'binary'] as const)('come back as they were: %s', (encoding) => {
    fc.assert(
      fc.property(table(letters), fc.boolean(), (parts, told) => {
        fc.pre(parts.words.length > 0)
        const vectors = Vectors.create(parts)
        const bytes = writeWord2Vec(vectors, { encoding })
        const read = readWord2Vec(bytes, { encoding: told ? encoding : 'auto' })
        expect(read.words).toEqual(parts.words)
        expect(read.values.map((value) => value + 0)).toEqual(parts.values.map((value) => value + 0))
      }),
      { numRuns: RUNS },
    )
  })

  it('are read without line feeds between binary rows, and with trailing spaces in text', () => {
    const bytes = writeWord2Vec(plane)
    const rows = [...bytes.subarray(bytes.indexOf(10) + 1)]
    const joined = rows.filter((_, i) => {
      // Each row is a word, a space, twelve bytes and a line feed.
      let at = 0
      for (const word of plane.words) {
        at += word.length + 13
        if (i === at) return false
        at++
      }
      return true
    })
    const header = [...new TextEncoder().encode('5 3\n')]
    expect(readWord2Vec(Uint8Array.from([...header, ...joined])).values).toEqual(plane.values)
    const text = new TextEncoder().encode('2 2\r\na 1 -2.5e-1 \r\nb 0 1 \r\n')
    expect([...readWord2Vec(text).values]).toEqual([1, -0.25, 0, 1])
  })

  it.each([
    ['nothing', ''],
    ['no first line', 'a 1 2\nb 3 4\n'],
    ['more words than there are bytes for', '4000000000 300\na 1 2\n'],
    ['a row too few', '3 2\na 1 2\nb 3 4\n'],
    ['a row too many', '1 2\na 1 2\nb 3 4\n'],
    ['a row too short', '2 2\na 1 2\nb 3\n'],
    ['a row too long', '2 2\na 1 2\nb 3 4 5\n'],
    ['a number that is none', '2 2\na 1 2\nb x 4\n'],
    ['NaN', '2 2\na 1 2\nb nan 4\n'],
    ['a word twice', '2 2\na 1 2\na 3 4\n'],
  ])('are refused with %s', (_what, text) => {
    const bytes = new TextEncoder().encode(text)
    expect(caught(() => readWord2Vec(bytes, { encoding: 'text' })).code).toBe('VECTORS_MALFORMED')
    expect(caught(() => readWord2Vec(bytes)).code).toBe('VECTORS_MALFORMED')
  })

  it('are refused when they are cut anywhere', () => {
    for (const encoding of ['text', 'binary'] as const) {
      const bytes = writeWord2Vec(plane, { encoding })
      for (let length = 0; length < bytes.length - 2; length++) {
        const part = bytes.subarray(0, length)
        expect(caught(() => readWord2Vec(part, { encoding })).code).toBe('VECTORS_MALFORMED')
      }
    }
  })

  it.each(['two words', '', 'line\nfeed', '\ud83d'])('are not written with the word %j', (odd) => {
    const vectors = Vectors.create({ words: [odd], values: new Float32Array(4) })
    expect(caught(() => writeWord2Vec(vectors)).code).toBe('VECTORS_MALFORMED')
  })
})
