/**
 * CoNLL-U writer: Docs in, rows out; a column that a Doc lacks is `_`.
 *
 * What a reader kept verbatim (comments, empty nodes, rows of multiword tokens, MISC) is written as it came, so
 * that reading and writing changes no byte. For a Doc from a tokenizer all of it is derived: a token and the
 * clitics that follow it without white space are a multiword token, a gap in the text is a space, a blank line
 * begins a paragraph.
 *
 * @see https://universaldependencies.org/format.html
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { NumberArray } from '../core/region.js'
import type { Doc } from '../text/doc.js'
import { endsParagraph } from '../text/paragraph.js'
import { KIND_CODES } from '../text/token-kind.js'

/** How CoNLL-U is written. */
export interface WriteConlluOptions {
  /** What stands before the number in `# sent_id`, as `en-` in `# sent_id = en-1`. */
  readonly idPrefix?: string
  /**
   * White space in MISC: `simple` says SpaceAfter=No and nothing else, as treebanks do; `exact` also writes
   * every other gap than one space as SpacesAfter (and SpacesBefore at the start), so that the text can be
   * rebuilt unit by unit.
   */
  readonly spaces?: 'simple' | 'exact'
}

/** What `writeConllu` does unless told otherwise. */
export const DEFAULT_WRITE_CONLLU_OPTIONS: Required<WriteConlluOptions> = { idPrefix: '', spaces: 'simple' }

/**
 * CoNLL-U of one Doc or several, each a document of its own (`# newdoc`).
 *
 * Every sentence gets `# sent_id` (counted over all Docs) and `# text`, and `# newpar` after a blank line of the
 * text, unless the Doc has a column `comments`. Linear time.
 *
 * @throws COLUMN_MISSING when a Doc has no sentences: call splitSentences(doc) first
 * @throws COLUMN_SHAPE when a head lies outside its sentence
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { splitSentences, tokenize, writeConllu } from 'wordloom'
 * console.log(writeConllu(splitSentences(tokenize("I can't."))))
 * ```
 * @see https://universaldependencies.org/format.html
 */
export function writeConllu(docs: Doc | Iterable<Doc>, options: WriteConlluOptions = {}): string {
  const writer = new ConlluWriter(options)
  let conllu = ''
  for (const doc of 'text' in docs ? [docs] : docs) conllu += writer.write(doc)
  return conllu
}

/** Writes Docs one by one with sentences numbered through, for output that does not fit in memory. */
export class ConlluWriter {
  readonly #idPrefix: string
  readonly #exact: boolean
  #sentences = 0

  /** @throws OPTION_INVALID */
  constructor(options: WriteConlluOptions = {}) {
    requireOptions(options, { idPrefix: null, spaces: ['simple', 'exact'] }, 'writeConllu')
    const { idPrefix, spaces } = { ...DEFAULT_WRITE_CONLLU_OPTIONS, ...options }
    this.#idPrefix = idPrefix
    this.#exact = spaces === 'exact'
  }

