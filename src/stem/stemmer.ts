/**
 * A stemmer: a compiled rule program in a Region of its own, for one word or for a batch in one crossing.
 *
 * A batch is one text with a line a word: the kernel writes the stems in the same form, so that splitting and
 * joining, which the engine does natively, are all that happens to a word outside of the core. Words are put in
 * lower case and composed (NFC) before.
 */
import { requireString, WordloomError } from '../core/errors.js'
import type { Pointer } from '../core/kernels.js'
import { Region } from '../core/region.js'
import { Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'
import { fromUtf16 } from '../text/utf16.js'
import { compileRules } from './compile-rules.js'
import type { Rule } from './rules.js'

const LINE = 10
const ONE_WORD = -1
const SHORT = 256 // units of a word that fits the buffers kept for single words
const BATCH = 4096 // words of a call to the kernel: about a millisecond
const STACK = 1024
const MEMO_SLOTS = 1 << 16
const MEMO_SLOT = 32 // bytes
const MEMO_REST = 15 // batches
const UNITS_PER_HIT = 40 // with fewer hits than one for so many units (about one word in five) it does not pay
const MEMO_FROM = 1 << 13 // units of a batch for which the table of words is worth its memory

/** Gives stems: call it with a word, or its `stemAll` with many. */
export interface Stemmer {
  /**
   * The stem of one word.
   *
   * @throws INPUT_NOT_STRING when `word` is not a string
   */
  (word: string): string
  /** Name of the algorithm, such as 'english'. */
  readonly algorithm: string
  /** The Doc with the column `stem`; equal words are stemmed once. */
  stemAll(doc: Doc): Doc
  /** The stems of `words`, in order. */
  stemAll(words: readonly string[]): string[]
  /** The text with each line (ended by \n) replaced by its stem. */
  stemLines(text: string): string
  /** `stemLines` of UTF-8 (whole lines, \n or \r\n) without making strings where that can be avoided. */
  stemBytes(lines: Uint8Array): Uint8Array
}

/** How a text is brought to the letters that rules are written in: lower case, composed. */
export type Fold = (text: string) => string

/** Lower case, NFC, and the typewriter's apostrophe for the printer's; text below U+0300 needs only the first. */
export const foldCase: Fold = (text) => {
  const lower = text.toLowerCase()
  return /[\u0300-\uffff]/.test(lower) ? lower.normalize('NFC').replaceAll('\u2019', "'") : lower
}

/**
 * A stemmer of your own: `rule` is run on each word, from its front.
 *
 * Compiling takes a millisecond or so; the stemmer holds some 100 kB of memory. Deterministic and linear.
 *
 * @throws RULE_INVALID when `rule` breaks a limit of the rule language
 * @example
 * ```ts
 * import { createStemmer, rules } from 'wordloom/stem'
 * const { backward, longest, remove, replace } = rules
 * const plurals = createStemmer('plurals', backward(longest({ ies: replace('y'), 'ss us': '', s: remove })))
 * console.log(plurals.stemAll(['ponies', 'cats', 'grass'])) // [ 'pony', 'cat', 'grass' ]
 * ```
 * @see rules
 */
export function createStemmer(algorithm: string, rule: Rule, fold: Fold = foldCase): Stemmer {
  const program = new StemProgram(compileRules(rule))
  const stem = (word: string) => {
    requireString(word, `${algorithm} stemmer(word)`)
    return program.word(fold(word))
  }
  const stemLines: Fold = (text) => program.lines(fold(text))
  const stemBytes = (bytes: Uint8Array) =>
    (fold === foldCase ? program.bytes(bytes) : undefined) ?? bytesByText(bytes, stemLines)
  return stemmerOf(algorithm, stem, stemLines, stemBytes)
}

function bytesByText(bytes: Uint8Array, stemLines: Fold): Uint8Array {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  return new TextEncoder().encode(stemLines(text.replaceAll('\r\n', '\n')))
}

/** A stemmer by its functions: of a word, of a text with a word a line, and of such a text in UTF-8. */
export function stemmerOf(
  algorithm: string,
  stem: (word: string) => string,
  stemLines: Fold,
  stemBytes = (bytes: Uint8Array) => bytesByText(bytes, stemLines),
): Stemmer {
  function all(doc: Doc): Doc
  function all(words: readonly string[]): string[]
  function all(input: Doc | readonly string[]): Doc | string[] {
    return stemAll(input, stem, stemLines)
  }
  return Object.assign((word: string) => stem(word), { algorithm, stemAll: all, stemLines, stemBytes })
}

function stemAll(
  input: Doc | readonly string[],
  stem: (word: string) => string,
  lines: Fold,
): Doc | string[] {
  if (input instanceof Doc) {
    const words = InternTable.column(input.words())
    const stems = InternTable.column(stemWords(words.strings, stem, lines))
    return input.with({
      stem: { ids: words.ids.map((id) => stems.ids[id] as number), strings: stems.strings },
    })
  }
  if (!Array.isArray(input)) {
    throw new WordloomError('INPUT_NOT_STRING', {
      message: `stemAll takes an array of words or a Doc; got ${input === null ? 'null' : typeof input}.`,
      hint: 'Use tokenize(text) for a text, and the stemmer itself for a single word.',
    })
  }
  return stemWords(input, stem, lines)
}

function stemWords(words: readonly string[], stem: (word: string) => string, lines: Fold): string[] {
  const stems: string[] = []
  for (let i = 0; i < words.length; i += BATCH) {
    const batch = words.slice(i, i + BATCH)
    for (const word of batch) requireString(word, `stemAll(words)`)
    const found = lines(`${batch.join('\n')}\n`).split('\n')
    // A word with a line feed in it breaks the form of the batch.
    if (found.length !== batch.length + 1) stems.push(...batch.map(stem))
    else for (let j = 0; j < batch.length; j++) stems.push(found[j] as string)
  }
  return stems
}

/** A program in the memory of the core, with buffers for single short words and a table of words for batches. */
class StemProgram {
  readonly #region = new Region()
  readonly #program: Pointer
  readonly #stack: Pointer
  readonly #text: Pointer
  readonly #out: Pointer
  #view: Uint16Array
  #memo: Pointer = 0
  #fold: Pointer = 0
  #rest = 0

  constructor(program: Uint8Array) {
    this.#program = this.#region.copyIn(program)
    this.#stack = this.#region.reserve(STACK)
    this.#text = this.#region.reserve(SHORT * 2)
    this.#out = this.#region.reserve(SHORT * 4)
    this.#view = this.#region.u16(this.#text, SHORT)
  }

  word(word: string): string {
    if (word.length > SHORT) return this.#batch(word, ONE_WORD, 0).slice(0, -1)
    if (this.#view.length === 0) this.#view = this.#region.u16(this.#text, SHORT)
    for (let i = 0; i < word.length; i++) this.#view[i] = word.charCodeAt(i)
    const stack = [this.#stack, STACK] as const
    const length = this.#run([this.#text, word.length], ONE_WORD, [this.#out, SHORT * 2], stack, 0) - 1
    const units = this.#region.u16(this.#out, length)
    let same = 0
    while (same < length && units[same] === word.charCodeAt(same)) same++
    if (same === length) return word.slice(0, length)
    return word.slice(0, same) + String.fromCharCode(...units.subarray(same))
  }

  lines(text: string): string {
    return this.#batch(text, LINE, this.#memoFor(text.length))
  }

  /** Stems of UTF-8 lines; undefined where the text must become a string for it. */
  bytes(lines: Uint8Array): Uint8Array | undefined {
    const region = this.#region
    const memo = this.#memoFor(lines.length)
    if (this.#fold === 0) this.#fold = region.copyIn(foldTable())
    const mark = region.mark()
    try {
      const bytes = region.copyIn(lines)
      const text = region.reserve(lines.length * 2)
      const length = region.run('stemDecode', bytes, lines.length, this.#fold, text)
      if (length === 0) return undefined
      const [room, stackBytes] = [length * 2 + SHORT, STACK + length * 16]
      const out = region.reserve(room * 2)
      const stack = region.reserve(stackBytes)
      const units = this.#run([text, length], LINE, [out, room], [stack, stackBytes], memo)
      const stems = region.reserve(units * 2)
      const count = region.run('stemEncode', out, units, stems)
      return count === 0 ? undefined : region.u8(stems, count).slice()
    } finally {
      region.release(mark)
    }
  }

  /** The table of words for a batch of so many units; 0 where it is not worth it. */
  #memoFor(length: number): Pointer {
    if (length < MEMO_FROM) return 0
    if (this.#rest > 0) {
      this.#rest--
      return 0
    }
    if (this.#memo === 0) {
      this.#memo = this.#region.reserve(MEMO_SLOTS * MEMO_SLOT + 4)
      this.#region.u8(this.#memo, MEMO_SLOTS * MEMO_SLOT).fill(0)
    }
    return this.#memo
  }

  /** Words that do not come again make the table a burden: it then rests for a while. */
  #restAfter(units: number): void {
    const hits = this.#region.u32(this.#memo + MEMO_SLOTS * MEMO_SLOT, 1)[0] as number
    if (hits * UNITS_PER_HIT < units) this.#rest = MEMO_REST
  }

  #batch(text: string, separator: number, memo: Pointer): string {
    const region = this.#region
    const mark = region.mark()
    try {
      const input = region.reserve(text.length * 2)
      const [room, stackBytes] = [text.length * 2 + SHORT, STACK + text.length * 16]
      const out = region.reserve(room * 2)
      const stack = region.reserve(stackBytes)
      region.copyText(text, 0, text.length, input)
      const length = this.#run([input, text.length], separator, [out, room], [stack, stackBytes], memo)
      return fromUtf16(region.u16(out, length))
    } finally {
      region.release(mark)
    }
  }

  /** Runs the kernel over memory areas, each a pointer and a size. */
  #run(text: Area, separator: number, out: Area, stack: Area, memo: Pointer): number {
    try {
      const areas = [...text, separator, ...out, ...stack, memo, MEMO_SLOTS] as const
      const units = this.#region.run('stemWords', this.#program, ...areas)
      if (memo !== 0) this.#restAfter(text[1])
      return units
    } catch (cause) {
      if (!(cause instanceof WordloomError) || cause.code !== 'CORE_CAPACITY') throw cause
      throw new WordloomError('RULE_INVALID', {
        message: 'The rules do not come to an end, or make a word more than twice as long.',
        hint: 'Look for insert(), attach() or backward() in many(), and for a routine that passes no letter.',
        cause,
      })
    }
  }
}

type Area = readonly [pointer: Pointer, size: number]

/** What foldCase makes of each character below U+0800; 0xffff where that depends on more than the character. */
function foldTable(): Uint16Array {
  return Uint16Array.from({ length: 0x800 }, (_, point) => {
    const folded = foldCase(String.fromCharCode(point))
    const composes = point >= 0x300 && point < 0x370
    const depends = point === 0x0d || point === 0x3a3 || composes
    return folded.length !== 1 || depends ? 0xffff : folded.charCodeAt(0)
  })
}
