/**
 * What an archive must not hold: the guard that every entry passes before a byte of it is unpacked.
 *
 * Refused are names that lead out of the folder they are unpacked to or mean another file on some platform
 * (`..`, absolute and drive paths, backslashes, NUL and control characters, names that Windows reserves), links
 * and devices, two names that one file system takes for one (case, Unicode normal forms, a file where a folder
 * is), and bombs: too many entries, too many bytes, too much out of too little.
 *
 * @see Fifield 2019, A better zip bomb, WOOT 2019; the "zip slip" class of faults, CWE-22
 */
import { WordloomError } from '../core/errors.js'

/** What an archive may unpack to. */
export interface ArchiveLimits {
  /** Bytes of all entries together, unpacked. */
  readonly bytes: number
  readonly entries: number
  /** Unpacked bytes for each packed byte, over the whole archive; small archives are let be. */
  readonly ratio: number
}

/** Limits unless told otherwise: 2 GiB, 200,000 entries, 1 to 200 (deflate itself ends at 1 to 1,032). */
export const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits = { bytes: 2 ** 31, entries: 200_000, ratio: 200 }

/** Unpacked bytes below which the ratio does not matter. */
const SMALL = 10 * 2 ** 20

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Checks the entries of one archive, in order. */
export class ArchiveGuard {
  readonly #archive: string
  readonly #packedBytes: number
  readonly #limits: ArchiveLimits
  readonly #files = new Map<string, string>()
  readonly #folders = new Map<string, string>()
  #bytes = 0
  #entries = 0

  /** `archive` names it in errors; `packedBytes`: its own size. */
  constructor(archive: string, packedBytes: number, limits: ArchiveLimits = DEFAULT_ARCHIVE_LIMITS) {
    this.#archive = archive
    this.#packedBytes = packedBytes
    this.#limits = limits
  }

  /** Takes a file of `bytes` unpacked bytes. @throws ARCHIVE_UNSAFE */
  file(name: string, bytes: number): void {
    this.#count(name)
    const parts = this.#parts(name)
    this.#bytes += bytes
    if (!Number.isSafeInteger(bytes) || bytes < 0 || this.#bytes > this.#limits.bytes) {
      throw this.refusal(name, `its files unpack to more than ${this.#limits.bytes} bytes`)
    }
    if (this.#bytes > SMALL && this.#bytes > this.#limits.ratio * this.#packedBytes) {
      throw this.refusal(name, `${this.#packedBytes} bytes unpack to ${this.#bytes} or more, as a bomb does`)
    }
    this.#parents(name, parts)
    const key = folded(name)
    const other = this.#files.get(key) ?? this.#folders.get(key)
    if (other !== undefined)
      throw this.refusal(name, `'${other}' is the same file where case or form do not count`)
    this.#files.set(key, name)
  }

  /** Takes a folder. @throws ARCHIVE_UNSAFE */
  folder(name: string): void {
    this.#count(name)
    const bare = name.replace(/\/$/, '')
    const parts = this.#parts(bare)
    this.#parents(bare, [...parts, ''])
  }

  /** The error for an entry that is not taken. */
  refusal(name: string, why: string): WordloomError {
    return new WordloomError('ARCHIVE_UNSAFE', {
      message: `The archive ${this.#archive} is refused at the entry ${JSON.stringify(name)}: ${why}.`,
      hint: 'Nothing of it was unpacked. If you trust it, unpack it by other means and open the folder.',
      details: { archive: this.#archive, entry: name },
    })
  }

  #count(name: string): void {
    if (++this.#entries > this.#limits.entries) {
      throw this.refusal(name, `it has more than ${this.#limits.entries} entries`)
    }
  }

  #parts(name: string): string[] {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(name)) throw this.refusal(name, 'its name has a control character')
    if (name.includes('\ufffd')) throw this.refusal(name, 'its name is not UTF-8')
    if (name.includes('\\')) throw this.refusal(name, 'its name has a backslash')
    if (name.includes(':')) throw this.refusal(name, 'its name has a colon: a drive, or a stream of a file')
    if (name.startsWith('/')) throw this.refusal(name, 'its path is absolute')
    const parts = name.split('/')
    for (const part of parts) {
      if (part === '' || part === '.') throw this.refusal(name, 'its path has an empty part')
      if (part === '..') throw this.refusal(name, "its path leads up ('..')")
      if (RESERVED.test(part) || /[. ]$/.test(part)) {
        throw this.refusal(name, 'Windows would take its name for another')
      }
    }
    return parts
  }

  #parents(name: string, parts: readonly string[]): void {
    for (let n = 1; n < parts.length; n++) {
      const folder = parts.slice(0, n).join('/')
      const key = folded(folder)
      if (this.#files.has(key)) throw this.refusal(name, `'${this.#files.get(key)}' is a file`)
      const other = this.#folders.get(key)
      if (other !== undefined && other !== folder) {
        throw this.refusal(name, `'${other}' is the same folder where case or form do not count`)
      }
      this.#folders.set(key, folder)
    }
  }
}

/** What case-insensitive and normalising file systems compare. */
function folded(name: string): string {
  return name.normalize('NFKD').toLowerCase().toUpperCase().normalize('NFKD')
}
