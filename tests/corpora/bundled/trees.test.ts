/** The bundled corpus `trees`: sentences annotated by hand with dependencies and with phrases. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConllu, readTrees, Tree, writeConllu } from '../../../src/corpora/index.js'
import { conlluSentences, inventoryOf, type Row, type Sentence, udFaults } from '../../support/check-ud.js'
import { nearDuplicates } from '../../support/corpus-checks.js'
import { corpusText, describeWith } from '../../support/resources.js'

const read = (name: string) =>
  readFileSync(new URL(`../../../corpora/trees/${name}`, import.meta.url), 'utf8')
const conllu = read('trees.conllu')
const brackets = read('trees.mrg')
const card = read('README.md')
const sentences = conlluSentences(conllu)
const trees = [...readTrees(brackets)]
const idOf = (sentence: Sentence) => sentence.comments.get('sent_id')!
const constructionsOf = (sentence: Sentence) => sentence.comments.get('construction')!.split(' ')

/** Sums of what `keys` gives for each item. */
function counts<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const item of items) for (const key of keys(item)) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

/** The rows `| name | number |` of the card below a heading. */
function tableOfCard(heading: string): Map<string, number> {
  const section = card.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return new Map(
    [...section.matchAll(/\| `([^`]+)` \| (\d+) \|/g)].map(([, name, number]) => [name!, Number(number)]),
  )
}

describe('trees.conllu', () => {
  it('comes back byte for byte from the reader and the writer', () => {
    expect(writeConllu([...readConllu(conllu)])).toBe(conllu)
  })

  it('has numbered sentences, each with its text and its constructions', () => {
    for (const [place, sentence] of sentences.entries()) {
      expect([...sentence.comments.keys()]).toEqual(['sent_id', 'text', 'construction'])
      expect(idOf(sentence)).toBe(`trees-${String(place + 1).padStart(4, '0')}`)
      for (const name of constructionsOf(sentence)) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    }
  })

  it('keeps the rules of UD', () => {
    const faults = sentences.flatMap((sentence) =>
      udFaults(sentence).map((fault) => `${idOf(sentence)} ${fault}`),
    )
    expect(faults).toEqual([])
  })

  it('has no two sentences that are nearly the same', () => {
    expect(
      nearDuplicates(
        sentences.map(({ comments }) => comments.get('text')!),
        0.6,
      ),
    ).toEqual([])
  })

  it('has the counts of its card', () => {
    const words = sentences.flatMap(({ rows }) => rows)
    expect(tableOfCard('Constructions')).toEqual(counts(sentences, constructionsOf))
    expect(tableOfCard('Parts of speech')).toEqual(counts(words, ({ upos }) => [upos]))
    expect(tableOfCard('Relations')).toEqual(counts(words, ({ deprel }) => [deprel]))
    expect(card).toContain(`${sentences.length} sentences, ${words.length.toLocaleString('en')} words`)
  })
})

// Labels of the Penn Treebank in use here; functional tags follow a hyphen.
const LABELS = new Set(
  'ROOT S SBAR SBARQ SINV SQ ADJP ADVP CONJP FRAG INTJ LST NML NP PP PRN PRT QP UCP VP WHADJP WHADVP WHNP WHPP X'.split(
    ' ',
  ),
)
const FUNCTIONS = new Set('ADV BNF CLR DIR EXT LGS LOC MNR NOM PRD PRP SBJ TMP TPC TTL VOC'.split(' '))

describe('trees.mrg', () => {
  it('has one tree a sentence, on one line, with the words and the XPOS of the sentence', () => {
    expect(trees.map(String).join('\n')).toBe(brackets.trimEnd())
    expect(trees).toHaveLength(sentences.length)
    for (const [place, tree] of trees.entries()) {
      const rows = sentences[place]!.rows
      const written = (text: string) => text.replaceAll('(', '-LRB-').replaceAll(')', '-RRB-')
      expect(tree.taggedLeaves()).toEqual(rows.map(({ form, xpos }) => [written(form), xpos]))
    }
  })

  it('has the labels of the Penn Treebank under one ROOT, no empty phrase, no phrase over itself', () => {
    for (const [place, tree] of trees.entries()) {
      expect(tree.label).toBe('ROOT')
      expect(tree.children).toHaveLength(1)
      for (const node of tree.nodes()) {
        if (node.children.length === 1 && typeof node.children[0] === 'string') continue
        const [label = '', ...tags] = node.label.split('-')
        expect(LABELS, idOf(sentences[place]!)).toContain(label)
        for (const tag of tags) expect(FUNCTIONS, idOf(sentences[place]!)).toContain(tag)
        expect(node.children.length).toBeGreaterThan(0)
        const [child] = node.children
        if (node.children.length === 1 && child instanceof Tree) {
          expect(child.label.split('-')[0], idOf(sentences[place]!)).not.toBe(node.label)
        }
        expect(node.children.every((child) => child instanceof Tree)).toBe(true)
      }
    }
  })

  it('has phrases that are subtrees of the dependencies but for the ways the card lists', () => {
    const faults: string[] = []
    for (const [place, tree] of trees.entries()) {
      const sentence = sentences[place]!
      for (const { label, from, to } of phrases(tree)) {
        const outside = sentence.rows.slice(from, to).filter(({ head }) => head <= from || head > to)
        if (isLeftByPredicate(label, outside, from)) continue
        const more = outside.filter((row) => !leavesItsPhrase(row, sentence.rows, from, to))
        if (more.length > 1)
          faults.push(`${idOf(sentence)} ${label} ${more.map(({ form }) => form).join(' ')}`)
      }
    }
    expect(faults).toEqual([])
  })
})

/** Phrases of a tree with the words they span. */
function phrases(tree: Tree): { label: string; from: number; to: number }[] {
  const found: { label: string; from: number; to: number }[] = []
  const walk = (node: Tree, from: number): number => {
    let to = from
    for (const child of node.children) to = typeof child === 'string' ? to + 1 : walk(child, to)
    found.push({ label: node.label, from, to })
    return to
  }
  walk(tree, 0)
  return found
}

/**
 * Whether a word may hang outside its phrase beside the head of the phrase: the subject of a small clause or of an
 * infinitive that UD makes the object of the verb above; a stranded preposition, the case of a word before it.
 */
function leavesItsPhrase(row: Row, rows: readonly Row[], from: number, to: number): boolean {
  if (row.deprel === 'case' && row.head <= from) return true
  if (!['obj', 'iobj', 'expl'].includes(row.deprel) || row.head > from) return false
  return rows
    .slice(from, to)
    .some(({ head, deprel, id }) => id > row.id && head === row.head && deprel === 'xcomp')
}

/** Whether the phrase is the rest of a question that begins with its predicate: `[is the matter]` of What is the matter. */
function isLeftByPredicate(label: string, outside: readonly Row[], from: number): boolean {
  return label === 'SQ' && outside.every(({ head }) => head === outside[0]!.head && head > 0 && head <= from)
}

// Where a sentence departs, for a reason, from how EWT always tags a word.
const OWN_TAGS = new Set([
  'trees-0103 WHO/NNP', // the World Health Organization
  'trees-0188 water/VB',
  'trees-0211 line/VB',
  'trees-0226 man/VBP', // the garden path
  'trees-0274 water/VB',
  'trees-0345 safe/NN',
  'trees-0347 However/WRB', // however carefully
])
const OWN_ANALYSES = new Set([
  'trees-0288 Whose', // interrogative; in EWT whose is relative only
])

describeWith('corpora', 'trees beside EWT', () => {
  const ewt = inventoryOf(conlluSentences(corpusText('ud/UD_English-EWT/en_ewt-ud-train.conllu.gz')))
  const words = sentences.flatMap((sentence) => sentence.rows.map((row) => ({ ...row, at: idOf(sentence) })))

  it('has relations and analyses (UPOS, XPOS, features) that EWT has', () => {
    const unknown = words.filter(
      ({ at, form, deprel, upos, xpos, feats }) =>
        !ewt.deprels.has(deprel) ||
        (!ewt.analyses.has(`${upos} ${xpos} ${feats}`) && !OWN_ANALYSES.has(`${at} ${form}`)),
    )
    expect(
      unknown.map(({ at, form, upos, xpos, feats, deprel }) => [at, form, upos, xpos, feats, deprel]),
    ).toEqual([])
  })

  it('tags words as EWT does where EWT knows one way', () => {
    const departures = new Set<string>()
    for (const { at, form, xpos } of words) {
      const tags = ewt.tags.get(form.toLowerCase())
      if (tags === undefined) continue
      const total = [...tags.values()].reduce((sum, n) => sum + n, 0)
      if (total >= 20 && (tags.get(xpos) ?? 0) < 0.005 * total) departures.add(`${at} ${form}/${xpos}`)
    }
    expect([...departures].filter((word) => !OWN_TAGS.has(word))).toEqual([])
  })

  it('has the lemmas of EWT', () => {
    const departures = new Set<string>()
    for (const { at, form, xpos, lemma } of words) {
      const lemmas = ewt.lemmas.get(`${form.toLowerCase()} ${xpos}`)
      if (lemmas === undefined || lemmas.has(lemma)) continue
      departures.add(`${at} ${form}/${xpos} ${lemma}`)
    }
    expect([...departures]).toEqual([])
  })
})
