/** The parser's network in plain numbers, a sentence and a token at a time: the slow twin of src/parse/network. */
import type { Sentence, Target } from '../../src/parse/network/batch.js'
import type { NetworkLayout } from '../../src/parse/network/shape.js'

type Vector = number[]

/** Masks of one sentence. */
export interface SentenceMasks {
  readonly input: Vector
  readonly layers: readonly Vector[]
  readonly projection: Vector
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
const leaky = (x: number) => Math.max(x, x * 0.1)

/** Losses of one sentence in nats: tags, arcs, labels. */
export function sentenceLosses(
  layout: NetworkLayout,
  weights: ArrayLike<number>,
  vectors: readonly Vector[],
  sentence: Sentence,
  target: Target,
  masks: SentenceMasks,
): [number, number, number] {
  const { shape } = layout
  const w = (name: string, row: number, column: number) => {
    const { at, columns } = layout.matrix(name)
    return weights[at + row * columns + column]!
  }
  const times = (x: Vector, name: string): Vector => {
    const { rows, columns } = layout.matrix(name)
    return Array.from({ length: columns }, (_, c) => {
      let sum = 0
      for (let r = 0; r < rows; r++) sum += x[r]! * w(name, r, c)
      return sum
    })
  }
  const plus = (a: Vector, b: Vector) => a.map((x, i) => x + b[i]!)
  const bias = (name: string) => Array.from({ length: layout.matrix(name).columns }, (_, c) => w(name, 0, c))
  const loss = (scores: Vector, wanted: number) => {
    if (wanted < 0) return 0
    const most = Math.max(...scores)
    return Math.log(scores.reduce((sum, x) => sum + Math.exp(x - most), 0)) + most - scores[wanted]!
  }
  const n = sentence.length
  const perToken = sentence.features.length / n
  let rows: Vector[] = Array.from({ length: n }, (_, t) => {
    const bag = new Array<number>(shape.bag).fill(0)
    for (const id of sentence.features.slice(t * perToken, (t + 1) * perToken)) {
      if (id > 0) for (let c = 0; c < shape.bag; c++) bag[c]! += w('bag', id, c)
    }
    const vector =
      sentence.vectors![t]! > 0 ? vectors[sentence.vectors![t]!]! : new Array(shape.vector).fill(0)
    return [...vector, ...bag].map((x, c) => x * masks.input[c]!)
  })
  let tagLoss = 0
  for (let l = 0; l < shape.layers; l++) {
    const out: Vector[] = rows.map(() => [])
    for (const direction of ['forward', 'backward']) {
      const name = `lstm.${l}.${direction}`
      let h = new Array<number>(shape.width).fill(0)
      let c = h
      for (let step = 0; step < n; step++) {
        const t = direction === 'forward' ? step : n - 1 - step
        const sums = plus(
          plus(times(rows[t]!, `${name}.input`), times(h, `${name}.recurrent`)),
          bias(`${name}.bias`),
        )
        const gate = (k: number, u: number) => sums[k * shape.width + u]!
        c = c.map((old, u) => sigmoid(gate(0, u)) * Math.tanh(gate(2, u)) + sigmoid(gate(1, u)) * old)
        h = c.map((cell, u) => sigmoid(gate(3, u)) * Math.tanh(cell))
        out[t]!.push(...h)
      }
    }
    rows = out.map((row) => row.map((x, c) => x * masks.layers[l]![c]!))
    if (l !== shape.tagLayer - 1 || layout.tagWidth === 0) continue
    for (let t = 1; t < n; t++) {
      const scores = plus(times(rows[t]!, 'tags.weights'), bias('tags.bias'))
      shape.tags.forEach((classes, k) => {
        const from = layout.tagStarts[k]!
        tagLoss += loss(scores.slice(from, from + classes), target.tags[k]![t]!)
      })
    }
  }
  const z = rows.map((row) =>
    plus(times(row, 'projection.weights'), bias('projection.bias')).map(
      (x, c) => leaky(x) * masks.projection[c]!,
    ),
  )
  const { arc, label, labels } = shape
  let arcLoss = 0
  let labelLoss = 0
  for (let t = 1; t < n; t++) {
    const head = target.heads[t]!
    if (head < 0) continue
    const query = plus(times(z[t]!.slice(0, arc), 'arc.weights'), bias('arc.bias'))
    const scores = z.map((row, j) =>
      j === t ? -1e9 : query.reduce((sum, x, c) => sum + x * row[arc + c]!, 0),
    )
    arcLoss += loss(scores, head)
    const dependent = z[t]!.slice(2 * arc, 2 * arc + label)
    const above = z[head]!.slice(2 * arc + label)
    const products = times(dependent, 'label.bilinear')
    const linear = plus(
      plus(times(dependent, 'label.dependent'), times(above, 'label.head')),
      bias('label.bias'),
    )
    const labelScores = Array.from(
      { length: labels },
      (_, r) => linear[r]! + above.reduce((sum, x, c) => sum + x * products[r * label + c]!, 0),
    )
    labelLoss += loss(labelScores, target.labels[t]!)
  }
  return [tagLoss, arcLoss, labelLoss]
}
