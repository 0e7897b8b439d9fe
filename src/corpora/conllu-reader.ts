/**
 * CoNLL-U as a corpus format: documents as `readConllu` makes them, from files of any length.
 *
 *   1<tab>Rain<tab>rain<tab>NOUN<tab>NN<tab>Number=Sing<tab>2<tab>nsubj<tab>_<tab>_
 *
 * A file is read piece by piece; what is held is one piece and one Doc. A sentence that breaks the format is
 * reported and left out; the sentences around it are read, with their documents and paragraphs.
 *
 * @see https://universaldependencies.org/format.html
 */
import type { WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader } from './corpus.js'
import { ConlluReader, type ReadConlluOptions } from './read-conllu.js'
import { corpusError } from './source-file.js'

/**
 * Reader of CoNLL-U files: Docs with all columns of {@link readConllu}, one a document (the whole file where there
 * is no `# newdoc`), or with `unit: 'sentence'` one a sentence.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { conlluReader, Corpus } from 'wordloom/corpora'
 * const row = '1\tRain\train\tNOUN\t_\t_\t0\troot\t_\t_\n'
 * const files = [{ name: 'a.conllu', chunks: () => [new TextEncoder().encode(`${row}\n1 oops\n\n${row}`)] }]
 * const corpus = new Corpus({ files, reader: conlluReader() })
 * console.log([...corpus.sentences({ onError: 'collect' })].length, corpus.errors[0]?.details.line) // 2 3
 * ```
 */
export function conlluReader(options: ReadConlluOptions = {}): CorpusReader<never> {
  new ConlluReader(options, 'conlluReader') // refuses options that it has not
  return {
    format: 'conllu',
    *documents(file, context): Generator<Doc> {
      const reader = new ConlluReader(options, 'conlluReader', ({ hint, details }: WordloomError) => {
        const { line, column, expected, found } = details as unknown as Fault
        const at = column === undefined ? {} : { column }
        const advice = hint === '' ? {} : { hint }
        context.report(corpusError({ file: file.name, line, ...at, expected, found, ...advice }))
      })
      for (const piece of file.pieces()) yield* reader.read(piece)
      yield* reader.finish()
    },
  }
}

interface Fault {
  readonly line: number
  readonly column?: number
  readonly expected: string
  readonly found: string
}
