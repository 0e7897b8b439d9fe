// Prints the figures of the card of a bundled corpus, as Markdown: what each file holds, how long its texts are and how
// varied its words, and the counts of each label; for assistant also real corpora beside it and what can be learned.
//   node scripts/corpus-card.mjs ID      (an id of corpora/; real corpora want ../shared/corpora or WORDLOOM_MIRROR)
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { register } from 'tsx/esm/api'

const [id] = process.argv.slice(2)
const ids = readdirSync('corpora', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
if (id === undefined || id.startsWith('-') || !ids.includes(id)) {
  console.log(`node scripts/corpus-card.mjs ID: the figures of a bundled corpus (${ids.join(', ')})`)
  process.exit(id === '--help' ? 0 : 1)
}

register()
const { lengthStatistics, mixed, nearDuplicates, typeTokenRatio, wordsOf } = await import(
  '../tests/support/corpus-checks.ts'
)

const round = (number, digits = 1) => number.toFixed(digits)
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`)
const table = (...head) => {
  console.log()
  row(...head)
  row(...head.map((_, i) => (i === 0 ? '---' : '--:')))
}

function measures(name, texts) {
  const { count, mean, median, p95, max } = lengthStatistics(texts)
  const ratio = typeTokenRatio(mixed(texts).flatMap(wordsOf))
  const words = new Set(texts.flatMap(wordsOf)).size
  row(name, count, round(mean), median, p95, max, words, round(ratio, 3))
}

const measureHead = [
  'texts',
  'number',
  'mean words',
  'median',
  '95%',
  'most',
  'different words',
  'TTR of 5,000',
]

/** Every text of a file with its labels: lines of JSON, CoNLL-U sentences, or paragraphs. */
function readTexts(file) {
  const source = readFileSync(`corpora/${id}/${file}`, 'utf8')
  if (file.endsWith('.jsonl')) {
    const lines = source
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    return lines.flatMap((line) => (Array.isArray(line.turns) ? line.turns : [line]))
  }
  if (file.endsWith('.conllu')) {
    return [...source.matchAll(/^# text = (.*)$/gm)].map(([, text]) => ({ text }))
  }
  if (file.endsWith('.txt')) {
    const lines = source.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
    return lines.map((text) => ({ text }))
  }
  return []
}

const files = readdirSync(`corpora/${id}`, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:jsonl|conllu|txt)$/.test(file) && !file.endsWith('spelling.txt'))
  .sort()
const records = new Map(
  files.map((file) => [file, readTexts(file).filter(({ text }) => typeof text === 'string')]),
)

console.log(`# ${id}`)
table(...measureHead)
for (const [file, lines] of records)
  measures(
    file,
    lines.map(({ text }) => text),
  )

const everything = [...records.values()].flat()
for (const label of ['intent', 'sentiment', 'domain', 'category', 'language', 'speaker', 'split']) {
  const values = [
    ...new Set(everything.map((record) => record[label]).filter((value) => value !== undefined)),
  ].sort()
  if (values.length === 0) continue
  const holding = [...records].filter(([, lines]) => lines.some((line) => line[label] !== undefined))
  table(label, ...holding.map(([file]) => file), 'mean words')
  for (const value of values) {
    const texts = everything.filter((record) => record[label] === value).map(({ text }) => text)
    const counts = holding.map(([, lines]) => lines.filter((line) => line[label] === value).length)
    row(value, ...counts, round(lengthStatistics(texts).mean))
  }
}

if (everything.some(({ slots }) => Array.isArray(slots))) {
  const slots = everything.flatMap(({ text, slots: marked = [] }) =>
    marked.map(({ type, start, end }) => ({ type, phrase: text.slice(start, end).toLowerCase() })),
  )
  table('slot type', 'marked', 'different', 'most often')
  for (const type of [...new Set(slots.map((slot) => slot.type))].sort()) {
    const phrases = slots.filter((slot) => slot.type === type).map(({ phrase }) => phrase)
    const counts = new Map()
    for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
    const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 4)
    row(type, phrases.length, counts.size, top.map(([phrase, count]) => `${phrase} (${count})`).join(', '))
  }
}

