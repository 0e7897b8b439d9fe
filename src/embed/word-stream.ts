/**
 * A corpus as numbers: words are counted and numbered as sentences come, and the corpus is kept as one number a word
 * with a separator after each sentence (4 bytes a word). At the end rare words are taken out and the others numbered
 * by falling counts.
 */
import { WordloomError } from '../core/errors.js'
import { Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'

/** What vectors are trained on: Docs (their sentences, where they have the column), or sentences as lists of words. */
export type SentenceSource = Iterable<Doc | readonly string[]> | AsyncIterable<Doc | readonly string[]>

/** Stands after each sentence. */
export const SEPARATOR = 0xffffffff

const CHUNK = 1 << 18

/** A counted corpus. */
export interface CountedWords {
  /** Shape (nWords,): by falling counts, equal ones in the order of their first appearance. */
  readonly words: string[]
  /** Shape (nWords,): how often each occurs. */
  readonly counts: Uint32Array<ArrayBuffer>
  /** The corpus: numbers of words, {@link SEPARATOR} after each sentence. */
  readonly ids: Uint32Array
  /** Occurrences of the words that were kept. */
  readonly total: number
}

/** Counts and numbers words as they come. */
export class WordStream {
  readonly #normalize: (word: string) => string
  readonly #byForm = new Map<string, number>()
  readonly #table = new InternTable()
  readonly #counts: number[] = []
  readonly #chunks: Uint32Array[] = []
  #chunk = new Uint32Array(CHUNK)
  #filled = 0

  constructor(casing: 'keep' | 'lower', digits: 'keep' | 'zero') {
    this.#normalize = (word) => normalizeWord(word, casing, digits)
  }

  /** Takes in a Doc, or the words of a sentence. @throws SOURCE_INVALID for anything else */
  add(item: Doc | readonly string[]): void {
    if (item instanceof Doc) {
      const form = item.has('form') ? item.strings('form') : undefined
      const sentence = item.has('sentence') ? item.numbers('sentence') : undefined
      for (let i = 0; i < item.length; i++) {
        if (i > 0 && sentence !== undefined && sentence[i] !== sentence[i - 1]) this.#put(SEPARATOR)
        this.#put(this.#idOf(form === undefined ? item.word(i) : form.strings[form.ids[i]!]!))
      }
    } else if (Array.isArray(item) && item.every((word) => typeof word === 'string')) {
      for (const word of item as readonly string[]) this.#put(this.#idOf(word))
    } else {
      throw new WordloomError('SOURCE_INVALID', {
        message: `Word2Vec.train takes Docs or lists of words; got ${typeof item === 'string' ? 'a string' : String(item)}.`,
        hint: 'Tokenize texts first: train([tokenize(text)]).',
      })
    }
    this.#put(SEPARATOR)
  }

  /** The corpus without words that are rarer than `minCount`, or beyond the `most` most frequent. */
  finish(minCount: number, most: number): CountedWords {
    const order = this.#counts
      .map((_, id) => id)
      .filter((id) => this.#counts[id]! >= minCount)
      .sort((a, b) => this.#counts[b]! - this.#counts[a]! || a - b)
      .slice(0, most)
    const newId = new Uint32Array(this.#counts.length).fill(SEPARATOR)
    order.forEach((id, rank) => {
      newId[id] = rank
    })
    const counts = Uint32Array.from(order, (id) => this.#counts[id]!)
    const total = counts.reduce((sum, count) => sum + count, 0)
    const parts = [...this.#chunks, this.#chunk.subarray(0, this.#filled)]
    // Written over itself: what is kept is never longer than what was read.
    let kept = 0
    let before = SEPARATOR
    const put = (id: number) => {
      parts[Math.floor(kept / CHUNK)]![kept % CHUNK] = id
      kept++
      before = id
    }
    for (const part of parts) {
      for (let i = 0; i < part.length; i++) {
        const id = part[i]!
        if (id !== SEPARATOR && newId[id] !== SEPARATOR) put(newId[id]!)
        else if (id === SEPARATOR && before !== SEPARATOR) put(SEPARATOR)
      }
    }
    const ids = new Uint32Array(kept)
    for (let at = 0; at < kept; at += CHUNK) {
      ids.set(parts[at / CHUNK]!.subarray(0, Math.min(CHUNK, kept - at)), at)
    }
    return { words: order.map((id) => this.#table.strings[id]!), counts, ids, total }
  }

  #idOf(form: string): number {
    let id = this.#byForm.get(form)
    if (id === undefined) {
      const own = detached(form)
      id = this.#table.intern(this.#normalize(own))
      this.#byForm.set(own, id)
      if (id === this.#counts.length) this.#counts.push(0)
    }
    this.#counts[id]!++
    return id
  }

  #put(id: number): void {
    if (this.#filled === CHUNK) {
      this.#chunks.push(this.#chunk)
      this.#chunk = new Uint32Array(CHUNK)
      this.#filled = 0
    }
    this.#chunk[this.#filled++] = id
  }
}

/** A word as it is trained and looked up. */
export function normalizeWord(word: string, casing: 'keep' | 'lower', digits: 'keep' | 'zero'): string {
  const cased = casing === 'lower' ? word.toLowerCase() : word
  return digits === 'zero' ? cased.replace(/[1-9]/g, '0') : cased
}

// A slice holds on to the text that it was cut from; a copy by its units does not.
function detached(form: string): string {
  if (form.length < 13 || form.length > 1000) return form
  const units = new Array<number>(form.length)
  for (let i = 0; i < units.length; i++) units[i] = form.charCodeAt(i)
  return String.fromCharCode(...units)
}
