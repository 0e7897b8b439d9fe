/**
 * Compiles a rule tree into a program of the stemming kernel (src/core/assembly/stem.ts says how it runs).
 *
 * Failure is a jump: every rule is compiled with the place to go on at when it fails, so nothing is unwound at run
 * time. There are two such places, because a rule that fails before it has moved the cursor needs no putting back:
 * most endings are not there, and their steps then cost one operation.
 */
import { firstLetters, staysOnFailure, staysOnSuccess } from './rule-facts.js'
import type { Comparison, Rule, RuleNode } from './rules.js'
import { type Failure, place, StemAssembler, unitsOf } from './stem-assembler.js'
import { invalidRule, type Place } from './stem-tables.js'

const COMPARISONS: readonly Comparison[] = ['<', '<=', '=', '!=', '>=', '>']
const NO_MARK = 0xffff
const REMEMBERED = 0xffff

type Kind = RuleNode['kind']
type Node<K extends Kind> = RuleNode & { kind: K }
type Compile<K extends Kind> = (code: StemAssembler, rule: Node<K>, failed: Failure) => void

/**
 * The program of `rule`, as the kernel `stemWords` reads it.
 *
 * @throws RULE_INVALID when the tree breaks a limit of the rule language; the message says which
 */
export function compileRules(rule: Rule): Uint8Array {
  const code = new StemAssembler()
  return code.program(rule, (body, failed) => compile(code, body, failed))
}

function compile(code: StemAssembler, rule: Rule, failed: Failure): void {
  if (typeof rule === 'string') compileText(code, rule, failed)
  else (COMPILE[rule.kind] as Compile<Kind>)(code, rule, failed)
}

function compileText(code: StemAssembler, text: string, failed: Failure): void {
  if (text.length === 1) code.emitDirected('class', failed.still, code.tables.classOf(text), 1)
  else if (text !== '') code.emitDirected('text', failed.still, text.length, ...unitsOf(text))
}

