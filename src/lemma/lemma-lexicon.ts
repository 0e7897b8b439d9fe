/**
 * The lexicon of a lemmatizer: forms that were seen, with their lemmas, and what stood in the tag columns.
 *
 * A form in small letters has rows: the shape it was written in, its value in each column, lemma and count. Rows of a
 * form lie together, `starts[i]` to `starts[i + 1]`.
 */
import type { Shape } from './casing.js'

// A second lemma that a form had less often than this is more often a slip than a lemma.
const RARE = 2
const RARE_SHARE = 0.005

/** Rows as arrays; `columns[c]` has the number of each row's value in column c. */
export interface LexiconRows {
  readonly forms: readonly string[]
  readonly starts: Uint32Array
  readonly shapes: Uint8Array
  readonly columns: readonly Uint32Array[]
  readonly lemmas: Uint32Array
  readonly counts: Uint32Array
}

/** What is known of a token: the numbers of its values in the first columns; -1 where a value was never seen. */
export type TokenValues = readonly number[]

/** Forms and their lemmas. */
export class LemmaLexicon {
  readonly rows: LexiconRows
  readonly lemmas: readonly string[]
  readonly #forms = new Map<string, number>()
  readonly #lemmaIds = new Map<string, number>()
  readonly #known = new Map<number, number>()

  constructor(rows: LexiconRows, lemmas: readonly string[]) {
    this.rows = rows
    this.lemmas = lemmas
    rows.forms.forEach((form, i) => {
      this.#forms.set(form, i)
    })
    lemmas.forEach((lemma, i) => {
      this.#lemmaIds.set(lemma, i)
    })
    this.#countForms()
  }

  /** Number of the form in small letters, -1 where it was never seen. */
  entry(small: string): number {
    return this.#forms.get(small) ?? -1
  }

  /** Number of the lemma, -1 where it was never seen. */
  lemmaId(lemma: string): number {
    return this.#lemmaIds.get(lemma) ?? -1
  }

  /** Of how many forms `lemma` is the lemma; with a tag (number of a value of the first column), with it. */
  formsOf(lemma: number, tag: number): number {
    return this.#known.get(this.#key(lemma, tag)) ?? 0
  }

  /** Whether the form has the lemma in rows with another tag. */
  elsewhere(entry: number, lemma: number, tag: number): boolean {
    if (entry < 0 || lemma < 0) return false
    const { starts, lemmas, columns } = this.rows
    for (let r = starts[entry]!; r < starts[entry + 1]!; r++) {
      if (lemmas[r] === lemma && columns[0]?.[r] !== tag) return true
    }
    return false
  }

  /**
   * The lemmas that the form had in the rows that fit best, the most frequent first; none where no row fits: the tag must
   * be the same, and the form must have been written so, or in small letters. What was too rare to be learned is left out.
   */
  candidates(entry: number, shape: Shape, values: TokenValues): number[] {
    const { starts, shapes, columns, lemmas, counts } = this.rows
    let best = 1
    let total = 0
    const found = new Map<number, number>()
    for (let r = starts[entry]!; r < starts[entry + 1]!; r++) {
      const fit = rank(r, shape, values, shapes, columns)
      if (fit < best) continue
      if (fit > best) {
        found.clear()
        best = fit
        total = 0
      }
      found.set(lemmas[r]!, (found.get(lemmas[r]!) ?? 0) + counts[r]!)
      total += counts[r]!
    }
    const sorted = [...found].sort((a, b) => b[1] - a[1])
    const least = Math.max(RARE, total * RARE_SHARE)
    return sorted.filter(([, count], i) => i === 0 || count >= least).map(([lemma]) => lemma)
  }

  #countForms(): void {
    const { starts, lemmas, columns } = this.rows
    const tags = columns[0]
    for (let entry = 0; entry + 1 < starts.length; entry++) {
      const seen = new Set<number>()
      for (let r = starts[entry]!; r < starts[entry + 1]!; r++) {
        seen.add(this.#key(lemmas[r]!, -1))
        if (tags !== undefined) seen.add(this.#key(lemmas[r]!, tags[r]!))
      }
      for (const key of seen) this.#known.set(key, (this.#known.get(key) ?? 0) + 1)
    }
  }

  #key(lemma: number, tag: number): number {
    return (tag + 1) * this.lemmas.length + lemma
  }
}

/** How well row `r` fits: 0 not at all. */
function rank(
  r: number,
  shape: Shape,
  values: TokenValues,
  shapes: Uint8Array,
  columns: readonly Uint32Array[],
): number {
  const same = shapes[r] === shape
  if (!same && shapes[r]! > 1) return 0
  if (values.length > 0 && columns[0]![r] !== values[0]) return 0
  let fit = same ? 2 : 1
  for (let c = 1; c < values.length; c++) if (columns[c]![r] === values[c]) fit += 2
  return fit
}
