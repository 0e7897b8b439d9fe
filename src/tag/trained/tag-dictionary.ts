/**
 * What training saw of each form: its tags, with their finer labels and counts.
 *
 * In training the token at hand is left out of its own form's counts; otherwise the tagger would learn to trust a
 * dictionary that, for the words it has never seen, will not be there.
 */
import { search, wordKey } from './word-table.js'

/** A tag or label that is not known: nothing is learned from it. */
export const UNKNOWN = 0xffff

/** Columns of the dictionary: the rows of form f are `starts[f]` to `starts[f + 1]`, the most frequent first. */
export interface DictionaryColumns {
  /** Hashes of the forms, ascending. */
  readonly keys: Uint32Array
  readonly starts: Uint32Array
  /** Tag of each row. */
  readonly tags: Uint16Array
  /** Finer label of each row. */
  readonly labels: Uint16Array
  readonly counts: Uint32Array
}

/** One token that is not to be counted. */
export interface LeftOut {
  readonly tag: number
  readonly label: number
}

/** How often a form had a tag, and the finer labels with it. */
export interface TagUse {
  readonly tag: number
  count: number
  /** Labels with their counts. */
  readonly labels: [label: number, count: number][]
}

/** Tags and labels by form. */
export class TagDictionary {
  readonly columns: DictionaryColumns

  constructor(columns: DictionaryColumns) {
    this.columns = columns
  }

  /** Uses of `form`, the most frequent tag first; none if it was never seen, or only as what is left out. */
  uses(form: string, left?: LeftOut): TagUse[] {
    const found = search(this.columns.keys, wordKey(form))
    return found < 0 ? [] : this.usesAt(found, left)
  }

  /** Uses of form number `f`. */
  usesAt(f: number, left?: LeftOut): TagUse[] {
    const { starts, tags, labels, counts } = this.columns
    const uses: TagUse[] = []
    for (let row = starts[f]!; row < starts[f + 1]!; row++) {
      const tag = tags[row]!
      const label = labels[row]!
      const count = counts[row]! - (left !== undefined && left.tag === tag && left.label === label ? 1 : 0)
      if (count <= 0) continue
      let use = uses.find((other) => other.tag === tag)
      if (use === undefined) {
        use = { tag, count: 0, labels: [] }
        uses.push(use)
      }
      use.count += count
      if (label !== UNKNOWN) use.labels.push([label, count])
    }
    return uses.sort((a, b) => b.count - a.count || a.tag - b.tag)
  }
}

/** Counts tokens, and makes a dictionary of them. */
export class DictionaryBuilder {
  readonly #forms = new Map<number, Map<number, number>>()

  /** Begins with what another dictionary has. */
  constructor(from?: TagDictionary) {
    if (from === undefined) return
    const { keys, starts, tags, labels, counts } = from.columns
    keys.forEach((key, f) => {
      for (let row = starts[f]!; row < starts[f + 1]!; row++)
        this.#add(key, tags[row]!, labels[row]!, counts[row]!)
    })
  }

  /** Counts a token. */
  add(form: string, tag: number, label: number): void {
    this.#add(wordKey(form), tag, label, 1)
  }

  #add(key: number, tag: number, label: number, count: number): void {
    let rows = this.#forms.get(key)
    if (rows === undefined) {
      rows = new Map()
      this.#forms.set(key, rows)
    }
    const row = tag * 0x10000 + label
    rows.set(row, (rows.get(row) ?? 0) + count)
  }

  /** The dictionary of all that was counted. */
  finish(): TagDictionary {
    const keys = Uint32Array.from(this.#forms.keys()).sort()
    const starts = new Uint32Array(keys.length + 1)
    const tags: number[] = []
    const labels: number[] = []
    const counts: number[] = []
    keys.forEach((key, f) => {
      const rows = [...this.#forms.get(key)!].sort((a, b) => b[1] - a[1] || a[0] - b[0])
      for (const [row, count] of rows) {
        tags.push(Math.floor(row / 0x10000))
        labels.push(row % 0x10000)
        counts.push(count)
      }
      starts[f + 1] = tags.length
    })
    return new TagDictionary({
      keys,
      starts,
      tags: Uint16Array.from(tags),
      labels: Uint16Array.from(labels),
      counts: Uint32Array.from(counts),
    })
  }
}
