/** Downloads from servers that behave and misbehave: what comes is right, or an error says what came. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type DownloadOptions, type DownloadProgress, download } from '../../src/store/index.js'
import {
  answer,
  catalogueOf,
  cut,
  entryOf,
  gzippedFile,
  noise,
  rejected,
  serve,
  temporaryFolder,
} from './server.js'

const BYTES = noise(200_000)
const HALF = BYTES.length / 2

/** The offset that a request went on from: something came, and no more than was sent (a cut may lose the last of it). */
function expectResumed(range: string | undefined): number {
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1])
  expect(from).toBeGreaterThan(0)
  expect(from).toBeLessThanOrEqual(HALF)
  return from
}
const QUICK: DownloadOptions = { retries: 2, retryDelay: 5, stallTimeout: 150, connectTimeout: 1000 }

/** All files below a folder. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

/** Downloads the one corpus of `BYTES` from the mirror and gives the bytes that are then in the store. */
async function downloaded(mirror: string, dir = temporaryFolder(), options: DownloadOptions = {}) {
  const report = await download('one', {
    ...QUICK,
    catalogue: catalogueOf({ one: BYTES }),
    mirror,
    dir,
    ...options,
  })
  expect(filesIn(dir)).toEqual(['one.bin'])
  return { report, dir, right: readFileSync(join(dir, 'data/one.bin')).equals(BYTES) }
}

/** The error when the one corpus of `BYTES` is downloaded from the mirror. */
async function failed(mirror: string, dir = temporaryFolder(), options: DownloadOptions = {}) {
  const error = await rejected(
    download('one', { ...QUICK, catalogue: catalogueOf({ one: BYTES }), mirror, dir, ...options }),
  )
  expect(existsSync(join(dir, 'data/one.bin'))).toBe(false)
  expect(filesIn(dir).filter((name) => name.includes('.lock'))).toEqual([])
  return error
}

