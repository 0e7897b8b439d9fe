import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Doc,
  Punkt,
  type SentenceModel,
  type StreamOptions,
  type StreamPiece,
  type StreamProgress,
  splitSentences,
  stream,
  type TextSource,
  tokenize,
  tokenizeWhitespace,
  type WordloomError,
} from 'wordloom'
import { joinDocs, sliceDoc } from '../../src/text/doc-slice.js'
import { InternTable } from '../../src/text/strings.js'
import { streamBlocks } from '../../src/tokenize/stream.js'

const SMALL = { block: 700, largest: 20_000 }

async function all(pieces: AsyncIterable<StreamPiece>): Promise<StreamPiece[]> {
  const found: StreamPiece[] = []
  for await (const piece of pieces) found.push(piece)
  return found
}

function cut<Piece extends string | Uint8Array>(whole: Piece, cuts: readonly number[]): Piece[] {
  const at = [0, ...cuts.map((c) => c % (whole.length + 1)).sort((a, b) => a - b), whole.length]
  return at.slice(1).map((to, k) => whole.slice(at[k], to) as Piece)
}

/** What streams must give, made from the whole text: tokens with offsets in it, and where pieces begin. */
function expected(text: string, unit: 'paragraph' | 'sentence', whole: Doc) {
  const sentence = whole.numbers('sentence')
  const begins: [number, string][] = []
  for (let i = 0; i < whole.length; i++) {
    const gap = (i === 0 ? '' : text.slice(whole.end[i - 1], whole.start[i])).replaceAll('\r\n', '\n')
    const paragraph = gap.includes('\u2029') || gap.split(/[\n\v\f\r\x85\u2028]/u).length > 2
    if (i === 0) begins.push([i, 'document'])
    else if (paragraph) begins.push([i, 'paragraph'])
    else if (unit === 'sentence' && sentence[i] !== sentence[i - 1]) begins.push([i, 'sentence'])
  }
  return {
    start: [...whole.start],
    end: [...whole.end],
    kind: [...whole.numbers('kind')],
    begins,
    ends: ends(sentence),
  }
}

function got(pieces: readonly StreamPiece[]) {
  const flat = {
    start: [] as number[],
    end: [] as number[],
    kind: [] as number[],
    begins: [] as [number, string][],
    ends: [] as boolean[],
  }
  for (const { doc, offset, begins } of pieces) {
    flat.begins.push([flat.start.length, begins])
    flat.start.push(...Array.from(doc.start, (at) => at + offset))
    flat.end.push(...Array.from(doc.end, (at) => at + offset))
    flat.kind.push(...doc.numbers('kind'))
    flat.ends.push(...ends(doc.numbers('sentence')))
    expect(doc.numbers('sentence')[0]).toBe(0)
  }
  return flat
}

const ends = (sentence: ArrayLike<number>) => Array.from(sentence, (number, i) => number !== sentence[i + 1])

const part = fc.constantFrom(
  'Mr. Smith',
  ' went to',
  ' the U.S.',
  ' today.',
  ' He said:',
  ' "I can\'t',
  ' go."',
  ' (Why',
  ' not?)',
  " 'em",
  " 'quoted",
  " words'",
  ' e.g.',
  ' 3.5',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n \r\n',
  '\u2029',
  '  ',
  '\t',
  ' 😀',
  ' 👩‍👩‍👧',
  ' é',
  ' No.',
  ' 5',
  '!',
  '…',
  ' http://a.b/c?d.',
  '',
)
const text = fc.array(part, { maxLength: 400 }).map((parts) => parts.join(''))
const cuts = fc.array(fc.nat(1e6), { maxLength: 12 })

