import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Doc, readConllu, readConlluStream, WordloomError, writeConllu } from 'wordloom'
import { corpusText, describeWith } from '../support/resources.js'

function row(id: string, form: string, rest: Partial<Record<'head' | 'misc' | 'tag', string>> = {}): string {
  return `${id}\t${form}\t_\t${rest.tag ?? '_'}\t_\t_\t${rest.head ?? '_'}\t_\t_\t${rest.misc ?? '_'}\n`
}

function only(conllu: string): Doc {
  const docs = [...readConllu(conllu)]
  expect(docs).toHaveLength(1)
  return docs[0]!
}

function failure(run: () => unknown): WordloomError {
  try {
    run()
  } catch (error) {
    if (error instanceof WordloomError) return error
    throw error
  }
  throw new Error('expected an error')
}

/** Every ID form, comments, features, spaces in forms, empty nodes before and after words. */
const RICH = `# newdoc id = d1
# newpar
# sent_id = 1
# text = He can't wait 10 000 days.
0.1\tso\tso\tADV\t_\t_\t_\t_\t2:advmod\t_
1\tHe\the\tPRON\tPRP\tCase=Nom|Number=Sing\t4\tnsubj\t4:nsubj\t_
2-3\tcan't\t_\t_\t_\tTypo=Yes\t_\t_\t_\tNote=x
2\tca\tcan\tAUX\tMD\t_\t4\taux\t4:aux\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t4:advmod\t_
4\twait\twait\tVERB\tVB\tVerbForm=Inf\t0\troot\t0:root\t_
4.1\tfor\tfor\tADP\t_\t_\t_\t_\t4:case\t_
4.2\tall\tall\tDET\t_\t_\t_\t_\t4:det\t_
5\t10 000\t10000\tNUM\tCD\t_\t6\tnummod\t6:nummod\t_
6\tdays\tday\tNOUN\tNNS\t_\t4\tobl\t4:obl\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_

# sent_id = 2
# text = _
1\t_\t_\tPUNCT\t_\t_\t0\troot\t_\t_

`

