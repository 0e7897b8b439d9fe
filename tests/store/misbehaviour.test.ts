/** Whatever servers do, in whatever order: the file comes whole, or a typed error does, and nothing between. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WordloomError } from '../../src/core/errors.js'
import { download } from '../../src/store/index.js'
import { answer, catalogueOf, noise, serve, temporaryFolder } from './server.js'

const BYTES = noise(30_000)
/** More with WORDLOOM_FUZZ. */
const RUNS = Number(process.env.WORDLOOM_FUZZ ?? 15)
type Handler = Parameters<typeof serve>[0]

const from = (range: string | undefined) => Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0)

/** Sends `count` bytes of what was asked for, then cuts the connection. */
const cutAfter =
  (count: number, bytes = BYTES): Handler =>
  (request, response) => {
    const start = from(request.headers.range)
    const range = { 'content-range': `bytes ${start}-${BYTES.length - 1}/${BYTES.length}` }
    const head = { etag: '"one"', 'content-length': BYTES.length - start, ...(start > 0 ? range : {}) }
    response.writeHead(start > 0 ? 206 : 200, head)
    response.write(bytes.subarray(start, start + count), () => setTimeout(() => response.destroy(), 2))
  }

const misbehaviour: fc.Arbitrary<Handler> = fc.oneof(
  fc.integer({ min: 1, max: 29_999 }).map((count) => cutAfter(count)),
  fc.constantFrom(408, 416, 429, 500, 503).map(
    (status): Handler =>
      (_, response) => {
        response.writeHead(status).end('<html>')
      },
  ),
  fc.integer({ min: 0, max: 40_000 }).map(
    (start): Handler =>
      (_, response) => {
        const range = `bytes ${start}-${BYTES.length - 1}/${BYTES.length}`
        response.writeHead(206, { etag: '"one"', 'content-range': range }).end(BYTES.subarray(start))
      },
  ),
  fc.constant<Handler>((request, response) => {
    delete request.headers.range
    answer(request, response, BYTES, '"two"')
  }),
  fc.constant<Handler>((request) => request.socket.destroy()),
  fc.constant<Handler>((request) => request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n')),
  fc.constant<Handler>((request) => request.socket.end(Buffer.from(noise(50)))),
)
const refusable: fc.Arbitrary<Handler> = fc.oneof(
  misbehaviour,
  fc.integer({ min: 1, max: 29_999 }).map((count) => cutAfter(count, noise(30_000, 7))),
  fc.constant<Handler>((_, response) => response.writeHead(200).end(noise(30_000, 9))),
  fc.integer({ min: 0, max: 60_000 }).map(
    (length): Handler =>
      (_, response) => {
        response.writeHead(200).end(noise(length, 3))
      },
  ),
  fc.constant<Handler>((_, response) => response.writeHead(404).end()),
)

async function run(behaviours: readonly Handler[], last: Handler, retries: number) {
  const dir = temporaryFolder()
  const server = await serve((request, response) => {
    const handler = behaviours[server.seen.length - 1] ?? last
    handler(request, response)
  })
  const options = {
    catalogue: catalogueOf({ one: BYTES }),
    mirror: server.origin,
    dir,
    retries,
    retryDelay: 0,
  }
  const error: unknown = await download('one', { ...options, stallTimeout: 2000 }).then(
    () => undefined,
    (reason) => reason,
  )
  const place = join(dir, 'data/one.bin')
  if (existsSync(place)) expect(readFileSync(place).equals(BYTES)).toBe(true)
  expect(existsSync(place)).toBe(error === undefined)
  const left = readdirSync(join(dir, 'data')).filter((name) => !name.startsWith('one.bin.part'))
  expect(left).toEqual(error === undefined ? ['one.bin'] : [])
  return error
}

it('a file comes in the end from a server that misbehaves and then does not', async () => {
  const good: Handler = (request, response) => answer(request, response, BYTES)
  await fc.assert(
    fc.asyncProperty(fc.array(misbehaviour, { maxLength: 6 }), async (behaviours) => {
      expect(await run(behaviours, good, 10)).toBeUndefined()
    }),
    { numRuns: RUNS },
  )
})

it('what does not come leaves a typed error, and nothing under the name of the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(refusable, { maxLength: 5 }), refusable, async (behaviours, last) => {
      const error = await run(behaviours, last, 2)
      if (error !== undefined) expect(error).toBeInstanceOf(WordloomError)
    }),
    { numRuns: RUNS },
  )
})
