/**
 * Compiles a rule tree into a program of the stemming kernel (src/core/assembly/stem.ts says how it is laid out).
 *
 * Failure is a jump: every rule is compiled with the address to go on at when it fails, so nothing is unwound at
 * run time. Cursors that must come back are kept in numbered slots of the routine's frame; routines are compiled
 * once for each direction, so that they may call themselves. All texts of one table become one trie, whose rows
 * hold the addresses of the rules.
 */
import { type Comparison, type LongestOptions, letter, type Rule, type RuleNode } from './rules.js'
import { invalidRule, type Place, StemTables } from './stem-tables.js'

/** Operations of the kernel in the order of their numbers. */
const OPERATIONS = [
  ...['end', 'jump', 'loop', 'call', 'return', 'returnFail', 'save', 'restore', 'saveBack', 'restoreBack'],
  ...['text', 'textBack', 'class', 'classBack', 'notClass', 'notClassBack'],
  ...['pastClass', 'pastClassBack', 'pastNotClass', 'pastNotClassBack'],
  ...['longest', 'longestBack', 'longestSelect', 'longestSelectBack', 'step', 'stepBack'],
  ...['limit', 'unlimit', 'front', 'back', 'open', 'close', 'replace', 'put'],
  ...['remember', 'remembered', 'rememberedBack', 'mark', 'markEnd', 'goTo', 'goToBack'],
  ...['cursor', 'number', 'set', 'add', 'length', 'atEnd', 'atEndBack', 'toEnd', 'toEndBack'],
]
const OPERATION_NUMBERS = new Map(OPERATIONS.map((name, index) => [name, index]))
const COMPARISONS: readonly Comparison[] = ['<', '<=', '=', '!=', '>=', '>']
const NUMBERS = 16
const NO_MARK = 0xffff
const REMEMBERED = 0xffff

interface Routine {
  readonly body: Rule
  readonly backward: boolean
  readonly address: Place
  readonly slots: Place
}

const place = (): Place => ({ value: undefined })

/**
 * The program of `rule`, as the kernel `stemWords` reads it.
 *
 * @throws RULE_INVALID when the tree breaks a limit of the rule language; the message says which
 */
export function compileRules(rule: Rule): Uint8Array {
  return new Compiler().compile(rule)
}

class Compiler {
  readonly #code: Array<number | Place> = [0]
  readonly #tables = new StemTables()
  readonly #numbers = new Map<string, number>()
  readonly #routines = new Map<RuleNode, { front?: Routine; back?: Routine }>()
  readonly #waiting: Routine[] = []
  #backward = false
  #slot = 0
  #slots = 0

