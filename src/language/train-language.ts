/**
 * Training of a whole language from Docs of a treebank: one part after the other, each on what those before it make of
 * the text, each measured on dev.
 *
 * A part carries a fingerprint of all that it was made from, in the pack's `meta.made`. A training that goes on from an
 * earlier pack takes over the parts whose fingerprint it would give itself, so that it ends with the same bytes.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { CONLLU_METRICS, type ConlluMetric } from '../corpora/index.js'
import type { Vectors } from '../embed/index.js'
import type { TaggerTrainingOptions } from '../tag/index.js'
import type { Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import { makePause } from '../text/pause.js'
import { docsFingerprint, fingerprint } from './fingerprint.js'
import { Language } from './language.js'
import { languageCode } from './language-pack.js'
import type { Grade, PartName, Stage } from './parts.js'
import { scoreLanguage } from './score-language.js'
import { crossTags, wordClusters } from './train-models.js'
import type { LemmaChoice, PartChoice, TrainedResult } from './train-text-parts.js'
import { type Scores, TRAINED_PARTS, type TrainedPart, type TrainingProgress } from './training-context.js'
import { type PartOptions, type Step, trainingSteps } from './training-steps.js'

/** Options of {@link trainLanguage}. */
export interface TrainLanguageOptions {
  /** Gold Docs to choose by and to measure on; without them defaults are taken and nothing is measured. */
  readonly dev?: Iterable<Doc>
  /** Language of the Docs (BCP 47), for what the package has for it; default 'und', not known. */
  readonly lang?: string
  /** What is trained; default all that the Docs have columns for. */
  readonly parts?: readonly TrainedPart[]
  /** Which parser is trained; default `fast`. */
  readonly grade?: Grade | 'both'
  /** Seed of all parts; default 1. */
  readonly seed?: number
  /** Where tokens come from: a trained tokenizer, what the package has, or the better of both on dev. */
  readonly tokenizer?: PartChoice
  /** Where sentences are split: by a trained model, by what the package has, or by the better of both on dev. */
  readonly splitter?: PartChoice
  /** Where lemmas come from: the package (English), training with `gold` tags or with `predicted` ones, or the best. */
  readonly lemmas?: LemmaChoice
  /** Word vectors (`wordloom/embed`): for the parsers, and as clusters for the tagger. */
  readonly vectors?: Vectors
  /** Options of the parts themselves; `seed` is set already. */
  readonly partOptions?: PartOptions
  /** What the pack says of itself: name, licence, data. */
  readonly meta?: PackMeta
  /** A language of an earlier training: parts that would be trained again to the same bytes are taken from it. */
  readonly resume?: Language
  /** Called some times a second. */
  readonly onProgress?: (progress: TrainingProgress) => void
  /** Called with the language so far when a part is done. */
  readonly onPart?: (report: PartReport, language: Language) => void
  /** Stops the training: what is done so far is kept and given back, with `complete` false. */
  readonly signal?: AbortSignal
}

/** Defaults of {@link trainLanguage}. */
export const DEFAULT_TRAIN_LANGUAGE_OPTIONS = {
  lang: 'und',
  grade: 'fast',
  seed: 1,
  tokenizer: 'auto',
  splitter: 'auto',
  lemmas: 'auto',
} as const satisfies TrainLanguageOptions

/** What became of one part. */
export interface PartReport {
  readonly part: TrainedPart
  readonly grade?: Grade
  /** Which candidate was taken: 'package' needs nothing in the pack. */
  readonly choice: string
  /** Whether it was taken over from an earlier training. */
  readonly resumed: boolean
  /** Scores on dev in per cent; empty without dev Docs. */
  readonly scores: Scores
  /** Size of the part in the pack. */
  readonly bytes: number
  /** Wall time. */
  readonly seconds: number
}

/** What {@link trainLanguage} gives. */
export interface TrainedLanguage {
  readonly language: Language
  /** Whether all was trained; false where the signal stopped it. */
  readonly complete: boolean
  readonly reports: readonly PartReport[]
}

const WHERE = 'trainLanguage(docs, options)'
const CHOICES = ['auto', 'package', 'trained']

