/**
 * Training of a parser: batches of sentences of like length in random order, one step of Adam each.
 *
 * Everything random comes from one seeded stream, so the same Docs, options and seed give the same weights.
 */
import type { Random } from '../core/rng.js'
import type { Pause } from '../text/pause.js'
import { batchTargets, makeBatch, type Sentence } from './network/batch.js'
import type { Masks, Network } from './network/network.js'
import type { Lessons } from './parser-data.js'
import type { ParserPass } from './parser-options.js'

const TAG_WEIGHT = 0.3 // of each token's tags beside its arc and label
const LEFT_OUT = 0.1 // share of tokens whose features, and of those whose vector, are hidden
const WARM = 100 // steps in which the rate rises
const POOL = 400 // sentences that are sorted by length before they are cut into batches
const LONGEST_NORM = 5
const BETA1 = 0.9
const BETA2 = 0.95
const EPSILON = 1e-8
const STEP = 16_384 // weights of a call to Adam: well under 10 ms

/** What a run of training goes by. */
export interface TrainerSettings {
  readonly passes: number
  readonly rate: number
  readonly batch: number
  readonly dropout: number
}

/** Runs passes over lessons; one step of it is one batch. */
export class ParserTrainer {
  readonly #network: Network
  readonly #lessons: Lessons
  readonly #settings: TrainerSettings
  readonly #random: Random
  readonly #perToken: number
  readonly #lengths: readonly number[]
  #step = 0

  constructor(
    network: Network,
    lessons: Lessons,
    settings: TrainerSettings,
    perToken: number,
    random: Random,
  ) {
    this.#network = network
    this.#lessons = lessons
    this.#settings = settings
    this.#perToken = perToken
    this.#random = random
    this.#lengths = lessons.sentences.map(({ length }) => length)
  }

  /** One pass over all sentences; gives its mean losses. */
  async pass(number: number, pause: Pause): Promise<ParserPass['losses']> {
    const { passes } = this.#settings
    const batches = this.#batches()
    const sums = { arcs: 0, labels: 0, tags: 0 }
    let tokens = 0
    for (const [b, batch] of batches.entries()) {
      const done = (number - 1 + b / batches.length) / passes
      await pause(done)
      const losses = this.#learn(batch, done)
      tokens += losses.tokens
      sums.arcs += losses.arcs
      sums.labels += losses.labels
      sums.tags += losses.tags
    }
    const of = Math.max(1, tokens)
    return { arcs: sums.arcs / of, labels: sums.labels / of, tags: sums.tags / of }
  }

  #learn(numbers: readonly number[], done: number) {
    const { rate, dropout } = this.#settings
    const { sentences, targets } = this.#lessons
    const network = this.#network
    const { layout, region } = network
    const batch = makeBatch(
      numbers.map((i) => this.#hide(sentences[i]!)),
      this.#perToken,
    )
    const wanted = batchTargets(
      batch,
      numbers.map((i) => targets[i]!),
    )
    const { width, layers } = layout.shape
    const masks: Masks = {
      input: this.#mask(batch.count * layout.input, 0.75 * dropout),
      layers: Array.from({ length: layers }, () => this.#mask(batch.count * 2 * width, dropout)),
      projection: this.#mask(batch.count * layout.projected, dropout),
    }
    const losses = network.learn(batch, wanted, masks, TAG_WEIGHT, 1 / Math.max(1, wanted.tokens))
    this.#step++
    const norm = Math.sqrt(region.run('sumSquares', network.weights.gradients, layout.size))
    const scale = Math.min(1, LONGEST_NORM / norm)
    // Adam's corrections of its two means, moved into the rate and the epsilon.
    const second = Math.sqrt(1 - BETA2 ** this.#step)
    const now = (rate * Math.min(1, this.#step / WARM) * (1 - done) * second) / (1 - BETA1 ** this.#step)
    const { values, gradients, means, squares } = network.weights
    for (let from = 0; from < layout.size; from += STEP) {
      const count = Math.min(STEP, layout.size - from)
      const at = 4 * from
      region.run(
        'adam',
        values + at,
        gradients + at,
        means + at,
        squares + at,
        count,
        scale,
        now,
        BETA1,
        BETA2,
        EPSILON * second,
      )
    }
    return { ...losses, tokens: wanted.tokens }
  }

  /** Cuts the sentences into batches of about `batch` tokens. */
  #batches(): number[][] {
    const order = this.#random.shuffle(this.#lengths.map((_, i) => i))
    const batches: number[][] = []
    let open: number[] = []
    let tokens = 0
    for (let from = 0; from < order.length; from += POOL) {
      const pool = order.slice(from, from + POOL).sort((a, b) => this.#lengths[a]! - this.#lengths[b]!)
      for (const i of pool) {
        if (open.length > 0 && tokens + this.#lengths[i]! > this.#settings.batch) {
          batches.push(open)
          open = []
          tokens = 0
        }
        open.push(i)
        tokens += this.#lengths[i]!
      }
    }
    if (open.length > 0) batches.push(open)
    return this.#random.shuffle(batches)
  }

  /** The sentence with the features of some tokens hidden, and the vectors of others. */
  #hide({ length, features, vectors }: Sentence): Sentence {
    const seen = { length, features: features.slice(), vectors: vectors!.slice() }
    for (let t = 1; t < length; t++) {
      if (this.#random.float() < LEFT_OUT) {
        seen.features.fill(0, t * this.#perToken, (t + 1) * this.#perToken)
      }
      if (this.#random.float() < LEFT_OUT) seen.vectors[t] = 0
    }
    return seen
  }

  #mask(length: number, rate: number): Float32Array {
    const mask = new Float32Array(length)
    for (let i = 0; i < length; i++) mask[i] = this.#random.float() < rate ? 0 : 1 / (1 - rate)
    return mask
  }
}
