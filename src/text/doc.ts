/**
 * Doc: a text and typed-array columns over its tokens, the one object that every skill reads and gives.
 *
 * Immutable by contract: skills return a new Doc that shares the columns it did not change. `start` and `end`
 * are UTF-16 offsets into the caller's own string, half-open, ordered and disjoint, so
 * `doc.text.slice(doc.start[i], doc.end[i])` is token i, always. White space between tokens is never touched,
 * so text, `start` and `end` rebuild every byte. A Doc holds no memory of the core: it can be kept, cloned,
 * posted to a worker or packed.
 */
import { requireString, WordloomError } from '../core/errors.js'
import { ARRAY_TYPES, type ArrayType, arrayType, type NumberArray } from './arrays.js'
import { Span, Token } from './span.js'
import { InternTable, type StringColumn } from './strings.js'

/** A column: numbers, or interned strings. One entry a token. */
export type Column = NumberArray | StringColumn

/** A plain form of a Doc that `structuredClone`, `postMessage` and `Doc.fromColumns` take. */
export interface DocColumns {
  readonly text: string
  readonly columns: Readonly<Record<string, Column>>
}

/** A plain form of a Doc for JSON: columns as arrays of numbers, or of strings. */
export interface DocJson {
  readonly text: string
  readonly columns: Readonly<
    Record<string, { readonly type: string; readonly values: readonly (number | string)[] }>
  >
}

/** A text with columns over its tokens; immutable. */
export class Doc {
  /** The caller's own string. */
  readonly text: string
  /** Shape (nTokens,): UTF-16 offset of each token's first unit. */
  readonly start: Uint32Array
  /** Shape (nTokens,): UTF-16 offset after each token's last unit. */
  readonly end: Uint32Array
  readonly #columns: ReadonlyMap<string, Column>

  private constructor(text: string, columns: ReadonlyMap<string, Column>) {
    this.text = text
    this.start = columns.get('start') as Uint32Array
    this.end = columns.get('end') as Uint32Array
    this.#columns = columns
  }

  /**
   * Makes a Doc from a text and its columns, checking offsets and shapes.
   *
   * Offsets are checked in O(nTokens): 0 <= start[i] < end[i] <= start[i+1], end <= text.length. A token may
   * be empty (start = end) only where a column `form` says which word it stands for.
   *
   * @throws INPUT_NOT_STRING when `text` is not a string
   * @throws COLUMN_SHAPE when a column has another length than `start`, or offsets are out of order
   * @example
   * ```ts
   * import { Doc } from 'wordloom'
   * const doc = Doc.create('to be', { start: Uint32Array.of(0, 3), end: Uint32Array.of(2, 5) })
   * console.log(doc.words()) // [ 'to', 'be' ]
   * ```
   */
  static create(
    text: string,
    columns: { readonly start: Uint32Array; readonly end: Uint32Array } & Readonly<Record<string, Column>>,
  ): Doc {
    requireString(text, 'Doc.create(text)')
    const { start, end } = columns
    if (!(start instanceof Uint32Array) || !(end instanceof Uint32Array)) {
      throw new WordloomError('COLUMN_SHAPE', {
        message: 'Doc.create takes start and end as Uint32Array.',
        hint: 'Pass Uint32Array.from(offsets).',
      })
    }
    const checked = checkedColumns(columns, start.length)
    const shortest = checked.has('form') ? 0 : 1 // the words of a fused token (du = de + le) share its surface
    let reached = 0
    for (let i = 0; i < start.length; i++) {
      if (start[i]! < reached || end[i]! < start[i]! + shortest)
        throw outOfOrder(i, start[i]!, end[i]!, reached)
      reached = end[i]!
    }
    if (reached > text.length) throw outOfOrder(start.length - 1, start.at(-1)!, reached, text.length)
    return new Doc(text, checked)
  }

  /**
   * A Doc of columns that its caller has checked as `create` does; for readers of packs.
   *
   * @internal
   */
  static unchecked(text: string, columns: ReadonlyMap<string, Column>): Doc {
    return new Doc(text, columns)
  }

