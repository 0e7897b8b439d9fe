import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Column,
  ConlluWriter,
  Doc,
  InternTable,
  KIND_CODES,
  readConllu,
  type TokenKind,
  tokenizeWhitespace,
  WordloomError,
  writeConllu,
} from 'wordloom'

/** A Doc of `words`, each found in `text` from left to right; `|` in a list of kinds begins a sentence. */
function made(text: string, words: readonly string[], columns: Record<string, Column> = {}): Doc {
  let at = 0
  const start = words.map((word) => {
    const found = text.indexOf(word, at)
    at = found + word.length
    return found
  })
  return Doc.create(text, {
    start: Uint32Array.from(start),
    end: Uint32Array.from(words, (word, i) => start[i]! + word.length),
    sentence: new Uint32Array(words.length),
    ...columns,
  })
}

function kinds(...names: TokenKind[]): Uint8Array {
  return Uint8Array.from(names, (name) => KIND_CODES[name])
}

const ids = (conllu: string) =>
  conllu
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) =>
      line
        .split('\t')
        .filter((f) => f !== '_')
        .join(' '),
    )

describe('writeConllu', () => {
  it('writes a tokenised Doc with multiword ranges, spaces, and _ for what is not there', () => {
    const doc = made("I can't.", ['I', 'ca', "n't", '.'], {
      kind: kinds('word', 'word', 'clitic', 'punctuation'),
    })
    expect(writeConllu(doc)).toBe(
      [
        '# newdoc',
        '# newpar',
        '# sent_id = 1',
        "# text = I can't.",
        '1\tI\t_\t_\t_\t_\t_\t_\t_\t_',
        "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
        '2\tca\t_\t_\t_\t_\t_\t_\t_\t_',
        "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_",
        '4\t.\t_\t_\t_\t_\t_\t_\t_\t_',
        '',
        '',
      ].join('\n'),
    )
  })

  it('makes no range over a gap, over a sentence end or of a leading clitic', () => {
    const spaced = made("do n't", ['do', "n't"], { kind: kinds('word', 'clitic') })
    expect(ids(writeConllu(spaced))).toEqual(['1 do', "2 n't"])
    const split = made("don't", ['do', "n't"], {
      kind: kinds('word', 'clitic'),
      sentence: Uint32Array.of(0, 1),
    })
    expect(ids(writeConllu(split))).toEqual(['1 do SpaceAfter=No', "1 n't"])
  })

  it('begins a paragraph at a blank line and a document at each Doc', () => {
    const text = 'a\nb\n \r\nc\r\n\r\nd'
    const doc = made(text, ['a', 'b', 'c', 'd'], { sentence: Uint32Array.of(0, 1, 2, 3) })
    const comments = writeConllu([doc, doc])
      .split('\n')
      .filter((line) => /newdoc|newpar|sent_id/.test(line))
    const second = (n: number) => [`# sent_id = ${n}`]
    const one = (n: number) => [
      '# newdoc',
      '# newpar',
      ...second(n),
      ...second(n + 1),
      '# newpar',
      ...second(n + 2),
      '# newpar',
      ...second(n + 3),
    ]
    expect(comments).toEqual([...one(1), ...one(5)])
  })

  it('writes heads within their sentence, and refuses one outside', () => {
    const head = (...values: number[]) => ({
      head: Int32Array.from(values),
      sentence: Uint32Array.of(0, 1, 1),
    })
    const conllu = writeConllu(made('a b c', ['a', 'b', 'c'], head(0, 2, 2)))
    expect(ids(conllu)).toEqual(['1 a 0', '1 b 2', '2 c 0'])
    expect(() => writeConllu(made('a b c', ['a', 'b', 'c'], head(0, 0, 2)))).toThrow(WordloomError)
  })

  it('keeps rows whole whatever the forms and values hold', () => {
    const doc = made('a\tb\n\nc', ['a\tb\n\nc'], { lemma: InternTable.column(['x\ty\r\nz']) })
    const conllu = writeConllu(doc)
    expect(conllu).toContain('# text = a b c\n1\ta b c\tx y z\t_')
    expect([...readConllu(conllu)]).toHaveLength(1)
  })

  it('numbers sentences through and takes a prefix', () => {
    const writer = new ConlluWriter({ idPrefix: 'en-' })
    const doc = made('a', ['a'])
    expect(writer.write(doc)).toMatch(/^# newdoc\n# newpar\n# sent_id = en-1\n/)
    expect(writer.write(doc, 'paragraph')).toMatch(/^# newpar\n# sent_id = en-2\n/)
    expect(writer.write(doc, 'sentence')).toMatch(/^# sent_id = en-3\n/)
    expect(writer.write(made('', []))).toBe('')
  })

  it('asks for sentences, and refuses unknown options', () => {
    const code = (run: () => unknown) => {
      try {
        return run()
      } catch (error) {
        return (error as WordloomError).code
      }
    }
    expect(code(() => writeConllu(tokenizeWhitespace('a')))).toBe('COLUMN_MISSING')
    expect(code(() => writeConllu([], { spaces: 'none' as 'exact' }))).toBe('OPTION_INVALID')
  })

  it('gives back text and tokens of any Doc where spaces are exact', () => {
    const unit = fc.constantFrom('a', 'b', '😀', ' ', ' ', '\t', '\n', '\r\n', '|', '\\', '\u00a0', 'é')
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), fc.infiniteStream(fc.nat(3)), (units, breaks) => {
        const bare = tokenizeWhitespace(units.join(''))
        let number = 0
        const sentence = Uint32Array.from({ length: bare.length }, (_, i) =>
          i > 0 && breaks.next().value === 0 ? ++number : number,
        )
        const doc = bare.with({ sentence })
        const [back] = readConllu(writeConllu(doc, { spaces: 'exact' }))
        if (doc.length === 0) {
          expect(back).toBeUndefined()
          return
        }
        expect(back?.text).toBe(doc.text)
        expect(back?.start).toEqual(doc.start)
        expect(back?.end).toEqual(doc.end)
        expect(back?.numbers('sentence')).toEqual(sentence)
      }),
    )
  })
})
