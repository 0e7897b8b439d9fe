/**
 * Lemmas by one edit a letter, from the last letter to the first: the edits that were seen with a letter are the
 * candidates of a decision, which knows the edits of the letters behind it. All words of a batch go on side by side, so
 * that a round is one call of the core.
 */

import { type Chooser, Decisions } from '../core/decisions.js'
import type { Casing } from './casing.js'
import type { GuessRequest, LemmaGuesser } from './guess.js'
import { applyEdits, deriveEdits, type LetterEdit, lettersOf, readEdit } from './letter-edits.js'
import { editMark, LetterWord } from './letter-features.js'
import type { ScriptUses } from './word-guesser.js'

const LONGEST = 512 // letters of a word that is edited; what is longer is left as it is

interface Candidate {
  readonly edit: LetterEdit
  readonly text: string
  readonly mark: number
}

const KEEP: Candidate = candidate('=')
const END: Candidate = candidate('.')

/** Chooses edits of letters. */
export class LetterGuesser implements LemmaGuesser {
  readonly ownCount = 0
  readonly #casing: Casing
  readonly #chooser: Chooser | undefined
  readonly #byLetter = new Map<number, Candidate[]>()

  /** Uses name an edit, 0 and the letter. @throws RangeError when an edit cannot be read or is not there */
  constructor(table: ScriptUses, casing: Casing, chooser?: Chooser) {
    this.#casing = casing
    this.#chooser = chooser
    const candidates = table.scripts.map(candidate)
    for (let u = 0; u + 2 < table.uses.length; u += 3) {
      const one = candidates[table.uses[u]!]
      if (one === undefined) throw new RangeError(`there is no edit ${table.uses[u]}`)
      const letter = table.uses[u + 2]!
      const list = this.#byLetter.get(letter)
      if (list === undefined) this.#byLetter.set(letter, [one])
      else list.push(one)
    }
  }

  guess(requests: readonly GuessRequest[]): string[] {
    const words = requests.map(({ form, shape, context }) => new LetterWord(lettersOf(form), shape, context))
    const edits = words.map(({ letters }) => new Array<LetterEdit>(letters.length + 1))
    const decisions = new Decisions(0)
    let open = words.map((_, w) => w).filter((w) => words[w]!.letters.length <= LONGEST)
    while (open.length > 0) {
      decisions.clear()
      const options = open.map((w) => this.#options(words[w]!))
      open.forEach((w, n) => {
        if (options[n]!.length > 1) this.#decide(decisions, words[w]!, options[n]!, undefined)
      })
      const chosen = this.#chooser?.choose(decisions) ?? []
      let next = 0
      open.forEach((w, n) => {
        const { edit, mark } = options[n]!.length > 1 ? options[n]![chosen[next++]!]! : options[n]![0]!
        edits[w]![words[w]!.at] = edit
        words[w]!.step(mark, edit.before !== '')
      })
      open = open.filter((w) => words[w]!.at >= 0)
    }
    return words.map(({ letters }, w) =>
      letters.length > LONGEST ? requests[w]!.form : applyEdits(letters, edits[w]!, this.#casing),
    )
  }

  learn(decisions: Decisions, { form, shape, context }: GuessRequest, lemma: string): void {
    const letters = lettersOf(form)
    const right = letters.length > LONGEST ? undefined : deriveEdits(letters, lemma, this.#casing)
    if (right === undefined) return
    const word = new LetterWord(letters, shape, context)
    while (word.at >= 0) {
      const text = right[word.at]!
      const options = this.#options(word)
      if (options.length > 1) this.#decide(decisions, word, options, text)
      const { mark, edit } = candidate(text)
      word.step(mark, edit.before !== '')
    }
  }

  #options(word: LetterWord): readonly Candidate[] {
    const behind = word.at === word.letters.length
    return this.#byLetter.get(behind ? 0 : word.letter) ?? [behind ? END : KEEP]
  }

  #decide(
    decisions: Decisions,
    word: LetterWord,
    options: readonly Candidate[],
    right: string | undefined,
  ): void {
    word.features(decisions.shared)
    for (const { mark, text } of options) decisions.candidate(mark, text === right)
    decisions.end()
  }
}

function candidate(text: string): Candidate {
  const edit = readEdit(text)
  if (edit === undefined) throw new RangeError(`'${text}' is no edit of a letter`)
  return { edit, text, mark: editMark(text) }
}