/**
 * Trains a language on the Docs of a treebank (`readConllu`): tokenizer, sentence splitter, tagger, lemmas, parser.
 *
 * Each part is trained on what the parts before it make of the text; dev Docs
 * decide where there is a choice, and all is measured on them at the end, from raw text and from gold tokens
 * (`meta.scores`). The same Docs, options and seed give the same pack. Lets other tasks run meanwhile.
 *
 * @throws OPTION_INVALID when an option is unknown or has an unknown value
 * @throws TRAINING_EMPTY when there are no Docs, or nothing in them to train
 * @throws COLUMN_MISSING when a part that `parts` names lacks its columns
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { trainLanguage } from 'wordloom/language'
 * const row = (id: number, form: string, lemma: string, misc: string) => `${id}\t${form}\t${lemma}\t_\t_\t_\t_\t_\t_\t${misc}\n`
 * const sentence = (noun: string) => `${row(1, `${noun}s`, noun, 'SpaceAfter=No')}${row(2, '.', '.', '_')}\n`
 * const treebank = ['gato', 'libro', 'casa', 'mesa'].map(sentence).join('')
 * const { language } = await trainLanguage(readConllu(treebank), { lang: 'es' })
 * console.log(language.read('plazas.').token(0)?.get('lemma')) // plaza
 * ```
 */
export async function trainLanguage(
  docs: Iterable<Doc>,
  options: TrainLanguageOptions = {},
): Promise<TrainedLanguage> {
  const full = readOptions(options)
  const { lang, seed, signal } = full
  const train = [...docs].filter((doc) => doc.length > 0)
  const dev = [...(options.dev ?? [])].filter((doc) => doc.length > 0)
  const ownOptions: TaggerTrainingOptions = { seed, ...full.partOptions?.tagger }
  let clusters: ReturnType<typeof wordClusters> | undefined
  const taggerOptions = async () => {
    if (full.vectors === undefined || ownOptions.clusters !== undefined) return ownOptions
    clusters ??= wordClusters(full.vectors, seed, signal)
    return { ...ownOptions, clusters: await clusters }
  }
  const steps = trainingSteps(train, full, taggerOptions)
  const base = fingerprint([docsFingerprint(train), docsFingerprint(dev), seed, lang])
  const made: Record<string, string> = {}
  const chosen: Record<string, PartReport> = {}
  const packs: Partial<Record<PartName, Uint8Array>> = {}
  const reports: PartReport[] = []
  const total = steps.reduce((sum, { weight }) => sum + weight, 0) * (dev.length > 0 ? 1.05 : 1)
  let before = 0
  let crossTagged: Promise<readonly Doc[]> | undefined
  const soFar = (more: PackMeta = {}) => Language.of(packs, { ...full.meta, lang, seed, made, ...more })
  let stopped = false
  for (const step of steps) {
    const began = performance.now()
    const mark = fingerprint([base, step.name, step.options, step.after.map((name) => made[name] ?? '')])
    const old = reuse(options.resume, step, mark)
    const tell = (done: number, scores?: Scores) =>
      options.onProgress?.({
        part: step.part,
        ...(step.grade === undefined ? {} : { grade: step.grade }),
        done,
        overall: (before + step.weight * done) / total,
        ...(scores === undefined ? {} : { scores }),
      })
    let result = old
    try {
      signal?.throwIfAborted()
      await makePause(undefined, undefined)(0)
      tell(0)
      result ??= await step.train({
        train,
        dev,
        lang,
        seed,
        signal,
        language: soFar(),
        crossTagged: (onProgress) => {
          if (packs.tagger === undefined) return Promise.resolve(train)
          crossTagged ??= taggerOptions().then((own) => crossTags(train, own, signal, onProgress))
          return crossTagged
        },
        progress: tell,
      })
    } catch (error) {
      if (signal?.aborted !== true) throw error
      stopped = true
      break
    }
    if (result.pack !== undefined) packs[step.name] = result.pack
    // A part that was stopped gives the best that it had: of use, but not what going on would end with.
    if (old === undefined && signal?.aborted === true) stopped = true
    else made[step.name] = mark
    const report: PartReport = {
      part: step.part,
      ...(step.grade === undefined ? {} : { grade: step.grade }),
      choice: stopped ? 'stopped early' : result.choice,
      resumed: old !== undefined,
      scores: result.scores,
      bytes: result.pack?.length ?? 0,
      seconds: (performance.now() - began) / 1000,
    }
    chosen[step.name] = report
    reports.push(report)
    tell(1, result.scores)
    before += step.weight
    if (stopped) break
    options.onPart?.(report, soFar({ choices: choicesOf(chosen), unfinished: true }))
  }
  const choices = choicesOf(chosen)
  if (stopped) return { language: soFar({ choices, unfinished: true }), complete: false, reports }
  options.onProgress?.({ part: 'scores', done: 0, overall: before / total })
  const language = soFar({ choices })
  const scores = dev.length > 0 ? measured(language, dev) : undefined
  options.onProgress?.({ part: 'scores', done: 1, overall: 1 })
  return {
    language: soFar({ choices, ...(scores === undefined ? {} : { scores }) }),
    complete: true,
    reports,
  }
}

