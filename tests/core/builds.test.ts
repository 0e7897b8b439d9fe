import { describe, expect, it } from 'vitest'
import { CORE_BASE64 as CHECKED } from '../../src/core/generated/checked.js'
import { CORE_BASE64 as PLAIN } from '../../src/core/generated/plain.js'
import { CORE_BASE64 as SHARED } from '../../src/core/generated/shared.js'
import { KERNELS } from '../../src/core/kernels.js'

const compile = (base64: string) => new WebAssembly.Module(new Uint8Array(Buffer.from(base64, 'base64')))
const kernels = (module: WebAssembly.Module) =>
  WebAssembly.Module.exports(module)
    .filter(({ kind }) => kind === 'function')
    .map(({ name }) => name)
    .sort()

describe('the builds of the core', () => {
  it.each([
    ['plain', PLAIN],
    ['checked', CHECKED],
    ['shared', SHARED],
  ])('export every kernel: %s', (_name, base64) => {
    expect(kernels(compile(base64))).toEqual(Object.keys(KERNELS).sort())
  })

  it('are self-contained, plain', () => {
    expect(WebAssembly.Module.imports(compile(PLAIN))).toEqual([])
  })

  it('run over one memory that several threads share, shared', () => {
    const memory = new WebAssembly.Memory({ initial: 16, maximum: 32768, shared: true })
    const module = compile(SHARED)
    const bases = [1, 2].map(() => {
      const { exports } = new WebAssembly.Instance(module, { env: { memory } })
      return (exports.heapBase as () => number)()
    })
    expect(memory.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(bases[0]).toBe(bases[1])
  })
})
