/** The vocabulary of a corpus, over a format made for the test: `word/TAG ...` a line, `!` breaks it. */
import { describe, expect, it } from 'vitest'
import { Corpus, type CorpusReader } from '../../src/corpora/corpus.js'
import { corpusReader } from '../../src/corpora/readers.js'
import { corpusError } from '../../src/corpora/source-file.js'
import { Doc } from '../../src/text/doc.js'
import { InternTable } from '../../src/text/strings.js'
import { caught } from '../support/caught.js'

interface Row {
  readonly text: string
  readonly category: string
  readonly split: string
}

function docOf(text: string, sentence: readonly number[]): Doc {
  const tokens = [...text.matchAll(/\S+/g)]
  return Doc.create(text, {
    start: Uint32Array.from(tokens, (match) => match.index),
    end: Uint32Array.from(tokens, (match) => match.index + match[0].length),
    sentence: Uint32Array.from(sentence),
    tag: InternTable.column(tokens.map((match) => match[0].toUpperCase())),
  })
}

const lines: CorpusReader<Row> = {
  format: 'test',
  *documents(file) {
    yield docOf(file.text(), [0, 0, 1, 1, 2])
  },
  *records(file, context) {
    let line = 0
    for (const text of file.lines()) {
      line++
      if (text.includes('!')) {
        context.report(corpusError({ file: file.name, line, column: 1, expected: 'words', found: text }))
      } else yield { text, category: text[0]!, split: line === 1 ? 'train' : 'test' }
    }
  },
  categoryOf: (row) => row.category,
  splitOf: (row) => row.split,
}

const file = (name: string, text: string) => ({ name, chunks: () => [new TextEncoder().encode(text)] })
const text = 'a b. c d\n\ne'

describe('Corpus', () => {
  it('gives documents, paragraphs, sentences and words', () => {
    const corpus = new Corpus({ files: [file('1', text)], reader: lines })
    expect([...corpus.raw()]).toEqual([text])
    expect([...corpus.paragraphs()].map((doc) => doc.text)).toEqual(['a b. c d', 'e'])
    const sentences = [...corpus.sentences()]
    expect(sentences.map((doc) => doc.text)).toEqual(['a b.', 'c d', 'e'])
    expect([...sentences[1]!.numbers('sentence')]).toEqual([0, 0])
    expect([...corpus.words()]).toEqual(['a', 'b.', 'c', 'd', 'e'])
    expect([...corpus.taggedWords()].at(-1)).toEqual(['e', 'E'])
  })

  it('reads the files, categories and splits that are asked for', () => {
    const files = ['x/1', 'x/2', 'y/1', 'table'].map((name) => file(name, text))
    const corpus = new Corpus({
      files,
      reader: lines,
      categories: (name) => [name[0]!],
      splits: { train: ['x/1', 'y/1'], test: ['x/2'] },
      besides: ['table'],
    })
    expect(corpus.files()).toEqual(['x/1', 'x/2', 'y/1'])
    expect(corpus.categories()).toEqual(['x', 'y'])
    expect(corpus.splits()).toEqual(['train', 'test'])
    expect(corpus.files({ categories: 'x', split: 'train' })).toEqual(['x/1'])
    expect(corpus.files({ files: ['y/1', 'x/2'] })).toEqual(['y/1', 'x/2'])
    expect([...corpus.words({ categories: 'x' })]).toHaveLength(10)
  })

  it('filters records that have categories and splits of their own', () => {
    const corpus = new Corpus({ files: [file('1', 'ab\nba\nac')], reader: lines })
    expect(corpus.categories()).toEqual(['a', 'b'])
    expect(corpus.splits()).toEqual(['train', 'test'])
    expect([...corpus.records({ categories: 'a', split: 'test' })].map((row) => row.text)).toEqual(['ac'])
  })

  it('throws at what breaks the format, or collects it and reads the rest', () => {
    const corpus = new Corpus({ files: [file('1', 'ab\n!\nac')], reader: lines })
    expect(caught(() => [...corpus.records()])).toMatchObject({
      code: 'CORPUS_SYNTAX',
      details: { file: '1', line: 2, column: 1, expected: 'words', found: '!' },
    })
    expect(corpus.errors).toEqual([])
    expect([...corpus.records({ onError: 'collect' })].map((row) => row.text)).toEqual(['ab', 'ac'])
    expect(corpus.errors.map((error) => error.details.line)).toEqual([2])
  })

  it('reads nothing before it is asked, and no file after the last one wanted', () => {
    const read: string[] = []
    const watched = ['1', '2'].map((name) => ({
      name,
      chunks() {
        read.push(name)
        return [new TextEncoder().encode(text)]
      },
    }))
    const words = new Corpus({ files: watched, reader: lines }).words()
    expect(read).toEqual([])
    words.next()
    expect(read).toEqual(['1'])
  })

  it.each([
    [{ files: '3' }, 'file'],
    [{ categories: 'z' }, 'category'],
    [{ split: 'dev' }, 'split'],
  ])('names what is not there: %j', (selection, what) => {
    const corpus = new Corpus({ files: [file('1', 'ab')], reader: lines })
    const error = caught(() => [...corpus.records(selection)])
    expect(error).toMatchObject({
      code: 'CORPUS_SELECTION',
      details: { [what]: Object.values(selection)[0] },
    })
  })

  it('says what a format has not, and which formats there are', () => {
    const corpus = new Corpus({ files: [], reader: lines })
    expect(caught(() => [...corpus.trees()])).toMatchObject({ code: 'CORPUS_FORMAT' })
    expect(caught(() => corpusReader({ format: 'conlu' }))).toMatchObject({
      code: 'CORPUS_FORMAT',
      hint: expect.stringContaining("'conllu'"),
    })
  })

  it('names the file and the offset of a byte that is not of the encoding', () => {
    const corpus = new Corpus({
      files: [{ name: 'bad', chunks: () => [Uint8Array.of(0x61, 0xff)] }],
      reader: lines,
    })
    expect(caught(() => [...corpus.raw()])).toMatchObject({
      code: 'INPUT_ENCODING',
      details: { file: 'bad', byteOffset: 1 },
    })
  })
})
