/**
 * A Doc through a lemmatizer: every different word with its values is looked up once. What the lexicon has one lemma
 * for is settled; what it has several for is chosen by the context, what it has none for is guessed once, both in
 * batches in the core.
 */

import { type Chooser, Decisions } from '../core/decisions.js'
import type { Doc } from '../text/doc.js'
import { InternTable, type StringColumn } from '../text/strings.js'
import { type Casing, composed, lower, type Shape, shapeOf } from './casing.js'
import { DocTags } from './doc-tags.js'
import { scriptForm } from './edit-script.js'
import type { GuessRequest, LemmaGuesser } from './guess.js'
import { type ContextWord, contextDecision, contextWord } from './lemma-context.js'
import { formsOf } from './lemma-examples.js'
import type { LemmaLexicon } from './lemma-lexicon.js'

const BATCH = 1024

/** What a run looks things up in. */
export interface LemmaTables {
  readonly lexicon: LemmaLexicon
  readonly casing: Casing
  readonly guesser: LemmaGuesser
  readonly context: Chooser
  readonly columns: readonly string[]
  /** Numbers of the values of each column. */
  readonly values: readonly ReadonlyMap<string, number>[]
}

/** What is known of a form with its values: the number of its lemma, candidates, or that it waits for the guesser. */
type Finding = number | readonly number[] | undefined

interface KnownForm {
  /** The form with its marks composed. */
  readonly form: string
  readonly shape: Shape
  readonly entry: number
  readonly context: ContextWord
  readonly findings: Map<number | string, Finding>
}

/** The column `lemma` of a Doc. */
export function runLemmatizer(tables: LemmaTables, doc: Doc): StringColumn {
  const run = new LemmaRun(tables, doc)
  for (let i = 0; i < doc.length; i++) run.token(i)
  run.settle()
  return { ids: run.ids, strings: run.strings.strings }
}

class LemmaRun {
  readonly ids: Uint32Array
  readonly strings = new InternTable()
  readonly #tables: LemmaTables
  readonly #tags: DocTags
  readonly #words: KnownForm[]
  readonly #context: ContextWord[]
  // Tokens that wait for the guesser, and what it is asked.
  #guessed: [token: number, word: KnownForm, key: number | string][] = []
  #requests: GuessRequest[] = []
  #asked: [word: KnownForm, key: number | string][] = []
  // Tokens that wait for the choice among candidates.
  readonly #decisions = new Decisions(0)
  #chosen: [token: number, candidates: readonly number[]][] = []

  constructor(tables: LemmaTables, doc: Doc) {
    this.#tables = tables
    this.ids = new Uint32Array(doc.length)
    this.#tags = new DocTags(doc, tables.columns, tables.values)
    const formOf = formsOf(doc)
    const known = new Map<string, KnownForm>()
    this.#words = Array.from({ length: doc.length }, (_, i) => {
      const form = formOf(i)
      let word = known.get(form)
      if (word === undefined) {
        word = this.#meet(form)
        known.set(form, word)
      }
      return word
    })
    this.#context = this.#words.map(({ context }) => context)
  }

  /** Finds the lemma of token `i`, or puts it off to the next `settle`. */
  token(i: number): void {
    const word = this.#words[i]!
    const key = this.#tags.key(i)
    let finding = word.findings.get(key)
    if (finding === undefined && !word.findings.has(key)) {
      finding = this.#find(i, word, key)
      word.findings.set(key, finding)
    }
    if (typeof finding === 'number') this.ids[i] = finding
    else if (finding === undefined) this.#guessed.push([i, word, key])
    else {
      this.#chosen.push([i, finding])
      const { lexicon } = this.#tables
      contextDecision(this.#decisions, this.#context, i, this.#tags, lexicon, finding, -1)
    }
    if (this.#requests.length >= BATCH || this.#chosen.length >= BATCH) this.settle()
  }

  /** Has the core decide what was put off. */
  settle(): void {
    const { guesser, context, lexicon } = this.#tables
    guesser.guess(this.#requests).forEach((lemma, r) => {
      const [word, key] = this.#asked[r]!
      word.findings.set(key, this.strings.intern(lemma))
    })
    for (const [i, word, key] of this.#guessed) this.ids[i] = word.findings.get(key) as number
    const best = context.choose(this.#decisions)
    this.#chosen.forEach(([i, candidates], d) => {
      this.ids[i] = this.strings.intern(lexicon.lemmas[candidates[best[d]!]!]!)
    })
    this.#requests = []
    this.#asked = []
    this.#guessed = []
    this.#chosen = []
    this.#decisions.clear()
  }

  #meet(surface: string): KnownForm {
    const { casing, lexicon } = this.#tables
    const form = composed(surface)
    const small = lower(form, casing)
    const shape = shapeOf(form, small, casing)
    const context = contextWord(small, shape)
    return { form, shape, entry: lexicon.entry(small), context, findings: new Map() }
  }

  #find(i: number, word: KnownForm, key: number | string): Finding {
    const { lexicon, casing } = this.#tables
    const { form, entry, shape } = word
    const values = this.#tags.numbers(i)
    const candidates = entry < 0 ? [] : lexicon.candidates(entry, shape, values)
    if (candidates.length === 1) return this.strings.intern(lexicon.lemmas[candidates[0]!]!)
    if (candidates.length > 1) return candidates
    this.#asked.push([word, key])
    const context = this.#tags.context(i)
    const tag = values[0] ?? -1
    this.#requests.push({ form, word: scriptForm(form, casing), shape, entry, tag, context })
    return undefined
  }
}
