/**
 * The trainer of BPE and WordPiece: first symbols are the characters of the words, then the most frequent pair of
 * neighbours becomes a token, again and again. Pairs live in the core (src/core/assembly/subword-pairs.ts); strings
 * and ids live here. Equal counts go to the pair with the smaller ids, so the result does not depend on the order
 * of the texts beyond their counts.
 *
 * WordPiece differs in the prefix of continuing subwords alone, as in the tokenizers library; the likelihood
 * criterion of Schuster & Nakajima 2012 was never published in detail.
 *
 * @see Sennrich, Haddow & Birch 2016, algorithm 1
 */
import { Region } from '../../core/region.js'
import type { Pause } from '../../text/pause.js'
import type { WordCounts } from './word-counter.js'

const PAIR_BYTES = 48
const STEP = 1 << 18
const FIRST_PAIRS = 1 << 14

/** What the trainer is told. */
export interface PairTraining {
  readonly vocabularySize: number
  readonly minimumFrequency: number
  readonly specialTokens: readonly string[]
  /** Characters that are tokens whether they occur or not. */
  readonly alphabet: readonly string[]
  /** Most characters; the rarest are left out, and words are cut at them. */
  readonly maximumAlphabet: number
  /** Prefix of symbols that continue a word; empty for BPE. */
  readonly continuingPrefix: string
}

/** A vocabulary and the merges that lead to it, in order. */
export interface PairVocabulary {
  readonly tokens: string[]
  readonly merges: [string, string][]
}

/** Learns merges from counted words. */
export async function trainPairs(
  words: WordCounts,
  training: PairTraining,
  pause: Pause,
): Promise<PairVocabulary> {
  const { vocabularySize, minimumFrequency, continuingPrefix } = training
  const tokens = [...new Set(training.specialTokens)]
  const ids = new Map(tokens.map((token, id) => [token, id]))
  const idOf = (token: string): number => {
    let id = ids.get(token)
    if (id === undefined) {
      id = tokens.length
      tokens.push(token)
      ids.set(token, id)
    }
    return id
  }
  const symbols = firstSymbols(words, training, idOf)
  const merges: [string, string][] = []
  if (symbols.length === 0) return { tokens, merges }
  const pairs = new Pairs(symbols, Math.max(vocabularySize, tokens.length))
  for (let from = 0; from < symbols.length; from += STEP) {
    pairs.count(from, Math.min(symbols.length, from + STEP))
    await pause(0)
  }
  pairs.start()
  const first = tokens.length
  while (tokens.length < vocabularySize) {
    const top = pairs.top()
    if (!top || top.count < minimumFrequency) break
    const left = tokens[top.left]!
    const right = tokens[top.right]!
    const id = idOf(
      left +
        right.slice(
          continuingPrefix !== '' && right.startsWith(continuingPrefix) ? continuingPrefix.length : 0,
        ),
    )
    merges.push([left, right])
    pairs.merge(top.index, id, top.left, top.right)
    await pause((tokens.length - first) / Math.max(1, vocabularySize - first))
  }
  return { tokens, merges }
}

interface FirstSymbols {
  readonly length: number
  readonly symbols: Uint32Array
  /** Number of the word, or of the part of a word, at each position. */
  readonly words: Uint32Array
  readonly counts: Float64Array
}

