/**
 * Downloads corpora into the store: what is missing or wrong, a few files at a time, each under its own lock.
 *
 * A first pass compares what is there with the catalogue, so that the second knows how much is to come. A file
 * that fails does not stop the others, unless they would all fail alike (no network, a full disk). Nothing is
 * fetched but what is asked for here.
 */
import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { requireOptions, WordloomError } from '../core/errors.js'
import { allIds, bundledCatalogue, type Catalogue, type CatalogueFile, catalogueEntry } from './catalogue.js'
import { combined, downloadError, mirrorOnlyError } from './failures.js'
import { Fault } from './fault.js'
import { type FetchContext, fetchFile } from './fetch-file.js'
import { placeOf, storeFolder } from './folder.js'
import type { HttpClient } from './http.js'
import { takeLock } from './lock.js'
import { type DownloadProgress, Meter } from './meter.js'
import { type Mirror, readMirror, type Source, sourceOf } from './source.js'
import { stateOf } from './stored-file.js'

/** How corpora are downloaded. */
export interface DownloadOptions {
  /** Folder of the store; `$WORDLOOM_DATA` or the user's folder for data by default. */
  readonly dir?: string | undefined
  /** Folder, file: URL or HTTP address that has the files; `$WORDLOOM_MIRROR`, else their publishers, by default. */
  readonly mirror?: string | URL | undefined
  /** Stops the download; the promise is rejected with the signal's reason, and what came is resumed later. */
  readonly signal?: AbortSignal | undefined
  /** Called at most twenty times a second, and when a file is done. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined
  /** Files at a time. */
  readonly concurrency?: number | undefined
  /** Whether hosts may be private or loopback. The host of a mirror always may. */
  readonly allowPrivate?: boolean | undefined
  /** Attempts in a row that bring nothing, after the first. */
  readonly retries?: number | undefined
  /** Milliseconds before the first retry; doubled from one to the next. */
  readonly retryDelay?: number | undefined
  /** Milliseconds until a connection must stand. */
  readonly connectTimeout?: number | undefined
  /** Milliseconds without a byte after which a connection counts as dead. */
  readonly stallTimeout?: number | undefined
  /** Another catalogue than the package's, of the same form. */
  readonly catalogue?: Catalogue | undefined
}

/** Options of {@link download} where nothing else is said. */
export const DEFAULT_DOWNLOAD_OPTIONS = {
  concurrency: 4,
  allowPrivate: false,
  retries: 5,
  retryDelay: 500,
  connectTimeout: 30_000,
  stallTimeout: 30_000,
} as const

const KNOWN = {
  dir: null,
  mirror: null,
  signal: null,
  onProgress: null,
  concurrency: null,
  allowPrivate: [true, false],
  retries: null,
  retryDelay: null,
  connectTimeout: null,
  stallTimeout: null,
  catalogue: null,
} as const

/** What a download did. */
export interface DownloadReport {
  /** The folder of the store. */
  readonly dir: string
  /** Corpora that are now there whole. */
  readonly ids: readonly string[]
  /** Paths of files that came. */
  readonly fetched: readonly string[]
  /** Paths of files that were there and right. */
  readonly kept: readonly string[]
  /** Bytes that came, as they were sent. */
  readonly bytes: number
  readonly seconds: number
}

interface Task {
  readonly id: string
  readonly file: CatalogueFile
  readonly target: string
  readonly source: Source
}

/**
 * Downloads corpora and collections, checks them against the catalogue and puts them into the store.
 *
 * Files that are there and right stay. Each file is written beside its place, checked (length, SHA-256) and moved
 * in one step; an interrupted one is resumed. Two processes fetch a file once.
 *
 * @param names ids of corpora or names of collections, as `corpora.list()` and `corpora.collections()` give them
 * @returns what came and what was there
 * @throws CORPUS_UNKNOWN when a name is neither, with the nearest one
 * @throws DOWNLOAD_FAILED when a file does not come: no network, an answer such as 404, a mirror without it
 * @throws DOWNLOAD_MISMATCH when other bytes come than the catalogue has pinned
 * @throws DOWNLOAD_REFUSED when an address, a redirect or a proxy may not be used
 * @throws STORE_UNWRITABLE when the disk is full or the folder cannot be written to
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { existsSync } from 'node:fs'
 * import { corpora } from 'wordloom/node'
 * const mirror = '../shared/corpora'
 * if (existsSync(mirror)) {
 *   const { dir } = await corpora.download('nltk-names', { mirror, dir: 'build/corpora' })
 *   console.log(existsSync(`${dir}/nltk/corpora/names.zip`)) // true
 * }
 * ```
 */
