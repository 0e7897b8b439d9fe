/**
 * Finds where token patterns match, and up to where, for every place at once and in linear time.
 *
 * One pass goes from the last token to the first. Its state is the list of READ steps from which a pattern can still be
 * completed, grouped by how far that leads: group 0 leads farthest (or, for the shortest matches, least far). Which
 * steps form which group does not depend on the places themselves, so that there are few states, and the moves between
 * them are a table that is filled when they are first needed. The places travel beside it, one a group. So the match
 * at each token is known without ever going back, however the patterns are written.
 *
 * @see Frisch and Cardelli 2004, "Greedy regular expression matching", ICALP, doi:10.1007/978-3-540-27836-8_53, for the
 *   pass from the end; the groups are ours
 */
import type { NumberArray } from '../text/arrays.js'
import type { TokenClasses } from './token-classes.js'
import { BORDER, END, FORK, READ, type TokenProgram } from './token-program.js'

/** Table cells (4 bytes each) after which the automaton is thrown away and begun anew. */
const MAX_CELLS = 1 << 21
/** In a move: the group leads to the place between the two tokens. */
const HERE = -1

interface State {
  /** READ steps, ascending, and the group of each. */
  readonly steps: Int32Array
  readonly groups: Int32Array
  readonly size: number
  /** Rules that match from here and the groups of their ends, in pairs; inside a sentence and at its border. */
  readonly starts: [Int32Array | undefined, Int32Array | undefined]
}

interface Move {
  readonly state: number
  /** For each group of that state the group that it was before, or HERE. */
  readonly from: Int32Array
}

/** The automaton of a program. */
export class TokenAutomaton {
  readonly #program: TokenProgram
  readonly #classes: TokenClasses
  readonly #longest: boolean
  /** For each step the steps that lead to it without reading. */
  readonly #leading: number[][]
  /** For each predicate the READ steps that ask for it. */
  readonly #readers: number[][]
  /** Steps from which a rule ends without reading; inside a sentence and at its border. */
  readonly #ending: readonly [Uint8Array, Uint8Array]
  readonly #group: Int32Array
  readonly #seen: Int32Array
  #search = 0
  #numbers = new Map<string, number>()
  #states: State[] = []
  #moves: Move[] = []
  #table = new Int32Array(64)
  #shift = 2

  constructor(program: TokenProgram, classes: TokenClasses, longest: boolean) {
    const { operation, first, second, predicates } = program
    this.#program = program
    this.#classes = classes
    this.#longest = longest
    this.#leading = Array.from(operation, () => [])
    this.#readers = predicates.map(() => [])
    const ends: number[] = []
    for (let step = 0; step < operation.length; step++) {
      const code = operation[step]
      if (code === END) ends.push(step)
      else if (code === READ) this.#readers[first[step]!]!.push(step)
      else {
        this.#leading[second[step]!]!.push(step)
        if (code === FORK) this.#leading[first[step]!]!.push(step)
      }
    }
    this.#group = new Int32Array(operation.length)
    this.#seen = new Int32Array(operation.length)
    this.#ending = [this.#reaching(ends, 0), this.#reaching(ends, 1)]
    this.#begin()
  }

  /**
   * Calls `found` for each rule and token at which the rule matches, from the last token to the first, with the end
   * (exclusive) of the match there. `sentence`: the numbers of sentences, where there are any; with `crossing` a match
   * may reach over their borders.
   */
  scan(
    classes: Uint32Array,
    sentence: NumberArray | undefined,
    crossing: boolean,
    found: (start: number, end: number, rule: number) => void,
  ): void {
    let state = 0
    let ends = new Int32Array(8)
    let next = new Int32Array(8)
    let border = 1
    for (let at = classes.length - 1; at >= 0; at--) {
      if (border === 1 && !crossing) state = 0
      const move = this.#move(state, border, classes[at]!)
      border = Number(at === 0 || (sentence !== undefined && sentence[at - 1] !== sentence[at]))
      state = move.state
      const { from } = move
      if (from.length === 0) continue
      if (from.length > next.length) next = new Int32Array(from.length * 2)
      for (let g = 0; g < from.length; g++) next[g] = from[g] === HERE ? at + 1 : ends[from[g]!]!
      const spare = ends
      ends = next
      next = spare
      const starts = this.#startsOf(state, border)
      for (let k = 0; k < starts.length; k += 2) found(at, ends[starts[k + 1]!]!, starts[k]!)
    }
  }

