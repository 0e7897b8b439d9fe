/** Noun chunks and triples: the bundled treebank, and small trees for each rule. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/index.js'
import { nounChunks, subjectVerbObject } from '../../src/match/index.js'
import type { Doc } from '../../src/text/doc.js'
import { tokenize } from '../../src/tokenize/index.js'

const trees = [...readConllu(readFileSync('corpora/trees/trees.conllu'), { unit: 'sentence' })]
const tree = (beginning: string) => trees.find((doc) => doc.text.startsWith(beginning))!

/** A sentence of form/tag/head/relation/features. */
function parsed(line: string): Doc {
  const rows = line.split(' ').map((word, i) => {
    const [form, tag, head, deprel, features] = word.split('/')
    return `${i + 1}\t${form}\t_\t${tag}\t_\t${features ?? '_'}\t${head}\t${deprel}\t_\t_\n`
  })
  return [...readConllu(`${rows.join('')}\n`)][0]!
}

const triples = (doc: Doc, partial: 'drop' | 'keep' = 'drop') =>
  subjectVerbObject(doc, { partial }).map(
    ({ subject, verb, object }) => `${subject ?? '-'} | ${verb} | ${object ?? '-'}`,
  )

describe('nounChunks', () => {
  it.each([
    [
      'determiners and adjectives',
      'The baker slid',
      ['The baker', 'the last tray', 'rolls', 'the oven', 'dawn'],
    ],
    ['possessors', 'Did anyone feed', ['anyone', "the neighbours' cat", 'this morning']],
    ['compounds and pronouns', 'Who left the garage', ['Who', 'the garage light', 'all night']],
    ['relative clauses left out', 'The nurse who', ['The nurse', 'who', 'my blood', 'an old waltz']],
    ['numbers and names', 'The first book', ['The first book', 'I', 'one sitting', 'lighthouses']],
    ['conjuncts apart', 'The rent and', ['The rent', 'the heating', 'the same day']],
  ])('have %s', (_what, beginning, expected) => {
    expect(nounChunks(tree(beginning)).map((chunk) => chunk.text)).toEqual(expected)
  })

  it.each([
    [
      'an adjective behind the noun',
      'la/DET/2/det maison/NOUN/0/root blanche/ADJ/2/amod',
      ['la maison blanche'],
    ],
    [
      'what is below an adjective',
      'a/DET/4/det very/ADV/3/advmod old/ADJ/4/amod car/NOUN/0/root',
      ['a very old car'],
    ],
    [
      'a hyphen',
      'low/ADJ/3/compound -/PUNCT/3/punct end/NOUN/4/compound camera/NOUN/0/root',
      ['low - end camera'],
    ],
    ['no comma behind it', 'cars/NOUN/0/root ,/PUNCT/1/punct', ['cars']],
    [
      'no adjective with a clause',
      'people/NOUN/0/root eager/ADJ/1/amod to/PART/4/mark help/VERB/2/xcomp',
      ['people'],
    ],
    [
      'no phrase behind it',
      'anything/PRON/0/root more/ADJ/1/amod than/ADP/4/case this/PRON/2/obl',
      ['anything', 'this'],
    ],
    [
      'a participle with a phrase before it',
      'die/DET/5/det von/ADP/3/case mir/PRON/4/obl gekaufte/ADJ/5/amod Katze/NOUN/0/root',
      ['die von mir gekaufte Katze'],
    ],
    ['a number for a noun', 'two/NUM/2/nsubj slept/VERB/0/root', ['two']],
    ['no verb for a noun', 'swimming/VERB/2/csubj helps/VERB/0/root', []],
    ['a name', 'Iyad/PROPN/0/root Allawi/PROPN/1/flat', ['Iyad Allawi']],
  ])('have %s', (_what, line, expected) => {
    expect(nounChunks(parsed(line)).map((chunk) => chunk.text)).toEqual(expected)
  })

  it('do not overlap, and end on heads that go in a circle', () => {
    for (const doc of trees) {
      let reached = 0
      for (const { from, to } of nounChunks(doc)) {
        expect(from).toBeGreaterThanOrEqual(reached)
        expect(to).toBeGreaterThan(from)
        reached = to
      }
    }
    const circle = parsed('a/NOUN/0/root b/NOUN/1/compound c/NOUN/1/compound').with({
      head: Int32Array.of(1, 2, 0),
    })
    expect(nounChunks(circle).length).toBeLessThanOrEqual(3)
  })

  it('say what is missing', () => {
    expect(() => nounChunks(tokenize('a'))).toThrowError(expect.objectContaining({ code: 'COLUMN_MISSING' }))
  })
})