  compile(rule: Rule): Uint8Array {
    const stop = place()
    this.#rule(rule, stop)
    this.#here(stop)
    this.#emit('end')
    const slots = this.#slots
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) this.#routineBody(next)
    if (this.#code.length > 0xffff) {
      throw invalidRule(
        `The rules compile to ${this.#code.length} words of code; 65,535 are the most.`,
        'Put what is used more than once into routine(() => ...).',
      )
    }
    return this.#tables.program(this.#code, slots)
  }

  #routineBody(routine: Routine): void {
    this.#slot = 0
    this.#slots = 0
    this.#backward = routine.backward
    this.#here(routine.address)
    const failed = place()
    this.#rule(routine.body, failed)
    this.#emit('return')
    this.#here(failed)
    this.#emit('returnFail')
    routine.slots.value = this.#slots
  }

  #emit(name: string, ...values: Array<number | Place>): void {
    this.#code.push(OPERATION_NUMBERS.get(name) as number, ...values)
  }

  /** The operation in the present direction. */
  #emitDirected(name: string, ...values: Array<number | Place>): void {
    this.#emit(this.#backward ? `${name}Back` : name, ...values)
  }

  #here(target: Place): void {
    target.value = this.#code.length
  }

  #withSlot(use: (slot: number) => void): void {
    const slot = this.#slot++
    this.#slots = Math.max(this.#slots, this.#slot)
    use(slot)
    this.#slot--
  }

  #numbered(name: string): number {
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

  #units(text: string): number[] {
    return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  }

  #rules(rules: readonly Rule[], fail: Place): void {
    for (const rule of rules) this.#rule(rule, fail)
  }

  #rule(rule: Rule, fail: Place): void {
    if (typeof rule === 'string') {
      if (rule.length === 1) this.#emitDirected('class', fail, this.#tables.classOf(rule))
      else if (rule !== '') this.#emitDirected('text', fail, rule.length, ...this.#units(rule))
      return
    }
    switch (rule.kind) {
      case 'sequence':
        return this.#rules(rule.rules, fail)
      case 'either':
        return this.#either(rule.rules, fail)
      case 'not':
        return this.#alternative(rule.rule, (failed, slot) => {
          this.#emit('jump', fail)
          this.#here(failed)
          this.#restore(rule.rule, slot)
        })
      case 'ahead':
        return this.#withSlot((slot) => {
          this.#emitDirected('save', slot)
          this.#rule(rule.rule, fail)
          this.#emitDirected('restore', slot)
        })
      case 'maybe':
        return this.#alternative(rule.rule, (failed, slot) => {
          if (staysOnFailure(rule.rule)) return this.#here(failed)
          const done = place()
          this.#emit('jump', done)
          this.#here(failed)
          this.#emitDirected('restore', slot)
          this.#here(done)
        })
      case 'always':
        return this.#withSlot((slot) => {
          const failed = place()
          this.#emitDirected('save', slot)
          this.#rule(rule.rule, failed)
          this.#here(failed)
          this.#emitDirected('restore', slot)
        })
      case 'many':
        return this.#withSlot((slot) => {
          const [again, failed] = [place(), place()]
          this.#here(again)
          this.#emitDirected('save', slot)
          this.#rule(rule.rule, failed)
          this.#emit('loop', slot, Number(this.#backward), again)
          this.#here(failed)
          this.#emitDirected('restore', slot)
        })
      case 'to':
      case 'past':
        return this.#search(rule.rule, rule.kind === 'past', fail)
      case 'letter': {
        const bit = this.#tables.classOf(rule.letters)
        return this.#emitDirected(rule.negated ? 'notClass' : 'class', fail, bit)
      }
      case 'skip':
        return this.#emitDirected('step', fail, rule.count)
      case 'oneOf': {
        const done = place()
        this.#emitDirected(
          'longest',
          fail,
          this.#tables.trie(
            rule.texts.map((text) => [text, done]),
            this.#backward,
          ),
          NO_MARK,
        )
        return this.#here(done)
      }
      case 'longest':
        return this.#longest(rule.entries, rule.options, fail)
      case 'when':
        throw invalidRule(
          'when() stands outside of a table of longest().',
          'Use sequence(condition, rule) here.',
        )
      case 'limited':
        return this.#limited(rule.mark, rule.rule, fail)
      case 'backward': {
        const before = this.#backward
        const [failed, done] = [place(), place()]
        if (before) throw invalidRule('backward() stands inside of backward().', 'Take the inner one away.')
        this.#backward = true
        this.#emit('back')
        this.#rule(rule.rule, failed)
        this.#backward = false
        this.#emit('front')
        this.#emit('jump', done)
        this.#here(failed)
        this.#emit('front')
        this.#emit('jump', fail)
        return this.#here(done)
      }
      case 'routine':
        return this.#call(rule, rule.body, fail)
      case 'replace':
        return this.#emit('replace', rule.text.length, ...this.#units(rule.text))
      case 'insert':
      case 'attach': {
        const behind = Number((rule.kind === 'insert') !== this.#backward)
        return this.#emit('put', behind, rule.text.length, ...this.#units(rule.text))
      }
      case 'insertRemembered':
      case 'attachRemembered':
        return this.#emit('put', Number((rule.kind === 'insertRemembered') !== this.#backward), REMEMBERED)
      case 'remembered':
        return this.#emitDirected('remembered', fail)
      case 'mark':
      case 'markEnd':
        return this.#emit(rule.kind, this.#numbered(rule.name))
      case 'goTo':
        return this.#emitDirected('goTo', fail, this.#numbered(rule.name))
      case 'cursor':
        return this.#emit('cursor', fail, COMPARISONS.indexOf(rule.comparison), this.#numbered(rule.name))
      case 'number': {
        const comparison = COMPARISONS.indexOf(rule.comparison)
        return this.#emit('number', fail, comparison, this.#numbered(rule.name), rule.value & 0xffff)
      }
      case 'set':
      case 'add':
        return this.#emit(rule.kind, this.#numbered(rule.name), rule.value & 0xffff)
      case 'length':
        return this.#emit('length', fail, COMPARISONS.indexOf(rule.comparison), rule.value)
      case 'atEnd':
        return this.#emitDirected('atEnd', fail)
      case 'toEnd':
        return this.#emitDirected('toEnd')
      case 'open':
      case 'close':
        return this.#emit((rule.kind === 'open') !== this.#backward ? 'open' : 'close')
      case 'remember':
        return this.#emit('remember')
      case 'pass':
        return
      case 'fail':
        return this.#emit('jump', fail)
    }
  }

  /** Compiles `rule` with a slot that holds the cursor before it, where its failure moves the cursor. */
  #alternative(rule: Rule, after: (failed: Place, slot: number) => void): void {
    this.#withSlot((slot) => {
      const failed = place()
      if (!staysOnFailure(rule)) this.#emitDirected('save', slot)
      this.#rule(rule, failed)
      after(failed, slot)
    })
  }

  #restore(rule: Rule, slot: number): void {
    if (!staysOnFailure(rule)) this.#emitDirected('restore', slot)
  }

  #either(rules: readonly Rule[], fail: Place): void {
    const done = place()
    rules.forEach((rule, i) => {
      if (i === rules.length - 1) return this.#rule(rule, fail)
      this.#alternative(rule, (failed, slot) => {
        this.#emit('jump', done)
        this.#here(failed)
        this.#restore(rule, slot)
      })
    })
    this.#here(done)
  }

  /** Letters are passed until the rule succeeds; classes have an operation for it. */
  #search(rule: Rule, past: boolean, fail: Place): void {
    const single = typeof rule === 'string' && rule.length === 1 ? letter(rule) : rule
    if (typeof single !== 'string' && single.kind === 'letter') {
      const bit = this.#tables.classOf(single.letters)
      return this.#emitDirected(single.negated ? 'pastNotClass' : 'pastClass', fail, bit, Number(past))
    }
    this.#withSlot((slot) => {
      const [again, failed, done] = [place(), place(), place()]
      this.#here(again)
      this.#emitDirected('save', slot)
      this.#rule(rule, failed)
      if (!past) this.#emitDirected('restore', slot)
      this.#emit('jump', done)
      this.#here(failed)
      this.#emitDirected('restore', slot)
      this.#emitDirected('step', fail, 1)
      this.#emit('jump', again)
      this.#here(done)
    })
  }

  #limited(name: string, rule: Rule, fail: Place): void {
    if (!this.#backward) throw invalidRule(`limited("${name}") reads forward.`, 'Limits are for backward().')
    this.#withSlot((slot) => {
      const [failed, done] = [place(), place()]
      this.#emit('limit', fail, this.#numbered(name), slot)
      this.#rule(rule, failed)
      this.#emit('unlimit', slot)
      this.#emit('jump', done)
      this.#here(failed)
      this.#emit('unlimit', slot)
      this.#emit('jump', fail)
      this.#here(done)
    })
  }

  #call(node: RuleNode, body: () => Rule, fail: Place): void {
    const both = this.#routines.get(node) ?? {}
    this.#routines.set(node, both)
    const key = this.#backward ? 'back' : 'front'
    let routine = both[key]
    if (!routine) {
      routine = { body: body(), backward: this.#backward, address: place(), slots: place() }
      both[key] = routine
      this.#waiting.push(routine)
    }
    this.#emit('call', routine.address, fail, routine.slots)
  }

  #longest(entries: ReadonlyArray<readonly [string, Rule]>, options: LongestOptions, fail: Place): void {
    if (options.within !== undefined && !this.#backward) {
      throw invalidRule(`longest() within "${options.within}" reads forward.`, 'Limits are for backward().')
    }
    const limit = options.within === undefined ? NO_MARK : this.#numbered(options.within)
    const conditional = entries.some(([, rule]) => isWhen(rule))
    const targets = new Map<string, Place>()
    for (const [text] of entries) {
      if (targets.has(text)) {
        throw invalidRule(`"${text}" stands twice in a table of longest().`, 'Give each text one rule.')
      }
      targets.set(text, place())
    }
    const trie = this.#tables.trie([...targets], this.#backward)
    const done = place()
    this.#withSlot((slot) => {
      if (conditional) this.#emitDirected('save', slot)
      this.#emitDirected('longestSelect', fail, trie, limit)
      if (conditional) this.#conditionalEntries(entries, targets, slot, options, fail, done)
      else this.#plainEntries(entries, targets, options, fail, done)
    })
    this.#here(done)
  }

  /** One body for each rule, shared by all texts that have it; the last falls through to what comes next. */
  #plainEntries(
    entries: ReadonlyArray<readonly [string, Rule]>,
    targets: ReadonlyMap<string, Place>,
    options: LongestOptions,
    fail: Place,
    done: Place,
  ): void {
    const bodies = new Map<Rule, string[]>()
    for (const [text, rule] of entries) {
      const texts = bodies.get(rule)
      if (texts) texts.push(text)
      else bodies.set(rule, [text])
    }
    let left = bodies.size
    for (const [rule, texts] of bodies) {
      for (const text of texts) this.#here(targets.get(text) as Place)
      if (options.then !== undefined) this.#rule(options.then, fail)
      this.#rule(rule, fail)
      if (--left > 0) this.#emit('jump', done)
    }
  }

  /** A body for each text, because a condition that fails goes on with the longest shorter text. */
  #conditionalEntries(
    entries: ReadonlyArray<readonly [string, Rule]>,
    targets: ReadonlyMap<string, Place>,
    slot: number,
    options: LongestOptions,
    fail: Place,
    done: Place,
  ): void {
    const again = new Map(entries.map(([text]) => [text, place()]))
    const select = (text: string) => {
      this.#emitDirected('restore', slot)
      this.#emit(this.#backward ? 'close' : 'open')
      this.#emitDirected('step', fail, text.length)
      this.#emit(this.#backward ? 'open' : 'close')
    }
    for (const [text, rule] of entries) {
      this.#here(again.get(text) as Place)
      select(text)
      this.#here(targets.get(text) as Place)
      if (isWhen(rule)) {
        let shorter: string | undefined
        for (let size = text.length - 1; size >= 0 && shorter === undefined; size--) {
          const part = this.#backward ? text.slice(text.length - size) : text.slice(0, size)
          if (again.has(part)) shorter = part
        }
        this.#rule(rule.condition, shorter === undefined ? fail : (again.get(shorter) as Place))
        select(text)
      }
      if (options.then !== undefined) this.#rule(options.then, fail)
      this.#rule(isWhen(rule) ? rule.rule : rule, fail)
      this.#emit('jump', done)
    }
  }
}

