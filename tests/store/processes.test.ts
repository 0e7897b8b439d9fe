/** Downloads by processes of their own: killed in mid-download, two at once, interrupted by Ctrl-C. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { download } from '../../src/store/index.js'
import { answer, catalogueOf, noise, serve, temporaryFolder } from './server.js'

const BYTES = noise(600_000)
const CATALOGUE = catalogueOf({ one: BYTES })

/** Starts a process that downloads the one corpus; it prints how many files it fetched. */
function start(mirror: string, dir: string): { child: ChildProcess; ended: Promise<string> } {
  const script = join(dir, '..', `${process.hrtime.bigint()}.mts`)
  const store = pathToFileURL(join(process.cwd(), 'src/store/index.ts')).href
  writeFileSync(
    script,
    `import { download } from ${JSON.stringify(store)}
const catalogue = ${JSON.stringify(CATALOGUE)}
const report = await download('one', { catalogue, mirror: ${JSON.stringify(mirror)}, dir: ${JSON.stringify(dir)} })
console.log('fetched', report.fetched.length)
`,
  )
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<string>((resolve) => {
    let out = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.on('close', () => resolve(out.trim()))
  })
  return { child, ended }
}

/** A server that sends a block every few milliseconds. */
function slowly(pause: number): Parameters<typeof serve>[0] {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const range = `bytes ${from}-${BYTES.length - 1}/${BYTES.length}`
    const head = { etag: '"one"', 'content-length': BYTES.length - from }
    response.writeHead(from ? 206 : 200, from ? { ...head, 'content-range': range } : head)
    const send = (at: number) => {
      if (response.destroyed) return
      if (at >= BYTES.length) response.end()
      else response.write(BYTES.subarray(at, at + 20_000), () => setTimeout(send, pause, at + 20_000))
    }
    send(from)
  }
}

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0)

describe('a process', () => {
  it('that is killed in mid-download breaks nothing, and the next one goes on with a range', async () => {
    const dir = join(temporaryFolder(), 'store')
    const place = join(dir, 'data/one.bin')
    const server = await serve(slowly(20))
    const { child, ended } = start(server.origin, dir)
    while (sizeOf(`${place}.part`) < 100_000) await sleep(10)
    child.kill('SIGKILL')
    await ended
    const left = sizeOf(`${place}.part`)
    expect(left).toBeLessThan(BYTES.length)
    expect(existsSync(place)).toBe(false)
    expect(existsSync(`${place}.lock`)).toBe(true)

    const again = await serve((request, response) => answer(request, response, BYTES))
    const notes: string[] = []
    const report = await download('one', {
      catalogue: CATALOGUE,
      mirror: again.origin,
      dir,
      onProgress: ({ state, note }) => state === 'locked' && notes.push(note),
    })
    expect(readFileSync(place).equals(BYTES)).toBe(true)
    expect(again.seen.map(({ range }) => range)).toEqual([`bytes=${left}-`])
    expect(report.bytes).toBe(BYTES.length - left)
    expect(notes).toEqual([`process ${child.pid} on ${(await import('node:os')).hostname()} is fetching it`])
    expect(readdirSync(join(dir, 'data'))).toEqual(['one.bin'])
  })

  it('waits for another that fetches the same file: the server sends it once', async () => {
    const dir = join(temporaryFolder(), 'store')
    const server = await serve(slowly(10))
    const both = [start(server.origin, dir), start(server.origin, dir)]
    const printed = await Promise.all(both.map(({ ended }) => ended))
    expect(printed.sort()).toEqual(['fetched 0', 'fetched 1'])
    expect(server.seen).toHaveLength(1)
    expect(readFileSync(join(dir, 'data/one.bin')).equals(BYTES)).toBe(true)
    expect(readdirSync(join(dir, 'data'))).toEqual(['one.bin'])
  })
})
