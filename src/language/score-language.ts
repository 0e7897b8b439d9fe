/**
 * How good a language is: the metrics of the CoNLL 2018 shared task on a treebank, from raw text and from gold tokens.
 */
import { requireOptions } from '../core/errors.js'
import { type ConlluScores, scoreConllu } from '../corpora/index.js'
import { type Column, Doc } from '../text/doc.js'
import type { Language } from './language.js'
import type { Stage } from './parts.js'

/** Options of {@link scoreLanguage}. */
export interface ScoreLanguageOptions {
  /** What the language is given: the text alone (`raw`), or tokens and sentences of the treebank (`tokens`). */
  readonly from?: 'raw' | 'tokens'
  /** The last stage that is done; default all that the language can do. */
  readonly until?: Stage
}

/** Defaults of {@link scoreLanguage}. */
export const DEFAULT_SCORE_LANGUAGE_OPTIONS = { from: 'raw' } as const satisfies ScoreLanguageOptions

/**
 * Scores a language on gold Docs, as `readConllu` gives them: all metrics of `scoreConllu`.
 *
 * @throws OPTION_INVALID when an option is unknown or has an unknown value
 * @throws PART_MISSING when `until` names a stage that the language cannot do
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { Language, scoreLanguage } from 'wordloom/language'
 * const gold = '# text = Mice ran.\n1\tMice\tmouse\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tran\trun\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n'
 * const scores = scoreLanguage(Language.of({}, { lang: 'en' }), readConllu(gold))
 * console.log(scores.Words.f1, scores.Lemmas.f1) // 100 100
 * ```
 */
export function scoreLanguage(
  language: Language,
  gold: Iterable<Doc>,
  options: ScoreLanguageOptions = {},
): ConlluScores {
  requireOptions(options, { from: ['raw', 'tokens'], until: null }, 'scoreLanguage(language, gold, options)')
  const { from, until } = { ...DEFAULT_SCORE_LANGUAGE_OPTIONS, ...options }
  const docs = [...gold]
  const system = docs.map((doc) =>
    language.read(from === 'raw' ? doc.text : bareDoc(doc), until === undefined ? {} : { until }),
  )
  return scoreConllu(docs, system)
}

/** Columns that say which words there are, and nothing about them. */
const BARE = ['sentence', 'kind', 'form', 'multiword']

/** The Doc with its tokens and sentences, and with the columns `names` as far as it has them. */
export function bareDoc(doc: Doc, names: readonly string[] = []): Doc {
  const columns: Record<string, Column> = {}
  for (const name of [...BARE, ...names]) {
    if (doc.has(name))
      columns[name] = doc.columnType(name) === 'string' ? doc.strings(name) : doc.numbers(name)
  }
  return Doc.create(doc.text, { ...columns, start: doc.start, end: doc.end })
}
