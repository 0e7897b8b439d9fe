/**
 * CoNLL-U reader: lines in, Docs out, one pass, nothing dropped.
 *
 * Fields become columns of the Doc (see `conllu-builder.ts`): UPOS `tag`, XPOS `xtag`, FEATS `features`, LEMMA
 * `lemma`, HEAD `head`, DEPREL `deprel`, DEPS `deps`, MISC `misc`, each verbatim, `''` for `_`. What belongs to
 * no word is kept verbatim too: comments with the first word of their sentence (`comments`), empty nodes with
 * the word before them (`emptyNodes`), rows of multiword tokens with their first word (`multiword`).
 *
 * @see https://universaldependencies.org/format.html
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import { type DecodeOptions, decodeUtf8, type TextSource, textChunks } from '../text/decode.js'
import type { Doc } from '../text/doc.js'
import { ConlluBuilder, NO_HEAD } from './conllu-builder.js'

/** How CoNLL-U is read. */
export interface ReadConlluOptions {
  /**
   * What one Doc holds: a `document`, from one `# newdoc` to the next (the whole file where there is none), or
   * a `sentence`.
   */
  readonly unit?: 'document' | 'sentence'
}

/** What `readConllu` does unless told otherwise. */
export const DEFAULT_READ_CONLLU_OPTIONS: Required<ReadConlluOptions> = { unit: 'document' }

/**
 * Docs of a CoNLL-U file, made as they are asked for; about 25 MB/s.
 *
 * A Doc has one token a syntactic word. Its text is that of the forms: a space between tokens unless MISC says
 * SpaceAfter=No or SpacesAfter=..., a blank line at `# newpar`. Columns, each only where the file has values:
 * `sentence` (Uint32, from 0), `kind` (Uint8; `clitic` for the second and later words of a multiword token),
 * `head` (Int32: index of the head's token in the Doc; the root's own index; -1 where HEAD is `_`), and the
 * string columns `lemma`, `tag`, `xtag`, `features`, `deprel`, `deps`, `misc`, `form` (only where words are no
 * slices of the text, as in French du = de + le: all but the first of them are empty tokens), `comments`,
 * `emptyNodes` and `multiword`.
 *
 * @throws CONLLU_SYNTAX with `details.line` when a line is not as the format has it
 * @throws INPUT_ENCODING when bytes are not UTF-8
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * const [doc] = readConllu('1\tHi\thi\tINTJ\t_\t_\t0\troot\t_\tSpaceAfter=No\n2\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n')
 * console.log(doc?.text, doc?.token(0)?.get('tag')) // Hi! INTJ
 * ```
 * @see https://universaldependencies.org/format.html
 */
export function* readConllu(conllu: string | Uint8Array, options: ReadConlluOptions = {}): Generator<Doc> {
  const reader = new ConlluReader(options, 'readConllu')
  const text = conllu instanceof Uint8Array ? decodeUtf8(conllu) : conllu
  requireString(text, 'readConllu(conllu)')
  yield* reader.read(text)
  yield* reader.finish()
}

/**
 * As {@link readConllu}, from a source that comes in pieces; memory stays at one Doc and one piece.
 *
 * @throws CONLLU_SYNTAX with `details.line`
 * @throws INPUT_ENCODING with `details.byteOffset`
 * @example
 * ```ts
 * import { readConlluStream } from 'wordloom'
 * for await (const doc of readConlluStream(['1\tHi\t_\t_\t_', '\t_\t_\t_\t_\t_\n\n'], { unit: 'sentence' })) {
 *   console.log(doc.words()) // [ 'Hi' ]
 * }
 * ```
 */
export async function* readConlluStream(
  source: TextSource,
  options: ReadConlluOptions & DecodeOptions = {},
): AsyncGenerator<Doc> {
  const { encoding: _, signal: __, ...own } = options
  const reader = new ConlluReader(own, 'readConlluStream')
  for await (const chunk of textChunks(source, options)) yield* reader.read(chunk)
  yield* reader.finish()
}

