/**
 * What a caller may know of words beyond the training data: a lexicon of their tags, and clusters of words that are used
 * alike.
 */
import { WordloomError } from '../../core/errors.js'
import { WordTable } from './word-table.js'

/** Lower-cased words with the tags that each may have. */
export type LexiconSource = Iterable<readonly [word: string, tags: Iterable<string>]>

/** Lower-cased words with three cluster numbers each, from coarse to fine, below 65,536. */
export type ClusterSource = Iterable<readonly [word: string, clusters: ArrayLike<number>]>

/** A lexicon as a table: equal sets of tags have equal numbers. */
export function lexiconTable(source: LexiconSource, where: string): WordTable {
  const sets = new Map<string, number>()
  const words = new Map<string, number[]>()
  for (const [word, tags] of source) {
    const key = [...new Set(tags)].sort().join(' ')
    if (key === '') continue
    if (!sets.has(key)) sets.set(key, sets.size)
    words.set(word, [sets.get(key)!])
  }
  if (sets.size > 0xffff)
    throw wrong(where, 'lexicon', `has ${sets.size} sets of tags`, 'Give at most 65,535 different sets.')
  return WordTable.of(words, 1)
}

/** Clusters as a table. @throws OPTION_INVALID */
export function clusterTable(source: ClusterSource, where: string): WordTable {
  const words = new Map<string, number[]>()
  for (const [word, clusters] of source) {
    const numbers = [clusters[0]!, clusters[1]!, clusters[2]!]
    if (!numbers.every((number) => Number.isInteger(number) && number >= 0 && number <= 0xffff)) {
      throw wrong(
        where,
        'clusters',
        `gives '${word}' the clusters ${numbers.join(', ')}`,
        'Give every word three whole numbers from 0 to 65,535, from coarse to fine.',
      )
    }
    words.set(word, numbers)
  }
  return WordTable.of(words, 3)
}

function wrong(where: string, option: string, what: string, hint: string): WordloomError {
  return new WordloomError('OPTION_INVALID', {
    message: `${where}: option ${option} ${what}.`,
    hint,
    details: { option },
  })
}
