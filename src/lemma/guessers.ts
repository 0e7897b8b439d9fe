/**
 * The guesser that a lemmatizer's parts ask for.
 */
import type { Chooser } from '../core/decisions.js'
import type { LemmaGuesser } from './guess.js'
import type { LemmaParts } from './lemma-parts.js'
import { LetterGuesser } from './letter-guesser.js'
import { WordGuesser } from './word-guesser.js'

/** A guesser over the parts; it can guess when it has a chooser. @throws RangeError when scripts cannot be read */
export function makeGuesser(
  { method, scripts, lexicon, casing }: Pick<LemmaParts, 'method' | 'scripts' | 'lexicon' | 'casing'>,
  chooser?: Chooser,
): LemmaGuesser {
  return method === 'words'
    ? new WordGuesser(scripts, lexicon, casing, chooser)
    : new LetterGuesser(scripts, casing, chooser)
}
