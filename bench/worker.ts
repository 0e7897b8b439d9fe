/**
 * One tokenizer of bench/tokenizer-engines.ts in a process of its own.
 *   worker.ts ENGINE INPUT [PREVIOUS]      then lines on standard input: probe | run | hold
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pieces, prefix } from './support/inputs.js'
import { nodeEngines, PROBE, type Tokenized } from './tokenizer-engines.js'

const [name, input, previous] = process.argv.slice(2)
const engine = nodeEngines(previous).find((candidate) => candidate.name === name)
if (engine === undefined || input === undefined) throw new Error(`no engine '${name}'`)

const loaded = await engine.load()
const text = prefix(readFileSync(input, 'utf8'), engine.share)
const documents = engine.form === 'whole' ? [text] : pieces(text)

function run(keep?: unknown[]): { tokens: number; sentences?: number } {
  let tokens = 0
  let sentences: number | undefined
  for (const document of documents) {
    const result: Tokenized = loaded.run(document)
    tokens += result.tokens
    if (result.sentences !== undefined) sentences = (sentences ?? 0) + result.sentences
    keep?.push(result.held)
  }
  return sentences === undefined ? { tokens } : { tokens, sentences }
}

/** Bytes of the heap and of array buffers after a full collection. */
function heldBytes(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const commands: Record<string, () => unknown> = {
  probe: () => ({ words: loaded.words(PROBE), bytes: Buffer.byteLength(text), version: engine.version() }),
  run() {
    const began = performance.now()
    const counts = run()
    return { ms: performance.now() - began, ...counts, peakBytes: process.resourceUsage().maxRSS * 1024 }
  },
  hold() {
    const before = heldBytes()
    const kept: unknown[] = []
    const { tokens } = run(kept)
    const bytes = heldBytes() - before
    return { bytes, tokens, kept: kept.length }
  },
}

for await (const line of createInterface(process.stdin)) {
  process.stdout.write(`${JSON.stringify(commands[line]!())}\n`)
}
