/**
 * English lemmas by part of speech, in the conventions of the English treebanks of Universal Dependencies.
 *
 * Two steps: the letters that are to be capitals (lists of words that keep or get them; names keep theirs), then
 * the edit that the word's ending asks for (ending-rules.ts, one table a part of speech; `ANY` where it is not
 * known). Numbers and addresses have rules of their own. What the lists and tables hold is learned from data by
 * scripts/build-lemmas.ts.
 */
import { EndingRules } from './ending-rules.js'
import { WordFilter } from './word-filter.js'

/** What scripts/build-lemmas.ts writes, by UPOS or `ANY`. */
export interface EnglishLemmaData {
  /** Text of ending rules. */
  readonly rules: Readonly<Record<string, string>>
  /** Words as lemmas spell them, parted by blanks: they get their capitals even where a text has none. */
  readonly always: Readonly<Record<string, string>>
  /** Words that keep their capitals where a text has some; other words lose them, except for names. */
  readonly keep: Readonly<Record<string, string>>
  /** Text of a filter of common words in lower case. */
  readonly words: string
}

const CURLY = /[‘’`´ʼ]/gu
const SOFT_HYPHEN = /\u00ad/gu
const GROUPED_NUMBER = /^\d[\d,.]*\d$/u
const ADDRESS = /[@/]|www\./u
const NOT_LETTERS = /[^\p{L}]/u
const SHORT_ACRONYM = 4

/** Words of one part of speech that have capitals, by their lower case. */
export interface Capitals {
  readonly upos: string
  readonly always: ReadonlyMap<string, string>
  readonly keep: ReadonlyMap<string, string>
}

interface Part extends Capitals {
  readonly rules: EndingRules
}

/** Lemmas of single words. */
export class EnglishLemmatizer {
  readonly #parts = new Map<string, Part>()
  readonly #words: WordFilter

  /** Unpacks `data`, linear in its length. */
  constructor({ rules, always, keep, words }: EnglishLemmaData) {
    this.#words = new WordFilter(words)
    for (const [pos, text] of Object.entries(rules)) {
      this.#parts.set(pos, {
        upos: pos,
        rules: new EndingRules(text),
        always: spellings(always[pos]),
        keep: spellings(keep[pos]),
      })
    }
  }

  /** Lemma of `form` as `upos`, or as `ANY`; linear in its length. */
  lemma(form: string, upos: string): string {
    const word = plain(form)
    const part = this.#parts.get(upos === 'ANY' && this.#isName(word) ? 'PROPN' : upos)
    if (part === undefined) return word
    const cased = lemmaCase(word, part)
    return part.rules.apply(cased.toLowerCase(), cased)
  }

  /** Whether a word of unknown part of speech is a name by its capitals. */
  #isName(word: string): boolean {
    const lower = word.toLowerCase()
    return word !== lower && (this.#parts.get('ANY')!.keep.has(lower) || !this.#words.has(lower))
  }
}

/** A form in composed letters, with straight apostrophes, without soft hyphens. */
export function plain(form: string): string {
  return form.normalize('NFC').replace(CURLY, "'").replace(SOFT_HYPHEN, '')
}

/** A plain form in the capitals that its lemma has. */
export function lemmaCase(word: string, { upos, always, keep }: Capitals): string {
  if (ADDRESS.test(word)) return word
  if (GROUPED_NUMBER.test(word)) return word.replaceAll(',', '')
  const lower = word.toLowerCase()
  const known = always.get(lower) ?? (lower === word ? undefined : keep.get(lower))
  if (known !== undefined) return known
  if (upos === 'PROPN') {
    const shout = word.length > SHORT_ACRONYM && word === word.toUpperCase() && !NOT_LETTERS.test(word)
    return shout ? word[0] + lower.slice(1) : word
  }
  if (!word.includes('-')) return lower
  return lower
    .split('-')
    .map((partOfWord) => always.get(partOfWord) ?? partOfWord)
    .join('-')
}

function spellings(text: string | undefined): Map<string, string> {
  return new Map((text ?? '').split(' ').map((word) => [word.toLowerCase(), word]))
}
