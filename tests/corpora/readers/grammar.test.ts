/** NLTK's grammar files. */
import { describe, expect, it } from 'vitest'
import { caught } from '../../support/caught.js'
import { corpusOfFiles as corpusOf } from '../../support/corpus-of-files.js'

const productions = (text: string, name = 'g.fcfg') =>
  [...corpusOf({ [name]: text }, { format: 'grammar' }).records()] as {
    left?: { text: string }
    right?: { text: string; terminal: boolean }[]
    probability?: number
  }[]
const shown = (text: string) =>
  productions(text).map(({ left, right, probability }) =>
    [left?.text, '->', ...right!.map((s) => (s.terminal ? `'${s.text}'` : s.text)), probability]
      .join(' ')
      .trim(),
  )

describe('grammar files', () => {
  it('reads alternatives, words, empty sides and probabilities', () => {
    expect(shown("NP -> Det N [0.4] | 'I' [.6] | # nothing\nX->\"it's\" Y")).toEqual([
      'NP -> Det N 0.4',
      "NP -> 'I' 0.6",
      'NP ->',
      "X -> 'it's' Y",
    ])
  })

  it('keeps feature structures with their symbols, whatever is in them', () => {
    expect(shown("S[SEM=<?vp(?np)>] -> NP[NUM=?n, -INV] VP[+AUX, SEM=(?a + '| # ->')]/NP")).toEqual([
      "S[SEM=<?vp(?np)>] -> NP[NUM=?n, -INV] VP[+AUX, SEM=(?a + '| # ->')]/NP",
    ])
  })

  it('reads directives, continued lines and comments', () => {
    expect(productions('# c\n% start S\nS -> \\\n  NP VP\n')).toMatchObject([
      { kind: 'directive', name: 'start', value: 'S', line: 2 },
      { kind: 'production', right: [{ text: 'NP' }, { text: 'VP' }], line: 4 },
    ])
  })

  it('reads test sentences with the number of their parses, and lines of what is neither', () => {
    expect(productions('12 : show flights .\nno number', 'x_sentences.txt')).toEqual([
      { kind: 'sentence', text: 'show flights .', parses: 12, line: 1 },
      { kind: 'sentence', text: 'no number', line: 2 },
    ])
    expect(productions('all x.(dog(x))', 'x.fol')).toEqual([
      { kind: 'line', text: 'all x.(dog(x))', line: 1 },
    ])
  })

  it.each([
    ['S NP', 1, 3, "'->' after the left side"],
    ["S -> NP\nNP -> 'I", 2, 7, "a closing '"],
    ['S -> NP[NUM=sg', 1, 6, 'the end of the feature structure'],
  ])('%j is an error at its place', (text, line, column, expected) => {
    expect(caught(() => productions(text))).toMatchObject({
      code: 'CORPUS_SYNTAX',
      details: { line, column, expected },
    })
  })
})
