/**
 * Proxies as the environment names them: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, in either case.
 *
 * The libraries that speak to them are loaded when there is one. Loopback is reached directly, as in Go's
 * net/http: a proxy on another machine cannot reach it. A proxy without a scheme is an http: one, as in curl.
 */
import type { Agent } from 'node:http'
import type { SecureContextOptions } from 'node:tls'
import { getProxyForUrl } from 'proxy-from-env'
import { notPublic } from './addresses.js'
import { Fault } from './fault.js'

/** Address of the proxy that leads to `url`; undefined for none. */
export function proxyFor(url: URL): URL | undefined {
  if (isLoopback(url.hostname)) return undefined
  const named = getProxyForUrl(url)
  if (named === '') return undefined
  const values = Object.values(process.env)
  const address = values.includes(named) ? named : `http://${named.slice(named.indexOf('://') + 3)}`
  if (!URL.canParse(address)) {
    throw new Fault('DOWNLOAD_REFUSED', `the environment names a proxy that is no address: '${address}'`, {
      everywhere: true,
      hint: 'Set HTTPS_PROXY to an address such as http://proxy.example:8080.',
    })
  }
  const proxy = new URL(address)
  if (proxy.protocol === 'http:' || proxy.protocol === 'https:') return proxy
  throw new Fault(
    'DOWNLOAD_REFUSED',
    `the environment names a proxy of a kind that is not supported: ${proxy.protocol}//${proxy.host}`,
    { everywhere: true, hint: 'Name an http: or https: proxy in HTTPS_PROXY, or unset ALL_PROXY.' },
  )
}

/** An agent that sends requests of `protocol` through `proxy`; `signal` ends what it has open. */
export async function proxyAgent(
  proxy: URL,
  protocol: string,
  options: SecureContextOptions & { readonly signal: AbortSignal },
): Promise<Agent> {
  if (protocol === 'https:') {
    const { HttpsProxyAgent } = await import('https-proxy-agent')
    return new HttpsProxyAgent(proxy, { ...options, keepAlive: true }) as Agent
  }
  const { HttpProxyAgent } = await import('http-proxy-agent')
  return new HttpProxyAgent(proxy, { ...options, keepAlive: true }) as Agent
}

/** Whether a host is this machine by its very name. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '')
  return (
    host === 'localhost' || host.endsWith('.localhost') || notPublic(host)?.startsWith('loopback') === true
  )
}