/** The part of an earlier language, where it is what this training would make. */
function reuse(resume: Language | undefined, { name }: Step, mark: string): TrainedResult | undefined {
  const made = resume?.meta.made as Readonly<Record<string, unknown>> | undefined
  const choices = resume?.meta.choices as Readonly<Record<string, Choice>> | undefined
  const choice = choices?.[name]
  if (resume === undefined || made?.[name] !== mark || choice === undefined) return undefined
  return { choice: choice.choice, scores: choice.scores, pack: resume.packOf(name) }
}

interface Choice {
  readonly choice: string
  readonly scores: Scores
}

function choicesOf(reports: Readonly<Record<string, PartReport>>): Record<string, Choice> {
  return Object.fromEntries(
    Object.entries(reports).map(([name, { choice, scores }]) => [name, { choice, scores }]),
  )
}

/** Metrics that say nothing before a stage is done; the others are about tokens. */
const METRICS_OF: Readonly<Partial<Record<ConlluMetric, Stage>>> = {
  UPOS: 'tag',
  XPOS: 'tag',
  UFeats: 'tag',
  AllTags: 'tag',
  Lemmas: 'lemma',
  UAS: 'parse',
  LAS: 'parse',
  CLAS: 'parse',
  MLAS: 'parse',
  BLEX: 'parse',
}

/** The metrics that the language has something to say about, of all grades on dev, F1 in per cent. */
function measured(language: Language, dev: readonly Doc[]): PackMeta {
  const metrics = CONLLU_METRICS.filter((name) => {
    const stage = METRICS_OF[name]
    return stage === undefined || language.stages.includes(stage)
  })
  const grades = (['fast', 'exact'] as const).filter((grade) => language.has(`${grade}Parser`))
  const of = (one: Language) =>
    Object.fromEntries(
      (['raw', 'tokens'] as const).map((from) => {
        const scores = scoreLanguage(one, dev, { from })
        return [from, Object.fromEntries(metrics.map((name) => [name, Number(scores[name].f1.toFixed(2))]))]
      }),
    )
  if (grades.length === 0) return { tags: of(language) }
  return Object.fromEntries(grades.map((grade) => [grade, of(language.withGrade(grade))]))
}

function readOptions(options: TrainLanguageOptions) {
  requireOptions(
    options,
    {
      dev: null,
      lang: null,
      parts: null,
      grade: ['fast', 'exact', 'both'],
      seed: null,
      tokenizer: CHOICES,
      splitter: CHOICES,
      lemmas: ['auto', 'package', 'gold', 'predicted'],
      vectors: null,
      partOptions: null,
      meta: null,
      resume: null,
      onProgress: null,
      onPart: null,
      signal: null,
    },
    WHERE,
  )
  const known: readonly string[] = TRAINED_PARTS
  const unknown = options.parts?.find((part) => !known.includes(part))
  if (unknown !== undefined) throw invalid('parts', unknown, `names among ${known.join(', ')}`)
  const seed = options.seed ?? DEFAULT_TRAIN_LANGUAGE_OPTIONS.seed
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw invalid('seed', seed, 'a whole number from 0 to 4294967295')
  }
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const full = { ...DEFAULT_TRAIN_LANGUAGE_OPTIONS, ...given } as TrainLanguageOptions &
    Required<Pick<TrainLanguageOptions, keyof typeof DEFAULT_TRAIN_LANGUAGE_OPTIONS>>
  return { ...full, lang: languageCode(full.lang) }
}

function invalid(option: string, value: unknown, expected: string): WordloomError {
  return new WordloomError('OPTION_INVALID', {
    message: `${WHERE}: option ${option} is ${JSON.stringify(value) ?? String(value)}, expected ${expected}.`,
    hint: 'Leave it out for the default.',
    details: { option, value },
  })
}
