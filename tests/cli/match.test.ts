/** Patterns and phrases from the command line: every format, and what is told of mistakes. */
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/index.js'
import { workplace } from './run.js'

const TREES = resolve('corpora/trees/trees.conllu')
const { wordloom } = workplace({
  'phrases.txt': 'the OVEN\n\nlast tray\n',
  'empty.txt': '\n',
  // The first sentence has no features, the second has; nothing has a lemma.
  'part.conllu': '1\tHm\t_\tINTJ\t_\t_\t0\troot\t_\t_\n\n1\tmen\t_\tNOUN\t_\tNumber=Plur\t0\troot\t_\t_\n\n',
  'broken.conllu': '1\tonly\n\n',
})
const lines = (text: string) => text.split('\n').slice(0, -1)

describe('wordloom match', () => {
  it('shows token patterns with their context, in fields that tabs separate', () => {
    const { code, out } = wordloom(['match', '(?<how>[tag=ADJ]) [tag=NOUN]', TREES])
    expect(code).toBe(0)
    expect(lines(out)[0]).toBe(
      `${TREES}\t1\thow=last\tThe baker slid the\tlast tray\tof rolls into the oven before dawn.`,
    )
  })

  it('marks them in colours where there are colours', () => {
    const { out } = wordloom(['match', 'last tray', TREES], { env: { FORCE_COLOR: '1' } })
    expect(out).toContain('\u001b[31mlast tray\u001b[')
  })

  it('shows dependency patterns as objects, in lines or an array', () => {
    const { out } = wordloom(['match', '-d', '{tag=VERB} >obj {}=what', TREES, '--to', 'ndjson'])
    expect(JSON.parse(lines(out)[0]!)).toEqual({
      source: TREES,
      sentence: 1,
      name: '',
      from: 2,
      to: 6,
      text: 'slid the last tray',
      captures: [{ name: 'what', from: 5, to: 6, text: 'tray' }],
    })
    const array = wordloom(['match', '-d', '{tag=VERB} >obj {}=what', TREES, '--to', 'json'])
    expect(JSON.parse(array.out)).toEqual(lines(out).map((line) => JSON.parse(line)))
    expect(wordloom(['match', 'nowhere-at-all', TREES, '--to', 'json'])).toMatchObject({
      code: 0,
      out: '[]\n',
    })
  })

  it('writes the sentences with a match as CoNLL-U that says where it is', () => {
    const { out } = wordloom(['match', 'last (?<x>tray)', TREES, '--to', 'conllu'])
    expect(lines(out).filter((line) => line.startsWith('# match'))).toEqual(['# match = 5-6 x=6: last tray'])
    expect([...readConllu(out, { unit: 'sentence' })].map((doc) => doc.text)).toEqual([
      'The baker slid the last tray of rolls into the oven before dawn.',
    ])
  })

  it('finds the phrases of a file', () => {
    const { out } = wordloom(['match', '--phrases', 'phrases.txt', '--by', 'lower', TREES])
    expect(lines(out).map((line) => line.split('\t')[5 - 1])).toEqual(
      expect.arrayContaining(['last tray', 'the oven']),
    )
  })

  it('reads what annotate writes', () => {
    const { out: conllu } = wordloom(['annotate'], { input: 'One two. Two one.' })
    expect(lines(wordloom(['match', '^ Two'], { input: conllu }).out)).toEqual(['-\t2\t\t\tTwo\tone.'])
  })

  it('takes a column that a sentence does not have for empty, if the file has it', () => {
    const { code, out } = wordloom(['match', '[features.Number=Plur]', 'part.conllu'])
    expect({ code, out }).toEqual({ code: 0, out: 'part.conllu\t2\t\t\tmen\t\n' })
    const { code: exit, err } = wordloom(['match', '[lemma=man]', 'part.conllu'])
    expect(exit).toBe(1)
    expect(err).toMatch(/'part\.conllu' has no values of lemma/)
  })

  it.each([
    ['no pattern', ['match'], 2, /needs a pattern/],
    ['a pattern that is none', ['match', 'a [tag=', TREES], 2, /\n {2}hint: a \[tag=\n {15}\^ here\n/],
    ['a dependency pattern that is none', ['match', '-d', '{} nsubj', TREES], 2, /\^ here/],
    ['a column that is not there', ['match', '[gloss=x]', TREES], 1, /no such column/],
    ['a file that is no CoNLL-U', ['match', 'a', 'broken.conllu'], 1, /broken\.conllu.*\n.*annotate/],
    ['no phrases', ['match', '--phrases', 'empty.txt', TREES], 1, /has no phrases/],
  ])('says what to type for %s', (_what, args, exit, message) => {
    const { code, err } = wordloom(args)
    expect(err).toMatch(message)
    expect(code).toBe(exit)
  })
})
