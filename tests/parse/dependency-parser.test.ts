import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/index.js'
import { DependencyParser } from '../../src/parse/index.js'
import { Doc } from '../../src/text/doc.js'
import { caught } from '../support/caught.js'

const rows: Record<string, string> = {
  the: 'DET det',
  a: 'DET det',
  dog: 'NOUN nsubj',
  cat: 'NOUN nsubj',
  bird: 'NOUN nsubj',
  sees: 'VERB root',
  hears: 'VERB root',
  likes: 'VERB root',
}

/** the dog sees a cat . with heads and labels that follow from the words. */
function sentence(words: readonly string[]): string {
  const verb = words.findIndex((word) => rows[word]?.startsWith('VERB')) + 1
  return `${words
    .map((word, i) => {
      const [tag, label] = (rows[word] ?? 'PUNCT punct').split(' ')
      const head = tag === 'VERB' ? 0 : tag === 'DET' ? i + 2 : verb
      const deprel = tag === 'NOUN' && i + 1 > verb ? 'obj' : label
      return [i + 1, word, '_', tag, '_', '_', head, deprel, '_', '_'].join('\t')
    })
    .join('\n')}\n\n`
}

function treebank(): string {
  let text = ''
  for (const one of ['dog', 'cat', 'bird']) {
    for (const two of ['dog', 'cat', 'bird']) {
      for (const verb of ['sees', 'hears', 'likes']) {
        text += sentence(['the', one, verb, 'a', two, '.']) + sentence(['a', one, verb, '.'])
      }
    }
  }
  return text
}

const SMALL = { width: 16, layers: 1, networks: 1, passes: 6, rate: 0.02, batch: 60 }
const docs = [...readConllu(treebank())]
const bare = (doc: Doc) =>
  Doc.create(doc.text, { start: doc.start, end: doc.end, sentence: doc.numbers('sentence') as Uint32Array })

