/** A case of the corpus tokens, and what our tokenizer and sentence splitter make of it. */
import { splitSentences, tokenize } from '../../src/index.js'

/** One line of `corpora/tokens/tokens.jsonl`. */
export interface TokenCase {
  readonly id: string
  readonly lang: string
  readonly topic: string
  readonly text: string
  readonly sentences: readonly string[]
  readonly tokens: readonly (readonly string[])[]
}

/** The tokens and sentences that Wordloom finds in the text of a case, and whether they are those expected. */
export function agreement(wanted: TokenCase) {
  const doc = splitSentences(tokenize(wanted.text, { lang: wanted.lang }), { lang: wanted.lang })
  const tokens = doc.words()
  const sentences = [...doc.sentences()].map(({ text }) => text)
  return {
    tokens,
    sentences,
    tokensAgree: JSON.stringify(tokens) === JSON.stringify(wanted.tokens.flat()),
    sentencesAgree: JSON.stringify(sentences) === JSON.stringify(wanted.sentences),
  }
}
