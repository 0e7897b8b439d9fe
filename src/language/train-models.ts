/**
 * Training of taggers and parsers. The parser learns from predicted tags, each made by a tagger that has not seen the
 * sentence: in use it will meet tags with errors, and gold tags would teach it to trust them too much.
 */
import { scoreConllu } from '../corpora/index.js'
import { clusterVectors, type Vectors } from '../embed/index.js'
import { DependencyParser, type ParserTrainingOptions } from '../parse/index.js'
import { type ClusterSource, crossTag, Tagger, type TaggerTrainingOptions } from '../tag/index.js'
import type { Doc } from '../text/doc.js'
import type { Grade } from './parts.js'
import { bareDoc } from './score-language.js'
import type { TrainedResult } from './train-text-parts.js'
import type { Scores, TrainingContext } from './training-context.js'

const FOLDS = 5
const METRICS = { tag: 'UPOS', xtag: 'XPOS', features: 'UFeats' } as const

/** Clusters of three granularities for a tagger, of the words of `vectors`. */
export async function wordClusters(
  vectors: Vectors,
  seed: number,
  signal: AbortSignal | undefined,
): Promise<ClusterSource> {
  const { assignments } = await clusterVectors(vectors, { seed, ...(signal === undefined ? {} : { signal }) })
  const clusters = new Map<string, number[]>()
  vectors.words.forEach((word, i) => {
    const lower = word.toLowerCase() // the most frequent of several spellings
    if (!clusters.has(lower))
      clusters.set(
        lower,
        assignments.map((of) => of[i]!),
      )
  })
  return clusters
}

/** Trains a tagger of all tags that the Docs have. */
export async function trainTagger(
  context: TrainingContext,
  options: TaggerTrainingOptions,
): Promise<TrainedResult> {
  const { dev, signal, train } = context
  let scores: Scores = {}
  const tagger = await Tagger.train(train, {
    ...options,
    ...(dev.length === 0 ? {} : { dev }),
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done) => context.progress(done, scores),
    onPass: ({ dev: shares }) => {
      scores = Object.fromEntries(
        Object.entries(shares).map(([column, share]) => [
          METRICS[column as keyof typeof METRICS],
          100 * share,
        ]),
      )
    },
  })
  return {
    choice: 'trained',
    pack: tagger.save(),
    scores: measured(dev, ['UPOS', 'XPOS', 'UFeats'], (doc) => tagger.tag(doc)),
  }
}

/** The Docs with tags of taggers that have not seen them. */
export async function crossTags(
  docs: readonly Doc[],
  options: TaggerTrainingOptions,
  signal: AbortSignal | undefined,
  onProgress: (done: number) => void,
): Promise<readonly Doc[]> {
  const { dev: _, meta: __, onPass: ___, ...training } = options
  const sentences = docs.reduce((sum, doc) => sum + [...doc.sentences()].length, 0)
  if (sentences < 2) return docs
  return crossTag(docs, {
    ...training,
    folds: Math.min(FOLDS, sentences),
    ...(signal === undefined ? {} : { signal }),
    onProgress,
  })
}

/** Trains a parser of one grade; what comes back after the signal has stopped it is the best pass so far. */
export async function trainParser(
  context: TrainingContext,
  grade: Grade,
  options: ParserTrainingOptions,
): Promise<TrainedResult> {
  const { dev, language, signal, train } = context
  // Without a tagger there will be no tags to go by.
  const inputs = language.has('tagger') ? options.inputs : []
  const byTags = inputs === undefined || inputs.length > 0
  const from = byTags ? 0.2 : 0
  const met = new Map<Doc, Doc>()
  if (byTags) {
    const crossed = await context.crossTagged((done) => context.progress(from * done))
    train.forEach((doc, i) => {
      met.set(doc, crossed[i]!)
    })
    for (const doc of dev) met.set(doc, language.tag(doc))
  }
  let scores: Scores = {}
  const parser = await DependencyParser.train(train, {
    ...options,
    grade,
    ...(inputs === undefined ? {} : { inputs }),
    ...(byTags ? { predicted: (doc: Doc) => met.get(doc)! } : {}),
    ...(dev.length === 0 ? {} : { dev }),
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done) => context.progress(from + (1 - from) * done, scores),
    onPass: ({ scores: onDev }) => {
      if (onDev !== undefined) scores = { UAS: onDev.uas, LAS: onDev.las }
    },
  })
  const tags = parser.outputs.includes('tag') ? (['UPOS', 'XPOS', 'UFeats'] as const) : []
  return {
    choice: 'trained',
    pack: parser.save(),
    scores: measured(dev, ['UAS', 'LAS', ...tags], (doc) =>
      parser.parse(byTags ? language.tag(doc) : doc, { tags: 'replace' }),
    ),
  }
}

/** F1 in per cent of what `annotate` makes of gold tokens. */
function measured(
  dev: readonly Doc[],
  metrics: readonly ('UPOS' | 'XPOS' | 'UFeats' | 'UAS' | 'LAS')[],
  annotate: (doc: Doc) => Doc,
): Scores {
  if (dev.length === 0) return {}
  const scores = scoreConllu(
    dev,
    dev.map((doc) => annotate(bareDoc(doc))),
  )
  return Object.fromEntries(metrics.map((name) => [name, scores[name].f1]))
}
