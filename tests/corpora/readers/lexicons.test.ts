/** Formats with a record a line, and JSON: what they give, and what they say of what they cannot read. */
import { describe, expect, it } from 'vitest'
import { caught } from '../../support/caught.js'
import { corpusOfFiles as corpusOf } from '../../support/corpus-of-files.js'

const BAD_LINES: [format: string, options: object, text: string, line: number, expected: string][] = [
  ['analogies', {}, ': s\na b c d\na b c\n', 3, 'four words'],
  ['cmudict', {}, 'A  AH0\n\nB  lower\n', 3, 'a phoneme'],
  ['cmudict', {}, 'A\n', 1, 'a word and its phonemes'],
  ['json-lines', {}, '{"a":1}\n{"a":\n', 2, 'a JSON object'],
  ['json-lines', {}, '[1]\n', 1, 'a JSON object'],
  ['labelled-lines', { separator: 'tab' }, 'x\tfine\nno label\n', 2, 'a label'],
  ['table', { columns: ['a', 'b'] }, '1\t2\n1\n', 2, '2 fields'],
  ['table', { columns: ['a', 'n'], types: { n: 'number' } }, 'x\t1\nx\tone\n', 2, 'a number in field 2 (n)'],
  ['vader', {}, 'x\t1\t0\t[1]\nx\t1\n', 2, '4 fields'],
  ['vader', {}, 'x\tmany\t0\t[1]\n', 1, 'a mean'],
]

describe('line formats', () => {
  it.each(BAD_LINES)('%s %j says where it is broken', (format, options, text, line, expected) => {
    const corpus = corpusOf({ 'my.txt': text }, { format, ...options })
    expect(caught(() => [...corpus.records()])).toMatchObject({
      code: 'CORPUS_SYNTAX',
      details: { file: 'my.txt', line, expected: expect.stringContaining(expected) },
    })
    const whole = text
      .trim()
      .split('\n')
      .filter((one) => one !== '' && !one.startsWith(':')).length
    expect([...corpus.records({ onError: 'collect' })]).toHaveLength(whole - 1)
    expect(corpus.errors).toHaveLength(1)
  })

  it('reads word lists with comments, notes and CRLF, and ordinary words only', () => {
    const corpus = corpusOf(
      { list: '# head\r\nDr\r\nNo #NUMERIC_ONLY#\r\n\r\nconstructor\r\n__proto__' },
      { format: 'word-list', comment: '#' },
    )
    expect([...corpus.words()]).toEqual(['Dr', 'No', 'constructor', '__proto__'])
    expect([...corpus.records()][1]).toEqual({ word: 'No', line: 3, note: 'NUMERIC_ONLY' })
  })

  it('reads both forms of CMUdict', () => {
    const old = corpusOf({ d: 'READ 1 R EH1 D\nREAD 2 R IY1 D\n' }, { format: 'cmudict' })
    const later = corpusOf(
      { d: ';;; comment\nREAD  R EH1 D\nREAD(2)  R IY1 D # past\n' },
      { format: 'cmudict' },
    )
    expect([...old.records()]).toEqual([...later.records()])
    expect([...later.records()][1]).toEqual({ word: 'READ', number: 2, phonemes: ['R', 'IY1', 'D'] })
  })

  it('reads tables by their header, into rows that may have any name', () => {
    const corpus = corpusOf(
      { t: 'tag\t__proto__\texpected\nNN\tnoun\tyes\n' },
      { format: 'table', word: 'tag', category: '__proto__' },
    )
    const [row] = [...corpus.records()] as Record<string, string>[]
    expect(Object.entries(row!)).toEqual([
      ['tag', 'NN'],
      ['__proto__', 'noun'],
      ['expected', 'yes'],
    ])
    expect([...corpus.words()]).toEqual(['NN'])
    expect(corpus.categories()).toEqual(['noun'])
  })

  it('gives the rest of a line as a list', () => {
    const corpus = corpusOf(
      { t: 'a 1 x y\nb 2\n' },
      {
        format: 'table',
        separator: 'space',
        columns: ['w', 'n', 'rest'],
        types: { n: 'number', rest: 'list' },
      },
    )
    expect([...corpus.records()]).toMatchObject([
      { w: 'a', n: 1, rest: ['x', 'y'] },
      { w: 'b', n: 2, rest: [] },
    ])
  })

  it('pairs words and stems, and says which file is too short', () => {
    const good = corpusOf(
      { 'voc.txt': 'cats\ndogs\n', 'output.txt': 'cat\ndog\n' },
      { format: 'stems' },
      { besides: ['output.txt'] },
    )
    expect([...good.records()]).toEqual([
      { word: 'cats', stem: 'cat' },
      { word: 'dogs', stem: 'dog' },
    ])
    const short = corpusOf(
      { 'voc.txt': 'cats\ndogs\n', 'output.txt': 'cat\n' },
      { format: 'stems' },
      { besides: ['output.txt'] },
    )
    expect(caught(() => [...short.records()])).toMatchObject({ details: { file: 'output.txt', line: 2 } })
    const long = corpusOf(
      { 'voc.txt': 'cats\n', 'output.txt': 'cat\ndog\n' },
      { format: 'stems' },
      { besides: ['output.txt'] },
    )
    expect(caught(() => [...long.records()])).toMatchObject({ details: { file: 'voc.txt', line: 2 } })
  })

  it('reads analogies in sections', () => {
    const corpus = corpusOf(
      { q: ': capitals\nOslo Norway Rome Italy\n: plural\nx xs y ys\n' },
      { format: 'analogies' },
    )
    expect(corpus.categories()).toEqual(['capitals', 'plural'])
    expect([...corpus.records({ categories: 'plural' })]).toEqual([
      { section: 'plural', words: ['x', 'xs', 'y', 'ys'] },
    ])
  })

  it('reads Toolbox entries with repeated and continued fields', () => {
    const corpus = corpusOf(
      { d: '\\_sh v3.0\n\n\\lx kaa\n\\ge gag\n\\ge choke\n\\xe a long\nexample\n\n\\lx kaba\n\\ps N\n' },
      { format: 'toolbox' },
    )
    expect([...corpus.words()]).toEqual(['kaa', 'kaba'])
    expect([...corpus.records()][0]).toEqual({
      key: 'kaa',
      line: 3,
      fields: [
        { marker: 'lx', value: 'kaa' },
        { marker: 'ge', value: 'gag' },
        { marker: 'ge', value: 'choke' },
        { marker: 'xe', value: 'a long\nexample' },
      ],
    })
  })

  it('says at which line and column JSON breaks', () => {
    const corpus = corpusOf({ 'a.json': '[\n {"a": 1},\n {"a" 2}\n]' }, { format: 'json' })
    expect(caught(() => [...corpus.records()])).toMatchObject({
      code: 'CORPUS_SYNTAX',
      details: { file: 'a.json', line: 3 },
    })
  })

  it('says that a format takes no options', () => {
    expect(caught(() => corpusOf({}, { format: 'vader', comment: '#' })).code).toBe('OPTION_INVALID')
  })
})

