/**
 * `wordloom train lemmas`: a model of lemmas from treebanks in CoNLL-U, and how good it is on another.
 */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { readConllu } from '../corpora/index.js'
import { Lemmatizer } from '../lemma/index.js'
import { Doc } from '../text/doc.js'
import type { Invocation } from './arguments.js'
import { fromConllu } from './conllu-file.js'
import { Failure } from './failure.js'
import { findInputs, type Input } from './input.js'
import { saveFile } from './save-file.js'
import { sizeText } from './sizes.js'
import { safe } from './terminal.js'

const EXAMPLE = 'wordloom train lemmas train.conllu --dev dev.conllu --output lemmas.pack'

/** Runs `wordloom train lemmas`. */
export async function trainLemmas(invocation: Invocation): Promise<number> {
  const target = invocation.option('output')
  if (target === undefined) throw new Failure('usage', "'train lemmas' needs --output FILE", EXAMPLE)
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure('data', `--output '${target}' is a folder`, `name a file in it: ${target}/lemmas.pack`)
  }
  const inputs = await findInputs(invocation.positionals)
  const dev = invocation.option('dev')
  const devInputs = dev === undefined ? [] : await findInputs([dev])
  const docs = await docsOf(inputs)
  const columns = invocation.option('columns')
  const licence = invocation.option('licence')
  const began = performance.now()
  const progress = showShare()
  const model = await Lemmatizer.train(docs, {
    ...(columns === undefined ? {} : { columns: columns === '' ? [] : columns.split(',') }),
    method: invocation.option('method') as 'auto' | 'words' | 'letters',
    seed: Number(invocation.option('seed')),
    meta: {
      data: inputs.map(({ path }) => (path === undefined ? '-' : basename(path))),
      ...(licence === undefined ? {} : { licence }),
    },
    onProgress: progress.step,
  }).finally(progress.end)
  const seconds = (performance.now() - began) / 1000
  const scores = scoresOf(model, await docsOf(devInputs))
  const bytes = model.save(dev === undefined ? {} : { scores: { data: basename(dev), lemmas: scores } })
  saveFile(target, bytes)
  const tokens = docs.reduce((sum, doc) => sum + doc.length, 0)
  process.stdout.write(
    `${safe(target)}: ${sizeText(bytes.length)}, from ${tokens.toLocaleString('en')} tokens in ${seconds.toFixed(1)} s\n`,
  )
  if (devInputs.length > 0) {
    process.stdout.write(`\nLemmas of ${devInputs[0]!.name}, in per cent:\n`)
    for (const [known, score] of Object.entries(scores)) {
      process.stdout.write(`  ${known.padEnd(24)}${score.toFixed(2)}\n`)
    }
  }
  return 0
}

async function docsOf(inputs: readonly Input[]): Promise<Doc[]> {
  const docs: Doc[] = []
  for (const input of inputs) docs.push(...(await fromConllu(input, (conllu) => [...readConllu(conllu)])))
  return docs
}

/** Accuracy in per cent with none, one, ... of the model's columns; a lemma that the treebank leaves open is right. */
function scoresOf(model: Lemmatizer, docs: readonly Doc[]): Record<string, number> {
  if (docs.length === 0) return {}
  const scores: Record<string, number> = {}
  for (let level = 0; level <= model.columns.length; level++) {
    const columns = model.columns.slice(0, level)
    let right = 0
    let all = 0
    for (const doc of docs) {
      const gold = doc.has('lemma') ? doc.strings('lemma') : undefined
      const made = model.lemmatize(withColumns(doc, columns)).strings('lemma')
      for (let i = 0; i < doc.length; i++) {
        const lemma = gold === undefined ? '' : gold.strings[gold.ids[i]!]!
        if (lemma === '' || lemma === made.strings[made.ids[i]!]) right++
        all++
      }
    }
    scores[level === 0 ? 'form alone' : `form, ${columns.join(', ')}`] = all === 0 ? 0 : (100 * right) / all
  }
  return scores
}

/** The Doc with its forms and these columns alone. */
function withColumns(doc: Doc, names: readonly string[]): Doc {
  const kept = ['form', ...names].filter((name) => doc.has(name)).map((name) => [name, doc.strings(name)])
  return Doc.create(doc.text, { start: doc.start, end: doc.end, ...Object.fromEntries(kept) })
}

/** One line on standard error while training runs, in a terminal. */
function showShare(): { readonly step: (done: number) => void; readonly end: () => void } {
  if (process.stderr.isTTY !== true) return { step() {}, end() {} }
  return {
    step(done) {
      const filled = Math.round(30 * done)
      const percent = `${Math.floor(100 * done)}%`.padStart(4)
      process.stderr.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${percent}  training`)
    },
    end() {
      process.stderr.write('\r\x1b[K')
    },
  }
}
