/**
 * The parts of a trained lemmatizer, and how they lie in a Pack (kind 'lemmatizer').
 *
 * Columns: `forms` and `lemmas` (lists of strings), `rows.perForm`, `rows.shape`, `rows.lemma`, `rows.count` and
 * `rows.value.0`, ... (one number a row), `values.0`, ... (the values of each tag column), `scripts` and `uses` (the
 * edit scripts, three numbers a use), `skips` and `weights`
 * (sparse) of the guesser, `context.skips` and `context.weights`. All is checked before any of it is used.
 */
import { WordloomError } from '../core/errors.js'
import { fitsWeights, type SparseWeights } from '../core/sparse-weights.js'
import type { NumberArray } from '../text/arrays.js'
import { type PackColumn, type PackMeta, readPack, writePack } from '../text/pack.js'
import { narrow, packStrings, unpackStrings } from '../text/string-list.js'
import type { Casing } from './casing.js'
import { LemmaLexicon } from './lemma-lexicon.js'
import type { ScriptUses } from './word-guesser.js'

const KIND = 'lemmatizer'
const VERSION = 1
const MOST_COLUMNS = 8

/** Range of the binary logarithm of the number of weights. */
export const BITS_RANGE = [10, 24] as const

/** How lemmas of unknown words are made: one edit script a word, or one a letter. */
export type LemmaMethod = 'words' | 'letters'

/** What a lemmatizer consists of. */
export interface LemmaParts {
  readonly method: LemmaMethod
  readonly casing: Casing
  /** Names of the columns that are looked at, the tag first. */
  readonly columns: readonly string[]
  /** The values of each column. */
  readonly values: readonly (readonly string[])[]
  readonly lexicon: LemmaLexicon
  readonly scripts: ScriptUses
  /** Weights of the guesser. */
  readonly weights: SparseWeights
  /** Weights of the choice by context. */
  readonly context: SparseWeights
}

/** The Pack of a lemmatizer. */
export function packLemmatizer(parts: LemmaParts, meta: PackMeta): Uint8Array<ArrayBuffer> {
  const { lexicon, scripts, weights, context, columns, values, method, casing } = parts
  const { rows } = lexicon
  const perForm = rows.forms.map((_, i) => rows.starts[i + 1]! - rows.starts[i]!)
  const packed: Record<string, PackColumn> = {
    ...packStrings('forms', rows.forms),
    ...packStrings('lemmas', lexicon.lemmas),
    'rows.perForm': { values: narrow(perForm) },
    'rows.shape': { values: rows.shapes },
    'rows.lemma': { values: narrow(rows.lemmas) },
    'rows.count': { values: narrow(rows.counts) },
    ...packStrings('scripts', scripts.scripts),
    uses: { values: narrow(scripts.uses), shape: [scripts.uses.length / 3, 3] },
    skips: { values: weights.skips },
    weights: { values: weights.weights },
    'context.skips': { values: context.skips },
    'context.weights': { values: context.weights },
  }
  columns.forEach((_, c) => {
    Object.assign(packed, packStrings(`values.${c}`, values[c]!))
    packed[`rows.value.${c}`] = { values: narrow(rows.columns[c]!) }
  })
  return writePack({
    kind: KIND,
    version: VERSION,
    meta: {
      ...meta,
      method,
      columns: [...columns],
      turkic: casing.turkic,
      bits: weights.bits,
      contextBits: context.bits,
    },
    columns: packed,
  })
}

/** What `make` makes of the parts in a Pack. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION */
export function unpackLemmatizer<Model>(
  bytes: Uint8Array,
  make: (parts: LemmaParts, meta: PackMeta) => Model,
): Model {
  const { meta, columns } = readPack(bytes, KIND, VERSION)
  const column = (name: string): NumberArray => {
    const values = columns.get(name)?.values
    if (values === undefined) throw new RangeError(`it has no column ${name}`)
    return values
  }
  try {
    return make(readParts(meta, column), meta)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new WordloomError('PACK_MALFORMED', {
      message: `The lemmatizer in the Pack cannot be read: ${cause.message}.`,
      hint: 'Give the bytes of a file that Lemmatizer.save wrote.',
      cause,
    })
  }
}

