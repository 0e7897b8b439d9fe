/**
 * A tagger at work: Docs in windows through the core.
 *
 * Distinct forms are remembered from Doc to Doc: attributes and sums of features are worked out once for each. When
 * there is no room for more they are all forgotten; what is predicted does not depend on it.
 */
import type { Pointer } from '../../core/kernels.js'
import { Region } from '../../core/region.js'
import type { Doc } from '../../text/doc.js'
import type { StringColumn } from '../../text/strings.js'
import { ATTRIBUTES, formAttributes, outsideAttributes } from './attributes.js'
import { FineLists, tagLists } from './labels.js'
import { Layer, lanesOf } from './layer.js'
import { fineColumns, labelPlan, labelsByTag, type TaggerParts, tagPlan } from './model-parts.js'

const MEMO_BYTES = 24 << 20
const MEMO_RANGE = [4096, 32_768] as const
const WINDOW = 1024 // tokens a call: a few milliseconds at the most
const A = ATTRIBUTES.length

/** Where the sentences of tokens [from, to) begin: one more than there are; none is longer than `longest`. */
export function sentenceStarts(doc: Doc, longest: number): number[] {
  const starts: number[] = []
  const sentence = doc.has('sentence') ? doc.numbers('sentence') : undefined
  let from = -longest
  for (let i = 0; i < doc.length; i++) {
    if (i - from < longest && (sentence === undefined || sentence[i] === sentence[i - 1]) && i > 0) continue
    starts.push(i)
    from = i
  }
  starts.push(doc.length)
  return starts
}

/** Forms of a Doc as one text with offsets: its own text, or the words of fused tokens end to end. */
export interface FormText {
  readonly text: string
  readonly start: Uint32Array
  readonly end: Uint32Array
}

/** The forms of a Doc. */
export function formText(doc: Doc): FormText {
  if (!doc.has('form')) return doc
  const { ids, strings } = doc.strings('form')
  const start = new Uint32Array(doc.length)
  const end = new Uint32Array(doc.length)
  const forms: string[] = []
  let at = 0
  for (let i = 0; i < doc.length; i++) {
    const form = strings[ids[i]!] || doc.word(i)
    forms.push(form)
    start[i] = at
    at += form.length
    end[i] = at
  }
  return { text: forms.join(''), start, end }
}

/** Tags and finer labels of the tokens of a Doc. */
export interface Tagged {
  readonly tags: Uint16Array
  readonly labels: Uint16Array
}

/** A model laid out in a Region of its own. */
export class TagRun {
  readonly #parts: TaggerParts
  readonly #region = new Region()
  readonly #fineLists: FineLists | undefined
  readonly #layers: Layer[] = []
  readonly #capacity: number
  readonly #attributes: Pointer
  readonly #table: Pointer
  #entries = 2

