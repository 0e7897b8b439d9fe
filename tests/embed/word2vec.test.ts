import { describe, expect, it } from 'vitest'
import { Random } from '../../src/core/rng.js'
import { Word2Vec, type Word2VecOptions } from '../../src/embed/index.js'
import { WordloomError } from '../../src/index.js'
import { Doc } from '../../src/text/doc.js'
import { tokenizeWhitespace } from '../../src/tokenize/index.js'

const CHECKED = process.env.WORDLOOM_CORE === 'checked'

/** Sentences about two fields that share no content word. */
function fields(sentences: number): string[][] {
  const random = new Random(7)
  const sea = ['ship', 'sail', 'harbour', 'wave', 'captain', 'anchor']
  const kitchen = ['pan', 'stove', 'soup', 'salt', 'cook', 'knife']
  return Array.from({ length: sentences }, () => {
    const words = random.below(2) === 0 ? sea : kitchen
    return Array.from({ length: 8 }, () => (random.below(3) === 0 ? 'the' : words[random.below(6)]!))
  })
}

async function failure(source: Parameters<typeof Word2Vec.train>[0], options: Word2VecOptions = {}) {
  try {
    await Word2Vec.train(source, options)
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

const SMALL = { vectorSize: 16, epochs: CHECKED ? 2 : 10, minCount: 1, alpha: 0.05 }

describe('Word2Vec', () => {
  it('puts words with the same surroundings close together', async () => {
    const { vectors, report } = await Word2Vec.train(fields(CHECKED ? 800 : 1500), { ...SMALL, sample: 0 })
    expect(vectors.similarity('ship', 'anchor')).toBeGreaterThan(vectors.similarity('ship', 'soup') + 0.3)
    expect(
      vectors
        .nearest('cook', { count: 5 })
        .map((hit) => hit.word)
        .sort(),
    ).toEqual(['knife', 'pan', 'salt', 'soup', 'stove'].sort())
    expect(report.losses.length).toBe(SMALL.epochs)
    expect(report.losses.at(-1)!).toBeLessThan(report.losses[0]!)
    expect(report.losses[0]!).toBeLessThan(Math.log(2) + 0.01)
  })

  it('gives the same bytes for the same seed, others for another', async () => {
    const train = async (seed: number) =>
      (await Word2Vec.train(fields(200), { ...SMALL, seed })).vectors.save()
    const first = await train(3)
    expect(await train(3)).toEqual(first)
    expect(await train(4)).not.toEqual(first)
  })

  it('gives the same vectors for lists, async iterables, and Docs with and without sentences', async () => {
    const sentences = fields(60)
    const expected = (await Word2Vec.train(sentences, SMALL)).vectors.values
    const text = sentences.map((words) => words.join(' ')).join('\n')
    const doc = tokenizeWhitespace(text)
    const sentence = Uint32Array.from(sentences.flatMap((words, i) => words.map(() => i)))
    async function* later() {
      yield* sentences
    }
    for (const source of [
      later(),
      sentences.map((words) => tokenizeWhitespace(words.join(' '))),
      [doc.with({ sentence })],
    ]) {
      expect((await Word2Vec.train(source, SMALL)).vectors.values).toEqual(expected)
    }
    expect((await Word2Vec.train([doc], SMALL)).vectors.values).not.toEqual(expected)
  })

  it('takes the column form for the words of multiword tokens', async () => {
    const doc = Doc.create('du du', {
      start: Uint32Array.of(0, 2, 3, 5),
      end: Uint32Array.of(2, 2, 5, 5),
      form: { ids: Uint32Array.of(0, 1, 0, 1), strings: ['de', 'le'] },
    })
    expect((await Word2Vec.train([doc], SMALL)).vectors.words).toEqual(['de', 'le'])
  })

  it('counts, sorts, cuts and normalizes the vocabulary', async () => {
    const sentences = [['A', 'a', 'b1', 'b2', 'b3', 'c', 'constructor', 'constructor', '__proto__']]
    const words = async (options: Word2VecOptions) => {
      const { vectors } = await Word2Vec.train(sentences, { ...SMALL, ...options })
      return vectors.words.map((word, i) => `${word} ${vectors.counts![i]}`)
    }
    expect(await words({ casing: 'lower', digits: 'zero' })).toEqual([
      'b0 3',
      'a 2',
      'constructor 2',
      'c 1',
      '__proto__ 1',
    ])
    expect(await words({ casing: 'lower', digits: 'zero', minCount: 2 })).toEqual([
      'b0 3',
      'a 2',
      'constructor 2',
    ])
    expect(await words({ maxFinalVocab: 1 })).toEqual(['constructor 2'])
  })

  it('trains on a vocabulary of one word, one sentence, and sentences of any length', async () => {
    const one = await Word2Vec.train([['a', 'a', 'a']], SMALL)
    expect(one.vectors.words).toEqual(['a'])
    const alone = await Word2Vec.train([['a'], [], ['b']], SMALL)
    expect(alone.vectors.values.every(Number.isFinite)).toBe(true)
    const long = Array.from({ length: CHECKED ? 5000 : 30_000 }, (_, i) => `w${i % 17}`)
    const { report } = await Word2Vec.train([long], { ...SMALL, epochs: 1, sample: 0 })
    expect([report.corpusWords, report.trainedWords]).toEqual([long.length, long.length])
  })

  it('leaves frequent words out at random', async () => {
    const sentences = fields(300)
    const { report } = await Word2Vec.train(sentences, { ...SMALL, epochs: 1 })
    expect(report.corpusWords).toBe(300 * 8)
    expect(report.trainedWords).toBeLessThan(300 * 4)
    expect(report.trainedWords).toBeGreaterThan(100)
  })

  it.each([
    ['no sentence', [], {}],
    ['empty sentences', [[], []], {}],
    ['words that are all too rare', [['a', 'b']], { minCount: 2 }],
  ])('refuses %s', async (_what, source, options) => {
    const error = await failure(source, options)
    expect((error as WordloomError).code).toBe('TRAINING_EMPTY')
  })

  it.each([
    [{ vectorSize: 10 }],
    [{ vectorSize: 0 }],
    [{ window: 0 }],
    [{ minCount: 0.5 }],
    [{ maxFinalVocab: 0 }],
    [{ negative: 0 }],
    [{ alpha: Number.NaN }],
    [{ seed: -1 }],
    [{ casing: 'upper' as 'lower' }],
    [{ vector_size: 100 } as object],
  ])('refuses the options %j', async (options) => {
    expect(((await failure([['a']], options)) as WordloomError).code).toBe('OPTION_INVALID')
  })

  it('refuses what is neither a Doc nor a list of words', async () => {
    const error = await failure(['a b c'] as unknown as string[][])
    expect(error).toBeInstanceOf(WordloomError)
    expect((error as WordloomError).code).toBe('SOURCE_INVALID')
  })

  it('reports progress from 0 to 1 and stops when told to', async () => {
    const shares: number[] = []
    await Word2Vec.train(fields(400), { ...SMALL, onProgress: (done) => void shares.push(done) })
    expect(shares.at(-1)).toBe(1)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
    const stop = new AbortController()
    const error = await failure(fields(2000), {
      ...SMALL,
      epochs: 1000,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    })
    expect((error as Error).message).toBe('enough')
    expect(await failure(fields(1), { signal: AbortSignal.abort(new Error('before')) })).toHaveProperty(
      'message',
      'before',
    )
  })
})
