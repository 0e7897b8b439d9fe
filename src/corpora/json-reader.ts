/**
 * JSON as a corpus format: an array of records in a file, or one record a line (JSON lines).
 *
 * Records are given as they are. Which property is a text, a category or a split is told by options, so that
 * documents, categories and splits work on them as on any corpus.
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { LineFault, lineRecords } from './line-records.js'
import { corpusError, type SourceFile } from './source-file.js'

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** Which properties of records mean what. */
export interface JsonReaderOptions {
  /** Property that holds the text of a record. */
  readonly text?: string
  /** Property that holds its category. */
  readonly category?: string
  /** Property that holds its split. */
  readonly split?: string
}

/** Reader of files that hold one JSON array of objects. @throws OPTION_INVALID */
export function jsonReader(options: JsonReaderOptions = {}): CorpusReader<JsonRecord> {
  return {
    format: 'json',
    records: (file, context) => arrayRecords(file, context),
    ...meanings(options, 'jsonReader'),
  }
}

/**
 * Reader of JSON lines: an object a line.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, jsonLinesReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('{"text":"Lovely soup.","mood":"good"}\n')
 * const reader = jsonLinesReader({ text: 'text', category: 'mood' })
 * const corpus = new Corpus({ files: [{ name: 'reviews.jsonl', chunks: () => [bytes] }], reader })
 * console.log(corpus.categories()) // [ 'good' ]
 * ```
 */
export function jsonLinesReader(options: JsonReaderOptions = {}): CorpusReader<JsonRecord> {
  return {
    format: 'json-lines',
    records: (file, context) =>
      lineRecords<JsonRecord>(file, context, undefined, (text) => {
        const { value, fault } = parseJson(text)
        if (fault !== undefined) return new LineFault('a JSON object', fault)
        return isRecord(value) ? value : new LineFault('a JSON object')
      }),
    ...meanings(options, 'jsonLinesReader'),
  }
}

/** The JSON of a file. Reports what it is not, with line and column. */
export function jsonOf(file: SourceFile, context: ReadContext): unknown {
  const text = file.text()
  const { value, fault, at } = parseJson(text)
  if (fault === undefined) return value
  const before = text.slice(0, at ?? 0)
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  context.report(corpusError({ file: file.name, line, column, expected: 'JSON', found: fault }))
  return undefined
}

function* arrayRecords(file: SourceFile, context: ReadContext): Generator<JsonRecord> {
  const value = jsonOf(file, context)
  if (value === undefined) return
  if (!Array.isArray(value)) {
    context.report(corpusError({ file: file.name, line: 1, expected: 'a JSON array', found: typeof value }))
    return
  }
  for (const [i, item] of value.entries()) {
    if (isRecord(item)) yield item
    else {
      const found = `${JSON.stringify(item)} as item ${i}`
      context.report(corpusError({ file: file.name, line: 1, expected: 'an array of objects', found }))
    }
  }
}

/** The value of a JSON text, or what is wrong with it and at which UTF-16 unit. */
export function parseJson(text: string): {
  readonly value?: unknown
  readonly fault?: string
  readonly at?: number
} {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (cause) {
    const said = (cause as Error).message
    const position = /at position (\d+)/.exec(said)?.[1]
    // Engines say where only in words, and not at all where the text ends too early.
    return { fault: said, at: position === undefined ? text.length : Number(position) }
  }
}

function meanings(
  options: JsonReaderOptions,
  where: string,
): Pick<CorpusReader<JsonRecord>, 'textOf' | 'categoryOf' | 'splitOf'> {
  requireOptions(options, { text: null, category: null, split: null }, where)
  const { text, category, split } = options
  const property = (name: string) => (record: JsonRecord) =>
    Object.hasOwn(record, name) ? String(record[name]) : ''
  return {
    ...(text === undefined ? {} : { textOf: property(text) }),
    ...(category === undefined ? {} : { categoryOf: property(category) }),
    ...(split === undefined ? {} : { splitOf: property(split) }),
  }
}

/** Whether `value` is a JSON object. */
export function isRecord(value: unknown): value is JsonRecord {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
