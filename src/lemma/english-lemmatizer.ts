/**
 * English lemmas by part of speech, in the conventions of the English treebanks of Universal Dependencies.
 *
 * Three steps: letters written for emphasis are dropped (`soooo`); capitals become those that the lemma has (lists of
 * words that keep or get them; names keep theirs); the word's ending asks for an edit (ending-rules.ts, one table a
 * part of speech). Without a part of speech, the table `ANY` gives one. Numbers and addresses have rules of their own.
 * What lists and tables hold is learned from data by scripts/build-lemmas.ts.
 */
import { EndingRules } from './ending-rules.js'
import { decodeSpellings } from './spellings.js'
import { WordFilter } from './word-filter.js'

/** What scripts/build-lemmas.ts writes, by UPOS or `ANY`. */
export interface EnglishLemmaData {
  /** Text of ending rules. Those of `ANY` append the number of a part of speech in {@link GUESSES}. */
  readonly rules: Readonly<Record<string, string>>
  /** Text of words as lemmas spell them: they get their capitals even where a text has none. */
  readonly always: Readonly<Record<string, string>>
  /** Text of words that keep their capitals where a text has some; other words lose them, except for names. */
  readonly keep: Readonly<Record<string, string>>
  /** Text of a filter of common words in lower case. */
  readonly words: string
}

/** The part of speech of a word whose own is not known. */
export const ANY = 'ANY'

/** What the table `ANY` may say: a letter for each part of speech. */
export const GUESSES: ReadonlyMap<string, string> = new Map([
  ['n', 'NOUN'],
  ['v', 'VERB'],
  ['j', 'ADJ'],
  ['r', 'ADV'],
  ['a', 'AUX'],
  ['d', 'DET'],
  ['p', 'PRON'],
  ['t', 'PART'],
  ['o', 'ADP'],
  ['c', 'CCONJ'],
  ['s', 'SCONJ'],
  ['i', 'INTJ'],
  ['u', 'NUM'],
  ['m', 'PUNCT'],
  ['y', 'SYM'],
])

