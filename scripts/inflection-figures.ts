// Measures English inflection on EWT, beside natural, compromise, pluralize (npm), inflect and pattern.en (Python).
//   npx tsx scripts/inflection-figures.ts [--split dev] [--peers FOLDER] [--errors] [--round-trip]
// Peers of npm come from FOLDER/node_modules (bench by default); those of Python from Debian. Missing ones are left out.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as lemma from '../src/lemma/index.js'
import { oewnNouns } from '../tests/support/oewn-nouns.js'
import { corpusText } from '../tests/support/resources.js'

const { values: options } = parseArgs({
  options: {
    split: { type: 'string', default: 'dev' },
    peers: { type: 'string', default: 'bench' },
    errors: { type: 'boolean' },
    'round-trip': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (options.help) {
  console.log(
    'npx tsx scripts/inflection-figures.ts [--split train|dev|test] [--peers FOLDER] [--errors] [--round-trip]\n\n' +
      'Measures English inflection on a split of EWT, beside other libraries. A pair counts where lemma and form give\n' +
      'each other, without regard to case; typos (Typo=Yes) are left out, nothing else is.\n\n' +
      '  --split   the split of EWT (dev)\n' +
      '  --peers   folder with node_modules that hold natural, compromise and pluralize (bench)\n' +
      '  --errors  what Wordloom gets wrong as well\n' +
      '  --round-trip  as well, how many nouns of Open English WordNet come back from their plurals',
  )
  process.exit()
}

type Task =
  | 'plural'
  | 'singular'
  | 'thirdPerson'
  | 'past'
  | 'pastParticiple'
  | 'presentParticiple'
  | 'comparative'
  | 'superlative'
  | 'article'

/** One thing to get right: the word given, what must come, and how often it stands in the text. */
interface Item {
  readonly given: string
  readonly expected: string
  count: number
}

type Engine = (task: Task, words: readonly string[]) => readonly string[] | null

interface Row {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  readonly head: string
  readonly relation: string
  readonly id: string
}

const suffix = options.split === 'train' ? '.conllu.gz' : '.conllu'
const sentences = corpusText(join('ud', 'UD_English-EWT', `en_ewt-ud-${options.split}${suffix}`))
  .split('\n\n')
  .map((block) =>
    block
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((fields) => fields.length === 10 && /^\d+$/.test(fields[0]!))
      .map(
        ([id, form, base, upos, xpos, feats, head, relation]): Row => ({
          id: id!,
          form: form!,
          lemma: base!,
          upos: upos!,
          xpos: xpos!,
          feats: feats!,
          head: head!,
          relation: relation!,
        }),
      ),
  )

const items = new Map<Task, Map<string, Item>>()
function add(task: Task, given: string, expected: string): void {
  const ofTask = items.get(task) ?? new Map<string, Item>()
  items.set(task, ofTask)
  const key = `${given.toLowerCase()}\t${expected.toLowerCase()}`
  const item = ofTask.get(key) ?? { given, expected: expected.toLowerCase(), count: 0 }
  item.count++
  ofTask.set(key, item)
}

const FORMS = { VBZ: 'thirdPerson', VBD: 'past', VBN: 'pastParticiple', VBG: 'presentParticiple' } as const
const COMPARED = { Cmp: 'comparative', Sup: 'superlative' } as const
for (const rows of sentences)
  for (const [i, row] of rows.entries()) {
    if (row.feats.includes('Typo=Yes')) continue
    const form = row.form.toLowerCase()
    if (row.upos === 'NOUN' && row.feats.includes('Number=Plur')) {
      add('plural', row.lemma, row.form)
      add('singular', row.form, row.lemma)
    }
    const isVerb = row.upos === 'VERB' || row.upos === 'AUX'
    // Contractions ('s, 'd, n't) and plural be (are, were) are no form of five.
    if (isVerb && row.xpos in FORMS && /^\p{L}/u.test(form) && form !== 'were')
      add(FORMS[row.xpos as keyof typeof FORMS], row.lemma, row.form)
    if (row.upos === 'ADJ' || row.upos === 'ADV') {
      const degree = /Degree=(Cmp|Sup)/.exec(row.feats)?.[1] as 'Cmp' | 'Sup' | undefined
      if (degree && !/^(?:more|most|less|least)$/.test(form)) add(COMPARED[degree], row.lemma, row.form)
      const before = rows[i - 1]
      const more = before?.form.toLowerCase()
      if (
        !degree &&
        before &&
        before.head === row.id &&
        before.relation === 'advmod' &&
        (more === 'more' || more === 'most')
      )
        add(more === 'more' ? 'comparative' : 'superlative', row.form, `${more} ${row.form}`)
    }
    const next = rows[i + 1]
    if (row.upos === 'DET' && (form === 'a' || form === 'an') && next) add('article', next.form, row.form)
  }

const wordloom: Engine = (task, words) =>
  words.map((word) => {
    if (task === 'plural') return lemma.pluralize(word)
    if (task === 'singular') return lemma.singularize(word)
    if (task === 'comparative') return lemma.comparative(word)
    if (task === 'superlative') return lemma.superlative(word)
    if (task === 'article') return lemma.indefiniteArticle(word)
    return lemma.verbForms(word)[task]
  })

const require = createRequire(resolve(options.peers, 'package.json'))
const quietly = <T>(load: () => T): T | null => {
  try {
    return load()
  } catch {
    return null
  }
}

function naturalEngine(): Engine {
  const { NounInflector, PresentVerbInflector } = require('natural')
  const nouns = new NounInflector()
  const verbs = new PresentVerbInflector()
  const tasks: Partial<Record<Task, (word: string) => string>> = {
    plural: (word) => nouns.pluralize(word),
    singular: (word) => nouns.singularize(word),
    // Its singular of a verb in the present is the third person.
    thirdPerson: (word) => verbs.singularize(word),
  }
  return (task, words) => (tasks[task] ? words.map((word) => tasks[task]!(word)) : null)
}

function compromiseEngine(): Engine {
  const nlp = require('compromise')
  const verb = (word: string, form: string) => {
    const forms = nlp(word).tag('Infinitive').verbs().conjugate()[0] ?? {}
    return forms[form] || (form === 'Participle' ? forms.PastTense : '') || ''
  }
  const adjective = (word: string, degree: string) =>
    nlp(word).tag('Adjective').adjectives().conjugate()[0]?.[degree] ?? ''
  const tasks: Partial<Record<Task, (word: string) => string>> = {
    plural: (word) => nlp(word).tag('Singular').nouns().toPlural().text(),
    singular: (word) => nlp(word).tag('Plural').nouns().toSingular().text(),
    thirdPerson: (word) => verb(word, 'PresentTense'),
    past: (word) => verb(word, 'PastTense'),
    pastParticiple: (word) => verb(word, 'Participle'),
    presentParticiple: (word) => verb(word, 'Gerund'),
    comparative: (word) => adjective(word, 'Comparative'),
    superlative: (word) => adjective(word, 'Superlative'),
  }
  return (task, words) => (tasks[task] ? words.map((word) => tasks[task]!(word)) : null)
}

function pluralizeEngine(): Engine {
  const pluralize = require('pluralize')
  return (task, words) =>
    task === 'plural' || task === 'singular' ? words.map((word) => pluralize[task](word) as string) : null
}

function pythonEngine(name: string): Engine {
  const engine: Engine = (task, words) => {
    const output = execFileSync('/usr/bin/python3', ['bench/inflection_engine.py', name], {
      input: JSON.stringify([{ task, words }]),
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    return (JSON.parse(output.toString()) as [string[] | null])[0]
  }
  engine('plural', ['dog'])
  return engine
}

const engines: [string, Engine | null][] = [
  ['wordloom', wordloom],
  ['natural', quietly(naturalEngine)],
  ['compromise', quietly(compromiseEngine)],
  ['pluralize', quietly(pluralizeEngine)],
  ['inflect (Python)', quietly(() => pythonEngine('inflect'))],
  ['pattern.en (Python)', quietly(() => pythonEngine('pattern'))],
]
const found = engines.filter((pair): pair is [string, Engine] => pair[1] !== null)

console.log(`EWT ${options.split}: share of tokens right (distinct pairs right), in percent\n`)
console.log(`| | tokens (pairs) | ${found.map(([name]) => name).join(' | ')} |`)
console.log(`|---|---|${found.map(() => '---|').join('')}`)
for (const [task, ofTask] of items) {
  const all = [...ofTask.values()]
  const tokens = all.reduce((sum, { count }) => sum + count, 0)
  const cells = found.map(([name, engine]) => {
    const answers = engine(
      task,
      all.map(({ given }) => given),
    )
    if (answers === null) return ''
    const right = all.map(({ expected }, i) => answers[i]!.trim().toLowerCase() === expected)
    if (name === 'wordloom' && options.errors)
      console.error(
        task,
        all
          .filter((_, i) => !right[i])
          .map(({ given, expected, count }) => `${given}>${expected}:${count}`)
          .join(' '),
      )
    const share = (of: number, total: number) => ((100 * of) / total).toFixed(1)
    const rightTokens = all.reduce((sum, { count }, i) => sum + (right[i] ? count : 0), 0)
    return `${share(rightTokens, tokens)} (${share(right.filter(Boolean).length, all.length)})`
  })
  console.log(`| ${task} | ${tokens} (${all.length}) | ${cells.join(' | ')} |`)
}

if (options['round-trip']) {
  // Every tenth; and whatever an engine holds for a plural, no noun in -s but those in -ss, -us and -is.
  const nouns = oewnNouns().filter(
    (noun, i) => i % 10 === 0 && (!noun.endsWith('s') || /(?:ss|us|is)$/.test(noun)),
  )
  console.log(
    `\n${nouns.length} nouns of Open English WordNet, the singular of whose plural is the noun, in percent\n`,
  )
  for (const [name, engine] of found) {
    const plurals = engine('plural', nouns) ?? []
    const singulars = engine('singular', plurals) ?? []
    const back = nouns.filter((noun, i) => singulars[i] === noun).length
    console.log(`| ${name} | ${((100 * back) / nouns.length).toFixed(2)} |`)
  }
}
