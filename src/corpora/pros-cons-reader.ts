/**
 * Pros and cons: what reviewers liked and did not, a phrase or a few of them a line.
 *
 *   <Pros>Easy to use, economical!</Pros>
 *   <Cons>Eats batteries</Cons>
 *
 * @see Ganapathibhotla and Liu 2008, https://aclanthology.org/C08-1031
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { replaceReferences } from './xml-file.js'

/** What one reviewer wrote under one of the two headings. */
export interface ProsCons {
  readonly label: 'Pros' | 'Cons'
  readonly text: string
}

/**
 * Reader of pros and cons: records, whose category is 'Pros' or 'Cons', and their text as tokenized Docs.
 *
 * It is no XML: an & that begins no reference, and markup within a line, stand for themselves.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, prosConsReader } from 'wordloom/corpora'
 * const text = '<Pros>light &amp; small</Pros>\n<Cons>loud</Cons>\n'
 * const files = [{ name: 'a.txt', chunks: () => [new TextEncoder().encode(text)] }]
 * const corpus = new Corpus({ files, reader: prosConsReader() })
 * console.log([...corpus.records({ categories: 'Pros' })]) // [ { label: 'Pros', text: 'light & small' } ]
 * ```
 */
export function prosConsReader(options: object = {}): CorpusReader<ProsCons> {
  requireOptions(options, {}, 'prosConsReader')
  return {
    format: 'pros-cons',
    records: entries,
    textOf: ({ text }) => text,
    categoryOf: ({ label }) => label,
  }
}

function* entries(file: SourceFile, context: ReadContext): Generator<ProsCons> {
  let line = 0
  for (const written of file.lines()) {
    line++
    const row = written.trim()
    if (row === '') continue
    const label = row.startsWith('<Pros>') ? 'Pros' : row.startsWith('<Cons>') ? 'Cons' : undefined
    if (label !== undefined && row.endsWith(`</${label}>`) && row.length >= 13) {
      yield { label, text: replaceReferences(row.slice(6, -7)).trim() }
    } else {
      const expected = '<Pros>...</Pros> or <Cons>...</Cons>'
      const column = written.length - written.trimStart().length + 1
      context.report(corpusError({ file: file.name, line, column, expected, found: row }))
    }
  }
}
