/**
 * Information content: how much a meaning says, by how seldom it and all below it are met in a text.
 *
 * The words of a text are not told apart by meaning, so each occurrence is shared out over all synsets of the
 * word, and counts for everything above them too. -ln of the share of a part of speech is the information content.
 *
 * @see Resnik 1995, https://arxiv.org/abs/cmp-lg/9511007; Pedersen, WordNet::Similarity, rawtextFreq
 */
import { requireOptions, requireString, WordloomError } from '../../core/errors.js'
import type { WordNetData } from './data.js'
import { requireOnePos } from './similarity.js'
import { commonAncestors, dataOf, type Synset, sharedData } from './synset.js'
import { POS_GROUPS } from './tables.js'
import { dataOfWordNet, type WordNet } from './wordnet.js'

/** How a text is counted. */
export interface InformationContentOptions {
  /** Added to the count of every synset and of each root, so that none is 0. */
  readonly smoothing?: number
  /**
   * How often an occurrence counts for a synset above: `once`, or once for each way that leads there within equal
   * numbers of edges (`levels`), as in NLTK.
   */
  readonly above?: 'once' | 'levels'
}

/** What {@link informationContent} does unless told otherwise. */
export const DEFAULT_INFORMATION_CONTENT_OPTIONS: Required<InformationContentOptions> = {
  smoothing: 1,
  above: 'once',
}

/** Counts of a text by synset, for the measures of Resnik, Jiang and Conrath, and Lin. */
export class InformationContent {
  readonly #data: WordNetData
  /** Shape (nSynsets,): occurrences of each synset and all below it, by `synset.index`. */
  readonly counts: Float64Array
  /** Shape (4,): occurrences of all nouns, verbs, adjectives, adverbs. */
  readonly totals: Float64Array

  /** Made by {@link informationContent}. */
  constructor(data: WordNetData, counts: Float64Array, totals: Float64Array) {
    this.#data = data
    this.counts = counts
    this.totals = totals
  }

  /** Information content of a synset in nats; Infinity where its count is 0. @throws SYNSET_FOREIGN */
  of(synset: Synset): number {
    this.requireOwn(synset)
    return this.at(synset.index)
  }

