/**
 * CoNLL-U as a corpus format: documents as `readConllu` makes them, from files of any length.
 *
 * With `onError: 'collect'` a sentence that breaks the format is reported and left out; the sentences around it
 * are read. Sentences are then read one by one, so that one cannot spoil another.
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader } from './corpus.js'
import { readConllu } from './read-conllu.js'

/** Reader of CoNLL-U files: Docs with all columns of {@link readConllu}. */
export function conlluReader(options: object = {}): CorpusReader<never> {
  requireOptions(options, {}, 'conlluReader')
  return {
    format: 'conllu',
    *documents(file): Generator<Doc> {
      yield* readConllu(file.text())
    },
  }
}
