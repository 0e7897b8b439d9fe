/**
 * Pipelines are plain composition: a skill takes a Doc and gives a Doc, the first step takes what it likes.
 */
import type { Doc } from './doc.js'

/** A function from Doc to Doc that adds columns. */
export type Skill = (doc: Doc) => Doc

/**
 * One function that runs `first` and then every skill in order.
 *
 * @example
 * ```ts
 * import { pipeline, splitSentences, tokenize } from 'wordloom'
 * const read = pipeline((text: string) => tokenize(text), (doc) => splitSentences(doc))
 * console.log([...read('One. Two.').sentences()].length) // 2
 * ```
 */
export function pipeline<Input>(
  first: (input: Input) => Doc,
  ...skills: readonly Skill[]
): (input: Input) => Doc {
  return (input) => skills.reduce((doc, skill) => skill(doc), first(input))
}
