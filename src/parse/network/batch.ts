/**
 * Sentences side by side, as the network takes them: sorted from the longest to the shortest, rows in order of time,
 * so that a step of an LSTM takes neighbouring rows (src/core/assembly/lstm.ts). Position 0 of each sentence is the
 * root. Arcs are scored sentence by sentence, in a second order of rows: all rows of a sentence together, sentences
 * beginning at multiples of 4.
 */
import { four } from './shape.js'

/** What the network is told of one sentence; every array begins with the root. */
export interface Sentence {
  readonly length: number
  /** Ids of features, `perToken` for each token; 0 for none. */
  readonly features: Uint32Array
  /** Rows of word vectors; 0 for none. */
  readonly vectors?: Uint32Array
}

/** What it should learn of it; below 0: not known. */
export interface Target {
  /** For each kind of tag, the class of each token. */
  readonly tags: readonly Int32Array[]
  /** Position of each token's head; 0 is the root. */
  readonly heads: Int32Array
  readonly labels: Int32Array
}

/** Sentences side by side. */
export interface Batch {
  readonly count: number
  /** Rows of all sentences. */
  readonly rows: number
  readonly times: number
  /** First row of each time, and the end. */
  readonly offsets: Uint32Array
  /** Sentence of each row. */
  readonly owners: Uint32Array
  readonly lengths: Uint32Array
  readonly features: Uint32Array
  readonly vectors: Uint32Array
  /** Which of the sentences given is which of the batch. */
  readonly numbers: readonly number[]
  /** Rows of the second order, and where each sentence begins in it. */
  readonly ordered: number
  readonly starts: Uint32Array
  /** Row of each row of the second order; -1 for padding. */
  readonly order: Int32Array
}

/** Lays sentences out; `perToken` is the number of features of a token. */
export function makeBatch(sentences: readonly Sentence[], perToken: number): Batch {
  const numbers = sentences
    .map((_, i) => i)
    .sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b)
  const lengths = Uint32Array.from(numbers, (i) => sentences[i]!.length)
  const times = lengths[0] ?? 0
  const rows = lengths.reduce((sum, length) => sum + length, 0)
  const offsets = new Uint32Array(times + 1)
  const owners = new Uint32Array(rows)
  const features = new Uint32Array(rows * perToken)
  const vectors = new Uint32Array(rows)
  let row = 0
  for (let time = 0; time < times; time++) {
    offsets[time] = row
    for (let s = 0; s < numbers.length && lengths[s]! > time; s++, row++) {
      const sentence = sentences[numbers[s]!]!
      owners[row] = s
      if (sentence.vectors !== undefined) vectors[row] = sentence.vectors[time]!
      for (let k = 0; k < perToken; k++) {
        features[row * perToken + k] = sentence.features[time * perToken + k]!
      }
    }
  }
  offsets[times] = row
  const starts = new Uint32Array(numbers.length)
  let ordered = 0
  for (let s = 0; s < numbers.length; s++) {
    starts[s] = ordered
    ordered += four(lengths[s]!)
  }
  const order = new Int32Array(ordered).fill(-1)
  for (let s = 0; s < numbers.length; s++) {
    for (let t = 0; t < lengths[s]!; t++) order[starts[s]! + t] = offsets[t]! + s
  }
  return {
    count: numbers.length,
    rows,
    times,
    offsets,
    owners,
    lengths,
    features,
    vectors,
    numbers,
    ordered,
    starts,
    order,
  }
}

/** Targets of a batch, as the losses take them. */
export interface BatchTargets {
  /** For each kind of tag, the class of each row. */
  readonly tags: readonly Int32Array[]
  /** Position of the head, in the second order. */
  readonly heads: Int32Array
  /** Row of the head of each row; -1 for none. */
  readonly headRows: Int32Array
  readonly labels: Int32Array
  /** Tokens that have a head. */
  readonly tokens: number
}

/** Lays the targets of the sentences of `batch` out. */
export function batchTargets(batch: Batch, targets: readonly Target[]): BatchTargets {
  const { rows, offsets, starts, numbers, lengths } = batch
  const kinds = targets[0]?.tags.length ?? 0
  const tags = Array.from({ length: kinds }, () => new Int32Array(rows).fill(-1))
  const heads = new Int32Array(batch.ordered).fill(-1)
  const headRows = new Int32Array(rows).fill(-1)
  const labels = new Int32Array(rows).fill(-1)
  let tokens = 0
  for (let s = 0; s < numbers.length; s++) {
    const target = targets[numbers[s]!]!
    for (let t = 1; t < lengths[s]!; t++) {
      const row = offsets[t]! + s
      for (let k = 0; k < kinds; k++) tags[k]![row] = target.tags[k]![t]!
      const head = target.heads[t]!
      if (head < 0) continue
      tokens++
      heads[starts[s]! + t] = head
      headRows[row] = offsets[head]! + s
      labels[row] = target.labels[t]!
    }
  }
  return { tags, heads, headRows, labels, tokens }
}
