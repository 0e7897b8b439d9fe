/**
 * Decides which tokens are multiword tokens, and of which words they are: a choice between leaving a token whole and
 * the rules that fit it, by an averaged perceptron that sees the token and two tokens on either side.
 */
import { Chooser, Decisions } from '../../core/decisions.js'
import {
  type KnownWords,
  OWN_FEATURES,
  ownFeatures,
  ruleMark,
  type SplitContext,
  sharedFeatures,
  WHOLE,
} from './split-features.js'
import { applyRule, deriveRule, lowered, type SplitRule, writeRule } from './split-rule.js'
import type { SplitTable } from './split-table.js'

/** Decisions that are made at a time. */
const BATCH = 2048
/** Units of the longest token that may be split: what is longer is no word. */
const LONGEST_TOKEN = 64

/** A text and its surface tokens. */
export interface TokenView {
  readonly text: string
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
  /** Offsets inside of tokens at which the tokenizer of rules parts words, ascending. */
  readonly inner: Uint32Array
}

/** A rule with its name. */
type NamedRule = SplitRule & { readonly name: string }

/** Choices of one token: rules that fit it, in order; the first choice, to leave it whole, is not among them. */
interface Choices {
  readonly rules: readonly NamedRule[]
  /** The rule by which the tokenizer of rules splits it, if it does. */
  readonly byRules: string | undefined
}

/** Splits tokens. */
export class Splitter {
  readonly table: SplitTable
  readonly known: KnownWords
  readonly #chooser: Chooser | undefined

  constructor(table: SplitTable, known: KnownWords, weights?: Int16Array) {
    this.table = table
    this.known = known
    this.#chooser = weights === undefined ? undefined : new Chooser(weights)
  }

  /** The forms of the words of every token that is split, by the number of the token. */
  split(view: TokenView): Map<number, readonly string[]> {
    const found = new Map<number, readonly string[]>()
    if (this.#chooser === undefined || this.table.empty) return found
    const walk = new Walk(view)
    const decisions = new Decisions(OWN_FEATURES)
    const open: { readonly token: number; readonly rules: readonly NamedRule[] }[] = []
    const decide = () => {
      const chosen = this.#chooser!.choose(decisions)
      open.forEach(({ token, rules }, d) => {
        if (chosen[d] === 0) return
        const forms = applyRule(rules[chosen[d]! - 1]!, walk.surface(token))
        if (forms !== undefined) found.set(token, forms)
      })
      open.length = 0
      decisions.clear()
    }
    for (let token = 0; token < walk.count; token++) {
      const { rules, byRules } = this.#choices(walk, token, false)
      if (rules.length === 0) continue
      this.#push(decisions, walk.context(token), rules, byRules, undefined, false)
      open.push({ token, rules })
      if (open.length === BATCH) decide()
    }
    decide()
    return found
  }

  /**
   * Adds what token `token` teaches: `right` is the name of its rule, '' where it is whole. `asUnseen`: as if it was
   * met for the first time.
   */
  learn(decisions: Decisions, walk: Walk, token: number, right: string, asUnseen: boolean): void {
    const { rules, byRules } = this.#choices(walk, token, asUnseen)
    if (rules.length === 0 || (right !== '' && !rules.some(({ name }) => name === right))) return
    this.#push(decisions, walk.context(token), rules, byRules, right, asUnseen)
  }

  #choices(walk: Walk, token: number, asUnseen: boolean): Choices {
    const length = walk.length(token)
    if (length > LONGEST_TOKEN || length < 2) return length < 2 ? this.#short(walk, token, asUnseen) : NONE
    const small = walk.small(token)
    const rules: NamedRule[] = this.table.candidates(small, asUnseen)
    const parts = walk.parts(token)
    if (parts === undefined) return { rules, byRules: undefined }
    const rule = deriveRule(walk.surface(token), parts)
    const name = writeRule(rule)
    if (!rules.some((one) => one.name === name)) rules.push({ ...rule, name })
    return { rules, byRules: name }
  }

  /** Tokens of one unit are split only if they were seen so (Portuguese `à`). */
  #short(walk: Walk, token: number, asUnseen: boolean): Choices {
    return asUnseen ? NONE : { rules: this.table.seen(walk.small(token)), byRules: undefined }
  }

  #push(
    decisions: Decisions,
    context: SplitContext,
    rules: readonly NamedRule[],
    byRules: string | undefined,
    right: string | undefined,
    asUnseen: boolean,
  ): void {
    const { small } = context
    const seen = asUnseen ? [] : this.table.seen(small)
    sharedFeatures(decisions, context, !asUnseen && this.known.has(`l${small}`))
    decisions.candidate(WHOLE, right === '')
    ownFeatures(decisions, context, undefined, this.known, byRules === undefined, seen.length > 0)
    for (const rule of rules) {
      decisions.candidate(ruleMark(rule.name), rule.name === right)
      const isSeen = seen.some(({ name }) => name === rule.name)
      ownFeatures(decisions, context, rule, this.known, rule.name === byRules, isSeen)
    }
    decisions.end()
  }
}

const NONE: Choices = { rules: [], byRules: undefined }

/** A walk over the tokens of a text, first to last. */
export class Walk {
  readonly count: number
  readonly #view: TokenView
  readonly #smalls: (string | undefined)[] = []
  #inner = 0

  constructor(view: TokenView) {
    this.#view = view
    this.count = view.start.length
  }

  length(token: number): number {
    return this.#view.end[token]! - this.#view.start[token]!
  }

  surface(token: number): string {
    return this.#view.text.slice(this.#view.start[token]!, this.#view.end[token]!)
  }

  /** The token in lower case; '' outside of the text. Of very long ones the beginning. */
  small(token: number): string {
    if (token < 0 || token >= this.count) return ''
    const slot = token & 7
    if (this.#smallOf[slot] !== token) {
      const { text, start, end } = this.#view
      this.#smallOf[slot] = token
      this.#smalls[slot] = lowered(
        text.slice(start[token], Math.min(end[token]!, start[token]! + LONGEST_TOKEN)),
      )
    }
    return this.#smalls[slot]!
  }
  readonly #smallOf = new Int32Array(8).fill(-1)

  /** The words into which the tokenizer of rules parts the token; undefined where it leaves it whole. */
  parts(token: number): string[] | undefined {
    const { text, start, end, inner } = this.#view
    const from = start[token]!
    const to = end[token]!
    while (this.#inner > 0 && inner[this.#inner - 1]! > from) this.#inner--
    while (this.#inner < inner.length && inner[this.#inner]! <= from) this.#inner++
    let parts: string[] | undefined
    let last = from
    for (let i = this.#inner; i < inner.length && inner[i]! < to; i++) {
      parts ??= []
      parts.push(text.slice(last, inner[i]))
      last = inner[i]!
    }
    parts?.push(text.slice(last, to))
    return parts
  }

  context(token: number): SplitContext {
    return {
      small: this.small(token),
      surface: this.surface(token),
      before: this.small(token - 1),
      before2: this.small(token - 2),
      behind: this.small(token + 1),
      behind2: this.small(token + 2),
      capitals: this.#capital(token) | (this.#capital(token - 1) << 1) | (this.#capital(token + 1) << 2),
    }
  }

  #capital(token: number): number {
    if (token < 0 || token >= this.count) return 0
    const first = this.#view.text.charAt(this.#view.start[token]!)
    return Number(first !== first.toLowerCase())
  }
}
