// The library comes without types.
declare module 'proxy-from-env' {
  /** Address of the proxy that the environment names for `url`; empty for none. */
  export function getProxyForUrl(url: string | URL): string
}
