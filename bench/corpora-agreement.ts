/**
 * Every item of the annotated corpora beside NLTK's readers: counts, and hashes of all words, tags, trees and
 * records. What differs by intention is said where it is taken out.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Doc } from 'wordloom'
import type { Corpus, Tree } from 'wordloom/corpora'
import { corpora } from 'wordloom/node'
import { CORPORA, ROOT } from './support/inputs.js'
import { PYTHON } from './support/peers.js'

type Item = readonly unknown[]
type Row = Readonly<Record<string, unknown>>
type Given = readonly [count: number, hash: string]

function given(lists: Iterable<readonly Item[]>): Given {
  const hash = createHash('sha256')
  let count = 0
  for (const items of lists) {
    count++
    hash.update(`${items.map((item) => item.map(String).join('\u001f')).join('\u001e')}\n`)
  }
  return [count, hash.digest('hex')]
}

const open = (id: string) => corpora.open<Row>(id, { dir: CORPORA })

/** Words of every sentence with columns; `of` as the peer has them. */
function* sentences(docs: Iterable<Doc>, columns: readonly string[]): Generator<Item[]> {
  for (const doc of docs) {
    const values = columns.map((name) => doc.strings(name))
    yield doc.words().map((word, i) => [word, ...values.map(({ ids, strings }) => strings[ids[i]!])])
  }
}

function flat(tree: Tree | string): string {
  return typeof tree === 'string' ? tree : `(${tree.label} ${tree.children.map(flat).join(' ')})`
}

/** A tree without the outer brackets that have no label. */
function labelled(tree: Tree): Tree {
  const [first] = tree.children
  return tree.label === '' && tree.children.length === 1 && typeof first !== 'string' ? first! : tree
}

const tagged = (corpus: Corpus<Row>) => sentences(corpus.sentences(), ['tag'])
function* map<T>(items: Iterable<T>, of: (item: T) => Item[]): Generator<Item[]> {
  for (const item of items) yield of(item)
}
const zip = (words: unknown, tags: unknown): Item[] =>
  (words as string[]).map((word, i) => [word, (tags as string[])[i]])

const CASES: Readonly<Record<string, () => Promise<Given>>> = {
  brown: async () => given(tagged(await open('nltk-brown'))),
  indian: async () => given(tagged(await open('nltk-indian'))),
  conll2000: async () => {
    const corpus = await open('nltk-conll2000')
    return given(sentences(corpus.sentences({ files: ['train.txt', 'test.txt'] }), ['tag', 'chunk']))
  },
  dependency: async () => {
    const corpus = await open('nltk-dependency-treebank')
    return given(sentences(corpus.sentences({ files: corpus.files().sort() }), ['tag']))
  },
  'treebank words': async () => {
    const corpus = await corpora.openFiles<Row>(join(CORPORA, 'nltk/corpora/treebank.zip'), {
      format: 'penn-treebank',
      empty: 'keep',
      besides: ['OLAC.xml', 'raw/', 'parsed/', 'tagged/'],
    })
    return given(tagged(corpus))
  },
  'treebank trees': async () =>
    given(map((await open('nltk-treebank')).trees(), (tree) => [[flat(labelled(tree))]])),
  'sinica words': async () => {
    const corpus = await corpora.openFiles<Row>(join(CORPORA, 'nltk/corpora/sinica_treebank.zip'), {
      format: 'sinica',
      marks: 'drop',
      besides: ['raw'],
    })
    const words = sentences(corpus.sentences(), ['tag', 'function'])
    const once = [...words].filter((sentence) => !sentence.some(([, , role]) => String(role).includes(':')))
    return given(once.map((sentence) => sentence.map(([word, tag]) => [word, tag])))
  },
  'sinica trees': async () =>
    given(map((await open('nltk-sinica-treebank')).trees(), (tree) => [[flat(tree)]])),
  // NLTK reads no word with a bracket in it.
  'alpino words': async () => {
    const words = tagged(await open('nltk-alpino'))
    return given(map(words, (sentence) => sentence.filter(([word]) => !/[()]/.test(String(word)))))
  },
  senseval: async () =>
    given(
      map((await open('nltk-senseval')).records(), ({ word, position, senses, words, tags }) => [
        [word, position, ...(senses as string[])],
        ...zip(words, tags),
      ]),
    ),
  'nps chat posts': async () =>
    given(map((await open('nltk-nps-chat')).records(), (post) => [[post.class, post.user, post.text]])),
  'nps chat words': async () =>
    given(map((await open('nltk-nps-chat')).records(), ({ words, tags }) => zip(words, tags))),
  shakespeare: async () => {
    const records = [...(await open('nltk-shakespeare')).records()].filter(({ kind }) => kind === 'speech')
    return given(
      map(records, ({ speakers, lines }) =>
        [...(speakers as string[]), ...(lines as string[])].map((line) => [line]),
      ),
    )
  },
  rte: async () =>
    given(
      map((await open('nltk-rte')).records(), ({ id, entailment, task, text, hypothesis }) => [
        [id, entailment === true ? 1 : 0, task, text, hypothesis],
      ]),
    ),
  switchboard: async () =>
    given(
      map((await open('nltk-switchboard')).records(), ({ speaker, turn, text, tags }) => [
        [speaker, turn],
        ...((tags as string[]).length === 0 ? [] : zip((text as string).split(' '), tags)),
      ]),
    ),
}

/** What differs, in words, and how many data sets were compared. */
export async function disagreements(): Promise<{ readonly wrong: string[]; readonly compared: number }> {
  const script = join(ROOT, 'bench/nltk_corpora.py')
  const output = execFileSync(PYTHON, [script, join(CORPORA, 'nltk/corpora')], { encoding: 'utf8' })
  const theirs = JSON.parse(output) as Readonly<Record<string, Given>>
  const wrong: string[] = []
  for (const [name, read] of Object.entries(CASES)) {
    const [count, hash] = await read()
    const [theirCount, theirHash] = theirs[name]!
    if (count === theirCount && hash === theirHash) continue
    wrong.push(
      `${name}: ${count} items, NLTK ${theirCount}${count === theirCount ? ', of other content' : ''}`,
    )
  }
  return { wrong, compared: Object.keys(CASES).length }
}
