/**
 * One stemmer of bench/stem-engines.ts in a process of its own.
 *   stems-worker.ts ENGINE      then lines on standard input: probe | FILE (words, one a line)
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { PROBE, STEM_ENGINES } from './stem-engines.js'

const [name] = process.argv.slice(2)
const engine = STEM_ENGINES.find((candidate) => candidate.name === name)
if (engine === undefined) throw new Error(`no stemmer '${name}'`)
const stemAll = await engine.load()

function run(file: string): { ms: number; tokens: number; peakBytes: number } {
  const words = readFileSync(file, 'utf8').split('\n')
  const began = performance.now()
  const stems = stemAll(words)
  const ms = performance.now() - began
  return { ms, tokens: stems.length, peakBytes: process.resourceUsage().maxRSS * 1024 }
}

for await (const line of createInterface(process.stdin)) {
  const answer = line === 'probe' ? { stems: stemAll(PROBE) } : run(line)
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
