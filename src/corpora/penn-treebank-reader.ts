/**
 * The four forms of a Penn Treebank text, told apart by the end of the file's name.
 *
 *   wsj_0001.mrg  ( (S (NP-SBJ (NNP Rain)) (VP (VBD fell)) (. .)) )   trees with tags
 *   wsj_0001.prd  ( (S (NP-SBJ Rain) (VP fell) .))                    trees without tags
 *   wsj_0001.pos  [ Rain/NNP ]                                        tagged words, base noun phrases in brackets
 *   wsj_0001      .START                                              the text as it was printed
 *
 * In .pos files a line of = stands between paragraphs, and tags that annotators could not decide between are
 * written NN|JJ. A blank line is no end of a sentence by itself: a sentence ends at one only behind its full stop.
 *
 * @see Marcus, Santorini and Marcinkiewicz 1993, https://aclanthology.org/J93-2004
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { addLeaves, type BracketsReaderOptions, bracketTrees } from './brackets-reader.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'

/** How a Penn Treebank is read. */
export type PennTreebankReaderOptions = Pick<BracketsReaderOptions, 'empty'>

/**
 * Reader of a folder of the Penn Treebank: trees of .mrg and .prd; a Doc a file of all four. Docs of .mrg have the
 * columns `tag` and `sentence`, of .prd `sentence`, of .pos `tag`, `chunk` (NP in IOB2) and `sentence`; those of
 * the printed text are tokenized.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, pennTreebankReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('[ Rain/NNP ]\nfell/VBD ./. \n')
 * const corpus = new Corpus({ files: [{ name: 'a.pos', chunks: () => [bytes] }], reader: pennTreebankReader() })
 * console.log([...corpus.taggedWords({ column: 'chunk' })]) // [ [ 'Rain', 'B-NP' ], [ 'fell', 'O' ], [ '.', 'O' ] ]
 * ```
 */
export function pennTreebankReader(options: PennTreebankReaderOptions = {}): CorpusReader<never> {
  requireOptions(options, { empty: ['drop', 'keep'] }, 'pennTreebankReader')
  const leaves = { empty: options.empty ?? 'drop', functionSeparator: '' } as const
  const brackets = { comment: '', unclosed: 'error' } as const
  return {
    format: 'penn-treebank',
    *trees(file, context) {
      if (/\.(?:mrg|prd)$/.test(file.name)) yield* bracketTrees(file, context, brackets)
    },
    *documents(file, context): Generator<Doc> {
      if (file.name.endsWith('.pos')) yield taggedDoc(file, context)
      else if (/\.(?:mrg|prd)$/.test(file.name)) {
        const doc = new TokenDocBuilder(file.name.endsWith('.mrg') ? ['tag'] : [])
        for (const tree of bracketTrees(file, context, brackets)) addLeaves(doc, tree, leaves)
        if (doc.size > 0) yield doc.finish()
      } else yield context.annotate(file.text().replace(/^\.START[ \t]*\r?\n/, ''))
    },
  }
}

function taggedDoc(file: SourceFile, context: ReadContext): Doc {
  const doc = new TokenDocBuilder(['tag', 'chunk'])
  let inside = ''
  let line = 0
  let stopped = false
  const fault = (column: number, expected: string, found: string) =>
    context.report(corpusError({ file: file.name, line, column, expected, found }))
  for (const row of file.lines()) {
    line++
    if (row.startsWith('====')) {
      doc.endParagraph()
      continue
    }
    if (stopped && row.trim() === '') doc.endSentence()
    for (let i = 0; i < row.length; ) {
      const space = row.indexOf(' ', i)
      const end = space < 0 ? row.length : space
      const token = row.slice(i, end).trim()
      const cut = token.lastIndexOf('/')
      if (token === '[') inside = 'B-NP'
      else if (token === ']') inside = ''
      else if (cut > 0 && cut + 1 < token.length) {
        const tag = token.slice(cut + 1)
        doc.word(token.slice(0, cut).replaceAll('\\/', '/'))
        doc.value(0, tag)
        doc.value(1, inside === '' ? 'O' : inside)
        if (inside !== '') inside = 'I-NP'
        stopped = tag === '.' || (stopped && (tag === "''" || tag === ')'))
      } else if (token !== '') fault(i + 1, 'a bracket, or a token like word/TAG', token)
      i = end + 1
    }
  }
  return doc.finish()
}
