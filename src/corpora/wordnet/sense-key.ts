/**
 * Sense keys: `lemma%type:file:id:head:headId`, the names of senses that stay the same from release to release.
 *
 * They are made of what the columns have anyway; only a key that a source writes differently is stored.
 *
 * @see Princeton WordNet, senseidx(5WN)
 */
import type { WordNetColumns } from './columns.js'
import { SIMILAR } from './relations.js'
import { LEXICOGRAPHER_FILES, POS, SENSE_KEY_POS } from './tables.js'

const SATELLITE = POS.indexOf('s')
const ADJECTIVE = POS.indexOf('a')

/** What a key is made of. */
export type SenseKeyColumns = Pick<
  WordNetColumns,
  | 'words'
  | 'files'
  | 'synsetPos'
  | 'synsetFile'
  | 'synsetSenses'
  | 'relations'
  | 'senseEntry'
  | 'senseLexId'
  | 'entryWord'
>

/** The key that senseidx(5WN) makes of sense number `sense` of synset number `synset`. */
export function makeSenseKey(columns: SenseKeyColumns, sense: number, synset: number): string {
  const pos = columns.synsetPos[synset]!
  const file = LEXICOGRAPHER_FILES.indexOf(columns.files[columns.synsetFile[synset]!]!)
  const head = pos === SATELLITE ? headOf(columns, synset) : -1
  const tail = head < 0 ? ':' : `${keyWord(columns, head)}:${twoDigits(columns.senseLexId[head]!)}`
  const id = twoDigits(columns.senseLexId[sense]!)
  return `${keyWord(columns, sense)}%${SENSE_KEY_POS[pos]}:${twoDigits(file)}:${id}:${tail}`
}

/** First sense of the adjective that the satellite is similar to; -1 where there is none. */
function headOf({ relations, synsetPos, synsetSenses }: SenseKeyColumns, synset: number): number {
  const { rows, types, targets } = relations
  for (let i = rows[synset]!; i < rows[synset + 1]!; i++) {
    const target = targets[i]!
    if (types[i] === SIMILAR && synsetPos[target] === ADJECTIVE) return synsetSenses[target]!
  }
  return -1
}

function keyWord({ words, entryWord, senseEntry }: SenseKeyColumns, sense: number): string {
  return words.get(entryWord[senseEntry[sense]!]!).toLowerCase().replaceAll(' ', '_')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
