/** Phrases: against naive search on random phrases and Docs, what options do, Packs and damaged ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/index.js'
import { PhraseMatcher } from '../../src/match/index.js'
import type { Doc } from '../../src/text/doc.js'
import { readPack, writePack } from '../../src/text/pack.js'
import { splitSentences, tokenize, tokenizeWhitespace } from '../../src/tokenize/index.js'

type Found = [from: number, to: number, phrase: number]

function found(matcher: PhraseMatcher, doc: Doc): Found[] {
  return matcher.find(doc).map(({ from, to, pattern }) => [from, to, pattern])
}

/** Every place of every phrase: by start, the longest first, then in the order of the phrases. */
function naive(
  phrases: readonly (readonly string[])[],
  words: readonly string[],
  borders: readonly number[] = [],
): Found[] {
  const all: Found[] = []
  for (let from = 0; from < words.length; from++) {
    phrases.forEach((phrase, p) => {
      const to = from + phrase.length
      const crosses = borders.some((border) => from < border && border < to)
      if (to <= words.length && !crosses && phrase.every((word, i) => words[from + i] === word))
        all.push([from, to, p])
    })
  }
  return all.sort((a, b) => a[0] - b[0] || b[1] - a[1] || a[2] - b[2])
}

function withoutOverlap(all: readonly Found[]): Found[] {
  let reached = 0
  return all.filter(([from, to]) => {
    if (from < reached) return false
    reached = to
    return true
  })
}

const word = fc.constantFrom('a', 'b', 'c')
const phraseLists = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
const texts = fc.array(word, { maxLength: 15 })

