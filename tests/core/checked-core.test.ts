import { describe, expect, it } from 'vitest'
import { instantiate as inUse } from '../../src/core/instance.js'
import { instantiate } from '../support/instance-checked.js'

/** Lays blocks of the given sizes into a checked core, as a Region would. */
function blocks(...sizes: number[]) {
  const core = instantiate()
  let top = core.kernels.heapBase() + 64
  const pointers = sizes.map((size) => {
    const pointer = top
    core.reserved(pointer, size)
    top = Math.ceil((pointer + size) / 16) * 16 + core.gap
    return pointer
  })
  return { core, pointers }
}

describe('the checked core', () => {
  const units = (core: ReturnType<typeof instantiate>, pointer: number, text: string) =>
    new Uint16Array(core.memory.buffer, pointer, text.length).set(Array.from(text, (c) => c.charCodeAt(0)))

  it('runs a kernel that stays within its blocks', () => {
    const { core, pointers } = blocks(20, 64, 400)
    units(core, pointers[0]!, 'to be, yes')
    new Uint8Array(core.memory.buffer, pointers[1]!, 64).fill(0)
    expect(core.kernels.wordBoundaries(pointers[0]!, 10, 0, pointers[1]!, pointers[2]!, 100)).toBeGreaterThan(
      0,
    )
  })

  it('stops a load beyond a block', () => {
    const { core, pointers } = blocks(16, 64, 400)
    expect(() => core.kernels.wordBoundaries(pointers[0]!, 10, 0, pointers[1]!, pointers[2]!, 100)).toThrow(
      /load of 2 bytes/,
    )
  })

  it('stops a store beyond a block', () => {
    const { core, pointers } = blocks(20, 64, 4)
    units(core, pointers[0]!, 'to be, yes')
    expect(() => core.kernels.wordBoundaries(pointers[0]!, 10, 0, pointers[1]!, pointers[2]!, 100)).toThrow(
      /store of 4 bytes/,
    )
  })

  it('is the one the suite runs on when WORDLOOM_CORE=checked, and only then', () => {
    expect(inUse().gap > 0).toBe(process.env.WORDLOOM_CORE === 'checked')
  })
})
