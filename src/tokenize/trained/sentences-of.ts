/**
 * The sentences of a treebank on the tokens of a tokenizer: what a sentence splitter is trained on, so that it learns
 * the tokenizer's habits too.
 */
import { WordloomError } from '../../core/errors.js'
import type { Doc } from '../../text/doc.js'
import { sentencesAt } from '../sentence-offsets.js'

/**
 * `doc` with the sentences of `gold`, another Doc of the same text: a token belongs to the sentence in which it begins.
 *
 * @throws COLUMN_MISSING when `gold` has no column `sentence`
 * @throws CONLLU_TEXT_DIFFERS when the texts are not the same
 */
export function sentencesOf(gold: Doc, doc: Doc): Doc {
  if (gold.text !== doc.text) {
    throw new WordloomError('CONLLU_TEXT_DIFFERS', {
      message: `The Docs are of different texts, of ${gold.text.length} and ${doc.text.length} UTF-16 units.`,
      hint: 'Tokenise the text of the first: tokenizer.tokenize(gold.text).',
    })
  }
  const sentence = gold.numbers('sentence')
  const ends: number[] = []
  for (let i = 0; i + 1 < gold.length; i++) {
    if (sentence[i] !== sentence[i + 1]) ends.push(gold.start[i + 1]!)
  }
  return doc.with({ sentence: sentencesAt(doc, ends) })
}
