/**
 * The plain twin of the stemming kernel: walks a rule tree over an array of UTF-16 units.
 * Slow and obvious; the meaning of every rule is written down here.
 */
import type { Comparison, Rule, RuleNode } from '../../src/stem/rules.js'

interface State {
  word: string
  cursor: number
  /** Where reading backward ends. */
  floor: number
  backward: boolean
  from: number
  to: number
  remembered: string
  readonly numbers: Map<string, number>
}

/** The word after `rule`. */
export function runRule(rule: Rule, word: string): string {
  const state: State = {
    word,
    cursor: 0,
    floor: 0,
    backward: false,
    from: 0,
    to: 0,
    remembered: '',
    numbers: new Map(),
  }
  run(rule, state)
  return state.word
}

function compare(a: number, comparison: Comparison, b: number): boolean {
  switch (comparison) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '=':
      return a === b
    case '!=':
      return a !== b
    case '>=':
      return a >= b
    case '>':
      return a > b
  }
}

/** Cursor positions are kept from the side that is not being changed. */
const save = (s: State) => (s.backward ? s.word.length - s.cursor : s.cursor)
const restore = (s: State, saved: number) => {
  s.cursor = s.backward ? Math.max(0, s.word.length - saved) : Math.min(saved, s.word.length)
}

/** How many units are still to be read. */
const ahead = (s: State) => (s.backward ? s.cursor : s.word.length - s.cursor)

function matches(text: string, s: State): boolean {
  return s.backward
    ? s.cursor - s.floor >= text.length && s.word.slice(s.cursor - text.length, s.cursor) === text
    : s.word.startsWith(text, s.cursor)
}

function advance(count: number, s: State): boolean {
  const room = s.backward ? s.cursor - s.floor : s.word.length - s.cursor
  if (room < count) return false
  s.cursor += s.backward ? -count : count
  return true
}

/** A selection may be older than a change of the word. */
function clampSelection(s: State): void {
  s.to = Math.min(s.to, s.word.length)
  s.from = Math.min(s.from, s.to)
}

function splice(s: State, from: number, to: number, text: string): void {
  s.word = s.word.slice(0, from) + text + s.word.slice(to)
}

function put(s: State, text: string, behind: boolean): boolean {
  splice(s, s.cursor, s.cursor, text)
  const at = s.cursor
  if (at <= s.from) s.from += text.length
  if (at <= s.to) s.to += text.length
  if (behind !== s.backward) s.cursor += text.length
  return true
}

function bySize(texts: readonly string[], s: State): string[] {
  return texts.filter((text) => matches(text, s)).sort((a, b) => b.length - a.length)
}

function longest(node: RuleNode & { kind: 'longest' }, s: State): boolean {
  const start = save(s)
  const floor = s.floor
  if (node.options.within !== undefined) {
    const limit = s.numbers.get(node.options.within) ?? 0
    if (limit < 0 || s.cursor < limit || limit > s.word.length) return false
    s.floor = limit
  }
  const rules = new Map(node.entries)
  const found = bySize([...rules.keys()], s)
  s.floor = floor
  for (const text of found) {
    const rule = rules.get(text) as Rule
    const place = () => {
      restore(s, start)
      const outer = s.cursor
      if (!advance(text.length, s)) return false
      s.from = Math.min(outer, s.cursor)
      s.to = Math.max(outer, s.cursor)
      return true
    }
    if (!place()) return false
    if (typeof rule !== 'string' && rule.kind === 'when') {
      if (!run(rule.condition, s)) continue
      if (!place()) return false // the condition has made the word shorter
      return (node.options.where === undefined || run(node.options.where, s)) && run(rule.rule, s)
    }
    return (node.options.where === undefined || run(node.options.where, s)) && run(rule, s)
  }
  restore(s, start)
  return false
}

