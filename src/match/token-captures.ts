/**
 * What the named groups of a token pattern took of a match whose ends are known.
 *
 * One pass from the end of the match notes the READ steps from which its end can be reached, one from its beginning
 * takes at each fork the first branch among them: operators take as much as they can, the first of several branches
 * that fit is taken, and nothing is tried twice.
 */
import type { TokenClasses } from './token-classes.js'
import { BORDER, END, FORK, READ, SAVE, type TokenProgram } from './token-program.js'

/** What is known of the Doc of a match. */
export interface MatchedTokens {
  readonly program: TokenProgram
  readonly classes: TokenClasses
  /** Class of each token. */
  readonly kinds: Uint32Array
  /** Whether the place before token `i` is the border of a sentence. */
  readonly isBorder: (i: number) => boolean
}

interface Saved {
  readonly slot: number
  readonly before: Saved | undefined
}

/**
 * For each capture of `rule` where it begins and ends, in pairs; -1 where it took nothing. The match is [from, to); of
 * a capture that was repeated it is the last one that took a token.
 */
export function captureSlots(tokens: MatchedTokens, rule: number, from: number, to: number): Int32Array {
  const { program, isBorder } = tokens
  const { operation, first, second, rules, captures } = program
  const alive = aliveSteps(tokens, rule, from, to)
  const slots = new Int32Array(captures[rule]!.length * 2).fill(-1)
  const begins = new Int32Array(captures[rule]!.length)
  let step = rules[rule]!.start
  for (let at = from; at <= to; at++) {
    const reads = alive[at - from]!
    const seen = new Set<number>()
    const stack: { readonly step: number; readonly saved: Saved | undefined }[] = [{ step, saved: undefined }]
    while (stack.length > 0) {
      const top = stack.pop()!
      const code = operation[top.step]!
      if (seen.has(top.step)) continue
      seen.add(top.step)
      if (code === FORK) {
        stack.push(
          { step: second[top.step]!, saved: top.saved },
          { step: first[top.step]!, saved: top.saved },
        )
      } else if (code === SAVE) {
        stack.push({ step: second[top.step]!, saved: { slot: first[top.step]!, before: top.saved } })
      } else if (code === BORDER) {
        if (isBorder(at)) stack.push({ step: second[top.step]!, saved: top.saved })
      } else if (code === READ ? reads.has(top.step) : at === to) {
        for (const slot of inOrder(top.saved)) {
          const capture = slot >> 1
          if ((slot & 1) === 0) begins[capture] = at
          else if (begins[capture]! < at) slots.set([begins[capture]!, at], 2 * capture)
        }
        step = second[top.step]!
        break
      }
    }
  }
  return slots
}

function inOrder(last: Saved | undefined): number[] {
  const slots: number[] = []
  for (let saved = last; saved !== undefined; saved = saved.before) slots.push(saved.slot)
  return slots.reverse()
}

/** For each place of the match the READ steps after whose token its end can be reached. */
function aliveSteps(tokens: MatchedTokens, rule: number, from: number, to: number): ReadonlySet<number>[] {
  const { program, classes, kinds, isBorder } = tokens
  const { operation, first, second, rules } = program
  const range = rules[rule]!
  const leading = new Map<number, number[]>()
  const readers: number[] = []
  const lead = (target: number, step: number) => leading.set(target, [...(leading.get(target) ?? []), step])
  let end = range.from
  for (let step = range.from; step < range.to; step++) {
    if (operation[step] === END) end = step
    else if (operation[step] === READ) readers.push(step)
    else {
      lead(second[step]!, step)
      if (operation[step] === FORK) lead(first[step]!, step)
    }
  }
  const alive: ReadonlySet<number>[] = [new Set()]
  let sources: Iterable<number> = [end]
  for (let at = to; at > from; at--) {
    const reached = new Set<number>()
    const stack = [...sources]
    const border = isBorder(at)
    while (stack.length > 0) {
      const step = stack.pop()!
      if (reached.has(step)) continue
      reached.add(step)
      for (const leader of leading.get(step) ?? []) {
        if (operation[leader] !== BORDER || border) stack.push(leader)
      }
    }
    const passed = new Set(classes.passed(kinds[at - 1]!))
    const found = new Set(readers.filter((step) => passed.has(first[step]!) && reached.has(second[step]!)))
    alive.push(found)
    sources = found
  }
  return alive.reverse()
}
