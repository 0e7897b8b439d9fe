/**
 * Runs dependency patterns over the tree of one Doc.
 *
 * First it is found which tokens can stand for which node of a pattern, from the leaves of the pattern up and each
 * question once; this is exact but for names that stand twice. Then bindings are enumerated, and only through tokens
 * that can stand there, so that the search hardly ever goes into what leads nowhere.
 */
import { WordloomError } from '../core/errors.js'
import type { NumberArray } from '../text/arrays.js'
import type { ChildLists } from '../text/dependencies.js'
import type { DependencyNode, DependencyRelation } from './dependency-pattern.js'

/** What is known of a Doc. */
export interface DependencyTokens {
  readonly head: Int32Array
  readonly lists: ChildLists
  readonly sentence: NumberArray | undefined
  /** Whether token `i` passes a predicate. */
  readonly passes: (i: number, predicate: number) => boolean
}

const YES = 1
const NO = 2

/** One search of one pattern. */
export class DependencySearch {
  readonly #tokens: DependencyTokens
  readonly #can = new Map<number, Uint8Array>()
  readonly #bound = new Map<string, number>()
  readonly #most: number
  #steps = 0
  #stopped = false

  /** `most`: steps that it may take, a step being one token looked at for one relation. */
  constructor(tokens: DependencyTokens, most: number) {
    this.#tokens = tokens
    this.#most = most
  }

  /** Calls `found` with what is bound for each match at token `i`, until it gives false. */
  at(node: DependencyNode, i: number, found: (bound: ReadonlyMap<string, number>) => boolean): void {
    if (!this.#possible(node, i)) return
    this.#stopped = false
    this.#match(node, i, () => {
      if (!found(this.#bound)) this.#stopped = true
    })
  }

  /** Whether token `i` can stand for the node, the names of others aside. */
  #possible(node: DependencyNode, i: number): boolean {
    let can = this.#can.get(node.id)
    if (can === undefined) {
      can = new Uint8Array(this.#tokens.head.length)
      this.#can.set(node.id, can)
    }
    if (can[i] === 0) {
      can[i] =
        this.#tokens.passes(i, node.predicate) && node.relations.every((one) => this.#holds(one, i))
          ? YES
          : NO
    }
    return can[i] === YES
  }

  #holds(relation: DependencyRelation, i: number): boolean {
    const { mode, target } = relation
    if (mode === 'optional' || (mode === 'negated' && target.named)) return true
    let any = false
    this.#related(relation, i, (other) => {
      any = this.#possible(target, other)
      return !any
    })
    return any === (mode === 'required')
  }

  /** Binds the node to token `i`, then what its relations lead to, then goes on with `then`. */
  #match(node: DependencyNode, i: number, then: () => void): void {
    const { name } = node
    const before = name === '' ? undefined : this.#bound.get(name)
    if (before !== undefined && before !== i) return
    if (name !== '') this.#bound.set(name, i)
    this.#relations(node.relations, 0, i, then)
    if (name !== '' && before === undefined) this.#bound.delete(name)
  }

  #relations(relations: readonly DependencyRelation[], k: number, i: number, then: () => void): void {
    const relation = relations[k]
    if (relation === undefined) {
      then()
      return
    }
    const next = () => this.#relations(relations, k + 1, i, then)
    const { mode, target } = relation
    // What has no names was answered before: it holds, and in how many ways is nobody's business.
    if (!target.named) {
      next()
      return
    }
    let any = false
    this.#related(relation, i, (other) => {
      if (!this.#possible(target, other)) return true
      this.#match(target, other, () => {
        any = true
        if (mode !== 'negated') next()
      })
      return !this.#stopped && !(any && mode === 'negated')
    })
    if (!any && mode !== 'required') next()
  }

  /** Calls `visit` for the tokens that stand in the relation to token `i`, until it gives false. */
  #related({ sign, label }: DependencyRelation, i: number, visit: (other: number) => boolean): void {
    const { head, lists, sentence, passes } = this.#tokens
    const { offsets, tokens } = lists
    const named = (lower: number) => label < 0 || passes(lower, label)
    const step = () => {
      if (++this.#steps > this.#most) throw tooMany(this.#most)
    }
    const above = head[i]!
    switch (sign) {
      case '>':
        for (let c = offsets[i]!; c < offsets[i + 1]!; c++) {
          step()
          if (named(tokens[c]!) && !visit(tokens[c]!)) return
        }
        return
      case '<':
        step()
        if (above >= 0 && above !== i && named(i)) visit(above)
        return
      case '<<': {
        if (!named(i)) return
        let left = head.length // heads of a damaged column may go in a circle
        for (let at = i; left > 0 && head[at]! >= 0 && head[at] !== at; at = head[at]!, left--) {
          step()
          if (!visit(head[at]!)) return
        }
        return
      }
      case '>>': {
        const queue = [i]
        for (let k = 0; k < queue.length; k++) {
          for (let c = offsets[queue[k]!]!; c < offsets[queue[k]! + 1]!; c++) {
            const other = tokens[c]!
            step()
            if (other === i) continue
            queue.push(other)
            if (named(other) && !visit(other)) return
          }
        }
        return
      }
      case '.':
      case '..': {
        const end = sign === '.' ? Math.min(i + 2, head.length) : head.length
        for (let other = i + 1; other < end && sentence?.[other] === sentence?.[i]; other++) {
          step()
          if (!visit(other)) return
        }
        return
      }
      default: {
        if (above < 0 || above === i) return
        const from = offsets[above]!
        const to = offsets[above + 1]!
        const right = sign.startsWith('$+')
        const own = placeOf(tokens, from, to, i)
        for (let c = right ? own + 1 : own - 1; c >= from && c < to; c += right ? 1 : -1) {
          step()
          if (!visit(tokens[c]!) || sign.length === 2) return
        }
      }
    }
  }
}

function placeOf(tokens: Uint32Array, from: number, to: number, token: number): number {
  let low = from
  let high = to - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]! < token) low = middle + 1
    else high = middle
  }
  return low
}

function tooMany(most: number): WordloomError {
  return new WordloomError('MATCH_LIMIT', {
    message: `The dependency pattern took more than ${most} steps over the Doc.`,
    hint: 'Make its tests narrower, or pass more steps: find(doc, { steps }).',
    details: { steps: most },
  })
}
