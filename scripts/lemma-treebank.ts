/**
 * What a treebank says of lemmas: for each part of speech and form, how often it has which lemma.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readConllu } from '../src/corpora/read-conllu.js'
import { keepsCapital } from '../src/lemma/english-context.js'
import { plain } from '../src/lemma/english-lemmatizer.js'
import type { Doc } from '../src/text/doc.js'

/** How often each plain form has each lemma. */
export type Counts = Map<string, Map<string, number>>

/** One word of a treebank. */
export interface TreebankWord {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  /** '' where the treebank has none. */
  readonly lemma: string
  /** Whether the treebank marks it as misspelled. */
  readonly typo: boolean
}

/** The words of a CoNLL-U file, gzipped or not, document by document. */
export function* treebankDocs(
  path: string,
): Generator<{ readonly doc: Doc; readonly words: TreebankWord[] }> {
  const bytes = readFileSync(path)
  for (const doc of readConllu(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)) {
    const column = (name: string) => {
      if (!doc.has(name)) return () => ''
      const { ids, strings } = doc.strings(name)
      return (i: number) => strings[ids[i]!]!
    }
    const form = column('form')
    const upos = column('tag')
    const xpos = column('xtag')
    const lemma = column('lemma')
    const features = column('features')
    const words = Array.from({ length: doc.length }, (_, i) => ({
      form: form(i) || doc.word(i),
      upos: upos(i),
      xpos: xpos(i),
      lemma: lemma(i),
      typo: /(?:^|\|)Typo=Yes/u.test(features(i)),
    }))
    yield { doc, words }
  }
}

/** Adds to a count. */
export function add<Key>(counts: Map<Key, number>, key: Key, n = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + n)
}

/** What was counted most often; the first of several. */
export function most<Key>(counts: ReadonlyMap<Key, number>): Key {
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/** What {@link countLemmas} finds. */
export interface TreebankLemmas {
  /** By UPOS. */
  readonly words: Map<string, Counts>
  /** The same, where words that the treebank marks as misspelled count half. */
  readonly wellSpelled: Map<string, Counts>
  /** How often an adjective begins a name. */
  readonly beginNames: Map<string, number>
}

/**
 * Lemmas of each form in a treebank, by UPOS. Left out are words without a lemma, parts of words that are written apart,
 * and adjectives that keep their capitals for the name after them.
 */
export function countLemmas(path: string): TreebankLemmas {
  const found: TreebankLemmas = { words: new Map(), wellSpelled: new Map(), beginNames: new Map() }
  for (const { words } of treebankDocs(path)) {
    words.forEach(({ form, upos, xpos, lemma, typo }, i) => {
      const next = words[i + 1]
      if (lemma === '' || xpos === 'GW' || (next?.upos === 'X' && next.lemma === '')) return
      if (next !== undefined && keepsCapital(form, upos, next.form, next.upos)) {
        if (lemma === form) add(found.beginNames, form)
        return
      }
      addLemma(found.words, upos, plain(form), lemma)
      addLemma(found.wellSpelled, upos, plain(form), lemma, typo ? 0.5 : 1)
    })
  }
  return found
}

function addLemma(words: Map<string, Counts>, upos: string, form: string, lemma: string, n = 1): void {
  const counts = words.get(upos) ?? new Map<string, Map<string, number>>()
  words.set(upos, counts)
  const lemmas = counts.get(form) ?? new Map<string, number>()
  counts.set(form, lemmas)
  add(lemmas, lemma, n)
}
