/**
 * What the network is told of a token beside its word vector: numbers of its features, each a row of a learned table.
 *
 * Features are strings with a mark in front: the form in lower case, its shape, its first 1 to 3 and last 1 to 4
 * characters, and the values of columns such as `tag` where the parser was trained with them. Features seen once in
 * training are left out, so that rows for the unknown (nothing at all) are learned too.
 */
import type { Doc } from '../text/doc.js'
import type { StringColumn } from '../text/strings.js'

/** Id of the root's only feature; 0 is none. */
export const ROOT_FEATURE = 1
const FIRST_ID = 2
const FORM_FEATURES = 9 // form, shape, 4 endings, 3 beginnings
const SHAPE_LENGTH = 40
const MEMORY = 50_000 // forms whose ids are kept

/** Features of a form. */
export function formFeatures(form: string): string[] {
  const characters = [...form.toLowerCase()]
  const features = [`w${characters.join('')}`, `s${shapeOf(form)}`]
  // A mark at either end tells short words from affixes of the same letters.
  const marked = ['<', ...characters, '>']
  for (let k = 2; k <= 5 && k < marked.length; k++) features.push(`e${marked.slice(-k).join('')}`)
  for (let k = 2; k <= 4 && k < marked.length; k++) features.push(`b${marked.slice(0, k).join('')}`)
  return features
}

/** Case and digits of a form, runs cut to two: Xxd for McDonald5. */
function shapeOf(form: string): string {
  let shape = ''
  for (const character of form) {
    if (shape.length >= SHAPE_LENGTH) break
    const lower = character.toLowerCase()
    const upper = character.toUpperCase()
    const kind =
      character >= '0' && character <= '9'
        ? 'd'
        : lower === upper
          ? character
          : character === upper
            ? 'X'
            : 'x'
    if (shape.length < 2 || !shape.endsWith(kind + kind)) shape += kind
  }
  return shape
}

/** The words of a Doc, fused ones (`form`) too. */
export function wordsOf(doc: Doc): (i: number) => string {
  if (!doc.has('form')) return (i) => doc.word(i)
  const { ids, strings } = doc.strings('form')
  return (i) => strings[ids[i]!]!
}

/** A vocabulary of features. */
export class TokenFeatures {
  /** Every feature; the first has id 2. */
  readonly strings: readonly string[]
  /** Columns whose values are features too. */
  readonly columns: readonly string[]
  /** Ids of a form, at most. */
  readonly perForm = FORM_FEATURES
  /** Ids of a token. */
  readonly perToken: number
  readonly #ids = new Map<string, number>()
  readonly #memory = new Map<string, Uint32Array>()

  constructor(strings: readonly string[], columns: readonly string[]) {
    this.strings = strings
    this.columns = columns
    this.perToken = FORM_FEATURES + columns.length
    strings.forEach((string, i) => {
      this.#ids.set(string, FIRST_ID + i)
    })
  }

  /** The features that these Docs have at least twice. */
  static learn(docs: readonly Doc[], columns: readonly string[]): TokenFeatures {
    const counts = new Map<string, number>()
    const count = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1)
    for (const doc of docs) {
      const word = wordsOf(doc)
      for (let i = 0; i < doc.length; i++) formFeatures(word(i)).forEach(count)
      columns.forEach((name, c) => {
        const { ids, strings } = doc.strings(name)
        for (const id of ids) count(columnFeature(c, strings[id]!))
      })
    }
    // Sorted, so that they pack well; the order means nothing else.
    const strings = [...counts].filter(([, times]) => times > 1).map(([feature]) => feature)
    return new TokenFeatures(strings.sort(), columns)
  }

  /** Number of rows of the table: the features, the root, and row 0. */
  get rows(): number {
    return FIRST_ID + this.strings.length
  }

  /** Ids of the tokens of `doc` from `from` to `to`, after those of the root; shape ((1 + to - from) * perToken,). */
  idsOf(doc: Doc, from: number, to: number, word: (i: number) => string): Uint32Array {
    const { perToken } = this
    const ids = new Uint32Array((1 + to - from) * perToken)
    ids[0] = ROOT_FEATURE
    let at = perToken
    for (let i = from; i < to; i++, at += perToken) ids.set(this.formIds(word(i)), at)
    this.columns.forEach((name, c) => {
      const column: StringColumn = doc.strings(name)
      let at = perToken + FORM_FEATURES + c
      for (let i = from; i < to; i++, at += perToken) {
        ids[at] = this.#ids.get(columnFeature(c, column.strings[column.ids[i]!]!)) ?? 0
      }
    })
    return ids
  }

  /** Values of each column with their ids. */
  columnValues(): [value: string, id: number][][] {
    return this.columns.map((_, c) =>
      [...this.#ids]
        .filter(([feature]) => feature.startsWith(`${c}`))
        .map(([feature, id]) => [feature.slice(1), id]),
    )
  }

  /** Ids of the features of a form; 0 at the end where it has fewer. Shape (perForm,). */
  formIds(form: string): Uint32Array {
    let ids = this.#memory.get(form)
    if (ids === undefined) {
      ids = new Uint32Array(FORM_FEATURES)
      let n = 0
      for (const feature of formFeatures(form)) {
        const id = this.#ids.get(feature)
        if (id !== undefined) ids[n++] = id
      }
      if (this.#memory.size >= MEMORY) this.#memory.clear()
      this.#memory.set(form, ids)
    }
    return ids
  }
}

function columnFeature(column: number, value: string): string {
  return `${column}${value}`
}
