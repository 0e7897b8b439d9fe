/**
 * The taxonomy: synsets under their hypernyms, those of instances included.
 *
 * Depths of all synsets are computed together at first need, by one depth-first walk with a stack of its own:
 * data may be as deep as it likes. A cycle, which only faulty data have, is cut where it closes.
 */
import { WordloomError } from '../../core/errors.js'
import type { RelationColumns } from './columns.js'
import { INSTANCE_HYPERNYM } from './relations.js'

/** Depths and paths over the hypernyms of numbered synsets. */
export class Taxonomy {
  readonly #relations: RelationColumns
  readonly #size: number
  #depths: { readonly least: Uint32Array; readonly greatest: Uint32Array } | undefined

  constructor(relations: RelationColumns) {
    this.#relations = relations
    this.#size = relations.rows.length - 1
  }

  /** Hypernyms and then those as an instance. */
  parents(synset: number): number[] {
    const { rows, types, targets } = this.#relations
    const found: number[] = []
    // Both have the lowest numbers, so they stand first.
    for (let i = rows[synset]!, end = rows[synset + 1]!; i < end && types[i]! <= INSTANCE_HYPERNYM; i++) {
      found.push(targets[i]!)
    }
    return found
  }

  /** Edges on the shortest way to a root. */
  minDepth(synset: number): number {
    this.#depths ??= this.#measure()
    return this.#depths.least[synset]!
  }

  /** Edges on the longest way to a root. */
  maxDepth(synset: number): number {
    this.#depths ??= this.#measure()
    return this.#depths.greatest[synset]!
  }

  /** The synset and everything above it, with the least number of edges to each, nearest first. */
  distances(synset: number): Map<number, number> {
    const found = new Map([[synset, 0]])
    for (const [node, distance] of found) {
      for (const parent of this.parents(node)) if (!found.has(parent)) found.set(parent, distance + 1)
    }
    return found
  }

  /** Every way from a root down to the synset. @throws OPTION_INVALID when there are more than `limit` */
  paths(synset: number, limit: number): number[][] {
    const paths: number[][] = []
    const path = [synset]
    const open = new Set(path)
    const next = [this.parents(synset)]
    const leaf = [true]
    while (path.length > 0) {
      const top = path.length - 1
      const parent = next[top]!.shift()
      if (parent !== undefined) {
        if (open.has(parent)) continue
        leaf[top] = false
        path.push(parent)
        open.add(parent)
        next.push(this.parents(parent))
        leaf.push(true)
        continue
      }
      if (leaf[top]) {
        if (paths.length >= limit) {
          throw new WordloomError('OPTION_INVALID', {
            message: `There are more hypernym paths than limit ${limit}.`,
            hint: `Pass { limit: ${limit * 10} }, or use closure('hypernym').`,
            details: { limit },
          })
        }
        paths.push([...path].reverse())
      }
      open.delete(path.pop()!)
      next.pop()
      leaf.pop()
    }
    return paths
  }

  #measure(): { least: Uint32Array; greatest: Uint32Array } {
    const { rows, types, targets } = this.#relations
    const least = new Uint32Array(this.#size)
    const greatest = new Uint32Array(this.#size)
    const state = new Uint8Array(this.#size) // 0: not seen, 1: on the stack, 2: done
    const at = rows.slice(0, this.#size)
    for (let start = 0; start < this.#size; start++) {
      if (state[start] !== 0) continue
      const stack = [start]
      state[start] = 1
      while (stack.length > 0) {
        const node = stack[stack.length - 1]!
        const i = at[node]!
        if (i < rows[node + 1]! && types[i]! <= INSTANCE_HYPERNYM) {
          at[node] = i + 1
          const parent = targets[i]!
          if (state[parent] === 0) {
            state[parent] = 1
            stack.push(parent)
          }
          continue
        }
        stack.pop()
        let low = Number.POSITIVE_INFINITY
        let high = 0
        for (let k = rows[node]!; k < i; k++) {
          const parent = targets[k]!
          if (state[parent] !== 2) continue
          low = Math.min(low, least[parent]! + 1)
          high = Math.max(high, greatest[parent]! + 1)
        }
        least[node] = low === Number.POSITIVE_INFINITY ? 0 : low
        greatest[node] = high
        state[node] = 2
      }
    }
    return { least, greatest }
  }
}
