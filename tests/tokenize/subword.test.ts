import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Subword } from '../../src/tokenize/subword/subword.js'
import { caught } from '../support/caught.js'

interface Golden {
  readonly name: string
  readonly tokenizer: Record<string, unknown>
  /** Text, ids, flat offsets, decoded. */
  readonly cases: readonly [string, number[], number[], string][]
}

const golden = readFileSync('tests/golden/subword.ndjson', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as Golden)

const named = (name: string) => golden.find((row) => row.name === name)!
const load = (name: string) => Subword.fromHuggingFace(named(name).tokenizer)

describe.each(golden.map((row) => [row.name, row] as const))(
  'the golden tokenizer %s',
  (name, { tokenizer, cases }) => {
    const subword = Subword.fromHuggingFace(tokenizer)

    it('gives the ids of the reference', () => {
      for (const [text, ids] of cases) expect([text, [...subword.encode(text).ids]]).toEqual([text, ids])
    })

    it('gives the offsets of the reference where each character stands for itself', () => {
      for (const [text, , offsets] of cases) {
        if (text.normalize('NFKC') !== text || text.includes('<')) continue
        // Bytes of neighbouring unknown characters: the reference gives each the range of all of them.
        if (name === 'unigram-bytes') continue
        const { start, end } = subword.encode(text)
        for (let i = 0; i < start.length; i++) {
          const at = [text, i, start[i], end[i]]
          // A sign put in front stands for nothing here; the reference gives it the first character.
          const reference = start[i] === end[i] ? [start[i], end[i]] : offsets.slice(2 * i, 2 * i + 2)
          expect(at).toEqual([text, i, ...reference])
        }
      }
    })

    it('decodes as the reference', () => {
      for (const [, ids, , decoded] of cases) expect(subword.decode(ids)).toBe(decoded)
    })

    it('is the same after save and load, and after writing tokenizer.json', () => {
      const copies = [Subword.load(subword.save()), Subword.load(subword.toHuggingFace())]
      for (const copy of copies) {
        for (const [text, ids] of cases) expect([...copy.encode(text).ids]).toEqual(ids)
      }
    })
  },
)