describe('plain text', () => {
  const text = 'One. Two.\nStill one.\n\nThree.\n'

  it.each([
    [{}, 1, ['One. Two.\nStill one.', 'Three.']],
    [{ paragraph: 'line' }, 1, ['One. Two.', 'Still one.', 'Three.']],
    [{ document: 'blank-line' }, 2, ['One. Two.\nStill one.', 'Three.']],
    [{ document: 'blank-line', paragraph: 'line' }, 2, ['One. Two.', 'Still one.', 'Three.']],
  ])('with %j has its documents and paragraphs', (options, documents, paragraphs) => {
    const corpus = corpusOf({ a: text }, { format: 'plain', ...options })
    expect([...corpus.documents()]).toHaveLength(documents)
    expect([...corpus.paragraphs()].map((doc) => doc.text)).toEqual(paragraphs)
    expect([...corpus.sentences()]).toHaveLength(4)
  })

  it('is decoded from code page 865 and CESU-8, in chunks of any size', () => {
    const swedish = Uint8Array.of(0x86, 0x84, 0x94, 0x20, 0x8f)
    expect([...corpusOf({ a: swedish }, { format: 'plain' }, { encoding: 'cp865' }).raw()]).toEqual(['åäö Å'])
    const flag = Uint8Array.of(0x61, 0xed, 0xa0, 0xbc, 0xed, 0xbd, 0x95, 0xc3, 0xa9)
    for (let cut = 0; cut <= flag.length; cut++) {
      const corpus = corpusOf(
        {},
        { format: 'plain' },
        {
          files: [{ name: 'a', chunks: () => [flag.subarray(0, cut), flag.subarray(cut)] }],
          encodings: { a: 'cesu-8' },
        },
      )
      expect([...corpus.raw()]).toEqual(['a\u{1f355}é'])
    }
    const half = corpusOf({ a: flag.subarray(0, 4) }, { format: 'plain' }, { encoding: 'cesu-8' })
    expect(caught(() => [...half.raw()]).code).toBe('INPUT_ENCODING')
  })
})
