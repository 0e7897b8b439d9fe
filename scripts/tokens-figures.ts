// Prints how often `tokenize` and `splitSentences` give what the corpus tokens expects, by language and by topic, as
// Markdown for its card.
//   npx tsx scripts/tokens-figures.ts            (--misses lists every case that differs)
import { readFileSync } from 'node:fs'
import { agreement, type TokenCase } from '../tests/support/token-cases.js'

const cases: TokenCase[] = readFileSync('corpora/tokens/tokens.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
const results = cases.map((wanted) => ({ wanted, ...agreement(wanted) }))
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`

for (const key of ['lang', 'topic'] as const) {
  console.log(`\n| ${key} | cases | tokens agree | sentences agree |\n| --- | --: | --: | --: |`)
  const groups = new Map<string, typeof results>()
  for (const result of results) {
    const name = result.wanted[key]
    groups.set(name, [...(groups.get(name) ?? []), result])
  }
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  for (const [name, group] of [...sorted, ['all', results] as const]) {
    const tokens = group.filter((result) => result.tokensAgree).length
    const sentences = group.filter((result) => result.sentencesAgree).length
    const n = group.length
    console.log(
      `| ${name} | ${n} | ${tokens} (${share(tokens, n)}) | ${sentences} (${share(sentences, n)}) |`,
    )
  }
}

if (process.argv.includes('--misses')) {
  for (const { wanted, tokens, sentences, tokensAgree, sentencesAgree } of results) {
    if (!tokensAgree)
      console.log(`${wanted.id} tokens: ${wanted.tokens.flat().join('|')} / ${tokens.join('|')}`)
    if (!sentencesAgree)
      console.log(`${wanted.id} sentences: ${wanted.sentences.join(' || ')} / ${sentences.join(' || ')}`)
  }
}