/** Whether the comment line is `# name` alone, `# name = ...` or `# name ...`. */
export function isComment(line: string, name: string): boolean {
  const body = line.slice(1).trimStart()
  return body.startsWith(name) && /^(?:$|[\s=])/u.test(body.slice(name.length))
}

class ConlluReader {
  readonly #unit: 'document' | 'sentence'
  #rest: string[] = []
  #line = 0
  #doc = new ConlluBuilder()
  #comments: string[] = []
  #inSentence = false
  #first = 0
  #words = 0
  #emptyNodes = 0
  #rangeEnd = 0
  #rangeMisc = ''
  #highestHead = 0
  #highestHeadLine = 0
  readonly #early: string[] = []
  readonly #row: string[] = new Array<string>(10).fill('')

  constructor(options: ReadConlluOptions, where: string) {
    requireOptions(options, { unit: ['document', 'sentence'] }, where)
    this.#unit = options.unit ?? DEFAULT_READ_CONLLU_OPTIONS.unit
  }

  *read(chunk: string): Generator<Doc> {
    const last = chunk.lastIndexOf('\n')
    if (last < 0) {
      this.#rest.push(chunk)
      return
    }
    this.#rest.push(chunk.slice(0, last + 1))
    const text = this.#rest.length === 1 ? this.#rest[0]! : this.#rest.join('')
    this.#rest = last + 1 < chunk.length ? [chunk.slice(last + 1)] : []
    for (let from = 0; from < text.length; ) {
      const newline = text.indexOf('\n', from)
      const to = newline > from && text.charCodeAt(newline - 1) === 0x0d ? newline - 1 : newline
      const doc = this.#readLine(text, from, to)
      if (doc !== undefined) yield doc
      from = newline + 1
    }
  }

  /** What is left at the end of the file; a missing last line end or blank line is supplied. */
  *finish(): Generator<Doc> {
    if (this.#rest.length > 0) yield* this.read('\n')
    if (this.#inSentence || this.#comments.length > 0) {
      this.#line++
      const doc = this.#blank()
      if (doc !== undefined) yield doc
    }
    if (this.#doc.size > 0) yield this.#doc.finish()
  }

  #readLine(text: string, from: number, to: number): Doc | undefined {
    this.#line++
    if (this.#line === 1 && text.charCodeAt(from) === 0xfeff) return this.#readLineAt(text, from + 1, to)
    return this.#readLineAt(text, from, to)
  }

  #readLineAt(text: string, from: number, to: number): Doc | undefined {
    if (from === to) return this.#blank()
    if (text.charCodeAt(from) === 0x23) {
      if (this.#inSentence) {
        throw this.#error(
          'a comment stands after the words of a sentence have begun',
          'Put it before the first word, or a blank line before it.',
        )
      }
      this.#comments.push(text.slice(from, to))
      return undefined
    }
    const row = this.#row
    let field = 0
    for (let at = from; ; field++) {
      const tab = text.indexOf('\t', at)
      const end = tab < 0 || tab > to ? to : tab
      if (field < 10) {
        if (end === at) throw this.#error(`field ${field + 1} is empty`, 'Write _ where there is no value.')
        row[field] = end === at + 1 && text.charCodeAt(at) === 0x5f ? '_' : text.slice(at, end)
      }
      if (end === to) break
      at = end + 1
    }
    if (field !== 9) throw this.#error(`got ${field + 1} columns, expected 10 separated by tabs`, '')
    const finished = this.#inSentence ? undefined : this.#beginSentence()
    this.#readRow(row)
    return finished
  }

