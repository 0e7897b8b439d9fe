/**
 * The stemmers that Wordloom has, by name and by language, and the ways to call one.
 *
 * Rules are compiled at the first use of a stemmer, which takes a millisecond or so, and kept.
 */
import { nearest, requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { basque } from './lang/basque.js'
import { catalan } from './lang/catalan.js'
import { cistem, foldNouns } from './lang/cistem.js'
import { cistemCaseless } from './lang/cistem-caseless.js'
import { danish } from './lang/danish.js'
import { dutch } from './lang/dutch.js'
import { english } from './lang/english.js'
import { finnish } from './lang/finnish.js'
import { foldArabic, foldIrish, foldTurkish } from './lang/folds.js'
import { french } from './lang/french.js'
import { german } from './lang/german.js'
import { greek } from './lang/greek.js'
import { hungarian } from './lang/hungarian.js'
import { indonesian } from './lang/indonesian.js'
import { irish } from './lang/irish.js'
import { isri } from './lang/isri.js'
import { italian } from './lang/italian.js'
import { lancaster } from './lang/lancaster.js'
import { lovins } from './lang/lovins.js'
import { norwegian } from './lang/norwegian.js'
import { porter } from './lang/porter.js'
import { portuguese } from './lang/portuguese.js'
import { romanian } from './lang/romanian.js'
import { rslp } from './lang/rslp.js'
import { russian } from './lang/russian.js'
import { spanish } from './lang/spanish.js'
import { swedish } from './lang/swedish.js'
import { turkish } from './lang/turkish.js'
import type { Rule } from './rules.js'
import { createStemmer, type Fold, foldCase, type Stemmer } from './stemmer.js'

interface Entry {
  /** Name of the algorithm, as Snowball has it where it is one of Snowball's. */
  readonly algorithm: string
  /** BCP 47 languages that it is the default stemmer of. */
  readonly languages: readonly string[]
  readonly rules: () => Rule
  readonly fold?: Fold
}

const ENTRIES: readonly Entry[] = [
  { algorithm: 'basque', languages: ['eu'], rules: basque },
  { algorithm: 'catalan', languages: ['ca'], rules: catalan },
  { algorithm: 'cistem', languages: [], rules: cistem, fold: foldNouns },
  { algorithm: 'cistem-caseless', languages: [], rules: cistemCaseless },
  { algorithm: 'danish', languages: ['da'], rules: danish },
  { algorithm: 'dutch', languages: ['nl'], rules: dutch },
  { algorithm: 'english', languages: ['en'], rules: english },
  { algorithm: 'finnish', languages: ['fi'], rules: finnish },
  { algorithm: 'french', languages: ['fr'], rules: french },
  { algorithm: 'german', languages: ['de'], rules: german },
  { algorithm: 'greek', languages: ['el'], rules: greek },
  { algorithm: 'hungarian', languages: ['hu'], rules: hungarian },
  { algorithm: 'indonesian', languages: ['id'], rules: indonesian },
  { algorithm: 'irish', languages: ['ga'], rules: irish, fold: foldIrish },
  { algorithm: 'isri', languages: ['ar'], rules: isri, fold: foldArabic },
  { algorithm: 'italian', languages: ['it'], rules: italian },
  { algorithm: 'lancaster', languages: [], rules: lancaster },
  { algorithm: 'lovins', languages: [], rules: lovins },
  { algorithm: 'norwegian', languages: ['no', 'nb', 'nn'], rules: norwegian },
  { algorithm: 'porter', languages: [], rules: porter },
  { algorithm: 'portuguese', languages: ['pt'], rules: portuguese },
  { algorithm: 'romanian', languages: ['ro'], rules: romanian },
  { algorithm: 'rslp', languages: [], rules: rslp },
  { algorithm: 'russian', languages: ['ru'], rules: russian },
  { algorithm: 'spanish', languages: ['es'], rules: spanish },
  { algorithm: 'swedish', languages: ['sv'], rules: swedish },
  { algorithm: 'turkish', languages: ['tr'], rules: turkish, fold: foldTurkish },
]

/** Options of {@link stem} and {@link stemAll}. */
export interface StemOptions {
  /** Name of a stemmer ('english', 'lancaster') or a BCP 47 language ('en', 'pt-BR'); default 'en'. */
  readonly lang?: string
}

/** Defaults of {@link stem} and {@link stemAll}. */
export const DEFAULT_STEM_OPTIONS = { lang: 'en' } as const satisfies Required<StemOptions>

/** Every stemmer: the name of its algorithm and the languages (BCP 47) whose default it is. */
export const STEMMERS: ReadonlyArray<{ readonly algorithm: string; readonly languages: readonly string[] }> =
  ENTRIES.map(({ algorithm, languages }) => ({ algorithm, languages }))

const made = new Map<string, Stemmer>()

/**
 * The stemmer of a language or of that name; the same one each time.
 *
 * Names are those of {@link STEMMERS}; of a BCP 47 tag the language alone counts. Case does not matter.
 *
 * @throws LANGUAGE_UNKNOWN when there is none, with the list of what there is
 * @example
 * ```ts
 * import { stemmer } from 'wordloom/stem'
 * const stem = stemmer('en')
 * console.log(stem('weaving'), stem.stemAll(['looms', 'woven'])) // weav [ 'loom', 'woven' ]
 * ```
 */
export function stemmer(lang: string): Stemmer {
  const entry = find(lang)
  let found = made.get(entry.algorithm)
  if (!found) {
    found = createStemmer(entry.algorithm, entry.rules(), entry.fold ?? foldCase)
    made.set(entry.algorithm, found)
  }
  return found
}

/**
 * The stem of one word.
 *
 * The word is put in lower case and composed (NFC) first. For many words `stemAll` is several times faster.
 *
 * @throws INPUT_NOT_STRING when `word` is not a string
 * @throws LANGUAGE_UNKNOWN when there is no stemmer for `lang`
 * @example
 * ```ts
 * import { stem } from 'wordloom/stem'
 * console.log(stem('Running'), stem('generously')) // run generous
 * ```
 */
export function stem(word: string, options: StemOptions = {}): string {
  requireOptions(options, { lang: null }, 'stem')
  return stemmer(options.lang ?? DEFAULT_STEM_OPTIONS.lang)(word)
}

/**
 * The stems of many words in one crossing to the core, or a Doc with the column `stem`, shape (nTokens,).
 *
 * Millions of words/s on one thread; in a Doc equal words are stemmed once.
 *
 * @throws INPUT_NOT_STRING when the input is neither a Doc nor an array of strings
 * @throws LANGUAGE_UNKNOWN when there is no stemmer for `lang`
 * @example
 * ```ts
 * import { tokenize } from 'wordloom'
 * import { stemAll } from 'wordloom/stem'
 * console.log(stemAll(['knitting', 'needles'])) // [ 'knit', 'needl' ]
 * const doc = stemAll(tokenize('She was knitting.'))
 * console.log(doc.strings('stem').strings) // [ 'she', 'was', 'knit', '.' ]
 * ```
 */
export function stemAll(doc: Doc, options?: StemOptions): Doc
export function stemAll(words: readonly string[], options?: StemOptions): string[]
export function stemAll(input: Doc | readonly string[], options: StemOptions = {}): Doc | string[] {
  requireOptions(options, { lang: null }, 'stemAll')
  const { stemAll: all } = stemmer(options.lang ?? DEFAULT_STEM_OPTIONS.lang)
  return all(input as never)
}

function find(lang: unknown): Entry {
  const wanted = String(lang).toLowerCase()
  const language = wanted.split(/[-_]/)[0] as string
  const entry =
    ENTRIES.find(({ algorithm }) => algorithm === wanted) ??
    ENTRIES.find(({ languages }) => languages.includes(language))
  if (entry) return entry
  const names = ENTRIES.map(({ algorithm }) => algorithm)
  const codes = ENTRIES.flatMap(({ languages }) => languages)
  throw new WordloomError('LANGUAGE_UNKNOWN', {
    message: `There is no stemmer "${String(lang)}".`,
    hint: `Did you mean "${nearest(wanted, [...names, ...codes])}"? There are: ${ENTRIES.map(describe).join(', ')}.`,
    details: { lang, known: [...names, ...codes] },
  })
}

function describe({ algorithm, languages }: Entry): string {
  return languages.length > 0 ? `${algorithm} (${languages.join(', ')})` : algorithm
}
