/**
 * The tags of contexts: what taggers that look up a context hold. A context is a word, or a part of one, and the tags
 * before it.
 *
 * A context is a tuple: the number of the string, then for each of the tags before it, the nearest first, 1 + its
 * number, or 0 where the sentence had not begun.
 */
import type { PackColumn } from '../text/pack.js'
import { narrow, packStrings } from '../text/string-list.js'
import { InternTable } from '../text/strings.js'
import type { TaggerPack } from './tagger-pack.js'
import { type Chooser, NO_TAG, type TaggingRun } from './tagging-run.js'
import { TupleTable } from './tuple-table.js'

/** Contexts with the tag of each. */
export class ContextTable {
  readonly #strings: readonly string[]
  readonly #tags: readonly string[]
  readonly #contexts: TupleTable
  /** Number of the tag of each context. */
  readonly #chosen: ArrayLike<number>
  #numbers: ReadonlyMap<string, number> | undefined
  /** 1 + the number of each tag. */
  #tagNumbers: ReadonlyMap<string, number> | undefined

  constructor(
    strings: readonly string[],
    tags: readonly string[],
    contexts: TupleTable,
    chosen: ArrayLike<number>,
  ) {
    this.#strings = strings
    this.#tags = tags
    this.#contexts = contexts
    this.#chosen = chosen
  }

  /** From a Pack. @throws RangeError when it has none that fits `width` */
  static read(pack: TaggerPack, width: number): ContextTable {
    const strings = pack.strings('strings')
    const tags = pack.strings('tags')
    const cells = pack.whole('contexts', 0x7fffffff)
    const chosen = pack.whole('chosen', tags.length)
    if (cells.length !== chosen.length * width) throw new RangeError('it has not one tag for each context')
    for (let at = 0; at < cells.length; at++) {
      if (cells[at]! < (at % width === 0 ? strings.length : tags.length + 1)) continue
      throw new RangeError(`context ${Math.floor(at / width)} names what is not there`)
    }
    return new ContextTable(strings, tags, TupleTable.of(width, cells), chosen)
  }

  /** The columns of the Pack. */
  columns(): Record<string, PackColumn> {
    const { cells, size, width } = this.#contexts
    return {
      ...packStrings('strings', this.#strings),
      ...packStrings('tags', this.#tags),
      contexts: { values: narrow(cells), shape: [size, width] },
      chosen: { values: narrow(this.#chosen) },
    }
  }

  /** How many contexts there are. */
  get size(): number {
    return this.#contexts.size
  }

  /** Decisions over a Doc, where `part` gives the string of a word that counts, if it has one. */
  chooser({ words, tags, given }: TaggingRun, part?: (word: string) => string | undefined): Chooser {
    this.#numbers ??= new Map(this.#strings.map((string, i) => [string, i]))
    const numbers = this.#numbers
    const own = Int32Array.from(words.strings, (word) => {
      const string = part === undefined ? word : part(word)
      return string === undefined ? -1 : (numbers.get(string) ?? -1)
    })
    // The number in the run of each tag that was asked for; 0 before that, for tags are many and Docs often short.
    const inRun = new Uint32Array(this.#tags.length)
    const tagOf = (context: number): number => {
      if (context < 0) return NO_TAG
      const tag = this.#chosen[context]!
      if (inRun[tag] === 0) inRun[tag] = tags.intern(this.#tags[tag]!)
      return inRun[tag]!
    }
    const { width } = this.#contexts
    const tuple = new Int32Array(width)
    if (width === 1) {
      const direct = own.map((string) => {
        tuple[0] = string
        return string < 0 ? NO_TAG : tagOf(this.#contexts.find(tuple))
      })
      return (i) => direct[words.ids[i]!]!
    }
    this.#tagNumbers ??= new Map(this.#tags.map((tag, i) => [tag, i + 1]))
    const known = this.#tagNumbers
    // For each tag of the run 1 + its number in this table; 0 where it is not in it.
    const ownTags: number[] = []
    return (i, first) => {
      tuple[0] = own[words.ids[i]!]!
      if (tuple[0] < 0) return NO_TAG
      for (let k = 1; k < width; k++) {
        const before = i - k
        if (before < first) {
          tuple[k] = 0
          continue
        }
        const tag = given[before]!
        while (ownTags.length <= tag) ownTags.push(known.get(tags.strings[ownTags.length]!) ?? 0)
        if (ownTags[tag] === 0) return NO_TAG // a tag, or none at all, that training has not seen here
        tuple[k] = ownTags[tag]!
      }
      return tagOf(this.#contexts.find(tuple))
    }
  }
}

/** Counts the tags of contexts, and makes the table of those that are worth it. */
export class ContextCounts {
  readonly #strings = new InternTable()
  readonly #tags = new InternTable()
  readonly #contexts: TupleTable
  readonly #pairs = new TupleTable(2)
  readonly #counts: number[] = []
  readonly #useful: boolean[] = []
  readonly #pair = new Int32Array(2)

  constructor(width: number) {
    this.#contexts = new TupleTable(width)
  }

  /** Number of a string that counts. */
  string(string: string): number {
    return this.#strings.intern(string)
  }

  /** Number of a tag, from 0. */
  tag(tag: string): number {
    return this.#tags.intern(tag)
  }

  /** Counts the tag of a context; `useful`: whether the taggers behind would have given another one. */
  add(context: ArrayLike<number>, tag: number, useful: boolean): void {
    const id = this.#contexts.add(context)
    if (useful) this.#useful[id] = true
    else this.#useful[id] ??= false
    this.#pair[0] = id
    this.#pair[1] = tag
    const pair = this.#pairs.add(this.#pair)
    this.#counts[pair] = (this.#counts[pair] ?? 0) + 1
  }

  /**
   * The useful contexts whose most frequent tag came more than `cutoff` times. Of tags that came equally often the one
   * that came first counts.
   */
  table(cutoff: number): ContextTable {
    const { width, size } = this.#contexts
    const best = new Int32Array(size).fill(-1)
    for (let pair = 0; pair < this.#pairs.size; pair++) {
      const context = this.#pairs.at(pair, 0)
      const now = best[context]!
      if (now < 0 || this.#counts[pair]! > this.#counts[now]!) best[context] = pair
    }
    const strings = new InternTable()
    const contexts = new TupleTable(width)
    const chosen: number[] = []
    const tuple = new Int32Array(width)
    for (let context = 0; context < size; context++) {
      if (!this.#useful[context] || this.#counts[best[context]!]! <= cutoff) continue
      tuple[0] = strings.intern(this.#strings.strings[this.#contexts.at(context, 0)]!)
      for (let k = 1; k < width; k++) tuple[k] = this.#contexts.at(context, k)
      contexts.add(tuple)
      chosen.push(this.#pairs.at(best[context]!, 1))
    }
    return new ContextTable(strings.strings, this.#tags.strings, contexts, chosen)
  }
}