  #beginSentence(): Doc | undefined {
    let finished: Doc | undefined
    const newDocument = this.#comments.some((line) => isComment(line, 'newdoc'))
    if (newDocument && this.#doc.size > 0) {
      finished = this.#doc.finish()
      this.#doc = new ConlluBuilder()
    }
    this.#doc.beginSentence(newDocument || this.#comments.some((line) => isComment(line, 'newpar')))
    this.#inSentence = true
    this.#first = this.#doc.size
    this.#words = 0
    this.#emptyNodes = 0
    this.#rangeEnd = 0
    this.#highestHead = 0
    return finished
  }

  #blank(): Doc | undefined {
    if (!this.#inSentence) {
      if (this.#comments.length === 0) return undefined
      throw this.#error('comments are followed by no words', 'Remove them, or the blank line after them.')
    }
    if (this.#words === 0) throw this.#error('the sentence has no words', 'Add a row with the ID 1.')
    if (this.#rangeEnd > 0) {
      throw this.#error(
        `the multiword token ends at word ${this.#rangeEnd}, the sentence at word ${this.#words}`,
        'Give every word of the range its row.',
      )
    }
    if (this.#highestHead > this.#words) {
      throw this.#error(
        `HEAD is ${this.#highestHead} in a sentence of ${this.#words} words`,
        'A head is 0 for the root, else the ID of a word of the sentence.',
        this.#highestHeadLine,
      )
    }
    this.#doc.endSentence(this.#comments.join('\n'))
    this.#comments = []
    this.#inSentence = false
    if (this.#unit === 'document') return undefined
    const doc = this.#doc.finish()
    this.#doc = new ConlluBuilder()
    return doc
  }

  #readRow(row: readonly string[]): void {
    const id = row[0]!
    const digits = digitsEnd(id)
    const number = numberOf(id.slice(0, digits))
    if (digits === id.length && number === this.#words + 1) {
      this.#readWord(row, number)
      return
    }
    const second = numberOf(id.slice(digits + 1))
    if (id[digits] === '-' && number === this.#words + 1 && second > number && this.#rangeEnd === 0) {
      this.#rangeEnd = second
      this.#rangeMisc = row[9]!
      this.#doc.beginMultiword(row[1]!, row.slice(2).join('\t'), row[9]!)
      return
    }
    if (id[digits] === '.' && number === this.#words && second === this.#emptyNodes + 1) {
      this.#emptyNodes++
      if (number === 0) this.#early.push(row.join('\t'))
      else this.#doc.addEmptyNode(this.#doc.size - 1, row.join('\t'))
      return
    }
    throw this.#error(
      `the ID is '${id}' where word ${this.#words + 1} is next`,
      'Words count 1, 2, 3; a multiword token 3-4 stands before word 3, an empty node 3.1 after it.',
    )
  }

  #readWord(row: readonly string[], number: number): void {
    this.#words = number
    this.#emptyNodes = 0
    this.#doc.addWord(row, this.#headOf(row[6]!))
    for (const early of this.#early) this.#doc.addEmptyNode(this.#first, early)
    this.#early.length = 0
    if (this.#rangeEnd === number) {
      this.#doc.endMultiword(this.#rangeMisc)
      this.#rangeEnd = 0
    }
  }

  #headOf(field: string): number {
    if (field === '_') return NO_HEAD
    const head = numberOf(field)
    if (!(head !== this.#words && head < 2 ** 31)) {
      throw this.#error(
        `HEAD of word ${this.#words} is '${field}'`,
        'A head is 0 for the root, else the ID of another word of the sentence, or _.',
      )
    }
    if (head > this.#highestHead) {
      this.#highestHead = head
      this.#highestHeadLine = this.#line
    }
    return head
  }

  #error(message: string, hint: string, line = this.#line): WordloomError {
    return new WordloomError('CONLLU_SYNTAX', {
      message: `CoNLL-U, line ${line}: ${message}.`,
      hint,
      details: { line },
    })
  }
}

/** Index after the digits that `id` begins with. */
function digitsEnd(id: string): number {
  let at = 0
  while (at < id.length && id.charCodeAt(at) >= 0x30 && id.charCodeAt(at) <= 0x39) at++
  return at
}

/** The number that `digits` writes, without leading zeros; else NaN. */
function numberOf(digits: string): number {
  if (digits === '' || digitsEnd(digits) < digits.length) return Number.NaN
  return digits.length > 1 && digits[0] === '0' ? Number.NaN : Number(digits)
}
