/**
 * One file from its source into the store: resumed, checked, retried, and only then moved into place.
 *
 * A range is asked for with If-Range where the ETag is known, and every answer is held against the catalogue
 * before its bytes are used: 206 must continue where the part ends, 200 starts over, 416 and a part that turns
 * out wrong start over once. Attempts that bring the file on do not count against `retries`.
 * Source: RFC 9110, sections 13.1.5 (If-Range), 14 (ranges), 10.2.3 (Retry-After).
 */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from './fault.js'
import type { HttpClient, Reply } from './http.js'
import { mostBytes, PartFile } from './part-file.js'
import { shown } from './shown.js'
import type { Source } from './source.js'

/** Longest pause between two attempts, and longest that a server may ask for, in milliseconds. */
const PAUSE_MOST = 30_000
const ASKED_MOST = 120_000

/** What fetching needs from the download it is part of. */
export interface FetchContext {
  /** Most attempts in a row that bring nothing, after the first. */
  readonly retries: number
  /** Milliseconds before the first retry; doubled from one to the next. */
  readonly retryDelay: number
  readonly signal: AbortSignal
  /** Makes the connections; asked for when something is fetched over HTTP. */
  client(): Promise<HttpClient>
  /** The file has so many bytes now. */
  onSize(size: number): void
  /** An attempt failed, and the next one comes after `pause` milliseconds. */
  onRetry(fault: Fault, pause: number): void
}

/**
 * Fetches one file to `target`.
 *
 * @param fresh true to leave alone what an earlier run left
 * @param held whether the lock is still held: asked before the file is moved into place
 * @throws Fault of the last attempt
 * @throws the reason of the signal when that aborts
 */
export async function fetchFile(
  target: string,
  source: Source,
  context: FetchContext,
  fresh: boolean,
  held: () => boolean,
): Promise<void> {
  const part = await PartFile.open(target, source.goal, fresh || 'path' in source.from)
  try {
    if ('path' in source.from) await copy(part, source.from.path, context)
    else await fetched(part, source.from.url, context)
    await part.commit(source.gzip, held)
  } finally {
    await part.close()
  }
}

async function copy(part: PartFile, path: string, context: FetchContext): Promise<void> {
  const stats = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const what = cause.code === 'ENOENT' ? 'the mirror has no such file' : cause.message
    throw new Fault('DOWNLOAD_FAILED', what, { details: { cause: cause.code }, cause })
  })
  if (!stats.isFile()) throw new Fault('DOWNLOAD_FAILED', 'what stands there is not a file')
  checkLength(part, stats.size, 'the mirror has')
  context.onSize(0)
  try {
    const chunks = createReadStream(path, { highWaterMark: 1 << 20, signal: context.signal })
    for await (const chunk of chunks) {
      await part.write(chunk)
      context.onSize(part.size)
    }
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof Fault) throw error
    throw new Fault('DOWNLOAD_FAILED', `it cannot be read: ${(error as Error).message}`, { cause: error })
  }
  await part.check()
}

async function fetched(part: PartFile, url: URL, context: FetchContext): Promise<void> {
  let failures = 0
  let anew = false
  for (;;) {
    const before = part.size
    try {
      context.onSize(part.size)
      if (part.size !== part.goal.bytes) await attempt(part, url, context)
      await part.check()
      return
    } catch (error) {
      context.signal.throwIfAborted()
      if (!(error instanceof Fault)) throw error
      if (error.code === 'DOWNLOAD_MISMATCH') {
        await part.restart()
        // What an earlier answer left may be what is wrong: once more, from the start.
        if (before === 0 || anew) throw error
        anew = true
        continue
      }
      // A server that gave part of the file is there, and may come back.
      const again = error.facts.again === true || (before > 0 && error.facts.everywhere === true)
      if (part.size - before >= Math.min(1 << 20, part.goal.bytes / 16)) failures = 0
      const asked = error.facts.wait ?? 0
      if (!again || failures >= context.retries || asked > ASKED_MOST) throw error
      const pause = Math.max(asked, backOff(context.retryDelay, failures++))
      context.onRetry(error, pause)
      await sleep(pause, undefined, { signal: context.signal }).catch(() => context.signal.throwIfAborted())
    }
  }
}

/** Doubled from retry to retry, with up to half of it left to chance, so that many clients do not come at once. */
function backOff(delay: number, failures: number): number {
  const pause = Math.min(PAUSE_MOST, delay * 2 ** failures)
  return pause * (0.5 + Math.random() / 2)
}

