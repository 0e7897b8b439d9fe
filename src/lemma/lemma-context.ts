/**
 * Choice among the lemmas of a form that has several, by the words around it: French *suis* is *être* or *suivre*.
 *
 * The candidates are the lemmas that the lexicon has for the form (and its tag, where there is one); features are the
 * two words on either side, their last letters, and their tags.
 */
import type { Decisions, Words } from '../core/decisions.js'
import { mix, mixText } from '../core/hashes.js'
import type { DocTags } from './doc-tags.js'
import type { LemmaLexicon } from './lemma-lexicon.js'

/** What is looked at of a word in its context. */
export interface ContextWord {
  /** Hash of the form in small letters. */
  readonly hash: number
  /** Hash of its last letters. */
  readonly ending: number
  readonly shape: number
}

const NONE: ContextWord = { hash: 0x1b873593, ending: 0x1b873593, shape: 0 }

/** The word as its neighbours see it. */
export function contextWord(small: string, shape: number): ContextWord {
  return {
    hash: mixText(0x1f123bb5, small),
    ending: mixText(0x1f123bb7, small, Math.max(0, small.length - 3)),
    shape,
  }
}

/** A decision on word `i` among the lemmas with the numbers `candidates`; `right` is the number of the right one, or -1. */
export function contextDecision(
  decisions: Decisions,
  words: readonly ContextWord[],
  i: number,
  tags: DocTags,
  lexicon: LemmaLexicon,
  candidates: readonly number[],
  right: number,
): void {
  contextFeatures(decisions.shared, words, i, tags)
  for (const lemma of candidates) {
    decisions.candidate(mixText(0x4cf5ad43, lexicon.lemmas[lemma]!), lemma === right)
  }
  decisions.end()
}

function contextFeatures(out: Words, words: readonly ContextWord[], i: number, tags: DocTags): void {
  const own = mix(words[i]!.hash, tags.hash(i))
  const before = words[i - 1] ?? NONE
  const after = words[i + 1] ?? NONE
  const before2 = words[i - 2] ?? NONE
  const after2 = words[i + 2] ?? NONE
  let template = 0
  const push = (hash: number) => out.push(mix(mix(own, hash), ++template))
  push(0)
  push(words[i]!.shape)
  push(before.hash)
  push(after.hash)
  push(mix(before.hash, after.hash))
  push(mix(before2.hash, before.hash))
  push(mix(after.hash, after2.hash))
  push(before2.hash)
  push(after2.hash)
  push(before.ending)
  push(after.ending)
  push(mix(before.ending, after.ending))
  push(mix(before2.ending, before.ending))
  push(mix(after.ending, after2.ending))
  push(mix(before.shape, after.shape))
  const tagBefore = tags.tagAt(i - 1)
  const tagAfter = tags.tagAt(i + 1)
  if (tagBefore === 0 && tagAfter === 0) return
  push(tagBefore)
  push(tagAfter)
  push(mix(tagBefore, tagAfter))
  push(mix(tagBefore, after.hash))
  push(mix(before.hash, tagAfter))
  push(mix(tagAfter, tags.tagAt(i + 2)))
  push(mix(tags.tagAt(i - 2), tagBefore))
}
