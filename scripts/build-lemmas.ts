// Builds the English lemmatizer from the treebank EWT (train) and Open English WordNet.
//   npx tsx scripts/build-lemmas.ts [--mirror FOLDER]
// Writes models/lemmas-en.pack and src/lemma/lang/en-lemmas.ts, which carries it into the package. FOLDER holds the
// corpora (default: WORDLOOM_MIRROR, else ../shared/corpora). The same input gives the same bytes.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readConllu } from '../src/corpora/read-conllu.js'
import { encodeEndingRules } from '../src/lemma/ending-rules.js'
import { lemmaCase, plain } from '../src/lemma/english-lemmatizer.js'
import { encodeWordFilter, WordFilter } from '../src/lemma/word-filter.js'
import { writePack } from '../src/text/pack.js'
import { anyForms, type LexiconEntry, wordnetForms, wordnetNames } from './lemma-lexicon.js'
import { editOf, learnEndingRules } from './lemma-rules.js'

const { values: options } = parseArgs({
  options: { mirror: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
if (options.help) {
  console.log(
    'npx tsx scripts/build-lemmas.ts [--mirror ../shared/corpora]\n' +
      'Builds models/lemmas-en.pack and src/lemma/lang/en-lemmas.ts. Example: npx tsx scripts/build-lemmas.ts',
  )
  process.exit(0)
}

const mirror = resolve(options.mirror ?? process.env.WORDLOOM_MIRROR ?? '../shared/corpora')
const OPEN = ['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN', 'ANY']

/** How often a word of a part of speech, spelled like that, has each lemma. */
type Counts = Map<string, Map<string, number>>

function add<Key>(map: Map<Key, number>, key: Key, n = 1): void {
  map.set(key, (map.get(key) ?? 0) + n)
}

function most<Key>(map: ReadonlyMap<Key, number>): Key {
  return [...map].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/** Lemmas of each form in the treebank, by UPOS. Parts of words that were written apart (GW) are left out. */
function treebank(): Map<string, Counts> {
  const found = new Map<string, Counts>()
  const bytes = gunzipSync(readFileSync(join(mirror, 'ud/UD_English-EWT/en_ewt-ud-train.conllu.gz')))
  for (const doc of readConllu(bytes)) {
    const column = (name: string) => {
      const { ids, strings } = doc.strings(name)
      return (i: number) => strings[ids[i]!]!
    }
    const [tag, xtag, lemma] = [column('tag'), column('xtag'), column('lemma')]
    const form = doc.has('form') ? column('form') : (i: number) => doc.word(i)
    for (let i = 0; i < doc.length; i++) {
      if (lemma(i) === '' || xtag(i) === 'GW') continue
      const counts = found.get(tag(i)) ?? new Map<string, Map<string, number>>()
      found.set(tag(i), counts)
      const word = plain(form(i) || doc.word(i))
      const lemmas = counts.get(word) ?? new Map<string, number>()
      counts.set(word, lemmas)
      add(lemmas, lemma(i))
    }
  }
  return found
}

const isLower = (word: string) => word === word.toLowerCase()

/** The lists of capitals of one part of speech. */
function capitals(upos: string, counts: Counts, lexicon: readonly LexiconEntry[]) {
  const always = new Map<string, string>()
  const keep = new Map<string, string>()
  const votes = new Map<string, { lower: Map<string, number>; upper: Map<string, number> }>()
  for (const [form, lemmas] of counts) {
    const vote = votes.get(form.toLowerCase()) ?? { lower: new Map(), upper: new Map() }
    votes.set(form.toLowerCase(), vote)
    for (const [lemma, n] of lemmas) {
      // How the lemma's capitals would look on the form; where both begin alike only.
      let same = 0
      while (lemma[same] !== undefined && lemma[same]!.toLowerCase() === form[same]?.toLowerCase()) same++
      const spelled = lemma.slice(0, same) + form.slice(same).toLowerCase()
      add(isLower(form) ? vote.lower : vote.upper, same === 0 ? form.toLowerCase() : spelled, n)
    }
  }
  if (upos !== 'PROPN') {
    for (const { form, lemma } of lexicon) if (!isLower(lemma)) always.set(form.toLowerCase(), form)
  }
  for (const [lower, { lower: plainly, upper }] of votes) {
    const best = plainly.size > 0 ? most(plainly) : undefined
    if (best !== undefined && !isLower(best)) always.set(lower, best)
    else if (best !== undefined || (upper.size > 0 && isLower(most(upper)))) always.delete(lower)
    if (upper.size > 0 && most(upper) !== lemmaCase(most(upper), { upos, always, keep: new Map() }))
      keep.set(lower, most(upper))
    else if (upper.size > 0 && upos === 'PROPN') {
      const caps = [...upper].find(([word]) => word === word.toUpperCase() && word.length > 4)
      if (caps !== undefined && most(upper) === caps[0]) keep.set(lower, caps[0])
    }
  }
  return { always, keep }
}

const words = treebank()
const lexicon = wordnetForms(join(mirror, 'wordnet/oewn'), words)
// Without a part of speech a word is as it is most often. Names are left out: they go by their capitals.
const any: Counts = new Map()
for (const [upos, counts] of words) {
  if (upos === 'X') continue
  for (const [form, lemmas] of counts) {
    const all = any.get(form) ?? new Map<string, number>()
    any.set(form, all)
    for (const [lemma, n] of lemmas) add(all, lemma, n)
  }
}
words.set('ANY', any)
lexicon.set('ANY', anyForms(lexicon))
const common = new Set<string>()
for (const [upos, counts] of words) {
  if (upos === 'PROPN' || upos === 'X' || upos === 'ANY') continue
  for (const [form, lemmas] of counts)
    if (isLower(most(lemmas)) || isLower(form)) common.add(form.toLowerCase())
}
const filterText = encodeWordFilter([...common].sort())
const filter = new WordFilter(filterText)
const names = new Set(wordnetNames(join(mirror, 'wordnet/oewn')))
for (const form of words.get('PROPN')!.keys()) if (!isLower(form)) names.add(form)
const data = {
  rules: {} as Record<string, string>,
  always: {} as Record<string, string>,
  keep: {} as Record<string, string>,
  words: filterText,
}
for (const [upos, counts] of [...words].sort()) {
  const entries = lexicon.get(upos) ?? []
  const { always, keep } = capitals(upos, counts, entries)
  if (upos === 'ANY') {
    for (const lower of keep.keys()) if (!common.has(lower)) keep.delete(lower)
    // Names that the filter takes for common words.
    for (const name of names) {
      const lower = name.toLowerCase()
      if (!common.has(lower) && filter.has(lower)) keep.set(lower, name)
    }
  }
  const edits = new Map<string, string>()
  for (const { form, lemma } of entries) {
    const edit = editOf(form.toLowerCase(), lemma.toLowerCase())
    if (edit !== undefined) edits.set(form.toLowerCase(), edit)
  }
  const found = new Map<string, Map<string, number>>()
  for (const [form, lemmas] of counts) {
    const cased = lemmaCase(form, { upos, always, keep })
    if (/[@/]|^\d/u.test(cased) || (upos === 'ANY' && cased !== form && !common.has(form.toLowerCase())))
      continue
    const key = cased.toLowerCase()
    for (const [lemma, n] of lemmas) {
      const edit = editOf(cased, lemma)
      if (edit === undefined) continue
      if (!found.has(key)) found.set(key, new Map())
      add(found.get(key)!, edit, n)
    }
  }
  for (const [key, votes] of found) edits.set(key, most(votes))
  const rules = learnEndingRules(edits, { whole: !OPEN.includes(upos) })
  data.rules[upos] = encodeEndingRules(rules)
  data.always[upos] = [...always.values()].sort().join(' ')
  data.keep[upos] = [...keep.values()].sort().join(' ')
  console.log(
    `${upos}: ${edits.size} words, ${rules.length} rules in ${data.rules[upos]!.length} letters, ` +
      `${always.size} always ${data.always[upos]!.length}, ${keep.size} keep ${data.keep[upos]!.length}`,
  )
}
const bytesOf = (text: string) => ({ values: new TextEncoder().encode(text) })
const columns: Record<string, { values: Uint8Array }> = { words: bytesOf(data.words) }
for (const list of ['rules', 'always', 'keep'] as const) {
  for (const [upos, text] of Object.entries(data[list]))
    if (text !== '') columns[`${list}.${upos}`] = bytesOf(text)
}
const pack = writePack({
  kind: 'english-lemmas',
  version: 1,
  meta: {
    name: 'lemmas-en',
    lang: 'en',
    data: ['UD_English-EWT train', 'Open English WordNet'],
    licence: 'CC-BY-SA-4.0',
  },
  columns,
})
writeFileSync('models/lemmas-en.pack', pack)
const bundle = 'src/lemma/lang/en-lemmas.ts'
const record = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(
      ([upos, text]) => `    ${upos}:${text.length < 95 - upos.length ? ' ' : '\n      '}${quoted(text)},\n`,
    )
    .join('')
writeFileSync(
  bundle,
  `/**
 * The bundled English lemmatizer (models/lemmas-en.md), in the letters of src/lemma/ending-rules.ts.
 * Written by scripts/build-lemmas.ts: do not edit.
 */
import type { EnglishLemmaData } from '../english-lemmatizer.js'

/** Rules and lists by part of speech. */
export const EN_LEMMAS: EnglishLemmaData = {
  rules: {
${record(data.rules)}  },
  always: {
${record(data.always)}  },
  keep: {
${record(data.keep)}  },
  words:
    ${quoted(data.words)},
}
`,
)
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', bundle])
console.log(`${pack.length} bytes -> models/lemmas-en.pack, ${bundle}`)

/** A text as a literal. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
