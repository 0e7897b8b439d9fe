import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/stemmers.js'

const golden = readFileSync(new URL('../golden/cistem.tsv', import.meta.url), 'utf8')
const rows = golden
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [word: string, stem: string, caseless: string])

describe('CISTEM', () => {
  it('gives the stems of the reference', () => {
    const words = rows.map(([word]) => word)
    expect(words.length).toBeGreaterThan(300)
    expect(stemmer('cistem').stemAll(words)).toEqual(rows.map(([, stem]) => stem))
    expect(words.map((word) => stemmer('cistem')(word))).toEqual(rows.map(([, stem]) => stem))
    expect(stemmer('cistem-caseless').stemAll(words)).toEqual(rows.map(([, , stem]) => stem))
  })

  it('keeps the -t of a word with a capital, of whatever alphabet', () => {
    const words = ['Brot', 'brot', 'Ämter', 'Ämt', 'A\u0308mtert', 'Österreicht', 'Ɐbbit', '1brot']
    const stems = ['brot', 'bro', 'amter', 'amt', 'amtert', 'osterreicht', 'ɐbbit', '1bro']
    expect(stemmer('cistem').stemAll(words)).toEqual(stems)
    expect(stemmer('cistem').stemLines(`İt\n${words.join('\n')}\n`)).toBe(`i\u0307t\n${stems.join('\n')}\n`)
  })

  it('leaves $, %, & and * alone, which other programs use as working letters', () => {
    const words = ['$', 'a%', 'be&en', 'a*', 'C', 'Cent']
    expect(stemmer('cistem').stemAll(words)).toEqual(['$', 'a%', 'be&', 'a*', 'c', 'cent'])
  })
})