  /**
   * CoNLL-U of `doc`; `begins` says what its first token begins, for texts that come in several Docs.
   *
   * @throws COLUMN_MISSING when the Doc has no sentences
   * @throws COLUMN_SHAPE when a head lies outside its sentence
   */
  write(doc: Doc, begins: 'document' | 'paragraph' | 'sentence' = 'document'): string {
    const rows = new DocRows(doc, this.#exact)
    const sentence = doc.numbers('sentence')
    const comments = doc.has('comments') ? doc.strings('comments') : undefined
    let out = ''
    for (let from = 0; from < doc.length; ) {
      let to = from + 1
      while (to < doc.length && sentence[to] === sentence[from]) to++
      this.#sentences++
      const verbatim = comments?.strings[comments.ids[from]!] ?? ''
      if (verbatim !== '') out += `${verbatim}\n`
      else {
        if (from === 0 && begins === 'document') out += '# newdoc\n'
        const paragraph =
          from === 0 ? begins !== 'sentence' : endsParagraph(doc.text, doc.end[from - 1]!, doc.start[from]!)
        if (paragraph) out += '# newpar\n'
        out += `# sent_id = ${this.#idPrefix}${this.#sentences}\n# text = ${rows.text(from, to)}\n`
      }
      out += `${rows.sentence(from, to)}\n`
      from = to
    }
    return out
  }
}

const SEPARATORS = /[\t\n\r]+/g
/** LEMMA to DEPS of a Doc that has none of them, as every Doc of a tokenizer. */
const BARE = '_\t_\t_\t_\t_\t_\t_'
const FIELDS = ['lemma', 'tag', 'xtag', 'features', 'head', 'deprel', 'deps']

/** One Doc's rows. */
class DocRows {
  readonly #doc: Doc
  readonly #exact: boolean
  readonly #form: (i: number) => string
  readonly #lemma: (i: number) => string
  readonly #tag: (i: number) => string
  readonly #xtag: (i: number) => string
  readonly #features: (i: number) => string
  readonly #deprel: (i: number) => string
  readonly #deps: (i: number) => string
  readonly #misc: (i: number) => string
  readonly #emptyNodes: (i: number) => string
  readonly #multiword: (i: number) => string
  readonly #head: NumberArray | undefined
  readonly #kind: NumberArray | undefined
  readonly #bare: boolean
  readonly #spaced: boolean

  constructor(doc: Doc, exact: boolean) {
    this.#doc = doc
    this.#exact = exact
    const form = field(doc, 'form', '')
    this.#form = doc.has('form') ? (i) => form(i) || '_' : (i) => this.#surface(i, i + 1)
    this.#lemma = field(doc, 'lemma')
    this.#tag = field(doc, 'tag')
    this.#xtag = field(doc, 'xtag')
    this.#features = field(doc, 'features')
    this.#deprel = field(doc, 'deprel')
    this.#deps = field(doc, 'deps')
    this.#misc = field(doc, 'misc')
    this.#emptyNodes = verbatim(doc, 'emptyNodes')
    this.#multiword = verbatim(doc, 'multiword')
    this.#head = doc.has('head') ? doc.numbers('head') : undefined
    this.#kind = doc.has('kind') ? doc.numbers('kind') : undefined
    this.#bare = !FIELDS.some((name) => doc.has(name))
    this.#spaced = exact || doc.has('misc')
  }

