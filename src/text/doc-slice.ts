/**
 * Docs cut and put together: a part of a Doc as a Doc of its own, and two Docs whose texts follow each other.
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

/** The Doc of both texts, with the columns of both: they must have the same ones. */
export function joinDocs(first: Doc, second: Doc): Doc {
  const columns: Record<string, Column> = {}
  for (const name of second.columnNames) {
    columns[name] =
      second.columnType(name) === 'string'
        ? joinedStrings(first.strings(name), second.strings(name))
        : joined(first.numbers(name), second.numbers(name))
  }
  const shift = first.text.length
  return Doc.create(first.text + second.text, {
    ...columns,
    start: joined(first.start, shifted(second.start, 0, second.length, shift)) as Uint32Array,
    end: joined(first.end, shifted(second.end, 0, second.length, shift)) as Uint32Array,
  })
}

function shifted(offsets: Uint32Array, from: number, to: number, by: number): Uint32Array {
  const moved = offsets.slice(from, to)
  for (let i = 0; i < moved.length; i++) moved[i] = moved[i]! + by
  return moved
}

function joined(first: NumberArray, second: NumberArray): NumberArray {
  const Typed = second.constructor as { new (length: number): NumberArray }
  const both = new Typed(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

function slicedStrings({ ids, strings }: StringColumn, from: number, to: number): StringColumn {
  return InternTable.column(Array.from(ids.subarray(from, to), (id) => strings[id]!))
}

function joinedStrings(first: StringColumn, second: StringColumn): StringColumn {
  const values = (column: StringColumn) => Array.from(column.ids, (id) => column.strings[id]!)
  return InternTable.column([...values(first), ...values(second)])
}
