/** Tokens F1 of the Unicode tokenizer on the raw text of treebanks: the figures of docs/guide/languages.md. */
import { expect, it } from 'vitest'
import { rawText, scoreConllu } from '../../src/corpora/index.js'
import { tokenize } from '../../src/tokenize/index.js'
import { corpusBytes, describeWith } from '../support/resources.js'

// Measured on the development parts; the last column is what they may not fall below.
const TREEBANKS = [
  ['fr', 'UD_French-Sequoia/fr_sequoia', 99.8],
  ['it', 'UD_Italian-ParTUT/it_partut', 99.8],
  ['pt', 'UD_Portuguese-Bosque/pt_bosque', 99.8],
  ['ru', 'UD_Russian-Taiga/ru_taiga', 99.2],
  ['tr', 'UD_Turkish-IMST/tr_imst', 99.7],
  ['ko', 'UD_Korean-GSD/ko_gsd', 99.7],
] as const

describeWith('corpora', 'tokens F1 on treebanks', () => {
  it.each(TREEBANKS)('of %s on the development part of %s is at least %d', (lang, path, least) => {
    const gold = corpusBytes(`ud/${path}-ud-${process.env.WORDLOOM_PART ?? 'dev'}.conllu.gz`)
    const doc = tokenize(rawText(gold), { lang })
    const { Tokens: score } = scoreConllu(gold, doc.with({ sentence: new Uint32Array(doc.length) }))
    if (process.env.WORDLOOM_PART !== undefined) console.log(`${lang} ${JSON.stringify(score)}`)
    expect(score.f1).toBeGreaterThanOrEqual(least)
  })
})
