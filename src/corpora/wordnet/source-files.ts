/**
 * The files that a reader is given: bytes by name, in folders or not.
 */
import { WordloomError } from '../../core/errors.js'
import type { Report } from './source-text.js'

/** Unpacked bytes by file name. Folders before a name, and `.gz` after it, do not matter. */
export type WordNetFiles = ReadonlyMap<string, Uint8Array> | Readonly<Record<string, Uint8Array>>

/** How a WordNet is read from its sources. */
export interface ReadWordNetOptions {
  /**
   * What happens where the data breaks its format, or refers to what is not there: `throw` the first error, or
   * `collect` all in `errors` and leave out what cannot be read.
   */
  readonly onError?: 'throw' | 'collect'
}

/** What the readers do unless told otherwise. */
export const DEFAULT_READ_WORDNET_OPTIONS: Required<ReadWordNetOptions> = { onError: 'throw' }

/** The files by plain name, sorted. @throws CORPUS_FORMAT when they are no bytes, or still packed */
export function namedFiles(files: WordNetFiles, where: string): Map<string, Uint8Array> {
  const entries = files instanceof Map ? [...files] : Object.entries((files ?? {}) as Record<string, unknown>)
  const named = new Map<string, Uint8Array>()
  for (const [path, bytes] of entries) {
    const name = String(path)
      .slice(String(path).lastIndexOf('/') + 1)
      .replace(/\.gz$/u, '')
    if (!(bytes instanceof Uint8Array)) {
      throw formatError(`${where}: ${name} is a value of type ${typeof bytes}, expected its bytes`, '')
    }
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      throw formatError(`${where}: ${name} is still gzipped`, 'Unpack it first, in Node with gunzipSync.')
    }
    named.set(name, bytes)
  }
  return new Map([...named].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a reader says to files that are not of its format. */
export function formatError(message: string, hint: string): WordloomError {
  return new WordloomError('CORPUS_FORMAT', { message: `${message}.`, hint })
}

/** A Report that throws, or adds to `errors`. */
export function reporter(options: ReadWordNetOptions, errors: WordloomError[]): Report {
  const { onError = DEFAULT_READ_WORDNET_OPTIONS.onError } = options
  return (error) => {
    if (onError === 'throw') throw error
    errors.push(error)
  }
}
