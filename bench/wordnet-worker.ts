/**
 * Look-ups in a WordNet in a process of its own.
 *   wordnet-worker.ts PACK WORDS.json      then lines on standard input: load | exact | forms | walk
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Synset, WordNet } from '../src/corpora/index.js'

const [pack, list] = process.argv.slice(2)
const bytes = new Uint8Array(readFileSync(pack!))
const words = JSON.parse(readFileSync(list!, 'utf8')) as string[]
let wordnet = WordNet.load(bytes)
const exact = { forms: 'exact' } as const

function walk(): number {
  let steps = 0
  for (const word of words) {
    for (const start of wordnet.synsets(word, 'n', exact)) {
      for (let synset: Synset | undefined = start; synset !== undefined; synset = synset.hypernyms()[0])
        steps++
    }
  }
  return steps
}

const commands: Readonly<Record<string, () => number>> = {
  load: () => {
    wordnet = WordNet.load(bytes)
    return wordnet.synset('dog.n.01').words.length
  },
  exact: () => words.reduce((found, word) => found + wordnet.synsets(word, undefined, exact).length, 0),
  forms: () => words.reduce((found, word) => found + wordnet.synsets(word).length, 0),
  walk,
}

for await (const line of createInterface(process.stdin)) {
  const began = performance.now()
  const { user, system } = process.cpuUsage()
  const found = commands[line]!()
  const used = process.cpuUsage({ user, system })
  const ms = performance.now() - began
  process.stdout.write(
    `${JSON.stringify({ ms, cpuMs: (used.user + used.system) / 1000, found, words: words.length })}\n`,
  )
}
