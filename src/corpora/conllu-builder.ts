/**
 * Rows of CoNLL-U to a Doc: forms are laid out as text, every other field becomes an entry of a column.
 *
 * One entry a syntactic word. Where the forms of a multiword token are its surface cut in pieces (do|n't), each
 * word gets its slice; where they are not (du = de + le), the first word gets the whole surface, the others an
 * empty range behind it, and a column `form` gives the words. Either way the words after the first have kind
 * `clitic`. A field that is `_` in every row makes no column.
 */
import { type Column, Doc } from '../text/doc.js'
import { endsParagraph } from '../text/paragraph.js'
import { InternTable, type StringColumn } from '../text/strings.js'
import { KIND_CODES } from '../text/token-kind.js'
import { lazyPattern } from '../text/unicode.js'

const digitFirst = lazyPattern('^\\p{Nd}')
const punctuationOnly = lazyPattern('^\\p{P}+$')
const marksOnly = lazyPattern('^[\\p{S}\\p{P}]+$')

/** String columns taken from fields of the same row, with the number of the field. */
const FIELD_COLUMNS = [
  ['lemma', 2],
  ['tag', 3],
  ['xtag', 4],
  ['features', 5],
  ['deprel', 7],
  ['deps', 8],
  ['misc', 9],
] as const

/** Head of a word whose HEAD field is `_`. */
export const NO_HEAD = -1

class SparseStrings {
  readonly #table = new InternTable()
  readonly ids: number[] = []
  used = false

