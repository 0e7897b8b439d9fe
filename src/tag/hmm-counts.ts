/**
 * What an HMM tagger has counted: words with their tags, and trigrams of tags.
 *
 * Tags are numbered in their sorted order; number `tags.length` is the edge of a sentence, which stands twice before it
 * and once behind it. Bigrams and single tags are sums of trigrams, so that a Pack holds trigrams only.
 */
import { WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { PackColumn } from '../text/pack.js'
import { narrow, packStrings } from '../text/string-list.js'
import { InternTable } from '../text/strings.js'
import { requireDoc } from './simple-tagger.js'
import type { TaggerPack } from './tagger-pack.js'
import { docWords, sentenceEdges } from './tagging-run.js'
import { TupleTable } from './tuple-table.js'

/** Counts of words with tags, and of trigrams of tags. */
export class HmmCounts {
  readonly tags: readonly string[]
  readonly words: readonly string[]
  /** Rows of word w: `starts[w]` to `starts[w + 1]`. */
  readonly starts: Uint32Array
  readonly rowTags: ArrayLike<number>
  readonly rowCounts: ArrayLike<number>
  /** Shape (nTrigrams, 3). */
  readonly trigrams: TupleTable
  readonly trigramCounts: ArrayLike<number>

  private constructor(parts: {
    tags: readonly string[]
    words: readonly string[]
    starts: Uint32Array
    rowTags: ArrayLike<number>
    rowCounts: ArrayLike<number>
    trigrams: TupleTable
    trigramCounts: ArrayLike<number>
  }) {
    this.tags = parts.tags
    this.words = parts.words
    this.starts = parts.starts
    this.rowTags = parts.rowTags
    this.rowCounts = parts.rowCounts
    this.trigrams = parts.trigrams
    this.trigramCounts = parts.trigramCounts
  }

  /** Counts the Docs. @throws COLUMN_MISSING, TRAINING_EMPTY */
  static of(docs: Iterable<Doc>, column: string, where: string): HmmCounts {
    const wordTable = new InternTable()
    const tagTable = new InternTable()
    const edge = tagTable.intern('') // no tag is ''
    const rows = new TupleTable(2, 1 << 14)
    const rowCounts: number[] = []
    const trigrams = new TupleTable(3, 1 << 12)
    const trigramCounts: number[] = []
    const count = (table: TupleTable, counts: number[], tuple: readonly number[]) => {
      const id = table.add(tuple)
      counts[id] = (counts[id] ?? 0) + 1
    }
    for (const doc of docs) {
      requireDoc(doc, where)
      const { ids, strings } = doc.strings(column)
      const words = docWords(doc)
      const tagNumbers = strings.map((tag) => tagTable.intern(tag))
      const wordNumbers = words.strings.map((word) => wordTable.intern(word))
      const edges = sentenceEdges(doc)
      for (let s = 0; s + 1 < edges.length; s++) {
        let [one, two] = [edge, edge]
        for (let i = edges[s]!; i < edges[s + 1]!; i++) {
          const tag = tagNumbers[ids[i]!]!
          // Behind a token without a tag the sequence begins anew.
          if (tag === edge) two = edge
          else {
            count(rows, rowCounts, [wordNumbers[words.ids[i]!]!, tag])
            count(trigrams, trigramCounts, [one, two, tag])
          }
          one = tag === edge ? edge : two
          two = tag
        }
        if (two !== edge) count(trigrams, trigramCounts, [one, two, edge])
      }
    }
    if (rows.size === 0) {
      throw new WordloomError('TRAINING_EMPTY', {
        message: `${where} got no token with a tag in the column '${column}'.`,
        hint: 'Pass Docs with tags, as readConllu gives them.',
      })
    }
    const tags = tagTable.strings.filter((tag) => tag !== '').sort()
    const tagRank = new Map(tags.map((tag, i) => [tag, i]))
    const ranks = tagTable.strings.map((tag) => tagRank.get(tag) ?? tags.length)
    const words = [...wordTable.strings].sort()
    const wordRank = new Map(words.map((word, i) => [word, i]))
    const wordRanks = wordTable.strings.map((word) => wordRank.get(word)!)
    const order = Array.from({ length: rows.size }, (_, row) => row)
    const [wordOf, tagOf] = [0, 1].map((k) =>
      Int32Array.from(order, (row) => (k === 0 ? wordRanks : ranks)[rows.at(row, k)]!),
    ) as [Int32Array, Int32Array]
    order.sort((a, b) => wordOf[a]! - wordOf[b]! || tagOf[a]! - tagOf[b]!)
    const cells = trigrams.cells.map((tag) => ranks[tag]!)
    return new HmmCounts({
      tags,
      words,
      starts: startsOf(
        order.map((row) => wordOf[row]!),
        words.length,
      ),
      rowTags: order.map((row) => tagOf[row]!),
      rowCounts: order.map((row) => rowCounts[row]!),
      trigrams: TupleTable.of(3, cells),
      trigramCounts,
    })
  }

  /** From a Pack. @throws RangeError */
  static read(pack: TaggerPack): HmmCounts {
    const tags = pack.strings('tags')
    const words = pack.strings('words')
    if (tags.length === 0) throw new RangeError('it has no tags')
    const perWord = pack.whole('words.rows', tags.length + 1)
    if (perWord.length !== words.length) throw new RangeError('it has not one number of tags for each word')
    const starts = new Uint32Array(words.length + 1)
    perWord.forEach((rows, w) => {
      starts[w + 1] = starts[w]! + rows
    })
    const rowTags = pack.whole('rows.tag', tags.length)
    const rowCounts = pack.whole('rows.count', 2 ** 32)
    const cells = pack.whole('trigrams', tags.length + 1)
    const trigramCounts = pack.whole('trigrams.count', 2 ** 32)
    if (rowTags.length !== starts.at(-1) || rowCounts.length !== rowTags.length) {
      throw new RangeError('its words and their tags do not fit')
    }
    if (cells.length !== trigramCounts.length * 3)
      throw new RangeError('its trigrams and their counts do not fit')
    for (const counts of [rowCounts, trigramCounts]) {
      if (counts.includes(0)) throw new RangeError('a count is 0')
    }
    const trigrams = TupleTable.of(3, cells)
    return new HmmCounts({ tags, words, starts, rowTags, rowCounts, trigrams, trigramCounts })
  }

  /** The columns of the Pack. */
  columns(): Record<string, PackColumn> {
    const perWord = this.words.map((_, w) => this.starts[w + 1]! - this.starts[w]!)
    return {
      ...packStrings('tags', this.tags),
      ...packStrings('words', this.words),
      'words.rows': { values: narrow(perWord) },
      'rows.tag': { values: narrow(this.rowTags) },
      'rows.count': { values: narrow(this.rowCounts) },
      trigrams: { values: narrow(this.trigrams.cells), shape: [this.trigrams.size, 3] },
      'trigrams.count': { values: narrow(this.trigramCounts) },
    }
  }
}

function startsOf(sorted: readonly number[], count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (const word of sorted) starts[word + 1]!++
  for (let w = 0; w < count; w++) starts[w + 1]! += starts[w]!
  return starts
}
