/**
 * Docs as a tagger learns from them: sentences of entries with tags and finer labels.
 */
import type { Doc } from '../../text/doc.js'
import type { StringColumn } from '../../text/strings.js'
import type { TagColumn } from './model-parts.js'
import { type LeftOut, UNKNOWN } from './tag-dictionary.js'
import { sentenceStarts } from './tag-run.js'

/** Tokens of the longest sentence that is taken in one piece. */
export const LONGEST = 4096
const SEPARATOR = '\t'

/** A form together with the label of a token that has it. */
export interface Variant {
  readonly form: string
  readonly left: LeftOut | undefined
}

/** Tokens of training. */
export interface TrainingTokens {
  readonly variants: readonly Variant[]
  /** Entry of each token: its variant, from 2 on. */
  readonly entries: Uint32Array
  /** Right tag of each token, or UNKNOWN. */
  readonly tags: Uint16Array
  /** The same with 0 where it is not known, as the layer of labels is given it. */
  readonly given: Uint16Array
  readonly labels: Uint16Array
  /** Where sentences begin; one more than there are. */
  readonly starts: Uint32Array
}

/** Collects tokens, and numbers their tags and labels. */
export class TokenCollector {
  readonly tags: string[]
  readonly labels: (readonly string[])[]
  readonly #columns: readonly TagColumn[]
  readonly #tagIds: Map<string, number>
  readonly #labelIds: Map<string, number>
  readonly #variants = new Map<string, number>()
  readonly variants: Variant[] = []
  readonly #entries: number[] = []
  readonly #tags: number[] = []
  readonly #labels: number[] = []
  readonly #starts: number[] = []
  #sentences = 0

  /** Begins with the tags and labels that a model already has. */
  constructor(
    columns: readonly TagColumn[],
    tags: readonly string[] = [],
    labels: readonly (readonly string[])[] = [],
  ) {
    this.#columns = columns
    this.tags = [...tags]
    this.labels = [...labels]
    if (columns[0] === 'features' && tags.length === 0) this.tags.push('')
    this.#tagIds = new Map(this.tags.map((tag, i) => [tag, i]))
    this.#labelIds = new Map(this.labels.map((label, i) => [label.join(SEPARATOR), i]))
  }

  /**
   * Takes the tokens of a Doc, or those of the sentences (counted over all Docs) that are `wanted`; gives the number of
   * tokens with a tag.
   */
  add(doc: Doc, wanted?: (sentence: number) => boolean): number {
    const starts = sentenceStarts(doc, LONGEST)
    let count = 0
    for (let s = 0; s + 1 < starts.length; s++) {
      if (wanted !== undefined && !wanted(this.#sentences++)) continue
      this.#starts.push(this.#entries.length)
      count += this.#addTokens(doc, starts[s]!, starts[s + 1]!)
    }
    return count
  }

  #addTokens(doc: Doc, from: number, to: number): number {
    const bare = this.#columns[0] === 'features'
    const column = (name: string): StringColumn | undefined =>
      doc.columnType(name) === 'string' ? doc.strings(name) : undefined
    const tagColumn = bare ? undefined : column(this.#columns[0]!)
    const fine = (bare ? this.#columns : this.#columns.slice(1)).map(column)
    const known = fine.some((values) => values !== undefined)
    const form = doc.has('form') ? doc.strings('form') : undefined
    const text = (values: StringColumn | undefined, i: number) =>
      values === undefined ? '' : values.strings[values.ids[i]!]!
    let count = 0
    for (let i = from; i < to; i++) {
      const word = text(form, i) || doc.word(i)
      const tagText = text(tagColumn, i)
      const tag = bare
        ? 0
        : tagText === ''
          ? UNKNOWN
          : this.#number(this.#tagIds, this.tags, tagText, tagText)
      let label = UNKNOWN
      if (tag !== UNKNOWN && known) {
        const strings = fine.map((values) => text(values, i))
        label = this.#number(this.#labelIds, this.labels, strings.join(SEPARATOR), strings)
      }
      if (tag !== UNKNOWN) count++
      const key = `${tag} ${label} ${word}`
      let variant = this.#variants.get(key)
      if (variant === undefined) {
        variant = this.variants.length
        this.#variants.set(key, variant)
        this.variants.push({
          form: word,
          left: tag === UNKNOWN ? undefined : { tag, label },
        })
      }
      this.#entries.push(variant + 2)
      this.#tags.push(tag)
      this.#labels.push(label)
    }
    return count
  }

  /** All tokens. */
  finish(): TrainingTokens {
    const tags = Uint16Array.from(this.#tags)
    return {
      variants: this.variants,
      entries: Uint32Array.from(this.#entries),
      tags,
      given: tags.map((tag) => (tag === UNKNOWN ? 0 : tag)),
      labels: Uint16Array.from(this.#labels),
      starts: Uint32Array.from([...this.#starts, this.#entries.length]),
    }
  }

  #number<Value>(ids: Map<string, number>, values: Value[], key: string, value: Value): number {
    let id = ids.get(key)
    if (id === undefined) {
      id = values.length
      ids.set(key, id)
      values.push(value)
    }
    return id
  }
}
