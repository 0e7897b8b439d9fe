/**
 * What the training of all parts shares: gold Docs, the language so far, and Docs with predicted tags, which are made
 * once and only if a part asks for them.
 */
import type { Doc } from '../text/doc.js'
import type { Language } from './language.js'
import type { Grade } from './parts.js'
import { bareDoc } from './score-language.js'

/** Scores of a part in per cent, by the names of `CONLLU_METRICS`. */
export type Scores = Readonly<Record<string, number>>

/** What a training tells while it runs. */
export interface TrainingProgress {
  /** What is being trained, or `scores` while all of it is measured. */
  readonly part: TrainedPart | 'scores'
  readonly grade?: Grade
  /** Share of this part that is done, from 0 to 1. */
  readonly done: number
  /** Share of the whole training that is done, from 0 to 1, by the time that parts usually take. */
  readonly overall: number
  /** Scores on the dev Docs so far, once there are any. */
  readonly scores?: Scores
}

/** Parts as they are trained: the parser once for both grades. */
export const TRAINED_PARTS = ['tokenizer', 'splitter', 'tagger', 'lemmatizer', 'parser'] as const

/** One of {@link TRAINED_PARTS}. */
export type TrainedPart = (typeof TRAINED_PARTS)[number]

/** What a part is trained with. */
export interface TrainingContext {
  readonly train: readonly Doc[]
  /** Empty where there are none. */
  readonly dev: readonly Doc[]
  readonly lang: string
  readonly seed: number
  readonly signal: AbortSignal | undefined
  /** The parts so far. */
  readonly language: Language
  /**
   * Training Docs with predicted tags in place of the gold ones, each by a tagger that has not seen it; without a tagger,
   * as they are. Made at the first call, whose `onProgress` hears of it.
   */
  crossTagged(onProgress: (done: number) => void): Promise<readonly Doc[]>
  /** Tells how far this part is. */
  progress(done: number, scores?: Scores): void
}

/** Dev Docs with their tokens and sentences, and tags of the tagger where there is one. */
export function taggedDev({ dev, language }: TrainingContext): Doc[] {
  const tags = language.has('tagger')
  return dev.map((doc) => {
    const bare = bareDoc(doc)
    return tags ? language.tag(bare) : bare
  })
}
