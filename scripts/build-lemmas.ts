// Builds the English lemmatizer from the treebank EWT (train) and Open English WordNet.
//   npx tsx scripts/build-lemmas.ts [--mirror FOLDER]
// Writes models/lemmas-en.pack and src/lemma/lang/en-lemmas.ts, which carries it into the package. FOLDER holds the
// corpora (default: WORDLOOM_MIRROR, else ../shared/corpora). The same input gives the same bytes.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { encodeEndingRules } from '../src/lemma/ending-rules.js'
import { type Capitals, EnglishLemmatizer, lemmaCase } from '../src/lemma/english-lemmatizer.js'
import { decodeSpellings, encodeSpellings } from '../src/lemma/spellings.js'
import { encodeWordFilter, WordFilter } from '../src/lemma/word-filter.js'
import { writePack } from '../src/text/pack.js'
import { learnGuesses } from './lemma-guesses.js'
import { anyForms, type LexiconEntry, wordnetForms, wordnetNames } from './lemma-lexicon.js'
import { editOf, learnEndingRules } from './lemma-rules.js'
import { add, type Counts, countLemmas, most } from './lemma-treebank.js'

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
/** Parts of speech with so many words that endings tell their lemmas. */
const OPEN = ['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN']

/** Names of months and days as the treebank has them in part. */
const ABBREVIATIONS = [
  ['Jan', 'January'],
  ['Feb', 'February'],
  ['Apr', 'April'],
  ['Aug', 'August'],
  ['Sept', 'September'],
  ['Sep', 'September'],
  ['Oct', 'October'],
  ['Nov', 'November'],
  ['Dec', 'December'],
  ['Mon', 'Monday'],
  ['Tues', 'Tuesday'],
  ['Tue', 'Tuesday'],
  ['Wed', 'Wednesday'],
  ['Thurs', 'Thursday'],
  ['Thu', 'Thursday'],
  ['Fri', 'Friday'],
] as const

const isLower = (word: string) => word === word.toLowerCase()

/** The lists of capitals of one part of speech. */
function capitals(upos: string, counts: Counts, lexicon: readonly LexiconEntry[]) {
  const always = new Map<string, string>()
  const keep = new Map<string, string>()
  const plainly: Counts = new Map()
  const upper: Counts = new Map()
  for (const [form, lemmas] of counts) {
    const lower = form.toLowerCase()
    const votes = isLower(form) ? plainly : upper
    if (!votes.has(lower)) votes.set(lower, new Map())
    // The capitals of the lemma on the letters of the form, as far as both are alike.
    for (const [lemma, n] of lemmas) {
      let same = 0
      while (lemma[same] !== undefined && lemma[same]!.toLowerCase() === lower[same]) same++
      add(votes.get(lower)!, lemma.slice(0, same) + lower.slice(same), n)
    }
  }
  if (upos !== 'PROPN') {
    for (const { form, lemma } of lexicon) {
      if (isLower(lemma)) continue
      // Polish shoes, polish of shoes.
      const list = ordinary.has(form.toLowerCase()) ? keep : always
      list.set(form.toLowerCase(), form)
    }
  }
  for (const [lower, votes] of plainly) {
    const spelled = most(votes)
    if (!isLower(spelled)) {
      // Once may be a slip, unless it is a name or WordNet knows it too.
      const known = upos === 'PROPN' || upos === 'PRON' || always.has(lower) || keep.has(lower)
      if (known || votes.get(spelled)! > 1) always.set(lower, spelled)
    } else if (upos !== 'PROPN') always.delete(lower)
    else if (!common.has(lower) && /^\p{L}+$/u.test(lower)) always.set(lower, lower)
  }
  for (const [lower, votes] of upper) {
    const spelled = most(votes)
    if (upos === 'PROPN') {
      // What names in capitals only say, where they are not lower-cased but for the first.
      const shouts = counts.get(lower.toUpperCase())
      if (lower.length > 4 && shouts !== undefined && !/\p{Ll}/u.test(most(shouts)))
        keep.set(lower, lower.toUpperCase())
      continue
    }
    if (lower.endsWith("'s")) continue
    if (isLower(spelled)) {
      always.delete(lower)
      keep.delete(lower)
    } else if (spelled !== lemmaCase(spelled, { upos, always, keep: new Map() }, common))
      keep.set(lower, spelled)
  }
  return { always, keep }
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0)

