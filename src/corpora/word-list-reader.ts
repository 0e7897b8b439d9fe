/**
 * Word lists as a corpus format: one word or phrase a line.
 *
 * Names, gazetteers, stop words, opinion words and Swadesh lists have this form. The number of its line goes with
 * every entry, since lists of several languages may be aligned by it.
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader } from './corpus.js'
import { lineRecords } from './line-records.js'

/** An entry of a word list. */
export interface WordListEntry {
  /** The word or phrase, without white space around it. */
  readonly word: string
  /** Number of its line, from 1. */
  readonly line: number
  /** Comment behind the word, without its marks. */
  readonly note?: string
}

/** How a word list is written. */
export interface WordListReaderOptions {
  /** What a comment begins with, at the start of a line or behind white space; none unless told otherwise. */
  readonly comment?: string
}

/**
 * Reader of word lists: `words()`, and `records()` with line numbers. Blank lines are passed over.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, wordListReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('; fruit\napple\nsloe berry\n')
 * const corpus = new Corpus({ files: [{ name: 'fruit', chunks: () => [bytes] }], reader: wordListReader({ comment: ';' }) })
 * console.log([...corpus.words()]) // [ 'apple', 'sloe berry' ]
 * ```
 */
export function wordListReader(options: WordListReaderOptions = {}): CorpusReader<WordListEntry> {
  requireOptions(options, { comment: null }, 'wordListReader')
  const { comment } = options
  return {
    format: 'word-list',
    records: (file, context) =>
      lineRecords(file, context, comment, (text, line) => {
        const at = comment === undefined ? -1 : text.indexOf(` ${comment}`)
        if (at < 0) return { word: text.trim(), line }
        return {
          word: text.slice(0, at).trim(),
          line,
          note: text
            .slice(at + 1)
            .replaceAll(comment!, '')
            .trim(),
        }
      }),
    *words(file, context) {
      for (const { word } of this.records!(file, context)) yield word
    },
  }
}
