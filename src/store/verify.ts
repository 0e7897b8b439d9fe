/**
 * Compares what is in the store with the catalogue, byte for byte by length and SHA-256.
 */
import { requireOptions } from '../core/errors.js'
import { allIds, bundledCatalogue, catalogueEntry } from './catalogue.js'
import { placeOf } from './folder.js'
import { folderOf, list, STORE_OPTIONS, type StoreOptions } from './list.js'
import { type FileState, stateOf } from './stored-file.js'

/** How corpora are compared. */
export interface VerifyOptions extends StoreOptions {
  /** Stops it; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Called after each file. */
  readonly onProgress?: ((progress: VerifyProgress) => void) | undefined
}

/** How far comparing has come. */
export interface VerifyProgress {
  readonly id: string
  readonly file: string
  /** Bytes of the files compared so far, as the catalogue has them. */
  readonly bytes: number
  readonly totalBytes: number
}

/** What was found of one file. */
export interface VerifiedFile extends FileState {
  readonly path: string
  /** Where it is, or should be. */
  readonly place: string
}

/** What was found of one corpus. */
export interface VerifiedCorpus {
  readonly id: string
  /** Whether every file is there and right. */
  readonly ok: boolean
  readonly files: readonly VerifiedFile[]
}

/**
 * Compares corpora with the catalogue; without names, all that have a file in the store.
 *
 * @throws CORPUS_UNKNOWN when a name is neither a corpus nor a collection
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * const damaged = (await corpora.verify([], { dir: 'build/corpora' })).filter(({ ok }) => !ok)
 * console.log(damaged.length) // 0
 * ```
 */
export async function verify(
  names?: string | readonly string[],
  options: VerifyOptions = {},
): Promise<VerifiedCorpus[]> {
  requireOptions(options, { ...STORE_OPTIONS, signal: null, onProgress: null }, 'verify(names, options)')
  const { catalogue = bundledCatalogue(), signal, onProgress } = options
  const entries = idsOf(names, options).map((id) => catalogueEntry(id, catalogue))
  const totalBytes = entries.flatMap(({ files }) => files).reduce((sum, { bytes }) => sum + bytes, 0)
  let bytes = 0
  const verified: VerifiedCorpus[] = []
  for (const entry of entries) {
    const files: VerifiedFile[] = []
    for (const file of entry.files) {
      signal?.throwIfAborted()
      const place = placeOf(folderOf(entry, options), file.path)
      files.push({ path: file.path, place, ...(await stateOf(place, file, signal)) })
      bytes += file.bytes
      onProgress?.({ id: entry.id, file: file.path, bytes, totalBytes })
    }
    verified.push({ id: entry.id, ok: files.every(({ state }) => state === 'ok'), files })
  }
  return verified
}

function idsOf(names: string | readonly string[] | undefined, options: StoreOptions): readonly string[] {
  const { catalogue = bundledCatalogue(), dir } = options
  if (names === undefined) {
    const present = list({ dir, catalogue }).filter(({ downloaded }) => /yes|partly/.test(downloaded))
    return present.map(({ id }) => id)
  }
  return allIds(names, catalogue, 'verify(names, options)')
}
