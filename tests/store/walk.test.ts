/**
 * Every corpus that is downloaded, opened by its id as a user opens it and read to its end: what is there is what
 * the catalogue counts, and nothing is left out but what is named here.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Corpus } from '../../src/corpora/corpus.js'
import { corpora } from '../../src/node.js'
import { bundledCatalogue, type CatalogueEntry } from '../../src/store/catalogue.js'
import { corpusFiles } from '../../src/store/corpus-files.js'
import { KIND_CODES } from '../../src/text/token-kind.js'
import { describeWith, mirror } from '../support/resources.js'

/** What cannot be read, with the reason. */
const FAULTS: Readonly<Record<string, number>> = {
  'universal-tag-maps': 13, // lines of es-eagles.map in which several pairs run together, as published
}

/** Counts that are not of what is read: they are of bytes, of lists, or said otherwise elsewhere in the entry. */
const NOT_READ = new Set([
  'content_bytes',
  'slots',
  'interactions',
  'domains.json',
  'total_train',
  'total_validate',
])

const OTHERWISE: Readonly<Record<string, string>> = {
  // The manifest counts sentences that are annotated in full; all trees are counted beside them.
  'nltk-floresta parsed_sentences': 'trees',
  // Lines of the plays are counted in tests/corpora/readers/catalogue.test.ts.
  'nltk-shakespeare lines': 'records',
  // The file with the categories is counted with the texts.
  'nltk-masc-tagged documents': 'files',
  'nltk-masc-tagged whitespace_tokens': 'tokens',
  // One file holds the tagged turns; the others are the same conversations in other forms.
  'nltk-switchboard documents': 'records',
  'nltk-switchboard whitespace_tokens': 'records',
  // Counted on bytes, in which U+00A0 is no white space.
  'nltk-genesis whitespace_tokens': 'tokens',
  // There a document is a review, and the count one of files.
  'nltk-product-reviews-1 documents': 'files',
  'nltk-product-reviews-2 documents': 'files',
}

type Selection = Parameters<Corpus['documents']>[0]

function length(items: Iterable<unknown>): number {
  let count = 0
  for (const _ of items) count++
  return count
}

/** Sentences, words, and tokens, of which those of a multiword token are one. */
function docCounts(
  corpus: Corpus,
  selection: Selection,
): { sentences: number; words: number; tokens: number } {
  const total = { sentences: 0, words: 0, tokens: 0 }
  for (const doc of corpus.documents(selection)) {
    total.words += doc.length
    total.tokens += doc.length
    for (const _ of doc.sentences()) total.sentences++
    const kind = doc.has('kind') ? doc.numbers('kind') : undefined
    for (let i = 0; i < doc.length; i++) if (kind?.[i] === KIND_CODES.clitic) total.tokens--
  }
  return total
}

/** White space as the counts have it: ASCII's and that of Unicode, U+FEFF not among it. */
const SPACE = /[^\S\ufeff]+/

function whitespaceTokens(corpus: Corpus, selection: Selection): number {
  let count = 0
  for (const text of corpus.raw(selection)) count += text.split(SPACE).filter((word) => word !== '').length
  return count
}

/** Runs of lines that are not blank: the documents of the long texts, which take long to tokenize. */
function blocks(corpus: Corpus): number {
  let count = 0
  for (const text of corpus.raw())
    count += text.split(/\n(?:[ \t]*\n)+/).filter((block) => block.trim() !== '').length
  return count
}

