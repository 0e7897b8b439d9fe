/** Bracketed trees: what is read, what is reported, and what a writer writes comes back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BracketsReaderOptions, bracketsReader } from '../../../src/corpora/brackets-reader.js'
import { pennTreebankReader } from '../../../src/corpora/penn-treebank-reader.js'
import { Tree } from '../../../src/text/tree.js'
import { caught } from '../../support/caught.js'
import { corpusOf, counts, zipCorpus } from '../../support/corpus-of.js'
import { describeWith } from '../../support/resources.js'

const read = (text: string, options?: BracketsReaderOptions) => corpusOf(bracketsReader(options), text)
const errors = (text: string, options?: BracketsReaderOptions) => {
  const corpus = read(text, options)
  const trees = [...corpus.trees({ onError: 'collect' })].map(String)
  return { trees, at: corpus.errors.map(({ details }) => [details.line, details.column, details.found]) }
}

describe('bracketsReader', () => {
  const text =
    '( (S (NP-SBJ-1 (NNP Rain))\n     (VP (VBD fell) (NP (-NONE- *T*-1)) (-LRB- -LRB-) (UH __proto__))) )\n'

  it('reads trees as written, with empty elements', () => {
    expect([...read(text).trees()].map(String)).toEqual([
      '( (S (NP-SBJ-1 (NNP Rain)) (VP (VBD fell) (NP (-NONE- *T*-1)) (-LRB- -LRB-) (UH __proto__))))',
    ])
  })

  it('makes Docs of the leaves, without empty elements unless they are wanted', () => {
    expect([...read(text).taggedWords()]).toEqual([
      ['Rain', 'NNP'],
      ['fell', 'VBD'],
      ['-LRB-', '-LRB-'],
      ['__proto__', 'UH'],
    ])
    expect([...read(text, { empty: 'keep' }).words()]).toContain('*T*-1')
  })

  it('divides labels in function and tag', () => {
    const corpus = read('#1 x\n(UTT+np (H+n rio) (.))\n', { comment: '#', functionSeparator: '+' })
    expect([...corpus.taggedWords()]).toEqual([['rio', 'n']])
    expect([...corpus.taggedWords({ column: 'function' })]).toEqual([['rio', 'H']])
  })

  it('reads several trees a line, CRLF, and header lines of tgrep', () => {
    const { trees, at } = errors('*x*x*\r\n%% head\r\n(A b) (C d)\r\n\r\n(E f)')
    expect([trees, at]).toEqual([['(A b)', '(C d)', '(E f)'], []])
  })

  it.each([
    ['a bracket too many', '(A b)\n  (C d))\n(E f)\n', ['(A b)', '(C d)', '(E f)'], [[2, 8, ')']]],
    ['a bracket too few', '(A b)\n(C (D e)\n(F g)\n', ['(A b)', '(F g)'], [[2, 1, '(F g)']]],
    ['a bracket too few at the end', '(A b)\n(C (D e)', ['(A b)'], [[2, 1, 'the end of the text']]],
    ['words between trees', '(A b)\nhello (no\n(C d)\n', ['(A b)', '(C d)'], [[2, 1, 'hello (no']]],
    [
      'many without an end',
      '(A\n(B\n(C d)\n',
      ['(C d)'],
      [
        [1, 1, '(B'],
        [2, 1, '(C d)'],
      ],
    ],
  ])('reports %s and reads the trees around it', (_, brackets, trees, at) => {
    expect(errors(brackets)).toEqual({ trees, at })
    expect(caught(() => [...read(brackets).trees()])).toMatchObject({ code: 'CORPUS_SYNTAX' })
  })

  it('closes trees at comments and at the end where it is told to', () => {
    const options = { comment: '#', unclosed: 'close' } as const
    expect(errors('#1\n(A (B c\n#2\n  (D e)\n#3\n(F (G h', options)).toEqual({
      trees: ['(A (B c))', '(D e)', '(F (G h))'],
      at: [],
    })
  })

  it('reads a nesting deeper than the call stack', () => {
    const depth = 50_000
    expect([...read(`${'(A '.repeat(depth)}b${')'.repeat(depth)}`).words()]).toEqual(['b'])
  })

  it('takes linear time where no tree has an end', () => {
    const began = performance.now()
    expect(errors('(A b\n'.repeat(20_000)).at).toHaveLength(20_000)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  it('refuses unknown options', () => {
    for (const options of [{ comments: '#' }, { empty: 'no' }, { comment: 1 }]) {
      expect(caught(() => bracketsReader(options as object))).toMatchObject({ code: 'OPTION_INVALID' })
    }
  })

  it('gives back trees that were written, from pieces of any size', () => {
    const word = fc.stringMatching(/^[a-zA-Z\u00e9*.-]{1,5}$/)
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.tuple(word, word).map(([label, leaf]) => new Tree(label, [leaf])),
        fc
          .tuple(word, fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
          .map(([label, children]) => new Tree(label, children)),
      ),
    }))
    fc.assert(
      fc.property(fc.array(tree), fc.integer({ min: 1, max: 9 }), (trees, size) => {
        const corpus = corpusOf(bracketsReader(), trees.map((one) => `${one}\n`).join(''), 'a', size)
        expect([...corpus.trees()].map(String)).toEqual(trees.map(String))
        expect([...corpus.words()]).toEqual(trees.flatMap((one) => one.leaves()))
      }),
      { numRuns: 60 },
    )
  })
})

describe('pennTreebankReader', () => {
  it('reads tagged words and base noun phrases of .pos', () => {
    const text =
      "\n[ Rain/NNP ]\nfell/VBD on/IN \n[ a/DT 1\\/2/CD roof/NN|JJ ]\n\n./. ''/'' \n\n[ It/PRP ]\n====\nstopped/VBD ./.\n"
    const corpus = corpusOf(pennTreebankReader(), text, 'a.pos')
    expect([...corpus.sentences()].map((doc) => doc.text)).toEqual([
      "Rain fell on a 1/2 roof . ''",
      'It',
      'stopped .',
    ])
    expect([...corpus.taggedWords({ column: 'chunk' })].slice(0, 6).map(([, chunk]) => chunk)).toEqual([
      'B-NP',
      'O',
      'O',
      'B-NP',
      'I-NP',
      'I-NP',
    ])
    expect([...corpus.paragraphs()]).toHaveLength(2)
  })

  it('reports what is no tagged word', () => {
    const corpus = corpusOf(pennTreebankReader(), 'a/B\nc d/\n', 'a.pos')
    expect([...corpus.words({ onError: 'collect' })]).toEqual(['a'])
    expect(corpus.errors.map(({ details }) => [details.line, details.column, details.found])).toEqual([
      [2, 1, 'c'],
      [2, 3, 'd/'],
    ])
  })
})

describeWith('corpora', 'trees of the catalogue', () => {
  it('reads all of the Penn Treebank sample', () => {
    const treebank = zipCorpus('nltk/corpora/treebank.zip', /mrg$|prd$/, pennTreebankReader(), {
      besides: ['parsed/'],
    })
    expect(counts(treebank.documents())).toEqual({ docs: 199, sentences: 3914, tokens: 94084 })
    expect([...treebank.trees({ files: 'parsed/wsj_0001.prd' })]).toHaveLength(2)
  })

  it('reads all of Floresta', () => {
    const options = { comment: '#', unclosed: 'close', functionSeparator: '+' } as const
    const floresta = zipCorpus('nltk/corpora/floresta.zip', /ptb$/, bracketsReader(options), {
      encoding: 'iso-8859-1',
    })
    expect([...floresta.trees()]).toHaveLength(9382)
  })
})
