/** The annotated data sets of the catalogue, opened as a user opens them: their counts, without a single error. */
import { expect, it } from 'vitest'
import { corpora } from '../../../src/node.js'
import { counts } from '../../support/corpus-of.js'
import { describeWith, mirror } from '../../support/resources.js'

const all = (id: string) => corpora.open<Readonly<Record<string, unknown>>>(id, { dir: mirror() })
const length = (items: Iterable<unknown>) => Array.from(items).length

describeWith('corpora', 'data sets of the catalogue', () => {
  it.each([
    ['nltk-alpino', { docs: 1, sentences: 7136, tokens: 140780 }],
    ['nltk-sinica-treebank', { docs: 1, sentences: 10000, tokens: 101623 }],
    ['nltk-nps-chat', { docs: 15, sentences: 10567, tokens: 45009 }],
    ['nltk-biocreative-ppi', { docs: 1, sentences: 1000, tokens: 25254 }],
    ['nltk-switchboard', { docs: 36, sentences: 5255, tokens: 82792 }],
    ['nltk-treebank', { docs: 199, sentences: 3914, tokens: 94084 }],
    ['nltk-indian', { docs: 4, sentences: 3627, tokens: 48754 }],
  ])('%s', async (id, expected) => {
    expect(counts((await all(id)).documents())).toEqual(expected)
  })

  it.each([
    ['nltk-senseval', 15225],
    ['nltk-nps-chat', 10567],
    ['nltk-rte', 4167],
    ['nltk-product-reviews-1', 314],
    ['nltk-product-reviews-2', 326],
    ['nltk-comparative-sentences', 8003],
    ['nltk-pros-cons', 45875],
    ['nltk-switchboard', 5303],
    ['nltk-biocreative-ppi', 1000],
  ])('%s has %i records', async (id, expected) => {
    expect(length((await all(id)).records())).toBe(expected)
  })

  it('nltk-shakespeare has every line', async () => {
    let lines = 0
    for (const part of (await all('nltk-shakespeare')).records()) {
      if (part.kind === 'speech') lines += (part.lines as string[]).length
    }
    expect(lines).toBe(24026)
  })

  it('nltk-treebank has its other forms besides', async () => {
    const treebank = await all('nltk-treebank')
    expect(treebank.files()).toHaveLength(199)
    expect(length(treebank.trees())).toBe(3914)
    expect(length(treebank.documents({ files: ['raw/wsj_0001', 'tagged/wsj_0001.pos'] }))).toBe(2)
  })

  it('nltk-brown has fifteen categories', async () => {
    const brown = await all('nltk-brown')
    expect(brown.categories()).toHaveLength(15)
    expect([...brown.taggedWords({ files: 'ca01' })][1]).toEqual(['Fulton', 'NP-TL'])
  })
})
