/** Scores of tags, and maps from one set of tags to another. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/read-conllu.js'
import { tableReader } from '../../src/corpora/table-reader.js'
import { DefaultTagger, mapTags, readTagMap, taggingAccuracy, UNIVERSAL_TAGS } from '../../src/tag/index.js'
import { caught } from '../support/caught.js'
import { mirrorCorpus } from '../support/corpus-of.js'
import { corpusText, describeWith, mirror } from '../support/resources.js'
import { tagged, tagsOf } from '../support/tagged.js'

const GOLD = tagged('the/DT run/NN ends/VBZ now/RB x')
const SYSTEM = tagged('the/DT run/VB ends/NN now x/RB')

describe('taggingAccuracy', () => {
  // By hand: 4 tokens have a gold tag, 1 is right.
  it('counts tokens with a gold tag, known and unknown words apart, and what is taken for what', () => {
    const scores = taggingAccuracy(GOLD, SYSTEM, { known: new Set(['the', 'run']) })
    expect(scores).toMatchObject({ tokens: 4, correct: 1, accuracy: 0.25 })
    expect(scores.known).toEqual({ tokens: 2, correct: 1, accuracy: 0.5 })
    expect(scores.unknown).toEqual({ tokens: 2, correct: 0, accuracy: 0 })
    expect(scores.confusions).toEqual([
      { gold: 'NN', system: 'VB', count: 1 },
      { gold: 'RB', system: '', count: 1 },
      { gold: 'VBZ', system: 'NN', count: 1 },
    ])
    expect(scores.tags.find(({ tag }) => tag === 'NN')).toEqual({
      tag: 'NN',
      gold: 1,
      system: 1,
      correct: 0,
      precision: 0,
      recall: 0,
      f1: 0,
    })
    expect(scores.tags.map(({ tag }) => tag)).toEqual(['DT', 'NN', 'RB', 'VBZ', 'VB'])
  })

  it('sums over Docs and takes training Docs for the known words', () => {
    const scores = taggingAccuracy([GOLD, GOLD], [SYSTEM, GOLD], { known: [tagged('now/RB')] })
    expect([scores.tokens, scores.correct, scores.known.tokens, scores.known.correct]).toEqual([8, 5, 2, 1])
    expect(taggingAccuracy([], []).accuracy).toBe(0)
  })

  it.each([
    ['another number of tokens', [GOLD], [tagged('the/DT')]],
    ['other words', [GOLD], [tagged('the/DT fun/NN ends/VBZ now/RB x')]],
    ['fewer Docs', [GOLD, GOLD], [SYSTEM]],
    ['more Docs', [GOLD], [SYSTEM, SYSTEM]],
  ])('refuses %s', (_what, gold, system) => {
    expect(caught(() => taggingAccuracy(gold, system)).code).toBe('TOKENS_DIFFER')
  })
})

describe('mapTags', () => {
  it('maps tags, and the words that have another tag than theirs', () => {
    const doc = mapTags(tagged("He/PRP Is/VBZ n't/RB here/RB ,/, he/PRP says/VBZ"), {
      map: 'ptb-upos',
      to: 'upos',
    })
    expect(tagsOf(doc, 'upos')).toEqual(['PRON', 'AUX', 'PART', 'ADV', 'PUNCT', 'PRON', 'VERB'])
    expect(tagsOf(doc)[1]).toBe('VBZ')
    expect(tagsOf(mapTags(doc, { map: 'upos-universal', from: 'upos' }), 'upos')).toEqual([
      'PRON',
      'VERB',
      'PRT',
      'ADV',
      '.',
      'PRON',
      'VERB',
    ])
  })

  it('does with unknown tags what it is told', () => {
    const doc = tagged('a/ZZ b/NN c')
    expect(caught(() => mapTags(doc, { map: 'ptb-upos' }))).toMatchObject({
      code: 'TAG_UNKNOWN',
      details: { tag: 'ZZ' },
    })
    expect(tagsOf(mapTags(doc, { map: 'ptb-upos', unknown: 'keep' }))).toEqual(['ZZ', 'NOUN', ''])
    expect(tagsOf(mapTags(doc, { map: 'ptb-upos', unknown: 'X' }))).toEqual(['X', 'NOUN', ''])
    expect(caught(() => mapTags(doc, { map: 'ptb-upo' as never })).code).toBe('OPTION_INVALID')
  })

  it('refuses records that are no map', () => {
    expect(caught(() => readTagMap([{ from: 'A' }])).code).toBe('OPTION_INVALID')
    const twice = [
      { from: 'A', to: 'X' },
      { from: 'A', to: 'NOUN' },
    ]
    expect(caught(() => readTagMap(twice)).code).toBe('OPTION_INVALID')
  })
})

describeWith('corpora', 'tag maps on the corpora', () => {
  it('reads the 35 maps to the universal tags', () => {
    const files = readdirSync(join(mirror(), 'tagsets/universal')).filter((name) => name.endsWith('.map'))
    expect(files).toHaveLength(35)
    for (const name of files) {
      const corpus = mirrorCorpus([`tagsets/universal/${name}`], tableReader({ columns: ['from', 'to'] }))
      const { tags } = readTagMap(corpus.records({ onError: 'collect' }))
      expect(tags.size, name).toBeGreaterThan(10)
      const others = [...tags.values()].filter((target) => !UNIVERSAL_TAGS.some((tag) => tag === target))
      // The map of CLAWS alone has the tags of Universal Dependencies.
      if (name !== 'en-claws.map') expect(others, name).toEqual([])
    }
    const corpus = mirrorCorpus(['tagsets/universal/en-ptb.map'], tableReader({ columns: ['from', 'to'] }))
    const map = readTagMap(corpus.records())
    expect(tagsOf(mapTags(new DefaultTagger('PRP$').tag(GOLD), { map }))[0]).toBe('PRON')
  })

  it('gives 97 of 100 words of EWT dev their UPOS by their XPOS', () => {
    const dev = [...readConllu(corpusText('ud/UD_English-EWT/en_ewt-ud-dev.conllu'))]
    const mapped = dev.map((doc) => mapTags(doc, { map: 'ptb-upos', from: 'xtag', to: 'tag' }))
    expect(taggingAccuracy(dev, mapped).accuracy).toBeGreaterThan(0.97)
  })
})
