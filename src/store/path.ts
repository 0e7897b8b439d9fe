/**
 * Where a corpus is on the disk, for programs that want its files and not its reader.
 */
import { dirname, sep } from 'node:path'
import { missingError } from './failures.js'
import { folderOf, info, type StoreOptions } from './list.js'

/**
 * The place of a corpus: its file where it has one, else the folder in which all its files are.
 *
 * @throws CORPUS_UNKNOWN with the nearest id
 * @throws CORPUS_MISSING when it is not in the store; the hint is the command that brings it
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * try {
 *   corpora.path('nltk-brown', { dir: 'build/empty' })
 * } catch (error) {
 *   console.log((error as { hint: string }).hint) // wordloom corpora download nltk-brown --dir build/empty
 * }
 * ```
 */
export function path(id: string, options: StoreOptions = {}): string {
  const entry = info(id, options)
  const missing = entry.files.filter(({ present }) => !present).map((file) => file.path)
  const { files, ...rest } = entry
  if (missing.length > 0) throw missingError(id, folderOf({ ...rest, files }, options), missing, options.dir)
  const [first, ...others] = files.map(({ place }) => place)
  if (others.length === 0) return first!
  let folder = dirname(first!)
  while (others.some((place) => !place.startsWith(folder + sep))) folder = dirname(folder)
  return folder
}