async function attempt(part: PartFile, url: URL, context: FetchContext): Promise<void> {
  const client = await context.client()
  const headers: Record<string, string> = {}
  if (part.size > 0) {
    headers.range = `bytes=${part.size}-`
    // If-Range takes strong ETags only, and this one is of the address that gave it.
    const { url: from, etag } = part.note ?? {}
    if (etag?.startsWith('"') && from === url.href) headers['if-range'] = etag
  }
  const reply = await client.get(url, headers, context.signal)
  try {
    const end = await accept(part, url, reply)
    for await (const chunk of reply.body()) {
      if (part.size + chunk.length > end) throw tooLong(end)
      await part.write(chunk)
      context.onSize(part.size)
    }
    // A chunked body says itself where it ends: what is missing then is not to come.
    if (part.size < end && reply.headers['transfer-encoding'] === undefined) {
      const most = reply.headers['content-length'] === undefined ? part.goal.bytes : end
      if (part.size === most) return
      throw new Fault('DOWNLOAD_FAILED', `the connection was cut after ${part.size} of ${most} bytes`, {
        again: true,
        details: { bytes: part.size },
      })
    }
  } finally {
    reply.discard()
  }
}

/** Holds the head of an answer against what was asked for; gives the length that the file will have. */
async function accept(part: PartFile, url: URL, reply: Reply): Promise<number> {
  const { status, headers } = reply
  if (status !== 200 && status !== 206) return refuse(part, reply)
  const packing = headers['content-encoding'] ?? 'identity'
  if (packing !== 'identity' && !(packing.endsWith('gzip') && part.target.endsWith('.gz'))) {
    throw new Fault('DOWNLOAD_MISMATCH', `the server packs the file (Content-Encoding: ${packing})`)
  }
  const { etag } = headers
  if (status === 206) {
    const total = continued(part, headers)
    const { url: from, etag: before } = part.note ?? {}
    const changed = before !== undefined && etag !== undefined && from === url.href && before !== etag
    if (total === undefined || changed) {
      const what = changed
        ? `the file changed (ETag ${before}, then ${etag})`
        : `the answer to 'bytes=${part.size}-' is 'Content-Range: ${headers['content-range'] ?? ''}'`
      await part.restart()
      throw new Fault('DOWNLOAD_FAILED', what, { again: true })
    }
    checkLength(part, total, 'the server has')
    if (from !== url.href) await part.from(url.href, etag)
    return total
  }
  if (part.size > 0) await part.restart()
  const length = headers['content-length'] === undefined ? undefined : Number(headers['content-length'])
  if (length !== undefined) checkLength(part, length, 'the server announces')
  await part.from(url.href, etag)
  return length ?? (part.goal.content === undefined ? part.goal.bytes : mostBytes(part.goal))
}

/** Length of the whole file by a Content-Range that continues the part; undefined where it does not. */
function continued(part: PartFile, headers: Reply['headers']): number | undefined {
  const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? []
  if (from === undefined || part.size === 0 || Number(from) !== part.size) return undefined
  const end = Number(to) + 1
  const whole = total === '*' ? end : Number(total)
  const length = headers['content-length']
  if (length !== undefined && Number(length) !== end - part.size) return undefined
  return end <= whole ? whole : undefined
}

async function refuse(part: PartFile, { status, headers, url }: Reply): Promise<never> {
  if (status === 416) await part.restart()
  const again = [408, 416, 425, 429, 500, 502, 503, 504].includes(status)
  const wait = retryAfter(headers['retry-after'])
  throw new Fault('DOWNLOAD_FAILED', `the server answered ${status}`, {
    again,
    details: { status, url: shown(url) },
    ...(wait !== undefined && { wait }),
  })
}

/** Milliseconds that Retry-After asks for: a number of seconds or a date. */
function retryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

function checkLength(part: PartFile, length: number, who: string): void {
  const { bytes, content } = part.goal
  if (length === bytes || (content !== undefined && length <= mostBytes(part.goal))) return
  throw new Fault('DOWNLOAD_MISMATCH', `${who} ${length} bytes`, { details: { bytes: length } })
}

function tooLong(most: number): Fault {
  return new Fault('DOWNLOAD_MISMATCH', `more than ${most} bytes came`, { details: { bytes: most } })
}