describe('a download', () => {
  it('brings a file, and keeps it the next time', async () => {
    const server = await serve((request, response) => answer(request, response, BYTES))
    const { report, dir, right } = await downloaded(server.origin)
    expect(right).toBe(true)
    expect(report).toMatchObject({
      dir,
      ids: ['one'],
      fetched: ['data/one.bin'],
      kept: [],
      bytes: BYTES.length,
    })
    expect(server.seen[0]?.url).toBe('/data/one.bin')
    expect(server.seen[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' })
    expect(server.seen[0]?.headers['user-agent']).toMatch(/^wordloom\/\d/)
    const again = await downloaded(server.origin, dir)
    expect(again.report).toMatchObject({ fetched: [], kept: ['data/one.bin'], bytes: 0 })
    expect(server.seen).toHaveLength(1)
  })

  it('fetches a wrong file anew', async () => {
    const server = await serve((request, response) => answer(request, response, BYTES))
    const dir = temporaryFolder()
    mkdirSync(join(dir, 'data'))
    writeFileSync(join(dir, 'data/one.bin'), noise(BYTES.length, 2))
    expect((await downloaded(server.origin, dir)).right).toBe(true)
  })

  it('goes on where a cut connection left it, asking for the same file', async () => {
    const server = await serve((request, response) => {
      if (server.seen.length === 1) cut(response, BYTES, HALF)
      else answer(request, response, BYTES)
    })
    const { right, report } = await downloaded(server.origin)
    expect(right).toBe(true)
    expect(report.bytes).toBe(BYTES.length)
    expect(server.seen).toHaveLength(2)
    expectResumed(server.seen[1]?.range)
    expect(server.seen[1]?.headers['if-range']).toBe('"one"')
  })

  it.each([
    [
      'ignores the range',
      (_: number, request, response) => {
        delete request.headers.range
        answer(request, response, BYTES)
      },
    ],
    [
      'answers another range',
      (n, request, response) => {
        if (n > 2) return answer(request, response, BYTES)
        response.writeHead(206, {
          etag: '"one"',
          'content-range': `bytes 7-${BYTES.length - 1}/${BYTES.length}`,
        })
        response.end(BYTES.subarray(7))
      },
    ],
    [
      'answers 206 without a range',
      (n, request, response) => {
        if (n > 2) return answer(request, response, BYTES)
        response.writeHead(206, { etag: '"one"' }).end(BYTES)
      },
    ],
    [
      'changes its ETag and honours If-Range',
      (_, request, response) => answer(request, response, BYTES, '"two"'),
    ],
    [
      'changes its ETag and ignores If-Range',
      (_, request, response) => {
        delete request.headers['if-range']
        answer(request, response, BYTES, '"two"')
      },
    ],
    [
      'answers 416',
      (n, request, response) => {
        if (n > 2) return answer(request, response, BYTES)
        response.writeHead(416, { 'content-range': `bytes */${HALF}` }).end()
      },
    ],
  ] as [string, (n: number, ...args: Parameters<Parameters<typeof serve>[0]>) => void][])(
    'starts over from a server that %s',
    async (_, second) => {
      const server = await serve((request, response) => {
        if (server.seen.length === 1) cut(response, BYTES, HALF)
        else second(server.seen.length, request, response)
      })
      expect((await downloaded(server.origin)).right).toBe(true)
      expectResumed(server.seen[1]?.range)
    },
  )

  it('starts over once when what it went on with was wrong', async () => {
    const dir = temporaryFolder()
    const server = await serve((request, response) => {
      if (server.seen.length === 1) cut(response, noise(BYTES.length, 3), HALF)
      else answer(request, response, BYTES)
    })
    expect((await downloaded(server.origin, dir)).right).toBe(true)
    expect(server.seen.map(({ range }) => range === undefined)).toEqual([true, false, true])
    expectResumed(server.seen[1]?.range)
  })

  it('resumes what an earlier run left', async () => {
    const dir = temporaryFolder()
    const server = await serve((request, response) => {
      if (server.seen.length === 1) cut(response, BYTES, HALF)
      else answer(request, response, BYTES)
    })
    const error = await failed(server.origin, dir, { retries: 0 })
    expect(error.code).toBe('DOWNLOAD_FAILED')
    expect(filesIn(dir).sort()).toEqual(['one.bin.part', 'one.bin.part.json'])
    const { right, report } = await downloaded(server.origin, dir)
    expect(right).toBe(true)
    expect(report.bytes).toBe(BYTES.length - expectResumed(server.seen[1]?.range))
  })

  it('takes up a part that was whole without asking for it again', async () => {
    const dir = temporaryFolder()
    const server = await serve((request, response) => answer(request, response, BYTES))
    await downloaded(server.origin, dir)
    const place = join(dir, 'data/one.bin')
    renameSync(place, `${place}.part`)
    const sha256 = catalogueOf({ one: BYTES }).corpora[0]!.files[0]!.sha256
    writeFileSync(`${place}.part.json`, JSON.stringify({ url: 'x', sha256 }))
    expect((await downloaded(server.origin, dir)).right).toBe(true)
    expect(server.seen).toHaveLength(1)
  })

  it.each([
    ['is of another file', JSON.stringify({ url: 'x', sha256: '0' })],
    ['has a broken note', '{'],
    ['has no note', undefined],
  ])('does not go on with a part that %s', async (_, note) => {
    const dir = temporaryFolder()
    mkdirSync(join(dir, 'data'))
    writeFileSync(join(dir, 'data/one.bin.part'), BYTES.subarray(0, HALF))
    if (note !== undefined) writeFileSync(join(dir, 'data/one.bin.part.json'), note)
    const server = await serve((request, response) => answer(request, response, BYTES))
    expect((await downloaded(server.origin, dir)).right).toBe(true)
    expect(server.seen[0]?.range).toBeUndefined()
  })

  it.each([429, 503, 500, 408])('tries again after %i', async (status) => {
    const server = await serve((request, response) => {
      if (server.seen.length < 3) response.writeHead(status).end()
      else answer(request, response, BYTES)
    })
    const notes: string[] = []
    const onProgress = ({ state, note }: DownloadProgress) => {
      if (state === 'retrying') notes.push(note)
    }
    expect((await downloaded(server.origin, undefined, { onProgress })).right).toBe(true)
    expect(notes).toHaveLength(2)
    expect(notes[0]).toMatch(new RegExp(`^the server answered ${status}; again in \\d`))
  })

  it('waits as long as Retry-After says, and not for hours', async () => {
    const server = await serve((request, response) => {
      if (server.seen.length === 1) response.writeHead(429, { 'retry-after': '1' }).end()
      else answer(request, response, BYTES)
    })
    const began = performance.now()
    expect((await downloaded(server.origin)).right).toBe(true)
    expect(performance.now() - began).toBeGreaterThan(950)
    const later = await serve((_, response) => response.writeHead(503, { 'retry-after': '7200' }).end())
    expect((await failed(later.origin)).code).toBe('DOWNLOAD_FAILED')
    expect(later.seen).toHaveLength(1)
  })

  it('gives up on a connection that stalls, after as many tries as it has', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': BYTES.length })
      response.write(BYTES.subarray(0, 10))
    })
    const error = await failed(server.origin)
    expect(error.code).toBe('DOWNLOAD_FAILED')
    expect(error.message).toContain('no byte within 0.15 s')
    expect(server.seen).toHaveLength(3)
  })

  it('gives up on a server that never answers', async () => {
    const server = await serve(() => {})
    expect((await failed(server.origin, undefined, { retries: 0 })).message).toContain(
      'no answer within 0.15 s',
    )
  })

  it('goes on through any number of cuts that bring the file on', async () => {
    const server = await serve((request, response) => {
      const from = Number(/\d+/.exec(request.headers.range ?? '0')?.[0])
      const to = Math.min(BYTES.length, from + 40_000)
      const head = { etag: '"one"', 'content-length': BYTES.length - from }
      const range = { 'content-range': `bytes ${from}-${BYTES.length - 1}/${BYTES.length}` }
      response.writeHead(from ? 206 : 200, from ? { ...head, ...range } : head)
      const end = to === BYTES.length
      response.write(BYTES.subarray(from, to), () =>
        end ? response.end() : setTimeout(() => response.destroy(), 10),
      )
    })
    expect((await downloaded(server.origin, undefined, { retries: 1 })).right).toBe(true)
    expect(server.seen).toHaveLength(5)
  })

  it.each([
    ['announces too much', { 'content-length': BYTES.length + 1 }, `announces ${BYTES.length + 1} bytes`],
    ['announces too little', { 'content-length': 10 }, 'announces 10 bytes'],
    ['packs the file', { 'content-encoding': 'gzip' }, 'Content-Encoding: gzip'],
  ])('is refused before a byte is used when the server %s', async (_, head, message) => {
    const server = await serve((_, response) => {
      response.writeHead(200, head)
      response.flushHeaders()
      response.write(BYTES.subarray(0, 10))
    })
    const dir = temporaryFolder()
    const error = await failed(server.origin, dir)
    expect(error.code).toBe('DOWNLOAD_MISMATCH')
    expect(error.message).toContain(message)
    expect(server.seen).toHaveLength(1)
    expect(filesIn(dir)).toEqual([])
  })

  it.each([
    ['sends too much without saying so', noise(BYTES.length + 100_000), 'more than 200000 bytes came'],
    ['sends too little without saying so', BYTES.subarray(0, 1000), '1000 bytes with SHA-256'],
    ['sends other bytes', noise(BYTES.length, 9), `${BYTES.length} bytes with SHA-256`],
  ])('is refused when the server %s', async (_, bytes, message) => {
    const server = await serve((_, response) => response.writeHead(200).end(bytes))
    const dir = temporaryFolder()
    const error = await failed(server.origin, dir)
    expect(error.code).toBe('DOWNLOAD_MISMATCH')
    expect(error.message).toContain(message)
    expect(error.message).toContain('Expected 200000 bytes with SHA-256 ')
    expect(error.message).toContain(`${server.origin}/data/one.bin`)
    expect(error.hint).toContain(`at ${join(dir, 'data/one.bin')}`)
    expect(error.hint).toContain('sha256sum')
    expect(filesIn(dir)).toEqual([])
  })

  it('stops reading a body that never ends', async () => {
    let sent = 0
    const server = await serve((_, response) => {
      const chunk = noise(65_536)
      const more = () => {
        sent += chunk.length
        if (!response.destroyed) response.write(chunk, () => setImmediate(more))
      }
      response.writeHead(200)
      more()
    })
    expect((await failed(server.origin)).code).toBe('DOWNLOAD_MISMATCH')
    expect(sent).toBeLessThan(20_000_000)
  })

  it('names the address and the step by hand when there is no such file', async () => {
    const server = await serve((_, response) => response.writeHead(404).end('<html>'))
    const error = await failed(server.origin)
    expect(error).toMatchObject({ code: 'DOWNLOAD_FAILED', details: { status: 404, id: 'one' } })
    expect(error.message).toContain('the server answered 404')
    expect(server.seen).toHaveLength(1)
  })

  it('says so at once when nobody answers at the address', async () => {
    const began = performance.now()
    const error = await failed('http://127.0.0.1:1')
    expect(error.message).toContain('the connection was refused (ECONNREFUSED)')
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('never prints the password of a mirror', async () => {
    const server = await serve((_, response) => response.writeHead(404).end())
    const error = await failed(server.origin.replace('//', '//me:secret@'))
    expect(JSON.stringify(error) + error.message).not.toContain('secret')
    expect(server.seen[0]?.headers.authorization).toBe(`Basic ${btoa('me:secret')}`)
  })
})

describe('a download of several files', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`c${i}`, noise(3000 + i, i + 1)]))
  const handler = (
    request: { url?: string | undefined },
    response: { end(bytes: Uint8Array): void },
    pause: number,
  ) => {
    const id = /(c\d+)\.bin/.exec(request.url ?? '')![1]!
    setTimeout(() => response.end(files[id]!), pause)
  }

  it.each([1, 3])('has at most %i under way at once', async (concurrency) => {
    const server = await serve((request, response) => handler(request, response, 5))
    const options = {
      catalogue: catalogueOf(files),
      mirror: server.origin,
      dir: temporaryFolder(),
      concurrency,
    }
    expect((await download('all', options)).fetched).toHaveLength(12)
    expect(server.most()).toBe(concurrency)
  })

  it('tells how far it is', async () => {
    const server = await serve((request, response) => handler(request, response, 1))
    const events: DownloadProgress[] = []
    const onProgress = (event: DownloadProgress) => events.push(event)
    await download('all', {
      catalogue: catalogueOf(files),
      mirror: server.origin,
      dir: temporaryFolder(),
      onProgress,
    })
    const total = Object.values(files).reduce((sum, { length }) => sum + length, 0)
    expect(events.filter(({ state }) => state === 'checking')).toHaveLength(12)
    expect(events.filter(({ state }) => state === 'done')).toHaveLength(12)
    expect(events.at(-1)).toMatchObject({
      bytes: total,
      totalBytes: total,
      filesDone: 12,
      files: 12,
      secondsLeft: 0,
    })
    for (const [i, event] of events.entries()) {
      if (event.state === 'checking') continue
      expect(event.bytes).toBeGreaterThanOrEqual(events[i - 1]!.bytes)
      expect(event.bytes).toBeLessThanOrEqual(total)
    }
  })

  it('brings the others when one fails, and names the failed one', async () => {
    const server = await serve((request, response) => {
      if (request.url?.includes('c3.')) response.writeHead(404).end()
      else handler(request, response, 1)
    })
    const dir = temporaryFolder()
    const error = await rejected(
      download('all', { catalogue: catalogueOf(files), mirror: server.origin, dir }),
    )
    expect(error.details).toMatchObject({ id: 'c3', status: 404 })
    expect(filesIn(dir)).toHaveLength(11)
  })

  it('tells of all that failed', async () => {
    const server = await serve((request, response) => {
      if (/c[37]\./.test(request.url ?? '')) response.writeHead(404).end()
      else handler(request, response, 1)
    })
    const options = { catalogue: catalogueOf(files), mirror: server.origin, dir: temporaryFolder() }
    const error = await rejected(download('all', options))
    expect(error.message).toContain('2 of 12 files did not come. The first: data/c')
    expect((error.details.failures as { id: string }[]).map(({ id }) => id).sort()).toEqual(['c3', 'c7'])
  })

  it('asks once where nobody answers', async () => {
    const options = { ...QUICK, catalogue: catalogueOf(files), mirror: 'http://127.0.0.1:1', concurrency: 1 }
    const error = await rejected(download('all', { ...options, dir: temporaryFolder() }))
    expect(error.message).toContain('data/c0.bin')
    expect(error.details.failures).toBeUndefined()
  })

  it('ends with the reason of the signal, and what came is resumed', async () => {
    const stop = new AbortController()
    const server = await serve((request, response) => {
      if (server.seen.length > 1) return answer(request, response, BYTES)
      response.writeHead(200, { etag: '"one"', 'content-length': BYTES.length })
      response.write(BYTES.subarray(0, HALF), () => setTimeout(() => stop.abort(new Error('enough')), 20))
    })
    const dir = temporaryFolder()
    const options = {
      ...QUICK,
      stallTimeout: 5000,
      catalogue: catalogueOf({ one: BYTES }),
      mirror: server.origin,
      dir,
    }
    await expect(download('one', { ...options, signal: stop.signal })).rejects.toThrow('enough')
    expect(filesIn(dir).sort()).toEqual(['one.bin.part', 'one.bin.part.json'])
    await expect(download('one', { ...options, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    expect((await downloaded(server.origin, dir)).right).toBe(true)
    expectResumed(server.seen.at(-1)?.range)
  })
})

describe('a gzipped file', () => {
  const content = new TextEncoder().encode('It comes and it goes.\n'.repeat(5000))
  const catalogue = (origin: string | null) => ({
    version: 1,
    corpora: [entryOf('text', [gzippedFile('text.txt', content, origin)])],
    collections: {},
  })
  const unpacked = (dir: string) => gunzipSync(readFileSync(join(dir, 'data/text.txt.gz')))

  it('comes unpacked from its publisher and is stored gzipped', async () => {
    const server = await serve((request, response) => {
      if (server.seen.length === 1) cut(response, content, content.length / 2)
      else answer(request, response, content)
    })
    const dir = temporaryFolder()
    const options = { ...QUICK, catalogue: catalogue(server.origin), dir, allowPrivate: true }
    expect((await download('text', options)).bytes).toBe(content.length)
    expect(unpacked(dir).equals(content)).toBe(true)
    expect(filesIn(dir)).toEqual(['text.txt.gz'])
    expect((await download('text', options)).kept).toEqual(['data/text.txt.gz'])
  })

  it.each([1, 9])('comes as it is from a mirror, though packed otherwise (level %i)', async (level) => {
    const packed = gzipSync(content, { level })
    const server = await serve((request, response) => {
      // Some servers say so of every file whose name ends in .gz.
      response.setHeader('content-encoding', 'x-gzip')
      answer(request, response, packed)
    })
    const dir = temporaryFolder()
    await download('text', { ...QUICK, catalogue: catalogue(null), dir, mirror: server.origin })
    expect(readFileSync(join(dir, 'data/text.txt.gz')).equals(packed)).toBe(true)
  })

  it('is refused when it unpacks to something else, or to more', async () => {
    for (const [wrong, message] of [
      [gzipSync(noise(content.length)).subarray(0, 400), 'unexpected end of file'],
      [gzipSync(new Uint8Array(content.length)), 'unpacked SHA-256'],
      [gzipSync(new Uint8Array(content.length * 10)), `unpacks to more than ${content.length} bytes`],
    ] as const) {
      const server = await serve((request, response) => answer(request, response, wrong))
      const options = { ...QUICK, catalogue: catalogue(null), dir: temporaryFolder(), mirror: server.origin }
      const error = await rejected(download('text', options))
      expect(error.code).toBe('DOWNLOAD_MISMATCH')
      expect(error.message).toContain(message)
    }
  })
})

describe('a mirror', () => {
  it.each([
    ['a path', (folder: string) => folder],
    ['a file: URL', (folder: string) => pathToFileURL(folder).href],
  ])('may be a folder, named by %s', async (_, named) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data/one.bin'), BYTES)
    expect((await downloaded(named(folder))).right).toBe(true)
  })

  it('may be a folder with a wrong file, which is refused', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'data/one.bin'), { recursive: true })
    expect((await failed(folder)).message).toContain('what stands there is not a file')
    rmSync(join(folder, 'data/one.bin'), { recursive: true })
    expect((await failed(folder)).message).toContain('the mirror has no such file')
    for (const wrong of [noise(BYTES.length, 5), BYTES.subarray(1), noise(BYTES.length + 1)]) {
      writeFileSync(join(folder, 'data/one.bin'), wrong)
      expect((await failed(folder)).code).toBe('DOWNLOAD_MISMATCH')
    }
  })

  it('may be the address of a folder of the server, with characters that need escapes', async () => {
    const server = await serve((request, response) => answer(request, response, BYTES))
    const catalogue = catalogueOf({ 'ä #1': BYTES })
    await download('ä #1', { catalogue, mirror: `${server.origin}/some/where?key=1`, dir: temporaryFolder() })
    expect(server.seen[0]?.url).toBe('/some/where/data/%C3%A4%20%231.bin?key=1')
  })

  it('that is named is the only source', async () => {
    const upstream = await serve((request, response) => answer(request, response, BYTES))
    const server = await serve((_, response) => response.writeHead(404).end())
    const catalogue = catalogueOf({ one: BYTES }, upstream.origin)
    expect((await failed(server.origin, undefined, { catalogue, allowPrivate: true })).details.status).toBe(
      404,
    )
    expect(upstream.seen).toEqual([])
  })

  it.each(['ftp://example.org', 'http://', '', 'data:,'])('is not %j', async (mirror) => {
    const options = { catalogue: catalogueOf({ one: BYTES }), mirror, dir: temporaryFolder() }
    expect((await rejected(download('one', options))).code).toBe('OPTION_INVALID')
  })

  it('is asked for where nothing else has the file', async () => {
    const error = await rejected(
      download('one', { catalogue: catalogueOf({ one: BYTES }), dir: temporaryFolder() }),
    )
    expect(error.code).toBe('DOWNLOAD_FAILED')
    expect(error.message).toContain('only mirrors have it')
    expect(error.hint).toContain('--mirror')
  })
})

