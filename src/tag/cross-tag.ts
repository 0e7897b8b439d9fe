/**
 * Jackknifing: tags for training data as a tagger would give them to sentences that it has not seen.
 *
 * A parser that learns from gold tags trusts tags too much; it should learn from tags with the errors that it will meet.
 */
import { WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'

import { InternTable } from '../text/strings.js'
import { DictionaryBuilder } from './trained/tag-dictionary.js'
import { sentenceStarts, TagRun, tagColumns } from './trained/tag-run.js'
import { collect } from './trained/train-layer.js'
import { firstBase, learn, readOptions, type TaggerTrainingOptions } from './trained/training.js'
import { LONGEST, TokenCollector } from './trained/training-tokens.js'

/** Options of {@link crossTag}: those of training a tagger, and how to divide the sentences. */
export interface CrossTagOptions extends Omit<TaggerTrainingOptions, 'dev' | 'meta' | 'onPass'> {
  /** Number of parts; each is tagged by a tagger that learned from the others; 2 to 100, default 5. */
  readonly folds?: number
  /** Sentences in a row that stay in one part: neighbours are alike, and a tagger meets strangers; default 32. */
  readonly block?: number
}

/** Defaults of {@link crossTag}, beside those of training. */
export const DEFAULT_CROSS_TAG_OPTIONS = { folds: 5, block: 32 } as const

/**
 * The Docs with the columns of a tagger predicted by k-fold cross-training: every sentence by a tagger that has not seen
 * it. Costs `folds` trainings; deterministic.
 *
 * @throws OPTION_INVALID, TRAINING_EMPTY as `Tagger.train`; TRAINING_EMPTY also when there are fewer sentences than parts
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { crossTag } from 'wordloom/tag'
 * const gold = [...readConllu('1\tdogs\t_\tNOUN\t_\t_\t0\troot\t_\t_\n2\tbark\t_\tVERB\t_\t_\t1\tdep\t_\t_\n\n'.repeat(8))]
 * const [doc] = await crossTag(gold, { folds: 2, block: 1, passes: 2, bits: 10 })
 * console.log(doc?.token(0)?.get('tag'), doc?.token(1)?.get('tag')) // NOUN VERB
 * ```
 */
export async function crossTag(
  docs: Iterable<Doc> | AsyncIterable<Doc>,
  options: CrossTagOptions = {},
): Promise<Doc[]> {
  const where = 'crossTag(docs, options)'
  const {
    folds = DEFAULT_CROSS_TAG_OPTIONS.folds,
    block = DEFAULT_CROSS_TAG_OPTIONS.block,
    ...training
  } = options
  whole('folds', folds, 2, 100, where)
  whole('block', block, 1, 1_000_000, where)
  const settings = readOptions(training, where, ['dev', 'meta', 'onPass'])
  const taken = await collect(docs)
  const base = firstBase(taken, settings, training, where)
  const starts = taken.map((doc) => sentenceStarts(doc, LONGEST))
  const total = starts.reduce((sum, list) => sum + list.length - 1, 0)
  if (total < folds) {
    throw new WordloomError('TRAINING_EMPTY', {
      message: `${where} got ${total} sentences for ${folds} parts.`,
      hint: 'Pass more sentences, or fewer folds.',
      details: { sentences: total, folds },
    })
  }
  // Short data is divided evenly: blocks must not leave a part without sentences.
  const size = Math.max(1, Math.min(block, Math.floor(total / folds)))
  const foldOf = (sentence: number) => Math.floor(sentence / size) % folds
  const made: Record<string, string[]>[] = taken.map(() => ({}))
  for (let fold = 0; fold < folds; fold++) {
    const { onProgress } = training
    const shared =
      onProgress === undefined ? {} : { onProgress: (done: number) => onProgress((fold + done) / folds) }
    const parts = await learn(
      taken,
      new TokenCollector(base.columns),
      new DictionaryBuilder(),
      base,
      settings,
      { ...training, ...shared },
      (sentence) => foldOf(sentence) !== fold,
    )
    const run = new TagRun(parts)
    let sentence = 0
    taken.forEach((doc, d) => {
      const list = starts[d]!
      const first = sentence
      sentence += list.length - 1
      const mine = Array.from({ length: list.length - 1 }, (_, s) => foldOf(first + s) === fold)
      if (!mine.includes(true)) return
      const columns = tagColumns(parts, run.tag(doc))
      for (const [name, { ids, strings }] of Object.entries(columns)) {
        made[d]![name] ??= new Array<string>(doc.length)
        const values = made[d]![name]!
        mine.forEach((isMine, s) => {
          if (isMine) for (let i = list[s]!; i < list[s + 1]!; i++) values[i] = strings[ids[i]!]!
        })
      }
    })
  }
  return taken.map((doc, d) =>
    doc.with(
      Object.fromEntries(
        Object.entries(made[d]!).map(([name, values]) => [name, InternTable.column(values)]),
      ),
    ),
  )
}

function whole(option: string, value: number, least: number, most: number, where: string): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: option ${option} is ${String(value)}, expected a whole number from ${least} to ${most}.`,
    hint: `Leave it out for the default, ${DEFAULT_CROSS_TAG_OPTIONS[option as 'folds' | 'block']}.`,
    details: { option, value },
  })
}