  constructor(parts: TaggerParts) {
    this.#parts = parts
    const { dictionary, closedCount, tags, labels, tagRows, labelRows } = parts
    const region = this.#region
    const plans = [tagPlan(tags), ...(labelRows === undefined ? [] : [labelPlan(parts)])]
    const bytes = plans.reduce(
      (sum, { values, templates, given }) =>
        sum +
        lanesOf(values.count) * 2 * new Set(templates.fixed.map((part) => part.split('@')[1])).size +
        given * 4,
      A * 4,
    )
    const [least, most] = MEMO_RANGE
    this.#capacity = Math.max(least, Math.min(most, 2 ** Math.floor(Math.log2(MEMO_BYTES / bytes))))
    this.#attributes = region.reserve(this.#capacity * A * 4)
    this.#table = region.reserve(this.#capacity * 2 * 16)
    const rows = [tagRows ?? { bits: 1, weights: new Int8Array(2 * tags.length) }, labelRows]
    plans.forEach((plan, i) => {
      this.#layers.push(new Layer(region, plan, rows[i]!, this.#attributes, this.#capacity, true))
    })
    this.#layers[0]!.setLists(tagLists(tags.length))
    if (labelRows !== undefined) {
      const lists = new FineLists(labelsByTag(parts), closedCount)
      const scratch = new Uint32Array(tags.length)
      for (let f = 0; f < dictionary.columns.keys.length; f++) lists.fill(dictionary.usesAt(f), scratch, 0)
      this.#layers[1]!.setLists(lists.lists)
      this.#fineLists = lists
    }
    if (labels.length === 0 && labelRows !== undefined) throw new RangeError('there are no labels')
    const attributes = region.u32(this.#attributes, 2 * A)
    outsideAttributes(attributes, 0, 0)
    outsideAttributes(attributes, A, 1)
    for (const layer of this.#layers) {
      layer.listsOf(0, this.#capacity).fill(0) // the first list, which is the only one of the tags
      region.run('taggerRows', layer.pointer, 0, 2)
    }
    this.#forget()
  }

  /** Tags of all tokens, and their labels unless `fine` is false. */
  tag(doc: Doc, fine = true): Tagged {
    const forms = formText(doc)
    const starts = sentenceStarts(doc, this.#capacity / 2)
    const tags = new Uint16Array(doc.length)
    const labels = new Uint16Array(fine && this.#layers.length > 1 ? doc.length : 0)
    for (let s = 0; s + 1 < starts.length; ) {
      let next = s + 1
      while (next + 1 < starts.length && starts[next + 1]! - starts[s]! <= WINDOW) next++
      this.#window(forms, starts.slice(s, next + 1), tags, labels)
      s = next
    }
    return { tags, labels }
  }

  #window(forms: FormText, starts: readonly number[], tags: Uint16Array, labels: Uint16Array): void {
    const region = this.#region
    const from = starts[0]!
    const to = starts.at(-1)!
    const count = to - from
    if (this.#entries + count > this.#capacity) this.#forget()
    const mark = region.mark()
    const base = forms.start[from]!
    const until = forms.end[to - 1]!
    const units = region.reserve((until - base) * 2)
    const entries = region.reserve(count * 4)
    const fresh = region.reserve(count * 4)
    const given = region.copyIn(new Uint16Array(count))
    const tagged = region.reserve(count * 2)
    const labelled = region.reserve(count * 2)
    const start = region.copyIn(forms.start.subarray(from, to))
    const end = region.copyIn(forms.end.subarray(from, to))
    const sentences = region.copyIn(Uint32Array.from(starts, (at) => at - from))
    region.copyText(forms.text, base, until, units)
    const first = this.#entries
    const added = region.run(
      'taggerForms',
      units,
      start,
      end,
      base,
      count,
      this.#table,
      this.#capacity * 2 - 1,
      first,
      this.#capacity,
      entries,
      fresh,
    )
    this.#entries += added
    this.#learnForms(forms, from, region.u32(fresh, added).slice(), first)
    const [layer, finer] = this.#layers
    region.run('taggerTag', layer!.pointer, entries, sentences, starts.length - 1, given, tagged)
    tags.set(region.u16(tagged, count), from)
    if (finer !== undefined && labels.length > 0) {
      region.run('taggerTag', finer.pointer, entries, sentences, starts.length - 1, tagged, labelled)
      labels.set(region.u16(labelled, count), from)
    }
    region.release(mark)
  }

  /** Works out what depends on forms alone, for entries from `first` on. */
  #learnForms(forms: FormText, from: number, tokens: Uint32Array, first: number): void {
    if (tokens.length === 0) return
    const region = this.#region
    const attributes = region.u32(this.#attributes + first * A * 4, tokens.length * A)
    const fineLists = this.#layers[1]?.listsOf(first, tokens.length)
    const given = this.#parts.tags.length
    tokens.forEach((token, i) => {
      const form = forms.text.slice(forms.start[from + token], forms.end[from + token])
      const uses = formAttributes(form, this.#parts, attributes, i * A)
      if (fineLists !== undefined) this.#fineLists!.fill(uses, fineLists, i * given)
    })
    for (const layer of this.#layers) region.run('taggerRows', layer.pointer, first, first + tokens.length)
  }

  #forget(): void {
    this.#entries = 2
    this.#region.u8(this.#table, this.#capacity * 32).fill(0)
  }
}

/** The columns that a tagger gives, from what it predicted. */
export function tagColumns(parts: TaggerParts, { tags, labels }: Tagged): Record<string, StringColumn> {
  const made: Record<string, StringColumn> = {}
  const fine = fineColumns(parts)
  if (parts.columns[0] !== 'features')
    made[parts.columns[0]!] = { ids: Uint32Array.from(tags), strings: parts.tags }
  if (labels.length < tags.length) return made
  fine.forEach((name, c) => {
    const numbers = new Map<string, number>()
    const ofLabel = parts.labels.map((label) => {
      const text = label[c]!
      if (!numbers.has(text)) numbers.set(text, numbers.size)
      return numbers.get(text)!
    })
    const ids = new Uint32Array(labels.length)
    for (let i = 0; i < ids.length; i++) ids[i] = ofLabel[labels[i]!]!
    made[name] = { ids, strings: [...numbers.keys()] }
  })
  return made
}
