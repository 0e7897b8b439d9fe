/** A layer of the tagger in plain TypeScript: src/core/assembly/tagger*.ts, slowly. */
import type { LabelValues } from '../../src/tag/trained/labels.js'
import type { TemplateTables } from '../../src/tag/trained/templates.js'

const GOLDEN = 0x9e3779b1
const OUTSIDE = 0x7feb352d
const MOST = 16000

/** What a layer is made of. */
export interface SlowLayer {
  readonly tables: TemplateTables
  readonly values: LabelValues
  readonly mask: number
  /** Attributes of each entry. */
  readonly attributes: readonly (readonly number[])[]
  /** For each entry and given tag the labels that are allowed. */
  readonly lists: readonly (readonly (readonly number[])[])[]
  /** One number a row and value. */
  readonly weights: number[]
}

/** Sentences of entries. */
export interface SlowTokens {
  readonly entries: readonly number[]
  readonly starts: readonly number[]
  readonly given: readonly number[]
}

const tagValue = (tags: readonly number[], i: number, from: number, to: number) =>
  i < from || i >= to ? OUTSIDE : Math.imul(tags[i]! + 1, GOLDEN) >>> 0

/** Rows of the features of token `i` of [from, to), in the core's order. */
export function rowsOf(
  layer: SlowLayer,
  { entries, given }: SlowTokens,
  labels: readonly number[],
  i: number,
  from: number,
  to: number,
): number[] {
  const { fixed, offsets, parts, joint } = layer.tables
  const entry = (j: number) => (j < from ? 0 : j >= to ? 1 : entries[j]!)
  const rows: number[] = []
  for (let f = 0; f < fixed.length; f += 3) {
    const value = layer.attributes[entry(i + offsets[fixed[f]!]!)]![fixed[f + 1]!]!
    if (value === 0) continue
    let hash = Math.imul(value ^ fixed[f + 2]!, GOLDEN)
    hash ^= hash >>> 15
    rows.push((hash & layer.mask) >>> 0)
  }
  const values: number[] = []
  for (let p = 0; p < parts.length; p += 3) {
    const j = i + parts[p + 1]!
    if (parts[p] === 0) values.push(layer.attributes[entry(j)]![parts[p + 2]!]!)
    else if (parts[p] === 1) values.push(tagValue(given, j, from, to))
    else if (parts[p] === 2) values.push(tagValue(labels, j, from, to))
    else values.push(1)
  }
  for (let f = 0; f < joint.length; f += 4) {
    const [a, b, c] = [values[joint[f + 1]!]!, values[joint[f + 2]!]!, values[joint[f + 3]!]!]
    if (a === 0 || b === 0 || c === 0) continue
    let hash = Math.imul(a ^ joint[f]!, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 15) ^ c, GOLDEN)
    hash ^= hash >>> 16
    rows.push((hash & layer.mask) >>> 0)
  }
  return rows
}

function scoreOf(layer: SlowLayer, rows: readonly number[], label: number): number {
  const { starts, values, count } = layer.values
  let sum = 0
  for (let v = starts[label]!; v < starts[label + 1]!; v++) {
    for (const row of rows) sum += layer.weights[row * count + values[v]!]!
  }
  return sum
}

/** Labels of all tokens, greedily. */
export function tagSlowly(layer: SlowLayer, tokens: SlowTokens): number[] {
  const labels: number[] = []
  for (let s = 0; s + 1 < tokens.starts.length; s++) {
    const [from, to] = [tokens.starts[s]!, tokens.starts[s + 1]!]
    for (let i = from; i < to; i++) {
      const list = layer.lists[tokens.entries[i]!]![tokens.given[i]!]!
      const rows = rowsOf(layer, tokens, labels, i, from, to)
      labels[i] = list.reduce((best, label) =>
        scoreOf(layer, rows, label) > scoreOf(layer, rows, best) ? label : best,
      )
    }
  }
  return labels
}

/** What training keeps between calls. */
export interface SlowTraining {
  readonly gold: readonly number[]
  readonly margin: number
  readonly delta: number
  readonly dropout: number
  random: number
  step: number
  readonly totals: number[]
}

/** One run over the sentences that `order` names; gives predictions and how many were wrong. */
export function trainSlowly(
  layer: SlowLayer,
  tokens: SlowTokens,
  training: SlowTraining,
  order: readonly number[],
): { readonly labels: number[]; readonly wrong: number } {
  const labels: number[] = []
  const { starts: labelStarts, values, count } = layer.values
  let wrong = 0
  const drops = () => {
    if (training.dropout === 0) return false
    let state = training.random
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    training.random = state >>> 0
    return training.random < training.dropout
  }
  for (const s of order) {
    const [from, to] = [tokens.starts[s]!, tokens.starts[s + 1]!]
    for (let i = from; i < to; i++) {
      training.step++
      const gold = training.gold[i]!
      const list = layer.lists[tokens.entries[i]!]![tokens.given[i]!]!
      let label = list[0]!
      if (list.length > 1) {
        const rows = rowsOf(layer, tokens, labels, i, from, to).filter(() => !drops())
        const scores = new Map(list.map((other) => [other, scoreOf(layer, rows, other)]))
        label = list.reduce((best, other) => (scores.get(other)! > scores.get(best)! ? other : best))
        if (list.includes(gold)) {
          const rival = list
            .filter((other) => other !== gold)
            .reduce((best, other) => (scores.get(other)! > scores.get(best)! ? other : best))
          if (scores.get(gold)! - scores.get(rival)! <= training.margin) {
            for (const [changed, delta] of [
              [gold, training.delta],
              [rival, -training.delta],
            ] as const) {
              for (let v = labelStarts[changed]!; v < labelStarts[changed + 1]!; v++) {
                for (const row of rows) {
                  const slot = row * count + values[v]!
                  const next = layer.weights[slot]! + delta
                  if (Math.abs(next) > MOST) continue
                  layer.weights[slot] = next
                  training.totals[slot]! += delta * training.step
                }
              }
            }
          }
        }
      }
      if (label !== gold && gold !== 0xffff) wrong++
      labels[i] = label
    }
  }
  return { labels, wrong }
}
