/**
 * Tables as a corpus format: one record a line, fields between separators, named by the options or a header line.
 *
 * Lexicons with scores, word pairs with similarities, tag maps and gazetteers have this form. There is no quoting
 * (for CSV see `csvReader`): what stands between two separators is the field.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { CorpusReader } from './corpus.js'
import { LineFault, lineRecords } from './line-records.js'

/** A line of a table: its fields by name. */
export type TableRow = Readonly<Record<string, string | number | readonly string[]>>

/** What a field holds: a string, a number, or, for the last one, all that is left as a list. */
export type FieldType = 'string' | 'number' | 'list'

/** How a table is written. */
export interface TableReaderOptions {
  /** Names of the fields, in order; of the first line where they are left out. */
  readonly columns?: readonly string[]
  /** Types of fields that are no strings. */
  readonly types?: Readonly<Record<string, FieldType>>
  /** What stands between fields: a `tab`, or any `space` (runs of white space). */
  readonly separator?: 'tab' | 'space'
  /** What a comment line begins with; none unless told otherwise. */
  readonly comment?: string
  /** Field that is the category of a record. */
  readonly category?: string
  /** Field whose values are the words of the corpus. */
  readonly word?: string
}

/** What `tableReader` does unless told otherwise. */
export const DEFAULT_TABLE_READER_OPTIONS = { separator: 'tab' } as const

/**
 * Reader of tables: `records()` with a property a field, `words()` where `word` names their field.
 *
 * Rows have no prototype, so that a field may have any name.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, tableReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('car\tautomobile\t3.92\n')
 * const reader = tableReader({ columns: ['first', 'second', 'score'], types: { score: 'number' } })
 * const corpus = new Corpus({ files: [{ name: 'pairs', chunks: () => [bytes] }], reader })
 * console.log([...corpus.records()].map((row) => row.score)) // [ 3.92 ]
 * ```
 */
export function tableReader(options: TableReaderOptions = {}): CorpusReader<TableRow> {
  requireOptions(
    options,
    { columns: null, types: null, separator: ['tab', 'space'], comment: null, category: null, word: null },
    'tableReader',
  )
  const { columns, comment, category, word } = options
  const separator = options.separator ?? DEFAULT_TABLE_READER_OPTIONS.separator
  const types = new Map(Object.entries(options.types ?? {}))
  for (const [name, type] of types) {
    if (['string', 'number', 'list'].includes(type) && (type !== 'list' || columns?.at(-1) === name)) continue
    throw new WordloomError('OPTION_INVALID', {
      message: `tableReader: the type of '${name}' is '${type}', expected string, number, or list for the last field.`,
      hint: 'A list takes all fields that are left.',
      details: { option: 'types', value: type },
    })
  }
  return {
    format: 'table',
    *records(file, context) {
      let names = columns
      yield* lineRecords<TableRow>(file, context, comment, (text) => {
        if (names === undefined) {
          names = fieldsOf(text, separator)
          return undefined
        }
        return row(fieldsOf(text, separator), names, types)
      })
    },
    ...(word === undefined
      ? {}
      : {
          *words(file, context) {
            for (const record of this.records!(file, context)) yield String(record[word])
          },
        }),
    ...(category === undefined ? {} : { categoryOf: (record) => String(record[category]) }),
  }
}

function fieldsOf(text: string, separator: 'tab' | 'space'): string[] {
  return separator === 'tab' ? text.split('\t') : text.trim().split(/\s+/)
}

function row(
  fields: readonly string[],
  names: readonly string[],
  types: ReadonlyMap<string, FieldType>,
): TableRow | LineFault {
  const list = types.get(names.at(-1)!) === 'list'
  if (list ? fields.length < names.length - 1 : fields.length !== names.length) {
    return new LineFault(`${names.length} fields (${names.join(', ')})`, `${fields.length} fields`)
  }
  const record = Object.create(null) as Record<string, string | number | readonly string[]>
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    const type = types.get(name)
    if (type === 'list') record[name] = fields.slice(i)
    else if (type === 'number') {
      const value = Number(fields[i])
      if (fields[i]!.trim() === '' || Number.isNaN(value)) {
        return new LineFault(`a number in field ${i + 1} (${name})`, fields[i])
      }
      record[name] = value
    } else record[name] = fields[i]!
  }
  return record
}
