import { describe, expect, it } from 'vitest'
import { comparative, superlative } from '../../src/lemma/index.js'
import { caught } from '../support/caught.js'

describe('comparison', () => {
  it.each([
    'big bigger biggest',
    'fine finer finest',
    'dry drier driest',
    'shy shyer shyest',
    'happy happier happiest',
    'unhappy unhappier unhappiest',
    'simple simpler simplest',
    'clever cleverer cleverest',
    'narrow narrower narrowest',
    'quiet quieter quietest',
    'cagey cagier cagiest',
    'grey greyer greyest',
    'good better best',
    'bad worse worst',
    'far further furthest',
    'little less least',
    'soon sooner soonest',
    'early earlier earliest',
    'friendly friendlier friendliest',
    'well-known better-known best-known',
    'Big Bigger Biggest',
    'OLD OLDER OLDEST',
  ])('%s', (row) => {
    const [positive, ...degrees] = row.split(' ')
    expect([comparative(positive!), superlative(positive!)]).toEqual(degrees)
  })

  it.each([
    'careful',
    'quickly',
    'boring',
    'bored',
    'fun',
    'real',
    'wrong',
    'beautiful',
    'modern',
    'user-friendly',
    'constructor',
  ])('compares %s with more and most', (word) =>
    expect([comparative(word), superlative(word)]).toEqual([`more ${word}`, `most ${word}`]),
  )

  it.each(['', ' ', '-', '__proto__', '😀', '\ud800', 'y', 'e', 'a'.repeat(100_000)])(
    'takes any string (row %#)',
    (text) => expect(typeof comparative(text)).toBe('string'),
  )

  it('refuses what is no string', () => {
    expect(caught(() => comparative(1 as never)).code).toBe('INPUT_NOT_STRING')
    expect(caught(() => superlative({} as never)).code).toBe('INPUT_NOT_STRING')
  })
})
