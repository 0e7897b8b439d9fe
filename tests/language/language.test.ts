/** Languages: parts in a pack, lazily; stages alone and together; streams; what is wrong is told. */
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/read-conllu.js'
import { Language, saveLanguage, scoreLanguage } from '../../src/language/index.js'
import { Lemmatizer } from '../../src/lemma/index.js'
import { Doc } from '../../src/text/doc.js'
import { readPack, writePack } from '../../src/text/pack.js'
import { SentenceSplitter, tokenize } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { fuzzPack } from '../support/fuzz-pack.js'
import { tinyTreebank } from '../support/tiny-treebank.js'

const train = [...readConllu(tinyTreebank(60))]
const lemmatizer = await Lemmatizer.train(train)
const splitter = SentenceSplitter.train(train, { runs: 1 })
const meta = { lang: 'es', name: 'tiny', licence: 'CC0-1.0' }
const pack = saveLanguage({ splitter, lemmatizer }, meta)
const TEXT = 'La bodos luma un fire.'

describe('a language pack', () => {
  it('is the same whether its parts are models or bytes, and whatever their order', () => {
    expect(saveLanguage({ lemmatizer: lemmatizer.save(), splitter: splitter.save() }, meta)).toEqual(pack)
    expect(Language.load(pack).save()).toEqual(pack)
    expect(Language.of({ lemmatizer, splitter }, meta).save()).toEqual(pack)
  })

  it('says what it is and holds each part as the Pack that it was', () => {
    const language = Language.load(pack)
    expect(language.meta).toMatchObject(meta)
    expect(language.parts).toEqual([
      { name: 'splitter', bytes: splitter.save().length },
      { name: 'lemmatizer', bytes: lemmatizer.save().length },
    ])
    expect(language.packOf('lemmatizer')).toEqual(lemmatizer.save())
    expect(language.packOf('tagger')).toBeUndefined()
  })

  it('decodes a part when it is used, and no other', () => {
    const broken = saveLanguage({ splitter, lemmatizer: lemmatizer.save().fill(0, 40, 60) }, meta)
    const language = Language.load(broken) // the whole is as it was written
    expect(language.split(TEXT).length).toBe(6)
    expect(caught(() => language.lemmatize(TEXT)).code).toBe('PACK_CHECKSUM')
    expect(language.part('splitter')).toBe(language.part('splitter'))
  })

  it('keeps parts as views of its own bytes', () => {
    expect(Language.load(pack).packOf('splitter')!.buffer).toBe(pack.buffer)
  })

  it('of another version says so', () => {
    const { meta: own, columns } = readPack(pack, 'language', 1)
    const later = writePack({ kind: 'language', version: 2, meta: own, columns: Object.fromEntries(columns) })
    const error = caught(() => Language.load(later))
    expect(error.code).toBe('PACK_VERSION')
    expect(error.message).toContain('version 2')
  })

  it.each([
    ['a part alone', () => lemmatizer.save(), 'PACK_KIND'],
    ['no pack', () => new Uint8Array(100), 'PACK_MALFORMED'],
    ['a pack cut short', () => pack.slice(0, -1), 'PACK_CHECKSUM'],
    [
      'a pack with an unknown part',
      () =>
        writePack({
          kind: 'language',
          version: 1,
          meta: { lang: 'es' },
          columns: { soul: { values: new Uint8Array(1) } },
        }),
      'PACK_MALFORMED',
    ],
    [
      'a pack with a part of numbers',
      () =>
        writePack({
          kind: 'language',
          version: 1,
          meta: { lang: 'es' },
          columns: { tagger: { values: new Int32Array(1) } },
        }),
      'PACK_MALFORMED',
    ],
    [
      'a pack of no language',
      () => writePack({ kind: 'language', version: 1, meta: { lang: 7 }, columns: {} }),
      'PACK_MALFORMED',
    ],
  ])('refuses %s', (_, bytes, code) => {
    expect(caught(() => Language.load(bytes())).code).toBe(code)
  })

  it('refuses parts and languages that there are not', () => {
    expect(caught(() => saveLanguage({ soul: new Uint8Array(1) } as never)).code).toBe('OPTION_INVALID')
    expect(caught(() => saveLanguage({}, { lang: 'no language' })).code).toBe('OPTION_INVALID')
    expect(caught(() => Language.load(pack, { grad: 'fast' } as never)).code).toBe('OPTION_INVALID')
  })

  it('throws nothing but its own errors, whatever the bytes', () => {
    const read = (bytes: Uint8Array) => Language.load(bytes).read(TEXT)
    const { refused } = fuzzPack(3, 150, [[pack, read]])
    expect(refused).toBeGreaterThan(0)
  })
})

