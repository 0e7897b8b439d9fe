import { beforeAll, describe, expect, it } from 'vitest'
import { WordloomError } from '../../src/core/errors.js'
import { readConllu } from '../../src/corpora/read-conllu.js'
import { crossTag } from '../../src/tag/cross-tag.js'
import { Tagger } from '../../src/tag/tagger.js'
import type { TaggerPass, TaggerTrainingOptions } from '../../src/tag/trained/training.js'
import { Doc } from '../../src/text/doc.js'
import { readPack, writePack } from '../../src/text/pack.js'
import { tokenizeWhitespace } from '../../src/tokenize/whitespace.js'
import { caught } from '../support/caught.js'
import { fuzzPack } from '../support/fuzz-pack.js'

const SMALL: TaggerTrainingOptions = { bits: 12, passes: 4 }

/** Words as `form/UPOS/XPOS/FEATS`, sentences of them. */
function treebank(sentences: readonly string[]): Doc[] {
  const rows = sentences.map((sentence) =>
    sentence
      .split(' ')
      .map((word, i) => {
        const [form, tag = '_', xtag = '_', features = '_'] = word.split('/')
        return `${i + 1}\t${form}\t_\t${tag}\t${xtag}\t${features}\t${i === 0 ? 0 : 1}\tdep\t_\t_\n`
      })
      .join(''),
  )
  return [...readConllu(`${rows.join('\n')}\n`)]
}

/** The WordloomError that a promise is rejected with. */
async function rejected(promise: Promise<unknown>): Promise<WordloomError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof WordloomError) return error
  throw error ?? new Error('nothing was thrown')
}

/** Whether bytes are equal; quicker than toEqual. */
function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function values(doc: Doc, column = 'tag'): string {
  return Array.from(doc, (token) => token.get(column)).join(' ')
}

const STEMS = 'walk talk jump climb laugh paint cook clean dream enter'.split(' ')
const NOUNS = 'dog cat tree house river window garden letter sister teacher'.split(' ')
const ADVERBS = 'quickly slowly gladly badly warmly coldly rarely freely madly surely'.split(' ')
const SENTENCES = STEMS.flatMap((stem, i) => {
  const noun = NOUNS[i]!
  const other = NOUNS[(i + 3) % 10]!
  return [
    `The/DET/DT/_ ${noun}/NOUN/NN/Number=Sing ${stem}s/VERB/VBZ/Number=Sing|Tense=Pres ././PUNCT/._`,
    `the/DET/DT/_ ${noun}s/NOUN/NNS/Number=Plur ${stem}ed/VERB/VBD/Tense=Past ${ADVERBS[i]}/ADV/RB/_`,
    `A/DET/DT/_ ${stem}/NOUN/NN/Number=Sing of/ADP/IN/_ the/DET/DT/_ ${other}s/NOUN/NNS/Number=Plur`,
    `To/PART/TO/_ ${stem}/VERB/VB/VerbForm=Inf is/AUX/VBZ/Number=Sing|Tense=Pres a/DET/DT/_ ${other}/NOUN/NN/Number=Sing`,
  ]
}).map((sentence) => sentence.replace('././PUNCT/._', './PUNCT/./_'))
const ENGLISH = treebank(SENTENCES)

let english: Tagger

beforeAll(async () => {
  english = await Tagger.train(ENGLISH, SMALL)
})

