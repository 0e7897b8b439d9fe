/**
 * Addresses as they may be printed: who names a mirror with a password does not want it in a log.
 */

/** `url` with its password, if it has one, replaced by stars. */
export function shown(url: URL): string {
  if (url.password === '') return url.href
  const copy = new URL(url)
  copy.password = '***'
  return copy.href
}
