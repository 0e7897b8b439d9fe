import { describe, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const greek = stemmer('el')

describe('the Greek stemmer', () => {
  it.each([
    ['ΑΝΘΡΩΠΟΥΣ', 'ανθρωπ'],
    ['Ανθρώπους', 'ανθρωπ'],
    ['άνθρωπος'.normalize('NFD'), 'ανθρωπ'],
    ['ΆΝΘΡΩΠΟΣ', 'ανθρωπ'],
    ['ἄνθρωπος', 'ἄνθρωπ'], // letters of the polytonic spelling stay
  ])('does not mind case, accents and final sigma: %s', (word, stem) => {
    expect(greek(word)).toBe(stem)
  })

  it('writes words of less than three letters without accents too', () => {
    expect(greek.stemAll(['Ή', 'ώς', 'τό'])).toEqual(['η', 'ωσ', 'το'])
  })

  it.each([
    ['αρχίζω', 'αρχ'],
    ['ρίζα', 'ριζ'],
    ['φωτός', 'φω'],
    ['κλείσω', 'κλει'],
    ['παππούδες', 'παππ'],
    ['αρκούδες', 'αρκουδ'],
    ['κουταλάκι', 'κουταλ'],
  ])('takes endings off, but not from stems that have them: %s', (word, stem) => {
    expect(greek(word)).toBe(stem)
  })

  it('puts an ending in the place of a vowel after a listed stem', () => {
    // SOURCE: stems by the reference implementation of Snowball (2026), which these made-up words came out of.
    expect(greek.stemAll(['αναετε', 'χαανε', 'καανε', 'ηθυικο', 'κυικο'])).toEqual([
      ...['ανετ', 'χαν', 'κααν', 'ηθικ', 'κυικ'],
    ])
  })
})
