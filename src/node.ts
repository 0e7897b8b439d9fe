/**
 * wordloom/node: what needs Node: files, gzipped or not, as sources of text; language packs by name or path; and
 * `corpora`, the store of data sets.
 *
 * Nothing is read at import. A file is gzipped when it begins as gzip does (1f 8b), whatever its name.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { requireOptions, WordloomError } from './core/errors.js'
import type { Grade, Language } from './language/index.js'
import { checksum, readLanguageFile } from './store/models.js'
import type { TextSource } from './text/decode.js'
import {
  type StreamOptions,
  type StreamPiece,
  type StreamProgress,
  stream as streamSource,
} from './tokenize/index.js'

export * as corpora from './store/index.js'
export type { StreamOptions, StreamPiece, StreamProgress, TextSource }

/** Options of {@link load}. */
export interface LoadOptions {
  /** Which parser is used; default `exact` where the language has it, else `fast`. */
  readonly grade?: Grade
}

/**
 * A language: `en`, the pack that comes with the package, or any other by the path or file: URL of its pack.
 *
 * Reads the file and checks it, some tens of milliseconds for 16 MB; parts are decoded when they are first used. Loading
 * runs no code of the pack.
 *
 * @throws LANGUAGE_UNKNOWN when no pack of that language comes with the package
 * @throws FILE_UNREADABLE when there is no such file, or it cannot be read
 * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when it is no language pack of this version
 * @throws PART_MISSING when it has no parser of the grade that is asked for
 * @throws OPTION_INVALID when an option is unknown or has an unknown value
 * @example
 * ```ts
 * import { load } from 'wordloom/node'
 * try {
 *   await load('xx')
 * } catch (error) {
 *   console.log((error as { code: string }).code) // LANGUAGE_UNKNOWN
 * }
 * ```
 */
export async function load(name: string | URL, options: LoadOptions = {}): Promise<Language> {
  requireOptions(options, { grade: ['fast', 'exact'] }, 'load(name, options)')
  const bytes = await readLanguageFile(name)
  const { Language } = await import('./language/index.js')
  return Language.load(bytes, { checksum, ...options })
}

/** What a stream of a file tells its `onProgress`. */
export interface FileProgress extends StreamProgress {
  /** Bytes of the file read so far, as stored; 0 where the source is no file. */
  readonly bytes: number
  /** Bytes of the file; 0 where the source is no file. */
  readonly totalBytes: number
}

/** How a file is streamed. */
export interface FileStreamOptions extends Omit<StreamOptions, 'onProgress'> {
  /** Called after each block of text. */
  readonly onProgress?: (progress: FileProgress) => void
}

/**
 * As `stream` of `wordloom`, from a file, plain or gzipped, by its path or file: URL, or from any other source.
 *
 * @throws FILE_UNREADABLE when there is no such file, or it cannot be read or unpacked
 * @throws INPUT_ENCODING with `details.byteOffset` when a byte is not of the encoding
 * @throws OPTION_INVALID when an option is unknown or has an unknown value
 * @example
 * ```ts
 * import { stream } from 'wordloom/node'
 * let tokens = 0
 * for await (const { doc } of stream('LICENSE')) tokens += doc.length
 * console.log(tokens > 100) // true
 * ```
 */
export async function* stream(
  source: string | URL | TextSource,
  options: FileStreamOptions = {},
): AsyncGenerator<StreamPiece> {
  const progress = { bytes: 0, totalBytes: 0 }
  const { onProgress, ...rest } = options
  const full =
    onProgress === undefined
      ? rest
      : { ...rest, onProgress: (step: StreamProgress) => onProgress({ ...step, ...progress }) }
  if (typeof source !== 'string' && !(source instanceof URL)) {
    yield* streamSource(source, full)
    return
  }
  progress.totalBytes = await sizeOf(source)
  const bytes = readBytes(source, (count) => {
    progress.bytes += count
  })
  yield* streamSource(bytes, full)
}

/**
 * The bytes of a file in chunks, unpacked where it is gzipped; `onBytes` hears of every chunk as stored.
 *
 * @throws FILE_UNREADABLE when there is no such file, or it cannot be read or unpacked
 * @example
 * ```ts
 * import { readConlluStream } from 'wordloom'
 * import { readBytes } from 'wordloom/node'
 * const docs = readConlluStream(readBytes('treebank.conllu.gz'), { unit: 'sentence' })
 * // Nothing is read before the first Doc is asked for.
 * console.log(typeof docs.next) // function
 * ```
 */
export async function* readBytes(
  path: string | URL,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const chunks = counted(path, onBytes)
  const first = await chunks.next()
  if (first.done === true) return
  const rest = resumed(first.value, chunks)
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* rest
    return
  }
  const gunzip = createGunzip()
  // An error of the file reaches gunzip through pipeline, and the loop below through gunzip.
  pipeline(Readable.from(rest), gunzip, () => {})
  try {
    for await (const chunk of gunzip) yield chunk
  } catch (cause) {
    throw cause instanceof WordloomError ? cause : unreadable(path, 'be unpacked', cause)
  }
}

async function* counted(path: string | URL, onBytes: (count: number) => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) {
      onBytes(chunk.length)
      yield chunk
    }
  } catch (cause) {
    throw unreadable(path, 'be read', cause)
  }
}

async function* resumed(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

async function sizeOf(path: string | URL): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    throw unreadable(path, 'be read', cause)
  }
}

function unreadable(path: string | URL, what: string, cause: unknown): WordloomError {
  const code = (cause as { code?: unknown }).code
  const hints: Readonly<Record<string, string>> = {
    ENOENT: 'There is no such file: check the path.',
    EACCES: 'Permission denied: chmod u+r it.',
    EISDIR: 'It is a folder: name its files.',
    Z_BUF_ERROR: 'The gzip data is cut short: fetch the file again.',
    Z_DATA_ERROR: 'The gzip data is damaged: fetch the file again.',
  }
  return new WordloomError('FILE_UNREADABLE', {
    message: `The file '${String(path)}' cannot ${what}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    hint: (typeof code === 'string' && Object.hasOwn(hints, code) && hints[code]) || 'Check the path.',
    details: { path: String(path), cause: code },
    cause,
  })
}
