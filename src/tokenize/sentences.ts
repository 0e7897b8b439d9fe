/**
 * splitSentences: the default sentence splitter. English by the bundled model, other languages by rules, or any
 * model that the caller trained.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { englishSentences } from './english-sentences.js'
import { sentencesAt } from './sentence-offsets.js'
import { ruleBoundaries } from './sentence-rules.js'

/** Anything that adds the column `sentence` to a Doc: a SentenceSplitter, a Punkt, your own. */
export interface SentenceModel {
  split(doc: Doc): Doc
  /**
   * For streams, where a model must know more of the past than the nearest tokens: decides for tokens `from` to
   * `to` of `doc` (1 where one ends a sentence), with `state`, 64 bytes, carried from part to part of the text.
   */
  decide?(doc: Doc, from: number, to: number, state: Uint8Array): Uint8Array
}

/** Options of {@link splitSentences}. */
export interface SentenceOptions {
  /** Language of the text (BCP 47); English has a trained model, others go by rules. */
  readonly lang?: string
  /** A model of your own in place of the bundled one. */
  readonly model?: SentenceModel
}

/** Defaults of {@link splitSentences}. */
export const DEFAULT_SENTENCE_OPTIONS: Readonly<{ lang: string }> = { lang: 'en' }

/**
 * Adds the column `sentence` (Uint32Array, shape (nTokens,)): the number of each token's sentence, from 0.
 *
 * Blank lines always end a sentence, single line breaks may. Linear time, about 0.1 microseconds a token;
 * deterministic. The first call for English unpacks the model (1 to 3 ms).
 *
 * @throws OPTION_INVALID when an option is unknown, or `lang` is not a language code
 * @example
 * ```ts
 * import { splitSentences, tokenize } from 'wordloom'
 * const doc = splitSentences(tokenize('Dr. Smith is in the U.S. now. He will be back.'))
 * console.log([...doc.sentences()].map(String)) // [ 'Dr. Smith is in the U.S. now.', 'He will be back.' ]
 * ```
 */
export function splitSentences(doc: Doc, options: SentenceOptions = {}): Doc {
  requireOptions(options, { lang: null, model: null }, 'splitSentences(doc, options)')
  return sentenceModel(options).split(doc)
}

/** The model that {@link splitSentences} uses. @throws OPTION_INVALID when `lang` is not a language code */
export function sentenceModel(options: SentenceOptions): SentenceModel {
  if (options.model !== undefined) return options.model
  const lang = options.lang ?? DEFAULT_SENTENCE_OPTIONS.lang
  if (typeof lang !== 'string' || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(lang)) {
    throw new WordloomError('OPTION_INVALID', {
      message: `splitSentences: option lang is ${JSON.stringify(lang) ?? String(lang)}, expected a language code.`,
      hint: "Pass lang: 'en', 'de', 'pt-BR' or another BCP 47 code.",
      details: { option: 'lang', value: lang },
    })
  }
  if (lang.toLowerCase().split('-')[0] === 'en') return englishSentences()
  return { split: (doc) => doc.with({ sentence: sentencesAt(doc, ruleBoundaries(doc.text, lang)) }) }
}
