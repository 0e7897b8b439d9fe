import { describe, expect, it } from 'vitest'
import { Random } from '../../src/core/rng.js'

/** The published recurrence of xoshiro128** with 64-bit-safe BigInt arithmetic, to hold the fast form against. */
function plain(state: bigint[], count: number): number[] {
  const mask = 0xffffffffn
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask
  const s = [...state]
  return Array.from({ length: count }, () => {
    const result = (rotate((s[1]! * 5n) & mask, 7n) * 9n) & mask
    const t = (s[1]! << 9n) & mask
    s[2] = s[2]! ^ s[0]!
    s[3] = s[3]! ^ s[1]!
    s[1] = s[1]! ^ s[2]!
    s[0] = s[0]! ^ s[3]!
    s[2] = s[2]! ^ t
    s[3] = rotate(s[3]!, 11n)
    return Number(result)
  })
}

function splitmix(seed: bigint): bigint[] {
  const mask = 0xffffffffn
  let z = seed & mask
  return Array.from({ length: 4 }, () => {
    z = (z + 0x9e3779b9n) & mask
    let x = ((z ^ (z >> 16n)) * 0x21f0aaadn) & mask
    x = ((x ^ (x >> 15n)) * 0x735a2d97n) & mask
    return x ^ (x >> 15n)
  })
}

describe('Random', () => {
  it.each([0, 1, 42, 0xffffffff])('follows xoshiro128** for seed %i', (seed) => {
    const random = new Random(seed)
    const expected = plain(splitmix(BigInt(seed)), 200)
    expect(Array.from({ length: 200 }, () => random.uint32())).toEqual(expected)
  })

  it('stays within its limits and is even', () => {
    const random = new Random(7)
    const counts = new Array<number>(10).fill(0)
    for (let i = 0; i < 100_000; i++) counts[random.below(10)]!++
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  it('shuffles into a permutation, the same for the same seed', () => {
    const items = Array.from({ length: 100 }, (_, i) => i)
    const first = new Random(3).shuffle([...items])
    expect(first).toEqual(new Random(3).shuffle([...items]))
    expect(first).not.toEqual(items)
    expect([...first].sort((a, b) => a - b)).toEqual(items)
  })
})
