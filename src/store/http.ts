/**
 * GET over HTTP(S) for files that are not trusted: every redirect is followed by hand and every hop is looked at.
 *
 * Whether an address is public is decided where the name is resolved, on the addresses that the socket will use,
 * so that a name which resolves differently the second time gains nothing. The host that the user named (a
 * mirror) may be private; where it redirects to may not. Behind a proxy names are resolved by the proxy, and
 * only addresses written as numbers can be looked at.
 */
import { lookup } from 'node:dns'
import * as http from 'node:http'
import * as https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { SecureContext } from 'node:tls'
import { version } from '../../package.json'
import { notPublic } from './addresses.js'
import { trustedContext } from './certificates.js'
import { Fault, networkFault } from './fault.js'
import { isLoopback, proxyAgent, proxyFor } from './proxies.js'
import { shown } from './shown.js'

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** How connections are made. */
export interface HttpSettings {
  /** Milliseconds until a connection must stand. */
  readonly connectTimeout: number
  /** Milliseconds without a byte after which a connection counts as dead. */
  readonly stallTimeout: number
  /** Whether any host may be private. */
  readonly allowPrivate: boolean
  /** Address that the user named: its host may be private. */
  readonly named?: URL
}

/** An answer whose body has not been read yet. */
export interface Reply {
  /** Where it came from, after redirects. */
  readonly url: URL
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** The bytes of the body. @throws Fault when the connection is cut or stalls */
  body(): AsyncGenerator<Uint8Array>
  /** Drops the body. */
  discard(): void
}

/** Connections that are kept from request to request. */
export class HttpClient {
  readonly #settings: HttpSettings
  readonly #closing = new AbortController()
  readonly #agents = new Map<string, http.Agent>()
  #context: SecureContext | undefined

  constructor(settings: HttpSettings) {
    this.#settings = settings
  }

  /**
   * Asks for `url`, following redirects.
   *
   * @throws Fault when there is no answer, or an address or redirect is refused
   * @throws the reason of `signal` when that aborts
   */
  async get(url: URL, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Reply> {
    const seen = new Set([url.href])
    for (let hops = 0; ; hops++) {
      const response = await this.#request(url, headers, signal)
      const status = response.statusCode ?? 0
      if (!REDIRECTS.has(status)) return this.#reply(url, status, response, signal)
      response.destroy()
      const next = redirected(url, response.headers.location)
      if (hops === MOST_REDIRECTS || seen.has(next.href)) {
        const what = seen.has(next.href) ? 'in a circle' : `more than ${MOST_REDIRECTS} times`
        throw new Fault('DOWNLOAD_REFUSED', `the server redirects ${what}, at last to ${shown(next)}`)
      }
      seen.add(next.href)
      url = next
    }
  }

  /** Ends all connections. */
  close(): void {
    this.#closing.abort()
    for (const agent of this.#agents.values()) agent.destroy()
  }

  async #request(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<http.IncomingMessage> {
    const free = this.#settings.allowPrivate || isNamed(url, this.#settings.named)
    const proxy = proxyFor(url)
    if (!free) refuseLiteral(url, proxy !== undefined)
    const secure = url.protocol === 'https:'
    if (secure || proxy?.protocol === 'https:') this.#context ??= trustedContext()
    const options: https.RequestOptions = {
      agent: await this.#agent(url.protocol, proxy),
      headers: {
        'user-agent': `wordloom/${version}`,
        accept: '*/*',
        'accept-encoding': 'identity',
        ...headers,
      },
      lookup: free ? plainLookup : guardedLookup,
      ...(signal && { signal }),
      ...(this.#context && { secureContext: this.#context }),
    }
    signal?.throwIfAborted()
    return new Promise((resolve, reject) => {
      const request = (secure ? https : http).request(url, options)
      const stop = (after: number, what: string) =>
        setTimeout(() => request.destroy(timeout(what, after)), after)
      const { connectTimeout, stallTimeout } = this.#settings
      let timer = stop(connectTimeout, 'no connection')
      const connected = () => {
        clearTimeout(timer)
        timer = stop(stallTimeout, 'no answer')
      }
      request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
        if (statusCode !== 200) request.destroy(proxyFault(proxy!, statusCode))
      })
      request.once('socket', (socket) => {
        if (socket.connecting) socket.once(secure && !proxy ? 'secureConnect' : 'connect', connected)
        else connected()
      })
      request.once('response', (response) => {
        clearTimeout(timer)
        resolve(response)
      })
      request.on('error', (error) => {
        clearTimeout(timer)
        reject(signal?.aborted ? signal.reason : networkFault(error))
      })
      request.end()
    })
  }

