import { describe, expect, it } from 'vitest'
import { Random } from '../../src/core/rng.js'
import { batchTargets, makeBatch, type Sentence, type Target } from '../../src/parse/network/batch.js'
import { initialWeights } from '../../src/parse/network/initial-weights.js'
import { Network } from '../../src/parse/network/network.js'
import { NetworkLayout } from '../../src/parse/network/shape.js'
import { sentenceLosses } from '../oracle/network.js'

const PER_TOKEN = 3
const TAG_WEIGHT = 0.5
const SCALE = 0.25

function setting(seed: number) {
  const random = new Random(seed)
  const layout = new NetworkLayout({
    features: 9,
    bag: 8,
    vector: 4,
    width: 8,
    layers: 2,
    tagLayer: 1 + (seed % 2),
    tags: [3, 6],
    arc: 8,
    label: 4,
    labels: 5,
  })
  const weights = initialWeights(layout, random)
  for (let i = 0; i < weights.length; i++) weights[i]! += 0.2 * (random.float() - 0.5)
  const vectors = {
    values: Int8Array.from({ length: 20 }, () => random.below(255) - 127),
    scales: new Float32Array(5),
  }
  vectors.scales.fill(0.01)
  const sentences: Sentence[] = []
  const targets: Target[] = []
  for (const length of [2, 7, 4, 7, 1, 5]) {
    const draw = (below: number, from = 0) => Array.from({ length }, () => from + random.below(below - from))
    sentences.push({
      length,
      features: Uint32Array.from({ length: length * PER_TOKEN }, () => random.below(9)),
      vectors: Uint32Array.from(draw(5)),
    })
    targets.push({
      tags: [Int32Array.from(draw(3)), Int32Array.from(draw(6, -1))],
      heads: Int32Array.from(draw(length), (head, t) => (t === 0 ? -1 : head === t ? 0 : head)),
      labels: Int32Array.from(draw(5)),
    })
  }
  const factor = () => (random.float() < 0.3 ? 0 : 1 / 0.7)
  const masks = sentences.map(() => ({
    input: Array.from({ length: layout.input }, factor),
    layers: [0, 1].map(() => Array.from({ length: 16 }, factor)),
    projection: Array.from({ length: layout.projected }, factor),
  }))
  return { layout, weights, vectors, sentences, targets, masks }
}

function learn({ layout, weights, vectors, sentences, targets, masks }: ReturnType<typeof setting>) {
  const network = new Network(layout, weights, vectors)
  const batch = makeBatch(sentences, PER_TOKEN)
  const sorted = batch.numbers.map((i) => masks[i]!)
  const losses = network.learn(
    batch,
    batchTargets(batch, targets),
    {
      input: Float32Array.from(sorted.flatMap((mask) => mask.input)),
      layers: [0, 1].map((l) => Float32Array.from(sorted.flatMap((mask) => mask.layers[l]!))),
      projection: Float32Array.from(sorted.flatMap((mask) => mask.projection)),
    },
    TAG_WEIGHT,
    SCALE,
  )
  return { losses, gradients: network.region.f32(network.weights.gradients, layout.size).slice() }
}

function expected(made: ReturnType<typeof setting>, weights: ArrayLike<number>): [number, number, number] {
  const { layout, vectors, sentences, targets, masks } = made
  const rows = Array.from({ length: 5 }, (_, r) =>
    Array.from(vectors.values.subarray(4 * r, 4 * r + 4), (x) => x * vectors.scales[r]!),
  )
  const sums: [number, number, number] = [0, 0, 0]
  sentences.forEach((sentence, i) => {
    sentenceLosses(layout, weights, rows, sentence, targets[i]!, masks[i]!).forEach((loss, k) => {
      sums[k]! += loss
    })
  })
  return sums
}

describe('the network of the parser', () => {
  it.each([1, 2])('has the losses of its plain twin (%i)', (seed) => {
    const made = setting(seed)
    const { losses } = learn(made)
    const [tags, arcs, labels] = expected(made, made.weights)
    expect(losses.tags).toBeCloseTo(tags, 3)
    expect(losses.arcs).toBeCloseTo(arcs, 3)
    expect(losses.labels).toBeCloseTo(labels, 3)
  })

  it.each([1, 2])('has the gradients that its plain twin shows when a weight moves (%i)', (seed) => {
    const made = setting(seed)
    const { gradients } = learn(made)
    const random = new Random(7)
    const total = (weights: ArrayLike<number>) => {
      const [tags, arcs, labels] = expected(made, weights)
      return SCALE * (TAG_WEIGHT * tags + arcs + labels)
    }
    for (const [name, { at, rows, columns }] of made.layout.matrices) {
      for (let k = 0; k < 12; k++) {
        const i = at + random.below(rows * columns)
        const moved = Float64Array.from(made.weights)
        moved[i]! += 1e-4
        const up = total(moved)
        moved[i]! -= 2e-4
        const slope = (up - total(moved)) / 2e-4
        expect(Math.abs(gradients[i]! - slope), `${name} ${i - at}: ${gradients[i]} ${slope}`).toBeLessThan(
          2e-4,
        )
      }
    }
  })
})
