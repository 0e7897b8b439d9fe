/**
 * Tables of the English tokenizer's kernel: character classes, the lexicon, possible cuts.
 *
 * The lexicon is an open-addressing hash table with slots of 24 bytes: 16 bytes of the lower-cased word, padded with
 * zeros, then its property bits; an empty slot has none. The hash multiplies the word's four 32-bit parts. `cuts` has, for the last and first letter of a word (5 bits each), one bit for
 * each length at which the lexicon may cut a word without an apostrophe.
 */
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

const SLOTS = 2048
const SLOT_WORDS = 6

/** What the kernel reads; see the head of this file. */
export interface EnglishTables {
  readonly classes: Uint8Array
  readonly lexicon: Uint8Array
  /** Slots of the lexicon, a power of two. */
  readonly slots: number
  readonly cuts: Uint16Array
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

/** The tables, newly built: a few milliseconds in a fresh process. */
export function englishTables(): EnglishTables {
  const slots = new Int32Array(SLOTS * SLOT_WORDS)
  const cuts = new Uint16Array(32 * 32)
  for (const [word, bits] of englishLexicon()) {
    insert(slots, word, bits)
    if (bits & ((15 << FIRST_CUT) | PROPERTY.its | PROPERTY.your)) {
      const at = ((word.charCodeAt(word.length - 1) & 31) << 5) + (word.charCodeAt(0) & 31)
      cuts[at] = cuts[at]! | (1 << word.length)
    }
  }
  return { classes: characterClasses(), lexicon: new Uint8Array(slots.buffer), slots: SLOTS, cuts }
}

const key = new Int32Array(4)

/** Puts a word into the open-addressing table; the kernel's `lookup` is the other half. */
function insert(slots: Int32Array, word: string, bits: number): void {
  key.fill(0)
  for (let i = 0; i < word.length; i++) key[i >> 2]! |= word.charCodeAt(i) << ((i & 3) << 3)
  let hash = key[0]! ^ Math.imul(key[1]!, 0x9e3779b1)
  hash ^= Math.imul(key[2]!, 0x85ebca77) ^ Math.imul(key[3]!, 0xc2b2ae3d)
  hash = Math.imul(hash, 0x27d4eb2f)
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
  while (slots[slot * SLOT_WORDS + 4] !== 0) slot = (slot + 1) & (SLOTS - 1)
  slots.set(key, slot * SLOT_WORDS)
  slots[slot * SLOT_WORDS + 4] = bits
}
