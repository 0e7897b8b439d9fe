/**
 * Lemmas by one edit script a word: the scripts that were seen with the word's tag and last letter, and apply to it, are
 * the candidates of a decision.
 */

import { type Chooser, Decisions } from '../core/decisions.js'
import { mixText } from '../core/hashes.js'
import type { Casing } from './casing.js'
import { applyScript, type EditScript, readScript } from './edit-script.js'
import type { GuessRequest, LemmaGuesser } from './guess.js'
import type { LemmaLexicon } from './lemma-lexicon.js'
import { OWN_FEATURES, ownFeatures, wordFeatures } from './word-features.js'

/** Most candidates of a word: the rarer ones cost time and hardly ever win. */
const MOST = 32

/** Scripts, and with which tags and last letters they were seen: three numbers a use, the most frequent first. */
export interface ScriptUses {
  /** In writing, as `deriveScript` gives them. */
  readonly scripts: readonly string[]
  /** Shape (nUses, 3): script, tag, last letter (a UTF-16 unit; 0 for the empty word). */
  readonly uses: Uint32Array
}

interface Candidate {
  readonly script: EditScript
  readonly mark: number
}

/** Chooses edit scripts. */
export class WordGuesser implements LemmaGuesser {
  readonly ownCount = OWN_FEATURES
  readonly #lexicon: LemmaLexicon
  readonly #casing: Casing
  readonly #chooser: Chooser | undefined
  readonly #byTag = new Map<number, Candidate[]>()

  /** `tags`: number of tags. @throws RangeError when a script cannot be read or a use names what is not there */
  constructor(table: ScriptUses, lexicon: LemmaLexicon, casing: Casing, chooser?: Chooser) {
    this.#lexicon = lexicon
    this.#casing = casing
    this.#chooser = chooser
    const scripts = table.scripts.map((text): Candidate => {
      const script = readScript(text)
      if (script === undefined) throw new RangeError(`'${text}' is no edit script`)
      return { script, mark: mixText(0x68e31da4, text) }
    })
    const anywhere = new Map<number, Set<Candidate>>()
    for (let u = 0; u + 2 < table.uses.length; u += 3) {
      const candidate = scripts[table.uses[u]!]
      if (candidate === undefined) throw new RangeError(`there is no script ${table.uses[u]}`)
      const letter = table.uses[u + 2]! & 0xffff
      const key = useKey(table.uses[u + 1]!, letter)
      const list = this.#byTag.get(key)
      if (list === undefined) this.#byTag.set(key, [candidate])
      else if (list.length < MOST) list.push(candidate)
      const all = anywhere.get(letter) ?? new Set()
      anywhere.set(letter, all.size < 2 * MOST ? all.add(candidate) : all)
    }
    for (const [letter, all] of anywhere) this.#byTag.set(useKey(-1, letter), [...all])
  }

  guess(requests: readonly GuessRequest[]): string[] {
    const decisions = new Decisions(OWN_FEATURES)
    const lemmas: string[] = []
    const made = new Array<string>(requests.length)
    const decided: number[] = []
    requests.forEach((request, i) => {
      const before = lemmas.length
      this.#decide(decisions, request, lemmas, undefined)
      if (lemmas.length === before) made[i] = request.form
      else decided.push(i)
    })
    const chosen = this.#chooser?.choose(decisions) ?? []
    decided.forEach((i, d) => {
      made[i] = lemmas[decisions.starts.values[d]! + chosen[d]!]!
    })
    return made
  }

  learn(decisions: Decisions, request: GuessRequest, lemma: string): void {
    this.#decide(decisions, request, [], lemma)
  }

  /** A decision for the word, if any script applies; the lemmas of its candidates go to `lemmas`. */
  #decide(decisions: Decisions, request: GuessRequest, lemmas: string[], right: string | undefined): void {
    const { word, entry, tag, context, shape } = request
    const { small } = word
    const letter = small.length > 0 ? small.charCodeAt(small.length - 1) : 0
    const candidates = this.#byTag.get(useKey(tag, letter)) ?? this.#byTag.get(useKey(-1, letter)) ?? []
    const before = decisions.classes.length
    for (const { script, mark } of candidates) {
      const lemma = applyScript(script, word, this.#casing)
      if (lemma === undefined) continue
      const isRight = lemma === right
      const id = this.#lexicon.lemmaId(lemma)
      // In training the word itself is in the lexicon, which it will not be when it is guessed.
      const known = id < 0 ? 0 : this.#lexicon.formsOf(id, tag) - (isRight ? 1 : 0)
      const elsewhere = tag >= 0 && this.#lexicon.elsewhere(entry, id, tag)
      decisions.candidate(mark, isRight)
      ownFeatures(decisions.own, small, script, mark, lemma, known, elsewhere, word.isApart, context)
      lemmas.push(lemma)
    }
    if (decisions.classes.length === before) return
    wordFeatures(decisions.shared, small, shape, context)
    decisions.end()
  }
}

function useKey(tag: number, letter: number): number {
  return (tag + 1) * 0x10000 + letter
}