  /** Information content of synset number `index`. */
  at(index: number): number {
    const count = this.counts[index]!
    // 0 - 0 is 0, where -Math.log(1) is -0.
    return count === 0
      ? Number.POSITIVE_INFINITY
      : 0 - Math.log(count / this.totals[this.#data.groupOf(index)]!)
  }

  /** @throws SYNSET_FOREIGN when the synset is of another WordNet than these counts */
  requireOwn(synset: Synset): void {
    if (dataOf(synset) === this.#data) return
    throw new WordloomError('SYNSET_FOREIGN', {
      message: `${synset.name} is of another WordNet than the counts.`,
      hint: 'Make them for it: informationContent(wordnet, counts).',
    })
  }
}

/**
 * Information content from the counts of words in a text. Words are looked up as `wordnet.synsets(word)` does:
 * in any case, and by their base forms.
 *
 * @param counts words with how often they occur, or the words themselves, one after the other
 * @throws INPUT_NOT_STRING when a word is no string
 * @throws OPTION_INVALID when a count is negative or no number
 */
export function informationContent(
  wordnet: WordNet,
  counts: Iterable<string | readonly [word: string, count: number]>,
  options: InformationContentOptions = {},
): InformationContent {
  requireOptions(options, { smoothing: null, above: ['once', 'levels'] }, 'informationContent')
  const { smoothing, above } = { ...DEFAULT_INFORMATION_CONTENT_OPTIONS, ...options }
  requireCount(smoothing, 'option smoothing')
  const data = dataOfWordNet(wordnet)
  const sums = new Float64Array(data.synsetCount).fill(smoothing)
  const totals = new Float64Array(POS_GROUPS.length).fill(smoothing)
  for (const [word, count] of summed(counts)) {
    const synsets = wordnet.synsets(word)
    const weight = count / synsets.length
    for (const { index } of synsets) {
      if (above === 'once') for (const node of data.taxonomy.distances(index).keys()) sums[node]! += weight
      else addLevels(data, index, weight, sums)
      totals[data.groupOf(index)]! += weight
    }
  }
  return new InformationContent(data, sums, totals)
}

/**
 * Information content of the most informative common hypernym, in nats; 0 where there is none.
 *
 * @throws SYNSET_FOREIGN when the synsets are of two parts of speech, or of another WordNet than `content`
 * @see Resnik 1995, https://arxiv.org/abs/cmp-lg/9511007
 */
export function resnikSimilarity(a: Synset, b: Synset, content: InformationContent): number {
  return compared(a, b, content, 'resnikSimilarity').common
}

/**
 * 1 / (IC(a) + IC(b) - 2 IC(most informative common hypernym)): Infinity where that is 0, as for a synset and
 * itself; 0 where either is without information or was never met.
 *
 * @throws SYNSET_FOREIGN when the synsets are of two parts of speech, or of another WordNet than `content`
 * @see Jiang and Conrath 1997, https://aclanthology.org/O97-1002/
 */
export function jiangConrathSimilarity(a: Synset, b: Synset, content: InformationContent): number {
  const { first, second, common } = compared(a, b, content, 'jiangConrathSimilarity')
  if (a === b) return Number.POSITIVE_INFINITY
  if (first === 0 || second === 0 || first + second === Number.POSITIVE_INFINITY) return 0
  const difference = first + second - 2 * common
  return difference === 0 ? Number.POSITIVE_INFINITY : 1 / difference
}

/**
 * 2 IC(most informative common hypernym) / (IC(a) + IC(b)), from 0 to 1; 1 for a synset and itself.
 *
 * @throws SYNSET_FOREIGN when the synsets are of two parts of speech, or of another WordNet than `content`
 * @see Lin 1998, An Information-Theoretic Definition of Similarity, ICML
 */
export function linSimilarity(a: Synset, b: Synset, content: InformationContent): number {
  const { first, second, common } = compared(a, b, content, 'linSimilarity')
  if (a === b) return 1
  const sum = first + second
  return sum === 0 || sum === Number.POSITIVE_INFINITY ? 0 : (2 * common) / sum
}

function compared(
  a: Synset,
  b: Synset,
  content: InformationContent,
  where: string,
): { first: number; second: number; common: number } {
  const data = sharedData(a, b)
  content.requireOwn(a)
  requireOnePos(data, a, b, where)
  // Below 0 where an occurrence counts more than once for a synset above (`levels`).
  const above = commonAncestors(a, b).map((index) => content.at(index))
  const common = above.length === 0 ? 0 : above.reduce((most, each) => Math.max(most, each))
  return { first: content.at(a.index), second: content.at(b.index), common }
}

/** Level by level upwards, where a synset counts once for each synset of the level below that leads to it. */
function addLevels(data: WordNetData, index: number, weight: number, sums: Float64Array): void {
  const seen = new Set<number>()
  for (let level = new Map([[index, 1]]); level.size > 0; ) {
    const next = new Map<number, number>()
    for (const [node, times] of level) {
      seen.add(node)
      sums[node]! += weight * times
    }
    for (const [node, times] of level) {
      for (const parent of data.taxonomy.parents(node)) {
        if (!seen.has(parent)) next.set(parent, (next.get(parent) ?? 0) + times)
      }
    }
    level = next
  }
}

function summed(counts: Iterable<string | readonly [string, number]>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const item of counts) {
    const [word, count] = Array.isArray(item) ? (item as [string, number]) : [item as string, 1]
    requireString(word, 'informationContent(wordnet, counts): a word')
    requireCount(count, `the count of '${word}'`)
    sums.set(word, (sums.get(word) ?? 0) + count)
  }
  return sums
}

function requireCount(count: number, what: string): void {
  if (typeof count === 'number' && count >= 0 && count < Number.POSITIVE_INFINITY) return
  throw new WordloomError('OPTION_INVALID', {
    message: `informationContent: ${what} is ${String(count)}, expected a number from 0 up.`,
    hint: 'Pass words, or pairs of a word and its count.',
  })
}
