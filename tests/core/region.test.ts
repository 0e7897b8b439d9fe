import { describe, expect, it } from 'vitest'
import { Region, sharedRegion } from '../../src/core/region.js'

describe('Region', () => {
  it('keeps blocks apart, aligned and with their content, across growth', () => {
    const region = new Region()
    const first = region.copyIn(Uint16Array.of(1, 2, 3))
    const big = region.reserve(10_000_000)
    const last = region.copyIn(Float32Array.of(0.5))
    expect(first % 16).toBe(0)
    expect(big % 16).toBe(0)
    expect(big).toBeGreaterThanOrEqual(first + 6)
    expect(last).toBeGreaterThanOrEqual(big + 10_000_000)
    expect([...region.u16(first, 3)]).toEqual([1, 2, 3])
    expect(region.f32(last, 1)[0]).toBe(0.5)
    expect(region.byteLength).toBeGreaterThan(10_000_000)
  })

  it('gives released memory to the next block', () => {
    const region = new Region()
    const mark = region.mark()
    const pointer = region.reserve(100)
    region.release(mark)
    expect(region.reserve(100)).toBe(pointer)
  })

  it.each(['', 'plain', 'naïve €', '😀 \ud800 lone', '\0nul', '\u0e2a\u0e27'])(
    'copies text as UTF-16 units: %j',
    (text) => {
      const region = new Region()
      const pointer = region.reserve(text.length * 2)
      region.copyText(text, 0, text.length, pointer)
      expect([...region.u16(pointer, text.length)]).toEqual(
        Array.from(text.split(''), (c) => c.charCodeAt(0)),
      )
    },
  )

  it('copies text the same way without Buffer', () => {
    const region = new Region()
    const text = 'a é 😀 \udc00'
    const pointer = region.reserve(text.length * 2)
    const held = globalThis.Buffer
    Reflect.deleteProperty(globalThis, 'Buffer')
    try {
      region.copyText(text, 2, text.length, pointer)
    } finally {
      globalThis.Buffer = held
    }
    expect(String.fromCharCode(...region.u16(pointer, text.length - 2))).toBe(text.slice(2))
  })

  it('is one for small work', () => {
    expect(sharedRegion()).toBe(sharedRegion())
  })
})
