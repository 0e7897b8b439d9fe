import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Column, Doc } from '../../src/text/doc.js'
import { pipeline } from '../../src/text/pipeline.js'
import { InternTable } from '../../src/text/strings.js'
import { KIND_CODES, TOKEN_KINDS } from '../../src/text/token-kind.js'
import { tokenizeWhitespace } from '../../src/tokenize/whitespace.js'
import { caught } from '../support/caught.js'

const u32 = (...values: number[]) => Uint32Array.from(values)

describe('Doc', () => {
  const doc = tokenizeWhitespace('To be, or not  to be').with({
    kind: Uint8Array.of(0, 0, 0, 0, 0, 0),
    sentence: u32(0, 0, 1, 1, 1, 1),
    lemma: InternTable.column(['to', 'be', 'or', 'not', 'to', 'be']),
  })

  it('gives each token as a slice of the text', () => {
    expect(doc.words()).toEqual(['To', 'be,', 'or', 'not', 'to', 'be'])
    expect(doc.token(1)?.text).toBe('be,')
    expect(doc.token(-1)?.start).toBe(18)
    expect(doc.token(6)).toBeUndefined()
    expect([...doc].map(String)).toEqual(doc.words())
  })

  it('derives spaceAfter from the offsets', () => {
    const dots = Doc.create('a.b ', { start: u32(0, 1, 2), end: u32(1, 2, 3) })
    expect([0, 1, 2].map((i) => dots.spaceAfter(i))).toEqual([false, false, true])
  })

  it('gives sentences as spans', () => {
    expect([...doc.sentences()].map((sentence) => sentence.text)).toEqual(['To be,', 'or not  to be'])
    expect([...doc.sentences()].map((sentence) => sentence.words().length)).toEqual([2, 4])
  })

  it('gives column values through tokens', () => {
    expect(doc.token(5)?.get('lemma')).toBe('be')
    expect(doc.token(5)?.get('sentence')).toBe(1)
    expect(doc.token(0)?.kind).toBe('word')
  })

  it('shares what a new column does not change', () => {
    const more = doc.with({ tag: InternTable.column(['a', 'b', 'c', 'a', 'b', 'c']) })
    expect(more.start).toBe(doc.start)
    expect(doc.has('tag')).toBe(false)
    expect(more.columnNames).toEqual(['start', 'end', 'kind', 'sentence', 'lemma', 'tag'])
  })

  it('interns strings', () => {
    expect(doc.strings('lemma').strings).toEqual(['to', 'be', 'or', 'not'])
    expect([...doc.strings('lemma').ids]).toEqual([0, 1, 2, 3, 0, 1])
  })

  it('takes words such as constructor for words', () => {
    const words = ['constructor', '__proto__', 'toString', 'constructor']
    const column = InternTable.column(words)
    expect(Array.from(column.ids, (id) => column.strings[id])).toEqual(words)
    const odd = tokenizeWhitespace(words.join(' ')).with({ constructor: column })
    expect(odd.token(1)?.get('constructor')).toBe('__proto__')
    expect(caught(() => odd.numbers('toString')).code).toBe('COLUMN_MISSING')
  })

  it.each<[string, () => unknown, string]>([
    [
      'a token that ends before it begins',
      () => Doc.create('abc', { start: u32(2), end: u32(1) }),
      'COLUMN_SHAPE',
    ],
    ['an empty token', () => Doc.create('abc', { start: u32(1), end: u32(1) }), 'COLUMN_SHAPE'],
    ['tokens that overlap', () => Doc.create('abc', { start: u32(0, 1), end: u32(2, 3) }), 'COLUMN_SHAPE'],
    ['a token beyond the text', () => Doc.create('abc', { start: u32(0), end: u32(4) }), 'COLUMN_SHAPE'],
    ['a short column', () => doc.with({ tag: u32(1) }), 'COLUMN_SHAPE'],
    ['other offsets', () => doc.with({ start: doc.start }), 'COLUMN_SHAPE'],
    [
      'ids beyond the strings',
      () => doc.with({ x: { ids: u32(0, 0, 0, 0, 0, 1), strings: ['a'] } }),
      'COLUMN_SHAPE',
    ],
    ['a column that is not there', () => doc.numbers('head'), 'COLUMN_MISSING'],
    ['strings as numbers', () => doc.numbers('lemma'), 'COLUMN_MISSING'],
    ['no text', () => Doc.create(3 as unknown as string, { start: u32(), end: u32() }), 'INPUT_NOT_STRING'],
    ['64-bit columns', () => doc.with({ x: new BigInt64Array(6) as unknown as Column }), 'COLUMN_SHAPE'],
  ])('refuses %s', (_name, action, code) => {
    expect(caught(action).code).toBe(code)
  })

  it('says which skill adds a missing column', () => {
    expect(caught(() => [...tokenizeWhitespace('a').sentences()]).hint).toContain('splitSentences')
  })

  it('survives structuredClone and JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const first = tokenizeWhitespace(text)
        const made = first.with({
          weight: Float32Array.from(first.start, (start) => start / 2),
          word: InternTable.column(first.words()),
        })
        for (const again of [
          Doc.fromColumns(structuredClone(made.toColumns())),
          Doc.fromJSON(JSON.parse(JSON.stringify(made))),
        ]) {
          expect(again.text).toBe(text)
          expect(again.toJSON()).toEqual(made.toJSON())
        }
      }),
    )
  })

  it('refuses JSON with an unknown type of column', () => {
    const json = JSON.parse(JSON.stringify(doc))
    json.columns.lemma.type = 'constructor'
    expect(caught(() => Doc.fromJSON(json)).code).toBe('COLUMN_SHAPE')
  })

  it('runs skills in order as a pipeline', () => {
    const read = pipeline(
      tokenizeWhitespace,
      (d) => d.with({ a: d.start }),
      (d) => d.with({ b: d.numbers('a') }),
    )
    expect(read('x y').columnNames).toEqual(['start', 'end', 'a', 'b'])
  })

  it('numbers kinds by their place in the list', () => {
    expect(TOKEN_KINDS[KIND_CODES.emoji]).toBe('emoji')
  })
})
