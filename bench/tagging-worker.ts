/**
 * One tagger of bench/tag-engines.ts in a process of its own.
 *   tagging-worker.ts ENGINE FOLDER     then lines on standard input: probe | run SECONDS | answer
 * FOLDER holds blind.conllu, sentences.json, text.txt and train.conllu. `run` makes passes until they have taken so many
 * seconds of the processor, what Node does beside the main thread included.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { peerVersion } from './support/peers.js'
import { PROBE, TAG_ENGINES, type TagInput } from './tag-engines.js'

const [name, folder] = process.argv.slice(2)
const engine = TAG_ENGINES.find((candidate) => candidate.name === name)
if (engine === undefined || folder === undefined) throw new Error(`no tagger '${name}'`)

const file = (path: string) => readFileSync(join(folder, path), 'utf8')
const prepare = await engine.load(() => file('train.conllu'))
const all: TagInput = {
  blind: file('blind.conllu'),
  sentences: JSON.parse(file('sentences.json')) as string[][],
  text: file('text.txt'),
}
const part = firstPart(all, engine.share)

/** The first paragraphs and sentences, for slow engines. */
function firstPart({ blind, sentences, text }: TagInput, share: number): TagInput {
  if (share >= 1) return { blind, sentences, text }
  const some = <T>(list: readonly T[]) => list.slice(0, Math.ceil(list.length * share))
  return { blind, sentences: some(sentences), text: some(text.split('\n\n')).join('\n\n') }
}

function probeInput(): TagInput {
  const words = PROBE.replace('.', ' .').split(' ')
  const row = (word: string, i: number) =>
    `${i + 1}\t${word}\t_\t_\t_\t_\t_\t_\t_\t${word === 'here' ? 'SpaceAfter=No' : '_'}\n`
  return { blind: `${words.map(row).join('')}\n`, sentences: [words], text: PROBE }
}

function answer(input: TagInput): object {
  const pass = prepare(input)
  pass.run()
  return pass.tagged()
}

function run(seconds: number): object {
  let tokens = 0
  let ms = 0
  while (ms < seconds * 1000) {
    const pass = prepare(part)
    const began = process.cpuUsage()
    tokens += pass.run()
    const { user, system } = process.cpuUsage(began)
    ms += (user + system) / 1000
  }
  return { ms, tokens, peakBytes: process.resourceUsage().maxRSS * 1024 }
}

for await (const line of createInterface(process.stdin)) {
  const [command, seconds] = line.split(' ')
  const result =
    command === 'probe'
      ? {
          ...answer(probeInput()),
          version: engine.peer === undefined ? 'this build' : peerVersion(engine.peer),
        }
      : command === 'answer'
        ? answer(all)
        : run(Number(seconds))
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
