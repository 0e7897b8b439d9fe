/**
 * The tokenizer of all languages but English: UAX #29 words with a few rules of Universal Dependencies.
 *
 * Languages are data (lang/xx.ts). Here their word lists become one hash table of a few kilobytes, which is built
 * once and laid into the shared Region for each call, with the folding table and a window of the text. The kernel
 * is src/core/assembly/tokenize-unicode.ts.
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import type { Pointer } from '../core/kernels.js'
import { type Region, sharedRegion } from '../core/region.js'
import { Doc } from '../text/doc.js'
import { ca } from './lang/ca.js'
import { de } from './lang/de.js'
import { es } from './lang/es.js'
import { fr } from './lang/fr.js'
import { it } from './lang/it.js'
import { ko } from './lang/ko.js'
import { pt } from './lang/pt.js'
import { ru } from './lang/ru.js'
import { HABITS, type LanguageRules } from './lang/rules.js'
import { tr } from './lang/tr.js'

/** Options of {@link tokenizeUnicode}. */
export interface UnicodeOptions {
  /** Language of the text, a BCP 47 tag such as 'fr' or 'pt-BR'; '' and languages without data get no rules. */
  readonly lang?: string
}

/** Defaults of {@link tokenizeUnicode}. */
export const DEFAULT_UNICODE_OPTIONS = { lang: '' } as const satisfies Required<UnicodeOptions>

const LANGUAGES: Readonly<Record<string, LanguageRules>> = { ca, de, es, fr, it, ko, pt, ru, tr }

/** Languages that have rules of their own, by BCP 47 language subtag. */
export const UNICODE_LANGUAGES: readonly string[] = Object.keys(LANGUAGES)

const WINDOW = 65_536
const FOLDED = 0x600
const LONGEST = 48

/** The word lists of a language, in the order of their bits in the core. */
const LISTS = ['abbreviations', 'elisions', 'enclitics', 'whole', 'units'] as const

/** Words of the context block, in the order of the class Segments of the kernel. */
const FIELDS = [
  ...[
    'text',
    'units',
    'final',
    'base',
    'fold',
    'slots',
    'mask',
    'pool',
    'lists',
    'habits',
    'state',
    'bounds',
  ],
  ...['kinds', 'start', 'end', 'kind', 'consumed', 'count', 'segments', 'group', 'buffer', 'mailFrom'],
  ...['addressStart', 'addressEnd', 'addressKind'],
] as const
const FIELD = Object.fromEntries(FIELDS.map((name, index) => [name, index])) as Record<
  (typeof FIELDS)[number],
  number
>

/**
 * Tokens of a text in any language: a Doc with `start`, `end` (UTF-16 units) and `kind` (indexes into
 * TOKEN_KINDS).
 *
 * Words and numbers are those of Unicode (UAX #29), joined over hyphens, and by the rules of the language where it
 * has some (elisions, abbreviations, numbers in groups: docs/guide/languages.md). URLs, e-mail addresses,
 * mentions, hashtags, emoticons, emoji and marks in a row are one token each, unlike in UAX #29. Tokens and the
 * white space between them rebuild the text; a run of more than 32,768 units without white space is cut. Linear
 * time, memory beyond the result flat; deterministic.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @throws OPTION_INVALID when an option is unknown or `lang` is no language tag
 * @example
 * ```ts
 * import { tokenizeUnicode } from 'wordloom'
 * console.log(tokenizeUnicode("L'homme m'a-t-il vu ?", { lang: 'fr' }).words())
 * // [ "L'", 'homme', "m'", 'a', '-t-il', 'vu', '?' ]
 * ```
 * @see Unicode Standard Annex #29, section 4; https://universaldependencies.org
 */
export function tokenizeUnicode(text: string, options: UnicodeOptions = {}): Doc {
  requireString(text, 'tokenizeUnicode(text)')
  requireOptions(options, { lang: null }, 'tokenizeUnicode')
  return tokenizeInWindows(text, options.lang ?? DEFAULT_UNICODE_OPTIONS.lang, WINDOW)
}

/** The work of {@link tokenizeUnicode} with any window (>= 1 unit), for tests: results do not depend on it. */
export function tokenizeInWindows(text: string, lang: string, window: number): Doc {
  const language = lang === '' ? '' : languageOf(lang)
  const region = sharedRegion()
  const mark = region.mark()
  try {
    return Doc.create(text, run(region, text, tablesOf(language), window))
  } finally {
    region.release(mark)
  }
}

