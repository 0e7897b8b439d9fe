/**
 * Seeds of unigram training: every substring of the words that occurs at least twice, up to a greatest length, found
 * length by length in the core (src/core/assembly/subword-seeds.ts). A table that is too small is made four times as
 * large and its length begun again.
 */
import { Region } from '../../core/region.js'
import type { Pause } from '../../text/pause.js'
import type { WordCounts } from './word-counter.js'

const STEP = 1 << 15 // words a call

/** A string with its count, for substrings times its units. */
export type Seed = readonly [string, number]

/** Characters with their counts, and about `most` longer substrings with count x units, those of the highest. */
export async function findSeeds(
  { units, offsets, counts }: WordCounts,
  longest: number,
  most: number,
  pause: Pause,
): Promise<{ characters: Seed[]; substrings: Seed[] }> {
  const region = new Region()
  const text = region.copyIn(units)
  const starts = region.copyIn(offsets)
  const weights = region.copyIn(counts)
  let numbers = region.reserve(units.length * 4 + 4)
  let fresh = region.reserve(units.length * 4 + 4)
  region.u32(numbers, units.length + 1).fill(0)
  region.u32(fresh, units.length + 1).fill(0)
  const bottom = region.mark()
  const characters = new Map<string, number>()
  const found = new Candidates()
  let before = new Float64Array(1)
  let capacity = 1 << 14
  for (let length = 1; length <= longest; length++) {
    let used = 0
    let from = 0
    const lay = () => {
      region.release(bottom)
      const sums = region.reserve(capacity * 8)
      const samples = region.reserve(capacity * 4)
      const slots = region.reserve(capacity * 32)
      region.u8(slots, capacity * 32).fill(0)
      return { sums, samples, slots, older: region.copyIn(before) }
    }
    let tables = lay()
    while (from < counts.length) {
      const to = Math.min(counts.length, from + STEP)
      const { sums, samples, slots, older } = tables
      const given = region.run(
        'subwordSeeds',
        text,
        starts,
        weights,
        from,
        to,
        length,
        numbers,
        older,
        fresh,
        sums,
        samples,
        used,
        capacity,
        slots,
        capacity * 2 - 1,
      )
      if (given === 0) {
        capacity *= 4
        used = 0
        from = 0
        tables = lay()
        continue
      }
      used = given - 1
      from = to
      await pause((0.2 * length) / longest)
    }
    before = region.f64(tables.sums, used).slice()
    const samples = region.u32(tables.samples, used)
    for (let i = 0; i < used; i++) {
      const at = samples[i]!
      const single = length === 1 || (length === 2 && (units[at]! & 0xfc00) === 0xd800)
      if (!single) found.add(before[i]! * length, at, length)
      else {
        const character = tokenAt(units, at, length)
        if (character !== undefined) characters.set(character, before[i]!)
      }
    }
    if (used === 0) break
    ;[numbers, fresh] = [fresh, numbers]
  }
  return { characters: [...characters], substrings: found.best(units, most) }
}

// Substrings by place; strings are made of the best alone.
class Candidates {
  readonly #scores: number[] = []
  readonly #places: number[] = []
  readonly #lengths: number[] = []

  add(score: number, place: number, length: number): void {
    if (score < 2 * length) return
    this.#scores.push(score)
    this.#places.push(place)
    this.#lengths.push(length)
  }

  best(units: Uint16Array, most: number): Seed[] {
    const sorted = Float64Array.from(this.#scores).sort()
    const least = sorted[Math.max(0, sorted.length - most)] ?? 0
    return this.#scores.flatMap((score, i): Seed[] => {
      const token = score < least ? undefined : tokenAt(units, this.#places[i]!, this.#lengths[i]!)
      return token === undefined ? [] : [[token, score]]
    })
  }
}

// Undefined where it would cut a surrogate pair, or is a lone surrogate.
function tokenAt(units: Uint16Array, at: number, length: number): string | undefined {
  const token = String.fromCharCode(...units.subarray(at, at + length))
  for (const character of token) {
    const point = character.codePointAt(0)!
    if (point >= 0xd800 && point <= 0xdfff) return undefined
  }
  return token
}