  /** Number of tokens. */
  get length(): number {
    return this.start.length
  }

  /** Names of all columns, `start` and `end` first. */
  get columnNames(): string[] {
    return [...this.#columns.keys()]
  }

  /** Whether the column `name` is there. */
  has(name: string): boolean {
    return this.#columns.has(name)
  }

  /** What the column `name` holds: 'string', or the short name of its array type; undefined if not there. */
  columnType(name: string): string | undefined {
    const column = this.#columns.get(name)
    if (column === undefined) return undefined
    return ArrayBuffer.isView(column) ? arrayType(column) : 'string'
  }

  /**
   * The column of numbers `name`, shape (nTokens,). Do not write into it.
   *
   * @throws COLUMN_MISSING when no skill has added it, or it holds strings
   */
  numbers(name: string): NumberArray {
    const column = this.#columns.get(name)
    if (column !== undefined && ArrayBuffer.isView(column)) return column
    throw this.#missing(name, 'numbers')
  }

  /**
   * The column of strings `name`, ids of shape (nTokens,).
   *
   * @throws COLUMN_MISSING when no skill has added it, or it holds numbers
   */
  strings(name: string): StringColumn {
    const column = this.#columns.get(name)
    if (column !== undefined && !ArrayBuffer.isView(column)) return column
    throw this.#missing(name, 'strings')
  }

  /**
   * A Doc with more or other columns; all else is shared.
   *
   * @throws COLUMN_SHAPE when a column has not one entry a token, or is `start` or `end`
   */
  with(columns: Readonly<Record<string, Column>>): Doc {
    for (const name of ['start', 'end']) {
      if (!Object.hasOwn(columns, name)) continue
      throw new WordloomError('COLUMN_SHAPE', {
        message: `Doc.with cannot replace ${name}: other tokens are another Doc.`,
        hint: 'Use Doc.create(text, columns).',
      })
    }
    return new Doc(this.text, new Map([...this.#columns, ...checkedColumns(columns, this.length)]))
  }

  /** Token `i`, counted from 0 (negative: from the end); undefined outside. A view: it holds no text. */
  token(i: number): Token | undefined {
    const index = i < 0 ? i + this.length : i
    return index >= 0 && index < this.length ? new Token(this, index) : undefined
  }

  /** All tokens in order, as views. For tight loops use the columns instead: they allocate nothing. */
  *[Symbol.iterator](): Generator<Token> {
    for (let i = 0; i < this.length; i++) yield new Token(this, i)
  }

  /** Surface of token `i`. */
  word(i: number): string {
    return this.text.slice(this.start[i], this.end[i])
  }

  /** Surfaces of all tokens. */
  words(): string[] {
    const words = new Array<string>(this.length)
    for (let i = 0; i < words.length; i++) words[i] = this.word(i)
    return words
  }

  /** Whether white space, or anything else that is no token, follows token `i`; true for the last one if so. */
  spaceAfter(i: number): boolean {
    return (i + 1 < this.length ? this.start[i + 1]! : this.text.length) > this.end[i]!
  }

  /** Tokens `from` to `to` (half-open) as a Span. */
  span(from: number, to: number): Span {
    return new Span(this, from, to)
  }

  /**
   * Sentences in order, as Spans.
   *
   * @throws COLUMN_MISSING before `splitSentences`
   */
  *sentences(): Generator<Span> {
    const sentence = this.numbers('sentence')
    for (let from = 0; from < this.length; ) {
      let to = from + 1
      while (to < this.length && sentence[to] === sentence[from]) to++
      yield new Span(this, from, to)
      from = to
    }
  }

  /** The plain form for `structuredClone` and `postMessage`; columns are shared, not copied. */
  toColumns(): DocColumns {
    return { text: this.text, columns: Object.fromEntries(this.#columns) }
  }

  /**
   * A Doc from its plain form.
   *
   * @throws COLUMN_SHAPE as {@link Doc.create}
   */
  static fromColumns({ text, columns }: DocColumns): Doc {
    return Doc.create(text, columns as { start: Uint32Array; end: Uint32Array })
  }

  /** The plain form that `JSON.stringify` takes. */
  toJSON(): DocJson {
    const columns: Record<string, { type: string; values: (number | string)[] }> = {}
    for (const [name, column] of this.#columns) {
      columns[name] = ArrayBuffer.isView(column)
        ? { type: arrayType(column), values: Array.from(column) }
        : { type: 'string', values: Array.from(column.ids, (id) => column.strings[id]!) }
    }
    return { text: this.text, columns }
  }

  /**
   * A Doc from what `toJSON` gave.
   *
   * @throws COLUMN_SHAPE when a column has an unknown type, or as {@link Doc.create}
   */
  static fromJSON({ text, columns }: DocJson): Doc {
    const made: Record<string, Column> = {}
    for (const [name, { type, values }] of Object.entries(columns)) {
      if (type === 'string') made[name] = InternTable.column(values as string[])
      else if (Object.hasOwn(ARRAY_TYPES, type)) {
        made[name] = ARRAY_TYPES[type as ArrayType].from(values as number[])
      } else {
        throw new WordloomError('COLUMN_SHAPE', {
          message: `Column ${name} has the type '${type}', expected one of string, ${Object.keys(ARRAY_TYPES).join(', ')}.`,
          details: { column: name, type },
        })
      }
    }
    return Doc.fromColumns({ text, columns: made })
  }

  #missing(name: string, what: string): WordloomError {
    const maker: Readonly<Record<string, string>> = {
      sentence: 'Call splitSentences(doc) first.',
      kind: 'Call tokenize(text): only its Docs have kinds.',
      head: 'Parse the Doc first (DependencyParser of wordloom/parse), or read CoNLL-U that has HEAD.',
      deprel: 'Parse the Doc first (DependencyParser of wordloom/parse), or read CoNLL-U that has DEPREL.',
      tag: 'Tag the Doc first (Tagger of wordloom/tag), or read CoNLL-U that has UPOS.',
    }
    return new WordloomError('COLUMN_MISSING', {
      message: `The Doc has no column of ${what} '${name}'; it has ${this.columnNames.join(', ')}.`,
      hint: (Object.hasOwn(maker, name) && maker[name]) || 'Run the skill that adds it first.',
      details: { column: name, columns: this.columnNames },
    })
  }
}

function checkedColumns(columns: Readonly<Record<string, Column>>, length: number): Map<string, Column> {
  const checked = new Map<string, Column>()
  for (const [name, column] of Object.entries(columns)) {
    const numbers = ArrayBuffer.isView(column) ? column : column.ids
    arrayType(numbers)
    if (numbers.length !== length) {
      throw new WordloomError('COLUMN_SHAPE', {
        message: `Column ${name} has ${numbers.length} entries, expected one for each of ${length} tokens.`,
        details: { column: name, got: numbers.length, expected: length },
      })
    }
    if (!ArrayBuffer.isView(column) && !idsBelow(column.ids, column.strings.length)) {
      throw new WordloomError('COLUMN_SHAPE', {
        message: `Column ${name} has ids beyond its ${column.strings.length} strings.`,
        details: { column: name },
      })
    }
    checked.set(name, column)
  }
  return checked
}

function idsBelow(ids: Uint32Array, limit: number): boolean {
  for (let i = 0; i < ids.length; i++) if (ids[i]! >= limit) return false
  return true
}

function outOfOrder(i: number, start: number, end: number, limit: number): WordloomError {
  return new WordloomError('COLUMN_SHAPE', {
    message: `Token ${i} is [${start}, ${end}); expected a range that is not empty, begins at or after the token before and ends within the text (limit ${limit}).`,
    hint: 'Offsets are UTF-16 units, ordered and disjoint.',
    details: { token: i, start, end },
  })
}