function isWhen(rule: Rule): rule is RuleNode & { kind: 'when' } {
  return typeof rule !== 'string' && rule.kind === 'when'
}

/** Whether the cursor stays where it is when the rule fails, because its first part is all that can fail. */
function staysOnFailure(rule: Rule): boolean {
  if (typeof rule === 'string') return true
  switch (rule.kind) {
    case 'sequence': {
      const fallible = rule.rules.filter((part) => !neverFails(part))
      return (
        fallible.length === 0 ||
        (fallible.length === 1 && fallible[0] === rule.rules[0] && staysOnFailure(rule.rules[0] as Rule))
      )
    }
    case 'letter':
    case 'skip':
    case 'oneOf':
    case 'remembered':
    case 'goTo':
    case 'cursor':
    case 'number':
    case 'length':
    case 'atEnd':
    case 'fail':
      return true
    case 'longest':
      return rule.options.then === undefined && rule.entries.every(([, body]) => neverFails(body))
    default:
      return neverFails(rule)
  }
}

/** Whether the rule always succeeds. */
function neverFails(rule: Rule): boolean {
  if (typeof rule === 'string') return rule === ''
  switch (rule.kind) {
    case 'sequence':
      return rule.rules.every(neverFails)
    case 'maybe':
    case 'always':
    case 'many':
    case 'replace':
    case 'insert':
    case 'attach':
    case 'insertRemembered':
    case 'attachRemembered':
    case 'remember':
    case 'mark':
    case 'markEnd':
    case 'set':
    case 'add':
    case 'toEnd':
    case 'open':
    case 'close':
    case 'pass':
      return true
    default:
      return false
  }
}
