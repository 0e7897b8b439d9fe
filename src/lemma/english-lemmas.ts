/**
 * The bundled English lemmatizer, unpacked at first use: models/lemmas-en.md says how it was made.
 */
import { EnglishLemmatizer } from './english-lemmatizer.js'
import { EN_LEMMAS } from './lang/en-lemmas.js'

let lemmatizer: EnglishLemmatizer | undefined

/** The one English lemmatizer of this process. */
export function englishLemmas(): EnglishLemmatizer {
  lemmatizer ??= new EnglishLemmatizer(EN_LEMMAS)
  return lemmatizer
}
