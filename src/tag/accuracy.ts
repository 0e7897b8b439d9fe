/**
 * How good tags are: accuracy, apart for known and unknown words, for each tag, and what is taken for what.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'
import { requireDoc } from './simple-tagger.js'
import { requireColumn } from './tagger-options.js'
import { docWords } from './tagging-run.js'
import { TupleTable } from './tuple-table.js'

/** Tokens that were compared. */
export interface TagShare {
  readonly tokens: number
  readonly correct: number
  /** Share of tokens with the right tag, from 0 to 1; 0 where there are no tokens. */
  readonly accuracy: number
}

/** A tag that was taken for another one. */
export interface TagConfusion {
  readonly gold: string
  /** What the system gave; '' where it gave none. */
  readonly system: string
  readonly count: number
}

/** One tag, found or missed. */
export interface TagScore {
  readonly tag: string
  /** Tokens that have the tag in the gold Docs. */
  readonly gold: number
  /** Tokens that the system gave it. */
  readonly system: number
  readonly correct: number
  readonly precision: number
  readonly recall: number
  /** Harmonic mean of precision and recall. */
  readonly f1: number
}

/** What {@link taggingAccuracy} gives. */
export interface TaggingAccuracy extends TagShare {
  /** Words that `known` has; all words where it is left out. */
  readonly known: TagShare
  /** Words that `known` has not. */
  readonly unknown: TagShare
  /** Pairs of different tags, the most frequent first. */
  readonly confusions: readonly TagConfusion[]
  /** Each tag of the gold Docs or the system's, the most frequent first. */
  readonly tags: readonly TagScore[]
}

/** Options of {@link taggingAccuracy}. */
export interface TaggingAccuracyOptions {
  /** The column to compare; default `tag`. */
  readonly column?: string
  /** Words that training has seen: a set, or the training Docs themselves. */
  readonly known?: ReadonlySet<string> | Iterable<Doc>
}

/** Defaults of {@link taggingAccuracy}. */
export const DEFAULT_TAGGING_ACCURACY_OPTIONS = { column: 'tag' } as const

const WHERE = 'taggingAccuracy(gold, system)'

/**
 * Compares the tags of a system with the right ones, token by token. Tokens whose gold tag is '' do not count.
 *
 * @throws TOKENS_DIFFER when the Docs are not over the same tokens
 * @throws COLUMN_MISSING when a Doc has no such column
 * @throws OPTION_INVALID when an option is unknown
 * @example
 * ```ts
 * import { Corpus, taggedReader } from 'wordloom/corpora'
 * import { DefaultTagger, taggingAccuracy } from 'wordloom/tag'
 * const bytes = new TextEncoder().encode('Looms/NNS weave/VBP cloth/NN\n')
 * const gold = [...new Corpus({ files: [{ name: 'a', chunks: () => [bytes] }], reader: taggedReader() }).documents()]
 * const { accuracy, confusions } = taggingAccuracy(gold, gold.map((doc) => new DefaultTagger('NN').tag(doc)))
 * console.log(accuracy.toFixed(3), confusions[0]) // 0.333 { gold: 'NNS', system: 'NN', count: 1 }
 * ```
 */
