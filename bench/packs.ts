/**
 * Packs beside their sources: opening and walking all documents of Brown and of the train set of EWT.
 *   npx tsx bench/packs.ts [--ids nltk-brown,ud-english-ewt]
 * Both are opened anew in every round, interleaved; medians of five rounds after one to warm up, and bytes.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { corpora } from '../src/node.js'

const ROUNDS = 5
const store = resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')
const { values } = parseArgs({ options: { ids: { type: 'string', default: 'nltk-brown,ud-english-ewt' } } })

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!
}

const folder = mkdtempSync(join(tmpdir(), 'wordloom-packs-'))
try {
  for (const id of values.ids.split(',')) {
    const split = id.startsWith('ud-') ? { split: 'train' } : {}
    const plain = await corpora.pack(id, { dir: store, output: join(folder, `${id}.pack`) })
    const deflated = await corpora.pack(id, {
      dir: store,
      output: join(folder, `${id}.deflated.pack`),
      compress: true,
    })
    const sources = [
      ['source', () => corpora.open(id, { dir: store, pack: false })],
      ['pack', () => corpora.openPack(plain.path)],
      ['deflated pack', () => corpora.openPack(deflated.path)],
    ] as const
    const walks = {
      documents: (corpus: Awaited<ReturnType<typeof corpora.open>>) => {
        let tokens = 0
        for (const doc of corpus.documents(split)) tokens += doc.length
        return tokens
      },
      taggedWords: (corpus: Awaited<ReturnType<typeof corpora.open>>) => {
        let count = 0
        for (const _ of corpus.taggedWords(split)) count++
        return count
      },
    }
    for (const [what, walk] of Object.entries(walks)) {
      const times = sources.map((): number[] => [])
      const answers = new Set<number>()
      for (let round = -1; round < ROUNDS; round++) {
        for (const [k, [, open]] of sources.entries()) {
          const began = performance.now()
          answers.add(walk(await open()))
          if (round >= 0) times[k]!.push(performance.now() - began)
        }
      }
      const [source, ...packs] = times.map(median) as [number, ...number[]]
      process.stdout.write(
        `${id} open + ${what}: source ${source.toFixed(1)} ms, ${packs
          .map(
            (time, k) => `${sources[k + 1]![0]} ${time.toFixed(1)} ms (${(source / time).toFixed(1)} times)`,
          )
          .join(', ')}; ${[...answers].join(' and ')} tokens\n`,
      )
    }
    const stored = corpora.info(id, { dir: store })
    process.stdout.write(
      `${id} bytes: source ${stored.bytes}, pack ${statSync(plain.path).size}, deflated ${statSync(deflated.path).size}\n`,
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}
