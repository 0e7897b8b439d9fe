/**
 * How alike two meanings are by where they stand in the taxonomy: path, Wu-Palmer, Leacock-Chodorow.
 *
 * Verbs and adjectives have many roots. So that any two of them have something in common, a root above all roots
 * is assumed (`root: 'assumed'`), one edge above the farthest synset over each, as in NLTK and WordNet::Similarity.
 */
import { requireOptions, WordloomError } from '../../core/errors.js'
import type { WordNetData } from './data.js'
import { commonAncestors, deepest, type Synset, sharedData } from './synset.js'
import { POS } from './tables.js'

/** How roots are treated. */
export interface TaxonomySimilarityOptions {
  /** `assumed`: a root above all roots, except for two nouns. `none`: only what the data have. */
  readonly root?: 'assumed' | 'none'
}

/** What the measures do unless told otherwise. */
export const DEFAULT_TAXONOMY_SIMILARITY_OPTIONS: Required<TaxonomySimilarityOptions> = { root: 'assumed' }

const NOUN = POS.indexOf('n')

/**
 * 1 / (1 + edges on the shortest way between the two over a common hypernym), from above 0 to 1; 0 where there is
 * no way.
 *
 * @throws SYNSET_FOREIGN when the synsets are of two WordNets
 * @throws OPTION_INVALID
 * @see Rada, Mili, Bicknell and Blettner 1989, https://doi.org/10.1109/21.24528
 */
export function pathSimilarity(a: Synset, b: Synset, options: TaxonomySimilarityOptions = {}): number {
  const data = sharedData(a, b)
  return 1 / (1 + distance(data, a.index, b.index, assumesRoot(data, a, b, options, 'pathSimilarity')))
}

/**
 * 2 d / (length of both ways to a root over the lowest common hypernym, whose depth is d), from 0 to 1; 0 where
 * there is none. Depths count nodes; the lowest is chosen by its shortest way to a root, its depth is that of the
 * longest, as NLTK does.
 *
 * @throws SYNSET_FOREIGN when the synsets are of two WordNets
 * @throws OPTION_INVALID
 * @see Wu and Palmer 1994, https://aclanthology.org/P94-1019/
 */
export function wuPalmerSimilarity(a: Synset, b: Synset, options: TaxonomySimilarityOptions = {}): number {
  const data = sharedData(a, b)
  const root = assumesRoot(data, a, b, options, 'wuPalmerSimilarity')
  const lowest = deepest(data, commonAncestors(a, b), 'min')
  if (lowest.length === 0) {
    if (!root) return 0
    const toRoot = farthest(data, a.index) + farthest(data, b.index) + 2
    return 2 / (toRoot + 2)
  }
  // The assumed root has the depth of real ones, and comes first in the order of names.
  const atRoot = root && data.taxonomy.minDepth(lowest[0]!) === 0 && !lowest.includes(a.index)
  const subsumer = lowest.includes(a.index) ? a.index : lowest[0]!
  if (atRoot) {
    const toRoot = farthest(data, a.index) + farthest(data, b.index) + 2
    return 2 / (toRoot + 2)
  }
  const depth = data.taxonomy.maxDepth(subsumer) + 1
  const ways = distance(data, a.index, subsumer, root) + distance(data, b.index, subsumer, root)
  return (2 * depth) / (ways + 2 * depth)
}

/**
 * -ln((edges of the shortest way + 1) / (2 D)), where D is the greatest depth of the part of speech: from 0
 * up; `-Infinity` where there is no way.
 *
 * @throws SYNSET_FOREIGN when the synsets are of two WordNets or of two parts of speech
 * @throws OPTION_INVALID
 * @see Leacock and Chodorow 1998, in Fellbaum (ed.), WordNet: An Electronic Lexical Database
 */
export function leacockChodorowSimilarity(
  a: Synset,
  b: Synset,
  options: TaxonomySimilarityOptions = {},
): number {
  const data = sharedData(a, b)
  const root = assumesRoot(data, a, b, options, 'leacockChodorowSimilarity')
  requireOnePos(data, a, b, 'leacockChodorowSimilarity')
  const pos = data.columns.synsetPos[a.index]!
  const greatest = data.greatestDepth(pos) + (pos === NOUN ? 0 : 1)
  return -Math.log((distance(data, a.index, b.index, root) + 1) / (2 * greatest))
}

/** @throws SYNSET_FOREIGN when two synsets are of two parts of speech; satellites are adjectives */
export function requireOnePos(data: WordNetData, a: Synset, b: Synset, where: string): void {
  if (data.groupOf(a.index) === data.groupOf(b.index)) return
  throw new WordloomError('SYNSET_FOREIGN', {
    message: `${where} compares synsets of one part of speech; got ${a.name} and ${b.name}.`,
    hint: 'Compare them with pathSimilarity, which takes any two.',
  })
}

function assumesRoot(
  data: WordNetData,
  a: Synset,
  b: Synset,
  options: TaxonomySimilarityOptions,
  where: string,
): boolean {
  requireOptions(options, { root: ['assumed', 'none'] }, where)
  const { root = DEFAULT_TAXONOMY_SIMILARITY_OPTIONS.root } = options
  const { synsetPos } = data.columns
  return root === 'assumed' && (synsetPos[a.index] !== NOUN || synsetPos[b.index] !== NOUN)
}

/** Edges of the shortest way from `a` up to something common and down to `b`; Infinity where there is none. */
function distance(data: WordNetData, a: number, b: number, root: boolean): number {
  if (a === b) return 0
  const above = data.taxonomy.distances(b)
  let least = root ? farthest(data, a) + farthest(data, b) + 2 : Number.POSITIVE_INFINITY
  for (const [synset, steps] of data.taxonomy.distances(a)) {
    const rest = above.get(synset)
    if (rest !== undefined) least = Math.min(least, steps + rest)
  }
  return least
}

/** Edges to the farthest of the synsets above one. */
function farthest(data: WordNetData, synset: number): number {
  let most = 0
  for (const steps of data.taxonomy.distances(synset).values()) most = Math.max(most, steps)
  return most
}
