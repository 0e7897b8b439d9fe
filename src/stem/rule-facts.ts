/**
 * What can be said of a rule without running it: whether it can fail, whether it moves the cursor, and which
 * letters it can begin with. The compiler leaves out the saving of cursors that these facts make needless.
 */
import type { Rule } from './rules.js'

/** Whether the rule always succeeds. */
export function neverFails(rule: Rule): boolean {
  if (typeof rule === 'string') return rule === ''
  switch (rule.kind) {
    case 'sequence':
      return rule.rules.every(neverFails)
    case 'either':
      return rule.rules.some(neverFails)
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

/** Whether the cursor is where it was after the rule has succeeded, as far as can be said. */
export function staysOnSuccess(rule: Rule): boolean {
  if (typeof rule === 'string') return rule === ''
  switch (rule.kind) {
    case 'sequence':
    case 'either':
      return rule.rules.every(staysOnSuccess)
    case 'maybe':
      return staysOnSuccess(rule.rule)
    case 'not':
    case 'ahead':
    case 'always':
    case 'cursor':
    case 'number':
    case 'length':
    case 'atEnd':
    case 'mark':
    case 'markEnd':
    case 'set':
    case 'add':
    case 'open':
    case 'close':
    case 'remember':
    case 'pass':
    case 'fail':
      return true
    default:
      return false
  }
}

/** Whether the cursor is where it was after the rule has failed, as far as can be said. */
export function staysOnFailure(rule: Rule): boolean {
  if (typeof rule === 'string') return true
  switch (rule.kind) {
    case 'sequence': {
      let stays = true
      for (const part of rule.rules) {
        if (!neverFails(part) && !(stays && staysOnFailure(part))) return false
        stays &&= staysOnSuccess(part)
      }
      return true
    }
    case 'either':
      return staysOnFailure(rule.rules.at(-1) as Rule)
    case 'not':
      return staysOnSuccess(rule.rule)
    case 'ahead':
      return staysOnFailure(rule.rule)
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
      return rule.options.where === undefined && rule.entries.every(([, body]) => neverFails(body))
    default:
      return neverFails(rule)
  }
}

/** The letters one of which must be ahead for the rule to succeed; undefined where that is not known. */
export function firstLetters(rule: Rule, backward: boolean): string | undefined {
  if (typeof rule === 'string') return firstOfTexts([rule], backward)
  switch (rule.kind) {
    case 'letter':
      return rule.negated ? undefined : rule.letters
    case 'oneOf':
      return firstOfTexts(rule.texts, backward)
    case 'longest':
      return firstOfTexts(
        rule.entries.map(([text]) => text),
        backward,
      )
    case 'either': {
      const sets = rule.rules.map((part) => firstLetters(part, backward))
      return sets.includes(undefined) ? undefined : sets.join('')
    }
    case 'ahead':
      return firstLetters(rule.rule, backward)
    case 'sequence': {
      const first = rule.rules.find((part) => !(staysOnSuccess(part) && changesNothing(part)))
      return first === undefined ? undefined : firstLetters(first, backward)
    }
    default:
      return undefined
  }
}

function firstOfTexts(texts: readonly string[], backward: boolean): string | undefined {
  const firsts = texts.map((text) => (backward ? text.at(-1) : text[0]))
  return firsts.includes(undefined) ? undefined : firsts.join('')
}

/** Whether a rule that stays does so without effect on the word, on marks or on numbers. */
function changesNothing(rule: Rule): boolean {
  return (
    typeof rule !== 'string' && ['open', 'close', 'pass', 'atEnd', 'cursor', 'length'].includes(rule.kind)
  )
}
