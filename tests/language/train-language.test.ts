/** Training of a whole language: parts are chosen by dev, measured, stopped, resumed; the same bytes every time. */
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/read-conllu.js'
import {
  Language,
  type PartReport,
  scoreLanguage,
  TRAINED_PARTS,
  type TrainingProgress,
  trainLanguage,
} from '../../src/language/index.js'
import { Doc } from '../../src/text/doc.js'
import { tinyTreebank } from '../support/tiny-treebank.js'

const train = [...readConllu(tinyTreebank(60))]
const dev = [...readConllu(tinyTreebank(20, 2))]
const options = { dev, lang: 'es', parts: ['splitter', 'lemmatizer'] } as const

describe('trainLanguage', () => {
  it('gives a language that is measured on dev, and the same bytes again', async () => {
    const { language, complete, reports } = await trainLanguage(train, {
      ...options,
      meta: { licence: 'CC0-1.0' },
    })
    expect(complete).toBe(true)
    expect(reports.map(({ part }) => part)).toEqual(['splitter', 'lemmatizer'])
    const again = await trainLanguage(train, { ...options, meta: { licence: 'CC0-1.0' } })
    expect(again.language.save()).toEqual(language.save())
    const loaded = Language.load(language.save())
    expect(loaded.meta).toMatchObject({ lang: 'es', licence: 'CC0-1.0', seed: 1 })
    const scores = loaded.meta.scores as Record<string, Record<string, Record<string, number>>>
    const { Lemmas, Words } = scoreLanguage(loaded, dev)
    expect(scores.tags!.raw).toMatchObject({ Lemmas: Number(Lemmas.f1.toFixed(2)), Words: Words.f1 })
    expect(loaded.meta.unfinished).toBeUndefined()
  })

  it('takes what the package has where dev finds nothing better', async () => {
    const { reports, language } = await trainLanguage(train, { ...options, parts: ['splitter'] })
    expect(reports[0]).toMatchObject({
      part: 'splitter',
      choice: 'package',
      bytes: 0,
      scores: { Sentences: 100 },
    })
    expect(language.parts).toEqual([])
    const forced = await trainLanguage(train, { ...options, parts: ['splitter'], splitter: 'trained' })
    expect(forced.reports[0]).toMatchObject({
      choice: 'trained',
      bytes: forced.language.packOf('splitter')!.length,
    })
  })

  it('learns where the package does not know where sentences end', async () => {
    // Sentences that end without a mark, by a word of their own.
    const rows = (words: string[]) =>
      `${words.map((word, i) => `${i + 1}\t${word}\t_\t_\t_\t_\t_\t_\t_\t_`).join('\n')}\n\n`
    const treebank = Array.from({ length: 60 }, (_, n) => rows([`Ka${n}`, 'lo', `bu${n}`, 'finis'])).join('')
    const gold = [...readConllu(treebank)]
    const { reports, language } = await trainLanguage(gold, {
      dev: gold,
      parts: ['splitter'],
      partOptions: { splitter: { prune: 0 } },
    })
    expect(reports[0]).toMatchObject({ part: 'splitter', choice: 'trained' })
    expect(scoreLanguage(language, gold).Sentences.f1).toBeGreaterThan(90)
  })

  it('does without dev, and then measures nothing', async () => {
    const { language, reports } = await trainLanguage(train, { parts: ['lemmatizer'] })
    expect(reports[0]!.scores).toEqual({})
    expect(language.meta.scores).toBeUndefined()
    expect(language.meta.lang).toBe('und')
    const english = await trainLanguage(train, { lang: 'en', parts: ['lemmatizer', 'splitter'] })
    expect(english.reports.map(({ choice }) => choice)).toEqual(['package', 'package'])
  })

  it('tells how far it is', async () => {
    const told: TrainingProgress[] = []
    await trainLanguage(train, { ...options, onProgress: (progress) => told.push(progress) })
    const overall = told.map((progress) => progress.overall)
    expect(overall).toEqual([...overall].sort((a, b) => a - b))
    expect(overall.at(-1)).toBe(1)
    expect(new Set(told.map(({ part }) => part))).toEqual(new Set(['splitter', 'lemmatizer', 'scores']))
    expect(told.some(({ scores }) => scores?.Lemmas !== undefined)).toBe(true)
  })

  it('stops with what is done, and goes on from there to the same bytes', async () => {
    const whole = await trainLanguage(train, options)
    const controller = new AbortController()
    const stopped = await trainLanguage(train, {
      ...options,
      signal: controller.signal,
      onPart: () => controller.abort(),
    })
    expect(stopped.complete).toBe(false)
    expect(stopped.reports.map(({ part }) => part)).toEqual(['splitter'])
    expect(stopped.language.meta.unfinished).toBe(true)
    const reports: PartReport[] = []
    const resumed = await trainLanguage(train, {
      ...options,
      resume: Language.load(stopped.language.save()),
      onPart: (report) => reports.push(report),
    })
    expect(reports.map(({ part, resumed: old }) => [part, old])).toEqual([
      ['splitter', true],
      ['lemmatizer', false],
    ])
    expect(resumed.language.save()).toEqual(whole.language.save())
  })

  it('takes over no part that would be another one now', async () => {
    const before = await trainLanguage(train, options)
    const kept = async (more: object, docs = train) =>
      (await trainLanguage(docs, { ...options, resume: before.language, ...more })).reports.map(
        ({ resumed }) => resumed,
      )
    expect(await kept({})).toEqual([true, true])
    expect(await kept({ seed: 2 })).toEqual([false, false])
    expect(await kept({ partOptions: { lemmatizer: { passes: 2 } } })).toEqual([true, false])
    expect(await kept({}, [...readConllu(tinyTreebank(40))])).toEqual([false, false])
  })

  it('stops at once where the signal has aborted before', async () => {
    const { complete, reports } = await trainLanguage(train, { ...options, signal: AbortSignal.abort() })
    expect([complete, reports.length]).toEqual([false, 0])
  })

  it.each([
    [{ parts: ['soul'] }, 'OPTION_INVALID', TRAINED_PARTS[0]],
    [{ seed: 1.5 }, 'OPTION_INVALID', 'seed'],
    [{ lang: '?' }, 'OPTION_INVALID', 'language'],
    [{ grade: 'slow' }, 'OPTION_INVALID', 'grade'],
    [{ seeds: 1 }, 'OPTION_INVALID', "Did you mean 'seed'"],
    [{ parts: [] }, 'TRAINING_EMPTY', 'no part'],
    [{ partOptions: { lemmatizer: { passes: 0 } } }, 'OPTION_INVALID', 'passes'],
  ])('refuses %j', async (more, code, message) => {
    const error = await trainLanguage(train, { ...options, ...more } as never).catch((one) => one)
    expect(error).toMatchObject({ code })
    expect(error.message).toContain(message)
  })

  it('refuses Docs that teach nothing', async () => {
    const empty = Doc.create('', { start: new Uint32Array(), end: new Uint32Array() })
    await expect(trainLanguage([empty])).rejects.toMatchObject({ code: 'TRAINING_EMPTY' })
    await expect(trainLanguage([])).rejects.toMatchObject({ code: 'TRAINING_EMPTY' })
  })
})
