/**
 * Archives as files of a corpus: zip, tar and tar.gz, opened by their content and never by their name.
 *
 * A zip is read by its directory (yauzl); members are inflated when they are asked for, into exactly the size
 * that the directory says, and checked by their CRC-32. Members that overlap are refused, since overlap is how a
 * small zip holds a large one many times. A tar is read as a stream (tar-stream) and held in memory, since it has
 * no directory. Every entry passes the guard before anything is given out.
 */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { open as openHandle, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createGunzip, inflateRawSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { type Entry, getFileNameLowLevel, openPromise } from 'yauzl'
import { WordloomError } from '../core/errors.js'
import type { CorpusFile } from '../corpora/source-file.js'
import { ArchiveGuard, type ArchiveLimits, DEFAULT_ARCHIVE_LIMITS } from './archive-guard.js'

const LOCAL_HEADER = 30
/** Bytes of a block of a tar. */
const BLOCK = 512
const LOCAL_SIGNATURE = 0x04034b50
const SYMBOLIC_LINK = 0o120000
const REGULAR_FILE = 0o100000
const FILE_TYPE = 0o170000

/** What a file is by its first bytes. */
export type FileType = 'zip' | 'gzip' | 'tar' | 'other'

/** Looks at the first bytes of a file. @throws what `fs` throws */
export async function fileType(path: string): Promise<FileType> {
  const handle = await openHandle(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(512), 0, 512, 0)
    if (bytesRead >= 4 && buffer[0] === 0x50 && buffer[1] === 0x4b && (buffer[2] === 3 || buffer[2] === 5))
      return 'zip'
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return 'gzip'
    return new TextDecoder('latin1').decode(buffer.subarray(257, 262)) === 'ustar' ? 'tar' : 'other'
  } finally {
    await handle.close()
  }
}

/**
 * The files of an archive, in its order.
 *
 * @throws ARCHIVE_UNSAFE at the first entry that the guard refuses, before anything is unpacked
 * @throws ARCHIVE_DAMAGED when it cannot be read; from a file's `chunks()`, when its bytes are not those meant
 */
export async function readArchive(
  path: string,
  type: Exclude<FileType, 'other'>,
  limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS,
): Promise<CorpusFile[]> {
  const guard = new ArchiveGuard(path, (await stat(path)).size, limits)
  try {
    if (type === 'zip') return await zipFiles(path, guard)
    return await tarFiles(path, type === 'gzip', guard, limits)
  } catch (cause) {
    throw cause instanceof WordloomError ? cause : damaged(path, cause)
  }
}

async function zipFiles(path: string, guard: ArchiveGuard): Promise<CorpusFile[]> {
  // Names are decoded here: yauzl would refuse some of them itself, which is the guard's part.
  const zip = await openPromise(path, { decodeStrings: false, validateEntrySizes: false })
  const size = (await stat(path)).size
  const files: CorpusFile[] = []
  const extents: { readonly name: string; readonly from: number; readonly to: number }[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        true,
      )
      const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE
      if (mode === SYMBOLIC_LINK) throw guard.refusal(name, 'it is a link')
      if (name.endsWith('/')) {
        guard.folder(name)
        continue
      }
      if (mode !== 0 && mode !== REGULAR_FILE) throw guard.refusal(name, 'it is no regular file')
      if ((entry.generalPurposeBitFlag & 1) !== 0) throw guard.refusal(name, 'it is encrypted')
      if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
        throw guard.refusal(
          name,
          `it is packed by method ${entry.compressionMethod}, expected 0 or 8 (deflate)`,
        )
      }
      guard.file(name, entry.uncompressedSize)
      const from = entry.relativeOffsetOfLocalHeader
      // What lies beyond the end is neither read nor made room for.
      if (!(from + LOCAL_HEADER + entry.compressedSize <= size)) {
        throw damaged(path, new Error(`the entry ${JSON.stringify(name)} does not lie within it`))
      }
      extents.push({ name, from, to: from + LOCAL_HEADER + entry.compressedSize })
      files.push({ name, chunks: () => [member(path, name, entry)] })
    }
  } finally {
    zip.close()
  }
  extents.sort((a, b) => a.from - b.from)
  for (let i = 1; i < extents.length; i++) {
    if (extents[i]!.from < extents[i - 1]!.to) {
      throw guard.refusal(extents[i]!.name, `it overlaps with ${JSON.stringify(extents[i - 1]!.name)}`)
    }
  }
  return files
}

