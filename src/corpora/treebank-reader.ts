/**
 * A treebank annotated twice as a corpus format: dependencies in .conllu files, phrase structure in .mrg files with
 * the same sentences in the same order.
 */
import { requireOptions } from '../core/errors.js'
import { bracketsReader } from './brackets-reader.js'
import { conlluReader } from './conllu-reader.js'
import type { CorpusReader } from './corpus.js'

/** Reader of a treebank in both forms: documents of its .conllu files, trees of its .mrg files. */
export function treebankReader(options: object = {}): CorpusReader<never> {
  requireOptions(options, {}, 'treebankReader')
  const dependencies = conlluReader()
  const brackets = bracketsReader()
  return {
    format: 'treebank',
    *documents(file, context) {
      if (file.name.endsWith('.conllu')) yield* dependencies.documents!(file, context)
    },
    *trees(file, context) {
      if (file.name.endsWith('.mrg')) yield* brackets.trees!(file, context)
    },
  }
}