function readParts(meta: PackMeta, column: (name: string) => NumberArray): LemmaParts {
  const { method, columns: names, turkic } = meta
  if (method !== 'words' && method !== 'letters') throw new RangeError('its method is unknown')
  if (!isNames(names)) throw new RangeError('its columns are not a list of names')
  if (typeof turkic !== 'boolean') throw new RangeError('it does not say how letters are made small')
  const values = names.map((_, c) => unpackStrings(`values.${c}`, column))
  const lemmas = unpackStrings('lemmas', column)
  const forms = unpackStrings('forms', column)
  const perForm = whole('rows.perForm', column('rows.perForm'), Number.POSITIVE_INFINITY)
  if (perForm.length !== forms.length) throw new RangeError('it has not one count of rows for each form')
  const starts = new Uint32Array(forms.length + 1)
  let count = 0
  for (let i = 0; i < forms.length; i++) {
    count += perForm[i]!
    starts[i + 1] = count
  }
  const row = (name: string, limit: number) => {
    const list = whole(name, column(name), limit)
    if (list.length !== count) throw new RangeError(`${name} has ${list.length} rows, expected ${count}`)
    return list
  }
  const rows = {
    forms,
    starts,
    shapes: Uint8Array.from(row('rows.shape', 5)),
    columns: names.map((_, c) => row(`rows.value.${c}`, values[c]!.length)),
    lemmas: row('rows.lemma', lemmas.length),
    counts: row('rows.count', Number.POSITIVE_INFINITY),
  }
  const scripts = unpackStrings('scripts', column)
  const uses = whole('uses', column('uses'), 0x110000)
  const tags = Math.max(1, values[0]?.length ?? 0)
  if (uses.length % 3 !== 0) throw new RangeError('its uses of scripts are not three numbers each')
  for (let u = 0; u < uses.length; u += 3) {
    if (uses[u]! >= scripts.length || uses[u + 1]! >= tags)
      throw new RangeError('a use names what is not there')
  }
  return {
    method,
    casing: { turkic },
    columns: names,
    values,
    lexicon: new LemmaLexicon(rows, lemmas),
    scripts: { scripts, uses },
    weights: readWeights(meta.bits, column('skips'), column('weights')),
    context: readWeights(meta.contextBits, column('context.skips'), column('context.weights')),
  }
}

function readWeights(bits: unknown, skips: NumberArray, weights: NumberArray): SparseWeights {
  const known = typeof bits === 'number' && Number.isInteger(bits)
  if (!known || bits < BITS_RANGE[0] || bits > BITS_RANGE[1]) {
    throw new RangeError(`it claims 2^${String(bits)} weights`)
  }
  if (!(skips instanceof Uint8Array) || !(weights instanceof Int8Array)) {
    throw new RangeError('its weights are no bytes')
  }
  const sparse = { bits, skips, weights }
  if (!fitsWeights(sparse)) throw new RangeError('its weights do not fit their number')
  return sparse
}

function isNames(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_COLUMNS &&
    value.every((name) => typeof name === 'string' && name !== '')
  )
}

/** A column of whole numbers below `limit`, as 32 bits. */
function whole(name: string, values: NumberArray, limit: number): Uint32Array {
  const unsigned =
    values instanceof Uint8Array || values instanceof Uint16Array || values instanceof Uint32Array
  if (!unsigned) throw new RangeError(`${name} holds no counts`)
  for (let i = 0; i < values.length; i++) {
    if (values[i]! >= limit) throw new RangeError(`${name} has ${values[i]}, expected less than ${limit}`)
  }
  return Uint32Array.from(values)
}
