/**
 * The default English tokenizer's TypeScript side: lays out its memory once, feeds the kernel windows of the text.
 *
 * Memory of its own Region: the context block, character classes (128 KiB), the lexicon (slots of 24 bytes), the
 * table of possible cuts, then a window of text and its columns. The kernel is src/core/assembly/tokenize-english.ts.
 */
import type { Pointer } from '../core/kernels.js'
import { Region } from '../core/region.js'
import { Doc } from '../text/doc.js'
import { englishTables } from './english-tables.js'

/** Words of the context block, in the order of the class Context of the kernel. */
const FIELD = {
  text: 0,
  units: 1,
  final: 2,
  split: 3,
  classes: 4,
  lexicon: 5,
  mask: 6,
  cuts: 7,
  start: 8,
  end: 9,
  kind: 10,
  base: 11,
  quote: 12,
  consumed: 13,
} as const
const FIELDS = 22

/** Units of a window; bigger ones leave the second-level cache, smaller ones pay more crossings. */
export const ENGLISH_WINDOW = 65_536

/** One instance of the English tokenizer: a Region with its tables. */
class EnglishTokenizer {
  readonly #region = new Region()
  readonly #context: Pointer
  readonly #text: Pointer

  constructor() {
    const region = this.#region
    this.#context = region.reserve(FIELDS * 4)
    const tables = englishTables()
    const classes = region.copyIn(tables.classes)
    const lexicon = region.copyIn(tables.lexicon)
    const cuts = region.copyIn(tables.cuts)
    this.#text = region.reserve(ENGLISH_WINDOW * 2 + 48) // the kernel reads 16 or 32 bytes at once
    const start = region.reserve(ENGLISH_WINDOW * 4)
    const end = region.reserve(ENGLISH_WINDOW * 4)
    const kind = region.reserve(ENGLISH_WINDOW)
    const fields = region.u32(this.#context, FIELDS)
    fields[FIELD.classes] = classes
    fields[FIELD.lexicon] = lexicon
    fields[FIELD.mask] = tables.slots - 1
    fields[FIELD.cuts] = cuts
    fields[FIELD.text] = this.#text
    fields[FIELD.start] = start
    fields[FIELD.end] = end
    fields[FIELD.kind] = kind
  }

  /** Columns of the tokens of `text`; `windowUnits` is for tests: results do not depend on it. */
  run(
    text: string,
    split: boolean,
    windowUnits: number,
  ): { start: Uint32Array; end: Uint32Array; kind: Uint8Array } {
    const region = this.#region
    let window = windowUnits
    let columns = new Columns(Math.min(text.length, 64 + (text.length >> 2)))
    let from = 0
    let quote = 0
    while (from < text.length) {
      const to = Math.min(text.length, from + window)
      region.copyText(text, from, to, this.#text)
      const before = region.u32(this.#context, FIELDS)
      before[FIELD.units] = to - from
      before[FIELD.final] = to === text.length ? 1 : 0
      before[FIELD.split] = split ? 1 : 0
      before[FIELD.base] = from
      before[FIELD.quote] = quote
      const count = region.run('tokenizeEnglish', this.#context)
      const fields = region.u32(this.#context, FIELDS)
      columns = columns.room(count)
      columns.append(
        region.u32(fields[FIELD.start]!, count),
        region.u32(fields[FIELD.end]!, count),
        region.u8(fields[FIELD.kind]!, count),
      )
      const consumed = fields[FIELD.consumed]!
      quote = fields[FIELD.quote]!
      from += consumed
      // A window shorter than a chunk: only tests have such.
      window = consumed === 0 ? window * 2 : windowUnits
    }
    return columns.exact()
  }
}

/** Growing columns; a copy is made only when they are full, and for the exact length at the end. */
class Columns {
  #start: Uint32Array
  #end: Uint32Array
  #kind: Uint8Array
  #length = 0

  constructor(capacity: number) {
    this.#start = new Uint32Array(capacity)
    this.#end = new Uint32Array(capacity)
    this.#kind = new Uint8Array(capacity)
  }

  /** Columns with room for `count` more tokens: these, or longer ones. */
  room(count: number): Columns {
    const needed = this.#length + count
    if (needed <= this.#start.length) return this
    const grown = new Columns(Math.max(needed, this.#length + (this.#length >> 1)))
    grown.append(
      this.#start.subarray(0, this.#length),
      this.#end.subarray(0, this.#length),
      this.#kind.subarray(0, this.#length),
    )
    return grown
  }

  append(start: Uint32Array, end: Uint32Array, kind: Uint8Array): void {
    this.#start.set(start, this.#length)
    this.#end.set(end, this.#length)
    this.#kind.set(kind, this.#length)
    this.#length += start.length
  }

  exact(): { start: Uint32Array; end: Uint32Array; kind: Uint8Array } {
    return {
      start: this.#start.slice(0, this.#length),
      end: this.#end.slice(0, this.#length),
      kind: this.#kind.slice(0, this.#length),
    }
  }
}

let tokenizer: EnglishTokenizer | undefined

/** Tokens of English text with the column `kind`; `tokenize` in ./tokenize.ts is the public door. */
export function tokenizeEnglish(
  text: string,
  split: 'ud' | 'none',
  windowUnits: number = ENGLISH_WINDOW,
): Doc {
  tokenizer ??= new EnglishTokenizer()
  return Doc.create(text, tokenizer.run(text, split === 'ud', windowUnits))
}
