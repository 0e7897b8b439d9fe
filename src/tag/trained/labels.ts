/**
 * Labels of a layer and the values that their scores are sums of, and the lists of labels that a word may have.
 *
 * A tag is one value. A finer label (an XPOS and a set of features) has several: its XPOS, or the parts of one such as
 * `NNG+JKS`, and each feature. So treebanks with a thousand labels need a hundred columns of weights, and a rare label
 * learns from the common ones that it shares values with.
 */
import type { TagUse } from './tag-dictionary.js'

/** Labels, as the strings that they give to each column. */
export type LabelStrings = readonly (readonly string[])[]

/** Values of labels: those of label i are `values[starts[i]]` to `values[starts[i + 1]]`. */
export interface LabelValues {
  readonly count: number
  readonly starts: Uint32Array
  readonly values: Uint16Array
}

/** Labels that are one value each. */
export function plainValues(count: number): LabelValues {
  return {
    count,
    starts: Uint32Array.from({ length: count + 1 }, (_, i) => i),
    values: Uint16Array.from({ length: count }, (_, i) => i),
  }
}

/** Values of labels with the columns `names`. */
export function splitValues(names: readonly string[], labels: LabelStrings): LabelValues {
  const numbers = new Map<string, number>()
  const starts = new Uint32Array(labels.length + 1)
  const values: number[] = []
  labels.forEach((label, i) => {
    const texts = new Set(label.flatMap((text, c) => valuesOf(names[c]!, text)))
    for (const text of texts) {
      let number = numbers.get(text)
      if (number === undefined) {
        number = numbers.size
        numbers.set(text, number)
      }
      values.push(number)
    }
    starts[i + 1] = values.length
  })
  return { count: numbers.size, starts, values: Uint16Array.from(values) }
}

function valuesOf(name: string, text: string): string[] {
  if (name === 'features') return text.split('|').map((value) => `f${value}`)
  const parts = text.split('+')
  if (parts.length === 1 || parts.length > 16) return [`x${text}`]
  return [`<${parts[0]}`, `>${parts.at(-1)}`, ...parts.map((part) => `x${part}`), `#${parts.length}`]
}

/** Lists of labels, each once. */
export class LabelLists {
  readonly #ids = new Map<string, number>()
  readonly #lists: (readonly number[])[] = []

  /** The number of a list, new or known. */
  intern(labels: readonly number[]): number {
    const key = labels.join(' ')
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = this.#lists.length
      this.#ids.set(key, id)
      this.#lists.push(labels)
    }
    return id
  }

  /** Starts of the lists, and their labels end to end. */
  tables(): { readonly starts: Uint32Array; readonly labels: Uint16Array } {
    const starts = new Uint32Array(this.#lists.length + 1)
    this.#lists.forEach((list, i) => {
      starts[i + 1] = starts[i]! + list.length
    })
    return { starts, labels: Uint16Array.from(this.#lists.flat()) }
  }
}

/** The one list of the first layer: all tags. */
export function tagLists(count: number): LabelLists {
  const lists = new LabelLists()
  lists.intern(Array.from({ length: count }, (_, i) => i))
  return lists
}

/** The lists of the second layer: for each tag those of the form, or all that the tag was seen with. */
export class FineLists {
  readonly lists = new LabelLists()
  readonly #defaults: Uint32Array
  readonly #closedCount: number

  /**
   * `byTag`: labels of each tag, the most frequent first; none may be empty. A form seen `closedCount` times with a tag has
   * only the labels that it was seen with.
   */
  constructor(byTag: readonly (readonly number[])[], closedCount: number) {
    this.#closedCount = closedCount
    this.#defaults = Uint32Array.from(byTag, (labels) => this.lists.intern(labels))
  }

  /** Writes the list of each tag for a form with these uses to `out`, from `at` on. */
  fill(uses: readonly TagUse[], out: Uint32Array, at: number): void {
    out.set(this.#defaults, at)
    for (const { tag, labels } of uses) {
      const count = labels.reduce((sum, [, times]) => sum + times, 0)
      if (count >= this.#closedCount) out[at + tag] = this.lists.intern(labels.map(([label]) => label))
    }
  }
}
