import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WordloomError } from '../../src/core/errors.js'
import { decodeUtf8, TextChunkDecoder, type TextSource, textChunks } from '../../src/text/decode.js'

async function all(source: TextSource, options = {}): Promise<string> {
  let text = ''
  for await (const chunk of textChunks(source, options)) text += chunk
  return text
}

async function failure(source: TextSource, options = {}): Promise<WordloomError> {
  return all(source, options).then(
    () => expect.unreachable(),
    (error) => error,
  )
}

function cut<Piece extends string | Uint8Array>(whole: Piece, cuts: readonly number[]): Piece[] {
  const at = [0, ...[...cuts].sort((a, b) => a - b), whole.length]
  return at.slice(1).map((to, k) => whole.slice(at[k], to) as Piece)
}

const text = fc
  .array(fc.constantFrom('a', 'é', 'ह', '😀', '\uFEFF', '\0', '\n'), { maxLength: 30 })
  .map((p) => p.join(''))
const cuts = fc.array(fc.nat(200), { maxLength: 8 })

const INVALID: [bytes: number[], offset: number][] = [
  [[0x61, 0xff], 1],
  [[0x80], 0],
  [[0xc3, 0x28], 0],
  [[0xc0, 0x80], 0],
  [[0x61, 0xe2, 0x82], 1],
  [[0xe0, 0x80, 0x80], 0],
  [[0xed, 0xa0, 0x80], 0],
  [[0xf4, 0x90, 0x80, 0x80], 0],
  [[0xf8, 0x88, 0x80, 0x80, 0x80], 0],
  [[0xc3, 0xa9, 0xf0, 0x9f, 0x98], 2],
  [[0xe2, 0x82, 0xac, 0xe2, 0x82, 0x61], 3],
]

describe('textChunks', () => {
  it('gives the text of bytes however they are cut, never ending inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(text, cuts, async (whole, at) => {
        const bytes = new TextEncoder().encode(whole)
        const expected = new TextDecoder().decode(bytes)
        for await (const chunk of textChunks(cut(bytes, at)))
          expect(/[\uD800-\uDBFF]$/.test(chunk)).toBe(false)
        expect(await all(cut(bytes, at))).toBe(expected)
        expect(decodeUtf8(bytes)).toBe(expected)
      }),
    )
  })

  it('gives strings as they are, also cut inside surrogate pairs or with lone surrogates', async () => {
    const units = fc
      .array(fc.constantFrom('a', '\uD83D', '\uDE00', '😀'), { maxLength: 20 })
      .map((p) => p.join(''))
    await fc.assert(
      fc.asyncProperty(units, cuts, async (whole, at) => {
        expect(await all(cut(whole, at))).toBe(whole)
      }),
    )
    expect(await all(['a😀'])).toBe('a😀')
  })

  it.each(INVALID)('says at which byte offset %j is not UTF-8, however cut', async (bytes, offset) => {
    const input = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes])
    for (let at = 0; at <= input.length; at++) {
      const error = await failure(cut(input, [at]))
      expect([error.code, error.details.byteOffset]).toEqual(['INPUT_ENCODING', offset + 3])
    }
  })

  it('finds every fault that the platform finds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
        let decoded: string | undefined
        try {
          decoded = decodeUtf8(bytes)
        } catch (error) {
          const at = (error as WordloomError).details.byteOffset as number
          const before = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
            bytes.subarray(0, at),
          )
          expect(lossy.startsWith(`${before}\uFFFD`)).toBe(true)
        }
        if (decoded !== undefined) expect([lossy, `\uFEFF${decoded}`]).toContain(lossy)
      }),
      { numRuns: 500 },
    )
  })

  it('reads other encodings by name and refuses names that nobody knows', async () => {
    expect(
      await all([Uint8Array.of(0x63, 0x61), Uint8Array.of(0x66, 0xe9)], { encoding: 'windows-1252' }),
    ).toBe('café')
    expect(
      await all([Uint8Array.of(0xff, 0xfe, 0x3d), Uint8Array.of(0xd8, 0x00, 0xde)], { encoding: 'utf-16le' }),
    ).toBe('😀')
    expect((await failure([], { encoding: 'klingon' })).code).toBe('OPTION_INVALID')
    expect(() => new TextChunkDecoder('klingon')).toThrow(/cannot decode/)
  })

  it('reads iterables, async iterables and ReadableStreams', async () => {
    async function* later() {
      yield 'a'
      yield Uint8Array.of(0x62)
    }
    const stream = new ReadableStream<string>({
      start(controller) {
        controller.enqueue('a')
        controller.enqueue('b')
        controller.close()
      },
    })
    expect(await all(later())).toBe('ab')
    expect(await all(new Set(['a', 'b']))).toBe('ab')
    expect(await all(stream)).toBe('ab')
    const bare = { getReader: () => later0() } as unknown as ReadableStream<string>
    expect(await all(bare)).toBe('xy')
  })

  it('refuses what is no text', async () => {
    for (const source of ['text', null, 42, [1, 2], [null]]) {
      expect((await failure(source as unknown as TextSource)).code).toBe('SOURCE_INVALID')
    }
  })

  it('stops at once when its signal aborts, also while the source hangs', async () => {
    const controller = new AbortController()
    async function* hanging() {
      yield 'a'
      await new Promise(() => {})
    }
    const reading = all(hanging(), { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(reading).rejects.toThrow('enough')
    await expect(all(['a'], { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never')
  })
})

function later0() {
  const values = ['x', 'y']
  return {
    read: async () => (values.length > 0 ? { done: false, value: values.shift() } : { done: true }),
    cancel: async () => {},
  }
}
