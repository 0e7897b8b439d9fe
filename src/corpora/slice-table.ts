/**
 * Interned strings from slices of a text, without making the slice first.
 *
 * Tags are few and come a million times: a slice costs an object and a hash each time. Here the hash is taken
 * over the text itself, and an open table of the first strings answers most questions. What is not found within
 * a few steps asks a Map, so that made-up collisions cost what a Map costs and no more.
 */
import type { StringColumn } from '../text/strings.js'

const SLOTS = 4096
const STEPS = 8

/** Gives each distinct string the next number, from 0; takes strings as slices of a longer one. */
export class SliceTable {
  readonly #slots = new Int32Array(SLOTS)
  readonly #hashes = new Int32Array(SLOTS)
  readonly #ids = new Map<string, number>()
  readonly #strings: string[] = []

  /** Number of `text.slice(from, to)`, new or known. */
  intern(text: string, from: number, to: number): number {
    let hash = to - from
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    for (let step = 0; step < STEPS; step++) {
      const id = this.#slots[slot]! - 1
      if (id < 0) return this.#slow(text.slice(from, to), slot, hash)
      if (this.#hashes[slot] === hash && same(this.#strings[id]!, text, from, to)) return id
      slot = (slot + 1) & (SLOTS - 1)
    }
    return this.#slow(text.slice(from, to), -1, hash)
  }

  /** Every distinct string by its number. */
  get strings(): readonly string[] {
    return this.#strings
  }

  /** A column of `ids`, sharing the strings. */
  column(ids: Uint32Array): StringColumn {
    return { ids, strings: this.#strings }
  }

  #slow(string: string, slot: number, hash: number): number {
    let id = this.#ids.get(string)
    if (id === undefined) {
      id = this.#strings.length
      this.#ids.set(string, id)
      this.#strings.push(string)
    }
    if (slot >= 0 && id < SLOTS / 2) {
      this.#slots[slot] = id + 1
      this.#hashes[slot] = hash
    }
    return id
  }
}

function same(string: string, text: string, from: number, to: number): boolean {
  if (string.length !== to - from) return false
  for (let i = 0; i < string.length; i++) {
    if (string.charCodeAt(i) !== text.charCodeAt(from + i)) return false
  }
  return true
}
