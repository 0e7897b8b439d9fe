/**
 * Dependency patterns as text, in the manner of Semgrex, and the tree that they are read into.
 *
 * ```text
 * pattern  = node
 * node     = token { [ "&" ] [ "!" | "?" ] relation target }
 * token    = [ "!" ] "{" tests "}" [ "=" name ]
 * target   = token | "(" node ")"
 * relation = ( ">" | "<" | ">>" | "<<" ) [ labels ] | "$+" | "$-" | "$++" | "$--" | "." | ".."
 * labels   = value { "|" value } | "/" regular expression "/" flags
 * ```
 *
 * All relations that follow a token are its own; parentheses give a target relations. For tests see ./query-reader.ts.
 *
 * @see Chambers et al. 2007, "Learning alignments and leveraging natural logic", WTEP, section 2, for Semgrex
 */
import { WordloomError } from '../core/errors.js'
import { QueryReader } from './query-reader.js'
import type { Predicate, Test } from './token-tests.js'

/** Relations by sign, the longer signs before those that they begin with. */
export const RELATION_SIGNS = ['>>', '<<', '$++', '$--', '$+', '$-', '..', '>', '<', '.'] as const

/** One of {@link RELATION_SIGNS}. */
export type RelationSign = (typeof RELATION_SIGNS)[number]

/** A relation of a node to the target that is written behind it. */
export interface DependencyRelation {
  readonly sign: RelationSign
  /** Number of the test of the relation's name, a test of the column `deprel`; -1 for any. */
  readonly label: number
  readonly mode: 'required' | 'negated' | 'optional'
  readonly target: DependencyNode
}

/** A token of a pattern with its relations. */
export interface DependencyNode {
  /** Number of the node in its matcher. */
  readonly id: number
  readonly predicate: number
  /** Its name, '' for none. */
  readonly name: string
  readonly relations: readonly DependencyRelation[]
  /** Whether it, or a node below it, has a name. */
  readonly named: boolean
}

const MAX_NODES = 1000

/** Reads patterns one after the other; predicates and nodes are numbered over all of them. */
export class DependencyPatternReader {
  readonly predicates: Predicate[] = []
  nodes = 0
  readonly #numbers = new Map<string, number>()
  #reader!: QueryReader
  #names!: Set<string>

  /** The tree of a pattern. @throws QUERY_SYNTAX with details.offset; PATTERN_UNSUPPORTED beyond 1,000 nodes */
  read(source: string): DependencyNode {
    this.#reader = new QueryReader(source, 'dependency pattern')
    this.#names = new Set()
    const node = this.#node(false)
    if (this.#reader.ended()) return node
    throw this.#reader.fail("a ')' that closes nothing")
  }

  #node(negated: boolean): DependencyNode {
    const token = this.#token(negated)
    const relations: DependencyRelation[] = []
    while (!this.#reader.ended() && !this.#reader.sees(')')) relations.push(this.#relation(negated))
    return { ...token, relations, named: token.named || relations.some(({ target }) => target.named) }
  }

  /** A token without relations. */
  #token(negated: boolean): DependencyNode {
    const reader = this.#reader
    const id = this.nodes++
    if (id >= MAX_NODES) {
      throw new WordloomError('PATTERN_UNSUPPORTED', {
        message: `The dependency patterns have more than ${MAX_NODES} tokens.`,
        hint: 'Use several matchers.',
      })
    }
    const not = reader.eat('!')
    reader.ended()
    const open = reader.at
    if (!reader.eat('{')) throw reader.fail("no '{' where a token must begin", open)
    const predicate = this.#number(reader.tests('}', open, not))
    const name = reader.eat('=') ? reader.name('name of a token') : ''
    if (name !== '' && negated && !this.#names.has(name)) {
      const hint = 'What must not be there cannot be named; a name that stands before means the same token.'
      throw reader.fail(`the name '${name}' in a negated relation`, reader.at - name.length, undefined, hint)
    }
    if (name !== '') this.#names.add(name)
    return { id, predicate, name, relations: [], named: name !== '' }
  }

  #relation(within: boolean): DependencyRelation {
    const reader = this.#reader
    reader.eat('&')
    const mode = reader.eat('!') ? 'negated' : reader.eat('?') ? 'optional' : 'required'
    const sign = RELATION_SIGNS.find((one) => reader.eat(one))
    if (sign === undefined) {
      reader.ended()
      throw reader.fail(`no relation where one of ${RELATION_SIGNS.join(' ')} must stand`)
    }
    const label = sign.includes('>') || sign.includes('<') ? this.#label() : -1
    const negated = within || mode === 'negated'
    reader.ended()
    const open = reader.at
    if (!reader.eat('(')) return { sign, label, mode, target: this.#token(negated) }
    const target = this.#node(negated)
    if (!reader.eat(')')) throw reader.fail("a '(' that is never closed", open)
    return { sign, label, mode, target }
  }

  #label(): number {
    const reader = this.#reader
    if (reader.sees('{') || reader.sees('(') || reader.sees('!') || reader.ended()) return -1
    const attribute = { attribute: 'deprel', negated: false } as const
    const test: Test = reader.sees('/')
      ? { ...attribute, is: 'matches', ...reader.regularExpression() }
      : { ...attribute, is: 'in', values: reader.values() }
    return this.#number({ tests: [test], negated: false })
  }

  #number(predicate: Predicate): number {
    const key = JSON.stringify(predicate)
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.predicates.push(predicate) - 1
      this.#numbers.set(key, number)
    }
    return number
  }
}
