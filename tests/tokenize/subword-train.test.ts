import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Subword } from '../../src/tokenize/index.js'
import { oracleBytes, oracleMerges } from '../oracle/subword.js'

const TEXT = [
  'It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness.',
  'Whether I shall turn out to be the hero of my own life, these pages must show.',
  'Il était une fois un roi et une reine. Жили-были старик со старухой у самого синего моря.',
]
const MODELS = ['bpe', 'wordpiece', 'unigram'] as const

interface Merged {
  readonly model: { readonly merges: [string, string][]; readonly vocab: Record<string, number> }
}

// Letters of the byte alphabet in the order of their code points.
const ALPHABET = letters().sort()

function letters(): string[] {
  const printable = Array.from({ length: 0x100 }, (_, byte) => byte).filter(
    (byte) => (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad),
  )
  const others = Array.from({ length: 256 - printable.length }, (_, i) => 0x100 + i)
  return [...printable, ...others].map((point) => String.fromCharCode(point))
}

describe('Subword.train', () => {
  it('learns the merges that counting all pairs anew gives', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 25 }), async (words) => {
        const subword = await Subword.train(words, {
          vocabularySize: 257 + 30,
          minimumFrequency: 2,
          specialTokens: ['<|endoftext|>'],
        })
        const counts = new Map<string, number>()
        for (const text of words) counts.set(oracleBytes(text), (counts.get(oracleBytes(text)) ?? 0) + 1)
        const { model } = JSON.parse(subword.toHuggingFace()) as Merged
        expect(model.merges).toEqual(oracleMerges(counts, ALPHABET, 30, 2))
      }),
      { numRuns: 40 },
    )
  })

  it.each(MODELS)('gives the same bytes for the same texts: %s', async (model) => {
    const options = { model, vocabularySize: 380 }
    const [first, second] = [await Subword.train(TEXT, options), await Subword.train(TEXT, options)]
    expect(first.save()).toEqual(second.save())
    expect(first.vocabularySize).toBeLessThanOrEqual(380)
  })

  it.each(MODELS)(
    'makes tokenizers that say the texts in fewer tokens than characters: %s',
    async (model) => {
      const subword = await Subword.train(TEXT, { model, vocabularySize: 420 })
      for (const text of TEXT) {
        const { ids } = subword.encode(text, { addSpecialTokens: false })
        expect(ids.length).toBeLessThan(text.length * 0.9)
        expect(subword.decode(ids).length).toBeGreaterThan(text.length * 0.9)
      }
    },
  )

  it('gives any text back from a unigram model with byte fallback', async () => {
    const subword = await Subword.train(TEXT, {
      model: 'unigram',
      vocabularySize: 380,
      normalization: 'none',
    })
    // Spaces become ▁, and one is put in front: a ▁ of the text is a space afterwards, as in SentencePiece.
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((s) => !/^ |▁|</u.test(s))
    fc.assert(
      fc.property(text, (written) => {
        expect(subword.decode(subword.encode(written).ids)).toBe(written)
      }),
      { numRuns: 100 },
    )
  })

  it('learns every pattern, and lower case and normal forms', async () => {
    for (const pattern of ['gpt4', 'gpt4o'] as const) {
      const subword = await Subword.train(TEXT, { pattern, vocabularySize: 300 })
      expect(subword.decode(subword.encode("It's 12345 été\n\n").ids)).toBe("It's 12345 été\n\n")
    }
    const lower = await Subword.train(TEXT, { lowercase: true, normalization: 'nfc', vocabularySize: 300 })
    expect(lower.decode(lower.encode('ÉTÉ').ids)).toBe('été')
  })

  it('reads asynchronous sources, reports progress and can be stopped', async () => {
    const reports: number[] = []
    async function* texts() {
      yield* TEXT
    }
    await Subword.train(texts(), { vocabularySize: 270, onProgress: (done) => reports.push(done) })
    expect(reports.at(-1)).toBe(1)
    const signal = AbortSignal.abort(new Error('enough'))
    async function* endless() {
      for (;;) yield TEXT[0]!.repeat(100)
    }
    await expect(Subword.train(endless(), { signal })).rejects.toThrow('enough')
  })

  it.each([
    ['no text', [], {}, 'TRAINING_EMPTY'],
    ['white space', ['  \n'], { model: 'wordpiece' }, 'TRAINING_EMPTY'],
    ['a number', [7], {}, 'INPUT_NOT_STRING'],
    ['an unknown model', TEXT, { model: 'bep' }, 'OPTION_INVALID'],
    ['an unknown option', TEXT, { size: 3 }, 'OPTION_INVALID'],
    ['too small a vocabulary', TEXT, { vocabularySize: 100 }, 'OPTION_INVALID'],
    ['no unknown token', TEXT, { model: 'wordpiece', specialTokens: ['[CLS]'] }, 'OPTION_INVALID'],
    ['a special token twice', TEXT, { specialTokens: ['<s>', '<s>'] }, 'OPTION_INVALID'],
  ])('refuses %s', async (_, texts, options, code) => {
    await expect(Subword.train(texts as string[], options as object)).rejects.toMatchObject({ code })
  })
})
