/**
 * From offsets at which sentences end to the column `sentence`, for splitters that read characters.
 */
import type { Doc } from '../text/doc.js'

/** Numbers of sentences, shape (nTokens,): a token belongs to the sentence in which it begins. */
export function sentencesAt(doc: Doc, ends: readonly number[]): Uint32Array {
  const sentence = new Uint32Array(doc.length)
  let number = 0
  let next = 0
  for (let i = 0; i < doc.length; i++) {
    let passed = false
    // A word without a surface of its own (du = de + le) goes with the one before it.
    while (doc.end[i]! > doc.start[i]! && next < ends.length && ends[next]! <= doc.start[i]!) {
      next++
      passed = true
    }
    // A boundary that no token precedes counts for nothing, and several before one token count once.
    if (passed && i > 0) number++
    sentence[i] = number
  }
  return sentence
}
