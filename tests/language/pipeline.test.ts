/** All parts of a language, trained on a tiny treebank: tags, lemmas and trees, alone and together, in both grades. */
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/read-conllu.js'
import { Language, scoreLanguage, trainLanguage } from '../../src/language/index.js'
import type { Doc } from '../../src/text/doc.js'
import { InternTable } from '../../src/text/strings.js'
import { tokenize } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { tinyTreebank } from '../support/tiny-treebank.js'

const train = [...readConllu(tinyTreebank(120))]
const dev = [...readConllu(tinyTreebank(20, 2))]
const options = {
  lang: 'es',
  dev,
  tokenizer: 'package',
  splitter: 'package',
  lemmas: 'predicted',
  grade: 'both',
  partOptions: {
    tagger: { passes: 3, bits: 12 },
    lemmatizer: { passes: 2, bits: 14 },
    fastParser: { passes: 8, width: 16, batch: 60, rate: 0.01, dropout: 0.1 },
    exactParser: { passes: 8, width: 24, networks: 1, batch: 60, rate: 0.01, dropout: 0.1 },
  },
} as const
const { language, reports } = await trainLanguage(train, options)
const TEXT = 'La bodos luma un fire. Un kalo nira la tomos.'

const values = (doc: Doc, name: string) => {
  const { ids, strings } = doc.strings(name)
  return Array.from(ids, (id) => strings[id])
}

