/**
 * Truncation to a greatest length, with windows of what is left over, and padding to a common length.
 *
 * @see Hugging Face tokenizers, truncation and padding
 */
import { requireOptions, WordloomError } from '../../core/errors.js'
import { addedColumns, type EncodingColumns, joinColumns, SubwordEncoding, sliceColumns } from './encoding.js'
import type { JsonPart } from './json-part.js'
import { ID_LIMIT } from './models.js'
import type { TokenColumns } from './token-sink.js'

const STRATEGIES = ['longestFirst', 'onlyFirst', 'onlySecond'] as const
const LIMIT = 1 << 24
const DIRECTIONS = ['right', 'left'] as const

/** How encodings are cut to a greatest length. */
export interface Truncation {
  /** Most tokens of an encoding, special tokens included. */
  readonly maximumLength: number
  /** Which text of a pair loses tokens. */
  readonly strategy?: (typeof STRATEGIES)[number]
  /** Which end loses tokens. */
  readonly direction?: (typeof DIRECTIONS)[number]
  /** Tokens that a window of the overflow shares with the one before it. */
  readonly stride?: number
}

/** How encodings are filled up to a common length. */
export interface Padding {
  /** 'longest': the longest of the batch; or a number of tokens. */
  readonly length?: 'longest' | number
  /** Which end is filled. */
  readonly direction?: (typeof DIRECTIONS)[number]
  /** Lengths become a multiple of this. */
  readonly multipleOf?: number
  /** Id of the padding token. */
  readonly id?: number
  readonly typeId?: number
  /** The padding token as the vocabulary writes it; used where `id` is left out. */
  readonly token?: string
}

/** Settings of {@link Truncation} where they are left out. */
export const DEFAULT_TRUNCATION = { strategy: 'longestFirst', direction: 'right', stride: 0 } as const

/** Settings of {@link Padding} where they are left out. */
export const DEFAULT_PADDING = {
  length: 'longest',
  direction: 'right',
  multipleOf: 1,
  id: 0,
  typeId: 0,
  token: '[PAD]',
} as const

/** The truncation of a file. */
export function readTruncation(part: JsonPart): Truncation | undefined {
  if (part.missing) return undefined
  part.only('direction', 'max_length', 'strategy', 'stride')
  const strategy = part.get('strategy').oneOf(['LongestFirst', 'OnlyFirst', 'OnlySecond'], 'LongestFirst')
  return {
    maximumLength: part.get('max_length').count(),
    strategy: STRATEGIES[['LongestFirst', 'OnlyFirst', 'OnlySecond'].indexOf(strategy)]!,
    direction: part.get('direction').oneOf(['Right', 'Left'], 'Right') === 'Right' ? 'right' : 'left',
    stride: part.get('stride').count(0),
  }
}

/** The padding of a file. */
export function readPadding(part: JsonPart): Padding | undefined {
  if (part.missing) return undefined
  part.only('strategy', 'direction', 'pad_to_multiple_of', 'pad_id', 'pad_type_id', 'pad_token')
  const strategy = part.get('strategy')
  const length = strategy.value === 'BatchLongest' ? 'longest' : strategy.only('Fixed').get('Fixed').count()
  return {
    length,
    direction: part.get('direction').oneOf(['Right', 'Left'], 'Right') === 'Right' ? 'right' : 'left',
    multipleOf: part.get('pad_to_multiple_of').count(1) || 1,
    id: part.get('pad_id').count(0, ID_LIMIT),
    typeId: part.get('pad_type_id').count(0, 256),
    token: part.get('pad_token').string('[PAD]'),
  }
}

