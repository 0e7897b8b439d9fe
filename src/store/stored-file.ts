/**
 * Whether a file of the store is the one that the catalogue means: its length and SHA-256 are compared.
 *
 * A gzipped file is also right when it unpacks to the content of the catalogue: upstream has that content, and
 * what packs it here is another program. Unpacking stops at the length that the content may have.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { CatalogueFile } from './catalogue.js'

/** What stands at the place of a file. */
export interface FileState {
  readonly state: 'ok' | 'missing' | 'wrong'
  /** What is wrong: expected against found. */
  readonly problem?: string
}

/** Content of a gzipped file: `sha256` is undefined where it cannot be unpacked, or is too long. */
export interface Content {
  readonly bytes: number
  readonly sha256: string | undefined
  readonly problem?: string
}

/** Compares the file at `path` with the catalogue. @throws the signal's reason when that aborts */
export async function stateOf(path: string, file: CatalogueFile, signal?: AbortSignal): Promise<FileState> {
  const stats = await stat(path).catch(() => undefined)
  if (stats === undefined) return { state: 'missing' }
  if (!stats.isFile()) return { state: 'wrong', problem: 'it is not a file' }
  const repacked = file.compression === 'gzip' && file.contentSha256 !== undefined
  if (stats.size !== file.bytes && !repacked) {
    return { state: 'wrong', problem: `expected ${file.bytes} bytes, found ${stats.size}` }
  }
  try {
    const sha256 = stats.size === file.bytes ? await sha256Of(path, signal) : undefined
    if (sha256 === file.sha256) return { state: 'ok' }
    if (!repacked) return { state: 'wrong', problem: `expected SHA-256 ${file.sha256}, found ${sha256}` }
    const content = await contentOf(path, file.contentBytes ?? 0, signal)
    if (content.sha256 === file.contentSha256) return { state: 'ok' }
    const found = content.problem ?? `found ${content.sha256}`
    return { state: 'wrong', problem: `expected unpacked SHA-256 ${file.contentSha256}, ${found}` }
  } catch (error) {
    signal?.throwIfAborted()
    return { state: 'wrong', problem: `it cannot be read: ${(error as Error).message}` }
  }
}

/** SHA-256 of a file, in hexadecimal digits. */
export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const options = { highWaterMark: 1 << 20, ...(signal && { signal }) }
  for await (const chunk of createReadStream(path, options)) hash.update(chunk)
  return hash.digest('hex')
}

/** Length and SHA-256 of what the gzipped file `path` unpacks to, read no further than `most` bytes. */
export async function contentOf(path: string, most: number, signal?: AbortSignal): Promise<Content> {
  const hash = createHash('sha256')
  let bytes = 0
  let problem: string | undefined
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 18 }),
      createGunzip(),
      async (chunks: AsyncIterable<Uint8Array>) => {
        for await (const chunk of chunks) {
          bytes += chunk.length
          if (bytes > most) {
            problem = `it unpacks to more than ${most} bytes`
            return
          }
          hash.update(chunk)
        }
      },
      { ...(signal && { signal }) },
    )
  } catch (error) {
    signal?.throwIfAborted()
    problem ??= (error as Error).message
  }
  return problem === undefined ? { bytes, sha256: hash.digest('hex') } : { bytes, sha256: undefined, problem }
}
