/**
 * Options of training a tagger, and the way from Docs to its parts.
 */
import { requireOptions, WordloomError } from '../../core/errors.js'
import type { Doc } from '../../text/doc.js'
import type { PackMeta } from '../../text/pack.js'
import { makePause, type Pause } from '../../text/pause.js'
import type { Knowledge } from './attributes.js'
import type { LayerRows } from './layer.js'
import {
  fineColumns,
  labelPlan,
  TAG_COLUMNS,
  type TagColumn,
  type TaggerParts,
  tagPlan,
} from './model-parts.js'
import { DictionaryBuilder, UNKNOWN } from './tag-dictionary.js'
import { TagRun, tagColumns } from './tag-run.js'
import { BITS_RANGE } from './tagger-pack.js'
import { collect, type LearningOptions, trainingEntries, trainLayer } from './train-layer.js'
import { TokenCollector } from './training-tokens.js'
import { type ClusterSource, clusterTable, type LexiconSource, lexiconTable } from './word-sources.js'

/** What is told after each pass of training. */
export interface TaggerPass {
  /** The layer that is being trained: the column of the tag, or that of the first finer label. */
  readonly column: TagColumn
  /** From 1. */
  readonly pass: number
  /** Share of training tokens that were predicted right during the pass. */
  readonly training: number
  /** Share of tokens of the Docs `dev` with the right value in each column; empty without them. */
  readonly dev: Readonly<Partial<Record<TagColumn, number>>>
  /** Whether it is the best pass of its layer so far. */
  readonly best: boolean
}

