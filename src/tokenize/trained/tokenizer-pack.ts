/**
 * The parts of a trained tokenizer as a Pack and back. Reading trusts nothing: whatever does not fit is PACK_MALFORMED.
 */
import { WordloomError } from '../../core/errors.js'
import { fitsWeights, type SparseWeights, sparseWeights } from '../../core/sparse-weights.js'
import type { NumberArray } from '../../text/arrays.js'
import { type PackMeta, readPack, writePack } from '../../text/pack.js'
import { narrow, packStrings, unpackStrings } from '../../text/string-list.js'
import { languageOf } from '../unicode.js'
import { COMBINATIONS } from './cut-memory.js'
import { SplitTable } from './split-table.js'
import type { TokenizerParts } from './training.js'

const KIND = 'tokenizer'
const VERSION = 1
/** Binary logarithms of the numbers of weights that are allowed. */
export const BITS_RANGE = [8, 22] as const
/** Bytes of the set of known words that are allowed. */
const MOST_KNOWN = 2 ** 24

/** The bytes of a model. */
export function packTokenizer(parts: TokenizerParts, meta: PackMeta): Uint8Array<ArrayBuffer> {
  const { ground, lang, trust, open, cuts, table, known, splits } = parts
  const { rules, shared, surfaces, uses } = table.data
  return writePack({
    kind: KIND,
    version: VERSION,
    meta: { ...meta, ground, lang, trust, shared, cutBits: cuts.bits, splitBits: splits.bits },
    columns: {
      open: { values: open },
      'cut.skips': { values: cuts.skips },
      'cut.weights': { values: cuts.weights },
      ...packStrings('rules', rules),
      ...packStrings('surfaces', surfaces),
      uses: { values: narrow(uses) },
      known: { values: known },
      'split.skips': { values: splits.skips },
      'split.weights': { values: splits.weights },
    },
  })
}

/** What `make` makes of the parts in a Pack. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION */
export function unpackTokenizer<Model>(
  bytes: Uint8Array,
  make: (parts: TokenizerParts, meta: PackMeta) => Model,
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
      message: `The tokenizer in the Pack cannot be read: ${cause.message}.`,
      hint: 'Give the bytes of a file that TrainedTokenizer.save wrote.',
      cause,
    })
  }
}

function readParts(meta: PackMeta, column: (name: string) => NumberArray): TokenizerParts {
  const { ground, trust, shared } = meta
  if (ground !== 'rules' && ground !== 'whitespace')
    throw new RangeError('it corrects no tokenizer that is known')
  if (!isCount(trust, 0x7fff)) throw new RangeError('it does not say how far rules are trusted')
  const open = column('open')
  if (!(open instanceof Uint16Array) || open.length > COMBINATIONS)
    throw new RangeError('its places are no list')
  const known = column('known')
  const powerOf2 = known.length > 0 && (known.length & (known.length - 1)) === 0
  if (!(known instanceof Uint8Array) || !powerOf2 || known.length > MOST_KNOWN) {
    throw new RangeError('its set of words has not a power of 2 of bytes')
  }
  const uses = column('uses')
  if (!(uses instanceof Uint8Array || uses instanceof Uint16Array || uses instanceof Uint32Array)) {
    throw new RangeError('its uses of rules are no numbers')
  }
  const rules = unpackStrings('rules', column)
  if (!isCount(shared, rules.length)) throw new RangeError('it shares more rules than it has')
  return {
    ground,
    lang: languageIn(meta.lang),
    trust,
    open,
    cuts: readWeights(meta.cutBits, column('cut.skips'), column('cut.weights')),
    table: new SplitTable({ rules, shared, surfaces: unpackStrings('surfaces', column), uses }),
    known,
    splits: readWeights(meta.splitBits, column('split.skips'), column('split.weights')),
  }
}

function languageIn(lang: unknown): string {
  try {
    if (typeof lang === 'string') return languageOf(lang)
  } catch (cause) {
    if (!(cause instanceof WordloomError)) throw cause
  }
  throw new RangeError('its language is no language tag')
}

function readWeights(bits: unknown, skips: NumberArray, weights: NumberArray): SparseWeights {
  if (!isCount(bits, BITS_RANGE[1]) || bits < BITS_RANGE[0]) {
    throw new RangeError(`it claims 2^${String(bits)} weights`)
  }
  if (!(skips instanceof Uint8Array) || !(weights instanceof Int8Array)) {
    throw new RangeError('its weights are no bytes')
  }
  const sparse = { bits, skips, weights }
  if (!fitsWeights(sparse)) throw new RangeError('its weights do not fit their number')
  return sparse
}

/** No weights at all, for what was not learned. */
export function noWeights(): SparseWeights {
  return sparseWeights(new Int8Array(2 ** BITS_RANGE[0]))
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
}