export async function download(
  names: string | readonly string[],
  options: DownloadOptions = {},
): Promise<DownloadReport> {
  requireOptions(options, KNOWN, 'download(names, options)')
  for (const [name, least] of LIMITS) requireNumber(name, options[name], least)
  const { catalogue = bundledCatalogue() } = options
  const ids = allIds(names, catalogue, 'download(names, options)')
  const named = options.mirror ?? (process.env.WORDLOOM_MIRROR || undefined)
  const mirror = named === undefined ? undefined : readMirror(named)
  if (mirror !== undefined && 'folder' in mirror) await requireFolder(mirror.folder)
  return new Download(ids, storeFolder(options.dir), mirror, options).run()
}

async function requireFolder(folder: string): Promise<void> {
  const stats = await stat(folder).catch(() => undefined)
  if (stats?.isDirectory()) return
  throw new WordloomError('OPTION_INVALID', {
    message: `The mirror '${folder}' is ${stats === undefined ? 'not there' : 'not a folder'}.`,
    hint: 'Name a folder with the paths of the catalogue, or an http: or https: address.',
    details: { option: 'mirror', value: folder },
  })
}

class Download {
  readonly #ids: readonly string[]
  readonly #dir: string
  readonly #mirror: Mirror | undefined
  readonly #options: DownloadOptions
  readonly #meter: Meter
  readonly #failures: WordloomError[] = []
  readonly #fetched: string[] = []
  readonly #kept: string[] = []
  readonly #broken = new Set<string>()
  /** Ends the other files when one fails in a way that they would too. */
  readonly #stop = new AbortController()
  readonly #signal: AbortSignal
  #client: Promise<HttpClient> | undefined
  #bytes = 0
  #files = 0

  constructor(ids: readonly string[], dir: string, mirror: Mirror | undefined, options: DownloadOptions) {
    this.#ids = ids
    this.#dir = dir
    this.#mirror = mirror
    this.#options = options
    this.#meter = new Meter(options.onProgress)
    const { signal } = options
    this.#signal = signal ? AbortSignal.any([signal, this.#stop.signal]) : this.#stop.signal
  }

