/**
 * N-grams over any sequence: plain ones, all lengths from each place, and with gaps (skip-grams). Generators
 * that keep a window of the longest n-gram and nothing else, so a corpus can be longer than memory.
 *
 * @see Guthrie, Allison, Liu, Guthrie and Wilks 2006, "A closer look at skip-gram modelling", LREC
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { Span } from '../text/span.js'

/** Which n-grams are wanted and how the ends of the sequence are padded. */
export interface NgramOptions<Item> {
  /** Length of the shortest n-gram, at least 1. */
  readonly min?: number
  /** Length of the longest n-gram, at least `min`. */
  readonly max?: number
  /** Put `max - 1` times before the first item. */
  readonly padStart?: Item
  /** Put `max - 1` times after the last item. */
  readonly padEnd?: Item
}

/** The options of the n-gram functions that are not given: bigrams without padding. */
export const DEFAULT_NGRAM_OPTIONS = { min: 2, max: 2 } as const satisfies NgramOptions<unknown>

/**
 * N-grams of lengths `min` to `max` in order of their first item, shorter ones first.
 *
 * `options` as a number n stands for `{ min: n, max: n }`; `max` alone means lengths 1 to `max`. Each n-gram is
 * a new array. Time: items × lengths; memory: `max` items.
 *
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { ngrams } from 'wordloom'
 * console.log([...ngrams(['to', 'be', 'or'], 2)]) // [ [ 'to', 'be' ], [ 'be', 'or' ] ]
 * console.log([...ngrams('abc', { max: 3 })].map((gram) => gram.join(''))) // [ 'a', 'ab', 'abc', 'b', 'bc', 'c' ]
 * console.log([...ngrams(['I'], { min: 2, max: 2, padStart: '<s>', padEnd: '</s>' })]) // [ [ '<s>', 'I' ], [ 'I', '</s>' ] ]
 * ```
 */
export function* ngrams<Item>(
  items: Iterable<Item>,
  options: number | NgramOptions<Item> = {},
): Generator<Item[]> {
  const { min, max } = lengths(options, 'ngrams')
  let window: Item[] = []
  for (const item of padded(items, options, max)) {
    window.push(item)
    if (window.length < max) continue
    yield* prefixes(window, min)
    window = window.slice(1)
  }
  for (; window.length >= min; window = window.slice(1)) yield* prefixes(window, min)
}

/**
 * N-grams that may leave out up to `skip` items between their first and their last (skip-grams).
 *
 * Each begins with its first item and goes on with any `n - 1` of the next `n - 1 + skip`, in order. Without
 * padding. Memory: `n + skip` items.
 *
 * @throws OPTION_INVALID when `n < 1` or `skip < 0`, or they are not whole numbers
 * @example
 * ```ts
 * import { skipgrams } from 'wordloom'
 * console.log([...skipgrams(['to', 'be', 'or'], 2, 1)]) // [ [ 'to', 'be' ], [ 'to', 'or' ], [ 'be', 'or' ] ]
 * ```
 * @see Guthrie et al. 2006
 */
export function* skipgrams<Item>(items: Iterable<Item>, n: number, skip: number): Generator<Item[]> {
  requireWhole(n, 1, 'n', 'skipgrams')
  requireWhole(skip, 0, 'skip', 'skipgrams')
  let window: Item[] = []
  for (const item of items) {
    window.push(item)
    if (window.length < n + skip) continue
    yield* choices(window, n)
    window = window.slice(1)
  }
  for (; window.length >= n; window = window.slice(1)) yield* choices(window, n)
}

/**
 * N-grams of a Doc's tokens as Spans, never across the end of a sentence where the Doc has sentences.
 *
 * A Span holds no text, so this allocates one small object an n-gram. No padding.
 *
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { ngramSpans, tokenizeWhitespace } from 'wordloom'
 * const doc = tokenizeWhitespace('to be  or not')
 * console.log([...ngramSpans(doc, 2)].map((span) => span.text)) // [ 'to be', 'be  or', 'or not' ]
 * ```
 */
export function* ngramSpans(
  doc: Doc,
  options: number | Pick<NgramOptions<never>, 'min' | 'max'> = {},
): Generator<Span> {
  const { min, max } = lengths(options, 'ngramSpans', false)
  const sentence = doc.has('sentence') ? doc.numbers('sentence') : undefined
  for (let from = 0; from < doc.length; from++) {
    for (let to = from + 1; to <= Math.min(from + max, doc.length); to++) {
      if (sentence && sentence[to - 1] !== sentence[from]) break
      if (to - from >= min) yield new Span(doc, from, to)
    }
  }
}

/** The range of lengths that `options` asks for, checked. */
function lengths(
  options: number | NgramOptions<unknown>,
  where: string,
  padding = true,
): { min: number; max: number } {
  if (typeof options !== 'object' || options === null) {
    requireWhole(options, 1, 'n', where)
    return { min: options, max: options }
  }
  const known = padding ? { min: null, max: null, padStart: null, padEnd: null } : { min: null, max: null }
  requireOptions(options, known, where)
  const max = options.max ?? Math.max(options.min ?? 0, DEFAULT_NGRAM_OPTIONS.max)
  const min = options.min ?? (options.max === undefined ? DEFAULT_NGRAM_OPTIONS.min : 1)
  requireWhole(min, 1, 'min', where)
  requireWhole(max, min, 'max', where)
  return { min, max }
}

function* padded<Item>(
  items: Iterable<Item>,
  options: number | NgramOptions<Item>,
  max: number,
): Generator<Item> {
  const given = typeof options === 'object' ? options : {}
  if (given.padStart !== undefined) for (let i = 1; i < max; i++) yield given.padStart
  yield* items
  if (given.padEnd !== undefined) for (let i = 1; i < max; i++) yield given.padEnd
}

function* prefixes<Item>(window: readonly Item[], min: number): Generator<Item[]> {
  for (let n = min; n <= window.length; n++) yield window.slice(0, n)
}

/** Every choice of `n` items of `window` that begins with the first, in order of their places. */
function* choices<Item>(window: readonly Item[], n: number): Generator<Item[]> {
  const places = Array.from({ length: n }, (_, i) => i)
  while (true) {
    yield places.map((place) => window[place]!)
    let turn = n - 1
    while (turn > 0 && places[turn] === window.length - n + turn) turn--
    if (turn <= 0) return
    places[turn]!++
    for (let i = turn + 1; i < n; i++) places[i] = places[i - 1]! + 1
  }
}

function requireWhole(value: unknown, least: number, option: string, where: string): asserts value is number {
  if (Number.isSafeInteger(value) && (value as number) >= least) return
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: option ${option} is ${typeof value === 'number' ? value : JSON.stringify(value)}, expected a whole number from ${least}.`,
    hint: `Pass ${option}: ${Math.max(least, 2)}.`,
    details: { option, value, least },
  })
}
