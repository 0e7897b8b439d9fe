import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('ru')

it('takes ё for е, in either case, composed or not', () => {
  const words = ['елки', 'ёлки', 'Ёлки', 'ЁЛКИ', 'ёлки'.normalize('NFD')]
  expect(stem.stemAll(words)).toEqual(words.map(() => 'елк'))
})

it('leaves words of other scripts as they are', () => {
  expect(stem.stemAll(['Weaving', "wordloom's", '1917'])).toEqual(['weaving', "wordloom's", '1917'])
})
