/**
 * What the two guessers of lemmas have in common: what they are asked, and that they can be trained.
 */

import type { Decisions } from '../core/decisions.js'
import type { ScriptForm } from './edit-script.js'
import type { WordContext } from './word-features.js'

/** A word whose lemma is to be guessed. */
export interface GuessRequest {
  readonly form: string
  /** The form with its syllables apart. */
  readonly word: ScriptForm
  readonly shape: number
  /** Number of the form in the lexicon, or -1. */
  readonly entry: number
  /** Number of the tag, or -1 where there is none or it was never seen. */
  readonly tag: number
  readonly context: WordContext
}

/** Guesses lemmas of words that the lexicon does not settle. */
export interface LemmaGuesser {
  /** A lemma for each request. */
  guess(requests: readonly GuessRequest[]): string[]
  /** Pushes what is to be learned from a word whose lemma is known. */
  learn(decisions: Decisions, request: GuessRequest, lemma: string): void
  /** Own features of its candidates. */
  readonly ownCount: number
}