// The characters that are kept get ids in the order of their code points, plain ones before continuing ones.
function firstSymbols(
  { units, offsets, counts }: WordCounts,
  { alphabet, maximumAlphabet, continuingPrefix }: PairTraining,
  idOf: (token: string) => number,
): FirstSymbols {
  const frequency = new Map<number, number>()
  const continuing = new Set<number>()
  const each = (visit: (point: number, start: boolean, word: number) => void) => {
    for (let word = 0; word < counts.length; word++) {
      const end = offsets[word + 1]!
      for (let i = offsets[word]!; i < end; ) {
        const start = i === offsets[word]
        let point = units[i++]!
        if ((point & 0xfc00) === 0xd800 && i < end && (units[i]! & 0xfc00) === 0xdc00) {
          point = 0x10000 + ((point & 0x3ff) << 10) + (units[i++]! & 0x3ff)
        }
        visit(point, start, word)
      }
    }
  }
  each((point, start, word) => {
    frequency.set(point, (frequency.get(point) ?? 0) + counts[word]!)
    if (!start) continuing.add(point)
  })
  const given = new Set(alphabet.map((character) => character.codePointAt(0)!))
  const kept = [...frequency.keys()]
    .filter((point) => !given.has(point) && (point & 0xfffff800) !== 0xd800)
    .sort((a, b) => frequency.get(b)! - frequency.get(a)! || a - b)
    .slice(0, Math.max(0, maximumAlphabet - given.size))
  const points = [...given, ...kept].sort((a, b) => a - b)
  const plain = new Map(points.map((point) => [point, idOf(String.fromCodePoint(point))]))
  const inside = continuingPrefix
    ? new Map(
        points
          .filter((point) => continuing.has(point))
          .map((point) => [point, idOf(continuingPrefix + String.fromCodePoint(point))]),
      )
    : plain
  const symbols = new Uint32Array(units.length)
  const words = new Uint32Array(units.length)
  const weights: number[] = []
  let length = 0
  let before = -1 // the word that the last symbol belongs to; a character that was left out ends it
  each((point, start, word) => {
    const id = (start ? plain : inside).get(point)
    if (id === undefined) {
      before = -1
      return
    }
    if (start || before !== word) weights.push(counts[word]!)
    before = word
    symbols[length] = id
    words[length++] = weights.length - 1
  })
  return { length, symbols, words, counts: Float64Array.from(weights) }
}

// The pairs in the core; fields of the state as in subword-pairs.ts.
class Pairs {
  readonly #region = new Region()
  readonly #state: number
  readonly #lengths: number

  constructor({ length, symbols, words, counts }: FirstSymbols, vocabularySize: number) {
    const region = this.#region
    const pairs = FIRST_PAIRS
    this.#lengths = region.copyIn(new Uint32Array(vocabularySize + 1).fill(1))
    const fields = [
      region.copyIn(symbols.subarray(0, length)),
      region.reserve(length * 4),
      region.copyIn(words.subarray(0, length)),
      region.copyIn(counts),
      this.#lengths,
      length,
      region.reserve(pairs * PAIR_BYTES),
      0,
      pairs,
      region.copyIn(new Uint32Array(pairs * 2)),
      pairs * 2 - 1,
      region.reserve(pairs * 4),
      0,
      region.reserve(length * 24),
      0,
      region.reserve(length * 4),
    ]
    this.#state = region.copyIn(Uint32Array.from(fields))
  }

  count(from: number, to: number): void {
    for (let at = from; at < to; ) {
      at = this.#region.run('subwordPairsCount', this.#state, at, to)
      if (at < to) this.#grow()
    }
  }

  start(): void {
    this.#region.run('subwordPairsHeap', this.#state)
  }

  top(): { index: number; left: number; right: number; count: number } | undefined {
    const found = this.#region.run('subwordPairsTop', this.#state)
    if (found === 0) return undefined
    const pair = this.#fields()[6]! + (found - 1) * PAIR_BYTES
    const [left = 0, right = 0] = this.#region.u32(pair, 2)
    return { index: found - 1, left, right, count: this.#region.f64(pair + 8, 1)[0]! }
  }

  merge(index: number, id: number, left: number, right: number): void {
    const region = this.#region
    const lengths = region.u32(this.#lengths, id + 1)
    lengths[id] = lengths[left]! + lengths[right]!
    while (region.run('subwordPairsMerge', this.#state, index, id) === 0) this.#grow()
  }

  #fields(): Uint32Array {
    return this.#region.u32(this.#state, 16)
  }

  #grow(): void {
    const region = this.#region
    const { 6: oldPairs = 0, 7: count = 0, 8: capacity = 0, 11: oldHeap = 0, 12: size = 0 } = this.#fields()
    const pairs = region.reserve(capacity * 2 * PAIR_BYTES)
    const heap = region.reserve(capacity * 2 * 4)
    const slots = region.copyIn(new Uint32Array(capacity * 4))
    region.u8(pairs, count * PAIR_BYTES).set(region.u8(oldPairs, count * PAIR_BYTES))
    region.u32(heap, size).set(region.u32(oldHeap, size))
    const fields = this.#fields()
    fields[6] = pairs
    fields[8] = capacity * 2
    fields[9] = slots
    fields[10] = capacity * 4 - 1
    fields[11] = heap
    region.run('subwordPairsRehash', this.#state)
  }
}
