/**
 * The default English tokenizer's TypeScript side: builds the tables once, feeds the kernel windows of the text.
 *
 * Memory of its own Region: the context block, character classes (128 KiB), the lexicon (slots of 24 bytes), the
 * table of possible cuts, then a window of text and its columns. The kernel is src/core/assembly/tokenize-english.ts.
 */
import type { Pointer } from '../core/kernels.js'
import { Region } from '../core/region.js'
import { Doc } from '../text/doc.js'
import { characterClasses } from './character-classes.js'
import * as en from './lang/en.js'

/** Properties of lexicon entries, as src/core/assembly/english-context.ts has them. */
const PROPERTY = {
  prefix: 1 << 12,
  suffix: 1 << 13,
  unit: 1 << 14,
  topLevel: 1 << 15,
  weakTopLevel: 1 << 16,
  group: 1 << 17,
  elision: 1 << 18,
  afterIts: 1 << 19,
  currency: 1 << 20,
  bang: 1 << 21,
  whole: 1 << 22,
  clitic: 1 << 23,
  emoticon: 1 << 24,
  ordinal: 1 << 25,
  its: 1 << 26,
  your: 1 << 27,
  afterYour: 1 << 28,
} as const
const FIRST_CUT = 3
const SECOND_CUT = 7
const PLAIN_CUT = 1 << 11

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
const FIELDS = 20

const SLOTS = 2048
const SLOT_BYTES = 24
const CUTS_BYTES = 32 * 32 * 2

/** Units of a window; bigger ones leave the second-level cache, smaller ones pay more crossings. */
export const ENGLISH_WINDOW = 65_536

/** What is carried from one window of a stream to the next. */
export interface EnglishState {
  /** Chunks for which an opening single quote still waits for its closing one. */
  quote: number
}

/** Every word of the lexicon with its property bits. */
export function englishLexicon(): Map<string, number> {
  const lexicon = new Map<string, number>()
  const add = (words: string, bits: number) => {
    for (const word of words.split(' ')) lexicon.set(word, (lexicon.get(word) ?? 0) | bits)
  }
  add(en.ABBREVIATIONS, 1)
  add(en.INNER_ABBREVIATIONS, 2)
  add(en.NUMBER_ABBREVIATIONS, 3)
  add(en.NAME_ABBREVIATIONS, 4)
  add(en.CAPITAL_ABBREVIATIONS, 5)
  add(en.PREFIXES, PROPERTY.prefix)
  add(en.SUFFIXES, PROPERTY.suffix)
  add(en.UNITS, PROPERTY.unit)
  add(en.TOP_LEVELS, PROPERTY.topLevel)
  add(en.WEAK_TOP_LEVELS, PROPERTY.weakTopLevel)
  add(en.GROUPS, PROPERTY.group)
  add(en.ELISIONS, PROPERTY.elision)
  add(en.AFTER_ITS, PROPERTY.afterIts)
  add(en.CURRENCIES, PROPERTY.currency)
  add(en.BANGS, PROPERTY.bang)
  add(en.WHOLE_WORDS, PROPERTY.whole)
  add(en.CLITICS, PROPERTY.clitic)
  add(en.EMOTICONS, PROPERTY.emoticon)
  add(en.ORDINALS, PROPERTY.ordinal)
  add('its', PROPERTY.its)
  add('your', PROPERTY.your)
  add(en.AFTER_YOUR, PROPERTY.afterYour)
  for (const [words, bits] of [
    [en.CONTRACTIONS, 0],
    [en.MERGED_WORDS, PLAIN_CUT],
  ] as const) {
    for (const parts of words.split(' ')) {
      const [first = '', second = '', third] = parts.split('|')
      const cut = third === undefined ? 0 : first.length + second.length
      add(parts.replaceAll('|', ''), bits | (first.length << FIRST_CUT) | (cut << SECOND_CUT))
    }
  }
  return lexicon
}

/** One instance of the English tokenizer: a Region with its tables. */
class EnglishTokenizer {
  readonly #region = new Region()
  readonly #context: Pointer
  readonly #text: Pointer

  constructor() {
    const region = this.#region
    this.#context = region.reserve(FIELDS * 4)
    const classes = region.copyIn(characterClasses())
    const lexicon = region.reserve(SLOTS * SLOT_BYTES)
    const cuts = region.reserve(CUTS_BYTES)
    region.u8(lexicon, SLOTS * SLOT_BYTES).fill(0)
    region.u8(cuts, CUTS_BYTES).fill(0)
    for (const [word, bits] of englishLexicon()) {
      insert(region.u8(lexicon, SLOTS * SLOT_BYTES), word, bits)
      if (bits & ((15 << FIRST_CUT) | PROPERTY.its | PROPERTY.your)) {
        const at = ((word.charCodeAt(word.length - 1) & 31) << 5) + (word.charCodeAt(0) & 31)
        const table = region.u16(cuts, CUTS_BYTES / 2)
        table[at] = table[at]! | (1 << word.length)
      }
    }
    const fields = region.u32(this.#context, FIELDS)
    fields[FIELD.classes] = classes
    fields[FIELD.lexicon] = lexicon
    fields[FIELD.mask] = SLOTS - 1
    fields[FIELD.cuts] = cuts
    this.#text = region.reserve(ENGLISH_WINDOW * 2)
    const start = region.reserve(ENGLISH_WINDOW * 4)
    const end = region.reserve(ENGLISH_WINDOW * 4)
    const kind = region.reserve(ENGLISH_WINDOW)
    const views = region.u32(this.#context, FIELDS)
    views[FIELD.text] = this.#text
    views[FIELD.start] = start
    views[FIELD.end] = end
    views[FIELD.kind] = kind
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

/** Puts a word into the open-addressing table; the kernel's `lookup` is the other half. */
function insert(slots: Uint8Array, word: string, bits: number): void {
  const key = new Uint8Array(16) // little-endian 128-bit number of the word's bytes, the last one lowest
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    hash = Math.imul(hash ^ code, 0x01000193)
    key[word.length - 1 - i] = code
  }
  hash ^= hash >>> 15
  const view = new DataView(slots.buffer, slots.byteOffset, slots.byteLength)
  let slot = hash & (SLOTS - 1)
  while (view.getUint32(slot * SLOT_BYTES + 16, true) !== 0) slot = (slot + 1) & (SLOTS - 1)
  slots.set(key, slot * SLOT_BYTES)
  view.setUint32(slot * SLOT_BYTES + 16, bits, true)
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
