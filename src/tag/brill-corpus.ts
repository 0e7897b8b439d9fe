/**
 * The tokens that a Brill tagger is trained on, as numbers, with indexes from words and tags to the places where they
 * are; and what templates make of a place.
 *
 * Layout: places of all Docs one behind the other; `first` and `end` bound the sentence of each place. Words and tags are
 * numbered in their sorted order, so that comparing numbers compares strings.
 */
import type { BrillFeature } from './brill-rules.js'

/** A condition: whether it looks at tags or words, and where. */
interface Condition {
  readonly tag: boolean
  readonly from: number
  readonly to: number
}

/** Values that one condition can have at one place: as many as places are looked at. */
const MOST_VALUES = 33

/** Tokens by place. */
export class BrillCorpus {
  readonly words: Int32Array
  readonly gold: Int32Array
  /** Tags as the rules so far have left them. */
  readonly tags: Int32Array
  readonly first: Int32Array
  readonly end: Int32Array
  readonly templates: readonly (readonly Condition[])[]
  /** Numbers in a predicate: template, tag, and a value for each condition of the longest template. */
  readonly width: number
  readonly #wordStarts: Uint32Array
  readonly #wordPlaces: Uint32Array
  readonly #tagPlaces: number[][]
  readonly #seen: Int32Array
  #stamp = 0
  readonly #lists: Int32Array[]
  readonly #sizes: Int32Array
  /** Predicates of the last place, tuple by tuple. */
  #made: Int32Array

  constructor(
    columns: { words: Int32Array; gold: Int32Array; tags: Int32Array; first: Int32Array; end: Int32Array },
    nWords: number,
    nTags: number,
    templates: readonly (readonly BrillFeature[])[],
  ) {
    this.words = columns.words
    this.gold = columns.gold
    this.tags = columns.tags
    this.first = columns.first
    this.end = columns.end
    this.templates = templates.map((features) =>
      features.map(({ feature, from, to }) => ({ tag: feature === 'tag', from, to })),
    )
    const most = Math.max(...templates.map(({ length }) => length))
    this.width = most + 2
    this.#lists = Array.from({ length: most }, () => new Int32Array(MOST_VALUES))
    this.#sizes = new Int32Array(most)
    this.#made = new Int32Array(this.width * 64)
    this.#seen = new Int32Array(this.words.length)
    this.#wordStarts = new Uint32Array(nWords + 1)
    for (const word of this.words) this.#wordStarts[word + 1]!++
    for (let w = 0; w < nWords; w++) this.#wordStarts[w + 1]! += this.#wordStarts[w]!
    this.#wordPlaces = new Uint32Array(this.words.length)
    const next = this.#wordStarts.slice()
    this.words.forEach((word, place) => {
      this.#wordPlaces[next[word]!++] = place
    })
    this.#tagPlaces = Array.from({ length: nTags }, () => [])
    this.tags.forEach((tag, place) => {
      this.#tagPlaces[tag]!.push(place)
    })
  }

  /** Gives a place another tag. */
  retag(place: number, tag: number): void {
    this.tags[place] = tag
    this.#tagPlaces[tag]!.push(place)
  }

  /** Makes the predicates of a template at a place; gives how many. They are read with {@link made}. */
  predicates(template: number, place: number): number {
    const conditions = this.templates[template]!
    const lists = this.#lists
    const sizes = this.#sizes
    const first = this.first[place]!
    const last = this.end[place]! - 1
    let count = 1
    for (let c = 0; c < conditions.length; c++) {
      const { tag, from, to } = conditions[c]!
      const column = tag ? this.tags : this.words
      const list = lists[c]!
      let size = 0
      for (let at = Math.max(place + from, first); at <= place + to && at <= last; at++) {
        const value = column[at]!
        let k = 0
        while (k < size && list[k] !== value) k++
        if (k === size) list[size++] = value
      }
      if (size === 0) return 0
      sizes[c] = size
      count *= size
    }
    const { width } = this
    while (this.#made.length < count * width) this.#made = new Int32Array(this.#made.length * 2)
    const made = this.#made
    for (let p = 0; p < count; p++) {
      const base = p * width
      made[base] = template
      made[base + 1] = this.tags[place]!
      let rest = p
      for (let c = 0; c < width - 2; c++) {
        if (c < conditions.length) {
          const size = sizes[c]!
          made[base + 2 + c] = lists[c]![size === 1 ? 0 : rest % size]!
          if (size > 1) rest = Math.floor(rest / size)
        } else made[base + 2 + c] = 0
      }
    }
    return count
  }

  /** Predicate `p` of those that were made last. */
  made(p: number): Int32Array {
    return this.#made.subarray(p * this.width, (p + 1) * this.width)
  }

  /** Calls `visit` once for each place where the predicate holds. */
  matches(predicate: ArrayLike<number>, visit: (place: number) => void): void {
    const conditions = this.templates[predicate[0]!]!
    const tag = predicate[1]!
    const stamp = ++this.#stamp
    const test = (place: number) => {
      if (place < 0 || place >= this.tags.length || this.tags[place] !== tag) return
      if (this.#seen[place] === stamp || !this.#holds(conditions, predicate, place)) return
      this.#seen[place] = stamp
      visit(place)
    }
    // The shortest list of places that has all of them: those with the tag, or those around one of the words.
    let best = -1
    let cost = this.#tagPlaces[tag]!.length
    conditions.forEach((condition, c) => {
      if (condition.tag) return
      const word = predicate[2 + c]!
      const own =
        (this.#wordStarts[word + 1]! - this.#wordStarts[word]!) * (condition.to - condition.from + 1)
      if (own < cost) {
        cost = own
        best = c
      }
    })
    if (best < 0) {
      // The list may grow while it is visited.
      const places = this.#tagPlaces[tag]!
      for (let k = 0, size = places.length; k < size; k++) test(places[k]!)
      return
    }
    const { from, to } = conditions[best]!
    const word = predicate[2 + best]!
    for (let k = this.#wordStarts[word]!; k < this.#wordStarts[word + 1]!; k++) {
      for (let offset = from; offset <= to; offset++) test(this.#wordPlaces[k]! - offset)
    }
  }

  #holds(conditions: readonly Condition[], predicate: ArrayLike<number>, place: number): boolean {
    const first = this.first[place]!
    const last = this.end[place]! - 1
    for (let c = 0; c < conditions.length; c++) {
      const { tag, from, to } = conditions[c]!
      const column = tag ? this.tags : this.words
      const value = predicate[2 + c]!
      const stop = Math.min(place + to, last)
      let at = Math.max(place + from, first)
      while (at <= stop && column[at] !== value) at++
      if (at > stop) return false
    }
    return true
  }
}