describe('the store', () => {
  it('says when a file stands where its folder must be', async () => {
    const dir = temporaryFolder()
    writeFileSync(join(dir, 'data'), 'in the way')
    const server = await serve((request, response) => answer(request, response, BYTES))
    const error = await rejected(
      download('one', { catalogue: catalogueOf({ one: BYTES }), mirror: server.origin, dir }),
    )
    expect(error.code).toBe('STORE_UNWRITABLE')
    expect(error.message).toContain('a file stands where a folder must be')
  })

  it('says when it may not write', async () => {
    const dir = temporaryFolder()
    mkdirSync(join(dir, 'data'), { mode: 0o500 })
    // Nothing keeps root from writing there, but from writing to /sys.
    const folder = process.getuid?.() === 0 ? '/sys/wordloom' : dir
    const server = await serve((request, response) => answer(request, response, BYTES))
    const error = await rejected(
      download('one', { catalogue: catalogueOf({ one: BYTES }), mirror: server.origin, dir: folder }),
    )
    expect(error.code).toBe('STORE_UNWRITABLE')
    expect(error.message).toMatch(/permission denied|read-only/)
  })

  it('says when there is no room, before anything is fetched', async () => {
    const file = { ...catalogueOf({ one: BYTES }).corpora[0]!.files[0]!, bytes: 2 ** 52 }
    const catalogue = { version: 1, corpora: [entryOf('one', [file])], collections: {} }
    const error = await failed('http://127.0.0.1:1', undefined, { catalogue })
    expect(error.code).toBe('STORE_UNWRITABLE')
    expect(error.message).toContain('has room for')
  })

  it.each(['../one', '/etc/one', 'a/../../one', 'C:/one', 'a\\b', 'a//b', './a', ''])(
    'never writes to the path %j of a catalogue',
    async (path) => {
      const file = { ...catalogueOf({ one: BYTES }).corpora[0]!.files[0]!, path }
      const catalogue = { version: 1, corpora: [entryOf('one', [file])], collections: {} }
      const error = await rejected(download('one', { catalogue, mirror: '.', dir: temporaryFolder() }))
      expect(error.code).toBe('OPTION_INVALID')
    },
  )

  it('starts afresh beside a part whose writer may still be there', async () => {
    const dir = temporaryFolder()
    const server = await serve((request, response) => answer(request, response, BYTES))
    mkdirSync(join(dir, 'data'))
    const place = join(dir, 'data/one.bin')
    const { sha256 } = catalogueOf({ one: BYTES }).corpora[0]!.files[0]!
    writeFileSync(`${place}.part`, BYTES.subarray(0, HALF))
    writeFileSync(`${place}.part.json`, JSON.stringify({ url: 'x', sha256 }))
    writeFileSync(`${place}.lock`, JSON.stringify({ pid: 1, host: 'elsewhere', token: 'a' }))
    utimesSync(`${place}.lock`, 0, Date.now() / 1000 - 100)
    expect((await downloaded(server.origin, dir)).right).toBe(true)
    expect(server.seen[0]?.range).toBeUndefined()
  })
})

