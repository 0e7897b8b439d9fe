// Clusters the words of a Pack of vectors, and writes a line a word: the word and its cluster in each granularity.
//   npx tsx scripts/cluster-vectors.ts [--vectors FILE] [--out FILE] [--clusters 64,256,1024] [--seed N] [--show N]
// --show prints the most frequent words of some clusters of the middle granularity.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { clusterVectors } from '../src/embed/cluster-vectors.js'
import { Vectors } from '../src/embed/vectors.js'

const { values: options } = parseArgs({
  options: {
    vectors: { type: 'string', default: 'build/vectors-en.pack' },
    out: { type: 'string', default: 'build/clusters-en.tsv' },
    clusters: { type: 'string', default: '64,256,1024' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '8' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (options.help) {
  console.log(
    'npx tsx scripts/cluster-vectors.ts [--vectors build/vectors-en.pack] [--out build/clusters-en.tsv] [--clusters 64,256,1024] [--seed 1] [--show 8]\n' +
      'Clusters words by k-means. Example: npx tsx scripts/cluster-vectors.ts --clusters 100 --out clusters.tsv',
  )
  process.exit(0)
}

const vectors = Vectors.load(readFileSync(options.vectors))
const began = performance.now()
const { clusters, assignments } = await clusterVectors(vectors, {
  clusters: options.clusters.split(',').map(Number),
  seed: Number(options.seed),
})
const lines = vectors.words.map((word, i) => [word, ...assignments.map((numbers) => numbers[i])].join('\t'))
writeFileSync(options.out, `${lines.join('\n')}\n`)
console.log(
  `${vectors.length} words in ${clusters.join(', ')} clusters, ${((performance.now() - began) / 1000).toFixed(1)} s -> ${options.out}`,
)
const middle = assignments[Math.floor(assignments.length / 2)]!
for (let cluster = 0; cluster < Number(options.show); cluster++) {
  const words = vectors.words.filter((_, i) => middle[i] === cluster)
  console.log(`  ${cluster} (${words.length}): ${words.slice(0, 12).join(' ')}`)
}
