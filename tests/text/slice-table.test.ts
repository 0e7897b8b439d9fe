/** Interning slices: the same numbers as a Map gives, for strings that collide too. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SliceTable } from '../../src/text/slice-table.js'

function interned(words: readonly string[]): { ids: number[]; strings: readonly string[] } {
  const table = new SliceTable()
  const text = words.join('')
  let at = 0
  const ids = words.map((word) => {
    at += word.length
    return table.intern(text, at - word.length, at)
  })
  return { ids, strings: table.strings }
}

function expected(words: readonly string[]): { ids: number[]; strings: string[] } {
  const strings = [...new Set(words)]
  return { ids: words.map((word) => strings.indexOf(word)), strings }
}

it('numbers strings in the order in which they come', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '\u00e9', '\ud83d'), maxLength: 4 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400 }), (words) => {
      expect(interned(words)).toEqual(expected(words))
    }),
    { numRuns: 60 },
  )
})

it('numbers more strings than it has places for, whatever their hashes', () => {
  // Two units that have one hash after any beginning: h ^ a, times p, ^ b is the same for both.
  const prime = 0x01000193
  const pairs: string[] = []
  for (let a = 1; a < 0x300 && pairs.length < 40; a++) {
    const same = (Math.imul(2 ^ a, prime) ^ Math.imul(2 ^ 0, prime)) >>> 0
    if (same < 0x10000) pairs.push(String.fromCharCode(a, same), String.fromCharCode(0, 0))
  }
  const many = Array.from({ length: 3000 }, (_, i) => `w${(i * 7919) % 2500}`)
  const words = [...pairs, ...many, ...pairs]
  expect(interned(words)).toEqual(expected(words))
})