  async #agent(protocol: string, proxy: URL | undefined): Promise<http.Agent> {
    const key = `${protocol} ${proxy?.href ?? ''}`
    const present = this.#agents.get(key)
    if (present !== undefined) return present
    const made =
      proxy === undefined
        ? new (protocol === 'https:' ? https : http).Agent({ keepAlive: true })
        : await proxyAgent(proxy, protocol, {
            signal: this.#closing.signal,
            ...(this.#context && { secureContext: this.#context }),
          })
    this.#agents.set(key, made)
    return made
  }

  #reply(url: URL, status: number, response: http.IncomingMessage, signal?: AbortSignal): Reply {
    const { stallTimeout } = this.#settings
    return {
      url,
      status,
      headers: response.headers,
      discard: () => response.destroy(),
      async *body() {
        const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
        try {
          for (;;) {
            // Only waiting counts: a slow disk is not the server's fault.
            const timer = setTimeout(() => response.destroy(timeout('no byte', stallTimeout)), stallTimeout)
            const { done, value } = await chunks.next().finally(() => clearTimeout(timer))
            if (done) return
            yield value
          }
        } catch (error) {
          signal?.throwIfAborted()
          throw networkFault(error)
        } finally {
          response.destroy()
        }
      },
    }
  }
}

function redirected(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw new Fault(
      'DOWNLOAD_FAILED',
      `${shown(from)} redirects to no address (${location ?? 'no Location'})`,
    )
  }
  const to = new URL(location, from)
  const allowed = from.protocol === 'https:' ? ['https:'] : ['https:', 'http:']
  if (allowed.includes(to.protocol)) return to
  throw new Fault(
    'DOWNLOAD_REFUSED',
    `${shown(from)} redirects to ${shown(to)}: from ${from.protocol} only ${allowed.join(' or ')} may follow`,
  )
}

/** Whether `url` is on the host and port that the user named, or the same host with TLS on the standard ports. */
function isNamed(url: URL, named: URL | undefined): boolean {
  if (named === undefined) return false
  if (url.origin === named.origin) return true
  return url.hostname === named.hostname && url.port === '' && named.port === ''
}

function refuseLiteral(url: URL, proxied: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const what = isIP(host) > 0 ? notPublic(host) : isLoopback(host) ? 'loopback' : undefined
  if (what !== undefined) throw privateFault(shown(url), [host], what, proxied)
}

const plainLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options as never, callback as never)
}

/** Looks a name up and keeps the addresses that are public. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true } as { all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const kept = addresses.filter(({ address }) => notPublic(address) === undefined)
    const first = kept[0]
    if (first === undefined) {
      const all = addresses.map(({ address }) => address)
      const fault = privateFault(hostname, all, notPublic(all[0] ?? '') ?? 'private', false)
      return callback(fault as NodeJS.ErrnoException, '')
    }
    if (options.all === true) callback(null, kept)
    else callback(null, first.address, first.family)
  })
}

function privateFault(what: string, addresses: readonly string[], kind: string, proxied: boolean): Fault {
  const where = addresses.includes(what) ? '' : ` is at ${addresses.join(', ')}, which`
  const note = proxied ? ' (names are resolved by the proxy; addresses in numbers are looked at here)' : ''
  return new Fault('DOWNLOAD_REFUSED', `${what}${where} is not public but ${kind}${note}`, {
    hint: 'If that is meant, allow it: --allow-private (allowPrivate: true), or name the host as the mirror.',
    details: { addresses, kind },
  })
}

function proxyFault(proxy: URL, status: number): Fault {
  const login = status === 407
  return new Fault('DOWNLOAD_FAILED', `the proxy ${shown(proxy)} answered ${status} to CONNECT`, {
    again: status >= 500,
    everywhere: login,
    details: { proxy: shown(proxy), status },
    ...(login && { hint: 'Give it a name and password: HTTPS_PROXY=http://name:password@proxy:port.' }),
  })
}

function timeout(what: string, milliseconds: number): Fault {
  return new Fault('DOWNLOAD_FAILED', `${what} within ${milliseconds / 1000} s`, {
    again: true,
    details: { cause: 'TIMEOUT' },
  })
}
