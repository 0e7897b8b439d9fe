/**
 * Ending rules: the edit that the longest known ending of a word asks for, in one walk over a trie.
 *
 * A rule is an ending, spelled from the last letter backwards, with how many letters to cut and what to append.
 * `^` at the end of a rule stands for the beginning of the word, so that a rule may also be for one whole word:
 * rules, lexicon and exceptions are one table. Digits are all `#`. As text, rules are sorted and front-coded: a
 * capital for the letters shared with the rule before (A = 0), the other letters, a digit for the cut, the rest
 * to append (`^x` there is a capital X).
 */

const WORD_START = 0x5e
const CAPITAL_A = 0x41
const CAPITAL_Z = 0x5a
const DIGIT_0 = 0x30
const DIGIT_9 = 0x39
const DIGIT = 0x23
const VOWEL = /[^\P{L}bcdfghjklmnpqrstvwxz]/iu

/** One rule. */
export interface EndingRule {
  /** Letters from the last one backwards; `^` after the first letter of a word, `#` for a digit. */
  readonly ending: string
  /** Letters to cut from the end. */
  readonly cut: number
  /** Letters to append then. */
  readonly append: string
}

/** Rules in text, sorted by ending. */
export function encodeEndingRules(rules: readonly EndingRule[]): string {
  const sorted = [...rules].sort((a, b) => (a.ending < b.ending ? -1 : 1))
  let text = ''
  let previous = ''
  for (const { ending, cut, append } of sorted) {
    let shared = 0
    while (shared < 25 && shared < ending.length && ending[shared] === previous[shared]) shared++
    const letters = append.replace(/\p{Lu}/gu, (letter) => `^${letter.toLowerCase()}`)
    text += String.fromCharCode(CAPITAL_A + shared) + ending.slice(shared) + cut + letters
    previous = ending
  }
  return text
}

/** A trie of rules. */
export class EndingRules {
  /** Children of a node are a list: the first, and of each the next; 0 ends it. Node 0 is the root. */
  readonly #letter: Uint16Array
  readonly #child: Uint32Array
  readonly #next: Uint32Array
  /** Number of a node's edit; 0 where it has none. */
  readonly #edit: Uint16Array
  readonly #cuts: number[] = [0]
  readonly #appends: string[] = ['']

  /** Rules from what {@link encodeEndingRules} gave; linear in its length. */
  constructor(text: string) {
    this.#letter = new Uint16Array(text.length + 1)
    this.#child = new Uint32Array(text.length + 1)
    this.#next = new Uint32Array(text.length + 1)
    this.#edit = new Uint16Array(text.length + 1)
    const numbers = new Map<string, number>()
    const path = [0]
    const last = new Uint32Array(text.length + 1) // youngest child of each node
    let nodes = 1
    for (let i = 0; i < text.length; ) {
      let depth = text.charCodeAt(i++) - CAPITAL_A
      for (; !isDigit(text.charCodeAt(i)); i++) {
        const parent = path[depth++]!
        const elder = last[parent]!
        if (elder === 0) this.#child[parent] = nodes
        else this.#next[elder] = nodes
        last[parent] = nodes
        this.#letter[nodes] = text.charCodeAt(i)
        path[depth] = nodes++
      }
      const from = i++
      while (i < text.length && !isCapital(text.charCodeAt(i))) i++
      const key = text.slice(from, i)
      let number = numbers.get(key)
      if (number === undefined) {
        number = this.#cuts.length
        numbers.set(key, number)
        this.#cuts.push(Number(key[0]))
        this.#appends.push(key.slice(1).replace(/\^(.)/gu, (_, letter: string) => letter.toUpperCase()))
      }
      this.#edit[path[depth]!] = number
    }
  }

  /**
   * `word` after the edit that its longest known ending asks for. An ending must leave a stem with a vowel (so that
   * `thing` does not become `th`), a rule for the whole word need not. Time: linear in the length of `word`.
   *
   * @param key `word` in lower case
   */
  apply(key: string, word: string): string {
    let node = 0
    let edit = this.#edit[0]!
    let whole = false
    for (let i = key.length - 1; i >= -1; i--) {
      const unit = i < 0 ? WORD_START : key.charCodeAt(i)
      const letter = isDigit(unit) ? DIGIT : unit
      node = this.#child[node]!
      while (node !== 0 && this.#letter[node] !== letter) node = this.#next[node]!
      if (node === 0) break
      if (this.#edit[node] !== 0) edit = this.#edit[node]!
      whole = i < 0 && this.#edit[node] !== 0
    }
    const cut = this.#cuts[edit]!
    const append = this.#appends[edit]!
    if (cut === 0) return word + append
    const stem = word.slice(0, Math.max(0, word.length - cut))
    return whole || cut === 1 || append !== '' || VOWEL.test(stem) ? stem + append : word
  }
}

function isDigit(unit: number): boolean {
  return unit >= DIGIT_0 && unit <= DIGIT_9
}

function isCapital(unit: number): boolean {
  return unit >= CAPITAL_A && unit <= CAPITAL_Z
}
