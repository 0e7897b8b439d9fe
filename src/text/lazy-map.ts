/**
 * A read-only map of text to values that are made when they are first asked for.
 */

/** Values by name, each made once. */
export class LazyMap<T> implements ReadonlyMap<string, T> {
  readonly #makers: ReadonlyMap<string, () => T>
  readonly #made = new Map<string, T>()

  constructor(makers: Iterable<readonly [string, () => T]>) {
    this.#makers = new Map(makers)
  }

  get size(): number {
    return this.#makers.size
  }

  get(name: string): T | undefined {
    const made = this.#made.get(name)
    if (made !== undefined) return made
    const maker = this.#makers.get(name)
    if (maker === undefined) return undefined
    const value = maker()
    this.#made.set(name, value)
    return value
  }

  has(name: string): boolean {
    return this.#makers.has(name)
  }

  keys(): MapIterator<string> {
    return this.#makers.keys()
  }

  values(): MapIterator<T> {
    return this.#all().values()
  }

  entries(): MapIterator<[string, T]> {
    return this.#all().entries()
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries()
  }

  forEach(each: (value: T, name: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [name, value] of this) each(value, name, this)
  }

  #all(): Map<string, T> {
    return new Map(Array.from(this.#makers.keys(), (name) => [name, this.get(name)!]))
  }
}
