import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const isri = stemmer('isri')

describe('the ISRI stemmer', () => {
  const golden = readFileSync('tests/golden/isri.txt', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [word: string, stem: string])

  it('finds the roots of the golden words', () => {
    expect(golden.length).toBeGreaterThan(380)
    expect(isri.stemAll(golden.map(([word]) => word))).toEqual(golden.map(([, stem]) => stem))
  })

  it.each([
    ['vowel signs do not count', 'وَالْكِتَابُ', 'كتب'],
    ['a hamza that is written as a sign is composed', 'أكل'.normalize('NFD'), 'اكل'],
    ['a hamza within the word is kept', 'سؤال', 'سؤل'],
    ['words of up to three letters stay', 'من', 'من'],
    ['a word of more than seven letters loses a beginning and an ending only', 'فسيتعاملون', 'فسيتعامل'],
    ['what is not Arabic stays', 'loom', 'loom'],
  ])('%s', (_, word, stem) => {
    expect(isri(word)).toBe(stem)
  })

  it('is the default of Arabic', () => {
    expect(stemmer('ar')).toBe(isri)
  })

  it('takes out vowel signs in linear time', () => {
    const long = 'كَ'.repeat(100_000)
    expect(isri(long)).toBe('ك'.repeat(100_000))
  })
})
