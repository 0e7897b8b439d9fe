/**
 * One Doc while a chain of taggers goes through it: its words and the tags so far as numbers, so that every tagger
 * looks a word up once, however often it comes.
 */
import type { Doc } from '../text/doc.js'
import { InternTable, type StringColumn } from '../text/strings.js'

/** The number of the tag '': none was found. */
export const NO_TAG = 0

/** Gives token `i` of a sentence that begins with token `first` a tag by its number, or {@link NO_TAG}. */
export type Chooser = (i: number, first: number) => number

/** The words of a Doc, and the tags that it has been given. */
export class TaggingRun {
  readonly doc: Doc
  /** The words: of the column `form` where the Doc has one, else the surfaces. */
  readonly words: StringColumn
  /** Tags by their numbers; '' is number 0. */
  readonly tags: InternTable
  /** Shape (nTokens,): tags so far, by their numbers. */
  readonly given: Uint32Array

  constructor(doc: Doc) {
    this.doc = doc
    this.words = docWords(doc)
    this.tags = new InternTable()
    this.tags.intern('')
    this.given = new Uint32Array(doc.length)
  }

  /** Numbers of `tags`, new ones where they are not known. */
  numbers(tags: readonly string[]): Uint32Array {
    return Uint32Array.from(tags, (tag) => this.tags.intern(tag))
  }

  /** The tags that were given, as a column that holds no other strings. */
  column(): StringColumn {
    return compactColumn(this.given, this.tags.strings)
  }
}

/** A column without strings that no token has. */
export function compactColumn(ids: Uint32Array, strings: readonly string[]): StringColumn {
  const table = new InternTable()
  const numbers = new Int32Array(strings.length).fill(-1)
  const own = ids.map((id) => {
    if (numbers[id]! < 0) numbers[id] = table.intern(strings[id]!)
    return numbers[id]!
  })
  return { ids: own, strings: table.strings }
}

/** The words of a Doc: its column `form` where there is one, else its surfaces. */
export function docWords(doc: Doc): StringColumn {
  if (doc.columnType('form') === 'string') return doc.strings('form')
  const table = new InternTable()
  const ids = new Uint32Array(doc.length)
  for (let i = 0; i < ids.length; i++) ids[i] = table.intern(doc.word(i))
  return { ids, strings: table.strings }
}

/** First tokens of the sentences of a Doc, and the number of its tokens; a Doc without the column is one sentence. */
export function sentenceEdges(doc: Doc): number[] {
  if (doc.length === 0) return [0]
  const edges = [0]
  if (doc.has('sentence')) {
    const sentence = doc.numbers('sentence')
    for (let i = 1; i < doc.length; i++) if (sentence[i] !== sentence[i - 1]) edges.push(i)
  }
  edges.push(doc.length)
  return edges
}
