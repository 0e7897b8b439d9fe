/**
 * Every corpus format by its name, as the catalogue and the command line write it.
 *
 * Adding a format is a reader in a file of its own and a line here.
 */
import { nearest, WordloomError } from '../core/errors.js'
import { bracketsReader } from './brackets-reader.js'
import { columnsReader } from './columns-reader.js'
import { conlluReader } from './conllu-reader.js'
import type { CorpusReader } from './corpus.js'
import { pennTreebankReader } from './penn-treebank-reader.js'
import { plainReader } from './plain-reader.js'
import { taggedReader } from './tagged-reader.js'

/** A format's name with what its reader takes besides. */
export interface ReaderSpec {
  readonly format: string
  readonly [option: string]: unknown
}

/** Makers of readers by format. Each checks its own options. */
const MAKERS: Readonly<Record<string, (options: Readonly<Record<string, unknown>>) => CorpusReader>> = {
  plain: (options) => plainReader(options),
  brackets: (options) => bracketsReader(options),
  columns: (options) => columnsReader(options),
  conllu: (options) => conlluReader(options),
  'penn-treebank': (options) => pennTreebankReader(options),
  tagged: (options) => taggedReader(options),
}

/** Names of all formats, sorted. */
export const CORPUS_FORMATS: readonly string[] = Object.keys(MAKERS).sort()

/**
 * The reader of a format.
 *
 * @throws CORPUS_FORMAT when there is no format of that name
 * @throws OPTION_INVALID when the format has no such option
 * @example
 * ```ts
 * import { corpusReader } from 'wordloom/corpora'
 * console.log(corpusReader({ format: 'conllu' }).format) // conllu
 * ```
 */
export function corpusReader({ format, ...options }: ReaderSpec): CorpusReader {
  const maker = Object.hasOwn(MAKERS, format) ? MAKERS[format] : undefined
  if (maker !== undefined) return maker(options)
  throw new WordloomError('CORPUS_FORMAT', {
    message: `There is no corpus format '${format}'.`,
    hint: `Did you mean '${nearest(format, CORPUS_FORMATS)}'? Formats: ${CORPUS_FORMATS.join(', ')}.`,
    details: { format },
  })
}
