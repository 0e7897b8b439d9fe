/**
 * All that a trained parser consists of, and its form as a Pack (kind 'dependency-parser').
 *
 * Columns of the Pack: lists of strings (features, words, labels, names of tags), int8 matrices with their scales,
 * biases. Lists are sorted where their order means nothing, so that they are small.
 */
import { WordloomError } from '../core/errors.js'
import type { NumberArray } from '../text/arrays.js'
import { type PackColumn, type PackMeta, readPack, writePack } from '../text/pack.js'
import { packStrings, unpackStrings } from '../text/string-list.js'
import { Classes } from './classes.js'
import type { Quantized, QuantizedWeights } from './network/quantized.js'
import { NetworkLayout, type NetworkShape } from './network/shape.js'
import { TokenFeatures } from './token-features.js'
import { WordTable } from './word-table.js'

const KIND = 'dependency-parser'
const VERSION = 1

/** Networks that one parser may have. */
export const MOST_MEMBERS = 8

/** Vocabulary, classes and weights. */
export interface ParserParts {
  readonly grade: 'fast' | 'exact'
  readonly features: TokenFeatures
  readonly words: WordTable
  /** Columns that the parser gives beside head and deprel, each with its values. */
  readonly outputs: readonly { readonly column: string; readonly classes: Classes }[]
  readonly labels: Classes
  readonly layout: NetworkLayout
  /** Weights of each network; several decide together. */
  readonly members: readonly QuantizedWeights[]
}

/** Whether two parsers take the same input and give the same classes, so that scores can be added up. */
export function sameVocabulary(a: ParserParts, b: ParserParts): boolean {
  const facts = ({ grade, features, words, outputs, labels, layout }: ParserParts) =>
    JSON.stringify([
      grade,
      features.strings,
      features.columns,
      words.words,
      outputs.map(({ column, classes }) => [column, classes.names]),
      labels.names,
      layout.shape,
    ])
  return facts(a) === facts(b)
}

/** Rows of a table and whether its scales are by row. */
function isTable(name: string): boolean {
  return name === 'bag'
}

/** The Pack of a parser. */
export function packParser(parts: ParserParts, meta: PackMeta): Uint8Array<ArrayBuffer> {
  const { grade, features, words, outputs, labels, layout, members } = parts
  const columns: Record<string, PackColumn> = {
    ...packStrings('features', features.strings),
    ...packStrings('words', words.words),
    ...packStrings('labels', labels.names),
    'vectors.values': { values: words.rows.values },
    'vectors.scales': { values: words.rows.scales },
  }
  for (const { column, classes } of outputs)
    Object.assign(columns, packStrings(`tags.${column}`, classes.names))
  members.forEach(({ matrices, biases }, m) => {
    for (const [name, { values, scales }] of matrices) {
      columns[`${m}.${name}.values`] = { values }
      columns[`${m}.${name}.scales`] = { values: scales }
    }
    for (const [name, values] of biases) columns[`${m}.${name}`] = { values }
  })
  const { bag, vector, width, layers, tagLayer, arc, label } = layout.shape
  return writePack({
    kind: KIND,
    version: VERSION,
    meta: {
      ...meta,
      grade,
      inputs: [...features.columns],
      outputs: outputs.map(({ column }) => column),
      members: members.length,
      shape: { bag, vector, width, layers, tagLayer, arc, label },
    },
    columns,
  })
}

/**
 * The parser in a Pack, and what it says of itself.
 *
 * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION
 */
export function unpackParser(bytes: Uint8Array): { readonly parts: ParserParts; readonly meta: PackMeta } {
  const { columns, meta } = readPack(bytes, KIND, VERSION, { views: true })
  const column = (name: string): NumberArray => {
    const found = columns.get(name)?.values
    if (found === undefined) throw broken(`it lacks ${name}`)
    return found
  }
  const strings = (name: string): string[] => {
    try {
      return unpackStrings(name, column)
    } catch (cause) {
      throw cause instanceof WordloomError ? cause : broken(`its list of ${name} is not sound`, cause)
    }
  }
  const names = (value: unknown): string[] => {
    if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value as string[]
    throw broken('its lists of columns are not sound')
  }
  const { grade } = meta
  if (grade !== 'fast' && grade !== 'exact') throw broken('it names no grade')
  const features = new TokenFeatures(strings('features'), names(meta.inputs))
  const outputs = names(meta.outputs).map((name) => ({
    column: name,
    classes: new Classes(strings(`tags.${name}`)),
  }))
  const labels = new Classes(strings('labels'))
  const layout = new NetworkLayout({
    ...shapeOf(meta.shape),
    features: features.rows,
    tags: outputs.map(({ classes }) => classes.names.length),
    labels: labels.names.length,
  })
  const quantized = (name: string, length: number, scales: number): Quantized => {
    const found = { values: column(`${name}.values`), scales: column(`${name}.scales`) }
    if (
      found.values instanceof Int8Array &&
      found.scales instanceof Float32Array &&
      found.values.length === length &&
      found.scales.length === scales
    ) {
      return found as Quantized
    }
    throw broken(`its matrix ${name} has not the shape that is asked for`)
  }
  const list = strings('words')
  const { vector } = layout.shape
  const words = new WordTable(
    list,
    vector,
    quantized('vectors', vector === 0 ? 0 : (list.length + 1) * vector, vector === 0 ? 1 : list.length + 1),
  )
  const count = meta.members
  if (!Number.isInteger(count) || (count as number) < 1 || (count as number) > MOST_MEMBERS) {
    throw broken(`it has ${String(count)} networks`)
  }
  const members = Array.from({ length: count as number }, (_, m): QuantizedWeights => {
    const matrices = new Map<string, Quantized>()
    const biases = new Map<string, Float32Array>()
    for (const [name, { rows, columns: width }] of layout.matrices) {
      const full = `${m}.${name}`
      if (!name.endsWith('.bias')) {
        matrices.set(name, quantized(full, rows * width, isTable(name) ? rows : width))
        continue
      }
      const values = column(full)
      if (!(values instanceof Float32Array) || values.length !== width)
        throw broken(`its ${name} is not sound`)
      biases.set(name, values)
    }
    return { matrices, biases }
  })
  return { parts: { grade, features, words, outputs, labels, layout, members }, meta }
}

function shapeOf(value: unknown): Omit<NetworkShape, 'features' | 'tags' | 'labels'> {
  const shape = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const size = (name: string, most: number, multiple: number, least = multiple): number => {
    const number = shape[name]
    if (Number.isInteger(number) && (number as number) >= least && (number as number) <= most) {
      if ((number as number) % multiple === 0) return number as number
    }
    throw broken(`its ${name} is ${String(number)}`)
  }
  const layers = size('layers', 8, 1)
  return {
    bag: size('bag', 512, 4),
    vector: size('vector', 512, 4, 0),
    width: size('width', 512, 4),
    layers,
    tagLayer: size('tagLayer', layers, 1),
    arc: size('arc', 512, 4),
    label: size('label', 512, 4),
  }
}

function broken(why: string, cause?: unknown): WordloomError {
  return new WordloomError('PACK_MALFORMED', {
    message: `This Pack of a dependency parser cannot be read: ${why}.`,
    hint: 'Give the bytes that DependencyParser.save wrote.',
    cause,
  })
}