function run(region: Region, text: string, tables: Tables, windowUnits: number) {
  const context = region.reserve(FIELDS.length * 4)
  const slots = region.copyIn(tables.slots)
  const pool = region.copyIn(tables.pool)
  // Words are folded only to be looked up.
  const fold = tables.lists === 0 ? 0 : region.copyIn(foldTable())
  const state = region.reserve(32)
  const buffer = region.reserve(LONGEST * 4)
  const top = region.mark()
  const fields = region.u32(context, FIELDS.length)
  fields[FIELD.slots] = slots
  fields[FIELD.pool] = pool
  fields[FIELD.fold] = fold
  fields[FIELD.mask] = tables.slots.length / 2 - 1
  fields[FIELD.lists] = tables.lists
  fields[FIELD.habits] = tables.habits
  fields[FIELD.state] = state
  fields[FIELD.buffer] = buffer

  let room = 0
  let input: Pointer = 0
  let startOut: Pointer = 0
  let endOut: Pointer = 0
  let kindOut: Pointer = 0
  const parts: { start: Uint32Array; end: Uint32Array; kind: Uint8Array }[] = []
  let units = windowUnits
  for (let from = 0; from < text.length; ) {
    const to = Math.min(text.length, from + units)
    if (to - from > room) {
      room = to - from
      region.release(top)
      input = region.reserve(room * 2)
      const bounds = region.reserve((room + 2) * 4)
      const kinds = region.reserve(room)
      startOut = region.reserve(room * 4)
      endOut = region.reserve(room * 4)
      kindOut = region.reserve(room)
      const grown = region.u32(context, FIELDS.length)
      grown[FIELD.text] = input
      grown[FIELD.bounds] = bounds
      grown[FIELD.kinds] = kinds
      grown[FIELD.start] = startOut
      grown[FIELD.end] = endOut
      grown[FIELD.kind] = kindOut
    }
    region.copyText(text, from, to, input)
    const window = region.u32(context, FIELDS.length)
    window[FIELD.units] = to - from
    window[FIELD.final] = to === text.length ? 1 : 0
    window[FIELD.base] = from
    const count = region.run('tokenizeUnicode', context)
    parts.push({
      start: region.u32(startOut, count).slice(),
      end: region.u32(endOut, count).slice(),
      kind: region.u8(kindOut, count).slice(),
    })
    const consumed = window[FIELD.consumed]!
    from += consumed
    // No safe break in the window: a longer one, or the rest would be walked again and again.
    units = consumed === 0 ? units * 2 : windowUnits
  }
  if (parts.length === 1) return parts[0]!
  const total = parts.reduce((sum, part) => sum + part.start.length, 0)
  const columns = { start: new Uint32Array(total), end: new Uint32Array(total), kind: new Uint8Array(total) }
  let at = 0
  for (const part of parts) {
    columns.start.set(part.start, at)
    columns.end.set(part.end, at)
    columns.kind.set(part.kind, at)
    at += part.start.length
  }
  return columns
}

/**
 * The language subtag of a BCP 47 tag, in lower case.
 *
 * @throws OPTION_INVALID when `lang` is no such tag
 */
export function languageOf(lang: string): string {
  const language = /^[A-Za-z]{2,8}(?=$|[-_])/.exec(lang)?.[0]
  if (language !== undefined) return language.toLowerCase()
  throw new WordloomError('OPTION_INVALID', {
    message: `option lang is ${JSON.stringify(lang)}, expected a BCP 47 language tag.`,
    hint: "Pass for example lang: 'fr' or lang: 'pt-BR'.",
    details: { option: 'lang', value: lang },
  })
}

/** What the kernel reads of a language. */
interface Tables {
  readonly lists: number
  readonly habits: number
  readonly slots: Uint32Array
  readonly pool: Uint16Array
}

const tables = new Map<string, Tables>()

function tablesOf(language: string): Tables {
  const known = Object.hasOwn(LANGUAGES, language) ? language : ''
  let found = tables.get(known)
  if (found === undefined) {
    found = buildTables(known === '' ? {} : LANGUAGES[known]!)
    tables.set(known, found)
  }
  return found
}

function buildTables(rules: LanguageRules): Tables {
  const words = new Map<string, number>()
  let lists = 0
  LISTS.forEach((name, bit) => {
    for (const word of rules[name] ?? []) {
      const folded = foldWord(word)
      words.set(folded, (words.get(folded) ?? 0) | (1 << bit))
      lists |= 1 << bit
    }
  })
  let size = 2
  while (size < words.size * 2) size *= 2
  const slots = new Uint32Array(size * 2)
  const pool: number[] = []
  for (const [word, bits] of words) {
    let hash = 0x811c9dc5
    const offset = pool.length
    for (let i = 0; i < word.length; i++) {
      hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
      pool.push(word.charCodeAt(i))
    }
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot * 2] = hash
    slots[slot * 2 + 1] = (offset << 16) | (word.length << 8) | bits
  }
  let habits = 0
  for (const habit of rules.habits ?? []) habits |= 1 << HABITS.indexOf(habit)
  return { lists, habits, slots, pool: Uint16Array.from(pool) }
}

let folding: Uint16Array | undefined

/** For each unit below 0x600 two units: its letter in lower case without its mark, and the mark or 0. */
function foldTable(): Uint16Array {
  if (folding === undefined) {
    folding = new Uint16Array(FOLDED * 2)
    for (let unit = 0; unit < FOLDED; unit++) {
      const [letter = '', mark] = String.fromCharCode(unit).normalize('NFD')
      folding[unit * 2] = letter.toLowerCase().charCodeAt(0)
      folding[unit * 2 + 1] = mark?.charCodeAt(0) ?? 0
    }
  }
  return folding
}

function foldWord(word: string): string {
  return word.toLowerCase().normalize('NFD')
}