/** How each kind of rule is compiled. */
const COMPILE: { readonly [K in Kind]: Compile<K> } = {
  sequence: (code, { rules }, failed) => {
    let still = failed.still
    for (const rule of rules) {
      compile(code, rule, { moved: failed.moved, still })
      if (!staysOnSuccess(rule)) still = failed.moved
    }
  },
  either: (code, { rules }, failed) => {
    const done = place()
    rules.forEach((rule, i) => {
      if (i === rules.length - 1) compile(code, rule, failed)
      else withRestore(code, rule, () => code.emit('jump', done))
    })
    code.here(done)
  },
  not: (code, { rule }, failed) => {
    withRestore(code, rule, () => code.emit('jump', staysOnSuccess(rule) ? failed.still : failed.moved))
  },
  ahead: (code, { rule }, failed) => {
    if (staysOnSuccess(rule)) return compile(code, rule, failed)
    code.withSlot((slot) => {
      code.emitDirected('save', slot)
      compile(code, rule, failed)
      code.emitDirected('restore', slot)
    })
  },
  maybe: (code, { rule }) => {
    const done = place()
    if (staysOnFailure(rule)) compile(code, rule, { moved: done, still: done })
    else withRestore(code, rule, () => code.emit('jump', done))
    code.here(done)
  },
  always: (code, { rule }) => {
    code.withSlot((slot) => {
      const failed = { moved: place(), still: place() }
      const stays = staysOnSuccess(rule) && staysOnFailure(rule)
      if (!stays) code.emitDirected('save', slot)
      compile(code, rule, failed)
      code.here(failed.moved)
      if (!stays) code.emitDirected('restore', slot)
      code.here(failed.still)
    })
  },
  many: (code, { rule }) => {
    code.withSlot((slot) => {
      code.withSlot((left) => {
        const [again, failed] = [place(), { moved: place(), still: place() }]
        code.here(again)
        code.emitDirected('save', slot)
        code.emit(code.backward ? 'save' : 'saveBack', left)
        compile(code, rule, failed)
        code.emit('loop', left, Number(code.backward), again)
        code.here(failed.moved)
        code.emitDirected('restore', slot)
        code.here(failed.still)
      })
    })
  },
  to: (code, { rule }, failed) => compileSearch(code, rule, 0, failed),
  past: (code, { rule }, failed) => compileSearch(code, rule, 2, failed),
  letter: (code, { letters, negated }, failed) => {
    code.emitDirected('class', failed.still, code.tables.classOf(letters), Number(!negated))
  },
  skip: (code, { count }, failed) => code.emitDirected('step', failed.still, count),
  oneOf: (code, { texts }, failed) => {
    const done = place()
    const trie = code.tables.trie(
      texts.map((text) => [text, done]),
      code.backward,
    )
    code.emitDirected('longest', failed.still, trie, 0, NO_MARK)
    code.here(done)
  },
  longest: (code, rule, failed) => {
    const { entries, options } = rule
    const limit = options.within === undefined ? NO_MARK : code.number(options.within)
    if (limit !== NO_MARK) requireBackward(code, `longest() within "${options.within}"`)
    const targets = new Map(entries.map(([text]) => [text, place()]))
    if (targets.size < entries.length) {
      const twice = entries.find(([text], i) => entries.findIndex(([other]) => other === text) < i)
      throw invalidRule(`"${twice?.[0]}" stands twice in a table of longest().`, 'Give each text one rule.')
    }
    const trie = code.tables.trie([...targets], code.backward)
    if (entries.some(([, body]) => isWhen(body))) {
      code.withSlot((slot) => {
        code.emitDirected('save', slot)
        code.emitDirected('longest', failed.still, trie, 1, limit)
        compileConditional(code, rule, targets, slot, failed.moved)
      })
    } else {
      code.emitDirected('longest', failed.still, trie, 1, limit)
      compileBodies(code, rule, targets, failed.moved)
    }
  },
  when: () => {
    throw invalidRule('when() stands outside of a table of longest().', 'Use sequence(condition, rule) here.')
  },
  limited: (code, { mark, rule }, failed) => {
    requireBackward(code, `limited("${mark}")`)
    code.withSlot((slot) => {
      const [inner, done] = [{ moved: place(), still: place() }, place()]
      code.emit('limit', failed.still, code.number(mark), slot)
      compile(code, rule, inner)
      code.emit('unlimit', slot)
      code.emit('jump', done)
      code.here(inner.moved)
      code.emit('unlimit', slot)
      code.emit('jump', failed.moved)
      code.here(inner.still)
      code.emit('unlimit', slot)
      code.emit('jump', failed.still)
      code.here(done)
    })
  },
  backward: (code, { rule }, failed) => {
    if (code.backward)
      throw invalidRule('backward() stands inside of backward().', 'Take the inner one away.')
    const [inner, done] = [place(), place()]
    code.backward = true
    code.emit('back')
    compileSteps(code, rule, { moved: inner, still: inner })
    code.backward = false
    code.emit('front')
    code.emit('jump', done)
    code.here(inner)
    code.emit('front')
    code.emit('jump', failed.moved)
    code.here(done)
  },
  routine: (code, rule, failed) => code.call(rule, failed.moved),
  replace: (code, { text }) => code.emit('replace', text.length, ...unitsOf(text)),
  insert: (code, { text }) => code.emit('put', Number(!code.backward), text.length, ...unitsOf(text)),
  attach: (code, { text }) => code.emit('put', Number(code.backward), text.length, ...unitsOf(text)),
  insertRemembered: (code) => code.emit('put', Number(!code.backward), REMEMBERED),
  attachRemembered: (code) => code.emit('put', Number(code.backward), REMEMBERED),
  remember: (code) => code.emit('remember'),
  remembered: (code, _, failed) => code.emitDirected('remembered', failed.still),
  mark: (code, { name }) => code.emit('mark', code.number(name)),
  markEnd: (code, { name }) => code.emit('markEnd', code.number(name)),
  goTo: (code, { name }, failed) => code.emitDirected('goTo', failed.still, code.number(name)),
  cursor: (code, { name, comparison }, failed) => {
    code.emit('cursor', failed.still, code.number(name), COMPARISONS.indexOf(comparison))
  },
  number: (code, { name, comparison, value }, failed) => {
    code.emit('number', failed.still, code.number(name), COMPARISONS.indexOf(comparison), value & 0xffff)
  },
  set: (code, { name, value }) => code.emit('set', code.number(name), value & 0xffff),
  add: (code, { name, value }) => code.emit('add', code.number(name), value & 0xffff),
  length: (code, { comparison, value }, failed) => {
    code.emit('length', failed.still, COMPARISONS.indexOf(comparison), value)
  },
  atEnd: (code, _, failed) => code.emitDirected('atEnd', failed.still),
  toEnd: (code) => code.emitDirected('toEnd'),
  open: (code) => code.emit(code.backward ? 'selectTo' : 'selectFrom'),
  close: (code) => code.emit(code.backward ? 'selectFrom' : 'selectTo'),
  pass: () => {},
  fail: (code, _, failed) => code.emit('jump', failed.still),
}

/** Writes `rule`, then `succeeded`, and goes on with the cursor put back where the rule failed. */
function withRestore(code: StemAssembler, rule: Rule, succeeded: () => void): void {
  code.withSlot((slot) => {
    const failed = { moved: place(), still: place() }
    const saved = !staysOnFailure(rule)
    if (saved) code.emitDirected('save', slot)
    compile(code, rule, failed)
    succeeded()
    code.here(failed.moved)
    if (saved) code.emitDirected('restore', slot)
    code.here(failed.still)
  })
}

