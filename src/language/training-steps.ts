/**
 * The parts to train as steps in order: what each is called, what it is trained on, how long it usually takes, and how.
 */
import { WordloomError } from '../core/errors.js'
import type { Vectors } from '../embed/index.js'
import type { LemmatizerTrainingOptions } from '../lemma/index.js'
import type { ParserTrainingOptions } from '../parse/index.js'
import type { TaggerTrainingOptions } from '../tag/index.js'
import type { Doc } from '../text/doc.js'
import type { SentenceTrainingOptions, TokenizerTrainingOptions } from '../tokenize/index.js'
import type { Grade, PartName } from './parts.js'
import { trainParser, trainTagger } from './train-models.js'
import {
  type LemmaChoice,
  type PartChoice,
  type TrainedResult,
  trainLemmatizer,
  trainSplitter,
  trainTokenizer,
} from './train-text-parts.js'
import { TRAINED_PARTS, type TrainedPart, type TrainingContext } from './training-context.js'

/** Options of single parts, for `trainLanguage`; `seed`, `dev`, `signal` and what tells progress are set already. */
export interface PartOptions {
  readonly tokenizer?: TokenizerTrainingOptions
  readonly splitter?: SentenceTrainingOptions
  readonly tagger?: TaggerTrainingOptions
  readonly lemmatizer?: LemmatizerTrainingOptions
  readonly fastParser?: ParserTrainingOptions
  readonly exactParser?: ParserTrainingOptions
}

/** A part to train. */
export interface Step {
  readonly part: TrainedPart
  readonly name: PartName
  readonly grade?: Grade
  /** Seconds that it usually takes, for the share that is done. */
  readonly weight: number
  /** Names of the parts that it is trained on. */
  readonly after: readonly PartName[]
  /** All that decides about it beyond Docs, seed and the parts before it. */
  readonly options: unknown
  readonly train: (context: TrainingContext) => Promise<TrainedResult>
}

/** What the steps depend on. */
export interface StepSettings {
  readonly parts?: readonly TrainedPart[]
  readonly grade: Grade | 'both'
  readonly seed: number
  readonly tokenizer: PartChoice
  readonly splitter: PartChoice
  readonly lemmas: LemmaChoice
  readonly partOptions?: PartOptions
  readonly vectors?: Vectors
}

/** Options of the tagger, clusters and all; the same for its training and for predicted tags. */
export type TaggerOptionsOf = () => Promise<TaggerTrainingOptions>

/**
 * The parts to train, in order: those that are asked for, else those that the Docs have columns for.
 *
 * @throws TRAINING_EMPTY when there is nothing to train, or nothing to train on
 */
export function trainingSteps(
  train: readonly Doc[],
  settings: StepSettings,
  taggerOptions: TaggerOptionsOf,
): Step[] {
  const has = (name: string) => train.some((doc) => doc.has(name))
  const able: Readonly<Record<TrainedPart, boolean>> = {
    tokenizer: true,
    splitter: true,
    tagger: has('tag') || has('xtag') || has('features'),
    lemmatizer: has('lemma'),
    parser: has('head') && has('deprel'),
  }
  const asked = settings.parts ?? TRAINED_PARTS.filter((part) => able[part])
  const steps = TRAINED_PARTS.filter((part) => asked.includes(part)).flatMap((part) =>
    stepsOf(part, settings, taggerOptions),
  )
  if (train.length > 0 && steps.length > 0) return steps
  throw new WordloomError('TRAINING_EMPTY', {
    message:
      train.length === 0
        ? 'trainLanguage got no Doc with a token to learn from.'
        : 'trainLanguage has no part to train.',
    hint: 'Pass the Docs of a treebank, as readConllu gives them.',
  })
}

function stepsOf(part: TrainedPart, settings: StepSettings, taggerOptions: TaggerOptionsOf): Step[] {
  const { seed, grade, tokenizer, splitter, lemmas, partOptions = {}, vectors } = settings
  switch (part) {
    case 'tokenizer': {
      const own = { seed, ...partOptions.tokenizer }
      return [
        {
          part,
          name: part,
          weight: 5,
          after: [],
          options: [tokenizer, own],
          train: (context) => trainTokenizer(context, tokenizer, own),
        },
      ]
    }
    case 'splitter': {
      const own = { seed, ...partOptions.splitter }
      return [
        {
          part,
          name: part,
          weight: 5,
          after: ['tokenizer'],
          options: [splitter, own],
          train: (context) => trainSplitter(context, splitter, own),
        },
      ]
    }
    case 'tagger':
      return [
        {
          part,
          name: part,
          weight: 20,
          after: [],
          options: [{ seed, ...partOptions.tagger }, vectors],
          train: async (context) => trainTagger(context, await taggerOptions()),
        },
      ]
    case 'lemmatizer': {
      const own = { seed, ...partOptions.lemmatizer }
      return [
        {
          part,
          name: part,
          weight: 20,
          after: ['tagger'],
          options: [lemmas, own],
          train: (context) => trainLemmatizer(context, lemmas, own),
        },
      ]
    }
    case 'parser':
      return (['fast', 'exact'] as const)
        .filter((one) => grade === one || grade === 'both')
        .map((one): Step => {
          const words =
            vectors === undefined
              ? {}
              : { vectors: { words: vectors.words, rows: vectors.values, dimensions: vectors.dimensions } }
          const own: ParserTrainingOptions = { seed, ...words, ...partOptions[`${one}Parser`] }
          return {
            part,
            name: `${one}Parser`,
            grade: one,
            weight: one === 'fast' ? 200 : 2000,
            after: ['tagger'],
            options: own,
            train: (context) => trainParser(context, one, own),
          }
        })
  }
}