describe('a language', () => {
  const language = Language.load(pack)
  const lemmas = (doc: Doc) => Array.from(doc.strings('lemma').ids, (id) => doc.strings('lemma').strings[id])

  it('does what its parts can do', () => {
    expect(language.stages).toEqual(['tokenize', 'split', 'lemma'])
    const doc = language.read(TEXT)
    expect(doc.columnNames).toEqual(['start', 'end', 'kind', 'sentence', 'lemma'])
    expect(lemmas(doc)).toEqual(['la', 'bodo', 'luma', 'un', 'fire', '.'])
  })

  it('does a stage alone, and before it what a text needs', () => {
    expect(language.tokenize(TEXT).columnNames).toEqual(['start', 'end', 'kind'])
    expect(language.split(TEXT).columnNames).toEqual(['start', 'end', 'kind', 'sentence'])
    expect(language.read(TEXT, { until: 'split' }).has('lemma')).toBe(false)
    expect(language.lemmatize(language.split(language.tokenize(TEXT)))).toEqual(language.read(TEXT))
  })

  it('keeps the tokens and sentences of a Doc', () => {
    const doc = Doc.create('abo bos', { start: Uint32Array.of(0, 4), end: Uint32Array.of(3, 7) })
    const two = doc.with({ sentence: Uint32Array.of(0, 1) })
    expect(language.read(doc).numbers('sentence')).toEqual(Uint32Array.of(0, 0))
    expect(language.read(two).numbers('sentence')).toEqual(Uint32Array.of(0, 1))
    expect(language.split(two).numbers('sentence')).toEqual(Uint32Array.of(0, 0))
    expect(lemmas(language.read(two))).toEqual(['abo', 'bo'])
  })

  it('says what it cannot do', () => {
    for (const action of [
      () => language.tag(TEXT),
      () => language.parse(TEXT),
      () => language.read(TEXT, { until: 'parse' }),
      () => language.part('tagger'),
      () => Language.of({}, { lang: 'es' }).lemmatize(TEXT),
    ]) {
      const error = caught(action)
      expect(error.code).toBe('PART_MISSING')
      expect(error.hint).toContain('wordloom train')
    }
    expect(caught(() => language.read(7 as never)).code).toBe('INPUT_NOT_STRING')
    expect(caught(() => language.read(TEXT, { until: 'lemmas' as never })).code).toBe('OPTION_INVALID')
    expect(caught(() => language.withGrade('slow' as never)).code).toBe('OPTION_INVALID')
  })

  it('has what the package has where it has no part of its own', () => {
    const english = Language.of({}, { lang: 'en' })
    expect(english.stages).toEqual(['tokenize', 'split', 'lemma'])
    const doc = english.read("They weren't here. Mice ran.")
    expect([...doc.sentences()].length).toBe(2)
    expect(lemmas(doc)).toEqual(['they', 'be', 'not', 'here', '.', 'mouse', 'run', '.'])
    expect(Language.of({}).read('Ein Satz.').length).toBe(3)
  })

  it.each([[''], ['😀'], ['NUR GROSS'], [' \n '], ['x'.repeat(5000)]])('reads %j', (text) => {
    const doc = language.read(text)
    expect(doc.text).toBe(text)
    expect(doc.strings('lemma').ids.length).toBe(doc.length)
  })

  it('gives in a stream what it gives for the whole', async () => {
    const text = train.map((doc) => doc.text).join('\n\n')
    const whole = language.read(text)
    const chunks = text.match(/[\s\S]{1,37}/g)!
    const got: string[] = []
    let sentences = 0
    for await (const { doc, offset } of language.stream(chunks)) {
      for (let i = 0; i < doc.length; i++) got.push(`${offset + doc.start[i]!} ${doc.token(i)!.get('lemma')}`)
      sentences += [...doc.sentences()].length
    }
    expect(got).toEqual(Array.from(whole.start, (start, i) => `${start} ${whole.token(i)!.get('lemma')}`))
    expect(sentences).toBe([...whole.sentences()].length)
    const pieces = language.stream(['a'], { until: 'parse' })
    await expect(pieces.next()).rejects.toMatchObject({ code: 'PART_MISSING' })
  })
})

describe('scores of a language', () => {
  const language = Language.load(pack)
  const dev = [...readConllu(tinyTreebank(20, 2))]

  it('are from raw text, or from the tokens of the treebank', () => {
    const raw = scoreLanguage(language, dev)
    const tokens = scoreLanguage(language, dev, { from: 'tokens' })
    expect(raw.Words.f1).toBe(100)
    expect(tokens.Sentences.f1).toBe(100)
    expect(tokens.Lemmas.f1).toBeGreaterThan(80)
    expect(tokens.UPOS.f1).toBe(0)
  })

  it('know nothing of the gold columns', () => {
    const none = Language.of({}, { lang: 'es' })
    const { Lemmas, UPOS, LAS } = scoreLanguage(none, dev, { from: 'tokens' })
    expect([Lemmas.f1, UPOS.f1, LAS.f1]).toEqual([0, 0, 0])
    expect(scoreLanguage(language, dev, { until: 'split' }).Lemmas.f1).toBe(0)
  })
})

describe('tokens with forms of their own', () => {
  it('come through every stage', () => {
    const conllu =
      '1-2\tdel\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tADP\t_\t_\t0\troot\t_\t_\n2\tel\tel\tDET\t_\t_\t1\tdet\t_\t_\n\n'
    const [doc] = readConllu(conllu)
    const scores = scoreLanguage(Language.load(pack), [doc!], { from: 'tokens' })
    expect(scores.Words.f1).toBe(100)
    expect(tokenize('del').length).toBe(1)
  })
})