  /** Surfaces of tokens `from` to `to` with one space where the text has a gap. */
  text(from: number, to: number): string {
    if (this.#isSpaced(from, to)) {
      return clean(this.#doc.text.slice(this.#doc.start[from], this.#doc.end[to - 1]), '')
    }
    let text = ''
    for (let i = from; i < to; i++) {
      text += clean(this.#doc.word(i), '')
      if (i + 1 < to && this.#doc.spaceAfter(i)) text += ' '
    }
    return text
  }

  /** Whether every gap between tokens `from` to `to` is one space or none, as nearly always. */
  #isSpaced(from: number, to: number): boolean {
    const { text, start, end } = this.#doc
    for (let i = from + 1; i < to; i++) {
      const gap = start[i]! - end[i - 1]!
      if (gap > 1 || (gap === 1 && text.charCodeAt(end[i - 1]!) !== 0x20)) return false
    }
    return true
  }

  /** Rows of tokens `from` to `to`, each with its line end. */
  sentence(from: number, to: number): string {
    let out = ''
    for (const row of rowsOf(this.#emptyNodes(from))) if (row.startsWith('0.')) out += `${row}\n`
    let multiwordEnd = from
    for (let i = from; i < to; i++) {
      if (i >= multiwordEnd) {
        multiwordEnd = this.#multiwordEnd(i, to)
        if (multiwordEnd > i + 1) {
          const fields = this.#multiword(i) || `${BARE}\t${this.#spacing('_', i, multiwordEnd - 1)}`
          out += `${i - from + 1}-${multiwordEnd - from}\t${this.#surface(i, multiwordEnd)}\t${fields}\n`
        } else multiwordEnd = i
      }
      const misc = i < multiwordEnd ? this.#misc(i) : this.#spacing(this.#misc(i), i, i)
      const fields = this.#bare ? BARE : this.#fields(i, from, to)
      out += `${i - from + 1}\t${this.#form(i)}\t${fields}\t${misc}\n`
      for (const row of rowsOf(this.#emptyNodes(i))) if (!row.startsWith('0.')) out += `${row}\n`
    }
    return out
  }

  #fields(i: number, from: number, to: number): string {
    return `${this.#lemma(i)}\t${this.#tag(i)}\t${this.#xtag(i)}\t${this.#features(i)}\t${this.#headField(i, from, to)}\t${this.#deprel(i)}\t${this.#deps(i)}`
  }

  #surface(from: number, to: number): string {
    return clean(this.#doc.text.slice(this.#doc.start[from], this.#doc.end[to - 1]), '_')
  }

  #multiwordEnd(first: number, to: number): number {
    const kind = this.#kind
    if (kind === undefined) return first + 1
    let end = first + 1
    while (end < to && kind[end] === KIND_CODES.clitic && !this.#doc.spaceAfter(end - 1)) end++
    return end
  }

  #headField(i: number, from: number, to: number): string {
    const head = this.#head?.[i] ?? -1
    if (head < 0) return '_'
    if (head === i) return '0'
    if (head >= from && head < to) return String(head - from + 1)
    throw new WordloomError('COLUMN_SHAPE', {
      message: `The head of token ${i} is token ${head}, outside its sentence [${from}, ${to}).`,
      hint: 'Heads are indexes of tokens of the Doc; the root is its own head.',
      details: { column: 'head', token: i, head },
    })
  }

  /** MISC with what is to say about the gaps before `first` and after `last`, unless it says it already. */
  #spacing(misc: string, first: number, last: number): string {
    const { text, start, end } = this.#doc
    if (!this.#spaced) return start[last + 1] === end[last] ? 'SpaceAfter=No' : '_'
    if (misc !== '_' && (misc.includes('SpaceAfter=') || misc.includes('SpacesAfter='))) return misc
    const final = last + 1 === start.length
    const gap = text.slice(end[last], final ? text.length : start[last + 1])
    let entry = ''
    if (gap === '') entry = final ? '' : 'SpaceAfter=No'
    else if (this.#exact && (final || gap !== ' ')) entry = `SpacesAfter=${escaped(gap)}`
    if (this.#exact && first === 0 && start[0]! > 0) {
      entry = `SpacesBefore=${escaped(text.slice(0, start[0]))}${entry === '' ? '' : `|${entry}`}`
    }
    if (entry === '') return misc
    return misc === '_' ? entry : `${misc}|${entry}`
  }
}

function rowsOf(nodes: string): readonly string[] {
  return nodes === '' ? [] : nodes.split('\n')
}

function clean(value: string, empty: string): string {
  return value === '' ? empty : value.replace(SEPARATORS, ' ')
}

/** The column `name` as fields of rows: no white space but spaces, `empty` for no value. */
function field(doc: Doc, name: string, empty = '_'): (i: number) => string {
  if (!doc.has(name)) return () => empty
  const { ids, strings } = doc.strings(name)
  const fields = strings.map((value) => clean(value, empty))
  return (i) => fields[ids[i]!]!
}

function verbatim(doc: Doc, name: string): (i: number) => string {
  if (!doc.has(name)) return () => ''
  const { ids, strings } = doc.strings(name)
  return (i) => strings[ids[i]!]!
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  [' ', '\\s'],
  ['\t', '\\t'],
  ['\r', '\\r'],
  ['\n', '\\n'],
  ['|', '\\p'],
  ['\\', '\\\\'],
])

function escaped(gap: string): string {
  return gap.replace(/[ \t\r\n|\\]/g, (unit) => ESCAPES.get(unit)!)
}