const CURLY = /[‘’`´ʼ]/gu
const SOFT_HYPHEN = /\u00ad/gu
const GROUPED_NUMBER = /^\d[\d,.]*\d$/u
const ADDRESS = /[@/]|www\./u
const FILE_NAME = /[\p{L}\d]\.\p{L}{2}/u
const MODEL_NUMBER = /^\p{Lu}+\d/u
const ACRONYM = /^\p{Lu}+$/u
const LETTERS = /^\p{L}+$/u
const EMPHASIS = /(\p{Ll})\1\1/u
const SHORT_ACRONYM = 4
const LONGEST_REMEMBERED = 12
const MOST_REMEMBERED = 30_000
/** Parts of speech whose words nobody lengthens, or where three like letters mean something. */
const LITERAL: ReadonlySet<string> = new Set(['PROPN', 'PUNCT', 'SYM', 'NUM', 'X'])

/** Words of one part of speech that have capitals, by their lower case. */
export interface Capitals {
  readonly upos: string
  readonly always: ReadonlyMap<string, string>
  readonly keep: ReadonlyMap<string, string>
}

/** Lemmas of single words. */
export class EnglishLemmatizer {
  readonly #data: EnglishLemmaData
  readonly #capitals = new Map<string, Capitals>()
  readonly #rules = new Map<string, EndingRules>()
  readonly #words: WordFilter
  readonly #remembered = new Map<string, Map<string, string>>()

  /** Tables are unpacked when the first word of their part of speech comes, linear in their length. */
  constructor(data: EnglishLemmaData) {
    this.#data = data
    this.#words = new WordFilter(data.words)
  }

  /**
   * Lemma of `form` as `upos`, or as {@link ANY}; linear in its length. Some thousand short words are remembered.
   */
  lemma(form: string, upos: string): string {
    // Longer parts of a string keep the whole of it in memory (so does V8), and are rare.
    if (form.length > LONGEST_REMEMBERED) return this.#lemma(form, upos)
    let lemmas = this.#remembered.get(upos)
    if (lemmas === undefined) {
      lemmas = new Map()
      this.#remembered.set(upos, lemmas)
    }
    let lemma = lemmas.get(form)
    if (lemma === undefined) {
      lemma = this.#lemma(form, upos)
      if (lemmas.size >= MOST_REMEMBERED) lemmas.clear()
      lemmas.set(form, lemma)
    }
    return lemma
  }

  /** The part of speech that a plain form has most often, as far as its lemma depends on it. */
  guess(word: string): string {
    const lower = word.toLowerCase()
    if (word !== lower && (this.#capitalsOf(ANY).keep.has(lower) || !this.#words.has(lower))) return 'PROPN'
    const { always } = this.#capitalsOf('ADJ')
    if (always.has(lower) && (word !== lower || !this.#words.has(lower))) return 'ADJ'
    return GUESSES.get(this.#rulesOf(ANY).appendage(lower)) ?? 'NOUN'
  }

  #capitalsOf(upos: string): Capitals {
    let capitals = this.#capitals.get(upos)
    if (capitals === undefined) {
      const { always, keep } = this.#data
      capitals = {
        upos,
        always: decodeSpellings(always[upos] ?? ''),
        keep: decodeSpellings(keep[upos] ?? ''),
      }
      this.#capitals.set(upos, capitals)
    }
    return capitals
  }

  #rulesOf(upos: string): EndingRules {
    let rules = this.#rules.get(upos)
    if (rules === undefined) {
      rules = new EndingRules(this.#data.rules[upos] ?? '')
      this.#rules.set(upos, rules)
    }
    return rules
  }

  #lemma(form: string, upos: string): string {
    const simple = isSimple(form)
    const word = simple ? form : plain(form)
    const pos = upos === ANY ? this.guess(word) : upos
    const capitals = this.#capitalsOf(pos)
    if (simple && pos !== 'PROPN') {
      return this.#rulesOf(pos).apply(word, capitals.always.get(word) ?? word)
    }
    const cased = lemmaCase(LITERAL.has(pos) ? word : this.#calm(word), capitals, this.#words)
    const fixed = ADDRESS.test(word) || FILE_NAME.test(word) || (pos === 'NOUN' && this.#isAcronym(word))
    return fixed ? cased : this.#rulesOf(pos).apply(cased.toLowerCase(), cased)
  }

  /** Whether a noun is all capitals and unknown in lower case, so that what it ends in is no ending: VHS. */
  #isAcronym(word: string): boolean {
    return (
      word.length > 1 &&
      word.length <= SHORT_ACRONYM &&
      ACRONYM.test(word) &&
      !this.#words.has(word.toLowerCase())
    )
  }

  /** A word without letters that were only written for emphasis: cooool, sooo. */
  #calm(word: string): string {
    const lower = word.toLowerCase()
    if (!EMPHASIS.test(lower)) return word
    const twice = lower.replace(/(\p{Ll})\1{2,}/gu, '$1$1')
    if (this.#words.has(twice)) return twice
    const once = lower.replace(/(\p{Ll})\1{2,}/gu, '$1')
    return this.#words.has(once) ? once : word
  }
}

/** Whether a form is of the letters a to z alone and none stands three times in a row: most words, and soon done. */
function isSimple(form: string): boolean {
  let before = 0
  let twice = false
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i)
    if (unit < 0x61 || unit > 0x7a || (unit === before && twice)) return false
    twice = unit === before
    before = unit
  }
  return true
}

/** A form in composed letters, with straight apostrophes, without soft hyphens. */
export function plain(form: string): string {
  return form.normalize('NFC').replace(CURLY, "'").replace(SOFT_HYPHEN, '')
}

/** A plain form in the capitals that its lemma has; `common`: words that are no names when in lower case. */
export function lemmaCase(
  word: string,
  { upos, always, keep }: Capitals,
  common: { has(word: string): boolean },
): string {
  if (ADDRESS.test(word)) return word
  if (GROUPED_NUMBER.test(word)) return word.replaceAll(',', '')
  const lower = word.toLowerCase()
  if (upos === 'PROPN') {
    const shout = word.length > SHORT_ACRONYM && word === word.toUpperCase()
    if (!shout && word !== lower) return word
    const known = (shout ? keep : always).get(lower) ?? always.get(lower)
    if (known !== undefined) return known
    if ((!shout && common.has(lower)) || !LETTERS.test(word)) return word
    return word[0]!.toUpperCase() + lower.slice(1)
  }
  const known = always.get(lower) ?? (lower === word ? undefined : keep.get(lower))
  if (known !== undefined) return known
  if (upos === 'NOUN' && (word.length === 1 || MODEL_NUMBER.test(word))) return word
  if (!word.includes('-')) return lower
  return lower
    .split('-')
    .map((partOfWord) => always.get(partOfWord) ?? partOfWord)
    .join('-')
}
