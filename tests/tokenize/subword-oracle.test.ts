import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Subword } from '../../src/tokenize/index.js'
import {
  ORACLE_PATTERNS,
  oracleBpe,
  oracleBytes,
  oracleUnigramScore,
  oracleWordPiece,
} from '../oracle/subword.js'
import { roughText } from '../support/arbitraries.js'

interface File {
  readonly model: {
    readonly vocab: Record<string, number> & [string, number][]
    readonly merges: [string, string][]
  }
}

const files = new Map(
  readFileSync('tests/golden/subword.ndjson', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as { name: string; tokenizer: File & Record<string, unknown> })
    .map(({ name, tokenizer }) => [name, tokenizer]),
)
const runs = { numRuns: 100 }

describe('the subword kernels against their plain twins', () => {
  it.each([
    ['gpt2', 'gpt2'],
    ['llama3', 'gpt4'],
    ['gpt4o', 'gpt4o'],
  ] as const)('byte-level BPE: %s', (name, pattern) => {
    const file = files.get(name)!
    const subword = Subword.load(file)
    const normal = name === 'gpt4o' ? 'NFC' : undefined
    fc.assert(
      fc.property(roughText(), (rough) => {
        // Added tokens are found before anything is split; newer characters may have other classes here.
        const text = rough.replaceAll(/[<\p{Cn}\p{Cs}]/gu, '')
        const written = normal ? text.normalize(normal) : text
        const pieces = written.match(ORACLE_PATTERNS[pattern]) ?? []
        const expected = pieces.flatMap((piece) => oracleBpe(oracleBytes(piece), file.model.merges))
        expect(subword.encode(text, { addSpecialTokens: false }).tokens()).toEqual(expected)
      }),
      runs,
    )
  })

  it('BPE of a long piece, by the heap', () => {
    const file = files.get('gpt2')!
    const subword = Subword.load(file)
    const word = fc.string({ unit: fc.constantFrom(...'abeehilmnorstt'), minLength: 41, maxLength: 300 })
    fc.assert(
      fc.property(word, (text) => {
        expect(subword.encode(text).tokens()).toEqual(oracleBpe(text, file.model.merges))
      }),
      runs,
    )
  })

  it('WordPiece', () => {
    const file = files.get('bert-cased')!
    const subword = Subword.load(file)
    const vocabulary = new Set(Object.keys(file.model.vocab))
    const word = fc.string({ unit: fc.constantFrom(...'aehimnostwéЖи'), minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(word, (text) => {
        const { ids } = subword.encode(text, { addSpecialTokens: false })
        expect(Array.from(ids, (id) => subword.idToToken(id))).toEqual(
          oracleWordPiece(text, vocabulary, '[UNK]'),
        )
      }),
      runs,
    )
  })

  it('unigram: the best score', () => {
    const file = files.get('unigram')!
    const subword = Subword.load(file)
    const scores = new Map(file.model.vocab)
    const unknown = Math.min(...scores.values()) - 10
    const word = fc.string({ unit: fc.constantFrom(...'aehimnostw,▁'), minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(word, (text) => {
        const { ids } = subword.encode(text)
        expect(ids).not.toContain(0)
        // ▁ begins a piece, and one is put before the first.
        const pieces = (text.startsWith('▁') ? text : `▁${text}`).match(/▁?[^▁]*/g)!.filter(Boolean)
        const expected = pieces.reduce((sum, piece) => sum + oracleUnigramScore(piece, scores, unknown), 0)
        const got = Array.from(ids).reduce((sum, id) => sum + scores.get(subword.idToToken(id)!)!, 0)
        expect(got).toBeCloseTo(expected, 6)
      }),
      runs,
    )
  })

  it('gives a word of 10^5 letters in no time that grows with its square', () => {
    const subword = Subword.load(files.get('gpt2')!)
    const word = 'thebestoftimes'.repeat(7200)
    const { ids } = subword.encode(word)
    expect(subword.decode(ids)).toBe(word)
  })
})

describe('tokenizer.json from a hostile hand', () => {
  it('takes names such as __proto__ and constructor for words', () => {
    const vocab = JSON.parse('{"[UNK]":0,"__proto__":1,"constructor":2,"##toString":3,"1":4}')
    const subword = Subword.load({
      model: { type: 'WordPiece', vocab },
      pre_tokenizer: { type: 'WhitespaceSplit' },
    })
    const text = '__proto__ constructor constructortoString 1 x'
    expect([...subword.encode(text).ids]).toEqual([1, 2, 2, 3, 4, 0])
    expect([...Subword.load(subword.save()).encode(text).ids]).toEqual([1, 2, 2, 3, 4, 0])
  })

  it('loads what is cut short or has flipped bits, or says what is wrong with it', () => {
    const runs = Number(process.env.WORDLOOM_FUZZ ?? 120)
    const sources = ['bert-uncased', 'unigram', 'llama2'].map((name) => JSON.stringify(files.get(name)))
    let seed = 7
    const random = (limit: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((seed / 2 ** 32) * limit)
    }
    for (let run = 0; run < runs; run++) {
      const bytes = new TextEncoder().encode(sources[run % sources.length])
      if (run % 5 === 0) {
        for (let flips = 0; flips < 3; flips++) bytes[random(bytes.length)]! ^= 1 << random(8)
      } else {
        // A digit, letter or bracket for another of its kind, so that most files are still JSON.
        for (let changes = 0; changes < 1 + random(4); changes++) {
          const at = random(bytes.length)
          const pool = '0123456789'.includes(String.fromCharCode(bytes[at]!))
            ? '0123456789'
            : 'aetrunfsl"{}[]:,0-'
          bytes[at] = pool.charCodeAt(random(pool.length))
        }
      }
      const source = run % 7 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes
      try {
        const subword = Subword.load(source)
        const { ids, end } = subword.encode('It was the best of times, König 😀')
        expect(Math.max(0, ...end)).toBeLessThanOrEqual(34)
        expect(ids.every((id) => id < subword.vocabularySize)).toBe(true)
      } catch (error) {
        expect((error as { code?: string }).code).toMatch(/^(TOKENIZER_|PACK_)/)
      }
    }
  })
})