  push(value: string): void {
    if (value !== '') this.used = true
    this.ids.push(this.#table.intern(value))
  }

  set(index: number, value: string): void {
    this.used = true
    this.ids[index] = this.#table.intern(value)
  }

  get(index: number): string {
    return this.#table.strings[this.ids[index]!]!
  }

  column(): StringColumn {
    return { ids: Uint32Array.from(this.ids), strings: this.#table.strings }
  }
}

interface Multiword {
  readonly surface: string
  readonly first: number
  readonly forms: string[]
}

/** Takes the rows of one Doc in order and gives the Doc. */
export class ConlluBuilder {
  readonly #text: string[] = []
  #length = 0
  #gap = ''
  #gapGiven = false
  readonly #start: number[] = []
  readonly #end: number[] = []
  readonly #sentence: number[] = []
  readonly #kind: number[] = []
  readonly #head: number[] = []
  readonly #fields = FIELD_COLUMNS.map(() => new SparseStrings())
  readonly #comments = new SparseStrings()
  readonly #emptyNodes = new SparseStrings()
  readonly #multiword = new SparseStrings()
  readonly #fused = new Map<number, string>()
  #open: Multiword | undefined
  #sentences = 0
  #first = 0

  /** Number of words so far. */
  get size(): number {
    return this.#kind.length
  }

  /** Begins a sentence; `paragraph` puts a blank line before it. */
  beginSentence(paragraph: boolean): void {
    if (paragraph && this.size > 0 && !endsParagraph(this.#gap, 0, this.#gap.length)) this.#gap = '\n\n'
    this.#first = this.size
  }

  /** Ends the sentence: its comments as they stand, its heads made indexes of the Doc. */
  endSentence(comments: string): void {
    for (let i = this.#first; i < this.size; i++) {
      const head = this.#head[i]!
      if (head !== NO_HEAD) this.#head[i] = head === 0 ? i : this.#first + head - 1
    }
    if (comments !== '') this.#comments.set(this.#first, comments)
    this.#sentences++
  }

  /** Begins a multiword token; `fields` are those of its row after the form, tab-separated. */
  beginMultiword(surface: string, fields: string, misc: string): void {
    this.#open = { surface, first: this.size, forms: [] }
    this.#multiword.set(this.size, fields)
    if (this.size === 0) this.#lead(misc)
  }

  /** Ends the multiword token: its words get their ranges. */
  endMultiword(misc: string): void {
    const { surface, first, forms } = this.#open!
    this.#open = undefined
    const slices = forms.join('') === surface
    forms.forEach((form, k) => {
      const part = slices ? form : k === 0 ? surface : ''
      if (!slices) this.#fused.set(first + k, form)
      this.#place(part, part.length)
    })
    this.#endToken(misc)
  }

  /** Adds a word: `row` has the ten fields, `head` is 0 for the root, else counted from 1, or NO_HEAD. */
  addWord(row: readonly string[], head: number): void {
    const form = row[1]!
    this.#sentence.push(this.#sentences)
    this.#head.push(head)
    for (let k = 0; k < FIELD_COLUMNS.length; k++) {
      const value = row[FIELD_COLUMNS[k]![1]]!
      this.#fields[k]!.push(value === '_' && !(k === 0 && form === '_') ? '' : value)
    }
    this.#comments.push('')
    this.#emptyNodes.push('')
    if (this.#multiword.ids.length <= this.#kind.length) this.#multiword.push('')
    if (this.#open !== undefined) {
      this.#kind.push(this.#open.forms.length === 0 ? kindOf(form) : KIND_CODES.clitic)
      this.#open.forms.push(form)
      return
    }
    this.#kind.push(kindOf(form))
    if (this.size === 1) this.#lead(row[9]!)
    this.#place(form, form.length)
    this.#endToken(row[9]!)
  }

  /** Keeps the row of an empty node with the word before it, or for 0.x with the sentence's first word. */
  addEmptyNode(word: number, row: string): void {
    const before = this.#emptyNodes.get(word)
    this.#emptyNodes.set(word, before === '' ? row : `${before}\n${row}`)
  }

  /** The Doc of all rows so far. */
  finish(): Doc {
    if (this.#gapGiven) this.#text.push(this.#gap)
    const columns: Record<string, Column> = {
      sentence: Uint32Array.from(this.#sentence),
      kind: Uint8Array.from(this.#kind),
    }
    FIELD_COLUMNS.forEach(([name], k) => {
      if (this.#fields[k]!.used) columns[name] = this.#fields[k]!.column()
    })
    if (this.#head.some((head) => head !== NO_HEAD)) columns.head = Int32Array.from(this.#head)
    if (this.#comments.used) columns.comments = this.#comments.column()
    if (this.#emptyNodes.used) columns.emptyNodes = this.#emptyNodes.column()
    if (this.#multiword.used) columns.multiword = this.#multiword.column()
    const text = this.#text.join('')
    const start = Uint32Array.from(this.#start)
    const end = Uint32Array.from(this.#end)
    if (this.#fused.size > 0) {
      columns.form = InternTable.column(
        Array.from(start, (at, i) => this.#fused.get(i) ?? text.slice(at, end[i])),
      )
    }
    return Doc.create(text, { ...columns, start, end })
  }

  #lead(misc: string): void {
    if (misc.includes('SpacesBefore=')) this.#gap = spacesOf(misc, 'SpacesBefore=') ?? ''
  }

  #endToken(misc: string): void {
    this.#gap = gapAfter(misc)
    this.#gapGiven = misc.includes('SpacesAfter=')
  }

  #place(part: string, length: number): void {
    if (this.#gap !== '') {
      this.#text.push(this.#gap)
      this.#length += this.#gap.length
      this.#gap = ''
    }
    this.#start.push(this.#length)
    this.#text.push(part)
    this.#length += length
    this.#end.push(this.#length)
  }
}

function gapAfter(misc: string): string {
  if (misc === '_' || !misc.includes('Space')) return ' '
  if (misc === 'SpaceAfter=No') return ''
  return spacesOf(misc, 'SpacesAfter=') ?? (misc.split('|').includes('SpaceAfter=No') ? '' : ' ')
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['s', ' '],
  ['t', '\t'],
  ['r', '\r'],
  ['n', '\n'],
  ['p', '|'],
  ['\\', '\\'],
])

function spacesOf(misc: string, key: string): string | undefined {
  const entry = misc.split('|').find((item) => item.startsWith(key))
  return entry?.slice(key.length).replace(/\\(.)/gu, (whole, name: string) => ESCAPES.get(name) ?? whole)
}

const kinds = new Map<string, number>()

/** A kind by the characters of the form alone: CoNLL-U does not say what a tokenizer took it for. */
function kindOf(form: string): number {
  const first = form.codePointAt(0)!
  if ((first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a) return KIND_CODES.word
  let kind = kinds.get(form)
  if (kind === undefined) {
    kind = digitFirst().test(form)
      ? KIND_CODES.number
      : punctuationOnly().test(form)
        ? KIND_CODES.punctuation
        : marksOnly().test(form)
          ? KIND_CODES.symbol
          : KIND_CODES.word
    if (kinds.size < 10_000) kinds.set(form, kind)
  }
  return kind
}
