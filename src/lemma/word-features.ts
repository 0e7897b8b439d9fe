/**
 * Features of a word and of the lemmas it may have, for the choice among edit scripts.
 *
 * Shared features (with the script's class): the word's last 1 to 8 letters, first 1 to 4, length, shape, the whole
 * word; where there are more columns than the tag, their values, whole and item by item (Case=Gen|Number=Sing), alone
 * and with the last letters. All are mixed with the tag. A candidate's own: whether its lemma is known, the lemma's
 * last letters, what the script takes off and puts on, and the letters at the cut.
 *
 * @see Thomas Müller, Ryan Cotterell, Alexander Fraser, Hinrich Schütze: Joint Lemmatization and Morphological Tagging
 *   with Lemming. EMNLP 2015, doi:10.18653/v1/D15-1272 (features of edit trees and of their lemmas)
 */

import type { Words } from '../core/decisions.js'
import { mix, mixText } from '../core/hashes.js'
import { apart } from './casing.js'
import type { EditScript } from './edit-script.js'

const LAST = 8
const FIRST = 4
const LEMMA_LAST = 5

/** Own features of a candidate. */
export const OWN_FEATURES = 18

/** What is known of a word beside its letters: the hash of its tag, and the values of the columns behind the tag. */
export interface WordContext {
  readonly tag: number
  readonly more: readonly ColumnValue[]
}

/** The value of a column, hashed whole and by items. */
export interface ColumnValue {
  readonly whole: number
  readonly items: readonly number[]
}

/** A value such as Case=Gen|Number=Sing of the column number `column`. */
export function columnValue(value: string, column: number): ColumnValue {
  const seed = mix(0x51ed270b, column)
  return {
    whole: mixText(seed, value),
    items: value === '' ? [] : value.split('|').map((item) => mixText(seed + 1, item)),
  }
}

/** The hash of a tag at a level: how many columns are known. */
export function tagHash(tag: string, level: number): number {
  return mixText(mix(0x3c6ef372, level), tag)
}

/** Pushes the shared features of a word in small letters, syllables apart. */
export function wordFeatures(out: Words, word: string, shape: number, { tag, more }: WordContext): void {
  const { length } = word
  const push = (hash: number, template: number) => out.push(mix(mix(hash, tag), template))
  push(0, 1)
  push(shape, 2)
  push(Math.min(length, 12), 3)
  let hash = 0x1234567
  for (let n = 1; n <= LAST; n++) {
    hash = Math.imul(hash ^ (n <= length ? word.charCodeAt(length - n) : 1), 0x01000193)
    push(hash, 4)
    if (n === 1) push(mix(hash, shape), 5)
    if (n === 3) push(mix(hash, shape), 6)
    for (let c = 0; c < more.length && n <= 4; c++) push(mix(hash, more[c]!.whole), 7)
    if (n <= 3) {
      for (const { items } of more) for (const item of items) push(mix(hash, item), 8)
    }
    if (n > length) break
  }
  hash = 0x7654321
  for (let n = 0; n < FIRST && n < length; n++) {
    hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193)
    push(hash, 9)
  }
  push(mixText(0x2545f491, word), 10)
  for (const { whole, items } of more) {
    push(whole, 11)
    for (const item of items) push(item, 12)
  }
}

/**
 * Pushes the own features of a candidate: `script` made `lemma` of `word`; `known`: in how many other forms the lemma
 * is known with the tag; `elsewhere`: whether the word has this lemma with another tag;
 * `isApart`: whether the word has syllables that were taken apart.
 */
export function ownFeatures(
  out: Words,
  word: string,
  script: EditScript,
  mark: number,
  lemma: string,
  known: number,
  elsewhere: boolean,
  isApart: boolean,
  { tag, more }: WordContext,
): void {
  const text = isApart ? apart(lemma) : lemma
  out.room(OWN_FEATURES)
  const { values } = out
  let at = out.length
  const bucket = known <= 0 ? 0 : known === 1 ? 1 : known < 4 ? 2 : 3
  values[at++] = mix(bucket, 1001)
  values[at++] = mix(mix(bucket, tag), 1002)
  values[at++] = mix(mix(bucket, mark), 1003)
  values[at++] = mix(mix(elsewhere ? 1 : 0, tag), 1004)
  let hash = 0x9747b28c
  for (let n = 1; n <= LEMMA_LAST; n++) {
    hash = Math.imul(hash ^ (n <= text.length ? text.charCodeAt(text.length - n) : 1), 0x01000193)
    values[at++] = mix(mix(hash, tag), 1004 + n)
  }
  const end = Math.max(0, word.length - script.cut)
  const taken = mixText(3, word, end)
  const change = mix(taken, mixText(5, script.put))
  const one = mixText(7, word, Math.max(0, end - 1), end)
  const two = mixText(7, word, Math.max(0, end - 2), end)
  const three = mixText(7, word, Math.max(0, end - 3), end)
  values[at++] = mix(change, 1010)
  values[at++] = mix(mix(change, tag), 1011)
  values[at++] = mix(mix(mix(taken, one), 1012), tag)
  values[at++] = mix(mix(mix(taken, two), 1013), tag)
  values[at++] = mix(mix(mix(mixText(3, word, end, Math.min(word.length, end + 3)), two), 1014), tag)
  const next = mixText(3, word, end, Math.min(word.length, end + 2))
  values[at++] = mix(mix(mix(next, three), 1015), tag)
  values[at++] = mix(mix(mix(next, one), 1016), tag)
  const features = more.length > 0 ? more[0]!.whole : 0
  values[at++] = mix(mix(change, features), mix(1017, tag))
  values[at++] = mix(mix(mixText(9, text, Math.max(0, text.length - 2)), features), mix(1018, tag))
  out.length = at
}
