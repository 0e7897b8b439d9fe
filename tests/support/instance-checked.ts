/**
 * The checked build of the core in place of src/core/instance.ts: every load and store calls back with its
 * address, which must lie wholly inside one block that the Region reserved, or inside the core's static
 * tables. Blocks are kept 64 bytes apart, so that a step over an edge falls into a red zone.
 */
import { CORE_BASE64 } from '../../src/core/generated/checked.js'
import type { CoreInstance } from '../../src/core/instance.js'
import type { Kernels } from '../../src/core/kernels.js'

const GAP = 64

let compiled: WebAssembly.Module | undefined

export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

export function instantiate(): CoreInstance {
  compiled ??= new WebAssembly.Module(decodeBase64(CORE_BASE64))
  // Blocks in ascending order of their addresses: a stack, as the Region's.
  const starts: number[] = []
  const ends: number[] = []
  let staticEnd = Number.POSITIVE_INFINITY
  let last = 0

  const check = (what: string, bytes: number, offset: number, pointer: number) => {
    const address = (pointer >>> 0) + (offset >>> 0)
    if (address + bytes <= staticEnd) return
    if (last >= starts.length || address < starts[last]! || address + bytes > ends[last]!) {
      let low = 0
      let high = starts.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (starts[middle]! <= address) low = middle + 1
        else high = middle
      }
      last = Math.max(0, low - 1)
    }
    if (last < starts.length && address >= starts[last]! && address + bytes <= ends[last]!) return
    throw new Error(
      `${what} of ${bytes} bytes at ${address}, nearest block [${starts[last]}, ${ends[last]}), ${starts.length} blocks`,
    )
  }
  const value = (_id: number, number: unknown) => number
  const imports: Record<string, unknown> = {
    load_ptr: (_id: number, bytes: number, offset: number, pointer: number) => {
      check('load', bytes, offset, pointer)
      return pointer
    },
    store_ptr: (_id: number, bytes: number, offset: number, pointer: number) => {
      check('store', bytes, offset, pointer)
      return pointer
    },
  }
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    if (module === 'env' && !(name in imports)) imports[name] = value
  }
  const { exports } = new WebAssembly.Instance(compiled, { env: imports as WebAssembly.ModuleImports })
  const kernels = exports as unknown as Kernels
  staticEnd = kernels.heapBase()
  return {
    kernels,
    memory: exports.memory as WebAssembly.Memory,
    gap: GAP,
    reserved(pointer, bytes) {
      starts.push(pointer)
      ends.push(pointer + bytes)
    },
    released(pointer) {
      while (starts.length > 0 && starts.at(-1)! >= pointer) {
        starts.pop()
        ends.pop()
      }
    },
  }
}
