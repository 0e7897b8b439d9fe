/**
 * Docs cut and put together: a part of a Doc as a Doc of its own, and Docs whose texts follow each other.
 *
 * Every column goes along as it is, so columns that hold indexes of tokens (`head`) or running numbers are the
 * caller's business.
 */
import type { NumberArray } from '../core/region.js'
import { type Column, Doc } from './doc.js'
import { InternTable, type StringColumn } from './strings.js'

/** Tokens `from` to `to` of `doc` over the units `fromUnit` to `toUnit` of its text. */
export function sliceDoc(doc: Doc, from: number, to: number, fromUnit: number, toUnit: number): Doc {
  const columns: Record<string, Column> = {}
  for (const name of doc.columnNames) {
    columns[name] =
      doc.columnType(name) === 'string'
        ? slicedStrings(doc.strings(name), from, to)
        : doc.numbers(name).slice(from, to)
  }
  return Doc.create(doc.text.slice(fromUnit, toUnit), {
    ...columns,
    start: shifted(doc.start, from, to, -fromUnit),
    end: shifted(doc.end, from, to, -fromUnit),
  })
}

/**
 * The Doc of all their texts, one behind the other, with the columns of the last: all must have them, `form` excepted,
 * which is the surface where it is missing.
 */
export function joinDocs(parts: readonly Doc[]): Doc {
  if (parts.length === 1) return parts[0]!
  const docs = parts.some((doc) => doc.has('form')) ? parts.map(withForm) : parts
  const last = docs.at(-1)!
  const columns: Record<string, Column> = {}
  for (const name of last.columnNames) {
    columns[name] =
      last.columnType(name) === 'string'
        ? joinedStrings(docs.map((doc) => doc.strings(name)))
        : joined(docs.map((doc) => doc.numbers(name)))
  }
  let units = 0
  const shifts = docs.map((doc) => {
    units += doc.text.length
    return units - doc.text.length
  })
  const moved = (name: 'start' | 'end') =>
    joined(docs.map((doc, k) => shifted(doc[name], 0, doc.length, shifts[k]!))) as Uint32Array
  return Doc.create(docs.map((doc) => doc.text).join(''), {
    ...columns,
    start: moved('start'),
    end: moved('end'),
  })
}

function withForm(doc: Doc): Doc {
  return doc.has('form') ? doc : doc.with({ form: InternTable.column(doc.words()) })
}

function shifted(offsets: Uint32Array, from: number, to: number, by: number): Uint32Array {
  const moved = offsets.slice(from, to)
  for (let i = 0; i < moved.length; i++) moved[i] = moved[i]! + by
  return moved
}

function joined(parts: readonly NumberArray[]): NumberArray {
  const Typed = parts.at(-1)!.constructor as { new (length: number): NumberArray }
  const all = new Typed(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function slicedStrings({ ids, strings }: StringColumn, from: number, to: number): StringColumn {
  return InternTable.column(Array.from(ids.subarray(from, to), (id) => strings[id]!))
}

function joinedStrings(columns: readonly StringColumn[]): StringColumn {
  return InternTable.column(columns.flatMap((column) => Array.from(column.ids, (id) => column.strings[id]!)))
}
