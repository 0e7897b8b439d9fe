/**
 * Token patterns as a program (Thompson 1968): steps that read a token, forks, borders of sentences, the places where
 * captures begin and end, and the end of each pattern. The steps of a pattern lie together.
 */
import { WordloomError } from '../core/errors.js'
import type { TokenNode } from './token-pattern.js'
import type { Predicate } from './token-tests.js'

/** What a step does; its operands are in `first` and `second`. */
export const READ = 0 // a token that passes predicate `first`, then step `second`
export const FORK = 1 // step `first`, or else step `second`
export const BORDER = 2 // if the place is the border of a sentence, step `second`
export const SAVE = 3 // notes the place in slot `first`, then step `second`
export const END = 4 // pattern `first` matches

/** Steps that the patterns of a matcher may have together. */
const MAX_STEPS = 50_000

/** Compiled patterns. */
export interface TokenProgram {
  readonly operation: Uint8Array
  readonly first: Int32Array
  readonly second: Int32Array
  /** For each pattern its first step, and where its steps begin and end in the arrays. */
  readonly rules: readonly { readonly start: number; readonly from: number; readonly to: number }[]
  /** For each pattern the names of its captures; capture c begins in slot 2c and ends in slot 2c + 1. */
  readonly captures: readonly (readonly string[])[]
  readonly predicates: readonly Predicate[]
}

/** Compiles the trees of patterns into one program. @throws PATTERN_UNSUPPORTED beyond 50,000 steps */
export function compileTokenPatterns(trees: readonly TokenNode[]): TokenProgram {
  const operation: number[] = []
  const first: number[] = []
  const second: number[] = []
  const predicates: Predicate[] = []
  const numbers = new Map<string, number>()
  let names: string[] = []
  const open = new Set<string>()

  const step = (code: number, one: number, two: number): number => {
    if (operation.length >= MAX_STEPS) {
      throw new WordloomError('PATTERN_UNSUPPORTED', {
        message: `The token patterns unfold to more than ${MAX_STEPS} steps.`,
        hint: 'Use smaller counts in {n,m}; a PhraseMatcher takes hundreds of thousands of phrases.',
      })
    }
    operation.push(code)
    first.push(one)
    second.push(two)
    return operation.length - 1
  }

  const predicateNumber = (predicate: Predicate): number => {
    const key = JSON.stringify(predicate)
    let number = numbers.get(key)
    if (number === undefined) {
      number = predicates.push(predicate) - 1
      numbers.set(key, number)
    }
    return number
  }

  // Built from the back: each node is given the step that follows it, and gives its own first step.
  const build = (node: TokenNode, next: number): number => {
    switch (node.type) {
      case 'token':
        return step(READ, predicateNumber(node.predicate), next)
      case 'border':
        return step(BORDER, 0, next)
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next)
      case 'choice':
        return node.options
          .map((option) => build(option, next))
          .reduceRight((other, option) => step(FORK, option, other))
      case 'capture': {
        if (open.has(node.name)) {
          throw new WordloomError('QUERY_SYNTAX', {
            message: `A group '${node.name}' of a token pattern stands within another one of that name.`,
            hint: 'Give each its own name.',
          })
        }
        const slot = names.indexOf(node.name) * 2
        open.add(node.name)
        const begin = step(SAVE, slot, build(node.body, step(SAVE, slot + 1, next)))
        open.delete(node.name)
        return begin
      }
      case 'repeat': {
        let after = next
        if (node.max === Number.POSITIVE_INFINITY) {
          const loop = step(FORK, 0, next) // its first branch, the body, comes back to it
          first[loop] = build(node.body, loop)
          after = loop
        } else {
          for (let i = node.min; i < node.max; i++) after = step(FORK, build(node.body, after), next)
        }
        for (let i = 0; i < node.min; i++) after = build(node.body, after)
        return after
      }
    }
  }

  const captures: string[][] = []
  const rules = trees.map((tree, rule) => {
    names = namesOf(tree)
    const from = operation.length
    const start = build(tree, step(END, rule, 0))
    captures.push(names)
    return { start, from, to: operation.length }
  })
  return {
    operation: Uint8Array.from(operation),
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    rules,
    captures,
    predicates,
  }
}

/** Names of the captures in a tree, in their order. */
function namesOf(tree: TokenNode): string[] {
  const names = new Set<string>()
  const visit = (node: TokenNode): void => {
    if (node.type === 'capture') names.add(node.name)
    if (node.type === 'sequence') node.parts.forEach(visit)
    else if (node.type === 'choice') node.options.forEach(visit)
    else if (node.type === 'repeat' || node.type === 'capture') visit(node.body)
  }
  visit(tree)
  return [...names]
}
