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

/** What is wrong in a line. */
interface Wrong {
  readonly message: string
  readonly hint?: string
  readonly expected: string
  readonly found: string
  readonly line?: number
  readonly column?: number
}

/**
 * Takes a file in pieces and gives its Docs. With `onFault`, a sentence that cannot be read is told to it and left
 * out, and reading goes on behind the next blank line.
 */
export class ConlluReader {
  readonly #unit: 'document' | 'sentence'
  readonly #onFault: ((error: WordloomError) => void) | undefined
  #skipping = false
  #owesDocument = false
  #finished: Doc | undefined
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
  readonly #from = new Int32Array(10)
  readonly #to = new Int32Array(10)

  constructor(options: ReadConlluOptions, where: string, onFault?: (error: WordloomError) => void) {
    requireOptions(options, { unit: ['document', 'sentence'] }, where)
    this.#unit = options.unit ?? DEFAULT_READ_CONLLU_OPTIONS.unit
    this.#onFault = onFault
  }

  /** Docs that are complete with this piece of the file. */
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
      this.#readLine(text, from, to)
      if (this.#finished !== undefined) {
        yield this.#finished
        this.#finished = undefined
      }
      from = newline + 1
    }
  }

  /** What is left at the end of the file; a missing last line end or blank line is supplied. */
  *finish(): Generator<Doc> {
    if (this.#rest.length > 0) yield* this.read('\n')
    if (this.#inSentence || this.#comments.length > 0) {
      this.#line++
      try {
        this.#blank()
      } catch (error) {
        this.#giveUp(error)
      }
      if (this.#finished !== undefined) yield this.#finished
    }
    if (this.#doc.size > 0) yield this.#doc.finish()
  }

  #readLine(text: string, from: number, to: number): void {
    this.#line++
    if (this.#skipping) {
      this.#skipping = from !== to
      return
    }
    const begin = this.#line === 1 && text.charCodeAt(from) === 0xfeff ? from + 1 : from
    try {
      this.#readLineAt(text, begin, to)
    } catch (error) {
      this.#giveUp(error)
      this.#skipping = from !== to
    }
  }

  /** Takes the sentence back that cannot be read, and tells it; throws where nobody is to be told. */
  #giveUp(error: unknown): void {
    if (!(error instanceof WordloomError) || this.#onFault === undefined) throw error
    if (this.#inSentence) this.#doc.dropSentence()
    else if (this.#comments.some((line) => isComment(line, 'newdoc'))) this.#owesDocument = true
    this.#comments = []
    this.#early.length = 0
    this.#inSentence = false
    this.#onFault(error)
  }

  #readLineAt(text: string, from: number, to: number): void {
    if (from === to) {
      this.#blank()
      return
    }
    if (text.charCodeAt(from) === 0x23) {
      if (this.#inSentence) {
        throw this.#error({
          message: 'a comment stands after the words of a sentence have begun',
          hint: 'Put it before the first word, or a blank line before it.',
          expected: 'a word, or a blank line',
          found: text.slice(from, to),
          column: 1,
        })
      }
      this.#comments.push(text.slice(from, to))
      return
    }
    let field = 0
    for (let at = from; ; field++) {
      const tab = text.indexOf('\t', at)
      const end = tab < 0 || tab > to ? to : tab
      if (field < 10) {
        if (end === at) {
          throw this.#error({
            message: `field ${field + 1} is empty`,
            hint: 'Write _ where there is no value.',
            expected: `a value or _ in field ${field + 1}`,
            found: '',
            column: at - from + 1,
          })
        }
        this.#from[field] = at
        this.#to[field] = end
      }
      if (end === to) break
      at = end + 1
    }
    if (field !== 9) {
      throw this.#error({
        message: `got ${field + 1} columns, expected 10 separated by tabs`,
        expected: '10 columns separated by tabs',
        found: text.slice(from, to),
        column: 1,
      })
    }
    if (!this.#inSentence) this.#beginSentence()
    this.#readRow(text)
  }

  #beginSentence(): void {
    const newDocument = this.#owesDocument || this.#comments.some((line) => isComment(line, 'newdoc'))
    this.#owesDocument = false
    if (newDocument && this.#doc.size > 0) {
      this.#finished = this.#doc.finish()
      this.#doc = new ConlluBuilder()
    }
    this.#doc.beginSentence(newDocument || this.#comments.some((line) => isComment(line, 'newpar')))
    this.#inSentence = true
    this.#first = this.#doc.size
    this.#words = 0
    this.#emptyNodes = 0
    this.#rangeEnd = 0
    this.#highestHead = 0
  }

  #blank(): void {
    const found = 'a blank line'
    if (!this.#inSentence) {
      if (this.#comments.length === 0) return
      throw this.#error({
        message: 'comments are followed by no words',
        hint: 'Remove them, or the blank line after them.',
        expected: 'words after the comments',
        found,
      })
    }
    if (this.#words === 0) {
      throw this.#error({
        message: 'the sentence has no words',
        hint: 'Add a row with the ID 1.',
        expected: 'a row with the ID 1',
        found,
      })
    }
    if (this.#rangeEnd > 0) {
      throw this.#error({
        message: `the multiword token ends at word ${this.#rangeEnd}, the sentence at word ${this.#words}`,
        hint: 'Give every word of the range its row.',
        expected: `word ${this.#words + 1} of a multiword token`,
        found,
      })
    }
    if (this.#highestHead > this.#words) {
      throw this.#error({
        message: `HEAD is ${this.#highestHead} in a sentence of ${this.#words} words`,
        hint: 'A head is 0 for the root, else the ID of a word of the sentence.',
        expected: `a HEAD from 0 to ${this.#words}`,
        found: String(this.#highestHead),
        line: this.#highestHeadLine,
      })
    }
    this.#doc.endSentence(this.#comments.join('\n'))
    this.#comments = []
    this.#inSentence = false
    if (this.#unit === 'document') return
    this.#finished = this.#doc.finish()
    this.#doc = new ConlluBuilder()
  }

  #readRow(text: string): void {
    const next = this.#words + 1
    if (wordNumber(text, this.#from[0]!, this.#to[0]!) === next) {
      this.#readWord(text, next)
      return
    }
    const row = Array.from(this.#from, (from, k) => text.slice(from, this.#to[k]))
    const id = row[0]!
    const digits = digitsEnd(id)
    const number = numberOf(id.slice(0, digits))
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
    throw this.#error({
      message: `the ID is '${id}' where word ${this.#words + 1} is next`,
      hint: 'Words count 1, 2, 3; a multiword token 3-4 stands before word 3, an empty node 3.1 after it.',
      expected: `the ID ${this.#words + 1}`,
      found: id,
      column: 1,
    })
  }

  #readWord(text: string, number: number): void {
    this.#words = number
    this.#emptyNodes = 0
    this.#doc.addWord(text, this.#from, this.#to, this.#headOf(text))
    if (this.#early.length > 0) {
      for (const early of this.#early) this.#doc.addEmptyNode(this.#first, early)
      this.#early.length = 0
    }
    if (this.#rangeEnd === number) {
      this.#doc.endMultiword(this.#rangeMisc)
      this.#rangeEnd = 0
    }
  }

  #headOf(text: string): number {
    const from = this.#from[6]!
    const to = this.#to[6]!
    if (to === from + 1 && text.charCodeAt(from) === 0x5f) return NO_HEAD
    const head = wordNumber(text, from, to)
    if (head < 0 || head === this.#words) {
      const field = text.slice(from, to)
      throw this.#error({
        message: `HEAD of word ${this.#words} is '${field}'`,
        hint: 'A head is 0 for the root, else the ID of another word of the sentence, or _.',
        expected: 'the ID of another word, 0 or _',
        found: field,
        column: from - this.#from[0]! + 1,
      })
    }
    if (head > this.#highestHead) {
      this.#highestHead = head
      this.#highestHeadLine = this.#line
    }
    return head
  }

  #error({ message, hint = '', line = this.#line, ...rest }: Wrong): WordloomError {
    return new WordloomError('CONLLU_SYNTAX', {
      message: `CoNLL-U, line ${line}: ${message}.`,
      hint,
      details: { line, ...rest },
    })
  }
}

/** The number that units [from, to) write, below 2^31 and without leading zeros; else -1. */
function wordNumber(text: string, from: number, to: number): number {
  if (to - from > 1 && text.charCodeAt(from) === 0x30) return -1
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
    if (number >= 2 ** 31) return -1
  }
  return number
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
