/**
 * What a language adds to the Unicode tokenizer, as data: words that keep their period, elided words that are
 * split off, endings that are split off, and a few habits of its treebanks. Words are written in lower case and
 * with the straight apostrophe; they match any case and both apostrophes.
 */

/** Data of one language; every part may be missing. No word is longer than 24 letters. */
export interface LanguageRules {
  /** Words that keep the period after them, without it: `dr`, `art`. Initials (`J.`) do so in every language. */
  readonly abbreviations?: readonly string[]
  /** Elided words, without their apostrophe: `l`, `qu`, `dell`. They end after it: `l'` + `homme`. */
  readonly elisions?: readonly string[]
  /** Endings with their hyphen that are words of their own: `-il`, `-t-il`, `-moi`. */
  readonly enclitics?: readonly string[]
  /** Words that stay whole though an elision or ending fits: `aujourd'hui`, `rendez-vous`. */
  readonly whole?: readonly string[]
  /** Units that are split from the number before them: `km`, and in `10h30` from the one behind. */
  readonly units?: readonly string[]
  /** Habits by name. */
  readonly habits?: readonly Habit[]
}

/**
 * Habits of a language or its treebanks; each is one bit in the core.
 *
 * - `digitGroups`: three digits after a space continue a number (`10 000`)
 * - `decades`: an apostrophe before two digits belongs to them (`'90`)
 * - `slashes`: a slash joins numbers and words in capitals (`1/10`, `PT/SP`)
 * - `optionalEndings`: an ending in brackets belongs to its word (`traité(e)`)
 * - `splitHyphens`: a hyphen between words of two or more letters is a token of its own
 * - `splitRanges`: so is a hyphen between numbers
 * - `splitInitials`: abbreviations written together are words each (`т.д.` is `т.` + `д.`)
 * - `ideographs`: Chinese characters in a row are one word
 * - `tildes`: a tilde joins words and numbers (`70~80`)
 * - `quotes`: an apostrophe inside a word is a quotation mark, and the letter U+318D a middle dot
 * - `brackets`: brackets in a row are one token, as in smiles (`)))`)
 * - `emojis`: emoji in a row are one token
 * - `ellipses`: two or more periods join a mark before them (`?..`)
 */
export const HABITS = [
  'digitGroups',
  'decades',
  'slashes',
  'optionalEndings',
  'splitHyphens',
  'splitRanges',
  'splitInitials',
  'ideographs',
  'tildes',
  'quotes',
  'brackets',
  'emojis',
  'ellipses',
] as const

/** One of {@link HABITS}. */
export type Habit = (typeof HABITS)[number]
