import { expect, it } from 'vitest'
import { corpora } from '../../src/node.js'
import { STEMMERS, stemmer } from '../../src/stem/index.js'
import { describeWith, mirror } from '../support/resources.js'

// SOURCE: the vocabularies and stems that Snowball publishes for each algorithm (snowball-data), read through the
// catalogue; each must come out as published, word for word (but for capitals: Irish has 47 words with foreign ones).
const VOCABULARIES = [
  ...['basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek', 'hungarian'],
  ...['indonesian', 'irish', 'italian', 'lovins', 'norwegian', 'porter', 'portuguese', 'romanian', 'russian'],
  ...['spanish', 'swedish', 'turkish'],
]
const there = new Set(STEMMERS.map(({ algorithm }) => algorithm))

describeWith('corpora', 'stemmers agree with the published vocabularies', () => {
  it.each(VOCABULARIES.filter((name) => there.has(name)))('%s', async (name) => {
    const corpus = await corpora.open(`snowball-${name}`, { dir: mirror(), pack: false })
    const records = [...corpus.records()] as Array<{ word: string; stem: string }>
    expect(records.length).toBeGreaterThan(20_000)
    const stems = stemmer(name).stemAll(records.map(({ word }) => word))
    const wrong = records.flatMap(({ word, stem }, i) =>
      stems[i] === stem.toLowerCase() ? [] : [`${word}: ${stems[i]}, not ${stem}`],
    )
    expect(wrong).toEqual([])
  })
})
