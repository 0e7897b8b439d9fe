/** Names of classes (tags, labels) by number. */

/** A list of names and their numbers. */
export class Classes {
  readonly names: readonly string[]
  readonly #numbers: ReadonlyMap<string, number>

  constructor(names: readonly string[]) {
    this.names = names
    this.#numbers = new Map(names.map((name, i) => [name, i]))
  }

  /** The most frequent first. */
  static learn(values: Iterable<string>): Classes {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return new Classes([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name))
  }

  /** Number of `name`, -1 if it is not known. */
  number(name: string): number {
    return this.#numbers.get(name) ?? -1
  }
}
