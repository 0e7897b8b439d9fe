/** What a Brill tagger is trained on: the tokens of all Docs with the tags that they have and those they should have. */
import { WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { Pause } from '../text/pause.js'
import { InternTable } from '../text/strings.js'
import { type DocTagger, requireDoc } from './simple-tagger.js'
import { docWords, sentenceEdges } from './tagging-run.js'

/** The gold tag of a place that has none. */
export const NO_GOLD = -1

/** Columns over the places of all Docs; words and tags by their numbers in the sorted lists. */
export interface BrillExamples {
  readonly columns: {
    readonly words: Int32Array
    readonly gold: Int32Array
    readonly tags: Int32Array
    readonly first: Int32Array
    readonly end: Int32Array
  }
  readonly words: readonly string[]
  readonly tags: readonly string[]
}

/** Tags the Docs with `base` and puts all their tokens together. @throws COLUMN_MISSING, TRAINING_EMPTY */
export async function brillExamples(
  docs: Iterable<Doc>,
  {
    where,
    base,
    column,
    pause,
  }: { readonly where: string; readonly base: DocTagger; readonly column: string; readonly pause: Pause },
): Promise<BrillExamples> {
  const wordTable = new InternTable()
  const tagTable = new InternTable()
  const words: number[] = []
  const gold: number[] = []
  const tags: number[] = []
  const first: number[] = []
  const end: number[] = []
  for (const doc of docs) {
    requireDoc(doc, where)
    const begin = words.length
    const right = doc.strings(column)
    const given = base.tag(doc).strings(base.column ?? 'tag')
    const found = docWords(doc)
    const wordNumbers = found.strings.map((word) => wordTable.intern(word))
    const rightNumbers = right.strings.map((tag) => (tag === '' ? NO_GOLD : tagTable.intern(tag)))
    const givenNumbers = given.strings.map((tag) => tagTable.intern(tag))
    for (let i = 0; i < doc.length; i++) {
      words.push(wordNumbers[found.ids[i]!]!)
      gold.push(rightNumbers[right.ids[i]!]!)
      tags.push(givenNumbers[given.ids[i]!]!)
    }
    const edges = sentenceEdges(doc)
    for (let s = 0; s + 1 < edges.length; s++) {
      for (let i = edges[s]!; i < edges[s + 1]!; i++) {
        first.push(begin + edges[s]!)
        end.push(begin + edges[s + 1]!)
      }
    }
    await pause(0)
  }
  if (!gold.some((tag) => tag !== NO_GOLD)) {
    throw new WordloomError('TRAINING_EMPTY', {
      message: `${where} got no token with a tag in the column '${column}'.`,
      hint: 'Pass Docs with tags, as readConllu gives them.',
    })
  }
  const sortedWords = sorted(wordTable.strings)
  const sortedTags = sorted(tagTable.strings)
  const ranked = (numbers: number[], ranks: Int32Array) =>
    Int32Array.from(numbers, (number) => (number === NO_GOLD ? NO_GOLD : ranks[number]!))
  return {
    columns: {
      words: ranked(words, sortedWords.ranks),
      gold: ranked(gold, sortedTags.ranks),
      tags: ranked(tags, sortedTags.ranks),
      first: Int32Array.from(first),
      end: Int32Array.from(end),
    },
    words: sortedWords.list,
    tags: sortedTags.list,
  }
}

function sorted(strings: readonly string[]): { list: string[]; ranks: Int32Array } {
  const list = [...strings].sort()
  const at = new Map(list.map((string, i) => [string, i]))
  return { list, ranks: Int32Array.from(strings, (string) => at.get(string)!) }
}
