/**
 * A file on its way into the store: `name.part`, and beside it `name.part.json` that says what it is to become.
 *
 * Bytes are hashed as they are written, and what an earlier run left is hashed again before more is added. The
 * part is moved into place only when length and SHA-256 are as pinned, after an fsync, so that under its own name
 * a file is whole or not there. An interrupted part stays and is resumed.
 */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import { diskFault, Fault } from './fault.js'
import { contentOf } from './stored-file.js'

/** Length and checksum of some bytes. */
export interface Pin {
  readonly bytes: number
  readonly sha256: string
}

/** What a part must become. */
export interface Goal extends Pin {
  /** For a gzipped file: what it unpacks to. Another packing of the same content is as good. */
  readonly content?: Pin
}

/** What stands beside a part. */
interface Note {
  readonly url: string
  readonly etag?: string
  readonly sha256: string
}

/** Most bytes of a file: a gzip of the same content that another program packed may be somewhat larger. */
export function mostBytes({ bytes, content }: Goal): number {
  return content === undefined ? bytes : bytes + Math.ceil(bytes / 8) + 1024
}

/** One part, open for writing. Every failure of the disk is a STORE_UNWRITABLE fault. */
export class PartFile {
  readonly target: string
  readonly goal: Goal
  /** Bytes written and hashed so far. */
  size = 0
  /** Where the bytes came from and under which ETag, as far as known. */
  note: Note | undefined
  readonly #path: string
  readonly #file: FileHandle
  #hash: Hash = createHash('sha256')

  private constructor(target: string, goal: Goal, file: FileHandle) {
    this.target = target
    this.goal = goal
    this.#path = `${target}.part`
    this.#file = file
  }

  /** Opens the part of `target`, taking up what an earlier run left unless `fresh`. */
  static async open(target: string, goal: Goal, fresh: boolean): Promise<PartFile> {
    const path = `${target}.part`
    try {
      await mkdir(dirname(target), { recursive: true })
      const note = fresh ? undefined : await readNote(path, goal)
      // A fresh one is a new file: whoever still writes to the old one writes beside it.
      if (note === undefined) await remove(path)
      const file = await open(path, note === undefined ? 'wx+' : 'r+').catch((error) => {
        if (note !== undefined && error.code === 'ENOENT') return open(path, 'wx+')
        throw error
      })
      const part = new PartFile(target, goal, file)
      if (note !== undefined) await part.#takeUp(note)
      return part
    } catch (error) {
      throw diskFault(error, path)
    }
  }

  async #takeUp(note: Note): Promise<void> {
    const { size } = await this.#file.stat()
    if (size === 0 || size > mostBytes(this.goal)) return this.restart()
    for await (const chunk of createReadStream(this.#path, { highWaterMark: 1 << 20 }))
      this.#hash.update(chunk)
    this.size = size
    this.note = note
  }

  /** Drops what there is. */
  async restart(): Promise<void> {
    try {
      await this.#file.truncate(0)
    } catch (error) {
      throw diskFault(error, this.#path)
    }
    this.size = 0
    this.#hash = createHash('sha256')
    this.note = undefined
  }

  /** Says where the bytes that follow come from. */
  async from(url: string, etag: string | undefined): Promise<void> {
    this.note = { url, sha256: this.goal.sha256, ...(etag !== undefined && { etag }) }
    try {
      await writeFile(`${this.#path}.json`, JSON.stringify(this.note))
    } catch (error) {
      throw diskFault(error, this.#path)
    }
  }

  /** Adds bytes. @throws Fault DOWNLOAD_MISMATCH when there are more than there may be */
  async write(chunk: Uint8Array): Promise<void> {
    const most = mostBytes(this.goal)
    if (this.size + chunk.length > most) {
      throw new Fault('DOWNLOAD_MISMATCH', `more than ${most} bytes came`, { details: { bytes: most } })
    }
    this.#hash.update(chunk)
    try {
      for (let done = 0; done < chunk.length; ) {
        const { bytesWritten } = await this.#file.write(chunk, done, chunk.length - done, this.size + done)
        done += bytesWritten
      }
    } catch (error) {
      throw diskFault(error, this.#path)
    }
    this.size += chunk.length
  }

  /**
   * Checks what is there against the goal.
   *
   * @throws Fault DOWNLOAD_MISMATCH saying what came
   */
  async check(): Promise<void> {
    const sha256 = this.#hash.copy().digest('hex')
    const { bytes, sha256: wanted, content } = this.goal
    if (sha256 === wanted && this.size === bytes) return
    const came = `${this.size} bytes with SHA-256 ${sha256} came`
    if (content === undefined) throw mismatch(came, { bytes: this.size, sha256 })
    const unpacked = await contentOf(this.#path, content.bytes)
    if (unpacked.bytes === content.bytes && unpacked.sha256 === content.sha256) return
    const inside = unpacked.sha256 === undefined ? unpacked.problem : `unpacked SHA-256 ${unpacked.sha256}`
    throw mismatch(`${came} (${inside})`, { bytes: this.size, sha256 })
  }

  /** Moves what is there into place, gzipped first if `gzip`. Closes the part. */
  async commit(gzip: boolean, held: () => boolean): Promise<void> {
    try {
      await this.#file.sync()
      await this.#file.close()
      const ready = gzip ? await gzipped(this.#path) : this.#path
      if (!held()) {
        throw new Fault('DOWNLOAD_FAILED', 'another process took the lock over while this one slept', {
          hint: 'Run the command again.',
        })
      }
      await rename(ready, this.target)
      await remove(this.#path)
    } catch (error) {
      throw diskFault(error, this.target)
    }
  }

  /** Closes the part and leaves it for the next run, or removes it where there is nothing to resume. */
  async close(): Promise<void> {
    await this.#file.close().catch(() => {})
    if (this.size === 0 || this.note === undefined) await remove(this.#path).catch(() => {})
  }
}

/** Removes a part and what stands beside it. */
export async function removePart(target: string): Promise<boolean> {
  return remove(`${target}.part`)
}

async function remove(path: string): Promise<boolean> {
  await rm(`${path}.json`, { force: true })
  await rm(`${path}.gz`, { force: true })
  return rm(path).then(
    () => true,
    (error) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

async function readNote(path: string, goal: Goal): Promise<Note | undefined> {
  try {
    const { url, etag, sha256 } = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Partial<Note>
    if (typeof url !== 'string' || sha256 !== goal.sha256) return undefined
    return { url, sha256, ...(typeof etag === 'string' && { etag }) }
  } catch {
    return undefined
  }
}

async function gzipped(path: string): Promise<string> {
  const packed = `${path}.gz`
  const level = constants.Z_BEST_COMPRESSION
  await pipeline(createReadStream(path), createGzip({ level }), createWriteStream(packed))
  const file = await open(packed, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  return packed
}

function mismatch(message: string, details: Readonly<Record<string, unknown>>): Fault {
  return new Fault('DOWNLOAD_MISMATCH', message, { details })
}