/** Sequences cut so that with `added` tokens they keep the limit, and the windows left over of each. */
export function truncate(
  sequences: readonly TokenColumns[],
  added: number,
  truncation: Truncation,
): { readonly kept: TokenColumns; readonly overflow: readonly TokenColumns[] }[] {
  requireOptions(
    truncation,
    { maximumLength: null, strategy: STRATEGIES, direction: DIRECTIONS, stride: null },
    'truncation',
  )
  const { strategy, direction, stride } = { ...DEFAULT_TRUNCATION, ...truncation }
  whole('truncation.maximumLength', truncation.maximumLength)
  whole('truncation.stride', stride)
  const limit = Math.max(0, truncation.maximumLength - added)
  const lengths = sequences.map(({ ids }) => ids.length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (total <= limit) return sequences.map((kept) => ({ kept, overflow: [] }))
  const targets = targetLengths(lengths, limit, strategy)
  return sequences.map((columns, i) => cut(columns, targets[i]!, direction, stride))
}

function targetLengths(lengths: readonly number[], limit: number, strategy: string): number[] {
  const [first = 0, second] = lengths
  if (strategy === 'longestFirst') {
    if (second === undefined) return [limit]
    // The shorter text keeps what it has, if half is enough for it.
    const short = Math.min(first, second)
    let long = short > limit ? short : Math.max(short, limit - short)
    let kept = short
    if (kept + long > limit) {
      kept = Math.floor(limit / 2)
      long = kept + (limit % 2)
    }
    return first <= second ? [kept, long] : [long, kept]
  }
  const cutSecond = strategy === 'onlySecond'
  const other = cutSecond ? first : (second ?? 0)
  if (other >= limit || (cutSecond && second === undefined)) {
    throw new WordloomError('OPTION_INVALID', {
      message: `truncation: the text that is kept has ${other} tokens and ${limit} are allowed.`,
      hint: "Pass strategy: 'longestFirst', or a larger maximumLength.",
      details: { lengths, limit },
    })
  }
  return cutSecond ? [first, limit - first] : second === undefined ? [limit] : [limit - second, second]
}

function cut(
  columns: TokenColumns,
  limit: number,
  direction: 'left' | 'right',
  stride: number,
): { kept: TokenColumns; overflow: TokenColumns[] } {
  const { length } = columns.ids
  if (length <= limit) return { kept: columns, overflow: [] }
  if (limit === 0) return { kept: sliceColumns(columns, 0, 0), overflow: [columns] }
  if (stride >= limit) {
    throw new WordloomError('OPTION_INVALID', {
      message: `truncation: stride is ${stride} and windows hold ${limit} tokens of the text.`,
      hint: 'Pass a smaller stride or a larger maximumLength.',
      details: { stride, limit },
    })
  }
  const windows: TokenColumns[] = []
  const step = limit - stride
  for (let from = 0; ; from += step) {
    const to = Math.min(length, from + limit)
    windows.push(
      direction === 'right'
        ? sliceColumns(columns, from, to)
        : sliceColumns(columns, length - to, length - from),
    )
    if (to === length) break
  }
  const [kept, ...overflow] = windows
  return { kept: kept!, overflow }
}

/** Encodings filled up, their overflow too. */
export function pad(
  encodings: readonly SubwordEncoding[],
  padding: Padding,
  tokenOf: (id: number) => string,
): SubwordEncoding[] {
  requireOptions(
    padding,
    { length: null, direction: DIRECTIONS, multipleOf: null, id: null, typeId: null, token: null },
    'padding',
  )
  const { direction, multipleOf, id, typeId } = { ...DEFAULT_PADDING, ...padding }
  const length: 'longest' | number = padding.length ?? DEFAULT_PADDING.length
  if (length !== 'longest') whole('padding.length', length)
  whole('padding.multipleOf', multipleOf, 1)
  whole('padding.id', id)
  whole('padding.typeId', typeId)
  const longest = encodings.reduce((most, encoding) => Math.max(most, encoding.length), 0)
  const wanted = Math.ceil((length === 'longest' ? longest : length) / multipleOf) * multipleOf
  const padded = (encoding: SubwordEncoding): SubwordEncoding => {
    const missing = wanted - encoding.length
    const overflow = encoding.overflow.map(padded)
    if (missing <= 0) return new SubwordEncoding(encoding.columns(), tokenOf, overflow)
    const own: Required<EncodingColumns> = encoding.columns()
    const fill = addedColumns(new Array<number>(missing).fill(id), typeId, 0)
    return new SubwordEncoding(
      joinColumns(direction === 'right' ? [own, fill] : [fill, own]),
      tokenOf,
      overflow,
    )
  }
  return encodings.map(padded)
}

function whole(name: string, value: number, least = 0): void {
  if (Number.isInteger(value) && value >= least && value < LIMIT) return
  throw new WordloomError('OPTION_INVALID', {
    message: `${name} is ${value}, expected a whole number of at least ${least}.`,
    hint: `Pass ${name}: 128.`,
    details: { name, value },
  })
}