/** What is there of what `key` counts, in the shape of `count`. */
async function measured(
  corpus: Corpus,
  entry: CatalogueEntry,
  key: string,
  count: unknown,
): Promise<unknown> {
  const records = (selection: Selection) => length(corpus.records(selection))
  const perKey = (measure: (name: string) => unknown) =>
    Object.fromEntries(Object.keys(count as object).map((name) => [name, measure(name)]))
  if (['train', 'dev', 'test'].includes(key)) return docCounts(corpus, { split: key })
  const file = corpus.files().includes(key) || key.startsWith('data_') ? key : undefined
  if (file !== undefined) {
    if (typeof count === 'number') return records({ files: file })
    const { sentences, tokens, questions } = count as Readonly<Record<string, number>>
    if (questions !== undefined) {
      const { sections } = count as { readonly sections: object }
      const of = (categories: string) => records({ files: file, categories })
      return {
        questions: records({ files: file }),
        sections: Object.fromEntries(Object.keys(sections).map((s) => [s, of(s)])),
      }
    }
    if (sentences !== undefined && tokens !== undefined) {
      const { entities } = count as { readonly entities?: number }
      const found = docCounts(corpus, { files: file })
      let begins = 0
      for (const [, tag] of corpus.has('documents') && entities !== undefined
        ? corpus.taggedWords({ files: file, column: 'entity' })
        : []) {
        if (tag.startsWith('B-')) begins++
      }
      return {
        sentences: found.sentences,
        tokens: found.tokens,
        ...(entities === undefined ? {} : { entities: begins }),
      }
    }
    // CLINC: splits, those that are out of scope apart.
    return perKey((name) => {
      const [split, outside] = [name.replace(/^oos_/, ''), name.startsWith('oos_')]
      const all = corpus.records({ files: file, split: split === 'val' ? 'dev' : split }) as Iterable<{
        intent: string
      }>
      return length(Array.from(all).filter(({ intent }) => (intent === 'oos') === outside))
    })
  }
  switch (key) {
    case 'entries':
    case 'synsets':
      return records({ categories: key === 'entries' ? 'entry' : 'synset' })
    case 'documents':
      if (entry.id.startsWith('text-')) return blocks(corpus)
      if (typeof count === 'object')
        return perKey((category) => corpus.files({ categories: category }).length)
      return length(corpus.documents())
    case 'sentences':
      return docCounts(corpus, {}).sentences
    case 'tokens':
      return entry.id === 'nltk-movie-reviews' ? whitespaceTokens(corpus, {}) : docCounts(corpus, {}).tokens
    case 'words':
    case 'whitespace_tokens':
      return whitespaceTokens(corpus, {})
    case 'parsed_sentences':
    case 'trees':
      return length(corpus.trees())
    case 'classes':
      if (entry.id === 'nltk-brown') return corpus.categories().length
      return new Set(Array.from(corpus.records() as Iterable<{ id: string }>, ({ id }) => id)).size
    case 'intents':
      return corpus.categories().filter((intent) => intent !== 'oos').length
    case 'languages':
    case 'maps':
      return corpus.files().length
    case 'by_language':
      return perKey((language) => records({ categories: language }))
    case 'lines':
      if (entry.id === 'nltk-sinica-treebank') return { parsed: length(corpus.trees()) }
      if (entry.id === 'nltk-indian') return perKey(lineCount)
      return perKey((name) => (corpus.has('records') ? records({ files: name }) : lineCount(name)))
    case 'pairs':
      if (typeof count === 'number') return records({})
      return perKey((name) => records({ files: `${name}.txt` }))
    case 'zip_members':
      return (await corpusFiles(join(mirror(), entry.files[0]!.path))).length
    case 'files':
      if (typeof count === 'number') return (await corpusFiles(join(mirror(), entry.files[0]!.path))).length
      return perKey((name) => bytes([...corpus.raw({ files: name.slice(name.indexOf('/') + 1) })].join('')))
    default:
      return records({})
  }
  function bytes(text: string): number {
    return entry.encoding === undefined ? new TextEncoder().encode(text).length : text.length
  }
  function lineCount(name: string): number {
    const [text] = corpus.raw({ files: name })
    return text!.split('\n').filter((line) => line.trim() !== '').length
  }
}

const downloaded = bundledCatalogue().corpora.filter(({ bundled }) => !bundled)

describeWith('corpora', 'the catalogue, walked', () => {
  it.each(downloaded.map((entry) => [entry.id, entry] as const))(
    '%s',
    { timeout: 60_000 },
    async (id, entry) => {
      expect(entry.files.filter(({ path }) => !existsSync(join(mirror(), path)))).toEqual([])
      const corpus = await corpora.open(id, { dir: mirror() })
      let read = 0
      for (const what of ['records', 'trees', 'documents'] as const) {
        if (id.startsWith('text-') && id !== 'text-factbook') read++
        else if (corpus.has(what)) read += length(corpus[what]({ onError: 'collect' }))
      }
      expect(read).toBeGreaterThan(0)
      expect(corpus.errors).toHaveLength(FAULTS[id] ?? 0)
      for (const [key, count] of Object.entries(entry.counts)) {
        if (NOT_READ.has(key) || `${id} ${key}` in OTHERWISE || id in FAULTS) continue
        expect([key, await measured(corpus, entry, key, count)]).toEqual([key, count])
      }
    },
  )
})
