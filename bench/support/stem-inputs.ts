/** Words for the benchmark of stemmers: Snowball's vocabularies, running text, and words that no one has seen. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from '../../src/core/rng.js'
import { corpusText } from './inputs.js'

const CONSONANTS = 'bcdfghjklmnprstvwz'
const VOWELS = 'aeiou'

/** The words of a language of Snowball, shuffled. */
export function vocabulary(language: string): string[] {
  const words = corpusText(`snowball/${language}/voc.txt.gz`).split('\n')
  return new Random(1).shuffle(words.filter((word) => word !== ''))
}

/** The first `count` words of news, in lower case. */
export function runningWords(count: number): string[] {
  const words: string[] = []
  for (const shard of ['00', '01']) {
    for (const paragraph of corpusText(`text/wikinews-en-2022-${shard}.txt.gz`).split('\n')) {
      if (words.length >= count) return words.slice(0, count)
      words.push(...(paragraph.toLowerCase().match(/[\p{L}']+/gu) ?? []))
    }
  }
  return words.slice(0, count)
}

/** The words over and over until they are `count`. */
export function repeated(words: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => words[i % words.length]!)
}

/**
 * Sets of `size` English words, no word twice in all of them: the vocabulary behind one syllable after another
 * ("lo" + "weaving"), so that lengths and endings are those of English and no table of words helps.
 */
export function* freshWords(size: number): Generator<string[], void> {
  const words = vocabulary('english')
  const random = new Random(2)
  const seen = new Set<string>()
  let fresh: string[] = []
  for (const consonant of CONSONANTS) {
    for (const vowel of VOWELS) {
      for (const word of words) {
        const made = consonant + vowel + word
        if (seen.has(made)) continue
        seen.add(made)
        fresh.push(made)
        if (fresh.length < size) continue
        yield random.shuffle(fresh)
        fresh = []
      }
    }
  }
}

/** Writes words, one a line, each line ended; gives the path. */
export function writeWords(folder: string, name: string, words: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${words.join('\n')}\n`)
  return path
}
