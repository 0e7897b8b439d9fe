/**
 * Training of taggers that look up contexts: count which tag each context has, and keep those where the taggers behind
 * are wrong at least once. So a chain holds each fact at one place only.
 *
 * @see Bird, Klein and Loper 2009, chapter 5.5, and the taggers of NLTK, which keep the same contexts
 */
import { WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { ContextCounts, type ContextTable } from './context-table.js'
import { chainChooser, type DocTagger, requireDoc } from './simple-tagger.js'
import { NO_TAG, sentenceEdges, TaggingRun } from './tagging-run.js'

/** What is learned. */
export interface ContextTraining {
  readonly where: string
  readonly column: string
  readonly backoff: DocTagger | undefined
  readonly cutoff: number
  /** Tags before a word that count. */
  readonly history: number
  /** The string of a word that counts, if it has one; the word where it is left out. */
  readonly part?: (word: string) => string | undefined
}

/** The table of contexts of tagged Docs. Tokens whose tag is '' teach nothing. @throws COLUMN_MISSING, TRAINING_EMPTY */
export function trainContexts(docs: Iterable<Doc>, training: ContextTraining): ContextTable {
  const { where, column, backoff, cutoff, history, part } = training
  const counts = new ContextCounts(history + 1)
  const tuple = new Int32Array(history + 1)
  let tokens = 0
  for (const doc of docs) {
    requireDoc(doc, where)
    const run = new TaggingRun(doc)
    const { ids, strings } = doc.strings(column)
    const gold = run.numbers(strings) // numbers of the run
    const own = Int32Array.from(strings, (tag) => (tag === '' ? -1 : counts.tag(tag)))
    const words = run.words.strings.map((word) => {
      const string = part === undefined ? word : part(word)
      return string === undefined ? -1 : counts.string(string)
    })
    // The taggers behind see the right tags before a word, as the counts do.
    for (let i = 0; i < ids.length; i++) run.given[i] = gold[ids[i]!]!
    const behind = backoff === undefined ? undefined : chainChooser(backoff, run)
    const edges = sentenceEdges(doc)
    for (let s = 0; s + 1 < edges.length; s++) {
      const first = edges[s]!
      for (let i = first; i < edges[s + 1]!; i++) {
        const tag = run.given[i]!
        if (tag === NO_TAG) continue
        tokens++
        tuple[0] = words[run.words.ids[i]!]!
        if (tuple[0] < 0 || !fill(tuple, i, first, ids, own)) continue
        counts.add(tuple, own[ids[i]!]!, behind === undefined || behind(i, first) !== tag)
      }
    }
  }
  if (tokens > 0) return counts.table(cutoff)
  throw new WordloomError('TRAINING_EMPTY', {
    message: `${where} got no token with a tag in the column '${column}'.`,
    hint: 'Pass Docs with tags, as readConllu gives them.',
  })
}

/** The tags before token `i`, the nearest first; whether each of them is there. */
function fill(tuple: Int32Array, i: number, first: number, ids: Uint32Array, own: Int32Array): boolean {
  for (let k = 1; k < tuple.length; k++) {
    const tag = i - k < first ? 0 : own[ids[i - k]!]! + 1
    if (tag === 0 && i - k >= first) return false
    tuple[k] = tag
  }
  return true
}