if (id === 'assistant') {
  const { OUT_OF_SCOPE, realIntentTexts, SPLITS, utterances } = await import('../tests/support/assistant.ts')
  const { naiveBayesAccuracy } = await import('../tests/support/reviews.ts')
  const { mirror } = await import('../tests/support/resources.ts')
  const all = SPLITS.flatMap((split) => utterances(split))
  const scoped = all.filter(({ intent }) => intent !== OUT_OF_SCOPE).map(({ text }) => text)
  const others = all.filter(({ intent }) => intent === OUT_OF_SCOPE).map(({ text }) => text)
  const real = existsSync(mirror()) ? realIntentTexts() : undefined
  table(...measureHead)
  measures('assistant, in scope', scoped)
  if (real) {
    measures('CLINC150, in scope', real.clinc)
    measures('SNIPS', real.snips)
  }
  measures('assistant, out of scope', others)
  if (real) measures('CLINC150, out of scope', real.clincOutOfScope)

  table('near-duplicates (Jaccard above)', '0.5', '0.6', '0.7', '0.8')
  for (const [name, texts] of [['assistant, in scope', scoped], ...(real ? [['SNIPS', real.snips]] : [])]) {
    row(name, ...[0.5, 0.6, 0.7, 0.8].map((threshold) => nearDuplicates(texts, threshold).length))
  }

  const lists = readFileSync('corpora/assistant/spelling.txt', 'utf8').split(/\n\n# /)
  const listed = (start) =>
    new Set(
      lists
        .find((list) => list.startsWith(start))
        .split('\n')
        .slice(1),
    )
  const [slips, chat] = [listed('slips'), listed('chat')]
  const manners = [
    ['capital first', (text) => /^\p{Lu}/u.test(text)],
    ['a question mark', (text) => text.includes('?')],
    ['full stop or ! at the end', (text) => /[.!]$/.test(text)],
    [
      'an apostrophe left out',
      (text) =>
        wordsOf(text).some((word) =>
          /^(?:im|ive|whats|wheres|hows|its|thats|hasnt|(?:do|does|did|ca|wo|is|are|was|have)nt)$/.test(word),
        ),
    ],
    ['a slip', (text) => wordsOf(text).some((word) => slips.has(word))],
    ['a chat form', (text) => wordsOf(text).some((word) => chat.has(word))],
    ['an emoji', (text) => /\p{Extended_Pictographic}/u.test(text)],
    ['please, pls, plz', (text) => wordsOf(text).some((word) => /^(?:please|pls|plz)$/.test(word))],
    ['12 words or more', (text) => wordsOf(text).length >= 12],
  ]
  const share = (texts, test) => `${round((100 * texts.filter(test).length) / texts.length)}%`
  table('with', 'assistant, in scope', ...(real ? ['CLINC150, in scope', 'SNIPS'] : []))
  for (const [name, test] of manners) {
    row(name, ...[scoped, ...(real ? [real.clinc, real.snips] : [])].map((texts) => share(texts, test)))
  }

  if (real) {
    const plain = (text) => wordsOf(text).join(' ').replaceAll("'", '')
    const theirs = new Set([...real.clinc, ...real.clincOutOfScope, ...real.snips].map(plain))
    const same = all.filter(({ text }) => theirs.has(plain(text))).map(({ text }) => text)
    const { median, max } = lengthStatistics(same)
    console.log(
      `\nTexts that CLINC150 or SNIPS also have: ${same.length} (words: median ${median}, most ${max})`,
    )
  }

  const labelled = (split) =>
    utterances(split)
      .filter(({ intent }) => intent !== OUT_OF_SCOPE)
      .map(({ text, intent }) => ({ text, label: intent }))
  const accuracy = naiveBayesAccuracy(labelled('train'), labelled('test'))
  console.log(`\nNaive Bayes over words, in scope, trained on train: ${round(100 * accuracy)}% of test`)
}
