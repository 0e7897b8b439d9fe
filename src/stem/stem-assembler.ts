/**
 * Writes the code of a stemming program: operations, places in the code that are known only later, slots for saved
 * cursors, names of marks and numbers, and routines, each compiled once for each direction it is read in.
 */
import type { Rule, RuleNode } from './rules.js'
import { invalidRule, type Place, StemTables } from './stem-tables.js'

/** Operations of the kernel in the order of their numbers (src/core/assembly/stem-operations.ts). */
export const OPERATIONS = [
  ...['end', 'jump', 'loop', 'call', 'return', 'returnFail', 'save', 'saveBack', 'restore', 'restoreBack'],
  ...['text', 'textBack', 'class', 'classBack', 'findClass', 'findClassBack', 'longest', 'longestBack'],
  ...['step', 'stepBack', 'limit', 'unlimit', 'front', 'back', 'selectFrom', 'selectTo', 'replace', 'put'],
  ...['remember', 'remembered', 'rememberedBack', 'mark', 'markEnd', 'goTo', 'goToBack'],
  ...['cursor', 'number', 'set', 'add', 'length', 'atEnd', 'atEndBack', 'toEnd', 'toEndBack'],
] as const
const OPERATION_NUMBERS = new Map<string, number>(OPERATIONS.map((name, index) => [name, index]))
const NUMBERS = 16
const CODE_LIMIT = 0xffff

/** Where to go on when a rule fails: after it has moved the cursor, or with the cursor where it was. */
export interface Failure {
  readonly moved: Place
  readonly still: Place
}

interface Routine {
  readonly body: Rule
  readonly backward: boolean
  readonly address: Place
  readonly slots: Place
}

/** A place that is not known yet. */
export const place = (): Place => ({ value: undefined })

/** The UTF-16 units of a text. */
export const unitsOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))

/** Collects the code of one program. */
export class StemAssembler {
  readonly tables = new StemTables()
  /** Whether what is being compiled reads towards the front. */
  backward = false
  readonly #code: Array<number | Place> = [0]
  readonly #numbers = new Map<string, number>()
  readonly #routines = new Map<RuleNode, Map<boolean, Routine>>()
  readonly #waiting: Routine[] = []
  #slot = 0
  #slots = 0

  /** Writes an operation. */
  emit(name: (typeof OPERATIONS)[number], ...values: Array<number | Place>): void {
    this.#code.push(OPERATION_NUMBERS.get(name) as number, ...values)
  }

  /** Writes the form of an operation that reads in the present direction. */
  emitDirected(name: string, ...values: Array<number | Place>): void {
    this.#code.push(OPERATION_NUMBERS.get(this.backward ? `${name}Back` : name) as number, ...values)
  }

  /** Says that the places are here. */
  here(...places: readonly Place[]): void {
    for (const target of places) target.value = this.#code.length
  }

  /** Hands `use` a slot of the frame for as long as it runs. */
  withSlot(use: (slot: number) => void): void {
    const slot = this.#slot++
    this.#slots = Math.max(this.#slots, this.#slot)
    use(slot)
    this.#slot--
  }

  /** Index of a mark or number. */
  number(name: string): number {
    let index = this.#numbers.get(name)
    if (index === undefined) {
      index = this.#numbers.size
      if (index === NUMBERS) {
        throw invalidRule(`"${name}" is the 17th mark or number; 16 are the most.`, 'Use a name again.')
      }
      this.#numbers.set(name, index)
    }
    return index
  }

  /** Writes a call of the routine, whose body is compiled when the main program is. */
  call(node: RuleNode & { kind: 'routine' }, failed: Place): void {
    const directions = this.#routines.get(node) ?? new Map<boolean, Routine>()
    this.#routines.set(node, directions)
    let routine = directions.get(this.backward)
    if (!routine) {
      routine = { body: node.body(), backward: this.backward, address: place(), slots: place() }
      directions.set(this.backward, routine)
      this.#waiting.push(routine)
    }
    this.emit('call', failed, routine.address, routine.slots)
  }

  /** The whole program: `compile` writes a rule, which begins with the cursor at the front of the word. */
  program(rule: Rule, compile: (rule: Rule, failed: Failure) => void): Uint8Array {
    const slots = this.#block(rule, false, compile, 'end', 'end')
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      this.here(next.address)
      next.slots.value = this.#block(next.body, next.backward, compile, 'return', 'returnFail')
    }
    if (this.#code.length > CODE_LIMIT) {
      throw invalidRule(
        `The rules compile to ${this.#code.length} words of code; 65,535 are the most.`,
        'Put what is used more than once into routine(() => ...).',
      )
    }
    return this.tables.program(this.#code, slots)
  }

  /** Writes a rule with what ends it; gives how many slots it needs. */
  #block(
    rule: Rule,
    backward: boolean,
    compile: (rule: Rule, failed: Failure) => void,
    done: 'end' | 'return',
    fails: 'end' | 'returnFail',
  ): number {
    this.#slot = 0
    this.#slots = 0
    this.backward = backward
    const failed = place()
    compile(rule, { moved: failed, still: failed })
    this.emit(done)
    this.here(failed)
    this.emit(fails)
    return this.#slots
  }
}
