/**
 * Analogy questions as a corpus format: `a b c d`, a is to b as c is to d, in sections that begin with `: name`.
 *
 * @see Mikolov, Chen, Corrado and Dean 2013, Efficient Estimation of Word Representations in Vector Space
 */
import type { CorpusReader } from './corpus.js'
import { LineFault, lineRecords } from './line-records.js'

/** An analogy question. */
export interface Analogy {
  /** Section of the file: the category of the question. */
  readonly section: string
  /** a, b, c and the answer d. */
  readonly words: readonly [a: string, b: string, c: string, d: string]
}

/** Reader of analogy questions; a section is a category. */
export function analogiesReader(): CorpusReader<Analogy> {
  return {
    format: 'analogies',
    *records(file, context) {
      let section = ''
      yield* lineRecords<Analogy>(file, context, undefined, (text) => {
        if (text.startsWith(':')) {
          section = text.slice(1).trim()
          return undefined
        }
        const [a, b, c, d, ...more] = text.trim().split(/\s+/)
        if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) {
          return new LineFault('four words, or ": section"')
        }
        return { section, words: [a, b, c, d] }
      })
    },
    categoryOf: ({ section }) => section,
  }
}
