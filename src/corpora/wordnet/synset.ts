/**
 * Synset: a meaning, and a view of its row in the columns. There is one object for each row, so `===` compares.
 */
import { requireOptions, WordloomError } from '../../core/errors.js'
import type { WordNetData } from './data.js'
import { HYPERNYM, HYPONYM, relationNumber, WORDNET_RELATIONS, type WordNetRelation } from './relations.js'
import { type Sense, senseAt } from './sense.js'
import { POS, type WordNetPos } from './tables.js'

/** How lowest common hypernyms are chosen. */
export interface LowestCommonOptions {
  /** Lowest by the longest way to a root (`max`), or by the shortest (`min`). */
  readonly depth?: 'max' | 'min'
}

/** What {@link Synset.lowestCommonHypernyms} does unless told otherwise. */
export const DEFAULT_LOWEST_COMMON_OPTIONS: Required<LowestCommonOptions> = { depth: 'max' }

/** How many paths {@link Synset.hypernymPaths} gives at most. */
export interface HypernymPathsOptions {
  readonly limit?: number
}

/** What {@link Synset.hypernymPaths} does unless told otherwise. */
export const DEFAULT_HYPERNYM_PATHS_OPTIONS: Required<HypernymPathsOptions> = { limit: 100_000 }

let reveal: (synset: Synset) => WordNetData

/**
 * A set of synonyms: one meaning with the words for it, and its relations to other meanings.
 *
 * @see Fellbaum 1998, WordNet: An Electronic Lexical Database
 */
export class Synset {
  readonly #data: WordNetData
  /** Its number in its WordNet, from 0: nouns, verbs, adjectives, adverbs, each in order of their ids. */
  readonly index: number

  static {
    reveal = (synset) => synset.#data
  }

  /** Synsets come from a WordNet: `wordnet.synset('dog.n.01')`. */
  constructor(data: WordNetData, index: number) {
    this.#data = data
    this.index = index
  }

  /** Id as in the source: eight digits and the part of speech, as in '02086723-n'. */
  get id(): string {
    return `${String(this.#data.columns.synsetNumber[this.index]).padStart(8, '0')}-${this.pos}`
  }

  /** First word, part of speech and sense number, as in 'dog.n.01'. */
  get name(): string {
    const sense = this.#data.columns.synsetSenses[this.index]!
    const word = this.#data.wordText(sense).toLowerCase().replaceAll(' ', '_')
    return `${word}.${this.pos}.${String(this.#data.senseNumber(sense)).padStart(2, '0')}`
  }

