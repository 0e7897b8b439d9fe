/**
 * CISTEM against NLTK's, by its author: the German vocabulary of Snowball in lower case and with a capital,
 * and words that are made of what the rules look at.
 */
import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { Random } from '../../src/core/rng.js'
import { stemmer } from '../../src/stem/stemmers.js'
import { corpusText, describeWith } from '../support/resources.js'

// Each line names one of the two stemmers and a word.
const PROGRAM = `
import sys
from nltk.stem.cistem import Cistem
stemmers = {'cistem': Cistem(), 'cistem-caseless': Cistem(True)}
for line in sys.stdin:
    name, word = line.split()
    print(stemmers[name].stem(word))
`
const PIECES = [
  'ie',
  'ei',
  'sch',
  'e',
  'ee',
  's',
  'ss',
  'n',
  't',
  'tt',
  'nd',
  'em',
  'er',
  'ge',
  'i',
  'd',
  'm',
  'ß',
]

describeWith('nltk', "CISTEM beside NLTK's", () => {
  it('gives the same stems', { timeout: 60_000 }, () => {
    const random = new Random(11)
    const known = corpusText('snowball/german/voc.txt.gz').trim().split('\n')
    const made = known
      .filter((_, i) => i % 7 === 0)
      .map((word) => {
        const pieces = Array.from({ length: 1 + random.below(6) }, () => PIECES[random.below(PIECES.length)])
        return word.slice(0, random.below(5)) + pieces.join('')
      })
    const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
    const words = [...known, ...known.map(capital), ...made, ...made.map(capital)]
    const cases = [
      ...words.map((word) => ['cistem', word] as const),
      ...words.filter((_, i) => i % 9 === 0).map((word) => ['cistem-caseless', word] as const),
    ]
    const reference = execFileSync('/usr/bin/python3', ['-c', PROGRAM], {
      input: cases.map(([name, word]) => `${name} ${word}\n`).join(''),
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    const theirs = reference.trimEnd().split('\n')
    expect(theirs.length).toBe(cases.length)
    expect(cases.filter(([name, word], i) => stemmer(name)(word) !== theirs[i])).toEqual([])
  })
})
