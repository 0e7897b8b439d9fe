import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARRAY_TYPES } from '../../src/text/arrays.js'
import { packDocs, unpackDocs } from '../../src/text/doc-pack.js'
import { crc32, readPack, writePack } from '../../src/text/pack.js'
import { InternTable } from '../../src/text/strings.js'
import { tokenizeWhitespace } from '../../src/tokenize/whitespace.js'
import { caught } from '../support/caught.js'
import { fuzzPack, samplePack } from '../support/fuzz-pack.js'

describe('Pack', () => {
  it('gives back what was written: every type, shapes, meta, empty columns', () => {
    const columns = Object.fromEntries(
      Object.entries(ARRAY_TYPES).map(([type, Typed]) => [
        type,
        { values: Typed.from([1, 2, 3, 4, 5, 6]), shape: [2, 3] },
      ]),
    )
    const meta = { licence: 'MIT', scores: { f1: 0.5 }, list: ['a', 'ü', ''], none: null }
    const bytes = writePack({
      kind: 'test',
      version: 3,
      meta,
      columns: { ...columns, empty: { values: new Uint8Array(0) } },
    })
    const pack = readPack(bytes, 'test', 3)
    expect(pack.meta).toEqual(meta)
    for (const [type, Typed] of Object.entries(ARRAY_TYPES)) {
      expect(pack.columns.get(type)).toEqual({ values: Typed.from([1, 2, 3, 4, 5, 6]), shape: [2, 3] })
    }
    expect(pack.columns.get('empty')?.values.length).toBe(0)
  })

  it('writes the same bytes for the same content', () => {
    expect(samplePack()).toEqual(samplePack())
  })

  it('reads from the middle of another buffer and holds on to none of it', () => {
    const bytes = samplePack()
    const buffer = new Uint8Array(bytes.length + 7)
    buffer.set(bytes, 7)
    const pack = readPack(buffer.subarray(7), 'sample', 1)
    const before = Array.from(pack.columns.get('weights')!.values)
    buffer.fill(0)
    expect(Array.from(pack.columns.get('weights')!.values)).toEqual(before)
  })

  it.each<[string, () => unknown, string]>([
    ['another kind', () => readPack(samplePack(), 'docs', 1), 'PACK_KIND'],
    ['another version', () => readPack(samplePack(), 'sample', 2), 'PACK_VERSION'],
    ['an empty file', () => readPack(new Uint8Array(0), 'sample', 1), 'PACK_MALFORMED'],
    [
      'a text',
      () => readPack(new TextEncoder().encode('WLPKwhatever this may be'), 'sample', 1),
      'PACK_VERSION',
    ],
    [
      'a web page',
      () => readPack(new TextEncoder().encode('<!doctype html><html>'), 'sample', 1),
      'PACK_MALFORMED',
    ],
    ['no bytes', () => readPack('WLPK' as unknown as Uint8Array, 'sample', 1), 'PACK_MALFORMED'],
    [
      'a shape that does not fit',
      () =>
        writePack({
          kind: 'x',
          version: 1,
          meta: {},
          columns: { a: { values: new Uint8Array(3), shape: [2, 2] } },
        }),
      'COLUMN_SHAPE',
    ],
  ])('refuses %s', (_name, action, code) => {
    expect(caught(action).code).toBe(code)
  })

  it('refuses every truncation and every flipped bit', () => {
    const bytes = samplePack()
    for (let length = 0; length < bytes.length; length++) {
      caught(() => readPack(bytes.subarray(0, length), 'sample', 1))
    }
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice()
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      caught(() => readPack(flipped, 'sample', 1))
    }
  })

  it('gives a typed error or a sound Pack for hostile headers with a right checksum', () => {
    const { refused, read } = fuzzPack(1, Number(process.env.WORDLOOM_FUZZ ?? 20_000))
    expect(refused).toBeGreaterThan(0)
    expect(read).toBeGreaterThan(0)
  })

  it('computes CRC-32', () => {
    // SOURCE: the check value of CRC-32/ISO-HDLC for the ASCII digits 1 to 9
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })
})

describe('packed Docs', () => {
  it('give back text and columns', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const docs = texts.map((text) => {
          const doc = tokenizeWhitespace(text)
          return doc.with({ word: InternTable.column(doc.words()), kind: new Uint8Array(doc.length).fill(3) })
        })
        const again = unpackDocs(packDocs(docs))
        expect(again.map((doc) => doc.toJSON())).toEqual(docs.map((doc) => doc.toJSON()))
      }),
    )
  })

  it('keep lone surrogates', () => {
    expect(unpackDocs(packDocs([tokenizeWhitespace('a \ud800 b')]))[0]?.words()).toEqual(['a', '\ud800', 'b'])
  })

  it('must have the same columns', () => {
    const plain = tokenizeWhitespace('a b')
    const error = caught(() => packDocs([plain, plain.with({ kind: new Uint8Array(2) })]))
    expect(error.code).toBe('COLUMN_SHAPE')
    expect(error.message).toContain('Doc 1')
  })
})
