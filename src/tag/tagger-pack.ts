/**
 * Reading the Packs of simple taggers: which tagger it is, its column, the taggers behind it, and columns of numbers and
 * strings that are checked before they are used. `SimpleTagger.save` writes them.
 */
import { WordloomError } from '../core/errors.js'
import type { NumberArray } from '../text/arrays.js'
import { type PackMeta, readPack } from '../text/pack.js'
import { unpackStrings } from '../text/string-list.js'
import { loadNested } from './load-tagger.js'
import { type DocTagger, KIND, type SimpleTaggerType, type TaggerFrame, VERSION } from './simple-tagger.js'
import { requireTagger } from './tagger-options.js'

/** Options of `load` of the simple taggers. */
export interface TaggerLoadOptions {
  /** The tagger behind it, for one that was saved with a tagger behind it that is no simple tagger. */
  readonly backoff?: DocTagger
}

/** Taggers behind each other that a Pack may hold. */
const MOST_NESTED = 32
const OWN_META = new Set(['type', 'column', 'backoff'])

/** The Pack of a tagger, opened. */
export class TaggerPack {
  readonly type: string
  readonly frame: TaggerFrame
  readonly meta: PackMeta
  readonly #columns: ReadonlyMap<string, { readonly values: NumberArray }>

  /** `depth`: how many Packs this one lies in. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION */
  constructor(bytes: Uint8Array, { backoff }: TaggerLoadOptions = {}, depth = 0) {
    const { meta, columns } = readPack(bytes, KIND, VERSION)
    this.#columns = columns
    this.meta = meta
    const { type, column, backoff: behind } = meta
    if (typeof type !== 'string') throw malformed('it does not say which tagger it is')
    this.type = type
    if (typeof column !== 'string' || column === '') throw malformed('it names no column')
    const rest = Object.fromEntries(Object.entries(meta).filter(([name]) => !OWN_META.has(name)))
    this.frame = { column, meta: rest, backoff: this.#behind(behind, backoff, depth) }
  }

  /** A column of numbers. @throws RangeError when it is not there */
  column(name: string): NumberArray {
    const values = this.#columns.get(name)?.values
    if (values === undefined) throw new RangeError(`it has no column ${name}`)
    return values
  }

  /** A column of whole numbers from 0, below `limit`. @throws RangeError */
  whole(name: string, limit = Number.POSITIVE_INFINITY): Uint32Array {
    const values = this.column(name)
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (Number.isInteger(value) && value >= 0 && value < limit) continue
      throw new RangeError(`${name} has ${value}, expected a whole number from 0, less than ${limit}`)
    }
    return Uint32Array.from(values)
  }

  /** A list of strings. @throws RangeError */
  strings(name: string): string[] {
    return unpackStrings(name, (column) => this.column(column))
  }

  /** A number of the meta from `least` to `most`. @throws RangeError */
  number(name: string, [least, most]: readonly [number, number]): number {
    const value = this.meta[name]
    if (typeof value === 'number' && value >= least && value <= most) return value
    throw new RangeError(`its ${name} is ${String(value)}, expected a number from ${least} to ${most}`)
  }

  #behind(kind: unknown, given: DocTagger | undefined, depth: number): DocTagger | undefined {
    if (kind === 'packed') {
      const inner = this.#columns.get('backoff')?.values
      if (!(inner instanceof Uint8Array)) throw malformed('the tagger behind it is missing')
      if (depth >= MOST_NESTED) throw malformed(`more than ${MOST_NESTED} taggers lie in each other`)
      return loadNested(inner, given, depth + 1)
    }
    if (kind === 'none') return undefined
    if (kind !== 'given') throw malformed('it does not say what stands behind it')
    requireTagger('load(bytes, options)', 'backoff', given)
    if (given !== undefined) return given
    throw new WordloomError('OPTION_INVALID', {
      message: 'This tagger was saved without the tagger behind it, which is no simple tagger.',
      hint: 'Load that one too and pass it: load(bytes, { backoff }).',
      details: { option: 'backoff' },
    })
  }
}

/**
 * What `make` makes of the Pack of a tagger of `type`.
 *
 * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when the bytes are none
 * @throws OPTION_INVALID when the tagger behind it is wanted and not given
 */
export function unpackTagger<T>(
  source: Uint8Array | TaggerPack,
  type: SimpleTaggerType,
  options: TaggerLoadOptions,
  make: (pack: TaggerPack) => T,
): T {
  const pack = source instanceof TaggerPack ? source : new TaggerPack(source, options)
  if (pack.type !== type) {
    throw new WordloomError('PACK_KIND', {
      message: `The Pack is a simple tagger of type '${pack.type}', expected '${type}'.`,
      hint: 'Use loadSimpleTagger(bytes), which reads all of them.',
      details: { got: pack.type, expected: type },
    })
  }
  try {
    return make(pack)
  } catch (cause) {
    if (cause instanceof RangeError) throw malformed(cause.message, cause)
    throw cause
  }
}

/** The error for a Pack that is no simple tagger's. */
export function malformed(why: string, cause?: unknown): WordloomError {
  return new WordloomError('PACK_MALFORMED', {
    message: `The tagger in the Pack cannot be read: ${why}.`,
    hint: 'Give the bytes of a file that the save method of a tagger wrote.',
    cause,
  })
}
