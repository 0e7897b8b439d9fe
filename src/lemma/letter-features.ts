/**
 * Features of a letter in its word, for the choice among edits: the letters around it, what the rest of the word
 * behind it and before it is, the edits of the two letters behind it, the letters back to the last boundary that was
 * put, the tag, and the values of further columns.
 */
import type { Words } from '../core/decisions.js'
import { mix, mixText } from '../core/hashes.js'
import type { WordContext } from './word-features.js'

const AHEAD = 6
const BACK = 6

/** A word whose letters are edited from the last to the first. */
export class LetterWord {
  readonly letters: readonly string[]
  readonly context: WordContext
  readonly shape: number
  /** Number of the letter whose turn it is; letters.length stands for the place behind the last. */
  at: number
  /** Hashes of the edits of the two letters behind. */
  next = 1
  afterNext = 1
  #segment = 0x165667b1
  readonly #codes: Int32Array
  readonly #rests: Int32Array
  readonly #beginnings: Int32Array

  constructor(letters: readonly string[], shape: number, context: WordContext) {
    this.letters = letters
    this.context = context
    this.shape = shape
    this.at = letters.length
    this.#codes = Int32Array.from(letters, (letter) => letter.codePointAt(0)!)
    this.#rests = new Int32Array(letters.length + 1).fill(0x27d4eb2f)
    this.#beginnings = new Int32Array(letters.length + 1).fill(0x165667b1)
    for (let i = letters.length - 1; i >= 0; i--) this.#rests[i] = mix(this.#rests[i + 1]!, this.#codes[i]!)
    for (let i = 0; i < letters.length; i++) {
      this.#beginnings[i + 1] = mix(this.#beginnings[i]!, this.#codes[i]!)
    }
  }

  /** The letter whose turn it is; 0 behind the last. */
  get letter(): number {
    return this.#codes[this.at] ?? 0
  }

  /** Goes on to the letter before; `mark` is the hash of the edit that was chosen, `boundary` whether it puts one. */
  step(mark: number, boundary: boolean): void {
    this.afterNext = this.next
    this.next = mark
    this.#segment = boundary ? 0x165667b1 : mix(this.#segment, this.letter)
    this.at--
  }

  /** Pushes the features of the letter whose turn it is. */
  features(out: Words): void {
    const { at, next, afterNext, shape } = this
    const { tag, more } = this.context
    const { length } = this.letters
    let template = 0
    const push = (hash: number) => out.push(mix(hash, ++template))
    const code = (k: number) => (at + k < 0 ? 1 : (this.#codes[at + k] ?? 2))
    const rest = (k: number) => this.#rests[Math.max(0, k)]!
    const letter = this.letter
    push(tag)
    push(mix(letter, tag))
    push(mix(letter, next))
    push(mix(mix(letter, next), afterNext))
    push(mix(mix(next, afterNext), tag))
    let hash = tag
    for (let k = 0; k < AHEAD; k++) {
      hash = mix(hash, code(k))
      push(hash)
    }
    hash = mix(5, letter)
    for (let k = 1; k <= BACK; k++) {
      hash = mix(hash, code(-k))
      push(hash)
    }
    const around = mix(mix(mix(7, code(-1)), letter), code(1))
    push(mix(around, tag))
    push(mix(around, code(-2)))
    push(mix(mix(around, code(2)), tag))
    push(mix(mix(mix(around, code(-2)), code(2)), tag))
    push(mix(mix(letter, Math.min(length - at, 6)), tag))
    push(mix(mix(letter, Math.min(at, 4)), tag))
    push(mix(mix(letter, shape), Math.min(at, 1)))
    push(mix(rest(at), tag))
    push(mix(rest(at - 1), tag))
    push(mix(rest(at - 2), tag))
    push(mix(mix(rest(at), next), tag))
    push(mix(this.#beginnings[Math.min(at + 1, length)]!, tag))
    push(mix(rest(0), at))
    push(mix(mix(rest(length - 2), letter), tag))
    push(mix(mix(rest(length - 3), letter), tag))
    const segment = mix(this.#segment, letter)
    push(segment)
    push(mix(segment, code(-1)))
    push(mix(mix(segment, code(-1)), code(-2)))
    for (const { whole, items } of more) {
      push(mix(mix(whole, letter), next))
      push(mix(whole, rest(at)))
      push(mix(mix(whole, Math.min(length - at, 6)), next))
      for (const item of items) {
        out.push(mix(mix(mix(item, letter), next), 101))
        out.push(mix(mix(item, around), 102))
        out.push(mix(mix(mix(item, length - at), next), 103))
      }
    }
  }
}

/** The hash of an edit. */
export function editMark(edit: string): number {
  return mixText(0x68e31da4, edit)
}
