/**
 * The bundled English sentence splitter, unpacked at first use: models/sentences-en.md says how it was made.
 */
import { EN_SENTENCES } from './lang/en-sentences.js'
import { SentenceSplitter } from './sentence-splitter.js'

let splitter: SentenceSplitter | undefined

/** The one English splitter of this process. */
export function englishSentences(): SentenceSplitter {
  splitter ??= SentenceSplitter.fromText(EN_SENTENCES, EN_SENTENCES.meta)
  return splitter
}
