/**
 * Which network addresses are public: a download must not be led to a machine behind the firewall.
 *
 * Addresses are taken as bytes, so that every spelling of one is the same address. IPv4 is decided by a list of
 * what is not public, IPv6 by a list of what is: only 2000::/3 is handed out, with holes. Forms that carry an
 * IPv4 address (mapped, NAT64, 6to4) are as public as what they carry.
 * Source: the IANA special-purpose address registries (RFC 6890), RFC 6052 (NAT64), RFC 3056 (6to4).
 */
import { isIP } from 'node:net'

type Range = readonly [prefix: readonly number[], bits: number, what: string]

const IPV4: readonly Range[] = [
  [[0], 8, 'unspecified'],
  [[10], 8, 'private'],
  [[100, 64], 10, 'shared by a carrier (CGNAT)'],
  [[127], 8, 'loopback'],
  [[169, 254], 16, 'link-local'],
  [[172, 16], 12, 'private'],
  [[192, 0, 0], 24, 'reserved'],
  [[192, 0, 2], 24, 'for documentation'],
  [[192, 88, 99], 24, 'reserved'],
  [[192, 168], 16, 'private'],
  [[198, 18], 15, 'for benchmarks'],
  [[198, 51, 100], 24, 'for documentation'],
  [[203, 0, 113], 24, 'for documentation'],
  [[224], 4, 'multicast'],
  [[240], 4, 'reserved'],
]

const LOOPBACK = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]

const IPV6: readonly Range[] = [
  [LOOPBACK, 128, 'loopback'],
  [LOOPBACK.map(() => 0), 128, 'unspecified'],
  [[0x00, 0x64, 0xff, 0x9b, 0x00, 0x01], 48, 'private (NAT64)'],
  [[0xfc], 7, 'private'],
  [[0xfe, 0x80], 10, 'link-local'],
  [[0xfe, 0xc0], 10, 'private'],
  [[0xff], 8, 'multicast'],
  [[0x20, 0x01, 0x00], 23, 'reserved'],
  [[0x20, 0x01, 0x0d, 0xb8], 32, 'for documentation'],
  [[0x3f, 0xff, 0x00], 20, 'for documentation'],
]

const PUBLIC_IPV6: Range = [[0x20], 3, 'public']

/** Prefixes behind which an IPv4 address stands. */
const CARRIERS: readonly Range[] = [
  [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff], 96, 'IPv4-mapped'],
  [[0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0], 96, 'NAT64'],
  [[0x20, 0x02], 16, '6to4'],
]

/**
 * What keeps an IP address from being public, as 'private' or 'loopback'; undefined for a public one.
 *
 * Takes any spelling, with or without brackets and zone. What is no address is 'not an address'.
 */
export function notPublic(address: string): string | undefined {
  const bare = address.replace(/^\[|\]$/g, '').split('%')[0]!
  switch (isIP(bare)) {
    case 4:
      return IPV4.find((range) => within(bytesOf4(bare), range))?.[2]
    case 6:
      return notPublic6(bytesOf6(bare))
    default:
      return 'not an address'
  }
}

function notPublic6(bytes: readonly number[]): string | undefined {
  const carrier = CARRIERS.find((range) => within(bytes, range))
  if (carrier !== undefined) {
    const from = carrier[1] / 8
    const carried = bytes.slice(from, from + 4)
    const what = IPV4.find((range) => within(carried, range))?.[2]
    return what === undefined ? undefined : `${what} (${carrier[2]})`
  }
  const special = IPV6.find((range) => within(bytes, range))
  if (special !== undefined) return special[2]
  return within(bytes, PUBLIC_IPV6) ? undefined : 'reserved'
}

function within(bytes: readonly number[], [prefix, bits]: Range): boolean {
  for (let bit = 0; bit < bits; bit += 8) {
    const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff
    if (((bytes[bit / 8]! ^ (prefix[bit / 8] ?? 0)) & mask) !== 0) return false
  }
  return true
}

function bytesOf4(address: string): number[] {
  return address.split('.').map(Number)
}

function bytesOf6(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const left = groups(head)
  const right = groups(tail ?? '')
  return [...left, ...new Array<number>(16 - left.length - right.length).fill(0), ...right]
}

function groups(text: string): number[] {
  if (text === '') return []
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return bytesOf4(group)
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 0xff]
  })
}
