/** CoNLL-U as a corpus: faults leave out their sentence only, with file, line and column. */
import { describe, expect, it } from 'vitest'
import { conlluReader } from '../../../src/corpora/conllu-reader.js'
import { caught } from '../../support/caught.js'
import { corpusOf } from '../../support/corpus-of.js'

const row = (id: string, form: string, head = '0') => `${id}\t${form}\t${form}\tX\t_\t_\t${head}\tdep\t_\t_\n`

describe('conlluReader', () => {
  it.each([
    ['too few columns', `${row('1', 'b')}2\tc\n`, 5, 1, '10 columns separated by tabs', '2\tc'],
    ['an empty field', `1\t\tc\tX\t_\t_\t0\tdep\t_\t_\n`, 4, 3, 'a value or _ in field 2', ''],
    ['a wrong ID', `${row('1', 'b')}${row('3', 'c')}`, 5, 1, 'the ID 2', '3'],
    ['a head that is none', row('1', 'b', 'x'), 4, 13, 'the ID of another word, 0 or _', 'x'],
    ['a head outside the sentence', row('1', 'b', '7'), 4, undefined, 'a HEAD from 0 to 1', '7'],
    [
      'a comment among words',
      `${row('1', 'b')}# no\n${row('2', 'c')}`,
      5,
      1,
      'a word, or a blank line',
      '# no',
    ],
    ['comments alone', '# sent_id = 2\n', 5, undefined, 'words after the comments', 'a blank line'],
    [
      'a range that does not end',
      `1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n${row('1', 'de')}`,
      6,
      undefined,
      'word 2 of a multiword token',
      'a blank line',
    ],
    [
      'an empty node out of place',
      `1.1\te\t_\t_\t_\t_\t_\t_\t_\t_\n${row('1', 'b')}`,
      4,
      1,
      'the ID 1',
      '1.1',
    ],
  ])('reports %s and leaves the sentence out', (_, bad, line, column, expected, found) => {
    const text = `# sent_id = 1\n${row('1', 'a')}\n${bad}\n# sent_id = 3\n${row('1', 'x')}${row('2', 'y', '1')}`
    const corpus = corpusOf(conlluReader(), text)
    expect(caught(() => [...corpus.documents()])).toMatchObject({
      code: 'CORPUS_SYNTAX',
      details: { file: 'a', line, expected, found, ...(column === undefined ? {} : { column }) },
    })
    const [doc] = [...corpus.documents({ onError: 'collect' })]
    expect(corpus.errors).toHaveLength(1)
    expect(doc!.text).toBe('a x y')
    expect([...doc!.numbers('head')]).toEqual([0, 1, 1])
    expect([...doc!.numbers('sentence')]).toEqual([0, 1, 1])
    const comments = doc!.strings('comments')
    expect(Array.from(comments.ids, (id) => comments.strings[id])).toEqual([
      '# sent_id = 1',
      '# sent_id = 3',
      '',
    ])
  })

  it('keeps documents apart where the first sentence of one cannot be read', () => {
    const text = `# newdoc\n${row('1', 'a')}\n# newdoc\n${row('1', 'b')}oops\n\n${row('1', 'c')}\n# newdoc\noops\n\n${row('1', 'd')}`
    const corpus = corpusOf(conlluReader(), text)
    expect([...corpus.documents({ onError: 'collect' })].map(String.bind(null))).toHaveLength(3)
    expect([...corpus.words({ onError: 'collect' })]).toEqual(['a', 'c', 'd'])
  })

  it('gives a Doc a sentence where it is told to', () => {
    const corpus = corpusOf(conlluReader({ unit: 'sentence' }), `${row('1', 'a')}\n${row('1', 'b')}`)
    expect([...corpus.documents()].map((doc) => doc.text)).toEqual(['a', 'b'])
    expect(caught(() => conlluReader({ unit: 'word' } as never))).toMatchObject({ code: 'OPTION_INVALID' })
  })
})
