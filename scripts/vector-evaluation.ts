// What word vectors know, by the usual tests: analogies (questions-words.txt) and similarity sets.
// Analogies are asked among the 30,000 most frequent words, by 3CosAdd; a question with a word outside is skipped.
import { Vectors } from '../src/embed/vectors.js'
import { corpora } from '../src/node.js'

const AMONG = 30_000

/** Spearman's rank correlation; equal values share their mean rank. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!)
    const rank = new Array<number>(values.length)
    for (let from = 0; from < order.length; ) {
      let to = from + 1
      while (to < order.length && values[order[to]!] === values[order[from]!]) to++
      for (let i = from; i < to; i++) rank[order[i]!] = (from + to - 1) / 2
      from = to
    }
    return rank
  }
  const [x, y] = [ranks(a), ranks(b)]
  const mean = (a.length - 1) / 2
  let [xy, xx, yy] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    xy += (x[i]! - mean) * (y[i]! - mean)
    xx += (x[i]! - mean) ** 2
    yy += (y[i]! - mean) ** 2
  }
  return xy / Math.sqrt(xx * yy)
}

/** Spearman on a similarity set, with the pairs that had vectors. */
export async function similarityScore(vectors: Vectors, file: string, dir: string): Promise<string> {
  const corpus = await corpora.open<{ first: string; second: string; score: number }>('word-similarity', {
    dir,
  })
  const pairs = [...corpus.records({ files: file })]
  const known = pairs.filter(({ first, second }) => vectors.find(first) >= 0 && vectors.find(second) >= 0)
  const ours = known.map(({ first, second }) => vectors.similarity(first, second))
  return `${spearman(
    ours,
    known.map(({ score }) => score),
  ).toFixed(3)} (${known.length} of ${pairs.length} pairs)`
}

/** Share of the analogies that are answered right: all, semantic, syntactic. */
export async function analogyScore(all: Vectors, dir: string): Promise<string> {
  const { words: first, dimensions, values } = all
  const words = first.slice(0, AMONG)
  const vectors = Vectors.create({ words, values: values.slice(0, words.length * dimensions), dimensions })
  const corpus = await corpora.open<{ section: string; words: string[] }>('word2vec-analogies', { dir })
  const asked = { semantic: 0, syntactic: 0 }
  const right = { semantic: 0, syntactic: 0 }
  for (const question of corpus.records({ files: 'questions-words.txt' })) {
    const rows = question.words.map((word) => vectors.find(word))
    if (rows.some((row) => row < 0)) continue
    const part = question.section.startsWith('gram') ? 'syntactic' : 'semantic'
    asked[part]++
    const [a, b, c, d] = rows.map((row) => words[row]!)
    if (vectors.analogy(a!, b!, c!, { count: 1 })[0]?.word === d) right[part]++
  }
  const share = (r: number, n: number) => (n === 0 ? '-' : `${((100 * r) / n).toFixed(1)}%`)
  const answers = share(right.semantic + right.syntactic, asked.semantic + asked.syntactic)
  return `${answers} of ${asked.semantic + asked.syntactic} (semantic ${share(right.semantic, asked.semantic)}, syntactic ${share(right.syntactic, asked.syntactic)})`
}