export function taggingAccuracy(
  gold: Doc | Iterable<Doc>,
  system: Doc | Iterable<Doc>,
  options: TaggingAccuracyOptions = {},
): TaggingAccuracy {
  requireOptions(options, { column: null, known: null }, WHERE)
  const { column, known } = { ...DEFAULT_TAGGING_ACCURACY_OPTIONS, ...options }
  requireColumn(WHERE, column)
  const knownWords = known === undefined ? undefined : wordsOf(known)
  const table = new InternTable()
  const pairs = new TupleTable(2)
  const counts: number[] = []
  const shares = { known: { tokens: 0, correct: 0 }, unknown: { tokens: 0, correct: 0 } }
  const others = docsOf(system)[Symbol.iterator]()
  let d = 0
  for (const doc of docsOf(gold)) {
    const other = others.next()
    if (other.done === true) throw differ(`the system has ${d} Docs and the gold ones are more`)
    requireDoc(doc, WHERE)
    requireDoc(other.value, WHERE)
    const words = docWords(doc)
    const otherWords = docWords(other.value)
    requireSameWords(d, words, otherWords)
    const [right, given] = [doc.strings(column), other.value.strings(column)]
    const rightNumbers = right.strings.map((tag) => (tag === '' ? -1 : table.intern(tag)))
    const givenNumbers = given.strings.map((tag) => table.intern(tag))
    const seen = words.strings.map((word) => knownWords?.has(word) ?? true)
    for (let i = 0; i < doc.length; i++) {
      const tags = [rightNumbers[right.ids[i]!]!, givenNumbers[given.ids[i]!]!] as const
      if (tags[0] < 0) continue
      const share = seen[words.ids[i]!] ? shares.known : shares.unknown
      share.tokens++
      if (tags[0] === tags[1]) share.correct++
      const pair = pairs.add(tags)
      counts[pair] = (counts[pair] ?? 0) + 1
    }
    d++
  }
  if (others.next().done !== true) throw differ(`the system has more Docs than the ${d} gold ones`)
  const all = {
    tokens: shares.known.tokens + shares.unknown.tokens,
    correct: shares.known.correct + shares.unknown.correct,
  }
  return {
    ...shareOf(all),
    known: shareOf(shares.known),
    unknown: shareOf(shares.unknown),
    ...tablesOf(pairs, counts, table.strings),
  }
}

function tablesOf(
  pairs: TupleTable,
  counts: readonly number[],
  tags: readonly string[],
): Pick<TaggingAccuracy, 'confusions' | 'tags'> {
  const confusions: TagConfusion[] = []
  const totals = tags.map((tag) => ({ tag, gold: 0, system: 0, correct: 0 }))
  counts.forEach((count, pair) => {
    const [right, given] = [pairs.at(pair, 0), pairs.at(pair, 1)]
    totals[right]!.gold += count
    totals[given]!.system += count
    if (right === given) totals[right]!.correct += count
    else confusions.push({ gold: tags[right]!, system: tags[given]!, count })
  })
  confusions.sort(
    (one, other) =>
      other.count - one.count || compare(one.gold, other.gold) || compare(one.system, other.system),
  )
  const scores = totals
    .filter(({ tag, gold, system }) => tag !== '' && gold + system > 0)
    .map((total) => {
      const precision = total.system === 0 ? 0 : total.correct / total.system
      const recall = total.gold === 0 ? 0 : total.correct / total.gold
      const f1 = total.correct === 0 ? 0 : (2 * precision * recall) / (precision + recall)
      return { ...total, precision, recall, f1 }
    })
    .sort((one, other) => other.gold - one.gold || compare(one.tag, other.tag))
  return { confusions, tags: scores }
}

function shareOf({ tokens, correct }: { tokens: number; correct: number }): TagShare {
  return { tokens, correct, accuracy: tokens === 0 ? 0 : correct / tokens }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function docsOf(docs: Doc | Iterable<Doc>): Iterable<Doc> {
  return 'text' in docs ? [docs as Doc] : docs
}

function wordsOf(known: ReadonlySet<string> | Iterable<Doc>): ReadonlySet<string> {
  if (known instanceof Set) return known as ReadonlySet<string>
  const words = new Set<string>()
  for (const doc of docsOf(known as Iterable<Doc>)) for (const word of docWords(doc).strings) words.add(word)
  return words
}

function requireSameWords(
  d: number,
  one: { readonly ids: Uint32Array; readonly strings: readonly string[] },
  other: { readonly ids: Uint32Array; readonly strings: readonly string[] },
): void {
  if (one.ids.length !== other.ids.length) {
    throw differ(`Doc ${d} has ${one.ids.length} tokens in gold and ${other.ids.length} in the system's`)
  }
  for (let i = 0; i < one.ids.length; i++) {
    const [word, otherWord] = [one.strings[one.ids[i]!], other.strings[other.ids[i]!]]
    if (word === otherWord) continue
    throw differ(`token ${i} of Doc ${d} is ${JSON.stringify(word)} in gold and ${JSON.stringify(otherWord)}`)
  }
}

function differ(why: string): WordloomError {
  return new WordloomError('TOKENS_DIFFER', {
    message: `Tags can be compared only over the same tokens: ${why}.`,
    hint: 'Tag the gold Docs themselves: gold.map((doc) => tagger.tag(doc)).',
  })
}
