/**
 * Pattern: regular expressions in linear time, with the matches that a backtracking engine gives.
 *
 * A first pass reads the text from its end and computes, at each place, which steps of the program can still
 * succeed there: a deterministic automaton that is built while it runs. A second pass walks forward and takes,
 * at each fork, the first branch that can succeed; it never has to come back. So finding ALL matches is linear
 * in the text, which restarting an automaton at each match is not.
 *
 * Layout: `#moves[state << shift | class]` is 1 + the state before a character of that class. States of one
 * block of places are held, and one state at each block's edge, so that memory hardly grows with the text.
 *
 * @see Frisch and Cardelli 2004, "Greedy regular expression matching", ICALP, doi:10.1007/978-3-540-27836-8_53
 */
import { requireString, WordloomError } from '../core/errors.js'
import { compile, END, FORK, LOOK, type Program, READ } from './pattern-program.js'
import type { Look } from './pattern-syntax.js'

/** Places in a block. */
const BLOCK = 4096
/** Table cells (4 bytes each) after which the automaton is thrown away at the next block and begun anew. */
const MAX_CELLS = 1 << 20
/** Cells of the table of decisions at its largest: a megabyte. */
const MAX_DECISIONS = 4 << 16
/** Marks a place within a pair of surrogates. */
const INSIDE = -1
/** A decision: no step can succeed. Steps are >= 0; rule r is -2 - r. */
const NOTHING = -1

/** What can succeed at one place, and what the character after it is. */
interface State {
  /** The READ steps whose character comes here and after which a match can be completed; ascending. */
  readonly steps: Int32Array
  /** Sight of the character after the place: what looks can tell of it; 0 at the end of the text. */
  readonly after: number
}

/** One or several regular expressions, compiled. */
export class Pattern {
  readonly #program: Program
  readonly #looksAround: boolean
  /** For each step the FORK and LOOK steps that lead to it, and the END steps. */
  readonly #leading: number[][]
  readonly #ends: number[] = []
  // The automaton: states by number, their moves and their decisions. Begun anew when it has grown too large.
  #numbers = new Map<string, number>()
  #states: State[] = []
  // Decisions that were taken: quadruples of state, question, answer and nothing, each at its hash; a newer one
  // takes the place of an older one.
  #decisions = new Int32Array(4 << 10)
  #misses = 0
  #moves = new Int32Array(64)
  #shift = 3
  #cells = 0
  // Scratch of one search: which steps were seen in it, and which READ steps the state has.
  readonly #seen: Int32Array
  readonly #present: Int32Array
  readonly #stack: Int32Array
  #search = 0

  /**
   * Compiles `sources` (tried in their order at each place) with JavaScript's flags `i`, `m` and `s`.
   *
   * @throws PATTERN_INVALID, PATTERN_UNSUPPORTED naming the offset in the pattern
   * @throws OPTION_INVALID for other flags (`d`, `g`, `u` and `v` change nothing and are let through)
   */
  constructor(sources: string | readonly string[], flags = '') {
    const list = typeof sources === 'string' ? [sources] : sources
    for (const source of list) requireString(source, 'new Pattern(source)')
    requireFlags(flags)
    const program = compile(list, flags)
    const { operation, first, second } = program
    this.#program = program
    this.#looksAround = program.looks.length > 0
    this.#leading = Array.from(operation, () => [])
    for (let step = 0; step < operation.length; step++) {
      if (operation[step] === END) this.#ends.push(step)
      else if (operation[step] !== READ) {
        this.#leading[second[step]!]!.push(step)
        if (operation[step] === FORK) this.#leading[first[step]!]!.push(step)
      }
    }
    this.#seen = new Int32Array(operation.length)
    this.#present = new Int32Array(operation.length)
    this.#stack = new Int32Array(operation.length * 2 + 2)
  }

