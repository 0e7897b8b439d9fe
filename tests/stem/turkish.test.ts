import { describe, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const turkish = stemmer('tr')

describe('the Turkish stemmer', () => {
  it.each([
    ['KİTAPLARIMIZDAN', 'kitap'],
    ['Iğdır', 'ığdır'],
    ['ISPARTA', 'ısparta'],
    ['İZMİR', 'izmir'],
    ['i̇zmir', 'izmir'], // what lower case makes of İ in other languages
  ])('lowers I to ı and İ to i: %s', (word, stem) => {
    expect(turkish(word)).toBe(turkish(stem))
    expect(turkish(word.normalize('NFD'))).toBe(turkish(stem))
  })

  it('lowers capitals the same way in batches', () => {
    const words = ['IŞIKLAR', 'İŞLER', 'Çiçek'.normalize('NFD'), 'ağaç']
    expect(turkish.stemAll(words)).toEqual(words.map((word) => turkish(word)))
    expect(turkish.stemAll(['IŞIKLAR', 'İŞLER'])).toEqual(['ışık', 'iş'])
  })

  it.each([
    ["Türkiye'dir", 'türki'],
    ['Türkiye’dir', 'türki'],
    ['ISPARTA’DA', 'ıspar'],
    ["'Türkiye'", 'türki'],
    ["o'connor", "o'connor"],
    ["''", ''],
  ])('takes what follows an apostrophe for endings of a name, but not after one letter: %s', (word, stem) => {
    expect(turkish(word)).toBe(stem)
  })

  it.each([
    ['doktoruymuşsunuz', 'doktor'],
    ['evlerindekilerdeki', 'ev'],
    ['kitabı', 'kitap'],
    ['kedim', 'kedi'],
    ['soyad', 'soyad'],
    ['ev', 'ev'],
  ])('%s', (word, stem) => {
    expect(turkish(word)).toBe(stem)
  })

  it('stems chains of -ki of any length', () => {
    const chain = turkish(`ev${'lerdeki'.repeat(25_000)}`)
    expect([chain.length, chain]).toEqual([2, 'ev'])
  })
})

it('uses Turkish case in a word with a line feed too', () => {
  expect(stemmer('tr')('x\nIŞIK')).toBe('x\nışık')
})
