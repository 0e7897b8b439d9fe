/**
 * Rule lists of the Lancaster (Paice/Husk) stemmer, compiled to rules of the stemming machine.
 *
 * A rule such as "sei3y>" is an ending written backwards (-ies), an asterisk if the word must be intact, how many
 * letters are removed, what is appended, and whether stemming ends (.) or goes on (>). Of the rules whose ending is
 * there the first in the list that leaves an acceptable stem is applied. All endings go into one table, so that a
 * round reads the word once; the first vowel of the stem is kept as a mark, so that no round looks for it.
 *
 * Source: C. D. Paice, "Another stemmer", ACM SIGIR Forum 24(3) (1990), 56-61, doi:10.1145/101306.101310
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import {
  add,
  always,
  attach,
  backward,
  close,
  either,
  inside,
  length,
  letter,
  longest,
  many,
  mark,
  markEnd,
  maybe,
  number,
  pass,
  past,
  type Rule,
  remove,
  replace,
  routine,
  sequence,
  set,
  skip,
} from './rules.js'

/** Options of {@link lancasterRules}. */
export interface LancasterOptions {
  /** What counts as a vowel; a y in a stem of three letters counts beside them. Default 'aeiou'. */
  readonly vowels?: string
}

/** Defaults of {@link lancasterRules}. */
export const DEFAULT_LANCASTER_OPTIONS = { vowels: 'aeiou' } as const satisfies Required<LancasterOptions>

/** How often in a row letters are exchanged without the word getting shorter. */
const SAME_LENGTH = 8

interface LancasterRule {
  readonly ending: string
  readonly intact: boolean
  readonly removed: number
  readonly appended: string
  readonly goesOn: boolean
}

/**
 * Rules of a Lancaster stemmer from a list in the notation of Paice (1990), for `createStemmer`.
 *
 * A stem is acceptable when it begins with a vowel and has two letters, or has three letters of which one is a
 * vowel or y; appended letters count, and the first letter of the word always stays. Comments in braces and an
 * "end0." at the end may stand as in published lists. Rules that go on after changing letters without making the
 * word shorter (such as "i1y>") are applied eight times in a row at most, so every list ends.
 *
 * @throws RULE_INVALID when a rule is not in this notation, or goes on after making the word longer
 * @throws OPTION_INVALID when `vowels` is not a string
 * @example
 * ```ts
 * import { createStemmer, lancasterRules } from 'wordloom/stem'
 * const plain = createStemmer('plain', lancasterRules(['sei3y.', 'ss0.', 's1.', 'gni3>', 'tt1.']))
 * console.log(plain.stemAll(['ponies', 'glass', 'cats', 'sitting'])) // [ 'pony', 'glass', 'cat', 'sit' ]
 * ```
 * @see C. D. Paice, "Another stemmer", ACM SIGIR Forum 24(3) (1990), 56-61
 */