/** The steps of backward(): as long as each is an `always`, the cursor is at the end and needs no saving. */
function compileSteps(code: StemAssembler, rule: Rule, failed: Failure): void {
  const steps = typeof rule !== 'string' && rule.kind === 'sequence' ? rule.rules : [rule]
  const other = steps.findIndex((step) => typeof step === 'string' || step.kind !== 'always')
  for (const step of other < 0 ? steps : steps.slice(0, other)) {
    const inner = { moved: place(), still: place() }
    compile(code, (step as Node<'always'>).rule, inner)
    code.here(inner.moved)
    code.emit('back')
    code.here(inner.still)
  }
  if (other >= 0) COMPILE.sequence(code, { kind: 'sequence', rules: steps.slice(other) }, failed)
}

/** Passes letters until the rule succeeds, jumping from one letter that it can begin with to the next. */
function compileSearch(code: StemAssembler, rule: Rule, past: 0 | 2, failed: Failure): void {
  const negated = typeof rule !== 'string' && rule.kind === 'letter' && rule.negated
  const letters = negated ? rule.letters : firstLetters(rule, code.backward)
  const single = typeof rule === 'string' ? rule.length === 1 : rule.kind === 'letter'
  const find = (whole: 0 | 2, none: Place) => {
    if (letters === undefined) return
    code.emitDirected('findClass', none, code.tables.classOf(letters), Number(!negated), whole)
  }
  if (single) find(past, failed.still)
  else compileSlowSearch(code, rule, past, failed, find)
}

/** A search whose rule has more than one letter. */
function compileSlowSearch(
  code: StemAssembler,
  rule: Rule,
  past: 0 | 2,
  failed: Failure,
  find: (whole: 0 | 2, none: Place) => void,
): void {
  code.withSlot((slot) => {
    const [again, done, inner] = [place(), place(), { moved: place(), still: place() }]
    code.here(again)
    find(0, failed.moved)
    code.emitDirected('save', slot)
    compile(code, rule, inner)
    if (past === 0) code.emitDirected('restore', slot)
    code.emit('jump', done)
    code.here(inner.moved)
    code.emitDirected('restore', slot)
    code.here(inner.still)
    code.emitDirected('step', failed.moved, 1)
    code.emit('jump', again)
    code.here(done)
  })
}

/** One body for each rule of the table, shared by all texts that have it. */
function compileBodies(
  code: StemAssembler,
  { entries, options }: Node<'longest'>,
  targets: ReadonlyMap<string, Place>,
  failed: Place,
): void {
  const done = place()
  const bodies = new Map<Rule, Place[]>()
  for (const [text, rule] of entries) {
    const places = bodies.get(rule) ?? []
    places.push(targets.get(text) as Place)
    bodies.set(rule, places)
  }
  for (const [rule, places] of bodies) {
    code.here(...places)
    if (options.where !== undefined) compile(code, options.where, { moved: failed, still: failed })
    compile(code, rule, { moved: failed, still: failed })
    code.emit('jump', done)
  }
  code.here(done)
}

/** A body for each text, because a condition that fails goes on with the longest shorter text. */
function compileConditional(
  code: StemAssembler,
  { entries, options }: Node<'longest'>,
  targets: ReadonlyMap<string, Place>,
  slot: number,
  failed: Place,
): void {
  const done = place()
  const again = new Map(entries.map(([text]) => [text, place()]))
  const select = (text: string) => {
    code.emitDirected('restore', slot)
    COMPILE.open(code, { kind: 'open' }, { moved: failed, still: failed })
    code.emitDirected('step', failed, text.length)
    COMPILE.close(code, { kind: 'close' }, { moved: failed, still: failed })
  }
  for (const [text, rule] of entries) {
    code.here(again.get(text) as Place)
    select(text)
    code.here(targets.get(text) as Place)
    if (isWhen(rule)) {
      const part = longestPart(text, again, code.backward)
      const shorter = part === undefined ? failed : (again.get(part) as Place)
      compile(code, rule.condition, { moved: shorter, still: shorter })
      select(text)
    }
    if (options.where !== undefined) compile(code, options.where, { moved: failed, still: failed })
    compile(code, isWhen(rule) ? rule.rule : rule, { moved: failed, still: failed })
    code.emit('jump', done)
  }
  code.here(done)
}

/** The longest text of the table that is met on the way to `text`. */
function longestPart(
  text: string,
  table: ReadonlyMap<string, unknown>,
  backward: boolean,
): string | undefined {
  for (let size = text.length - 1; size >= 0; size--) {
    const part = backward ? text.slice(text.length - size) : text.slice(0, size)
    if (table.has(part)) return part
  }
  return undefined
}

function isWhen(rule: Rule): rule is Node<'when'> {
  return typeof rule !== 'string' && rule.kind === 'when'
}

function requireBackward(code: StemAssembler, what: string): void {
  if (!code.backward) throw invalidRule(`${what} reads forward.`, 'Limits are for backward().')
}
