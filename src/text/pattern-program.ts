/**
 * A pattern as a program (Thompson 1968): steps that read one character of a set, ordered forks, looks at the
 * characters around a place, and the end. And its alphabet: characters that belong to the same sets are one
 * class, so that tables have a handful of columns and not 1.1 million.
 */
import { WordloomError } from '../core/errors.js'
import { type Look, type PatternNode, PatternReader, type Syntax } from './pattern-syntax.js'

/** What a step does; its operands are in `first` and `second`. */
export const READ = 0 // a character of set `first`, then step `second`
export const FORK = 1 // step `first`, or else step `second`
export const LOOK = 2 // if look `first` holds, step `second`
export const END = 3 // rule `first` matches

/** Steps a program may have: more would be patterns written by machines, and tables of many megabytes. */
export const MAX_STEPS = 5000

/** A compiled pattern. */
export interface Program {
  readonly operation: Uint8Array
  readonly first: Int32Array
  readonly second: Int32Array
  /** The first step. */
  readonly start: number
  readonly looks: readonly Look[]
  readonly alphabet: Alphabet
}

/** Compiles patterns, tried in their order, into one program; rule i is the i-th. */
export function compile(sources: readonly string[], flags: string): Program {
  const reader = new PatternReader(flags)
  const operation: number[] = []
  const first: number[] = []
  const second: number[] = []
  let source = ''

  const step = (code: number, one: number, two: number, offset = 0): number => {
    if (operation.length >= MAX_STEPS) {
      throw new WordloomError('PATTERN_UNSUPPORTED', {
        message: `The pattern ${JSON.stringify(source.slice(0, 200))} unfolds to more than ${MAX_STEPS} steps.`,
        hint: 'Use smaller counts in {n,m}, or several patterns.',
        details: { pattern: source, offset },
      })
    }
    operation.push(code)
    first.push(one)
    second.push(two)
    return operation.length - 1
  }

  // Built from the back: each node is given the step that follows it, and gives its own first step.
  const build = (node: PatternNode, next: number): number => {
    switch (node.type) {
      case 'set':
        return step(READ, node.set, next)
      case 'look':
        return step(LOOK, node.look, next)
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next)
      case 'choice':
        return node.options
          .map((option) => build(option, next))
          .reduceRight((other, option) => step(FORK, option, other))
      case 'repeat': {
        const fork = (body: number, after: number) =>
          node.greedy ? step(FORK, body, after, node.offset) : step(FORK, after, body, node.offset)
        let after = next
        if (node.max === Number.POSITIVE_INFINITY) {
          // The loop is a fork whose body comes back to it. One copy serves x+ too, unless x can be empty.
          const loop = step(FORK, 0, 0, node.offset)
          const body = build(node.body, loop)
          first[loop] = node.greedy ? body : next
          second[loop] = node.greedy ? next : body
          after = node.min > 0 && !nullable(node.body) ? body : loop
        } else for (let i = node.min; i < node.max; i++) after = fork(build(node.body, after), next)
        const copied = node.max === Number.POSITIVE_INFINITY && !nullable(node.body) ? 1 : 0
        for (let i = copied; i < node.min; i++) after = build(node.body, after)
        return after
      }
    }
  }

  const starts = sources.map((each, rule) => {
    source = each
    return build(reader.read(each), step(END, rule, 0))
  })
  const start = starts.reduceRight((other, one) => step(FORK, one, other))
  return {
    operation: Uint8Array.from(operation),
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    start,
    looks: reader.syntax.looks,
    alphabet: new Alphabet(reader.syntax, flags.includes('i')),
  }
}

function nullable(node: PatternNode): boolean {
  if (node.type === 'set') return false
  if (node.type === 'sequence') return node.parts.every(nullable)
  if (node.type === 'choice') return node.options.some(nullable)
  return node.type === 'look' || node.min === 0 || nullable(node.body)
}

/** Classes of characters, numbered as they are met; 0 is the class of the ends of the text. */
export class Alphabet {
  /** Class of each unit of the basic plane that is no surrogate; 0 where not yet asked. */
  readonly known = new Uint16Array(65_536)
  /** Membership: `members[class][set]` is 1 where the class belongs to the set. */
  readonly members: Uint8Array[]
  /** For each class the number of its sight: classes that no look tells apart have the same. */
  readonly sights: number[] = [0]
  /** For each sight one of its classes. */
  readonly seen: number[] = [0]
  readonly #lookSets: readonly number[]
  readonly #sightNumbers = new Map<string, number>()
  readonly #sets: { readonly test: RegExp; readonly negated: boolean }[]
  readonly #classes = new Map<string, number>()
  readonly #apart = new Map<number, number>()

  constructor({ sets, looks }: Syntax, ignoreCase: boolean) {
    this.#lookSets = [...new Set(looks.flatMap((look) => look.sets))]
    this.members = [new Uint8Array(sets.length)]
    this.#sets = sets.map(({ classes, negated }) => ({
      test: new RegExp(classes.length > 0 ? `^(?:${classes.join('|')})$` : '^[]$', ignoreCase ? 'iu' : 'u'),
      negated,
    }))
  }

  /** The class of a code point that `known` does not answer for. */
  classOf(point: number): number {
    // Surrogates on their own are kept apart: `known` must leave pairs to their code points.
    const apart = point > 0xffff || (point >= 0xd800 && point <= 0xdfff)
    const known = apart ? this.#apart.get(point) : this.known[point] || undefined
    if (known !== undefined) return known
    const character = String.fromCodePoint(point)
    const member = Uint8Array.from(this.#sets, ({ test, negated }) =>
      Number(test.test(character) !== negated),
    )
    const key = member.join('')
    let number = this.#classes.get(key)
    if (number === undefined) {
      number = this.members.push(member) - 1
      this.#classes.set(key, number)
      this.sights.push(this.#sightOf(member, number))
    }
    if (apart) {
      // A pattern may meet a million characters; their classes are worth a small table and no more.
      if (this.#apart.size < 65_536) this.#apart.set(point, number)
    } else this.known[point] = number
    return number
  }

  #sightOf(member: Uint8Array, kind: number): number {
    const key = this.#lookSets.map((set) => member[set]).join('')
    let sight = this.#sightNumbers.get(key)
    if (sight === undefined) {
      sight = this.seen.push(kind) - 1
      this.#sightNumbers.set(key, sight)
    }
    return sight
  }
}
