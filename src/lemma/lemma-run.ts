/**
 * A Doc through a lemmatizer: every different word with its tags is settled once, by the lexicon where it has it, else
 * by the guesser; guesses go to the core in batches.
 */
import type { Doc } from '../text/doc.js'
import { InternTable, type StringColumn } from '../text/strings.js'
import { type Casing, composed, lower, type Shape, shapeOf } from './casing.js'
import { scriptForm } from './edit-script.js'
import type { GuessRequest, LemmaGuesser } from './guess.js'
import { formsOf } from './lemma-examples.js'
import type { LemmaLexicon } from './lemma-lexicon.js'
import { columnValue, tagHash, type WordContext } from './word-features.js'

const BATCH = 1024

/** What a run looks things up in. */
export interface LemmaTables {
  readonly lexicon: LemmaLexicon
  readonly casing: Casing
  readonly guesser: LemmaGuesser
  readonly columns: readonly string[]
  /** Numbers of the values of each column. */
  readonly values: readonly ReadonlyMap<string, number>[]
}

/** A form of the Doc: what it was found to be, by the values of its columns. */
interface KnownForm {
  /** The form with its marks composed. */
  readonly form: string
  readonly shape: Shape
  readonly entry: number
  /** Number of the lemma by the values it came with, -1 while it waits for the guesser. */
  readonly lemmas: Map<number | string, number>
}

/** The values of the tag columns that a Doc has. */
class DocTags {
  /** How many of the model's columns the Doc has, from the first. */
  readonly level: number
  readonly #columns: readonly StringColumn[]
  readonly #numbers: readonly Int32Array[]
  readonly #tags: readonly number[]
  readonly #more: readonly (readonly ReturnType<typeof columnValue>[])[]
  readonly #bare: WordContext = { tag: tagHash('', 0), more: [] }

  constructor(doc: Doc, { columns, values }: LemmaTables) {
    let level = 0
    while (level < columns.length && doc.columnType(columns[level]!) === 'string') level++
    this.level = level
    this.#columns = columns.slice(0, level).map((name) => doc.strings(name))
    this.#numbers = this.#columns.map(({ strings }, c) =>
      Int32Array.from(strings, (value) => values[c]!.get(value) ?? -1),
    )
    this.#tags = (this.#columns[0]?.strings ?? []).map((tag) => tagHash(tag, level))
    this.#more = this.#columns
      .slice(1)
      .map(({ strings }, c) => strings.map((value) => columnValue(value, c + 1)))
  }

  /** All values of token `i` as one number, or as text where there are too many. */
  key(i: number): number | string {
    let key = 0
    for (const { ids, strings } of this.#columns) key = key * strings.length + ids[i]!
    return key <= Number.MAX_SAFE_INTEGER ? key : this.#columns.map(({ ids }) => ids[i]).join(' ')
  }

  /** Numbers of the values of token `i`; none where its tag was never seen in training. */
  numbers(i: number): number[] {
    const numbers = this.#columns.map(({ ids }, c) => this.#numbers[c]![ids[i]!]!)
    return numbers.length > 0 && numbers[0]! < 0 ? [] : numbers
  }

  /** What the guesser is told of token `i`; `tagged`: whether its tag is one that training had. */
  context(i: number, tagged: boolean): WordContext {
    if (!tagged) return this.#bare
    return {
      tag: this.#tags[this.#columns[0]!.ids[i]!]!,
      more: this.#more.map((values, c) => values[this.#columns[c + 1]!.ids[i]!]!),
    }
  }
}

/** The column `lemma` of a Doc. */
export function runLemmatizer(tables: LemmaTables, doc: Doc): StringColumn {
  const { lexicon, casing, guesser } = tables
  const formOf = formsOf(doc)
  const tags = new DocTags(doc, tables)
  const strings = new InternTable()
  const ids = new Uint32Array(doc.length)
  const known = new Map<string, KnownForm>()
  let requests: GuessRequest[] = []
  let asked: [KnownForm, number | string][] = []
  let late: [number, KnownForm, number | string][] = []

  function settle(): void {
    guesser.guess(requests).forEach((lemma, r) => {
      const [word, key] = asked[r]!
      word.lemmas.set(key, strings.intern(lemma))
    })
    for (const [i, word, key] of late) ids[i] = word.lemmas.get(key)!
    requests = []
    asked = []
    late = []
  }

  function meet(surface: string): KnownForm {
    const form = composed(surface)
    const small = lower(form, casing)
    const word = {
      form,
      shape: shapeOf(form, small, casing),
      entry: lexicon.entry(small),
      lemmas: new Map<number | string, number>(),
    }
    known.set(surface, word)
    return word
  }

  function decide(i: number, word: KnownForm, key: number | string): number {
    const { form } = word
    const values = tags.numbers(i)
    const lemma = word.entry < 0 ? -1 : lexicon.find(word.entry, word.shape, values)
    if (lemma >= 0) return strings.intern(lexicon.lemmas[lemma]!)
    asked.push([word, key])
    requests.push({
      form,
      word: scriptForm(form, casing),
      shape: word.shape,
      entry: word.entry,
      tag: values[0] ?? -1,
      context: tags.context(i, values.length > 0),
    })
    return -1
  }

  for (let i = 0; i < doc.length; i++) {
    const form = formOf(i)
    const word = known.get(form) ?? meet(form)
    const key = tags.key(i)
    let lemma = word.lemmas.get(key)
    if (lemma === undefined) {
      lemma = decide(i, word, key)
      word.lemmas.set(key, lemma)
    }
    if (lemma >= 0) ids[i] = lemma
    else {
      late.push([i, word, key])
      if (requests.length >= BATCH) settle()
    }
  }
  settle()
  return { ids, strings: strings.strings }
}
