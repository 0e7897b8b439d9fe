/** Which addresses are public. SOURCE of the ranges: the IANA special-purpose address registries. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notPublic } from '../../src/store/addresses.js'

describe('an address', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '169.253.255.255',
    '223.255.255.255',
    '2606:4700::1111',
    '[2a00:1450:4001::8a]',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
    '2002:808:808::1',
  ])('%s is public', (address) => {
    expect(notPublic(address)).toBeUndefined()
  })

  it.each([
    ['0.0.0.0', 'unspecified'],
    ['10.1.2.3', 'private'],
    ['100.64.0.1', 'shared by a carrier (CGNAT)'],
    ['100.127.255.255', 'shared by a carrier (CGNAT)'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.0.1', 'private'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['[::1]', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['fe80::1%eth0', 'link-local'],
    ['febf::1', 'link-local'],
    ['fc00::1', 'private'],
    ['fdff::1', 'private'],
    ['fec0::1', 'private'],
    ['ff02::1', 'multicast'],
    ['2001::1', 'reserved'],
    ['2001:db8::1', 'for documentation'],
    ['3fff::1', 'for documentation'],
    ['4000::1', 'reserved'],
    ['::127.0.0.1', 'reserved'],
    ['::ffff:127.0.0.1', 'loopback (IPv4-mapped)'],
    ['::ffff:7f00:1', 'loopback (IPv4-mapped)'],
    ['0:0:0:0:0:ffff:0a00:0001', 'private (IPv4-mapped)'],
    ['64:ff9b::10.0.0.1', 'private (NAT64)'],
    ['64:ff9b::a9fe:a9fe', 'link-local (NAT64)'],
    ['64:ff9b:1::8.8.8.8', 'private (NAT64)'],
    ['2002:7f00:1::', 'loopback (6to4)'],
    ['localhost', 'not an address'],
    ['', 'not an address'],
    ['127.1', 'not an address'],
    ['1.2.3.4.5', 'not an address'],
  ])('%s is not: %s', (address, what) => {
    expect(notPublic(address)).toBe(what)
  })

  it('is judged alike in every spelling', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        // The URL parser gives the shortest spelling.
        const short = new URL(`http://[${address}]/`).hostname
        expect(notPublic(short)).toBe(notPublic(address))
      }),
    )
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const inside = notPublic(address)
        expect(notPublic(`::ffff:${address}`)).toBe(inside && `${inside} (IPv4-mapped)`)
      }),
    )
  })
})
