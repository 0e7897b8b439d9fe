/**
 * Comparative sentences: a sentence a line, those that compare in tags, what is compared in lines after them.
 *
 *   <cs-1>
 *   the new one zooms faster than the old one .
 *   </cs-1>
 *   1_new one 2_old one 3_zooms (faster)
 *
 * Types: 1 more or less of something, 2 equal, 3 superlative, 4 comparison without degree. A sentence with two
 * comparisons has two tags (`<cs-1><cs-4>`). In a relation 1_ and 2_ are what is compared, 3_ the feature, and the
 * word that compares is in brackets. Lines of stars stand between texts, and around the title of one.
 *
 * @see Jindal and Liu 2006, https://doi.org/10.1145/1148170.1148215
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'

/** What a comparison compares. */
export interface ComparisonRelation {
  /** What is said to be more, less or equal. */
  readonly first: readonly string[]
  /** What it is held against. */
  readonly second: readonly string[]
  readonly features: readonly string[]
  /** The word or phrase that compares; '' where none is given. */
  readonly keyword: string
}

/** A sentence. */
export interface ComparativeSentence {
  readonly text: string
  /** Title of the text it stands in; '' where it has none. */
  readonly heading: string
  /** Types of its comparisons, 1 to 4; empty where it makes none. */
  readonly types: readonly number[]
  readonly relations: readonly ComparisonRelation[]
  /** Lines of tags and relations, as written. */
  readonly annotation: readonly string[]
}

/**
 * Reader of comparative sentences: records, whose category is 'comparative' or 'other', and tokenized Docs of their
 * text. A sentence whose tag is not closed before the next one is reported and left out.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { comparativeSentencesReader, Corpus } from 'wordloom/corpora'
 * const text = '<cs-1>\nit zooms faster than the old one .\n</cs-1>\n1_it 2_old one 3_zooms (faster)\nnice .\n'
 * const files = [{ name: 'a.txt', chunks: () => [new TextEncoder().encode(text)] }]
 * const [first] = new Corpus({ files, reader: comparativeSentencesReader() }).records()
 * console.log(first?.types, first?.relations[0]?.keyword) // [ 1 ] faster
 * ```
 */
export function comparativeSentencesReader(options: object = {}): CorpusReader<ComparativeSentence> {
  requireOptions(options, {}, 'comparativeSentencesReader')
  return {
    format: 'comparative-sentences',
    records: sentences,
    textOf: ({ text }) => text,
    categoryOf: ({ types }) => (types.length > 0 ? 'comparative' : 'other'),
  }
}

interface Building {
  text: string
  heading: string
  types: number[]
  relations: ComparisonRelation[]
  annotation: string[]
}

function* sentences(file: SourceFile, context: ReadContext): Generator<ComparativeSentence> {
  let heading = ''
  let open: Building | undefined
  let openLine = 0
  let openLines = 0
  // The last sentence waits for the relations after it; a line after stars, for the stars that make it a title.
  let last: Building | undefined
  let starred: 'no' | 'stars' | 'line' = 'no'
  let line = 0
  for (const written of file.lines()) {
    line++
    const row = written.trim()
    if (row === '') continue
    const isStars = /^\*+$/.test(row)
    if (isStars && starred === 'line' && last !== undefined && last.types.length === 0) {
      heading = last.text
      last = undefined
      starred = 'no'
      continue
    }
    if (isStars) {
      if (last !== undefined) yield last
      last = undefined
      heading = ''
      starred = 'stars'
      continue
    }
    starred = starred === 'stars' ? 'line' : 'no'
    // An opening tag after one line of text is a slip for the closing one.
    const closes = /^<?\/cs-[1-4]>/.test(row) || (openLines === 1 && /^<cs-[1-4]>$/.test(row))
    if (closes) {
      const rest = row.replace(/^(?:<?\/?cs-[1-4]>\s*)+/, '')
      if (open !== undefined) last = open
      open = undefined
      openLines = 0
      last?.annotation.push(row)
      if (rest !== '') last?.relations.push(relation(rest))
    } else if (/^<cs-[1-4]>/.test(row)) {
      if (open !== undefined) {
        context.report(
          corpusError({ file: file.name, line: openLine, expected: '</cs-...> after it', found: row }),
        )
      }
      if (last !== undefined) yield last
      last = undefined
      const types = Array.from(row.matchAll(/<cs-([1-4])>/g), ([, type]) => Number(type))
      open = { text: '', heading, types, relations: [], annotation: [row] }
      openLine = line
      openLines = 0
    } else if (open !== undefined) {
      open.text = `${open.text} ${row}`.trim()
      openLines++
    } else if (
      last !== undefined &&
      last.annotation.length > 0 &&
      /^(?:\*\s*)?(?:[1-3]_|\([^()]*\)$)/.test(row)
    ) {
      last.annotation.push(row)
      last.relations.push(relation(row))
    } else {
      if (last !== undefined) yield last
      last = { text: row, heading, types: [], relations: [], annotation: [] }
    }
  }
  if (open !== undefined) {
    const found = 'the end of the file'
    context.report(corpusError({ file: file.name, line: openLine, expected: '</cs-...> after it', found }))
  }
  if (last !== undefined) yield last
}

/** The parts of a relation: `1_...`, `2_...`, `3_...` and the keyword in brackets at the end. */
function relation(row: string): ComparisonRelation {
  const bracket = row.endsWith(')') ? row.lastIndexOf('(') : -1
  const parts = (bracket < 0 ? row : row.slice(0, bracket)).split(/(?:^|\s)([1-3])_/)
  const of = (kind: string) =>
    parts.flatMap((part, i) => (i % 2 === 1 && part === kind ? [(parts[i + 1] ?? '').trim()] : []))
  return {
    first: of('1'),
    second: of('2'),
    features: of('3'),
    keyword: bracket < 0 ? '' : row.slice(bracket + 1, -1).trim(),
  }
}
