/**
 * Options of word2vec training: gensim's names and defaults, in one table, with the ranges that are checked.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { PackMeta } from '../text/pack.js'

/** How words are trained: names are gensim's (`vector_size` is `vectorSize`). */
export interface Word2VecOptions {
  /** Numbers of a vector, a multiple of 4. */
  readonly vectorSize?: number
  /** Words to each side of a word that are its context. */
  readonly window?: number
  /** Whether the window of a position is drawn from 1 to `window`, so that nearer words count more. */
  readonly shrinkWindows?: boolean
  /** Words that are rarer are left out. */
  readonly minCount?: number
  /** The most words; the rarest beyond are left out. Undefined: no limit. */
  readonly maxFinalVocab?: number | undefined
  /** Frequency above which words are left out at random; 0 keeps all. */
  readonly sample?: number
  /** Negatives a position, shared by the words around it. */
  readonly negative?: number
  /** Exponent of the counts that negatives are drawn by. */
  readonly nsExponent?: number
  /** Passes over the corpus. */
  readonly epochs?: number
  /** First learning rate. */
  readonly alpha?: number
  /** Last learning rate; it falls linearly over the words of all passes. */
  readonly minAlpha?: number
  /** Seed of everything that is drawn. */
  readonly seed?: number
  /** 'lower' trains lower-cased words, 'keep' words as they are. */
  readonly casing?: 'keep' | 'lower'
  /** 'zero' turns every digit 1 to 9 into 0, so that numbers of one shape are one word. */
  readonly digits?: 'keep' | 'zero'
  /** What the vectors say of themselves: data, licence. */
  readonly meta?: PackMeta
  /** Called with the share of the work that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Stops the training: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Defaults of {@link Word2VecOptions}. */
export const DEFAULT_WORD2VEC_OPTIONS = {
  vectorSize: 100,
  window: 5,
  shrinkWindows: true,
  minCount: 5,
  maxFinalVocab: undefined,
  sample: 1e-3,
  negative: 5,
  nsExponent: 0.75,
  epochs: 5,
  alpha: 0.025,
  minAlpha: 0.0001,
  seed: 1,
  casing: 'keep',
  digits: 'keep',
} as const satisfies Omit<Word2VecOptions, 'meta' | 'onProgress' | 'signal'>

/** Options that a model is made by, all of them there. */
export type Word2VecSettings = Required<Omit<Word2VecOptions, 'meta' | 'onProgress' | 'signal'>>

const WHERE = 'Word2Vec.train(source, options)'

/** Least, most, and what the number must be a multiple of (0: any number). */
const RANGES: Readonly<Record<string, readonly [least: number, most: number, step: number]>> = {
  vectorSize: [4, 4096, 4],
  window: [1, 1000, 1],
  minCount: [1, 1e9, 1],
  sample: [0, 1, 0],
  negative: [1, 1000, 1],
  nsExponent: [-2, 2, 0],
  epochs: [1, 10_000, 1],
  alpha: [0, 10, 0],
  minAlpha: [0, 10, 0],
  seed: [0, 0xffffffff, 1],
}

/** The options with what was left out. @throws OPTION_INVALID */
export function readWord2VecOptions(
  options: Word2VecOptions,
): Word2VecSettings & Pick<Word2VecOptions, 'meta' | 'onProgress' | 'signal'> {
  requireOptions(
    options,
    {
      ...Object.fromEntries(Object.keys(RANGES).map((name) => [name, null])),
      maxFinalVocab: null,
      shrinkWindows: [true, false],
      casing: ['keep', 'lower'],
      digits: ['keep', 'zero'],
      meta: null,
      onProgress: null,
      signal: null,
    },
    WHERE,
  )
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const full = { ...DEFAULT_WORD2VEC_OPTIONS, ...given } as Word2VecSettings
  for (const [name, range] of Object.entries(RANGES)) check(name, full[name as keyof Word2VecSettings], range)
  if (full.maxFinalVocab !== undefined) check('maxFinalVocab', full.maxFinalVocab, [1, 1e9, 1])
  return full
}

function check(name: string, value: unknown, [least, most, step]: readonly [number, number, number]): void {
  const fits =
    typeof value === 'number' && value >= least && value <= most && (step === 0 || value % step === 0)
  if (fits) return
  const kind = step === 0 ? 'a number' : step === 1 ? 'a whole number' : `a multiple of ${step}`
  const preset = (DEFAULT_WORD2VEC_OPTIONS as Readonly<Record<string, unknown>>)[name]
  throw new WordloomError('OPTION_INVALID', {
    message: `${WHERE}: option ${name} is ${String(value)}, expected ${kind} from ${least} to ${most}.`,
    hint: `Leave it out for the default${preset === undefined ? '' : `, ${String(preset)}`}.`,
    details: { option: name, value },
  })
}
