/**
 * Takes corpora out of the store: their files, what interrupted downloads left of them, and folders that are empty
 * then. A file that another corpus in the store uses too stays.
 */
import { rm, rmdir, stat } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { requireOptions, WordloomError } from '../core/errors.js'
import { allIds, bundledCatalogue, catalogueEntry } from './catalogue.js'
import { diskFault, Fault } from './fault.js'
import { placeOf, storeFolder } from './folder.js'
import { list, STORE_OPTIONS, type StoreOptions } from './list.js'
import { lockHolder } from './lock.js'
import { removePart } from './part-file.js'

/** What was taken out. */
export interface RemoveReport {
  readonly dir: string
  /** Paths of the files that were removed, parts of interrupted downloads among them. */
  readonly removed: readonly string[]
  /** Paths of files that other corpora in the store use, and that stay. */
  readonly shared: readonly string[]
  /** Bytes that were freed. */
  readonly bytes: number
}

/**
 * Removes corpora or collections from the store; what is not there is no error, and what comes with the package
 * stays.
 *
 * @throws CORPUS_UNKNOWN when a name is neither a corpus nor a collection
 * @throws STORE_LOCKED when one of the files is being downloaded
 * @throws STORE_UNWRITABLE when a file cannot be removed
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * const { removed } = await corpora.remove('nltk-stopwords', { dir: 'build/empty' })
 * console.log(removed) // []
 * ```
 */
export async function remove(
  names: string | readonly string[],
  options: StoreOptions = {},
): Promise<RemoveReport> {
  requireOptions(options, STORE_OPTIONS, 'remove(names, options)')
  const { catalogue = bundledCatalogue() } = options
  const dir = storeFolder(options.dir)
  const ids = new Set(allIds(names, catalogue, 'remove(names, options)'))
  const entries = [...ids]
    .map((id) => catalogueEntry(id, catalogue))
    .filter(({ bundled }) => bundled !== true)
  const others = list({ dir, catalogue }).filter((one) => !ids.has(one.id) && one.downloaded === 'yes')
  const kept = new Set(
    others.flatMap(({ id }) => catalogueEntry(id, catalogue).files.map(({ path }) => path)),
  )
  const paths = [...new Set(entries.flatMap(({ files }) => files.map(({ path }) => path)))]
  const own = paths.filter((path) => !kept.has(path))
  for (const path of own) await requireUnlocked(`${placeOf(dir, path)}.lock`)

  const removed: string[] = []
  let bytes = 0
  for (const path of own) {
    const place = placeOf(dir, path)
    try {
      const size = (await stat(place).catch(() => undefined))?.size
      if (size !== undefined) {
        await rm(place)
        removed.push(path)
        bytes += size
      }
      if (await removePart(place)) removed.push(`${path}.part`)
      await removeEmpty(dirname(place), dir)
    } catch (error) {
      throw unremovable(error, place)
    }
  }
  return { dir, removed, shared: paths.filter((path) => kept.has(path)), bytes }
}

async function requireUnlocked(path: string): Promise<void> {
  const holder = await lockHolder(path)
  if (holder === undefined) return
  throw new WordloomError('STORE_LOCKED', {
    message: `'${path}' is held by process ${holder.pid} on ${holder.host}, which is downloading the file.`,
    hint: 'Wait until it is done, or stop it, and try again.',
    details: { path, ...holder },
  })
}

/** Removes `folder` and those above it, up to the store, as far as they are empty. */
async function removeEmpty(folder: string, store: string): Promise<void> {
  for (
    let at = folder;
    relative(store, at) !== '' && !relative(store, at).startsWith('..');
    at = dirname(at)
  ) {
    try {
      await rmdir(at)
    } catch {
      return
    }
  }
}

function unremovable(error: unknown, place: string): unknown {
  const fault = diskFault(error, place)
  if (!(fault instanceof Fault)) return fault
  return new WordloomError('STORE_UNWRITABLE', {
    message: `'${place}' cannot be removed: ${(error as Error).message}.`,
    hint: 'Check the permissions of its folder.',
    details: { path: place, ...fault.facts.details },
    cause: error,
  })
}
