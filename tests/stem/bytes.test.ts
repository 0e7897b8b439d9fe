import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const word = fc.oneof(
  fc.constantFrom(
    'Running',
    'œuvres',
    'ÜBER',
    'σοφος',
    'ΣΟΦΟΣ',
    'e\u0301tés',
    'İzmir',
    '漢字',
    '🙂',
    'ponies'.repeat(9),
  ),
  fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '')),
)

describe('stems of lines in UTF-8', () => {
  it.each(['english', 'russian', 'greek', 'turkish', 'german', 'isri'])(
    '%s: bytes give what strings give',
    (name) => {
      const stem = stemmer(name)
      const lines = fc.array(fc.tuple(word, fc.constantFrom('\n', '\r\n')), { maxLength: 40 })
      fc.assert(
        fc.property(lines, (given) => {
          const bytes = new TextEncoder().encode(given.map(([text, end]) => text + end).join(''))
          const expected = stem.stemAll(given.map(([text]) => text))
          expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(stem.stemBytes(bytes))).toBe(
            expected.map((text) => `${text}\n`).join(''),
          )
        }),
      )
    },
  )

  it('remembers words of a long batch without changing a stem', () => {
    const stem = stemmer('english')
    const words = Array.from({ length: 30_000 }, (_, i) =>
      `w${(i * 7919) % 5003}nationalizations`.slice(i % 4),
    )
    const alone = new Map(words.map((text) => [text, stem(text)]))
    const text = words.map((given) => `${given}\n`).join('')
    const expected = words.map((given) => `${alone.get(given)}\n`).join('')
    expect(stem.stemLines(text)).toBe(expected)
    expect(new TextDecoder().decode(stem.stemBytes(new TextEncoder().encode(text)))).toBe(expected)
  })

  it.each([[[0xff, 10]], [[0xc3, 10]], [[0xed, 0xa0, 0x80, 10]], [[0xc0, 0xaf, 10]]])(
    'refuses bytes %o',
    (bytes) => {
      expect(() => stemmer('english').stemBytes(Uint8Array.from(bytes))).toThrow(TypeError)
    },
  )
})
