/**
 * The tables of a stemming program: classes of letters as bits, tries as dense rows, and the bytes of both.
 *
 * Every letter of a text in a trie has a number from 1; a trie row is one address and one row number a letter,
 * in u16, padded to 8 bytes, so that a step is one load. Row numbers count 8 bytes from the first row of a trie.
 */
import { WordloomError } from '../core/errors.js'

const HEADER = 24
const CLASSES = 32
const ROW_UNIT = 8

/** An address, offset or size that is known later. */
export interface Place {
  value: number | undefined
}

interface Trie {
  readonly place: Place
  readonly nodes: Array<{ target: Place | undefined; readonly next: Map<string, number> }>
}

/** An error about a rule tree. */
export function invalidRule(message: string, hint: string): WordloomError {
  return new WordloomError('RULE_INVALID', { message, hint })
}

/** Collects classes and tries while rules are compiled, and lays them out beside the code. */
export class StemTables {
  readonly #classes = new Map<string, number>()
  readonly #letters = new Map<string, number>()
  readonly #tries: Trie[] = []

  /** Number of the class of these letters. */
  classOf(letters: string): number {
    const key = [...new Set(letters.split(''))].sort().join('')
    let bit = this.#classes.get(key)
    if (bit === undefined) {
      bit = this.#classes.size
      if (bit === CLASSES) {
        throw invalidRule(`"${letters}" is the 33rd set of letters; 32 are the most.`, 'Use a set again.')
      }
      this.#classes.set(key, bit)
    }
    return bit
  }

  /** A trie of the texts, read from their last letter if `backward`; gives where it will lie. */
  trie(entries: ReadonlyArray<readonly [text: string, target: Place]>, backward: boolean): Place {
    const nodes: Trie['nodes'] = [{ target: undefined, next: new Map() }]
    for (const [text, target] of entries) {
      let node = 0
      for (let i = 0; i < text.length; i++) {
        const letter = text[backward ? text.length - 1 - i : i] as string
        if (!this.#letters.has(letter)) this.#letters.set(letter, this.#letters.size + 1)
        const { next } = nodes[node] as Trie['nodes'][number]
        node = next.get(letter) ?? nodes.push({ target: undefined, next: new Map() }) - 1
        next.set(letter, node)
      }
      ;(nodes[node] as Trie['nodes'][number]).target = target
    }
    const place: Place = { value: undefined }
    this.#tries.push({ place, nodes })
    return place
  }

  /** The whole program; all places in `code` but those of the tries must be known. */
  program(code: ReadonlyArray<number | Place>, slots: number): Uint8Array {
    const rowUnits = Math.ceil(((this.#letters.size + 1) * 2) / ROW_UNIT)
    let rows = 0
    for (const { place, nodes } of this.#tries) {
      place.value = rows * rowUnits
      rows += nodes.length
    }
    if (rows * rowUnits > 0xffff) {
      throw invalidRule(
        'The tables of the rules take more than 512 KiB.',
        'Use fewer texts or fewer letters.',
      )
    }
    const units = [
      ...this.#letters.keys(),
      ...[...this.#classes.keys()].flatMap((letters) => letters.split('')),
    ]
    const limit = units.reduce((most, unit) => Math.max(most, unit.charCodeAt(0) + 1), 0)
    const masks = HEADER
    const letters = masks + limit * 4
    const tries = align(letters + limit)
    const codeAt = tries + rows * rowUnits * ROW_UNIT
    const bytes = new Uint8Array(codeAt + code.length * 2)
    new Uint32Array(bytes.buffer, 0, HEADER / 4).set([codeAt, letters, masks, tries, slots, limit])
    this.#fillMasks(new Uint32Array(bytes.buffer, masks, limit))
    for (const [letter, number] of this.#letters) bytes[letters + letter.charCodeAt(0)] = number
    this.#fillTries(new Uint16Array(bytes.buffer, tries, (rows * rowUnits * ROW_UNIT) / 2), rowUnits)
    const words = new Uint16Array(bytes.buffer, codeAt, code.length)
    code.forEach((word, i) => {
      words[i] = typeof word === 'number' ? word : known(word)
    })
    return bytes
  }

  #fillMasks(masks: Uint32Array): void {
    for (const [letters, bit] of this.#classes) {
      for (let i = 0; i < letters.length; i++) {
        const unit = letters.charCodeAt(i)
        masks[unit] = (masks[unit] as number) | (1 << bit)
      }
    }
  }

  #fillTries(rows: Uint16Array, rowUnits: number): void {
    const size = (rowUnits * ROW_UNIT) / 2
    for (const { place, nodes } of this.#tries) {
      const first = (known(place) * ROW_UNIT) / 2
      nodes.forEach(({ target, next }, node) => {
        const row = first + node * size
        if (target) rows[row] = known(target)
        for (const [letter, child] of next)
          rows[row + (this.#letters.get(letter) as number)] = child * rowUnits
      })
    }
  }
}

function known(place: Place): number {
  if (place.value === undefined) throw new Error('an address of the program is unknown')
  return place.value
}

function align(offset: number): number {
  return Math.ceil(offset / ROW_UNIT) * ROW_UNIT
}
