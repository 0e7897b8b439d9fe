/**
 * Docs cut in paragraphs and sentences: parts of a Doc as Docs of their own.
 *
 * Numbers are copied, `head` is counted from the part's first token and `sentence` from 0; string columns share
 * the strings of the whole, so that a part costs its tokens only.
 */
import type { NumberArray } from '../text/arrays.js'
import { type Column, Doc } from '../text/doc.js'
import { endsParagraph } from '../text/paragraph.js'

/** Paragraphs of `doc`: what stands between blank lines. */
export function* paragraphDocs(doc: Doc): Generator<Doc> {
  for (let from = 0; from < doc.length; ) {
    let to = from + 1
    while (to < doc.length && !endsParagraph(doc.text, doc.end[to - 1]!, doc.start[to]!)) to++
    yield part(doc, from, to)
    from = to
  }
}

/** Sentences of `doc`. @throws COLUMN_MISSING before `splitSentences` */
export function* sentenceDocs(doc: Doc): Generator<Doc> {
  const sentence = doc.numbers('sentence')
  for (let from = 0; from < doc.length; ) {
    let to = from + 1
    while (to < doc.length && sentence[to] === sentence[from]) to++
    yield part(doc, from, to)
    from = to
  }
}

function part(doc: Doc, from: number, to: number): Doc {
  const fromUnit = doc.start[from]!
  const columns: Record<string, Column> = {}
  for (const name of doc.columnNames) {
    if (doc.columnType(name) === 'string') {
      const { ids, strings } = doc.strings(name)
      columns[name] = { ids: ids.slice(from, to), strings }
    } else columns[name] = numbers(name, doc.numbers(name), from, to)
  }
  return Doc.create(doc.text.slice(fromUnit, doc.end[to - 1]), {
    ...columns,
    start: less(doc.start.slice(from, to), fromUnit),
    end: less(doc.end.slice(from, to), fromUnit),
  })
}

function numbers(name: string, column: NumberArray, from: number, to: number): NumberArray {
  const values = column.slice(from, to)
  if (name === 'sentence') return less(values, values[0]!)
  // Heads below 0 mean that there is none.
  if (name === 'head')
    for (let i = 0; i < values.length; i++) if (values[i]! >= 0) values[i] = values[i]! - from
  return values
}

function less<T extends NumberArray>(values: T, by: number): T {
  for (let i = 0; i < values.length; i++) values[i] = values[i]! - by
  return values
}
