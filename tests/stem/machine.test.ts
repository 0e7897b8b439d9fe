import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordloomError } from '../../src/core/errors.js'
import { createStemmer, rules } from '../../src/stem/index.js'
import type { Rule } from '../../src/stem/rules.js'
import { runRule } from '../oracle/stem-rules.js'
import { caught } from '../support/caught.js'

const { ahead, always, atEnd, attach, backward, cursor, either, goTo, insert, inside, length, letter } = rules
const { limited, longest, many, mark, markEnd, maybe, not, notLetter, number, oneOf, open, pass } = rules
const { past, remember, remembered, remove, replace, routine, select, sequence, set, skip, to, toEnd, when } =
  rules

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 3 })
const name = fc.constantFrom('R1', 'R2')
const comparison = fc.constantFrom('<', '<=', '=', '!=', '>=', '>')

/** Any rule; `growing` ones may put letters in, and must not stand in many(), which might then never end. */
function anyRule(depth: number, back: boolean, growing: boolean): fc.Arbitrary<Rule> {
  const leaves: Array<fc.Arbitrary<Rule>> = [
    text,
    text.map(letter),
    text.map(notLetter),
    text.map((t) => oneOf(t || 'a')),
    fc.nat(3).map(skip),
    name.map(mark),
    name.map(markEnd),
    name.map(goTo),
    name.map(inside),
    fc.tuple(comparison, name).map(([c, n]) => cursor(c, n)),
    fc.tuple(comparison, fc.nat(8)).map(([c, n]) => length(c, n)),
    fc.tuple(name, fc.nat(4)).map(([n, v]) => set(n, v)),
    fc.tuple(name, comparison, fc.nat(8)).map(([n, c, v]) => number(n, c, v)),
    fc.constantFrom(atEnd, toEnd, open, pass, remove, remember, remembered),
    ...(growing ? [text.map(replace), text.map(insert), text.map(attach)] : []),
  ]
  if (depth === 0) return fc.oneof(...leaves)
  const inner = anyRule(depth - 1, back, growing)
  const table = fc.dictionary(text, fc.tuple(inner, fc.option(inner)), { minKeys: 1, maxKeys: 4 })
  const rulesOf = (entries: Record<string, [Rule, Rule | null]>) =>
    Object.fromEntries(Object.entries(entries).map(([t, [r, c]]) => [t, c === null ? r : when(c, r)]))
  const few = fc.array(inner, { minLength: 1, maxLength: 4 })
  return fc.oneof(
    fc.oneof(...leaves),
    few.map((parts) => sequence(...parts)),
    few.map((parts) => either(...parts)),
    inner.map(not),
    inner.map(ahead),
    inner.map(maybe),
    inner.map(always),
    inner.map(to),
    inner.map(past),
    inner.map(select),
    inner.map((rule) => routine(() => rule)),
    anyRule(depth - 1, back, false).map(many),
    table.map((entries) => longest(rulesOf(entries))),
    fc.tuple(table, inner).map(([entries, where]) => longest(rulesOf(entries), { where })),
    ...(back ? [fc.tuple(name, inner).map(([n, rule]) => limited(n, rule))] : []),
    ...(back ? [fc.tuple(name, table).map(([n, entries]) => longest(rulesOf(entries), { within: n }))] : []),
    ...(back ? [] : [anyRule(depth - 1, true, growing).map(backward)]),
  )
}

/** The result, or null for rules that do not come to an end, which the plain walk would follow for ever. */
function endless(stem: () => string): string | null {
  try {
    return stem()
  } catch (error) {
    if (error instanceof WordloomError && error.code === 'RULE_INVALID') return null
    throw error
  }
}

describe('the stemming machine', () => {
  it('does with any rules what the plain walk over the rule tree does', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', '漢'), maxLength: 9 }))
    fc.assert(
      fc.property(anyRule(4, false, true), words, (rule, given) => {
        const stem = createStemmer('random', rule)
        const got = given.map((word) => endless(() => stem(word)))
        fc.pre(!got.includes(null))
        expect(got).toEqual(given.map((word) => runRule(rule, word)))
        expect(stem.stemAll(given)).toEqual(got)
      }),
      { numRuns: Number(process.env.WORDLOOM_FUZZ ?? 400) },
    )
  })

  it('falls back to a shorter text of a table when the condition of the longer one fails', () => {
    const stem = createStemmer(
      'fallback',
      backward(longest({ ness: when(skip(3), remove), s: replace('z') })),
    )
    expect(stem.stemAll(['kindness', 'iness', 'lids'])).toEqual(['kind', 'inesz', 'lidz'])
  })

  it('lets a routine call itself, as deep as the word is long', () => {
    const chain: Rule = routine(() => sequence(select('ki'), remove, maybe(chain)))
    const stem = createStemmer('recursive', backward(chain))
    expect(stem('akikiki')).toBe('a')
    expect(stem(`a${'ki'.repeat(50_000)}`)).toBe('a')
  })

  it('keeps words with line feeds in their places in a batch', () => {
    const stem = createStemmer('plain', backward(sequence(select('s'), remove)))
    expect(stem.stemAll(['as', 'b\nbs', '', '\n', 'cs'])).toEqual(['a', 'b\nb', '', '\n', 'c'])
  })

  it.each<[string, Rule]>([
    ['when() outside of a table', sequence('a', when('b', 'c'))],
    ['backward() in backward()', backward(backward('a'))],
    ['a limit read forward', limited('R1', 'a')],
    ['a limited table read forward', longest({ a: pass }, { within: 'R1' })],
    ['a text twice in a table', longest({ 'a b': pass, 'b c': remove })],
    ['a 17th mark', sequence(...Array.from({ length: 17 }, (_, i) => mark(`m${i}`)))],
    [
      'a 33rd set of letters',
      sequence(...Array.from({ length: 33 }, (_, i) => letter(String.fromCharCode(97 + i)))),
    ],
    ['too much code', sequence(...Array.from({ length: 9000 }, () => replace('aaaaaaaa')))],
    [
      'too large tables',
      longest(Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`${i}`.repeat(4), pass]))),
    ],
    ['a word that grows for ever', many(attach('a'))],
  ])('refuses %s', (_, rule) => {
    expect(caught(() => createStemmer('bad', rule)('word'))).toMatchObject({ code: 'RULE_INVALID' })
  })

  it('refuses what is neither words nor a Doc', () => {
    const stem = createStemmer('plain', pass)
    for (const bad of [undefined, null, 1, 'word', [1], [undefined]]) {
      expect(caught(() => stem.stemAll(bad as never))).toMatchObject({ code: 'INPUT_NOT_STRING' })
    }
    expect(caught(() => stem(1 as never))).toMatchObject({ code: 'INPUT_NOT_STRING' })
  })
})
