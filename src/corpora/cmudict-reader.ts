/**
 * The Carnegie Mellon Pronouncing Dictionary as a corpus format, in both forms in which it is passed on.
 *
 * Release 0.6 as data packages have it: `WORD 2 P P P`, the number counting pronunciations of the word. Later
 * releases: `WORD  P P P`, further pronunciations as `WORD(2)`, comments after `;;;` or, inline, `#`. Phonemes are
 * ARPAbet, vowels with their stress (0 none, 1 primary, 2 secondary).
 *
 * @see http://www.speech.cs.cmu.edu/cgi-bin/cmudict
 */
import type { CorpusReader } from './corpus.js'
import { LineFault, lineRecords } from './line-records.js'

/** A pronunciation of a word. */
export interface PronunciationEntry {
  /** The word as written in the dictionary. */
  readonly word: string
  /** Which of its pronunciations this is, from 1. */
  readonly number: number
  /** ARPAbet phonemes, vowels with stress: 'HH', 'AH0', 'L', 'OW1'. */
  readonly phonemes: readonly string[]
}

/** Reader of CMUdict: `records()` are pronunciations, `words()` the words, each once for each pronunciation. */
export function cmudictReader(): CorpusReader<PronunciationEntry> {
  return {
    format: 'cmudict',
    records: (file, context) =>
      lineRecords<PronunciationEntry>(file, context, ';;;', (text) => {
        const [head, ...rest] = (text.split(' #', 1)[0] ?? '').trim().split(/\s+/)
        const numbered = /^\d+$/.test(rest[0] ?? '')
        const variant = /^(.+)\((\d+)\)$/.exec(head!)
        const phonemes = numbered ? rest.slice(1) : rest
        const odd = phonemes.find((phoneme) => !/^[A-Z]{1,2}[012]?$/.test(phoneme))
        if (phonemes.length === 0) return new LineFault('a word and its phonemes')
        if (odd !== undefined) {
          return new LineFault('a phoneme such as AH0 or K', odd, text.indexOf(odd) + 1)
        }
        if (numbered) return { word: head!, number: Number(rest[0]), phonemes }
        return { word: variant?.[1] ?? head!, number: Number(variant?.[2] ?? 1), phonemes }
      }),
    *words(file, context) {
      for (const { word } of this.records!(file, context)) yield word
    },
  }
}
