/**
 * One tokenizer over hard texts, in a process of its own so that one that hangs can be ended.
 *   adversarial-worker.ts TOKENIZER      then lines "LARGEST NAME": the times of that text at doubled lengths
 */
import { createInterface } from 'node:readline'
import { ADVERSARIAL } from './adversarial.js'
import { LINEAR_TOKENIZERS, loadApi } from './adversarial-tokenizers.js'

const api = await loadApi()
const tokenizer = LINEAR_TOKENIZERS.find(({ name }) => name === process.argv[2])
if (tokenizer === undefined) throw new Error(`no tokenizer '${process.argv[2]}'`)
const run = await tokenizer.prepare(api)

/** Time of this process's processors, not of the clock: other processes' work is no fault of the tokenizer. */
function milliseconds(text: string): number {
  const began = process.cpuUsage()
  try {
    run(text)
  } catch (error) {
    if (!(error instanceof api.WordloomError)) throw error
  }
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

/** Below this a time says nothing about growth. */
const SHORT = 20

/** A string that V8 has flattened, so that the first tokenizer to read it does not pay for that. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/**
 * The worst ratio of the times of the last three lengths, each double the one before. A ratio over 2.1 is
 * measured again, alternating, and the least times are compared, since what disturbs a measurement only adds.
 * A short text comes first: a tokenizer that is not linear shows it there while it is still cheap.
 */
function growth(name: string, largest: number): { ratio: number; length: number; ms: number } {
  const text = ADVERSARIAL.find((candidate) => candidate.name === name)!
  const short = flat(text.make(largest >> 6))
  const first = Math.min(milliseconds(short), milliseconds(short))
  let worst = { ratio: 0, length: 0, ms: 0 }
  let smaller = flat(text.make(largest >> 2))
  let before = milliseconds(smaller)
  if (before > 80 * Math.max(first, 1))
    return { ratio: (2 * before) / (16 * first), length: smaller.length, ms: before }
  for (const shift of [1, 0]) {
    const larger = flat(text.make(largest >> shift))
    let now = milliseconds(larger)
    for (let again = 0; again < 12 && now > SHORT && now > 2.1 * before; again++) {
      globalThis.gc?.()
      before = Math.min(before, milliseconds(smaller))
      now = Math.min(now, milliseconds(larger))
    }
    const ratio = now > SHORT ? now / before : 1
    if (ratio > worst.ratio) worst = { ratio, length: larger.length, ms: now }
    smaller = larger
    before = now
  }
  return worst
}

for await (const line of createInterface(process.stdin)) {
  const space = line.indexOf(' ')
  const largest = Number(line.slice(0, space))
  process.stdout.write(`${JSON.stringify(growth(line.slice(space + 1), largest))}\n`)
}
