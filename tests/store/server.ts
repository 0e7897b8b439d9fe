/** HTTP servers on loopback that behave, and that misbehave in every way a test asks for. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach } from 'vitest'
import { WordloomError } from '../../src/core/errors.js'
import type { Catalogue, CatalogueFile } from '../../src/store/catalogue.js'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wordloom-store-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** One request that a server saw. */
export interface Seen {
  readonly url: string
  readonly range: string | undefined
  readonly headers: IncomingMessage['headers']
}

/** A server on loopback. */
export interface TestServer {
  /** Its address, without a slash at the end. */
  readonly origin: string
  readonly seen: Seen[]
  /** Most requests that were under way at once. */
  readonly most: () => number
  /** What is done with CONNECT. */
  readonly onConnect: (handler: (target: string, socket: Socket) => void) => void
}

/** Starts a server that is gone after the test. */
export async function serve(handler: RequestListener, host = '127.0.0.1'): Promise<TestServer> {
  const seen: Seen[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', range: request.headers.range, headers: request.headers })
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    handler(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    seen,
    most: () => most,
    onConnect: (handle) =>
      server.on('connect', (request, socket) => handle(request.url ?? '', socket as Socket)),
  }
}

/** Answers as a good server does: whole or from where the range begins. */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
  etag = '"one"',
): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const valid = request.headers['if-range'] === undefined || request.headers['if-range'] === etag
  if (from >= bytes.length && from > 0) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end()
  } else if (from > 0 && valid) {
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`
    response.writeHead(206, { etag, 'content-range': range, 'content-length': bytes.length - from })
    response.end(bytes.subarray(from))
  } else {
    response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes)
  }
}

/** Sends the head for `bytes` and the first `count` of them, then cuts the connection. */
export function cut(response: ServerResponse, bytes: Uint8Array, count: number, etag = '"one"'): void {
  response.writeHead(200, { etag, 'content-length': bytes.length })
  response.write(bytes.subarray(0, count), () => setTimeout(() => response.destroy(), 20))
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Bytes that look like nothing else, the same ones for the same seed. */
export function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = seed * 2654435761
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes[i] = state >>> 24
  }
  return bytes
}

/** A catalogue of one-file corpora, `id` at `data/id.bin`, whose publisher is `origin`. */
export function catalogueOf(
  files: Readonly<Record<string, Uint8Array>>,
  origin: string | null = null,
): Catalogue {
  const entries = Object.entries(files).map(([id, bytes]) =>
    entryOf(id, [
      {
        path: `data/${id}.bin`,
        url: origin === null ? null : `${origin}/data/${id}.bin`,
        bytes: bytes.length,
        sha256: sha256(bytes),
        compression: 'none',
        encoding: 'binary',
      },
    ]),
  )
  return {
    version: 1,
    corpora: entries,
    collections: { all: { title: 'All', ids: entries.map(({ id }) => id) } },
  }
}

/** A file that is stored gzipped, with content at `origin`. */
export function gzippedFile(name: string, content: Uint8Array, origin: string | null): CatalogueFile {
  const packed = gzipSync(content, { level: 1 })
  return {
    path: `data/${name}.gz`,
    url: origin === null ? null : `${origin}/data/${name}`,
    bytes: packed.length,
    sha256: sha256(packed),
    compression: 'gzip',
    encoding: 'utf-8',
    contentBytes: content.length,
    contentSha256: sha256(content),
  }
}

/** An entry of a catalogue. */
export function entryOf(
  id: string,
  files: readonly CatalogueFile[],
  more: Partial<Catalogue['corpora'][number]> = {},
): Catalogue['corpora'][number] {
  return {
    id,
    title: id,
    language: 'en',
    kind: 'plaintext',
    license: 'CC0-1.0',
    commercial: 'yes',
    redistribution: 'open',
    attribution: '',
    citation: '',
    source: 'https://example.org',
    files,
    reader: { format: 'plain' },
    counts: {},
    ...more,
  }
}

/** The WordloomError that a promise is rejected with; anything else fails the test. */
export async function rejected(promise: Promise<unknown>): Promise<WordloomError> {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (reason) => reason,
  )
  if (error instanceof WordloomError) return error
  throw error
}
