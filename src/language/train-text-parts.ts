/**
 * Training of what comes before words have tags: tokens, sentences, lemmas. Each has a rival that needs no training,
 * what the package has for the language; where there are dev Docs, they decide.
 */
import { scoreConllu } from '../corpora/index.js'
import { Lemmatizer, type LemmatizerTrainingOptions } from '../lemma/index.js'
import type { Doc } from '../text/doc.js'
import {
  SentenceSplitter,
  type SentenceTrainingOptions,
  type TokenizerTrainingOptions,
  TrainedTokenizer,
  UNICODE_LANGUAGES,
} from '../tokenize/index.js'
import { sentencesAt } from '../tokenize/sentence-offsets.js'
import { Language } from './language.js'
import type { LanguageParts } from './language-pack.js'
import { type Scores, type TrainingContext, taggedDev } from './training-context.js'

/** How a part with a rival is chosen: by dev, what the package has, or one that is trained here. */
export type PartChoice = 'auto' | 'package' | 'trained'

/** What training a part gave: its Pack, or undefined where what the package has is as good. */
export interface TrainedResult {
  readonly pack: Uint8Array | undefined
  /** Which candidate it is. */
  readonly choice: string
  /** Scores on dev, by the names of `CONLLU_METRICS`. */
  readonly scores: Scores
}

/** A candidate for a part. */
interface Candidate {
  readonly choice: string
  readonly parts: LanguageParts
  readonly pack: Uint8Array | undefined
}

/** The language so far with other parts. */
function withParts({ language }: TrainingContext, parts: LanguageParts): Language {
  const own = language.parts.map(({ name }) => [name, language.part(name)])
  return Language.of({ ...Object.fromEntries(own), ...parts }, { lang: language.meta.lang })
}

/** The candidate with the highest `metric`; the first of equals. */
function best<Name extends string>(
  candidates: readonly Candidate[],
  metrics: readonly [Name, ...Name[]],
  measure: (candidate: Candidate) => Readonly<Record<Name, { readonly f1: number }>> | undefined,
): TrainedResult {
  let found: TrainedResult | undefined
  for (const candidate of candidates) {
    const measured = measure(candidate)
    const scores =
      measured === undefined ? {} : Object.fromEntries(metrics.map((name) => [name, measured[name].f1]))
    if (found !== undefined && !((scores[metrics[0]] ?? 0) > (found.scores[metrics[0]] ?? 0))) continue
    found = { choice: candidate.choice, pack: candidate.pack, scores }
  }
  return found!
}

/** Tokens of the text of gold Docs as the language cuts them, with the gold sentences. */
function textDocs({ train, language }: TrainingContext): Doc[] {
  return train.map((gold) => {
    const sentence = gold.numbers('sentence')
    const ends: number[] = []
    for (let i = 0; i < gold.length; i++) if (sentence[i + 1] !== sentence[i]) ends.push(gold.end[i]!)
    const doc = language.tokenize(gold.text)
    return doc.with({ sentence: sentencesAt(doc, ends) })
  })
}

/** Trains a tokenizer that corrects the rules of the package. */
export async function trainTokenizer(
  context: TrainingContext,
  choice: PartChoice,
  options: TokenizerTrainingOptions,
): Promise<TrainedResult> {
  const { dev, lang, signal, train } = context
  const base = lang.toLowerCase().split('-')[0]!
  const known = base === 'en' || UNICODE_LANGUAGES.includes(base)
  const wanted = (name: PartChoice, alone: boolean) =>
    choice === name || (choice === 'auto' && (dev.length > 0 || alone))
  const candidates: Candidate[] = []
  if (wanted('package', known)) candidates.push({ choice: 'package', parts: {}, pack: undefined })
  if (wanted('trained', !known)) {
    const tokenizer = await TrainedTokenizer.train(train, {
      lang,
      ...options,
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done) => context.progress(0.8 * done),
    })
    candidates.push({ choice: 'trained', parts: { tokenizer }, pack: tokenizer.save() })
  }
  return best(candidates, ['Words', 'Tokens'], ({ parts }) => {
    if (dev.length === 0) return undefined
    const language = withParts(context, parts)
    return scoreConllu(
      dev,
      dev.map(({ text }) => language.read(text, { until: 'split' })),
    )
  })
}

/** Trains a sentence splitter on the tokens that the language makes. */
export async function trainSplitter(
  context: TrainingContext,
  choice: PartChoice,
  options: SentenceTrainingOptions,
): Promise<TrainedResult> {
  const { dev, lang } = context
  const english = /^en(?:-|$)/iu.test(lang)
  const candidates: Candidate[] = []
  if (choice === 'package' || (choice === 'auto' && (dev.length > 0 || english))) {
    candidates.push({ choice: 'package', parts: {}, pack: undefined })
  }
  if (choice === 'trained' || (choice === 'auto' && (dev.length > 0 || !english))) {
    context.progress(0.2)
    const splitter = SentenceSplitter.train(textDocs(context), options)
    candidates.push({ choice: 'trained', parts: { splitter }, pack: splitter.save() })
  }
  context.progress(0.8)
  return best(candidates, ['Sentences'], ({ parts }) => {
    if (dev.length === 0) return undefined
    const language = withParts(context, parts)
    return scoreConllu(
      dev,
      dev.map(({ text }) => language.read(text, { until: 'split' })),
    )
  })
}

/** Where lemmas come from: the package (English), or training with gold tags, or with predicted ones. */
export type LemmaChoice = 'auto' | 'package' | 'gold' | 'predicted'

/** Trains lemmas, for the tags that they will meet: those of the tagger. */
export async function trainLemmatizer(
  context: TrainingContext,
  choice: LemmaChoice,
  options: LemmatizerTrainingOptions,
): Promise<TrainedResult> {
  const { dev, lang, signal, train } = context
  const english = /^en(?:-|$)/iu.test(lang)
  const tagger = context.language.has('tagger')
  const decided = dev.length > 0
  const wanted = (name: LemmaChoice, alone: boolean) =>
    choice === name || (choice === 'auto' && (decided || alone))
  const candidates: Candidate[] = []
  if (choice === 'package' || (english && wanted('package', true))) {
    candidates.push({ choice: 'package', parts: {}, pack: undefined })
  }
  const add = async (name: string, docs: readonly Doc[], from: number, to: number) => {
    const model = await Lemmatizer.train(docs, {
      ...options,
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done) => context.progress(from + (to - from) * done),
    })
    candidates.push({ choice: name, parts: { lemmatizer: model }, pack: model.save() })
  }
  const predicted = tagger && wanted('predicted', !english)
  const gold = wanted('gold', !english && !tagger) || (!predicted && candidates.length === 0)
  if (gold) await add('gold', train, 0, predicted ? 0.3 : 0.9)
  if (predicted) {
    const docs = await context.crossTagged((done) => context.progress(0.3 + 0.3 * done))
    await add('predicted', docs, 0.6, 0.9)
  }
  const tagged = taggedDev(context)
  return best(candidates, ['Lemmas'], ({ parts }) => {
    if (!decided) return undefined
    const language = withParts(context, parts)
    return scoreConllu(
      dev,
      tagged.map((doc) => language.lemmatize(doc)),
    )
  })
}
