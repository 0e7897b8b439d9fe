import { describe, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const irish = stemmer('ga')

describe('the Irish stemmer', () => {
  it.each([
    ['bhfear', 'fear'],
    ['Fhear', 'fear'],
    ["d'fhear", 'fear'],
    ['d’fhear', 'fear'],
    ["m'athair", 'athair'],
    ['gcnoc', 'cnoc'],
    ['GCNOC', 'cnoc'],
  ])('undoes changes at the beginning: %s', (word, stem) => {
    expect(irish(word)).toBe(stem)
  })

  it.each([
    ['nAthair', 'athair'],
    ['tAthair', 'athair'],
    ['nÉan', 'éan'],
    ['nÉan'.normalize('NFD'), 'éan'],
    ['n-athair', 'athair'],
    ['nathair', 'nathair'], // a snake
    ['Nathair', 'nathair'],
    ['TALAMH', irish('talamh')],
  ])('tells a prefixed n or t by the capital after it: %s', (word, stem) => {
    expect(irish(word)).toBe(stem)
    expect(irish.stemAll([word, word])).toEqual([stem, stem])
  })
})
