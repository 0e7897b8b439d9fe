/** Locks between processes: one holder, and nobody waits for the dead. */
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type Lock, takeLock } from '../../src/store/lock.js'
import { rejected, temporaryFolder } from './server.js'

function place(): string {
  return join(temporaryFolder(), 'deep', 'file.lock')
}

/** Leaves the lock of another process behind, `age` seconds old. */
async function left(path: string, content: string, age: number): Promise<void> {
  await (await takeLock(path)).release()
  writeFileSync(path, content)
  utimesSync(path, Date.now() / 1000 - age, Date.now() / 1000 - age)
}

const by = (pid: number, host = hostname()) => JSON.stringify({ pid, host, token: 't' })
/** A process id that no process has: beyond the largest of Linux. */
const NOBODY = 2 ** 22 + 1

describe('a lock', () => {
  it('is held by one at a time, however many want it', async () => {
    const path = place()
    let holders = 0
    let most = 0
    const work = async () => {
      const lock = await takeLock(path)
      most = Math.max(most, ++holders)
      await sleep(2)
      holders--
      await lock.release()
      return lock.waited
    }
    const waited = await Promise.all(Array.from({ length: 8 }, work))
    expect(most).toBe(1)
    expect(waited.filter((one) => !one)).toHaveLength(1)
    expect(existsSync(path)).toBe(false)
  })

  it('says who holds it, and how long one waits', async () => {
    const path = place()
    const lock = await takeLock(path)
    const holders: unknown[] = []
    const error = await rejected(takeLock(path, { patience: 50, onWait: (holder) => holders.push(holder) }))
    expect(error).toMatchObject({ code: 'STORE_LOCKED', details: { pid: process.pid, host: hostname() } })
    expect(holders).toHaveLength(1)
    await lock.release()
  })

  it('is not waited for when the signal aborts', async () => {
    const path = place()
    const lock = await takeLock(path)
    const stop = AbortSignal.timeout(40)
    await expect(takeLock(path, { signal: stop })).rejects.toThrow(/timeout|abort/i)
    expect(lock.held()).toBe(true)
    await lock.release()
  })

  it.each([
    ['whose process is gone', by(NOBODY), 5, true],
    ['of another host that was not touched for long', by(1, 'elsewhere'), 40, false],
    ['that was damaged long ago', '{', 40, false],
    ['that is empty since long', '', 40, false],
  ])('%s is taken over', async (_, content, age, clean) => {
    const path = place()
    await left(path, content, age)
    const lock = await takeLock(path, { patience: 500 })
    expect(lock).toMatchObject({ clean, waited: false })
    await lock.release()
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  it.each([
    ['of a process that lives', by(process.pid), 20],
    ['of another host that was touched lately', by(NOBODY, 'elsewhere'), 20],
    ['that is being written', '', 1],
  ])('%s is left alone', async (_, content, age) => {
    const path = place()
    await left(path, content, age)
    expect((await rejected(takeLock(path, { patience: 60 }))).code).toBe('STORE_LOCKED')
    expect(readFileSync(path, 'utf8')).toBe(content)
  })

  it('that is stale is taken over by one, however many find it so', async () => {
    const path = place()
    await left(path, by(NOBODY), 5)
    const held: Lock[] = []
    const workers = Array.from({ length: 8 }, async () => {
      const lock = await takeLock(path)
      held.push(lock)
      expect(held.filter((one) => one.held())).toHaveLength(1)
      await sleep(1)
      await lock.release()
    })
    await Promise.all(workers)
    expect(held).toHaveLength(8)
  })

  it('that another process took over is not removed by the first holder', async () => {
    const path = place()
    const lock = await takeLock(path)
    writeFileSync(path, by(1, 'elsewhere'))
    expect(lock.held()).toBe(false)
    await lock.release()
    expect(existsSync(path)).toBe(true)
  })
})
