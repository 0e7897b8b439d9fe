// Trains a sentence splitter from CoNLL-U, and writes it as a Pack.
//   npx tsx scripts/train-sentences.ts [--train FILE] [--out FILE] [--lang xx] [--augment RATE] [--seed N] [--bundle]
// Without options it rebuilds the bundled English model: models/sentences-en.pack and the source file that
// carries it into the package (--bundle, implied). FILE may be gzipped. The same input gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { Doc } from '../src/text/doc.js'
import { sentencesAt } from '../src/tokenize/sentence-offsets.js'
import { DEFAULT_SENTENCE_TRAINING_OPTIONS, SentenceSplitter } from '../src/tokenize/sentence-splitter.js'
import { weightsToText } from '../src/tokenize/sentence-text.js'
import { tokenize } from '../src/tokenize/tokenize.js'
import { Augmenter, type Paragraph, TextBuilder } from './sentence-augmentation.js'

const { values: options } = parseArgs({
  options: {
    train: { type: 'string' },
    out: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    augment: { type: 'string', default: '0.12' },
    seed: { type: 'string', default: '2' },
    bundle: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (options.help) {
  console.log(
    'npx tsx scripts/train-sentences.ts [--train FILE.conllu[.gz]] [--out FILE.pack] [--lang en] [--augment 0.12] [--seed 2] [--bundle]\n' +
      'Trains a sentence splitter. Example: npx tsx scripts/train-sentences.ts --train pt.conllu --lang pt --augment 0 --out pt.pack',
  )
  process.exit(0)
}

const mirror = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')
const source = options.train ?? join(mirror, 'ud/UD_English-EWT/en_ewt-ud-train.conllu.gz')
const bundle = options.bundle ?? options.train === undefined
const out = options.out ?? `models/sentences-${options.lang}.pack`

/** The paragraphs of a treebank: its `# text` lines between `# newdoc` and `# newpar`. */
function paragraphsOf(conllu: string): Paragraph[] {
  const paragraphs: string[][] = [[]]
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc') || line.startsWith('# newpar')) paragraphs.push([])
    else if (line.startsWith('# text = ')) paragraphs.at(-1)!.push(line.slice(9).trim())
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

function goldDoc({ text, ends }: TextBuilder): Doc {
  const doc = tokenize(text, { lang: options.lang })
  return doc.with({ sentence: sentencesAt(doc, ends) })
}

const bytes = readFileSync(source)
const paragraphs = paragraphsOf((source.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
const plain = new TextBuilder()
for (const paragraph of paragraphs) plain.paragraph(paragraph)
const docs = [goldDoc(plain)]
const rate = Number(options.augment)
const seed = Number(options.seed)
if (rate > 0) docs.push(goldDoc(new Augmenter(paragraphs, seed).run(rate)))

const began = performance.now()
const splitter = SentenceSplitter.train(docs, { seed })
const meta = {
  name: `sentences-${options.lang}`,
  lang: options.lang,
  data: source.slice(source.lastIndexOf('/') + 1),
  licence: 'CC-BY-SA-4.0',
  augment: rate,
  options: { ...DEFAULT_SENTENCE_TRAINING_OPTIONS, seed },
}
const pack = splitter.save(meta)
writeFileSync(out, pack)
console.log(
  `${docs.reduce((sum, doc) => sum + doc.length, 0)} tokens, ${splitter.sparse.weights.length} weights, ` +
    `${((performance.now() - began) / 1000).toFixed(1)} s -> ${out} (${pack.length} bytes)`,
)

if (bundle) {
  const { bits, floor, skips, weights } = weightsToText(splitter.sparse)
  const file = `src/tokenize/lang/${options.lang}-sentences.ts`
  writeFileSync(
    file,
    [
      '/**',
      ` * The bundled sentence splitter (models/sentences-${options.lang}.md), in the letters of src/tokenize/sentence-text.ts.`,
      ' * Written by scripts/train-sentences.ts: do not edit.',
      ' */',
      '',
      '/** Sparse weights and what the model says of itself. */',
      'export const EN_SENTENCES = {',
      `  bits: ${bits},`,
      `  floor: ${floor},`,
      `  skips:\n    '${skips}',`,
      `  weights:\n    '${weights}',`,
      `  meta: { name: '${meta.name}', licence: '${meta.licence}', data: '${meta.data}' },`,
      '} as const',
      '',
    ]
      .join('\n')
      .replace('EN_SENTENCES', `${options.lang.toUpperCase()}_SENTENCES`),
  )
  console.log(`-> ${file}`)
}
