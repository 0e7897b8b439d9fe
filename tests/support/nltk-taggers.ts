/** Runs NLTK's taggers (tests/support/nltk_taggers.py) on tagged Docs. */
import { spawnSync } from 'node:child_process'
import { docWords } from '../../src/tag/tagging-run.js'
import type { Doc } from '../../src/text/doc.js'

/** What NLTK gave for one tagger. */
export interface NltkTagging {
  /** Tags of the test sentences, null where there is none. */
  readonly tags: readonly (readonly (string | null)[])[]
  readonly correct: number
  readonly tokens: number
  /** Processor time. */
  readonly trainSeconds: number
  readonly tagSeconds: number
}

/** Sentences of Docs as pairs of word and tag. */
export function taggedSentences(docs: Iterable<Doc>, column = 'tag'): [word: string, tag: string][][] {
  const sentences: [string, string][][] = []
  for (const doc of docs) {
    const words = docWords(doc)
    const tags = doc.strings(column)
    for (const { from, to } of doc.sentences()) {
      const tokens = Array.from({ length: to - from }, (_, k) => from + k)
      sentences.push(tokens.map((i) => [words.strings[words.ids[i]!]!, tags.strings[tags.ids[i]!]!]))
    }
  }
  return sentences
}

/** Trains and runs NLTK's taggers of these names. */
export function nltkTaggers(job: {
  readonly train: readonly (readonly (readonly [string, string])[])[]
  readonly test: readonly (readonly (readonly [string, string])[])[]
  readonly taggers: readonly string[]
  readonly default: string
  readonly patterns?: readonly (readonly [string, string])[]
  readonly maxRules?: number
}): Record<string, NltkTagging> {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['tests/support/nltk_taggers.py'], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) throw new Error(`NLTK failed: ${stderr}`)
  return JSON.parse(stdout) as Record<string, NltkTagging>
}
