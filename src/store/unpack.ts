/**
 * Unpacking a corpus: its files, out of archives and gzip, in a folder for those who want files on disk.
 *
 * Names have passed the guard of archives. Files are made in a new folder next to the target, each exclusively,
 * and the folder gets its name when all of them are there: a folder that is there is whole.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { requireOptions, WordloomError } from '../core/errors.js'
import { ArchiveGuard } from './archive-guard.js'
import { catalogueEntry } from './catalogue.js'
import { catalogueSource } from './open.js'

/** What was unpacked. */
export interface UnpackReport {
  readonly folder: string
  readonly files: number
  readonly bytes: number
}

/**
 * Writes the files of a corpus to the folder `folder`, which must not be there yet.
 *
 * @throws CORPUS_UNKNOWN, CORPUS_MISSING as `open`
 * @throws ARCHIVE_UNSAFE, ARCHIVE_DAMAGED when its archive cannot be trusted or read
 * @throws STORE_UNWRITABLE when the folder is there already or cannot be made
 */
export async function unpack(
  id: string,
  folder: string,
  options: { readonly dir?: string } = {},
): Promise<UnpackReport> {
  requireOptions(options, { dir: null }, 'corpora.unpack')
  const target = resolve(folder)
  if (existsSync(target)) throw unwritable(target, 'it is there already', 'Name a new folder.')
  const { files } = await catalogueSource(catalogueEntry(id), options.dir)
  let part: string | undefined
  let bytes = 0
  try {
    mkdirSync(dirname(target), { recursive: true })
    part = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
    // Files of several archives come together here: they are held against each other once more.
    const guard = new ArchiveGuard(id, Number.MAX_SAFE_INTEGER)
    for (const { name, chunks } of files) {
      guard.file(name, 0)
      const path = resolve(part, name)
      if (!path.startsWith(part + sep)) throw guard.refusal(name, 'its path leads out of the folder')
      mkdirSync(dirname(path), { recursive: true })
      const file = openSync(path, 'wx')
      try {
        for (const chunk of chunks()) {
          writeFileSync(file, chunk)
          bytes += chunk.length
        }
      } finally {
        closeSync(file)
      }
    }
    // rename would take an empty folder's place on some systems.
    if (existsSync(target)) throw unwritable(target, 'it is there already', 'Name a new folder.')
    renameSync(part, target)
    return { folder: target, files: files.length, bytes }
  } catch (cause) {
    if (part !== undefined) rmSync(part, { recursive: true, force: true })
    if (cause instanceof WordloomError) throw cause
    throw unwritable(
      target,
      cause instanceof Error ? cause.message : String(cause),
      'Name another folder.',
      cause,
    )
  }
}

function unwritable(path: string, why: string, hint: string, cause?: unknown): WordloomError {
  return new WordloomError('STORE_UNWRITABLE', {
    message: `The folder '${path}' cannot be made: ${why}.`,
    hint,
    details: { path },
    cause,
  })
}