describe('a dependency parser', () => {
  it('learns a small grammar, tags too, and gives trees for sentences it has not seen', async () => {
    const parser = await DependencyParser.train(docs, {
      grade: 'exact',
      ...SMALL,
      inputs: [],
      passes: 60,
      rate: 0.01,
    })
    const [gold] = readConllu(sentence(['the', 'bird', 'likes', 'the', 'dog', '.']))
    const doc = parser.parse(bare(gold!))
    expect([...doc.numbers('head')]).toEqual([...gold!.numbers('head')])
    expect([...doc].map((token) => token.get('deprel'))).toEqual([
      'det',
      'nsubj',
      'root',
      'det',
      'obj',
      'punct',
    ])
    expect([...doc].map((token) => token.get('tag'))).toEqual(['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT'])
    expect(parser.score(docs).las).toBeGreaterThan(99)
  })

  it('gives the same bytes for the same seed, others for another, and reads them back', async () => {
    const options = { grade: 'fast', ...SMALL, passes: 2 } as const
    const one = await DependencyParser.train(docs, options)
    const two = await DependencyParser.train(docs, options)
    const other = await DependencyParser.train(docs, { ...options, seed: 2 })
    const bytes = one.save()
    expect(two.save()).toEqual(bytes)
    expect(other.save()).not.toEqual(bytes)
    const loaded = DependencyParser.load(bytes)
    expect(loaded.save()).toEqual(bytes)
    expect(loaded.inputs).toEqual(['tag'])
    expect(loaded.parse(docs[0]!).toJSON()).toEqual(one.parse(docs[0]!).toJSON())
  })

  it('gives a sentence the same tree alone as among others', async () => {
    const parser = await DependencyParser.train(docs, { grade: 'exact', ...SMALL, inputs: [], passes: 2 })
    const whole = parser.parse(bare(docs[0]!))
    for (const { from, to } of [...docs[0]!.sentences()].slice(0, 12)) {
      const text = docs[0]!.text.slice(docs[0]!.start[from], docs[0]!.end[to - 1])
      const shift = (offsets: Uint32Array) => offsets.slice(from, to).map((at) => at - docs[0]!.start[from]!)
      const alone = parser.parse(
        Doc.create(text, {
          start: shift(docs[0]!.start),
          end: shift(docs[0]!.end),
          sentence: new Uint32Array(to - from),
        }),
      )
      expect([...alone.numbers('head')]).toEqual(
        [...whole.numbers('head').slice(from, to)].map((head) => head - from),
      )
    }
  })

  it('gives one root a sentence and no cycle, for one token, strange ones and thousands', async () => {
    const parser = await DependencyParser.train(docs, { grade: 'exact', ...SMALL, inputs: [], passes: 1 })
    const texts = [
      'x',
      '🙂 🙃 🙂',
      'ALL CAPITALS HERE NOW',
      'это просто 文 ไทย',
      Array(5000).fill('dog sees').join(' '),
    ]
    for (const text of texts) {
      const words = text.split(' ')
      const start = new Uint32Array(words.length)
      const end = new Uint32Array(words.length)
      let at = 0
      words.forEach((word, i) => {
        start[i] = at
        end[i] = at + word.length
        at += word.length + 1
      })
      const doc = parser.parse(Doc.create(text, { start, end, sentence: new Uint32Array(words.length) }))
      const heads = doc.numbers('head')
      expect([...heads].filter((head, i) => head === i)).toHaveLength(1)
      for (let i = 0; i < heads.length; i += 97) {
        let node = i
        for (let steps = 0; heads[node] !== node; node = heads[node]!)
          expect(steps++).toBeLessThan(words.length)
      }
      const deprels = [...doc].map((token) => token.get('deprel'))
      expect(deprels.filter((deprel) => deprel === 'root')).toHaveLength(1)
    }
  })

  it('leaves tags that a Doc has, and replaces them when it is asked to', async () => {
    const parser = await DependencyParser.train(docs, { grade: 'exact', ...SMALL, inputs: [], passes: 3 })
    const wrong = docs[0]!.with({
      tag: { ids: new Uint32Array(docs[0]!.length), strings: ['X'] },
    })
    expect(parser.parse(wrong).token(0)?.get('tag')).toBe('X')
    expect(parser.parse(wrong, { tags: 'replace' }).token(0)?.get('tag')).toBe('DET')
  })

  it('is told predicted tags and learns gold ones', async () => {
    const noun = (doc: Doc) => doc.with({ tag: { ids: new Uint32Array(doc.length), strings: ['NOUN'] } })
    const parser = await DependencyParser.train(docs, {
      ...SMALL,
      passes: 8,
      inputs: ['tag'],
      outputs: ['tag'],
      predicted: noun,
      dev: docs,
    })
    const read = parser.parse(noun(docs[0]!), { tags: 'replace' })
    expect([...read].slice(0, 3).map((token) => token.get('tag'))).toEqual(['DET', 'NOUN', 'VERB'])
  })

  it('learns new sentences, and leaves the parser that it comes from as it was', async () => {
    const parser = await DependencyParser.train(docs, { ...SMALL, networks: 2, inputs: [] })
    const before = parser.save()
    // In the new sentences a bird hangs from nothing but the full stop.
    const strange = [
      ...readConllu(
        '1\tbird\t_\tNOUN\t_\t_\t2\tdet\t_\t_\n2\t.\t_\tPUNCT\t_\t_\t0\troot\t_\t_\n\n'.repeat(40),
      ),
    ]
    const learned = await parser.partialTrain(strange, { passes: 20, rate: 0.02 })
    expect(learned.score(strange).las).toBe(100)
    expect(parser.score(strange).las).toBeLessThan(100)
    expect(parser.save()).toEqual(before)
    await expect(parser.partialTrain([])).rejects.toMatchObject({ code: 'TRAINING_EMPTY' })
    await expect(parser.partialTrain(strange, { width: 8 } as object)).rejects.toMatchObject({
      code: 'OPTION_INVALID',
    })
  })

  it('trains networks that decide together, those of the seeds that follow', async () => {
    const options = { ...SMALL, passes: 2, inputs: [] } as const
    const two = await DependencyParser.train(docs, { ...options, networks: 2 })
    const one = await DependencyParser.train(docs, options)
    const next = await DependencyParser.train(docs, { ...options, seed: 2 })
    expect(two.parse(docs[0]!).toJSON()).toEqual(
      DependencyParser.combine([one, next]).parse(docs[0]!).toJSON(),
    )
  })

  it('decides together with others of the same vocabulary', async () => {
    const options = { grade: 'exact', ...SMALL, passes: 3 } as const
    const one = await DependencyParser.train(docs, options)
    const two = await DependencyParser.train(docs, { ...options, seed: 2 })
    const both = DependencyParser.load(DependencyParser.combine([one, two]).save())
    const alone = DependencyParser.combine([one])
    expect(alone.parse(docs[0]!).toJSON()).toEqual(one.parse(docs[0]!).toJSON())
    // Two of the same are as sure of the same; two that differ meet between them.
    expect(DependencyParser.combine([one, one]).parse(docs[0]!).toJSON()).toEqual(
      one.parse(docs[0]!).toJSON(),
    )
    const least = Math.min(one.score(docs).las, two.score(docs).las)
    expect(both.score(docs).las).toBeGreaterThanOrEqual(least)
    const other = await DependencyParser.train(docs, { ...options, width: 24 })
    expect(caught(() => DependencyParser.combine([one, other])).code).toBe('OPTION_INVALID')
    expect(caught(() => DependencyParser.combine([])).code).toBe('OPTION_INVALID')
  })

  it('keeps the best pass on dev, and says how each went', async () => {
    const passes: number[] = []
    const parser = await DependencyParser.train(docs, {
      ...SMALL,
      passes: 4,
      dev: docs,
      onPass: ({ scores }) => passes.push(scores!.las),
    })
    expect(passes).toHaveLength(4)
    expect(parser.score(docs).las).toBe(Math.max(...passes))
  })

  it('gives the best so far when it is stopped after a pass, and is rejected before', async () => {
    const stop = new AbortController()
    const parser = await DependencyParser.train(docs, {
      ...SMALL,
      passes: 1000,
      onPass: ({ pass }) => pass === 2 && stop.abort(),
      signal: stop.signal,
    })
    expect(parser.parse(docs[0]!).has('head')).toBe(true)
    const never = AbortSignal.abort(new Error('stopped'))
    await expect(DependencyParser.train(docs, { signal: never })).rejects.toThrow('stopped')
  })

  it.each([
    [{ width: 10 }, 'OPTION_INVALID'],
    [{ grade: 'best' }, 'OPTION_INVALID'],
    [{ passes: 0 }, 'OPTION_INVALID'],
    [{ speed: 1 }, 'OPTION_INVALID'],
  ])('refuses the options %j', async (options, code) => {
    await expect(DependencyParser.train(docs, options as object)).rejects.toMatchObject({ code })
  })

  it('says what is missing', async () => {
    await expect(DependencyParser.train([])).rejects.toMatchObject({ code: 'TRAINING_EMPTY' })
    await expect(DependencyParser.train([bare(docs[0]!)])).rejects.toMatchObject({ code: 'COLUMN_MISSING' })
    const parser = await DependencyParser.train(docs, { ...SMALL, passes: 1 })
    expect(caught(() => parser.parse(bare(docs[0]!))).code).toBe('COLUMN_MISSING')
    expect(caught(() => DependencyParser.load(new Uint8Array(4))).code).toBe('PACK_MALFORMED')
  })
})
