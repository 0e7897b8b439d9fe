/**
 * The rule language of stemmers: a word, a cursor between its letters, and rules that match, test and change it.
 *
 * A rule succeeds or fails. Rules read in one direction: from the front, or inside `backward` from the end.
 * "Ahead" is what the cursor has still to read: the letters to its right, in `backward` those to its left.
 * A rule that fails leaves the cursor wherever it stopped, but each rule that offers an alternative (`either`,
 * `maybe`, `always`, `many`, `not`, `ahead`) puts it back. Changes of the word and of marks are never undone.
 * The core runs a compiled form (compile-rules.ts); the oracle of the tests walks the tree itself.
 *
 * Source: the control structure of Snowball (Porter 2001, "Snowball: a language for stemming algorithms").
 */

/** A step of a stemmer; a string stands for exactly these letters. */
export type Rule = string | RuleNode

/** A table from endings (or beginnings), several separated by spaces, to what is done when one is there. */
export type RuleTable = Readonly<Record<string, Rule>>

/** How a number, a length or the cursor is compared. */
export type Comparison = '<' | '<=' | '=' | '!=' | '>=' | '>'

/** What `longest` may be given beside its table. */
export interface LongestOptions {
  /** Only letters behind this mark are matched (the rules of the table may look further). */
  readonly within?: string
  /** A rule that must succeed after the match and before the rule of the table. */
  readonly where?: Rule
}

/** One node of a rule tree: `kind` says which builder of this file made it. */
export type RuleNode =
  | { readonly kind: 'sequence' | 'either'; readonly rules: readonly Rule[] }
  | { readonly kind: 'not' | 'ahead' | 'maybe' | 'always' | 'many' | 'to' | 'past'; readonly rule: Rule }
  | { readonly kind: 'backward'; readonly rule: Rule }
  | { readonly kind: 'when'; readonly condition: Rule; readonly rule: Rule }
  | { readonly kind: 'letter'; readonly letters: string; readonly negated: boolean }
  | { readonly kind: 'skip'; readonly count: number }
  | { readonly kind: 'oneOf'; readonly texts: readonly string[] }
  | {
      readonly kind: 'longest'
      readonly entries: ReadonlyArray<readonly [text: string, rule: Rule]>
      readonly options: LongestOptions
    }
  | { readonly kind: 'limited'; readonly mark: string; readonly rule: Rule }
  | { readonly kind: 'routine'; readonly body: () => Rule }
  | { readonly kind: 'replace' | 'insert' | 'attach'; readonly text: string }
  | { readonly kind: 'mark' | 'markEnd' | 'goTo'; readonly name: string }
  | { readonly kind: 'cursor'; readonly comparison: Comparison; readonly name: string }
  | {
      readonly kind: 'number'
      readonly name: string
      readonly comparison: Comparison
      readonly value: number
    }
  | { readonly kind: 'set' | 'add'; readonly name: string; readonly value: number }
  | { readonly kind: 'length'; readonly comparison: Comparison; readonly value: number }
  | {
      readonly kind:
        | 'open'
        | 'close'
        | 'atEnd'
        | 'toEnd'
        | 'pass'
        | 'fail'
        | 'remember'
        | 'remembered'
        | 'insertRemembered'
        | 'attachRemembered'
    }

// ---- matching ----

/** One letter of `letters`. */
export const letter = (letters: string): RuleNode => ({ kind: 'letter', letters, negated: false })

/** One letter that is not of `letters`. */
export const notLetter = (letters: string): RuleNode => ({ kind: 'letter', letters, negated: true })

/** The longest of `texts` (separated by spaces) that is ahead; the selection stays as it is. */
export const oneOf = (texts: string): RuleNode => ({ kind: 'oneOf', texts: texts.split(' ') })

/**
 * Finds the longest text of the table that is ahead, selects it, passes it, and runs its rule. When that rule
 * is a `when` whose condition fails, the next shorter text of the table is tried; any other failure is final.
 */
export const longest = (table: RuleTable, options: LongestOptions = {}): RuleNode => ({
  kind: 'longest',
  entries: Object.entries(table).flatMap(([texts, rule]) =>
    texts.split(' ').map((text) => [text, rule] as const),
  ),
  options,
})

/** In a table of `longest`: the text counts only where `condition` succeeds (the cursor is then put back). */
export const when = (condition: Rule, rule: Rule = pass): RuleNode => ({ kind: 'when', condition, rule })

/** Passes `count` letters. */
export const skip = (count: number): RuleNode => ({ kind: 'skip', count })

/** Succeeds where nothing is ahead. */
export const atEnd: RuleNode = { kind: 'atEnd' }

/** Passes all that is ahead. */
export const toEnd: RuleNode = { kind: 'toEnd' }

