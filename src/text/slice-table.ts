/**
 * Interned strings from slices of a text, without making the slice first.
 *
 * Tags are few and come a million times: a slice costs an object and a hash each time. Here the hash is taken
 * over the text itself, and an open table answers. What finds no place in it within a few steps goes to a Map, so
 * that made-up collisions cost what a Map costs and no more.
 */
import type { StringColumn } from './strings.js'

const FIRST_SLOTS = 256
const MOST_SLOTS = 1 << 17
const STEPS = 8

/** Gives each distinct string the next number, from 0; takes strings as slices of a longer one. */
export class SliceTable {
  #slots = new Int32Array(FIRST_SLOTS)
  readonly #hashes: number[] = []
  readonly #placeless = new Map<string, number>()
  readonly #strings: string[] = []

  /** Number of `text.slice(from, to)`, new or known. */
  intern(text: string, from: number, to: number): number {
    let hash = to - from
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    const slots = this.#slots
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1)
    for (let step = 0; step < STEPS; step++) {
      const id = slots[slot]! - 1
      if (id < 0) return this.#slow(text.slice(from, to), slot, hash)
      if (this.#hashes[id] === hash && same(this.#strings[id]!, text, from, to)) return id
      slot = (slot + 1) & (slots.length - 1)
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
    const known = this.#placeless.size > 0 ? this.#placeless.get(string) : undefined
    if (known !== undefined) return known
    const id = this.#strings.length
    this.#strings.push(string)
    this.#hashes.push(hash)
    if (slot >= 0) this.#slots[slot] = id + 1
    else this.#placeless.set(string, id)
    if (this.#strings.length * 2 > this.#slots.length && this.#slots.length < MOST_SLOTS) this.#grow()
    return id
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4)
    this.#placeless.clear()
    this.#hashes.forEach((hash, id) => {
      let slot = (hash ^ (hash >>> 15)) & (slots.length - 1)
      for (let step = 0; step < STEPS; step++) {
        if (slots[slot] === 0) {
          slots[slot] = id + 1
          return
        }
        slot = (slot + 1) & (slots.length - 1)
      }
      this.#placeless.set(this.#strings[id]!, id)
    })
    this.#slots = slots
  }
}

function same(string: string, text: string, from: number, to: number): boolean {
  if (string.length !== to - from) return false
  for (let i = 0; i < string.length; i++) {
    if (string.charCodeAt(i) !== text.charCodeAt(from + i)) return false
  }
  return true
}
