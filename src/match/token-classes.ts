/**
 * Classes of tokens: tokens that pass the same predicates are one class, so that automata have small alphabets.
 *
 * Each distinct value of an attribute is tested once and gets the class of its results; the classes of several
 * attributes are put together pair by pair. What is known of values is kept from Doc to Doc.
 */
import type { Doc } from '../text/doc.js'
import { attributeColumn } from './attributes.js'
import { type AttributeValue, asNumber, compileTest, type Predicate, type Test } from './token-tests.js'

/** Values of one attribute that are remembered from Doc to Doc. */
const MOST_VALUES = 1 << 16
/** Pairs of numbers below NEAR have a table; beyond, a pair is one number in base FAR. */
const NEAR = 64
const FAR = 2 ** 26

/** Gives every token of a Doc the number of its class, from 0, and says which predicates a class passes. */
export class TokenClasses {
  readonly #predicates: readonly Predicate[]
  readonly #attributes: AttributeClasses[] = []
  readonly #pairs: PairTable[] = []
  /** For each predicate its tests, as numbers of attribute and test. */
  readonly #tests: (readonly (readonly [attribute: number, test: number])[])[]
  /** For each class the predicates that it passes, ascending; where known. */
  readonly #passed: (Int32Array | undefined)[] = []

  constructor(predicates: readonly Predicate[]) {
    this.#predicates = predicates
    const numbers = new Map<string, number>()
    this.#tests = predicates.map(({ tests }) =>
      tests.map((test) => {
        let number = numbers.get(test.attribute)
        if (number === undefined) {
          number = this.#attributes.push(new AttributeClasses(test.attribute)) - 1
          numbers.set(test.attribute, number)
        }
        return [number, this.#attributes[number]!.add(test)] as const
      }),
    )
    for (let i = 1; i < this.#attributes.length; i++) this.#pairs.push(new PairTable())
  }

  /** Shape (nTokens,): the class of each token. @throws COLUMN_MISSING */
  of(doc: Doc): Uint32Array {
    const [first, ...others] = this.#attributes
    if (first === undefined) return new Uint32Array(doc.length)
    const classes = first.of(doc)
    others.forEach((attribute, k) => {
      const second = attribute.of(doc)
      const pairs = this.#pairs[k]!
      for (let i = 0; i < classes.length; i++) classes[i] = pairs.number(classes[i]!, second[i]!)
    })
    return classes
  }

  /** Numbers of the predicates that tokens of class `kind` pass, ascending. */
  passed(kind: number): Int32Array {
    let passed = this.#passed[kind]
    if (passed === undefined) {
      const parts = this.#partsOf(kind)
      const found: number[] = []
      this.#tests.forEach((tests, p) => {
        const all = tests.every(([a, test]) => this.#attributes[a]!.passes(parts[a]!, test))
        if (all !== this.#predicates[p]!.negated) found.push(p)
      })
      passed = Int32Array.from(found)
      this.#passed[kind] = passed
    }
    return passed
  }

  #partsOf(kind: number): number[] {
    const parts: number[] = []
    for (let k = this.#pairs.length - 1; k >= 0; k--) {
      const [left, right] = this.#pairs[k]!.pair(kind)
      parts.push(right)
      kind = left
    }
    parts.push(kind)
    return parts.reverse()
  }
}

/** Classes of the values of one attribute. */
class AttributeClasses {
  readonly #name: string
  readonly #tests: Test[] = []
  readonly #numbers = new Map<string, number>()
  /** Lists of values are looked up; what else there is, is asked of each value. */
  readonly #words = new Map<string, number[]>()
  readonly #amounts = new Map<number, number[]>()
  readonly #asked: [test: number, passes: (value: AttributeValue) => boolean][] = []
  readonly #classes = new Map<string, number>()
  readonly #passed: ReadonlySet<number>[] = []
  readonly #known = new Map<AttributeValue, number>()

  constructor(name: string) {
    this.#name = name
  }

  /** Number of `test` among those of this attribute. */
  add(test: Test): number {
    const key = JSON.stringify(test)
    let number = this.#numbers.get(key)
    if (number !== undefined) return number
    number = this.#tests.push(test) - 1
    this.#numbers.set(key, number)
    if (test.is === 'in') {
      for (const value of new Set(test.values)) listed(this.#words, value, number)
      for (const value of new Set(test.values.map(asNumber))) listed(this.#amounts, value, number)
    } else this.#asked.push([number, compileTest(test)])
    return number
  }

  /** Whether values of class `kind` pass the test. */
  passes(kind: number, test: number): boolean {
    return this.#passed[kind]!.has(test) !== this.#tests[test]!.negated
  }

  of(doc: Doc): Uint32Array {
    const { ids, values } = attributeColumn(doc, this.#name)
    const known = new Int32Array(values.length).fill(-1)
    const classes = new Uint32Array(ids.length)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      let kind = known[id]!
      if (kind < 0) {
        kind = this.#classOf(values[id]!)
        known[id] = kind
      }
      classes[i] = kind
    }
    return classes
  }

  #classOf(value: AttributeValue): number {
    const known = this.#known.get(value)
    if (known !== undefined) return known
    const among = typeof value === 'number' ? this.#amounts.get(value) : this.#words.get(value)
    const passed = [...(among ?? [])]
    for (const [test, passes] of this.#asked) if (passes(value)) passed.push(test)
    const key = passed.join()
    let kind = this.#classes.get(key)
    if (kind === undefined) {
      kind = this.#passed.push(new Set(passed)) - 1
      this.#classes.set(key, kind)
    }
    if (this.#known.size >= MOST_VALUES) this.#known.clear()
    this.#known.set(value, kind)
    return kind
  }
}

function listed<Key>(lists: Map<Key, number[]>, key: Key, number: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [number])
  else list.push(number)
}

/** Gives each pair of numbers the next number, from 0: a table where both are small, a Map beyond. */
class PairTable {
  readonly #near = new Int32Array(NEAR * NEAR)
  readonly #far = new Map<number, number>()
  readonly #pairs: (readonly [left: number, right: number])[] = []

  number(left: number, right: number): number {
    const near = left < NEAR && right < NEAR
    const known = near ? this.#near[left * NEAR + right]! - 1 : this.#far.get(left * FAR + right)
    if (known !== undefined && known >= 0) return known
    const number = this.#pairs.push([left, right]) - 1
    if (near) this.#near[left * NEAR + right] = number + 1
    else this.#far.set(left * FAR + right, number)
    return number
  }

  pair(number: number): readonly [left: number, right: number] {
    return this.#pairs[number]!
  }
}