describe('readConllu', () => {
  it('lays the forms out as text with a column for every field', () => {
    const doc = only(RICH)
    expect(doc.text).toBe("He can't wait 10 000 days. _")
    expect(doc.words()).toEqual(['He', 'ca', "n't", 'wait', '10 000', 'days', '.', '_'])
    expect([...doc.numbers('sentence')]).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
    expect([...doc.numbers('head')]).toEqual([3, 3, 3, 3, 5, 3, 3, 7])
    expect([...doc].map((token) => token.get('lemma'))).toEqual([
      'he',
      'can',
      'not',
      'wait',
      '10000',
      'day',
      '.',
      '_',
    ])
    expect([...doc].map((token) => token.kind)).toEqual([
      'word',
      'word',
      'clitic',
      'word',
      'number',
      'word',
      'punctuation',
      'punctuation',
    ])
    expect(doc.token(0)?.get('features')).toBe('Case=Nom|Number=Sing')
    expect(doc.token(0)?.get('xtag')).toBe('PRP')
    expect(doc.token(4)?.get('deprel')).toBe('nummod')
    expect(doc.token(1)?.get('features')).toBe('')
    expect(doc.has('form')).toBe(false)
  })

  it('writes back every byte of comments, empty nodes and multiword rows', () => {
    expect(writeConllu(readConllu(RICH))).toBe(RICH)
    expect(writeConllu(readConllu(RICH, { unit: 'sentence' }))).toBe(RICH)
  })

  it('keeps words that are no slices of the surface as empty tokens with forms', () => {
    const conllu = `${row('1', 'Fin')}${row('2-3', 'du')}${row('2', 'de')}${row('3', 'le')}${row('4', 'jour')}\n`
    const doc = only(conllu)
    expect(doc.text).toBe('Fin du jour')
    expect(doc.words()).toEqual(['Fin', 'du', '', 'jour'])
    expect([...doc].map((token) => token.get('form'))).toEqual(['Fin', 'de', 'le', 'jour'])
    expect([...doc.start]).toEqual([0, 4, 6, 7])
    expect([...doc].map((token) => token.kind)).toEqual(['word', 'word', 'clitic', 'word'])
    expect(writeConllu(doc)).toBe(`# newdoc\n# newpar\n# sent_id = 1\n# text = Fin du jour\n${conllu}`)
  })

  const GAPS: [misc: string, gap: string][] = [
    ['_', ' '],
    ['SpaceAfter=No', ''],
    ['A=b|SpaceAfter=No|C=d', ''],
    ['SpacesAfter=\\s\\t\\r\\n\\p\\\\', ' \t\r\n|\\'],
    ['NoSpaceAfter=No', ' '],
    ['CorrectSpaceAfter=No', ' '],
  ]
  it.each(GAPS)('reads the gap after a word from MISC %j', (misc, gap) => {
    expect(only(`${row('1', 'a', { misc })}${row('2', 'b')}\n`).text).toBe(`a${gap}b`)
  })

  it('puts a blank line at # newpar, and keeps one that SpacesAfter brings', () => {
    const second = `# newpar id = p2\n${row('1', 'b')}\n`
    expect(only(`${row('1', 'a')}\n${second}`).text).toBe('a\n\nb')
    expect(only(`${row('1', 'a', { misc: 'SpaceAfter=No' })}\n${second}`).text).toBe('a\n\nb')
    expect(only(`${row('1', 'a', { misc: 'SpacesAfter=\\n\\s\\n' })}\n${second}`).text).toBe('a\n \nb')
    expect(only(`${row('1', 'a')}\n# newparty\n${row('1', 'b')}\n`).text).toBe('a b')
  })

  it('begins a Doc at each # newdoc, or at each sentence where asked', () => {
    const conllu = `# newdoc id = x\n${row('1', 'a')}\n${row('1', 'b')}\n# newdoc\n${row('1', 'c')}\n`
    expect([...readConllu(conllu)].map((doc) => doc.text)).toEqual(['a b', 'c'])
    expect([...readConllu(conllu, { unit: 'sentence' })].map((doc) => doc.text)).toEqual(['a', 'b', 'c'])
  })

  it('reads CRLF, a byte order mark, more blank lines and a missing last one', () => {
    const plain = `# sent_id = s\n${row('1', 'a')}\n${row('1', 'b')}\n`
    const odd = `\uFEFF\n\n${plain.replaceAll('\n', '\r\n').replace('\r\n\r\n', '\r\n\r\n\r\n')}`
    const expected = only(plain).toJSON()
    expect(only(odd).toJSON()).toEqual(expected)
    expect(only(plain.trimEnd()).toJSON()).toEqual(expected)
    expect(only(new TextEncoder().encode(plain) as unknown as string).toJSON()).toEqual(expected)
  })

  it('gives no Doc for no sentence', () => {
    expect([...readConllu('')]).toEqual([])
    expect([...readConllu('\n\n')]).toEqual([])
  })

  it('marks a head that is not given with -1', () => {
    const doc = only(`${row('1', 'a', { head: '2' })}${row('2', 'b')}\n`)
    expect([...doc.numbers('head')]).toEqual([1, -1])
    expect(only(`${row('1', 'a')}\n`).has('head')).toBe(false)
  })

  it('takes words such as constructor and __proto__ for words', () => {
    const conllu = `${row('1', '__proto__', { tag: 'constructor', misc: '__proto__=toString' })}\n`
    expect(writeConllu(readConllu(conllu))).toContain(conllu)
  })

  const BAD: [what: string, conllu: string, line: number, message: RegExp][] = [
    ['nine columns', '1\ta\t_\t_\t_\t_\t_\t_\t_\n\n', 1, /got 9 columns, expected 10/],
    ['eleven columns', '1\ta\t_\t_\t_\t_\t_\t_\t_\t_\t_\n\n', 1, /got 11 columns/],
    ['spaces for tabs', '1 a _ _ _ _ _ _ _ _\n\n', 1, /got 1 columns/],
    ['an empty field', '1\t\t_\t_\t_\t_\t_\t_\t_\t_\n\n', 1, /field 2 is empty/],
    ['a first ID of 2', row('2', 'a'), 1, /ID is '2' where word 1 is next/],
    ['a leading zero', row('01', 'a'), 1, /ID is '01'/],
    ['a double ID', row('1', 'a') + row('1', 'b'), 2, /ID is '1' where word 2 is next/],
    ['a range that lies behind', row('1', 'a') + row('1-2', 'b'), 2, /ID is '1-2'/],
    ['a range of one word', row('1-1', 'a'), 1, /ID is '1-1'/],
    ['a range in a range', row('1-3', 'a') + row('1-2', 'b'), 2, /ID is '1-2'/],
    ['an empty node out of turn', row('1', 'a') + row('1.2', 'b'), 2, /ID is '1.2'/],
    ['an empty node ahead', row('1', 'a') + row('2.1', 'b'), 2, /ID is '2.1'/],
    ['a range that runs out', `${row('1-3', 'ab')}${row('1', 'a')}${row('2', 'b')}\n`, 4, /ends at word 3/],
    ['a head that is no number', row('1', 'a', { head: 'x' }), 1, /HEAD of word 1 is 'x'/],
    ['a negative head', row('1', 'a', { head: '-1' }), 1, /HEAD of word 1 is '-1'/],
    ['a word that is its own head', row('1', 'a', { head: '1' }), 1, /HEAD of word 1 is '1'/],
    [
      'a head outside the sentence',
      `${row('1', 'a', { head: '3' })}${row('2', 'b')}\n`,
      1,
      /HEAD is 3 in a sentence of 2/,
    ],
    ['comments alone', '# sent_id = 1\n\n', 2, /followed by no words/],
    ['comments at the end', `${row('1', 'a')}\n# end\n`, 4, /followed by no words/],
    ['a comment among words', `${row('1', 'a')}# b\n`, 2, /comment stands after/],
    ['empty nodes alone', `${row('0.1', 'a')}\n`, 2, /no words/],
  ]
  it.each(BAD)('refuses %s, with the line', (_, conllu, line, message) => {
    const error = failure(() => [...readConllu(conllu)])
    expect(error.code).toBe('CONLLU_SYNTAX')
    expect(error.details.line).toBe(line)
    expect(error.message).toMatch(message)
  })

  it('refuses what is no text, bytes that are not UTF-8, and unknown options', () => {
    expect(failure(() => [...readConllu(42 as unknown as string)]).code).toBe('INPUT_NOT_STRING')
    const error = failure(() => [...readConllu(Uint8Array.of(0x31, 0x09, 0xff))])
    expect(error.code).toBe('INPUT_ENCODING')
    expect(error.details.byteOffset).toBe(2)
    expect(failure(() => [...readConllu('', { unit: 'page' as 'document' })]).code).toBe('OPTION_INVALID')
  })
})

