/** Sentences of Docs as the network takes them, and what it should learn of them. */
import { WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { Classes } from './classes.js'
import type { Sentence, Target } from './network/batch.js'
import { type TokenFeatures, wordsOf } from './token-features.js'
import type { WordTable } from './word-table.js'

/** Tokens `from` to `to` of a Doc as training takes them, after the root. */
function sentenceOf(
  doc: Doc,
  from: number,
  to: number,
  word: (i: number) => string,
  features: TokenFeatures,
  words: WordTable,
): Sentence {
  const vectors = new Uint32Array(1 + to - from)
  if (words.dimensions > 0) for (let i = from; i < to; i++) vectors[1 + i - from] = words.row(word(i))
  return { length: 1 + to - from, features: features.idsOf(doc, from, to, word), vectors }
}

/** Sentences with what should be learned of them, end to end. */
export interface Lessons {
  readonly sentences: readonly Sentence[]
  readonly targets: readonly Target[]
}

/**
 * The sentences of `docs`; what the parser is told of them is read from `seen`, the same Docs with predicted tags.
 *
 * @throws COLUMN_MISSING when a Doc has no column `sentence`, `head`, `deprel` or one of the outputs
 */
export function lessonsOf(
  docs: readonly Doc[],
  seen: readonly Doc[],
  features: TokenFeatures,
  words: WordTable,
  outputs: readonly { readonly column: string; readonly classes: Classes }[],
  labels: Classes,
): Lessons {
  const sentences: Sentence[] = []
  const targets: Target[] = []
  for (const [d, doc] of docs.entries()) {
    const word = wordsOf(doc)
    const heads = doc.numbers('head')
    const deprels = doc.strings('deprel')
    const labelNumbers = deprels.strings.map((name) => labels.number(name))
    const tags = outputs.map(({ column, classes }) => {
      const { ids, strings } = doc.strings(column)
      const numbers = strings.map((name) => classes.number(name))
      return (i: number) => numbers[ids[i]!]!
    })
    for (const { from, to } of doc.sentences()) {
      const places = (value: (i: number) => number) =>
        Int32Array.from({ length: 1 + to - from }, (_, t) => (t === 0 ? -1 : value(from + t - 1)))
      const target = {
        tags: tags.map(places),
        heads: places((i) => headPlace(heads[i]!, i, from, to)),
        labels: places((i) => labelNumbers[deprels.ids[i]!]!),
      }
      sentences.push(sentenceOf(seen[d]!, from, to, word, features, words))
      targets.push(target)
    }
  }
  return { sentences, targets }
}

function headPlace(head: number, i: number, from: number, to: number): number {
  if (head < 0) return -1
  if (head === i) return 0
  if (head >= from && head < to) return 1 + head - from
  throw new WordloomError('COLUMN_SHAPE', {
    message: `The head of token ${i} is token ${head}, outside its sentence of tokens ${from} to ${to - 1}.`,
    hint: 'Heads are indexes of tokens of the Doc, in the same sentence; the root is its own head.',
    details: { token: i, head, from, to },
  })
}
