/**
 * Docs as a Pack (kind 'docs'): texts and columns of any number of Docs in one file.
 *
 * Layout: columns `textLength` and `length` (units and tokens of each Doc), `text` (all texts: UTF-8 bytes, or
 * UTF-16 units when a lone surrogate stands in one, which UTF-8 cannot hold), then every column of the Docs end
 * to end. Strings of string columns are interned over all Docs, in the meta.
 */
import { WordloomError } from '../core/errors.js'
import { ARRAY_TYPES, type ArrayType, arrayType, type NumberArray } from './arrays.js'
import { type Column, Doc } from './doc.js'
import { type PackColumn, readPack, writePack } from './pack.js'
import { InternTable } from './strings.js'
import { fromUtf16 } from './utf16.js'

const KIND = 'docs'
const VERSION = 1
const PREFIX = 'column.'

/**
 * Packs Docs that have the same columns.
 *
 * @throws COLUMN_SHAPE when their columns differ in name or type
 * @example
 * ```ts
 * import { packDocs, tokenizeWhitespace, unpackDocs } from 'wordloom'
 * const [doc] = unpackDocs(packDocs([tokenizeWhitespace('to be')]))
 * console.log(doc?.words()) // [ 'to', 'be' ]
 * ```
 */
export function packDocs(
  docs: readonly Doc[],
  meta: Readonly<Record<string, unknown>> = {},
): Uint8Array<ArrayBuffer> {
  const nTokens = docs.reduce((sum, doc) => sum + doc.length, 0)
  const names = docs[0]?.columnNames ?? ['start', 'end']
  const strings: Record<string, readonly string[]> = {}
  const text = docs.map((doc) => doc.text).join('')
  const columns: Record<string, PackColumn> = {
    textLength: { values: Uint32Array.from(docs, (doc) => doc.text.length) },
    length: { values: Uint32Array.from(docs, (doc) => doc.length) },
    text: { values: isWellFormed(text) ? new TextEncoder().encode(text) : units(text) },
  }
  for (const name of names) {
    const type = docs[0]?.columnType(name) ?? 'u32'
    const odd = docs.findIndex(
      (doc) => doc.columnType(name) !== type || doc.columnNames.length !== names.length,
    )
    if (odd >= 0) {
      throw new WordloomError('COLUMN_SHAPE', {
        message: `Doc ${odd} has columns ${docs[odd]!.columnNames.join(', ')}, where Doc 0 has ${names.join(', ')}; column ${name} is what differs first.`,
        hint: 'Run the same skills over all Docs before packing them.',
        details: { doc: odd, column: name },
      })
    }
    const table = new InternTable()
    const values: NumberArray = new ARRAY_TYPES[type === 'string' ? 'u32' : (type as ArrayType)](nTokens)
    let at = 0
    for (const doc of docs) {
      if (type === 'string') {
        const column = doc.strings(name)
        const ids = column.strings.map((string) => table.intern(string))
        for (const id of column.ids) values[at++] = ids[id]!
      } else {
        values.set(doc.numbers(name), at)
        at += doc.length
      }
    }
    if (type === 'string') strings[name] = table.strings
    columns[PREFIX + name] = { values }
  }
  return writePack({
    kind: KIND,
    version: VERSION,
    meta: { ...meta, strings: Object.entries(strings) },
    columns,
  })
}

/**
 * The Docs of a Pack that `packDocs` wrote.
 *
 * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION as {@link readPack}
 * @throws COLUMN_SHAPE when offsets are out of order
 */
export function unpackDocs(bytes: Uint8Array): Doc[] {
  const { columns, meta } = readPack(bytes, KIND, VERSION)
  const column = (name: string): NumberArray => {
    const found = columns.get(name)?.values
    if (found === undefined) throw broken(`it lacks ${name}`)
    return found
  }
  const lengths = column('length')
  const textLengths = column('textLength')
  const text = decode(column('text'))
  const strings = readStrings(meta.strings)
  const docs: Doc[] = []
  let textAt = 0
  let at = 0
  for (let i = 0; i < lengths.length; i++) {
    const made: Record<string, Column> = {}
    for (const [name, { values }] of columns) {
      if (!name.startsWith(PREFIX)) continue
      const slice = values.slice(at, at + lengths[i]!)
      const table = strings.get(name.slice(PREFIX.length))
      if (table && !(slice instanceof Uint32Array)) throw broken(`column ${name} of strings holds no ids`)
      made[name.slice(PREFIX.length)] = table ? { ids: slice as Uint32Array, strings: table } : slice
    }
    docs.push(Doc.fromColumns({ text: text.slice(textAt, textAt + textLengths[i]!), columns: made }))
    textAt += textLengths[i]!
    at += lengths[i]!
  }
  if (textAt !== text.length)
    throw broken(`its Docs have ${textAt} units of text and it holds ${text.length}`)
  if (arrayType(lengths) !== 'u32' || lengths.length !== textLengths.length)
    throw broken('its lengths differ')
  return docs
}

function readStrings(value: unknown): Map<string, readonly string[]> {
  const sound =
    Array.isArray(value) &&
    value.every(
      (entry) =>
        Array.isArray(entry) &&
        typeof entry[0] === 'string' &&
        Array.isArray(entry[1]) &&
        entry[1].every((string) => typeof string === 'string'),
    )
  if (!sound) throw broken('its tables of strings are not sound')
  return new Map(value as [string, string[]][])
}

function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed()
}

function units(text: string): Uint16Array {
  const array = new Uint16Array(text.length)
  for (let i = 0; i < array.length; i++) array[i] = text.charCodeAt(i)
  return array
}

function decode(values: NumberArray): string {
  if (values instanceof Uint8Array) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(values)
    } catch (cause) {
      throw broken('its text is not UTF-8', cause)
    }
  }
  if (!(values instanceof Uint16Array)) throw broken('its text is neither UTF-8 nor UTF-16')
  return fromUtf16(values)
}

function broken(why: string, cause?: unknown): WordloomError {
  return new WordloomError('PACK_MALFORMED', {
    message: `This Pack of Docs cannot be read: ${why}.`,
    hint: 'Write it again with packDocs(docs).',
    cause,
  })
}