describe('Subword', () => {
  it('gives the text back from byte-level tokens, whatever it is', () => {
    const subword = load('gpt2')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(subword.decode(subword.encode(text).ids)).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  it('covers the text with its tokens, in order', () => {
    const subword = load('gpt4o')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { start, end, length } = subword.encode(text)
        let reached = 0
        for (let i = 0; i < length; i++) {
          if (start[i]! > reached || end[i]! < reached) throw new Error(`a gap before token ${i}`)
          reached = end[i]!
        }
        expect(reached).toBe(text.length)
      }),
      { numRuns: 200 },
    )
  })

  it('gives the tokens of a long text that it gives of its parts', () => {
    for (const name of ['gpt2', 'llama2', 'bert-uncased', 'unigram']) {
      const subword = load(name)
      const part = ' It was the best of times, König — Жили-были 42 times.'
      const encode = (count: number) => subword.encode(part.repeat(count), { addSpecialTokens: false })
      const many = encode(2500)
      const each = (many.length - encode(1500).length) / 1000
      // Counted from the end: the first part may have a sign before it.
      const expected = [...many.ids.subarray(many.length - each)]
      for (const k of [2, 713, 1326, 1939, 2498]) {
        const from = many.length - k * each
        expect([...many.ids.subarray(from, from + each)]).toEqual(expected)
        expect(many.end[from + each - 1]).toBe((2500 - k + 1) * part.length)
      }
    }
  })

  it('puts templates around one text or two', () => {
    const bert = load('bert-uncased')
    const pair = bert.encode('the best', { pair: 'the worst' })
    expect(pair.tokens().filter((token) => token.startsWith('['))).toEqual(['[CLS]', '[SEP]', '[SEP]'])
    expect(pair.typeIds[0]).toBe(0)
    expect(pair.typeIds.at(-1)).toBe(1)
    expect([...pair.special].filter((flag) => flag === 1)).toHaveLength(3)
    expect(bert.encode('the', { addSpecialTokens: false }).tokens()).toEqual(['the'])
  })

  it('leaves special tokens in the text alone when asked to', () => {
    const roberta = load('roberta')
    const id = roberta.tokenToId('</s>')
    expect([...roberta.encode('a</s>', { addSpecialTokens: false }).ids]).toContain(id)
    const text = roberta.encode('a</s>', { addSpecialTokens: false, specialTokens: 'text' })
    expect([...text.ids]).not.toContain(id)
    expect(roberta.decode(text.ids)).toBe(' a</s>')
  })

  it('truncates with windows of what is left, and pads', () => {
    const bert = load('bert-uncased')
    const text = 'it was the best of times it was the worst of times'
    const whole = bert.encode(text)
    const cut = bert.encode(text, { truncation: { maximumLength: 8, stride: 2 } })
    expect(cut.length).toBe(8)
    expect([...cut.ids.subarray(1, 7)]).toEqual([...whole.ids.subarray(1, 7)])
    expect([...cut.overflow[0]!.ids.subarray(1, 7)]).toEqual([...whole.ids.subarray(5, 11)])
    const batch = bert.encodeBatch(['the', text], { padding: {} })
    expect(batch.map((encoding) => encoding.length)).toEqual([whole.length, whole.length])
    expect([...batch[0]!.attention]).toEqual([1, 1, 1, ...new Array(whole.length - 3).fill(0)])
    expect(batch[0]!.tokens().at(-1)).toBe('[PAD]')
  })

  it.each([
    ['a number', () => load('gpt2').encode(7 as unknown as string), 'INPUT_NOT_STRING'],
    ['an unknown option', () => load('gpt2').encode('a', { pairs: 'b' } as object), 'OPTION_INVALID'],
    ['an id outside', () => load('gpt2').decode([1e6]), 'TOKEN_UNKNOWN'],
    ['no JSON', () => Subword.load('{'), 'TOKENIZER_MALFORMED'],
    ['an array', () => Subword.load('[]'), 'TOKENIZER_MALFORMED'],
    ['a truncated pack', () => Subword.load(load('gpt2').save().subarray(0, 100)), 'PACK_MALFORMED'],
  ])('refuses %s', (_, action, code) => {
    expect(caught(action).code).toBe(code)
  })

  it('names the part of a file that it does not do', () => {
    const file = named('gpt2').tokenizer
    const error = caught(() => Subword.load({ ...file, normalizer: { type: 'Nmt' } }))
    expect(error.code).toBe('TOKENIZER_UNSUPPORTED')
    expect(error.message).toContain('normalizer is the normalizer Nmt')
  })

  it('lets added tokens take white space with them, and leaves it out of trimmed offsets', () => {
    const file = named('roberta').tokenizer
    const added = { id: 400, content: '<m>', special: true, single_word: false, lstrip: true, rstrip: false }
    const tokens = [...(file.added_tokens as object[]), { ...added, normalized: false }]
    const subword = Subword.load({ ...file, added_tokens: tokens })
    const { ids, start, end } = subword.encode('It  <m> was', { addSpecialTokens: false })
    const at = ids.indexOf(400)
    expect([start[at], end[at]]).toEqual([4, 7])
    expect(ids.filter((id) => subword.idToToken(id) === 'Ġ')).toHaveLength(0)
  })

  it('rewrites text by a precompiled character map, offsets kept', () => {
    const subword = Subword.load({
      ...named('unigram').tokenizer,
      normalizer: { type: 'Precompiled', precompiled_charsmap: characterMap({ ﬁ: 'fi', '\u0300': '' }) },
    })
    const { ids, end } = subword.encode('ﬁ\u0300t')
    expect(subword.decode(ids)).toBe(subword.decode(subword.encode('fit').ids))
    expect(end.at(-1)).toBe(3)
    const broken = { type: 'Precompiled', precompiled_charsmap: '////' }
    const error = caught(() => Subword.load({ ...named('unigram').tokenizer, normalizer: broken }))
    expect(error.code).toBe('TOKENIZER_MALFORMED')
  })
})

// A double-array trie with one block of 256 units for each byte of each key; see precompiled.ts.
function characterMap(replacements: Record<string, string>): string {
  const units = new Uint32Array(256 * 16)
  const blob: number[] = []
  let block = 1
  units[0] = 256 << 10
  for (const [key, value] of Object.entries(replacements)) {
    let base = 256
    const bytes = [...new TextEncoder().encode(key)]
    bytes.forEach((byte, i) => {
      const at = base ^ byte
      const last = i === bytes.length - 1
      if (units[at] === 0) units[at] = byte | ((at ^ (++block * 256)) << 10) | (last ? 0x100 : 0)
      base = at ^ (units[at]! >>> 10)
      if (last) units[base] = blob.length
    })
    blob.push(...new TextEncoder().encode(value), 0)
  }
  const head = new Uint32Array([units.byteLength])
  const bytes = [...new Uint8Array(head.buffer), ...new Uint8Array(units.buffer), ...blob]
  return btoa(String.fromCharCode(...bytes))
}
