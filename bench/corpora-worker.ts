/**
 * Our corpus readers in a process of their own: corpora-worker.ts MIRROR, then lines: brown | ewt. Each line reads
 * the data set from its zip or gzip to Docs, all of which are kept, and is answered with one line of JSON.
 */
import { createInterface } from 'node:readline'
import { corpora } from 'wordloom/node'
import type { Run } from './support/engine.js'

const IDS: Readonly<Record<string, string>> = { brown: 'nltk-brown', ewt: 'ud-english-ewt' }
const [, , dir = ''] = process.argv

for await (const line of createInterface(process.stdin)) {
  const name = line.trim()
  const began = performance.now()
  const corpus = await corpora.open(IDS[name]!, { dir })
  const docs = [...corpus.documents(name === 'ewt' ? { split: 'train' } : {})]
  const ms = performance.now() - began
  const tokens = docs.reduce((sum, doc) => sum + doc.length, 0)
  const sentences = docs.reduce((sum, doc) => sum + Number(doc.numbers('sentence').at(-1)) + 1, 0)
  const run: Run = { ms, tokens, sentences, peakBytes: process.resourceUsage().maxRSS * 1024 }
  process.stdout.write(`${JSON.stringify(run)}\n`)
}