/** The edits of one part of speech: those of the treebank where it has a word, else those of the lexicon. */
function editsOf(
  counts: Counts,
  sound: Counts,
  lexicon: readonly LexiconEntry[],
  part: Capitals,
): Map<string, [string]> {
  const edits = new Map<string, [string]>()
  for (const { form, lemma } of lexicon) {
    const edit = editOf(form.toLowerCase(), lemma.toLowerCase())
    if (edit !== undefined) edits.set(form.toLowerCase(), [edit])
  }
  const found = new Map<string, Map<string, number>>()
  for (const [form, lemmas] of counts) {
    const cased = lemmaCase(form, part, common)
    if (/[@/]|^\d/u.test(cased)) continue
    const key = cased.toLowerCase()
    // Misspelled only: collage (for college) stays collage.
    if (edits.has(key) && total(sound.get(form)!) === total(lemmas) / 2) continue
    for (const [lemma, n] of lemmas) {
      const edit = editOf(cased, lemma)
      if (edit === undefined) continue
      if (!found.has(key)) found.set(key, new Map())
      add(found.get(key)!, edit, n)
    }
  }
  for (const [key, votes] of found) edits.set(key, [most(votes)])
  if (part.upos === 'NOUN') {
    // Plurals with an apostrophe: of letters and numbers, and of words that somebody spelled so.
    for (const word of ["a's", "b's", "cd's", "dvd's", "dm's", "tv's", "photo's", "pc's", "car's", "dog's"])
      edits.set(word, ['2'])
    for (const word of ["1990's", "90's"]) edits.set(word, ['2s'])
  }
  if (part.upos === 'PROPN') {
    for (const [short, long] of ABBREVIATIONS) {
      for (const end of ['', '.']) {
        const key = short.toLowerCase() + end
        if (!edits.has(key)) edits.set(key, [editOf(short + end, long)!])
      }
    }
  }
  return edits
}

const { words, wellSpelled, beginNames } = countLemmas(
  join(mirror, 'ud/UD_English-EWT/en_ewt-ud-train.conllu.gz'),
)
const lexicon = wordnetForms(join(mirror, 'wordnet/oewn'), words)

// Words that mean something in lower case: gothic and polish, but not english, though billiards has that.
const ordinary = new Set<string>()
for (const [upos, least] of [
  ['NOUN', 2],
  ['ADJ', 0],
] as const) {
  for (const { form, weight } of lexicon.get(upos)!) if (isLower(form) && weight >= least) ordinary.add(form)
}
const common = new Set<string>()
for (const [upos, counts] of words) {
  if (upos === 'PROPN' || upos === 'X') continue
  for (const [form, lemmas] of counts) {
    if (isLower(most(lemmas))) common.add(form.toLowerCase())
  }
}
const filter = encodeWordFilter([...common].sort())

const data = {
  rules: {} as Record<string, string>,
  always: {} as Record<string, string>,
  keep: {} as Record<string, string>,
  words: filter,
}
function enter(upos: string, list: 'always' | 'keep', spellings: Iterable<string>): void {
  const words = [...spellings].filter((word) => !/\d/u.test(word))
  if (words.length > 0) data[list][upos] = encodeSpellings(words)
}
for (const [upos, counts] of [...words].sort()) {
  const entries = lexicon.get(upos) ?? []
  const { always, keep } = capitals(upos, counts, entries)
  const edits = editsOf(counts, wellSpelled.get(upos)!, entries, { upos, always, keep })
  const rules = learnEndingRules(edits, { whole: !OPEN.includes(upos) })
  data.rules[upos] = encodeEndingRules(rules)
  enter(upos, 'always', always.values())
  enter(upos, 'keep', keep.values())
  console.log(`${upos}: ${edits.size} words, ${rules.length} rules`)
}

// Without a part of speech: names by their capitals, other words as what they are most often.
const guesses = learnGuesses({
  words: wellSpelled,
  beginNames,
  lexicon: anyForms(lexicon),
  verbs: lexicon.get('VERB')!,
  names: wordnetNames(join(mirror, 'wordnet/oewn')),
  common,
  filter: new WordFilter(filter),
  adjectives: new Set(decodeSpellings(data.always.ADJ!).keys()),
  lemmatizer: new EnglishLemmatizer({ ...data, rules: { ...data.rules, ANY: '' } }),
})
data.rules.ANY = encodeEndingRules(guesses.rules)
enter('ANY', 'keep', guesses.names)
console.log(`ANY: ${guesses.rules.length} rules`)
for (const list of ['rules', 'always', 'keep'] as const) {
  console.log(
    list,
    Object.entries(data[list])
      .filter(([, text]) => text.length > 300)
      .map(([upos, text]) => `${upos} ${text.length}`)
      .join(', '),
  )
}
console.log(`words ${data.words.length}`)

const bytesOf = (text: string) => ({ values: new TextEncoder().encode(text) })
const columns: Record<string, { values: Uint8Array }> = { words: bytesOf(data.words) }
for (const list of ['rules', 'always', 'keep'] as const) {
  for (const [upos, text] of Object.entries(data[list])) columns[`${list}.${upos}`] = bytesOf(text)
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