  get pos(): WordNetPos {
    return POS[this.#data.columns.synsetPos[this.index]!]!
  }

  /** What it means; where the source has several definitions, they are joined by '; '. */
  get definition(): string {
    return this.definitions.join('; ')
  }

  get definitions(): string[] {
    const { definitionRows, definitions } = this.#data.columns
    return definitions.slice(definitionRows[this.index]!, definitionRows[this.index + 1]!)
  }

  /** Sentences and phrases that use it. */
  get examples(): string[] {
    const { exampleRows, examples } = this.#data.columns
    return examples.slice(exampleRows[this.index]!, exampleRows[this.index + 1]!)
  }

  /** Who wrote each of the examples, '' where that is not said. */
  get exampleSources(): string[] {
    const { exampleRows, exampleSource, sources } = this.#data.columns
    const numbers = exampleSource.subarray(exampleRows[this.index]!, exampleRows[this.index + 1]!)
    return Array.from(numbers, (number) => sources[number]!)
  }

  /** The words in it, as written: 'domestic dog'. */
  get words(): string[] {
    return this.#senses().map((sense) => this.#data.wordText(sense))
  }

  /** The words in it, each as a sense with its own relations. */
  get senses(): Sense[] {
    return this.#senses().map((sense) => senseAt(this.#data, sense))
  }

  /** Lexicographer file: the field of meaning, as in 'noun.animal'. */
  get lexicographerFile(): string {
    const { files, synsetFile } = this.#data.columns
    return files[synsetFile[this.index]!]!
  }

  /** Name in the Interlingual Index, as in 'i46360'; '' where it has none. */
  get ili(): string {
    const number = this.#data.columns.synsetIli[this.index]!
    return number === 0 ? '' : `i${number}`
  }

  /** Items of Wikidata, as in 'Q144'. */
  get wikidata(): string[] {
    const { wikidataRows, wikidata } = this.#data.columns
    const numbers = wikidata.subarray(wikidataRows[this.index]!, wikidataRows[this.index + 1]!)
    return Array.from(numbers, (number) => `Q${number}`)
  }

  /** Where the synset was taken from, where the source says so; else ''. */
  get source(): string {
    const { sources, synsetSource } = this.#data.columns
    return sources[synsetSource[this.index]!]!
  }

  /**
   * What a relation leads to, in the order of the source.
   *
   * @throws OPTION_INVALID when there is no relation of that name
   */
  related(relation: WordNetRelation): Synset[] {
    const type = relationNumber(relation, 'synset.related')
    return relatedSynsets(this.#data, this.index, type)
  }

  /** Every relation that leads anywhere, with what it leads to. */
  relations(): Map<WordNetRelation, Synset[]> {
    const { rows, types, targets } = this.#data.columns.relations
    const found = new Map<WordNetRelation, Synset[]>()
    for (let i = rows[this.index]!; i < rows[this.index + 1]!; i++) {
      const { name } = WORDNET_RELATIONS[types[i]!]!
      const list = found.get(name) ?? []
      found.set(name, list)
      list.push(synsetAt(this.#data, targets[i]!))
    }
    return found
  }

  /** More general meanings; `related('instance-hypernym')` has those of names of single things. */
  hypernyms(): Synset[] {
    return relatedSynsets(this.#data, this.index, HYPERNYM)
  }

  /** More special meanings. */
  hyponyms(): Synset[] {
    return relatedSynsets(this.#data, this.index, HYPONYM)
  }

  /**
   * Everything that a relation leads to, step by step: nearest first, each once, without the synset itself.
   *
   * @param depth most steps; all of them where it is left out
   * @throws OPTION_INVALID when there is no relation of that name
   */
  closure(relation: WordNetRelation, depth = Number.POSITIVE_INFINITY): Synset[] {
    const type = relationNumber(relation, 'synset.closure')
    const found = new Map([[this.index, 0]])
    for (const [node, steps] of found) {
      if (steps >= depth) break
      for (const next of this.#data.related('relations', node, type)) {
        if (!found.has(next)) found.set(next, steps + 1)
      }
    }
    found.delete(this.index)
    return Array.from(found.keys(), (i) => synsetAt(this.#data, i))
  }

  /**
   * Every way from a root down to this synset, over hypernyms and those as an instance.
   *
   * @throws OPTION_INVALID when there are more than `limit`
   */
  hypernymPaths(options: HypernymPathsOptions = {}): Synset[][] {
    requireOptions(options, { limit: null }, 'synset.hypernymPaths')
    const { limit = DEFAULT_HYPERNYM_PATHS_OPTIONS.limit } = options
    return this.#data.taxonomy
      .paths(this.index, limit)
      .map((path) => path.map((i) => synsetAt(this.#data, i)))
  }

  /** The most general meanings above it: those without hypernyms; the synset itself where it has none. */
  rootHypernyms(): Synset[] {
    const { taxonomy } = this.#data
    return Array.from(taxonomy.distances(this.index).keys())
      .filter((i) => taxonomy.parents(i).length === 0)
      .map((i) => synsetAt(this.#data, i))
  }

  /** Edges on the shortest way to a root. */
  minDepth(): number {
    return this.#data.taxonomy.minDepth(this.index)
  }

  /** Edges on the longest way to a root. */
  maxDepth(): number {
    return this.#data.taxonomy.maxDepth(this.index)
  }

  /** What stands above both, the synsets themselves included. @throws SYNSET_FOREIGN */
  commonHypernyms(other: Synset): Synset[] {
    return commonAncestors(this, other).map((i) => synsetAt(this.#data, i))
  }

  /**
   * Those of {@link commonHypernyms} that lie deepest, by name; several where they are equally deep.
   *
   * @throws SYNSET_FOREIGN when `other` is of another WordNet
   * @throws OPTION_INVALID
   */
  lowestCommonHypernyms(other: Synset, options: LowestCommonOptions = {}): Synset[] {
    requireOptions(options, { depth: ['max', 'min'] }, 'synset.lowestCommonHypernyms')
    const { depth = DEFAULT_LOWEST_COMMON_OPTIONS.depth } = options
    return deepest(this.#data, commonAncestors(this, other), depth).map((i) => synsetAt(this.#data, i))
  }

  /** Its name, as in 'dog.n.01'. */
  toString(): string {
    return this.name
  }

  toJSON(): unknown {
    const { id, name, pos, words, definition, examples } = this
    return { id, name, pos, words, definition, examples }
  }

  /** What Node's console prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Synset('${this.name}')`
  }

  #senses(): number[] {
    const { synsetSenses } = this.#data.columns
    const from = synsetSenses[this.index]!
    return Array.from({ length: synsetSenses[this.index + 1]! - from }, (_, i) => from + i)
  }
}

function relatedSynsets(data: WordNetData, index: number, type: number): Synset[] {
  const { rows, types, targets } = data.columns.relations
  const found: Synset[] = []
  for (let i = rows[index]!, end = rows[index + 1]!; i < end && types[i]! <= type; i++) {
    if (types[i] === type) found.push(synsetAt(data, targets[i]!))
  }
  return found
}

/** The one object for synset number `index`. */
export function synsetAt(data: WordNetData, index: number): Synset {
  const known = data.synsets[index]
  if (known !== undefined) return known
  const made = new Synset(data, index)
  data.synsets[index] = made
  return made
}

/** The columns behind a synset. */
export function dataOf(synset: Synset): WordNetData {
  return reveal(synset)
}

/** The columns behind two synsets. @throws SYNSET_FOREIGN when they are of two WordNets */
export function sharedData(a: Synset, b: Synset): WordNetData {
  for (const synset of [a, b]) {
    if (!(synset instanceof Synset)) {
      throw new WordloomError('SYNSET_FOREIGN', {
        message: `Expected a Synset, got ${synset === null ? 'null' : `a value of type ${typeof synset}`}.`,
        hint: "Look it up first: wordnet.synset('dog.n.01').",
      })
    }
  }
  const data = dataOf(a)
  if (data === dataOf(b)) return data
  throw new WordloomError('SYNSET_FOREIGN', {
    message: `${a.name} and ${b.name} are of two different WordNets.`,
    hint: 'Look both up in the same one.',
  })
}

/** Numbers of what stands above both, nearest to `a` first. */
export function commonAncestors(a: Synset, b: Synset): number[] {
  const { taxonomy } = sharedData(a, b)
  const above = taxonomy.distances(b.index)
  return Array.from(taxonomy.distances(a.index).keys()).filter((i) => above.has(i))
}

/** Those of `synsets` that lie deepest, by name. */
export function deepest(data: WordNetData, synsets: readonly number[], by: 'max' | 'min'): number[] {
  const { taxonomy } = data
  const depthOf = (i: number) => (by === 'max' ? taxonomy.maxDepth(i) : taxonomy.minDepth(i))
  const depth = synsets.reduce((most, i) => Math.max(most, depthOf(i)), -1)
  const found = synsets.filter((i) => depthOf(i) === depth)
  if (found.length < 2) return found
  const named = found.map((i) => [synsetAt(data, i).name, i] as const)
  return named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, i]) => i)
}
