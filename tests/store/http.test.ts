/** Redirects, private addresses, proxies and certificates: where a download may go, and how it gets there. */
import dns from 'node:dns'
import { readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { trustedContext } from '../../src/store/certificates.js'
import { type DownloadOptions, download } from '../../src/store/index.js'
import { caught } from '../support/caught.js'
import { answer, catalogueOf, noise, rejected, serve, type TestServer, temporaryFolder } from './server.js'

const BYTES = noise(5000)
const QUICK: DownloadOptions = { retries: 0, stallTimeout: 500, connectTimeout: 1000 }
const FIXTURES = join(import.meta.dirname, 'fixtures')

const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy']
let before: NodeJS.ProcessEnv
beforeEach(() => {
  before = { ...process.env }
  for (const name of PROXY_VARIABLES) {
    delete process.env[name]
    delete process.env[name.toUpperCase()]
  }
})
afterEach(() => {
  process.env = before
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

const good = () => serve((request, response) => answer(request, response, BYTES))

function get(options: DownloadOptions, origin: string | null = null) {
  return download('one', {
    ...QUICK,
    catalogue: catalogueOf({ one: BYTES }, origin),
    dir: temporaryFolder(),
    ...options,
  })
}

/** Names resolve to the addresses given for them, or not at all. */
function resolveTo(names: Readonly<Record<string, readonly string[]>>): string[] {
  const asked: string[] = []
  vi.spyOn(dns, 'lookup').mockImplementation(((
    name: string,
    options: { all?: boolean },
    callback: unknown,
  ) => {
    asked.push(name)
    const found = (names[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    const done = callback as (error: Error | null, ...rest: unknown[]) => void
    if (found.length === 0) done(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }))
    else if (options.all) done(null, found)
    else done(null, found[0]!.address, found[0]!.family)
  }) as never)
  syncBuiltinESMExports()
  return asked
}

describe('an address that is not public', () => {
  it.each([
    'http://127.0.0.1',
    'http://[::1]',
    'http://localhost',
    'http://0x7f.1',
    'http://[::ffff:127.0.0.1]',
    'http://0.0.0.0',
    'http://169.254.169.254',
    'http://10.0.0.1',
  ])('is refused: %s', async (origin) => {
    const error = await rejected(get({}, origin))
    expect(error.code).toBe('DOWNLOAD_REFUSED')
    expect(error.message).toContain('is not public but')
    expect(error.hint).toContain('--allow-private')
  })

  it('is reached when that is asked for', async () => {
    const server = await good()
    expect((await get({ allowPrivate: true }, server.origin)).fetched).toHaveLength(1)
  })

  it('is refused where a name leads to it, on the address that would be used', async () => {
    const server = await good()
    const port = new URL(server.origin).port
    const asked = resolveTo({ 'data.example': ['127.0.0.1'], 'mixed.example': ['10.0.0.1', '::1'] })
    const error = await rejected(get({}, `http://data.example:${port}`))
    expect(error.code).toBe('DOWNLOAD_REFUSED')
    expect(error.message).toContain('data.example is at 127.0.0.1, which is not public but loopback')
    expect((await rejected(get({}, `http://mixed.example:${port}`))).code).toBe('DOWNLOAD_REFUSED')
    // One look-up for one connection: a second one could say something else.
    expect(asked).toEqual(['data.example', 'mixed.example'])
    expect(server.seen).toEqual([])
  })

  it('may be that of the mirror, by number and by name', async () => {
    const server = await good()
    resolveTo({ 'mirror.example': ['127.0.0.1'] })
    const named = server.origin.replace('127.0.0.1', 'mirror.example')
    for (const mirror of [server.origin, named]) expect((await get({ mirror })).fetched).toHaveLength(1)
  })
})

describe('a redirect', () => {
  /** A mirror whose first answer is a redirect to `location`. */
  const redirecting = (location: (origin: string) => string, status = 302): Promise<TestServer> => {
    const made: Promise<TestServer> = serve((request, response) => {
      made.then(({ origin, seen }) => {
        if (seen.length > 1) answer(request, response, BYTES)
        else response.writeHead(status, { location: location(origin) }).end()
      })
    })
    return made
  }

  it.each([301, 302, 303, 307, 308])('with %i is followed on the host that was named', async (status) => {
    const server = await redirecting(() => '/elsewhere/one.bin', status)
    await get({ mirror: server.origin })
    expect(server.seen.map(({ url }) => url)).toEqual(['/data/one.bin', '/elsewhere/one.bin'])
  })

  it('to another private address is refused', async () => {
    const other = await good()
    for (const target of [other.origin, other.origin.replace('127.0.0.1', 'localhost'), 'http://10.0.0.1']) {
      const server = await redirecting(() => `${target}/data/one.bin`)
      const error = await rejected(get({ mirror: server.origin }))
      expect(error.code).toBe('DOWNLOAD_REFUSED')
      expect(error.message).toContain('is not public')
    }
    expect(other.seen).toEqual([])
    const server = await redirecting(() => `${other.origin}/data/one.bin`)
    expect((await get({ mirror: server.origin, allowPrivate: true })).fetched).toHaveLength(1)
  })

  it('does not carry a password to another host', async () => {
    const other = await good()
    const server = await redirecting(() => `${other.origin}/data/one.bin`)
    await get({ mirror: server.origin.replace('//', '//me:secret@'), allowPrivate: true })
    expect(server.seen[0]?.headers.authorization).toBeDefined()
    expect(other.seen[0]?.headers.authorization).toBeUndefined()
  })

  it.each([
    [
      'in a circle',
      (origin: string) => `${origin}/data/one.bin`,
      'DOWNLOAD_REFUSED',
      'redirects in a circle',
    ],
    ['to a file', () => 'file:///etc/passwd', 'DOWNLOAD_REFUSED', 'only https: or http: may follow'],
    ['to ftp', () => 'ftp://example.org/x', 'DOWNLOAD_REFUSED', 'only https: or http: may follow'],
    ['to nowhere', () => 'http://', 'DOWNLOAD_FAILED', 'redirects to no address'],
  ])('%s is refused', async (_, location, code, message) => {
    const server = await redirecting(location)
    const error = await rejected(get({ mirror: server.origin }))
    expect(error.code).toBe(code)
    expect(error.message).toContain(message)
  })

  it('without an address, or one after another for ever, is refused', async () => {
    const bare = await serve((_, response) => response.writeHead(302).end())
    expect((await rejected(get({ mirror: bare.origin }))).message).toContain('no Location')
    const chain: TestServer = await serve((_, response) =>
      response.writeHead(302, { location: `/${chain.seen.length}` }).end(),
    )
    const error = await rejected(get({ mirror: chain.origin }))
    expect(error.message).toContain('redirects more than 5 times')
    expect(chain.seen).toHaveLength(6)
  })
})

describe('TLS', () => {
  const certificate = readFileSync(join(FIXTURES, 'localhost.pem'))
  const key = readFileSync(join(FIXTURES, 'localhost.key'))

  async function secure(handler: Parameters<typeof createSecureServer>[1]): Promise<string> {
    const server = createSecureServer({ cert: certificate, key }, handler)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ends.push(() => {
      server.closeAllConnections()
      server.close()
    })
    return `https://localhost:${(server.address() as AddressInfo).port}`
  }
  const ends: (() => void)[] = []
  afterEach(() => {
    for (const end of ends.splice(0)) end()
  })

  it('refuses a certificate that nobody vouches for, and says how to name its authority', async () => {
    const mirror = await secure((request, response) => answer(request, response, BYTES))
    const error = await rejected(get({ mirror }))
    expect(error.code).toBe('DOWNLOAD_FAILED')
    expect(error.message).toContain('the certificate is not trusted')
    expect(error.hint).toContain('SSL_CERT_FILE')
  })

  it.each(['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'])(
    'trusts what %s names',
    async (variable) => {
      const mirror = await secure((request, response) => answer(request, response, BYTES))
      process.env[variable] = variable.endsWith('DIR') ? FIXTURES : join(FIXTURES, 'localhost.pem')
      expect((await get({ mirror })).fetched).toHaveLength(1)
    },
  )

  it('is not given up by a redirect', async () => {
    const plain = await good()
    const mirror = await secure((_, response) => {
      response.writeHead(302, { location: `${plain.origin}/data/one.bin` }).end()
    })
    process.env.SSL_CERT_FILE = join(FIXTURES, 'localhost.pem')
    const error = await rejected(get({ mirror, allowPrivate: true }))
    expect(error.code).toBe('DOWNLOAD_REFUSED')
    expect(error.message).toContain('from https: only https: may follow')
    expect(plain.seen).toEqual([])
  })

  it('says when a bundle that is named cannot be used', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'empty.pem'), 'nothing')
    for (const SSL_CERT_FILE of [join(folder, 'none.pem'), join(folder, 'empty.pem')]) {
      const error = caught(() => trustedContext({ SSL_CERT_FILE }))
      expect(error).toMatchObject({ code: 'FILE_UNREADABLE', details: { variable: 'SSL_CERT_FILE' } })
    }
    expect(caught(() => trustedContext({ SSL_CERT_DIR: join(folder, 'none') })).code).toBe('FILE_UNREADABLE')
  })

  it('goes through a proxy by CONNECT', async () => {
    const target = await secure((request, response) => answer(request, response, BYTES))
    const proxy = await proxyServer(Number(new URL(target).port))
    process.env.HTTPS_PROXY = proxy.origin
    resolveTo({})
    // The name of the certificate is localhost; that loopback goes direct is why another stands before it.
    const error = await rejected(get({ mirror: target.replace('localhost', 'mirror.example') }))
    expect(proxy.tunnels).toEqual([`mirror.example:${new URL(target).port}`])
    expect(error.message).toContain('the certificate is not trusted')
  })
})

