/** Chunk tags: spans of any scheme, and from each scheme to each other. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertIob, IOB_SCHEMES, type IobScheme, iobSpans } from '../../../src/corpora/iob.js'
import { caught } from '../../support/caught.js'

const span = (label: string, start: number, end: number) => ({ label, start, end })

describe('iobSpans', () => {
  it.each([
    ['', []],
    ['O O', []],
    ['B-A I-A O I-B', [span('A', 0, 2), span('B', 3, 4)]],
    ['I-A I-A B-A', [span('A', 0, 2), span('A', 2, 3)]],
    ['I-A E-A I-A', [span('A', 0, 2), span('A', 2, 3)]],
    ['S-A B-A E-A', [span('A', 0, 1), span('A', 1, 3)]],
    ['U-A B-A L-A', [span('A', 0, 1), span('A', 1, 3)]],
    ['B-A I-B', [span('A', 0, 1), span('B', 1, 2)]],
    ['B-A-B I-A-B', [span('A-B', 0, 2)]],
    ['B-__proto__ I-__proto__', [span('__proto__', 0, 2)]],
  ])('%j', (tags, spans) => {
    expect(iobSpans(tags.split(' ').filter((tag) => tag !== ''))).toEqual(spans)
  })

  it.each(['NP', 'X-NP', 'B-', '', 'BNP', 'o'])('refuses the tag %j', (tag) => {
    expect(caught(() => iobSpans(['O', tag]))).toMatchObject({
      code: 'OPTION_INVALID',
      details: { token: 1, found: tag },
    })
  })
})

describe('convertIob', () => {
  const written: Record<IobScheme, string> = {
    IOB1: 'I-A I-A B-A O I-B I-A',
    IOB2: 'B-A I-A B-A O B-B B-A',
    IOE1: 'I-A E-A I-A O I-B I-A',
    IOE2: 'I-A E-A E-A O E-B E-A',
    IOBES: 'B-A E-A S-A O S-B S-A',
  }
  const pairs = IOB_SCHEMES.flatMap((from) => IOB_SCHEMES.map((to) => [from, to] as const))

  it.each(pairs)('converts %s to %s', (from, to) => {
    expect(convertIob(written[from].split(' '), from, to).join(' ')).toBe(written[to])
  })

  it('keeps the spans, in whatever scheme they come and go', () => {
    const spans = fc.array(fc.tuple(fc.constantFrom('A', 'B', ''), fc.integer({ min: 1, max: 3 })))
    const scheme = fc.constantFrom(...IOB_SCHEMES)
    fc.assert(
      fc.property(spans, scheme, scheme, (runs, from, to) => {
        const tags = runs.flatMap(([label, length]) =>
          Array.from({ length }, (_, i) => (label === '' ? 'O' : `${i === 0 ? 'B' : 'I'}-${label}`)),
        )
        const first = convertIob(tags, 'IOB2', from)
        const second = convertIob(first, from, to)
        expect(iobSpans(second)).toEqual(iobSpans(tags))
        expect(convertIob(second, to, 'IOB2')).toEqual(tags)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses tags that are in another scheme, and takes them as any', () => {
    expect(caught(() => convertIob(['O', 'I-A'], 'IOB2', 'IOBES'))).toMatchObject({
      code: 'OPTION_INVALID',
      details: { token: 1, expected: 'B-A', found: 'I-A' },
    })
    expect(convertIob(['O', 'I-A'], 'any', 'IOBES')).toEqual(['O', 'S-A'])
    expect(caught(() => convertIob([], 'IOB' as IobScheme, 'IOB1'))).toMatchObject({ code: 'OPTION_INVALID' })
  })
})