describe('stream', () => {
  it.each(['paragraph', 'sentence'] as const)(
    'gives by %s what the whole text gives, however it is cut',
    async (unit) => {
      await fc.assert(
        fc.asyncProperty(text, cuts, async (whole, at) => {
          const pieces = await all(streamBlocks(cut(whole, at), { unit }, SMALL))
          expect(got(pieces)).toEqual(expected(whole, unit, splitSentences(tokenize(whole))))
          const texts = pieces.map(({ doc }) => doc.text)
          if (pieces.length > 0) expect(texts.join('')).toBe(whole)
          expect(pieces.map(({ offset }) => offset)).toEqual(
            texts.map((_, k) => texts.slice(0, k).join('').length),
          )
        }),
        { numRuns: 60 },
      )
    },
  )

  it('gives the same from bytes cut anywhere, also inside characters', async () => {
    await fc.assert(
      fc.asyncProperty(text, cuts, async (whole, at) => {
        const bytes = cut(new TextEncoder().encode(whole), at)
        const flat = got(await all(streamBlocks(bytes, {}, SMALL)))
        expect(flat).toEqual(expected(whole, 'paragraph', splitSentences(tokenize(whole))))
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    ['de', 'Am 3. Mai kam Dr. Weber. Er blieb. '],
    ['fr', "L'homme qu'il a vu. Il est parti! "],
    ['zh', '他来了。我走了？好！'],
  ])('gives what the whole text gives in %s', async (lang, sentences) => {
    const whole = sentences.repeat(200)
    const pieces = await all(streamBlocks(cut(whole, [777, 3001]), { unit: 'sentence', lang }, SMALL))
    const doc = splitSentences(tokenize(whole, { lang }), { lang })
    expect(got(pieces)).toEqual(expected(whole, 'sentence', doc))
  })

  it('carries quotes and brackets of a long paragraph from block to block', async () => {
    const whole = `He said: "(${'One two three. '.repeat(400)}) Go." And left. ${'So it is. '.repeat(300)}`
    const pieces = await all(streamBlocks([whole], { unit: 'sentence' }, SMALL))
    expect(got(pieces)).toEqual(expected(whole, 'sentence', splitSentences(tokenize(whole))))
  })

  it('takes another tokenizer and model', async () => {
    const whole = 'Ab c. D e! F\n\ng h. '.repeat(100)
    const tokenizer = (string: string) => {
      const doc = tokenizeWhitespace(string)
      return doc.with({ kind: new Uint8Array(doc.length), shape: InternTable.column(doc.words()) })
    }
    const model = Punkt.train([])
    const pieces = await all(
      streamBlocks(cut(whole, [5, 999]), { unit: 'sentence', tokenizer, model }, SMALL),
    )
    expect(got(pieces)).toEqual(expected(whole, 'sentence', model.split(tokenizer(whole))))
    for (const { doc } of pieces) for (const token of doc) expect(token.get('shape')).toBe(token.text)
  })

  it('gives nothing for a text without a token', async () => {
    expect(await all(stream([]))).toEqual([])
    expect(await all(stream(['', ' \n\n ', '\t']))).toEqual([])
  })

  it('keeps white space with the piece before it, and at the start with the first', async () => {
    const pieces = await all(stream([' \n\nOne.\n', '\n \nTwo. Three.  ']))
    expect(pieces.map(({ doc }) => doc.text)).toEqual([' \n\nOne.\n\n \n', 'Two. Three.  '])
    expect(pieces.map(({ begins }) => begins)).toEqual(['document', 'paragraph'])
  })

  it('cuts a long paragraph where sentences end, and a long sentence between tokens', async () => {
    const paragraph = 'It rains here. '.repeat(1000)
    const long = await all(stream([paragraph], { maxUnits: 1024 }))
    expect(long.map(({ doc }) => doc.text).join('')).toBe(paragraph)
    for (const { doc, begins } of long.slice(1)) {
      expect([doc.text.length <= 1100, doc.word(0), begins]).toEqual([true, 'It', 'sentence'])
    }
    const words = 'word '.repeat(5000)
    for (const unit of ['paragraph', 'sentence'] as const) {
      const pieces = await all(stream([words], { maxUnits: 1024, unit }))
      expect(pieces.map(({ doc }) => doc.text).join('')).toBe(words)
      expect(Math.max(...pieces.map(({ doc }) => doc.text.length))).toBeLessThan(1100)
    }
  })

  it('gets through a text without white space, in linear time', async () => {
    const dense = 'ab,'.repeat(60_000)
    const pieces = await all(streamBlocks([dense], { maxUnits: 2048 }, SMALL))
    expect(pieces.map(({ doc }) => doc.text).join('') === dense).toBe(true)
    const token = 'a'.repeat(200_000)
    const found = await all(streamBlocks([token], {}, SMALL))
    expect(found.flatMap(({ doc }) => doc.words()).join('') === token).toBe(true)
  })

  it('says at which byte the input is no UTF-8, after the pieces before it', async () => {
    const good = new TextEncoder().encode('One. '.repeat(2000))
    const seen: StreamPiece[] = []
    const reading = async () => {
      for await (const piece of streamBlocks([good, Uint8Array.of(0x41, 0xff)], { unit: 'sentence' }, SMALL))
        seen.push(piece)
    }
    const error = await reading().then(
      () => undefined,
      (error: WordloomError) => error,
    )
    expect([error?.code, error?.details.byteOffset]).toEqual(['INPUT_ENCODING', good.length + 1])
    expect(seen.length).toBeGreaterThan(500)
    const latin = await all(stream([Uint8Array.of(0x63, 0xe9)], { encoding: 'windows-1252' }))
    expect(latin[0]?.doc.text).toBe('cé')
  })

  it('reports progress and stops when its signal aborts', async () => {
    const steps: StreamProgress[] = []
    const whole = 'One two. '.repeat(1000)
    await all(streamBlocks([whole], { onProgress: (step) => steps.push(step) }, SMALL))
    expect(steps.length).toBeGreaterThan(3)
    expect(steps.at(-1)).toEqual({ units: whole.length, tokens: 3000 })
    const controller = new AbortController()
    const onProgress = () => controller.abort(new Error('enough'))
    const { signal } = controller
    await expect(all(streamBlocks([whole], { onProgress, signal }, SMALL))).rejects.toThrow('enough')
  })

  it('closes its source when the reader leaves early', async () => {
    let closed = false
    async function* source() {
      try {
        for (;;) yield 'One. Two. '
      } finally {
        closed = true
      }
    }
    for await (const { doc } of stream(source(), { unit: 'sentence' })) {
      expect(doc.words()).toEqual(['One', '.'])
      break
    }
    expect(closed).toBe(true)
  })

  const BAD: [what: string, source: unknown, options: unknown, code: string][] = [
    ['a bare string', 'text', {}, 'SOURCE_INVALID'],
    ['null', null, {}, 'SOURCE_INVALID'],
    ['a list of numbers', [1], {}, 'SOURCE_INVALID'],
    ['an unknown option', [], { units: 'sentence' }, 'OPTION_INVALID'],
    ['an unknown unit', [], { unit: 'page' }, 'OPTION_INVALID'],
    ['an unknown language', ['a'], { lang: '?' }, 'OPTION_INVALID'],
    ['an unknown encoding', [], { encoding: 'x' }, 'OPTION_INVALID'],
    ['a small maxUnits', [], { maxUnits: 10 }, 'OPTION_INVALID'],
  ]
  it.each(BAD)('refuses %s', async (_, source, options, code) => {
    const error = await all(stream(source as TextSource, options as StreamOptions)).then(
      () => undefined,
      (error: WordloomError) => error,
    )
    expect(error?.code).toBe(code)
  })

  it('asks a model for no more than the tokens near a block', async () => {
    const lengths: number[] = []
    const model: SentenceModel = {
      split: (doc) => {
        lengths.push(doc.text.length)
        return doc.with({ sentence: new Uint32Array(doc.length) })
      },
    }
    await all(streamBlocks(['a b c d. '.repeat(3000)], { model, maxUnits: 1024 }, SMALL))
    expect(Math.max(...lengths)).toBeLessThan(SMALL.block * 6)
  })
})

describe('sliceDoc and joinDocs', () => {
  it('undo each other', () => {
    const doc = tokenize("I can't go. Why? ").with({ shape: InternTable.column('abcdabc'.split('')) })
    const both = joinDocs([sliceDoc(doc, 0, 3, 0, 8), sliceDoc(doc, 3, doc.length, 8, doc.text.length)])
    expect(both.toJSON()).toEqual(doc.toJSON())
    expect(sliceDoc(doc, 0, 0, 0, 0).length).toBe(0)
    expect(both).toBeInstanceOf(Doc)
  })
})
