// Measures the English lemmatizer on the treebank EWT: exact matches as the CoNLL 2018 shared task counts them, gold
// tokens, with gold tags and without tags; and its speed.
//   npx tsx scripts/lemmas-figures.ts [--split dev|test|train] [--errors N] [--untagged]
// --errors prints the N most frequent errors, with --untagged those that are made without tags.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { lemmatize, lemmatizeAll, type Upos } from '../src/lemma/index.js'
import type { Doc } from '../src/text/doc.js'
import { type TreebankWord, treebankDocs } from './lemma-treebank.js'

const { values: options } = parseArgs({
  options: {
    split: { type: 'string', default: 'dev' },
    errors: { type: 'string', default: '0' },
    untagged: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
})
if (options.help) {
  console.log(
    'npx tsx scripts/lemmas-figures.ts [--split dev|test|train] [--errors 20] [--untagged]\n' +
      'Measures the English lemmatizer on EWT. Example: npx tsx scripts/lemmas-figures.ts --split dev --errors 40',
  )
  process.exit(0)
}

const mirror = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')
const file = `en_ewt-ud-${options.split}.conllu${options.split === 'train' ? '.gz' : ''}`
const docs = [...treebankDocs(join(mirror, 'ud/UD_English-EWT', file))]
const started = performance.now()
lemmatize('started')
const unpacked = performance.now() - started

/** The words that get another lemma than the treebank's; a word without one there gets none wrong. */
function wrong(words: readonly TreebankWord[], given: readonly string[]): number[] {
  return [...words.keys()].filter((i) => words[i]!.lemma !== '' && words[i]!.lemma !== given[i])
}

function lemmasOf(doc: Doc): string[] {
  const { ids, strings } = lemmatizeAll(doc).strings('lemma')
  return Array.from(ids, (id) => strings[id]!)
}

function untagged(doc: Doc): Doc {
  return doc.with({ tag: { ids: new Uint32Array(doc.length), strings: ['_'] } })
}

const ways: readonly (readonly [string, (doc: Doc, words: readonly TreebankWord[]) => string[]])[] = [
  ['a Doc with tags', (doc) => lemmasOf(doc)],
  [
    'word by word with tags',
    (_, words) => words.map(({ form, upos }) => lemmatize(form, { pos: upos as Upos })),
  ],
  ['a Doc without tags', (doc) => lemmasOf(untagged(doc))],
]
const total = docs.reduce((sum, { words }) => sum + words.length, 0)
for (const [name, way] of ways) {
  const faults = docs.reduce((sum, { doc, words }) => sum + wrong(words, way(doc, words)).length, 0)
  console.log(`${name}: ${((100 * (total - faults)) / total).toFixed(2)} (${faults} of ${total} words wrong)`)
}

const words = new Map<string, number>()
const faults = new Map<string, number>()
const errors = new Map<string, number>()
for (const { doc, words: gold } of docs) {
  const given = lemmasOf(options.untagged ? untagged(doc) : doc)
  for (const { upos } of gold) words.set(upos, (words.get(upos) ?? 0) + 1)
  for (const i of wrong(gold, given)) {
    const { upos, form, lemma } = gold[i]!
    const error = `${upos} ${form}: ${given[i]}, expected ${lemma}`
    faults.set(upos, (faults.get(upos) ?? 0) + 1)
    errors.set(error, (errors.get(error) ?? 0) + 1)
  }
}
for (const [upos, n] of [...words].sort()) {
  const bad = faults.get(upos) ?? 0
  console.log(`${upos.padEnd(6)}${String(n).padStart(7)}${((100 * (n - bad)) / n).toFixed(2).padStart(8)}`)
}
for (const [error, n] of [...errors].sort(([, a], [, b]) => b - a).slice(0, Number(options.errors))) {
  console.log(`${String(n).padStart(5)}  ${error}`)
}

const all = docs.flatMap(({ words: gold }) => gold.map(({ form }) => form))
const tags = docs.flatMap(({ words: gold }) => gold.map(({ upos }) => upos as Upos))
const rate = (run: () => void) => {
  const times = Array.from({ length: 9 }, () => {
    const begin = performance.now()
    run()
    return performance.now() - begin
  })
  return `${(total / times.sort((a, b) => a - b)[4]! / 1000).toFixed(2)} million words/s`
}
console.log(`unpacked in ${unpacked.toFixed(1)} ms`)
const speeds: Readonly<Record<string, () => void>> = {
  'lemmatize, with tags': () => {
    for (let i = 0; i < all.length; i++) lemmatize(all[i]!, { pos: tags[i] })
  },
  'lemmatizeAll(words), with tags': () => lemmatizeAll(all, { pos: tags }),
  'lemmatizeAll(words), without tags': () => lemmatizeAll(all),
  'lemmatizeAll(doc), with tags': () => {
    for (const { doc } of docs) lemmatizeAll(doc)
  },
}
for (const [name, run] of Object.entries(speeds)) console.log(`${name}: ${rate(run)}`)