describe('a trained tagger', () => {
  it('gives tags, finer tags and features to words that it has not seen', () => {
    const doc = english.tag(tokenizeWhitespace('The gardeners barked loudly'))
    expect(values(doc)).toBe('DET NOUN VERB ADV')
    expect(values(doc, 'xtag')).toBe('DT NNS VBD RB')
    expect(values(doc, 'features')).toBe(' Number=Plur Tense=Past ')
    expect(english.columns).toEqual(['tag', 'xtag', 'features'])
    expect(english.values('tag')).toContain('PART')
    expect(english.values('features')).toContain('Number=Sing|Tense=Pres')
  })

  it('adds only the columns that it is asked for', () => {
    const doc = tokenizeWhitespace('The gardeners barked loudly')
    const all = english.tag(doc)
    for (const columns of [['tag'], ['features'], ['xtag', 'tag'], []] as const) {
      const made = english.tag(doc, { columns })
      expect(made.columnNames.filter((name) => !doc.has(name)).sort()).toEqual([...columns].sort())
      for (const column of columns) expect(values(made, column)).toBe(values(all, column))
    }
    expect(caught(() => english.tag(doc, { columns: ['lemma' as 'tag'] })).code).toBe('OPTION_INVALID')
  })

  it('tells words apart by their context', () => {
    expect(values(english.tag(tokenizeWhitespace('A walk of the trees')))).toBe('DET NOUN ADP DET NOUN')
    expect(values(english.tag(tokenizeWhitespace('To walk is a dog')))).toBe('PART VERB AUX DET NOUN')
  })

  it('replaces columns, keeps all others, and leaves the Doc as it is', () => {
    const doc = english.tag(tokenizeWhitespace('the dog')).with({ mark: Uint8Array.of(7, 8) })
    const again = english.tag(doc)
    expect(again.numbers('mark')).toEqual(Uint8Array.of(7, 8))
    expect(values(again)).toBe('DET NOUN')
    expect(tokenizeWhitespace('the dog').has('tag')).toBe(false)
  })

  it('keeps to sentences', () => {
    const two = Doc.create('the walk the walk', {
      start: Uint32Array.of(0, 4, 9, 13),
      end: Uint32Array.of(3, 8, 12, 17),
      sentence: Uint32Array.of(0, 0, 1, 1),
    })
    const one = english.tag(tokenizeWhitespace('the walk'))
    expect(values(english.tag(two))).toBe(`${values(one)} ${values(one)}`)
  })

  it('takes fused words as their forms', async () => {
    const french = treebank(['de/ADP le/DET chat/NOUN', 'chat/NOUN noir/ADJ']).concat([
      ...readConllu(
        '1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\tADP\t_\t_\t0\troot\t_\t_\n2\tle\t_\tDET\t_\t_\t1\tdet\t_\t_\n\n',
      ),
    ])
    const tagger = await Tagger.train(french, SMALL)
    expect(tagger.columns).toEqual(['tag'])
    expect(values(tagger.tag(french.at(-1)!))).toBe('ADP DET')
  })

  it.each([
    ['nothing', ''],
    ['one word', 'dog'],
    ['emoji and lone surrogates', '😀 😀😀 \ud800 👩‍👩‍👧 🇫🇷'],
    ['capitals', 'THE DOGS WALKED QUICKLY TO A HOUSE'],
    ['other scripts', '我 喜欢 Кошка спит 고양이가 잔다 İstanbul ΣΊΣΥΦΟΣ'],
    ['words of every object', 'constructor __proto__ toString hasOwnProperty'],
    ['a long word', 'a'.repeat(100_000)],
  ])('gives some tag to each token: %s', (_, text) => {
    const doc = english.tag(tokenizeWhitespace(text))
    for (const column of english.columns) {
      const allowed = new Set(english.values(column))
      expect(Array.from(doc, (token) => allowed.has(token.get(column) as string))).not.toContain(false)
    }
  })

  it('tags sentences of any length, whatever it has tagged before', () => {
    const fresh = Tagger.load(english.save())
    const words = Array.from({ length: 40_000 }, (_, i) => `w${i}ed`)
    const long = tokenizeWhitespace(words.join(' '))
    const doc = fresh.tag(long)
    expect(values(fresh.tag(long)) === values(doc)).toBe(true)
    expect(values(fresh.tag(tokenizeWhitespace('The gardeners barked loudly')))).toBe('DET NOUN VERB ADV')
    const tags = values(fresh.tag(tokenizeWhitespace('the dogs walked quickly '.repeat(1250)))).split(' ')
    expect(tags.length).toBe(5000)
    expect(tags.slice(100, 4900)).toEqual(tags.slice(104, 4904))
  })

  it('is the same after saving and loading, and trained again', async () => {
    const bytes = english.save({ licence: 'CC0-1.0' })
    const again = Tagger.load(bytes)
    expect(again.meta.licence).toBe('CC0-1.0')
    expect(same(again.save(), bytes)).toBe(true)
    const doc = tokenizeWhitespace('The teachers climbed a river of clean dreams')
    for (const column of english.columns)
      expect(values(again.tag(doc), column)).toBe(values(english.tag(doc), column))
    expect(same((await Tagger.train(ENGLISH, SMALL)).save(), english.save())).toBe(true)
    expect(same((await Tagger.train(ENGLISH, { ...SMALL, seed: 2 })).save(), english.save())).toBe(false)
  })
})

