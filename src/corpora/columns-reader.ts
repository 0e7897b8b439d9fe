/**
 * Columns: a token a line, its fields in columns, an empty line after each sentence.
 *
 *   Rockwell NNP B-NP
 *   said VBD B-VP
 *
 * The form of the shared tasks of CoNLL until 2006 (chunks in 2000, names in 2002 and 2003) and of what was made
 * after them: WNUT 17, the dependency version of the Penn Treebank. `-DOCSTART-` begins a document.
 *
 * @see Tjong Kim Sang and Buchholz 2000, https://aclanthology.org/W00-0726; Tjong Kim Sang and De Meulder 2003,
 *   https://aclanthology.org/W03-0419
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'

/** How columns are read. */
export interface ColumnsReaderOptions {
  /**
   * What each field is, from left to right: `form` is the word, `head` the number of the head in the sentence (0
   * for the root), `_` is not read; any other name is that of a column of the Doc.
   */
  readonly columns?: readonly string[]
  /** What stands between fields: one tab, or any white space. */
  readonly separator?: 'tab' | 'space'
}

/** What `columnsReader` does unless told otherwise. */
export const DEFAULT_COLUMNS_READER_OPTIONS: Required<ColumnsReaderOptions> = {
  columns: ['form', 'tag', 'chunk'],
  separator: 'space',
}

const DOCUMENT = '-DOCSTART-'

/**
 * Reader of columns: a Doc a file, or a document where `-DOCSTART-` divides the file, with the columns named.
 *
 * A line with another number of fields, or a head outside its sentence, is reported, and its sentence left out.
 * Lines of white space only end a sentence too.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, columnsReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('Rain NN B-NP\nfell VBD B-VP\n\n')
 * const corpus = new Corpus({ files: [{ name: 'a', chunks: () => [bytes] }], reader: columnsReader() })
 * console.log([...corpus.taggedWords({ column: 'chunk' })]) // [ [ 'Rain', 'B-NP' ], [ 'fell', 'B-VP' ] ]
 * ```
 */
export function columnsReader(options: ColumnsReaderOptions = {}): CorpusReader<never> {
  requireOptions(options, { columns: null, separator: ['tab', 'space'] }, 'columnsReader')
  const { columns, separator } = { ...DEFAULT_COLUMNS_READER_OPTIONS, ...options }
  const named = Array.isArray(columns) ? columns.filter((name) => name !== '_') : []
  const wrong =
    named.length === 0 || named.some((name) => typeof name !== 'string' || RESERVED.has(name))
      ? 'the names of the fields'
      : new Set(named).size < named.length
        ? 'every name once'
        : named.includes('form')
          ? undefined
          : "'form' among them"
  if (wrong !== undefined) {
    throw new WordloomError('OPTION_INVALID', {
      message: `columnsReader: option columns is ${JSON.stringify(columns)}, expected ${wrong}.`,
      hint: "Pass columns: ['form', 'tag', 'chunk']; '_' is a field that is not read.",
      details: { option: 'columns', value: columns },
    })
  }
  return {
    format: 'columns',
    documents: (file, context) => readColumns(file, context, columns, separator === 'tab'),
  }
}

/** Columns that a Doc has by itself. */
const RESERVED: ReadonlySet<string> = new Set(['', 'start', 'end', 'sentence', 'kind'])

function* readColumns(
  file: SourceFile,
  context: ReadContext,
  columns: readonly string[],
  byTab: boolean,
): Generator<Doc> {
  const names = columns.filter((name) => name !== '_' && name !== 'form' && name !== 'head')
  const places = columns.map((name) => names.indexOf(name))
  const form = columns.indexOf('form')
  const head = columns.indexOf('head')
  const from = new Int32Array(columns.length)
  const to = new Int32Array(columns.length)
  let doc = new TokenDocBuilder(names)
  let dropping = false
  let line = 0
  // The highest head of the sentence, to be held against the number of its tokens, with its line.
  let highest = 0
  let highestLine = 0
  const fault = (at: number, column: number | undefined, expected: string, found: string) => {
    doc.dropSentence()
    dropping = true
    context.report(
      corpusError({
        file: file.name,
        line: at,
        ...(column === undefined ? {} : { column }),
        expected,
        found,
      }),
    )
  }
  const end = () => {
    if (highest > doc.sentenceSize && !dropping) {
      fault(highestLine, undefined, `a head from 0 to ${doc.sentenceSize}`, String(highest))
    }
    doc.endSentence()
    dropping = false
    highest = 0
  }
  for (const row of file.lines()) {
    line++
    const fields = split(row, from, to, byTab)
    if (fields === 0) {
      end()
      continue
    }
    if (dropping) continue
    if (row.startsWith(DOCUMENT, from[0])) {
      end()
      if (doc.size > 0) yield doc.finish()
      doc = new TokenDocBuilder(names)
      continue
    }
    if (fields !== columns.length) {
      fault(line, undefined, `${columns.length} fields (${columns.join(', ')})`, row)
      continue
    }
    doc.word(row, from[form], to[form])
    for (let k = 0; k < fields; k++) {
      const place = places[k]!
      if (place >= 0) doc.value(place, row, from[k], to[k])
    }
    if (head >= 0) {
      const number = wholeNumber(row, from[head]!, to[head]!)
      if (number < 0) {
        fault(line, from[head]! + 1, 'the number of a head', row.slice(from[head], to[head]))
        continue
      }
      doc.head(number)
      if (number > highest) {
        highest = number
        highestLine = line
      }
    }
  }
  end()
  if (doc.size > 0) yield doc.finish()
}

/** Finds the fields of a line; gives their number, which may be more than there is room for. 0: a blank line. */
function split(row: string, from: Int32Array, to: Int32Array, byTab: boolean): number {
  let end = row.length
  while (end > 0 && isSpace(row.charCodeAt(end - 1))) end--
  let at = 0
  if (!byTab || end === 0) while (at < end && isSpace(row.charCodeAt(at))) at++
  if (at === end) return 0
  let fields = 0
  while (at <= end) {
    const begin = at
    while (at < end && (byTab ? row.charCodeAt(at) !== 0x09 : !isSpace(row.charCodeAt(at)))) at++
    // An empty field is none: the number of fields is wrong then.
    if (at > begin) {
      if (fields < from.length) {
        from[fields] = begin
        to[fields] = at
      }
      fields++
    }
    at++
    if (!byTab) while (at < end && isSpace(row.charCodeAt(at))) at++
  }
  return fields
}

function wholeNumber(row: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = row.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9 || number > 1e8) return -1
    number = number * 10 + digit
  }
  return number
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 && (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d))
}
