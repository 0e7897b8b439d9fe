// Trains the English language pack, models/en.pack, and writes its card, models/en.md.
//   npx tsx scripts/train-english.ts [--grade fast|exact|both] [--vectors FILE] [--out FILE] [--resume] [--test]
// From open data only: UD EWT (train; dev chooses), word vectors of the text corpora (scripts/train-vectors.ts), and
// what scripts/tag-lexicon.ts knows of words (Open English WordNet, lists of names, capitals in the texts). Tokens, sentences and lemmas are those of the package. The same data and options give the
// same bytes. --test also measures on EWT test, for a final figure, and writes it into the card.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readConllu } from '../src/corpora/read-conllu.js'
import { Vectors } from '../src/embed/index.js'
import { type Grade, Language, trainLanguage } from '../src/language/index.js'
import type { Doc } from '../src/text/doc.js'
import { englishCard } from './english-card.js'
import { englishLexicon } from './tag-lexicon.js'

const { values: options } = parseArgs({
  options: {
    grade: { type: 'string', default: 'both' },
    vectors: { type: 'string', default: 'build/vectors-en.pack' },
    out: { type: 'string', default: 'models/en.pack' },
    seed: { type: 'string', default: '1' },
    resume: { type: 'boolean' },
    test: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (options.help) {
  console.log(
    'npx tsx scripts/train-english.ts [--grade both] [--vectors build/vectors-en.pack] [--out models/en.pack] [--seed 1] [--resume] [--test]\n' +
      'Trains models/en.pack and writes models/en.md. Vectors come from: npx tsx scripts/train-vectors.ts',
  )
  process.exit(0)
}
if (!existsSync(options.vectors)) {
  console.error(
    `there is no ${options.vectors}; first: npx tsx scripts/train-vectors.ts --out ${options.vectors}`,
  )
  process.exit(1)
}

const mirror = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')
const seed = Number(options.seed)
const partial = `${options.out}.partial`

function treebank(split: string): Doc[] {
  const path = join(mirror, `ud/UD_English-EWT/en_ewt-ud-${split}.conllu`)
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`))
  return [...readConllu(new Uint8Array(bytes))]
}

const vectors = Vectors.load(new Uint8Array(readFileSync(options.vectors)))
const began = performance.now()
const { language, reports } = await trainLanguage(treebank('train'), {
  dev: treebank('dev'),
  lang: 'en',
  seed,
  grade: options.grade as Grade | 'both',
  parts: ['tagger', 'parser'],
  vectors,
  partOptions: { tagger: { lexicon: await englishLexicon(mirror), prune: 1 } },
  meta: {
    name: 'en',
    licence: 'CC-BY-SA-4.0',
    data: [
      'UD English EWT, train',
      'Open English WordNet',
      'Names corpus 1.3',
      `word vectors (${JSON.stringify(vectors.meta.data)})`,
    ],
  },
  ...(options.resume && existsSync(partial)
    ? { resume: Language.load(new Uint8Array(readFileSync(partial))) }
    : {}),
  onPart(report, soFar) {
    console.log(JSON.stringify(report))
    writeFileSync(partial, soFar.save())
  },
})
const minutes = (performance.now() - began) / 60_000
const bytes = language.save()
writeFileSync(options.out, bytes)
console.log(`${options.out}: ${bytes.length} bytes, ${minutes.toFixed(1)} minutes`)

const page = options.out.replace(/\.pack$/, '.md')
writeFileSync(
  page,
  englishCard(language, bytes.length, {
    dev: treebank('dev'),
    ...(options.test ? { test: treebank('test') } : {}),
    vectors: vectors.meta.data,
    options: `seed ${seed}, grade ${options.grade}; all else as \`trainLanguage\` has it: ${reports.map(({ part, grade, choice }) => `${part}${grade === undefined ? '' : ` (${grade})`}: ${choice}`).join(', ')}`,
    rebuild: `\`npx tsx scripts/train-vectors.ts --out build/vectors-en.pack && npx tsx scripts/train-english.ts --grade ${options.grade} --seed ${seed}\`: the same bytes every time`,
  }),
)
console.log(page)