/** A proxy that leads every request, whatever its host, to a port of this machine. */
async function proxyServer(port: number, status = 200) {
  const asked: string[] = []
  const tunnels: string[] = []
  const server = await serve((request, response) => {
    asked.push(request.url ?? '')
    const { pathname } = new URL(request.url ?? '')
    httpRequest({ host: '127.0.0.1', port, path: pathname }, (reply) => {
      response.writeHead(reply.statusCode ?? 500, reply.headers)
      reply.pipe(response)
    }).end()
  })
  server.onConnect((target: string, socket: Socket) => {
    tunnels.push(target)
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
    const through = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      through.pipe(socket).pipe(through)
    })
    through.on('error', () => socket.destroy())
    socket.on('error', () => through.destroy())
  })
  return { ...server, asked, tunnels }
}

describe('a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])('that %s names is asked', async (variable) => {
    const target = await good()
    const proxy = await proxyServer(Number(new URL(target.origin).port))
    process.env[variable] = proxy.origin.replace('//', '//user:pass@')
    resolveTo({})
    await get({ mirror: 'http://mirror.example/corpora' })
    expect(proxy.asked).toEqual(['http://mirror.example/corpora/data/one.bin'])
    expect(proxy.seen[0]?.headers['proxy-authorization']).toBe(`Basic ${btoa('user:pass')}`)
  })

  it('may be named without a scheme', async () => {
    const target = await good()
    const proxy = await proxyServer(Number(new URL(target.origin).port))
    process.env.http_proxy = new URL(proxy.origin).host
    await get({ mirror: 'http://mirror.example' })
    expect(proxy.asked).toHaveLength(1)
  })

  it('is not asked for what NO_PROXY names, nor for loopback', async () => {
    const target = await good()
    const proxy = await proxyServer(1)
    process.env.HTTP_PROXY = proxy.origin
    process.env.NO_PROXY = '.example'
    resolveTo({ 'mirror.example': ['127.0.0.1'] })
    await get({ mirror: target.origin.replace('127.0.0.1', 'mirror.example') })
    await get({ mirror: target.origin })
    expect(proxy.asked).toEqual([])
    expect(target.seen).toHaveLength(2)
  })

  it('does not lead to addresses in numbers that are private', async () => {
    const proxy = await proxyServer(1)
    process.env.HTTP_PROXY = proxy.origin
    const error = await rejected(get({}, 'http://10.1.2.3'))
    expect(error.code).toBe('DOWNLOAD_REFUSED')
    expect(error.message).toContain('names are resolved by the proxy')
    expect(proxy.asked).toEqual([])
  })

  it.each([
    [407, 'answered 407 to CONNECT', 'name:password'],
    [502, 'answered 502 to CONNECT', 'By hand'],
  ])('that answers %i is named', async (status, message, hint) => {
    const proxy = await proxyServer(1, status)
    process.env.HTTPS_PROXY = proxy.origin
    const error = await rejected(get({ mirror: 'https://mirror.example' }))
    expect(error.message).toContain(message)
    expect(error.hint).toContain(hint)
  })

  it.each(['socks5://127.0.0.1:1', 'http://:x:y'])(
    'of a kind that is not supported is refused: %s',
    async (proxy) => {
      process.env.ALL_PROXY = proxy
      expect((await rejected(get({ mirror: 'http://mirror.example' }))).code).toBe('DOWNLOAD_REFUSED')
    },
  )
})
