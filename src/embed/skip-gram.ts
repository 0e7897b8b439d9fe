/**
 * The TypeScript side of skip-gram training: lays out a Region (both matrices, tables, scratch) and feeds the kernel
 * pieces of the corpus that end with a sentence, about ten milliseconds a call.
 *
 * The result does not depend on how long calls take: where a piece ends is decided by the corpus alone, and the
 * learning rate by the number of words before it.
 */
import type { Pointer } from '../core/kernels.js'
import { Region } from '../core/region.js'
import { Random } from '../core/rng.js'
import type { Pause } from '../text/pause.js'
import { type CountedWords, SEPARATOR } from './word-stream.js'
import type { Word2VecSettings } from './word2vec-options.js'

/** Bytes of the context block; its fields are those of the class SkipGram of the kernel, in order. */
const CONTEXT = 112
const RANDOM = 80
const SUMS = 88
/** Words and separators of a call. */
const PIECE = 4096
/** Words of a sentence that are trained together, as in the C tool. */
const SENTENCE = 1000

/** Matrices of shape (nWords, vectorSize), and what the training saw. */
export interface TrainedMatrices {
  readonly inputs: Float32Array<ArrayBuffer>
  readonly outputs: Float32Array<ArrayBuffer>
  /** Words trained, over all epochs, after subsampling. */
  readonly trained: number
  /** Mean loss of an answer in each epoch, in nats. */
  readonly losses: number[]
}

/** Trains both matrices on a counted corpus. */
export async function trainSkipGram(
  corpus: CountedWords,
  settings: Word2VecSettings,
  pause: Pause,
): Promise<TrainedMatrices> {
  const { ids, counts } = corpus
  const { vectorSize, epochs, alpha, minAlpha } = settings
  const memory = layOut(corpus, settings)
  const { region } = memory
  const all = ids.length * epochs
  const losses: number[] = []
  let loss = 0
  let answers = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let from = 0; from < ids.length; ) {
      const to = pieceEnd(ids, from)
      const done = (epoch * ids.length + from) / all
      region.u32(memory.ids, to - from).set(ids.subarray(from, to))
      region.u32(memory.context, CONTEXT / 4)[10] = to - from
      region.f32(memory.context, CONTEXT / 4)[19] = alpha - (alpha - minAlpha) * done
      region.run('skipGram', memory.context)
      from = to
      await pause(done)
    }
    const sums = region.f64(memory.context + SUMS, 3)
    losses.push((sums[1]! - loss) / Math.max(1, sums[2]! - answers))
    loss = sums[1]!
    answers = sums[2]!
  }
  const size = counts.length * vectorSize
  return {
    inputs: region.f32(memory.inputs, size).slice(),
    outputs: region.f32(memory.outputs, size).slice(),
    trained: region.f64(memory.context + SUMS, 1)[0]!,
    losses,
  }
}

/** Where the piece that begins at `from` ends: after a sentence, or within one that is longer than a piece. */
function pieceEnd(ids: Uint32Array, from: number): number {
  const most = Math.min(ids.length, from + PIECE)
  for (let to = most; to > from; to--) if (ids[to - 1] === SEPARATOR) return to
  return most
}

interface Memory {
  readonly region: Region
  readonly context: Pointer
  readonly inputs: Pointer
  readonly outputs: Pointer
  readonly ids: Pointer
}

function layOut({ counts, total }: CountedWords, settings: Word2VecSettings): Memory {
  const { vectorSize, window, shrinkWindows, negative, sample, nsExponent, seed } = settings
  const region = new Region()
  const random = new Random(seed)
  const row = vectorSize * 4
  const size = counts.length * vectorSize
  const padded = Math.ceil((negative + 1) / 3) * 3
  const context = region.reserve(CONTEXT)
  const inputs = region.reserve(size * 4)
  const outputs = region.reserve(size * 4)
  const keep = region.copyIn(keepThresholds(counts, total, sample))
  const alias = region.copyIn(aliasTable(counts, nsExponent))
  const ids = region.reserve(PIECE * 4)
  const sentence = region.reserve(SENTENCE * 4)
  const rows = region.reserve(2 * window * row)
  const changes = region.reserve(padded * row)
  const gradients = region.reserve((2 * window * padded + 3) * 4)
  const inputRows = region.reserve(2 * window * 4)
  const outputRows = region.reserve(padded * 4)
  const zero = region.copyIn(new Float32Array(vectorSize))
  const first = region.f32(inputs, size)
  for (let i = 0; i < size; i++) first[i] = (random.float() - 0.5) / vectorSize
  region.f32(outputs, size).fill(0)
  region.u8(gradients, (2 * window * padded + 3) * 4).fill(0)
  region.u8(context, CONTEXT).fill(0)
  region
    .u32(context, CONTEXT / 4)
    .set([
      inputs,
      outputs,
      vectorSize,
      window,
      shrinkWindows ? 1 : 0,
      negative,
      counts.length,
      keep,
      alias,
      ids,
      0,
      sentence,
      SENTENCE,
      rows,
      changes,
      gradients,
      inputRows,
      outputRows,
      zero,
    ])
  region.u32(context + RANDOM, 2).set([random.uint32(), random.uint32()])
  return { region, context, inputs, outputs, ids }
}

/** For each word, the largest draw of 32 bits at which it is kept: the C tool's sqrt(t / f) + t / f. */
export function keepThresholds(counts: Uint32Array, total: number, sample: number): Uint32Array {
  return Uint32Array.from(counts, (count) => {
    const share = (sample * total) / count
    const probability = sample === 0 ? 1 : Math.sqrt(share) + share
    return probability >= 1 ? 0xffffffff : Math.floor(probability * 0x100000000)
  })
}

/**
 * The alias table of the distribution counts^exponent: threshold and other word, a word (Vose 1991). A word drawn at
 * even odds stays where a draw of 32 bits is not above its threshold, else the other word is taken.
 */
export function aliasTable(counts: Uint32Array, exponent: number): Uint32Array {
  const n = counts.length
  const shares = Float64Array.from(counts, (count) => power(count, exponent))
  const sum = shares.reduce((all, share) => all + share, 0)
  const table = new Uint32Array(n * 2)
  const small: number[] = []
  const large: number[] = []
  for (let i = 0; i < n; i++) {
    shares[i] = (shares[i]! * n) / sum
    if (shares[i]! < 1) small.push(i)
    else large.push(i)
  }
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!
    const more = large.at(-1)!
    table[less * 2] = Math.floor(shares[less]! * 0xffffffff)
    table[less * 2 + 1] = more
    shares[more] = shares[more]! + shares[less]! - 1
    if (shares[more]! < 1) small.push(large.pop()!)
  }
  for (const i of [...small, ...large]) {
    table[i * 2] = 0xffffffff
    table[i * 2 + 1] = i
  }
  return table
}

// Square roots are the same on every platform; Math.pow need not be.
function power(count: number, exponent: number): number {
  return exponent === 0.75 ? Math.sqrt(count) * Math.sqrt(Math.sqrt(count)) : count ** exponent
}