describe('the options of a download', () => {
  it.each([
    [{ concurrency: 0 }, 'OPTION_INVALID'],
    [{ concurrency: 1.5 }, 'OPTION_INVALID'],
    [{ retries: -1 }, 'OPTION_INVALID'],
    [{ stallTimeout: Number.NaN }, 'OPTION_INVALID'],
    [{ dir: '' }, 'OPTION_INVALID'],
    [{ mirrors: 'x' } as DownloadOptions, 'OPTION_INVALID'],
    [{ allowPrivate: 1 } as unknown as DownloadOptions, 'OPTION_INVALID'],
  ])('are refused: %j', async (options, code) => {
    expect(
      (await rejected(download('one', { catalogue: catalogueOf({ one: BYTES }), ...options }))).code,
    ).toBe(code)
  })

  it('name the nearest corpus or collection', async () => {
    for (const [name, near] of [
      ['brown', 'nltk-brown'],
      ['Brown', 'nltk-brown'],
      ['ewt', 'ud-english-ewt'],
      ['nltk-bown', 'nltk-brown'],
      ['populr', 'popular'],
      ['wordnett', 'oewn'],
    ]) {
      const error = await rejected(download(name!, { dir: temporaryFolder() }))
      expect(error.code).toBe('CORPUS_UNKNOWN')
      if (near !== 'oewn') expect(error.hint).toContain(`'${near}'`)
    }
  })
})
