/**
 * Interned strings: a column of strings is a column of numbers and one table, so that equal strings cost four
 * bytes each, compare as numbers and survive cloning and packing.
 */

/** A column of strings: token i has `strings[ids[i]]`. */
export interface StringColumn {
  /** Shape (nTokens,): index into `strings`. */
  readonly ids: Uint32Array
  /** Every distinct string once, in order of first appearance. */
  readonly strings: readonly string[]
}

/** Gives each distinct string the next number, from 0. */
export class InternTable {
  readonly #ids = new Map<string, number>()
  readonly #strings: string[] = []

  /** Number of `string`, new or known. */
  intern(string: string): number {
    let id = this.#ids.get(string)
    if (id === undefined) {
      id = this.#strings.length
      this.#ids.set(string, id)
      this.#strings.push(string)
    }
    return id
  }

  /** Every distinct string by its number. */
  get strings(): readonly string[] {
    return this.#strings
  }

  /** A column of `values`. */
  static column(values: readonly string[]): StringColumn {
    const table = new InternTable()
    const ids = Uint32Array.from(values, (value) => table.intern(value))
    return { ids, strings: table.strings }
  }
}
