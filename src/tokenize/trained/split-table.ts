/**
 * What is known of multiword tokens: surfaces that were seen split, and rules that several surfaces share.
 *
 * `candidates` gives the rules that may split a surface: those it was seen with, and shared rules that fit its end or
 * its beginning. Lookups are by the cut, longest first, so that their number does not depend on that of the rules.
 */
import { lowered, readRule, type SplitRule } from './split-rule.js'

/** Letters of a surface that a shared rule must leave. */
const LEAST = 2
/** Units of a cut by which rules are found. */
const LONGEST = 32
/** Rules of one surface at most: what decides is linear in them. */
const MOST = 24

/** A rule with its number and name. */
export interface NumberedRule extends SplitRule {
  readonly number: number
  readonly name: string
}

/** Plain form of a table. */
export interface SplitTableData {
  /** Rules by `writeRule`. */
  readonly rules: readonly string[]
  /** How many of them, from the first on, are shared: they fit surfaces that were not seen. */
  readonly shared: number
  /** Surfaces in lower case, each once for every rule it was seen with, and that rule. */
  readonly surfaces: readonly string[]
  readonly uses: ArrayLike<number>
}

/** A table of rules. */
export class SplitTable {
  readonly data: SplitTableData
  readonly rules: readonly NumberedRule[]
  readonly #seen = new Map<string, NumberedRule[]>()
  readonly #ends = new Map<string, NumberedRule[]>()
  readonly #begins = new Map<string, NumberedRule[]>()
  #longest = 0

  /** @throws RangeError when a rule cannot be read or is not there */
  constructor(data: SplitTableData) {
    this.data = data
    this.rules = data.rules.map((name, number) => {
      const rule = readRule(name)
      if (rule === undefined) throw new RangeError(`'${name}' is no rule`)
      return { ...rule, number, name }
    })
    if (!(data.shared >= 0 && data.shared <= this.rules.length))
      throw new RangeError('shared is out of range')
    if (data.surfaces.length !== data.uses.length) throw new RangeError('surfaces and uses differ in number')
    data.surfaces.forEach((surface, i) => {
      const rule = this.rules[data.uses[i]!]
      if (rule === undefined) throw new RangeError(`there is no rule ${data.uses[i]}`)
      push(this.#seen, surface, rule)
    })
    for (const rule of this.rules.slice(0, data.shared)) {
      if (rule.cut.length > LONGEST) continue
      push(rule.at === 'end' ? this.#ends : this.#begins, rule.cut, rule)
      this.#longest = Math.max(this.#longest, rule.cut.length)
    }
  }

  /** Whether no token is ever split. */
  get empty(): boolean {
    return this.rules.length === 0
  }

  /** Rules that `small`, a surface in lower case, was seen split by. */
  seen(small: string): readonly NumberedRule[] {
    return this.#seen.get(small) ?? []
  }

  /** Rules that may split `small`: those it was seen with first, unless `asUnseen`. */
  candidates(small: string, asUnseen = false): NumberedRule[] {
    const found = asUnseen ? [] : this.seen(small).slice(0, MOST)
    const room = Math.min(this.#longest, small.length - LEAST)
    for (let length = room; length >= 0 && found.length < MOST; length--) {
      add(found, this.#ends.get(small.slice(small.length - length)))
      if (this.#begins.size > 0) add(found, this.#begins.get(small.slice(0, length)))
    }
    return found
  }
}

function push(map: Map<string, NumberedRule[]>, key: string, rule: NumberedRule): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [rule])
  else list.push(rule)
}

function add(found: NumberedRule[], more: readonly NumberedRule[] | undefined): void {
  for (const rule of more ?? []) if (found.length < MOST && !found.includes(rule)) found.push(rule)
}

/** Counts what surfaces are split into, and gives the table. */
export class SplitCounter {
  readonly #rules = new Map<string, { count: number; readonly surfaces: Set<string> }>()
  readonly #uses = new Map<string, Map<string, number>>()

  /** A multiword token by the name of its rule; false where there is no such rule. */
  add(surface: string, name: string): boolean {
    if (readRule(name) === undefined) return false
    const small = lowered(surface)
    const entry = this.#rules.get(name) ?? { count: 0, surfaces: new Set<string>() }
    this.#rules.set(name, entry)
    entry.count++
    entry.surfaces.add(small)
    const uses = this.#uses.get(small) ?? new Map<string, number>()
    this.#uses.set(small, uses)
    uses.set(name, (uses.get(name) ?? 0) + 1)
    return true
  }

  /** The table; rules that `least` surfaces or more have in common are shared. */
  table(least: number): SplitTable {
    const isShared = (name: string) => this.#rules.get(name)!.surfaces.size >= least
    const names = [...this.#rules.keys()]
    const byUse = (a: string, b: string) =>
      this.#rules.get(b)!.count - this.#rules.get(a)!.count || (a < b ? -1 : 1)
    const shared = names.filter(isShared).sort(byUse)
    const rules = [...shared, ...names.filter((name) => !isShared(name)).sort(byUse)]
    const numbers = new Map(rules.map((name, i) => [name, i]))
    const surfaces: string[] = []
    const uses: number[] = []
    for (const [small, counts] of [...this.#uses].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const [name] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
        surfaces.push(small)
        uses.push(numbers.get(name)!)
      }
    }
    return new SplitTable({ rules, shared: shared.length, surfaces, uses })
  }
}