describe('subjectVerbObject', () => {
  it.each([
    ['subject and object', 'The baker slid', ['The baker | slid | the last tray']],
    [
      'a relative pronoun for what it stands for',
      'The nurse who',
      ['The nurse | took | my blood', 'The nurse | humming | an old waltz'],
    ],
    [
      'a relative object',
      'The bicycle that',
      ['my uncle | restored | The bicycle', 'The bicycle | won | a small prize'],
    ],
    ['a clause as object', "Why didn't they", ['they | tell | the train was late']],
    ['conjuncts that share a subject', 'She locked', ['She | locked | the shop', 'She | counted | the till']],
    ['nothing without an object', 'Marta', []],
  ])('has %s', (_what, beginning, expected) => {
    expect(triples(tree(beginning))).toEqual(expected)
  })

  it.each([
    [
      'a passive with its agent',
      'cars/NOUN/3/nsubj:pass were/AUX/3/aux:pass sold/VERB/0/root by/ADP/5/case her/PRON/3/obl:agent',
      ['her | sold | cars'],
    ],
    [
      'conjuncts of a passive',
      'it/PRON/3/nsubj:pass was/AUX/3/aux:pass bought/VERB/0/root and/CCONJ/5/cc sold/VERB/3/conj/Voice=Pass by/ADP/7/case her/PRON/5/obl:agent',
      ['her | sold | it'],
    ],
    [
      'conjuncts on both sides',
      'A/NOUN/4/nsubj and/CCONJ/3/cc B/NOUN/1/conj ate/VERB/0/root C/NOUN/4/obj or/CCONJ/7/cc D/NOUN/5/conj',
      ['A | ate | C', 'A | ate | D', 'B | ate | C', 'B | ate | D'],
    ],
    [
      'a subject through xcomp',
      'She/PRON/2/nsubj wants/VERB/0/root to/PART/4/mark buy/VERB/2/xcomp it/PRON/4/obj',
      ['She | wants | to buy it', 'She | buy | it'],
    ],
    [
      'an object as subject through xcomp',
      'I/PRON/2/nsubj asked/VERB/0/root her/PRON/2/obj to/PART/5/mark buy/VERB/2/xcomp it/PRON/5/obj',
      ['I | asked | her', 'I | asked | to buy it', 'her | buy | it'],
    ],
    ['no copula', 'She/PRON/4/nsubj is/AUX/4/cop a/DET/4/det nurse/NOUN/0/root', []],
  ])('has %s', (_what, line, expected) => {
    expect(triples(parsed(line))).toEqual(expected)
  })

  it('keeps what is partial when told so', () => {
    expect(triples(parsed('They/PRON/2/nsubj slept/VERB/0/root'), 'keep')).toEqual(['They | slept | -'])
    const passive = parsed('it/PRON/3/nsubj:pass was/AUX/3/aux:pass sold/VERB/0/root')
    expect(triples(passive)).toEqual([])
    expect(subjectVerbObject(passive, { partial: 'keep' })[0]?.voice).toBe('passive')
    expect(triples(passive, 'keep')).toEqual(['- | sold | it'])
  })

  it('ends on heads that go in a circle', () => {
    const circle = parsed('a/VERB/0/root b/VERB/1/conj c/VERB/2/conj').with({ head: Int32Array.of(2, 0, 1) })
    expect(triples(circle, 'keep')).toEqual([])
  })
})
