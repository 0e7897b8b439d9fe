/**
 * A trained tagger in a Pack (kind 'tagger').
 *
 * Columns: `tags.*` and `labels.0.*`, ... (lists of strings: what each label gives to each column); `forms.gaps`,
 * `forms.rows`, `forms.tag`, `forms.label`, `forms.count` (the dictionary); `lexicon.*` and `clusters.*` (tables by
 * hash, where the tagger has them); `tag.skips`, `tag.weights` and `label.skips`, `label.weights` (rows of weights
 * that are not 0). All is checked before any of it is used.
 */
import { WordloomError } from '../../core/errors.js'
import type { NumberArray } from '../../text/arrays.js'
import { type PackColumn, type PackMeta, readPack, writePack } from '../../text/pack.js'
import { narrow, packStrings, unpackStrings } from '../../text/string-list.js'
import type { LayerRows } from './layer.js'
import { fineColumns, labelPlan, TAG_COLUMNS, type TagColumn, type TaggerParts } from './model-parts.js'
import { startsOf, whole } from './pack-numbers.js'
import { TagDictionary, UNKNOWN } from './tag-dictionary.js'
import { packKeys, packTable, unpackKeys, unpackTable, type WordTable } from './word-table.js'

const KIND = 'tagger'
const VERSION = 1
const MORE = 255
const MOST_LABELS = 0xfffe
const MOST_CELLS = 2 ** 28 // weights of one layer

/** Range of the binary logarithm of the number of rows. */
export const BITS_RANGE = [6, 22] as const

/** The Pack of a tagger. */
export function packTagger(parts: TaggerParts, meta: PackMeta): Uint8Array<ArrayBuffer> {
  const { columns: dictionary } = parts.dictionary
  const perForm = Uint32Array.from(
    dictionary.keys,
    (_, f) => dictionary.starts[f + 1]! - dictionary.starts[f]!,
  )
  const columns: Record<string, PackColumn> = {
    ...packStrings('tags', parts.tags),
    ...packKeys('forms', dictionary.keys),
    'forms.rows': { values: narrow(perForm) },
    'forms.tag': { values: narrow(dictionary.tags) },
    'forms.label': { values: narrow(dictionary.labels) },
    'forms.count': { values: narrow(dictionary.counts) },
  }
  fineColumns(parts).forEach((_, c) => {
    Object.assign(
      columns,
      packStrings(
        `labels.${c}`,
        parts.labels.map((label) => label[c]!),
      ),
    )
  })
  if (parts.lexicon !== undefined) Object.assign(columns, packTable('lexicon', parts.lexicon))
  if (parts.clusters !== undefined) Object.assign(columns, packTable('clusters', parts.clusters))
  if (parts.tagRows !== undefined) Object.assign(columns, packRows('tag', parts.tagRows))
  if (parts.labelRows !== undefined) Object.assign(columns, packRows('label', parts.labelRows))
  return writePack({
    kind: KIND,
    version: VERSION,
    meta: {
      ...meta,
      columns: [...parts.columns],
      closedCount: parts.closedCount,
      step: parts.step,
      tagBits: parts.tagRows?.bits ?? 0,
      labelBits: parts.labelRows?.bits ?? 0,
    },
    columns,
  })
}

/** What `make` makes of the parts in a Pack. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION */
export function unpackTagger<Model>(
  bytes: Uint8Array,
  make: (parts: TaggerParts, meta: PackMeta) => Model,
): Model {
  const { meta, columns } = readPack(bytes, KIND, VERSION)
  const column = (name: string): NumberArray => {
    const values = columns.get(name)?.values
    if (values === undefined) throw new RangeError(`it has no column ${name}`)
    return values
  }
  try {
    return make(
      readParts(meta, column, (name) => columns.has(name)),
      meta,
    )
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new WordloomError('PACK_MALFORMED', {
      message: `The tagger in the Pack cannot be read: ${cause.message}.`,
      hint: 'Give the bytes of a file that Tagger.save wrote.',
      cause,
    })
  }
}