describe('readConllu on damaged files', () => {
  it('gives Docs that are written and read again alike, or a typed error; never anything else', () => {
    const bit = fc.constantFrom(
      '',
      '\t',
      '\n',
      '\r',
      '\n\n',
      '_',
      '1',
      '2-3',
      '0.1',
      '99',
      '#',
      'SpaceAfter=No',
      '\0',
      '\uD83D',
    )
    const edit = fc.tuple(fc.nat(RICH.length), fc.nat(12), bit)
    let read = 0
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let damaged = RICH
        for (const [at, length, put] of edits)
          damaged = damaged.slice(0, at) + put + damaged.slice(at + length)
        let written: string
        try {
          written = writeConllu(readConllu(damaged))
        } catch (error) {
          expect((error as WordloomError).code).toBe('CONLLU_SYNTAX')
          return
        }
        read++
        expect(writeConllu(readConllu(written))).toBe(written)
      }),
      { numRuns: 1000 },
    )
    expect(read).toBeGreaterThan(50)
  })

  it('takes time linear in the size of the file', () => {
    const time = (size: number) => {
      const files = ['x'.repeat(size), `# ${'y'.repeat(size)}`, row('1', 'z'.repeat(size)), '\n'.repeat(size)]
      const start = performance.now()
      for (const file of files) {
        try {
          for (const doc of readConllu(file)) expect(doc.length).toBe(1)
        } catch (error) {
          expect((error as WordloomError).code).toBe('CONLLU_SYNTAX')
        }
      }
      return performance.now() - start
    }
    time(1e5)
    expect(time(2e6)).toBeLessThan(2000)
  })
})

describe('readConlluStream', () => {
  it('gives the same Docs however the bytes are cut', async () => {
    const bytes = new TextEncoder().encode(`${RICH.replaceAll('\n', '\r\n')}# newdoc\n${row('1', 'é😀')}\n`)
    const whole = [...readConllu(new TextDecoder().decode(bytes))].map((doc) => doc.toJSON())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length]
        const chunks = at.slice(1).map((to, k) => bytes.subarray(at[k], to))
        const docs: unknown[] = []
        for await (const doc of readConlluStream(chunks)) docs.push(doc.toJSON())
        expect(docs).toEqual(whole)
      }),
      { numRuns: 50 },
    )
  })
})

const TREEBANKS = [
  'UD_English-EWT/en_ewt-ud-dev.conllu',
  'UD_French-Sequoia/fr_sequoia-ud-test.conllu.gz',
  'UD_Italian-ParTUT/it_partut-ud-test.conllu.gz',
  'UD_Korean-GSD/ko_gsd-ud-test.conllu.gz',
  'UD_Portuguese-Bosque/pt_bosque-ud-test.conllu.gz',
  'UD_Russian-Taiga/ru_taiga-ud-test.conllu.gz',
  'UD_Turkish-IMST/tr_imst-ud-test.conllu.gz',
]

describeWith('corpora', 'readConllu on treebanks', () => {
  it.each(TREEBANKS)('reads and writes %s byte for byte', (path) => {
    const conllu = corpusText(`ud/${path}`)
    expect(writeConllu(readConllu(conllu)) === conllu).toBe(true)
  })
})
