/**
 * Counts the bytes of files that come side by side, and from them the rate and the time left.
 *
 * The rate is that of the last seconds, so that it follows the network; listeners hear of it at most twenty times a
 * second, and whenever a file is done.
 */
const EVERY = 50
const WINDOW = 5000

/** How far a download has come. */
export interface DownloadProgress {
  /** Corpus of the file. */
  readonly id: string
  /** Path of the file in the store. */
  readonly file: string
  /**
   * checking: what is there is compared with the catalogue; fetching; retrying: an attempt failed, and the next
   * comes; locked: another process fetches the file; done: the file is in place.
   */
  readonly state: 'checking' | 'fetching' | 'retrying' | 'locked' | 'done'
  /** What is waited for, where something is. */
  readonly note: string
  /** Bytes of all files that came so far. */
  readonly bytes: number
  /** Bytes of all files that are to come. */
  readonly totalBytes: number
  readonly filesDone: number
  readonly files: number
  /** Of the last seconds. */
  readonly bytesPerSecond: number
  /** Infinity while nothing comes. */
  readonly secondsLeft: number
}

/** The counters of one download. */
export class Meter {
  readonly #listener: ((progress: DownloadProgress) => void) | undefined
  readonly #sizes = new Map<string, number>()
  readonly #samples: { time: number; bytes: number }[] = []
  #told = 0
  #bytes = 0
  totalBytes = 0
  files = 0
  filesDone = 0

  constructor(listener: ((progress: DownloadProgress) => void) | undefined) {
    this.#listener = listener
  }

  /** `file` has `size` bytes now. What an earlier run left counts as come, but not into the rate. */
  size(id: string, file: string, size: number): void {
    const before = this.#sizes.get(file)
    this.#sizes.set(file, size)
    this.#bytes += size - (before ?? 0)
    if (before === undefined) for (const sample of this.#samples) sample.bytes += size
    const now = performance.now()
    if (now - this.#told >= EVERY) this.tell(id, file, 'fetching', '', now)
  }

  /** `file` came whole, as `size` bytes or by another process. */
  done(id: string, file: string, size: number): void {
    this.#bytes += size - (this.#sizes.get(file) ?? 0)
    this.#sizes.set(file, size)
    this.filesDone++
    this.tell(id, file, 'done')
  }

  /** `file` is not to come after all. */
  drop(file: string, size: number): void {
    this.#bytes -= this.#sizes.get(file) ?? 0
    this.#sizes.delete(file)
    this.totalBytes -= size
  }

  /** Tells the listener. */
  tell(
    id: string,
    file: string,
    state: DownloadProgress['state'],
    note = '',
    now: number = performance.now(),
  ): void {
    this.#told = now
    if (this.#listener === undefined) return
    this.#samples.push({ time: now, bytes: this.#bytes })
    while (this.#samples.length > 2 && now - this.#samples[0]!.time > WINDOW) this.#samples.shift()
    const first = this.#samples[0]!
    const rate = now > first.time ? Math.max(0, ((this.#bytes - first.bytes) / (now - first.time)) * 1000) : 0
    const left = Math.max(0, this.totalBytes - this.#bytes)
    this.#listener({
      id,
      file,
      state,
      note,
      bytes: this.#bytes,
      totalBytes: this.totalBytes,
      filesDone: this.filesDone,
      files: this.files,
      bytesPerSecond: rate,
      secondsLeft: left === 0 ? 0 : left / rate,
    })
  }
}
