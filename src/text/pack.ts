/**
 * Pack: the one file format of Wordloom, for models and corpora. Reading one runs no code and trusts nothing.
 *
 * Layout, little-endian: magic "WLPK" · format version u32 · CRC-32 u32 of all that follows · header bytes u32 ·
 * header (MessagePack, standard maps) · columns, each aligned to 16 bytes from the start of the file. The header
 * holds kind, version, meta and, for every column, name, element type, shape and offset. Everything is checked
 * before any of it is used: magic, version, checksum, header shape, type x shape = bytes, bounds, overlap.
 *
 * @see MessagePack specification, github.com/msgpack/msgpack; CRC-32 as in ISO 3309 and RFC 1952
 */
import { Packr, Unpackr } from 'msgpackr/index-no-eval'
import { WordloomError } from '../core/errors.js'
import { ARRAY_TYPES, type ArrayType, arrayType, type NumberArray } from './arrays.js'

const MAGIC = 0x4b504c57 // "WLPK" read as a little-endian u32
const FORMAT = 1
const PREFIX = 16
const ALIGNMENT = 16

/** What a Pack says of itself beyond its columns: licence, source, seed, options, scores. Plain data. */
export type PackMeta = Readonly<Record<string, unknown>>

/** A named array with a shape; the product of the shape is the array's length. */
export interface PackColumn {
  readonly values: NumberArray
  /** Sizes of the dimensions; `[values.length]` where left out. */
  readonly shape?: readonly number[]
}

/** The content of a Pack. */
export interface Pack {
  /** What it is, as in 'sentence-splitter' or 'docs'. */
  readonly kind: string
  /** Version of that kind's own layout, from 1. */
  readonly version: number
  readonly meta: PackMeta
  readonly columns: ReadonlyMap<string, Required<PackColumn>>
}

interface ColumnHeader {
  readonly name: string
  readonly type: ArrayType
  readonly shape: readonly number[]
  readonly offset: number
}

/**
 * Writes a Pack; the same content gives the same bytes.
 *
 * @throws COLUMN_SHAPE when a shape does not fit its array
 * @example
 * ```ts
 * import { readPack, writePack } from 'wordloom'
 * const bytes = writePack({ kind: 'demo', version: 1, meta: { licence: 'MIT' }, columns: { weights: { values: Float32Array.of(1, 2) } } })
 * console.log(readPack(bytes, 'demo', 1).columns.get('weights')?.values) // Float32Array(2) [ 1, 2 ]
 * ```
 */
export function writePack(pack: {
  readonly kind: string
  readonly version: number
  readonly meta: PackMeta
  readonly columns: Readonly<Record<string, PackColumn>>
}): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(pack.columns).map(([name, { values, shape = [values.length] }]) => {
    if (elements(shape) !== values.length) {
      throw new WordloomError('COLUMN_SHAPE', {
        message: `Column ${name} has ${values.length} values, which is not the shape [${shape.join(', ')}].`,
        details: { column: name, shape, length: values.length },
      })
    }
    return { name, values, shape }
  })
  // Offsets are relative to the end of the header, so that the header's own length does not move them.
  let offset = 0
  const columns: ColumnHeader[] = []
  for (const { name, values, shape } of entries) {
    columns.push({ name, type: arrayType(values), shape: [...shape], offset })
    offset = align(offset + values.byteLength)
  }
  const header = new Packr({ useRecords: false, mapsAsObjects: true }).pack({
    kind: pack.kind,
    version: pack.version,
    meta: pack.meta,
    columns,
  })
  const body = align(PREFIX + header.byteLength)
  const bytes = new Uint8Array(body + offset)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, FORMAT, true)
  view.setUint32(12, header.byteLength, true)
  bytes.set(header, PREFIX)
  entries.forEach(({ values }, i) => {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), body + columns[i]!.offset)
  })
  view.setUint32(8, crc32(bytes.subarray(12)), true)
  return bytes
}

/**
 * Reads a Pack, checking all of it first. Columns are copies that do not hold on to `bytes`, or with `views`
 * views of `bytes` where their place in memory allows it. `checksum`: a faster CRC-32 of the platform.
 *
 * @throws PACK_MALFORMED when the bytes are no Pack, cut short, or say impossible things
 * @throws PACK_CHECKSUM when they are not the bytes that were written
 * @throws PACK_KIND when it is another kind than `kind`
 * @throws PACK_VERSION when the format, or the kind's layout, is of another version than `version`
 */
