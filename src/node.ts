/**
 * wordloom/node: what needs Node: files, gzipped or not, as sources of text; and `corpora`, the store of data sets.
 *
 * Nothing is read at import. A file is gzipped when it begins as gzip does (1f 8b), whatever its name.
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { WordloomError } from './core/errors.js'
import type { TextSource } from './text/decode.js'
import {
  type StreamOptions,
  type StreamPiece,
  type StreamProgress,
  stream as streamSource,
} from './tokenize/index.js'

export * as corpora from './store/index.js'
export type { StreamOptions, StreamPiece, StreamProgress, TextSource }

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
