/**
 * What is known of a token that may be split: hashes of its letters, of the tokens around it, and for each rule of
 * what the rule would leave.
 */
import type { Decisions } from '../../core/decisions.js'
import { mix, mixText } from '../../core/hashes.js'
import type { SplitRule } from './split-rule.js'

/** Own features of a candidate. */
export const OWN_FEATURES = 5

/** The class of leaving a token whole. */
export const WHOLE = 0x57484f4c

/** A token and its surroundings, in lower case; '' beyond the text. */
export interface SplitContext {
  readonly small: string
  /** The token as it stands. */
  readonly surface: string
  readonly before: string
  readonly before2: string
  readonly behind: string
  readonly behind2: string
  /** Whether the letter case says something: the tokens around as they stand begin with capitals. */
  readonly capitals: number
}

/** Words of the training text that stand whole, as a set of bits by hash. */
export class KnownWords {
  readonly bits: Uint8Array
  readonly #mask: number

  /** `bits` has 2^n bytes. */
  constructor(bits: Uint8Array) {
    this.bits = bits
    this.#mask = bits.length * 8 - 1
  }

  add(word: string): void {
    const bit = mix(mixText(71, word), 5) & this.#mask
    this.bits[bit >>> 3]! |= 1 << (bit & 7)
  }

  has(word: string): boolean {
    const bit = mix(mixText(71, word), 5) & this.#mask
    return (this.bits[bit >>> 3]! & (1 << (bit & 7))) !== 0
  }
}

/** Pushes the shared features; `lexical` false leaves out those that name the token itself, as for unseen words. */
export function sharedFeatures(decisions: Decisions, context: SplitContext, lexical: boolean): void {
  const { shared } = decisions
  const { small, before, before2, behind, behind2, capitals } = context
  const n = small.length
  const suffix = (word: string, units: number) => mixText(units, word, Math.max(0, word.length - units))
  const put = (id: number, a: number, b = 0) => shared.push(mix(mix(id * 0x9e3779b1, a), b) >>> 0)
  const word = lexical ? mixText(3, small) : suffix(small, 4)
  const left = mixText(1, before)
  const right = mixText(1, behind)
  const leftEnd = suffix(before, 3)
  const rightEnd = suffix(behind, 3)
  put(0, 0)
  if (lexical) put(1, word)
  for (let units = 1; units <= 7; units++) put(1 + units, suffix(small, units), Number(n <= units))
  for (let units = 2; units <= 5; units++) put(8 + units, mixText(units, small, 0, units))
  put(15, Math.min(n, 12))
  put(16, left)
  put(17, right)
  put(18, left, word)
  put(19, right, word)
  put(20, leftEnd, word)
  put(21, rightEnd, word)
  put(22, mix(left, right), word)
  put(23, mix(leftEnd, rightEnd), word)
  put(24, mixText(1, before2), word)
  put(25, mixText(1, behind2), word)
  put(26, mix(mixText(1, before2), left), word)
  put(27, mix(mixText(1, behind2), right), word)
  put(28, capitals, word)
  put(29, suffix(before, 2), word)
  put(30, suffix(behind, 2), word)
  put(31, capitals, suffix(small, 3))
  put(32, suffix(behind, 1), mix(capitals, word))
  put(33, mix(suffix(behind2, 2), rightEnd), word)
  put(34, suffix(behind2, 2), word)
}

/**
 * Pushes the own features of the candidate `rule`, or of leaving the token whole (undefined); `byRules` says whether the
 * tokenizer of rules would do so, `seen` whether the token was seen split (by this rule).
 */
export function ownFeatures(
  decisions: Decisions,
  context: SplitContext,
  rule: (SplitRule & { readonly name: string }) | undefined,
  known: KnownWords,
  byRules: boolean,
  seen: boolean,
): void {
  const { own } = decisions
  const { small } = context
  if (rule === undefined) {
    own.push(mix(0x51, Number(known.has(small))) >>> 0)
    own.push(mix(0x52, Number(byRules)) >>> 0)
    own.push(mix(0x53, Math.min(small.length, 12)) >>> 0)
    own.push(0x54)
    own.push(mix(0x55, Number(seen)) >>> 0)
    return
  }
  const mark = ruleMark(rule.name)
  const kept =
    rule.at === 'end'
      ? small.slice(0, small.length - rule.cut.length) + rule.put
      : rule.put + small.slice(rule.cut.length)
  const isKnown = Number(known.has(kept))
  const near = rule.at === 'end' ? mixText(4, kept, Math.max(0, kept.length - 4)) : mixText(4, kept, 0, 4)
  own.push(mix(mix(0x61, isKnown), mark) >>> 0)
  own.push(mix(mix(0x62, Number(byRules)), isKnown) >>> 0)
  own.push(mix(mix(0x63, near), mark) >>> 0)
  own.push(mix(mix(0x64, Math.min(kept.length, 8)), mark) >>> 0)
  own.push(mix(mix(0x65, Number(seen)), isKnown) >>> 0)
}

/** The class of a rule. */
export function ruleMark(name: string): number {
  return mix(mixText(17, name), 29) >>> 0
}