describe('training a tagger', () => {
  it.each([
    ['tag', ['tag']],
    ['xtag', ['xtag']],
    ['features', ['features']],
    ['tag, features', ['tag', 'features']],
    ['xtag, features', ['xtag', 'features']],
  ] as const)('gives the columns that it is asked for: %s', async (_, columns) => {
    const tagger = await Tagger.train(ENGLISH, { ...SMALL, columns })
    expect(tagger.columns).toEqual(columns)
    const doc = Tagger.load(tagger.save()).tag(tokenizeWhitespace('The gardeners barked'))
    expect(doc.columnNames.filter((name) => columns.some((column) => column === name))).toEqual(columns)
    const expected = { tag: 'DET NOUN VERB', xtag: 'DT NNS VBD', features: ' Number=Plur Tense=Past' }
    for (const column of columns) expect(values(doc, column)).toBe(expected[column])
  })

  it('gives what the treebank has: no finer tags, no features', async () => {
    const plain = treebank(SENTENCES.map((sentence) => sentence.replace(/\/[^/ ]*\/[^/ ]*(?= |$)/g, '')))
    expect((await Tagger.train(plain, SMALL)).columns).toEqual(['tag'])
  })

  it('passes tokens without a tag by', async () => {
    const partly = treebank([...SENTENCES, ...NOUNS.map((noun) => `the/_ ${noun}/_`)])
    const tagger = await Tagger.train(partly, SMALL)
    expect(values(tagger.tag(tokenizeWhitespace('the dog')))).toBe('DET NOUN')
    expect(tagger.values('tag')).not.toContain('')
  })

  it('keeps the best pass on the Docs that are held out, and tells each', async () => {
    const passes: TaggerPass[] = []
    const dev = treebank(['The/DET/DT/_ singers/NOUN/NNS/Number=Plur bowed/VERB/VBD/Tense=Past'])
    await Tagger.train(ENGLISH, { ...SMALL, dev, onPass: (pass) => passes.push(pass) })
    expect(passes.map(({ column, pass }) => `${column}${pass}`)).toEqual(
      ['tag', 'xtag'].flatMap((column) => [1, 2, 3, 4].map((pass) => `${column}${pass}`)),
    )
    const best = Math.max(...passes.slice(0, 4).map(({ dev }) => dev.tag!))
    expect(
      passes
        .slice(0, 4)
        .filter(({ best }) => best)
        .at(-1)!.dev.tag,
    ).toBe(best)
    expect(passes[3]!.training).toBeGreaterThan(passes[0]!.training)
  })

  it('uses a lexicon and clusters for words that it has not seen', async () => {
    const unseen = { VERB: ['zork', 'glim', 'trab', 'snuf'], NOUN: ['vork', 'plim', 'frab', 'knuf'] }
    const words = [
      ...[...STEMS, ...unseen.VERB].map((word) => [word, 'VERB'] as const),
      ...[...NOUNS, ...unseen.NOUN].map((word) => [word, 'NOUN'] as const),
    ]
    const docs = treebank(
      words
        .filter(([word]) => STEMS.includes(word) || NOUNS.includes(word))
        .map(([word, tag]) => `they/PRON ${word}/${tag}`),
    )
    const options = { ...SMALL, columns: ['tag'], passes: 8 } as const
    const right = (tagger: Tagger) =>
      Object.entries(unseen)
        .flatMap(([tag, list]) =>
          list.map((word) => values(tagger.tag(tokenizeWhitespace(`they ${word}`))) === `PRON ${tag}`),
        )
        .filter(Boolean).length
    const lexicon = words.map(([word, tag]) => [word, [tag]] as const)
    expect(right(Tagger.load((await Tagger.train(docs, { ...options, lexicon })).save()))).toBe(8)
    const clusters = new Map(words.map(([word, tag]) => [word, tag === 'VERB' ? [1, 2, 300] : [2, 3, 301]]))
    expect(right(Tagger.load((await Tagger.train(docs, { ...options, clusters })).save()))).toBe(8)
    expect(right(await Tagger.train(docs, options))).toBeLessThan(8)
  })

  it('goes on with more sentences, new tags among them', async () => {
    const more = treebank(['blorp/INTJ/UH/Style=Slng the/DET/DT/_ dog/NOUN/NN/Number=Sing'])
    const before = english.save()
    const now = await english.partialTrain(more, { passes: 5 })
    expect(same(english.save(), before)).toBe(true)
    for (const tagger of [now, Tagger.load(now.save())]) {
      expect(values(tagger.tag(tokenizeWhitespace('blorp the dog')), 'xtag')).toBe('UH DT NN')
      expect(values(tagger.tag(tokenizeWhitespace('The gardeners barked loudly')))).toBe('DET NOUN VERB ADV')
    }
    expect(now.values('tag')).toContain('INTJ')
    expect(now.values('features')).toContain('Style=Slng')
  })

  it('reports progress up to the end, and stops when told', async () => {
    const seen: number[] = []
    await Tagger.train(ENGLISH, { ...SMALL, onProgress: (done) => seen.push(done) })
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    const stop = new AbortController()
    const training = Tagger.train(ENGLISH, {
      ...SMALL,
      passes: 1000,
      signal: stop.signal,
      onPass: ({ pass }) => pass === 2 && stop.abort(new Error('enough')),
    })
    await expect(training).rejects.toThrow('enough')
  })

  it.each([
    [{ passes: 0 }, 'option passes is 0'],
    [{ bits: 40 }, 'option bits is 40'],
    [{ dropout: 1 }, 'option dropout is 1'],
    [{ columns: ['lemma'] }, 'option columns is ["lemma"]'],
    [{ clusters: [['dog', [1, 2]]] }, "gives 'dog' the clusters"],
    [{ pases: 3 }, "no option 'pases'"],
  ])('refuses the options %j', async (options, message) => {
    const error = await rejected(Tagger.train(ENGLISH, options as TaggerTrainingOptions))
    expect(error.code).toBe('OPTION_INVALID')
    expect(error.message).toContain(message)
  })

  it('refuses Docs without tags, and what is no Doc', async () => {
    expect((await rejected(Tagger.train([tokenizeWhitespace('no tags')]))).code).toBe('TRAINING_EMPTY')
    expect((await rejected(Tagger.train([]))).code).toBe('TRAINING_EMPTY')
    expect((await rejected(english.partialTrain([]))).code).toBe('TRAINING_EMPTY')
    expect(caught(() => english.tag('text' as unknown as Doc)).code).toBe('INPUT_NOT_STRING')
  })
})