  #begin(): void {
    this.#numbers = new Map()
    this.#states = []
    this.#moves = []
    this.#table = new Int32Array(64)
    this.#number(new Int32Array(0), new Int32Array(0), 0)
  }

  #move(state: number, border: number, kind: number): Move {
    if (kind >>> this.#shift !== 0) this.#widen(kind)
    const known = this.#table[(((state << 1) | border) << this.#shift) | kind]!
    return known > 0 ? this.#moves[known - 1]! : this.#moveAnew(state, border, kind)
  }

  #moveAnew(state: number, border: number, kind: number): Move {
    const { second } = this.#program
    const before = this.#states[state]!
    this.#spread(before, border)
    const ending = this.#ending[border]!
    // A place as far away as can be: HERE is nearer than all groups.
    const here = this.#longest ? before.size : HERE
    const found: [step: number, reached: number][] = []
    for (const predicate of this.#classes.passed(kind)) {
      for (const step of this.#readers[predicate]!) {
        const next = second[step]!
        const led = this.#seen[next] === this.#search
        if (ending[next] === 1 && !(led && this.#longest)) found.push([step, here])
        else if (led) found.push([step, this.#group[next]!])
      }
    }
    found.sort((a, b) => a[0] - b[0])
    const reached = [...new Set(found.map(([, group]) => group))].sort((a, b) => a - b)
    const groups = new Map(reached.map((old, group) => [old, group]))
    const move = {
      state: this.#number(
        Int32Array.from(found, ([step]) => step),
        Int32Array.from(found, ([, old]) => groups.get(old)!),
        reached.length,
      ),
      from: Int32Array.from(reached, (old) => (old === here ? HERE : old)),
    }
    if (this.#states.length << (this.#shift + 1) <= MAX_CELLS) {
      this.#table[(((state << 1) | border) << this.#shift) | kind] = this.#moves.push(move)
      return move
    }
    const { steps, groups: kept, size } = this.#states[move.state]!
    this.#begin()
    return { state: this.#number(steps, kept, size), from: move.from }
  }

  #startsOf(state: number, border: number): Int32Array {
    const { starts, ...rest } = this.#states[state]!
    const known = starts[border]
    if (known !== undefined) return known
    this.#spread(rest, border)
    const pairs: number[] = []
    this.#program.rules.forEach(({ start }, rule) => {
      if (this.#seen[start] === this.#search) pairs.push(rule, this.#group[start]!)
    })
    const made = Int32Array.from(pairs)
    starts[border] = made
    return made
  }

  /** Marks the steps that lead to a step of the state, with the best group that they lead to. */
  #spread({ steps, groups, size }: Pick<State, 'steps' | 'groups' | 'size'>, border: number): void {
    this.#search++
    for (let group = 0; group < size; group++) {
      const members: number[] = []
      for (let k = 0; k < steps.length; k++) if (groups[k] === group) members.push(steps[k]!)
      this.#reach(members, border, group)
    }
  }

  #reach(sources: readonly number[], border: number, group: number): void {
    const { operation } = this.#program
    const stack = [...sources]
    while (stack.length > 0) {
      const step = stack.pop()!
      if (this.#seen[step] === this.#search) continue
      this.#seen[step] = this.#search
      this.#group[step] = group
      for (const leader of this.#leading[step]!) {
        if (operation[leader] !== BORDER || border === 1) stack.push(leader)
      }
    }
  }

  #reaching(sources: readonly number[], border: number): Uint8Array {
    this.#search++
    this.#reach(sources, border, 0)
    return Uint8Array.from(this.#seen, (search) => Number(search === this.#search))
  }

  /** The number of a state, new or known. */
  #number(steps: Int32Array, groups: Int32Array, size: number): number {
    const key = `${steps.join()};${groups.join()}`
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#states.push({ steps, groups, size, starts: [undefined, undefined] }) - 1
      this.#numbers.set(key, number)
      const needed = this.#states.length << (this.#shift + 1)
      if (needed > this.#table.length) {
        const larger = new Int32Array(needed * 2)
        larger.set(this.#table)
        this.#table = larger
      }
    }
    return number
  }

  /** Makes room for classes up to `kind`. */
  #widen(kind: number): void {
    const shift = this.#shift
    while (kind >>> this.#shift !== 0) this.#shift++
    const wider = new Int32Array((this.#states.length * 4) << this.#shift)
    for (let row = 0; row < this.#states.length * 2; row++) {
      wider.set(this.#table.subarray(row << shift, (row + 1) << shift), row << this.#shift)
    }
    this.#table = wider
  }
}
