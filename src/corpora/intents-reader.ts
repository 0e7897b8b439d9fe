/**
 * Intents as a corpus format: utterances with intent and slots, from every layout in which such data comes.
 *
 * All layouts give the same records; their categories are the intents. What belongs to one layout only is in
 * `intents/`.
 */
import Papa from 'papaparse'
import { requireOptions } from '../core/errors.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import type { IntentExample, SlotSpan } from './intents/intent-example.js'
import {
  clincExamples,
  type Fault,
  nlpjsExamples,
  restaurantExamples,
  snipsExamples,
} from './intents/json-layouts.js'
import { readRasa } from './intents/rasa.js'
import { isRecord, jsonOf, parseJson } from './json-reader.js'
import { LineFault, lineRecords } from './line-records.js'
import { corpusError, type SourceFile } from './source-file.js'

/** Layouts of intent data. */
export type IntentLayout =
  | 'clinc'
  | 'csv'
  | 'json-lines'
  | 'nlpjs'
  | 'rasa'
  | 'restaurant8k'
  | 'snips'
  | 'tsv'

/** How intent data is laid out. */
export interface IntentsReaderOptions {
  /** The layout; `json-lines` unless told otherwise. */
  readonly layout?: IntentLayout
  /** Names of the columns of csv and tsv, where the file has no header line with `text` and `intent`. */
  readonly columns?: readonly string[]
}

/** What `intentsReader` does unless told otherwise. */
export const DEFAULT_INTENTS_READER_OPTIONS = { layout: 'json-lines' } as const

type Examples = (
  file: SourceFile,
  context: ReadContext,
  columns?: readonly string[],
) => Iterable<IntentExample>

const LAYOUTS: Readonly<Record<IntentLayout, Examples>> = {
  clinc: (file, context) => fromJson(file, context, clincExamples),
  csv: (file, context, columns) => fromTable(file, context, ',', columns),
  'json-lines': fromJsonLines,
  nlpjs: (file, context) => fromJson(file, context, nlpjsExamples),
  rasa: (file, context) => readRasa(file.text(), file.name, context.report).intents,
  restaurant8k: (file, context) => fromJson(file, context, restaurantExamples),
  snips: (file, context) => fromJson(file, context, snipsExamples),
  tsv: (file, context, columns) => fromTable(file, context, '\t', columns),
}

/**
 * Reader of utterances with intents and slots.
 *
 * Layouts: `clinc` (CLINC150), `snips` (SNIPS 2017), `restaurant8k`, `rasa` (Rasa's YAML), `nlpjs` (corpora of
 * nlp.js), `csv` and `tsv` (columns `text` and `intent`, and, if there, `split`), `json-lines` (an object a line
 * with `text`, `intent`, and, if there, `slots` of `{type, start, end}` and `split`).
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, intentsReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode('text,intent\n"hi, there",greet\n')
 * const corpus = new Corpus({ files: [{ name: 'my.csv', chunks: () => [bytes] }], reader: intentsReader({ layout: 'csv' }) })
 * console.log([...corpus.records()]) // [ { text: 'hi, there', intent: 'greet', slots: [] } ]
 * ```
 */
export function intentsReader(options: IntentsReaderOptions = {}): CorpusReader<IntentExample> {
  requireOptions(options, { layout: Object.keys(LAYOUTS), columns: null }, 'intentsReader')
  const layout = options.layout ?? DEFAULT_INTENTS_READER_OPTIONS.layout
  const hasSplits = layout !== 'snips' && layout !== 'rasa' && layout !== 'restaurant8k'
  return {
    format: 'intents',
    *records(file, context) {
      yield* LAYOUTS[layout](file, context, options.columns)
    },
    textOf: ({ text }) => text,
    categoryOf: ({ intent }) => intent,
    ...(hasSplits ? { splitOf: ({ split }) => split ?? '' } : {}),
  }
}

function* fromJson(
  file: SourceFile,
  context: ReadContext,
  examples: (json: unknown, fault: Fault) => Iterable<IntentExample>,
): Generator<IntentExample> {
  const json = jsonOf(file, context)
  if (json === undefined) return
  yield* examples(json, (path, expected, found) => {
    const what = `${JSON.stringify(found) ?? 'nothing'}${path === '' ? '' : ` at ${path}`}`
    context.report(corpusError({ file: file.name, line: 1, expected, found: what }))
  })
}

function fromJsonLines(file: SourceFile, context: ReadContext): Iterable<IntentExample> {
  return lineRecords<IntentExample>(file, context, undefined, (line) => {
    const { value, fault } = parseJson(line)
    if (fault !== undefined) return new LineFault('a JSON object', fault)
    if (!isRecord(value)) return new LineFault('a JSON object')
    const { text, intent, slots = [], split } = value
    const spans = typeof text === 'string' ? slotSpans(slots, text) : undefined
    if (typeof text !== 'string' || typeof intent !== 'string' || spans === undefined) {
      return new LineFault('text and intent as strings, and slots within the text')
    }
    return { text, intent, slots: spans, ...(typeof split === 'string' ? { split } : {}) }
  })
}

function slotSpans(slots: unknown, text: string): SlotSpan[] | undefined {
  if (!Array.isArray(slots)) return undefined
  for (const slot of slots as unknown[]) {
    if (!isRecord(slot) || typeof slot.type !== 'string') return undefined
    const { start, end } = slot
    if (typeof start !== 'number' || typeof end !== 'number') return undefined
    if (!(start >= 0 && start <= end && end <= text.length)) return undefined
  }
  return slots as SlotSpan[]
}

function* fromTable(
  file: SourceFile,
  context: ReadContext,
  delimiter: string,
  columns: readonly string[] | undefined,
): Generator<IntentExample> {
  const text = file.text()
  const rows: { readonly fields: readonly string[]; readonly line: number }[] = []
  const fault = (line: number, expected: string, found: string, hint?: string) =>
    context.report(
      corpusError({ file: file.name, line, expected, found, ...(hint === undefined ? {} : { hint }) }),
    )
  // A quoted field may hold line ends, so lines are counted in what the parser has passed.
  let line = 1
  let passed = 0
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data: fields, errors, meta }) => {
      for (const { message } of errors) fault(line, 'quoted fields that end', message)
      if (errors.length === 0 && fields.some((field) => field.trim() !== '')) rows.push({ fields, line })
      for (; passed < meta.cursor; passed++) if (text.charCodeAt(passed) === 0x0a) line++
    },
  })
  const names = columns ?? rows.shift()?.fields.map((name) => name.trim().toLowerCase()) ?? []
  const place = (name: string) => names.indexOf(name)
  if (place('text') < 0 || place('intent') < 0) {
    const hint = "Name the columns: columns: ['text', 'intent']."
    fault(1, 'a header line with the columns text and intent', names.join(', '), hint)
    return
  }
  for (const { fields, line } of rows) {
    if (fields.length !== names.length) {
      fault(line, `${names.length} fields`, `${fields.length} fields`)
      continue
    }
    const split = fields[place('split')]
    yield {
      text: fields[place('text')]!,
      intent: fields[place('intent')]!,
      slots: [],
      ...(split === undefined ? {} : { split }),
    }
  }
}