describe('a language with all parts', () => {
  it('was trained part by part, and scores on dev', () => {
    expect(reports.map(({ part, grade }) => grade ?? part)).toEqual([
      'tokenizer',
      'splitter',
      'tagger',
      'lemmatizer',
      'fast',
      'exact',
    ])
    const scores = language.meta.scores as Record<string, Record<string, Record<string, number>>>
    for (const grade of ['fast', 'exact']) {
      expect(scores[grade]!.raw!.UPOS).toBeGreaterThan(90)
      expect(scores[grade]!.raw!.Lemmas).toBeGreaterThan(80)
      expect(scores[grade]!.tokens!.UAS).toBeGreaterThan(70)
      expect(scores[grade]!.tokens!.LAS).toBeGreaterThan(70)
    }
    const { LAS } = scoreLanguage(language.withGrade('fast'), dev, { from: 'tokens' })
    expect(scores.fast!.tokens!.LAS).toBe(Number(LAS.f1.toFixed(2)))
  })

  it('is as good after saving and loading', () => {
    const loaded = Language.load(language.save())
    expect(loaded.save()).toEqual(language.save())
    expect(loaded.grade).toBe('exact')
    expect(loaded.read(TEXT)).toEqual(language.read(TEXT))
    expect(Language.load(language.save(), { grade: 'fast' }).read(TEXT)).toEqual(
      language.withGrade('fast').read(TEXT),
    )
  })

  it.each(['fast', 'exact'] as const)('reads everything in the %s grade', (grade) => {
    const one = language.withGrade(grade)
    expect(one.stages).toEqual(['tokenize', 'split', 'tag', 'lemma', 'parse'])
    const doc = one.read(TEXT)
    for (const name of ['sentence', 'tag', 'xtag', 'features', 'lemma', 'head', 'deprel']) {
      expect(doc.has(name), name).toBe(true)
    }
    expect(values(doc, 'tag').slice(0, 6)).toEqual(['DET', 'NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT'])
    const head = doc.numbers('head')
    for (const { from, to } of doc.sentences()) {
      const roots = Array.from(head.subarray(from, to)).filter((h, i) => h === from + i)
      expect(roots).toHaveLength(1)
      for (let i = from; i < to; i++) expect(head[i]! >= from && head[i]! < to).toBe(true)
    }
    expect(one.read(TEXT, { until: 'tag' }).has('lemma')).toBe(false)
    expect(one.read(TEXT, { until: 'lemma' }).has('head')).toBe(false)
  })

  it('does what is missing before a stage, and leaves alone what is there', () => {
    const fast = language.withGrade('fast')
    const doc = fast.split(fast.tokenize(TEXT))
    const nouns = doc.with({ tag: InternTable.column(doc.words().map(() => 'NOUN')) })
    expect(values(fast.parse(nouns), 'tag')).toEqual(values(nouns, 'tag'))
    expect(fast.parse(nouns).has('xtag')).toBe(true) // the parser goes by it
    expect(values(language.parse(nouns), 'tag')).toEqual(values(nouns, 'tag'))
    expect(values(fast.lemmatize(nouns), 'tag')).toEqual(values(nouns, 'tag'))
    expect(fast.lemmatize(TEXT).has('tag')).toBe(true)
    expect(values(fast.tag(nouns), 'tag')).not.toEqual(values(nouns, 'tag'))
    // All anew: what read gives does not depend on tags that were there.
    expect(fast.read(nouns)).toEqual(fast.read(doc))
    expect(values(language.read(nouns), 'tag')).toEqual(values(language.read(doc), 'tag'))
    expect(fast.tag(tokenize('la bodos')).has('sentence')).toBe(true)
  })

  it('tags with the exact parser where there is no tagger', async () => {
    const { language: exact } = await trainLanguage(train, { ...options, grade: 'exact', parts: ['parser'] })
    expect(exact.stages).toEqual(['tokenize', 'split', 'tag', 'parse'])
    expect(values(exact.tag(TEXT), 'tag').slice(0, 3)).toEqual(['DET', 'NOUN', 'VERB'])
    expect(exact.tag(TEXT).has('head')).toBe(false)
    expect(values(exact.read(TEXT), 'tag')).toEqual(values(exact.tag(TEXT), 'tag'))
    expect(caught(() => exact.withGrade('fast')).code).toBe('PART_MISSING')
    expect(caught(() => Language.load(exact.save(), { grade: 'fast' })).hint).toContain("'exact'")
  })

  it('says what a parser that goes by tags lacks', () => {
    for (const name of ['fastParser', 'exactParser'] as const) {
      const alone = Language.of({ [name]: language.part(name) })
      expect(caught(() => alone.parse(TEXT)).code).toBe('PART_MISSING')
      expect(alone.parse(language.tag(TEXT)).has('head')).toBe(true)
    }
  })

  it.each([[''], ['😀'], ['KALO'], ['la '.repeat(3000)], ['Приветствие мира']])('reads %.20j', (text) => {
    for (const grade of ['fast', 'exact'] as const) {
      expect(language.withGrade(grade).read(text).text).toBe(text)
    }
  })

  it('learns from new sentences', async () => {
    const fast = language.withGrade('fast')
    const more = [...readConllu('1\tzum\tzum\tINTJ\tI\t_\t0\troot\t_\t_\n\n'.repeat(10))]
    const before = fast.save()
    const exact = fast.part('exactParser')
    const wiser = await fast.partialTrain(more, { tagger: { passes: 3 }, parser: { passes: 1 } })
    expect(values(wiser.tag('zum'), 'tag')).toEqual(['INTJ'])
    expect(values(fast.tag('zum'), 'tag')).not.toEqual(['INTJ'])
    expect(fast.save()).toEqual(before)
    expect(wiser.part('fastParser')).not.toBe(fast.part('fastParser'))
    expect(wiser.part('exactParser')).toBe(exact)
    expect(Language.load(wiser.save(), { grade: 'fast' }).read('zum')).toEqual(wiser.read('zum'))
    const tagger = await fast.partialTrain(more, { parts: ['tagger'], tagger: { passes: 1 } })
    expect(tagger.part('fastParser')).toBe(fast.part('fastParser'))
    await expect(Language.of({}).partialTrain(more)).rejects.toMatchObject({ code: 'PART_MISSING' })
    await expect(fast.partialTrain(more, { part: [] } as never)).rejects.toMatchObject({
      code: 'OPTION_INVALID',
    })
  })
})

describe('training with a parser', () => {
  it('gives the same bytes again, and after being stopped in the parser', async () => {
    const controller = new AbortController()
    const stopped = await trainLanguage(train, {
      ...options,
      grade: 'fast',
      signal: controller.signal,
      onProgress: ({ part, scores }) => {
        if (part === 'parser' && scores?.UAS !== undefined) controller.abort()
      },
    })
    expect(stopped.complete).toBe(false)
    expect(stopped.reports.at(-1)).toMatchObject({ part: 'parser', choice: 'stopped early' })
    expect(stopped.language.read(TEXT).has('head')).toBe(true) // the best so far
    const resumed = await trainLanguage(train, { ...options, grade: 'fast', resume: stopped.language })
    expect(resumed.reports.map(({ resumed: old }) => old)).toEqual([true, true, true, true, false])
    const whole = await trainLanguage(train, { ...options, grade: 'fast' })
    expect(resumed.language.save()).toEqual(whole.language.save())
  })

  it('makes a parser that needs no tags where there is no tagger', async () => {
    const { language: alone } = await trainLanguage(train, { ...options, grade: 'fast', parts: ['parser'] })
    expect(alone.stages).toEqual(['tokenize', 'split', 'parse'])
    expect(scoreLanguage(alone, dev, { from: 'tokens' }).UAS.f1).toBeGreaterThan(60)
  })
})