function run(rule: Rule, s: State): boolean {
  if (typeof rule === 'string') return matches(rule, s) && advance(rule.length, s)
  switch (rule.kind) {
    case 'sequence':
      return rule.rules.every((part) => run(part, s))
    case 'either': {
      const saved = save(s)
      return rule.rules.some((part) => {
        restore(s, saved)
        return run(part, s)
      })
    }
    case 'not': {
      const saved = save(s)
      const found = run(rule.rule, s)
      restore(s, saved)
      return !found
    }
    case 'ahead': {
      const saved = save(s)
      const found = run(rule.rule, s)
      restore(s, saved)
      return found
    }
    case 'maybe': {
      const saved = save(s)
      if (!run(rule.rule, s)) restore(s, saved)
      return true
    }
    case 'always': {
      const saved = save(s)
      run(rule.rule, s)
      restore(s, saved)
      return true
    }
    case 'many':
      for (;;) {
        const [saved, left] = [save(s), ahead(s)]
        if (!run(rule.rule, s)) {
          restore(s, saved)
          return true
        }
        if (ahead(s) === left) return true
      }
    case 'to':
    case 'past':
      for (;;) {
        const saved = save(s)
        const found = run(rule.rule, s)
        if (found && rule.kind === 'past') return true
        restore(s, saved)
        if (found) return true
        if (!advance(1, s)) return false
      }
    case 'letter': {
      const unit = s.word[s.backward ? s.cursor - 1 : s.cursor]
      if (s.backward && s.cursor <= s.floor) return false
      return unit !== undefined && rule.letters.includes(unit) !== rule.negated && advance(1, s)
    }
    case 'skip':
      return advance(rule.count, s)
    case 'oneOf': {
      const [text] = bySize(rule.texts, s)
      return text !== undefined && advance(text.length, s)
    }
    case 'longest':
      return longest(rule, s)
    case 'when':
      throw new Error('when() stands outside of a table of longest()')
    case 'limited': {
      const { floor } = s
      const limit = s.numbers.get(rule.mark) ?? 0
      if (limit < 0 || s.cursor < limit || limit > s.word.length) return false
      s.floor = limit
      const done = run(rule.rule, s)
      s.floor = Math.min(floor, s.word.length)
      return done
    }
    case 'backward': {
      const { backward, floor } = s
      s.backward = true
      s.floor = 0
      s.cursor = s.word.length
      const done = run(rule.rule, s)
      s.cursor = 0
      s.backward = backward
      s.floor = floor
      return done
    }
    case 'routine':
      return run(rule.body(), s)
    case 'open':
      if (s.backward) s.to = s.cursor
      else s.from = s.cursor
      return true
    case 'close':
      if (s.backward) s.from = s.cursor
      else s.to = s.cursor
      return true
    case 'replace': {
      clampSelection(s)
      splice(s, s.from, s.to, rule.text)
      const change = rule.text.length - (s.to - s.from)
      if (s.cursor >= s.to) s.cursor += change
      else if (s.cursor > s.from) s.cursor = s.from
      s.to = s.from + rule.text.length
      s.floor = Math.min(s.floor, s.word.length)
      return true
    }
    case 'insert':
    case 'attach':
      return put(s, rule.text, rule.kind === 'insert')
    case 'insertRemembered':
    case 'attachRemembered':
      return put(s, s.remembered, rule.kind === 'insertRemembered')
    case 'remember':
      clampSelection(s)
      s.remembered = s.word.slice(s.from, Math.min(s.to, s.from + 8))
      return true
    case 'remembered':
      return run(s.remembered, s)
    case 'mark':
      s.numbers.set(rule.name, s.cursor)
      return true
    case 'markEnd':
      s.numbers.set(rule.name, s.word.length)
      return true
    case 'goTo': {
      const place = s.numbers.get(rule.name) ?? 0
      if (place < 0 || place > s.word.length) return false
      if (s.backward ? s.cursor < place : s.cursor > place) return false
      s.cursor = place
      return true
    }
    case 'cursor':
      return compare(s.cursor, rule.comparison, s.numbers.get(rule.name) ?? 0)
    case 'number':
      return compare(s.numbers.get(rule.name) ?? 0, rule.comparison, rule.value)
    case 'set':
      s.numbers.set(rule.name, rule.value)
      return true
    case 'add':
      s.numbers.set(rule.name, (s.numbers.get(rule.name) ?? 0) + rule.value)
      return true
    case 'length':
      return compare(s.word.length, rule.comparison, rule.value)
    case 'atEnd':
      return s.backward ? s.cursor <= s.floor : s.cursor >= s.word.length
    case 'toEnd':
      s.cursor = s.backward ? s.floor : s.word.length
      return true
    case 'pass':
      return true
    case 'fail':
      return false
  }
}
