// Prints the figures of the card corpora/trees/README.md: sizes and lengths, and the counts of constructions, parts of
// speech and relations, beside the training part of English EWT.
//   npx tsx scripts/trees-figures.ts      (wants ../shared/corpora or WORDLOOM_MIRROR for EWT)
import { readFileSync } from 'node:fs'
import { readTrees, type Tree } from '../src/corpora/index.js'
import { conlluSentences, isProjective, type Sentence } from '../tests/support/check-ud.js'
import {
  lengthStatistics,
  mixed,
  typeTokenRatio,
  wordsOf,
  zipMember,
} from '../tests/support/corpus-checks.js'
import { corpusText } from '../tests/support/resources.js'

if (process.argv.includes('--help')) {
  console.log('npx tsx scripts/trees-figures.ts: the figures of corpora/trees/README.md, as Markdown tables')
  process.exit(0)
}

const trees = conlluSentences(readFileSync('corpora/trees/trees.conllu', 'utf8'))
const ewt = conlluSentences(corpusText('ud/UD_English-EWT/en_ewt-ud-train.conllu.gz'))
const wordsIn = (sentences: readonly Sentence[]) => sentences.flatMap(({ rows }) => rows)
const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const head = (...cells: string[]) => {
  row(...cells)
  row(...cells.map((_, i) => (i === 0 ? '---' : '---:')))
}
const number = (value: number) => value.toLocaleString('en')
const percent = (share: number) => `${(100 * share).toFixed(1)}%`
const section = (name: string) => console.log(`\n## ${name}\n`)

function counts(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

section('Figures')
head('Measure', 'trees', 'EWT (train)')
const both = (name: string, measure: (sentences: readonly Sentence[]) => string | number) =>
  row(name, measure(trees), measure(ewt))
const nth = (sentences: readonly Sentence[], share: number) =>
  sentences.map(({ rows }) => rows.length).sort((a, b) => a - b)[Math.floor(share * (sentences.length - 1))]!
const texts = (sentences: readonly Sentence[]) => sentences.map(({ comments }) => comments.get('text')!)
both('Sentences', (of) => number(of.length))
both('Words (syntactic)', (of) => number(wordsIn(of).length))
both('Distinct forms, lower-cased', (of) =>
  number(new Set(wordsIn(of).map(({ form }) => form.toLowerCase())).size),
)
both('Multiword tokens', (of) => number(of.reduce((sum, { ranges }) => sum + ranges.length, 0)))
both('Words a sentence, mean', (of) => (wordsIn(of).length / of.length).toFixed(1))
both('Words a sentence, median', (of) => nth(of, 0.5))
both('Words a sentence, 95th percentile', (of) => nth(of, 0.95))
both('Words a sentence, longest', (of) => nth(of, 1))
both('Non-projective sentences', (of) =>
  percent(of.filter(({ rows }) => !isProjective(rows)).length / of.length),
)
both('Type-token ratio of 3,000 words of running text', (of) =>
  typeTokenRatio(mixed(texts(of)).flatMap(wordsOf), 3000).toFixed(3),
)
both('Words of running text a sentence, mean', (of) => lengthStatistics(texts(of)).mean.toFixed(1))

section('Constructions')
head('Construction', 'Sentences')
const constructions = trees.flatMap(({ comments }) => comments.get('construction')!.split(' '))
for (const [name, count] of [...counts(constructions)].sort(([a], [b]) => (a < b ? -1 : 1)))
  row(`\`${name}\``, count)

function distribution(title: string, name: string, key: 'upos' | 'deprel'): void {
  section(title)
  head(name, 'Words', 'Share', 'Share in EWT')
  const [own, theirs] = [trees, ewt].map((of) => counts(wordsIn(of).map((word) => word[key])))
  const [all, allTheirs] = [wordsIn(trees).length, wordsIn(ewt).length]
  const byCount = [...own!].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  for (const [value, count] of byCount)
    row(`\`${value}\``, count, percent(count / all), percent((theirs!.get(value) ?? 0) / allTheirs))
  const names = new Set([...own!.keys(), ...theirs!.keys()])
  const distance = [...names].reduce(
    (sum, value) => sum + Math.abs((own!.get(value) ?? 0) / all - (theirs!.get(value) ?? 0) / allTheirs),
    0,
  )
  console.log(`\nTotal variation distance to EWT: ${(distance / 2).toFixed(3)}.`)
}

distribution('Parts of speech', 'UPOS', 'upos')
distribution('Relations', 'Relation', 'deprel')

section('Phrases')
/** What stands below each phrase: its label and those of its children, without functional tags, traces, punctuation. */
function* expansions(tree: Tree): Generator<string> {
  const plain = (label: string) => (/^-/.test(label) ? label : label.split(/[-=]/)[0]!)
  const isEmpty = (node: Tree): boolean =>
    node.label === '-NONE-' ||
    (node.children.length > 0 && node.children.every((child) => typeof child !== 'string' && isEmpty(child)))
  for (const node of tree.nodes()) {
    if (node.label === 'ROOT' || node.label === '' || isEmpty(node)) continue
    const below = node.children.filter((child) => typeof child !== 'string' && !isEmpty(child)) as Tree[]
    const labels = below.map(({ label }) => plain(label)).filter((label) => !/^(?:[,.:]|``|'')$/.test(label))
    if (labels.length > 0) yield `${plain(node.label)}: ${labels.join(' ')}`
  }
}
const known = new Set<string>()
for (let file = 1; file <= 199; file++) {
  const name = `treebank/combined/wsj_${String(file).padStart(4, '0')}.mrg`
  const text = new TextDecoder().decode(zipMember('nltk/corpora/treebank.zip', name))
  for (const tree of readTrees(text)) for (const expansion of expansions(tree)) known.add(expansion)
}
const own = [...readTrees(readFileSync('corpora/trees/trees.mrg', 'utf8'))]
const expanded = own.flatMap((tree) => [...expansions(tree)])
const seen = expanded.filter((expansion) => known.has(expansion)).length
console.log(
  `Of ${number(expanded.length)} phrases ${percent(seen / expanded.length)} have children as some phrase has them in the sample of the`,
)
console.log('Penn Treebank that NLTK distributes (3,914 sentences of news).')
