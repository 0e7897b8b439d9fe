/** The cases of tokens: their form, no doubles, and that our tokenizer agrees with as many of them as the card says. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { nearDuplicates } from '../../support/corpus-checks.js'
import { agreement, type TokenCase } from '../../support/token-cases.js'

const file = readFileSync('corpora/tokens/tokens.jsonl', 'utf8')
const cases: TokenCase[] = file
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
const card = readFileSync('corpora/tokens/README.md', 'utf8')

/** What lies between the parts, which must be found in the whole in order; undefined where one is not. */
function gaps(whole: string, parts: readonly string[]): string[] | undefined {
  const between: string[] = []
  let at = 0
  for (const part of parts) {
    const found = whole.indexOf(part, at)
    if (found < 0) return undefined
    between.push(whole.slice(at, found))
    at = found + part.length
  }
  return [...between, whole.slice(at)]
}

it('holds at least 500 cases, each with its own id and text', () => {
  expect(cases.length).toBeGreaterThanOrEqual(500)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length)
  for (const { id, lang, topic } of cases) {
    expect(id).toMatch(new RegExp(`^${lang}-\\d{3}$`))
    expect(topic).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  }
})

it('is in NFC, except where the topic is another form', () => {
  for (const { id, topic, text } of cases)
    if (topic !== 'nfd' && !text.includes('\u037e')) expect(text, id).toBe(text.normalize('NFC'))
  expect(cases.some(({ topic, text }) => topic === 'nfd' && text !== text.normalize('NFC'))).toBe(true)
})

it('gives sentences and tokens that are in the text in order, with nothing but white space between', () => {
  for (const { id, text, sentences, tokens } of cases) {
    expect(sentences.length, id).toBe(tokens.length)
    expect(gaps(text, sentences)?.join('').trim(), id).toBe('')
    for (const [i, sentence] of sentences.entries()) {
      expect(sentence, id).toBe(sentence.trim())
      expect(tokens[i]!.length, id).toBeGreaterThan(0)
      expect(gaps(sentence, tokens[i]!)?.join('').trim(), id).toBe('')
      for (const token of tokens[i]!) expect(token.trim(), id).toBe(token)
    }
  }
})

it('has no two cases of a language and topic that share most of their words', () => {
  const groups = new Map<string, TokenCase[]>()
  for (const wanted of cases) {
    const key = `${wanted.lang} ${wanted.topic}`
    groups.set(key, [...(groups.get(key) ?? []), wanted])
  }
  for (const group of groups.values()) {
    const pairs = nearDuplicates(group.map(({ text }) => text))
    expect(pairs.map(({ first, second }) => [group[first]!.id, group[second]!.id])).toEqual([])
  }
})

it('has as many cases of each language and topic as the card says, and the agreement it says at least', () => {
  const rows = [...card.matchAll(/^\| ([a-z-]+) \| (\d+) \| (\d+) \([\d.]+%\) \| (\d+) \([\d.]+%\) \|$/gm)]
  const results = cases.map((wanted) => ({ wanted, ...agreement(wanted) }))
  const names = new Set(cases.flatMap(({ lang, topic }) => [lang, topic]))
  expect(new Set(rows.map(([, name]) => name))).toEqual(new Set([...names, 'all']))
  for (const [, name, number, tokens, sentences] of rows) {
    const group = results.filter(
      ({ wanted }) => name === 'all' || wanted.lang === name || wanted.topic === name,
    )
    expect(group.length, name).toBe(Number(number))
    expect(group.filter(({ tokensAgree }) => tokensAgree).length, name).toBeGreaterThanOrEqual(Number(tokens))
    expect(group.filter(({ sentencesAgree }) => sentencesAgree).length, name).toBeGreaterThanOrEqual(
      Number(sentences),
    )
  }
})
