/**
 * The columns of a corpus pack, checked where they are taken: sums of counts, widths, ids within their tables.
 *
 * Deflated columns are inflated, and tables of strings decoded, when they are first asked for.
 */
import { WordloomError } from '../core/errors.js'
import { ARRAY_TYPES, type NumberArray } from '../text/arrays.js'
import { type Pack, readPack } from '../text/pack.js'
import { CORPUS_PACK_KIND, CORPUS_PACK_VERSION, CORPUS_PARTS, type CorpusPackMeta } from './pack-corpus.js'
import { decodeString } from './packed-arrays.js'

/** Inflates raw deflate into exactly `size` bytes, or throws. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array

/** Columns of one pack. */
export class PackedColumns {
  readonly meta: CorpusPackMeta
  readonly #pack: Pack
  readonly #inflate: Inflate | undefined
  readonly #deflated: ReadonlyMap<string, CorpusPackMeta['deflated'][number]>
  readonly #inflated = new Map<string, NumberArray>()
  readonly #sums = new Map<string, Float64Array>()
  readonly #tables = new Map<string, readonly string[]>()

  /** @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION */
  constructor(bytes: Uint8Array, inflate?: Inflate, checksum?: (bytes: Uint8Array) => number) {
    this.#pack = readPack(bytes, CORPUS_PACK_KIND, CORPUS_PACK_VERSION, {
      views: true,
      ...(checksum === undefined ? {} : { checksum }),
    })
    this.meta = checkedMeta(this.#pack.meta)
    this.#inflate = inflate
    this.#deflated = new Map(this.meta.deflated.map((entry) => [entry[0], entry]))
  }

  /** The column `name`. @throws PACK_MALFORMED when it is not there or not sound */
  column(name: string): NumberArray {
    const stored = this.#pack.columns.get(name)?.values
    if (stored === undefined) throw broken(`it has no column ${name}`)
    const entry = this.#deflated.get(name)
    if (entry === undefined) return stored
    let values = this.#inflated.get(name)
    if (values === undefined) {
      values = this.#unpacked(stored, entry)
      this.#inflated.set(name, values)
    }
    return values
  }

  /** Whether the column is there. */
  has(name: string): boolean {
    return this.#pack.columns.has(name)
  }

  /** Where the items of each entry begin in what `name` counts; one more entry than there are, from 0. */
  sums(name: string): Float64Array {
    let sums = this.#sums.get(name)
    if (sums === undefined) {
      const counts = this.column(name)
      sums = new Float64Array(counts.length + 1)
      for (let i = 0; i < counts.length; i++) {
        if (!(counts[i]! >= 0)) throw broken(`${name} counts below 0`)
        sums[i + 1] = sums[i]! + counts[i]!
      }
      this.#sums.set(name, sums)
    }
    return sums
  }

  /** The part of column `name` from `from` to `to`. @throws PACK_MALFORMED when it is shorter */
  part(name: string, from: number, to: number): NumberArray {
    const values = this.column(name)
    if (to > values.length) throw broken(`column ${name} has ${values.length} entries, expected ${to}`)
    return values.subarray(from, to)
  }

  /** A single string of the list `name`. */
  string(name: string, i: number): string {
    const sums = this.sums(`${name}.length`)
    if (i + 1 >= sums.length) throw broken(`${name} has ${sums.length - 1} strings, expected ${i + 1}`)
    const units = this.part(`${name}.units`, sums[i]!, sums[i + 1]!)
    try {
      return decodeString(units)
    } catch (cause) {
      throw broken(`string ${i} of ${name} is not UTF-8`, cause)
    }
  }

  /** All strings of the table `name`. */
  table(name: string): readonly string[] {
    let strings = this.#tables.get(name)
    if (strings === undefined) {
      let text: string
      try {
        text = decodeString(this.column(`${name}.units`))
      } catch (cause) {
        throw broken(`table ${name} is not UTF-8`, cause)
      }
      const sums = this.sums(`${name}.length`)
      if (sums.at(-1) !== text.length) throw broken(`the lengths of table ${name} do not add up`)
      strings = Array.from({ length: sums.length - 1 }, (_, i) => text.slice(sums[i], sums[i + 1]))
      this.#tables.set(name, strings)
    }
    return strings
  }

  #unpacked(stored: NumberArray, [name, type, length]: CorpusPackMeta['deflated'][number]): NumberArray {
    const Typed = ARRAY_TYPES[type]
    const size = length * Typed.BYTES_PER_ELEMENT
    if (this.#inflate === undefined) {
      throw new WordloomError('OPTION_INVALID', {
        message: 'The columns of this pack are deflated, and no inflate was given.',
        hint: "Open it with corpora.openPack(path) of 'wordloom/node'.",
        details: { option: 'inflate' },
      })
    }
    // Deflate gives at most 1,032 bytes for one: what claims more is not asked for.
    if (!(stored instanceof Uint8Array) || size > 1040 * stored.length + 64) {
      throw broken(`the deflated column ${name} claims ${size} bytes`)
    }
    let bytes: Uint8Array
    try {
      bytes = this.#inflate(stored, size)
    } catch (cause) {
      throw broken(`column ${name} cannot be inflated`, cause)
    }
    if (bytes.length !== size) throw broken(`column ${name} has ${bytes.length} bytes, expected ${size}`)
    return new Typed(bytes.slice().buffer as ArrayBuffer, 0, length)
  }
}

/** The error for a pack that says impossible things. */
export function broken(why: string, cause?: unknown): WordloomError {
  return new WordloomError('PACK_MALFORMED', {
    message: `This pack of a corpus cannot be read: ${why}.`,
    hint: 'Make it again: wordloom corpora pack.',
    cause,
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isArrayType = (value: unknown) => typeof value === 'string' && Object.hasOwn(ARRAY_TYPES, value)

function checkedMeta(value: Readonly<Record<string, unknown>>): CorpusPackMeta {
  const { reader, files, parts, categories, splits, layouts, tables, deflated, counts, about } = value
  const sound =
    isRecord(reader) &&
    typeof reader.format === 'string' &&
    isStrings(files) &&
    isStrings(parts) &&
    parts.every((part) => (CORPUS_PARTS as readonly string[]).includes(part)) &&
    (categories === undefined ||
      (Array.isArray(categories) && categories.length === files.length && categories.every(isStrings))) &&
    (splits === undefined || (isRecord(splits) && Object.values(splits).every(isStrings))) &&
    Array.isArray(layouts) &&
    layouts.every(isLayout) &&
    isStrings(tables) &&
    Array.isArray(deflated) &&
    deflated.every(
      (entry) =>
        Array.isArray(entry) &&
        typeof entry[0] === 'string' &&
        isArrayType(entry[1]) &&
        Number.isSafeInteger(entry[2]) &&
        entry[2] >= 0,
    ) &&
    isRecord(counts) &&
    isRecord(about)
  if (!sound) throw broken('its meta is not sound')
  return value as unknown as CorpusPackMeta
}

function isLayout(layout: unknown): boolean {
  return (
    isRecord(layout) &&
    Array.isArray(layout.columns) &&
    layout.columns.every(
      (column) =>
        Array.isArray(column) &&
        typeof column[0] === 'string' &&
        column[0] !== 'start' &&
        column[0] !== 'end' &&
        (column[1] === 'string' || isArrayType(column[1])) &&
        ['plain', 'delta', 'offset'].includes(column[2]),
    )
  )
}
