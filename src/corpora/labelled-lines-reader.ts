/**
 * Labelled texts as a corpus format: one text a line, with or without its label before it.
 *
 * Question classification, polarity and subjectivity data have this form. Where there is no label on the line,
 * the category is that of the file.
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader } from './corpus.js'
import { LineFault, lineRecords } from './line-records.js'

/** A text with its label. */
export interface LabelledText {
  readonly text: string
  /** Label on the line; left out where lines have none. */
  readonly label?: string
}

/** How labelled texts are written. */
export interface LabelledLinesReaderOptions {
  /** What stands between label and text: a `space`, a `tab`; `none`: lines have no label. */
  readonly separator?: 'none' | 'space' | 'tab'
}

/** What `labelledLinesReader` does unless told otherwise. */
export const DEFAULT_LABELLED_LINES_READER_OPTIONS: Required<LabelledLinesReaderOptions> = {
  separator: 'none',
}

/**
 * Reader of one text a line: `records()` with text and label, `documents()` a text each.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, labelledLinesReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('HUM:ind Who wrote Hamlet ?\n')
 * const reader = labelledLinesReader({ separator: 'space' })
 * const corpus = new Corpus({ files: [{ name: 'questions', chunks: () => [bytes] }], reader })
 * console.log(corpus.categories()) // [ 'HUM:ind' ]
 * ```
 */
export function labelledLinesReader(options: LabelledLinesReaderOptions = {}): CorpusReader<LabelledText> {
  requireOptions(options, { separator: ['none', 'space', 'tab'] }, 'labelledLinesReader')
  const separator = options.separator ?? DEFAULT_LABELLED_LINES_READER_OPTIONS.separator
  const between = separator === 'tab' ? '\t' : ' '
  return {
    format: 'labelled-lines',
    records: (file, context) =>
      lineRecords<LabelledText>(file, context, undefined, (line) => {
        if (separator === 'none') return { text: line.trim() }
        const at = line.indexOf(between)
        if (at <= 0) return new LineFault(`a label, a ${separator} and a text`, undefined, 1)
        return { text: line.slice(at + 1).trim(), label: line.slice(0, at) }
      }),
    textOf: ({ text }) => text,
    ...(separator === 'none' ? {} : { categoryOf: ({ label }) => label! }),
  }
}
