/**
 * Plain text as a corpus format: files of running text, or many texts in one file.
 *
 * Tokens and sentences are found by the `annotate` of the corpus. Paragraphs stand between blank lines, or are a
 * line each; in the second case the text of a Doc has a blank line between them, so that both read alike.
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader } from './corpus.js'

/** How plain text is laid out. */
export interface PlainReaderOptions {
  /** What a paragraph is: what stands between blank lines, or every `line`. */
  readonly paragraph?: 'blank-line' | 'line'
  /** What a document is: a `file`, or what stands between blank lines. */
  readonly document?: 'file' | 'blank-line'
}

/** What `plainReader` does unless told otherwise. */
export const DEFAULT_PLAIN_READER_OPTIONS: Required<PlainReaderOptions> = {
  paragraph: 'blank-line',
  document: 'file',
}

/**
 * Reader of plain text. With `document: 'blank-line'` a file of any length is read in the memory of one document.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { splitSentences, tokenize } from 'wordloom'
 * import { Corpus, plainReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('One text.\nIts second paragraph.\n\nAnother text.\n')
 * const corpus = new Corpus({
 *   files: [{ name: 'texts.txt', chunks: () => [bytes] }],
 *   reader: plainReader({ paragraph: 'line', document: 'blank-line' }),
 *   annotate: (text) => splitSentences(tokenize(text)),
 * })
 * console.log([...corpus.documents()].length, [...corpus.paragraphs()].length) // 2 3
 * ```
 */
export function plainReader(options: PlainReaderOptions = {}): CorpusReader<never> {
  requireOptions(
    options,
    { paragraph: ['blank-line', 'line'], document: ['file', 'blank-line'] },
    'plainReader',
  )
  const { paragraph, document } = { ...DEFAULT_PLAIN_READER_OPTIONS, ...options }
  return {
    format: 'plain',
    *documents(file, { annotate }): Generator<Doc> {
      if (document === 'file') {
        yield annotate(paragraph === 'line' ? nonBlank(file.lines()).join('\n\n') : file.text())
        return
      }
      let block: string[] = []
      const between = paragraph === 'line' ? '\n\n' : '\n'
      for (const line of file.lines()) {
        if (line.trim() !== '') block.push(line)
        else if (block.length > 0) {
          yield annotate(block.join(between))
          block = []
        }
      }
      if (block.length > 0) yield annotate(block.join(between))
    },
  }
}

function nonBlank(lines: Iterable<string>): string[] {
  return Array.from(lines).filter((line) => line.trim() !== '')
}
