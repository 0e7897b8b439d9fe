/**
 * Rules by the ends of words, the longest end first: what most words in -ses do, what those in -uses do, what one does.
 *
 * A table is one string of entries, each an end of words in small letters and a capital that names what is done; '^'
 * before the end means the whole word. scripts/build-inflection.ts finds the shortest table that gives the right
 * answer for every word that it knows, and so answers for unknown words by those that end alike.
 */

/** A table ready to be asked. */
export class SuffixRules {
  readonly #classes = new Map<string, string>()
  #longest = 0

  constructor(table: string) {
    for (const [, suffix, letter] of table.matchAll(/([^A-Z]*)([A-Z])/g)) {
      this.#classes.set(suffix!, letter!)
      if (suffix!.length > this.#longest) this.#longest = suffix!.length
    }
  }

  /** The capital of the longest end of `word` in the table. */
  classOf(word: string): string {
    for (let length = Math.min(word.length, this.#longest); length >= 0; length--) {
      const suffix = word.slice(word.length - length)
      const found =
        (length === word.length ? this.#classes.get(`^${suffix}`) : undefined) ?? this.#classes.get(suffix)
      if (found) return found
    }
    return ''
  }
}
