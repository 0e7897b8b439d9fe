/**
 * Files on disk as files of a corpus: plain, gzipped, or members of an archive, told by their first bytes.
 *
 * Plain files are read in pieces of 1 MiB and gzipped ones unpacked whole, both when they are asked for and each
 * time anew.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { WordloomError } from '../core/errors.js'
import type { CorpusFile } from '../corpora/source-file.js'
import { fileType, readArchive } from './archive.js'

const PIECE = 2 ** 20

/** Longest content that a gzipped file is unpacked to: as long as a string can be. */
const LARGEST = 2 ** 29

/**
 * The files at `path`: of a folder (its own and those of the folders in it, sorted), of an archive, or the one
 * file.
 *
 * Names are relative to the folder, or those of the archive; where all of an archive lies in one folder, without
 * it. A gzipped file loses `.gz`. Hidden files are left out, as are what macOS adds to archives.
 *
 * @throws FILE_UNREADABLE
 * @throws ARCHIVE_UNSAFE
 * @throws ARCHIVE_DAMAGED
 */
export async function corpusFiles(path: string): Promise<CorpusFile[]> {
  let files: CorpusFile[]
  try {
    if ((await stat(path)).isDirectory()) files = await folderFiles(path)
    else files = await fileOrArchive(path, basename(path))
  } catch (cause) {
    throw cause instanceof WordloomError ? cause : unreadable(path, cause)
  }
  return files.filter(
    ({ name }) => !name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'),
  )
}

async function folderFiles(folder: string): Promise<CorpusFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
  return await Promise.all(
    names
      .sort()
      .map(async (name) => plainOrGzipped(join(folder, name), name, await fileType(join(folder, name)))),
  )
}

async function fileOrArchive(path: string, name: string): Promise<CorpusFile[]> {
  const type = await fileType(path)
  const tarred = /\.(?:tar\.gz|tgz)$/i.test(name)
  if (type === 'zip' || type === 'tar' || (type === 'gzip' && tarred)) {
    return withoutTopFolder(await readArchive(path, type))
  }
  return [plainOrGzipped(path, name, type)]
}

function plainOrGzipped(path: string, name: string, type: string): CorpusFile {
  if (type !== 'gzip') return { name, chunks: () => pieces(path) }
  return { name: name.replace(/\.gz$/i, ''), chunks: () => [unpacked(path)] }
}

function withoutTopFolder(files: readonly CorpusFile[]): CorpusFile[] {
  const top = files[0]?.name.split('/', 1)[0]
  if (top === undefined || !files.every(({ name }) => name.startsWith(`${top}/`))) return [...files]
  return files.map(({ name, chunks }) => ({ name: name.slice(top.length + 1), chunks }))
}

function* pieces(path: string): Generator<Uint8Array> {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (cause) {
    throw unreadable(path, cause)
  }
  try {
    for (;;) {
      const piece = new Uint8Array(PIECE)
      const length = readSync(file, piece)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } catch (cause) {
    throw unreadable(path, cause)
  } finally {
    closeSync(file)
  }
}

function unpacked(path: string): Uint8Array {
  try {
    return gunzipSync(readFileSync(path), { maxOutputLength: LARGEST })
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

function unreadable(path: string, cause: unknown): WordloomError {
  return new WordloomError('FILE_UNREADABLE', {
    message: `'${path}' cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
    hint: 'Check the path and its permissions; a gzipped file that is damaged must be fetched again.',
    details: { path, cause: (cause as { code?: unknown }).code },
    cause,
  })
}
