/** Tagged text: what is read, what is reported, and what a writer writes comes back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TaggedReaderOptions, taggedReader } from '../../../src/corpora/tagged-reader.js'
import { caught } from '../../support/caught.js'
import { corpusOf, counts, zipCorpus } from '../../support/corpus-of.js'
import { describeWith } from '../../support/resources.js'

const read = (text: string, options?: TaggedReaderOptions) => corpusOf(taggedReader(options), text)

describe('taggedReader', () => {
  it('reads a sentence a line and paragraphs between blank lines', () => {
    const corpus = read('\n\n\tRain/nn fell/vbd ./.\nIt/pps stopped/vbd ./.\n \n\nSun/nn ./.')
    const [doc] = [...corpus.documents()]
    expect(doc!.text).toBe('Rain fell .\nIt stopped .\n\nSun .')
    expect([...doc!.numbers('sentence')]).toEqual([0, 0, 0, 1, 1, 1, 2, 2])
    expect([...corpus.paragraphs()].map((part) => part.length)).toEqual([6, 2])
    expect([...corpus.taggedWords()].slice(0, 2)).toEqual([
      ['Rain', 'nn'],
      ['fell', 'vbd'],
    ])
  })

  it.each([
    [
      'takes the last separator',
      '1/2/cd //p',
      {},
      [
        ['1/2', 'cd'],
        ['/', 'p'],
      ],
    ],
    ['takes another separator', 'New_York_NP', { separator: '_' }, [['New_York', 'NP']]],
    ['gives tags in capitals', 'a/at-tl', { tagCase: 'upper' }, [['a', 'AT-TL']]],
    [
      'gives tags in capitals where they grow',
      'a/stra\u00dfe b/x',
      { tagCase: 'upper' },
      [
        ['a', 'STRASSE'],
        ['b', 'X'],
      ],
    ],
    [
      'reads CRLF',
      'a/b\r\n\r\nc/d\r\n',
      {},
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['skips lines of markup', '<S id=1>\na/b\n</S>\n', { markup: 'skip' }, [['a', 'b']]],
    [
      'keeps words without a tag',
      'x/y a b/ /c d/e',
      { untagged: 'keep' },
      [
        ['x', 'y'],
        ['a', ''],
        ['b', ''],
        ['/c', ''],
        ['d', 'e'],
      ],
    ],
    [
      'takes names of object properties as words',
      '__proto__/constructor',
      {},
      [['__proto__', 'constructor']],
    ],
    [
      'reads beyond ASCII',
      '\u0936\u092c\u094d\u0926/\u00e9 \ud83d\ude42/x',
      {},
      [
        ['\u0936\u092c\u094d\u0926', '\u00e9'],
        ['\ud83d\ude42', 'x'],
      ],
    ],
    ['reads nothing of an empty file', '', {}, []],
  ] as const)('%s', (_, text, options, expected) => {
    expect([...read(text, options).taggedWords()]).toEqual(expected)
  })

  it('throws at a token without a tag, or leaves its line out', () => {
    const corpus = read('a/b\r\n\r\n c/d  e f/g\r\nh/i\r\n')
    expect(caught(() => [...corpus.documents()])).toMatchObject({
      code: 'CORPUS_SYNTAX',
      details: { file: 'a', line: 3, column: 7, expected: 'a token like word/TAG', found: 'e' },
    })
    const [doc] = [...corpus.documents({ onError: 'collect' })]
    expect(doc!.words()).toEqual(['a', 'h'])
    expect([...doc!.numbers('sentence')]).toEqual([0, 1])
    expect(doc!.strings('tag').strings[doc!.strings('tag').ids[1]!]).toBe('i')
    expect(corpus.errors).toHaveLength(1)
  })

  it.each([
    [{ separator: '' }],
    [{ separator: '//' }],
    [{ separator: ' ' }],
    [{ tagCase: 'lower' }],
    [{ seperator: '_' }],
  ])('refuses the options %j', (options) => {
    expect(caught(() => taggedReader(options as object))).toMatchObject({ code: 'OPTION_INVALID' })
  })

  it('gives back what is written, from pieces of any size', () => {
    const part = fc.stringMatching(/^[a-z\u00e9\u4e00_./-]{1,6}$/)
    const tag = fc.stringMatching(/^[a-z\u00e9$*_.-]{1,15}$/)
    const sentence = fc.array(fc.tuple(part, tag), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (sentences, size) => {
        const text = sentences.map((one) => one.map((pair) => pair.join('/')).join(' ')).join('\n')
        const corpus = corpusOf(taggedReader(), text, 'a', size)
        const words = [...corpus.sentences()].map((doc) => doc.words())
        expect(words).toEqual(sentences.map((one) => one.map(([word]) => word)))
        expect([...corpus.taggedWords()]).toEqual(sentences.flat())
      }),
      { numRuns: 60 },
    )
  })

  it('interns more tags than its table holds', () => {
    const text = Array.from({ length: 9000 }, (_, i) => `w/${i.toString(36)}`).join(' ')
    const tags = [...read(text).taggedWords()].map(([, tag]) => Number.parseInt(tag, 36))
    expect(tags).toEqual(Array.from({ length: 9000 }, (_, i) => i))
  })
})

describeWith('corpora', 'tagged text of the catalogue', () => {
  it('reads all of Brown', () => {
    const brown = zipCorpus('nltk/corpora/brown.zip', /^c[a-r]\d\d$/, taggedReader({ tagCase: 'upper' }))
    expect(counts(brown.documents())).toEqual({ docs: 500, sentences: 57340, tokens: 1161192 })
  })

  it('reads all of MASC', () => {
    const options = { separator: '_', untagged: 'keep' } as const
    const masc = zipCorpus('nltk/corpora/masc_tagged.zip', /\/.*txt$/, taggedReader(options))
    expect(counts(masc.documents())).toEqual({ docs: 392, sentences: 34533, tokens: 592535 })
  })

  it('reads all of the Indian corpora', () => {
    const options = { separator: '_', markup: 'skip', untagged: 'keep' } as const
    const indian = zipCorpus('nltk/corpora/indian.zip', /pos$/, taggedReader(options))
    expect(counts(indian.documents())).toMatchObject({ docs: 4 })
  })
})
