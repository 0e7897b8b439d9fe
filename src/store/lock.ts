/**
 * A lock between processes: a file that only one of them can make, with the holder's process, host and token.
 *
 * The holder touches it every second. It is stale when the holder's process is gone on this host, or when it was
 * not touched for half a minute. Taking a stale lock over is guarded by a second such file, under which it is
 * looked at once more: of two processes that find it stale, the slower one must not remove the faster one's lock.
 * A lock that was taken over by age alone may have a holder that only slept, so it says `clean: false`, and the
 * new holder starts afresh instead of writing where the old one may go on.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { WordloomError } from '../core/errors.js'
import { diskFault } from './fault.js'

/** Milliseconds: how often the holder touches its lock, and when others take it over. */
const TOUCH = 1000
const STALE_DEAD = 3 * TOUCH
const STALE = 30 * TOUCH
const POLL_FIRST = 20
const POLL_MOST = 500

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number
  readonly host: string
}

/** A lock that is held. */
export interface Lock {
  /** Whether nobody else can still be writing; false after a takeover by age. */
  readonly clean: boolean
  /** Whether another process held it first. */
  readonly waited: boolean
  /** Whether it is still ours: a process that slept for long may have lost it. */
  held(): boolean
  release(): Promise<void>
}

/** How a lock is waited for. */
export interface LockOptions {
  readonly signal?: AbortSignal | undefined
  /** Most milliseconds to wait for another holder; for ever by default. */
  readonly patience?: number
  /** Called once when another process holds it. */
  readonly onWait?: (holder: LockHolder) => void
}

interface Content extends LockHolder {
  readonly token: string
}

const mine = new Map<string, string>()

// What a process holds when it ends is given back; kill -9 leaves it, and the next process finds it stale.
function releaseAll(): void {
  for (const [path, token] of mine) if (tokenOf(path) === token) rmSync(path, { force: true })
}

/**
 * Takes the lock `path`, waiting while another process holds it.
 *
 * @throws STORE_LOCKED when it is still held after `patience`
 * @throws Fault when the folder cannot be written to
 * @throws the reason of `signal` when that aborts
 */
export async function takeLock(path: string, options: LockOptions = {}): Promise<Lock> {
  const { signal, patience = Number.POSITIVE_INFINITY, onWait } = options
  const began = performance.now()
  let clean = true
  let waited = false
  for (let pause = POLL_FIRST; ; pause = Math.min(POLL_MOST, pause * 2)) {
    signal?.throwIfAborted()
    const token = await make(path)
    if (token !== undefined) return hold(path, token, clean, waited)
    const present = await look(path)
    if (present === undefined) continue
    if (present.stale !== undefined) {
      if (await takeAway(path, present.token)) clean &&= present.stale === 'dead'
      continue
    }
    if (!waited) onWait?.(present.holder)
    waited = true
    if (performance.now() - began >= patience) throw locked(path, present.holder)
    await sleep(pause, undefined, { ...(signal && { signal }) }).catch(() => signal?.throwIfAborted())
  }
}

/** Who holds the lock `path` now; undefined where nobody does. */
export async function lockHolder(path: string): Promise<LockHolder | undefined> {
  const present = await look(path)
  return present === undefined || present.stale !== undefined ? undefined : present.holder
}

async function make(path: string): Promise<string | undefined> {
  const token = randomUUID()
  try {
    await mkdir(dirname(path), { recursive: true })
  } catch (error) {
    throw diskFault(error, path)
  }
  try {
    const file = await open(path, 'wx')
    try {
      const content: Content = { pid: process.pid, host: hostname(), token }
      await file.writeFile(JSON.stringify(content))
    } finally {
      await file.close()
    }
    return token
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskFault(error, path)
    return undefined
  }
}

function hold(path: string, token: string, clean: boolean, waited: boolean): Lock {
  if (mine.size === 0) process.once('exit', releaseAll)
  mine.set(path, token)
  const held = () => tokenOf(path) === token
  const timer = setInterval(() => {
    const now = new Date()
    if (held()) utimes(path, now, now).catch(() => {})
  }, TOUCH)
  timer.unref()
  return {
    clean,
    waited,
    held,
    async release() {
      clearInterval(timer)
      mine.delete(path)
      if (mine.size === 0) process.removeListener('exit', releaseAll)
      if (held()) await rm(path, { force: true })
    },
  }
}

async function look(
  path: string,
): Promise<{ holder: LockHolder; token: string; stale: 'dead' | 'old' | undefined } | undefined> {
  try {
    const { mtimeMs } = await stat(path)
    const content = parsed(await readFile(path, 'utf8'))
    const age = Date.now() - mtimeMs
    const dead = content.host === hostname() && !isAlive(content.pid)
    const stale = dead && age > STALE_DEAD ? 'dead' : age > STALE ? 'old' : undefined
    return { holder: content, token: content.token, stale }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw diskFault(error, path)
  }
}

/** Removes the stale lock that holds `token`. False when it was another by then. */
async function takeAway(path: string, token: string): Promise<boolean> {
  const guard = `${path}.takeover`
  const own = await make(guard)
  if (own === undefined) {
    const other = await look(guard)
    // Whoever made the guard needs milliseconds: an old one is left from a process that was killed.
    if (other?.stale !== undefined && tokenOf(guard) === other.token) await rm(guard, { force: true })
    await sleep(POLL_FIRST)
    return false
  }
  try {
    const now = await look(path)
    if (now === undefined || now.token !== token || now.stale === undefined) return false
    await rm(path, { force: true })
    return true
  } finally {
    await rm(guard, { force: true })
  }
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function tokenOf(path: string): string | undefined {
  try {
    return parsed(readFileSync(path, 'utf8')).token
  } catch {
    return undefined
  }
}

/** A lock that is being written, or was damaged, has no holder that could be asked: only its age counts. */
function parsed(text: string): Content {
  try {
    const { pid, host, token } = JSON.parse(text) as Partial<Content>
    return { pid: Number(pid), host: String(host), token: String(token) }
  } catch {
    return { pid: 0, host: '', token: '' }
  }
}

function locked(path: string, { pid, host }: LockHolder): WordloomError {
  return new WordloomError('STORE_LOCKED', {
    message: `'${path}' is held by process ${pid} on ${host || 'an unknown host'}.`,
    hint: 'Wait until it is done. If there is no such process, the lock is taken over half a minute after it ended.',
    details: { path, pid, host },
  })
}