function readParts(
  meta: PackMeta,
  column: (name: string) => NumberArray,
  has: (name: string) => boolean,
): TaggerParts {
  const columns = readColumns(meta.columns)
  const tags = unpackStrings('tags', column)
  if (tags.length === 0 || tags.length > MOST_LABELS) throw new RangeError(`it has ${tags.length} tags`)
  const fine = fineColumns({ columns })
  if (columns[0] === 'features' && tags.length !== 1) throw new RangeError('it has tags without a column')
  const strings = fine.map((_, c) => unpackStrings(`labels.${c}`, column))
  const count = strings[0]?.length ?? 0
  if (
    strings.some((list) => list.length !== count) ||
    count > MOST_LABELS ||
    (fine.length > 0 && count === 0)
  ) {
    throw new RangeError('its labels have different lengths, or there are none')
  }
  const labels = Array.from({ length: count }, (_, i) => strings.map((list) => list[i]!))
  const table = (name: string, width: number, limit: number): WordTable | undefined =>
    has(`${name}.gaps`) ? unpackTable(name, width, limit, column) : undefined
  const bare = {
    columns,
    tags,
    labels,
    closedCount: readNumber(meta.closedCount, 1, 1e9, 'which words are frequent'),
    step: readNumber(meta.step, 0.001, 1000, 'what a weight stands for'),
    dictionary: readDictionary(column, tags.length, count),
    lexicon: table('lexicon', 1, 0x10000),
    clusters: table('clusters', 3, 0x10000),
  }
  const labelValues = count === 0 ? 0 : labelPlan(bare).values.count
  return {
    ...bare,
    tagRows: tags.length > 1 ? readRows('tag', meta.tagBits, tags.length, column) : undefined,
    labelRows: count > 0 ? readRows('label', meta.labelBits, labelValues, column) : undefined,
  }
}

function readColumns(value: unknown): TagColumn[] {
  const sound =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((name, i) => TAG_COLUMNS.includes(name as TagColumn) && value.indexOf(name) === i)
  if (!sound) throw new RangeError('it does not say which columns it gives')
  const columns = value as TagColumn[]
  if (columns[0] === 'features' && columns.length > 1) throw new RangeError('its columns are out of order')
  return columns
}

function readNumber(value: unknown, least: number, most: number, what: string): number {
  if (typeof value === 'number' && value >= least && value <= most) return value
  throw new RangeError(`it does not say ${what}`)
}

function readDictionary(column: (name: string) => NumberArray, tags: number, labels: number): TagDictionary {
  const keys = unpackKeys('forms', column)
  const perForm = whole('forms.rows', column('forms.rows'), 0x10000)
  if (perForm.length !== keys.length) throw new RangeError('it has not one number of rows for each form')
  const starts = startsOf(perForm)
  const row = (name: string, limit: number) => {
    const list = whole(name, column(name), limit)
    if (list.length !== starts.at(-1))
      throw new RangeError(`${name} has ${list.length} rows, expected ${starts.at(-1)}`)
    return list
  }
  const ofRow = Uint16Array.from(row('forms.label', 0x10000))
  if (ofRow.some((label) => label >= labels && label !== UNKNOWN))
    throw new RangeError('a form has a label that is not there')
  return new TagDictionary({
    keys,
    starts,
    tags: Uint16Array.from(row('forms.tag', tags)),
    labels: ofRow,
    counts: Uint32Array.from(row('forms.count', 2 ** 32)),
  })
}

function packRows(name: string, { weights }: LayerRows): Record<string, PackColumn> {
  const skips: number[] = []
  const kept: number[] = []
  let zeros = 0
  for (const weight of weights) {
    if (weight === 0) {
      zeros++
      continue
    }
    for (; zeros >= MORE; zeros -= MORE) skips.push(MORE)
    skips.push(zeros)
    kept.push(weight)
    zeros = 0
  }
  return {
    [`${name}.skips`]: { values: Uint8Array.from(skips) },
    [`${name}.weights`]: { values: Int8Array.from(kept) },
  }
}

function readRows(
  name: string,
  bits: unknown,
  columns: number,
  column: (name: string) => NumberArray,
): LayerRows {
  const [least, most] = BITS_RANGE
  const sound = typeof bits === 'number' && Number.isInteger(bits) && bits >= least && bits <= most
  if (!sound || 2 ** bits * columns > MOST_CELLS)
    throw new RangeError(`it claims 2^${String(bits)} rows of ${columns}`)
  const skips = column(`${name}.skips`)
  const kept = column(`${name}.weights`)
  if (!(skips instanceof Uint8Array) || !(kept instanceof Int8Array))
    throw new RangeError(`the weights ${name} are no bytes`)
  const weights = new Int8Array(2 ** bits * columns)
  let at = 0
  let next = 0
  for (const skip of skips) {
    at += skip
    if (skip === MORE) continue
    if (at >= weights.length || next >= kept.length) throw new RangeError(`the weights ${name} reach too far`)
    weights[at++] = kept[next++]!
  }
  if (next !== kept.length) throw new RangeError(`the weights ${name} are more than their places`)
  return { bits, weights }
}