function member(path: string, name: string, entry: Entry): Uint8Array {
  try {
    const header = readAt(path, entry.relativeOffsetOfLocalHeader, LOCAL_HEADER)
    if (header.readUInt32LE(0) !== LOCAL_SIGNATURE)
      throw new Error('its local header is not where it should be')
    const start =
      entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28)
    const packed = readAt(path, start, entry.compressedSize)
    const bytes =
      entry.compressionMethod === 0
        ? packed
        : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
    if (bytes.length !== entry.uncompressedSize) {
      throw new Error(`it has ${bytes.length} bytes, expected ${entry.uncompressedSize}`)
    }
    if (crc32(bytes) !== entry.crc32 >>> 0) throw new Error('its checksum (CRC-32) is wrong')
    return bytes
  } catch (cause) {
    throw damaged(`${path}, entry ${JSON.stringify(name)}`, cause)
  }
}

function readAt(path: string, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length)
  const file = openSync(path, 'r')
  try {
    for (let at = 0; at < length; ) {
      const read = readSync(file, buffer, at, length - at, position + at)
      if (read === 0) throw new Error('the archive is cut short')
      at += read
    }
  } finally {
    closeSync(file)
  }
  return buffer
}

async function tarFiles(
  path: string,
  gzipped: boolean,
  guard: ArchiveGuard,
  limits: ArchiveLimits,
): Promise<CorpusFile[]> {
  const files: CorpusFile[] = []
  const unpack = extract()
  const reading = (async () => {
    for await (const entry of unpack) {
      const { name, size = 0, type } = entry.header
      // Archives made by `tar -C folder .` begin every name with ./, which means nothing.
      const bare = name.replace(/^(?:\.\/)+/, '')
      if (type === 'directory') {
        if (bare !== '' && bare !== '.') guard.folder(bare)
        entry.resume()
        continue
      }
      if (type === 'symlink' || type === 'link') throw guard.refusal(name, 'it is a link')
      if (type !== 'file' && type !== 'contiguous-file')
        throw guard.refusal(name, `it is a ${type}, no regular file`)
      guard.file(bare, size)
      const chunks: Uint8Array[] = []
      for await (const chunk of entry) chunks.push(chunk as Uint8Array)
      files.push({ name: bare, chunks: () => chunks })
    }
  })()
  const source = createReadStream(path)
  // What is no entry (padding, headers of headers) passes no guard: it counts here.
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0
    let tail = new Uint8Array(0)
    for await (const chunk of chunks) {
      bytes += chunk.length
      const known = chunk.length >= BLOCK ? chunk : Buffer.concat([tail, chunk])
      tail = Uint8Array.from(known.subarray(-BLOCK))
      if (bytes > limits.bytes) throw guard.refusal('', `it unpacks to more than ${limits.bytes} bytes`)
      yield chunk
    }
    // A tar ends in empty blocks: without them its last members may be gone.
    if (tail.length < BLOCK || tail.some((byte) => byte !== 0)) {
      throw new Error('it does not end in an empty block: it was cut short, or is no tar')
    }
  }
  const piped = gzipped
    ? pipeline(source, createGunzip(), counted, unpack)
    : pipeline(source, counted, unpack)
  const [read, pipe] = await Promise.allSettled([reading, piped])
  if (read.status === 'rejected' && read.reason instanceof WordloomError) throw read.reason
  if (pipe.status === 'rejected') throw pipe.reason
  if (read.status === 'rejected') throw read.reason
  return files
}

function damaged(what: string, cause: unknown): WordloomError {
  return new WordloomError('ARCHIVE_DAMAGED', {
    message: `The archive ${what} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
    hint: 'Fetch it again; wordloom corpora verify finds damaged files of the store.',
    details: { archive: what },
    cause,
  })
}
