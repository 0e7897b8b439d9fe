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
    const letters = new Uint16Array(text.length + 1)
    const child = new Uint32Array(text.length + 1)
    const next = new Uint32Array(text.length + 1)
    const edits = new Uint16Array(text.length + 1)
    const youngest = new Uint32Array(text.length + 1) // child of each node
    const numbers = new Map<string, number>()
    const path = [0]
    let nodes = 1
    for (let i = 0; i < text.length; ) {
      let depth = text.charCodeAt(i++) - CAPITAL_A
      let unit = text.charCodeAt(i)
      for (; !isDigit(unit); unit = text.charCodeAt(++i)) {
        const parent = path[depth++]!
        const elder = youngest[parent]!
        if (elder === 0) child[parent] = nodes
        else next[elder] = nodes
        youngest[parent] = nodes
        letters[nodes] = unit
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
      edits[path[depth]!] = number
    }
    this.#letter = letters.slice(0, nodes)
    this.#child = child.slice(0, nodes)
    this.#next = next.slice(0, nodes)
    this.#edit = edits.slice(0, nodes)
  }

  /**
   * `word` after the edit that its longest known ending asks for. A bare ending must leave a stem with a vowel (so
   * that `thing` does not become `th`), a rule for the whole word or `'s` need not. Time: linear in the length of `word`.
   *
   * @param key `word` in lower case
   */
  apply(key: string, word: string): string {
    const found = this.#find(key)
    const edit = found >> 1
    const cut = this.#cuts[edit]!
    const append = this.#appends[edit]!
    if (cut === 0) return word + append
    const stem = word.slice(0, Math.max(0, word.length - cut))
    const sure = (found & 1) === 1 || cut === 1 || append !== '' || word[stem.length] === "'"
    return sure || VOWEL.test(stem) ? stem + append : word
  }

  /** What the longest known ending of a word in lower case asks to append. */
  appendage(key: string): string {
    return this.#appends[this.#find(key) >> 1]!
  }

  /** Twice the number of the edit for a word, and one more where the rule is for the whole word. */
  #find(key: string): number {
    let node = 0
    let found = this.#edit[0]! << 1
    for (let i = key.length - 1; i >= -1; i--) {
      const unit = i < 0 ? WORD_START : key.charCodeAt(i)
      const letter = isDigit(unit) ? DIGIT : unit
      node = this.#child[node]!
      while (node !== 0 && this.#letter[node] !== letter) node = this.#next[node]!
      if (node === 0) break
      if (this.#edit[node] !== 0) found = (this.#edit[node]! << 1) | Number(i < 0)
    }
    return found
  }
}

function isDigit(unit: number): boolean {
  return unit >= DIGIT_0 && unit <= DIGIT_9
}

function isCapital(unit: number): boolean {
  return unit >= CAPITAL_A && unit <= CAPITAL_Z
}
