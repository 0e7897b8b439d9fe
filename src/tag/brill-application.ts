/**
 * The rules of a Brill tagger compiled to numbers, and at work on a Doc.
 *
 * Words and tags of the rules are numbered once. Words of a Doc that no rule names are -1, so they equal none; tags that no
 * rule names get numbers behind those of the rules for the time of a Doc. Rules that want a word that the Doc does not
 * have are passed by.
 */
import type { Doc } from '../text/doc.js'
import { InternTable, type StringColumn } from '../text/strings.js'
import type { BrillRule } from './brill-rules.js'
import { compactColumn, docWords, sentenceEdges } from './tagging-run.js'

interface Condition {
  readonly tag: boolean
  readonly from: number
  readonly to: number
  readonly value: number
}

interface Step {
  readonly from: number
  readonly to: number
  readonly conditions: readonly Condition[]
  /** Numbers of the words that the conditions name. */
  readonly words: readonly number[]
}

/** Rules, ready to be applied. */
export class BrillProgram {
  readonly #steps: readonly Step[]
  readonly #tags: readonly string[]
  readonly #tagNumbers: ReadonlyMap<string, number>
  readonly #wordNumbers: ReadonlyMap<string, number>

  constructor(rules: readonly BrillRule[]) {
    const tags = new InternTable()
    const words = new InternTable()
    this.#steps = rules.map((rule) => {
      const conditions = rule.conditions.map(({ feature, from, to, value }) => {
        const tag = feature === 'tag'
        return { tag, from, to, value: (tag ? tags : words).intern(value) }
      })
      const named = conditions.filter(({ tag }) => !tag).map(({ value }) => value)
      return { from: tags.intern(rule.from), to: tags.intern(rule.to), conditions, words: named }
    })
    this.#tags = tags.strings
    this.#tagNumbers = new Map(tags.strings.map((tag, i) => [tag, i]))
    this.#wordNumbers = new Map(words.strings.map((word, i) => [word, i]))
  }

  /** The tags that the rules make of tags. */
  apply(doc: Doc, tagged: StringColumn): StringColumn {
    const found = docWords(doc)
    const present = new Uint8Array(this.#wordNumbers.size)
    const wordNumbers = Int32Array.from(found.strings, (word) => {
      const number = this.#wordNumbers.get(word) ?? -1
      if (number >= 0) present[number] = 1
      return number
    })
    const names = [...this.#tags]
    const tagNumbers = tagged.strings.map((tag) => {
      const number = this.#tagNumbers.get(tag) ?? names.length
      if (number === names.length) names.push(tag)
      return number
    })
    const words = Int32Array.from(found.ids, (id) => wordNumbers[id]!)
    const tags = Int32Array.from(tagged.ids, (id) => tagNumbers[id]!)
    const first = new Uint32Array(doc.length)
    const end = new Uint32Array(doc.length)
    const edges = sentenceEdges(doc)
    for (let s = 0; s + 1 < edges.length; s++) {
      first.fill(edges[s]!, edges[s]!, edges[s + 1]!)
      end.fill(edges[s + 1]!, edges[s]!, edges[s + 1]!)
    }
    const places: number[] = []
    for (const { from, to, conditions, words: named } of this.#steps) {
      if (named.some((word) => present[word] === 0)) continue
      places.length = 0
      for (let i = 0; i < tags.length; i++) {
        if (tags[i] === from && holds(conditions, words, tags, i, first[i]!, end[i]!)) places.push(i)
      }
      for (const place of places) tags[place] = to
    }
    return compactColumn(Uint32Array.from(tags), names)
  }
}

/** Whether all conditions hold at token `i` of a sentence from `first` to `end`. */
function holds(
  conditions: readonly Condition[],
  words: Int32Array,
  tags: Int32Array,
  i: number,
  first: number,
  end: number,
): boolean {
  for (let c = 0; c < conditions.length; c++) {
    const { tag, from, to, value } = conditions[c]!
    const column = tag ? tags : words
    const stop = Math.min(i + to, end - 1)
    let at = Math.max(i + from, first)
    while (at <= stop && column[at] !== value) at++
    if (at > stop) return false
  }
  return true
}