/** Passes letters until `rule` would succeed. */
export const to = (rule: Rule): RuleNode => ({ kind: 'to', rule })

/** Passes letters until `rule` has succeeded. */
export const past = (rule: Rule): RuleNode => ({ kind: 'past', rule })

// ---- control ----

/** All rules one after the other; fails with the first that fails. */
export const sequence = (...rules: readonly Rule[]): RuleNode => ({ kind: 'sequence', rules })

/** The first rule that succeeds. */
export const either = (...rules: readonly Rule[]): RuleNode => ({ kind: 'either', rules })

/** Succeeds where `rule` fails; the cursor stays. */
export const not = (rule: Rule): RuleNode => ({ kind: 'not', rule })

/** Succeeds where `rule` succeeds; the cursor stays. */
export const ahead = (rule: Rule): RuleNode => ({ kind: 'ahead', rule })

/** Runs `rule`; if it fails the cursor is put back. Always succeeds. */
export const maybe = (rule: Rule): RuleNode => ({ kind: 'maybe', rule })

/** Runs `rule` and puts the cursor back whether it failed or not: an independent step. Always succeeds. */
export const always = (rule: Rule): RuleNode => ({ kind: 'always', rule })

/**
 * Runs `rule` as often as it succeeds with more or less ahead than before. Always succeeds. It ends after a `to`
 * that has not moved, even if what it found was replaced: use `past` there.
 */
export const many = (rule: Rule): RuleNode => ({ kind: 'many', rule })

/** Always succeeds. */
export const pass: RuleNode = { kind: 'pass' }

/** Always fails. */
export const fail: RuleNode = { kind: 'fail' }

/** Runs `rule` from the end of the word towards its front; afterwards the cursor is at the front. */
export const backward = (rule: Rule): RuleNode => ({ kind: 'backward', rule })

/** Runs `rule` as if the word ended at the mark; fails when the cursor is already beyond it. */
export const limited = (mark: string, rule: Rule): RuleNode => ({ kind: 'limited', mark, rule })

/** A rule that is compiled once and may call itself; `body` is asked for when the stemmer is made. */
export const routine = (body: () => Rule): RuleNode => ({ kind: 'routine', body })

// ---- marks, numbers, lengths ----

/** Sets the mark to the cursor. */
export const mark = (name: string): RuleNode => ({ kind: 'mark', name })

/** Sets the mark to the end of the word. */
export const markEnd = (name: string): RuleNode => ({ kind: 'markEnd', name })

/** Moves the cursor ahead to the mark; fails when it is beyond. */
export const goTo = (name: string): RuleNode => ({ kind: 'goTo', name })

/** Compares the cursor with a mark, both counted from the front of the word. */
export const cursor = (comparison: Comparison, name: string): RuleNode => ({
  kind: 'cursor',
  comparison,
  name,
})

/** Succeeds where the cursor is in the region that begins at the mark. */
export const inside = (name: string): RuleNode => cursor('>=', name)

/** Compares a number (0 at first; 16 names for marks and numbers together). */
export const number = (name: string, comparison: Comparison, value: number): RuleNode => ({
  kind: 'number',
  name,
  comparison,
  value,
})

/** Sets a number. */
export const set = (name: string, value: number): RuleNode => ({ kind: 'set', name, value })

/** Adds to a number. */
export const add = (name: string, value: number): RuleNode => ({ kind: 'add', name, value })

/** Compares the length of the word in UTF-16 units. */
export const length = (comparison: Comparison, value: number): RuleNode => ({
  kind: 'length',
  comparison,
  value,
})

// ---- changing the word ----

/** Begins the selection at the cursor. */
export const open: RuleNode = { kind: 'open' }

/** Ends the selection at the cursor. */
export const close: RuleNode = { kind: 'close' }

/** Selects what `rule` passes. */
export const select = (rule: Rule): RuleNode => sequence(open, rule, close)

/** Replaces the selection. */
export const replace = (text: string): RuleNode => ({ kind: 'replace', text })

/** Removes the selection. */
export const remove: RuleNode = replace('')

/** Inserts `text` at the cursor as if it had been read already. */
export const insert = (text: string): RuleNode => ({ kind: 'insert', text })

/** Inserts `text` at the cursor so that it is ahead. */
export const attach = (text: string): RuleNode => ({ kind: 'attach', text })

/** Remembers the selected letters, at most eight of them. */
export const remember: RuleNode = { kind: 'remember' }

/** Passes the remembered letters. */
export const remembered: RuleNode = { kind: 'remembered' }

/** Inserts the remembered letters at the cursor as if they had been read already. */
export const insertRemembered: RuleNode = { kind: 'insertRemembered' }

/** Inserts the remembered letters at the cursor so that they are ahead. */
export const attachRemembered: RuleNode = { kind: 'attachRemembered' }