/** Options of {@link Tagger.train}. */
export interface TaggerTrainingOptions {
  /** Columns to give; default those of `tag`, `xtag` and `features` that the Docs have. */
  readonly columns?: readonly TagColumn[]
  /** Words and the tags they may have, from a dictionary; words as they are in lower case. */
  readonly lexicon?: LexiconSource
  /** Words and their clusters at three granularities, such as 64, 256 and 1,024; words in lower case. */
  readonly clusters?: ClusterSource
  /** Docs that are scored after each pass: the best pass is kept. Without them it is the last one. */
  readonly dev?: Iterable<Doc> | AsyncIterable<Doc>
  /** Seed of shuffling and of dropout; default 1. */
  readonly seed?: number
  /** Passes over the sentences for each layer; default 12. */
  readonly passes?: number
  /** By how much the right label must win not to be learned again; default 1. */
  readonly margin?: number
  /** Share of features that are dropped at random in training, 0 to 0.9; default 0.3. */
  readonly dropout?: number
  /** Binary logarithm of the number of rows of weights, 6 to 22; default 18. */
  readonly bits?: number
  /** Averaged weights nearer to 0 than this are dropped; default 0.25; 1 makes the pack of a large treebank a fifth smaller. */
  readonly prune?: number
  /** Weights are rounded to multiples of this; default 0.25. */
  readonly step?: number
  /** A form that was seen so often with a tag has only the finer labels that it was seen with; default 40. */
  readonly closedCount?: number
  /** What the saved model says of itself: name, language, data, licence. */
  readonly meta?: PackMeta
  /** Called some times a second with the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Called after each pass. */
  readonly onPass?: (pass: TaggerPass) => void
  /** Stops the training: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Options of {@link Tagger.partialTrain}. */
export type PartialTaggerOptions = Omit<
  TaggerTrainingOptions,
  'columns' | 'lexicon' | 'clusters' | 'bits' | 'step' | 'closedCount'
>

/** Defaults of {@link Tagger.train}. */
export const DEFAULT_TAGGER_TRAINING_OPTIONS = {
  seed: 1,
  passes: 12,
  margin: 1,
  dropout: 0.3,
  bits: 18,
  prune: 0.25,
  step: 0.25,
  closedCount: 40,
} as const

const RANGES = {
  seed: [0, 0xffffffff],
  passes: [1, 1000],
  margin: [0, 1000],
  dropout: [0, 0.9],
  bits: BITS_RANGE,
  prune: [0, 1000],
  step: [0.001, 1000],
  closedCount: [1, 1e9],
} as const
const FRACTIONS: readonly string[] = ['dropout', 'prune', 'step']
const OTHERS = ['columns', 'lexicon', 'clusters', 'dev', 'meta', 'onProgress', 'onPass', 'signal']

/** Trained parts and what they say of themselves. */
export interface TrainedTagger {
  readonly parts: TaggerParts
  readonly meta: PackMeta
}

/** Trains all parts of a tagger. */
export async function trainTagger(
  docs: Iterable<Doc> | AsyncIterable<Doc>,
  options: TaggerTrainingOptions,
): Promise<TrainedTagger> {
  const where = 'Tagger.train(docs, options)'
  const settings = readOptions(options, where)
  options.signal?.throwIfAborted()
  const taken = await collect(docs)
  const base = firstBase(taken, settings, options, where)
  const parts = await learn(
    taken,
    new TokenCollector(base.columns),
    new DictionaryBuilder(),
    base,
    settings,
    options,
  )
  return { parts, meta: { ...options.meta, options: { ...settings } } }
}

/** What a tagger has before it has learned anything. */
export function firstBase(
  docs: readonly Doc[],
  { closedCount, step }: ReturnType<typeof readOptions>,
  options: TaggerTrainingOptions,
  where: string,
): Base {
  return {
    columns: columnsOf(docs, options.columns, where),
    lexicon: options.lexicon === undefined ? undefined : lexiconTable(options.lexicon, where),
    clusters: options.clusters === undefined ? undefined : clusterTable(options.clusters, where),
    closedCount,
    step,
    tagRows: undefined,
    labelRows: undefined,
  }
}

/** Goes on with a tagger on more Docs. */
export async function trainMore(
  parts: TaggerParts,
  meta: PackMeta,
  docs: Iterable<Doc> | AsyncIterable<Doc>,
  options: PartialTaggerOptions,
): Promise<TrainedTagger> {
  const where = 'Tagger.partialTrain(docs, options)'
  const settings = readOptions(options, where, [
    'columns',
    'lexicon',
    'clusters',
    'bits',
    'step',
    'closedCount',
  ])
  options.signal?.throwIfAborted()
  const taken = await collect(docs)
  const collector = new TokenCollector(parts.columns, parts.tags, parts.labels)
  const more = await learn(
    taken,
    collector,
    new DictionaryBuilder(parts.dictionary),
    parts,
    { ...settings, step: parts.step },
    options,
  )
  return { parts: more, meta: { ...meta, ...options.meta } }
}

export type Base = Pick<
  TaggerParts,
  'columns' | 'lexicon' | 'clusters' | 'closedCount' | 'step' | 'tagRows' | 'labelRows'
> &
  Partial<Pick<TaggerParts, 'tags' | 'labels'>>

/** Learns from Docs, or from those of their sentences (numbered over all Docs) that `wanted` names. */
export async function learn(
  docs: readonly Doc[],
  collector: TokenCollector,
  builder: DictionaryBuilder,
  base: Base,
  settings: LearningOptions,
  { dev, onProgress, onPass, signal }: TaggerTrainingOptions,
  wanted?: (sentence: number) => boolean,
): Promise<TaggerParts> {
  let count = 0
  for (const doc of docs) count += collector.add(doc, wanted)
  if (count === 0 || (base.columns[0] === 'features' && collector.labels.length === 0)) throw nothing()
  const tokens = collector.finish()
  tokens.entries.forEach((entry, i) => {
    const { form } = tokens.variants[entry - 2]!
    if (tokens.tags[i] !== UNKNOWN) builder.add(form, tokens.tags[i]!, tokens.labels[i]!)
  })
  const devDocs = dev === undefined ? [] : await collect(dev)
  const { tags, labels } = collector
  const knowledge: Knowledge = {
    dictionary: builder.finish(),
    lexicon: base.lexicon,
    clusters: base.clusters,
  }
  const fine = labels.length > 0
  const share = (from: number, to: number): Pause => makePause(onProgress, signal, [from, to])
  let parts: TaggerParts = { ...base, ...knowledge, tags, labels, tagRows: undefined, labelRows: undefined }
  const entries = await trainingEntries(tokens, knowledge, parts, fine, share(0, 0.05))
  const known = tokens.tags.reduce((sum, tag) => sum + (tag === UNKNOWN ? 0 : 1), 0)
  const run = async (
    which: 'tags' | 'labels',
    begin: LayerRows | undefined,
    range: readonly [number, number],
  ) => {
    const column = which === 'tags' ? parts.columns[0]! : fineColumns(parts)[0]!
    const withRows = (rows: LayerRows): TaggerParts =>
      which === 'tags' ? { ...parts, tagRows: rows } : { ...parts, labelRows: rows }
    let most = -1
    const plan = which === 'tags' ? tagPlan(tags) : labelPlan(parts)
    const bits = begin?.bits ?? settings.bits
    const rows = await trainLayer(
      plan,
      which,
      tokens,
      entries,
      { ...settings, bits },
      begin,
      share(...range),
      (found, pass, wrong) => {
        const scored = devDocs.length === 0 ? {} : accuracy(withRows(found), devDocs, which)
        const best =
          devDocs.length === 0 || Object.values(scored).reduce((sum, value) => sum + value, 0) > most
        if (best) most = Object.values(scored).reduce((sum, value) => sum + value, 0)
        onPass?.({ column, pass: pass + 1, training: 1 - wrong / known, dev: scored, best })
        return best
      },
    )
    parts = withRows(rows)
  }
  if (tags.length > 1)
    await run('tags', widened(base.tagRows, base.tags?.length ?? 0, tags.length), [0.05, fine ? 0.5 : 1])
  if (fine) await run('labels', labelBegin(base, parts), [tags.length > 1 ? 0.5 : 0.05, 1])
  onProgress?.(1)
  return parts
}

/** Weights of the labels so far, as rows for the values that there are now. */
function labelBegin(base: Base, parts: TaggerParts): LayerRows | undefined {
  if (base.labelRows === undefined || base.labels === undefined || base.tags === undefined) return undefined
  const before = labelPlan({ columns: base.columns, tags: base.tags, labels: base.labels }).values.count
  return widened(base.labelRows, before, labelPlan(parts).values.count)
}

/** Rows with more columns; values keep their numbers, as new labels come after the old ones. */
function widened(rows: LayerRows | undefined, before: number, now: number): LayerRows | undefined {
  if (rows === undefined || before === now) return rows
  const size = 2 ** rows.bits
  const weights = new Int8Array(size * now)
  for (let row = 0; row < size; row++)
    weights.set(rows.weights.subarray(row * before, (row + 1) * before) as Int8Array, row * now)
  return { bits: rows.bits, weights }
}

/** Shares of tokens with the right value in the columns of a layer. */
export function accuracy(
  parts: TaggerParts,
  docs: readonly Doc[],
  which: 'tags' | 'labels' | 'all',
): Partial<Record<TagColumn, number>> {
  const run = new TagRun(parts)
  const names =
    which === 'tags' ? parts.columns.slice(0, 1) : which === 'labels' ? fineColumns(parts) : parts.columns
  const right: Partial<Record<TagColumn, number>> = {}
  let total = 0
  for (const doc of docs) {
    const made = tagColumns(parts, run.tag(doc))
    total += doc.length
    for (const name of names) {
      right[name] ??= 0
      const { ids, strings } = made[name]!
      const gold = doc.columnType(name) === 'string' ? doc.strings(name) : undefined
      for (let i = 0; i < ids.length; i++) {
        if (strings[ids[i]!] === (gold === undefined ? '' : gold.strings[gold.ids[i]!])) right[name]!++
      }
    }
  }
  for (const name of names) right[name] = total === 0 ? 0 : right[name]! / total
  return right
}

export function readOptions(options: TaggerTrainingOptions, where: string, without: readonly string[] = []) {
  const names = [...Object.keys(RANGES), ...OTHERS].filter((name) => !without.includes(name))
  requireOptions(options, Object.fromEntries(names.map((name) => [name, null])), where)
  const given = Object.fromEntries(
    Object.entries(options).filter(([name, value]) => name in RANGES && value !== undefined),
  )
  const settings = { ...DEFAULT_TAGGER_TRAINING_OPTIONS, ...given } as Record<keyof typeof RANGES, number>
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = settings[name as keyof typeof RANGES]
    const whole = FRACTIONS.includes(name) || Number.isInteger(value)
    if (typeof value === 'number' && whole && value >= least && value <= most) continue
    throw new WordloomError('OPTION_INVALID', {
      message: `${where}: option ${name} is ${String(value)}, expected a number from ${least} to ${most}.`,
      hint: `Leave it out for the default, ${DEFAULT_TAGGER_TRAINING_OPTIONS[name as keyof typeof RANGES]}.`,
      details: { option: name, value },
    })
  }
  return settings
}

/** The columns to give: those that were asked for, else those that the Docs have. */
function columnsOf(
  docs: readonly Doc[],
  asked: readonly TagColumn[] | undefined,
  where: string,
): TagColumn[] {
  const wanted = asked ?? TAG_COLUMNS
  if (!Array.isArray(wanted) || wanted.some((name) => !TAG_COLUMNS.includes(name))) {
    throw new WordloomError('OPTION_INVALID', {
      message: `${where}: option columns is ${JSON.stringify(asked)}, expected names of ${TAG_COLUMNS.join(', ')}.`,
      hint: "Pass columns: ['tag'] for tags alone.",
      details: { option: 'columns', value: asked },
    })
  }
  const has = (name: string) => docs.some((doc) => doc.columnType(name) === 'string')
  const columns = TAG_COLUMNS.filter((name) => wanted.includes(name) && has(name))
  if (columns.length === 0) throw nothing()
  return columns
}

function nothing(): WordloomError {
  return new WordloomError('TRAINING_EMPTY', {
    message: 'Tagger.train got no token with a tag to learn from.',
    hint: 'Pass Docs with the column tag, xtag or features, as readConllu gives them.',
  })
}
