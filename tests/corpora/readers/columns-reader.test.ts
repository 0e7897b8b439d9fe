/** Columns: what is read, what is reported, and what a writer writes comes back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ColumnsReaderOptions, columnsReader } from '../../../src/corpora/columns-reader.js'
import { caught } from '../../support/caught.js'
import { corpusOf, counts, mirrorCorpus, zipCorpus } from '../../support/corpus-of.js'
import { describeWith } from '../../support/resources.js'

const read = (text: string, options?: ColumnsReaderOptions) => corpusOf(columnsReader(options), text)
const dependencies = { columns: ['form', 'tag', 'head'], separator: 'tab' } as const

describe('columnsReader', () => {
  it('reads the three columns of CoNLL-2000', () => {
    const corpus = read('Rain NN B-NP\nfell VBD B-VP\n. . O\n\nIt PRP B-NP\n')
    const [doc] = [...corpus.documents()]
    expect(doc!.text).toBe('Rain fell .\nIt')
    expect([...corpus.taggedWords({ column: 'chunk' })].map(([, chunk]) => chunk)).toEqual([
      'B-NP',
      'B-VP',
      'O',
      'B-NP',
    ])
  })

  it('reads the four columns of CoNLL-2003, a document at each -DOCSTART-', () => {
    const text =
      '-DOCSTART- -X- -X- O\n\nBo NNP I-NP I-PER\n\n-DOCSTART- -X- O O\n\nOslo NNP I-NP I-LOC\nin IN I-PP O\n'
    const corpus = read(text, { columns: ['form', 'tag', 'chunk', 'entity'] })
    expect([...corpus.documents()].map((doc) => doc.words())).toEqual([['Bo'], ['Oslo', 'in']])
    expect([...corpus.taggedWords({ column: 'entity' })].at(1)).toEqual(['Oslo', 'I-LOC'])
  })

  it('makes heads indexes of the Doc, the root its own', () => {
    const [doc] = [...read('a\tX\t2\nb\tY\t0\n\nc\tZ\t0\nd\tZ\t1\n', dependencies).documents()]
    expect([...doc!.numbers('head')]).toEqual([1, 1, 2, 2])
  })

  it.each([
    ['CRLF and a missing last line end', 'a X O\r\n\r\nb Y O', {}, ['a', 'b']],
    [
      'lines of white space only',
      'a\tO\n\t\nb\tO\n',
      { columns: ['form', 'entity'], separator: 'tab' },
      ['a', 'b'],
    ],
    [
      'words with spaces between tabs',
      'New York\tO\n',
      { columns: ['form', 'entity'], separator: 'tab' },
      ['New York'],
    ],
    ['fields that are not wanted', 'a 1 X\n', { columns: ['form', '_', 'tag'] }, ['a']],
    ['names of object properties', '__proto__ constructor toString\n', {}, ['__proto__']],
  ] as const)('reads %s', (_, text, options, words) => {
    const corpus = read(text, options)
    expect([...corpus.sentences()].flatMap((doc) => doc.words())).toEqual(words)
  })

  it.each([
    ['too few fields', 'a X O\n\nb Y\nc Z O\n\nd W O\n', {}, 3, undefined, 'b Y'],
    ['too many fields', 'a X O\n\nb Y O O\n\nd W O\n', {}, 3, undefined, 'b Y O O'],
    ['an empty field', 'a\tX\t0\n\nb\t\t0\n\nd\tX\t0\n', dependencies, 3, undefined, 'b\t\t0'],
    ['a head that is no number', 'a\tX\t0\n\nb\tX\tx\n\nd\tX\t0\n', dependencies, 3, 5, 'x'],
    [
      'a head outside its sentence',
      'a\tX\t0\n\nb\tX\t3\nc\tX\t0\n\nd\tX\t0\n',
      dependencies,
      3,
      undefined,
      '3',
    ],
  ] as const)('reports %s and leaves the sentence out', (_, text, options, line, column, found) => {
    const corpus = read(text, options)
    expect(caught(() => [...corpus.documents()])).toMatchObject({
      code: 'CORPUS_SYNTAX',
      details: { file: 'a', line, found, ...(column === undefined ? {} : { column }) },
    })
    const [doc] = [...corpus.documents({ onError: 'collect' })]
    expect(doc!.words()).toEqual(['a', 'd'])
    expect([...doc!.numbers('sentence')]).toEqual([0, 1])
    expect(corpus.errors).toHaveLength(1)
  })

  it.each([
    [{ columns: [] }],
    [{ columns: 'form' }],
    [{ columns: ['tag'] }],
    [{ columns: ['form', 'form'] }],
    [{ columns: ['form', 'sentence'] }],
    [{ separator: 'comma' }],
    [{ column: ['form'] }],
  ])('refuses the options %j', (options) => {
    expect(caught(() => columnsReader(options as object))).toMatchObject({ code: 'OPTION_INVALID' })
  })

  it('gives back what is written, from pieces of any size', () => {
    const field = fc.stringMatching(/^[a-zA-Z\u00e9_./-]{1,5}$/)
    const sentence = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (sentences, size) => {
        const text = sentences.map((one) => one.map((row) => `${row.join(' ')}\n`).join('')).join('\n')
        const corpus = corpusOf(columnsReader(), text, 'a', size)
        expect([...corpus.sentences()].map((doc) => doc.words())).toEqual(
          sentences.map((one) => one.map(([form]) => form)),
        )
        expect([...corpus.taggedWords({ column: 'chunk' })].map(([, chunk]) => chunk)).toEqual(
          sentences.flat().map(([, , chunk]) => chunk),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describeWith('corpora', 'columns of the catalogue', () => {
  it('reads CoNLL-2000, WNUT 17 and the dependency treebank', () => {
    const chunks = zipCorpus('nltk/corpora/conll2000.zip', /txt$/, columnsReader())
    expect(counts(chunks.documents({ files: 'train.txt' }))).toEqual({
      docs: 1,
      sentences: 8936,
      tokens: 211727,
    })
    expect(counts(chunks.documents({ files: 'test.txt' }))).toEqual({
      docs: 1,
      sentences: 2012,
      tokens: 47377,
    })
    const heads = zipCorpus('nltk/corpora/dependency_treebank.zip', /dp$/, columnsReader(dependencies))
    expect(counts(heads.documents())).toEqual({ docs: 199, sentences: 3914, tokens: 94084 })
    const names = mirrorCorpus(
      ['ner/wnut17/wnut17train.conll', 'ner/wnut17/emerging.dev.conll', 'ner/wnut17/emerging.test.annotated'],
      columnsReader({ columns: ['form', 'entity'], separator: 'tab' }),
    )
    expect([...names.documents()].map((doc) => counts([doc]))).toEqual([
      { docs: 1, sentences: 3394, tokens: 62730 },
      { docs: 1, sentences: 1009, tokens: 15733 },
      { docs: 1, sentences: 1287, tokens: 23394 },
    ])
  })
})