  /**
   * Calls `found` for each match, from left to right, as `matchAll` of a global RegExp finds them: leftmost
   * first, and of those at one place the one that the order of branches prefers. Empty matches are reported.
   *
   * Linear in the text; a character costs in the worst case as many operations as the pattern has steps.
   */
  scan(text: string, found: (start: number, end: number, rule: number) => void): void {
    requireString(text, 'Pattern.scan(text)')
    const looks = this.#looksAround
    const edges = this.#edges(text)
    const { start: first, second, alphabet } = this.#program
    const { sights } = alphabet
    const places = new Int32Array(Math.min(text.length, BLOCK) + 2)
    let at = 0
    let begin = -1 // of the present match
    let step = first
    let before = 0 // sight of the character before `at`
    for (let block = edges.length - 2; block >= 0; block--) {
      const from = edges[block + 1]!.place
      const to = edges[block]!.place
      this.#fill(text, from, to, edges[block]!.state, places)
      while (at < to || (at === to && block === 0)) {
        const decision = this.#decide(step, before, places[at - from]!)
        if (decision >= 0) {
          if (begin < 0) begin = at
          step = second[decision]!
        } else {
          if (decision !== NOTHING) {
            const start = begin < 0 ? at : begin
            found(start, at, -2 - decision)
            begin = -1
            step = first
            if (start < at) continue // the next match may begin where this one ends
          }
          if (at === text.length) return
        }
        if (looks) before = sights[this.#classAt(text, at)]!
        at++
        if (at < to && places[at - from] === INSIDE) at++
      }
    }
  }

  /** States at the edges of blocks, from the end of the text to its beginning. */
  #edges(text: string): { place: number; state: State }[] {
    let state = this.#number({ steps: new Int32Array(0), after: 0 })
    const edges = [{ place: text.length, state: this.#states[state]! }]
    if (text.length > BLOCK) {
      for (let at = text.length; at > 0; ) {
        const low = text.charCodeAt(at - 1)
        const length = isLow(low) && at > 1 && isHigh(text.charCodeAt(at - 2)) ? 2 : 1
        at -= length
        state = this.#before(state, this.#classAt(text, at))
        if (at === 0 || edges.at(-1)!.place - at < BLOCK) continue
        const kept = this.#states[state]!
        edges.push({ place: at, state: kept })
        state = this.#renewed(kept)
      }
    }
    edges.push({ place: 0, state: edges[0]!.state }) // its state is never asked for
    return edges
  }

  /** Writes the states of the places `from` to `to` of the text, given the one at `to`. */
  #fill(text: string, from: number, to: number, last: State, places: Int32Array): void {
    let state = this.#renewed(last)
    places[to - from] = state
    for (let at = to; at > from; ) {
      const low = text.charCodeAt(at - 1)
      if (isLow(low) && at > 1 && isHigh(text.charCodeAt(at - 2))) places[--at - from] = INSIDE
      state = this.#before(state, this.#classAt(text, at - 1))
      places[--at - from] = state
    }
  }

  /** Class of the character that begins at `at`. */
  #classAt(text: string, at: number): number {
    const { alphabet } = this.#program
    const unit = text.charCodeAt(at)
    return alphabet.known[unit] || alphabet.classOf(isHigh(unit) ? text.codePointAt(at)! : unit)
  }

