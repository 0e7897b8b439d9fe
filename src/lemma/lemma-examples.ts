/**
 * What a lemmatizer learns from: every form of the Docs with its lemmas and the values of the tag columns, counted.
 *
 * Tokens without a lemma (`_` in CoNLL-U, '' in a Doc) teach nothing.
 */
import type { Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'
import { type Casing, composed, lower, shapeOf } from './casing.js'
import { LemmaLexicon } from './lemma-lexicon.js'

/** A form as it was written, with values and lemma; `count` times. */
export interface Example {
  readonly form: string
  /** Numbers of its values in the columns. */
  readonly values: readonly number[]
  readonly lemma: number
  count: number
}

/** Forms of all tokens, the words of multiword tokens among them. */
export function formsOf(doc: Doc): (i: number) => string {
  if (!doc.has('form')) return (i) => doc.word(i)
  const { ids, strings } = doc.strings('form')
  return (i) => strings[ids[i]!] || doc.word(i)
}

/** Collects examples, Doc by Doc. */
export class ExampleTable {
  readonly columns: readonly string[]
  readonly values: readonly InternTable[]
  readonly lemmas = new InternTable()
  readonly #examples = new Map<string, Map<string, Example>>()

  constructor(columns: readonly string[]) {
    this.columns = columns
    this.values = columns.map(() => new InternTable())
  }

  /** Number of different forms. */
  get size(): number {
    return this.#examples.size
  }

  /** Takes the tokens of a Doc in. @throws COLUMN_MISSING when it lacks a column or lemmas */
  add(doc: Doc): void {
    const formOf = formsOf(doc)
    const lemma = doc.strings('lemma')
    // A reader gives only columns that have values: where one is missing, all its values are empty.
    const columns = this.columns.map((name) =>
      doc.has(name) ? doc.strings(name) : { ids: new Uint32Array(doc.length), strings: [''] },
    )
    for (let i = 0; i < doc.length; i++) {
      const text = lemma.strings[lemma.ids[i]!]!
      const form = composed(formOf(i))
      if (text === '' || form === '') continue
      const values = columns.map(({ ids, strings }, c) => this.values[c]!.intern(strings[ids[i]!]!))
      const id = this.lemmas.intern(text)
      const key = `${id} ${values.join(' ')}`
      const ofForm = this.#examples.get(form) ?? new Map<string, Example>()
      this.#examples.set(form, ofForm)
      const seen = ofForm.get(key)
      if (seen === undefined) ofForm.set(key, { form, values, lemma: id, count: 1 })
      else seen.count++
    }
  }

  /** Whether I is the capital of ı here: where a form has I, its lemma has ı in that place more often than i. */
  casing(): Casing {
    let dotless = 0
    for (const ofForm of this.#examples.values()) {
      for (const { form, lemma } of ofForm.values()) {
        const at = form.indexOf('I')
        if (at < 0) continue
        const letter = this.lemmas.strings[lemma]!.charAt(at)
        if (letter === 'ı') dotless++
        else if (letter === 'i') dotless--
      }
    }
    return { turkic: dotless > 0 }
  }

  /** All examples as a lexicon. */
  lexicon(casing: Casing): LemmaLexicon {
    const bySmall = new Map<string, Example[]>()
    for (const [form, ofForm] of this.#examples) {
      const small = lower(form, casing)
      const list = bySmall.get(small)
      if (list === undefined) bySmall.set(small, [...ofForm.values()])
      else list.push(...ofForm.values())
    }
    const forms = [...bySmall.keys()].sort()
    const sorted = [...this.lemmas.strings].sort() // so that they pack well
    const place = new Map(sorted.map((lemma, i) => [lemma, i]))
    const shapes: number[] = []
    const columns: number[][] = this.columns.map(() => [])
    const lemmas: number[] = []
    const counts: number[] = []
    const starts = [0]
    for (const small of forms) {
      for (const { form, values, lemma, count } of bySmall.get(small)!) {
        shapes.push(shapeOf(form, small, casing))
        values.forEach((value, c) => {
          columns[c]!.push(value)
        })
        lemmas.push(place.get(this.lemmas.strings[lemma]!)!)
        counts.push(count)
      }
      starts.push(lemmas.length)
    }
    return new LemmaLexicon(
      {
        forms,
        starts: Uint32Array.from(starts),
        shapes: Uint8Array.from(shapes),
        columns: columns.map((values) => Uint32Array.from(values)),
        lemmas: Uint32Array.from(lemmas),
        counts: Uint32Array.from(counts),
      },
      sorted,
    )
  }

  /** One example for every form and its values in the first `level` columns, with the lemma it most often has. */
  *majority(level: number): Generator<Example> {
    for (const ofForm of this.#examples.values()) {
      const groups = new Map<string, Map<number, Example>>()
      for (const example of ofForm.values()) {
        const values = example.values.slice(0, level)
        const key = values.join(' ')
        const group = groups.get(key) ?? new Map<number, Example>()
        groups.set(key, group)
        const seen = group.get(example.lemma)
        if (seen === undefined) group.set(example.lemma, { ...example, values })
        else seen.count += example.count
      }
      for (const group of groups.values()) {
        let best: Example | undefined
        for (const example of group.values()) {
          if (best === undefined || example.count > best.count) best = example
        }
        if (best !== undefined) yield best
      }
    }
  }
}