export function readPack(
  bytes: Uint8Array,
  kind: string,
  version: number,
  {
    views = false,
    checksum = crc32,
  }: { readonly views?: boolean; readonly checksum?: (bytes: Uint8Array) => number } = {},
): Pack {
  if (!(bytes instanceof Uint8Array)) {
    throw malformed('expected a Uint8Array', { got: typeof bytes })
  }
  if (bytes.byteLength < PREFIX)
    throw malformed(`it has ${bytes.byteLength} bytes, fewer than its first lines`, {})
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== MAGIC) throw malformed('it does not begin with the letters WLPK', {})
  const format = view.getUint32(4, true)
  if (format !== FORMAT) throw wrongVersion('format', format, FORMAT)
  const headerLength = view.getUint32(12, true)
  const body = align(PREFIX + headerLength)
  if (body > bytes.byteLength) {
    throw malformed(`its header says ${headerLength} bytes and the file has ${bytes.byteLength}`, {
      headerLength,
    })
  }
  if (checksum(bytes.subarray(12)) !== view.getUint32(8, true)) {
    throw new WordloomError('PACK_CHECKSUM', {
      message: `The Pack's checksum does not fit its ${bytes.byteLength} bytes: it was cut short or changed.`,
      hint: 'Fetch or build it again.',
    })
  }
  const header = readHeader(bytes.subarray(PREFIX, PREFIX + headerLength))
  if (header.kind !== kind) {
    throw new WordloomError('PACK_KIND', {
      message: `The Pack is a '${header.kind}', expected a '${kind}'.`,
      hint: `Load it with what reads a '${header.kind}'.`,
      details: { got: header.kind, expected: kind },
    })
  }
  if (header.version !== version) throw wrongVersion(kind, header.version, version)
  const columns = new Map<string, Required<PackColumn>>()
  let reached = 0
  for (const { name, type, shape, offset } of header.columns) {
    const Typed = ARRAY_TYPES[type]
    const length = elements(shape)
    const size = length * Typed.BYTES_PER_ELEMENT
    if (offset < reached || offset % ALIGNMENT !== 0 || body + offset + size > bytes.byteLength) {
      throw malformed(`column ${name} of shape [${shape.join(', ')}] does not lie within it`, {
        column: name,
      })
    }
    reached = offset + size
    const part = bytes.subarray(body + offset, body + offset + size)
    const copy = views && part.byteOffset % Typed.BYTES_PER_ELEMENT === 0 ? part : part.slice()
    columns.set(name, { values: new Typed(copy.buffer as ArrayBuffer, copy.byteOffset, length), shape })
  }
  return { kind, version, meta: header.meta, columns }
}

function readHeader(bytes: Uint8Array): {
  kind: string
  version: number
  meta: PackMeta
  columns: ColumnHeader[]
} {
  let header: unknown
  try {
    header = new Unpackr({ useRecords: false, mapsAsObjects: true }).unpack(bytes)
  } catch (cause) {
    throw malformed('its header is not MessagePack', {}, cause)
  }
  const { kind, version, meta, columns } = (isRecord(header) ? header : {}) as Record<string, unknown>
  if (typeof kind !== 'string' || !isCount(version) || !isRecord(meta) || !Array.isArray(columns)) {
    throw malformed('its header lacks kind, version, meta or columns', {})
  }
  const names = new Set<string>()
  for (const column of columns as unknown[]) {
    const { name, type, shape, offset } = (isRecord(column) ? column : {}) as Record<string, unknown>
    const sound =
      typeof name === 'string' &&
      !names.has(name) &&
      typeof type === 'string' &&
      Object.hasOwn(ARRAY_TYPES, type) &&
      Array.isArray(shape) &&
      shape.every(isCount) &&
      isCount(offset)
    if (!sound) throw malformed(`column number ${names.size} of its header is not sound`, {})
    names.add(name)
  }
  return { kind, version, meta, columns: columns as ColumnHeader[] }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function elements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT
}

function malformed(why: string, details: Readonly<Record<string, unknown>>, cause?: unknown): WordloomError {
  return new WordloomError('PACK_MALFORMED', {
    message: `This is not a Pack that can be read: ${why}.`,
    hint: 'Give the bytes of a file that Wordloom wrote.',
    details,
    cause,
  })
}

function wrongVersion(what: string, got: number, expected: number): WordloomError {
  return new WordloomError('PACK_VERSION', {
    message: `The Pack has version ${got} of ${what}, this Wordloom reads version ${expected}.`,
    hint: got > expected ? 'Update Wordloom: npm install wordloom@latest.' : 'Build or fetch the Pack again.',
    details: { got, expected },
  })
}

let crcTables: Uint32Array | undefined

/** CRC-32 (polynomial 0xEDB88320, reflected), eight bytes a step ("slicing by 8"). */
export function crc32(bytes: Uint8Array): number {
  crcTables ??= slicingTables()
  const t = crcTables
  let crc = 0xffffffff
  let i = 0
  for (const end = bytes.length - 7; i < end; i += 8) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    crc =
      t[0x700 + (crc & 0xff)]! ^
      t[0x600 + ((crc >>> 8) & 0xff)]! ^
      t[0x500 + ((crc >>> 16) & 0xff)]! ^
      t[0x400 + (crc >>> 24)]! ^
      t[0x300 + bytes[i + 4]!]! ^
      t[0x200 + bytes[i + 5]!]! ^
      t[0x100 + bytes[i + 6]!]! ^
      t[bytes[i + 7]!]!
  }
  for (; i < bytes.length; i++) crc = t[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

// Table k gives the remainder of a byte that k bytes follow.
function slicingTables(): Uint32Array {
  const tables = new Uint32Array(8 * 256)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    tables[n] = c
  }
  for (let n = 256; n < tables.length; n++) {
    const before = tables[n - 256]!
    tables[n] = tables[before & 0xff]! ^ (before >>> 8)
  }
  return tables
}