describe('PhraseMatcher', () => {
  it('finds what naive search finds', () => {
    fc.assert(
      fc.property(phraseLists, texts, (phrases, words) => {
        const doc = tokenizeWhitespace(words.join(' '))
        const all = naive(phrases, words)
        expect(found(new PhraseMatcher(phrases, { overlap: 'all' }), doc)).toEqual(all)
        expect(found(new PhraseMatcher(phrases), doc)).toEqual(withoutOverlap(all))
      }),
      { numRuns: 500 },
    )
  })

  it('stays within sentences, and does not when told so', () => {
    fc.assert(
      fc.property(
        phraseLists,
        fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
        (phrases, sentences) => {
          const words = sentences.flat()
          const sentence = Uint32Array.from(sentences.flatMap((part, i) => part.map(() => i)))
          const doc = tokenizeWhitespace(words.join(' ')).with({ sentence })
          const borders = [...words.keys()].filter((i) => i > 0 && sentence[i] !== sentence[i - 1])
          expect(found(new PhraseMatcher(phrases, { overlap: 'all' }), doc)).toEqual(
            naive(phrases, words, borders),
          )
          expect(found(new PhraseMatcher(phrases, { overlap: 'all', within: 'doc' }), doc)).toEqual(
            naive(phrases, words),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  it('lets lists overlap each other, but not themselves', () => {
    fc.assert(
      fc.property(phraseLists, phraseLists, texts, (one, two, words) => {
        const doc = tokenizeWhitespace(words.join(' '))
        const both = found(new PhraseMatcher({ one, two }, { overlap: 'between-patterns' }), doc)
        const inOne = ([, , p]: Found) => p < one.length
        expect(both.filter(inOne)).toEqual(withoutOverlap(naive(one, words)))
        const rest = both.filter((match) => !inOne(match)).map(([from, to, p]) => [from, to, p - one.length])
        expect(rest).toEqual(withoutOverlap(naive(two, words)))
      }),
      { numRuns: 200 },
    )
  })

  it('is the same after a Pack', () => {
    fc.assert(
      fc.property(phraseLists, texts, (phrases, words) => {
        const doc = tokenizeWhitespace(words.join(' '))
        const matcher = new PhraseMatcher({ x: phrases, y: phrases.slice(1) }, { overlap: 'all' })
        const bytes = matcher.save({ licence: 'MIT' })
        const loaded = PhraseMatcher.load(bytes)
        expect(loaded.find(doc)).toEqual(matcher.find(doc))
        expect(loaded.save({ licence: 'MIT' })).toEqual(bytes)
        expect([loaded.size, loaded.names]).toEqual([matcher.size, ['x', 'y']])
      }),
      { numRuns: 100 },
    )
  })

  it('keeps its time where phrases are parts of each other', () => {
    // Restarting behind each match costs the longest phrase at each token: 40,000 x 20,000 steps.
    const phrases = [['a'], [...new Array<string>(20_000).fill('a'), 'b']]
    const doc = tokenizeWhitespace('a '.repeat(40_000))
    expect(new PhraseMatcher(phrases).find(doc)).toHaveLength(40_000)
  })

  it.each([
    ['form', 'New York', 'new york New York', ['New York']],
    ['lower', 'new YORK', 'new york New York', ['new york', 'New York']],
    ['shape', 'Xxx Xxxx', 'new york New York', ['New York']],
  ])('compares by %s', (by, phrase, text, expected) => {
    const phrases = by === 'shape' ? [phrase.split(' ')] : [phrase]
    const matcher = new PhraseMatcher(phrases, { by, tokenize: tokenizeWhitespace })
    expect(matcher.find(tokenize(text)).map((match) => match.text)).toEqual(expected)
  })

  it('compares by any column of Docs, phrases being Docs too', () => {
    const row = (id: number, form: string, lemma: string) => `${id}\t${form}\t${lemma}\t_\t_\t_\t_\t_\t_\t_\n`
    const [doc] = readConllu(`${row(1, 'went', 'go')}${row(2, 'homes', 'home')}\n`)
    const [phrase] = readConllu(`${row(1, 'going', 'go')}${row(2, 'home', 'home')}\n`)
    const matcher = new PhraseMatcher([phrase!], { by: 'lemma' })
    expect(matcher.find(doc!).map((match) => match.text)).toEqual(['went homes'])
    expect(matcher.phrase(0)).toEqual(['go', 'home'])
    expect(matcher.phrase(1)).toBeUndefined()
    expect(() => matcher.find(tokenize('went homes'))).toThrowError(
      expect.objectContaining({ code: 'COLUMN_MISSING' }),
    )
  })

  it('gives the name of the list and the number of the phrase', () => {
    const matcher = new PhraseMatcher(
      { fruit: ['apple'], company: ['apple', 'apple computer'] },
      { tokenize, overlap: 'all' },
    )
    const matches = matcher.find(splitSentences(tokenize('An apple computer.')))
    expect(matches.map(({ name, pattern, text }) => [name, pattern, text])).toEqual([
      ['company', 2, 'apple computer'],
      ['fruit', 0, 'apple'],
      ['company', 1, 'apple'],
    ])
  })

  it.each(['constructor', '__proto__', 'toString'])('takes %s for an ordinary word', (odd) => {
    expect(new PhraseMatcher([[odd]]).find(tokenizeWhitespace(`a ${odd}`))).toHaveLength(1)
    expect(new PhraseMatcher([['a']]).find(tokenizeWhitespace(`b ${odd}`))).toHaveLength(0)
  })

  it.each([
    ['a string without a tokenizer', () => new PhraseMatcher(['a']), 'OPTION_INVALID'],
    ['a phrase of no kind', () => new PhraseMatcher([[1 as never]]), 'OPTION_INVALID'],
    ['an empty phrase', () => new PhraseMatcher(['a', ' '], { tokenize }), 'QUERY_SYNTAX'],
    ['an unknown option', () => new PhraseMatcher([], { attribute: 'form' } as never), 'OPTION_INVALID'],
    ['an overlap that is none', () => new PhraseMatcher([], { overlap: 'some' as never }), 'OPTION_INVALID'],
  ])('refuses %s', (_what, make, code) => {
    expect(make).toThrowError(expect.objectContaining({ code }))
  })

  const bytes = new PhraseMatcher({ x: [['a', 'b'], ['b']] }).save()
  const { meta, columns } = readPack(bytes, 'phrase-matcher', 1)
  const damaged = (
    change: Readonly<Record<string, unknown>>,
    names: readonly string[] = [...columns.keys()],
  ) =>
    writePack({
      kind: 'phrase-matcher',
      version: 1,
      meta: { ...meta, ...(change.meta as object) },
      columns: Object.fromEntries(
        names.map((name) => [name, { values: (change[name] as Uint8Array) ?? columns.get(name)!.values }]),
      ),
    })
  it.each([
    ['a column that is missing', damaged({}, ['name', 'length', 'words'])],
    ['a word that is none', damaged({ words: Uint8Array.of(0, 9, 1) })],
    ['a name that is none', damaged({ name: Uint8Array.of(0, 1) })],
    ['a phrase without words', damaged({ length: Uint8Array.of(3, 0) })],
    ['lengths that do not fit', damaged({ length: Uint8Array.of(1, 1) })],
    ['too few lengths', damaged({ length: Uint8Array.of(3) })],
    ['an unknown overlap', damaged({ meta: { overlap: 'x' } })],
    ['names that are no list', damaged({ meta: { names: 'x' } })],
  ])('refuses a Pack with %s', (_what, pack) => {
    expect(() => PhraseMatcher.load(pack)).toThrowError(expect.objectContaining({ code: 'PACK_MALFORMED' }))
  })
})
