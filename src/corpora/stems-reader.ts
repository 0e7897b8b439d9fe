/**
 * Stemmer vocabularies as a corpus format: two files, in which line n of the second is the stem of line n of the
 * first, as the Snowball project passes them on.
 *
 * @see https://github.com/snowballstem/snowball-data
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader } from './corpus.js'
import { corpusError } from './source-file.js'

/** A word and what the stemmer makes of it. */
export interface StemPair {
  readonly word: string
  readonly stem: string
}

/** Where the stems are. */
export interface StemsReaderOptions {
  /** Name of the file with the stems; it is none of the words' files. */
  readonly stems?: string
}

/** What `stemsReader` does unless told otherwise. */
export const DEFAULT_STEMS_READER_OPTIONS: Required<StemsReaderOptions> = { stems: 'output.txt' }

/**
 * Reader of stemmer vocabularies: `records()` are pairs, `words()` the words.
 *
 * @throws OPTION_INVALID
 */
export function stemsReader(options: StemsReaderOptions = {}): CorpusReader<StemPair> {
  requireOptions(options, { stems: null }, 'stemsReader')
  const name = options.stems ?? DEFAULT_STEMS_READER_OPTIONS.stems
  return {
    format: 'stems',
    *records(file, context) {
      const stems = context.sibling(name).lines()[Symbol.iterator]()
      let line = 0
      for (const word of file.lines()) {
        line++
        const stem = stems.next()
        if (stem.done === true) {
          context.report(
            corpusError({
              file: name,
              line,
              expected: `the stem of '${word}'`,
              found: 'the end of the file',
            }),
          )
          return
        }
        yield { word, stem: stem.value }
      }
      const rest = stems.next()
      if (rest.done === true) return
      context.report(
        corpusError({
          file: file.name,
          line: line + 1,
          expected: `the word of the stem '${rest.value}'`,
          found: 'the end of the file',
        }),
      )
    },
    *words(file) {
      yield* file.lines()
    },
  }
}