  async run(): Promise<DownloadReport> {
    const began = performance.now()
    try {
      const tasks = await this.#plan()
      this.#meter.totalBytes = tasks.reduce((sum, { source }) => sum + source.goal.bytes, 0)
      this.#meter.files = tasks.length
      await this.#requireRoom()
      await this.#each(tasks, (task) => this.#one(task))
    } finally {
      await this.#client?.then((client) => client.close())
    }
    if (this.#failures.length > 0) throw combined(this.#failures, this.#files)
    return {
      dir: this.#dir,
      ids: this.#ids.filter((id) => !this.#broken.has(id)),
      fetched: this.#fetched,
      kept: this.#kept,
      bytes: this.#bytes,
      seconds: (performance.now() - began) / 1000,
    }
  }

  /** Files that are missing or wrong, each once. */
  async #plan(): Promise<Task[]> {
    const { catalogue = bundledCatalogue() } = this.#options
    const files = new Map<string, { id: string; file: CatalogueFile }>()
    for (const id of this.#ids) {
      const entry = catalogueEntry(id, catalogue)
      if (entry.bundled === true) continue
      for (const file of entry.files) if (!files.has(file.path)) files.set(file.path, { id, file })
    }
    const tasks: (Task | undefined)[] = []
    const all = [...files.values()]
    this.#meter.files = this.#files = all.length
    await this.#each([...all.entries()], async ([index, { id, file }]) => {
      const target = placeOf(this.#dir, file.path)
      this.#meter.tell(id, file.path, 'checking')
      if ((await stateOf(target, file, this.#signal)).state === 'ok') {
        this.#kept.push(file.path)
        return
      }
      const source = sourceOf(file, this.#mirror)
      if (source !== undefined) tasks[index] = { id, file, target, source }
      else this.#fail(id, mirrorOnlyError(id, file, target))
    })
    return tasks.filter((task) => task !== undefined)
  }

  /** Says that the disk is too small before anything is fetched, where that can be known. */
  async #requireRoom(): Promise<void> {
    const needed = this.#meter.totalBytes
    for (let folder = this.#dir; ; folder = dirname(folder)) {
      const system = await statfs(folder).catch(() => undefined)
      if (system === undefined && dirname(folder) !== folder) continue
      const room = system === undefined ? Number.POSITIVE_INFINITY : system.bavail * system.bsize
      if (system === undefined || system.blocks === 0 || room >= needed) return
      throw new WordloomError('STORE_UNWRITABLE', {
        message: `${needed} bytes are to come, and ${folder} has room for ${room}.`,
        hint: 'Make room, or choose another folder with --dir or WORDLOOM_DATA.',
        details: { path: folder, needed, room },
      })
    }
  }

  async #one({ id, file, target, source }: Task): Promise<void> {
    const meter = this.#meter
    const lock = await takeLock(`${target}.lock`, {
      signal: this.#signal,
      onWait: ({ pid, host }) =>
        meter.tell(id, file.path, 'locked', `process ${pid} on ${host} is fetching it`),
    }).catch((error) => this.#caught(error, id, file, source, target))
    if (lock === undefined) return
    try {
      // Another process may have brought it while this one looked at other files.
      if ((await stateOf(target, file, this.#signal)).state === 'ok') {
        this.#kept.push(file.path)
        meter.done(id, file.path, source.goal.bytes)
        return
      }
      let first: number | undefined
      const context: FetchContext = {
        ...DEFAULT_DOWNLOAD_OPTIONS,
        ...defined(this.#options),
        signal: this.#signal,
        client: () => this.#connect(),
        onSize: (size) => {
          first ??= size
          meter.size(id, file.path, size)
        },
        onRetry: (fault, pause) =>
          meter.tell(id, file.path, 'retrying', `${fault.message}; again in ${(pause / 1000).toFixed(1)} s`),
      }
      await fetchFile(target, source, context, !lock.clean, lock.held)
      this.#fetched.push(file.path)
      this.#bytes += source.goal.bytes - (first ?? 0)
      meter.done(id, file.path, source.goal.bytes)
    } catch (error) {
      this.#caught(error, id, file, source, target)
    } finally {
      await lock.release()
    }
  }

  /** Keeps the failure of one file; throws what ends the whole download. */
  #caught(error: unknown, id: string, file: CatalogueFile, source: Source, target: string): undefined {
    this.#options.signal?.throwIfAborted()
    // Stopped because another file failed: that failure is the one to tell.
    if (this.#stop.signal.aborted) return
    if (!(error instanceof Fault)) throw error
    this.#fail(id, downloadError(error, id, file, source, target))
    this.#meter.drop(file.path, source.goal.bytes)
    if (error.facts.everywhere === true) this.#stop.abort()
  }

  #fail(id: string, error: WordloomError): void {
    this.#broken.add(id)
    this.#failures.push(error)
  }

  #connect(): Promise<HttpClient> {
    this.#client ??= import('./http.js').then(({ HttpClient }) => {
      const named = this.#mirror !== undefined && 'address' in this.#mirror ? this.#mirror.address : undefined
      const settings = { ...DEFAULT_DOWNLOAD_OPTIONS, ...defined(this.#options) }
      return new HttpClient({ ...settings, ...(named && { named }) })
    })
    return this.#client
  }

  /** Does `action` for every item, `concurrency` at a time. */
  async #each<Item>(items: readonly Item[], action: (item: Item) => Promise<void>): Promise<void> {
    const { concurrency = DEFAULT_DOWNLOAD_OPTIONS.concurrency } = this.#options
    const rest = items[Symbol.iterator]()
    const work = async () => {
      for (const item of rest) {
        this.#options.signal?.throwIfAborted()
        if (this.#stop.signal.aborted) return
        await action(item)
      }
    }
    const first: { error: unknown }[] = []
    const workers = Array.from({ length: Math.min(concurrency, items.length) }, async () => {
      try {
        await work()
      } catch (error) {
        first.push({ error })
        this.#stop.abort()
      }
    })
    await Promise.all(workers)
    this.#options.signal?.throwIfAborted()
    if (first[0] !== undefined) throw first[0].error
  }
}

/** The options that are given: an undefined one must not hide its default. */
function defined(options: DownloadOptions): Partial<Record<keyof typeof DEFAULT_DOWNLOAD_OPTIONS, never>> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

const LIMITS = [
  ['concurrency', 1],
  ['retries', 0],
  ['retryDelay', 0],
  ['connectTimeout', 1],
  ['stallTimeout', 1],
] as const

function requireNumber(name: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least && value < 2 ** 31)) return
  throw new WordloomError('OPTION_INVALID', {
    message: `download(names, options): option ${name} is ${String(value)}, expected a whole number from ${least}.`,
    hint: `Leave it out, or pass ${name}: ${DEFAULT_DOWNLOAD_OPTIONS[name as 'retries']}.`,
    details: { option: name, value },
  })
}
