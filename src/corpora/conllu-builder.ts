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
import { SliceTable } from '../text/slice-table.js'
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

/** Values of every word. */
class FieldColumn {
  readonly #table = new SliceTable()
  readonly ids: number[] = []
  used = false
  #none = -1

  push(text: string, from: number, to: number): void {
    this.used = true
    this.ids.push(this.#table.intern(text, from, to))
  }

  pushNone(): void {
    if (this.#none < 0) this.#none = this.#table.intern('', 0, 0)
    this.ids.push(this.#none)
  }

  truncate(length: number): void {
    if (this.ids.length > length) this.ids.length = length
  }

  column(): StringColumn {
    return this.#table.column(new Uint32Array(this.ids))
  }
}

/** Values of a few words. */
class RareColumn {
  readonly #values = new Map<number, string>()

  get used(): boolean {
    return this.#values.size > 0
  }

  set(index: number, value: string): void {
    this.#values.set(index, value)
  }

  get(index: number): string {
    return this.#values.get(index) ?? ''
  }

  truncate(length: number): void {
    for (const index of this.#values.keys()) if (index >= length) this.#values.delete(index)
  }

  column(length: number): StringColumn {
    const table = new InternTable()
    const ids = new Uint32Array(length)
    // Strings are numbered in the order of the words.
    let none = -1
    for (let i = 0; i < length; i++) {
      const value = this.#values.get(i)
      if (value !== undefined && value !== '') ids[i] = table.intern(value)
      else {
        if (none < 0) none = table.intern('')
        ids[i] = none
      }
    }
    return { ids, strings: table.strings }
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
  readonly #fields = FIELD_COLUMNS.map(() => new FieldColumn())
  readonly #comments = new RareColumn()
  readonly #emptyNodes = new RareColumn()
  readonly #multiword = new RareColumn()
  readonly #fused = new Map<number, string>()
  #open: Multiword | undefined
  #sentences = 0
  #first = 0
  #textBefore = 0
  #lengthBefore = 0
  #gapBefore = ''
  #gapGivenBefore = false

  /** Number of words so far. */
  get size(): number {
    return this.#kind.length
  }

  /** Begins a sentence; `paragraph` puts a blank line before it. */
  beginSentence(paragraph: boolean): void {
    if (paragraph && this.size > 0 && !endsParagraph(this.#gap, 0, this.#gap.length)) this.#gap = '\n\n'
    this.#first = this.size
    this.#textBefore = this.#text.length
    this.#lengthBefore = this.#length
    this.#gapBefore = this.#gap
    this.#gapGivenBefore = this.#gapGiven
  }

  /** Takes the words since the sentence began back: it cannot be read. */
  dropSentence(): void {
    for (let i = this.#first; i < this.size; i++) this.#fused.delete(i)
    for (const list of [this.#text, this.#start, this.#end, this.#sentence, this.#kind, this.#head]) {
      list.length = list === this.#text ? this.#textBefore : Math.min(list.length, this.#first)
    }
    for (const column of [...this.#fields, this.#comments, this.#emptyNodes, this.#multiword]) {
      column.truncate(this.#first)
    }
    this.#length = this.#lengthBefore
    this.#gap = this.#gapBefore
    this.#gapGiven = this.#gapGivenBefore
    this.#open = undefined
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

  /**
   * Adds a word: field k of its row is units [from[k], to[k]) of `text`, `head` is 0 for the root, else counted from
   * 1, or NO_HEAD.
   */
  addWord(text: string, from: Int32Array, to: Int32Array, head: number): void {
    const form = text.slice(from[1], to[1])
    this.#sentence.push(this.#sentences)
    this.#head.push(head)
    for (let k = 0; k < FIELD_COLUMNS.length; k++) {
      const field = FIELD_COLUMNS[k]![1]
      const begin = from[field]!
      const end = to[field]!
      if (end === begin + 1 && text.charCodeAt(begin) === 0x5f && !(k === 0 && form === '_')) {
        this.#fields[k]!.pushNone()
      } else this.#fields[k]!.push(text, begin, end)
    }
    if (this.#open !== undefined) {
      this.#kind.push(this.#open.forms.length === 0 ? kindOf(form) : KIND_CODES.clitic)
      this.#open.forms.push(form)
      return
    }
    this.#kind.push(kindOf(form))
    const misc = to[9]! - from[9]! === 1 ? '_' : text.slice(from[9], to[9])
    if (this.size === 1) this.#lead(misc)
    this.#place(form, form.length)
    this.#endToken(misc)
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
      sentence: new Uint32Array(this.#sentence),
      kind: new Uint8Array(this.#kind),
    }
    FIELD_COLUMNS.forEach(([name], k) => {
      if (this.#fields[k]!.used) columns[name] = this.#fields[k]!.column()
    })
    if (this.#head.some((head) => head !== NO_HEAD)) columns.head = new Int32Array(this.#head)
    if (this.#comments.used) columns.comments = this.#comments.column(this.size)
    if (this.#emptyNodes.used) columns.emptyNodes = this.#emptyNodes.column(this.size)
    if (this.#multiword.used) columns.multiword = this.#multiword.column(this.size)
    const text = this.#text.join('')
    const start = new Uint32Array(this.#start)
    const end = new Uint32Array(this.#end)
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
  return entry
    ?.slice(key.length)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gu, (whole, code: string | undefined, name: string) =>
      code === undefined ? (ESCAPES.get(name) ?? whole) : String.fromCharCode(Number.parseInt(code, 16)),
    )
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