describe('the Pack of a tagger', () => {
  it('is refused when it is another', async () => {
    const pack = writePack({ kind: 'other', version: 1, meta: {}, columns: {} })
    expect(caught(() => Tagger.load(pack)).code).toBe('PACK_KIND')
    const later = writePack({ kind: 'tagger', version: 99, meta: {}, columns: {} })
    expect(caught(() => Tagger.load(later)).code).toBe('PACK_VERSION')
  })

  it.each([
    'tags.text',
    'labels.0.length',
    'forms.gaps',
    'forms.rows',
    'forms.tag',
    'forms.label',
    'tag.skips',
    'tag.weights',
    'label.weights',
  ])('is refused without its column %s, or with another in its place', async (name) => {
    const { meta, columns } = readPack(english.save(), 'tagger', 1)
    const without = Object.fromEntries([...columns].filter(([other]) => other !== name))
    const wrong = { ...without, [name]: { values: Float64Array.of(1, 2, 3) } }
    for (const changed of [without, wrong]) {
      const bytes = writePack({ kind: 'tagger', version: 1, meta, columns: changed })
      expect(caught(() => Tagger.load(bytes)).code).toBe('PACK_MALFORMED')
    }
  })

  it.each([
    ['columns', ['lemma']],
    ['columns', ['features', 'tag']],
    ['closedCount', 0],
    ['step', 0],
    ['tagBits', 40],
    ['labelBits', 3],
  ])('is refused when it says %s: %j', async (name, value) => {
    const { meta, columns } = readPack(english.save(), 'tagger', 1)
    const bytes = writePack({
      kind: 'tagger',
      version: 1,
      meta: { ...meta, [name]: value },
      columns: Object.fromEntries(columns),
    })
    expect(caught(() => Tagger.load(bytes)).code).toBe('PACK_MALFORMED')
  })

  it('does no harm when its bytes are changed', async () => {
    const tiny = await Tagger.train(ENGLISH, { bits: 6, passes: 1 })
    const doc = tokenizeWhitespace('The dog walked')
    const { refused } = fuzzPack(7, 400, [[tiny.save(), (bytes) => Tagger.load(bytes).tag(doc)]])
    expect(refused).toBeGreaterThan(0)
  })
})

describe('cross-tagging', () => {
  it('tags every sentence by a tagger that has not seen it', async () => {
    const odd = treebank([...SENTENCES, 'xyzzy/INTJ/UH/_'])
    const [doc] = await crossTag(odd, { ...SMALL, folds: 5, block: 1 })
    expect(doc!.length).toBe(odd[0]!.length)
    expect(doc!.token(-1)!.get('tag')).not.toBe('INTJ')
    const right = Array.from(doc!, (token, i) => token.get('tag') === odd[0]!.token(i)!.get('tag'))
    expect(right.filter(Boolean).length / right.length).toBeGreaterThan(0.9)
    expect(doc!.columnNames).toEqual(odd[0]!.columnNames)
  })

  it('keeps Docs apart, and refuses fewer sentences than parts', async () => {
    const docs = SENTENCES.slice(0, 12).flatMap((sentence) => treebank([sentence]))
    const made = await crossTag(docs, { ...SMALL, folds: 3 })
    expect(made.map(({ text }) => text)).toEqual(docs.map(({ text }) => text))
    expect((await rejected(crossTag(docs.slice(0, 2), { folds: 3 }))).code).toBe('TRAINING_EMPTY')
    expect((await rejected(crossTag(docs, { folds: 1 }))).code).toBe('OPTION_INVALID')
  })
})
