/**
 * Training of a tagger: its dictionary and labels, then the layer of tags, then that of finer labels.
 *
 * Every token becomes an entry for its form and right label, so that the attributes of an entry can leave the token
 * out of what the dictionary says.
 */
import type { Pointer } from '../../core/kernels.js'
import { Region } from '../../core/region.js'
import { Random } from '../../core/rng.js'
import type { Doc } from '../../text/doc.js'
import type { Pause } from '../../text/pause.js'
import { ATTRIBUTES, formAttributes, type Knowledge, outsideAttributes } from './attributes.js'
import { FineLists, tagLists } from './labels.js'
import { Layer, type LayerPlan, type LayerRows } from './layer.js'
import { labelsByTag, type TaggerParts } from './model-parts.js'
import type { TrainingTokens } from './training-tokens.js'

const A = ATTRIBUTES.length
const SLICE = 1500 // tokens a call: some 10 ms
const TRAINING_BYTES = 40

/** How weights are learned and kept. */
export interface LearningOptions {
  readonly seed: number
  readonly passes: number
  readonly margin: number
  readonly dropout: number
  readonly bits: number
  readonly prune: number
  readonly step: number
}

/** Called after each pass with the weights so far; true: they are the best yet. */
export type AfterPass = (rows: LayerRows, pass: number, wrong: number) => boolean | Promise<boolean>

/** Attributes of the entries of all training tokens, and their lists. */
export interface TrainingEntries {
  readonly attributes: Uint32Array
  readonly fineLists: FineLists | undefined
  readonly fineListOf: Uint32Array
}

/** Works out all entries of training. */
export async function trainingEntries(
  tokens: TrainingTokens,
  knowledge: Knowledge,
  parts: Pick<TaggerParts, 'tags' | 'labels' | 'closedCount'>,
  fine: boolean,
  pause: Pause,
): Promise<TrainingEntries> {
  const { variants } = tokens
  const count = variants.length + 2
  const given = parts.tags.length
  const attributes = new Uint32Array(count * A)
  outsideAttributes(attributes, 0, 0)
  outsideAttributes(attributes, A, 1)
  const fineLists = fine
    ? new FineLists(labelsByTag({ ...parts, dictionary: knowledge.dictionary }), parts.closedCount)
    : undefined
  const fineListOf = new Uint32Array(fine ? count * given : 0)
  for (let v = 0; v < variants.length; v++) {
    const { form, left } = variants[v]!
    const entry = v + 2
    const uses = formAttributes(form, knowledge, attributes, entry * A, left)
    fineLists?.fill(uses, fineListOf, entry * given)
    if (v % 512 === 0) await pause(v / variants.length)
  }
  return { attributes, fineLists, fineListOf }
}

/** Trains one layer; gives its best weights. */
export async function trainLayer(
  plan: LayerPlan,
  which: 'tags' | 'labels',
  tokens: TrainingTokens,
  entries: TrainingEntries,
  options: LearningOptions,
  begin: LayerRows | undefined,
  pause: Pause,
  afterPass: AfterPass,
): Promise<LayerRows> {
  const { seed, passes, margin, dropout, bits, step } = options
  const region = new Region()
  const columns = plan.values.count
  const scale = begin === undefined ? 1 : Math.max(1, Math.round(1 / step))
  const size = 2 ** bits
  const attributes = region.copyIn(entries.attributes)
  const layer = new Layer(
    region,
    plan,
    { bits, weights: begin === undefined ? new Int16Array(size * columns) : Int16Array.from(begin.weights) },
    attributes,
    entries.attributes.length / A,
    false,
  )
  layer.setLists(which === 'tags' ? tagLists(plan.values.count) : entries.fineLists!.lists)
  const lists = layer.listsOf(0, entries.attributes.length / A)
  if (which === 'tags') lists.fill(0)
  else lists.set(entries.fineListOf)
  const { lanes } = layer
  const totals = region.reserve(size * lanes * 8)
  region.u8(totals, size * lanes * 8).fill(0)
  const count = tokens.entries.length
  const gold = region.copyIn(which === 'tags' ? tokens.tags : tokens.labels)
  const given = region.copyIn(which === 'tags' ? new Uint16Array(count) : tokens.given)
  const entryOf = region.copyIn(tokens.entries)
  const starts = region.copyIn(tokens.starts)
  const labels = region.reserve(count * 2)
  const features = plan.templates.fixed.length + plan.templates.joint.length
  const scratch = region.reserve(features * 4)
  const training = region.reserve(TRAINING_BYTES)
  const sentences = tokens.starts.length - 1
  const numbers = Array.from({ length: sentences }, (_, i) => i)
  const order = region.reserve(sentences * 4)
  const random = new Random(seed)
  const fields = region.u32(training, TRAINING_BYTES / 4)
  fields.set([totals, gold, scratch, Math.floor(dropout * 0xffffffff), random.uint32() | 1])
  fields.set([margin * scale, scale], 5)
  region.f64(training + 32, 1)[0] = 0
  let best: LayerRows | undefined
  for (let pass = 0; pass < passes; pass++) {
    region.u32(order, sentences).set(random.shuffle(numbers))
    let wrong = 0
    for (let from = 0; from < sentences; ) {
      let to = from
      let length = 0
      while (to < sentences && length < SLICE) {
        const s = numbers[to++]!
        length += tokens.starts[s + 1]! - tokens.starts[s]!
      }
      wrong += region.run(
        'taggerTrain',
        layer.pointer,
        training,
        entryOf,
        starts,
        order + from * 4,
        to - from,
        given,
        labels,
      )
      from = to
      await pause((pass + from / sentences) / passes)
    }
    const rows = average(
      region,
      layer,
      totals,
      region.f64(training + 32, 1)[0]!,
      size,
      columns,
      scale,
      options,
    )
    if ((await afterPass(rows, pass, wrong)) || best === undefined) best = rows
  }
  return best!
}

/** The average of the weights over all steps, pruned and rounded. */
function average(
  region: Region,
  { rows, lanes }: Layer,
  totals: Pointer,
  steps: number,
  size: number,
  columns: number,
  scale: number,
  { bits, prune, step }: LearningOptions,
): LayerRows {
  const last = region.i16(rows, size * lanes)
  const moved = region.f64(totals, size * lanes)
  const weights = new Int8Array(size * columns)
  for (let row = 0; row < size; row++) {
    for (let c = 0; c < columns; c++) {
      const at = row * lanes + c
      if (last[at] === 0 && moved[at] === 0) continue
      const value = (last[at]! - moved[at]! / steps) / scale
      if (Math.abs(value) < prune) continue
      weights[row * columns + c] = Math.max(-127, Math.min(127, Math.round(value / step)))
    }
  }
  return { bits, weights }
}

/** Docs as they come from an iterable of either kind. */
export async function collect(docs: Iterable<Doc> | AsyncIterable<Doc>): Promise<Doc[]> {
  const taken: Doc[] = []
  for await (const doc of docs) taken.push(doc)
  return taken
}
