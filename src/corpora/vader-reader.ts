/**
 * The VADER lexicon as a corpus format: token, mean sentiment, standard deviation and the ten ratings, by tabs.
 *
 * @see Hutto and Gilbert 2014, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text
 */
import type { CorpusReader } from './corpus.js'
import { LineFault, lineRecords } from './line-records.js'

/** A rated token. */
export interface SentimentEntry {
  readonly word: string
  /** Mean of the ratings, -4 (most negative) to 4. */
  readonly mean: number
  readonly deviation: number
  /** What each rater gave, whole numbers from -4 to 4. */
  readonly ratings: readonly number[]
}

/** Reader of the VADER lexicon: `records()`, and `words()`. */
export function vaderReader(): CorpusReader<SentimentEntry> {
  return {
    format: 'vader',
    records: (file, context) =>
      lineRecords<SentimentEntry>(file, context, undefined, (text) => {
        const fields = text.split('\t')
        if (fields.length !== 4) return new LineFault('4 fields separated by tabs', `${fields.length} fields`)
        const [word, mean, deviation, list] = fields as [string, string, string, string]
        const ratings = list
          .replace(/[[\]\s]/g, '')
          .split(',')
          .map(Number)
        const numbers = [Number(mean), Number(deviation), ...ratings]
        if (numbers.some(Number.isNaN)) return new LineFault('a mean, a deviation and [ratings]')
        return { word, mean: Number(mean), deviation: Number(deviation), ratings }
      }),
    *words(file, context) {
      for (const { word } of this.records!(file, context)) yield word
    },
  }
}