  /** The state before a character of class `kind`, given the one after it. */
  #before(state: number, kind: number): number {
    if (kind >>> this.#shift !== 0) this.#widen(kind)
    const cell = (state << this.#shift) | kind
    const known = this.#moves[cell]!
    if (known > 0) return known - 1
    const moved = this.#number(this.#move(this.#states[state]!, kind))
    this.#moves[(state << this.#shift) | kind] = moved + 1
    return moved
  }

  #move({ steps, after }: State, kind: number): State {
    const { operation, first, second, looks, alphabet } = this.#program
    // Which steps can succeed: spread from the ends, and from what can be read next, against the arrows.
    const sight = alphabet.sights[kind]!
    const search = ++this.#search
    const seen = this.#seen
    const stack = this.#stack
    let height = 0
    const succeed = (step: number) => {
      if (seen[step] === search) return
      seen[step] = search
      stack[height++] = step
    }
    for (const step of this.#ends) succeed(step)
    for (const step of steps) succeed(step)
    while (height > 0) {
      for (const step of this.#leading[stack[--height]!]!) {
        if (operation[step] === FORK || this.#holds(looks[first[step]!]!, sight, after)) succeed(step)
      }
    }
    const members = alphabet.members[kind]!
    const found: number[] = []
    for (let step = 0; step < operation.length; step++) {
      if (operation[step] === READ && members[first[step]!] === 1 && seen[second[step]!] === search) {
        found.push(step)
      }
    }
    return { steps: Int32Array.from(found), after: sight }
  }

  /** What to do at a place with `state`, before which a character of sight `before` stands, at step `step`. */
  #decide(step: number, before: number, state: number): number {
    const question = (step << 16) | before
    let cell = this.#cellOf(state, question)
    if (this.#decisions[cell] === state + 1 && this.#decisions[cell + 1] === question) {
      return this.#decisions[cell + 2]!
    }
    if (++this.#misses > this.#decisions.length && this.#decisions.length < MAX_DECISIONS) {
      this.#decisions = new Int32Array(this.#decisions.length * 4)
      this.#misses = 0
      cell = this.#cellOf(state, question)
    }
    const decision = this.#decideAnew(step, before, this.#states[state]!)
    this.#decisions[cell] = state + 1
    this.#decisions[cell + 1] = question
    this.#decisions[cell + 2] = decision
    return decision
  }

  #cellOf(state: number, question: number): number {
    const mixed = Math.imul(Math.imul(state, 0x9e3779b1) ^ question, 0x85ebca6b)
    return ((mixed ^ (mixed >>> 15)) << 2) & (this.#decisions.length - 1)
  }

  #decideAnew(entry: number, before: number, { steps, after }: State): number {
    const { operation, first, second, looks } = this.#program
    const search = ++this.#search
    for (const step of steps) this.#present[step] = search
    const stack = this.#stack
    stack[0] = entry
    let height = 1
    while (height > 0) {
      const step = stack[--height]!
      if (this.#seen[step] === search) continue
      this.#seen[step] = search
      const code = operation[step]
      if (code === END) return -2 - first[step]!
      if (code === READ) {
        if (this.#present[step] === search) return step
      } else if (code === FORK) {
        stack[height++] = second[step]!
        stack[height++] = first[step]!
      } else if (code === LOOK && this.#holds(looks[first[step]!]!, before, after)) {
        stack[height++] = second[step]!
      }
    }
    return NOTHING
  }

  #holds({ side, sets, edge, negated }: Look, before: number, after: number): boolean {
    const { members, seen } = this.#program.alphabet
    const among = (sight: number) =>
      sight === 0 ? edge : sets.some((set) => members[seen[sight]!]![set] === 1)
    const holds =
      side === 'boundary' ? among(before) !== among(after) : among(side === 'before' ? before : after)
    return holds !== negated
  }

  /** The number of a state, new or known. */
  #number(state: State): number {
    const key = `${String.fromCharCode(...state.steps)}/${state.after}`
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#states.push(state) - 1
      this.#numbers.set(key, number)
      this.#cells += (1 << this.#shift) + state.steps.length
      const needed = this.#states.length << this.#shift
      if (needed > this.#moves.length) {
        const larger = new Int32Array(needed * 2)
        larger.set(this.#moves)
        this.#moves = larger
      }
    }
    return number
  }

  /** The number of a state, in a new automaton where the old one has grown too large. */
  #renewed(state: State): number {
    if (this.#cells > MAX_CELLS) {
      this.#numbers = new Map()
      this.#states = []
      this.#decisions.fill(0)
      this.#moves = new Int32Array(64 << this.#shift)
      this.#cells = 0
    }
    return this.#number(state)
  }

  /** Makes room for classes up to `kind`. */
  #widen(kind: number): void {
    const shift = this.#shift
    while (kind >>> this.#shift !== 0) this.#shift++
    const wider = new Int32Array(this.#moves.length << (this.#shift - shift))
    for (let i = 0; i < this.#states.length; i++) {
      wider.set(this.#moves.subarray(i << shift, (i + 1) << shift), i << this.#shift)
    }
    this.#moves = wider
  }
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00
}

function requireFlags(flags: unknown): asserts flags is string {
  if (typeof flags === 'string' && /^[dgimsuv]*$/.test(flags)) return
  throw new WordloomError('OPTION_INVALID', {
    message: `Option flags is ${JSON.stringify(flags) ?? String(flags)}, expected letters of i (ignore case), m (^ and $ at lines) and s (dot matches line breaks).`,
    hint: "Pass flags: 'i'.",
    details: { option: 'flags', value: flags },
  })
}