export function lancasterRules(list: readonly string[], options: LancasterOptions = {}): Rule {
  requireOptions(options, { vowels: null }, 'lancasterRules')
  const { vowels } = { ...DEFAULT_LANCASTER_OPTIONS, ...options }
  if (typeof vowels !== 'string') {
    throw new WordloomError('OPTION_INVALID', {
      message: `lancasterRules: option vowels is ${typeof vowels}, expected a string of letters.`,
      hint: "Pass vowels: 'aeiou'.",
      details: { option: 'vowels', value: vowels },
    })
  }
  const rules = readList(list)
  const isVowel = (one: string) => one === 'y' || vowels.includes(one)

  const prepare = sequence(
    always(sequence(letter(vowels), set('vowel first', 1))),
    markEnd('vowel'),
    always(sequence(past(letter(`${vowels}y`)), mark('vowel'))),
  )

  const round = routine(() => longest(table))

  // Lengths say what remains, since the first letter stays: it is a vowel that counts in words that begin with one.
  const acceptable = ({ removed, appended }: LancasterRule, hasVowel: boolean): Rule => {
    const longEnough = (letters: number) => length('>=', removed + Math.max(1, letters - appended.length))
    return either(
      sequence(longEnough(3), hasVowel ? pass : inside('vowel')),
      sequence(number('vowel first', '=', 1), longEnough(2)),
    )
  }

  // The new text is put before the cursor, which so stays at the end of the word for the next round.
  const put = (text: string): Rule => {
    const vowel = [...text].findIndex(isVowel) + 1
    if (vowel === 0) return sequence(remove, attach(text))
    return either(
      sequence(inside('vowel'), remove, attach(text)),
      sequence(remove, attach(text.slice(0, vowel)), mark('vowel'), attach(text.slice(vowel))),
    )
  }

  const apply = (rule: LancasterRule, text: string): Rule => {
    if (!rule.goesOn) return sequence(replace(text), set('done', 1))
    const changed = sequence(put(text), set('changed', 1))
    if (rule.removed > rule.appended.length) return sequence(changed, set('same length', 0))
    // `many` takes a word of the same length for one that no rule changed.
    return sequence(number('same length', '<', SAME_LENGTH), changed, add('same length', 1), maybe(round))
  }

  // The table selects `found`, the longest ending that is there; a shorter one of an earlier rule comes first.
  const candidate = (rule: LancasterRule, found: string): Rule => {
    const more = Math.max(0, rule.removed - found.length)
    const text = found.slice(0, Math.max(0, found.length - rule.removed)) + rule.appended
    return sequence(
      rule.intact ? number('changed', '=', 0) : pass,
      skip(more),
      acceptable(rule, [...text].some(isVowel)),
      more > 0 ? close : pass,
      apply(rule, text),
    )
  }
  // Endings that are dealt with alike share one rule, which the compiler then writes once.
  const shared = new Map<string, Rule>()
  const candidates = (found: string): Rule => {
    const fitting = rules.filter(({ ending }) => found.endsWith(ending))
    const made = either(...fitting.map((rule) => candidate(rule, found)))
    const key = JSON.stringify(made)
    if (!shared.has(key)) shared.set(key, made)
    return shared.get(key) as Rule
  }
  const table = Object.fromEntries(rules.map(({ ending }) => [ending, candidates(ending)]))

  return sequence(prepare, backward(many(sequence(number('done', '=', 0), round))))
}

const NOTATION = /^(\p{L}+)(\*?)(\d)(\p{L}*)([.>])$/u

function readList(list: readonly string[]): LancasterRule[] {
  if (!Array.isArray(list)) {
    throw new WordloomError('RULE_INVALID', {
      message: `lancasterRules takes an array of rules; got ${list === null ? 'null' : typeof list}.`,
      hint: "Pass an array of strings such as ['sei3y>', 's*1>'].",
    })
  }
  const written = list.map((rule) => (typeof rule === 'string' ? withoutComment(rule) : rule))
  if (written.at(-1) === 'end0.') written.pop()
  return written.map(readRule)
}

function withoutComment(rule: string): string {
  const [text = ''] = rule.split('{', 1)
  return text.trim().toLowerCase().normalize('NFC')
}

function readRule(rule: string, index: number): LancasterRule {
  const [, backwards = '', star, removed, appended = '', end] =
    (typeof rule === 'string' && NOTATION.exec(rule)) || []
  const details = { rule, index }
  if (removed === undefined) {
    throw new WordloomError('RULE_INVALID', {
      message: `Rule ${index + 1} of the list, ${JSON.stringify(rule) ?? typeof rule}, is no Lancaster rule.`,
      hint: 'Write: ending backwards, * if intact only, one digit, letters to append, then . or > ("sei3y>").',
      details,
    })
  }
  if (end === '>' && appended.length > Number(removed)) {
    throw new WordloomError('RULE_INVALID', {
      message: `Rule ${index + 1} of the list, "${rule}", goes on after making the word longer, which might never end.`,
      hint: `End it with a full stop: "${rule.slice(0, -1)}.".`,
      details,
    })
  }
  const ending = [...backwards].reverse().join('')
  return { ending, intact: star === '*', removed: Number(removed), appended, goesOn: end === '>' }
}
